//! A question with an example of every kind, and the jobs that a child can have.

use greenroom::model::check::{Case, CaseKind, Example, Expected};
use greenroom::model::value::Value;
use greenroom::model::wire::{CheckJob, CountJob, ExampleReply, Job, Raised};

/// The cases of a question, and what a right answer gave for them.
pub struct Asked {
    pub cases: Vec<Case>,
    pub references: Vec<Vec<ExampleReply>>,
}

impl Asked {
    /// Two cases, from the one at `first` on: a run of all of them takes ten times as long.
    pub fn two(&self, first: usize) -> Asked {
        let indices = [first % self.cases.len(), (first + 1) % self.cases.len()];
        Asked {
            cases: indices.map(|index| self.cases[index].clone()).to_vec(),
            references: indices.map(|index| self.references[index].clone()).to_vec(),
        }
    }
}

/// The cases of a question two by two, each with the jobs that a child can have.
pub fn pairs() -> Vec<(Asked, [Job; 5])> {
    let all = asked();
    let pairs = (0..all.cases.len()).map(|first| all.two(first));
    pairs.map(|asked| (jobs(&asked), asked)).map(|(jobs, asked)| (asked, jobs)).collect()
}

/// Which of the jobs a byte chooses, mostly the first.
pub fn chosen_job(choice: u8) -> usize {
    match choice & 7 {
        0..4 => 0,
        4 => 4,
        other => usize::from(other & 3),
    }
}

/// Jobs of all kinds.
pub fn jobs(asked: &Asked) -> [Job; 5] {
    let source = String::new();
    let check = CheckJob {
        answer: source.clone(),
        execute: true,
        setup: Vec::new(),
        seed_random: false,
        seed: 7,
        cases: asked.cases.iter().map(|case| vec![Vec::new(); case.examples.len()]).collect(),
    };
    [
        Job::Check(check.clone()),
        Job::Script { source: source.clone() },
        Job::Load { source: source.clone() },
        Job::Mutate { source },
        Job::Count(CountJob { check: CheckJob { cases: Vec::new(), ..check }, sizes: vec![4, 6, 8], budget: 1000 }),
    ]
}

pub fn int(number: i64) -> Value {
    Value::Int(number.into())
}

pub fn text(text: &str) -> Value {
    Value::Str(text.as_bytes().to_vec())
}

/// Values of every type, as a right answer gives them.
pub fn values() -> Vec<Value> {
    let numbers = |range: std::ops::Range<i64>| range.map(int).collect::<Vec<_>>();
    let sorted = |mut items: Vec<Value>| {
        items.sort_by_key(Value::encode);
        items
    };
    vec![
        Value::None,
        Value::Bool(true),
        int(-70_000),
        Value::Float(0.1.into()),
        Value::Complex((-0.0).into(), f64::NAN.into()),
        text("it's a\nté\u{301}xt \u{202e}"),
        Value::Bytes(vec![0, 39, 255]),
        Value::List(numbers(0..30)),
        Value::Tuple(vec![int(1), Value::List(vec![text("deep"), Value::Tuple(vec![Value::None])])]),
        Value::Dict(vec![(text("a"), int(1)), (Value::Tuple(vec![int(1)]), Value::Dict(vec![(int(2), text("b"))]))]),
        Value::Set(sorted(numbers(-3..9))),
        Value::FrozenSet(sorted(vec![text("a"), Value::Float(1.5.into()), Value::Float(1e300.into())])),
        Value::Other("builtins.generator".to_owned()),
    ]
}

/// A case for each way to expect something.
pub fn asked() -> Asked {
    let encoded = |values: &[Value]| values.iter().map(Value::encode).collect::<Vec<_>>();
    let comparable: Vec<Value> = values().into_iter().filter(|value| !matches!(value, Value::Other(_))).collect();
    let of = |values: &[Value], any_order, approx| Expected::Values { values: encoded(values), any_order, approx };
    let floats = Value::List((0..8).map(|index| Value::Float((f64::from(index) / 3.0).into())).collect());
    let text = |text: &str, ellipsis, normalize_whitespace| Expected::Text {
        text: text.to_owned(),
        ellipsis,
        normalize_whitespace,
    };
    let one = std::slice::from_ref::<Value>;
    let single = comparable.chunks(3).map(|values| values.iter().map(|value| of(one(value), false, false)).collect());
    let grouped = [
        vec![of(&comparable, false, false), of(&[], false, false)],
        vec![of(one(&comparable[7]), true, false), of(one(&floats), true, true), of(one(&floats), false, true)],
        vec![Expected::Between { low: -5, high: 1_000_000 }],
        vec![text("one\ntwo\n", false, false), text("a...b\n", true, false), text("a  b ... c", true, true)],
        vec![Expected::Raises { exception: "ValueError".to_owned() }],
        [(false, false), (true, false), (false, true), (true, true)]
            .map(|(any_order, approx)| Expected::Reference { any_order, approx })
            .to_vec(),
    ];
    let expected: Vec<Vec<Expected>> = single.chain(grouped).collect();
    let kinds = [CaseKind::Sample, CaseKind::Hidden];
    let cases: Vec<Case> = expected.into_iter().zip(kinds.into_iter().cycle()).map(case).collect();
    let references = cases.iter().map(|case| case.examples.iter().enumerate().map(reference).collect()).collect();
    Asked { cases, references }
}

fn case((expected, kind): (Vec<Expected>, CaseKind)) -> Case {
    let examples = expected.into_iter().map(|expected| Example {
        source: "solve(1)\n".to_owned(),
        code: Vec::new(),
        line: 3,
        want: String::new(),
        expected,
    });
    Case {
        name: "case_of_the_fuzzer".to_owned(),
        kind,
        sentence: "A sentence.".to_owned(),
        line: 1,
        examples: examples.collect(),
    }
}

/// What passes.
pub fn right_reply(expected: &Expected, reference: Option<&ExampleReply>) -> ExampleReply {
    let mut reply = ExampleReply { shown: Vec::new(), printed: String::new(), raised: None };
    match expected {
        Expected::Values { values, .. } => reply.shown.clone_from(values),
        Expected::Between { low, .. } => reply.shown.push(int(*low).encode()),
        Expected::Text { text, .. } => reply.printed.clone_from(text),
        Expected::Raises { exception } => reply.raised = Some(raised(exception)),
        Expected::Reference { .. } => reply = reference.cloned().unwrap_or(reply),
    }
    reply
}

fn raised(exception: &str) -> Raised {
    Raised { exception: exception.to_owned(), message: "because".to_owned(), trace: Vec::new() }
}

/// What a right answer gave: values, an exception, printed text.
fn reference((number, example): (usize, &Example)) -> ExampleReply {
    let mut reply = ExampleReply { shown: Vec::new(), printed: String::new(), raised: None };
    match (&example.expected, number) {
        (Expected::Reference { .. }, 0) => reply.shown = values()[..12].iter().map(Value::encode).collect(),
        (Expected::Reference { .. }, 1) => reply.shown = vec![values()[7].encode()],
        (Expected::Reference { .. }, 2) => reply.raised = Some(raised("KeyError")),
        (Expected::Reference { .. }, _) => reply.printed = "printed\nby the reference\n".to_owned(),
        _ => return right_reply(&example.expected, None),
    }
    reply
}
