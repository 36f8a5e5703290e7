//! The reports that `greenroom grade` leaves behind, of a class with names that nobody has.

mod support;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use support::{Bench, PROBE, PROBE_OK, ran};

/// Folders of candidates: each means something to a terminal, a page, a sheet or a CI.
const NAMES: [&[u8]; 8] = [
    b"ada",
    b"<img src=x onerror=alert(1)>",
    b"=1+1",
    b"new\nline ::error::x",
    b"##[error]x",
    b"\x1b[31mred",
    "bi\u{202e}di".as_bytes(),
    b"latin\xe9",
];

const FILES: [&str; 7] =
    ["summary.json", "junit.xml", "report.md", "annotations.txt", "grades.csv", "items.csv", "report.html"];

/// A class in which only `ada` is right.
fn class() -> (Bench, PathBuf) {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    for name in NAMES {
        let folder = bench.path("class").join(OsStr::from_bytes(name));
        fs::create_dir_all(&folder).unwrap();
        let answer = if name == b"ada" { PROBE_OK } else { "def f():\n    return '<b>\\x1b[31m::error::'\n" };
        fs::write(folder.join("probe.py"), answer).unwrap();
    }
    (bench, bank)
}

fn arguments<'a>(bank: &'a std::path::Path, more: &'a [&'a str]) -> Vec<&'a OsStr> {
    let fixed = ["grade", "class", "--out", "out", "--bank"].map(OsStr::new);
    fixed.into_iter().chain([bank.as_os_str()]).chain(more.iter().map(OsStr::new)).collect()
}

#[test]
fn every_report_stands_beside_the_results_and_none_is_bent_by_a_name() {
    let (bench, bank) = class();
    bench.run(arguments(&bank, &[])).expect(1);
    for file in FILES {
        let text = fs::read_to_string(bench.path("out").join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\r']) && !text.contains("##["), "{file}: {text}");
        let marked_up = [".xml", ".md", ".html"].iter().any(|ending| file.ends_with(ending));
        assert!(!marked_up || !text.contains("<img"), "{file}: {text}");
    }
    let read = |file: &str| fs::read_to_string(bench.path("out").join(file)).unwrap();
    assert_eq!(read("annotations.txt").lines().count(), NAMES.len() - 1);
    assert_eq!(read("grades.csv").lines().count(), NAMES.len() + 1);
    assert_eq!(bench.path("out/gradescope").read_dir().unwrap().count(), NAMES.len());
    assert!(bench.path("out/gradescope/ada/results.json").is_file());
    let junit = read("junit.xml");
    let document = roxmltree::Document::parse(&junit).unwrap();
    let root = document.root_element();
    assert_eq!((root.attribute("tests"), root.attribute("failures")), (Some("16"), Some("7")));
    let summary: serde_json::Value = serde_json::from_str(&read("summary.json")).unwrap();
    assert_eq!((&summary["verdicts"]["pass"], &summary["verdicts"]["fail"]), (&1.into(), &7.into()));
    assert_eq!(summary["questions"][0]["difficulty"], 0.125);
}

#[test]
fn reports_go_where_they_are_asked_for() {
    let (bench, bank) = class();
    let more = ["--report", "junit=build/tests.xml", "--report", "gradescope=scopes"];
    bench.run(arguments(&bank, &more)).expect(1);
    let [asked, usual] = ["build/tests.xml", "out/junit.xml"].map(|path| fs::read(bench.path(path)).unwrap());
    assert_eq!(asked, usual);
    assert!(bench.path("scopes/ada/results.json").is_file());
    let unknown = bench.run(arguments(&bank, &["--report", "pdf=a"])).expect(2);
    assert!(unknown.stderr.contains("the kinds are `summary-json`"), "{}", unknown.whole());
}

#[test]
fn github_gets_a_summary_and_annotations() {
    let (bench, bank) = class();
    let summary = bench.write("summary.md", "# Before\n");
    let mut command = bench.command(arguments(&bank, &[]));
    let graded = ran(command.env("GITHUB_ACTIONS", "true").env("GITHUB_STEP_SUMMARY", &summary)).expect(1);
    let commands = graded.stderr.lines().filter(|line| line.trim_start().starts_with("::")).count();
    assert_eq!(commands, NAMES.len() - 1, "{}", graded.whole());
    assert!(graded.stderr.contains("::error file=class/=1+1/probe.py,title=") && !graded.stdout.contains("::error"));
    let page = fs::read_to_string(summary).unwrap();
    assert!(page.starts_with("# Before\n# Greenroom\n"), "{page}");
}

#[test]
fn a_report_that_cannot_be_written_is_no_failure_of_a_candidate() {
    let (bench, bank) = class();
    bench.write("file", "");
    let failed = bench.run(arguments(&bank, &["--report", "html=file/report.html"])).expect(3);
    assert!(failed.stderr.contains("file/report.html"), "{}", failed.whole());
    assert!(bench.path("out/results.jsonl").is_file());
}
