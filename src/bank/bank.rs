//! A bank: the questions, plans and seeds that the rest of greenroom works with.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;

use crate::bank::assemble::Source;
use crate::bank::assemble::assemble;
use crate::bank::builtin;
use crate::bank::document::Document;
use crate::bank::entry::Entry;
use crate::bank::error::BankError;
use crate::bank::error::Problem;
use crate::bank::files;
use crate::bank::files::Folder;
use crate::bank::nearest::nearest;
use crate::bank::pack;
use crate::bank::packed::Packed;
use crate::bank::plans;
use crate::model::plan::Plan;
use crate::model::question::Question;
use crate::model::question::Summary;
use crate::model::seed::Seed;

/// The questions to draw from: those built into this program, or those of the folders that `--bank` names.
#[derive(Debug)]
pub struct Bank {
    summaries: Vec<Summary>,
    plans: Vec<Plan>,
    seeds: Vec<Seed>,
    hash: String,
    shelf: Shelf,
}

/// Where entries are fetched from.
#[derive(Debug)]
enum Shelf {
    /// By slug. Every rule was seen to hold.
    Read(BTreeMap<String, Entry>),
    /// Read one by one, when they are asked for.
    Packed(Packed<'static>),
}

impl Bank {
    /// The bank in this program. Reads its index only.
    pub fn builtin() -> Result<Bank, BankError> {
        let packed = Packed::open(builtin::pack())?;
        let bank = Bank {
            summaries: packed.summaries(),
            plans: packed.plans()?,
            seeds: packed.seeds()?,
            hash: packed.hash().to_owned(),
            shelf: Shelf::Packed(packed),
        };
        Ok(bank.sorted())
    }

    /// The banks in these folders as one; the built-in bank when none is named. Reads and judges every file, and
    /// returns all problems together.
    pub fn open(folders: &[PathBuf]) -> Result<Bank, Vec<BankError>> {
        if folders.is_empty() {
            return Bank::builtin().map_err(|error| vec![error]);
        }
        let sources: Vec<Source> = folders
            .iter()
            .map(|folder| Source { prefix: folder.join("").display().to_string(), folder: files::read(folder) })
            .collect();
        let found = assemble(&sources).map_err(into_errors)?;
        Ok(Bank {
            summaries: found.entries.iter().map(|entry| summary(&entry.question)).collect(),
            plans: found.plans,
            seeds: found.seeds,
            hash: hash(&sources),
            shelf: Shelf::Read(found.entries.into_iter().map(|entry| (entry.question.slug.clone(), entry)).collect()),
        }
        .sorted())
    }

    /// All questions, by topic, level and slug.
    pub fn summaries(&self) -> &[Summary] {
        &self.summaries
    }

    /// The question with this slug, or that once had it.
    pub fn summary(&self, name: &str) -> Result<&Summary, BankError> {
        let by_slug = self.summaries.iter().find(|summary| summary.slug == name);
        let by_alias = || self.summaries.iter().find(|summary| summary.aliases.iter().any(|alias| alias == name));
        by_slug
            .or_else(by_alias)
            .ok_or_else(|| BankError::UnknownQuestion { slug: name.to_owned(), nearest: self.nearest(name) })
    }

    /// The question with this slug, or that once had it, with its files.
    pub fn entry(&self, name: &str) -> Result<Entry, BankError> {
        let slug = &self.summary(name)?.slug;
        match &self.shelf {
            Shelf::Read(entries) => Ok(entries[slug].clone()),
            Shelf::Packed(packed) => packed.entry(slug),
        }
    }

    /// Slugs that somebody who typed this may have meant.
    pub fn nearest(&self, typed: &str) -> Vec<String> {
        let slugs = self.summaries.iter().map(|summary| summary.slug.as_str());
        nearest(typed, &slugs.collect::<Vec<_>>())
    }

    /// By id.
    pub fn plans(&self) -> &[Plan] {
        &self.plans
    }

    pub fn plan(&self, id: &str) -> Result<&Plan, BankError> {
        self.plans.iter().find(|plan| plan.id == id).ok_or_else(|| {
            let ids: Vec<&str> = self.plans.iter().map(|plan| plan.id.as_str()).collect();
            BankError::UnknownPlan { id: id.to_owned(), nearest: nearest(id, &ids) }
        })
    }

    /// The plan in a file outside of the bank, judged as those of the bank are.
    pub fn read_plan(&self, path: &Path) -> Result<Plan, Vec<BankError>> {
        let name = path.display().to_string();
        let bytes = files::read_file(path).map_err(|reason| into_errors(vec![Problem::new(&name, &reason)]))?;
        let document = Document::decode(&name, &bytes).map_err(|problem| into_errors(vec![problem]))?;
        plans::read(&document, Some(&self.topics())).map_err(into_errors)
    }

    /// The topics that questions or seeds have.
    pub fn topics(&self) -> BTreeSet<&str> {
        let questions = self.summaries.iter().map(|summary| summary.topic.as_str());
        questions.chain(self.seeds.iter().map(|seed| seed.topic.as_str())).collect()
    }

    /// The questions that the bank was made from, in their own order.
    pub fn seeds(&self) -> &[Seed] {
        &self.seeds
    }

    /// SHA-256 in hex over all files: equal for equal banks, wherever they stand.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Every rule that does not hold for the files of the bank. Folders were judged when they were opened; the built-in
    /// bank is read as a whole here.
    pub fn problems(&self) -> Vec<BankError> {
        let Shelf::Packed(packed) = &self.shelf else {
            return Vec::new();
        };
        let folder = match packed.files() {
            Ok(files) => Folder { files, refused: Vec::new() },
            Err(error) => return vec![error],
        };
        assemble(&[Source { prefix: String::new(), folder }]).err().map(into_errors).unwrap_or_default()
    }

    fn sorted(mut self) -> Bank {
        self.summaries
            .sort_by(|one, other| (&one.topic, one.level, &one.slug).cmp(&(&other.topic, other.level, &other.slug)));
        self.plans.sort_by(|one, other| one.id.cmp(&other.id));
        self
    }
}

fn into_errors(problems: Vec<Problem>) -> Vec<BankError> {
    problems.into_iter().map(BankError::from).collect()
}

fn summary(question: &Question) -> Summary {
    let question = question.clone();
    Summary {
        slug: question.slug,
        title: question.title,
        kind: question.kind,
        topic: question.topic,
        level: question.level,
        minutes: question.minutes,
        seeds: question.seeds,
        family: question.family,
        tags: question.tags,
        aliases: question.aliases,
    }
}

/// Sorted over all folders, so that neither their places nor their order count.
fn hash(sources: &[Source]) -> String {
    let files = sources.iter().flat_map(|source| &source.folder.files);
    let mut files: Vec<(&str, &[u8])> = files.map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    files.sort();
    pack::hash(files)
}

#[cfg(test)]
mod tests {
    use std::env;

    use tempfile::TempDir;

    use super::*;
    use crate::bank::sample;
    use crate::bank::sample::Sample;

    fn open(sample: &Sample) -> Bank {
        let dir = TempDir::new().unwrap();
        sample.write(dir.path());
        Bank::open(&[dir.path().to_owned()]).unwrap()
    }

    fn slugs(bank: &Bank) -> Vec<&str> {
        bank.summaries().iter().map(|summary| summary.slug.as_str()).collect()
    }

    #[test]
    fn a_folder_is_opened_as_a_bank() {
        let bank = open(&Sample::new());
        assert_eq!(slugs(&bank), ["class-of-class", "count-leaks", "who-is-freed"]);
        assert_eq!(bank.plan("short-5").unwrap().minutes, 5);
        assert_eq!(bank.seeds().len(), 2);
        let entry = bank.entry("count-leaks").unwrap();
        assert!(entry.json_path.ends_with("/questions/memory/count-leaks.json"));
        assert_eq!(entry.check(), Some("leaks = 0\n"));
        assert_eq!(entry.right_answers().map(|(name, _)| name).collect::<Vec<_>>(), ["ok_loop.py"]);
        assert_eq!(entry.wrong_answers().count(), 3);
    }

    #[test]
    fn an_alias_leads_to_its_question_and_an_unknown_slug_to_the_nearest() {
        let bank = open(&Sample::new());
        assert_eq!(bank.entry("leak-count").unwrap().question.slug, "count-leaks");
        let error = bank.entry("count-leak").unwrap_err();
        assert_eq!(error.to_string(), "no question is called `count-leak`\nhint: did you mean `count-leaks`?");
        assert!(bank.plan("short").unwrap_err().to_string().contains("`short-5`"));
    }

    #[test]
    fn two_folders_make_one_bank_whatever_their_order() {
        let (one, two) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        Sample::new().write(one.path());
        let files = Sample::new().0.into_iter().filter(|(path, _)| path.contains("class"));
        let renamed = files.map(|(path, bytes)| {
            let text = String::from_utf8(bytes).unwrap().replace("class-of-class", "class-of-type");
            (path.replace("class-of-class", "class-of-type"), text.into_bytes())
        });
        Sample(renamed.collect()).write(two.path());
        let folders = [one.path().to_owned(), two.path().to_owned()];
        let bank = Bank::open(&folders).unwrap();
        assert_eq!(slugs(&bank).len(), 4);
        let turned = Bank::open(&[folders[1].clone(), folders[0].clone()]).unwrap();
        assert_eq!(bank.hash(), turned.hash());
        let errors = Bank::open(&[folders[0].clone(), folders[0].clone()]).unwrap_err();
        assert!(errors.iter().any(|error| error.to_string().contains("is already the name of the question")));
    }

    #[test]
    fn a_changed_byte_changes_the_hash() {
        let hash = |sample: Sample| open(&sample).hash().to_owned();
        assert_eq!(hash(Sample::new()), hash(Sample::new()));
        let changed = Sample::new().with("checks/memory/count-leaks/check.py", "leaks = 1\n");
        assert_ne!(hash(Sample::new()), hash(changed));
    }

    #[test]
    fn a_folder_that_is_not_there_is_the_only_thing_said() {
        let errors = Bank::open(&[PathBuf::from("/nowhere/bank")]).unwrap_err();
        assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), ["/nowhere/bank: does not exist"]);
    }

    #[test]
    fn a_plan_outside_the_bank_is_judged_by_the_bank() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("short-5.json");
        let bank = open(&Sample::new());
        std::fs::write(&path, &Sample::new().0[sample::PLAN_FILE]).unwrap();
        assert_eq!(bank.read_plan(&path).unwrap().id, "short-5");
        std::fs::write(&path, "{").unwrap();
        assert!(bank.read_plan(&path).unwrap_err()[0].to_string().contains("the file ends too early"));
        assert!(bank.read_plan(dir.path()).unwrap_err()[0].to_string().contains("is a folder"));
    }

    #[test]
    fn the_built_in_bank_opens_and_every_rule_holds_for_it() {
        let bank = Bank::builtin().unwrap();
        let problems: Vec<String> = bank.problems().iter().map(ToString::to_string).collect();
        let nothing_yet = ["questions: has no question; one stands in `questions/<topic>/<slug>.json`"];
        assert!(problems.is_empty() || problems == nothing_yet, "{}", problems.join("\n"));
    }

    #[test]
    fn what_is_built_in_is_what_stands_in_the_folder() {
        let built_in = Bank::builtin().unwrap();
        let Ok(folder) = Bank::open(&[PathBuf::from(env!("CARGO_MANIFEST_DIR"))]) else {
            return;
        };
        assert_eq!(built_in.hash(), folder.hash());
        assert_eq!(built_in.summaries(), folder.summaries());
        assert_eq!((built_in.plans(), built_in.seeds()), (folder.plans(), folder.seeds()));
        for summary in built_in.summaries() {
            let (packed, read) = (built_in.entry(&summary.slug).unwrap(), folder.entry(&summary.slug).unwrap());
            assert_eq!((packed.question, packed.files), (read.question, read.files));
        }
    }
}
