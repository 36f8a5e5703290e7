//! The form in which a bank stands in the binary: an index, then the contents of its files. Shared with the build script.
//!
//! `MAGIC`, the length of the index (four bytes, little-endian), the index as JSON, the files one after the other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

const MAGIC: &[u8; 8] = b"GRBANK1\n";
const HEADER_BYTES: usize = MAGIC.len() + 4;

/// What is read at start-up. `S` is the summary of a question: [`Heading`] when a pack is made.
#[derive(Debug, Serialize, Deserialize)]
pub struct Index<S> {
    /// [`hash`] of all files.
    pub hash: String,
    pub entries: Vec<PackedEntry<S>>,
    /// Plans and seeds, by their path in the bank.
    pub others: BTreeMap<String, Span>,
}

/// Where the files of one question stand.
#[derive(Debug, Serialize, Deserialize)]
pub struct PackedEntry<S> {
    pub summary: S,
    pub question: Span,
    /// The files in the check's folder, by their name there.
    pub checks: BTreeMap<String, Span>,
}

/// Offset in the contents, and length, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span(pub u32, pub u32);

/// What `list` shows of a question, as it stands in its file. Other keys are not looked at.
#[derive(Debug, Serialize, Deserialize)]
pub struct Heading {
    slug: String,
    title: String,
    kind: String,
    topic: String,
    level: String,
    minutes: u32,
    seeds: Vec<String>,
    family: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

impl Heading {
    fn folder(&self) -> String {
        format!("checks/{}/{}", self.topic, self.slug)
    }
}

/// The folder `checks/<topic>/<slug>` of the question in `questions/<topic>/<slug>.json`; `None` for other files.
pub fn checks_folder(path: &str) -> Option<String> {
    let name = path.strip_prefix("questions/")?.strip_suffix(".json")?;
    let (topic, slug) = name.split_once('/')?;
    (topic != "plans").then(|| format!("checks/{topic}/{slug}"))
}

/// The files in `folder`, by their name there.
pub fn files_in<'a, T>(files: &'a BTreeMap<String, T>, folder: &str) -> impl Iterator<Item = (&'a str, &'a T)> {
    let prefix = format!("{folder}/");
    let from = files.range(prefix.clone()..);
    from.map_while(move |(path, file)| Some((path.strip_prefix(&prefix)?, file)))
}

/// SHA-256 in hex over the paths and contents of files, in the order given.
pub fn hash<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hasher = Sha256::new();
    for (path, bytes) in files {
        for part in [path.as_bytes(), bytes] {
            // With its length before it, no part can pass for the end of another.
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The pack of these files, or a sentence for each file that is malformed.
pub fn pack(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, Vec<String>> {
    let mut contents = Contents::default();
    let mut problems = Vec::new();
    let hash = hash(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    let mut index = Index { hash, entries: Vec::new(), others: BTreeMap::new() };
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("questions/")) {
        match checks_folder(path) {
            Some(folder) => match serde_json::from_slice::<Heading>(bytes) {
                Ok(summary) if summary.folder() != folder => {
                    problems.push(format!("`{path}` is the place of another slug or topic than the file names"));
                }
                Ok(summary) => index.entries.push(PackedEntry {
                    summary,
                    question: contents.add(bytes),
                    checks: files_in(files, &folder)
                        .map(|(name, bytes)| (name.to_owned(), contents.add(bytes)))
                        .collect(),
                }),
                Err(error) => problems.push(format!("`{path}` is malformed: {error}")),
            },
            None => {
                index.others.insert(path.clone(), contents.add(bytes));
            }
        }
    }
    if problems.is_empty() { Ok(contents.behind(&index)) } else { Err(problems) }
}

/// The index of a pack, and the contents that its spans point into. The error says what is wrong with the bytes.
pub fn unpack<S: DeserializeOwned>(bytes: &[u8]) -> Result<(Index<S>, &[u8]), String> {
    let rest = bytes.strip_prefix(MAGIC).ok_or("it does not begin as a bank does")?;
    let (length, rest) = rest.split_first_chunk().ok_or("its index has no length")?;
    let length = u32::from_le_bytes(*length) as usize;
    let (index, contents) = rest.split_at_checked(length).ok_or("its index is cut off")?;
    let index = serde_json::from_slice(index).map_err(|error| format!("its index is malformed: {error}"))?;
    Ok((index, contents))
}

impl Span {
    /// The bytes that it points at; `None` when it points outside.
    pub fn of(self, contents: &[u8]) -> Option<&[u8]> {
        let start = self.0 as usize;
        contents.get(start..start.checked_add(self.1 as usize)?)
    }
}

#[derive(Default)]
struct Contents(Vec<u8>);

impl Contents {
    fn add(&mut self, bytes: &[u8]) -> Span {
        let span = Span(length(self.0.len()), length(bytes.len()));
        self.0.extend_from_slice(bytes);
        span
    }

    fn behind<S: Serialize>(&self, index: &Index<S>) -> Vec<u8> {
        let index = serde_json::to_vec(index).expect("an index has only string keys");
        let mut bytes = Vec::with_capacity(HEADER_BYTES + index.len() + self.0.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&length(index.len()).to_le_bytes());
        bytes.extend_from_slice(&index);
        bytes.extend_from_slice(&self.0);
        bytes
    }
}

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("a bank of 4 GiB would not fit into a binary")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const QUESTION: &str = r#"{"slug": "leak", "title": "A leak", "kind": "code", "topic": "memory", "level": "easy",
        "minutes": 5, "seeds": [], "wrong": []}"#;

    fn files() -> BTreeMap<String, Vec<u8>> {
        let files = [
            ("questions/memory/leak.json", QUESTION),
            ("questions/plans/short.json", "{}"),
            ("checks/memory/leak/check.py", "x = 1\n"),
            ("checks/memory/leak/starter.py", ""),
            ("checks/memory/leaks/check.py", "belongs to another question"),
        ];
        files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into()
    }

    #[test]
    fn what_is_packed_comes_back() {
        let bytes = pack(&files()).unwrap();
        let (index, contents) = unpack::<Heading>(&bytes).unwrap();
        let entry = &index.entries[0];
        assert_eq!(index.entries.len(), 1);
        assert_eq!(entry.summary.slug, "leak");
        assert_eq!(entry.question.of(contents), Some(QUESTION.as_bytes()));
        assert_eq!(entry.checks.keys().collect::<Vec<_>>(), ["check.py", "starter.py"]);
        assert_eq!(entry.checks["check.py"].of(contents), Some(&b"x = 1\n"[..]));
        assert_eq!(index.others["questions/plans/short.json"].of(contents), Some(&b"{}"[..]));
    }

    #[test]
    fn each_malformed_question_is_named_with_its_line() {
        let mut files = files();
        files.insert("questions/memory/bad.json".to_owned(), b"{\n  \"slug\": 1\n}".to_vec());
        files.insert("questions/memory/cut.json".to_owned(), b"{\n".to_vec());
        let problems = pack(&files).unwrap_err();
        assert_eq!(problems.len(), 2);
        assert!(problems[0].starts_with("`questions/memory/bad.json` is malformed: "), "{}", problems[0]);
        assert!(problems[0].contains("line 2"), "{}", problems[0]);
    }

    #[test]
    fn the_hash_sees_every_path_and_every_byte() {
        let base = hash([("a", &b"xy"[..]), ("b", b"")]);
        assert_eq!(base.len(), 64);
        assert_ne!(base, hash([("a", &b"x"[..]), ("b", b"y")]));
        assert_ne!(base, hash([("a", &b"xy"[..])]));
        assert_ne!(base, hash([("ax", &b"y"[..]), ("b", b"")]));
    }

    #[test]
    fn a_span_outside_the_contents_is_nothing() {
        assert_eq!(Span(2, 2).of(b"abcd"), Some(&b"cd"[..]));
        assert_eq!(Span(3, 2).of(b"abcd"), None);
        assert_eq!(Span(u32::MAX, u32::MAX).of(b"abcd"), None);
    }

    proptest! {
        #[test]
        fn no_damage_makes_the_reader_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
            let mut bytes = pack(&files()).unwrap();
            let at = at.index(bytes.len());
            if cut { bytes.truncate(at) } else { bytes[at] = byte }
            if let Ok((index, contents)) = unpack::<Heading>(&bytes) {
                for entry in &index.entries {
                    let _ = entry.question.of(contents);
                }
            }
        }
    }
}
