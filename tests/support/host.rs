//! What can be seen of an attack on the host, from outside of every sandbox.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Folders in which an attack that got out could have left a file.
const OPEN_TO_ALL: [&str; 3] = ["/tmp", "/var/tmp", "/dev/shm"];

/// What every attack calls what it leaves.
pub const MARK: &str = "grescape";

/// Processes by this name, after they have had a moment to end.
pub fn process_lives(name: &str) -> bool {
    persists(|| processes().any(|process| read(&process.join("comm")).trim_end() == name))
}

/// Processes of `binary`, after they have had a moment to end. Of other users' processes only root is told.
pub fn binary_runs(binary: &Path) -> bool {
    persists(|| processes().any(|process| fs::read_link(process.join("exe")).is_ok_and(|exe| exe == binary)))
}

pub fn port_listens(port: u16) -> bool {
    const LISTENING: &str = "0A";
    let suffix = format!(":{port:04X}");
    ["/proc/net/tcp", "/proc/net/tcp6"].iter().any(|table| {
        read(Path::new(table)).lines().map(str::split_whitespace).any(|mut fields| {
            fields.nth(1).is_some_and(|local| local.ends_with(&suffix)) && fields.nth(1) == Some(LISTENING)
        })
    })
}

pub fn abstract_socket_exists(name: &str) -> bool {
    read(Path::new("/proc/net/unix")).lines().any(|line| line.ends_with(&format!("@{name}")))
}

/// Everything of any attack that is still there.
pub fn leftovers() -> Vec<String> {
    let files = OPEN_TO_ALL
        .iter()
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten())
        .filter(|entry| entry.file_name().to_string_lossy().contains(MARK))
        .map(|entry| format!("file {}", entry.path().display()));
    let names = processes().map(|process| read(&process.join("comm"))).filter(|name| name.contains(MARK));
    let sockets = read(Path::new("/proc/net/unix"));
    let sockets = sockets.lines().filter(|line| line.contains(MARK)).map(|line| format!("socket {line}"));
    files.chain(names.map(|name| format!("process {}", name.trim_end()))).chain(sockets).collect()
}

/// How many objects of System V ipc there are.
pub fn ipc_objects() -> usize {
    let tables = ["/proc/sysvipc/shm", "/proc/sysvipc/sem", "/proc/sysvipc/msg"];
    tables.iter().map(|table| read(Path::new(table)).lines().count()).sum()
}

fn persists(seen: impl Fn() -> bool) -> bool {
    let deadline = Instant::now() + Duration::from_secs(2);
    while seen() {
        if Instant::now() > deadline {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}

fn processes() -> impl Iterator<Item = PathBuf> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter(|entry| entry.file_name().to_string_lossy().parse::<u32>().is_ok()).map(|entry| entry.path())
}

fn read(path: &Path) -> String {
    fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}
