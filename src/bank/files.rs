//! The files of a bank's folder, read without trusting it. Shared with the build script: knows only the standard library.

use std::collections::BTreeMap;
use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file of a bank.
// Receipt: the largest file of the built-in bank is its list of seeds with 44 KB; no question or check reaches 16 KB.
pub const MAX_FILE_BYTES: u64 = 1024 * 1024;

/// What was found in the folder of a bank. Paths are below that folder, their parts joined by `/`.
#[derive(Debug, Default)]
pub struct Folder {
    pub files: BTreeMap<String, Vec<u8>>,
    pub refused: Vec<Refused>,
}

/// Something that a bank may not hold, or that could not be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused {
    pub path: String,
    /// A fragment that names the reason and, where there is one, the remedy.
    pub reason: String,
}

/// Read `questions/` and `checks/` below `root`. Links that leave `root`, devices, pipes and large files are refused.
/// Hidden files, editors' backups and `__pycache__` are passed over, as is everything but JSON in `questions/`.
pub fn read(root: &Path) -> Folder {
    let mut folder = Folder::default();
    match root.canonicalize() {
        Ok(root) => {
            let mut reader = Reader { root, folder };
            reader.questions();
            reader.checks();
            folder = reader.folder;
        }
        Err(error) => folder.refused.push(Refused { path: String::new(), reason: unreadable(&error) }),
    }
    folder
}

/// The bytes of one plain file of at most [`MAX_FILE_BYTES`].
pub fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    // Asked before it is opened, because opening a pipe waits for its writer.
    let metadata = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        return Err("is a folder, and a file is needed".to_owned());
    }
    if !metadata.is_file() {
        return Err("is not a plain file".to_owned());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let found = metadata.len().max(bytes.len() as u64);
        return Err(format!("is {found} bytes; at most {MAX_FILE_BYTES} are read"));
    }
    Ok(bytes)
}

struct Reader {
    root: PathBuf,
    folder: Folder,
}

/// A child of a folder.
struct Child {
    name: String,
    is_folder: bool,
}

impl Reader {
    fn questions(&mut self) {
        if !self.has_folder("questions") {
            return;
        }
        for child in self.children("questions") {
            let path = format!("questions/{}", child.name);
            if child.is_folder {
                self.json_files(&path);
            } else if child.name == "seeds.json" {
                self.take(path);
            } else if child.name.ends_with(".json") && child.name != "schema.json" {
                self.refuse(&path, "stands in no topic; move it to `questions/<topic>/`");
            }
        }
    }

    fn json_files(&mut self, folder: &str) {
        for child in self.children(folder) {
            if child.name.ends_with(".json") {
                self.take(format!("{folder}/{}", child.name));
            }
        }
    }

    fn checks(&mut self) {
        // Where there are no checks at all, each question says which files it lacks.
        if !self.has_folder("checks") {
            return;
        }
        for topic in self.folders("checks") {
            for check in self.folders(&topic) {
                for child in self.children(&check) {
                    self.take(format!("{check}/{}", child.name));
                }
            }
        }
    }

    /// Whether there is such a folder in the bank. Anything else of that name is refused.
    fn has_folder(&mut self, name: &str) -> bool {
        let path = self.root.join(name);
        let found = match path.symlink_metadata() {
            Ok(metadata) => self.is_folder(&path, metadata.file_type()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return false,
            Err(error) => Err(unreadable(&error)),
        };
        match found {
            Ok(true) => return true,
            Ok(false) => self.refuse(name, "is not a folder"),
            Err(reason) => self.refuse(name, &reason),
        }
        false
    }

    fn folders(&mut self, folder: &str) -> Vec<String> {
        let children = self.children(folder).into_iter();
        children.filter(|child| child.is_folder).map(|child| format!("{folder}/{}", child.name)).collect()
    }

    fn take(&mut self, path: String) {
        match read_file(&self.root.join(&path)) {
            Ok(bytes) => {
                self.folder.files.insert(path, bytes);
            }
            Err(reason) => self.refuse(&path, &reason),
        }
    }

    /// What stands in a folder, by name, without what [`is_passed_over`] and what may not be there.
    fn children(&mut self, folder: &str) -> Vec<Child> {
        let entries = match fs::read_dir(self.root.join(folder)).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(error) => {
                self.refuse(folder, &unreadable(&error));
                return Vec::new();
            }
        };
        let mut children = Vec::new();
        for entry in entries {
            let Ok(name) = entry.file_name().into_string() else {
                let path = format!("{folder}/{}", entry.file_name().display());
                self.refuse(&path, "has a name that is not UTF-8; rename it");
                continue;
            };
            if is_passed_over(&name) {
                continue;
            }
            let is_folder = match entry.file_type() {
                Ok(kind) => self.is_folder(&entry.path(), kind),
                Err(error) => Err(unreadable(&error)),
            };
            match is_folder {
                Ok(is_folder) => children.push(Child { name, is_folder }),
                Err(reason) => self.refuse(&format!("{folder}/{name}"), &reason),
            }
        }
        children.sort_by(|one, other| one.name.cmp(&other.name));
        children
    }

    fn is_folder(&self, path: &Path, kind: FileType) -> Result<bool, String> {
        if !kind.is_symlink() {
            return Ok(kind.is_dir());
        }
        let target = path.canonicalize().map_err(|error| format!("is a link that {}", unreadable(&error)))?;
        if !target.starts_with(&self.root) {
            return Err("is a link that leaves the bank; put what it points to in its place".to_owned());
        }
        Ok(target.is_dir())
    }

    fn refuse(&mut self, path: &str, reason: &str) {
        self.folder.refused.push(Refused { path: path.to_owned(), reason: reason.to_owned() });
    }
}

fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || name == "__pycache__"
}

fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "does not exist".to_owned(),
        _ => format!("could not be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use tempfile::TempDir;

    use super::*;

    fn bank() -> TempDir {
        let dir = TempDir::new().unwrap();
        fs::create_dir_all(dir.path().join("questions/memory")).unwrap();
        fs::create_dir_all(dir.path().join("checks/memory/leak")).unwrap();
        fs::write(dir.path().join("questions/memory/leak.json"), "{}").unwrap();
        fs::write(dir.path().join("checks/memory/leak/check.py"), "").unwrap();
        dir
    }

    const LEAVES: &str = "is a link that leaves the bank; put what it points to in its place";

    fn only_reason(folder: &Folder) -> &str {
        assert_eq!(folder.refused.len(), 1, "{:?}", folder.refused);
        &folder.refused[0].reason
    }

    #[test]
    fn questions_and_checks_are_read_and_clutter_is_passed_over() {
        let dir = bank();
        fs::create_dir(dir.path().join("checks/memory/leak/__pycache__")).unwrap();
        fs::write(dir.path().join("checks/memory/leak/.check.py.swp"), "x").unwrap();
        fs::write(dir.path().join("checks/memory/leak/check.py~"), "x").unwrap();
        fs::write(dir.path().join("questions/README.md"), "x").unwrap();
        fs::write(dir.path().join("questions/schema.json"), "x").unwrap();
        let folder = read(dir.path());
        assert_eq!(
            folder.files.keys().collect::<Vec<_>>(),
            ["checks/memory/leak/check.py", "questions/memory/leak.json"]
        );
        assert_eq!(folder.refused, []);
    }

    #[test]
    fn a_link_out_of_the_bank_is_refused_and_one_inside_is_followed() {
        let outside = TempDir::new().unwrap();
        fs::write(outside.path().join("secret"), "secret").unwrap();
        let dir = bank();
        symlink(outside.path().join("secret"), dir.path().join("checks/memory/leak/starter.py")).unwrap();
        symlink("check.py", dir.path().join("checks/memory/leak/ok_same.py")).unwrap();
        let folder = read(dir.path());
        assert_eq!(only_reason(&folder), LEAVES);
        assert!(folder.files.contains_key("checks/memory/leak/ok_same.py"));
        assert!(!folder.files.contains_key("checks/memory/leak/starter.py"));
    }

    #[test]
    fn a_linked_folder_that_leaves_the_bank_is_refused() {
        let outside = bank();
        let dir = TempDir::new().unwrap();
        symlink(outside.path().join("questions"), dir.path().join("questions")).unwrap();
        let folder = read(dir.path());
        assert!(folder.files.is_empty());
        assert_eq!(only_reason(&folder), LEAVES);
    }

    #[test]
    fn links_in_a_circle_end() {
        let dir = bank();
        symlink("..", dir.path().join("checks/memory/circle")).unwrap();
        symlink("endless", dir.path().join("checks/memory/leak/endless")).unwrap();
        assert!(!read(dir.path()).refused.is_empty());
    }

    #[test]
    fn a_pipe_is_refused_without_waiting_for_its_writer() {
        let dir = bank();
        let pipe = dir.path().join("checks/memory/leak/starter.py");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR).unwrap();
        assert_eq!(only_reason(&read(dir.path())), "is not a plain file");
    }

    #[test]
    fn a_file_of_a_hundred_megabytes_is_refused_by_its_size() {
        let dir = bank();
        let large = File::create(dir.path().join("questions/memory/large.json")).unwrap();
        large.set_len(100 * 1024 * 1024).unwrap();
        assert_eq!(only_reason(&read(dir.path())), "is 104857600 bytes; at most 1048576 are read");
    }

    #[test]
    fn a_folder_that_is_not_there_is_refused_and_an_empty_one_holds_nothing() {
        let dir = TempDir::new().unwrap();
        assert!(read(dir.path()).files.is_empty());
        assert_eq!(only_reason(&read(&dir.path().join("nowhere"))), "does not exist");
        fs::write(dir.path().join("questions"), "").unwrap();
        assert_eq!(only_reason(&read(dir.path())), "is not a folder");
    }

    #[test]
    fn a_question_outside_a_topic_and_a_folder_in_a_check_are_named() {
        let dir = bank();
        fs::write(dir.path().join("questions/stray.json"), "{}").unwrap();
        fs::create_dir(dir.path().join("checks/memory/leak/data")).unwrap();
        let refused = read(dir.path()).refused;
        assert_eq!(refused[0].path, "questions/stray.json");
        assert_eq!(refused[1].path, "checks/memory/leak/data");
    }
}
