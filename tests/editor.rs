//! The candidate's editor: in this terminal, which it has alone while the session goes on behind it, or in a window.

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use expectrl::Expect;
use expectrl::session::OsSession;
use greenroom::model::event::{Event, Moment};
use greenroom::store::journal::Journal;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::support::{Bench, GREENROOM, PROBE, PROBE_OK, ran, wait_for};
use crate::terminal::{assert_sane, in_a_shell, on_a_terminal, started_on_a_terminal};

const ANSWER: &str = "room/1-probe/answer.py";

/// Reads a key from its terminal and writes an answer with it.
const SIMPLE: &str = "#!/bin/sh\necho \"EDITING $1\"\nread key\necho \"read $key\"\nprintf 'def f():\\n    return %s\\n' \"$key\" > \"$1\"\n";

/// Does what it is told: a number to save, `q` to end, `e` to end badly, `x` to die.
const PATIENT: &str = r#"#!/bin/sh
echo "EDITING $1"
while read word; do
    case "$word" in
        q) echo LEAVING; exit 0;;
        e) exit 3;;
        x) kill -9 $$;;
        *) printf 'def f():\n    return %s\n' "$word" > "$1"; echo "WROTE $word";;
    esac
done
"#;

fn start(bench: &Bench, flags: &[&str], editor: &str) -> Command {
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut command = bench.command(["start", "--minutes", "6", "--dir", "room"]);
    command.args(flags).arg("--bank").arg(bank).env("EDITOR", bench.script("vi", editor));
    command
}

fn report(bench: &Bench) -> Value {
    serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap()
}

/// Everything that comes until `text`, with it.
fn until(terminal: &mut OsSession, text: &str) -> String {
    let found = terminal.expect(text).unwrap();
    String::from_utf8_lossy(&[found.before(), text.as_bytes()].concat()).into_owned()
}

#[test]
fn an_editor_in_the_terminal_has_it_alone_and_what_it_saves_is_checked() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut command = bench.command(["watch", "probe", "a.py", "--edit", "--bank", bank.to_str().unwrap()]);
    let mut terminal = on_a_terminal(&bench, command.env("EDITOR", bench.script("vi", SIMPLE)));
    terminal.expect("EDITING a.py").unwrap();
    // `q` would end the watching, if it were heard.
    terminal.send("47\n").unwrap();
    terminal.expect("read 47").unwrap();
    terminal.expect("got").unwrap();
    terminal.expect("47").unwrap();
    terminal.expect("[e]dit").unwrap();
    terminal.send("e").unwrap();
    terminal.expect("EDITING a.py").unwrap();
    terminal.send("1\n").unwrap();
    terminal.expect("The samples pass").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn control_z_in_the_editor_gives_the_terminal_to_the_shell_and_fg_goes_on() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut around = bench.command::<&str>([]);
    around.env("EDITOR", bench.script("vi", SIMPLE));
    // A shell with job control, as people have.
    let line = format!("set -m; {GREENROOM} watch probe a.py --edit --bank {}; echo stopped; fg", bank.display());
    let mut terminal = in_a_shell(&bench, &around, &line);
    terminal.expect("EDITING a.py").unwrap();
    terminal.send("\u{1a}").unwrap();
    terminal.expect("stopped").unwrap();
    terminal.send("1\n").unwrap();
    terminal.expect("read 1").unwrap();
    terminal.expect("The samples pass").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn an_editor_that_cannot_be_opened_is_named_before_anything_begins() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let try_with = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = bench.command(arguments.iter().copied().chain(["--edit", "--bank", bank.to_str().unwrap()]));
        ran(command.envs(variables.iter().copied())).expect(2)
    };
    let editor = bench.script("vi", SIMPLE).display().to_string();
    for arguments in [&["watch", "probe"] as &[&str], &["start", "--minutes", "6", "--dir", "room"], &["resume"]] {
        let said = try_with(arguments, &[]).stderr;
        assert!(said.contains("neither is set") && said.contains("export EDITOR="), "{said}");
        let said = try_with(arguments, &[("VISUAL", "no-such-editor -x")]).stderr;
        assert!(said.contains("`no-such-editor -x` is not installed"), "{said}");
        let said = try_with(arguments, &[("EDITOR", &editor)]).stderr;
        assert!(said.contains("terminal"), "{said}");
    }
    assert!(!bench.path("room").exists() && !Path::new(&bench.path("probe.py")).exists());
}

#[test]
fn an_editor_with_a_window_gets_every_answer_file_when_the_clock_starts() {
    let bench = Bench::new();
    let editor = bench.script(
        "code",
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$GREENROOM_HOME/new\"\nmv \"$GREENROOM_HOME/new\" \"$GREENROOM_HOME/opened\"\n",
    );
    let mut command = start(&bench, &["--edit"], "");
    command.env("VISUAL", &editor);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let opened = bench.path("home/opened");
    wait_for(|| opened.exists());
    let file = bench.path(ANSWER).display().to_string();
    assert_eq!(fs::read_to_string(&opened).unwrap().trim(), file);
    // A script may ask for it too: a window needs no terminal.
    fs::remove_file(&opened).unwrap();
    std::io::Write::write_all(child.stdin.as_mut().unwrap(), b"edit\n").unwrap();
    wait_for(|| opened.exists());
    assert_eq!(fs::read_to_string(&opened).unwrap().trim(), file);
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_session_goes_on_behind_its_editor_and_shows_nothing_over_it() {
    let bench = Bench::new();
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, &["--edit"], PATIENT));
    // The question stands above the editor.
    let before = until(&mut terminal, "EDITING ");
    assert!(before.contains("Q1 of 1") && before.contains("The clock runs on"), "{before}");
    for (number, word) in ["40", "41", "1"].into_iter().enumerate() {
        terminal.send(format!("{word}\n")).unwrap();
        terminal.expect(format!("WROTE {word}")).unwrap();
        wait_for(|| checks(&bench) == number + 1);
    }
    // Time for a status line, if one were shown.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    terminal.send("q\n").unwrap();
    let meanwhile = until(&mut terminal, "LEAVING");
    assert!(!meanwhile.contains("left") && !meanwhile.contains("Q1"), "{meanwhile}");
    let after = until(&mut terminal, "Q1 saved: ");
    let (card, news) = (after.find("Q1 of 1").unwrap(), after.find("While you were in the editor").unwrap());
    assert!(card < news, "{after}");
    // The newest check alone is told.
    assert!(until(&mut terminal, "left").contains("samples 1 of 1"), "{after}");
    assert!(!after.contains("40") && !after.contains("41"), "{after}");
    terminal.send("e").unwrap();
    terminal.expect("EDITING ").unwrap();
    terminal.send("2\nq\n").unwrap();
    terminal.expect("LEAVING").unwrap();
    terminal.expect("samples 0 of 1").unwrap();
    terminal.send("f").unwrap();
    terminal.expect("y or n").unwrap();
    terminal.send("y").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
    let question = &report(&bench)["questions"][0];
    assert_eq!((&question["verdict"], &question["best"]), (&"fail".into(), &"pass".into()), "{question}");
}

#[test]
fn an_editor_that_dies_gives_the_terminal_back_and_is_named() {
    let bench = Bench::new();
    let mut start = start(&bench, &["--edit"], PATIENT);
    let mut terminal = started_on_a_terminal(&bench, start.env("TERM", "xterm-256color"));
    terminal.expect("EDITING ").unwrap();
    terminal.send("1\nx\n").unwrap();
    let shown = until(&mut terminal, "ended with signal 9. What it saved counts");
    let (marks, marks_no_more) = ("\u{1b}[?2004h", "\u{1b}[?2004l");
    assert!(shown.rfind(marks) > shown.rfind(marks_no_more), "a paste is still no row of keys: {shown:?}");
    terminal.expect("samples 1 of 1").unwrap();
    terminal.send("e").unwrap();
    terminal.expect("EDITING ").unwrap();
    terminal.send("e\n").unwrap();
    terminal.expect("ended with exit status 3").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn control_c_is_meant_for_the_editor_and_a_termination_for_both() {
    let bench = Bench::new();
    // An editor that ends by Ctrl-C, as a shell script does.
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, &["--edit"], PATIENT));
    terminal.expect("EDITING ").unwrap();
    terminal.send("\u{3}").unwrap();
    terminal.expect("ended with signal 2").unwrap();
    terminal.expect("left").unwrap();
    terminal.send("e").unwrap();
    terminal.expect("EDITING ").unwrap();
    let holder: Value = serde_json::from_slice(&fs::read(bench.path("home/running.lock")).unwrap()).unwrap();
    let pid = i32::try_from(holder["pid"].as_i64().unwrap()).unwrap();
    kill_process(Pid::from_raw(pid).unwrap(), Signal::TERM).unwrap();
    terminal.expect("greenroom resume").unwrap();
    terminal.expect("exit 130").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn control_z_in_the_editor_of_a_session_stops_its_clock() {
    let bench = Bench::new();
    let command = start(&bench, &[], PATIENT);
    let words: Vec<String> = command.get_args().map(|word| word.display().to_string()).collect();
    let line = format!("set -m; {GREENROOM} {} --edit; echo stopped; fg", words.join(" "));
    let mut terminal = in_a_shell(&bench, &command, &line);
    terminal.expect("Enter starts the clock").unwrap();
    terminal.send("\r").unwrap();
    terminal.expect("EDITING ").unwrap();
    terminal.send("\u{1a}").unwrap();
    terminal.expect("stopped").unwrap();
    terminal.send("1\nq\n").unwrap();
    terminal.expect("LEAVING").unwrap();
    terminal.expect("The clock stood still for").unwrap();
    terminal.expect("samples 1 of 1").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn without_an_editor_the_remedy_is_named_and_the_session_goes_on() {
    let bench = Bench::new();
    let mut command = start(&bench, &[], "");
    let mut terminal = on_a_terminal(&bench, command.env_remove("EDITOR"));
    terminal.expect("Enter starts the clock, q leaves").unwrap();
    terminal.send("\r").unwrap();
    terminal.expect("6:00 left").unwrap();
    terminal.send("e").unwrap();
    let said = until(&mut terminal, "resume`").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("export EDITOR=nano"), "{said}");
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
}

#[test]
fn the_sample_can_be_mended_in_the_editor_before_the_clock_starts() {
    let bench = Bench::new();
    let editor = "#!/bin/sh\nprintf 'def double(number):\\n    return number * 2\\n' > \"$1\"\n";
    let mut terminal = on_a_terminal(&bench, &start(&bench, &[], editor));
    terminal.expect("e edits the sample").unwrap();
    terminal.send("e").unwrap();
    terminal.expect("pass, samples 1 of 1").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

/// The bell while the editor has the terminal: it rings at once, a last save counts, and what never was saved is not waited for.
#[test]
fn the_bell_rings_through_the_editor_and_the_report_waits_for_its_end() {
    for saves in [true, false] {
        let bench = Bench::new();
        let child = start(&bench, &["--strict"], PATIENT)
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        wait_for(|| bench.path(ANSWER).exists());
        assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
        let_pass(&bench, 354);
        let mut command = bench.command(["resume", "--edit"]);
        let mut terminal = on_a_terminal(&bench, command.env("EDITOR", bench.path("bin/vi")));
        terminal.expect("EDITING ").unwrap();
        terminal.expect("\u{7}").unwrap();
        if saves {
            terminal.send("1\n").unwrap();
            terminal.expect("WROTE 1").unwrap();
        }
        wait_for(|| bench.path("room/report.json").exists());
        terminal.send("q\n").unwrap();
        let over = until(&mut terminal, "LEAVING");
        assert!(!over.contains("Time is up") && !over.contains("Report"), "{over}");
        let after = until(&mut terminal, "exit 0");
        for text in ["While you were in the editor", "Time is up", "Report"] {
            assert!(after.contains(text), "`{text}` in {after}");
        }
        assert_sane(&mut terminal);
        let expected = if saves { "pass" } else { "not-submitted" };
        assert_eq!(report(&bench)["questions"][0]["verdict"], expected);
    }
}

fn journal(bench: &Bench) -> (Journal, String) {
    let journal = Journal::open(&bench.path("home")).unwrap();
    let name = journal.sessions().unwrap()[0].started.session.clone();
    (journal, name)
}

fn checks(bench: &Bench) -> usize {
    let (journal, name) = journal(bench);
    let records = journal.records(&name).unwrap();
    records.iter().filter(|record| matches!(record.event, Event::Checked(_))).count()
}

/// Let all events of the session be this much longer ago.
fn let_pass(bench: &Bench, seconds: u64) {
    let (old, name) = journal(bench);
    let records = old.records(&name).unwrap();
    fs::remove_file(bench.path("home/journal.sqlite")).unwrap();
    let mut journal = Journal::open(&bench.path("home")).unwrap();
    for record in records {
        let at = Moment {
            wall_ms: record.at.wall_ms - seconds as i64 * 1000,
            boottime_ns: record.at.boottime_ns.checked_sub(seconds * 1_000_000_000).unwrap(),
            ..record.at
        };
        journal.append(&name, at, &record.event).unwrap();
    }
}
