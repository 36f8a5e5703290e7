//! Everything that can reach a room, in one channel.

use crate::room::demos::Demonstrated;
use crate::room::desk::Outcome;
use crate::ui::keys::Input;

#[derive(Debug)]
pub enum Message {
    Input(Input),
    /// Something happened in the folder of a question.
    FilesChanged,
    /// The checker is done with a job.
    Checked(Box<Outcome>),
    /// A demo has ended.
    Demonstrated(Box<Demonstrated>),
    /// Somebody wants this process to end.
    Interrupted,
    /// Somebody wants this process to sleep: Ctrl-Z.
    Stopped,
    /// A second may have passed.
    Tick,
}
