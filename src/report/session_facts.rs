//! What every report of a session says of it, whatever it is written in: when it was, its remarks, its circumstances.

use jiff::Timestamp;
use maud::{Markup, PreEscaped, html};

use crate::model::conditions::{Conditions, Pace};
use crate::model::event::{Ending, Remark};
use crate::model::session_report::SessionReport;
use crate::model::verdict::Verdict;
use crate::notes::prose as notes;
use crate::report::text;

/// How much of a title is shown.
pub const NAME: usize = 100;

/// When it was, and how it ended.
pub fn when(report: &SessionReport) -> String {
    let by = match report.ended_by {
        Ending::TimeUp => "ended by the bell",
        Ending::Candidate => "finished by the candidate",
    };
    let used = text::clock(report.used_s);
    let length = text::clock(u64::from(report.minutes) * 60);
    format!("{} · {used} of {length} · {by}", date(&report.started_at))
}

/// A date as people write it; what is no date stays as it is.
pub fn date(rfc3339: &str) -> String {
    let date = rfc3339.parse::<Timestamp>();
    date.map_or_else(|_| text::short(rfc3339, NAME), |date| date.strftime("%-d %B %Y, %H:%M UTC").to_string())
}

/// What the draw could not do, and what greenroom did wrong.
pub fn remark_lines(report: &SessionReport) -> Vec<String> {
    let place = |slug: &str| {
        let position = report.questions.iter().position(|question| question.slug == slug);
        position.map_or("A question".to_owned(), |index| format!("Question {}", index + 1))
    };
    let mut lines: Vec<String> = report
        .remarks
        .iter()
        .map(|remark| match remark {
            Remark::LevelWidened { slug, level, wanted } => {
                let wanted: Vec<String> = wanted.iter().map(ToString::to_string).collect();
                format!("{} is {level}: the bank has no other of level {} for it.", place(slug), wanted.join(" or "))
            }
            Remark::TopicWidened { slug, topic, wanted } => {
                let (topic, wanted) = (text::short(topic, NAME), text::line(&wanted.join(" or ")));
                format!("{} is about {topic}: the bank has no other about {wanted} for it.", place(slug))
            }
            Remark::Short { wanted_minutes, found_minutes } => {
                format!("The bank has questions for {found_minutes} of the {wanted_minutes} minutes.")
            }
        })
        .collect();
    if report.bank_changed {
        lines.push("The bank has changed since the session started; answers were checked by the new one.".to_owned());
    }
    if report.clock_estimated {
        lines.push("The machine was started anew while the clock ran; a part of the time is estimated.".to_owned());
    }
    let internal = report.questions.iter().filter(|question| question.verdict == Verdict::Internal).count() as u64;
    if internal > 0 {
        let answers = text::count(internal, "answer", "answers");
        lines.push(format!("{answers} could not be checked; that is greenroom's fault, not the candidate's."));
    }
    lines
}

/// Under which circumstances it all happened: a name and a value each.
pub fn fact_list(report: &SessionReport) -> Vec<(&'static str, String)> {
    let paused: u64 = report.pauses.iter().map(|pause| pause.length_s).sum();
    let about = if report.pauses.iter().any(|pause| pause.estimated) { "about " } else { "" };
    let is_strict = report.pauses.iter().any(|pause| pause.costs_time);
    let pauses = match report.pauses.len() as u64 {
        0 => "none".to_owned(),
        count if is_strict => {
            let times = text::count(count, "time", "times");
            format!("nobody was there {times}, {about}{} in all, while the clock ran on", text::span(paused))
        }
        count => format!("{}, {about}{} in all", text::count(count, "pause", "pauses"), text::span(paused)),
    };
    let plan = report.plan.as_deref().map_or("none: drawn for its minutes".to_owned(), |plan| text::short(plan, NAME));
    vec![
        ("Plan", plan),
        ("Seed", report.seed.to_string()),
        ("Bank", text::short(&report.bank_hash, 64)),
        ("Started", date(&report.started_at)),
        ("Ended", date(&report.ended_at)),
        ("Held to", held_to(report.conditions)),
        ("Pauses", pauses),
        ("Isolation level", report.level.to_string()),
        ("Python", format!("CPython {}", text::short(&report.python, 40))),
        ("Greenroom", text::short(&report.greenroom, 40)),
    ]
}

fn held_to(conditions: Conditions) -> String {
    let Conditions { pace, strict, whiteboard } = conditions;
    let mut parts = vec![if strict { "a strict clock" } else { "practice, with pauses" }.to_owned()];
    if pace != Pace::USUAL {
        parts.push(format!("pace {pace}"));
    }
    if whiteboard {
        parts.push("a whiteboard".to_owned());
    }
    parts.join(", ")
}

/// A share in hundredths of a percent, and never more than all.
pub fn percent(share: f64) -> f64 {
    (share.clamp(0.0, 1.0) * 10_000.0).round() / 100.0
}

/// The Markdown of a bank as HTML.
pub fn prose(markdown: &str) -> Markup {
    PreEscaped(notes::html_with(markdown, &|code| html! { pre { code { (code) } } }.into_string()))
}
