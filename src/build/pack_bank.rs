//! Pack `questions/` and `checks/` into one file that becomes part of the binary.

use std::env;
use std::fs;
use std::path::Path;
use std::process::exit;

use crate::files;
use crate::pack;

/// Write `bank.pack` into `OUT_DIR`, or stop with a sentence for each file that cannot be packed.
pub fn run() {
    println!("cargo::rerun-if-changed=questions");
    println!("cargo::rerun-if-changed=checks");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo tells build scripts where the package stands");
    let out = env::var("OUT_DIR").expect("cargo gives build scripts a folder");
    let folder = files::read(Path::new(&root));
    let refused: Vec<String> = folder.refused.iter().map(|file| format!("`{}` {}", file.path, file.reason)).collect();
    let packed = if refused.is_empty() { pack::pack(&folder.files) } else { Err(refused) };
    match packed {
        Ok(bytes) => fs::write(Path::new(&out).join("bank.pack"), bytes).expect("the folder for output is writable"),
        Err(problems) => stop(&problems),
    }
}

fn stop(problems: &[String]) -> ! {
    for problem in problems {
        println!("cargo::error=the bank cannot be built in: {problem}");
    }
    exit(1);
}
