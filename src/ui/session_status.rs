//! The last line of a session: both countdowns, and what has become of the file.

use std::time::Duration;

use crate::model::escape;
use crate::model::view::{Saved, Status};
use crate::ui::paint::Look;
use crate::ui::paint::clip;
use crate::ui::times::clock;
use crate::ui::times::countdown;
use crate::ui::times::span;
use crate::ui::times::span_up;
use crate::ui::width::width;

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

/// In place of the status line while somebody types; and the column of the next letter.
pub fn typed(look: Look, line: &str) -> (String, usize) {
    // The end of it is where the next letter goes.
    let shown = look.cut_path(&format!("> {}", escape::line(line)), look.width.saturating_sub(18));
    (look.bold(&shown) + &look.dim("   Enter does it"), width(&shown))
}

/// In place of the status line while the clock stands still.
pub fn paused(look: Look, left: Duration) -> String {
    look.caution(&format!("paused  {} left  Enter goes on", countdown(left)))
}

/// As `paused`, for somebody who cannot let it run again.
pub fn paused_elsewhere(look: Look, left: Duration) -> String {
    look.caution(&format!("paused  {} left", countdown(left)))
}

/// In place of the status line in the moments after the bell.
pub fn grace(look: Look, left: Duration) -> String {
    look.alert(&format!("Time is up  {} to save", span_up(left))) + "  [f] grades at once"
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: Look = Look { width: 80, colour: false, unicode: true };
    const NARROW: Look = Look { width: 60, colour: false, unicode: true };

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
    fn of_a_long_line_the_end_is_shown() {
        let line = typed(Look { width: 40, ..WIDE }, &format!("complexity 3 1 {}日本", "one pass ".repeat(9)));
        assert_eq!(line, ("…ne pass one pass 日本   Enter does it".to_owned(), 22));
    }

    #[test]
    fn it_is_never_wider_than_the_terminal() {
        for width in [40, 60, 80, 100] {
            let line = status(Look { width, ..WIDE }, &at_work());
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
    }
}
