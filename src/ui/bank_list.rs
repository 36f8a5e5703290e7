//! The questions of a bank as a list: a heading a topic, a line a question.

use crate::model::escape::terminal;
use crate::model::question::Summary;
use crate::ui::paint::{Look, clip};

/// Kind, level and minutes.
const FACTS_WIDTH: usize = 22;

/// The shortest column of titles that is worth its place.
const LEAST_TITLE: usize = 10;

/// Render questions that are sorted by topic.
pub fn list(look: Look, questions: &[&Summary]) -> String {
    let slug_width = questions.iter().map(|question| question.slug.chars().count()).max().unwrap_or(0).min(36);
    // A few letters of a title say nothing: on a narrow screen the slug stands alone.
    let title_width = look.width.saturating_sub(slug_width + FACTS_WIDTH + 6);
    let title_width = if title_width < LEAST_TITLE { 0 } else { title_width };
    let mut text = String::new();
    let mut topic = None;
    for question in questions {
        if topic != Some(&question.topic) {
            if topic.is_some() {
                text.push('\n');
            }
            text += &look.bold(&terminal(&question.topic));
            text.push('\n');
            topic = Some(&question.topic);
        }
        let slug = clip(&terminal(&question.slug), slug_width);
        let facts = format!("{:<7} {:<6} {:>3} min", question.kind, question.level, question.minutes);
        let title = if title_width == 0 {
            String::new()
        } else {
            format!("  {}", clip(&terminal(&question.title), title_width))
        };
        text += &format!("  {slug:<slug_width$}  {}{title}\n", look.dim(&facts));
    }
    text
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
        let text = list(Look::new(60, false), &questions.iter().collect::<Vec<_>>());
        insta::assert_snapshot!(text, @r"
        classes
          slots                          predict medium   4 min
          class-static-instance-methods  predict medium   4 min

        memory
          gc                             predict medium   4 min
        ");
    }
}
