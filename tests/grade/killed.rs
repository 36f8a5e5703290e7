//! A grader that is killed at any point has lost nothing that stood in its file, and the next one repeats none of it.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::lesson::{Lesson, WRONG, without_times};
use crate::support::{GREENROOM, PROBE_OK};

/// How often it is killed; the tests of a release do it a hundred times.
fn kills() -> u64 {
    std::env::var("GREENROOM_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(10)
}

/// Processes that run this binary.
fn alive(binary: &Path) -> usize {
    let processes = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    processes.filter(|process| fs::read_link(process.path().join("exe")).is_ok_and(|exe| exe == binary)).count()
}

#[test]
fn a_grader_that_is_killed_again_and_again_ends_with_the_results_of_a_clean_run() {
    let lesson = Lesson::new();
    for number in 0..120 {
        lesson.hand_in(&format!("candidate-{number:03}"), if number % 4 == 0 { WRONG } else { PROBE_OK });
    }
    lesson.grade("--no-verify").expect(1);
    let clean: Vec<_> = lesson.rows().into_iter().map(without_times).collect();
    // A binary of its own, so that its processes can be told from those of other tests.
    let binary = lesson.bench.path("greenroom-that-is-killed");
    fs::copy(GREENROOM, &binary).unwrap();
    let mut number = 0x2545_f491_4f6c_dd1d_u64;
    let mut killed = 0;
    while killed < kills() {
        fs::remove_dir_all(lesson.bench.path("out")).unwrap();
        let mut acknowledged = Vec::new();
        // Each a little later than the one before: a busy machine gets further in the end.
        for later in (0..).step_by(10) {
            number ^= number << 13;
            number ^= number >> 7;
            number ^= number << 17;
            let ours = lesson.command("--no-verify --resume");
            let mut command = lesson.bench.command_of(&binary, ours.get_args());
            let mut grading = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            thread::sleep(Duration::from_millis(20 + number % 400 + later));
            grading.kill().unwrap();
            let finished = grading.wait().unwrap().code().is_some();
            let text = fs::read_to_string(lesson.bench.path("out/results.jsonl")).unwrap_or_default();
            let lines: Vec<&str> = text.split_inclusive('\n').filter(|line| line.ends_with('\n')).collect();
            assert!(lines.len() >= acknowledged.len(), "a line was lost");
            for (before, now) in acknowledged.iter().zip(&lines) {
                assert_eq!(before, now, "a line is never written again");
            }
            acknowledged = lines.into_iter().map(str::to_owned).collect();
            if finished {
                break;
            }
            killed += 1;
        }
        let rows: Vec<_> = lesson.rows().into_iter().map(without_times).collect();
        assert_eq!(rows, clean);
    }
    for _ in 0..100 {
        if alive(&binary) == 0 {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("{} processes are left", alive(&binary));
}
