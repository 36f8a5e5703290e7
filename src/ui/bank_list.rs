//! The questions of a bank as a list: a heading a topic, a line a question.

use crate::model::escape::terminal;
use crate::model::progress::Status;
use crate::model::question::Summary;
use crate::ui::paint::{Look, clip};

/// Kind, level and minutes.
const FACTS_WIDTH: usize = 22;

/// The shortest column of titles that is worth its place.
const LEAST_TITLE: usize = 10;

/// The longest status, with the space before it.
const STATUS_WIDTH: usize = 10;

/// Render questions that are sorted by topic, each with its status where there is one to show.
pub fn list(look: Look, questions: &[(&Summary, Option<Status>)]) -> String {
    let slugs = questions.iter().map(|(question, _)| question.slug.chars().count());
    let slug_width = slugs.max().unwrap_or(0).min(36);
    let has_status = questions.iter().any(|(_, status)| status.is_some());
    let facts_width = FACTS_WIDTH + if has_status { STATUS_WIDTH } else { 0 };
    // A few letters of a title say nothing: on a narrow screen the slug stands alone.
    let title_width = look.width.saturating_sub(slug_width + facts_width + 6);
    let title_width = if title_width < LEAST_TITLE { 0 } else { title_width };
    // Nor is a part of a slug a name: then the status takes the place of facts that `show` has too.
    let is_narrow = has_status && slug_width + facts_width + 4 > look.width;
    let mut text = String::new();
    let mut topic = None;
    for (question, status) in questions {
        if topic != Some(&question.topic) {
            if topic.is_some() {
                text.push('\n');
            }
            text += &look.bold(&terminal(&question.topic));
            text.push('\n');
            topic = Some(&question.topic);
        }
        let slug = clip(&terminal(&question.slug), slug_width);
        let status = status.map_or(String::new(), |status| format!("  {status:<8}"));
        let facts = if is_narrow {
            format!("{:<6}{status}", question.level)
        } else {
            format!("{:<7} {:<6} {:>3} min{status}", question.kind, question.level, question.minutes)
        };
        let facts = if title_width == 0 { facts.trim_end() } else { &facts };
        let title = if title_width == 0 {
            String::new()
        } else {
            format!("  {}", clip(&terminal(&question.title), title_width))
        };
        text += &format!("  {slug:<slug_width$}  {}{title}\n", look.dim(facts));
    }
    text
}

/// Said in place of a list that would be empty.
pub fn nothing(statuses: &[Status]) -> &'static str {
    match statuses {
        [] => "no question of this bank is of this topic, level and kind",
        [Status::Due] => "nothing of this is due",
        [_] => "no question of this bank is of this topic, level, kind and status",
        _ => "no question of this bank is of this topic, level and kind, and of one of these statuses",
    }
}

/// How many questions the list holds.
pub fn count(listed: usize, all: usize) -> String {
    if listed == all { format!("{all} questions") } else { format!("{listed} of {all} questions") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::question::{Difficulty, Kind};

    fn summary(topic: &str, slug: &str, title: &str) -> Summary {
        Summary {
            slug: slug.to_owned(),
            title: title.to_owned(),
            kind: Kind::Predict,
            topic: topic.to_owned(),
            level: Difficulty::Medium,
            minutes: 4,
            seeds: vec![],
            family: None,
            tags: vec![],
            aliases: vec![],
        }
    }

    #[test]
    fn a_topic_heads_its_questions_and_no_line_is_too_wide() {
        let questions = [
            summary("classes", "slots", "Slots"),
            summary(
                "classes",
                "class-static-instance-methods",
                "Class, static and instance methods, and what each of them is given",
            ),
            summary("memory", "gc", "Garbage collection\u{1b}[31m"),
        ];
        let text = list(Look::new(60, false), &questions.iter().map(|question| (question, None)).collect::<Vec<_>>());
        insta::assert_snapshot!(text, @r"
        classes
          slots                          predict medium   4 min
          class-static-instance-methods  predict medium   4 min

        memory
          gc                             predict medium   4 min
        ");
        let [slots, long, _] = &questions;
        let with_status = [(slots, Some(Status::Mastered)), (long, Some(Status::Due))];
        insta::assert_snapshot!(list(Look::new(100, false), &with_status), @r"
        classes
          slots                          predict medium   4 min  mastered  Slots
          class-static-instance-methods  predict medium   4 min  due       Class, static and instance metho…
        ");
        insta::assert_snapshot!(list(Look::new(60, false), &with_status), @r"
        classes
          slots                          medium  mastered
          class-static-instance-methods  medium  due
        ");
    }
}
