//! Where somebody is surer than the results, or less sure, over all interviews: a section of `greenroom progress`.

use crate::compare::quote::counted;
use crate::model::confidence::ConfidenceNote;
use crate::ui::paint::Look;
use crate::ui::prose::hang;

/// How many topics are named on which the own rating and the results are far apart.
// A choice and no measurement: as many as a report has next steps.
const MOST_NOTES: usize = 3;

/// Where the own rating and the results say different things; nothing where they do not.
pub fn confidence(look: Look, notes: &[ConfidenceNote]) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let told = notes.iter().take(MOST_NOTES).map(|note| hang(" - ", &look.line(&note.says), look.width) + "\n");
    let more = notes.len().saturating_sub(MOST_NOTES);
    let more = if more > 0 {
        hang(" ", &format!("And {}.", counted(more, "more topic")), look.width) + "\n"
    } else {
        String::new()
    };
    format!(
        "\n {}\n{}{more}",
        look.bold("Your own rating beside your results, over all interviews"),
        told.collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::confidence::Leans;

    #[test]
    fn what_one_is_surer_of_than_the_results_is_told_for_the_first_three_topics() {
        let note = |topic: &str| ConfidenceNote {
            topic: topic.to_owned(),
            leans: Leans::Over,
            self_rated_percent: 100,
            key_points: 4,
            passed: 2,
            total: 12,
            says: format!("You rated yourself 100 % on {topic} and predicted 2 of 12 lines right: too sure."),
        };
        let notes = ["memory", "evil\u{1b}[31m", "gil", "typing"].map(note);
        insta::assert_snapshot!(confidence(Look::new(60, false), &notes), @r"

         Your own rating beside your results, over all interviews
         - You rated yourself 100 % on memory and predicted 2 of 12
           lines right: too sure.
         - You rated yourself 100 % on evil\x1b[31m and predicted 2
           of 12 lines right: too sure.
         - You rated yourself 100 % on gil and predicted 2 of 12
           lines right: too sure.
         And 1 more topic.
        ");
        assert_eq!(confidence(Look::new(60, false), &[]), "");
    }
}
