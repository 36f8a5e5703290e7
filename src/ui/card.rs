//! A question as a card: what an interviewer says, and, when asked for, what a good answer holds.

use crate::model::escape::terminal;
use crate::model::question::{Exchange, Kind, Question};
use crate::ui::paint::Look;
use crate::ui::prose::{hang, wrap};

/// What stands on a card.
#[derive(Debug)]
pub struct Card<'a> {
    pub question: &'a Question,
    /// The cases of a `code` question that are shown, as they would look at the prompt.
    pub samples: String,
    /// What a `predict` question asks about.
    pub snippet: Option<&'a str>,
    /// Open the model answer and the rest.
    pub answer: bool,
}

/// Render a card.
pub fn card(look: Look, card: &Card<'_>) -> String {
    let question = card.question;
    let mut page = Page { look, text: String::new() };
    page.text += &look.rule(&terminal(&question.title));
    page.text += &format!("\n{}\n\n", look.dim(&wrap(&facts(question), look.width)));
    page.prose(&question.prompt.text());
    if let Some(snippet) = card.snippet {
        page.text.push('\n');
        page.code(snippet);
    }
    page.list("Constraints", &question.constraints);
    if !card.samples.is_empty() {
        page.heading("Samples");
        page.code(&card.samples);
    }
    page.exchanges("If you ask", &question.clarify);
    if !card.answer {
        let more = match question.kind {
            Kind::Code => format!("{} hints come during an interview", question.hints.len()),
            Kind::Predict | Kind::Explain => "Answer first, then look".to_owned(),
        };
        page.text += &format!(
            "\n{}\n",
            look.dim(&format!("{more}; `greenroom show {} --answer` opens the rest.", terminal(&question.slug)))
        );
        return page.text;
    }
    page.list("Hints, from light to strong", &question.hints.iter().map(|hint| hint.text()).collect::<Vec<_>>());
    page.heading("Model answer");
    page.prose(&question.model_answer.text());
    if let Some(complexity) = &question.complexity {
        page.prose(&format!("\nTime {}, space {}.", complexity.time, complexity.space));
    }
    let points: Vec<String> =
        question.key_points.iter().map(|point| format!("{} (weight {})", point.text, point.weight)).collect();
    page.list("Key points", &points);
    let wrong: Vec<String> = question
        .wrong
        .iter()
        .map(|wrong| match (&wrong.claim, &wrong.file) {
            (Some(claim), _) => format!("\"{claim}\" {}", wrong.says),
            (None, Some(file)) => format!("{}: {}", said_of(file), wrong.says),
            (None, None) => wrong.says.clone(),
        })
        .collect();
    page.list("Wrong answers", &wrong);
    page.list("Common mistakes", &question.mistakes);
    page.exchanges("Follow-ups", &question.follow_ups);
    page.list("Read", &question.references);
    page.text
}

fn facts(question: &Question) -> String {
    let seeds =
        if question.seeds.is_empty() { String::new() } else { format!(" · seeds {}", question.seeds.join(", ")) };
    terminal(&format!(
        "{} · {} · {} · {} · {} min{seeds}",
        question.slug, question.topic, question.kind, question.level, question.minutes
    ))
}

/// `bad_drops_the_tail.py` as `drops the tail`.
fn said_of(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.strip_prefix("bad_").unwrap_or(stem).replace('_', " ")
}

struct Page {
    look: Look,
    text: String,
}

impl Page {
    fn heading(&mut self, title: &str) {
        self.text += &format!("\n{}\n", self.look.bold(title));
    }

    fn prose(&mut self, prose: &str) {
        self.text += &wrap(&terminal(prose), self.look.width);
        self.text.push('\n');
    }

    fn code(&mut self, code: &str) {
        for line in code.trim_end().lines() {
            self.text += &format!("    {}\n", terminal(line));
        }
    }

    fn list(&mut self, title: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.heading(title);
        for item in items {
            self.text += &hang("  - ", &terminal(item), self.look.width);
            self.text.push('\n');
        }
    }

    fn exchanges(&mut self, title: &str, exchanges: &[Exchange]) {
        if exchanges.is_empty() {
            return;
        }
        self.heading(title);
        for exchange in exchanges {
            self.text += &hang("  ? ", &terminal(&exchange.ask), self.look.width);
            self.text.push('\n');
            self.text += &hang("    ", &terminal(&exchange.answer.text()), self.look.width);
            self.text.push('\n');
        }
    }
}
