//! The seed questions as a list: where each stands, what it asks, and the question of the bank that answers it.

use crate::model::escape::line;
use crate::model::seed::Seed;
use crate::ui::paint::Look;
use crate::ui::width::{pad, width};

/// Said in place of an entry.
const NO_ENTRY: &str = "no entry";

/// The widest column of slugs; longer ones push their line.
const WIDEST_SLUG: usize = 36;

/// Render seeds, each with whether an entry answers it.
pub fn list(look: Look, seeds: &[(&Seed, bool)]) -> String {
    let slugs = seeds.iter().filter(|(_, answered)| *answered).map(|(seed, _)| width(&line(&seed.slug)));
    let slug_width = slugs.chain([NO_ENTRY.len()]).max().unwrap_or(0).min(WIDEST_SLUG);
    let number_width = seeds.iter().map(|(seed, _)| seed.number.to_string().len()).max().unwrap_or(0);
    let widest = seeds.iter().map(|(seed, _)| width(&line(&plain(&seed.text)))).max().unwrap_or(0);
    let mut text = String::new();
    for (seed, answered) in seeds {
        let place = format!("{} {:>number_width$}", line(&seed.seed), seed.number);
        let room = look.width.saturating_sub(width(&place) + slug_width + 4).min(widest);
        let question = pad(&look.cut(&line(&plain(&seed.text)), room), room);
        let entry = if *answered { line(&seed.slug) } else { look.alert(NO_ENTRY) };
        text += &format!("{}  {question}  {entry}\n", look.dim(&place));
    }
    text
}

/// How many seeds have an entry, and how many there are.
pub fn count(answered: usize, all: usize) -> String {
    let missing = match all - answered {
        0 => String::new(),
        missing => format!("; {missing} have no entry"),
    };
    format!("{answered} of {all} seed questions are answered{missing}\n")
}

/// Without the backslashes with which Markdown escapes punctuation, and on one line.
fn plain(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown.chars().peekable();
    while let Some(character) = rest.next() {
        if character != '\\' || !rest.peek().is_some_and(char::is_ascii_punctuation) {
            text.push(character);
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::question::{Difficulty, Kind};

    fn seed(number: u32, text: &str, slug: &str) -> Seed {
        Seed {
            seed: "A".to_owned(),
            number,
            text: text.to_owned(),
            level: Difficulty::Easy,
            section: None,
            topic: "classes".to_owned(),
            slug: slug.to_owned(),
            kind: Kind::Predict,
        }
    }

    #[test]
    fn each_seed_has_a_line_and_what_is_missing_says_so() {
        let seeds = [
            seed(1, "What are Python's key features?", "python-key-features"),
            seed(7, "What are \\*args and \\*\\*kwargs, and when does one need them in code?", "args-and-kwargs"),
            seed(12, "Two\nlines", "two-lines"),
        ];
        let rows = [(&seeds[0], true), (&seeds[1], true), (&seeds[2], false)];
        insta::assert_snapshot!(list(Look::new(60, false), &rows), @r"
        A  1  What are Python's key features?    python-key-features
        A  7  What are *args and **kwargs, and…  args-and-kwargs
        A 12  Two lines                          no entry
        ");
        let wide = list(Look { width: 200, ..Look::new(100, false) }, &rows);
        assert!(!wide.contains('…') && wide.lines().all(|line| line.len() < 110), "{wide}");
        assert_eq!(count(2, 3), "2 of 3 seed questions are answered; 1 have no entry\n");
        assert_eq!(count(214, 214), "214 of 214 seed questions are answered\n");
    }
}
