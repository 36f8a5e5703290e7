//! The layers of `src/`, as DESIGN.md section 4 has them: a file imports from layers above its own or from its own folder,
//! folders are one deep, imports within a folder have no cycle, and `unsafe` stays where it is allowed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// From the top: a folder imports from rows above its own.
const ROWS: [&[&str]; 11] = [
    &["model"],
    &["bank", "compare", "store"],
    &["judge", "sandbox", "python"],
    &["notes"],
    &["ui", "report"],
    &["cli"],
    &["engine", "worker"],
    &["room"],
    &["commands"],
    &["main"],
    &["lib"],
];

/// Folders that only these may import.
const PRIVATE: [(&str, &str); 2] = [("sandbox", "worker"), ("python", "worker")];

const UNSAFE_ALLOWED: [&str; 2] = ["sandbox/sys.rs", "python/"];

struct Source {
    /// Relative to `src/`.
    path: String,
    text: String,
}

impl Source {
    fn folder(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }

    /// `crate::a::b` and `greenroom::a::b`, wherever they stand outside of comments, as `(a, b)`.
    fn imports(&self) -> BTreeSet<(String, String)> {
        let code = self.text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let mut found = BTreeSet::new();
        for root in ["crate::", "greenroom::"] {
            for (start, _) in code.match_indices(root) {
                let path = &code[start + root.len()..];
                let end = path
                    .find(|character: char| !(character.is_alphanumeric() || "_:".contains(character)))
                    .unwrap_or(path.len());
                let mut parts = path[..end].split("::");
                let folder = parts.next().unwrap_or_default().to_owned();
                found.insert((folder, parts.next().unwrap_or_default().to_owned()));
            }
        }
        found
    }
}

fn sources() -> Vec<Source> {
    fn walk(folder: &Path, root: &Path, found: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, root, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let relative = path.strip_prefix(root).unwrap().display().to_string();
                if !relative.starts_with("build/") {
                    found.push(Source { path: relative, text: fs::read_to_string(&path).unwrap() });
                }
            }
        }
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    assert!(found.len() > 20, "the sources were found");
    found
}

fn row(folder: &str) -> usize {
    ROWS.iter()
        .position(|row| row.contains(&folder))
        .unwrap_or_else(|| panic!("`{folder}` has no row in tests/layers.rs"))
}

#[test]
fn files_import_from_layers_above_or_from_their_own_folder() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (folder, _) in source.imports() {
            let is_private = PRIVATE
                .iter()
                .any(|(private, user)| folder == *private && source.folder() != *user && source.folder() != folder);
            if source.folder() != folder && (row(&folder) >= row(source.folder()) || is_private) {
                wrong.push(format!("src/{} imports `{folder}`", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn folders_are_one_deep() {
    let deep: Vec<String> =
        sources().into_iter().map(|source| source.path).filter(|path| path.matches('/').count() > 1).collect();
    assert!(deep.is_empty(), "{deep:?}");
}

#[test]
fn imports_within_a_folder_have_no_cycle() {
    let mut uses: BTreeMap<(String, String), BTreeSet<(String, String)>> = BTreeMap::new();
    for source in sources() {
        let Some((folder, file)) = source.path.split_once('/') else { continue };
        let module = (folder.to_owned(), file.trim_end_matches(".rs").to_owned());
        let imports = source.imports().into_iter().filter(|import| import.0 == folder && *import != module).collect();
        uses.insert(module, imports);
    }
    // Take away what imports nothing that is left, until nothing can be taken: the rest are cycles.
    loop {
        let left: BTreeSet<_> = uses.keys().cloned().collect();
        let before = uses.len();
        uses.retain(|_, imports| imports.iter().any(|import| left.contains(import)));
        if uses.len() == before {
            break;
        }
    }
    assert!(uses.is_empty(), "cycles among {:?}", uses.keys().collect::<Vec<_>>());
}

#[test]
fn unsafe_code_stays_in_its_two_places() {
    let word = ["unsafe", " {"].concat();
    let wrong: Vec<String> = sources()
        .into_iter()
        .filter(|source| source.text.contains(&word) || source.text.contains("expect(unsafe_code"))
        .filter(|source| !UNSAFE_ALLOWED.iter().any(|place| source.path.starts_with(place)))
        .map(|source| source.path)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> =
        sources().into_iter().filter(|source| !source.text.starts_with("//! ")).map(|source| source.path).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn every_file_is_short_enough_to_read() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|source| source.text.lines().count() > 500)
        .map(|source| format!("{} has {} lines", source.path, source.text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:?}");
}
