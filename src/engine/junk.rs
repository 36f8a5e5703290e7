//! Junk: answers that are made from nothing but the names that a check wants, and that no check may accept.

use crate::model::check::{Expected, ParsedCheck};

/// An object that agrees with everything.
const ANYTHING: &str = include_str!("anything.py");

/// Wraps the functions of an answer, so that counters of the check say less than was done.
const FORGE: &str = include_str!("forge.py");

/// Looks the examples of the samples up.
const ECHO: &str = include_str!("echo.py");

/// An answer that must not pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Junk {
    /// What it does, as the end of `an answer that ...`.
    pub does: String,
    pub source: String,
}

const CONSTANTS: [&str; 18] = [
    "None",
    "0",
    "1",
    "-1",
    "True",
    "False",
    "0.0",
    "float('nan')",
    "''",
    "'a'",
    "b''",
    "[]",
    "[0]",
    "{}",
    "()",
    "set()",
    "object()",
    "NotImplemented",
];

/// Statements that end a function in another way.
const ENDS: [(&str, &str); 9] = [
    ("returns its first argument", "return args[0] if args else None"),
    ("returns its last argument", "return args[-1] if args else None"),
    ("returns its arguments", "return args"),
    (
        "returns something at random",
        "import random; return random.choice([None, 0, 1, True, '', 'a', [], [1], {}, ()])",
    ),
    ("raises an exception", "raise Exception"),
    ("raises ValueError", "raise ValueError"),
    ("raises TypeError", "raise TypeError"),
    ("leaves Python", "raise SystemExit(0)"),
    ("ends its process", "import os; os._exit(0)"),
];

/// Answers whose names are no functions.
const WHOLE: [(&str, &str); 6] = [
    ("is a class that accepts anything", "NAME = Anything"),
    ("is an object that accepts anything", "NAME = Anything()"),
    ("is a class with methods that do nothing", "NAME = Nothing"),
    ("is a generator of nothing", "def NAME(*args, **kwargs):\n    return\n    yield"),
    ("is a coroutine", "async def NAME(*args, **kwargs):\n    pass"),
    ("is the type of all types", "NAME = type"),
];

/// Junk for a check.
pub fn answers(check: &ParsedCheck) -> Vec<Junk> {
    let constants = CONSTANTS.iter().map(|value| (format!("returns `{value}`"), format!("return {value}")));
    let ends = ENDS.iter().map(|(does, body)| ((*does).to_owned(), (*body).to_owned()));
    let functions = constants.chain(ends).map(|(does, body)| Junk {
        source: for_each_name(check, &format!("def NAME(*args, **kwargs):\n    {body}")),
        does,
    });
    let whole = WHOLE.iter().map(|(does, text)| Junk {
        does: (*does).to_owned(),
        source: format!("{ANYTHING}\n{}", for_each_name(check, text)),
    });
    let echo = Junk {
        does: "knows the samples by heart".to_owned(),
        source: format!(
            "SAMPLES = [{}]\n{ECHO}\n{}",
            samples(check),
            for_each_name(check, "NAME = by_heart(\"NAME\", SAMPLES)")
        ),
    };
    let in_turn = Junk {
        does: "gives the outputs of the samples in turn".to_owned(),
        source: format!(
            "import itertools\nOUTPUTS = itertools.cycle([{}])\n{}",
            outputs(check),
            for_each_name(check, "def NAME(*args, **kwargs):\n    return next(OUTPUTS, None)")
        ),
    };
    functions.chain(whole).chain([echo, in_turn]).collect()
}

/// A wrong answer that sets the counters of the check back to what they were, and one that adds only as much as a linear
/// answer would.
pub fn forgeries(check: &ParsedCheck, name: &str, source: &str) -> [Junk; 2] {
    let names = check.wants.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let forged = |how: &str| format!("{source}\n\n{FORGE}\nforge(globals(), [{names}], {how})\n");
    [
        Junk { does: format!("is `{name}` and sets counters back"), source: forged("False") },
        Junk { does: format!("is `{name}` and counts one for each item"), source: forged("True") },
    ]
}

/// Predictions that were not thought about: what the candidate sees, and one line for all.
pub fn predictions(snippet: &str, printed: &str) -> Vec<Junk> {
    let lines: Vec<&str> = printed.lines().collect();
    let mut different = lines.clone();
    different.sort_unstable();
    different.dedup();
    let repeated = different.into_iter().map(|line| Junk {
        does: format!("has `{line}` in each line"),
        source: format!("{line}\n").repeat(lines.len()),
    });
    let fixed = [("is empty", ""), ("is the snippet", snippet)];
    let fixed = fixed.into_iter().map(|(does, text)| Junk { does: does.to_owned(), source: text.to_owned() });
    // Of a snippet with one line that line is the answer.
    fixed.chain(repeated.filter(|_| lines.len() > 1)).collect()
}

fn for_each_name(check: &ParsedCheck, text: &str) -> String {
    check.wants.iter().map(|name| text.replace("NAME", name) + "\n").collect()
}

/// Source and output of each sample that expects values, as Python tuples.
fn samples(check: &ParsedCheck) -> String {
    let examples = check.samples().flat_map(|case| &case.examples);
    let values =
        examples.filter(|example| matches!(&example.expected, Expected::Values { values, .. } if values.len() == 1));
    values.map(|example| format!("({}, {}), ", quoted(&example.source), quoted(&example.want))).collect()
}

fn outputs(check: &ParsedCheck) -> String {
    let examples = check.samples().flat_map(|case| &case.examples);
    let values =
        examples.filter(|example| matches!(&example.expected, Expected::Values { values, .. } if values.len() == 1));
    values.map(|example| format!("{}, ", example.want.trim())).collect()
}

/// As a string literal of Python: what JSON escapes, Python reads.
fn quoted(text: &str) -> String {
    serde_json::to_string(text.trim()).expect("a text is JSON")
}
