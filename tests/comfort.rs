//! What makes greenroom easy to live with: its menu, completions, manual pages, and saves of editors of all manners.

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use clap::{Arg, CommandFactory};
use expectrl::Expect;
use greenroom::cli::Cli;

use crate::support::{Bench, PROBE, PROBE_OK, ran};
use crate::terminal::{assert_sane, on_a_terminal};

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "elvish", "powershell"];

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
        let mut terminal = on_a_terminal(&bench, &bench.command::<&str>([]));
        terminal.expect("practise one question").unwrap();
        terminal.send(key).unwrap();
        terminal.expect(exit).unwrap();
        assert_sane(&mut terminal);
    }
}

#[test]
fn the_menu_starts_and_later_resumes_an_interview() {
    let bench = Bench::new();
    let mut terminal = on_a_terminal(&bench, &bench.command::<&str>([]));
    terminal.expect("Press a key").unwrap();
    terminal.send("i").unwrap();
    // The shortest first.
    for plan in ["1  Daily 10-minute", "2  Junior, 20", "3  30-minute", "60 minutes"] {
        terminal.expect(plan).unwrap();
    }
    terminal.send("1").unwrap();
    terminal.expect("Enter starts the clock").unwrap();
    terminal.send("\n").unwrap();
    terminal.expect("Q1 of").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
    let mut terminal = on_a_terminal(&bench, &bench.command::<&str>([]));
    terminal.expect("resume what you left").unwrap();
    terminal.send("r").unwrap();
    terminal.expect("The session is in").unwrap();
    terminal.expect("Q1 of").unwrap();
    terminal.send("q").unwrap();
    terminal.expect("exit 0").unwrap();
    assert_sane(&mut terminal);
}

#[test]
fn the_menu_opens_the_last_report_and_plays_it_back() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut child = bench.command(["start", "--minutes", "6", "--dir", "room", "--bank"]);
    let mut child = child.arg(bank).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::io::Write::write_all(child.stdin.as_mut().unwrap(), b"hint\nfinish\n").unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    for (key, told) in [("o", "Report"), ("b", "hint")] {
        let mut terminal = on_a_terminal(&bench, &bench.command::<&str>([]));
        terminal.expect("open the last report").unwrap();
        terminal.expect("play it back").unwrap();
        terminal.send(key).unwrap();
        terminal.expect(told).unwrap();
        terminal.expect("exit 0").unwrap();
        assert_sane(&mut terminal);
    }
}

#[test]
fn the_menu_draws_a_question_to_practise() {
    let bench = Bench::new();
    let mut terminal = on_a_terminal(&bench, &bench.command::<&str>([]));
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
    for shell in SHELLS {
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
    assert!(complete(&["greenroom", "list", "--status", "ma"]).lines().any(|line| line == "mastered"));
    assert!(complete(&["greenroom", "fin"]).lines().any(|line| line == "finish"));
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

#[test]
fn every_option_is_completed_in_every_shell_and_stands_in_its_manual_page() {
    let bench = Bench::new();
    let scripts = SHELLS.map(|shell| (shell, bench.run(["completions", shell]).expect(0).stdout));
    bench.run(["man", "man1"]).expect(0);
    let whole = Cli::command();
    let commands: Vec<_> = whole.get_subcommands().filter(|command| !command.is_hide_set()).collect();
    assert!(commands.len() > 15);
    for command in commands {
        let name = command.get_name();
        let page = fs::read_to_string(bench.path(&format!("man1/greenroom-{name}.1"))).unwrap();
        for option in command.get_arguments().filter(|option| !option.is_hide_set()).filter_map(Arg::get_long) {
            for (shell, script) in &scripts {
                let is_known = script.contains(&format!("--{option}")) || script.contains(&format!("-l {option}"));
                assert!(is_known && script.contains(name), "{shell}: {name} --{option}");
            }
            assert!(page.contains(&format!("--{option}").replace('-', "\\-")), "{name} --{option}");
        }
    }
}

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
