//! The Markdown that stands in a session folder: `SESSION.md` and each `question.md`. It holds nothing that is hidden.

use crate::model::conditions::{Conditions, GRACE};
use crate::model::event::{DrawnQuestion, Started};
use crate::model::material::Material;
use crate::model::question::Kind;
use crate::store::session_folder::{QuestionSheet, answer_name};
use crate::ui::times::minutes;

/// `SESSION.md`: the order, the budgets and the rules.
pub fn overview(started: &Started) -> String {
    let mut text = format!("# {}\n\n", started.title);
    text.push_str(&format!(
        "{} minutes. Session `{}`, seed {}, CPython {}.\n\n",
        started.conditions.pace.stretch_up(started.minutes),
        started.session,
        started.seed,
        started.python
    ));
    text.push_str("| | question | kind | level | minutes | your file |\n| --- | --- | --- | --- | --- | --- |\n");
    for (drawn, number) in started.questions.iter().zip(1..) {
        let DrawnQuestion { slug, title, kind, level, budget_minutes, .. } = drawn;
        let file = format!("`{number}-{slug}/{}`", answer_name(*kind));
        let title = title.replace('|', "\\|");
        let budget = minutes(started.conditions.pace.stretch(*budget_minutes));
        text.push_str(&format!("| {number} | {title} | {kind} | {level} | {budget} | {file} |\n"));
    }
    let runs = match (started.conditions.whiteboard, started.conditions.strict) {
        (true, _) => {
            "Nothing runs before `submit` in the terminal hands a question in; what is saved after that does not count."
        }
        (false, true) => {
            "Saving a file runs its samples at once; `check` in the terminal runs the hidden cases too, once a minute."
        }
        (false, false) => "Saving a file runs its samples at once; `check` in the terminal runs the hidden cases too.",
    };
    let clock =
        if started.conditions.strict { "The clock runs on meanwhile." } else { "The clock stands still meanwhile." };
    text.push_str(&format!(
        "
- {runs}
- At the bell {} seconds remain for a last save. Everything saved counts, whether it was run or not.
- A question may take more than its budget; the time is then missing elsewhere. What one leaves, later ones get.
- `greenroom resume {}` goes on after a pause or a crash. {clock}
- At the end `report.html`, `report.md` and `report.json` stand beside this file.
",
        GRACE.as_secs(),
        started.session
    ));
    text
}

/// The files of a question. `saved` is the newest content of its answer, if there is one.
pub fn sheet(
    drawn: &DrawnQuestion,
    conditions: Conditions,
    material: &Material,
    saved: Option<&[u8]>,
) -> QuestionSheet {
    QuestionSheet {
        question: question(drawn, conditions, material),
        answer: saved.unwrap_or(material.starter.as_bytes()).to_vec(),
        snippet: material.snippet.clone(),
    }
}

fn question(drawn: &DrawnQuestion, conditions: Conditions, material: &Material) -> String {
    let mut text = format!("# {}\n\n", drawn.title);
    let DrawnQuestion { kind, level, topic, budget_minutes, .. } = drawn;
    let budget = minutes(conditions.pace.stretch(*budget_minutes));
    text.push_str(&format!("{kind}, {level}, {topic}, {budget} minutes\n\n"));
    text.push_str(material.question.prompt.text().trim_end());
    text.push('\n');
    if !material.question.constraints.is_empty() {
        text.push_str("\n## Constraints\n\n");
        for constraint in &material.question.constraints {
            text.push_str(&format!("- {constraint}\n"));
        }
    }
    if !material.samples.is_empty() {
        text.push_str(&format!("\n## Samples\n\n```python\n{}\n```\n", material.samples.trim_end()));
    }
    text.push_str("\n## Your answer\n\n");
    text.push_str(match kind {
        Kind::Code if conditions.whiteboard => {
            "Write it in `answer.py`. It runs when you `submit` it in the terminal.\n"
        }
        Kind::Code => "Write it in `answer.py`. Saving runs the samples.\n",
        Kind::Predict => "Write what `snippet.py` prints in `prediction.txt`, line by line. Do not run it first.\n",
        Kind::Explain => {
            "Say it aloud, or write it in `answer.md`. Then `rate` in the terminal shows the key points.\n"
        }
    });
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{materials, started};

    #[test]
    fn the_overview_has_order_budgets_and_rules() {
        insta::assert_snapshot!(overview(&started()), @r"
        # Ten-minute trial

        10 minutes. Session `k7qd`, seed 7, CPython 3.11.7.

        | | question | kind | level | minutes | your file |
        | --- | --- | --- | --- | --- | --- |
        | 1 | is and == | predict | easy | 3 | `1-is-vs-equality/prediction.txt` |
        | 2 | Merge two sorted lists | code | easy | 4 | `2-merge-sorted-lists/answer.py` |
        | 3 | The Global Interpreter Lock | explain | easy | 2 | `3-gil/answer.md` |

        - Saving a file runs its samples at once; `check` in the terminal runs the hidden cases too.
        - At the bell 15 seconds remain for a last save. Everything saved counts, whether it was run or not.
        - A question may take more than its budget; the time is then missing elsewhere. What one leaves, later ones get.
        - `greenroom resume k7qd` goes on after a pause or a crash. The clock stands still meanwhile.
        - At the end `report.html`, `report.md` and `report.json` stand beside this file.
        ");
    }

    #[test]
    fn a_question_reads_in_an_editor() {
        insta::assert_snapshot!(sheet(&started().questions[1], Conditions::default(), &materials()[1], None).question, @r"
        # Merge two sorted lists

        code, easy, data-structures-and-algorithms, 4 minutes

        Write `merge_sorted(a, b)` that merges two sorted lists into a new sorted list.

        ## Constraints

        - time O(n)

        ## Samples

        ```python
        >>> merge_sorted([1, 3, 5], [2, 4])
        [1, 2, 3, 4, 5]
        ```

        ## Your answer

        Write it in `answer.py`. Saving runs the samples.
        ");
    }

    #[test]
    fn nothing_hidden_is_in_the_folder() {
        for (drawn, material) in started().questions.iter().zip(&materials()) {
            let sheet = sheet(drawn, Conditions::default(), material, None);
            let answer = String::from_utf8(sheet.answer).unwrap();
            let all = [sheet.question, answer, sheet.snippet.unwrap_or_default(), overview(&started())].concat();
            assert!(!all.contains("SECRET"), "{all}");
        }
    }
}
