//! What a person or a script gives: keys and pastes where there is a terminal, lines elsewhere.

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key on a terminal.
    Key(char),
    /// What was pasted into a terminal in one piece. No letter of it is a key.
    Paste(String),
    /// A line of a script.
    Line(String),
    /// Nothing more can come.
    End,
}
