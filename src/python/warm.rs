//! Everything dear that a child would otherwise do for itself is done once before the first fork: what it would import,
//! compile, look up or copy.

use pyo3::prelude::*;

use crate::model::wire::{CheckJob, Preload};
use crate::python::code::{self, Kind, own_module};
use crate::python::heap;
use crate::python::hooks::Hooks;
use crate::python::recorder;
use crate::python::run;

/// Modules that most answers and checks name. Each child has them for nothing; more are imported when they are named.
// Receipt: `import typing` costs a child 10 ms; each MB of modules costs each fork 45 us, so `dataclasses` (1.4 MB, with
// `inspect`) and what else is named now and then is not among them.
const COMMON: &[&str] = &[
    "abc",
    "collections",
    "collections.abc",
    "contextlib",
    "functools",
    "itertools",
    "io",
    "operator",
    "re",
    "typing",
];

/// Modules that parse a check.
const LOADER: &[&str] = &["ast", "doctest", "math"];

/// Modules ask to be called around forks: `random` takes a new seed, `threading` counts its threads anew. A child has one
/// thread and a seed of the check's, so its fork calls none of them; a child that starts processes does.
// Receipt: 130 page faults and 0.5 ms of 2.3 ms of CPU an answer.
const HANDLERS: &std::ffi::CStr = c"
import os

kept = []
register = os.register_at_fork


def keep(**handlers):
    kept.append(handlers)


def suppress():
    os.register_at_fork = keep


def restore():
    os.register_at_fork = register


def register_kept():
    for handlers in kept:
        register(**handlers)
";

/// An answer like many, so that what is made when it is first used is there.
const ANSWER: &str = "
from typing import List


class Pair:
    def __init__(self, first, second):
        self.first, self.second = first, second


def answer(values: List[int]) -> List[int]:
    return sorted(value for value in values if value > 0)
";

const SETUP: &str = "from answer import Pair, answer\n";

const EXAMPLES: [&str; 4] = [
    "answer([2, 1, -1]), {'a': 1.5}, {1, 2}, None, 'text', b'bytes', True\n",
    "for number in range(3): print(number)\n",
    "Pair(1, 2).third\n",
    "sum(len(str(number)) for number in answer(list(range(30))))\n",
];

/// What a child may need of the state before its fork.
#[derive(Debug)]
pub struct Warm {
    handlers: Py<PyAny>,
}

impl Warm {
    /// Import more modules. One that cannot be imported is left to whoever names it.
    pub fn import(&self, py: Python<'_>, names: &[&'static str]) -> PyResult<()> {
        let handlers = self.handlers.bind(py);
        handlers.call_method0("suppress")?;
        names.iter().for_each(|name| drop(py.import(*name)));
        handlers.call_method0("restore")?;
        settle(py)
    }

    /// Run an answer of ours in the process of a child, which then has memory of its own where answers write.
    // Receipt: `watch` took 2.9 ms from save to verdict with it and 3.2 ms without; it costs 3 ms of CPU that nobody waits for.
    pub fn rehearse(&self, py: Python<'_>, hooks: Hooks) -> PyResult<()> {
        try_an_answer(py, hooks)?;
        // As after the warm-up: nothing of it is left for an answer to collect.
        py.import("gc")?.call_method0("collect").map(drop)
    }

    /// Be called around forks from now on by whoever asked for it.
    pub fn register_fork_handlers(&self, py: Python<'_>) -> PyResult<()> {
        self.handlers.bind(py).call_method0("register_kept").map(drop)
    }
}

/// Import what `preload` names, direct the streams to the recorder, and for many answers try one.
pub fn warm_up(py: Python<'_>, preload: Preload, hooks: Hooks) -> PyResult<Warm> {
    let handlers = own_module(py, HANDLERS, c"greenroom", c"_greenroom_handlers")?;
    handlers.call_method0("suppress")?;
    for name in modules(preload) {
        py.import(*name)?;
    }
    handlers.call_method0("restore")?;
    recorder::install(py, hooks.too_much_output)?;
    if preload == Preload::Common {
        try_an_answer(py, hooks)?;
    }
    if preload == Preload::Common {
        settle(py)?;
    }
    Ok(Warm { handlers: handlers.into_any().unbind() })
}

/// What is there now stays: the collector need not look at it, and new objects do not stand between old ones.
fn settle(py: Python<'_>) -> PyResult<()> {
    let gc = py.import("gc")?;
    gc.call_method0("collect")?;
    gc.call_method0("freeze")?;
    heap::fill_holes();
    Ok(())
}

fn modules(preload: Preload) -> &'static [&'static str] {
    match preload {
        Preload::Nothing => &[],
        Preload::Common => COMMON,
        Preload::Loader => LOADER,
    }
}

fn try_an_answer(py: Python<'_>, hooks: Hooks) -> PyResult<()> {
    let job = CheckJob {
        answer: ANSWER.to_owned(),
        execute: true,
        setup: code::compile_to_bytes(py, SETUP, "check.py", Kind::Module)?,
        seed_random: false,
        seed: 0,
        cases: EXAMPLES
            .iter()
            .map(|source| Ok(vec![code::compile_to_bytes(py, source, "<example>", Kind::Interactive)?]))
            .collect::<PyResult<_>>()?,
    };
    recorder::begin(usize::MAX);
    if let (_, Some(loaded)) = run::load(py, &job, hooks) {
        for examples in &job.cases {
            loaded.case(examples, hooks);
        }
    }
    let modules = py.import("sys")?.getattr("modules")?;
    ["answer", "check"].into_iter().try_for_each(|name| modules.del_item(name))
}
