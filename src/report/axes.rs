//! What a report says of a session, on axes that stand apart: there is no single figure, and nobody is hired by one.

use crate::model::cost_report::CostReport;
use crate::model::partner::{InterviewerMarks, InterviewerReport};
use crate::model::question::Kind;
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::model::verdict::Verdict;
use crate::report::text;

/// One axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    pub name: &'static str,
    /// For instance `2 of 3`.
    pub figure: String,
    /// What the figure counts.
    pub about: String,
    /// The figure as a part of one; none when there is nothing to count.
    pub share: Option<f64>,
    pub judge: Judge,
}

/// Whose judgement a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judge {
    /// Greenroom: it was run, counted or timed.
    Greenroom,
    Candidate,
    /// The partner who played the interviewer.
    Partner,
}

impl Judge {
    /// What stands beside a figure of which nothing was checked.
    pub fn label(self) -> Option<&'static str> {
        match self {
            Judge::Greenroom => None,
            Judge::Candidate => Some("self-rated"),
            Judge::Partner => Some("a partner's marks"),
        }
    }

    /// Its colour on a page.
    pub fn class(self) -> &'static str {
        match self {
            Judge::Greenroom => "checked",
            Judge::Candidate => "own",
            Judge::Partner => "partner",
        }
    }
}

/// All axes, in the order in which they are shown; the interviewer has one when there was one.
pub fn axes(report: &SessionReport) -> Vec<Axis> {
    let all = [correctness(report), time(report), independence(report), complexity(report), explanation(report)];
    all.into_iter().chain(report.interviewer.as_ref().map(interviewer)).collect()
}

fn correctness(report: &SessionReport) -> Axis {
    let is_missing = |question: &&QuestionReport| question.verdict == Verdict::NotSubmitted;
    let checkable = report.questions.iter().filter(|question| question.kind != Kind::Explain);
    let checkable: Vec<&QuestionReport> =
        checkable.filter(|question| question.is_judged() || is_missing(question)).collect();
    let sum = |of: &dyn Fn(&QuestionReport) -> u64| -> u64 { checkable.iter().map(|question| of(question)).sum() };
    let (cases, passed_cases) = (sum(&|question| question.total), sum(&|question| question.passed));
    let passed = sum(&|question| u64::from(question.verdict == Verdict::Pass));
    let missing = checkable.iter().copied().filter(is_missing).count();
    if checkable.is_empty() {
        return of("Correctness", 0, 0, "no answer could be checked".to_owned());
    }
    let mut about = "questions with a check pass at the bell".to_owned();
    if cases > 0 {
        about += &format!("; {passed_cases} of {cases} cases and lines");
    }
    if missing > 0 {
        about += &format!("; {missing} not answered");
    }
    of("Correctness", passed, checkable.len() as u64, about)
}

fn time(report: &SessionReport) -> Axis {
    let length = u64::from(report.minutes) * 60;
    let over = report.questions.iter().filter(|question| question.used_s > question.budget_s).count();
    let added = report.interviewer.as_ref().map_or(0, |interviewer| interviewer.minutes_added);
    let added = match added {
        0 => String::new(),
        minutes => format!(", {} of it added by the interviewer", text::clock(u64::from(minutes) * 60)),
    };
    let over = match over {
        0 => "no question took more than its budget".to_owned(),
        1 if report.questions.len() == 1 => "the question took more than its budget".to_owned(),
        1 => format!("1 of {} questions took more than its budget", report.questions.len()),
        _ => format!("{over} of {} questions took more than their budget", report.questions.len()),
    };
    let about = format!("of {} used{added}; {over}", text::clock(length));
    Axis {
        name: "Time",
        figure: text::clock(report.used_s),
        about,
        share: (length > 0).then(|| report.used_s as f64 / length as f64),
        judge: Judge::Greenroom,
    }
}

fn independence(report: &SessionReport) -> Axis {
    let sum = |of: &dyn Fn(&QuestionReport) -> u64| -> u64 { report.questions.iter().map(of).sum() };
    let (hints, available) = (sum(&|question| question.hints), sum(&|question| question.hints_available));
    let asked = sum(&|question| question.clarifications);
    let asked = match asked {
        0 => "no clarification was asked for".to_owned(),
        count => format!("{} asked for, at no cost", text::count(count, "clarification", "clarifications")),
    };
    let about = format!("left after {hints} of {available} hints, over all questions; {asked}");
    let left = sum(&|question| u64::from(question.conduct.independence_percent)) as f64;
    let share = (!report.questions.is_empty()).then(|| left / 100.0 / report.questions.len() as f64);
    let figure = share.map_or("–".to_owned(), text::percent);
    Axis { name: "Independence", figure, about, share, judge: Judge::Greenroom }
}

fn complexity(report: &SessionReport) -> Axis {
    let costs = || report.questions.iter().filter_map(|question| question.cost.as_ref());
    let points: Vec<f64> = costs().filter_map(CostReport::points).collect();
    let (given, possible) = (points.iter().sum::<f64>(), points.len() as f64 * 2.0);
    let count = |number: usize, one: &str, many: &str| text::count(number as u64, one, many);
    let mut about = match points.len() {
        0 => "nothing was claimed".to_owned(),
        claims => {
            format!("points for what you claimed of the time and space of {}", count(claims, "answer", "answers"))
        }
    };
    let silent = costs().count() - points.len();
    if silent > 0 {
        about += &format!("; {} passed without a claim", count(silent, "answer", "answers"));
    }
    // What an earlier version cost was mended, or belongs to an answer that no longer passes.
    let worse = costs().filter(|cost| cost.is_of_final_answer && cost.is_worse()).count();
    if worse > 0 {
        about += &format!("; {} more than the author's", count(worse, "answer costs", "answers cost"));
    }
    let figure = if points.is_empty() { "–".to_owned() } else { format!("{given} of {possible}") };
    let share = (possible > 0.0).then(|| given / possible);
    Axis { name: "Complexity", figure, about, share, judge: Judge::Greenroom }
}

fn explanation(report: &SessionReport) -> Axis {
    let rated: Vec<(f64, f64)> = report.questions.iter().filter_map(|question| question.self_rating()).collect();
    let given: f64 = rated.iter().map(|rating| rating.0).sum();
    let possible: f64 = rated.iter().map(|rating| rating.1).sum();
    let about = match rated.len() {
        0 => "nothing was rated".to_owned(),
        count => format!(
            "points that you gave yourself for {}; nothing of it was checked",
            text::count(count as u64, "answer", "answers")
        ),
    };
    let figure = if rated.is_empty() { "–".to_owned() } else { format!("{given} of {possible}") };
    let share = (possible > 0.0).then(|| given / possible);
    Axis { name: "Explanation", figure, about, share, judge: Judge::Candidate }
}

fn interviewer(report: &InterviewerReport) -> Axis {
    let marked: Vec<(f64, f64)> = report.questions.iter().filter_map(InterviewerMarks::points).collect();
    let given: f64 = marked.iter().map(|points| points.0).sum();
    let possible: f64 = marked.iter().map(|points| points.1).sum();
    let about = match marked.len() {
        0 => "a partner was there, and marked no key points".to_owned(),
        count => format!(
            "points that a partner gave you for {}; nothing of it was checked",
            text::count(count as u64, "answer", "answers")
        ),
    };
    let figure = if marked.is_empty() { "–".to_owned() } else { format!("{given} of {possible}") };
    let share = (possible > 0.0).then(|| given / possible);
    Axis { name: "Interviewer", figure, about, share, judge: Judge::Partner }
}

fn of(name: &'static str, part: u64, all: u64, about: String) -> Axis {
    let share = (all > 0).then(|| part as f64 / all as f64);
    let figure = if all > 0 { format!("{part} of {all}") } else { "–".to_owned() };
    Axis { name, figure, about, share, judge: Judge::Greenroom }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::growth::Class;
    use crate::model::question::Classes;
    use crate::report::session_testing::{interviewer, report};

    #[test]
    fn every_axis_says_what_it_counts() {
        let lines: Vec<String> =
            axes(&report()).iter().map(|axis| format!("{}: {} {}", axis.name, axis.figure, axis.about)).collect();
        insta::assert_snapshot!(lines.join("\n"), @r"
        Correctness: 1 of 3 questions with a check pass at the bell; 11 of 13 cases and lines; 1 not answered
        Time: 29:00 of 30:00 used; 2 of 4 questions took more than their budget
        Independence: 95 % left after 2 of 8 hints, over all questions; 1 clarification asked for, at no cost
        Complexity: – nothing was claimed
        Explanation: 3 of 6 points that you gave yourself for 1 answer; nothing of it was checked
        ");
    }

    #[test]
    fn only_an_answer_at_the_bell_costs_more_than_its_authors() {
        let about = |is_of_final_answer| {
            let mut report = report();
            let author = Classes { time: Class::Linear, space: Class::Linear };
            report.questions[1].cost = Some(CostReport {
                answer_sha256: "ab".to_owned(),
                is_of_final_answer,
                judged: None,
                claims: 0,
                author,
                counted: vec![Class::Quadratic],
            });
            axes(&report)[3].about.clone()
        };
        assert!(about(true).ends_with("; 1 answer costs more than the author's"), "{}", about(true));
        assert!(!about(false).contains("more than"), "{}", about(false));
    }

    #[test]
    fn an_interviewer_has_an_axis_of_their_own_and_touches_no_other_figure() {
        let alone = axes(&report());
        let mut with = report();
        with.interviewer = Some(interviewer("calm", "And then?"));
        let axes = axes(&with);
        let figures = |axes: &[Axis]| axes[..5].iter().map(|axis| axis.figure.clone()).collect::<Vec<_>>();
        assert_eq!(figures(&axes), figures(&alone));
        assert_eq!((axes[5].name, axes[5].figure.as_str(), axes[5].judge), ("Interviewer", "1 of 6", Judge::Partner));
        assert!(axes[1].about.contains("5:00 of it added by the interviewer"), "{:?}", axes[1]);
        with.interviewer.as_mut().unwrap().questions.clear();
        assert_eq!(super::axes(&with)[5].figure, "–");
    }

    #[test]
    fn an_explanation_that_was_not_given_is_no_wrong_answer() {
        let mut spoken = report();
        spoken.questions.retain(|question| question.kind == Kind::Explain);
        spoken.questions[0].verdict = Verdict::NotSubmitted;
        let axis = &axes(&spoken)[0];
        assert_eq!((axis.figure.as_str(), axis.about.as_str()), ("–", "no answer could be checked"));
    }

    #[test]
    fn a_session_without_answers_has_no_shares() {
        let mut empty = report();
        empty.questions.clear();
        let shares: Vec<Option<f64>> = axes(&empty).iter().map(|axis| axis.share).collect();
        assert_eq!((shares[0], shares[2], shares[3], shares[4]), (None, None, None, None));
    }
}
