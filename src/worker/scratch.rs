//! The scratch folder of a slot: emptied after each answer, and watched where no file system of its own bounds it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::statfs;

use crate::sandbox::policy::{SCRATCH_BYTES, SCRATCH_INODES};

/// How often a folder without a file system of its own is measured.
// Receipt: 200 MB reach the page cache in 0.1 s here, so an answer gets at most 40 MB beyond its bound.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Where an answer may write.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
    /// A file system of its own, which the kernel bounds.
    own: bool,
    /// How many more files and folders that file system could hold when it was empty.
    room: Option<u64>,
}

impl Scratch {
    pub fn new(folder: PathBuf, own: bool) -> Scratch {
        let room = if own { room(&folder) } else { None };
        Scratch { folder, own, room }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How often [`Scratch::is_flooded`] must be asked; never, if nothing can flood it.
    pub fn look_every(&self) -> Option<Duration> {
        (!self.own).then_some(LOOK_EVERY)
    }

    /// Whether more stands in it than an answer may write.
    pub fn is_flooded(&self) -> bool {
        if self.own {
            return false;
        }
        let (mut bytes, mut inodes) = (0, 0);
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                inodes += 1;
                match entry.metadata() {
                    Ok(found) if found.is_dir() => folders.push(entry.path()),
                    Ok(found) => bytes += found.len(),
                    Err(_) => {}
                }
                if bytes > SCRATCH_BYTES || inodes > SCRATCH_INODES {
                    return true;
                }
            }
        }
        false
    }

    /// Remove all that an answer left in it.
    pub fn empty(&self) -> io::Result<()> {
        // Most answers write nothing, and one look at the file system tells.
        if self.room.is_some() && room(&self.folder) == self.room {
            return Ok(());
        }
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if path.is_dir() && !path.is_symlink() {
                open_up(&path);
                fs::remove_dir_all(&path)?;
            } else {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }

    /// At the end of the slot: a file system of its own goes by itself.
    pub fn remove(&self) {
        if !self.own {
            open_up(&self.folder);
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// How many more files and folders the file system of `folder` can hold.
fn room(folder: &Path) -> Option<u64> {
    statfs(folder).ok().map(|found| found.f_ffree)
}

/// Undo what would keep the owner from removing a tree: folders without the right to list or to change them.
fn open_up(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let _ = fs::set_permissions(&folder, fs::Permissions::from_mode(0o700));
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        folders.extend(
            entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path()),
        );
    }
}
