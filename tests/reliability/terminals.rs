//! Terminals of every size and kind, and none at all: no panic, no escape sequence where none belongs, and no waiting that spins.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect};
use serde_json::json;

use crate::play::{ANSWER, Playing, events, save, start};
use crate::support::{Bench, PROBE, PROBE_OK, ran, wait_for};
use crate::terminal::{assert_sane, on_a_terminal, started_on_a_terminal};

/// Columns and rows. A terminal that nobody has set has none of either.
const SIZES: [(u16, u16); 4] = [(1, 1), (0, 0), (500, 200), (7, 3)];

/// This command on a terminal that has this size from its first moment on.
fn sized(bench: &Bench, command: &Command, (columns, rows): (u16, u16)) -> OsSession {
    let mut shell = Command::new("/bin/sh");
    let script = format!("stty cols {columns} rows {rows}; exec \"$0\" \"$@\"");
    shell.args(["-c", &script]).arg(command.get_program()).args(command.get_args());
    shell.current_dir(bench.dir.path());
    shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    on_a_terminal(bench, &shell)
}

/// All that it showed, once it has ended with this exit code.
#[track_caller]
fn all_of(terminal: &mut OsSession, code: i32) -> String {
    all_after(String::new(), terminal, code)
}

/// As `all_of`, where a part was read before.
#[track_caller]
fn all_after(mut shown: String, terminal: &mut OsSession, code: i32) -> String {
    let rest = terminal.expect(Eof).unwrap_or_else(|error| panic!("{error}: {shown} {:?}", so_far(terminal)));
    shown += &String::from_utf8_lossy(rest.as_bytes());
    assert!(shown.contains(&format!("exit {code}")) && !shown.contains("panicked"), "{shown}");
    shown
}

/// What it showed since somebody looked last. A terminal that nobody reads is full in the end, and the process waits.
fn so_far(terminal: &mut OsSession) -> String {
    let shown = terminal.check(expectrl::Regex("(?s).+"));
    shown.map(|shown| String::from_utf8_lossy(shown.as_bytes()).into_owned()).unwrap_or_default()
}

/// Add a question to be explained to the small bank.
fn with_explanation(bench: &Bench) {
    let question = json!({
        "format": 1, "slug": "why", "title": "Why", "kind": "explain", "topic": "tests", "level": "easy", "minutes": 5,
        "seeds": [], "wrong": [], "prompt": "Say why.", "hints": ["Because."], "clarify": [{"ask": "Why what?", "answer": "Anything."}],
        "model_answer": "Because of it.", "key_points": [
            {"id": "one", "text": "says because", "weight": 1}, {"id": "two", "text": "says of it", "weight": 1}]
    });
    bench.write("bank/questions/tests/why.json", question.to_string());
    bench.write("bank/checks/tests/why/demo.py", "print(1)\n");
    bench.write("bank/checks/tests/why/expected.txt", "1\n");
}

/// Case 23.
#[test]
fn a_session_is_played_at_every_size_and_while_it_changes() {
    for size in SIZES {
        let bench = Bench::new();
        bench.bank(PROBE, PROBE_OK);
        with_explanation(&bench);
        let arguments = ["start", "--minutes", "12", "--dir", "room", "--bank", "bank"];
        let mut terminal = sized(&bench, &bench.command(arguments), size);
        // One column has no room for the prompt.
        wait_for(|| bench.path("room/0-sample").exists());
        terminal.send("\r").unwrap();
        wait_for(|| bench.path("room/2-probe").exists() || bench.path("room/2-why").exists());
        let resize = |terminal: &mut OsSession, (columns, rows): (u16, u16)| {
            terminal.get_process_mut().set_window_size(columns, rows).unwrap();
        };
        let mut shown = String::new();
        // Each screen of the room at this size, and at another one that comes in the middle.
        let words =
            ["help", "show", "time", "next", "ask 1", "flag", "ask", "previous", "show", "hello", "go 2", "hint"];
        for (index, word) in words.iter().enumerate() {
            resize(&mut terminal, SIZES[index % SIZES.len()]);
            terminal.send(format!("{word}\r")).unwrap();
            shown += &so_far(&mut terminal);
            sleep(Duration::from_millis(30));
            resize(&mut terminal, size);
        }
        for folder in fs::read_dir(bench.path("room")).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
            let is_code = folder.path().join("answer.py").exists();
            let name = if is_code { "answer.py" } else { "answer.md" };
            fs::write(folder.path().join(name), if is_code { PROBE_OK } else { "Because." }).unwrap();
        }
        wait_for(|| {
            shown += &so_far(&mut terminal);
            events(&bench).matches("saved").count() == 2 && events(&bench).contains("checked")
        });
        terminal.send("n").unwrap();
        sleep(Duration::from_millis(30));
        terminal.send("finish\r").unwrap();
        sleep(Duration::from_millis(30));
        terminal.send("y").unwrap();
        // Rating, then the report.
        wait_for(|| {
            terminal.send("1").ok();
            sleep(Duration::from_millis(100));
            shown += &so_far(&mut terminal);
            events(&bench).ends_with("finished")
        });
        all_after(shown, &mut terminal, 0);
        assert!(events(&bench).contains("rated"), "{}", events(&bench));
        for arguments in [&["report"] as &[&str], &["replay", "--speed", "10000"], &["progress"], &["list"]] {
            all_of(&mut sized(&bench, &bench.command(arguments), size), 0);
        }
    }
}

/// Case 23: the screens outside of a session.
#[test]
fn the_menu_a_check_and_a_review_are_shown_at_every_size() {
    for size in SIZES {
        let bench = Bench::new();
        let bank = bench.bank(PROBE, PROBE_OK);
        let bank = bank.to_str().unwrap();
        let mut menu = sized(&bench, &bench.command::<&str>([]), size);
        menu.expect("uit").unwrap();
        menu.send("p").unwrap();
        sleep(Duration::from_millis(100));
        menu.send("q").unwrap();
        all_of(&mut menu, 0);
        bench.write("wrong.py", "def f():\n    return [1, 'a long text that must be wrapped somewhere', {2: 3}]\n");
        let check = bench.command(["check", "probe", "wrong.py", "--bank", bank]);
        all_of(&mut sized(&bench, &check, size), 1);
        all_of(&mut sized(&bench, &bench.command(["show", "probe", "--answer", "--bank", bank]), size), 0);
        all_of(&mut sized(&bench, &bench.command(["review", "--list", "--bank", bank]), size), 0);
        let mut review = sized(&bench, &bench.command(["review", "--again", "--bank", bank]), size);
        let files = || fs::read_dir(bench.dir.path()).unwrap().flatten().map(|entry| entry.file_name());
        wait_for(|| files().any(|name| name.to_string_lossy().starts_with("greenroom-review-")));
        review.send("q").unwrap();
        all_of(&mut review, 0);
    }
}

/// Case 24: no terminal, nothing to read, or nothing behind the number 0 at all.
#[test]
fn without_a_terminal_nothing_waits_for_a_key() {
    let bench = Bench::new();
    ran(&mut start(&bench, &[])).expect(0);
    let mut closed = Command::new("/bin/sh");
    closed.args(["-c", "exec \"$0\" resume <&-"]).arg(crate::support::GREENROOM).current_dir(bench.dir.path());
    closed.envs(bench.command::<&str>([]).get_envs().filter_map(|(name, value)| Some((name, value?))));
    let resumed = ran(&mut closed).expect(0);
    assert!(resumed.stderr.contains("greenroom resume"), "{}", resumed.whole());
    assert_eq!(events(&bench), "started suspended resumed suspended");
    // A menu needs keys: the help, and exit 2.
    bench.run::<&str>([]).expect(2);
}

/// Case 24.
#[test]
fn control_d_at_a_prompt_suspends() {
    let bench = Bench::new();
    let mut terminal = started_on_a_terminal(&bench, &start(&bench, &[]));
    wait_for(|| bench.path(ANSWER).exists());
    terminal.send("f").unwrap();
    terminal.expect("y or n").unwrap();
    terminal.send("\u{4}").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
    assert_eq!(events(&bench), "started suspended");
}

/// Case 24: the clock runs, nothing happens, and the machine has nothing to do.
#[test]
fn a_session_that_waits_uses_no_processor() {
    let bench = Bench::new();
    let mut playing = Playing::begin(&bench, start(&bench, &[]).stdout(Stdio::null()));
    save(&bench, PROBE_OK);
    playing.expect("Q1 saved");
    let used = || {
        let stat = fs::read_to_string(format!("/proc/{}/stat", playing.child.id())).unwrap();
        let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
        fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
    };
    let before = used();
    sleep(Duration::from_secs(2));
    // A tick is a hundredth of a second: five in a hundred of two seconds.
    assert!(used() - before <= 10, "{} ticks in two seconds", used() - before);
    playing.say("quit\n");
    assert_eq!(playing.end(), Some(0));
}

/// Case 27: in a pipe there is never an escape sequence; on a terminal none that colours, where none is wanted.
#[test]
fn plain_terminals_get_plain_text() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    bench.write("wrong.py", "def f():\n    return 'ä\\x1b[31m'\n");
    let check = |variables: &[(&str, &str)]| {
        let mut command =
            bench.command(["check", "probe", "wrong.py", "--no-record", "--bank", bank.to_str().unwrap()]);
        command.env_remove("NO_COLOR").envs(variables.iter().copied());
        command
    };
    let piped = ran(&mut check(&[])).expect(1);
    assert!(!piped.stdout.contains('\u{1b}') && !piped.stderr.contains('\u{1b}'), "{}", piped.whole());
    let shown = |variables: &[(&str, &str)]| all_of(&mut on_a_terminal(&bench, &check(variables)), 1);
    assert!(shown(&[("TERM", "xterm-256color")]).contains("\u{1b}[3"), "a usual terminal has colours");
    for variables in [[("NO_COLOR", "1"), ("LC_ALL", "C.UTF-8")], [("TERM", "dumb"), ("LC_ALL", "C")]] {
        let shown = shown(&variables);
        assert!(!shown.contains("\u{1b}[3") && !shown.contains("\u{1b}[1m"), "{variables:?}: {shown}");
    }
    // Locales that know no UTF-8.
    for locale in ["C", "POSIX", "en_US.ISO-8859-1"] {
        let other = ran(&mut check(&[("LC_ALL", locale), ("LC_CTYPE", locale), ("LANG", locale)])).expect(1);
        assert!(other.stdout.is_ascii() && other.stderr.is_ascii(), "{locale}: {}", other.whole());
    }
}

/// Case 27: a whole interview on a terminal that can do nothing.
#[test]
fn an_interview_can_be_played_on_a_dumb_terminal() {
    let bench = Bench::new();
    let mut command = start(&bench, &[]);
    command.env("TERM", "dumb").env("LC_ALL", "C").env_remove("NO_COLOR");
    let mut terminal = started_on_a_terminal(&bench, &command);
    wait_for(|| bench.path(ANSWER).exists());
    save(&bench, PROBE_OK);
    terminal.expect("Q1 saved: ").unwrap();
    terminal.send("f").unwrap();
    terminal.expect("y or n").unwrap();
    terminal.send("y").unwrap();
    let shown = all_of(&mut terminal, 0);
    assert!(!shown.contains('\u{1b}'), "{shown:?}");
}
