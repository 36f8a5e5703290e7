//! What must hold for one question and its files, beyond what its types say. Each problem points at its line.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::bank::clarifications;
use crate::bank::document::Document;
use crate::bank::entry::Entry;
use crate::bank::equivalents;
use crate::bank::error::Problem;
use crate::bank::error::list;
use crate::bank::idioms;
use crate::bank::layout::Layout;
use crate::bank::locate::doubled_keys;
use crate::bank::names::NAME_RULE;
use crate::bank::names::is_name;
use crate::bank::python::PythonBound;
use crate::model::question::Kind;
use crate::model::question::Prose;
use crate::model::question::Question;
use crate::model::seed::Seed;

const MINUTES: std::ops::RangeInclusive<u32> = 1..=240;
const KEY_POINT_WEIGHT: std::ops::RangeInclusive<u32> = 1..=10;
const CASE_WEIGHT: std::ops::RangeInclusive<u32> = 0..=10;

/// The seeds of a bank by id; `None` when the bank lists none.
pub type SeedsById<'a> = Option<BTreeMap<String, &'a Seed>>;

/// Everything that is wrong with `entry`, whose question was read from `document`. `present` names the files in its
/// check's folder, those included that could not be read.
pub fn problems(entry: &Entry, document: &Document, present: &BTreeSet<String>, seeds: &SeedsById) -> Vec<Problem> {
    let question = &entry.question;
    let layout = Layout::of(question.kind);
    let mut rules = Rules { entry, question, document, present, layout, problems: Vec::new() };
    rules.names();
    rules.numbers();
    rules.texts();
    rules.only_for_code();
    rules.key_points();
    rules.wrong_answers();
    rules.seeds(seeds);
    rules.files();
    rules.problems.extend(equivalents::problems(entry, document));
    rules.problems.extend(clarifications::problems(entry, document));
    rules.problems.extend(idioms::problems(entry, document, present));
    rules.problems
}

struct Rules<'a> {
    entry: &'a Entry,
    question: &'a Question,
    document: &'a Document,
    present: &'a BTreeSet<String>,
    layout: &'static Layout,
    problems: Vec<Problem>,
}

impl Rules<'_> {
    fn say(&mut self, pointer: &str, message: &str) {
        self.problems.push(self.document.problem(pointer, message));
    }

    fn say_of_file(&mut self, name: &str, message: &str) {
        self.problems.push(Problem::new(&format!("{}/{name}", self.entry.checks_path), message));
    }

    fn names(&mut self) {
        let mut parts = self.document.path.rsplit('/');
        let file = parts.next().and_then(|name| name.strip_suffix(".json")).unwrap_or_default();
        let folder = parts.next().unwrap_or_default();
        let Question { slug, topic, aliases, family, .. } = self.question;
        if slug != file {
            self.say("slug", &format!("the slug is `{slug}` and the file is called `{file}.json`; make them equal"));
        }
        if topic != folder {
            self.say("topic", &format!("the topic is `{topic}` and the folder is called `{folder}`; make them equal"));
        }
        let aliases = aliases.iter().enumerate().map(|(index, alias)| (format!("aliases/{index}"), alias));
        let names = [("slug".to_owned(), slug), ("topic".to_owned(), topic)].into_iter();
        for (pointer, name) in names.chain(aliases).chain(family.iter().map(|family| ("family".to_owned(), family))) {
            if !is_name(name) {
                self.say(&pointer, &format!("`{name}` is not a name; {NAME_RULE}"));
            }
        }
    }

    fn numbers(&mut self) {
        let Question { minutes, limits, python, .. } = self.question;
        if !MINUTES.contains(minutes) {
            self.say("minutes", &format!("`minutes` is {minutes}; it must be between 1 and 240"));
        }
        if let Some(problem) = limits.problem() {
            // The sentence begins with the field, in backticks.
            let field = problem.split('`').nth(1).unwrap_or_default();
            self.say(&format!("limits/{field}"), &problem);
        }
        if let Err(error) = python.parse::<PythonBound>() {
            self.say("python", &error.to_string());
        }
    }

    /// Nothing that is said to a candidate may be blank.
    fn texts(&mut self) {
        let question = self.question;
        self.text("title", &question.title);
        self.prose("prompt", &question.prompt);
        self.prose("model_answer", &question.model_answer);
        self.exchanges("clarify", question.clarify.iter().map(|asked| (&asked.ask, &asked.answer)));
        self.exchanges("follow_ups", question.follow_ups.iter().map(|asked| (&asked.ask, &asked.answer)));
        for (key, texts) in [
            ("constraints", &question.constraints),
            ("mistakes", &question.mistakes),
            ("references", &question.references),
            ("tags", &question.tags),
        ] {
            for (index, text) in texts.iter().enumerate() {
                self.text(&format!("{key}/{index}"), text);
            }
        }
        if question.hints.is_empty() {
            self.say("hints", "there is no hint; give at least one, from light to strong");
        }
        for (index, hint) in question.hints.iter().enumerate() {
            self.prose(&format!("hints/{index}"), hint);
        }
    }

    fn text(&mut self, pointer: &str, text: &str) {
        if text.trim().is_empty() {
            self.say(pointer, "this text is blank");
        }
    }

    fn prose(&mut self, pointer: &str, prose: &Prose) {
        self.text(pointer, &prose.text());
    }

    fn exchanges<'a>(&mut self, key: &str, exchanges: impl Iterator<Item = (&'a String, &'a Prose)>) {
        for (index, (ask, answer)) in exchanges.enumerate() {
            self.text(&format!("{key}/{index}/ask"), ask);
            self.prose(&format!("{key}/{index}/answer"), answer);
        }
    }

    fn only_for_code(&mut self) {
        let Question { kind, complexity, cases, .. } = self.question;
        if *kind != Kind::Code {
            if complexity.is_some() {
                self.say("complexity", &format!("`complexity` is for `code`, and this question is `{kind}`"));
            }
            if !cases.is_empty() {
                self.say("cases", &format!("`cases` is for `code`, and this question is `{kind}`"));
            }
        }
        if let Some(complexity) = complexity {
            self.text("complexity/time", &complexity.time);
            self.text("complexity/space", &complexity.space);
        }
        for (name, case) in cases {
            if !CASE_WEIGHT.contains(&case.weight) {
                self.say(
                    &format!("cases/{name}/weight"),
                    &format!("the weight is {}; it must be between 0 and 10", case.weight),
                );
            }
        }
        for name in doubled_keys(&self.document.text, "cases") {
            self.say(&format!("cases/{name}"), &format!("case `{name}` stands twice"));
        }
    }

    fn key_points(&mut self) {
        if self.question.key_points.is_empty() {
            self.say("key_points", "there is no key point; give at least one thing that a good answer says");
        }
        let mut ids = BTreeSet::new();
        for (index, point) in self.question.key_points.iter().enumerate() {
            if !ids.insert(&point.id) {
                self.say(&format!("key_points/{index}/id"), &format!("another key point is called `{}`", point.id));
            }
            if !KEY_POINT_WEIGHT.contains(&point.weight) {
                self.say(
                    &format!("key_points/{index}/weight"),
                    &format!("the weight is {}; it must be between 1 and 10", point.weight),
                );
            }
            self.text(&format!("key_points/{index}/id"), &point.id);
            self.text(&format!("key_points/{index}/text"), &point.text);
        }
    }

    fn wrong_answers(&mut self) {
        let mut listed = BTreeSet::new();
        for (index, wrong) in self.question.wrong.iter().enumerate() {
            let at = |key: &str| format!("wrong/{index}/{key}");
            self.text(&at("says"), &wrong.says);
            if let Some(file) = &wrong.file
                && !listed.insert(file.as_str())
            {
                self.say(&at("file"), &format!("`{file}` is listed twice"));
            }
            match (&wrong.file, &wrong.claim) {
                (Some(file), None) => self.wrong_file(&at("file"), file),
                (None, Some(claim)) => self.claim(&at("claim"), claim),
                (Some(_), Some(_)) => self.say(&at("claim"), "a wrong answer is a `file` or a `claim`, not both"),
                (None, None) => self.say(&at(""), "a wrong answer needs a `file` or a `claim`"),
            }
            match (self.question.kind, wrong.fails.as_slice()) {
                (Kind::Code, []) => {
                    self.say(&at("fails"), "`fails` is missing; name the cases that must reject this answer")
                }
                (Kind::Predict | Kind::Explain, [_, ..]) => {
                    self.say(&at("fails"), "`fails` is for `code`, which has cases")
                }
                _ => {}
            }
        }
        let Some(answers) = &self.layout.wrong else { return };
        for name in self.present.iter().filter(|name| answers.include(name) && !listed.contains(name.as_str())) {
            self.say(
                "wrong",
                &format!("`{name}` stands beside the check and is not listed; say what to tell its author"),
            );
        }
    }

    fn wrong_file(&mut self, pointer: &str, file: &str) {
        match &self.layout.wrong {
            None => self.say(pointer, "the wrong answers of an `explain` question are claims; write `claim`"),
            Some(answers) if !answers.include(file) => {
                self.say(pointer, &format!("`{file}` is not called `{}`", answers.pattern()));
            }
            Some(_) if !self.present.contains(file) => {
                self.say(pointer, &format!("`{file}` does not stand in `{}`", self.entry.checks_path));
            }
            Some(_) => {}
        }
    }

    fn claim(&mut self, pointer: &str, claim: &str) {
        self.text(pointer, claim);
        if let Some(answers) = &self.layout.wrong {
            let message = format!("a `claim` is for `explain`; name a `file` called `{}`", answers.pattern());
            self.say(pointer, &message);
        }
    }

    fn seeds(&mut self, seeds: &SeedsById) {
        let own = &self.question.seeds;
        for (index, id) in own.iter().enumerate() {
            let pointer = format!("seeds/{index}");
            if own[..index].contains(id) {
                self.say(&pointer, &format!("seed `{id}` is listed twice"));
            }
            match seeds.as_ref().map(|seeds| seeds.get(id)) {
                Some(None) => self.say(&pointer, &format!("there is no seed `{id}` in `questions/seeds.json`")),
                Some(Some(seed)) if seed.slug != self.question.slug => {
                    self.say(
                        &pointer,
                        &format!("seed `{id}` is answered by `{}`, says `questions/seeds.json`", seed.slug),
                    );
                }
                _ => {}
            }
        }
        let given = seeds.iter().flatten().filter(|(_, seed)| seed.slug == self.question.slug);
        for (id, _) in given.filter(|(id, _)| !own.contains(id)) {
            self.say("seeds", &format!("`questions/seeds.json` says that this question answers `{id}`; list it"));
        }
    }

    fn files(&mut self) {
        let kind = self.question.kind;
        for name in self.layout.needed.iter().filter(|name| !self.present.contains(**name)) {
            self.say_of_file(name, &format!("is missing; a `{kind}` question needs it"));
        }
        for answers in self.layout.answers() {
            let found = self.present.iter().filter(|name| answers.include(name)).count();
            if found < answers.at_least {
                let message = format!("{found} found; a `{kind}` question needs at least {}", answers.at_least);
                self.say_of_file(&answers.pattern(), &message);
            }
        }
        for name in self.present.iter().filter(|name| !self.layout.knows(name)) {
            let message =
                format!("a `{kind}` question has no such file; it can be {}", list(&self.layout.description()));
            self.say_of_file(name, &message);
        }
        for (name, text) in &self.entry.files {
            if text.trim().is_empty() {
                self.say_of_file(name, "the file is empty");
            }
        }
    }
}
