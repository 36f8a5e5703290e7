//! A page as PDF: printed by a browser that is installed. No browser is part of greenroom.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::commands::failure::Failure;
use crate::model::exit_status::ExitStatus;

/// Browsers that print without a window, in the order in which they are tried.
const BROWSERS: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];

/// How long a browser may take.
// Receipt: `report --pdf` of five questions took 4 s on two busy cores; a minute covers a slow first start.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is looked whether it is done.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// The PDF of a page, which runs and loads nothing.
pub fn print(page: &str) -> Result<Vec<u8>, Failure> {
    let browser = std::env::var_os("PATH").and_then(|paths| find(&paths)).ok_or_else(|| {
        Failure::new(ExitStatus::Incomplete, "no browser to print with: `chromium` or `google-chrome` is not in `PATH`")
            .hint("install one of them, or write the page with `--html FILE` and print it from any browser")
    })?;
    let failed = |reason: &str| {
        let shown = browser.display();
        Failure::new(ExitStatus::Incomplete, format!("`{shown}` printed no page: {reason}"))
            .hint("write the page with `--html FILE` and print it from any browser")
    };
    let folder = tempfile::tempdir().map_err(|error| failed(&error.to_string()))?;
    let (source, target) = (folder.path().join("report.html"), folder.path().join("report.pdf"));
    std::fs::write(&source, page).map_err(|error| failed(&error.to_string()))?;
    let mut command = Command::new(&browser);
    command.args(["--headless", "--disable-gpu", "--no-pdf-header-footer", "--no-first-run"]);
    command.arg(option("--user-data-dir=", &folder.path().join("profile")));
    command.arg(option("--print-to-pdf=", &target)).arg(&source);
    // Chromium's own sandbox refuses to run as root; the page has nothing that runs.
    if rustix::process::geteuid().is_root() {
        command.arg("--no-sandbox");
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| failed(&error.to_string()))?;
    let start = Instant::now();
    while child.try_wait().map_err(|error| failed(&error.to_string()))?.is_none() {
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            return Err(failed("it took more than a minute"));
        }
        std::thread::sleep(LOOK_EVERY);
    }
    let sheet = std::fs::read(&target).map_err(|_| failed("it wrote no file"))?;
    if !sheet.starts_with(b"%PDF-") {
        return Err(failed("what it wrote is no PDF"));
    }
    Ok(sheet)
}

fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}

/// The first browser in these folders.
fn find(paths: &OsStr) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(paths).filter(|folder| folder.is_absolute()).collect();
    BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_found_in_the_folders_of_the_path() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(find(folder.path().as_os_str()), None);
        std::fs::write(folder.path().join("google-chrome"), "").unwrap();
        assert_eq!(find(folder.path().as_os_str()), Some(folder.path().join("google-chrome")));
    }
}
