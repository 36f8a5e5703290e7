//! A class: who was asked what, and which file of theirs answers it.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::bank::bank::Bank;
use crate::bank::entry::Entry;
use crate::bank::error::BankError;
use crate::model::question::{Kind, Summary};
use crate::model::shard::Shard;
use crate::model::time::read_time;
use crate::store::listing::{Found, Listing, Other};
use crate::store::submissions::name_text;

/// How many unknown names are answered with the nearest one.
// Receipt: a search among 193 names takes 1 ms; a folder of 50,000 strange files would take a minute.
const MOST_NEAREST: usize = 200;

/// What is to be graded.
#[derive(Debug, Default)]
pub struct Class {
    /// The questions that are answered or assigned, by slug.
    pub questions: BTreeMap<String, Entry>,
    /// In order of candidates and questions; at most one for each pair.
    pub tasks: Vec<Task>,
    /// What cannot be graded, and why.
    pub others: Vec<Other>,
    /// Answers to questions that were not asked.
    pub beside: usize,
}

/// One candidate and one question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Task {
    /// As it stands in reports.
    pub candidate: String,
    /// By slug.
    pub question: String,
    pub handed_in: HandedIn,
    pub submitted: Option<Timestamp>,
    /// Whether that was after the time that was due.
    pub late: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum HandedIn {
    /// Relative to the folder of submissions.
    File(PathBuf),
    /// Nothing that is a file; why, where something else was there.
    Nothing(Option<String>),
}

/// What was asked for.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The questions that everybody was to answer, by slug.
    pub assigned: Option<BTreeSet<String>>,
    pub due: Option<Timestamp>,
    pub shard: Option<Shard>,
}

impl Class {
    /// Bring together what was found, what the bank knows and what was asked for.
    pub fn gather(bank: &Bank, listing: Listing, request: &Request) -> Result<Class, BankError> {
        let mut gathering = Gathering {
            bank,
            request,
            class: Class::default(),
            names: BTreeMap::new(),
            nearest: 0,
            summaries: bank.summaries().iter().map(|summary| (summary.slug.as_str(), summary)).collect(),
        };
        for found in listing.answers {
            gathering.answer(found);
        }
        for other in listing.others {
            gathering.other(other);
        }
        let mut class = gathering.class;
        class.settle(request, &listing.candidates);
        for slug in class.tasks.iter().map(|task| &task.question).collect::<BTreeSet<_>>() {
            class.questions.insert(slug.clone(), bank.entry(slug)?);
        }
        Ok(class)
    }

    /// One task for each pair, and one for each answer that is missing.
    fn settle(&mut self, request: &Request, candidates: &[std::ffi::OsString]) {
        // A file comes before nothing.
        self.tasks.sort();
        let others = &mut self.others;
        self.tasks.dedup_by(|task, first| {
            let is_second = (&task.candidate, &task.question) == (&first.candidate, &first.question);
            if let (true, HandedIn::File(path), HandedIn::File(first)) = (is_second, &task.handed_in, &first.handed_in)
            {
                let graded = name_text(first.as_os_str());
                let why = format!("is a second answer to `{}`; `{graded}` is graded", task.question);
                others.push(Other { place: path.into(), why, candidate: None, question: None });
            }
            is_second
        });
        if let Some(assigned) = &request.assigned {
            let mut missing = Vec::new();
            {
                let there: BTreeSet<(&str, &str)> =
                    self.tasks.iter().map(|task| (task.candidate.as_str(), task.question.as_str())).collect();
                for candidate in candidates.iter().map(|candidate| name_text(candidate)).collect::<BTreeSet<_>>() {
                    for question in assigned.iter().filter(|question| !there.contains(&(candidate.as_str(), question)))
                    {
                        missing.push(Task::missing(candidate.clone(), question.clone(), None));
                    }
                }
            }
            self.tasks.extend(missing);
            self.tasks.sort();
        }
        if let Some(shard) = request.shard {
            self.tasks.retain(|task| shard.holds(&task.candidate, &task.question));
            self.others.retain(|other| shard.holds(&name_text(&other.place), ""));
        }
        self.others.sort();
    }
}

impl Task {
    fn missing(candidate: String, question: String, why: Option<String>) -> Task {
        Task { candidate, question, handed_in: HandedIn::Nothing(why), submitted: None, late: None }
    }
}

/// The class on its way.
struct Gathering<'a> {
    bank: &'a Bank,
    request: &'a Request,
    class: Class,
    /// What each name was found to mean.
    names: BTreeMap<String, Result<&'a Summary, String>>,
    /// How many names were answered with the nearest.
    nearest: usize,
    summaries: BTreeMap<&'a str, &'a Summary>,
}

impl<'a> Gathering<'a> {
    fn answer(&mut self, found: Found) {
        let place = found.path.as_os_str();
        let question = match self.meaning(&found.question) {
            Ok(question) => question,
            Err(why) => return self.push_other(place, why),
        };
        let wanted = extension(question.kind);
        if !found.any_extension && found.path.extension().is_none_or(|extension| extension != wanted) {
            return self.push_other(place, format!("an answer to `{}` ends in `.{wanted}`", question.slug));
        }
        if self.is_beside(&question.slug) {
            self.class.beside += 1;
            return;
        }
        let submitted = match found.submitted.as_deref().map(read_time) {
            None => None,
            Some(Ok(time)) => Some(time),
            Some(Err(why)) => {
                self.push_other(place, format!("is graded, but nobody can tell when it was handed in; {why}"));
                None
            }
        };
        let late = submitted.zip(self.request.due).map(|(submitted, due)| submitted > due);
        self.class.tasks.push(Task {
            candidate: name_text(&found.candidate),
            question: question.slug.clone(),
            handed_in: HandedIn::File(found.path),
            submitted,
            late,
        });
    }

    /// What is no file is named; where its question was assigned, it is also what the candidate has in place of an answer.
    fn other(&mut self, other: Other) {
        if let (Some(candidate), Some(name), true) =
            (&other.candidate, &other.question, self.request.assigned.is_some())
            && let Ok(question) = self.meaning(name)
            && !self.is_beside(&question.slug)
        {
            let why = Some(format!("{} {}", name_text(&other.place), other.why));
            self.class.tasks.push(Task::missing(name_text(candidate), question.slug.clone(), why));
        }
        self.class.others.push(other);
    }

    fn is_beside(&self, slug: &str) -> bool {
        self.request.assigned.as_ref().is_some_and(|assigned| !assigned.contains(slug))
    }

    fn push_other(&mut self, place: &OsStr, why: String) {
        self.class.others.push(Other { place: place.to_owned(), why, candidate: None, question: None });
    }

    /// The question with this name, or that once had it; or what to say of the name.
    fn meaning(&mut self, name: &str) -> Result<&'a Summary, String> {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let found = match self.summaries.get(name) {
            Some(summary) => Ok(*summary),
            None => self.bank.summary(name).map_err(|_| self.unknown(name)),
        };
        self.names.insert(name.to_owned(), found.clone());
        found
    }

    fn unknown(&mut self, name: &str) -> String {
        self.nearest += 1;
        let nearest = if self.nearest > MOST_NEAREST { Vec::new() } else { self.bank.nearest(name) };
        match nearest.first() {
            Some(nearest) => format!("no question has this name; is it `{nearest}`?"),
            None => "no question has this name".to_owned(),
        }
    }
}

/// What the files of answers end in.
pub fn extension(kind: Kind) -> &'static str {
    match kind {
        Kind::Code => "py",
        Kind::Predict => "txt",
        Kind::Explain => "md",
    }
}

/// How the place of an answer stands in reports.
pub fn place_text(path: &Path) -> String {
    name_text(path.as_os_str())
}
