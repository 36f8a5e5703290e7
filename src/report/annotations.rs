//! Annotations of GitHub: a line for each answer that does not pass, at its file. Nothing of what an answer gave is in
//! them, and no name can end a command or begin another one.

use std::io::{self, Write};

use crate::model::verdict::Verdict;
use crate::report::context::Context;
use crate::report::facts::Facts;
use crate::report::outcome::{Outcome, tests};
use crate::report::result_row::ResultRow;
use crate::report::text;

/// GitHub shows ten errors of a step and drops the rest without a word.
const MOST: u64 = 10;

/// Write the lines: first the answers that could not be checked, then those that fail.
pub fn write<E: From<io::Error>>(
    to: &mut dyn Write,
    facts: &Facts,
    context: &Context,
    rows: impl Iterator<Item = Result<ResultRow, E>>,
) -> Result<(), E> {
    let count =
        |wanted| facts.verdicts.iter().filter(|(verdict, _)| Outcome::of(**verdict) == wanted).map(|(_, n)| n).sum();
    let (broken, failed): (u64, u64) = (count(Outcome::Broken), count(Outcome::Failed));
    let mut failures = Vec::new();
    let mut shown = 0;
    for row in rows {
        let row = row?;
        match Outcome::of(row.verdict) {
            Outcome::Broken if shown < MOST => {
                to.write_all(line(&row, context).as_bytes())?;
                shown += 1;
            }
            Outcome::Failed if (failures.len() as u64) < MOST.saturating_sub(broken) => {
                failures.push(line(&row, context));
            }
            _ => {}
        }
        if shown + failures.len() as u64 == MOST.min(broken + failed) {
            break;
        }
    }
    failures.iter().try_for_each(|line| to.write_all(line.as_bytes()))?;
    let more = broken + failed - shown - failures.len() as u64;
    if more > 0 {
        let answers = text::count(more, "answer", "answers");
        writeln!(to, "::notice::and {answers} more; `report.html` and `junit.xml` list them all")?;
    }
    Ok(())
}

fn line(row: &ResultRow, context: &Context) -> String {
    let folder = context.folder.trim_end_matches('/');
    let place = row.path.as_ref().map(|path| format!("file={},", property(&format!("{folder}/{path}"))));
    let line = row.line.map(|line| format!("line={line},")).unwrap_or_default();
    let title = format!("{} · {}: {}", row.candidate, row.question, row.verdict);
    let place = place.unwrap_or_default() + &line;
    format!("::error {place}title={}::{}\n", property(&title), data(&message(row, context)))
}

/// The sentence of the author of the bank, or ours.
fn message(row: &ResultRow, context: &Context) -> String {
    if row.verdict == Verdict::Internal {
        return "this answer could not be checked, which is not the candidate's fault".to_owned();
    }
    let all = tests(row, context.reveal);
    // Without a case it is our own sentence, or the text of an exception that the answer chose: not for a log.
    let first = all.iter().find(|test| test.outcome() == Outcome::Failed && !row.cases.is_empty());
    match first.filter(|first| first.name != "load") {
        Some(first) if first.sentence.is_empty() => format!("`{}` does not pass: {}", first.name, first.verdict),
        Some(first) => format!("`{}`: {}", first.name, first.sentence),
        None if row.verdict == Verdict::NotSubmitted => "nothing was handed in".to_owned(),
        None => format!("the answer does not load: {}", row.verdict),
    }
}

/// What stands behind the second pair of colons.
fn data(text: &str) -> String {
    text::line(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands between the pairs of colons.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::testing::{bare, class, context, hostile_class, hostile_rows, row};

    fn of(rows: &[ResultRow]) -> String {
        let mut to = Vec::new();
        write(&mut to, &Facts::of_rows(rows), &context(), rows.iter().cloned().map(Ok::<_, io::Error>)).unwrap();
        String::from_utf8(to).unwrap()
    }

    /// Each line as the runner reads it: its properties, and its message.
    fn read(text: &str) -> Vec<(String, String)> {
        let read = |line: &str| {
            let (head, message) = line.strip_prefix("::")?.split_once("::")?;
            Some((head.to_owned(), message.to_owned()))
        };
        text.lines().map(|line| read(line).unwrap_or_else(|| panic!("no command: {line}"))).collect()
    }

    #[test]
    fn a_small_class() {
        insta::assert_snapshot!(of(&class()));
    }

    #[test]
    fn ten_are_shown_and_the_rest_is_counted() {
        let mut rows: Vec<ResultRow> = (0..30).map(|number| row(&format!("c{number:02}"), "merge", "f")).collect();
        rows.push(bare("zoe", "merge", Verdict::Internal, "lost"));
        let text = of(&rows);
        assert_eq!(text.lines().count(), 11);
        assert!(text.starts_with("::error file=class/zoe/merge.py,"), "what we did wrong comes first: {text}");
        assert!(text.contains("and 21 answers more"), "{text}");
        assert_eq!(of(&[row("ada", "merge", "p")]), "");
        assert_eq!(of(&rows[..10]).lines().count(), 10);
    }

    #[test]
    fn hostile_names_stay_in_their_line() {
        for rows in hostile_class().chunks(4) {
            let text = of(rows);
            for (head, _) in read(&text) {
                let parts: Vec<&str> = head.split(',').collect();
                assert!(parts.len() == 2 && parts[1].starts_with("title="), "{head}");
            }
            assert!(!text.contains(['\u{1b}', '\u{202e}', '\r']) && !text.contains("##["), "{text}");
        }
    }

    #[test]
    fn nothing_that_an_answer_gave_is_shown() {
        let mut rows = hostile_rows("SECRET");
        for row in &mut rows {
            (row.candidate, row.path) = ("ada".to_owned(), Some("ada/merge.py".to_owned()));
            row.cases.iter_mut().for_each(|case| case.sentence = "Say so.".to_owned());
        }
        assert!(!of(&rows).contains("SECRET"), "{}", of(&rows));
    }

    proptest! {
        #[test]
        fn any_name_gives_one_command_an_answer(name in any::<String>()) {
            let text = of(&hostile_rows(&name));
            let commands = read(&text);
            prop_assert_eq!(commands.len(), 2);
            prop_assert!(commands.iter().all(|(head, _)| head.matches(',').count() == 1 && head.starts_with("error file=")));
        }
    }
}
