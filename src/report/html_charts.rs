//! The charts of the page, as inline SVG. Each is 360 units wide, the width of a phone, so that its letters stay readable
//! there; colours come from the style of the page.

use maud::{Markup, html};

use crate::report::context::Context;
use crate::report::facts::Facts;
use crate::report::items::QuestionFacts;
use crate::report::text;
use crate::report::times::{Times, of_questions};

const WIDTH: f64 = 360.0;

/// Where bars begin that have a name before them.
const LABEL: f64 = 150.0;

/// How much of a name fits there.
// Receipt: 24 letters of 11 pixels were wider than 134 units where a title has many wide ones.
const LABEL_LETTERS: usize = 22;

/// How much of it is told when it is pointed at.
const NAME: usize = 80;

/// From one bar to the next.
const STEP: f64 = 20.0;

/// More bars than this are hard to read; the table below has all.
const BARS: usize = 25;

/// With fewer candidates a correlation is mostly chance.
// Receipt: the standard error of a correlation near 0 is 1 / sqrt(n - 1): 0.19 at 30.
const ENOUGH: usize = 30;

/// How many candidates have which score.
pub fn scores(facts: &Facts) -> Markup {
    let mut bins = [0_u32; 10];
    for score in facts.candidates.iter().filter_map(|candidate| candidate.score()) {
        bins[((score * 10.0) as usize).min(9)] += 1;
    }
    let most = bins.iter().copied().max().unwrap_or(0).max(1);
    let (height, step) = (130.0, WIDTH / 10.0);
    let bars = bins.iter().enumerate().map(|(index, count)| {
        let size = f64::from(*count) / f64::from(most) * 100.0;
        (index as f64 * step, size, count)
    });
    html! {
        figure {
            figcaption { "Scores of candidates" span.soft { "from 0 to 100 %, in steps of ten" } }
            svg viewBox={ "0 0 " (WIDTH) " 150" } role="img" aria-label="How many candidates have which score" {
                @for (x, size, count) in bars {
                    rect.bar x=(x + 2.0) y=(round(height - size)) width=(step - 4.0) height=(round(size)) rx="2" {}
                    @if *count > 0 {
                        text x=(x + step / 2.0) y=(round(height - size - 4.0)) text-anchor="middle" { (count) }
                    }
                }
                line x1="0" x2=(WIDTH) y1=(height) y2=(height) {}
                text.soft x="2" y="146" { "0" }
                text.soft x=(WIDTH / 2.0) y="146" text-anchor="middle" { "50" }
                text.soft x=(WIDTH - 2.0) y="146" text-anchor="end" { "100 %" }
            }
        }
    }
}

/// The hardest questions: the share that passes, and the mean score behind it.
pub fn difficulty(facts: &Facts, context: &Context) -> Markup {
    let questions = facts.hardest();
    let shown = &questions[..questions.len().min(BARS)];
    let room = WIDTH - LABEL - 46.0;
    let bars = rows(shown, context, &|question, y| {
        let share = question.difficulty().unwrap_or(0.0);
        let mean = question.mean_score().unwrap_or(0.0);
        html! {
            rect.bar2 x=(LABEL) y=(y - 11.0) width=(round(room * mean)) height="13" rx="2" {}
            rect.bar x=(LABEL) y=(y - 8.0) width=(round(room * share)) height="7" rx="1" {}
            text x=(WIDTH) y=(y) text-anchor="end" { (text::percent(share)) }
        }
    });
    let about = "share that passes; the light bar is the mean score";
    figure("Difficulty of questions", about, questions.len(), shown.len(), &bars)
}

/// Whether who does well elsewhere does well here: to the right if so.
pub fn discrimination(facts: &Facts, context: &Context) -> Markup {
    let mut questions: Vec<(&QuestionFacts, f64)> =
        facts.questions.iter().filter_map(|question| Some((question, question.discrimination()?))).collect();
    questions.sort_by(|one, other| one.1.total_cmp(&other.1));
    let questions: Vec<&QuestionFacts> = questions.into_iter().map(|(question, _)| question).collect();
    let shown = &questions[..questions.len().min(BARS)];
    let half = (WIDTH - LABEL - 46.0) / 2.0;
    let middle = LABEL + half;
    let bars = rows(shown, context, &|question, y| {
        let value = question.discrimination().unwrap_or(0.0);
        let from = if value < 0.0 { middle + half * value } else { middle };
        let class = if value < 0.0 { "warn" } else { "bar" };
        html! {
            line x1=(middle) x2=(middle) y1=(y - 14.0) y2=(y + 6.0) {}
            rect class=(class) x=(round(from)) y=(y - 10.0) width=(round(half * value.abs())) height="11" rx="2" {}
            // Plus zero: a little below it is not written as `-0.00`.
            text x=(WIDTH) y=(y) text-anchor="end" { (format!("{:.2}", round(value) + 0.0)) }
        }
    });
    let about = if facts.candidates.len() < ENOUGH {
        "correlation with everything else; with so few candidates mostly chance"
    } else {
        "correlation with everything else; below 0 the question may be wrong"
    };
    figure("Discrimination of questions", about, questions.len(), shown.len(), &bars)
}

/// The CPU time of answers: most take the dark bar, nine of ten the light one, the slowest is a dot.
pub fn time(facts: &Facts, context: &Context) -> Markup {
    let mut questions: Vec<(&QuestionFacts, Times)> =
        facts.questions.iter().zip(of_questions(facts)).filter(|(_, times)| times.max > 0).collect();
    questions.sort_by_key(|(_, times)| std::cmp::Reverse((times.max, times.median)));
    let shown: Vec<&QuestionFacts> = questions.iter().take(BARS).map(|(question, _)| *question).collect();
    let most = questions.iter().map(|(_, times)| times.max).max().unwrap_or(1);
    let room = WIDTH - LABEL - 60.0;
    // A scale of powers: a timeout takes a thousand times as long as an answer.
    let place = |ms: u64| round(room * (1.0 + ms as f64).ln() / (1.0 + most as f64).ln());
    let of = |question: &QuestionFacts| questions.iter().find(|known| known.0.slug == question.slug);
    let bars = rows(&shown, context, &|question, y| {
        let times = of(question).map_or(Times::default(), |known| known.1);
        html! {
            rect.bar2 x=(LABEL) y=(y - 9.0) width=(place(times.ninth)) height="9" rx="2" {}
            rect.bar x=(LABEL) y=(y - 9.0) width=(place(times.median)) height="9" rx="2" {}
            circle.warn cx=(LABEL + place(times.max)) cy=(y - 4.5) r="3" {}
            text x=(WIDTH) y=(y) text-anchor="end" { (text::duration(times.max)) }
        }
    });
    let about = "CPU per answer on a scale of powers: median, nine of ten (light), slowest (dot)";
    figure("Time", about, questions.len(), shown.len(), &bars)
}

/// A row for each question: its name, then what `bar` draws on the line at `y`.
fn rows(questions: &[&QuestionFacts], context: &Context, bar: &dyn Fn(&QuestionFacts, f64) -> Markup) -> Markup {
    html! {
        @for (index, question) in questions.iter().enumerate() {
            @let y = 14.0 + index as f64 * STEP;
            text x=(LABEL - 6.0) y=(y) text-anchor="end" {
                title { (text::short(context.title(&question.slug), NAME)) }
                (text::short(context.title(&question.slug), LABEL_LETTERS))
            }
            (bar(question, y))
        }
    }
}

fn figure(title: &str, about: &str, all: usize, shown: usize, bars: &Markup) -> Markup {
    let height = STEP * shown.max(1) as f64 + 4.0;
    html! {
        figure {
            figcaption { (title) span.soft { (about) } }
            @if shown == 0 {
                p.soft { "Too little is known." }
            } @else {
                svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label={ (title) ": " (about) } { (bars) }
            }
            @if all > shown { p.soft { "and " (all - shown) " more below" } }
        }
    }
}

/// Hundredths are fine enough for any screen, and short.
fn round(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
