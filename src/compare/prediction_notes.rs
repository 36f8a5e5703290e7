//! What kind of slip a wrong line of a prediction is: nearly always one of how Python writes values, and not of what they are.

use std::collections::BTreeSet;

use crate::model::record::LineResult;

/// The most sentences about one prediction.
// A choice and no measurement: whoever reads more than three remarks reads none.
const MOST_NOTES: usize = 3;

/// Sentences that help with the wrong lines, the most telling first; none where showing both lines says it all.
pub fn notes(lines: &[LineResult]) -> Vec<String> {
    let whole = as_a_whole(lines);
    let mut told: Vec<(&'static str, Vec<u32>)> = Vec::new();
    for line in lines.iter().filter(|line| !line.right) {
        let (Some(predicted), Some(printed)) = (&line.predicted, &line.printed) else { continue };
        let Some(slip) = slip(predicted, printed) else { continue };
        match told.iter_mut().find(|(known, _)| *known == slip) {
            Some((_, numbers)) => numbers.push(line.line),
            None => told.push((slip, vec![line.line])),
        }
    }
    let by_line = told.into_iter().map(|(slip, numbers)| format!("{}: {slip}.", named(&numbers)));
    // When all lines are shifted, what stands beside what says nothing.
    let by_line = by_line.filter(|_| whole.is_none());
    whole.iter().cloned().chain(by_line).take(MOST_NOTES).collect()
}

/// What is wrong with the lines together.
fn as_a_whole(lines: &[LineResult]) -> Option<String> {
    let predicted: Vec<&str> = lines.iter().filter_map(|line| line.predicted.as_deref()).collect();
    let printed: Vec<&str> = lines.iter().filter_map(|line| line.printed.as_deref()).collect();
    if lines.iter().all(|line| line.right) || predicted.is_empty() || printed.is_empty() {
        return None;
    }
    let words =
        |lines: &[&str]| lines.iter().flat_map(|line| line.split_whitespace()).map(str::to_owned).collect::<Vec<_>>();
    if predicted.len() != printed.len() && words(&predicted) == words(&printed) {
        return Some(
            "Every word is right, and the lines break elsewhere: each `print` ends one line, whatever it is given."
                .to_owned(),
        );
    }
    if sorted(&predicted) == sorted(&printed) {
        let moved: Vec<u32> = lines.iter().filter(|line| !line.right).map(|line| line.line).collect();
        return Some(format!(
            "Every line is right, in another order: look again at when {} come.",
            named(&moved).to_lowercase()
        ));
    }
    None
}

/// How the two lines differ, as it reads on after "Line 7:".
fn slip(predicted: &str, printed: &str) -> Option<&'static str> {
    let without =
        |text: &str, left_out: fn(char) -> bool| text.chars().filter(|letter| !left_out(*letter)).collect::<String>();
    let same_without = |left_out: fn(char) -> bool| without(predicted, left_out) == without(printed, left_out);
    if same_without(char::is_whitespace) {
        return Some("only the spaces differ; `print` puts one between values, and a container one after each comma");
    }
    if same_without(is_quote) {
        let quotes = |text: &str| text.chars().filter(|letter| is_quote(*letter)).count();
        return Some(match quotes(predicted).cmp(&quotes(printed)) {
            std::cmp::Ordering::Greater => {
                "`print` shows a string without its quotes; only inside of containers and by `repr` it has them"
            }
            std::cmp::Ordering::Less => "inside of a container, and by `repr`, a string has its quotes",
            std::cmp::Ordering::Equal => "only the kind of quotes differs; `repr` takes single ones where it can",
        });
    }
    if predicted.eq_ignore_ascii_case(printed) {
        return Some("only capital letters differ; Python writes `True`, `False` and `None`");
    }
    if same_without(is_bracket) {
        return Some("only the brackets differ; a list has `[]`, a tuple `()`, a set or a dict `{}`");
    }
    let (mine, real) = (tokens(predicted), tokens(printed));
    if mine.len() == real.len() {
        let mut pairs = mine.iter().zip(&real).filter(|(mine, real)| mine != real).peekable();
        if pairs.peek().is_some() && pairs.clone().all(|(mine, real)| is_bool_for_int(mine, real)) {
            return Some("equal, and written in another way: a bool prints as `True` or `False`, an int as digits");
        }
        if pairs.peek().is_some() && pairs.all(|(mine, real)| is_int_for_float(mine, real)) {
            return Some("equal, and written in another way: a float prints with its point, an int without one");
        }
    }
    if sorted(&mine) == sorted(&real) {
        return Some("the same values, in another order");
    }
    exceptions(&mine, &real)
}

/// A line that names one exception where another, or none, was predicted.
fn exceptions(mine: &[&str], real: &[&str]) -> Option<&'static str> {
    let of = |tokens: &[&str]| {
        tokens.iter().filter(|token| is_exception(token)).map(|token| (*token).to_owned()).collect::<Vec<_>>()
    };
    let (mine_named, real_named) = (of(mine), of(real));
    let types = |named: &[String]| named.iter().cloned().collect::<BTreeSet<String>>();
    match (mine_named.len(), real_named.len()) {
        (0, 0) => None,
        (0, _) => Some("an exception was raised here, and you predicted none"),
        (_, 0) => Some("no exception is told of here, and you predicted one"),
        _ if types(&mine_named) != types(&real_named) => Some("an exception of another type"),
        (mine, real) if mine < real => Some("the exception was raised more often than you predicted"),
        (mine, real) if mine > real => Some("the exception was raised less often than you predicted"),
        _ => Some("the right exception, with other words around it"),
    }
}

fn is_exception(token: &str) -> bool {
    let is_name = token.chars().next().is_some_and(char::is_uppercase) && token.chars().all(char::is_alphanumeric);
    is_name
        && ["Error", "Exception", "Interrupt", "StopIteration", "StopAsyncIteration", "SystemExit", "GeneratorExit"]
            .iter()
            .any(|ending| token.ends_with(ending))
}

fn is_bool_for_int(one: &str, other: &str) -> bool {
    let value = |token: &str| match token {
        "True" | "1" => Some(1),
        "False" | "0" => Some(0),
        _ => None,
    };
    value(one).is_some() && value(one) == value(other)
}

fn is_int_for_float(one: &str, other: &str) -> bool {
    let as_float = |token: &str| token.strip_suffix(".0").map(str::to_owned);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let pair = |int: &str, float: &str| is_digits(int) && as_float(float).as_deref() == Some(int);
    pair(one, other) || pair(other, one)
}

fn sorted<'a>(texts: &[&'a str]) -> Vec<&'a str> {
    let mut texts = texts.to_vec();
    texts.sort_unstable();
    texts
}

/// Words and numbers, and each other sign by itself. Spaces are left out.
fn tokens(text: &str) -> Vec<&str> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match is_word(first) {
            true => rest.find(|letter: char| !is_word(letter)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        tokens.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    tokens
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '\'' | '"')
}

fn is_bracket(letter: char) -> bool {
    matches!(letter, '(' | ')' | '[' | ']' | '{' | '}')
}

/// For instance `Lines 2 and 7`.
fn named(numbers: &[u32]) -> String {
    let texts: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match texts.split_last() {
        Some((last, [])) => format!("Line {last}"),
        Some((last, others)) => format!("Lines {} and {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::prediction::compare;

    fn told(predicted: &str, printed: &str) -> Vec<String> {
        notes(&compare(predicted, printed))
    }

    #[track_caller]
    fn says(predicted: &str, printed: &str, part: &str) {
        let told = told(predicted, printed);
        assert!(told.len() == 1 && told[0].contains(part), "{told:?}");
    }

    #[test]
    fn a_right_value_that_is_written_wrong_is_said_to_be_one() {
        says("[1,2]", "[1, 2]", "Line 1: only the spaces differ");
        says("'a' 1", "a 1", "`print` shows a string without its quotes");
        says("[a]", "['a']", "inside of a container");
        says("[\"a\"]", "['a']", "kind of quotes");
        says("true", "True", "only capital letters differ");
        says("[1, 2]", "(1, 2)", "only the brackets differ");
        says("[1, 1, 0]", "[True, True, False]", "a bool prints as `True` or `False`");
        says("4 / 2 = 2", "4 / 2 = 2.0", "a float prints with its point");
    }

    #[test]
    fn an_exception_that_was_predicted_wrongly_is_named_as_that() {
        says("ValueError", "TypeError", "an exception of another type");
        says("released E1Error", "E1Error E1Error", "raised more often than you predicted");
        says("E1Error E1Error", "fine E1Error", "raised less often than you predicted");
        says("3", "released ValueError", "you predicted none");
        says("KeyError", "None", "no exception is told of here");
        says("KeyError: 'a'", "KeyError", "the right exception, with other words around it");
    }

    #[test]
    fn lines_in_another_order_and_other_breaks_are_told_once() {
        says("b\na\nc", "a\nb\nc", "Every line is right, in another order: look again at when lines 1 and 2 come.");
        says("1\n2\n3", "1 2\n3", "each `print` ends one line");
    }

    #[test]
    fn the_same_values_in_another_order_are_said_to_be_that() {
        says("[1, 2, 3]", "[3, 2, 1]", "Line 1: the same values, in another order.");
        says("released RuntimeError x", "RuntimeError released x", "in another order");
    }

    #[test]
    fn the_same_slip_on_several_lines_is_one_sentence() {
        assert_eq!(told("true\n7\nfalse", "True\n7\nFalse").len(), 1);
        assert!(told("true\n7\nfalse", "True\n7\nFalse")[0].starts_with("Lines 1 and 3: "));
    }

    #[test]
    fn what_is_right_or_simply_wrong_needs_no_words() {
        assert_eq!(told("1\n2", "1\n2"), [""; 0]);
        assert_eq!(told("1", "2"), [""; 0]);
        assert_eq!(told("True", "False"), [""; 0]);
        assert_eq!(told("1", "0"), [""; 0]);
        assert_eq!(told("", "1"), [""; 0]);
        assert_eq!(told("1.5", "1"), [""; 0]);
        assert_eq!(told("a\nc", "a\nb\nc"), [""; 0], "the missing line is shown");
    }
}
