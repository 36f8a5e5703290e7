//! How far somebody has come, as a screen: bars, counts by level and topic, a calendar, and what is due.

use std::time::Duration;

use crate::compare::quote::counted;
use crate::model::day::Day;
use crate::model::progress::{Counts, Group, Progress, Standing, Status};
use crate::ui::calendar::calendar;
use crate::ui::confidence::confidence;
use crate::ui::paint::{Look, Tone};
use crate::ui::prose::hang;
use crate::ui::times::span;
use crate::ui::width::{pad, width};

/// In the order in which they stand in a bar: the best first.
const IN_BARS: [Status; 5] = [Status::Mastered, Status::Passed, Status::Due, Status::Tried, Status::New];

/// The columns of counts: a heading and its width, with the space before it.
const COUNTS: [(Status, usize); 5] =
    [(Status::New, 4), (Status::Tried, 6), (Status::Passed, 7), (Status::Mastered, 9), (Status::Due, 4)];

/// The longest bar; a longer one says no more.
const LONGEST_BAR: usize = 40;

/// From this length on a bar says enough, and the rest is for names.
// Receipt: at 80 columns the longest topic of the bank, of 30 letters, then stands there whole.
const LEAST_BAR: usize = 16;

/// With fewer columns than this for both, a name is shown and no bar.
const LEAST_ROOM: usize = 16;

/// What the tables count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Entries,
    Seeds,
}

/// The whole screen.
pub fn report(look: Look, progress: &Progress, of: Of) -> String {
    let mut text = format!("{}\n\n", look.rule(&look.line(&format!("Progress · {}", progress.today))));
    if progress.seeds.total() > 0 {
        text += &summary(look, "Seed questions", progress.seeds);
    }
    text += &summary(look, "All questions", progress.entries);
    text += &format!("{}\n", legend(look));
    text += &sentence(look, &streak(progress));
    text += &sentence(look, &next_reviews(progress));
    if progress.elsewhere > 0 {
        let count = counted(progress.elsewhere, "question");
        text += &sentence(look, &format!("Not counted: {count} of other banks."));
    }
    text += &confidence(look, &progress.confidence);
    text += &format!("\n{}", calendar(look, &progress.days, progress.today));
    let name = match of {
        Of::Entries => "All questions",
        Of::Seeds => "Seed questions",
    };
    text += &table(look, &format!("{name} by level"), &progress.levels, of);
    text += &table(look, &format!("{name} by topic"), &progress.topics, of);
    text
}

/// One line: a bar, and how many are passed or mastered and not due.
fn summary(look: Look, name: &str, counts: Counts) -> String {
    let share = format!("{} of {} known", counts.passed + counts.mastered, counts.total());
    let room = look.width.saturating_sub(1 + 15 + 2 + share.len() + 1).min(LONGEST_BAR);
    format!(" {name:<15}{}  {share}\n", bar(look, counts, room))
}

fn table(look: Look, title: &str, groups: &[Group], of: Of) -> String {
    let figures: usize = COUNTS.iter().map(|(_, width)| width).sum();
    let room = look.width.saturating_sub(figures + 2);
    let longest = groups.iter().map(|group| width(&look.line(&group.name))).max().unwrap_or(0);
    // Where there is no room for both, the name is worth more than its bar.
    let for_names = if room < LEAST_ROOM { room } else { (room * 3 / 5).max(room.saturating_sub(LEAST_BAR + 1)) };
    let name_width = longest.min(for_names).max(1);
    let bar_width = room.saturating_sub(name_width + 1).min(LONGEST_BAR);
    let first = 2 + name_width + bar_width;
    let heads: String = COUNTS.iter().map(|(status, width)| format!("{:>width$}", status.to_string())).collect();
    let gap = first.checked_sub(1 + title.len());
    let heads = match gap {
        Some(gap) => format!("{}{heads}", " ".repeat(gap)),
        None => format!("\n{}{heads}", " ".repeat(first)),
    };
    let mut text = format!("\n {}{}\n", look.bold(title), look.dim(&heads));
    for group in groups {
        let counts = match of {
            Of::Entries => group.entries,
            Of::Seeds => group.seeds,
        };
        if counts.total() > 0 {
            let name = pad(&look.cut(&look.line(&group.name), name_width), name_width);
            text += &format!(" {name} {}{}\n", bar(look, counts, bar_width), figures_of(look, counts));
        }
    }
    text
}

fn figures_of(look: Look, counts: Counts) -> String {
    let cell = |(status, width): &(Status, usize)| {
        let count = counts.of(*status);
        let none = if look.unicode { "·" } else { "." };
        // The colour must not be counted as width, so it comes after the padding.
        match (count, status) {
            (0, _) => look.dim(&format!("{none:>width$}")),
            (_, Status::Due) => look.caution(&format!("{count:>width$}")),
            _ => format!("{count:>width$}"),
        }
    };
    COUNTS.iter().map(cell).collect()
}

/// A bar of exactly so many columns, a piece for each status that some question has.
fn bar(look: Look, counts: Counts, width: usize) -> String {
    let pieces = IN_BARS.into_iter().zip(cells(counts, width));
    pieces.map(|(status, cells)| look.paint(tone(status), &glyph(look, status).repeat(cells))).collect()
}

/// How many columns each status of `IN_BARS` gets: its share, and at least one where there is room for it.
fn cells(counts: Counts, width: usize) -> [usize; 5] {
    let total = counts.total().max(1);
    let of = IN_BARS.map(|status| counts.of(status));
    let mut cells = of.map(|count| (count * width / total).max(usize::from(count > 0)));
    let used = |cells: &[usize; 5]| cells.iter().sum::<usize>();
    while used(&cells) > width {
        let largest = (0..5).max_by_key(|index| cells[*index]).expect("there are five");
        cells[largest] -= 1;
    }
    while used(&cells) < width && counts.total() > 0 {
        // To whom the division took the most.
        let owed = |index: &usize| (of[*index] * width) as i64 - (cells[*index] * total) as i64;
        let index = (0..5).max_by_key(owed).expect("there are five");
        cells[index] += 1;
    }
    cells
}

fn glyph(look: Look, status: Status) -> &'static str {
    let (unicode, ascii) = match status {
        Status::Mastered => ("█", "#"),
        Status::Passed => ("▓", "+"),
        Status::Due => ("▒", "!"),
        Status::Tried => ("░", "-"),
        Status::New => ("·", "."),
    };
    if look.unicode { unicode } else { ascii }
}

fn tone(status: Status) -> Tone {
    match status {
        Status::Mastered | Status::Passed => Tone::Good,
        Status::Due => Tone::Caution,
        Status::Tried => Tone::Bad,
        Status::New => Tone::Dim,
    }
}

/// What the pieces of a bar mean, on as many lines as it takes.
fn legend(look: Look) -> String {
    let mut text = String::new();
    let mut column = 0;
    for status in IN_BARS {
        let piece = format!(" {} {status} ", look.paint(tone(status), glyph(look, status)));
        let width = status.to_string().len() + 4;
        if column + width > look.width + 1 {
            text.push('\n');
            column = 0;
        }
        text += &piece;
        column += width;
    }
    text.trim_end().to_owned() + "\n"
}

fn sentence(look: Look, text: &str) -> String {
    hang(" ", text, look.width) + "\n"
}

fn streak(progress: &Progress) -> String {
    let streak = progress.streak;
    if progress.days.is_empty() {
        return "Nothing was practised yet: `greenroom start`, or `greenroom watch SLUG`.".to_owned();
    }
    let longest =
        if streak.longest > streak.days { format!(", the longest {}", streak.longest) } else { String::new() };
    format!(
        "Streak: {}{longest}. {} of practice in all.",
        counted(streak.days, "day"),
        counted(progress.days.len(), "day")
    )
}

/// What is due now, and what will be.
pub fn next_reviews(progress: &Progress) -> String {
    let due = progress.due();
    let minutes: u32 = due.iter().map(|question| question.expected_minutes()).sum();
    let length = span(Duration::from_secs(60 * u64::from(minutes)));
    let now = match due.len() {
        0 => "Nothing is due.".to_owned(),
        count => format!("Due: {}, about {length}: `greenroom review`.", counted(count, "question")),
    };
    let coming = coming(&progress.questions, progress.today);
    if coming.is_empty() { now } else { format!("{now} {coming}") }
}

/// For instance `Tomorrow 3, within a week 9.`
pub fn coming(questions: &[Standing], today: Day) -> String {
    let within = |days: i32| {
        let days = questions.iter().filter(|question| question.status != Status::Due).filter_map(move |question| {
            let left = question.due?.since(today).max(1);
            (left <= days).then_some(left)
        });
        days.count()
    };
    let tomorrow = within(1);
    match (tomorrow, within(7)) {
        (0, 0) => {
            let next = questions.iter().filter(|question| question.status != Status::Due);
            match next.filter_map(|question| question.due).min() {
                Some(day) => format!("The next review is on {day}."),
                None => String::new(),
            }
        }
        (0, week) => format!("Within a week {week}."),
        (tomorrow, week) if tomorrow == week => format!("Tomorrow {tomorrow}."),
        (tomorrow, week) => format!("Tomorrow {tomorrow}, within a week {week}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::progress::{PractisedDay, Streak};

    fn group(name: &str, entries: Counts) -> Group {
        Group { name: name.to_owned(), entries, seeds: Counts { new: 2, ..entries } }
    }

    fn progress() -> Progress {
        let today = Day(20_782);
        let counts = Counts { new: 20, tried: 3, passed: 10, mastered: 4, due: 2 };
        Progress {
            today,
            streak: Streak { days: 3, longest: 7 },
            entries: counts,
            seeds: Counts { new: 30, ..counts },
            levels: vec![group("easy", counts), group("hard", Counts { new: 120, ..Counts::default() })],
            topics: vec![
                group("data-structures-and-algorithms", counts),
                group("evil\u{1b}[31m", Counts { due: 1, ..Counts::default() }),
            ],
            days: (0..3).map(|back| PractisedDay { day: today.plus(-back), questions: 4, checks: 9 }).collect(),
            questions: vec![],
            confidence: vec![],
            elsewhere: 1,
        }
    }

    #[test]
    fn the_screen_reads_at_sixty_columns_without_colour() {
        insta::assert_snapshot!(report(Look::new(60, false), &progress(), Of::Entries), @r"
        ── Progress · 2026-11-25 ───────────────────────────────────

         Seed questions ██▓▓▓▓▓▒░░·················  14 of 49 known
         All questions  ███▓▓▓▓▓▓▓▒░░··············  14 of 39 known
         █ mastered  ▓ passed  ▒ due  ░ tried  · new

         Streak: 3 days, the longest 7. 3 days of practice in all.
         Nothing is due.
         Not counted: 1 question of other banks.

             Aug            Sep         Oct         Nov
         Mon  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  4
         Tue  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  4
         Wed  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  · [4]
         Thu  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
         Fri  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
         Sat  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
         Sun  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·

         All questions by level       new tried passed mastered due
         easy ██▓▓▓▓▓▓▒░░············  20     3     10        4   2
         hard ······················· 120     ·      ·        ·   ·

         All questions by topic       new tried passed mastered due
         data-structures… █▓▓▓▒░·····  20     3     10        4   2
         evil\x1b[31m     ▒▒▒▒▒▒▒▒▒▒▒   ·     ·      ·        ·   1
        ");
    }

    #[test]
    fn no_line_is_wider_than_the_screen() {
        for columns in [40, 60, 80, 100] {
            for look in [Look::new(columns, false), Look { unicode: false, ..Look::new(columns, false) }] {
                for of in [Of::Entries, Of::Seeds] {
                    let text = report(look, &progress(), of);
                    let wide: Vec<&str> = text.lines().filter(|line| width(line) > columns).collect();
                    assert!(wide.is_empty() && !text.contains('\u{1b}'), "{wide:#?}\n{text}");
                    assert!(look.unicode || text.is_ascii(), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_bar_is_as_long_as_it_should_be_and_shows_every_status_that_there_is() {
        for new in [0, 1, 7, 190] {
            for due in [0, 1, 40] {
                for width in [5, 8, 40] {
                    let counts = Counts { new, tried: 1, passed: 0, mastered: 2, due };
                    let cells = cells(counts, width);
                    assert_eq!(cells.iter().sum::<usize>(), width, "{counts:?}");
                    for (status, cells) in IN_BARS.into_iter().zip(cells) {
                        assert_eq!(cells > 0, counts.of(status) > 0, "{counts:?} {status}");
                    }
                }
            }
        }
        assert_eq!(cells(Counts::default(), 8), [0; 5]);
    }
}
