//! How far the words of a follow-up can be trusted, when a bank has changed since it was put.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where the words of a follow-up are from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// It was put like this.
    #[default]
    AsPut,
    /// The journal kept its number only, and the bank has changed since: these words stand there now.
    OfNow,
    /// The journal kept its number only, and the bank has nothing there any more.
    Lost,
}

impl Wording {
    /// The words of a follow-up, and how far they can be trusted.
    pub fn told(self, ask: &str) -> String {
        match self {
            Wording::AsPut => ask.to_owned(),
            Wording::OfNow => format!("{ask} (as the bank has it now; it has changed since this was put)"),
            Wording::Lost => "What was put is not known: the bank has changed since, and has nothing there.".to_owned(),
        }
    }
}
