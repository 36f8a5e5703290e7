//! Printing a page of ours to a PDF with a browser that is installed: it sets type better than anything small would.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::commands::failure::Failure;
use crate::commands::written::not_written;
use crate::model::exit_status::ExitStatus;
use crate::store::{atomic, program};

/// Browsers that print without a window, by their usual names.
const BROWSERS: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "brave-browser",
    "brave",
];

/// A browser that has not printed by then never will.
const PATIENCE: Duration = Duration::from_secs(120);

/// How often a browser that prints is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Print this page into `file`.
pub fn print(page: &str, file: &Path) -> Result<(), Failure> {
    let browser = program::find(std::env::var_os("PATH").as_deref(), BROWSERS).ok_or_else(|| {
        Failure::usage("printing a PDF takes Chromium, Chrome, Edge or Brave, and none of them is installed")
            .hint("write `--html FILE`, open it in any browser and print it from there")
    })?;
    let cannot = |reason: &dyn std::fmt::Display| {
        let name = browser.display();
        Failure::new(ExitStatus::Incomplete, format!("`{name}` could not print the page: {reason}"))
            .hint("write `--html FILE`, open it in any browser and print it from there")
    };
    let folder = tempfile::tempdir().map_err(|error| cannot(&error))?;
    let (source, printed) = (folder.path().join("notes.html"), folder.path().join("notes.pdf"));
    std::fs::write(&source, page).map_err(|error| cannot(&error))?;
    let mut command = Command::new(&browser);
    command
        .args(["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"])
        .arg(joined("--user-data-dir=", folder.path().join("profile").as_os_str()))
        .arg(joined("--print-to-pdf=", printed.as_os_str()))
        .arg(joined("file://", source.as_os_str()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if rustix::process::geteuid().is_root() {
        // It refuses to start as root otherwise. The page has no scripts, and its policy allows none.
        command.arg("--no-sandbox");
    }
    let mut child = command.spawn().map_err(|error| cannot(&error))?;
    wait(&mut child).map_err(|reason| cannot(&reason))?;
    let bytes = std::fs::read(&printed).map_err(|_| cannot(&"it left no file"))?;
    atomic::write(file, &bytes).map_err(|error| not_written(file, &error))
}

/// Until it has ended well; why not, otherwise.
fn wait(child: &mut Child) -> Result<(), String> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(status.to_string()),
            Ok(None) if Instant::now() < deadline => std::thread::sleep(LOOK_EVERY),
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("it took longer than {} s", PATIENCE.as_secs()));
            }
            Err(error) => return Err(error.to_string()),
        }
    }
}

fn joined(option: &str, value: &OsStr) -> std::ffi::OsString {
    let mut joined = std::ffi::OsString::from(option);
    joined.push(value);
    joined
}
