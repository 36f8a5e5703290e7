//! Build script: find the CPython to embed, and pack the bank into one blob.

mod find_python;

fn main() {
    println!("cargo::rerun-if-changed=src/build");
    find_python::run();
}
