//! Checked answers of every kind, for tests of what people see.

use crate::model::check::CaseKind;
use crate::model::isolation::Level;
use crate::model::record::{CaseResult, Checked, Context, Detail, Failure, LineResult, Usage};
use crate::model::verdict::Verdict;
use crate::model::wire::{Raised, TraceLine};
use crate::ui::paint::Look;

pub const WIDE: Look = Look { width: 80, colour: false, unicode: true };
pub const NARROW: Look = Look { width: 60, colour: false, unicode: true };
pub const ASCII: Look = Look { width: 80, colour: false, unicode: false };
pub const COLOURED: Look = Look { width: 80, colour: true, unicode: true };

pub const SOURCE: &str = "def merge(a, b):
    merged = []
    i = j = 0
    while i < len(a):
        if b[j] < a[i]:
            merged.append(b[j])
            j += 1
    return merged
";

pub fn checked(verdict: Verdict, detail: Detail) -> Checked {
    Checked {
        slug: "merge-sorted-lists".to_owned(),
        file: "bad_drops_the_tail.py".to_owned(),
        verdict,
        answer_sha256: "ab".repeat(32),
        load: None,
        detail,
        says: None,
        usage: Usage { cpu_ms: 31, wall_ms: 1204, max_rss_kib: 14_200, retries: 0 },
        context: Context { seed: 7, level: Level::Full, python: "3.11.7".to_owned() },
    }
}

pub fn passing(name: &str) -> CaseResult {
    CaseResult {
        name: name.to_owned(),
        kind: if name.starts_with("sample") { CaseKind::Sample } else { CaseKind::Hidden },
        verdict: Verdict::Pass,
        sentence: String::new(),
        failure: None,
        fingerprint: String::new(),
    }
}

pub fn failing(name: &str, verdict: Verdict, sentence: &str, failure: Failure) -> CaseResult {
    CaseResult { verdict, sentence: sentence.to_owned(), failure: Some(failure), ..passing(name) }
}

pub fn differs(call: &str, expected: &str, got: &str, note: &str) -> Failure {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Failure {
        before: Vec::new(),
        call: call.to_owned(),
        check_line: 9,
        expected: some(expected),
        got: some(got),
        note: some(note),
        ..Failure::default()
    }
}

pub fn raised(exception: &str, message: &str, places: &[(u32, u32, &str)]) -> Raised {
    let place = |(line, column, function): &(u32, u32, &str)| TraceLine {
        line: *line,
        column: *column,
        function: (*function).to_owned(),
    };
    Raised { exception: exception.to_owned(), message: message.to_owned(), trace: places.iter().map(place).collect() }
}

pub fn drops_the_tail() -> Checked {
    let one_side = differs(
        "merge([], []), merge([], [7, 8]), merge([7, 8], [])",
        "([], [7, 8], [7, 8])",
        "([], [], [7, 8])",
        "at `[1]`: nothing in it",
    );
    let used_up = Failure {
        before: vec!["a, b = [1, 2], [5, 6, 7]".to_owned()],
        expected: Some("([1, 2, 5, 6, 7], [1, 2, 5, 6, 7])".to_owned()),
        raised: Some(raised("IndexError", "list index out of range", &[(5, 0, "merge")])),
        printed: "i=2 j=0\n".repeat(40),
        ..differs("merge(a, b), merge(b, a)", "", "", "")
    };
    let cases = vec![
        passing("sample_interleaved"),
        passing("sample_different_lengths"),
        failing(
            "case_one_side_is_empty",
            Verdict::Fail,
            "A list can be empty: then the result holds the items of the other one.",
            one_side,
        ),
        failing(
            "case_one_side_is_used_up_first",
            Verdict::Error,
            "When one list is used up, the rest of the other still belongs in the result.",
            used_up,
        ),
        passing("case_duplicates"),
        failing("case_two_hundred_thousand_each", Verdict::Timeout, "", differs("", "", "", "over 2 s of CPU time")),
        CaseResult { verdict: Verdict::NotRun, ..passing("case_random") },
    ];
    let says = "You stop when the first list is used up. What is left of the other one belongs behind it.".to_owned();
    Checked { says: Some(says), ..checked(Verdict::Fail, Detail::Cases(cases)) }
}

pub fn long_difference() -> Checked {
    let list = |wrong: &str| {
        let items = (0..40).map(|number| match number {
            20 => format!("    {wrong},\n"),
            _ => format!("    {number},\n"),
        });
        format!("[\n{}]", items.collect::<String>())
    };
    let failure = differs(
        "squares(40)",
        &list("20"),
        &list("'20'"),
        "at `[20]`: `'20'` where `20` is expected: a str, not an int",
    );
    checked(Verdict::Fail, Detail::Cases(vec![failing("sample_squares", Verdict::Fail, "", failure)]))
}

pub fn prediction() -> Checked {
    let line = |line, predicted: Option<&str>, printed: Option<&str>| LineResult {
        line,
        predicted: predicted.map(str::to_owned),
        printed: printed.map(str::to_owned),
        right: predicted == printed,
    };
    let lines = vec![
        line(1, Some("True"), Some("True")),
        line(2, Some("True"), Some("False")),
        line(3, Some("[1, 2, 3]"), Some("[1, 2, 3, 4]")),
        line(4, None, Some("0")),
    ];
    let file = "prediction.txt".to_owned();
    Checked { slug: "is-vs-equality".to_owned(), file, ..checked(Verdict::Fail, Detail::Lines(lines)) }
}
