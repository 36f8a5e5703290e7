//! Commands on a terminal of their own, as a person types them.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::process::Command;
use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};

use crate::support::Bench;

/// A shell on a terminal that runs this with its environment, and tells the exit code and how the terminal is set.
pub fn on_a_terminal(bench: &Bench, command: &Command) -> OsSession {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    let line: Vec<String> = words.map(|word| format!("'{}'", word.display())).collect();
    in_a_shell(bench, command, &line.join(" "))
}

/// `greenroom start` on a terminal of its own, once Enter has started the clock.
pub fn started_on_a_terminal(bench: &Bench, start: &Command) -> OsSession {
    let mut terminal = on_a_terminal(bench, start);
    terminal.expect("Enter starts the clock").unwrap();
    terminal.send("\r").unwrap();
    terminal
}

/// As `on_a_terminal`, for a line of a shell; the environment is that of `around`.
pub fn in_a_shell(bench: &Bench, around: &Command, line: &str) -> OsSession {
    let mut shell = Command::new("/bin/sh");
    shell.current_dir(bench.dir.path());
    for (name, value) in around.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    // The shell must outlive Ctrl-C.
    shell.args(["-c", &format!("trap : INT; stty echo; {line}; echo \"exit $?\"; stty -a")]);
    let mut session = Session::spawn(shell).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(60)));
    session
}

/// Lines are edited and echoed again, and Ctrl-C is a signal.
pub fn assert_sane(terminal: &mut OsSession) {
    let rest = terminal.expect(Eof).unwrap();
    let settings = String::from_utf8_lossy(rest.as_bytes()).into_owned();
    for setting in ["isig", "icanon", "echo"] {
        assert!(settings.split_whitespace().any(|word| word == setting), "`{setting}` in {settings}");
    }
}
