//! An explanation in a review: it is spoken or written, then its key points are shown and rated one by one.

use crate::bank::entry::Entry;
use crate::commands::attempt::{Around, Left};
use crate::engine::practised::percent;
use crate::model::event::Score;
use crate::model::question::KeyPoint;
use crate::room::command::score;
use crate::room::demos::{Asked, Demos};
use crate::room::message::Message;
use crate::ui::card::{Card, End, card};
use crate::ui::input::Input;
use crate::ui::{demo, out, reviewing, session_rating};

/// What was typed, or how the question is left.
enum Typed {
    Text(String),
    Left(Left),
    /// Nothing was typed: the demo has ended.
    Demonstrated,
}

/// Show the question, wait for the explanation, let it be rated, and keep the rating. Its demo runs meanwhile.
pub fn explained(around: &mut Around<'_>, place: usize, entry: &Entry) -> Left {
    let question = &entry.question;
    let look = around.look;
    out::data(&card(look, &Card { question, samples: String::new(), snippet: None, end: End::Nothing }));
    out::data(&reviewing::explain(look, around.sources.has_keys()));
    around.recorder.begin();
    loop {
        match typed(around) {
            Typed::Text(text) => match text.as_str() {
                "" | "p" | "points" | "g" | "give-up" => break,
                "n" | "next" => return Left::Next,
                "q" | "quit" => return Left::Quit,
                other => out::note(&reviewing::unknown(other)),
            },
            Typed::Left(left) => return left,
            Typed::Demonstrated => {}
        }
    }
    around.demos.begin(place, Asked::Nobody);
    match rate(around, &question.key_points) {
        Ok(scores) => {
            let percent = percent(scores.iter().map(|(point, score)| (*score, point.weight)));
            let rated: Vec<_> = scores.iter().map(|(point, score)| (*point, Some(*score))).collect();
            out::data(&session_rating::key_points(look, &rated));
            out::data(&reviewing::rated(percent));
            around.recorder.rated(question, percent);
            show_demo(around, place);
            // The model answer stands below, whatever the rating was.
            Left::GaveUp
        }
        Err(left) => left,
    }
}

/// A score for each point. Whoever leaves in the middle has rated nothing.
fn rate<'a>(around: &mut Around<'_>, points: &'a [KeyPoint]) -> Result<Vec<(&'a KeyPoint, Score)>, Left> {
    let mut scores = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let (number, count) = (index + 1, points.len());
        out::data(&match around.sources.has_keys() {
            true => session_rating::rate_prompt(around.look, number, count, point),
            false => reviewing::rate_by_line(around.look, number, count, point),
        });
        let score = loop {
            match typed(around) {
                Typed::Text(text) => break score(&text).ok_or(Left::Next)?,
                Typed::Left(left) => return Err(left),
                Typed::Demonstrated => {}
            }
        };
        scores.push((point, score));
    }
    Ok(scores)
}

/// What the demo showed. Whoever presses a key before it has ended does not want to wait for it.
fn show_demo(around: &mut Around<'_>, place: usize) {
    // A script's next line is meant for what comes next.
    let has_ended = |demos: &Demos| demos.held.iter().any(|demonstrated| demonstrated.question == place);
    while around.sources.has_keys() && around.demos.is_running() && !has_ended(&around.demos) {
        match typed(around) {
            Typed::Demonstrated => {}
            Typed::Text(_) | Typed::Left(_) => return,
        }
    }
    // One that nobody waited for belongs to a question before this one.
    let held = std::mem::take(&mut around.demos.held).into_iter();
    for demonstrated in held.filter(|demonstrated| demonstrated.question == place) {
        out::data(&match &demonstrated.result {
            Ok(Some(demonstration)) => demo::demonstrated(around.look, None, demonstration),
            Ok(None) => continue,
            Err(error) => demo::not_run(around.look, &error.0),
        });
        out::data("\n");
    }
}

/// Let an answer be read before the next question stands above it: until a key. How the review is left, if it is.
pub fn wait(around: &mut Around<'_>) -> Option<Left> {
    loop {
        match typed(around) {
            Typed::Text(text) if matches!(text.as_str(), "q" | "quit") => return Some(Left::Quit),
            Typed::Text(_) => return None,
            Typed::Left(left) => return Some(left),
            Typed::Demonstrated => {}
        }
    }
}

fn typed(around: &mut Around<'_>) -> Typed {
    loop {
        match around.sources.messages.recv() {
            Ok(Message::Input(Input::Key(key))) => return Typed::Text(key.to_string().trim().to_owned()),
            Ok(Message::Input(Input::Line(line))) => return Typed::Text(line.trim().to_owned()),
            Ok(Message::Input(Input::End)) => return Typed::Left(Left::Quit),
            Ok(Message::Interrupted) | Err(_) => return Typed::Left(Left::Interrupted),
            Ok(Message::Stopped) => around.sources.sleep(),
            Ok(Message::Demonstrated(demonstrated)) => {
                around.demos.is_done(demonstrated.question);
                around.demos.held.push(*demonstrated);
                return Typed::Demonstrated;
            }
            Ok(_) => {}
        }
    }
}
