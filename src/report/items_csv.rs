//! `items.csv`: a line for each question and each of its cases: how hard it is, whether it tells good answers from weak
//! ones, and what most got wrong.

use std::io::{self, Write};

use crate::report::csv_file::{Field, Table};
use crate::report::facts::Facts;
use crate::report::items::{CaseFacts, Mistake, QuestionFacts};
use crate::report::text;

const COLUMNS: [&str; 16] = [
    "question",
    "case",
    "hidden",
    "weight",
    "group",
    "tried",
    "passed",
    "difficulty",
    "mean_score",
    "discrimination",
    "remark",
    "common_mistake",
    "common_count",
    "common_verdict",
    "common_candidate",
    "common_result",
];

/// How much of a result or a fingerprint is shown.
const RESULT: usize = 80;

/// Write the table. `difficulty` is the share of those tried that passes, `discrimination` the point-biserial correlation
/// with everything else that the candidates did.
pub fn write(to: &mut dyn Write, facts: &Facts) -> io::Result<()> {
    let mut table = Table::new(to);
    table.row(COLUMNS.map(own))?;
    for question in &facts.questions {
        table.row(of_question(question))?;
        for case in question.cases() {
            table.row(of_case(question, case))?;
        }
    }
    table.finish()
}

fn own(text: &str) -> Field {
    Field::Text(text.to_owned())
}

fn of_question(question: &QuestionFacts) -> Vec<Field> {
    let mut fields = vec![
        own(&question.slug),
        own(""),
        own(""),
        own(""),
        own(""),
        Field::Count(question.tried),
        Field::Count(question.passed),
        Field::Share(question.difficulty()),
        Field::Share(question.mean_score()),
        Field::Share(question.discrimination()),
        own(question.remark().map_or("", |remark| remark.words())),
    ];
    fields.resize(COLUMNS.len(), own(""));
    fields
}

fn of_case(question: &QuestionFacts, case: &CaseFacts) -> Vec<Field> {
    let mut fields = vec![
        own(&question.slug),
        own(&case.name),
        own(if case.hidden { "yes" } else { "no" }),
        Field::Count(case.weight.into()),
        own(case.group.as_deref().unwrap_or("")),
        Field::Count(case.seen),
        Field::Count(case.passed),
        Field::Share(case.difficulty()),
        own(""),
        Field::Share(case.discrimination()),
        own(case.remark().map_or("", |remark| remark.words())),
    ];
    if let Some((fingerprint, mistake)) = case.common_mistake() {
        fields.extend(of_mistake(fingerprint, mistake));
    }
    fields.resize(COLUMNS.len(), own(""));
    fields
}

fn of_mistake(fingerprint: &str, mistake: &Mistake) -> [Field; 5] {
    let short = |shown: &str| Field::Text(text::short(shown, RESULT));
    [
        short(fingerprint),
        Field::Count(mistake.count),
        own(mistake.verdict.word()),
        Field::Text(mistake.candidate.clone()),
        mistake.got.as_deref().map_or(own(""), short),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::result_row::ResultRow;
    use crate::report::testing::{class, hostile_class, row};

    fn of(rows: &[ResultRow]) -> String {
        let mut to = Vec::new();
        write(&mut to, &Facts::of_rows(rows)).unwrap();
        String::from_utf8(to).unwrap()
    }

    #[test]
    fn a_small_class() {
        insta::assert_snapshot!(of(&class()));
    }

    #[test]
    fn hostile_results_are_cells() {
        let text = of(&hostile_class());
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for record in reader.records() {
            let record = record.unwrap();
            assert_eq!(record.len(), COLUMNS.len());
            assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '@'])), "{record:?}");
        }
    }

    #[test]
    fn what_most_got_wrong_is_named_with_its_count() {
        let rows: Vec<ResultRow> = ["f", "h", "f", "p", "f"]
            .iter()
            .enumerate()
            .map(|(number, cases)| row(&format!("c{number}"), "merge", cases))
            .collect();
        let text = of(&rows);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let case = reader.records().nth(1).unwrap().unwrap();
        assert_eq!([&case[11], &case[12], &case[14], &case[15]], ["f0f0f0f0f0f0f0f0", "3", "c0", "[2, 1]"]);
    }
}
