//! Everything that can reach a room, in one channel.

use crate::model::partner_wire::News;
use crate::room::desk::Outcome;
use crate::room::partner_line::Call;
use crate::ui::keys::Input;

#[derive(Debug)]
pub enum Message {
    Input(Input),
    /// Something happened in the folder of a question.
    FilesChanged,
    /// The checker is done with a job.
    Checked(Box<Outcome>),
    /// Somebody wants this process to end.
    Interrupted,
    /// Somebody wants this process to sleep: Ctrl-Z.
    Stopped,
    /// The interviewer at the other terminal comes, asks for something, or goes.
    Interviewer(Call),
    /// To an interviewer: what the room of the session tells; none when it is gone.
    News(Option<Box<News>>),
    /// A second may have passed.
    Tick,
}
