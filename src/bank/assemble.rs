//! From the files of a bank to its questions, plans and seeds, with everything that is wrong in any of them.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::bank::document::Document;
use crate::bank::entry::Entry;
use crate::bank::error::Problem;
use crate::bank::files::Folder;
use crate::bank::files::Refused;
use crate::bank::pack::checks_folder;
use crate::bank::pack::files_in;
use crate::bank::plans;
use crate::bank::rules;
use crate::bank::rules::SeedsById;
use crate::model::plan::Plan;
use crate::model::question::FORMAT;
use crate::model::seed::Seed;

const SEEDS: &str = "questions/seeds.json";
const PLANS: &str = "questions/plans";

/// The files of one bank, and what its paths begin with in messages: `DIR/`, or nothing.
pub struct Source {
    pub prefix: String,
    pub folder: Folder,
}

/// All banks together.
#[derive(Default)]
pub struct Assembled {
    pub entries: Vec<Entry>,
    pub plans: Vec<Plan>,
    pub seeds: Vec<Seed>,
}

/// Everything in `sources`, or all problems of all of them, by path.
pub fn assemble(sources: &[Source]) -> Result<Assembled, Vec<Problem>> {
    let mut assembly = Assembly::default();
    for source in sources {
        assembly.source(source);
    }
    // Plans come last: a plan may name topics of another bank.
    for source in sources {
        assembly.plans(source);
    }
    if assembly.problems.is_empty() {
        return Ok(assembly.found);
    }
    assembly.problems.sort_by(|one, other| position(one).cmp(&position(other)));
    Err(assembly.problems)
}

fn position(problem: &Problem) -> (&str, usize, usize) {
    let (line, column) = problem.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
    (&problem.path, line, column)
}

#[derive(Default)]
struct Assembly {
    found: Assembled,
    problems: Vec<Problem>,
    /// Slugs and aliases, and where the question with that name stands.
    names: BTreeMap<String, String>,
    /// A file that names topics could not be read.
    topics_unknown: bool,
    /// Ids of plans, and where the plan with that id stands.
    plan_names: BTreeMap<String, String>,
}

impl Assembly {
    fn source(&mut self, source: &Source) {
        let before = self.problems.len() + self.found.entries.len();
        for Refused { path, reason } in &source.folder.refused {
            self.topics_unknown |= path.starts_with("questions");
            let path = format!("{}{path}", source.prefix);
            self.problems.push(Problem::new(path.trim_end_matches('/'), reason));
        }
        let seeds = self.seeds(source);
        let by_id: SeedsById = seeds.as_ref().map(|seeds| seeds.iter().map(|seed| (seed.id(), seed)).collect());
        for (path, bytes) in &source.folder.files {
            if let Some(checks) = checks_folder(path) {
                self.entry(source, path, &checks, bytes, &by_id);
            }
        }
        if self.problems.len() + self.found.entries.len() == before {
            let path = format!("{}questions", source.prefix);
            self.problems.push(Problem::new(&path, "has no question; one stands in `questions/<topic>/<slug>.json`"));
        }
        self.orphans(source);
        self.found.seeds.extend(seeds.into_iter().flatten());
    }

    fn entry(&mut self, source: &Source, path: &str, checks: &str, bytes: &[u8], seeds: &SeedsById) {
        let json_path = format!("{}{path}", source.prefix);
        let checks_path = format!("{}{checks}", source.prefix);
        let files = self.texts(source, checks, &checks_path);
        let Some((document, question)) = self.read(&json_path, bytes, |document| document.parse(FORMAT)) else {
            return;
        };
        let entry = Entry { question, files, json_path, checks_path };
        self.problems.extend(rules::problems(&entry, &document, &present(source, checks), seeds));
        self.claim_names(&entry, &document);
        self.found.entries.push(entry);
    }

    /// The texts of the files in a check's folder.
    fn texts(&mut self, source: &Source, checks: &str, checks_path: &str) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        for (name, bytes) in files_in(&source.folder.files, checks) {
            match Document::decode(&format!("{checks_path}/{name}"), bytes) {
                Ok(document) => {
                    texts.insert(name.to_owned(), document.text);
                }
                Err(problem) => self.problems.push(problem),
            }
        }
        texts
    }

    /// One name, one question, over all banks.
    fn claim_names(&mut self, entry: &Entry, document: &Document) {
        let question = &entry.question;
        let aliases = question.aliases.iter().enumerate().map(|(index, alias)| (format!("aliases/{index}"), alias));
        for (pointer, name) in [("slug".to_owned(), &question.slug)].into_iter().chain(aliases) {
            match self.names.get(name) {
                Some(other) => {
                    let message = format!("`{name}` is already the name of the question in `{other}`");
                    self.problems.push(document.problem(&pointer, &message));
                }
                None => {
                    self.names.insert(name.clone(), entry.json_path.clone());
                }
            }
        }
    }

    /// Check folders that no question owns.
    fn orphans(&mut self, source: &Source) {
        let folders: BTreeSet<&str> = source
            .folder
            .files
            .keys()
            .filter(|path| path.starts_with("checks/"))
            .filter_map(|path| parent(path))
            .collect();
        let owned: BTreeSet<String> = paths(source).filter_map(checks_folder).collect();
        for folder in folders.into_iter().filter(|folder| !owned.contains(*folder)) {
            let question = folder.replacen("checks/", "questions/", 1);
            let message = format!("belongs to no question; `{question}.json` does not exist");
            self.problems.push(Problem::new(&format!("{}{folder}", source.prefix), &message));
        }
    }

    /// The seeds of a bank that lists them.
    fn seeds(&mut self, source: &Source) -> Option<Vec<Seed>> {
        let bytes = source.folder.files.get(SEEDS)?;
        let path = format!("{}{SEEDS}", source.prefix);
        let (document, seeds) = self.read(&path, bytes, |document| document.parse_any::<Vec<Seed>>())?;
        let mut ids = BTreeSet::new();
        for (index, seed) in seeds.iter().enumerate() {
            if !ids.insert(seed.id()) {
                let message = format!("another seed is `{}`", seed.id());
                self.problems.push(document.problem(&format!("{index}/number"), &message));
            }
        }
        Some(seeds)
    }

    fn plans(&mut self, source: &Source) {
        for (name, bytes) in files_in(&source.folder.files, PLANS) {
            let path = format!("{}{PLANS}/{name}", source.prefix);
            match Document::decode(&path, bytes) {
                Ok(document) => self.plan(&document),
                Err(problem) => self.problems.push(problem),
            }
        }
    }

    fn plan(&mut self, document: &Document) {
        let questions = self.found.entries.iter().map(|entry| entry.question.topic.as_str());
        let topics: BTreeSet<&str> = questions.chain(self.found.seeds.iter().map(|seed| seed.topic.as_str())).collect();
        let plan = match plans::read(document, (!self.topics_unknown).then_some(&topics)) {
            Ok(plan) => plan,
            Err(problems) => return self.problems.extend(problems),
        };
        if let Some(other) = self.plan_names.get(&plan.id) {
            let message = format!("`{}` is already the name of the plan in `{other}`", plan.id);
            self.problems.push(document.problem("id", &message));
        } else {
            self.plan_names.insert(plan.id.clone(), document.path.clone());
            self.found.plans.push(plan);
        }
    }

    /// A file that names topics, with what `parse` makes of it.
    fn read<T>(
        &mut self,
        path: &str,
        bytes: &[u8],
        parse: impl FnOnce(&Document) -> Result<T, Problem>,
    ) -> Option<(Document, T)> {
        match Document::decode(path, bytes).and_then(|document| Ok((parse(&document)?, document))) {
            Ok((value, document)) => Some((document, value)),
            Err(problem) => {
                self.problems.push(problem);
                self.topics_unknown = true;
                None
            }
        }
    }
}

/// The names in a check's folder, those included that could not be read.
fn present(source: &Source, checks: &str) -> BTreeSet<String> {
    let prefix = format!("{checks}/");
    paths(source).filter_map(|path| path.strip_prefix(&prefix)).map(str::to_owned).collect()
}

fn paths(source: &Source) -> impl Iterator<Item = &str> {
    let refused = source.folder.refused.iter().map(|refused| refused.path.as_str());
    source.folder.files.keys().map(String::as_str).chain(refused)
}

fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}
