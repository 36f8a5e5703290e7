//! Opening the bank and one of its questions, as every command does it.

use crate::bank::bank::Bank;
use crate::bank::entry::Entry;
use crate::cli::Banks;
use crate::commands::failure::Failure;

/// The bank that the command line names.
pub fn open(banks: &Banks) -> Result<Bank, Failure> {
    Ok(Bank::open(&banks.dirs)?)
}

/// One question of the bank; an unknown name is answered with the nearest ones.
pub fn entry(bank: &Bank, slug: &str) -> Result<Entry, Failure> {
    Ok(bank.entry(slug)?)
}
