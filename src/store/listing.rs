//! What stands in a folder of submissions: answers, whose they are, and which questions they name.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use rustix::fs::FileType;

use crate::model::question::Kind;
use crate::store::session_folder::answer_name;
use crate::store::submissions::{Submissions, Unread, describe};

/// A folder of submissions, listed.
#[derive(Debug, Default)]
pub struct Listing {
    /// Everybody who has a folder or a file, in order.
    pub candidates: Vec<OsString>,
    pub answers: Vec<Found>,
    /// What stands there and is no answer.
    pub others: Vec<Other>,
}

/// A file that may be an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub candidate: OsString,
    /// Relative to the folder of submissions.
    pub path: PathBuf,
    /// The name of the question as it was given.
    pub question: String,
    /// The question was named by somebody who may be trusted with it, whatever the name of the file ends in.
    pub any_extension: bool,
    /// When it was handed in, if that was recorded.
    pub submitted: Option<String>,
}

/// Something that is not graded, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Other {
    /// A path relative to the folder of submissions, or a line of a manifest.
    pub place: OsString,
    pub why: String,
    /// Whose it is and which question it names, where that can be told.
    pub candidate: Option<OsString>,
    pub question: Option<String>,
}

/// What the files in the folder of a session are called, beside answers.
const OF_SESSIONS: [&str; 4] = ["SESSION.md", "report.json", "report.html", "report.md"];

/// What archives end in.
const ARCHIVES: [&str; 9] = ["zip", "tar", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar"];

/// A folder for each candidate, with `<slug>.py` in it or, as `greenroom start` makes them, `1-<slug>/answer.py`; or the
/// folder of one session. The folder at `results` is passed over.
pub fn of_class(submissions: &Submissions, results: &Path) -> Result<Listing, Unread> {
    let mut listing = Listing::default();
    let entries = submissions.entries(Path::new(""))?;
    if entries.iter().any(|(name, kind)| name == OF_SESSIONS[0] && kind.is_file()) {
        let path = submissions.path().canonicalize().unwrap_or_else(|_| submissions.path().to_owned());
        let candidate = path.file_name().unwrap_or(OsStr::new("candidate")).to_owned();
        listing.candidate(submissions, &candidate, Path::new(""), &entries);
        return Ok(listing);
    }
    for (name, kind) in entries {
        let path = PathBuf::from(&name);
        if is_passed_over(&name) || (kind.is_dir() && submissions.is_same(&path, results)) {
            continue;
        }
        if !kind.is_dir() {
            listing.other(&path, None, None, no_place(&name, kind, "a candidate's folder"));
            continue;
        }
        match submissions.entries(&path) {
            Ok(entries) => listing.candidate(submissions, &name, &path, &entries),
            Err(error) => {
                listing.candidates.push(name.clone());
                listing.other(&path, Some(&name), None, error.to_string());
            }
        }
    }
    Ok(listing)
}

/// A folder in which every file is an answer to one question, named after its candidate.
pub fn of_one_question(submissions: &Submissions, question: &str, results: &Path) -> Result<Listing, Unread> {
    let mut listing = Listing::default();
    for (name, kind) in submissions.entries(Path::new(""))? {
        let path = PathBuf::from(&name);
        if is_passed_over(&name) || (kind.is_dir() && submissions.is_same(&path, results)) {
            continue;
        }
        let candidate = path.file_stem().unwrap_or(&name).to_owned();
        listing.file(&candidate, path, kind, Some(question.to_owned()));
    }
    listing.candidates = listing.answers.iter().map(|found| found.candidate.clone()).collect();
    listing.candidates.dedup();
    Ok(listing)
}

impl Listing {
    fn candidate(
        &mut self,
        submissions: &Submissions,
        candidate: &OsStr,
        folder: &Path,
        entries: &[(OsString, FileType)],
    ) {
        self.candidates.push(candidate.to_owned());
        let is_session = entries.iter().any(|(name, _)| name == OF_SESSIONS[0]);
        for (name, kind) in entries {
            let path = folder.join(name);
            if is_passed_over(name) || (is_session && OF_SESSIONS.iter().any(|known| name == known)) {
                continue;
            }
            match name.to_str().and_then(of_numbered_folder) {
                Some(question) if kind.is_dir() => self.question_folder(submissions, candidate, &path, question),
                _ => {
                    let question = path.file_stem().and_then(OsStr::to_str).map(str::to_owned);
                    self.file(candidate, path, *kind, question);
                }
            }
        }
    }

    /// The folder of one question of a session. Beside the answer it holds the question, and whatever the candidate needed.
    fn question_folder(&mut self, submissions: &Submissions, candidate: &OsStr, folder: &Path, question: &str) {
        let entries = match submissions.entries(folder) {
            Ok(entries) => entries,
            Err(error) => return self.other(folder, Some(candidate), Some(question.to_owned()), error.to_string()),
        };
        for (name, kind) in entries {
            if [Kind::Code, Kind::Predict, Kind::Explain].map(answer_name).iter().any(|answer| name == *answer) {
                self.file(candidate, folder.join(name), kind, Some(question.to_owned()));
            }
        }
    }

    fn file(&mut self, candidate: &OsStr, path: PathBuf, kind: FileType, question: Option<String>) {
        let name = path.file_name().unwrap_or_default();
        if !kind.is_file() || is_archive(name) {
            let why = no_place(name, kind, "a file");
            return self.other(&path, Some(candidate), question, why);
        }
        let Some(question) = question else {
            return self.other(&path, Some(candidate), None, "no question has this name".to_owned());
        };
        let candidate = candidate.to_owned();
        self.answers.push(Found { candidate, path, question, any_extension: false, submitted: None });
    }

    fn other(&mut self, path: &Path, candidate: Option<&OsStr>, question: Option<String>, why: String) {
        let candidate = candidate.map(OsStr::to_owned);
        self.others.push(Other { place: path.as_os_str().to_owned(), why, candidate, question });
    }
}

/// For instance `gil` of `3-gil`.
fn of_numbered_folder(name: &str) -> Option<&str> {
    let (number, question) = name.split_once('-')?;
    (!number.is_empty() && number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(question)
}

/// What programs leave in folders, and nobody hands in.
fn is_passed_over(name: &OsStr) -> bool {
    name.as_bytes().starts_with(b".") || name == "__pycache__"
}

fn is_archive(name: &OsStr) -> bool {
    let extension = Path::new(name).extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    ARCHIVES.contains(&extension.as_str())
}

fn no_place(name: &OsStr, found: FileType, wanted: &str) -> String {
    if found.is_file() && is_archive(name) {
        return "is an archive; unpack it first, nothing in it is read".to_owned();
    }
    format!("is {}, not {wanted}", describe(found))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    fn list(files: &[&str]) -> (tempfile::TempDir, Submissions) {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        let submissions = Submissions::open(folder.path()).unwrap();
        (folder, submissions)
    }

    fn answers(listing: &Listing) -> Vec<String> {
        let line = |found: &Found| format!("{} {} {}", found.candidate.display(), found.question, found.path.display());
        listing.answers.iter().map(line).collect()
    }

    fn others(listing: &Listing) -> Vec<String> {
        listing.others.iter().map(|other| format!("{} {}", other.place.display(), other.why)).collect()
    }

    #[test]
    fn candidates_have_folders_with_files_or_with_a_session() {
        let (folder, submissions) = list(&[
            "ada/merge.py",
            "ada/.git/config",
            "ada/__pycache__/x.pyc",
            "bob/SESSION.md",
            "bob/report.json",
            "bob/report.md",
            "bob/1-merge/answer.py",
            "bob/1-merge/question.md",
            "bob/2-gil/answer.md",
            "report/results.jsonl",
        ]);
        fs::create_dir(folder.path().join("cyd")).unwrap();
        let listing = of_class(&submissions, &folder.path().join("report")).unwrap();
        let expected = ["ada merge ada/merge.py", "bob merge bob/1-merge/answer.py", "bob gil bob/2-gil/answer.md"];
        assert_eq!(answers(&listing), expected);
        assert_eq!(listing.candidates, ["ada", "bob", "cyd"]);
        assert_eq!(others(&listing), [""; 0]);
    }

    #[test]
    fn the_folder_of_a_session_is_a_candidate() {
        let (folder, _) = list(&["k7qd/SESSION.md", "k7qd/1-merge/answer.py"]);
        let submissions = Submissions::open(&folder.path().join("k7qd")).unwrap();
        let listing = of_class(&submissions, Path::new("none")).unwrap();
        assert_eq!(answers(&listing), ["k7qd merge 1-merge/answer.py"]);
    }

    #[test]
    fn in_a_flat_folder_every_file_is_a_candidate() {
        let (_folder, submissions) = list(&["ada.py", "zoë.py", "all.zip", "ada.txt"]);
        let listing = of_one_question(&submissions, "merge", Path::new("none")).unwrap();
        assert_eq!(answers(&listing), ["ada merge ada.py", "ada merge ada.txt", "zoë merge zoë.py"]);
        assert_eq!(others(&listing), ["all.zip is an archive; unpack it first, nothing in it is read"]);
        assert_eq!(listing.candidates, ["ada", "zoë"]);
    }

    #[test]
    fn what_is_no_file_is_named_with_whose_it_is() {
        let (folder, submissions) = list(&["ada/merge.py", "stray.py"]);
        symlink("/etc/passwd", folder.path().join("ada/link.py")).unwrap();
        symlink("/etc", folder.path().join("etc")).unwrap();
        fs::create_dir(folder.path().join("ada/deep")).unwrap();
        let listing = of_class(&submissions, Path::new("none")).unwrap();
        let expected = [
            "ada/deep is a folder, not a file",
            "ada/link.py is a link, not a file",
            "etc is a link, not a candidate's folder",
            "stray.py is a file, not a candidate's folder",
        ];
        assert_eq!(others(&listing), expected);
        let link = &listing.others[1];
        assert_eq!((link.candidate.as_deref(), link.question.as_deref()), (Some(OsStr::new("ada")), Some("link")));
    }
}
