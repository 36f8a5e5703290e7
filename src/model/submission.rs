//! An answer as it was handed in, before anything is executed.

use crate::model::limits::MAX_SOURCE_BYTES;

/// The text of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// How the file is called in messages, for instance `answer.py`.
    pub name: String,
    /// UTF-8 without a byte-order mark, lines ended by `\n`.
    pub source: String,
}

/// Why bytes are not the text of an answer. Each is an `error` verdict, not a breakdown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceProblem {
    #[error("the source is {found} bytes; at most {MAX_SOURCE_BYTES} are read")]
    TooLarge { found: u64 },
    #[error("line {line} has a NUL byte; save the file as plain UTF-8 text")]
    Nul { line: usize },
    #[error("the file is UTF-16; save it as UTF-8")]
    Utf16,
    #[error("line {line} is not UTF-8; save the file as UTF-8")]
    NotUtf8 { line: usize },
}

impl Submission {
    /// Read the bytes of a file as [`plain_text`], if they are not too many.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Submission, SourceProblem> {
        if bytes.len() > MAX_SOURCE_BYTES {
            return Err(SourceProblem::TooLarge { found: bytes.len() as u64 });
        }
        Ok(Submission { name: name.to_owned(), source: plain_text(bytes)? })
    }
}

/// The text of a file: a UTF-8 mark is dropped, CRLF and CR become LF.
pub fn plain_text(bytes: &[u8]) -> Result<String, SourceProblem> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(SourceProblem::Utf16);
    }
    let line_of = |offset: usize| bytes[..offset].iter().filter(|byte| **byte == b'\n').count() + 1;
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(SourceProblem::Nul { line: line_of(offset) });
    }
    let text =
        std::str::from_utf8(bytes).map_err(|error| SourceProblem::NotUtf8 { line: line_of(error.valid_up_to()) })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_and_carriage_returns_are_fine() {
        let submission = Submission::from_bytes("a.py", b"\xef\xbb\xbfx = 1\r\ny = 2\r").unwrap();
        assert_eq!(submission.source, "x = 1\ny = 2\n");
    }

    #[test]
    fn the_line_of_a_bad_byte_is_named() {
        assert_eq!(Submission::from_bytes("a.py", b"a\nb\0"), Err(SourceProblem::Nul { line: 2 }));
        assert_eq!(Submission::from_bytes("a.py", b"a\n\nb\xff"), Err(SourceProblem::NotUtf8 { line: 3 }));
        assert_eq!(Submission::from_bytes("a.py", b"\xff\xfea\0"), Err(SourceProblem::Utf16));
    }

    #[test]
    fn a_source_over_the_limit_is_refused_by_size() {
        let bytes = vec![b'#'; MAX_SOURCE_BYTES + 1];
        assert_eq!(Submission::from_bytes("a.py", &bytes), Err(SourceProblem::TooLarge { found: bytes.len() as u64 }));
    }
}
