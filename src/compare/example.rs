//! What one example gave against what it must give.

use crate::compare::equal::{Rules, equal};
use crate::compare::excerpt;
use crate::compare::explain::{note, spot};
use crate::compare::quote::{counted, more, plain};
use crate::compare::render::{MAX_CHARS, laid_out_at, python};
use crate::compare::text::{self, TextRules, without_last_newline};
use crate::model::check::Expected;
use crate::model::value::{DecodeError, Value};
use crate::model::verdict::Verdict;
use crate::model::wire::{ExampleReply, Raised};

/// What comparing one example came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Pass,
    Differs(Difference),
    /// A shown value is not a canonical tree: no honest child sends that.
    Malformed(DecodeError),
    /// The check or the reference gives nothing to compare with; not the candidate's fault.
    Unusable(String),
}

/// How an example differs. The texts are ready to be shown, but not escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// `Fail`, `Error` or `Memory`.
    pub verdict: Verdict,
    pub expected: Option<String>,
    /// `None` when there is nothing to show: nothing displayed, nothing printed, or an unexpected exception.
    pub got: Option<String>,
    pub note: Option<String>,
}

/// Compare a reply with what is expected. `reference` is what a right answer gave; only `Expected::Reference` needs it.
pub fn compare(expected: &Expected, reference: Option<&ExampleReply>, reply: &ExampleReply) -> Outcome {
    let shown = match decode(&reply.shown) {
        Ok(shown) => shown,
        Err(error) => return Outcome::Malformed(error),
    };
    let got = Got { shown, reply };
    match against(expected, reference, &got) {
        Ok(None) => Outcome::Pass,
        Ok(Some(difference)) => Outcome::Differs(difference),
        Err(unusable) => Outcome::Unusable(unusable),
    }
}

/// A reply with its values decoded.
struct Got<'a> {
    shown: Vec<Value>,
    reply: &'a ExampleReply,
}

impl Got<'_> {
    /// Only `None` was displayed, or nothing.
    fn showed_nothing(&self) -> bool {
        self.shown.iter().all(|value| *value == Value::None)
    }
}

fn decode(values: &[Vec<u8>]) -> Result<Vec<Value>, DecodeError> {
    values.iter().map(|bytes| Value::decode(bytes)).collect()
}

/// `Ok(None)` when the example passes, `Err` when there is nothing to compare with.
fn against(expected: &Expected, reference: Option<&ExampleReply>, got: &Got<'_>) -> Result<Option<Difference>, String> {
    Ok(match expected {
        Expected::Values { values, any_order, approx } => {
            let values = decode(values).map_err(|error| format!("the expected value cannot be read: {error}"))?;
            values_against(&values, Rules { any_order: *any_order, approx: *approx }, got)
        }
        Expected::Between { low, high } => between(*low, *high, got),
        Expected::Text { text, ellipsis, normalize_whitespace } => {
            let rules = TextRules { ellipsis: *ellipsis, normalize_whitespace: *normalize_whitespace };
            text_against(text, rules, got)
        }
        Expected::Raises { exception } => raises(exception, got),
        Expected::Reference { any_order, approx } => {
            let reference = reference.ok_or("there is no reply of the reference answer")?;
            reference_against(reference, Rules { any_order: *any_order, approx: *approx }, got)?
        }
    })
}

fn values_against(expected: &[Value], rules: Rules, got: &Got<'_>) -> Option<Difference> {
    if let Some(raised) = &got.reply.raised {
        return Some(unexpected(raised, Some(all(expected))));
    }
    if expected.is_empty() {
        return nothing_expected(got);
    }
    if expected.len() != got.shown.len() {
        return Some(fail(
            Some(all(expected)),
            (!got.shown.is_empty()).then(|| all(&got.shown)),
            Some(count_note(expected, got)),
        ));
    }
    let index = expected.iter().zip(&got.shown).position(|(expected, got)| !equal(expected, got, rules))?;
    let mut difference = value_difference(&expected[index], &got.shown[index], rules, got);
    if expected.len() > 1 {
        let place = format!("value {} of {}", index + 1, expected.len());
        difference.note = Some(match difference.note {
            Some(note) => format!("{place}: {note}"),
            None => place,
        });
    }
    Some(difference)
}

fn nothing_expected(got: &Got<'_>) -> Option<Difference> {
    if got.showed_nothing() {
        return None;
    }
    let shown: Vec<Value> = got.shown.iter().filter(|value| **value != Value::None).cloned().collect();
    Some(fail(Some("None".to_owned()), Some(all(&shown)), Some("nothing is to be returned".to_owned())))
}

fn count_note(expected: &[Value], got: &Got<'_>) -> String {
    if got.shown.is_empty() {
        return printed_instead(expected, got).unwrap_or("nothing was displayed").to_owned();
    }
    let are = if expected.len() == 1 { "is" } else { "are" };
    format!("{} where {} {are} expected", counted(got.shown.len(), "value"), expected.len())
}

fn value_difference(expected: &Value, shown: &Value, rules: Rules, got: &Got<'_>) -> Difference {
    let spot = spot(expected, shown, rules);
    let printed = printed_instead(std::slice::from_ref(expected), got).map(str::to_owned);
    fail(
        Some(laid_out_at(expected, &spot.expected_focus)),
        Some(laid_out_at(shown, &spot.got_focus)),
        printed.or_else(|| note(expected, shown, rules)),
    )
}

/// A hint for who prints where a value is to be returned.
fn printed_instead(expected: &[Value], got: &Got<'_>) -> Option<&'static str> {
    let [expected] = expected else {
        return None;
    };
    let printed = got.reply.printed.trim_end();
    let as_text = if let Value::Str(text) = expected { plain(text) } else { None };
    let same = printed == python(expected) || as_text.is_some_and(|text| text.trim_end() == printed);
    (same && !printed.is_empty() && got.showed_nothing()).then_some("the value was printed, not returned")
}

fn between(low: i64, high: i64, got: &Got<'_>) -> Option<Difference> {
    let expected = if low == high { low.to_string() } else { format!("an int from {low} to {high}") };
    if let Some(raised) = &got.reply.raised {
        return Some(unexpected(raised, Some(expected)));
    }
    let note = match got.shown.as_slice() {
        [Value::Int(int)] => match int.as_i64() {
            Some(number) if (low..=high).contains(&number) => return None,
            Some(number) if number < low => format!("below {low}"),
            None if int.negative => format!("below {low}"),
            _ => format!("above {high}"),
        },
        [] => "nothing was displayed".to_owned(),
        [Value::None] => "nothing was returned (`None`)".to_owned(),
        [_] => "not an int".to_owned(),
        _ => "more than one value".to_owned(),
    };
    Some(fail(Some(expected), (!got.shown.is_empty()).then(|| all(&got.shown)), Some(note)))
}

fn text_against(expected: &str, rules: TextRules, got: &Got<'_>) -> Option<Difference> {
    let printed = &got.reply.printed;
    if let Some(raised) = &got.reply.raised {
        return Some(unexpected(raised, Some(excerpt::start(without_last_newline(expected)))));
    }
    if text::matches(expected, printed, rules) {
        return None;
    }
    let (expected, printed) = (without_last_newline(expected), without_last_newline(printed));
    let note = if printed.is_empty() {
        Some(
            if returned(expected, got) { "the text was returned, not printed" } else { "nothing was printed" }
                .to_owned(),
        )
    } else if rules == TextRules::default() {
        text::note(expected, printed)
    } else {
        None
    };
    let (expected, printed) = excerpt::pair(expected, printed);
    Some(fail(Some(expected), (!printed.is_empty()).then_some(printed), note))
}

/// Whether a displayed string is the text that should have been printed.
fn returned(expected: &str, got: &Got<'_>) -> bool {
    got.shown.iter().any(|value| match value {
        Value::Str(text) => plain(text).is_some_and(|text| without_last_newline(text) == expected),
        _ => false,
    })
}

fn raises(exception: &str, got: &Got<'_>) -> Option<Difference> {
    let expected = Some(exception.to_owned());
    match &got.reply.raised {
        Some(raised) if raised.exception == exception => None,
        Some(raised) => Some(Difference {
            got: Some(raised.exception.clone()),
            note: Some(format!("`{}` was raised, not `{exception}`", raised.exception)),
            ..unexpected(raised, expected)
        }),
        None if got.showed_nothing() => Some(fail(expected, None, Some("no exception was raised".to_owned()))),
        None => {
            let note = "a value was returned, and no exception raised".to_owned();
            Some(fail(expected, Some(all(&got.shown)), Some(note)))
        }
    }
}

/// As values. Where the reference raises, the same exception is expected after the same values; where it displays nothing
/// and prints, the same text.
fn reference_against(reference: &ExampleReply, rules: Rules, got: &Got<'_>) -> Result<Option<Difference>, String> {
    let shown = decode(&reference.shown).map_err(|error| format!("the reference's value cannot be read: {error}"))?;
    if let Some(raised) = &reference.raised {
        if let Some(difference) = raises(&raised.exception, got) {
            return Ok(Some(difference));
        }
        let before = ExampleReply { raised: None, ..got.reply.clone() };
        return Ok(values_against(&shown, rules, &Got { shown: got.shown.clone(), reply: &before }));
    }
    let only_prints = shown.iter().all(|value| *value == Value::None) && !reference.printed.is_empty();
    if only_prints && let Some(difference) = text_against(&reference.printed, TextRules::default(), got) {
        return Ok(Some(difference));
    }
    Ok(values_against(&shown, rules, got))
}

fn fail(expected: Option<String>, got: Option<String>, note: Option<String>) -> Difference {
    Difference { verdict: Verdict::Fail, expected, got, note }
}

/// An exception that was not expected. It stands in the reply; here is only what should have been instead.
fn unexpected(raised: &Raised, expected: Option<String>) -> Difference {
    let verdict = if raised.exception == "MemoryError" { Verdict::Memory } else { Verdict::Error };
    Difference { verdict, expected: expected.filter(|text| !text.is_empty()), got: None, note: None }
}

/// Several values, one a line.
fn all(values: &[Value]) -> String {
    let mut shown = String::new();
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            shown.push('\n');
        }
        if shown.len() > MAX_CHARS {
            return shown + &more(values.len() - index, "value");
        }
        shown.push_str(&python(value));
    }
    shown
}
