//! Reading a plan, and what must hold for it.

use std::collections::BTreeSet;

use crate::bank::document::Document;
use crate::bank::error::Problem;
use crate::bank::names::NAME_RULE;
use crate::bank::names::is_name;
use crate::bank::nearest::nearest;
use crate::model::plan::Plan;
use crate::model::plan::Slot;
use crate::model::question::FORMAT;

/// Stands for every topic.
pub const ANY_TOPIC: &str = "*";

/// The plan in `document`, or everything that is wrong with it. `topics` are those that questions or seeds have; `None`
/// when they are not all known, and then any will do.
pub fn read(document: &Document, topics: Option<&BTreeSet<&str>>) -> Result<Plan, Vec<Problem>> {
    let plan: Plan = document.parse(FORMAT).map_err(|problem| vec![problem])?;
    let mut rules = Rules { document, topics, problems: Vec::new() };
    rules.plan(&plan);
    if rules.problems.is_empty() { Ok(plan) } else { Err(rules.problems) }
}

struct Rules<'a> {
    document: &'a Document,
    topics: Option<&'a BTreeSet<&'a str>>,
    problems: Vec<Problem>,
}

impl Rules<'_> {
    fn say(&mut self, pointer: &str, message: &str) {
        self.problems.push(self.document.problem(pointer, message));
    }

    fn plan(&mut self, plan: &Plan) {
        let file = self.document.path.rsplit('/').next().and_then(|name| name.strip_suffix(".json"));
        if !is_name(&plan.id) {
            self.say("id", &format!("`{}` is not a name; {NAME_RULE}", plan.id));
        } else if file.is_some_and(|file| file != plan.id) {
            let message = format!("the plan is `{}` and its file has another name; call it `{0}.json`", plan.id);
            self.say("id", &message);
        }
        if plan.title.trim().is_empty() {
            self.say("title", "this text is blank");
        }
        if plan.slots.is_empty() {
            self.say("slots", "there is no slot; a plan draws at least one question");
        }
        for (index, slot) in plan.slots.iter().enumerate() {
            self.slot(&format!("slots/{index}"), slot);
        }
        self.minutes(plan);
    }

    fn minutes(&mut self, plan: &Plan) {
        let drawn: u64 = plan.slots.iter().map(|slot| u64::from(slot.pick) * u64::from(slot.minutes)).sum();
        let sum = u64::from(plan.intro) + drawn + u64::from(plan.wrap);
        if u64::from(plan.minutes) != sum {
            let message = format!(
                "`minutes` is {}, and {} of intro, {drawn} of questions and {} of wrap make {sum}",
                plan.minutes, plan.intro, plan.wrap
            );
            self.say("minutes", &message);
        }
    }

    fn slot(&mut self, at: &str, slot: &Slot) {
        for (key, number) in [("pick", slot.pick), ("minutes", slot.minutes)] {
            if number == 0 {
                self.say(&format!("{at}/{key}"), &format!("`{key}` is 0; it must be at least 1"));
            }
        }
        for (key, length) in [("kind", slot.kind.len()), ("topic", slot.topic.len()), ("level", slot.level.len())] {
            if length == 0 {
                self.say(&format!("{at}/{key}"), &format!("`{key}` is empty; name at least one"));
            }
        }
        for (index, topic) in slot.topic.iter().enumerate() {
            self.topic(&format!("{at}/topic/{index}"), topic);
        }
    }

    fn topic(&mut self, pointer: &str, topic: &str) {
        let Some(topics) = self.topics else { return };
        if topic == ANY_TOPIC || topics.contains(topic) {
            return;
        }
        let problem = self.document.problem(pointer, &format!("no topic is called `{topic}`"));
        let names: Vec<&str> = topics.iter().copied().collect();
        self.problems.push(match nearest(topic, &names).first() {
            Some(near) => problem.hint(&format!("did you mean `{near}`?")),
            None => problem,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = r#"{
  "format": 1,
  "id": "short-10",
  "title": "Ten minutes",
  "minutes": 10,
  "intro": 1,
  "wrap": 1,
  "slots": [
    { "pick": 2, "kind": ["predict"], "topic": ["memory"], "level": ["easy"], "minutes": 4 }
  ]
}
"#;

    fn said(old: &str, new: &str) -> Vec<String> {
        let document = Document { path: "plans/short-10.json".to_owned(), text: PLAN.replacen(old, new, 1) };
        let problems = read(&document, Some(&BTreeSet::from(["classes", "memory"]))).unwrap_err();
        problems.iter().map(|problem| problem.to_string().replace("plans/short-10.json", "")).collect()
    }

    #[test]
    fn a_plan_whose_minutes_add_up_is_read() {
        let document = Document { path: "short-10.json".to_owned(), text: PLAN.to_owned() };
        assert_eq!(read(&document, Some(&BTreeSet::from(["memory"]))).unwrap().slots[0].pick, 2);
    }

    #[test]
    fn minutes_that_do_not_add_up_are_shown_with_the_sum() {
        let said = said("\"minutes\": 10", "\"minutes\": 12");
        assert!(said[0].starts_with(":5:14: `minutes` is 12, and 1 of intro, 8 of questions and 1 of wrap make 10"));
    }

    #[test]
    fn huge_numbers_do_not_overflow() {
        assert_eq!(said("\"pick\": 2", "\"pick\": 4294967295").len(), 1);
    }

    #[test]
    fn a_slot_must_draw_something_from_somewhere_known() {
        assert!(said("\"pick\": 2", "\"pick\": 0")[0].starts_with(":9:15: `pick` is 0"));
        assert!(said("[\"predict\"]", "[]")[0].starts_with(":9:26: `kind` is empty"));
        assert!(said("[\"predict\"]", "[\"guess\"]")[0].contains("unknown value `guess`"));
        assert!(said("[\"easy\"]", "[\"eazy\"]")[0].ends_with("hint: did you mean `easy`?"));
        assert!(said("[\"memory\"]", "[\"*\", \"memry\"]")[0].ends_with("hint: did you mean `memory`?"));
    }

    #[test]
    fn a_plan_is_called_as_its_file() {
        assert!(said("short-10", "short-11")[0].contains("call it `short-11.json`"));
        assert!(said("short-10", "Short 10")[0].contains("is not a name"));
    }

    #[test]
    fn a_newer_plan_and_an_unknown_key_are_refused() {
        assert!(said("\"format\": 1", "\"format\": 2")[0].contains("update greenroom"));
        assert!(said("\"intro\"", "\"intor\"")[0].contains("did you mean `intro`?"));
    }
}
