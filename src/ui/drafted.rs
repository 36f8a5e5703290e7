//! What `new` says of the question that it has begun.

use crate::model::escape::{line, shell};

/// A file that is there now.
pub fn file(path: &str) -> String {
    format!("{}\n", line(path))
}

/// How an author goes on.
pub fn next_steps(slug: &str, bank: &str) -> String {
    let bank = shell(bank);
    format!(
        "A small question that holds. Make it yours file by file, and see that it still does:\n  \
         greenroom verify {slug} --bank {bank}\n\
         as a candidate reads it:\n  \
         greenroom show {slug} --bank {bank}\n\
         and when it is done, that its check has teeth:\n  \
         greenroom verify {slug} --bank {bank} --mutate --junk"
    )
}
