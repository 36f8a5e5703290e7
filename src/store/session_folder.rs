//! The folder that a candidate works in. It is the candidate's: files are added where they are missing, never changed.

use std::io;
use std::path::{Path, PathBuf};

use crate::model::event::DrawnQuestion;
use crate::model::question::Kind;
use crate::store::answer_file;
use crate::store::atomic;

/// An open session folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionFolder {
    root: PathBuf,
}

/// Everything of a question that may stand in the folder. There is no field for what is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionSheet {
    /// `question.md`.
    pub question: String,
    /// What the answer file starts with: the starter, or what was saved of it before it was lost.
    pub answer: Vec<u8>,
    /// `snippet.py`, for predictions.
    pub snippet: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    #[error("`{}` is {found}, not a folder; name another with `--dir`", .path.display())]
    NotAFolder { path: PathBuf, found: &'static str },
    #[error("the folder `{}` is not empty; name a new one with `--dir`", .path.display())]
    NotEmpty { path: PathBuf },
    #[error("the path `{}` is not UTF-8, so no report can name it; choose another folder with `--dir`", .path.display())]
    NotUtf8 { path: PathBuf },
    #[error("cannot write `{}`: {reason}", .path.display())]
    Write { path: PathBuf, reason: io::Error },
    #[error("cannot write `{}`: {reason}; name another folder with `--dir`", .path.display())]
    NoPlace { path: PathBuf, reason: io::Error },
}

impl SessionFolder {
    /// Create the folder. One that exists must be empty.
    pub fn create(root: &Path) -> Result<SessionFolder, FolderError> {
        let root = std::path::absolute(root).map_err(|reason| write_error(root, reason))?;
        if root.to_str().is_none() {
            return Err(FolderError::NotUtf8 { path: root });
        }
        let folder = SessionFolder::reopen(&root).map_err(|error| match error {
            FolderError::Write { path, reason } => FolderError::NoPlace { path, reason },
            other => other,
        })?;
        let mut entries = root.read_dir().map_err(|reason| write_error(&root, reason))?;
        if entries.next().is_some() { Err(FolderError::NotEmpty { path: root }) } else { Ok(folder) }
    }

    /// The folder of a session that goes on; created again if somebody removed it.
    pub fn reopen(root: &Path) -> Result<SessionFolder, FolderError> {
        if let Ok(metadata) = root.metadata()
            && !metadata.is_dir()
        {
            let found = answer_file::describe(metadata.file_type());
            return Err(FolderError::NotAFolder { path: root.to_owned(), found });
        }
        std::fs::create_dir_all(root).map_err(|reason| write_error(root, reason))?;
        Ok(SessionFolder { root: root.to_owned() })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Add `SESSION.md` if it is missing.
    pub fn add_overview(&self, text: &str) -> Result<(), FolderError> {
        self.add(&self.root.join("SESSION.md"), text.as_bytes())
    }

    /// Add the files of a question that are missing. `index` counts from 0.
    pub fn add_question(&self, index: usize, drawn: &DrawnQuestion, sheet: &QuestionSheet) -> Result<(), FolderError> {
        let folder = self.question_folder(index, drawn);
        std::fs::create_dir_all(&folder).map_err(|reason| write_error(&folder, reason))?;
        self.add(&folder.join("question.md"), sheet.question.as_bytes())?;
        if let Some(snippet) = &sheet.snippet {
            self.add(&folder.join("snippet.py"), snippet.as_bytes())?;
        }
        self.add(&self.answer_path(index, drawn), &sheet.answer)
    }

    /// Add the sample that is tried before the clock starts. Its path.
    pub fn add_sample(&self, text: &str) -> Result<PathBuf, FolderError> {
        let folder = self.root.join("0-sample");
        std::fs::create_dir_all(&folder).map_err(|reason| write_error(&folder, reason))?;
        let path = folder.join(answer_name(Kind::Code));
        self.add(&path, text.as_bytes()).map(|()| path)
    }

    /// For instance `1-is-vs-equality`.
    pub fn question_folder(&self, index: usize, drawn: &DrawnQuestion) -> PathBuf {
        self.root.join(format!("{}-{}", index + 1, drawn.slug))
    }

    /// The file that holds the answer.
    pub fn answer_path(&self, index: usize, drawn: &DrawnQuestion) -> PathBuf {
        self.question_folder(index, drawn).join(answer_name(drawn.kind))
    }

    /// Where a report of this name is written when the session is over.
    pub fn report_path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    fn add(&self, path: &Path, bytes: &[u8]) -> Result<(), FolderError> {
        atomic::write_new(path, bytes).map_err(|reason| write_error(path, reason)).map(|_| ())
    }
}

/// How the answer to a question of this kind is called.
pub fn answer_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Code => "answer.py",
        Kind::Predict => "prediction.txt",
        Kind::Explain => "answer.md",
    }
}

fn write_error(path: &Path, reason: io::Error) -> FolderError {
    FolderError::Write { path: path.to_owned(), reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::question::Difficulty;

    fn drawn(kind: Kind) -> DrawnQuestion {
        DrawnQuestion {
            slug: "is-vs-equality".to_owned(),
            title: "is and ==".to_owned(),
            kind,
            topic: "object-model".to_owned(),
            level: Difficulty::Easy,
            budget_minutes: 3,
        }
    }

    fn sheet() -> QuestionSheet {
        QuestionSheet {
            question: "# is and ==\n".to_owned(),
            answer: b"start\n".to_vec(),
            snippet: Some("print(1)\n".to_owned()),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_question_has_its_own_folder_with_plain_files() {
        let place = tempfile::tempdir().unwrap();
        let folder = SessionFolder::create(&place.path().join("room")).unwrap();
        folder.add_overview("# Session\n").unwrap();
        folder.add_question(0, &drawn(Kind::Predict), &sheet()).unwrap();
        folder.add_question(1, &drawn(Kind::Code), &QuestionSheet { snippet: None, ..sheet() }).unwrap();
        assert_eq!(names(folder.root()), ["1-is-vs-equality", "2-is-vs-equality", "SESSION.md"]);
        assert_eq!(names(&folder.root().join("1-is-vs-equality")), ["prediction.txt", "question.md", "snippet.py"]);
        assert_eq!(names(&folder.root().join("2-is-vs-equality")), ["answer.py", "question.md"]);
    }

    #[test]
    fn what_the_candidate_wrote_is_never_overwritten() {
        let place = tempfile::tempdir().unwrap();
        let folder = SessionFolder::create(&place.path().join("room")).unwrap();
        let question = drawn(Kind::Code);
        folder.add_question(0, &question, &sheet()).unwrap();
        std::fs::write(folder.answer_path(0, &question), "mine\n").unwrap();
        std::fs::remove_file(folder.root().join("1-is-vs-equality/question.md")).unwrap();
        let folder = SessionFolder::reopen(folder.root()).unwrap();
        folder.add_question(0, &question, &sheet()).unwrap();
        assert_eq!(std::fs::read_to_string(folder.answer_path(0, &question)).unwrap(), "mine\n");
        assert!(folder.root().join("1-is-vs-equality/question.md").exists());
    }

    #[test]
    fn a_folder_in_use_and_a_file_are_refused_with_a_remedy() {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("file"), "").unwrap();
        let message = SessionFolder::create(place.path()).unwrap_err().to_string();
        assert!(message.ends_with("is not empty; name a new one with `--dir`"), "{message}");
        let message = SessionFolder::create(&place.path().join("file")).unwrap_err().to_string();
        assert!(message.ends_with("is a file, not a folder; name another with `--dir`"), "{message}");
        let message = SessionFolder::create(&place.path().join("file/room")).unwrap_err().to_string();
        assert!(message.starts_with("cannot write `"), "{message}");
    }
}
