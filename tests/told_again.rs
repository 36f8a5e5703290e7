//! `greenroom report`, `replay` and `audit`: a finished session told again, as scripts and people ask for it.

mod support;

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};
use serde_json::Value;

use crate::support::{Bench, GREENROOM, PROBE, PROBE_OK, Ran, ran, wait_for};

const ANSWER: &str = "room/1-probe/answer.py";

/// A session of six minutes with one question in which these contents were saved and checked in turn.
fn played(answers: &[&str]) -> (Bench, Ran) {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut arguments: Vec<OsString> =
        ["start", "--minutes", "6", "--topic", "tests", "--level", "easy", "--dir", "room", "--bank"]
            .map(OsString::from)
            .into();
    arguments.push(bank.into());
    let mut command = bench.command(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut say = |line: &str| child.stdin.as_mut().unwrap().write_all(line.as_bytes()).unwrap();
    wait_for(|| bench.path(ANSWER).exists());
    say("hint\n");
    for (answer, number) in answers.iter().zip(1..) {
        fs::write(bench.path(ANSWER), answer).unwrap();
        say("check\n");
        // A check is over before the file is replaced.
        wait_for(|| saves(&bench) >= number);
    }
    say("finish\n");
    let output = child.wait_with_output().unwrap();
    let ended = Ran {
        code: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    };
    (bench, ended.expect(0))
}

/// How often the replay tells of a check that was asked for.
fn saves(bench: &Bench) -> usize {
    bench.run(["replay"]).stdout.matches(" check: ").count()
}

fn report(bench: &Bench) -> Value {
    serde_json::from_slice(&fs::read(bench.path("room/report.json")).unwrap()).unwrap()
}

#[test]
fn a_report_is_told_again_as_it_was_at_the_end() {
    let (bench, ended) = played(&["def f():\n    return 2\n"]);
    let again = bench.run(["report"]).expect(0);
    assert_eq!(again.stdout, ended.stdout);
    assert!(again.stdout.contains("greenroom check probe room/1-probe/answer.py --bank "), "{}", again.whole());
    let id = report(&bench)["session"].as_str().unwrap().to_owned();
    assert_eq!(bench.run(["report", &id]).expect(0).stdout, ended.stdout);
    bench.run(["report", "--json", "a.json", "--md", "a.md", "--html", "a.html"]).expect(0);
    for name in ["json", "md", "html"] {
        let [at_end, again] = [format!("room/report.{name}"), format!("a.{name}")]
            .map(|name| fs::read_to_string(bench.path(&name)).unwrap());
        assert!(at_end == again, "{name}: {at_end}\n--- again\n{again}");
    }
}

#[test]
fn a_follow_up_is_told_as_it_was_put_when_its_bank_lists_it_elsewhere() {
    let bench = Bench::new();
    let asks = |asks: &[&str]| {
        let follow_up = |ask: &&str| serde_json::json!({ "ask": ask, "answer": format!("Answer to {ask}") });
        let follow_ups: Vec<Value> = asks.iter().map(follow_up).collect();
        bench.bank_with(PROBE, PROBE_OK, &serde_json::json!({ "follow_ups": follow_ups }).to_string());
    };
    asks(&["Why does it rain?"]);
    let mut command = bench.command(["start", "--minutes", "6", "--dir", "room", "--bank", "bank"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    wait_for(|| bench.path(ANSWER).exists());
    fs::write(bench.path(ANSWER), PROBE_OK).unwrap();
    child.stdin.as_mut().unwrap().write_all(b"check\nfollow\nfollow 1\nfinish\n").unwrap();
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    asks(&["How deep is the sea?", "Why does it rain?"]);
    let told = || {
        bench.run(["report", "--html", "a.html", "--md", "a.md"]).expect(0);
        let pages = ["a.html", "a.md"].map(|name| fs::read_to_string(bench.path(name)).unwrap());
        [bench.run(["report"]).expect(0).stdout, bench.run(["replay"]).expect(0).stdout].into_iter().chain(pages)
    };
    for text in told() {
        assert!(text.contains("Why does it rain?") && !text.contains("How deep"), "{text}");
    }
    assert!(bench.run(["replay"]).expect(0).stderr.contains("the bank has changed since"));
    assert!(fs::read_to_string(bench.path("a.html")).unwrap().contains("Answer to Why does it rain?"));
    asks(&["How deep is the sea?"]);
    for text in told() {
        assert!(text.contains("Why does it rain?") && !text.contains("How deep"), "{text}");
    }
}

#[test]
fn a_report_goes_to_standard_output_and_a_file_that_cannot_be_written_is_named() {
    let (bench, _) = played(&[PROBE_OK]);
    for (option, start) in [("--md", "# 6 minutes\n"), ("--json", "{\n"), ("--html", "<!DOCTYPE html>")] {
        let ran = bench.run(["report", option, "-"]).expect(0);
        assert!(ran.stdout.starts_with(start) && !bench.path("-").exists(), "{}", ran.whole());
    }
    let ran = bench.run(["report", "--md", "-", "--json", "-"]).expect(2);
    assert!(ran.stderr.contains("only one of `--html`, `--md` and `--json` can be `-`"), "{}", ran.whole());
    let ran = bench.run(["report", "--md", "no/such.md"]).expect(2);
    assert!(
        ran.stderr.ends_with("cannot write `no/such.md`: No such file or directory (os error 2)\n"),
        "{}",
        ran.whole()
    );
}

#[test]
fn every_next_step_is_a_command_that_runs() {
    let (bench, _) = played(&["def f():\n    return 2\n"]);
    let report = report(&bench);
    let steps: Vec<&str> =
        report["next"].as_array().unwrap().iter().map(|step| step["command"].as_str().unwrap()).collect();
    assert!(
        steps.last().unwrap().starts_with("greenroom start --minutes 6 --topic tests --level easy --bank "),
        "{steps:?}"
    );
    for step in steps {
        let words: Vec<&str> = step.split(' ').skip(1).collect();
        let ran = bench.run(&words);
        assert!(matches!(ran.code, Some(0 | 1)), "{step}: {}", ran.whole());
    }
}

#[test]
fn a_hostile_answer_is_inert_in_every_report() {
    let hostile = "# </pre><script>alert(1)</script> ``` \u{202e} <img src=x onerror=y>\ndef f():\n    \
        print('\\x1b]0;owned\\x07 ::error::x')\n    raise ValueError('<script>\\u202e\\x1b[2J')\n";
    let (bench, ended) = played(&[hostile]);
    let texts = ["html", "md"].map(|name| fs::read_to_string(bench.path(&format!("room/report.{name}"))).unwrap());
    let replayed = bench.run(["replay"]).expect(0).stdout;
    for text in texts.iter().chain([&ended.stdout, &replayed]) {
        assert!(!text.contains(['\u{202e}', '\u{1b}', '\u{7}']), "{text}");
    }
    assert!(!texts[0].contains("<script") && !texts[0].contains("<img"), "{}", texts[0]);
    assert!(texts[0].contains("&lt;script&gt;alert(1)"), "{}", texts[0]);
    assert!(texts[1].contains("\n````python\n"), "a fence longer than the one in the answer: {}", texts[1]);
}

#[test]
fn an_audit_finds_the_same_verdicts() {
    let (bench, _) = played(&["def f():\n    return 2\n", PROBE_OK]);
    let by_name = bench.run(["audit"]).expect(0);
    assert!(by_name.stdout.contains("Q1 check 2") && by_name.stdout.contains("pass 2/2"), "{}", by_name.whole());
    assert!(by_name.stdout.contains(" the same."), "{}", by_name.whole());
    bench.run(["audit", "room/report.json"]).expect(0);
}

#[test]
fn an_audit_notices_a_forged_report_and_a_check_that_changed() {
    let (bench, _) = played(&["def f():\n    return 2\n"]);
    let forged = fs::read_to_string(bench.path("room/report.json")).unwrap();
    let forged = forged.replacen("\"verdict\": \"fail\"", "\"verdict\": \"pass\"", 1);
    bench.write("room/forged.json", forged);
    let ran = bench.run(["audit", "room/forged.json"]).expect(1);
    assert!(ran.stdout.contains("Q1 verdict: the report says pass, the journal fail"), "{}", ran.whole());
    bench.bank(&PROBE.replace("    1\n", "    2\n"), "def f():\n    return 2\n");
    let ran = bench.run(["audit"]).expect(1);
    assert!(ran.stdout.contains("fail 1/2 then, pass 2/2 now"), "{}", ran.whole());
    assert!(ran.stderr.contains("note: the bank was "), "{}", ran.whole());
}

#[test]
fn a_report_is_audited_where_only_its_folder_is() {
    let (bench, _) = played(&[PROBE_OK]);
    fs::remove_dir_all(bench.path("home")).unwrap();
    let ran = bench.run(["audit", "room/report.json", "--bank", "bank"]).expect(0);
    assert!(ran.stderr.contains("the journal of this home does not have the session"), "{}", ran.whole());
    fs::write(bench.path(ANSWER), "def f():\n    return 3\n").unwrap();
    let ran = bench.run(["audit", "room/report.json", "--bank", "bank"]).expect(3);
    assert!(ran.stdout.contains("the text of this answer is not to be had"), "{}", ran.whole());
}

#[test]
fn a_replay_without_a_terminal_is_plain_lines_with_times() {
    let (bench, _) = played(&["def f():\n    return 2\n", PROBE_OK]);
    let ran = bench.run(["replay"]).expect(0);
    assert!(!ran.stdout.contains("not finished") && ran.stderr.is_empty(), "{}", ran.whole());
    for text in [
        "  0:00  Q1  Probe\n",
        "Q1  hint 1: Return 1.",
        "saved, 2 lines (+1 -1)",
        "check: fail, 1 of 2; not sample_a",
        "finished by",
    ] {
        assert!(ran.stdout.contains(text), "`{text}` in {}", ran.whole());
    }
}

/// A replay, ten times slower than it was, in a terminal.
fn slow_replay(bench: &Bench) -> OsSession {
    let mut command = Command::new(GREENROOM);
    command.args(["replay", "--speed", "0.1"]).current_dir(bench.dir.path());
    command.env("GREENROOM_HOME", bench.path("home")).env("TERM", "xterm");
    let mut terminal = Session::spawn(command).unwrap();
    terminal.set_expect_timeout(Some(Duration::from_secs(30)));
    terminal.expect("replay 0:0").unwrap();
    terminal
}

#[test]
fn a_replay_in_a_terminal_waits_and_can_be_left() {
    let (bench, _) = played(&[PROBE_OK]);
    let mut terminal = slow_replay(&bench);
    terminal.send(" ").unwrap();
    terminal.expect("paused").unwrap();
    terminal.send("q").unwrap();
    terminal.expect(Eof).unwrap();
}

#[test]
fn a_replay_in_a_terminal_goes_on_when_it_is_told_to() {
    let (bench, _) = played(&[PROBE_OK]);
    let mut terminal = slow_replay(&bench);
    terminal.send("n".repeat(30)).unwrap();
    terminal.expect("graded at the bell").unwrap();
    terminal.expect("That was it. `greenroom report ").unwrap();
    terminal.expect(Eof).unwrap();
}

#[test]
fn what_cannot_be_told_is_said_with_a_remedy() {
    let bench = Bench::new();
    for command in ["report", "replay", "audit"] {
        let ran = bench.run([command]).expect(2);
        assert!(ran.stderr.contains("`greenroom start` begins one"), "{}", ran.whole());
        let ran = bench.run([command, "zzzz"]).expect(2);
        assert!(ran.stderr.contains("there is no session `zzzz`"), "{}", ran.whole());
    }
    bench.write("x.json", "{}");
    let ran = bench.run(["audit", "x.json"]).expect(2);
    assert!(ran.stderr.contains("is no `report.json` of a session"), "{}", ran.whole());
    bench.run(["audit", "none.json"]).expect(2);
    bench.run(["replay", "--speed", "0"]).expect(2);
    let bank = bench.bank(PROBE, PROBE_OK);
    let mut start = bench.command(["start", "--minutes", "6", "--dir", "room", "--bank"]);
    support::ran(start.arg(&bank)).expect(0);
    for command in ["report", "audit"] {
        let id = bench.run(["replay"]).expect(0).stdout;
        let id = id.lines().next().unwrap().trim_end_matches(['─', ' ']).rsplit(' ').next().unwrap().to_owned();
        let replay = bench.run(["replay", &id]).expect(0);
        assert!(replay.stdout.ends_with(&format!("It is not finished: `greenroom resume {id}` goes on with it.\n")));
        let ran = bench.run([command, &id]).expect(2);
        assert!(ran.stderr.contains("is not finished") && ran.stderr.contains("greenroom resume"), "{}", ran.whole());
    }
}

#[test]
fn a_session_whose_bank_was_moved_asks_for_its_new_place() {
    let (bench, ended) = played(&[PROBE_OK]);
    fs::rename(bench.path("bank"), bench.path("moved")).unwrap();
    for command in ["report", "audit"] {
        let ran = bench.run([command]).expect(2);
        assert!(ran.stderr.contains("bank: does not exist") && ran.stderr.contains("hint: "), "{}", ran.whole());
        assert!(ran.stderr.contains("say with `--bank` where it stands now"), "{}", ran.whole());
    }
    assert_eq!(bench.run(["report", "--bank", "moved"]).expect(0).stdout, ended.stdout);
}

#[test]
fn a_pdf_without_a_browser_says_what_to_install() {
    let (bench, _) = played(&[PROBE_OK]);
    let mut command = bench.command(["report", "--pdf", "a.pdf"]);
    let ran = ran(command.env("PATH", bench.path("nothing"))).expect(2);
    assert!(ran.stderr.contains("none of them is installed") && ran.stderr.contains("--html FILE"), "{}", ran.whole());
    assert!(!bench.path("a.pdf").exists());
}
