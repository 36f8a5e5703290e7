//! `greenroom check`, `show` and `list`: exit codes, streams and messages.

mod support;

use std::ffi::OsStr;
use std::os::unix::net::UnixListener;
use std::process::Command;

use crate::support::{Bench, PROBE, PROBE_OK, Ran, ran};

fn check(bench: &Bench, files: &[&str]) -> Ran {
    let bank = bench.bank(PROBE, PROBE_OK);
    let files = files.iter().map(OsStr::new);
    bench.run(["check", "probe", "--bank"].iter().map(OsStr::new).chain([bank.as_os_str()]).chain(files))
}

#[test]
fn a_right_answer_is_exit_0_and_a_wrong_one_exit_1() {
    let bench = Bench::new();
    bench.write("right.py", PROBE_OK);
    bench.write("wrong.py", "def f():\n    return 2\n");
    check(&bench, &["right.py"]).expect(0);
    check(&bench, &["wrong.py"]).expect(1);
    let both = check(&bench, &["right.py", "wrong.py"]).expect(1);
    assert!(both.stdout.contains("right.py") && both.stdout.contains("wrong.py"), "{}", both.whole());
}

#[test]
fn a_failing_case_shows_the_call_and_both_values() {
    let bench = Bench::new();
    bench.write("wrong.py", "def f():\n    print('hello from f')\n    return 41\n");
    let ran = check(&bench, &["wrong.py"]).expect(1);
    for word in ["sample_a", "f()", "41", "Return 1.", "hello from f"] {
        assert!(ran.stdout.contains(word), "`{word}` in {}", ran.whole());
    }
}

#[test]
fn what_is_no_file_is_exit_2_and_the_others_are_checked() {
    let bench = Bench::new();
    bench.write("right.py", PROBE_OK);
    bench.write("folder/file", "");
    rustix::fs::mknodat(rustix::fs::CWD, bench.path("fifo"), rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    let _socket = UnixListener::bind(bench.path("socket")).unwrap();
    for name in ["missing.py", "folder", "fifo", "socket"] {
        let ran = check(&bench, &[name, "right.py"]).expect(2);
        assert!(ran.stderr.contains(name), "{}", ran.whole());
        assert!(ran.stdout.contains("right.py") || ran.stdout.contains("pass"), "{}", ran.whole());
    }
}

#[test]
fn ten_megabytes_of_source_are_an_error_of_the_answer() {
    let bench = Bench::new();
    bench.write("large.py", vec![b'#'; 10_000_000]);
    let ran = check(&bench, &["large.py"]).expect(1);
    assert!(ran.stdout.contains("10000000 bytes"), "{}", ran.whole());
}

#[test]
fn a_syntax_error_shows_its_line() {
    let bench = Bench::new();
    bench.write("broken.py", "def f():\n    return (1\n");
    let ran = check(&bench, &["broken.py"]).expect(1);
    assert!(ran.stdout.contains("return (1"), "{}", ran.whole());
}

#[test]
fn an_unknown_slug_is_answered_with_the_nearest_names() {
    let bench = Bench::new();
    let ran = bench.run(["check", "merge-sorted-list", "x.py"]).expect(2);
    assert!(ran.stderr.contains("merge-sorted-lists"), "{}", ran.whole());
    assert_eq!(ran.stdout, "");
}

#[test]
fn without_a_file_the_questions_own_name_is_taken() {
    let bench = Bench::new();
    let ran = check(&bench, &[]).expect(2);
    assert!(ran.stderr.contains("probe.py") && ran.stderr.contains("--starter"), "{}", ran.whole());
    bench.write("probe.py", PROBE_OK);
    check(&bench, &[]).expect(0);
}

#[test]
fn hostile_text_reaches_no_terminal() {
    let bench = Bench::new();
    bench.write(
        "evil.py",
        "def f():\n    print('\\x1b]0;owned\\x07\\u202e')\n    raise ValueError('\\x1b[2J\\x9b31m')\n",
    );
    let ran = check(&bench, &["evil.py"]).expect(1);
    let dangerous = |character: char| character.is_control() && character != '\n' || character == '\u{202e}';
    assert!(!ran.stdout.contains(dangerous) && !ran.stderr.contains(dangerous), "{:?}", ran.whole());
}

#[test]
fn a_full_disk_behind_standard_output_is_exit_3_and_says_so() {
    let bench = Bench::new();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = bench.command(["list"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("standard output"), "{output:?}");
}

#[test]
fn names_on_the_command_line_reach_no_terminal_raw() {
    let bench = Bench::new();
    let ran = check(&bench, &["nope\u{1b}[31m.py"]).expect(2);
    assert!(!ran.stderr.contains('\u{1b}'), "{:?}", ran.stderr);
    let ran = bench.run(["show", "a\u{1b}[31m"]).expect(2);
    assert!(!ran.stderr.contains('\u{1b}'), "{:?}", ran.stderr);
}

#[test]
fn a_closed_pipe_is_no_error_and_no_panic() {
    let bench = Bench::new();
    let shell = format!("'{}' list | head -n 1; echo ${{PIPESTATUS[0]}}", support::GREENROOM);
    let ran = ran(Command::new("bash").args(["-c", &shell]).env("GREENROOM_HOME", bench.path("home")));
    assert!(
        ran.stdout.trim_end().ends_with('0') && !ran.stderr.contains("error") && !ran.stderr.contains("panic"),
        "{}",
        ran.whole()
    );
}

#[test]
fn a_home_that_cannot_be_written_only_makes_it_slower() {
    let bench = Bench::new();
    bench.write("right.py", PROBE_OK);
    let bank = bench.bank(PROBE, PROBE_OK);
    // A file where a folder should be refuses root too.
    let home = bench.write("occupied", "");
    let mut command = bench.command(["check", "probe", "right.py", "--bank"]);
    ran(command.arg(&bank).env("GREENROOM_HOME", home.join("home"))).expect(0);
}

#[test]
fn the_same_seed_gives_the_same_document() {
    let bench = Bench::new();
    bench.write("right.py", PROBE_OK);
    let bank = bench.bank(PROBE, PROBE_OK);
    let run = |seed: &str| {
        let arguments = ["check", "probe", "right.py", "--json", "--seed", seed, "--bank"];
        bench.run(arguments.iter().map(OsStr::new).chain([bank.as_os_str()])).expect(0).json()
    };
    assert_eq!(run("7")["answers"][0]["seed"], 7);
    assert_eq!(run("7")["answers"][0]["cases"], run("7")["answers"][0]["cases"]);
}

#[test]
fn a_question_for_another_python_is_skipped_and_says_so() {
    let bench = Bench::new();
    bench.write("right.py", PROBE_OK);
    for extra in [r#"{"python": ">=3.99"}"#, r#"{"requires": {"packages": ["django>=5"], "services": []}}"#] {
        let bank = bench.bank_with(PROBE, PROBE_OK, extra);
        let arguments = ["check", "probe", "right.py", "--bank"].iter().map(OsStr::new).chain([bank.as_os_str()]);
        let ran = bench.run(arguments).expect(0);
        assert!(ran.stdout.contains("skipped"), "{}", ran.whole());
        bench.run(["verify", "--bank"].iter().map(OsStr::new).chain([bank.as_os_str()])).expect(0);
    }
}

#[test]
fn show_keeps_the_answer_until_it_is_asked_for() {
    let bench = Bench::new();
    let card = bench.run(["show", "merge-sorted-lists"]).expect(0).stdout;
    assert!(card.contains(">>> merge(") && !card.contains("Model answer"), "{card}");
    let open = bench.run(["show", "merge-sorted-lists", "--answer"]).expect(0).stdout;
    assert!(open.contains("Model answer") && open.contains("Key points"), "{open}");
    let starter = bench.run(["show", "merge-sorted-lists", "--starter"]).expect(0).stdout;
    assert!(starter.starts_with("def merge("), "{starter}");
}

#[test]
fn list_filters_and_counts() {
    let bench = Bench::new();
    let all = bench.run(["list"]).expect(0);
    let easy = bench.run(["list", "--level", "easy", "--kind", "code"]).expect(0);
    assert!(easy.stdout.lines().count() < all.stdout.lines().count());
    assert!(!easy.stdout.contains("medium"), "{}", easy.stdout);
    let json = bench.run(["list", "--json"]).expect(0).json();
    assert_eq!(json["version"], 1);
    let ran = bench.run(["list", "--topic", "exception"]).expect(2);
    assert!(ran.stderr.contains("exceptions"), "{}", ran.whole());
}

#[test]
fn each_seed_question_is_listed_with_its_entry_and_they_are_counted() {
    let bench = Bench::new();
    let listed = bench.run(["list", "--seeds"]).expect(0).stdout;
    let json = bench.run(["list", "--seeds", "--json"]).expect(0).json();
    assert_eq!((&json["total"], json["seeds"].as_array().unwrap().len()), (&214.into(), 214));
    assert_eq!(listed.lines().count(), 215);
    let last = listed.lines().last().unwrap();
    assert!(last.starts_with(&format!("{} of 214 seed questions", json["answered"])), "{last}");
    let gil = json["seeds"].as_array().unwrap().iter().find(|seed| seed["slug"] == "gil").unwrap();
    assert_eq!(gil["answered"], true);
    let easy = bench.run(["list", "--seeds", "--level", "easy"]).expect(0).stdout;
    assert!(easy.lines().count() < 215);
}

#[test]
fn the_help_names_only_what_is_built() {
    let bench = Bench::new();
    let help = bench.run(["--help"]).expect(0).stdout;
    for command in ["start", "resume", "check", "watch", "show", "list", "progress", "review", "verify"] {
        assert!(help.contains(command), "{help}");
        bench.run([command, "--help"]).expect(0);
    }
    assert!(!help.contains("worker"), "{help}");
}
