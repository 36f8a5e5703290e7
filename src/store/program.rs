//! Programs of the user: where they are installed.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The first of these names that is a file on the search path `path`. A name with a slash is a path itself. Folders of the
/// search path that depend on where somebody stands are passed over.
pub fn find<'a>(path: Option<&OsStr>, names: impl IntoIterator<Item = &'a str>) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = path
        .map(|path| std::env::split_paths(path).filter(|folder| folder.is_absolute()).collect())
        .unwrap_or_default();
    names.into_iter().find_map(|name| {
        if name.contains('/') {
            return Some(PathBuf::from(name)).filter(|place| place.is_file());
        }
        folders.iter().map(|folder| folder.join(Path::new(name))).find(|place| place.is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_that_is_there_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = std::env::join_paths([Path::new("relative"), folder.path()]).unwrap();
        assert_eq!(find(Some(&path), ["one", "two"]), None);
        std::fs::write(folder.path().join("two"), "").unwrap();
        assert_eq!(find(Some(&path), ["one", "two"]), Some(folder.path().join("two")));
        std::fs::write(folder.path().join("one"), "").unwrap();
        assert_eq!(find(Some(&path), ["one", "two"]), Some(folder.path().join("one")));
        assert_eq!(find(None, ["one"]), None);
    }

    #[test]
    fn a_name_with_a_slash_is_a_path() {
        assert_eq!(find(None, ["/dev/null/x"]), None);
        let file = tempfile::NamedTempFile::new().unwrap();
        let name = file.path().to_str().unwrap();
        assert_eq!(find(None, [name]), Some(file.path().to_owned()));
    }
}
