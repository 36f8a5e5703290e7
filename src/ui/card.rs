//! A question as a card: what an interviewer says, and, when asked for, what a good answer holds.

use crate::model::escape::terminal;
use crate::model::question::{Kind, Prose, Question};
use crate::ui::after_pass::rejected;
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
    pub end: End<'a>,
}

/// What stands below the question.
#[derive(Debug)]
pub enum End<'a> {
    Nothing,
    /// What to type next.
    NextSteps,
    /// The model answer and the rest, with code and texts that belong to it, each with its heading.
    Answer(Vec<(String, &'a str)>),
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
    page.exchanges("If you ask", question.clarify.iter().map(|asked| (&asked.ask, &asked.answer)));
    match &card.end {
        End::Nothing => {}
        End::NextSteps => page.next_steps(question),
        End::Answer(texts) => page.answer(question, texts),
    }
    page.text
}

/// In the order in which a session names them.
fn facts(question: &Question) -> String {
    let Question { slug, kind, level, topic, minutes, .. } = question;
    terminal(&format!("{slug} · {kind} · {level} · {topic} · {minutes} min"))
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
            self.text += format!("    {}", terminal(line)).trim_end();
            self.text.push('\n');
        }
    }

    fn answer(&mut self, question: &Question, texts: &[(String, &str)]) {
        self.numbered(
            "Hints, from light to strong",
            &question.hints.iter().map(|hint| hint.text()).collect::<Vec<_>>(),
        );
        self.heading("Model answer");
        self.prose(&question.model_answer.text());
        if let Some(complexity) = &question.complexity {
            self.prose(&format!("\nTime {}, space {}.", complexity.time, complexity.space));
        }
        for (title, code) in texts {
            self.heading(title);
            self.code(code);
        }
        if let Some(idiom) = &question.idiom {
            self.text.push('\n');
            self.prose(&idiom.says.text());
            self.prose(&rejected(&idiom.fails).unwrap_or_default());
        }
        let points: Vec<String> =
            question.key_points.iter().map(|point| format!("{} (weight {})", point.text, point.weight)).collect();
        self.list("Key points", &points);
        let wrong: Vec<String> = question
            .wrong
            .iter()
            .map(|wrong| match (&wrong.claim, &wrong.file) {
                (Some(claim), _) => format!("\"{claim}\" {}", wrong.says),
                (None, Some(file)) => format!("{}: {}", said_of(file), wrong.says),
                (None, None) => wrong.says.clone(),
            })
            .collect();
        self.list("Wrong answers", &wrong);
        self.list("Common mistakes", &question.mistakes);
        self.exchanges("Follow-ups", question.follow_ups.iter().map(|asked| (&asked.ask, &asked.answer)));
        self.list("Read", &question.references);
    }

    /// What to type next.
    fn next_steps(&mut self, question: &Question) {
        let slug = terminal(&question.slug);
        self.heading("Then");
        let steps = match question.kind {
            Kind::Code => vec![
                ("begin", format!("greenroom show {slug} --starter > {slug}.py")),
                ("check", format!("greenroom check {slug}")),
            ],
            Kind::Predict => {
                vec![
                    ("begin", format!("write what it prints into {slug}.txt")),
                    ("check", format!("greenroom check {slug}")),
                ]
            }
            Kind::Explain => Vec::new(),
        };
        for (step, command) in steps.into_iter().chain([("look", format!("greenroom show {slug} --answer"))]) {
            self.text += &format!("  {step:<6} {}\n", self.look.dim(&command));
        }
    }

    fn numbered(&mut self, title: &str, items: &[String]) {
        self.heading(title);
        for (number, item) in items.iter().enumerate() {
            self.text += &hang(&format!("{:>3} ", number + 1), &terminal(item), self.look.width);
            self.text.push('\n');
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

    fn exchanges<'a>(&mut self, title: &str, exchanges: impl Iterator<Item = (&'a String, &'a Prose)>) {
        for (index, (ask, answer)) in exchanges.enumerate() {
            if index == 0 {
                self.heading(title);
            }
            self.text += &hang("  ? ", &terminal(ask), self.look.width);
            self.text.push('\n');
            self.text += &hang("    ", &terminal(&answer.text()), self.look.width);
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTION: &str = r#"{ "format": 1, "slug": "two-sum", "title": "Two that make a sum", "kind": "code", "topic": "lists",
        "level": "easy", "minutes": 10, "seeds": ["A3"], "prompt": "Write `two_sum(numbers: list[int], total: int)` so that it returns the indices of two numbers that make `total`.",
        "clarify": [{ "ask": "Is there always a pair?", "answer": "No: return None then." }], "constraints": ["time O(n)"],
        "hints": ["What is missing?", "Ask a dict."], "wrong": [{ "file": "bad_two_loops.py", "fails": ["case_a"], "says": "Quadratic." }],
        "model_answer": "Keep a dict from number to index, and ask for `total - number`.", "complexity": { "time": "O(n)", "space": "O(n)" },
        "key_points": [{ "id": "dict", "text": "one dict", "weight": 2 }] }"#;

    fn shown(answer: bool) -> String {
        let question: Question = serde_json::from_str(QUESTION).unwrap();
        let samples = ">>> two_sum([2, 7], 9)\n[0, 1]\n\n>>> two_sum([], 9)\n".to_owned();
        let code = vec![("In code".to_owned(), "def two_sum(numbers, total):\n    ...\n")];
        let end = if answer { End::Answer(code) } else { End::NextSteps };
        card(Look::new(48, false), &Card { question: &question, samples, snippet: None, end })
    }

    #[test]
    fn a_card_asks_and_says_what_to_type_next() {
        insta::assert_snapshot!(shown(false), @r"
        ── Two that make a sum ─────────────────────────
        two-sum · code · easy · lists · 10 min

        Write `two_sum(numbers: list[int], total: int)`
        so that it returns the indices of two numbers
        that make `total`.

        Constraints
          - time O(n)

        Samples
            >>> two_sum([2, 7], 9)
            [0, 1]

            >>> two_sum([], 9)

        If you ask
          ? Is there always a pair?
            No: return None then.

        Then
          begin  greenroom show two-sum --starter > two-sum.py
          check  greenroom check two-sum
          look   greenroom show two-sum --answer
        ");
    }

    #[test]
    fn with_the_answer_it_holds_the_rest() {
        insta::assert_snapshot!(shown(true), @r"
        ── Two that make a sum ─────────────────────────
        two-sum · code · easy · lists · 10 min

        Write `two_sum(numbers: list[int], total: int)`
        so that it returns the indices of two numbers
        that make `total`.

        Constraints
          - time O(n)

        Samples
            >>> two_sum([2, 7], 9)
            [0, 1]

            >>> two_sum([], 9)

        If you ask
          ? Is there always a pair?
            No: return None then.

        Hints, from light to strong
          1 What is missing?
          2 Ask a dict.

        Model answer
        Keep a dict from number to index, and ask for
        `total - number`.

        Time O(n), space O(n).

        In code
            def two_sum(numbers, total):
                ...

        Key points
          - one dict (weight 2)

        Wrong answers
          - two loops: Quadratic.
        ");
    }
}
