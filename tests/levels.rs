//! Never silently weaker, and never the candidate's fault: what happens where a layer, a worker or a resource is missing.

mod support;

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};
use serde_json::Value;

use crate::support::{Bench, PROBE, PROBE_OK, Ran, ran};

/// Run with these system calls refused, as in a container that has no use for them.
#[expect(unsafe_code, reason = "a filter is entered between fork and exec")]
fn without(command: &mut Command, calls: &[libc::c_long], errno: i32) {
    let rules = calls.iter().map(|call| (*call, Vec::new())).collect();
    let target = TargetArch::try_from(std::env::consts::ARCH).unwrap();
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, SeccompAction::Errno(errno as u32), target).unwrap();
    let program = BpfProgram::try_from(filter).unwrap();
    let enter = move || seccompiler::apply_filter(&program).map_err(io::Error::other);
    // SAFETY: the filter is compiled before the fork; entering it is two system calls.
    unsafe { command.pre_exec(enter) };
}

/// A layer, and what a machine without it refuses.
const TAKEN_AWAY: [(&str, &[libc::c_long], i32); 3] = [
    ("pid namespace", &[libc::SYS_unshare], libc::EPERM),
    ("landlock", &[libc::SYS_landlock_create_ruleset], libc::ENOSYS),
    ("system-call filter", &[libc::SYS_seccomp], libc::EPERM),
];

/// `greenroom grade` of one right answer on a machine that refuses `calls`.
fn grade_without(bench: &Bench, calls: &[libc::c_long], errno: i32, more: &[&str]) -> Ran {
    let bank = bench.bank(PROBE, PROBE_OK);
    bench.write("class/ada/probe.py", PROBE_OK);
    let _ = fs::remove_dir_all(bench.path("out"));
    let mut command = bench.command(["grade", "class", "--out", "out", "--bank"]);
    command.arg(bank).args(more);
    without(&mut command, calls, errno);
    ran(&mut command)
}

fn rows(bench: &Bench) -> Vec<Value> {
    let text = fs::read_to_string(bench.path("out/results.jsonl")).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn grading_without_a_layer_stops_and_names_it() {
    let bench = Bench::new();
    for (layer, calls, errno) in TAKEN_AWAY {
        let refused = grade_without(&bench, calls, errno, &[]).expect(3);
        assert!(refused.stderr.contains("level `full` cannot be reached here"), "{}", refused.whole());
        assert!(refused.stderr.contains(&format!("no {layer} (")), "{}", refused.whole());
        assert!(refused.stderr.contains("greenroom doctor"), "{}", refused.whole());
        assert!(refused.stdout.is_empty() && rows(&bench).is_empty(), "{}", refused.whole());
    }
}

#[test]
fn a_level_that_is_named_is_the_level_of_every_result() {
    let bench = Bench::new();
    let [namespaces, landlock, filter] = TAKEN_AWAY;
    for (taken, level, code) in [
        (namespaces, "no-userns", 0),
        (namespaces, "own-code", 0),
        (landlock, "no-userns", 3),
        (landlock, "own-code", 0),
        (filter, "no-userns", 3),
        (filter, "own-code", 0),
    ] {
        let (layer, calls, errno) = taken;
        let graded = grade_without(&bench, calls, errno, &["--sandbox", level]).expect(code);
        if code == 3 {
            assert!(graded.stderr.contains(&format!("no {layer} (")) && rows(&bench).is_empty(), "{}", graded.whole());
        } else {
            let rows = rows(&bench);
            assert_eq!((rows.len(), &rows[0]["level"], &rows[0]["verdict"]), (1, &level.into(), &"pass".into()));
        }
    }
}

#[test]
fn checking_ones_own_answer_goes_on_and_names_what_is_missing() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let answer = bench.write("answer.py", PROBE_OK);
    for ((layer, calls, errno), level) in TAKEN_AWAY.into_iter().zip(["no-userns", "own-code", "own-code"]) {
        let mut command = bench.command([OsStr::new("check"), "probe".as_ref(), answer.as_ref(), "--json".as_ref()]);
        command.arg("--bank").arg(&bank);
        without(&mut command, calls, errno);
        let checked = ran(&mut command).expect(0);
        assert_eq!(checked.json()["level"], level);
        assert!(checked.stderr.contains(&format!("missing {layer}: ")), "{}", checked.whole());
    }
}

#[test]
fn doctor_proves_the_layers_here_and_says_how_to_get_what_is_missing_elsewhere() {
    let bench = Bench::new();
    let here = bench.run(["doctor"]).expect(0);
    assert_eq!(here.stdout.matches("\n  ok ").count(), 17, "{}", here.whole());
    for (layer, calls, errno) in TAKEN_AWAY {
        let mut command = bench.command(["doctor"]);
        without(&mut command, calls, errno);
        let there = ran(&mut command).expect(3);
        let line = there.stdout.lines().position(|line| line.contains("missing") && line.contains(layer));
        let line = line.unwrap_or_else(|| panic!("{layer}: {}", there.whole()));
        assert!(there.stdout.lines().skip(line).any(|line| line.contains("remedy: ")), "{}", there.whole());
        assert!(there.stdout.contains("`greenroom grade` refuses here"), "{}", there.whole());
    }
}

#[test]
fn questions_that_need_a_missing_layer_are_our_trouble() {
    let bench = Bench::new();
    for need in ["processes", "loopback"] {
        let bank = bench.bank_with(PROBE, PROBE_OK, &format!(r#"{{"needs": ["{need}"]}}"#));
        bench.write("class/ada/probe.py", PROBE_OK);
        let _ = fs::remove_dir_all(bench.path("out"));
        let arguments =
            ["grade", "class", "--out", "out", "--sandbox", "no-userns", "--no-verify", "--bank"].map(OsStr::new);
        bench.run(arguments.into_iter().chain([bank.as_os_str()])).expect(3);
        let row = rows(&bench).remove(0);
        assert_eq!(row["verdict"], "internal");
        assert!(row["reason"].as_str().unwrap().contains("namespace"), "{row}");
    }
}

/// The children of a process, by its file in `/proc`.
fn children(pid: u32) -> Vec<u32> {
    let children = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
    children.split_whitespace().map(|child| child.parse().unwrap()).collect()
}

/// Grade three slow answers, and kill what stands so many steps above a child at work: its zygote (1), the holder of its
/// slot (2), the nursery of all slots (3).
fn rows_after_a_kill(steps: usize) -> Vec<Value> {
    let bench = Bench::new();
    // Asleep so long that a busy machine kills the first child at its work, and not the second one.
    let slow = "import time\n\ndef f():\n    time.sleep(2)\n    return 1\n";
    let bank = bench.bank(PROBE, slow);
    for candidate in ["ada", "bob", "cyd"] {
        bench.write(&format!("class/{candidate}/probe.py"), slow);
    }
    let mut command = bench.command(["grade", "class", "--out", "out", "--jobs", "1", "--no-verify", "--bank"]);
    let mut grading = command.arg(bank).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let deadline = Instant::now() + Duration::from_secs(20);
    let line = loop {
        assert!(Instant::now() < deadline, "a child works");
        // Nursery, holder, zygote, child: the first of each.
        let below = |pid: &u32| children(*pid).first().copied();
        let line: Vec<u32> = std::iter::successors(Some(grading.id()), below).skip(1).collect();
        if line.len() == 4 {
            break line;
        }
        thread::sleep(Duration::from_millis(5));
    };
    // Long enough for the child to have begun its job.
    thread::sleep(Duration::from_millis(300));
    let killed = Command::new("kill").args(["-9", &line[3 - steps].to_string()]).status().unwrap();
    assert!(killed.success());
    assert!(grading.wait().unwrap().success());
    let rows = rows(&bench);
    assert!(rows.len() == 3 && rows.iter().all(|row| row["verdict"] == "pass"), "{rows:#?}");
    rows
}

fn retries(rows: &[Value]) -> u64 {
    rows.iter().map(|row| row["retries"].as_u64().unwrap()).sum()
}

#[test]
fn an_answer_whose_zygote_is_killed_is_graded_again_and_says_so() {
    for steps in [1, 2] {
        let rows = rows_after_a_kill(steps);
        assert_eq!(retries(&rows), 1, "{rows:#?}");
    }
}

#[test]
fn answers_whose_nursery_is_killed_are_graded_again_and_say_so() {
    let rows = rows_after_a_kill(3);
    // As many as were being graded at that moment.
    assert!((1..=2).contains(&retries(&rows)), "{rows:#?}");
}

#[test]
fn a_machine_without_descriptors_is_our_trouble_with_its_reason() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    bench.write("class/ada/probe.py", PROBE_OK);
    for limit in 4..14 {
        let script = format!("ulimit -n {limit}; exec \"$@\"");
        let _ = fs::remove_dir_all(bench.path("out"));
        let greenroom = Path::new(support::GREENROOM);
        let mut command = bench.command(["x"]);
        let arguments: Vec<_> =
            command.get_envs().map(|(name, value)| (name.to_owned(), value.map(OsStr::to_owned))).collect();
        command = Command::new("sh");
        command
            .args(["-c", &script, "sh"])
            .arg(greenroom)
            .args(["grade", "class", "--out", "out", "--no-verify", "--bank"])
            .arg(&bank);
        command.current_dir(bench.dir.path()).stdin(Stdio::null());
        for (name, value) in arguments {
            value.map(|value| command.env(&name, value));
        }
        let starved = ran(&mut command);
        let verdicts: Vec<Value> = rows(&bench).iter().map(|row| row["verdict"].clone()).collect();
        assert!(!starved.stderr.contains("panicked"), "{limit}: {}", starved.whole());
        let fine = starved.code == Some(0) && verdicts == ["pass"];
        let ours = matches!(starved.code, Some(2 | 3)) && verdicts.iter().all(|verdict| verdict == "internal");
        assert!(
            fine || (ours && starved.stderr.contains("error") || verdicts == ["internal"]),
            "{limit}: {}",
            starved.whole()
        );
    }
}
