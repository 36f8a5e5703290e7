//! What a sheet of notes holds: questions in groups, each with what the bank has written about it.

use crate::bank::entry::Entry;
use crate::model::question::{Difficulty, Kind, Question};
use crate::model::seed::Seed;

/// How many failed cases are named.
const NAMED: usize = 4;

/// Chosen questions in the order in which they are shown.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub groups: Vec<Group>,
    /// Names the bank that the questions are from.
    pub bank_hash: String,
}

/// Questions below one heading, or below none.
#[derive(Debug, Clone, Default)]
pub struct Group {
    pub heading: Option<String>,
    pub notes: Vec<Note>,
}

/// A question with everything that is written about it.
#[derive(Debug, Clone)]
pub struct Note {
    pub entry: Entry,
    /// The seed questions that it answers, where they are to be named.
    pub asked: Vec<Seed>,
    /// What its candidate missed, where that is to be marked.
    pub weak: Option<Weak>,
}

/// What a candidate missed of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weak {
    /// When, and how it went.
    pub said: String,
    /// The cases that failed, or the numbers of the lines.
    pub cases: Vec<String>,
    /// A version before the bell passed more.
    pub was_better: bool,
    /// The key points that were not said, or only in part.
    pub points: Vec<WeakPoint>,
    /// Those that were said in full.
    pub said_points: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeakPoint {
    pub id: String,
    /// Some of it was said.
    pub in_part: bool,
}

impl Sheet {
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.groups.iter().flat_map(|group| &group.notes)
    }

    /// How many questions there are, and how many of each kind: `3 questions: 1 code, 2 predict`.
    pub fn facts(&self) -> String {
        let count = self.notes().count();
        let of = |kind| self.notes().filter(|note| note.question().kind == kind).count();
        let kinds = [Kind::Code, Kind::Predict, Kind::Explain].map(|kind| (of(kind), kind));
        let kinds = kinds.iter().filter(|(count, _)| *count > 0).map(|(count, kind)| format!("{count} {kind}"));
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} question{plural}: {}", kinds.collect::<Vec<_>>().join(", "))
    }

    /// Questions in the order of a bank, with a heading for each topic.
    pub fn by_topic(notes: Vec<Note>, bank_hash: &str) -> Sheet {
        let mut groups: Vec<Group> = Vec::new();
        for note in notes {
            let heading = Some(topic_name(&note.question().topic));
            match groups.last_mut().filter(|group| group.heading == heading) {
                Some(group) => group.notes.push(note),
                None => groups.push(Group { heading, notes: vec![note] }),
            }
        }
        Sheet { groups, bank_hash: bank_hash.to_owned() }
    }

    /// Questions as they come.
    pub fn in_order(notes: Vec<Note>, bank_hash: &str) -> Sheet {
        Sheet { groups: vec![Group { heading: None, notes }], bank_hash: bank_hash.to_owned() }
    }
}

impl Note {
    pub fn question(&self) -> &Question {
        &self.entry.question
    }

    /// For instance `code · easy · 10 min`.
    pub fn facts(&self) -> String {
        let Question { kind, level, minutes, .. } = self.question();
        format!("{kind} · {level} · {minutes} min")
    }

    /// `code`: the right answer that the others are compared with.
    pub fn code(&self) -> Option<&str> {
        self.entry.right_answers().next().map(|(_, text)| text)
    }

    /// `code`: what one would write at work, and why.
    pub fn at_work(&self) -> Option<(&str, String)> {
        self.entry.idiom().map(|(idiom, code)| (code, idiom.says.text()))
    }

    /// `predict`: the snippet, and what it prints.
    pub fn prediction(&self) -> Option<(&str, &str)> {
        Some((self.entry.snippet()?, self.entry.expected().unwrap_or_default()))
    }

    /// For instance `Time O(n), space O(1).`, as the author wrote it.
    pub fn complexity(&self) -> Option<String> {
        let complexity = self.question().complexity.as_ref()?;
        Some(format!("Time {}, space {}.", complexity.time, complexity.space))
    }
}

impl Weak {
    /// For instance `2026-11-25: fail, 3 of 8 (case_random, case_duplicates)`.
    pub fn sentence(&self) -> String {
        let named = self.cases.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let before = if self.was_better { "; an earlier version did better" } else { "" };
        match self.cases.len() {
            0 => format!("{}{before}", self.said),
            1..=NAMED => format!("{} ({named}){before}", self.said),
            count => format!("{} ({named} and {} more){before}", self.said, count - NAMED),
        }
    }

    /// What stands beside a key point that was missed. Where some were rated, the others count as missed too.
    pub fn mark(&self, point: &str) -> Option<&'static str> {
        match self.points.iter().find(|known| known.id == point) {
            Some(point) if point.in_part => Some("only in part"),
            Some(_) => Some("not said"),
            None if self.points.is_empty() && self.said_points.is_empty() => None,
            None => (!self.said_points.iter().any(|said| said == point)).then_some("not rated"),
        }
    }
}

/// `object-model` as `Object model`.
pub fn topic_name(topic: &str) -> String {
    let words = topic.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How hard it is, from 1 to 4.
pub fn steps(level: Difficulty) -> usize {
    match level {
        Difficulty::Easy => 1,
        Difficulty::Medium => 2,
        Difficulty::Hard => 3,
        Difficulty::Expert => 4,
    }
}
