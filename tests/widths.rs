//! Every screen fits its terminal, at 60 columns and at 200, with colours and without, and no colour vanishes on white.

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use expectrl::{Eof, Expect};

use crate::support::{Bench, GREENROOM, PROBE, PROBE_OK, wait_for};
use crate::terminal::in_a_shell;

/// White and yellow in all their forms: nobody sees them on white.
const PALE: [&str; 8] = ["33m", "37m", "93m", "97m", "38;5;7m", "38;5;11m", "38;5;15m", "38;5;226m"];

/// What a command shows on a terminal of this many columns.
fn shown(bench: &Bench, command: &Command, columns: usize) -> String {
    let words: Vec<String> = command.get_args().map(|word| format!("'{}'", word.display())).collect();
    let line = format!("read go; stty cols {columns} rows 40; {GREENROOM} {}", words.join(" "));
    let mut terminal = in_a_shell(bench, command, &line);
    // Only now: a new terminal is made 80 columns wide at some time.
    terminal.send("\n").unwrap();
    let whole = terminal.expect(Eof).unwrap();
    let text = String::from_utf8_lossy(whole.as_bytes()).replace("\r\n", "\n");
    text.split("\nspeed ").next().unwrap().to_owned()
}

/// Without escape sequences, and of what a line showed one after the other the last.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        if character != '\u{1b}' {
            plain.push(character);
        } else if rest.next() == Some('[') {
            rest.by_ref().find(|character| character.is_ascii_alphabetic());
        }
    }
    let last = |line: &str| line.rsplit('\r').next().unwrap_or_default().to_owned();
    plain.lines().map(last).collect::<Vec<_>>().join("\n")
}

fn is_coloured(text: &str) -> bool {
    let mut sequences = text.split("\u{1b}[").skip(1);
    sequences.any(|sequence| sequence.chars().find(char::is_ascii_alphabetic) == Some('m'))
}

/// A home with a finished session that went badly, and a check of today.
fn lived_in() -> Bench {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut start = bench.command(["start", "--minutes", "6", "--dir", "room", "--bank"]);
    start.arg(&bank).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = start.spawn().unwrap();
    let answer = bench.path("room/1-probe/answer.py");
    wait_for(|| answer.exists());
    fs::write(answer, "def f():\n    return [\"a long text \" * 20, {\"key\": 1}]\n").unwrap();
    child.stdin.take().unwrap().write_all(b"check\nhint\nflag\npause\n\ntime\nfinish\n").unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    bench.write("wrong.py", "def merge(a, b):\n    return sorted(a + b)[:-1]\n");
    bench.run(["check", "merge-sorted-lists", "wrong.py"]).expect(1);
    bench
}

const SCREENS: [&str; 34] = [
    "check merge-sorted-lists wrong.py",
    "show merge-sorted-lists",
    "show mutable-vs-immutable",
    "show gil --answer",
    "list",
    "list --seeds",
    "list --status new,tried",
    "list --status due",
    "list --help",
    "status",
    "status --help",
    "finish",
    "finish --help",
    "finish zzzz",
    "progress",
    "progress --seeds",
    "review",
    "review --list --again",
    "report",
    "audit",
    "replay --speed 10000",
    "verify gil",
    "list --topic dancing",
    "start --topic dancing",
    "start --plan dancing",
    "start --help",
    "export --help",
    "progress --help",
    "review --help",
    "grade --help",
    "report --help",
    "watch --help",
    "--help",
    "resume",
];

#[test]
fn every_screen_fits_its_terminal() {
    let bench = lived_in();
    for columns in [60, 200] {
        for screen in SCREENS {
            let mut command = bench.command(screen.split(' '));
            if columns == 60 {
                command.env_remove("NO_COLOR").env("TERM", "xterm-256color");
            }
            let shown = shown(&bench, &command, columns);
            assert!(columns == 60 || !is_coloured(&shown), "`{screen}` has colours: {shown}");
            assert!(!PALE.iter().any(|pale| shown.contains(&format!("\u{1b}[{pale}"))), "`{screen}` is pale: {shown}");
            // A command to be copied stays on one line, and so does the code of an answer.
            let is_copied =
                |line: &str| line.contains("greenroom ") || screen.contains("--answer") && line.starts_with("    ");
            for line in plain(&shown).lines().filter(|line| !is_copied(line)) {
                let width = line.chars().count();
                assert!(width <= columns, "`{screen}` at {columns}, {width} wide: {line}");
            }
        }
    }
}
