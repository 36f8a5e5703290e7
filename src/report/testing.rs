//! Rows for tests of reports, and texts that have bitten others.

use crate::model::isolation::Level;
use crate::model::reveal::Reveal;
use crate::model::verdict::Verdict;
use crate::report::context::Context;
use crate::report::result_row::{CaseRow, FailureRow, ResultRow, VERSION};

/// Names and texts that mean something to one of the formats.
pub const HOSTILE: [&str; 15] = [
    "<script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "]]></failure><!--",
    "&lt;b&gt; &#x1b; <![CDATA[",
    "\u{1b}[31mred\u{1b}]8;;http://evil\u{7}",
    "adm\u{202e}txt.exe\u{2066}\u{200b}",
    "=HYPERLINK(\"http://evil\";\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "::error file=a,line=1::owned%0A::stop-commands::x",
    "##[error]owned\r\n::set-output name=a::b",
    "| a | **b** | [c](http://d) | <img src=x> `e` #1 @f",
    "../../../etc/passwd",
    "\u{0}\u{1}\u{b}\u{c}\u{fffe}\u{ffff}\u{85}\u{2028}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "𝒵🐍 عربى 中文, \"quoted\", and\nlines\ttabs",
];

/// A row with a case for each letter: `p`ass, `f`ail, `h`idden fail, `t`imeout, `n`ot run. The first case is no hidden one.
pub fn row(candidate: &str, question: &str, cases: &str) -> ResultRow {
    let cases: Vec<CaseRow> = cases.chars().enumerate().map(|(index, letter)| case(index, letter)).collect();
    let passed = cases.iter().filter(|case| case.verdict == Verdict::Pass).count();
    let score = if cases.is_empty() { 0.0 } else { passed as f64 / cases.len() as f64 };
    ResultRow {
        version: VERSION,
        candidate: candidate.to_owned(),
        question: question.to_owned(),
        verdict: Verdict::of_cases(cases.iter().map(|case| case.verdict)),
        score: (score * 10_000.0).round() / 10_000.0,
        groups: Vec::new(),
        cases,
        path: Some(format!("{candidate}/{question}.py")),
        submitted: None,
        late: None,
        tampering: false,
        answer_sha256: "ab".repeat(32),
        key: "cd".repeat(32),
        question_sha256: "ef".repeat(32),
        greenroom: "0.1.0".to_owned(),
        level: Level::Full,
        python: "3.11.7".to_owned(),
        seed: 7,
        cpu_ms: 12,
        wall_ms: 15,
        max_rss_kib: 9000,
        retries: 0,
        reason: None,
        line: None,
    }
}

fn case(index: usize, letter: char) -> CaseRow {
    let verdict = match letter {
        'p' => Verdict::Pass,
        'f' | 'h' => Verdict::Fail,
        't' => Verdict::Timeout,
        _ => Verdict::NotRun,
    };
    CaseRow {
        name: format!("case_{}", char::from(b'a' + (index % 26) as u8)),
        verdict,
        hidden: index > 0,
        weight: 1,
        group: None,
        fingerprint: if letter == 'n' { String::new() } else { format!("{letter}{index}").repeat(8) },
        sentence: format!("Sentence {index}."),
        failure: (letter == 'f').then(|| failure("g(1)", "[1, 2]", "[2, 1]")),
    }
}

pub fn failure(call: &str, expected: &str, got: &str) -> FailureRow {
    FailureRow {
        call: call.to_owned(),
        expected: Some(expected.to_owned()),
        got: Some(got.to_owned()),
        note: None,
        raised: None,
    }
}

/// Without cases, as an answer that could not be tried.
pub fn bare(candidate: &str, question: &str, verdict: Verdict, reason: &str) -> ResultRow {
    let reason = (!reason.is_empty()).then(|| reason.to_owned());
    ResultRow { verdict, score: 0.0, reason, ..row(candidate, question, "") }
}

/// A small class with one of everything.
pub fn class() -> Vec<ResultRow> {
    let syntax = ResultRow {
        verdict: Verdict::Error,
        reason: Some("SyntaxError: invalid syntax".to_owned()),
        line: Some(3),
        ..row("bob", "two-sum", "nnn")
    };
    vec![
        row("ada", "merge", "pppp"),
        row("ada", "two-sum", "ppp"),
        bare("bob", "gil", Verdict::Manual, ""),
        row("bob", "merge", "pfhp"),
        syntax,
        ResultRow { late: Some(true), ..row("cyd", "merge", "pptn") },
        ResultRow { path: None, ..bare("cyd", "two-sum", Verdict::NotSubmitted, "") },
        row("dee", "merge", "ffpp"),
        bare("dee", "two-sum", Verdict::Internal, "the worker was lost"),
    ]
}

/// The class of hostile names: each text as a name, a sentence, a result and a reason.
pub fn hostile_class() -> Vec<ResultRow> {
    let mut names = HOSTILE.map(str::to_owned);
    names.sort();
    names.iter().flat_map(|text| hostile_rows(text)).collect()
}

/// Rows in which every text that is not ours is this one.
pub fn hostile_rows(text: &str) -> [ResultRow; 2] {
    let mut failed = row(text, "merge", "fh");
    for case in &mut failed.cases {
        case.sentence = text.to_owned();
        case.fingerprint = text.to_owned();
        case.failure = Some(FailureRow {
            note: Some(text.to_owned()),
            raised: Some(text.to_owned()),
            ..failure(text, text, text)
        });
    }
    [failed, bare(text, "two-sum", Verdict::Error, text)]
}

pub fn context() -> Context {
    Context {
        bank_hash: "ef".repeat(32),
        seed: None,
        titles: [("merge", "Merge two sorted lists"), ("two-sum", "Two numbers with a sum")]
            .map(|(slug, title)| (slug.to_owned(), title.to_owned()))
            .into(),
        folder: "class".to_owned(),
        reveal: Reveal::Names,
    }
}
