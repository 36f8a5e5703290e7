//! `greenroom list`: the questions of the bank.

use serde_json::json;

use crate::bank::nearest::nearest;
use crate::cli::List;
use crate::commands::banks::open;
use crate::commands::failure::Failure;
use crate::model::exit_status::ExitStatus;
use crate::model::question::Summary;
use crate::ui::bank_list;
use crate::ui::out;
use crate::ui::paint::Look;

pub fn run(arguments: &List) -> Result<ExitStatus, Failure> {
    let bank = open(&arguments.banks)?;
    let topics: Vec<&str> = bank.topics().into_iter().collect();
    if let Some(unknown) = arguments.topics.iter().find(|topic| !topics.contains(&topic.as_str())) {
        let failure =
            Failure::usage(format!("no question of this bank is about `{}`", crate::model::escape::terminal(unknown)));
        let near = nearest(unknown, &topics);
        return Err(failure.hint(match near.first() {
            Some(near) => format!("did you mean `{near}`? The topics are {}", topics.join(", ")),
            None => format!("the topics are {}", topics.join(", ")),
        }));
    }
    let wanted = |question: &&Summary| {
        (arguments.topics.is_empty() || arguments.topics.contains(&question.topic))
            && (arguments.levels.is_empty() || arguments.levels.contains(&question.level))
            && (arguments.kinds.is_empty() || arguments.kinds.contains(&question.kind))
    };
    let questions: Vec<&Summary> = bank.summaries().iter().filter(wanted).collect();
    if arguments.json {
        let document = json!({"version": 1, "bank_hash": bank.hash(), "questions": questions});
        out::data(&format!("{document:#}\n"));
    } else if questions.is_empty() {
        out::note("no question of this bank is of this topic, level and kind");
    } else {
        out::data(&bank_list::list(Look::of_stdout(), &questions));
        out::note(&bank_list::count(questions.len(), bank.summaries().len()));
    }
    Ok(ExitStatus::Success)
}
