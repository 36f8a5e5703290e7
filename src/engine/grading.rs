//! Grade one answer of a class: read it once, run what was read, and say what came of it in one row.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::bank::entry::Entry;
use crate::engine::class::{Class, HandedIn, Task, place_text};
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::{evaluate, not_checked, not_submitted, refused, seed};
use crate::engine::key::QuestionKey;
use crate::engine::options::Options;
use crate::judge::cache::hex;
use crate::judge::judge::Judge;
use crate::model::record::Checked;
use crate::model::reveal::Reveal;
use crate::model::submission::SourceProblem;
use crate::report::result_row::{Handed, ResultRow};
use crate::store::listing::Other;
use crate::store::submissions::{Submissions, Unread};

/// All that the grading of one answer needs to know of the others.
#[derive(Debug)]
pub struct Grading<'a> {
    pub submissions: &'a Submissions,
    pub class: &'a Class,
    pub options: Options,
    pub reveal: Reveal,
    /// Answers were assigned: one that cannot be read is a missing one.
    pub assigned: bool,
    pub keys: BTreeMap<String, QuestionKey>,
    /// Questions that could not be verified here, and why: answers to them are not graded.
    pub untried: BTreeMap<String, String>,
}

/// What became of an answer.
#[derive(Debug)]
pub enum Graded {
    Row(Box<ResultRow>),
    /// There is nothing to grade any more, and nobody was told to hand it in.
    Other(Other),
    /// There is nothing to grade any more; in place of an answer the candidate has this row.
    Missing(Box<ResultRow>, Other),
    /// The bank or this machine is at fault for more than this answer.
    Failed(EvaluateError),
}

/// What was handed in, read once: what is hashed is what is graded.
enum Read {
    Bytes(Vec<u8>),
    Nothing(Option<String>),
    Unread(Unread),
}

impl<'a> Grading<'a> {
    pub fn new(
        judge: &Judge,
        submissions: &'a Submissions,
        class: &'a Class,
        options: Options,
        (reveal, assigned): (Reveal, bool),
    ) -> Grading<'a> {
        let key = |entry: &Entry| QuestionKey::new(judge, entry, seed(entry, &options));
        let keys = class.questions.iter().map(|(slug, entry)| (slug.clone(), key(entry))).collect();
        Grading { submissions, class, options, reveal, assigned, keys, untried: BTreeMap::new() }
    }

    /// What a result for what stands there now would be known by: its key, and the hash of the answer. None when what
    /// stands there cannot be read.
    pub fn now(&self, task: &Task) -> Option<(String, String)> {
        let read = self.read(task);
        let sha256 = match &read {
            Read::Bytes(bytes) => hex(&Sha256::digest(bytes)),
            Read::Nothing(_) | Read::Unread(Unread::TooLarge { .. }) => String::new(),
            Read::Unread(_) => return None,
        };
        Some((self.key(task, &read), sha256))
    }

    pub fn grade(&self, judge: &mut Judge, task: &Task) -> Graded {
        let entry = &self.class.questions[&task.question];
        let name = match &task.handed_in {
            HandedIn::File(path) => place_text(path),
            HandedIn::Nothing(_) => String::new(),
        };
        let read = self.read(task);
        let key = self.key(task, &read);
        let mut missing = None;
        let checked = match read {
            Read::Bytes(bytes) => match self.untried.get(&task.question) {
                Some(why) => Ok(not_checked(
                    judge,
                    entry,
                    &name,
                    &format!("the question could not be verified: {why}"),
                    &self.options,
                )),
                None => evaluate(judge, entry, &name, &bytes, &self.options),
            },
            Read::Nothing(why) => not_submitted(judge, entry, &name, why.as_deref(), &self.options),
            Read::Unread(Unread::TooLarge { size }) => {
                refused(judge, entry, &name, &SourceProblem::TooLarge { found: size }, &self.options)
            }
            Read::Unread(unread) => {
                let why = unread.to_string();
                let reason = format!("{name} {why}");
                let other = self.other(task, why);
                if !self.assigned {
                    return Graded::Other(other);
                }
                missing = Some(other);
                match unread {
                    // Nobody knows what the candidate handed in.
                    Unread::Unreadable(_) => Ok(not_checked(judge, entry, &name, &reason, &self.options)),
                    _ => not_submitted(judge, entry, &name, Some(&reason), &self.options),
                }
            }
        };
        let row = match checked {
            Ok(checked) => self.row(task, entry, &checked, key),
            // One answer that breaks the runner costs the others nothing.
            Err(EvaluateError::Judge(error)) => {
                let checked = not_checked(judge, entry, &name, &error.to_string(), &self.options);
                self.row(task, entry, &checked, key)
            }
            Err(error) => return Graded::Failed(error),
        };
        match missing {
            Some(other) => Graded::Missing(Box::new(row), other),
            None => Graded::Row(Box::new(row)),
        }
    }

    fn read(&self, task: &Task) -> Read {
        match &task.handed_in {
            HandedIn::File(path) => self.submissions.read(path).map_or_else(Read::Unread, Read::Bytes),
            HandedIn::Nothing(why) => Read::Nothing(why.clone()),
        }
    }

    fn key(&self, task: &Task, read: &Read) -> String {
        let answer = match read {
            Read::Bytes(bytes) => hex(&Sha256::digest(bytes)),
            Read::Nothing(why) => format!("not submitted: {}", why.as_deref().unwrap_or_default()),
            Read::Unread(unread) => format!("unread: {unread}"),
        };
        self.keys[&task.question].of(&answer)
    }

    fn row(&self, task: &Task, entry: &Entry, checked: &Checked, key: String) -> ResultRow {
        let path = match &task.handed_in {
            HandedIn::File(path) => Some(place_text(path)),
            HandedIn::Nothing(_) => None,
        };
        let handed = Handed {
            candidate: task.candidate.clone(),
            path,
            submitted: task.submitted.map(|time| time.to_string()),
            late: task.late,
            key,
            question_sha256: self.keys[&task.question].question_sha256.clone(),
        };
        ResultRow::new(handed, &entry.question, checked, self.reveal)
    }

    fn other(&self, task: &Task, why: String) -> Other {
        let place = match &task.handed_in {
            HandedIn::File(path) => path.as_os_str().to_owned(),
            HandedIn::Nothing(_) => task.candidate.clone().into(),
        };
        Other { place, why, candidate: None, question: None }
    }
}
