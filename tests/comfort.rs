//! What makes greenroom easy to live with: its menu, completions, manual pages, and editors of all manners.

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};

use crate::support::{Bench, GREENROOM, PROBE, PROBE_OK, ran};

/// Run this on a terminal by a shell, which then says how it ended and how the terminal is set.
fn on_a_terminal(bench: &Bench, line: &str, variables: &[(&str, &str)]) -> OsSession {
    let script = format!("trap : INT; stty echo; {line}; echo \"exit $?\"; stty -a");
    let mut shell = Command::new("/bin/sh");
    let template = bench.command::<&str>([]);
    for (name, value) in template.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell.env_remove("TMUX").env_remove("VISUAL").env_remove("EDITOR").envs(variables.iter().copied());
    shell.current_dir(bench.dir.path()).args(["-c", &script]);
    let mut session = Session::spawn(shell).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(60)));
    session
}

fn assert_sane(terminal: &mut OsSession) {
    let rest = terminal.expect(Eof).unwrap();
    let settings = String::from_utf8_lossy(rest.as_bytes()).into_owned();
    for setting in ["isig", "icanon", "echo"] {
        assert!(!settings.contains(&format!("-{setting} ")), "`{setting}` in {settings}");
    }
}

#[test]
fn without_a_terminal_plain_greenroom_is_the_help_and_exit_2() {
    let bench = Bench::new();
    let ran = bench.run::<&str>([]).expect(2);
    assert!(ran.stderr.contains("Usage: greenroom") && ran.stdout.is_empty(), "{}", ran.whole());
}

#[test]
fn the_menu_takes_a_key_and_leaves_the_terminal_as_it_was() {
    for (key, exit) in [("q", "exit 0"), ("\u{3}", "exit 130"), ("\u{4}", "exit 0")] {
        let bench = Bench::new();
        let mut terminal = on_a_terminal(&bench, GREENROOM, &[]);
        terminal.expect("practise one question").unwrap();
        terminal.send(key).unwrap();
        terminal.expect(exit).unwrap();
        assert_sane(&mut terminal);
    }
}

#[test]
fn the_menu_starts_and_later_resumes_an_interview() {
    let bench = Bench::new();
    let mut terminal = on_a_terminal(&bench, GREENROOM, &[]);
    terminal.expect("Press a key").unwrap();
    terminal.send("i").unwrap();
    terminal.expect("Which interview?").unwrap();
    terminal.send("1").unwrap();
    terminal.expect("Enter starts the clock").unwrap();
    terminal.send("\n").unwrap();
    terminal.expect("Q1 of").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
    let mut terminal = on_a_terminal(&bench, GREENROOM, &[]);
    terminal.expect("resume what you left").unwrap();
    terminal.send("r").unwrap();
    terminal.expect("The session is in").unwrap();
    terminal.expect("Q1 of").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn the_menu_draws_a_question_to_practise() {
    let bench = Bench::new();
    let mut terminal = on_a_terminal(&bench, GREENROOM, &[]);
    terminal.expect("Press a key").unwrap();
    terminal.send("p").unwrap();
    terminal.expect("Practise which topic?").unwrap();
    terminal.send("1").unwrap();
    terminal.expect("Watching `").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn completions_know_slugs_topics_and_plans() {
    let bench = Bench::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = bench.run(["completions", shell]).expect(0).stdout;
        for name in ["greenroom", "export", "--plan"] {
            assert!(script.contains(name), "{shell}: {name}");
        }
        assert!(!script.contains("worker"), "{shell}");
    }
    let bank = bench.bank(PROBE, PROBE_OK);
    let script = bench.run(["completions", "bash", "--bank", bank.to_str().unwrap()]).expect(0).stdout;
    assert!(script.contains("probe") && !script.contains("merge-sorted-lists"), "{script}");
    bench.run(["completions", "csh"]).expect(2);
}

#[test]
fn bash_completes_a_slug_a_topic_and_a_plan() {
    let bench = Bench::new();
    let script = bench.run(["completions", "bash"]).expect(0).stdout;
    let file = bench.write("completions.bash", script);
    let complete = |words: &[&str]| {
        let text = format!(
            "source {}; COMP_WORDS=({}); COMP_CWORD={}; _greenroom greenroom '{}' '{}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            file.display(),
            words.join(" "),
            words.len() - 1,
            words[words.len() - 1],
            words[words.len() - 2],
        );
        ran(Command::new("bash").args(["--norc", "-c", &text])).expect(0).stdout
    };
    assert!(complete(&["greenroom", "show", "merge-s"]).lines().any(|line| line == "merge-sorted-lists"));
    assert!(complete(&["greenroom", "list", "--topic", "conc"]).lines().any(|line| line == "concurrency"));
    assert!(complete(&["greenroom", "start", "--plan", "phone"]).lines().any(|line| line == "phone-screen-30"));
    assert!(complete(&["greenroom", "exp"]).lines().any(|line| line == "export"));
}

#[test]
fn a_manual_page_is_printed_and_all_are_written() {
    let bench = Bench::new();
    let page = bench.run(["man"]).expect(0).stdout;
    assert!(page.contains(".TH greenroom 1"), "{page}");
    let ran = bench.run(["man", "share/man1"]).expect(0);
    assert!(ran.stderr.contains("share/man1"), "{}", ran.whole());
    let mut names: Vec<String> = fs::read_dir(bench.path("share/man1"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in ["greenroom.1", "greenroom-start.1", "greenroom-export.1"] {
        assert!(names.contains(&name.to_owned()), "{names:?}");
    }
    assert!(!names.iter().any(|name| name.contains("worker") || name.contains("help")), "{names:?}");
    bench.write("taken", "");
    bench.run(["man", "taken"]).expect(2);
}

/// `watch` of the small bank, its input open; each line of its output is handed to `see`, which says when it is done.
#[test]
fn a_save_is_checked_however_an_editor_saves() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut command = bench.command(["watch", "probe", "a.py", "--bank", bank.to_str().unwrap()]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut wait_for = |text: &str| {
        let found = lines.by_ref().any(|line| line.unwrap().contains(text));
        assert!(found, "`{text}` did not come");
    };
    wait_for("Watching `a.py`");
    let file = bench.path("a.py");
    let answer = |number: u32| format!("def f():\n    return {number}\n");
    // In place, as nano does.
    fs::write(&file, answer(41)).unwrap();
    wait_for("41");
    // A new file in its place, as many do.
    fs::write(bench.path(".a.py.tmp"), answer(42)).unwrap();
    fs::rename(bench.path(".a.py.tmp"), &file).unwrap();
    wait_for("42");
    // The old one moved away first, then a new one written, as vim does.
    fs::rename(&file, bench.path("a.py~")).unwrap();
    fs::write(&file, answer(43)).unwrap();
    fs::remove_file(bench.path("a.py~")).unwrap();
    wait_for("43");
    // Taken away and brought back.
    fs::remove_file(&file).unwrap();
    fs::write(&file, PROBE_OK).unwrap();
    wait_for("The samples pass");
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// An editor that reads a key from its terminal and writes an answer with it.
fn script(bench: &Bench) -> String {
    let text = "#!/bin/sh\necho \"EDITING $1\"\nread key\necho \"read $key\"\nprintf 'def f():\\n    return %s\\n' \"$key\" > \"$1\"\n";
    let path = bench.write("bin/vi", text);
    fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).unwrap();
    path.display().to_string()
}

#[test]
fn an_editor_in_the_terminal_has_it_alone_and_what_it_saves_is_checked() {
    let bench = Bench::new();
    let (bank, editor) = (bench.bank(PROBE, PROBE_OK), script(&bench));
    let line = format!("{GREENROOM} watch probe a.py --edit --bank {}", bank.display());
    let mut terminal = on_a_terminal(&bench, &line, &[("EDITOR", &editor)]);
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
    let (bank, editor) = (bench.bank(PROBE, PROBE_OK), script(&bench));
    // A shell with job control, as people have.
    let line = format!("set -m; {GREENROOM} watch probe a.py --edit --bank {}; echo stopped; fg", bank.display());
    let mut terminal = on_a_terminal(&bench, &line, &[("EDITOR", &editor)]);
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
        command.env_remove("VISUAL").env_remove("EDITOR").env_remove("TMUX").envs(variables.iter().copied());
        ran(&mut command).expect(2)
    };
    let editor = script(&bench);
    for arguments in [&["watch", "probe"] as &[&str], &["start", "--minutes", "6", "--dir", "room"]] {
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
    let bank = bench.bank(PROBE, PROBE_OK);
    let editor = bench.write("bin/window", "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$GREENROOM_HOME/opened.new\"\nmv \"$GREENROOM_HOME/opened.new\" \"$GREENROOM_HOME/opened\"\n");
    fs::set_permissions(&editor, PermissionsExt::from_mode(0o755)).unwrap();
    let mut command =
        bench.command(["start", "--minutes", "6", "--dir", "room", "--edit", "--bank", bank.to_str().unwrap()]);
    command.env("VISUAL", &editor);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let opened = bench.path("home/opened");
    for _ in 0..1500 {
        if opened.exists() {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let files = fs::read_to_string(opened).unwrap();
    assert_eq!(files.trim(), bench.path("room/1-probe/answer.py").display().to_string());
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
