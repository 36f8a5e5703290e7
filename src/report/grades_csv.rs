//! `grades.csv`: a line for each candidate, a column for each question.

use std::io::{self, Write};

use crate::model::verdict::Verdict;
use crate::report::csv_file::{Field, Table};
use crate::report::facts::{Facts, Mark, is_scored};

/// Write the table. A score is from 0 to 1, and empty where there is none: nothing was assigned or handed in, a human has
/// to read it, or it could not be checked.
pub fn write(to: &mut dyn Write, facts: &Facts) -> io::Result<()> {
    let mut table = Table::new(to);
    let fixed = ["candidate", "score", "passed", "scored", "to_read", "not_checked", "late"];
    let slugs = facts.questions.iter().map(|question| question.slug.as_str());
    table.row(fixed.into_iter().chain(slugs).map(|name| Field::Text(name.to_owned())))?;
    for candidate in &facts.candidates {
        let count = |verdict| Field::Count(candidate.count(verdict) as u64);
        let scored = candidate.marks.iter().filter(|mark| is_scored(mark.verdict)).count();
        let fixed = [
            Field::Text(candidate.name.clone()),
            Field::Share(candidate.score()),
            count(Verdict::Pass),
            Field::Count(scored as u64),
            count(Verdict::Manual),
            count(Verdict::Internal),
            Field::Count(candidate.late() as u64),
        ];
        let best = |question| candidate.marks_of(question).filter_map(Mark::score).reduce(f64::max);
        let scores = (0..facts.questions.len()).map(|question| Field::Share(best(question)));
        table.row(fixed.into_iter().chain(scores))?;
    }
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, class, hostile_class};

    fn of(facts: &Facts) -> String {
        let mut to = Vec::new();
        write(&mut to, facts).unwrap();
        String::from_utf8(to).unwrap()
    }

    #[test]
    fn a_small_class() {
        insta::assert_snapshot!(of(&Facts::of_rows(&class())));
    }

    #[test]
    fn hostile_names_are_cells() {
        let text = of(&Facts::of_rows(&hostile_class()));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let names: Vec<String> = reader.records().map(|record| record.unwrap()[0].to_owned()).collect();
        assert_eq!(names.len(), HOSTILE.len());
        assert!(names.iter().all(|name| !name.starts_with(['=', '@', '\u{1b}'])), "{names:?}");
        assert_eq!(text.lines().count(), HOSTILE.len() + 1);
    }
}
