//! Libraries in C that stand between the binary under test and libc. Whoever builds greenroom has a C compiler: SQLite takes one.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Build the library from this source, once more only when a source beside it has changed. Names its file.
pub fn build(name: &str, source: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let library = folder.join(format!("{name}.so"));
    let modified = |path: &Path| path.metadata().and_then(|metadata| metadata.modified());
    let sources = source.parent().unwrap().read_dir().unwrap().map(|entry| entry.unwrap().path());
    let newest = sources.map(|source| modified(&source).unwrap()).max().unwrap();
    if modified(&library).is_ok_and(|built| built > newest) {
        return library;
    }
    // Other tests build it at this moment too: each to a name of its own, and the last one stays.
    let fresh = tempfile::Builder::new().prefix(name).tempfile_in(folder).unwrap().into_temp_path();
    let compiler = std::env::var_os("CC").unwrap_or_else(|| OsString::from("cc"));
    let built = Command::new(&compiler)
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o"])
        .args([fresh.as_os_str(), source.as_os_str()])
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", compiler.display()));
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    fresh.persist(&library).unwrap();
    library
}
