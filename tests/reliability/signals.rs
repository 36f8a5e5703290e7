//! Signals: whoever ends or stops the process finds everything kept, every child gone, and the terminal as it was.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::Duration;

use expectrl::Expect;
use greenroom::store::journal::Journal;
use greenroom::ui::keys::KeyMode;
use rustix::process::Signal;

use crate::fake_clock::FakeClock;
use crate::faults::{ALL, Faults, Trouble};
use crate::keeping;
use crate::play::{
    ANSWER, ENDLESS, Playing, assert_gone, descendants, events, records, report, resume_and_finish, save, saves, start,
};
use crate::support::{Bench, PROBE, PROBE_OK, memory_dir, ran, wait_for};
use crate::terminal::{assert_sane, on_a_terminal, started_on_a_terminal};

/// Case 20. (Once, in a question: `tests/session.rs`.)
#[test]
fn control_c_twice_at_once_is_one_interruption() {
    let bench = Bench::new();
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, &[]));
    wait_for(|| bench.path(ANSWER).exists());
    save(&bench, PROBE_OK);
    terminal.send("\u{3}\u{3}").unwrap();
    terminal.expect("exit 130").unwrap();
    assert_sane(&mut terminal);
    assert_eq!(saves(&records(&bench)), [PROBE_OK]);
    assert_eq!(events(&bench).matches("suspended").count(), 1, "{}", events(&bench));
    resume_and_finish(&bench);
}

/// Case 20: before the clock starts there is nothing to keep.
#[test]
fn control_c_before_the_clock_starts_leaves_nothing_behind() {
    let bench = Bench::new();
    let mut terminal = on_a_terminal(&bench, &start(&bench, &[]));
    terminal.expect("Enter starts the clock").unwrap();
    terminal.send("\u{3}").unwrap();
    terminal.expect("exit 130").unwrap();
    assert_sane(&mut terminal);
    assert!(!bench.path("room").exists());
    bench.run(["resume"]).expect(2);
}

/// Cases 20 and 21: also what an answer was doing ends with it.
#[test]
fn a_signal_in_a_check_ends_every_child_and_keeps_the_answer() {
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let bench = Bench::new();
        let mut playing = Playing::begin(&bench, start(&bench, &[]).stdout(Stdio::null()));
        save(&bench, ENDLESS);
        wait_for(|| events(&bench).contains("saved"));
        playing.say("check\n");
        playing.expect("Q1: checking");
        let children = playing.descendants();
        playing.send(signal);
        playing.send(signal);
        assert_eq!(playing.wait(), Some(130), "{}", playing.heard);
        assert_gone(&children);
        assert_eq!(saves(&records(&bench)), [ENDLESS]);
        assert!(events(&bench).ends_with("suspended"), "{}", events(&bench));
    }
}

/// Cases 8 and 9 for a process that had no time to clear up: its lock is gone with it, its children too.
#[test]
fn after_a_kill_in_a_check_every_child_is_gone_and_resume_works_at_once() {
    let bench = Bench::new();
    let mut playing = Playing::begin(&bench, start(&bench, &[]).stdout(Stdio::null()));
    save(&bench, ENDLESS);
    wait_for(|| events(&bench).contains("saved"));
    let children = playing.descendants();
    playing.send(Signal::KILL);
    playing.wait();
    // Before anything else: the lock names a process that is no more.
    assert!(fs::read_to_string(bench.path("home/running.lock")).unwrap().contains("\"pid\""));
    save(&bench, PROBE_OK);
    resume_and_finish(&bench);
    assert_gone(&children);
    assert_eq!(report(&bench)["questions"][0]["verdict"], "pass");
}

/// Cases 8 and 9: the file names a process that runs, or ran before the machine was started anew; nobody holds it.
#[test]
fn a_lock_file_that_names_a_living_process_holds_nothing() {
    for pid in [1, std::process::id(), 999_999_999] {
        let bench = Bench::new();
        let holder = format!(r#"{{"pid": {pid}, "session": "dead", "folder": "/nowhere"}}"#);
        bench.write("home/running.lock", holder);
        ran(&mut start(&bench, &[])).expect(0);
    }
}

/// Case 20: at every call by which a save changes the disk.
#[test]
fn an_interrupt_at_any_call_of_a_save_keeps_it_and_ends_in_order() {
    for call in (1..).step_by(3) {
        let bench = Bench::new();
        fs::create_dir(bench.path("home")).unwrap();
        let faults = Faults::new(&bench.path("home"));
        let mut command = start(&bench, &[]);
        let mut playing = Playing::begin(&bench, command.envs(faults.environment()).stdout(Stdio::null()));
        faults.arm(Trouble::Interrupt, call, call, ALL);
        save(&bench, PROBE_OK);
        wait_for(|| events(&bench).contains("saved"));
        if faults.count() < call {
            break;
        }
        assert_eq!(playing.wait(), Some(130), "{call}: {}", playing.heard);
        assert_eq!(saves(&records(&bench)), [PROBE_OK], "{call}");
        assert!(events(&bench).ends_with("suspended"), "{call}: {}", events(&bench));
    }
}

/// Case 20: what the keys say while the editor has the terminal is meant for the editor.
#[test]
fn control_c_in_the_editor_is_the_editors_and_watching_goes_on() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let editor = bench.write(
        "bin/vi",
        "#!/bin/sh\ntrap 'echo HEARD' INT\necho EDITING\nread key\nread key\nprintf 'def f():\\n    return 1\\n' > \"$1\"\n",
    );
    fs::set_permissions(&editor, PermissionsExt::from_mode(0o755)).unwrap();
    let mut watch = bench.command(["watch", "probe", "a.py", "--edit", "--bank", bank.to_str().unwrap()]);
    watch.env("EDITOR", &editor).env_remove("VISUAL").env_remove("TMUX");
    let mut terminal = on_a_terminal(&bench, &watch);
    terminal.expect("EDITING").unwrap();
    terminal.send("\u{3}").unwrap();
    terminal.expect("HEARD").unwrap();
    terminal.send("\n\n").unwrap();
    terminal.expect("The samples pass").unwrap();
    terminal.send("\u{3}").unwrap();
    terminal.expect("exit 130").unwrap();
    assert_sane(&mut terminal);
}

/// Case 21: the window is closed.
#[test]
fn a_terminal_that_goes_away_leaves_an_interview_to_resume() {
    let bench = Bench::new();
    let terminal = started_on_a_terminal(&bench, &start(&bench, &[]));
    wait_for(|| bench.path(ANSWER).exists());
    save(&bench, "half an answ");
    let shell = terminal.get_process().pid().as_raw() as u32;
    let processes = descendants(shell);
    drop(terminal);
    assert_gone(&processes);
    assert_eq!(saves(&records(&bench)), ["half an answ"]);
    assert!(events(&bench).ends_with("suspended"), "{}", events(&bench));
    resume_and_finish(&bench);
}

/// Case 21: `| head`, on either stream.
#[test]
fn a_reader_who_goes_away_is_no_error() {
    let bench = Bench::new();
    let mut playing = Playing::begin(&bench, start(&bench, &[]).stdout(Stdio::null()));
    save(&bench, PROBE_OK);
    playing.say("finish\n");
    assert_eq!(playing.end(), Some(0), "{}", playing.heard);
    for arguments in [&["report"] as &[&str], &["replay", "--speed", "10000"], &["list"], &["--help"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ran = ran(bench.command(arguments).stdout(writer)).expect(0);
        assert!(!ran.stderr.contains("panicked"), "{}", ran.whole());
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let status = bench.command(arguments).stdout(Stdio::null()).stderr(writer).status().unwrap();
        assert_eq!(status.code(), Some(0), "{arguments:?}");
    }
}

/// Case 22.
#[test]
fn control_z_gives_the_terminal_back_and_fg_takes_it_again() {
    for (flags, is_paused) in [(&[] as &[&str], true), (&["--strict"], false)] {
        let (bench, clock) = (Bench::new(), FakeClock::new());
        let start = start(&bench, flags);
        // A shell with job control, as people have.
        let mut shell = Command::new("/bin/sh");
        let script = "set -m; \"$0\" \"$@\"; echo stopped $?; stty -a; read line; fg; echo ended $?";
        shell.args(["-c", script]).arg(start.get_program()).args(start.get_args());
        shell.current_dir(bench.dir.path()).envs(start.get_envs().filter_map(|(name, value)| Some((name, value?))));
        shell.envs(clock.environment());
        let mut terminal = started_on_a_terminal(&bench, &shell);
        terminal.expect("not saved yet").unwrap();
        terminal.send("\u{1a}").unwrap();
        terminal.expect("stopped").unwrap();
        terminal.expect(" icanon").unwrap();
        terminal.expect(" echo ").unwrap();
        clock.advance(Duration::from_secs(60));
        terminal.send("on\n").unwrap();
        wait_for(|| events(&bench).contains("resumed") == is_paused);
        // A key is a key again, without Enter.
        terminal.send("l").unwrap();
        wait_for(|| events(&bench).contains("flagged"));
        terminal.send("\u{3}").unwrap();
        terminal.expect("ended 130").unwrap();
        assert_sane(&mut terminal);
        assert_eq!(events(&bench).contains("suspended resumed"), is_paused, "{}", events(&bench));
    }
}

/// Set for the process that is to panic.
const PANICS: &str = "RELIABILITY_PANICS";

/// Case 26: what has set the terminal sets it back when a panic unwinds, and what was kept is kept. A checker that panics
/// fails its job only (`room/desk.rs`).
#[test]
fn a_panic_leaves_a_sane_terminal_and_a_valid_journal() {
    let home = memory_dir();
    let bench = Bench::new();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "signals::panics_for_another_test", "--ignored", "--nocapture"])
        .current_dir(bench.dir.path())
        .env(PANICS, home.path())
        .env("RUST_BACKTRACE", "0");
    let mut terminal = on_a_terminal(&bench, &command);
    terminal.expect("keys come one by one").unwrap();
    terminal.expect("panicked").unwrap();
    terminal.expect("exit 101").unwrap();
    assert_sane(&mut terminal);
    let kept = Journal::open(home.path()).unwrap().records("k7qd").unwrap();
    assert_eq!(kept, keeping::records("k7qd", 1));
}

#[test]
#[ignore = "a part of another test, which starts it as a process"]
fn panics_for_another_test() {
    let Some(home) = std::env::var_os(PANICS) else { return };
    let mut journal = Journal::open(home.as_ref()).unwrap();
    journal.append("k7qd", keeping::moment(1), &keeping::event("k7qd", 1)).unwrap();
    let _keys = KeyMode::enter().unwrap();
    let settings = Command::new("stty").arg("-a").stdin(Stdio::inherit()).output().unwrap();
    assert!(String::from_utf8_lossy(&settings.stdout).contains("-icanon"));
    std::io::stdout().write_all(b"keys come one by one\n").unwrap();
    panic!("on purpose");
}
