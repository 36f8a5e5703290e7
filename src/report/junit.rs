//! JUnit XML: a test suite for each candidate, a test case for each case. Written as rows come, so that a large class
//! takes no more memory than its largest candidate. Jenkins' schema (`junit-10.xsd`) is kept to.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::report::context::Context;
use crate::report::facts::Facts;
use crate::report::outcome::{Outcome, Outcomes, Test, tests};
use crate::report::result_row::ResultRow;
use crate::report::text;

/// Write the document. The rows of a candidate come together.
pub fn write<E: From<io::Error>>(
    to: &mut dyn Write,
    facts: &Facts,
    context: &Context,
    rows: impl Iterator<Item = Result<ResultRow, E>>,
) -> Result<(), E> {
    let mut xml = Xml(Writer::new_with_indent(to, b' ', 1));
    xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all = facts.outcomes;
    let (tests, failed, broken) = (all.tests.to_string(), all.failed.to_string(), all.broken.to_string());
    let time = text::seconds(facts.wall_ms);
    let attributes =
        [("name", "greenroom"), ("tests", &tests), ("failures", &failed), ("errors", &broken), ("time", &time)];
    xml.open("testsuites", &attributes)?;
    let mut of_candidate: Vec<ResultRow> = Vec::new();
    for row in rows {
        let row = row?;
        if of_candidate.first().is_some_and(|first| first.candidate != row.candidate) {
            xml.suite(&of_candidate, context)?;
            of_candidate.clear();
        }
        of_candidate.push(row);
    }
    xml.suite(&of_candidate, context)?;
    xml.close("testsuites")?;
    xml.0.get_mut().write_all(b"\n")?;
    Ok(())
}

struct Xml<'a>(Writer<&'a mut dyn Write>);

impl Xml<'_> {
    /// The answers of one candidate.
    fn suite(&mut self, rows: &[ResultRow], context: &Context) -> io::Result<()> {
        let Some(first) = rows.first() else { return Ok(()) };
        let all: Vec<(&ResultRow, Vec<Test<'_>>)> = rows.iter().map(|row| (row, tests(row, context.reveal))).collect();
        let mut outcomes = Outcomes::default();
        all.iter().flat_map(|(_, tests)| tests).for_each(|test| outcomes.add(test.outcome()));
        let attributes = [
            ("name", text::line(&first.candidate)),
            ("tests", outcomes.tests.to_string()),
            ("failures", outcomes.failed.to_string()),
            ("errors", outcomes.broken.to_string()),
            ("skipped", outcomes.skipped.to_string()),
            ("time", text::seconds(rows.iter().map(|row| row.wall_ms).sum())),
        ];
        self.open("testsuite", &attributes.each_ref().map(|(name, value)| (*name, value.as_str())))?;
        for (row, tests) in &all {
            let question = text::line(&row.question);
            tests.iter().try_for_each(|test| self.case(&question, test))?;
        }
        self.close("testsuite")
    }

    fn case(&mut self, question: &str, test: &Test<'_>) -> io::Result<()> {
        let name = text::line(&test.name);
        let attributes = [("name", name.as_str()), ("classname", question)];
        let child = match test.outcome() {
            Outcome::Passed => return self.empty("testcase", &attributes),
            Outcome::Failed => "failure",
            Outcome::Broken => "error",
            Outcome::Skipped => "skipped",
        };
        self.open("testcase", &attributes)?;
        let message = text::line(test.message());
        let reason = [("message", message.as_str()), ("type", test.verdict.word())];
        let details = text::block(&test.details());
        if details.is_empty() {
            self.empty(child, &reason)?;
        } else {
            self.open(child, &reason)?;
            self.0.write_event(Event::Text(BytesText::new(&details)))?;
            self.close(child)?;
        }
        self.close("testcase")
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Start(start))
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Empty(start))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use roxmltree::Document;

    use super::*;
    use crate::model::reveal::Reveal;
    use crate::report::testing::{class, context, hostile_class, hostile_rows};

    fn of(rows: &[ResultRow], reveal: Reveal) -> String {
        let mut to = Vec::new();
        let context = Context { reveal, ..context() };
        write(&mut to, &Facts::of_rows(rows), &context, rows.iter().cloned().map(Ok::<_, io::Error>)).unwrap();
        String::from_utf8(to).unwrap()
    }

    /// What Jenkins' schema demands of elements, attributes and numbers.
    fn assert_valid(text: &str) {
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let root = document.root_element();
        assert_eq!(root.tag_name().name(), "testsuites");
        let counted = |suite: roxmltree::Node<'_, '_>, name: &str| {
            suite.descendants().filter(|node| node.has_tag_name(name)).count().to_string()
        };
        for node in root.descendants().filter(|node| node.is_element()) {
            let (children, allowed): (&[&str], &[&str]) = match node.tag_name().name() {
                "testsuites" => (&["testsuite"], &["name", "time", "tests", "failures", "errors"]),
                "testsuite" => (&["testcase"], &["name", "time", "tests", "failures", "errors", "skipped"]),
                "testcase" => (&["skipped", "error", "failure"], &["name", "classname"]),
                "skipped" | "error" | "failure" => (&[], &["message", "type"]),
                other => panic!("no element is called {other}"),
            };
            assert!(
                node.children()
                    .filter(|child| child.is_element())
                    .all(|child| { children.contains(&child.tag_name().name()) })
            );
            assert!(node.attributes().all(|attribute| allowed.contains(&attribute.name())), "{node:?}");
            if node.tag_name().name().starts_with("testsuite") {
                let counts = [("tests", "testcase"), ("failures", "failure"), ("errors", "error")];
                for (attribute, element) in counts {
                    assert_eq!(node.attribute(attribute), Some(counted(node, element).as_str()), "{attribute}");
                }
                let time = node.attribute("time").unwrap();
                assert!(time.split('.').all(|part| part.bytes().all(|byte| byte.is_ascii_digit())), "{time}");
                assert!(node.has_attribute("name"));
            }
        }
    }

    #[test]
    fn a_small_class() {
        let text = of(&class(), Reveal::After);
        assert_valid(&text);
        insta::assert_snapshot!(text);
    }

    #[test]
    fn our_fault_is_an_error_and_no_failure() {
        let text = of(&class()[8..], Reveal::Names);
        let document = Document::parse(&text).unwrap();
        let suite = document.root_element().first_element_child().unwrap();
        assert_eq!((suite.attribute("failures"), suite.attribute("errors")), (Some("0"), Some("1")));
    }

    #[test]
    fn hidden_cases_stay_hidden() {
        let text = of(&class(), Reveal::Never);
        assert!(text.contains("\"hidden 1\"") && !text.contains("case_b") && !text.contains("Sentence 1."), "{text}");
    }

    #[test]
    fn hostile_texts_are_texts() {
        let text = of(&hostile_class(), Reveal::After);
        assert_valid(&text);
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\r']) && !text.contains("##["), "{text}");
        assert!(!text.lines().any(|line| line.trim_start().starts_with("::")), "{text}");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_as_it_is_shown(name in any::<String>()) {
            let text = of(&hostile_rows(&name), Reveal::After);
            assert_valid(&text);
            let document = Document::parse(&text).unwrap();
            let suite = document.root_element().first_element_child().unwrap();
            prop_assert_eq!(suite.attribute("name").unwrap(), text::line(&name));
        }
    }
}
