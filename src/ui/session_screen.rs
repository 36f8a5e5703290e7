//! The screens of a session: a question, the status line. Pure text; everything from the bank is escaped.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::model::conditions::Conditions;
use crate::model::escape;
use crate::model::event::DrawnQuestion;
use crate::model::independence;
use crate::model::material::Material;
use crate::model::question::{Exchange, Kind};
use crate::model::view::{Saved, Status};
use crate::ui::paint::Look;
use crate::ui::paint::clip;
use crate::ui::prose;

/// A question, as the candidate sees it.
#[derive(Debug, Clone, Copy)]
pub struct Card<'a> {
    /// From 1.
    pub number: usize,
    pub count: usize,
    pub drawn: &'a DrawnQuestion,
    pub material: &'a Material,
    /// The file to edit, from the session folder.
    pub file: &'a str,
    /// How many hints have been shown.
    pub hints: usize,
    /// Which clarifications have been shown.
    pub asked: &'a BTreeSet<usize>,
    pub conditions: Conditions,
    /// What earlier questions left for this one.
    pub saved_before: Duration,
    pub is_flagged: bool,
}

/// A question with everything that its candidate may see.
pub fn question(look: Look, card: &Card) -> String {
    let Card { drawn, material, .. } = card;
    let title = format!("Q{} of {} · {}", card.number, card.count, escape::terminal(&drawn.title));
    let mut lines = vec![String::new(), look.rule(&title)];
    let budget = minutes(card.conditions.pace.stretch(drawn.budget_minutes));
    let mut facts = format!("{} · {} · {} · {budget} min", drawn.kind, drawn.level, drawn.topic);
    if !card.saved_before.is_zero() {
        facts.push_str(&format!(" and {} saved before", clock(card.saved_before)));
    }
    if card.is_flagged {
        facts.push_str(" · flagged");
    }
    lines.push(look.dim(&prose::wrap(&facts, look.width)));
    lines.push(String::new());
    lines.push(prose_of(look, &material.question.prompt.text()));
    if !material.question.constraints.is_empty() {
        lines.extend([String::new(), look.bold("Constraints")]);
        for constraint in &material.question.constraints {
            lines.push(prose::hang("- ", &escape::terminal(constraint), look.width));
        }
    }
    for (heading, text) in [("Samples", Some(&material.samples)), ("Snippet", material.snippet.as_ref())] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            lines.extend([String::new(), look.bold(heading)]);
            lines.push(code(look, &escape::terminal(text.trim_end())));
        }
    }
    lines.extend(menu(look, &material.question.clarify, card.asked));
    lines.push(String::new());
    lines.push(prose::wrap(&answer_line(card), look.width));
    lines.push(keys(look, card));
    finish(lines)
}

/// What can be asked, and an answer where it was.
fn menu(look: Look, clarify: &[Exchange], asked: &BTreeSet<usize>) -> Vec<String> {
    if clarify.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), look.bold("Ask the interviewer")];
    for (index, exchange) in clarify.iter().enumerate() {
        lines.push(prose::hang(&format!(" {} ", index + 1), &escape::terminal(&exchange.ask), look.width));
        if asked.contains(&index) {
            lines.push(prose::hang("   ", &escape::terminal(&exchange.answer.text()), look.width));
        }
    }
    lines
}

fn answer_line(card: &Card) -> String {
    let file = escape::terminal(card.file);
    match card.drawn.kind {
        Kind::Code => format!("Write your answer in `{file}`."),
        Kind::Predict => format!("Write what the snippet prints, line by line, in `{file}`."),
        Kind::Explain => {
            format!("Answer aloud or in `{file}`; then `rate` shows the key points and closes the question.")
        }
    }
}

/// The commands that make sense here.
fn keys(look: Look, card: &Card) -> String {
    let hints = card.material.question.hints.len();
    let price = if card.hints < hints { format!(" -{}%", independence::price(card.hints)) } else { String::new() };
    let rate = if card.drawn.kind == Kind::Code { "" } else { " [r]ate" };
    let check = match card.drawn.kind {
        Kind::Explain => "",
        _ if card.conditions.whiteboard => "su[b]mit ",
        _ => "[c]heck ",
    };
    let pause = if card.conditions.strict { "" } else { " pa[u]se" };
    let text = format!(
        "{check}[e]dit [h]int {}/{hints}{price} [a]sk [n]ext [p]revious [g]o f[l]ag [t]ime{pause}{rate} [f]inish [q]uit [?]help",
        card.hints
    );
    look.dim(&prose::wrap(&text, look.width))
}

/// A title in less room than this says nothing.
const SHORTEST_TITLE: usize = 14;

/// One line: both countdowns, and what has become of the file. Parts that do not fit are left out, the least needed first.
pub fn status(look: Look, status: &Status) -> String {
    let left = format!("{} left", countdown(status.left));
    let place = format!("Q{} of {}", status.question, status.count);
    let spent = format!("{} of {}", clock(status.used), clock(status.budget));
    let saved = match status.saved {
        _ if status.is_checking => "checking".to_owned(),
        Saved::NotYet => "not saved yet".to_owned(),
        Saved::Ago(time) => format!("saved {} ago", span(time)),
        Saved::NotKept => "NOT KEPT".to_owned(),
    };
    let mut room = look.width.saturating_sub(left.chars().count() + spent.chars().count() + 2);
    let mut fits = |text: &str| {
        let needed = text.chars().count() + 2;
        let is_room = room >= needed;
        room -= if is_room { needed } else { 0 };
        is_room
    };
    let (has_saved, has_place) = (fits(&saved), fits(&place));
    let title = clip(&format!("greenroom {}", escape::terminal(&status.title)), room.saturating_sub(2));
    let is_late = status.left <= Duration::from_secs(120);
    let parts = [
        (room >= SHORTEST_TITLE, title),
        (true, paint_by(look, &left, is_late, status.left * 5 <= status.length)),
        (has_place, place),
        (true, paint_by(look, &spent, status.used > status.budget, status.used * 5 >= status.budget * 4)),
        (
            has_saved || status.saved == Saved::NotKept,
            if status.saved == Saved::NotKept { look.alert(&saved) } else { saved },
        ),
    ];
    parts.into_iter().filter(|(fits, _)| *fits).map(|(_, part)| part).collect::<Vec<_>>().join("  ")
}

fn paint_by(look: Look, text: &str, is_red: bool, is_amber: bool) -> String {
    match (is_red, is_amber) {
        (true, _) => look.alert(text),
        (false, true) => look.caution(text),
        (false, false) => text.to_owned(),
    }
}

/// In place of the status line while somebody types.
pub fn typed(look: Look, line: &str) -> String {
    look.bold(&clip(&format!("> {}", escape::terminal(line)), look.width.saturating_sub(12)))
        + &look.dim("   Enter does it")
}

/// In place of the status line while the clock stands still.
pub fn paused(look: Look, left: Duration) -> String {
    look.caution(&format!("paused  {} left  Enter goes on", countdown(left)))
}

/// In place of the status line in the moments after the bell.
pub fn grace(look: Look, left: Duration) -> String {
    look.alert(&format!("Time is up  {} to save", span_up(left))) + "  [f] grades at once"
}

/// Whole minutes, or minutes and seconds: `7` or `7:30`.
pub fn minutes(time: Duration) -> String {
    if time.as_secs().is_multiple_of(60) { (time.as_secs() / 60).to_string() } else { clock(time) }
}

/// Minutes and seconds, for instance `24:10`.
pub fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

/// What is left, for instance `24:10`. Rounded up: a countdown shows 0:00 only when nothing is left.
pub fn countdown(time: Duration) -> String {
    clock(time + Duration::from_nanos(999_999_999))
}

/// A rough length, for instance `12 s`, `3 min`, `2 h 05 min`.
pub fn span(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds @ 60..3_600 => format!("{} min", seconds / 60),
        seconds => format!("{} h {:02} min", seconds / 3_600, seconds % 3_600 / 60),
    }
}

/// As `span`, of a time that must pass: 0 s only when it has.
pub fn span_up(time: Duration) -> String {
    span(time + Duration::from_nanos(999_999_999))
}

/// `s` unless it is one.
pub fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

pub(super) fn prose_of(look: Look, text: &str) -> String {
    prose::wrap(&escape::terminal(text), look.width)
}

/// Source as it is, indented as far as its longest line allows.
fn code(look: Look, text: &str) -> String {
    let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let indent = " ".repeat(look.width.saturating_sub(longest).min(4));
    text.lines().map(|line| format!("{indent}{line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// The lines as one text that ends in a newline.
pub(super) fn finish(lines: Vec<String>) -> String {
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{materials, started};

    const WIDE: Look = Look { width: 80, colour: false, unicode: true };
    const NARROW: Look = Look { width: 60, colour: false, unicode: true };

    fn card(index: usize, look: Look) -> String {
        let (started, materials) = (started(), materials());
        let asked = BTreeSet::from([0]);
        let file = format!("{}-{}/answer.py", index + 1, started.questions[index].slug);
        question(
            look,
            &Card {
                number: index + 1,
                count: 3,
                drawn: &started.questions[index],
                material: &materials[index],
                file: &file,
                hints: 1,
                asked: if index == 2 { &asked } else { const { &BTreeSet::new() } },
                conditions: started.conditions,
                saved_before: Duration::ZERO,
                is_flagged: false,
            },
        )
    }

    fn at_work() -> Status {
        Status {
            title: "phone-screen-30".to_owned(),
            left: Duration::from_secs(1_450),
            length: Duration::from_secs(1_800),
            question: 2,
            count: 5,
            used: Duration::from_secs(182),
            budget: Duration::from_secs(240),
            saved: Saved::Ago(Duration::from_secs(12)),
            is_checking: false,
        }
    }

    #[test]
    fn a_code_question_shows_all_that_its_candidate_may_see() {
        insta::assert_snapshot!(card(1, WIDE), @r"
        ── Q2 of 3 · Merge two sorted lists ────────────────────────────────────────────
        code · easy · data-structures-and-algorithms · 4 min

        Write `merge_sorted(a, b)` that merges two sorted lists into a new sorted list.

        Constraints
        - time O(n)

        Samples
            >>> merge_sorted([1, 3, 5], [2, 4])
            [1, 2, 3, 4, 5]

        Ask the interviewer
         1 May it be empty?

        Write your answer in `2-merge-sorted-lists/answer.py`.
        [c]heck [e]dit [h]int 1/2 -25% [a]sk [n]ext [p]revious [g]o f[l]ag [t]ime
        pa[u]se [f]inish [q]uit [?]help
        ");
    }

    #[test]
    fn a_prediction_shows_its_snippet() {
        insta::assert_snapshot!(card(0, NARROW), @r"
        ── Q1 of 3 · is and == ─────────────────────────────────────
        predict · easy · object-model · 3 min

        Say exactly what each line prints.

        Snippet
            a = [1, 2]
            b = [1, 2]
            print(a == b)
            print(a is b)

        Ask the interviewer
         1 May it be empty?

        Write what the snippet prints, line by line, in
        `1-is-vs-equality/answer.py`.
        [c]heck [e]dit [h]int 1/2 -25% [a]sk [n]ext [p]revious [g]o
        f[l]ag [t]ime pa[u]se [r]ate [f]inish [q]uit [?]help
        ");
    }

    #[test]
    fn an_explanation_shows_an_answer_that_was_asked_for() {
        insta::assert_snapshot!(card(2, NARROW), @r"
        ── Q3 of 3 · The Global Interpreter Lock ───────────────────
        explain · easy · concurrency · 2 min

        What is the GIL, and why does CPython have it?

        Ask the interviewer
         1 May it be empty?
           Yes: SECRET clarification.

        Answer aloud or in `3-gil/answer.py`; then `rate` shows the
        key points and closes the question.
        [e]dit [h]int 1/2 -25% [a]sk [n]ext [p]revious [g]o f[l]ag
        [t]ime pa[u]se [r]ate [f]inish [q]uit [?]help
        ");
    }

    #[test]
    fn nothing_hidden_is_on_a_card() {
        for index in [0, 1] {
            assert!(!card(index, WIDE).contains("SECRET"));
        }
    }

    #[test]
    fn the_status_line_has_both_countdowns_and_fits_the_screen() {
        insta::assert_snapshot!(status(WIDE, &at_work()), @"greenroom phone-screen-30  24:10 left  Q2 of 5  3:02 of 4:00  saved 12 s ago");
        insta::assert_snapshot!(status(NARROW, &at_work()), @"24:10 left  Q2 of 5  3:02 of 4:00  saved 12 s ago");
        let checking = Status { is_checking: true, question: 12, count: 12, ..at_work() };
        insta::assert_snapshot!(status(WIDE, &checking), @"greenroom phone-screen-30  24:10 left  Q12 of 12  3:02 of 4:00  checking");
    }

    #[test]
    fn the_status_line_turns_amber_and_red_near_the_end() {
        let colour = Look { width: 80, colour: true, unicode: true };
        let amber = Status { left: Duration::from_secs(300), used: Duration::from_secs(200), ..at_work() };
        insta::assert_snapshot!(status(colour, &amber), @"greenroom phone-screen-30  \u{1b}[38;5;130m5:00 left\u{1b}[0m  Q2 of 5  \u{1b}[38;5;130m3:20 of 4:00\u{1b}[0m  saved 12 s ago");
        let red = Status {
            left: Duration::from_secs(29),
            used: Duration::from_secs(241),
            saved: Saved::NotKept,
            ..at_work()
        };
        insta::assert_snapshot!(status(colour, &red), @"greenroom phone-screen-30  \u{1b}[31;1m0:29 left\u{1b}[0m  Q2 of 5  \u{1b}[31;1m4:01 of 4:00\u{1b}[0m  \u{1b}[31;1mNOT KEPT\u{1b}[0m");
    }

    #[test]
    fn no_screen_is_wider_than_the_terminal() {
        for width in [40, 60, 80, 100] {
            let look = Look { width, colour: false, unicode: true };
            let screens = [card(0, look), card(1, look), status(look, &at_work())];
            for line in screens.iter().flat_map(|screen| screen.lines()) {
                assert!(line.chars().count() <= width || line.starts_with("    "), "{width}: {line}");
            }
        }
    }

    #[test]
    fn hostile_text_of_a_bank_is_inert() {
        let (mut started, mut material) = (started(), materials().remove(1));
        started.questions[1].title = "\u{1b}]0;owned\u{7}".to_owned();
        material.samples = "\u{1b}[2J".to_owned();
        let card = Card {
            number: 2,
            count: 3,
            drawn: &started.questions[1],
            material: &material,
            file: "\u{9b}31m",
            hints: 0,
            asked: &BTreeSet::new(),
            conditions: started.conditions,
            saved_before: Duration::ZERO,
            is_flagged: false,
        };
        assert!(question(WIDE, &card).chars().all(|character| character == '\n' || !character.is_control()));
    }

    #[test]
    fn times_read_as_people_say_them() {
        let spans = [0, 59, 60, 3_599, 3_600, 7_500].map(|seconds| span(Duration::from_secs(seconds)));
        assert_eq!(spans, ["0 s", "59 s", "1 min", "59 min", "1 h 00 min", "2 h 05 min"]);
        assert_eq!(clock(Duration::from_secs(3_605)), "60:05");
        assert_eq!(countdown(Duration::from_millis(59_001)), "1:00");
    }
}
