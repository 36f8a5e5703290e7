//! What plain `greenroom` shows: a few things to do, a key each. Pure text; everything from the bank is escaped.

use std::time::Duration;

use crate::compare::quote::counted;
use crate::model::escape::terminal;
use crate::model::plan::Plan;
use crate::ui::paint::{Look, clip};
use crate::ui::times::span;

/// The keys of a list, in its order. `q` leaves every list.
const KEYS: &str = "123456789abcdefghijklmnoprstuvwxyz";

/// How far what a key does reaches before it is explained.
// Receipt: the longest title of a plan has 35 letters.
const DEED: usize = 36;

/// The shortest explanation that is worth its place: `60 min`.
const LEAST_ABOUT: usize = 6;

/// A line of a menu: its key, what it does, and more about that.
pub struct Item {
    pub key: String,
    pub deed: String,
    pub about: String,
}

impl Item {
    pub fn new(key: char, deed: &str, about: impl Into<String>) -> Item {
        Item { key: key.to_string(), deed: deed.to_owned(), about: about.into() }
    }
}

/// A menu below its title. `foot` says what else can be pressed.
pub fn menu(look: Look, title: &str, items: &[Item], foot: &str) -> String {
    let mut lines = vec![String::new(), look.rule(title), String::new()];
    let keys = items.iter().map(|item| item.key.chars().count()).max().unwrap_or(0);
    let deeds = items.iter().map(|item| item.deed.chars().count()).max().unwrap_or(0).min(DEED);
    let deeds = deeds.min(look.width.saturating_sub(keys + 4));
    for Item { key, deed, about } in items {
        let deed = clip(&terminal(deed), deeds);
        let room = look.width.saturating_sub(keys + deeds + 6);
        // A few letters of it say nothing.
        let about = if room < LEAST_ABOUT { String::new() } else { look.dim(&clip(&terminal(about), room)) };
        lines.push(format!("  {}  {deed:<deeds$}  {about}", look.bold(&format!("{key:<keys$}"))).trim_end().to_owned());
    }
    lines.push(String::new());
    lines.push(look.dim(foot));
    lines.join("\n")
}

/// What the first menu is made from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offer<'a> {
    /// The title of the interview that is started when nothing is chosen.
    pub usual: &'a str,
    /// How many questions there are.
    pub questions: usize,
    /// Name and title of the session that was left last.
    pub left: Option<(&'a str, &'a str)>,
    /// A session runs in another terminal, or is started there.
    pub is_running: bool,
    /// Name and title of the session that was finished last.
    pub finished: Option<(&'a str, &'a str)>,
    /// How many questions are due, and their minutes.
    pub due: Option<(usize, u32)>,
}

pub fn first(look: Look, offer: &Offer<'_>) -> String {
    let session = |(session, title): (&str, &str)| format!("{title}, session {session}");
    let mut items = Vec::new();
    if offer.is_running {
        items.push(Item::new('t', "the interview that runs", "how it stands, in the other terminal"));
    } else if let Some(left) = offer.left {
        items.push(Item::new('r', "resume what you left", session(left)));
        items.push(Item::new('f', "or finish it", "grade what was saved"));
    }
    if let Some((count, minutes)) = offer.due {
        let length = span(Duration::from_secs(60 * u64::from(minutes)));
        let about = format!("{}, about {length}", counted(count, "question"));
        items.push(Item::new('d', "review what is due", about));
    }
    items.extend([
        Item::new('s', "start an interview", offer.usual),
        Item::new('i', "choose an interview", "by its length and level"),
        Item::new('p', "practise one question", format!("{} in all, by topic", offer.questions)),
        Item::new('w', "see how far you have come", "by level, topic and day"),
    ]);
    if let Some(finished) = offer.finished {
        items.push(Item::new('o', "open the last report", session(finished)));
        items.push(Item::new('b', "play it back", "what you did, and when"));
    }
    items.extend([
        Item::new('l', "list the questions", ""),
        Item::new('h', "help", "every command"),
        Item::new('q', "quit", ""),
    ]);
    menu(look, "Greenroom", &items, "Press a key.")
}

/// Before a session is ended by a key.
pub fn confirm_finish((session, title): (&str, &str)) -> String {
    format!("Finish {}, session {}, and grade what was saved? y or n", terminal(title), terminal(session))
}

/// Plans to choose from.
pub fn plans(look: Look, plans: &[&Plan]) -> String {
    let about = |plan: &Plan| format!("{} min  {}", plan.minutes, plan.id);
    menu(look, "Which interview?", &keyed(plans.iter().map(|plan| (plan.title.clone(), about(plan)))), BACK)
}

/// Topics to choose from, each with how many questions it has.
pub fn topics(look: Look, topics: &[(&str, usize)]) -> String {
    let about = |count: usize| format!("{count} question{}", if count == 1 { "" } else { "s" });
    let items = keyed(topics.iter().map(|(topic, count)| ((*topic).to_owned(), about(*count))));
    menu(look, "Practise which topic?", &items, "Enter draws from all of them, q leaves.")
}

const BACK: &str = "Press a key, q leaves.";

fn keyed(items: impl Iterator<Item = (String, String)>) -> Vec<Item> {
    KEYS.chars().zip(items).map(|(key, (deed, about))| Item::new(key, &deed, about)).collect()
}

/// Which line of a list has this key.
pub fn place(key: char) -> Option<usize> {
    KEYS.chars().position(|known| known == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::width;

    #[test]
    fn the_first_menu_offers_only_what_there_is() {
        let look = Look::new(60, false);
        let offer = Offer {
            usual: "Phone screen, 30 minutes",
            questions: 193,
            left: Some(("k7qf", "Phone screen")),
            is_running: false,
            finished: Some(("m3x9", "Backend interview, an hour")),
            due: Some((5, 22)),
        };
        insta::assert_snapshot!(first(look, &offer));
        let bare = first(look, &Offer { usual: "x", questions: 1, ..Offer::default() });
        for word in ["resume", "finish", "review", "report", "back"] {
            assert!(!bare.contains(word), "{bare}");
        }
        let running = first(look, &Offer { is_running: true, ..offer });
        assert!(running.contains("  t  the interview that runs") && !running.contains("resume"), "{running}");
    }

    #[test]
    fn a_list_has_a_key_for_each_line_and_fits() {
        let topics: Vec<(&str, usize)> = vec![("data-structures-and-algorithms", 30), ("a\u{1b}[31m", 1)];
        let text = super::topics(Look::new(40, false), &topics);
        assert!(text.lines().all(|line| width(line) <= 40), "{text}");
        assert!(text.contains("  2  a\\x1b[31m\n") && !text.contains('…'), "{text}");
        assert_eq!((place('1'), place('a'), place('q'), place('é')), (Some(0), Some(9), None, None));
    }
}
