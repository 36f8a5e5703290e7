//! A small bank without a fault, for tests to break.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub const CODE_JSON: &str = r#"{
  "$schema": "../schema.json",
  "format": 1,
  "slug": "count-leaks",
  "title": "Count the leaks",
  "kind": "code",
  "topic": "memory",
  "level": "easy",
  "minutes": 5,
  "seeds": ["A1"],
  "prompt": "Count the leaks.",
  "clarify": [{ "ask": "What is a leak?", "answer": ["Ünreachable,", "", "not freed."] }],
  "constraints": ["time O(n)"],
  "hints": ["Look.", "Count."],
  "wrong": [
    { "file": "bad_none.py", "fails": ["sample_one"], "says": "There is one." },
    { "file": "bad_off_by_one.py", "fails": ["load"], "says": "Start at zero." },
    { "file": "bad_two.py", "fails": ["case_many"], "says": "Not all." }
  ],
  "model_answer": "Walk once.",
  "key_points": [
    { "id": "once", "text": "walks once", "weight": 2 },
    { "id": "empty", "text": "names the empty case", "weight": 1 }
  ],
  "follow_ups": [{ "ask": "And in a stream?", "answer": "Keep the count." }],
  "complexity": { "time": "O(n)", "space": "O(1)" },
  "mistakes": ["counting twice"],
  "references": ["gc: Garbage Collector interface"],
  "limits": { "cpu_s": 1.5 },
  "cases": { "sample_one": { "weight": 1 }, "case_many": { "weight": 2, "group": "scale" } },
  "python": ">=3.11",
  "family": "leaks",
  "tags": ["gc"],
  "aliases": ["leak-count"]
}
"#;

pub const PREDICT_JSON: &str = r#"{
  "format": 1,
  "slug": "who-is-freed",
  "title": "Who is freed?",
  "kind": "predict",
  "topic": "memory",
  "level": "hard",
  "minutes": 3,
  "seeds": ["A2"],
  "prompt": "Say what is printed.",
  "hints": ["Count references."],
  "wrong": [
    { "file": "bad_a.txt", "says": "No." },
    { "file": "bad_b.txt", "says": "No." },
    { "file": "bad_c.txt", "says": "No." }
  ],
  "model_answer": "Nobody.",
  "key_points": [{ "id": "count", "text": "counts", "weight": 1 }]
}
"#;

pub const EXPLAIN_JSON: &str = r#"{
  "format": 1,
  "slug": "class-of-class",
  "title": "The class of a class",
  "kind": "explain",
  "topic": "classes",
  "level": "medium",
  "minutes": 4,
  "seeds": [],
  "prompt": "What is the class of a class?",
  "hints": ["Ask `type`."],
  "wrong": [{ "claim": "It has none.", "says": "It is `type`." }],
  "model_answer": "`type`.",
  "key_points": [{ "id": "type", "text": "says type", "weight": 1 }]
}
"#;

const PLAN: &str = r#"{
  "format": 1,
  "id": "short-5",
  "title": "Five minutes",
  "minutes": 5,
  "intro": 1,
  "wrap": 1,
  "slots": [{ "pick": 1, "kind": ["predict"], "topic": ["memory", "*"], "level": ["hard"], "minutes": 3 }]
}
"#;

const SEEDS: &str = r#"[
{"seed": "A", "number": 1, "text": "Leaks?", "level": "easy", "section": "Basic", "topic": "memory", "slug": "count-leaks", "kind": "code"},
{"seed": "A", "number": 2, "text": "Freed?", "level": "hard", "section": "Basic", "topic": "memory", "slug": "who-is-freed", "kind": "predict"}
]
"#;

pub const CODE: &str = "questions/memory/count-leaks.json";
pub const PREDICT: &str = "questions/memory/who-is-freed.json";
pub const EXPLAIN: &str = "questions/classes/class-of-class.json";
pub const PLAN_FILE: &str = "questions/plans/short-5.json";
pub const SEEDS_FILE: &str = "questions/seeds.json";

/// The files of a bank by path, to be changed and then opened.
pub struct Sample(pub BTreeMap<String, Vec<u8>>);

impl Sample {
    pub fn new() -> Sample {
        let mut files = BTreeMap::new();
        let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.as_bytes().to_vec());
        add(CODE, CODE_JSON);
        add(PREDICT, PREDICT_JSON);
        add(EXPLAIN, EXPLAIN_JSON);
        add(PLAN_FILE, PLAN);
        add(SEEDS_FILE, SEEDS);
        for name in ["check.py", "starter.py", "ok_loop.py", "bad_none.py", "bad_off_by_one.py", "bad_two.py"] {
            add(&format!("checks/memory/count-leaks/{name}"), "leaks = 0\n");
        }
        for name in ["snippet.py", "expected.txt", "bad_a.txt", "bad_b.txt", "bad_c.txt"] {
            add(&format!("checks/memory/who-is-freed/{name}"), "0\n");
        }
        for name in ["demo.py", "expected.txt"] {
            add(&format!("checks/classes/class-of-class/{name}"), "type\n");
        }
        Sample(files)
    }

    pub fn with(mut self, path: &str, text: impl AsRef<[u8]>) -> Sample {
        self.0.insert(path.to_owned(), text.as_ref().to_vec());
        self
    }

    pub fn without(mut self, path: &str) -> Sample {
        self.0.remove(path).expect("the file is in the sample");
        self
    }

    /// With the first `old` in a file turned into `new`.
    pub fn edited(self, path: &str, old: &str, new: &str) -> Sample {
        let text = String::from_utf8(self.0[path].clone()).unwrap();
        assert!(text.contains(old), "`{old}` is not in {path}");
        self.with(path, text.replacen(old, new, 1))
    }

    pub fn write(&self, root: &Path) {
        for (path, bytes) in &self.0 {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
}
