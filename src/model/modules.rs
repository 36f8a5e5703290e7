//! Modules that a zygote imports once some answer names them, so that the answers after it have them for nothing.

/// What may be imported. None of them imports `signal`: that would give the zygote, which is process 1 of its namespace, a
/// signal that it listens to.
// Receipt: `dataclasses` costs a child 9 ms of CPU, and every child 60 us when it stands in a zygote that nobody asks for it.
const KNOWN: [&str; 30] = [
    "array",
    "bisect",
    "contextvars",
    "copy",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "heapq",
    "inspect",
    "json",
    "logging",
    "numbers",
    "pathlib",
    "pickle",
    "pprint",
    "queue",
    "random",
    "statistics",
    "string",
    "struct",
    "tempfile",
    "textwrap",
    "threading",
    "traceback",
    "types",
    "warnings",
    "weakref",
];

/// The module of this name, if a zygote may import it.
pub fn known(name: &str) -> Option<&'static str> {
    KNOWN.into_iter().find(|known| *known == name)
}

/// The modules that a source names in its `import` and `from` lines. Only a hint: what it overlooks is imported by the
/// answer itself.
pub fn named_in(source: &str) -> impl Iterator<Item = &'static str> {
    source.lines().flat_map(|line| {
        let line = line.trim_start();
        let names = match (line.strip_prefix("import "), line.strip_prefix("from ")) {
            (Some(names), _) => names,
            (None, Some(rest)) => rest.split_whitespace().next().unwrap_or_default(),
            (None, None) => "",
        };
        names.split(',').filter_map(|name| known(name.split_whitespace().next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_in_either_form() {
        let source = "import json, os, heapq as h\nfrom dataclasses import dataclass\n    import random\nfrom typing import Any\nimport jsonx\n# import copy\n";
        assert_eq!(named_in(source).collect::<Vec<_>>(), ["json", "heapq", "dataclasses", "random"]);
    }
}
