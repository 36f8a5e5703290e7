//! Everything that can reach a room, in one channel.

use crate::model::partner_wire::News;
use crate::room::demos::Demonstrated;
use crate::room::desk::{Counted, Outcome};
use crate::room::partner_line::Call;
use crate::ui::input::Input;

#[derive(Debug)]
pub enum Message {
    Input(Input),
    /// Something happened in the folder of a question.
    FilesChanged,
    /// The checker is done with a job.
    Checked(Box<Outcome>),
    /// A demo has ended.
    Demonstrated(Box<Demonstrated>),
    /// The checker has counted an answer.
    Counted(Box<Counted>),
    /// Somebody wants this process to end.
    Interrupted,
    /// Somebody wants this process to sleep: Ctrl-Z.
    Stopped,
    /// The interviewer at the other terminal comes, asks for something, or goes.
    Interviewer(Call),
    /// To an interviewer: what the room of the session tells; none when it is gone.
    News(Option<Box<News>>),
    /// Of the editor that has the terminal.
    Editor(EditorNews),
    /// A second may have passed.
    Tick,
}

/// What becomes of an editor that works in this terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorNews {
    /// Ctrl-Z: whoever started it has to stop too, so that the shell gets the terminal.
    Stopped,
    Closed(Closed),
}

/// How an editor ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    Well,
    WithStatus(i32),
    /// It had no chance to clear up behind it.
    BySignal(i32),
}
