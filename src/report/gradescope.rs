//! `results.json` of Gradescope, one for each candidate. Every question is worth one point, shared by its cases.

use serde::Serialize;

use crate::model::reveal::Reveal;
use crate::model::verdict::Verdict;
use crate::report::context::Context;
use crate::report::facts::is_scored;
use crate::report::items::{FULL, four_digits, points};
use crate::report::json::pretty;
use crate::report::outcome::{Outcome, Test, tests};
use crate::report::result_row::ResultRow;
use crate::report::text;

#[derive(Serialize)]
struct Document {
    score: f64,
    /// In seconds.
    execution_time: f64,
    output: String,
    output_format: &'static str,
    visibility: &'static str,
    stdout_visibility: &'static str,
    tests: Vec<TestDocument>,
}

#[derive(Serialize)]
struct TestDocument {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_score: Option<f64>,
    /// Neither where a human decides or we are at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    visibility: &'static str,
    output: String,
    output_format: &'static str,
}

/// The document of one candidate, from all rows of theirs.
pub fn render(rows: &[ResultRow], context: &Context) -> String {
    let scored = rows.iter().filter(|row| is_scored(row.verdict));
    let score = scored.map(|row| points(row.score)).sum::<u64>() as f64 / FULL;
    pretty(&Document {
        score,
        execution_time: rows.iter().map(|row| row.wall_ms).sum::<u64>() as f64 / 1000.0,
        output: output(rows),
        output_format: "text",
        visibility: "visible",
        stdout_visibility: "hidden",
        tests: rows.iter().flat_map(|row| of_row(row, context)).collect(),
    })
}

fn output(rows: &[ResultRow]) -> String {
    let count = |verdict| rows.iter().filter(|row| row.verdict == verdict).count() as u64;
    let mut lines = vec![match rows.first() {
        Some(row) => format!("Checked at level {} by Python {}.", row.level, text::line(&row.python)),
        None => String::new(),
    }];
    if count(Verdict::Internal) > 0 {
        let answers = text::count(count(Verdict::Internal), "answer", "answers");
        lines.push(format!("{answers} could not be checked. That is not your fault and costs you nothing yet."));
    }
    if count(Verdict::Manual) > 0 {
        let answers = text::count(count(Verdict::Manual), "explanation", "explanations");
        lines.push(format!("{answers} will be read by a human."));
    }
    let late = rows.iter().filter(|row| row.late == Some(true)).count() as u64;
    if late > 0 {
        lines.push(format!("{} handed in late.", text::count(late, "answer was", "answers were")));
    }
    lines.join("\n")
}

fn of_row(row: &ResultRow, context: &Context) -> Vec<TestDocument> {
    let all = tests(row, context.reveal);
    let weights: u32 = all.iter().filter_map(|test| test.weight).sum();
    all.iter().map(|test| of_test(row, test, weights, context)).collect()
}

fn of_test(row: &ResultRow, test: &Test<'_>, weights: u32, context: &Context) -> TestDocument {
    let passed = test.outcome() == Outcome::Passed;
    let counts = is_scored(row.verdict) && weights > 0;
    let most = test.weight.filter(|_| counts).map(|weight| four_digits(f64::from(weight) / f64::from(weights)));
    let mut lines = vec![test.message().to_owned()];
    lines.extend(Some(test.details()).filter(|details| !details.is_empty()));
    TestDocument {
        name: text::line(&format!("{}: {}", context.title(&row.question), test.name)),
        score: most.map(|most| if passed { most } else { 0.0 }),
        max_score: most,
        status: is_scored(row.verdict).then_some(if passed { "passed" } else { "failed" }),
        visibility: visibility(test, context.reveal),
        output: text::block(&lines.join("\n")),
        output_format: "text",
    }
}

fn visibility(test: &Test<'_>, reveal: Reveal) -> &'static str {
    match reveal {
        _ if !test.hidden => "visible",
        Reveal::Never => "hidden",
        Reveal::Names => "visible",
        Reveal::After => "after_published",
    }
}

/// A name for the folder of a candidate, which no other candidate has and no folder outside: bytes that could mean
/// anything are written as `%NN`.
pub fn folder_name(candidate: &str) -> String {
    let mut name = String::new();
    for byte in candidate.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"_-".contains(&byte) || (byte == b'.' && !name.is_empty());
        if plain { name.push(char::from(byte)) } else { name += &format!("%{byte:02x}") }
    }
    if name.is_empty() {
        return "%".to_owned();
    }
    // No file system takes more than 255 bytes.
    if name.len() > 200 {
        use sha2::{Digest, Sha256};
        let hash = Sha256::digest(candidate);
        name.truncate(160);
        name += "%-";
        hash.iter().take(16).for_each(|byte| name += &format!("{byte:02x}"));
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::report::testing::{HOSTILE, class, context, hostile_rows};

    #[test]
    fn a_small_class() {
        let class = class();
        let of = |range: std::ops::Range<usize>| render(&class[range], &context());
        insta::assert_snapshot!([of(2..5), of(7..9)].concat());
    }

    #[test]
    fn points_of_tests_add_up_to_the_score() {
        for rows in [&class()[0..2], &class()[2..5], &class()[5..7]] {
            let document: serde_json::Value = serde_json::from_str(&render(rows, &context())).unwrap();
            let sum: f64 = document["tests"].as_array().unwrap().iter().filter_map(|test| test["score"].as_f64()).sum();
            assert!((sum - document["score"].as_f64().unwrap()).abs() < 0.001, "{document}");
        }
    }

    #[test]
    fn hidden_tests_are_seen_by_the_rule() {
        for (reveal, seen) in
            [(Reveal::Never, "hidden"), (Reveal::Names, "visible"), (Reveal::After, "after_published")]
        {
            let text = render(&class()[3..4], &Context { reveal, ..context() });
            let document: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(document["tests"][0]["visibility"], "visible");
            assert_eq!(document["tests"][2]["visibility"], seen);
            assert_eq!(text.contains("case_c"), reveal != Reveal::Never, "{text}");
        }
    }

    #[test]
    fn hostile_texts_are_texts() {
        for text in HOSTILE {
            let document = render(&hostile_rows(text), &Context { reveal: Reveal::After, ..context() });
            assert!(serde_json::from_str::<serde_json::Value>(&document).is_ok());
            assert!(!document.contains(['\u{1b}', '\u{202e}', '\r']) && !document.contains("##["), "{document}");
        }
    }

    #[test]
    fn folders_stay_where_they_belong() {
        assert_eq!(folder_name("ada.lovelace"), "ada.lovelace");
        assert_eq!(folder_name("../.."), "%2e.%2f..");
        assert_eq!(folder_name(""), "%");
        assert_eq!(folder_name("."), "%2e");
        let long = [folder_name(&"a".repeat(300)), folder_name(&"a".repeat(301)), folder_name(&"é".repeat(120))];
        assert!(long.iter().all(|name| name.len() < 255) && BTreeSet::from(long).len() == 3);
    }

    proptest! {
        #[test]
        fn different_candidates_have_different_folders(one in any::<String>(), other in any::<String>()) {
            prop_assert_eq!(folder_name(&one) == folder_name(&other), one == other);
            prop_assert!(!folder_name(&one).contains(['/', '\0']) && !folder_name(&one).starts_with('.'));
        }
    }
}
