//! Opening the bank and one of its questions, as every command does it.

use crate::bank::bank::Bank;
use crate::bank::entry::Entry;
use crate::bank::nearest::nearest;
use crate::cli::Banks;
use crate::commands::failure::Failure;
use crate::model::escape::terminal;

/// The bank that the command line names.
pub fn open(banks: &Banks) -> Result<Bank, Failure> {
    Ok(Bank::open(&banks.dirs)?)
}

/// One question of the bank; an unknown name is answered with the nearest ones.
pub fn entry(bank: &Bank, slug: &str) -> Result<Entry, Failure> {
    Ok(bank.entry(slug)?)
}

/// Every one of these topics is in the bank; an unknown one is answered with the nearest, and with all.
pub fn require_topics(bank: &Bank, wanted: &[String]) -> Result<(), Failure> {
    let topics: Vec<&str> = bank.topics().into_iter().collect();
    let Some(unknown) = wanted.iter().find(|topic| !topics.contains(&topic.as_str())) else { return Ok(()) };
    let failure = Failure::usage(format!("no question of this bank is about `{}`", terminal(unknown)));
    let near = nearest(unknown, &topics);
    Err(failure.hint(match near.first() {
        Some(near) => format!("did you mean `{near}`? The topics are {}", topics.join(", ")),
        None => format!("the topics are {}", topics.join(", ")),
    }))
}
