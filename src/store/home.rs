//! Where greenroom keeps its own files: data that must last, and a cache that may go at any time.

use std::ffi::OsString;
use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::store::atomic;

/// The variable that overrides both places.
pub const VARIABLE: &str = "GREENROOM_HOME";

/// The two folders. They need not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    data: PathBuf,
    cache: PathBuf,
}

#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    #[error("there is no home directory to keep sessions in; set `HOME`, or set `{VARIABLE}` to a folder")]
    NoHome,
    #[error("`{VARIABLE}` is `{}`, which cannot be made absolute: {reason}", .path.display())]
    NotAbsolute { path: PathBuf, reason: io::Error },
    #[error("`{}` is not a folder; move it away, or set `{VARIABLE}` to a folder", .path.display())]
    NotAFolder { path: PathBuf },
    #[error("cannot read the folder `{}`: {reason}; make it readable, or set `{VARIABLE}` to another", .path.display())]
    Read { path: PathBuf, reason: io::Error },
    #[error("cannot create the folder `{}`: {reason}; set `{VARIABLE}` to a folder that you may write to", .path.display())]
    Create { path: PathBuf, reason: io::Error },
}

impl Home {
    /// `GREENROOM_HOME` if it is set, else the folders that XDG names for this user.
    pub fn locate() -> Result<Home, HomeError> {
        Home::from_override(std::env::var_os(VARIABLE))
    }

    fn from_override(home: Option<OsString>) -> Result<Home, HomeError> {
        match home {
            Some(home) if !home.is_empty() => Home::at(Path::new(&home)),
            _ => {
                let user = etcetera::choose_base_strategy().map_err(|_| HomeError::NoHome)?;
                Ok(Home { data: user.data_dir().join("greenroom"), cache: user.cache_dir().join("greenroom") })
            }
        }
    }

    /// Everything below one folder.
    pub fn at(folder: &Path) -> Result<Home, HomeError> {
        let data =
            std::path::absolute(folder).map_err(|reason| HomeError::NotAbsolute { path: folder.to_owned(), reason })?;
        Ok(Home { cache: data.join("cache"), data })
    }

    /// The folder of what must last, created if it is missing.
    pub fn data(&self) -> Result<&Path, HomeError> {
        create(&self.data)?;
        Ok(&self.data)
    }

    /// As `data`, for somebody who only looks: nothing is created, and there is none where nothing was kept yet.
    pub fn data_to_read(&self) -> Result<Option<&Path>, HomeError> {
        match self.data.metadata() {
            Ok(metadata) if metadata.is_dir() => Ok(Some(&self.data)),
            Ok(_) => Err(HomeError::NotAFolder { path: self.data.clone() }),
            Err(reason) if reason.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(reason) => Err(HomeError::Read { path: self.data.clone(), reason }),
        }
    }

    /// The folder of what can be made again, created if it is missing.
    pub fn cache(&self) -> Result<&Path, HomeError> {
        create(&self.cache)?;
        Ok(&self.cache)
    }
}

/// Create a folder that only its owner may look into: it holds answers.
fn create(path: &Path) -> Result<(), HomeError> {
    if path.is_dir() {
        return Ok(());
    }
    if path.symlink_metadata().is_ok() {
        return Err(HomeError::NotAFolder { path: path.to_owned() });
    }
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let created = builder.recursive(true).create(path).and_then(|()| atomic::sync_folder_of(path));
    created.map_err(|reason| HomeError::Create { path: path.to_owned(), reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_overrides_both_folders() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::from_override(Some(folder.path().join("here").into())).unwrap();
        assert_eq!(home.data().unwrap(), folder.path().join("here"));
        assert_eq!(home.cache().unwrap(), folder.path().join("here/cache"));
        assert!(folder.path().join("here/cache").is_dir());
    }

    #[test]
    fn who_only_looks_creates_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("here")).unwrap();
        assert!(home.data_to_read().unwrap().is_none() && !folder.path().join("here").exists());
        home.data().unwrap();
        assert_eq!(home.data_to_read().unwrap(), Some(folder.path().join("here").as_path()));
        std::fs::write(folder.path().join("file"), "").unwrap();
        let beyond = Home::at(&folder.path().join("file/here")).unwrap();
        let message = beyond.data_to_read().unwrap_err().to_string();
        assert!(message.contains("cannot read the folder") && message.contains(VARIABLE), "{message}");
        let file = Home::at(&folder.path().join("file")).unwrap();
        assert!(matches!(file.data_to_read(), Err(HomeError::NotAFolder { .. })));
    }

    #[test]
    fn an_empty_variable_counts_as_none() {
        assert_eq!(Home::from_override(Some("".into())).unwrap(), Home::from_override(None).unwrap());
    }

    #[test]
    fn a_file_in_its_place_is_named_with_a_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("home");
        std::fs::write(&file, "").unwrap();
        let home = Home::at(&file).unwrap();
        let message = home.data().unwrap_err().to_string();
        assert!(message.contains("home` is not a folder") && message.contains(VARIABLE), "{message}");
        let message = home.cache().unwrap_err().to_string();
        assert!(message.contains("home/cache") && message.contains("cannot create"), "{message}");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_look_into_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("a/b")).unwrap();
        let mode = home.data().unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
