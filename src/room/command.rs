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
    /// A command with what it does not take.
    Misused(Misuse),
}

/// What is wrong with a line that begins with a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misuse {
    /// This command takes a number of what it is about, and not that.
    Number { word: &'static str, given: String },
    /// No score.
    Score(String),
    /// Neither a number of a key point nor a criterion of delivery.
    Rated(String),
    /// `rate` takes two words, or none.
    Rate,
    /// This command takes nothing.
    Nothing { word: String, given: String },
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

/// Keys that ask back.
pub const ASKING: &str = "bfhr";

/// Read a line such as `ask 2`.
pub fn parse(line: &str) -> Command {
    let words: Vec<&str> = line.split_whitespace().collect();
    let first = words.first().map(|word| word.to_lowercase());
    let known: Vec<&str> = first.iter().map(String::as_str).chain(words.iter().skip(1).copied()).collect();
    let command = match known.as_slice() {
        [] => Some(Command::Nothing),
        [word] => simple(word),
        ["ask" | "a", number] => number.parse().ok().map(|number| Command::Ask(Some(number))),
        ["go" | "g", number] => number.parse().ok().map(|number| Command::Go(Some(number))),
        ["rate" | "r", number, score] => {
            let score = self::score(&score.to_lowercase());
            score.and_then(|score| match (number.parse(), number.to_lowercase().parse()) {
                (Ok(number), _) => Some(Command::Rate(Some((number, score)))),
                (_, Ok(criterion)) => Some(Command::RateDelivery(criterion, score)),
                _ => None,
            })
        }
        ["complexity" | "o", ..] => {
            let rest = line.trim_start().split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
            Some(Command::Complexity(rest.trim().to_owned()))
        }
        ["follow" | "w", score] => self::score(&score.to_lowercase()).map(|score| Command::Follow(Some(score))),
        _ => None,
    };
    command.or_else(|| misuse(&known)).unwrap_or_else(|| Command::Unknown(line.trim().to_owned()))
}

/// A command that is known, with what it does not take.
fn misuse(words: &[&str]) -> Option<Command> {
    let [word, rest @ ..] = words else { return None };
    let given = rest.join(" ");
    Some(Command::Misused(match (*word, rest) {
        ("ask" | "a", _) => Misuse::Number { word: "ask", given },
        ("go" | "g", _) => Misuse::Number { word: "go", given },
        ("rate" | "r", [_, score]) if self::score(&score.to_lowercase()).is_none() => {
            Misuse::Score((*score).to_owned())
        }
        ("rate" | "r", [rated, _]) => Misuse::Rated((*rated).to_owned()),
        ("rate" | "r", _) => Misuse::Rate,
        ("follow" | "w", _) => Misuse::Score(given),
        (word, [_, ..]) if simple(word).is_some() => Misuse::Nothing { word: word.to_owned(), given },
        _ => return None,
    }))
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
        assert_eq!(parse("RATE 1 Half"), Command::Rate(Some((1, Score::Half))));
    }

    #[test]
    fn what_a_command_does_not_take_is_named() {
        let given = |text: &str| text.to_owned();
        let table = [
            ("ask two", Misuse::Number { word: "ask", given: given("two") }),
            ("go -1", Misuse::Number { word: "go", given: given("-1") }),
            ("g 1 2", Misuse::Number { word: "go", given: given("1 2") }),
            ("rate 1 7", Misuse::Score(given("7"))),
            ("rate 1 much", Misuse::Score(given("much"))),
            ("rate charm 1", Misuse::Rated(given("charm"))),
            ("rate -1 1", Misuse::Rated(given("-1"))),
            ("r 1", Misuse::Rate),
            ("follow 3", Misuse::Score(given("3"))),
            ("check 2", Misuse::Nothing { word: given("check"), given: given("2") }),
        ];
        for (line, misuse) in table {
            assert_eq!(parse(line), Command::Misused(misuse), "{line}");
        }
    }

    #[test]
    fn what_is_no_command_is_given_back() {
        for line in ["dance", "dance 2", "Dance", "1 half"] {
            assert_eq!(parse(line), Command::Unknown(line.to_owned()));
        }
        assert_eq!((parse("  "), of_key('\n')), (Command::Nothing, Command::Nothing));
    }
}
