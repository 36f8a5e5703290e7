//! Write whole files: a reader sees the old content or the new one, also after a crash, and never a part.

use std::fs::{File, Permissions};
use std::io;
use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

/// Replace a file, or create it. Durable when this returns.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    complete(path, bytes)?.persist(path).map_err(|failed| failed.error)?;
    sync_folder_of(path)
}

/// Create a file; `false` when something stands there already, which is left as it is.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    if path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    match complete(path, bytes)?.persist_noclobber(path) {
        Ok(_) => sync_folder_of(path).map(|()| true),
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(failed) => Err(failed.error),
    }
}

/// Make the name of a file or folder durable.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = folder_of(path);
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// The content, complete and synced, under a name of its own beside `path`.
fn complete(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".greenroom-");
    #[cfg(unix)]
    builder.permissions(<Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    let mut file = builder.tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn what_stands_there_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.py");
        assert!(write_new(&path, b"starter").unwrap());
        std::fs::write(&path, "mine").unwrap();
        assert!(!write_new(&path, b"starter").unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.py");
        std::os::unix::fs::symlink("/nowhere/at/all", &path).unwrap();
        assert!(!write_new(&path, b"starter").unwrap());
    }

    #[test]
    fn a_folder_that_is_missing_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write(&folder.path().join("none/report.json"), b"").is_err());
    }
}
