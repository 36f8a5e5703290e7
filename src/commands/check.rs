//! `greenroom check`: answers to one question, every case, with an honest difference.

use std::path::{Path, PathBuf};
use std::thread;

use crate::bank::entry::Entry;
use crate::cli::Check;
use crate::commands::banks::{entry, open};
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::commands::recorder::Recorder;
use crate::engine::class::extension;
use crate::engine::demo::demonstrate;
use crate::engine::error::EvaluateError;
use crate::engine::evaluate::{evaluate, not_checked, refused};
use crate::engine::growth;
use crate::engine::options::Options;
use crate::judge::judge::Judge;
use crate::model::event::Scope;
use crate::model::exit_status::ExitStatus;
use crate::model::growth::Growth;
use crate::model::practice::Source;
use crate::model::question::Kind;
use crate::model::record::Checked;
use crate::model::submission::SourceProblem;
use crate::model::verdict::Verdict;
use crate::model::wire::Preload;
use crate::report::check_json;
use crate::store::answer_file::{AnswerFileError, read};
use crate::ui::checked::{self, Reveal};
use crate::ui::checked_list::list;
use crate::ui::demo;
use crate::ui::growth as growth_screen;
use crate::ui::message;
use crate::ui::out;
use crate::ui::paint::Look;
use crate::ui::progress;

pub fn run(arguments: &Check) -> Result<ExitStatus, Failure> {
    // Before the bank is read: the worker that will hold answers starts from a process that knows none of it.
    let preload = if arguments.files.len() > 1 { Preload::Common } else { Preload::Nothing };
    let mut judge = start_judge(preload)?;
    let bank = open(&arguments.banks)?;
    let entry = entry(&bank, &arguments.slug)?;
    let files = if arguments.files.is_empty() { vec![usual_file(&entry)?] } else { arguments.files.clone() };
    let options = Options { seed: arguments.seed, ..Options::default() };
    let bar = progress::bar(files.len());
    let mut results: Vec<Answered> = Vec::new();
    let mut unreadable = false;
    for file in &files {
        bar.set_message(file.display().to_string());
        match check_file(&mut judge, &entry, file, &options)? {
            Ok((checked, source)) => {
                let growth = if arguments.growth {
                    grown(&mut judge, &entry, &checked, source.as_deref(), &options)?
                } else {
                    None
                };
                results.push(Answered { checked, source, growth });
            }
            Err(error) => {
                unreadable = true;
                bar.suspend(|| out::remark(&message::failure(&[error.to_string()], None)));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    let checked: Vec<&Checked> = results.iter().map(|result| &result.checked).collect();
    if arguments.json {
        let answers: Vec<_> = results.iter().map(|result| (&result.checked, result.growth.as_ref())).collect();
        out::data(&check_json::render(
            judge.isolation().level,
            &judge.isolation().missing,
            &judge.interpreter().version,
            &answers,
        ));
    } else {
        show(&results);
    }
    if entry.question.kind == Kind::Explain && !arguments.json {
        show_demo(&mut judge, &entry);
    }
    // After the result is told, the disk and the end of the worker are waited for together.
    // Receipt: recording took 1.4 ms of a check of 32 when it came first, and 0.9 beside it.
    thread::scope(|scope| {
        scope.spawn(|| drop(judge));
        if !arguments.no_record {
            let mut recorder = Recorder::new(Source::Check);
            checked.iter().for_each(|checked| recorder.checked(&entry.question, Scope::All, checked, 0));
        }
    });
    Ok(status(&checked, unreadable))
}

/// One answer, checked, with its text where it is one.
struct Answered {
    checked: Checked,
    source: Option<String>,
    growth: Option<Growth>,
}

/// How the cost of an answer grows. Only of code that passes is there anything to say.
fn grown(
    judge: &mut Judge,
    entry: &Entry,
    checked: &Checked,
    source: Option<&str>,
    options: &Options,
) -> Result<Option<Growth>, Failure> {
    match source {
        Some(source) if checked.verdict == Verdict::Pass && entry.question.kind == Kind::Code => {
            Ok(Some(growth::count(judge, entry, source, options.seed)?))
        }
        _ => Ok(None),
    }
}

/// One answer with its text, or why it could not be read. What is wrong with its text is in the result.
fn check_file(
    judge: &mut Judge,
    entry: &Entry,
    file: &Path,
    options: &Options,
) -> Result<Result<(Checked, Option<String>), AnswerFileError>, EvaluateError> {
    let name = file.display().to_string();
    match read(file) {
        Ok(bytes) => {
            let checked = match evaluate(judge, entry, &name, &bytes, options) {
                // One answer that breaks the runner costs the others nothing.
                Err(EvaluateError::Judge(error)) => not_checked(judge, entry, &name, &error.to_string(), options),
                other => other?,
            };
            Ok(Ok((checked, String::from_utf8(bytes).ok())))
        }
        Err(AnswerFileError::TooLarge { size, .. }) => {
            let problem = SourceProblem::TooLarge { found: size };
            Ok(Ok((refused(judge, entry, &name, &problem, options)?, None)))
        }
        Err(error) => Ok(Err(error)),
    }
}

/// Nothing of an explanation can be run but its demo. What becomes of it changes no result.
fn show_demo(judge: &mut Judge, entry: &Entry) {
    let look = Look::of_stdout();
    match demonstrate(judge, entry) {
        Ok(Some(demonstration)) => out::data(&format!("\n{}", demo::demonstrated(look, None, &demonstration))),
        Ok(None) => {}
        Err(error) => out::data(&format!("\n{}", demo::not_run(look, &error.to_string()))),
    }
}

/// The file that is meant when none is named: the question's own name in this folder.
fn usual_file(entry: &Entry) -> Result<PathBuf, Failure> {
    let slug = &entry.question.slug;
    let name = format!("{slug}.{}", extension(entry.question.kind));
    if Path::new(&name).exists() {
        return Ok(PathBuf::from(name));
    }
    let hint = match entry.question.kind {
        Kind::Code => format!("name the file, or begin with `greenroom show {slug} --starter > {name}`"),
        Kind::Predict | Kind::Explain => format!("name the file: `greenroom check {slug} FILE`"),
    };
    Err(Failure::usage(format!("there is no `{name}` in this folder")).hint(hint))
}

/// One answer in full; of several a line each, then the failures in full.
fn show(results: &[Answered]) {
    let look = Look::of_stdout();
    if results.len() > 1 {
        let checked: Vec<&Checked> = results.iter().map(|result| &result.checked).collect();
        out::data(&list(look, &checked));
    }
    for Answered { checked, source, growth } in results {
        if results.len() == 1 || !matches!(checked.verdict, Verdict::Pass | Verdict::Manual) {
            if results.len() > 1 {
                out::data("\n");
            }
            out::data(&checked::render(look, checked, source.as_deref(), Reveal::Everything));
        } else if growth.is_some() {
            out::data(&format!("\n{}\n", look.bold(&look.line(&checked.file))));
        }
        if let Some(growth) = growth {
            out::data(&growth_screen::render(look, growth));
        }
    }
}

fn status(checked: &[&Checked], unreadable: bool) -> ExitStatus {
    if unreadable {
        ExitStatus::Usage
    } else if checked.iter().any(|checked| checked.verdict == Verdict::Internal) {
        ExitStatus::Incomplete
    } else if checked
        .iter()
        .all(|checked| matches!(checked.verdict, Verdict::Pass | Verdict::Manual | Verdict::Skipped))
    {
        ExitStatus::Success
    } else {
        ExitStatus::NotPassed
    }
}
