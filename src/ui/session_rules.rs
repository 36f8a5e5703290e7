//! The rules card: all that is said before the clock starts. Pure text; everything from the bank is escaped.

use crate::model::conditions::{GRACE, Pace};
use crate::model::escape;
use crate::model::event::{DrawnQuestion, Remark, Started};
use crate::model::isolation::Level;
use crate::model::question::Difficulty;
use crate::store::editor::Editor;
use crate::ui::paint::Look;
use crate::ui::partner_message;
use crate::ui::prose;
use crate::ui::session_screen::finish;
use crate::ui::times::{minutes, plural};

/// What is said before the clock starts. Questions are told by kind and level, not by name.
pub fn rules(look: Look, started: &Started, folder: &str, editor: &Editor) -> String {
    let mut lines = vec![look.rule(&escape::terminal(&started.title)), String::new()];
    lines.push(prose::wrap(&facts(started), look.width));
    lines.push(String::new());
    lines.extend(questions(started));
    lines.push(String::new());
    for rule in what_holds(started, folder) {
        lines.push(prose::hang("- ", &rule, look.width));
    }
    lines.push(String::new());
    let engine = format!("Answers run in CPython {}, isolation level `{}`.", started.python, started.level);
    let engine = prose::wrap(&engine, look.width);
    lines.push(if started.level == Level::Full { engine } else { look.caution(&engine) });
    lines.push(prose::wrap(&editor_line(editor), look.width));
    let drawn: Vec<&str> = started.questions.iter().map(|question| question.slug.as_str()).collect();
    for remark in &started.remarks {
        lines.push(look.caution(&prose::hang("note: ", &remark_text(remark, &drawn), look.width)));
    }
    finish(lines)
}

/// Below the rules: how a partner joins by this command.
pub fn interviewer(look: Look, command: &str) -> String {
    prose::hang("- ", &partner_message::how_to_join(command), look.width) + "\n"
}

fn facts(started: &Started) -> String {
    let (pace, count) = (started.conditions.pace, started.questions.len());
    let length = pace.stretch_up(started.minutes);
    let plan = started.plan.as_ref().map_or(String::new(), |plan| format!("Plan `{}`, ", escape::terminal(plan)));
    let session = if plan.is_empty() { "Session" } else { "session" };
    let mut text = format!(
        "{length} minutes, {count} question{}. {plan}{session} {}, seed {}.",
        plural(count),
        started.session,
        started.seed
    );
    if pace != Pace::USUAL {
        text.push_str(&format!(" Pace {pace}: without it these are {} minutes.", started.minutes));
    }
    text
}

fn questions(started: &Started) -> Vec<String> {
    let pace = started.conditions.pace;
    let mut lines: Vec<String> = Vec::new();
    for (question, number) in started.questions.iter().zip(1..) {
        let DrawnQuestion { kind, level, budget_minutes, .. } = question;
        let budget = minutes(pace.stretch(*budget_minutes));
        lines.push(format!(" {number:>2}  {kind:<8} {level:<7} {budget:>5} min"));
    }
    let budgets: u32 = started.questions.iter().map(|question| question.budget_minutes).sum();
    if let Some(rest @ 1..) = started.minutes.checked_sub(budgets) {
        lines.push(format!("     {:<16} {:>5} min", "to spare", minutes(pace.stretch(rest))));
    }
    lines
}

fn what_holds(started: &Started, folder: &str) -> Vec<String> {
    let (conditions, session) = (started.conditions, &started.session);
    let mut rules = vec![format!("Work in your own editor, in `{}`.", escape::terminal(folder))];
    rules.push(if conditions.whiteboard {
        "A whiteboard: nothing runs before `submit` hands a question in, and what is saved after that does not count."
            .to_owned()
    } else if conditions.strict {
        "Saving a file runs its samples at once; `check` runs the hidden cases too, once a minute and question."
            .to_owned()
    } else {
        "Saving a file runs its samples at once; `check` runs the hidden cases too.".to_owned()
    });
    rules.push(format!(
        "At the bell {} seconds remain for a last save; everything saved counts, whether it was run or not.",
        GRACE.as_secs()
    ));
    rules.push(
        "A question may take more than its budget; the time is then missing elsewhere. What one leaves, later ones get."
            .to_owned(),
    );
    rules.push(
        "Asking the interviewer is free. Hints cost 10, then 25, then 50 % of independence in the report, never correctness."
            .to_owned(),
    );
    rules.push(if conditions.strict {
        format!("The clock never stops: leaving and crashes cost time. `greenroom resume {session}` comes back.")
    } else {
        format!("`pause`, `quit`, Ctrl-C and Ctrl-Z stop the clock, and the report shows it; `greenroom resume {session}` goes on.")
    });
    rules
}

fn editor_line(editor: &Editor) -> String {
    match editor {
        Editor::Found { variable, command } => {
            format!("Your editor is `{}`, by `${variable}`; `edit` opens it.", escape::terminal(command))
        }
        Editor::Missing { variable, command } => {
            format!("`${variable}` names `{}`, which is not to be found here.", escape::terminal(command))
        }
        Editor::Unset => "No editor is named by `$VISUAL` or `$EDITOR`; any will do, in a second terminal.".to_owned(),
    }
}

/// Where the draw of these slugs gave something else than was asked for. Titles are not told before the clock starts.
pub fn remark_text(remark: &Remark, drawn: &[&str]) -> String {
    let place = |slug: &str| drawn.iter().position(|drawn| *drawn == slug).map_or(0, |index| index + 1);
    match remark {
        Remark::LevelWidened { slug, level, wanted } => {
            let wanted: Vec<String> = wanted.iter().map(Difficulty::to_string).collect();
            format!(
                "question {} is {level}: the bank has no other of level {} for it",
                place(slug),
                wanted.join(" or ")
            )
        }
        Remark::TopicWidened { slug, topic, wanted } => {
            format!(
                "question {} is about {topic}: the bank has no other about {} for it",
                place(slug),
                wanted.join(" or ")
            )
        }
        Remark::Short { wanted_minutes, found_minutes } => {
            format!("the bank has questions for {found_minutes} of the {wanted_minutes} minutes")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::started;

    const WIDE: Look = Look { width: 80, colour: false, unicode: true };
    const NARROW: Look = Look { width: 60, colour: false, unicode: true };

    fn vim() -> Editor {
        Editor::Found { variable: "VISUAL", command: "vim".to_owned() }
    }

    #[test]
    fn the_rules_come_before_the_clock() {
        insta::assert_snapshot!(rules(WIDE, &started(), "greenroom-2026-11-18-k7qd", &vim()), @r"
        ── Ten-minute trial ────────────────────────────────────────────────────────────

        10 minutes, 3 questions. Plan `trial-10`, session k7qd, seed 7.

          1  predict  easy        3 min
          2  code     easy        4 min
          3  explain  easy        2 min
             to spare             1 min

        - Work in your own editor, in `greenroom-2026-11-18-k7qd`.
        - Saving a file runs its samples at once; `check` runs the hidden cases too.
        - At the bell 15 seconds remain for a last save; everything saved counts,
          whether it was run or not.
        - A question may take more than its budget; the time is then missing elsewhere.
          What one leaves, later ones get.
        - Asking the interviewer is free. Hints cost 10, then 25, then 50 % of
          independence in the report, never correctness.
        - `pause`, `quit`, Ctrl-C and Ctrl-Z stop the clock, and the report shows it;
          `greenroom resume k7qd` goes on.

        Answers run in CPython 3.11.7, isolation level `full`.
        Your editor is `vim`, by `$VISUAL`; `edit` opens it.
        ");
    }

    #[test]
    fn pace_strictness_and_a_whiteboard_change_the_rules() {
        let mut started = started();
        started.conditions.pace = "1.5".parse().unwrap();
        started.conditions.strict = true;
        started.conditions.whiteboard = true;
        insta::assert_snapshot!(rules(NARROW, &started, "here", &Editor::Unset), @r"
        ── Ten-minute trial ────────────────────────────────────────

        15 minutes, 3 questions. Plan `trial-10`, session k7qd, seed
        7. Pace 1.5: without it these are 10 minutes.

          1  predict  easy     4:30 min
          2  code     easy        6 min
          3  explain  easy        3 min
             to spare          1:30 min

        - Work in your own editor, in `here`.
        - A whiteboard: nothing runs before `submit` hands a
          question in, and what is saved after that does not count.
        - At the bell 15 seconds remain for a last save; everything
          saved counts, whether it was run or not.
        - A question may take more than its budget; the time is then
          missing elsewhere. What one leaves, later ones get.
        - Asking the interviewer is free. Hints cost 10, then 25,
          then 50 % of independence in the report, never
          correctness.
        - The clock never stops: leaving and crashes cost time.
          `greenroom resume k7qd` comes back.

        Answers run in CPython 3.11.7, isolation level `full`.
        No editor is named by `$VISUAL` or `$EDITOR`; any will do,
        in a second terminal.
        ");
    }

    #[test]
    fn what_the_draw_could_not_do_and_a_weaker_wall_are_said_before_the_clock() {
        let mut started = started();
        started.level = Level::OwnCode;
        started.remarks = vec![
            Remark::LevelWidened {
                slug: "gil".to_owned(),
                level: Difficulty::Hard,
                wanted: vec![Difficulty::Easy, Difficulty::Medium],
            },
            Remark::TopicWidened {
                slug: "gil".to_owned(),
                topic: "concurrency".to_owned(),
                wanted: vec!["classes".to_owned()],
            },
            Remark::Short { wanted_minutes: 30, found_minutes: 12 },
        ];
        let missing = Editor::Missing { variable: "EDITOR", command: "vimm".to_owned() };
        let text = rules(NARROW, &started, "here", &missing);
        insta::assert_snapshot!(text.split_once("goes on.").unwrap().1, @r"
        Answers run in CPython 3.11.7, isolation level `own-code`.
        `$EDITOR` names `vimm`, which is not to be found here.
        note: question 3 is hard: the bank has no other of level
              easy or medium for it
        note: question 3 is about concurrency: the bank has no other
              about classes for it
        note: the bank has questions for 12 of the 30 minutes
        ");
    }

    #[test]
    fn no_title_is_told_and_no_line_is_wider_than_the_screen() {
        for width in [40, 60, 80, 100] {
            let text = rules(Look { width, colour: false, unicode: true }, &started(), "here", &vim());
            assert!(started().questions.iter().all(|question| !text.contains(&question.title)), "{text}");
            assert!(text.lines().all(|line| line.chars().count() <= width), "{width}: {text}");
        }
    }
}
