//! How a candidate worked, for the end of the report: conditions, pauses, flags, independence, questions to the interviewer.

use std::time::Duration;

use crate::model::conditions::{Conditions, GRACE, Pace};
use crate::model::event::Stop;
use crate::model::session_report::{PauseReport, QuestionReport, SessionReport};
use crate::ui::paint::Look;
use crate::ui::prose;
use crate::ui::times::{clock, span};

/// The section, as lines; none when there is nothing to tell.
pub fn conduct(look: Look, report: &SessionReport) -> Vec<String> {
    let questions = &report.questions;
    let told = [
        held_to(report.conditions),
        pauses(&report.pauses),
        list(questions, "flagged to come back to: ", |question| question.conduct.flagged.then(String::new)),
        list(questions, "independence after hints (correctness knows nothing of them): ", |question| {
            (question.hints > 0).then(|| format!(" {} %", question.conduct.independence_percent))
        }),
        list(questions, "asked the interviewer, which is free: ", |question| {
            let (asked, all) = (question.clarifications, question.clarifications_available);
            (asked > 0).then(|| format!(" {asked} of {all}"))
        }),
        list(questions, "got time that was saved before: ", |question| {
            let more = Duration::from_secs(question.conduct.rollover_s);
            (question.used_s > 0 && !more.is_zero()).then(|| format!(" {}", clock(more)))
        }),
        list(questions, &format!("saved in the {} seconds after the bell: ", GRACE.as_secs()), |question| {
            question.conduct.saved_in_grace.then(String::new)
        }),
    ];
    let told: Vec<String> = told.into_iter().flatten().map(|line| prose::hang("- ", &line, look.width)).collect();
    if told.is_empty() {
        return told;
    }
    [String::new(), look.bold("How you worked")].into_iter().chain(told).collect()
}

/// What `greenroom start` takes to hold somebody to the same, with a space before it.
pub fn flags(conditions: Conditions) -> String {
    let mut flags = String::new();
    if conditions.pace != Pace::USUAL {
        flags.push_str(&format!(" --pace {}", conditions.pace));
    }
    for (is_set, flag) in [(conditions.strict, " --strict"), (conditions.whiteboard, " --whiteboard")] {
        if is_set {
            flags.push_str(flag);
        }
    }
    flags
}

fn held_to(conditions: Conditions) -> Option<String> {
    let Conditions { pace, strict, whiteboard } = conditions;
    let parts = [
        (pace != Pace::USUAL).then(|| format!("pace {pace}: the length and every budget times that")),
        strict.then(|| "strict: no pauses, and hidden cases once a minute".to_owned()),
        whiteboard.then(|| "whiteboard: nothing ran before it was handed in".to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn pauses(pauses: &[PauseReport]) -> Option<String> {
    let costs_time = pauses.iter().any(|pause| pause.costs_time);
    let each: Vec<String> = pauses
        .iter()
        .map(|pause| {
            let (length, after) = (Duration::from_secs(pause.length_s), Duration::from_secs(pause.after_s));
            let about = if pause.estimated { "about " } else { "" };
            format!("{about}{} at {} ({})", span(length), clock(after), why(pause.why))
        })
        .collect();
    let what = if costs_time { "away while the clock ran on" } else { "paused" };
    (!each.is_empty()).then(|| format!("{what}: {}", each.join(", ")))
}

fn why(stop: Option<Stop>) -> &'static str {
    match stop {
        Some(Stop::Pause) => "pause",
        Some(Stop::Sleep) => "Ctrl-Z",
        Some(Stop::Asleep) => "the machine slept",
        Some(Stop::Quit) => "left",
        Some(Stop::EndOfInput) => "end of input",
        Some(Stop::Interrupted) => "interrupted",
        None => "crash",
    }
}

/// The questions of which something is to be told: `Q2 65 %, Q4 90 %`.
fn list(questions: &[QuestionReport], what: &str, tell: impl Fn(&QuestionReport) -> Option<String>) -> Option<String> {
    let told: Vec<String> = questions
        .iter()
        .zip(1..)
        .filter_map(|(question, number)| Some(format!("Q{number}{}", tell(question)?)))
        .collect();
    (!told.is_empty()).then(|| format!("{what}{}", told.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_conditions_can_be_asked_for_again() {
        assert_eq!(flags(Conditions::default()), "");
        let all = Conditions { pace: "1.5".parse().unwrap(), strict: true, whiteboard: true };
        assert_eq!(flags(all), " --pace 1.5 --strict --whiteboard");
        assert_eq!(held_to(Conditions::default()), None);
    }

    #[test]
    fn every_pause_is_told_with_its_reason() {
        let pause = |after_s, length_s, why, costs_time| PauseReport {
            after_s,
            length_s,
            why,
            estimated: why.is_none(),
            costs_time,
        };
        let told = pauses(&[pause(60, 720, Some(Stop::Pause), false), pause(130, 3_900, None, false)]);
        assert_eq!(told.as_deref(), Some("paused: 12 min at 1:00 (pause), about 1 h 05 min at 2:10 (crash)"));
        let told = pauses(&[pause(60, 5, Some(Stop::Quit), true)]);
        assert_eq!(told.as_deref(), Some("away while the clock ran on: 5 s at 1:00 (left)"));
    }
}
