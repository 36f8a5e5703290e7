//! The key of a result: the hash of everything that its verdict depends on. Two answers with one key need one run.

use sha2::{Digest, Sha256};

use crate::bank::entry::Entry;
use crate::judge::cache::hex;
use crate::judge::judge::Judge;
use crate::model::wire::to_bytes;

/// What all answers to a question share of their keys: made once a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionKey {
    /// The question with all its files, in hex.
    pub question_sha256: String,
    digest: [u8; 32],
}

impl QuestionKey {
    pub fn new(judge: &Judge, entry: &Entry, seed: u64) -> QuestionKey {
        let question_sha256 = hex(&Sha256::digest(to_bytes(&(&entry.question, &entry.files))));
        let interpreter = judge.interpreter();
        let parts = (
            &question_sha256,
            seed,
            entry.question.limits,
            (&interpreter.implementation, &interpreter.version),
            judge.isolation().level,
            env!("CARGO_PKG_VERSION"),
        );
        QuestionKey { digest: Sha256::digest(to_bytes(&parts)).into(), question_sha256 }
    }

    /// The key of an answer. `answer` is the hash of its bytes in hex, or why there are none.
    pub fn of(&self, answer: &str) -> String {
        hex(&Sha256::digest(to_bytes(&(self.digest, answer))))
    }

    /// The question itself under these circumstances, whatever is answered to it.
    pub fn of_question(&self) -> String {
        self.of("verified")
    }
}
