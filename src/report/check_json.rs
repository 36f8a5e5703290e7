//! The document of `greenroom check --json`. Scripts rely on it; its schema is published as `docs/schemas/check.json`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::check::CaseKind;
use crate::model::growth;
use crate::model::isolation::{Level, MissingLayer};
use crate::model::record::{CaseResult, Checked, Detail, Failure, LineResult};
use crate::model::verdict::Verdict;
use crate::report::json::pretty;

/// Grows when a field changes its meaning or goes; new fields do not count.
pub const VERSION: u32 = 1;

/// Answers to one question, checked.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The version of this format.
    pub version: u32,
    /// The greenroom that checked.
    pub greenroom: &'a str,
    /// How strongly answers were locked in.
    pub level: Level,
    /// The layers that this machine did not give, and why.
    pub missing_layers: &'a [MissingLayer],
    /// The interpreter that ran the answers, for instance `3.11.7`.
    pub python: &'a str,
    /// One for each file, in the order of the command line.
    pub answers: Vec<Answer<'a>>,
}

/// One answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Answer<'a> {
    pub question: &'a str,
    pub file: &'a str,
    pub verdict: Verdict,
    pub score: Score,
    /// Why the answer could not be tried at all; null when it could.
    pub load: Option<Problem<'a>>,
    /// Of a `code` answer, in file order of the check.
    pub cases: Vec<Case<'a>>,
    /// Of a prediction.
    pub lines: &'a [LineResult],
    /// What the author of the bank says to whoever gives this wrong answer, when it was recognised.
    pub says: Option<&'a str>,
    /// How the cost of the answer grows, when `--growth` asked for it and the answer passes. Advice, never a verdict.
    pub growth: Option<Growth<'a>>,
    /// SHA-256 of the file in hex; empty when the file was too large to be read.
    pub answer_sha256: &'a str,
    /// The number that random cases were made from.
    pub seed: u64,
    /// CPU and wall time of the answer, and its memory, by the runner's clocks.
    pub cpu_ms: u64,
    pub wall_ms: u64,
    pub max_rss_kib: u64,
}

/// The steps of an answer for inputs of growing size, as it counted them itself.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Growth<'a> {
    /// The class that was counted; null when nothing is clearly best.
    pub class: Option<growth::Class>,
    /// The best and the next best class, also when nothing is clearly best.
    pub nearest: &'a [growth::Class],
    /// The class of the author's answer, where the author says one.
    pub author: Option<growth::Class>,
    /// Whether the two are the same; null while one of them is not known.
    pub agrees: Option<bool>,
    /// By size.
    pub points: &'a [growth::Point],
    /// Why no larger size was counted; null when all were.
    pub stopped: Option<&'a str>,
}

/// Cases, or lines of a prediction.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Score {
    pub passed: usize,
    pub total: usize,
}

/// One case.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Case<'a> {
    pub name: &'a str,
    pub kind: Kind,
    pub verdict: Verdict,
    /// What the author says when the case fails.
    pub sentence: &'a str,
    /// The first example that did not give what was expected; null when the case passed or was not run.
    pub failure: Option<Problem<'a>>,
}

#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Sample,
    Hidden,
    Source,
}

/// What went wrong.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Problem<'a> {
    /// The examples of the case that ran before and gave what was expected.
    pub before: &'a [String],
    /// The example: what was called. Empty when loading failed.
    pub call: &'a str,
    /// Line of the example in the check, from 1; 0 when loading failed.
    pub check_line: u32,
    pub expected: Option<&'a str>,
    pub got: Option<&'a str>,
    /// What kind of difference it is.
    pub note: Option<&'a str>,
    pub raised: Option<Exception<'a>>,
    /// What the answer printed meanwhile.
    pub printed: &'a str,
}

/// An exception.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Exception<'a> {
    /// `ValueError` for a builtin, `module.Name` for others.
    pub exception: &'a str,
    pub message: &'a str,
    /// Lines of the answer that it went through, outermost first.
    pub lines: Vec<u32>,
}

/// The document for these answers, with a newline at its end.
pub fn render(
    level: Level,
    missing_layers: &[MissingLayer],
    python: &str,
    answers: &[(&Checked, Option<&growth::Growth>)],
) -> String {
    pretty(&Document {
        version: VERSION,
        greenroom: env!("CARGO_PKG_VERSION"),
        level,
        missing_layers,
        python,
        answers: answers.iter().map(|(checked, growth)| answer(checked, *growth)).collect(),
    })
}

/// The schema that every document satisfies.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Document<'static>);
    schema.insert("title".to_owned(), "Answers checked by Greenroom".into());
    pretty(&schema)
}

fn answer<'a>(checked: &'a Checked, growth: Option<&'a growth::Growth>) -> Answer<'a> {
    let (cases, lines): (&[CaseResult], &[LineResult]) = match &checked.detail {
        Detail::Cases(cases) => (cases, &[]),
        Detail::Lines(lines) => (&[], lines),
        Detail::Manual => (&[], &[]),
    };
    let passed = cases.iter().filter(|case| case.verdict == Verdict::Pass).count()
        + lines.iter().filter(|line| line.right).count();
    Answer {
        question: &checked.slug,
        file: &checked.file,
        verdict: checked.verdict,
        score: Score { passed, total: cases.len() + lines.len() },
        load: checked.load.as_ref().map(problem),
        cases: cases.iter().map(case).collect(),
        lines,
        says: checked.says.as_deref(),
        growth: growth.map(|growth| Growth {
            class: growth.class,
            nearest: &growth.nearest,
            author: growth.author,
            agrees: growth.agrees(),
            points: &growth.points,
            stopped: growth.stopped.as_deref(),
        }),
        answer_sha256: &checked.answer_sha256,
        seed: checked.context.seed,
        cpu_ms: checked.usage.cpu_ms,
        wall_ms: checked.usage.wall_ms,
        max_rss_kib: checked.usage.max_rss_kib,
    }
}

fn case(result: &CaseResult) -> Case<'_> {
    let kind = match result.kind {
        CaseKind::Sample => Kind::Sample,
        CaseKind::Hidden => Kind::Hidden,
        CaseKind::Source => Kind::Source,
    };
    let failure = result.failure.as_ref().map(problem);
    Case { name: &result.name, kind, verdict: result.verdict, sentence: &result.sentence, failure }
}

fn problem(failure: &Failure) -> Problem<'_> {
    Problem {
        before: &failure.before,
        call: &failure.call,
        check_line: failure.check_line,
        expected: failure.expected.as_deref(),
        got: failure.got.as_deref(),
        note: failure.note.as_deref(),
        raised: failure.raised.as_ref().map(|raised| Exception {
            exception: &raised.exception,
            message: &raised.message,
            lines: raised.trace.iter().map(|line| line.line).collect(),
        }),
        printed: &failure.printed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::{Context, Usage};
    use crate::model::wire::{Raised, TraceLine};

    fn checked(detail: Detail) -> Checked {
        Checked {
            slug: "merge-sorted-lists".to_owned(),
            file: "merge.py".to_owned(),
            verdict: Verdict::Fail,
            answer_sha256: "ab".repeat(32),
            load: None,
            detail,
            says: Some("You dropped the tail.".to_owned()),
            usage: Usage { cpu_ms: 3, wall_ms: 4, max_rss_kib: 12_000, retries: 0 },
            context: Context { seed: 7, level: Level::Full, python: "3.11.7".to_owned() },
        }
    }

    fn document() -> String {
        let failure = Failure {
            before: vec!["a = [1]".to_owned()],
            call: "merge([1], [2])".to_owned(),
            check_line: 9,
            expected: Some("[1, 2]".to_owned()),
            got: Some("\u{fffd}\u{1b}[31m".to_owned()),
            note: None,
            raised: Some(Raised {
                exception: "ValueError".to_owned(),
                message: "no".to_owned(),
                trace: vec![TraceLine { line: 2, column: 0, function: "merge".to_owned() }],
            }),
            printed: String::new(),
            tampering: false,
        };
        let case = CaseResult {
            name: "case_a".to_owned(),
            kind: CaseKind::Source,
            verdict: Verdict::OutputLimit,
            sentence: "Say so.".to_owned(),
            failure: Some(failure),
            fingerprint: String::new(),
        };
        let line = LineResult { line: 1, predicted: None, printed: Some("1".to_owned()), right: false };
        let answers = [checked(Detail::Cases(vec![case])), checked(Detail::Lines(vec![line])), checked(Detail::Manual)];
        let growth = growth::Growth {
            points: vec![growth::Point { size: 16, steps: 80 }],
            class: Some(growth::Class::Linear),
            nearest: vec![growth::Class::Linear, growth::Class::Linearithmic],
            stopped: Some("size 24 took too long".to_owned()),
            author: None,
        };
        let growths = [Some(&growth), None, None];
        render(Level::Full, &[], "3.11.7", &answers.iter().zip(growths).collect::<Vec<_>>())
    }

    #[test]
    fn a_document_satisfies_the_schema() {
        let document: serde_json::Value = serde_json::from_str(&document()).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let problems: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!((&document["version"], &document["answers"][0]["verdict"]), (&1.into(), &"fail".into()));
    }
}
