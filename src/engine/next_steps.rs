//! What to do after a session: three commands, the most useful first, each with its reason.

use std::cmp::Reverse;
use std::path::Path;

use crate::model::claim::{JudgedClaim, Outcome};
use crate::model::escape::shell;
use crate::model::event::Started;
use crate::model::question::{Difficulty, Kind};
use crate::model::session_report::{QuestionReport, Step};
use crate::model::verdict::Verdict;
use crate::store::session_folder::answer_name;
use crate::ui::session_conduct::flags;

/// How many next steps are named.
const MOST_STEPS: usize = 3;

/// First what failed, with what cost most in front, then what costs something else than was claimed, then what was not answered,
/// rated low or needed hints, then the same kind of interview again.
/// `folder` is the session folder as it is called from where the candidate is.
pub fn next_steps(started: &Started, questions: &[QuestionReport], folder: &str) -> Vec<Step> {
    let banks: String = started.banks.iter().map(|bank| format!(" --bank {}", shell(&shown(bank)))).collect();
    let numbered = || questions.iter().zip(1..);
    let failed = numbered().filter(|(question, _)| question.is_judged() && question.verdict != Verdict::Pass);
    let mut failed: Vec<(&QuestionReport, i32)> = failed.collect();
    failed.sort_by_key(|(question, _)| Reverse(lost_s(question)));
    let mut steps: Vec<Step> = failed
        .into_iter()
        .map(|(question, number)| {
            let slug = &question.slug;
            let file = shell(&format!("{folder}/{number}-{slug}/{}", answer_name(question.kind)));
            Step { command: format!("greenroom check {slug} {file}{banks}"), why: what_failed(question, number) }
        })
        .collect();
    let misjudged = numbered().filter_map(|(question, number)| Some((question, number, misjudged(question, number)?)));
    steps.extend(misjudged.map(|(question, number, why)| {
        let slug = &question.slug;
        let file = shell(&format!("{folder}/{number}-{slug}/{}", answer_name(question.kind)));
        Step { command: format!("greenroom check {slug} {file} --growth{banks}"), why }
    }));
    let weak = numbered().filter_map(|(question, number)| Some((question, weakness(question, number)?)));
    steps.extend(
        weak.map(|(question, why)| Step { command: format!("greenroom show {} --answer{banks}", question.slug), why }),
    );
    steps.truncate(MOST_STEPS - 1);
    let flags = flags(started.conditions);
    let again = match &started.plan {
        Some(plan) => format!("greenroom start --plan {}{flags}{banks}", shell(plan)),
        None => format!("greenroom start --minutes {}{}{flags}{banks}", started.minutes, drawn_from(started)),
    };
    steps.push(Step { command: again, why: "Another interview of this kind, with other questions.".to_owned() });
    steps
}

/// The topics and levels that were asked for, as `greenroom start` takes them, with a space before each.
fn drawn_from(started: &Started) -> String {
    let levels: Vec<String> = started.levels.iter().map(Difficulty::to_string).collect();
    let named = [("topic", &started.topics), ("level", &levels)].into_iter().filter(|(_, names)| !names.is_empty());
    named.map(|(flag, names)| format!(" --{flag} {}", shell(&names.join(",")))).collect()
}

/// How much of its minutes a question gave nothing for.
fn lost_s(question: &QuestionReport) -> u64 {
    match question.total {
        0 => question.budget_s,
        total => question.budget_s * total.saturating_sub(question.passed) / total,
    }
}

fn what_failed(question: &QuestionReport, number: i32) -> String {
    let what = if question.kind == Kind::Predict { "lines are right" } else { "cases pass" };
    let before = if question.was_better() { ", and an earlier version did better" } else { "" };
    match question.total {
        0 => format!("Question {number} ended with `{}`{before}.", question.verdict),
        total => format!("Question {number}: {} of {total} {what}{before}.", question.passed),
    }
}

/// What was claimed of the cost of an answer that passes, where that was not right; none elsewhere.
fn misjudged(question: &QuestionReport, number: i32) -> Option<String> {
    let cost = question.cost.as_ref().filter(|_| question.verdict == Verdict::Pass)?;
    let JudgedClaim { claim, time, space, author, .. } = cost.judged.as_ref()?;
    match (time, space) {
        // A version that was claimed and mended says nothing of the answer at the bell.
        (Outcome::WorseCode, _) if cost.is_of_final_answer => {
            Some(format!("Question {number} passes, and costs more time than {}.", author.time))
        }
        (Outcome::Wrong, _) => Some(format!(
            "Question {number}: you said time {}; count it beside the author's {}.",
            claim.time, author.time
        )),
        (Outcome::Right, Outcome::Wrong) => Some(format!(
            "Question {number}: you said space {}; the author's answer takes {}.",
            claim.space, author.space
        )),
        _ => None,
    }
}

/// Why the answer of this question is worth a look; none when it is not.
fn weakness(question: &QuestionReport, number: i32) -> Option<String> {
    let is_low = question.self_rating().is_some_and(|(given, possible)| given * 3.0 < possible * 2.0);
    if question.verdict == Verdict::NotSubmitted {
        Some(format!("Question {number} was not answered."))
    } else if is_low {
        Some(format!("You rated your answer to question {number} low."))
    } else if question.hints > 0 {
        Some(format!("Question {number} needed {}.", if question.hints == 1 { "a hint" } else { "hints" }))
    } else if question.kind == Kind::Explain {
        Some(format!("Compare what you said to question {number} with a model answer."))
    } else {
        None
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::Claim;
    use crate::model::cost_report::CostReport;
    use crate::model::growth::Class;
    use crate::model::question::Classes;
    use crate::model::session_report::KeyPointReport;
    use crate::model::testing::{question_report, started};

    fn commands(started: &Started, questions: &[QuestionReport]) -> Vec<String> {
        next_steps(started, questions, "my room").into_iter().map(|step| step.command).collect()
    }

    #[test]
    fn what_failed_comes_first_and_the_next_interview_last() {
        let questions = [
            QuestionReport { hints: 1, ..question_report("is-vs-equality", Kind::Predict) },
            QuestionReport { verdict: Verdict::Fail, passed: 7, ..question_report("merge", Kind::Code) },
            QuestionReport {
                answer_sha256: None,
                verdict: Verdict::NotSubmitted,
                ..question_report("gil", Kind::Code)
            },
        ];
        let expected = [
            "greenroom check merge 'my room/2-merge/answer.py'",
            "greenroom show is-vs-equality --answer",
            "greenroom start --plan trial-10",
        ];
        assert_eq!(commands(&started(), &questions), expected);
        let why = next_steps(&started(), &questions, "x").swap_remove(0).why;
        assert_eq!(why, "Question 2: 7 of 9 cases pass, and an earlier version did better.");
    }

    #[test]
    fn what_cost_most_is_named_first() {
        let failed = |slug: &str, passed, budget_s| QuestionReport {
            verdict: Verdict::Fail,
            passed,
            budget_s,
            ..question_report(slug, Kind::Code)
        };
        let questions = [failed("small", 1, 60), failed("near", 8, 600), failed("far", 0, 600)];
        let commands = commands(&started(), &questions);
        assert!(commands[0].starts_with("greenroom check far ") && commands[1].starts_with("greenroom check near "));
    }

    #[test]
    fn the_bank_that_was_named_is_named_again() {
        let mut started = started();
        started.banks = vec!["/my banks/a".into()];
        started.plan = None;
        let passed = [question_report("merge", Kind::Code)];
        assert_eq!(commands(&started, &passed), ["greenroom start --minutes 10 --bank '/my banks/a'"]);
    }

    #[test]
    fn topics_and_levels_that_were_asked_for_are_asked_for_again() {
        let mut started = started();
        started.plan = None;
        started.topics = vec!["memory".to_owned(), "*".to_owned()];
        started.levels = vec![Difficulty::Easy, Difficulty::Hard];
        let expected = "greenroom start --minutes 10 --topic 'memory,*' --level easy,hard";
        assert_eq!(commands(&started, &[question_report("merge", Kind::Code)]), [expected]);
    }

    #[test]
    fn a_claim_that_was_wrong_is_counted_next() {
        let author = Classes { time: Class::Linear, space: Class::Constant };
        let judged = |time| JudgedClaim {
            claim: Claim { time: Class::Quadratic, space: Class::Constant, why: String::new() },
            time,
            space: Outcome::Right,
            author,
            counted: Vec::new(),
        };
        let cost = |time| CostReport {
            answer_sha256: "ab".to_owned(),
            is_of_final_answer: true,
            judged: Some(judged(time)),
            claims: 1,
            author,
            counted: Vec::new(),
        };
        let question = |time| [QuestionReport { cost: Some(cost(time)), ..question_report("merge", Kind::Code) }];
        assert_eq!(
            commands(&started(), &question(Outcome::Wrong))[0],
            "greenroom check merge 'my room/1-merge/answer.py' --growth"
        );
        assert_eq!(commands(&started(), &question(Outcome::Right)), ["greenroom start --plan trial-10"]);
        let why = next_steps(&started(), &question(Outcome::WorseCode), "x").swap_remove(0).why;
        assert_eq!(why, "Question 1 passes, and costs more time than O(n).");
        let mut mended = question(Outcome::WorseCode);
        mended[0].cost.as_mut().unwrap().is_of_final_answer = false;
        assert_eq!(
            commands(&started(), &mended),
            ["greenroom start --plan trial-10"],
            "the answer of the bell is another one"
        );
    }

    #[test]
    fn a_low_rating_is_a_reason() {
        let point = |self_rated| KeyPointReport { id: "what".to_owned(), weight: 2, self_rated };
        let mut explained = question_report("gil", Kind::Explain);
        explained.verdict = Verdict::Manual;
        for (score, reason) in [(0.5, "You rated your answer to question 1 low."), (1.0, "Compare what you said")] {
            explained.key_points = vec![point(Some(score))];
            let why = next_steps(&started(), std::slice::from_ref(&explained), "x").swap_remove(0).why;
            assert!(why.starts_with(reason), "{why}");
        }
    }
}
