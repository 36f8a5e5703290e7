//! Commands on a terminal of their own, as a person types them.

use std::process::Command;
use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};

use crate::support::Bench;

/// A shell on a terminal that runs this and tells the exit code and how the terminal is set.
pub fn on_a_terminal(bench: &Bench, command: &Command) -> OsSession {
    let line: Vec<String> = [command.get_program()]
        .into_iter()
        .chain(command.get_args())
        .map(|word| format!("'{}'", word.display()))
        .collect();
    // The shell must outlive Ctrl-C.
    let script = format!("trap : INT; stty echo; {}; echo \"exit $?\"; stty -a", line.join(" "));
    let mut shell = with_program(command, "/bin/sh");
    shell.current_dir(bench.dir.path()).args(["-c", &script]);
    let mut session = Session::spawn(shell).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(30)));
    session
}

/// The same folder and environment for another program.
fn with_program(command: &Command, program: &str) -> Command {
    let mut other = Command::new(program);
    other.current_dir(command.get_current_dir().unwrap());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => other.env(name, value),
            None => other.env_remove(name),
        };
    }
    other
}

/// Lines are edited and echoed again.
pub fn assert_sane(terminal: &mut OsSession) {
    let rest = terminal.expect(Eof).unwrap();
    let settings = String::from_utf8_lossy(rest.as_bytes()).into_owned();
    for setting in [" icanon", " echo "] {
        assert!(settings.contains(setting), "`{setting}` in {settings}");
    }
}
