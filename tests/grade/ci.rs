//! The files in `docs/ci/`: their shell steps, run as a CI runs them.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::lesson::{Lesson, TAMPERS, WRONG};
use crate::support::{GREENROOM, PROBE_OK, Ran, ran};

/// The scripts of a file that call `greenroom` with this command: blocks below `run: |` or `- |`.
fn script(file: &str, command: &str) -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let mut scripts: Vec<String> = Vec::new();
    let mut block: Option<usize> = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if let Some(outer) = block {
            if line.trim().is_empty() || indent > outer {
                let script = scripts.last_mut().unwrap();
                *script += line.trim_start();
                script.push('\n');
                continue;
            }
            block = None;
        }
        if line.trim_end().ends_with("run: |") || line.trim() == "- |" {
            block = Some(indent);
            scripts.push(String::new());
        }
    }
    let wanted = format!("greenroom {command} ");
    let mut found = scripts.into_iter().filter(|script| script.lines().any(|line| line.starts_with(&wanted)));
    found.next().unwrap_or_else(|| panic!("`{wanted}` in {file}"))
}

/// Run a script as both CIs do: it ends at the first command that fails.
fn step(lesson: &Lesson, script: &str, variables: &[(&str, &str)]) -> Ran {
    let home = lesson.bench.command(["x"]);
    let mut command = Command::new("bash");
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).current_dir(lesson.bench.dir.path());
    command.envs(home.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let path = format!("{}:{}", Path::new(GREENROOM).parent().unwrap().display(), std::env::var("PATH").unwrap());
    command.env("PATH", path).env("BANK", "--bank bank").envs(variables.iter().copied()).stdin(Stdio::null());
    ran(&mut command)
}

fn class(answers: &[(&str, &str)]) -> Lesson {
    let lesson = Lesson::with(answers);
    fs::rename(lesson.bench.path("class"), lesson.bench.path("submissions")).unwrap();
    lesson
}

#[test]
fn shards_are_graded_and_merged_by_each_file() {
    let answers = [("ada", PROBE_OK), ("bob", WRONG), ("cyd", PROBE_OK), ("dan", PROBE_OK), ("eva", PROBE_OK)];
    for (file, index, count) in
        [("docs/ci/github-actions.yml", "SHARD", "SHARDS"), ("docs/ci/gitlab-ci.yml", "CI_NODE_INDEX", "CI_NODE_TOTAL")]
    {
        let lesson = class(&answers);
        let (grade, merge) = (script(file, "grade"), script(file, "merge"));
        for number in ["1", "2", "3"] {
            step(&lesson, &grade, &[(index, number), (count, "3")]).expect(0);
        }
        let merged = step(&lesson, &merge, &[]).expect(1);
        assert!(merged.stdout.contains("below the mark: bob has 25 %"), "{}", merged.whole());
        assert_eq!(lesson.rows_of("report").len(), 5);
        fs::remove_dir_all(lesson.bench.path("report")).unwrap();
        fs::remove_dir_all(lesson.bench.path("out-2")).unwrap();
        let missing = step(&lesson, &merge, &[]).expect(3);
        assert!(missing.stderr.contains("shard 2/3 is missing"), "{}", missing.whole());
    }
}

#[test]
fn a_step_stops_where_the_grader_does_and_the_merge_tells_of_tampering() {
    let lesson = class(&[("ada", PROBE_OK), ("eve", TAMPERS)]);
    let file = "docs/ci/github-actions.yml";
    let grade = script(file, "grade");
    step(&lesson, &grade, &[("SHARD", "1"), ("SHARDS", "1")]).expect(0);
    step(&lesson, &script(file, "merge"), &[]).expect(5);
    step(&lesson, &grade, &[("SHARD", "2"), ("SHARDS", "1")]).expect(1);
    let refused = step(&lesson, "greenroom grade nowhere --out x || [ $? -eq 1 ]", &[]);
    assert_eq!(refused.code, Some(1), "{}", refused.whole());
}

#[test]
fn the_hook_for_banks_verifies_the_bank_that_it_stands_in() {
    let hook = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml")).unwrap();
    assert!(hook.contains("entry: greenroom verify\n") && hook.contains("args: [--bank, .]\n"));
    let lesson = Lesson::new();
    step(&lesson, "cd bank && greenroom verify --bank .", &[]).expect(0);
    lesson.bench.write("bank/checks/tests/probe/bad_a.py", PROBE_OK);
    step(&lesson, "cd bank && greenroom verify --bank .", &[]).expect(4);
}
