//! What a candidate can ask for, as a word of a line or as a key.

use crate::model::delivery::Criterion;
use crate::model::event::Score;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Check,
    /// Open the answer in the editor.
    Edit,
    Hint,
    /// Ask the interviewer; numbers count from 1, and none opens the menu.
    Ask(Option<usize>),
    Next,
    Previous,
    Go(Option<usize>),
    Flag,
    Submit,
    Pause,
    Show,
    Time,
    /// Rate a key point; none shows them all.
    Rate(Option<(usize, Score)>),
    /// Rate how an explanation was delivered.
    RateDelivery(Criterion, Score),
    /// Run the demo of an explanation.
    Demo,
    /// Say what the answer costs, as it was typed; none of it opens the card.
    Complexity(String),
    /// The second solution.
    Idiom,
    /// The next follow-up, or the answer to the one that was asked; or how well one answered it.
    Follow(Option<Score>),
    /// Hand the screen to the interviewer, and let one join from a second terminal.
    Interviewer,
    Finish,
    Quit,
    Help,
    /// An empty line.
    Nothing,
    Unknown(String),
}

/// The words that can be typed on a terminal too.
pub const WORDS: &[&str] = &[
    "check",
    "edit",
    "hint",
    "ask",
    "next",
    "previous",
    "go",
    "flag",
    "submit",
    "pause",
    "show",
    "time",
    "rate",
    "demo",
    "complexity",
    "idiom",
    "follow",
    "interviewer",
    "finish",
    "quit",
    "help",
];

/// Keys that begin none of the words.
pub const KEYS: &str = "blouw";

/// Read a line such as `ask 2`.
pub fn parse(line: &str) -> Command {
    let words: Vec<&str> = line.split_whitespace().collect();
    let command = match words.as_slice() {
        [] => Some(Command::Nothing),
        [word] => simple(word),
        ["ask" | "a", number] => number.parse().ok().map(|number| Command::Ask(Some(number))),
        ["go" | "g", number] => number.parse().ok().map(|number| Command::Go(Some(number))),
        ["rate" | "r", number, score] => {
            let rated = |score| match (number.parse(), number.parse()) {
                (Ok(number), _) => Some(Command::Rate(Some((number, score)))),
                (_, Ok(criterion)) => Some(Command::RateDelivery(criterion, score)),
                _ => None,
            };
            self::score(score).and_then(rated)
        }
        ["complexity" | "o", ..] => {
            let rest = line.trim_start().split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
            Some(Command::Complexity(rest.trim().to_owned()))
        }
        ["follow" | "w", score] => self::score(score).map(|score| Command::Follow(Some(score))),
        _ => None,
    };
    command.unwrap_or_else(|| Command::Unknown(line.trim().to_owned()))
}

/// What a key asks for.
pub fn of_key(key: char) -> Command {
    match key {
        '\n' | '\r' | ' ' => Command::Nothing,
        _ => simple(&key.to_lowercase().to_string()).unwrap_or_else(|| Command::Unknown(key.to_string())),
    }
}

fn simple(word: &str) -> Option<Command> {
    Some(match word.to_lowercase().as_str() {
        "check" | "c" => Command::Check,
        "edit" | "e" => Command::Edit,
        "hint" | "h" => Command::Hint,
        "ask" | "a" => Command::Ask(None),
        "next" | "n" => Command::Next,
        "previous" | "p" => Command::Previous,
        "go" | "g" => Command::Go(None),
        "flag" | "l" => Command::Flag,
        "submit" | "b" => Command::Submit,
        "pause" | "u" => Command::Pause,
        "show" | "s" => Command::Show,
        "time" | "t" => Command::Time,
        "rate" | "r" => Command::Rate(None),
        "demo" | "d" => Command::Demo,
        "complexity" | "o" => Command::Complexity(String::new()),
        "idiom" | "i" => Command::Idiom,
        "follow" | "w" => Command::Follow(None),
        "interviewer" => Command::Interviewer,
        "finish" | "f" => Command::Finish,
        "quit" | "q" => Command::Quit,
        "help" | "?" => Command::Help,
        _ => return None,
    })
}

/// How a score is written.
pub fn score(word: &str) -> Option<Score> {
    match word {
        "0" | "no" => Some(Score::No),
        "half" | "h" | "0.5" | "1/2" => Some(Score::Half),
        "1" | "yes" => Some(Score::Full),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_and_its_letter_mean_the_same() {
        for word in ["check", "edit", "hint", "ask", "next", "previous", "go", "show", "time", "rate", "finish", "quit"]
        {
            assert_eq!(parse(word), of_key(word.chars().next().unwrap()), "{word}");
        }
        assert_eq!((parse("help"), parse("?"), of_key('?')), (Command::Help, Command::Help, Command::Help));
    }

    #[test]
    fn every_key_begins_a_word_or_is_known_as_a_key() {
        for key in 'a'..='z' {
            let is_key = !matches!(of_key(key), Command::Unknown(_));
            let begins_word = WORDS.iter().any(|word| word.starts_with(key));
            assert_eq!(is_key && !begins_word, KEYS.contains(key), "{key}");
        }
    }

    #[test]
    fn every_word_that_can_be_typed_is_a_command() {
        for word in WORDS {
            assert!(!matches!(parse(word), Command::Unknown(_)), "{word}");
        }
        assert_eq!([of_key('l'), of_key('b'), of_key('u')], [Command::Flag, Command::Submit, Command::Pause]);
        let keys = [of_key('o'), of_key('i'), of_key('w')];
        assert_eq!(keys, [Command::Complexity(String::new()), Command::Idiom, Command::Follow(None)]);
        assert_eq!(parse("Check"), Command::Check);
    }

    #[test]
    fn numbers_and_scores_are_read() {
        assert_eq!(parse("ask 2"), Command::Ask(Some(2)));
        assert_eq!(parse("  g   3 "), Command::Go(Some(3)));
        assert_eq!(parse(" complexity  3 1  one pass "), Command::Complexity("3 1  one pass".to_owned()));
        assert_eq!(parse("follow half"), Command::Follow(Some(Score::Half)));
        assert_eq!(parse("rate 2 half"), Command::Rate(Some((2, Score::Half))));
        assert_eq!(parse("rate words 1"), Command::RateDelivery(Criterion::Words, Score::Full));
        assert!(matches!(parse("rate charm 1"), Command::Unknown(_)));
    }

    #[test]
    fn what_is_no_command_is_given_back() {
        for line in ["dance", "ask two", "go", "rate 1 much", "check 2", "go -1"] {
            match parse(line) {
                Command::Unknown(text) => assert_eq!(text, line),
                command => assert_eq!(command, Command::Go(None), "{line}"),
            }
        }
        assert_eq!((parse("  "), of_key('\n')), (Command::Nothing, Command::Nothing));
    }
}
