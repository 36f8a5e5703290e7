//! Build script: find the CPython to embed, and pack the bank into one blob.

#![expect(clippy::print_stdout, reason = "a build script talks to cargo by printing")]

#[path = "../bank/files.rs"]
mod files;
mod find_python;
#[expect(dead_code, reason = "packed here, unpacked by the crate")]
#[path = "../bank/pack.rs"]
mod pack;
mod pack_bank;

fn main() {
    println!("cargo::rerun-if-changed=src/build");
    println!("cargo::rerun-if-changed=src/bank/files.rs");
    println!("cargo::rerun-if-changed=src/bank/pack.rs");
    find_python::run();
    pack_bank::run();
}
