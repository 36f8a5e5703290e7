//! For tests: small notes, hostile texts, and what a sound page is.

use std::collections::BTreeMap;

use roxmltree::{Document, ParsingOptions};
use serde_json::json;

use crate::bank::entry::Entry;
use crate::notes::sheet::{Note, Sheet, Weak, WeakPoint};

/// What a stranger would write into a bank to get something loaded, followed or run.
pub const HOSTILE: [&str; 16] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></pre></code></article><h1>mine",
    "[a](javascript:alert(1)) ![b](http://evil/x.png) <http://evil>",
    "[a]: http://evil\n\n[a] [a][] [b][a]",
    "<div\n\nonclick='x'>`<b>`</div>",
    "```\n</code></pre><script>x</script>\n```",
    "`</code><script>x</script>`",
    "```</pre>\"><script>\nx\n```",
    "\u{1b}[31m\u{202e}\u{200b}\u{1}script>\u{2}a](b)\0\r\n",
    "&lt;script&gt; &#60;script&#62; &amp;lt;",
    "<!-- -->\n<!-- <script>\n\n-->",
    "<![CDATA[ ]]> <?php ?>",
    "[sound:x.mp3] [latex]\\input{/etc/passwd}[/latex] {{c1::x}} \\(a\\) \\[b\\] [$]x[/$]",
    "a\t\"b\"\n#c\td",
    "::error::x\n=cmd|' /C calc'!A0",
];

/// One note of each kind, with ordinary texts.
pub fn sheet() -> Sheet {
    Sheet::by_topic(vec![code("Merge `two` lists"), predict("Aliases"), explain("The GIL")], "0123456789abcdef")
}

/// Every text of every note is this one.
pub fn hostile(text: &str) -> Sheet {
    let mut notes = vec![code("x"), predict("x"), explain("x")];
    for note in &mut notes {
        let question = &mut note.entry.question;
        let prose = crate::model::question::Prose::Text(text.to_owned());
        (question.title, question.topic) = (text.to_owned(), text.to_owned());
        (question.prompt, question.model_answer) = (prose.clone(), prose);
        (question.constraints, question.mistakes) = (vec![text.to_owned()], vec![text.to_owned()]);
        question.key_points[0].text = text.to_owned();
        let (said, points) = (text.to_owned(), vec![WeakPoint { id: "a".to_owned(), in_part: false }]);
        note.weak = Some(Weak { said, cases: vec![text.to_owned()], was_better: true, points, ..Weak::default() });
        if let Some(idiom) = &mut question.idiom {
            idiom.says = crate::model::question::Prose::Text(text.to_owned());
        }
        if let Some(complexity) = &mut question.complexity {
            (complexity.time, complexity.space) = (text.to_owned(), text.to_owned());
        }
        for content in note.entry.files.values_mut() {
            *content = text.to_owned();
        }
    }
    Sheet::by_topic(notes, text)
}

pub fn code(title: &str) -> Note {
    note(
        title,
        "code",
        &[
            ("ok_a.py", "def merge(a, b):\n    return sorted(a + b)  # short\n"),
            ("ok_b.py", "other\n"),
            ("idiom_c.py", "merge = sorted\n"),
        ],
    )
}

pub fn predict(title: &str) -> Note {
    note(title, "predict", &[("snippet.py", "print([1])\n"), ("expected.txt", "[1]\n")])
}

pub fn explain(title: &str) -> Note {
    note(title, "explain", &[("demo.py", "demo\n"), ("expected.txt", "nothing of it\n")])
}

fn note(title: &str, kind: &str, files: &[(&str, &str)]) -> Note {
    let question = json!({
        "format": 1, "slug": format!("a-{kind}"), "title": title, "kind": kind, "topic": "object-model", "level": "easy",
        "minutes": 5, "seeds": ["A3"], "prompt": ["Say `what`.", "", "- one", "- two"], "constraints": ["time `O(n)`"],
        "wrong": [], "model_answer": "It is `a[0] < b`.",
        "key_points": [{"id": "a", "text": "names `a`", "weight": 2}, {"id": "b", "text": "and b", "weight": 1}],
        "complexity": (kind == "code").then(|| json!({"time": "O(n)", "space": "O(1)"})), "mistakes": ["forgets `b`"],
        "idiom": (kind == "code").then(|| json!({"file": "idiom_c.py", "says": "One line, in `C`."})),
    });
    let files: BTreeMap<String, String> =
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let question = serde_json::from_value(question).unwrap();
    let entry = Entry { question, files, json_path: String::new(), checks_path: String::new() };
    Note { entry, asked: Vec::new(), weak: None }
}

/// Every element that is opened is closed, all are known, and no attribute does or loads anything.
pub fn assert_sound(fragment: &str) {
    let mut text = fragment.to_owned();
    for void in ["br", "hr", "meta", "input"] {
        // What HTML leaves open is closed for a reader of XML.
        let parts: Vec<&str> = text.split(&format!("<{void}")).collect();
        let closed = parts.iter().enumerate().map(|(index, part)| match part.split_once('>') {
            Some((attributes, rest)) if index > 0 => format!("<{void}{attributes}/>{rest}"),
            _ => (*part).to_owned(),
        });
        text = closed.collect();
    }
    if !text.contains("<html") {
        text = format!("<div>{text}</div>");
    }
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options).unwrap_or_else(|error| panic!("{error}: {text}"));
    const KNOWN: &str = " html head meta title style body header h1 h2 h3 h4 p main section article nav a ul ol li div \
        span b i em strong small code pre br hr blockquote footer ";
    for node in document.descendants().filter(|node| node.is_element()) {
        assert!(KNOWN.contains(&format!(" {} ", node.tag_name().name())), "{node:?}");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let own = ["id", "class", "start", "lang", "charset", "content", "name", "http-equiv", "title", "style"];
            assert!(own.contains(&name) || (name == "href" && value.starts_with('#')), "{attribute:?}");
        }
    }
    assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{1}', '\u{2}', '\0', '\r']), "{text}");
}
