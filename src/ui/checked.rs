//! One answer, checked, for a person: what passes, what does not, and why. Makes sense without colours.

use crate::model::check::CaseKind;
use crate::model::isolation::Level;
use crate::model::material::typed;
use crate::model::record::{CaseResult, Checked, Detail, Failure};
use crate::model::verdict::Verdict;
use crate::ui::diff;
use crate::ui::message;
use crate::ui::paint::{Look, Tone};
use crate::ui::prediction;
use crate::ui::prose::hang;
use crate::ui::raised;
use crate::ui::width::{chunks, pad, split, width, wrap};

/// How much is shown of hidden cases that fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// Their names and sentences: the bell has not rung.
    Names,
    Everything,
}

/// The most lines of a call.
const MAX_CALL: usize = 12;

/// The most lines of printed text.
const MAX_PRINTED: usize = 12;

/// How wide the columns of verdicts and files are in a list of answers.
const VERDICT_COLUMN: usize = 8;
const FILE_COLUMN: usize = 30;

/// The answer in full. `source` is its text, for the lines that an exception went through.
pub fn render(look: Look, checked: &Checked, source: Option<&str>, reveal: Reveal) -> String {
    let mut page = Page { look, source, reveal, lines: Vec::new() };
    page.headline(checked);
    match (&checked.load, &checked.detail) {
        (Some(failure), _) => page.load(checked.verdict, failure),
        (None, Detail::Cases(cases)) => page.cases(cases),
        (None, Detail::Lines(_)) if reveal == Reveal::Names && checked.verdict == Verdict::Pass => {}
        (None, Detail::Lines(lines)) if reveal == Reveal::Names => page.prose("  ", &prediction::wrong_lines(lines)),
        (None, Detail::Lines(lines)) => {
            page.gap();
            page.block(2, prediction::table(look, lines, look.width - 2));
        }
        (None, Detail::Manual) => {}
    }
    if let Some(says) = checked.says.as_ref().filter(|_| reveal == Reveal::Everything) {
        page.gap();
        page.prose("  ", &message::known_mistake(says));
    }
    page.circumstances(checked);
    page.lines.join("\n") + "\n"
}

/// The answer on one line, for a list of many.
pub fn line(look: Look, checked: &Checked) -> String {
    let (passed, total) = score(&checked.detail);
    let counts = if total == 0 { String::new() } else { format!("{passed}/{total}") };
    let start = format!(
        "{} {}  {counts:>5}  {}",
        look.mark(checked.verdict),
        pad(checked.verdict.word(), VERDICT_COLUMN),
        pad(&look.cut_path(&look.line(&checked.file), FILE_COLUMN), FILE_COLUMN)
    );
    let why = look.line(&why(checked).unwrap_or_default());
    let room = look.width.saturating_sub(width(&start) + 2);
    let why = if room > 10 { look.cut(&why, room) } else { String::new() };
    let (mark, rest) = start.split_at(look.mark(checked.verdict).len() + 1 + checked.verdict.word().len());
    format!("{}{rest}  {}", look.paint(Tone::of(checked.verdict), mark), look.dim(&why)).trim_end().to_owned() + "\n"
}

/// What is to be said of an answer in a few words: where it fails first.
fn why(checked: &Checked) -> Option<String> {
    if let Some(failure) = &checked.load {
        let raised = failure.raised.as_ref();
        return raised
            .map(|raised| message::raised_in_line(&raised.exception, raised.trace.last().map(|place| place.line)))
            .or_else(|| failure.note.clone());
    }
    match &checked.detail {
        Detail::Cases(cases) => {
            cases.iter().find(|case| case.verdict == checked.verdict && fails(case)).map(|case| case.name.clone())
        }
        Detail::Lines(lines) if checked.verdict != Verdict::Pass => Some(prediction::wrong_lines(lines)),
        _ => None,
    }
}

fn fails(case: &CaseResult) -> bool {
    !matches!(case.verdict, Verdict::Pass | Verdict::Skipped | Verdict::NotRun)
}

/// How many cases pass or lines are right, and of how many.
fn score(detail: &Detail) -> (usize, usize) {
    match detail {
        Detail::Cases(cases) => {
            let counted = || cases.iter().filter(|case| case.verdict != Verdict::Skipped);
            (counted().filter(|case| case.verdict == Verdict::Pass).count(), counted().count())
        }
        Detail::Lines(lines) => (lines.iter().filter(|line| line.right).count(), lines.len()),
        Detail::Manual => (0, 0),
    }
}

/// An example as it looks at the prompt of Python, broken where it is too wide.
fn call(look: Look, source: &str, columns: usize) -> Vec<String> {
    let typed: Vec<String> = typed(source).iter().map(|line| look.line(line)).collect();
    let mut lines = Vec::new();
    for line in &typed {
        let (first, rest) = split(line, columns);
        lines.push(first.to_owned());
        if !rest.is_empty() {
            lines.extend(chunks(rest, columns - 4).into_iter().map(|piece| format!("    {piece}")));
        }
    }
    if lines.len() > MAX_CALL {
        let left = lines.split_off(MAX_CALL - 1).len();
        lines.push(look.dim(&look.line(&message::more_lines(left))));
    }
    lines
}

struct Page<'a> {
    look: Look,
    source: Option<&'a str>,
    reveal: Reveal,
    lines: Vec<String>,
}

impl Page<'_> {
    fn gap(&mut self) {
        self.lines.push(String::new());
    }

    /// Sentences that somebody wrote, wrapped.
    fn prose(&mut self, indent: &str, text: &str) {
        let text = hang(indent, &self.look.text(text), self.look.width);
        self.lines.extend(text.split('\n').map(str::to_owned));
    }

    /// Our own words about the answer, which may hold words of the answer.
    fn remark(&mut self, indent: usize, text: &str) {
        let lines = wrap(&self.look.line(text), self.look.width - indent);
        self.block(indent, lines.iter().map(|line| self.look.paint(Tone::Caution, line)).collect());
    }

    fn block(&mut self, indent: usize, lines: Vec<String>) {
        self.lines.extend(lines.into_iter().map(|line| format!("{:indent$}{line}", "").trim_end().to_owned()));
    }

    /// The room for what stands below a case.
    fn columns(&self) -> usize {
        self.look.width - 4
    }

    fn headline(&mut self, checked: &Checked) {
        let look = self.look;
        let (passed, total) = score(&checked.detail);
        let score = match (&checked.load, &checked.detail) {
            _ if checked.verdict == Verdict::Internal => message::NOT_CHECKED.to_owned(),
            (Some(_), _) => message::NOT_TRIED.to_owned(),
            (None, Detail::Cases(_)) => message::score_of_cases(passed, total),
            (None, Detail::Lines(_)) => message::score_of_lines(passed, total),
            (None, Detail::Manual) => message::FOR_A_HUMAN.to_owned(),
        };
        let (slug, file) = (look.line(&checked.slug), look.line(&checked.file));
        let tone = Tone::of(checked.verdict);
        let (mark, word) = (look.mark(checked.verdict), checked.verdict.word());
        let fits = width(&format!("{mark} {slug}  {file}  {word}  {score}")) <= look.width;
        let start = format!("{} {}", look.paint(tone, mark), look.bold(&slug));
        let end = format!("{}  {score}", look.paint(tone, word));
        if fits {
            self.lines.push(format!("{start}  {file}  {end}"));
        } else {
            self.lines.push(format!("{start}  {end}"));
            self.lines.push(format!("  {}", look.cut_path(&file, look.width - 2)));
        }
    }

    fn load(&mut self, verdict: Verdict, failure: &Failure) {
        self.gap();
        self.failure(2, verdict, failure);
    }

    fn cases(&mut self, cases: &[CaseResult]) {
        self.gap();
        let look = self.look;
        let words = cases.iter().map(|case| case.verdict.word().len()).max().unwrap_or(0);
        for case in cases {
            let word = pad(&format!("{} {}", look.mark(case.verdict), case.verdict), words + 2);
            let name = look.cut(&look.line(&case.name), look.width.saturating_sub(words + 6));
            self.lines.push(format!("  {}  {name}", look.paint(Tone::of(case.verdict), &word)));
        }
        for case in cases.iter().filter(|case| fails(case)) {
            self.gap();
            self.case(case);
        }
    }

    fn case(&mut self, case: &CaseResult) {
        let look = self.look;
        let mark = look.paint(Tone::of(case.verdict), look.mark(case.verdict));
        let word = look.paint(Tone::of(case.verdict), case.verdict.word());
        let name = look.cut(&look.line(&case.name), look.width.saturating_sub(case.verdict.word().len() + 4));
        self.lines.push(format!("{mark} {}  {word}", look.bold(&name)));
        let is_secret = self.reveal == Reveal::Names && case.kind != CaseKind::Sample;
        if !case.sentence.is_empty() {
            self.prose("  ", &case.sentence);
        } else if is_secret {
            self.prose("  ", message::AFTER_THE_BELL);
        }
        if is_secret {
            return;
        }
        if !case.sentence.is_empty() {
            self.gap();
        }
        match &case.failure {
            Some(failure) => self.failure(2, case.verdict, failure),
            None => self.failure(2, case.verdict, &Failure::default()),
        }
    }

    /// The call, what was expected and given, the exception, what kind of difference it is, and what was printed.
    fn failure(&mut self, indent: usize, verdict: Verdict, failure: &Failure) {
        let look = self.look;
        let columns = self.columns();
        for source in &failure.before {
            self.block(indent + 2, call(look, source, columns));
        }
        if !failure.call.trim().is_empty() {
            self.block(indent + 2, call(look, &failure.call, columns));
        }
        match (&failure.expected, &failure.got, &failure.raised) {
            (Some(expected), None, Some(_)) => self.block(indent, diff::one(look, "expected", expected, columns)),
            (Some(expected), got, _) => self.block(indent, diff::both(look, expected, got.as_deref(), columns)),
            (None, Some(got), _) => self.block(indent, diff::one(look, "got", got, columns)),
            (None, None, _) => {}
        }
        if let Some(raised) = &failure.raised {
            self.block(indent + 2, raised::lines(look, raised, self.source, columns));
        }
        let note = failure.note.as_deref().or(message::meaning(verdict));
        for text in note.into_iter().chain((verdict == Verdict::Internal).then_some(message::NOT_YOUR_FAULT)) {
            self.remark(indent + 2, &message::note(text));
        }
        self.printed(indent + 2, failure);
    }

    /// Printed text stands apart, and not twice.
    fn printed(&mut self, indent: usize, failure: &Failure) {
        let printed = failure.printed.trim_end_matches('\n');
        if printed.is_empty() || failure.got.as_deref() == Some(printed) {
            return;
        }
        let look = self.look;
        self.block(indent, vec![look.dim("printed")]);
        let bar = look.dim("|");
        let shown = printed.split('\n').take(MAX_PRINTED);
        let mut lines: Vec<String> =
            shown.map(|line| format!("{bar} {}", look.cut(&look.line(line), self.columns() - 2))).collect();
        let left = printed.split('\n').count().saturating_sub(MAX_PRINTED);
        if left > 0 {
            lines.push(look.dim(&look.line(&message::more_lines(left))));
        }
        self.block(indent, lines);
    }

    fn circumstances(&mut self, checked: &Checked) {
        let look = self.look;
        let context = &checked.context;
        let separator = if look.unicode { " · " } else { ", " };
        self.gap();
        let mut facts = String::new();
        for fact in message::usage(&checked.usage, context).map(|fact| look.line(&fact)) {
            if !facts.is_empty() && 2 + width(&facts) + width(separator) + width(&fact) > look.width {
                self.lines.push(format!("  {}", look.dim(&std::mem::take(&mut facts))));
            }
            let separator = if facts.is_empty() { "" } else { separator };
            facts = format!("{facts}{separator}{fact}");
        }
        self.lines.push(format!("  {}", look.dim(&facts)));
        if context.level != Level::Full {
            self.remark(2, &message::level(context.level));
        }
    }
}
