//! The private root of a slot: the standard library read-only at its own path, a few devices, an empty `/tmp`.

use std::fs;
use std::io;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, Mode, OFlags, openat};
use rustix::mount::{
    MountFlags, MountPropagationFlags, UnmountFlags, mount, mount_bind_recursive, mount_change, unmount,
};
use rustix::process::{chdir, pivot_root};

use crate::sandbox::policy;
use crate::sandbox::sys;

/// Where the new root is put together. Every Linux system has this folder, and nothing of the root comes from it.
const BUILD: &str = "/proc";

/// Why the root could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RootError {
    #[error("{step} `{path}`: {source}")]
    Step { step: &'static str, path: PathBuf, source: io::Error },
    #[error(transparent)]
    Call(#[from] sys::CallError),
}

/// What an answer may read: everything else does not exist for it.
#[derive(Debug, Clone)]
pub struct Readable {
    /// Folders, as absolute paths without links.
    pub folders: Vec<PathBuf>,
    /// Packages below the standard library, to be covered.
    pub covered: Vec<PathBuf>,
}

impl Readable {
    /// The standard library in these folders, and what it loads and reads.
    pub fn standard_library(library: &[PathBuf]) -> Readable {
        let others = policy::LIBRARY_DIRS.iter().chain(&policy::DATA_DIRS).map(PathBuf::from);
        let mut folders: Vec<PathBuf> = library
            .iter()
            .cloned()
            .chain(others)
            .filter_map(|path| path.canonicalize().ok())
            .filter(|path| path.is_dir())
            .collect();
        folders.sort();
        folders.dedup();
        let covered = library
            .iter()
            .flat_map(|folder| policy::PACKAGE_DIRS.map(|name| folder.join(name)))
            .filter_map(|path| path.canonicalize().ok())
            .filter(|path| folders.iter().any(|folder| path.starts_with(folder)))
            .collect();
        Readable { folders, covered }
    }
}

impl Readable {
    /// Whether any user of this machine reaches the folders.
    pub fn by_everybody(&self) -> bool {
        let open = |path: &Path| fs::metadata(path).is_ok_and(|folder| folder.permissions().mode() & 0o001 != 0);
        self.folders.iter().all(|folder| folder.ancestors().all(open))
    }

    /// The paths that may be read, and whether their files may be, not only their lists. In a root of its own what is
    /// covered is empty; elsewhere its neighbours are named one by one.
    pub fn parts(&self, private_root: bool) -> Vec<(PathBuf, bool)> {
        let mut parts = Vec::new();
        for folder in &self.folders {
            let is_covered = |path: &Path| self.covered.iter().any(|covered| covered == path);
            if private_root || !self.covered.iter().any(|covered| covered.parent() == Some(folder)) {
                parts.push((folder.clone(), true));
                continue;
            }
            parts.push((folder.clone(), false));
            let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
            parts.extend(entries.filter(|path| !is_covered(path)).map(|path| (path, true)));
        }
        parts
    }
}

/// Make the root and enter it. Needs a mount namespace of its own and the right to mount in it. The process stands in
/// `/tmp` afterwards.
pub fn enter(readable: &Readable) -> Result<(), RootError> {
    let build = Path::new(BUILD);
    let within = |path: &Path| build.join(path.strip_prefix("/").unwrap_or(path));
    step(
        "make private",
        Path::new("/"),
        mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC),
    )?;
    step("mount on", build, mount("root", build, "tmpfs", MountFlags::NOSUID, Some(c"size=1m,mode=755")))?;
    for folder in &readable.folders {
        let target = within(folder);
        make_dir(&target)?;
        step("bind", folder, mount_bind_recursive(folder, &target))?;
    }
    for folder in &readable.covered {
        step("cover", folder, mount("empty", within(folder), "tmpfs", MountFlags::NOSUID, Some(c"size=4k,mode=755")))?;
    }
    for device in policy::DEVICES.map(Path::new) {
        let target = within(device);
        make_dir(target.parent().unwrap_or(build))?;
        step(
            "make",
            device,
            openat(CWD, &target, OFlags::CREATE | OFlags::WRONLY | OFlags::CLOEXEC, Mode::RUSR | Mode::WUSR),
        )?;
        step("bind", device, mount_bind_recursive(device, &target))?;
    }
    for name in ["lib", "lib64"] {
        if let Ok(target) = fs::read_link(Path::new("/").join(name)) {
            let link = build.join(name);
            symlink(target, &link).or_else(exists_is_fine).map_err(|source| RootError::Step {
                step: "link",
                path: link,
                source,
            })?;
        }
    }
    // POSIX semaphores of `multiprocessing` live in `/dev/shm`.
    symlink("/tmp", build.join("dev/shm")).map_err(|source| RootError::Step {
        step: "link",
        path: "/dev/shm".into(),
        source,
    })?;
    make_dir(&build.join("tmp"))?;
    sys::freeze_mounts(build)?;
    let options = format!("size={},nr_inodes={},mode=1777", policy::SCRATCH_BYTES, policy::SCRATCH_INODES);
    let options = std::ffi::CString::new(options).expect("no NUL in numbers");
    let flags = MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC;
    step("mount on", Path::new("/tmp"), mount("scratch", build.join("tmp"), "tmpfs", flags, Some(options.as_c_str())))?;
    step("enter", build, chdir(build))?;
    step("pivot to", build, pivot_root(".", "."))?;
    step("leave", Path::new("old root"), unmount(".", UnmountFlags::DETACH))?;
    step("enter", Path::new("/tmp"), chdir("/tmp"))
}

fn make_dir(path: &Path) -> Result<(), RootError> {
    fs::create_dir_all(path).map_err(|source| RootError::Step { step: "make", path: path.into(), source })
}

fn exists_is_fine(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::AlreadyExists { Ok(()) } else { Err(error) }
}

fn step<T>(step: &'static str, path: &Path, result: rustix::io::Result<T>) -> Result<(), RootError> {
    result.map(drop).map_err(|error| RootError::Step { step, path: path.into(), source: error.into() })
}
