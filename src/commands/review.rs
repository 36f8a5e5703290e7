//! `greenroom review`: what is due, asked one by one as `watch` asks, until the minutes are used up.

use std::path::{Path, PathBuf};

use crate::bank::bank::Bank;
use crate::bank::entry::Entry;
use crate::cli::practice::Review;
use crate::commands::answering::prepare;
use crate::commands::attempt::{Around, Asked, Left, attempt, begin, opener, opener_if_any};
use crate::commands::explained::{explained, wait};
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::commands::recorder::Recorder;
use crate::commands::show::texts_of_answer;
use crate::commands::watch::listen;
use crate::commands::{banks, practice};
use crate::engine::class::extension;
use crate::engine::clock::{Clock, SystemClock, elapsed};
use crate::engine::due::{askable, choose};
use crate::model::day::Day;
use crate::model::exit_status::ExitStatus;
use crate::model::practice::Source;
use crate::model::progress::{Grade, Standing};
use crate::model::question::Kind;
use crate::model::wire::Preload;
use crate::report::due_json;
use crate::store::practice::PracticeRecord;
use crate::ui::card::{Card, End, card};
use crate::ui::due_list;
use crate::ui::paint::Look;
use crate::ui::progress_report::coming;
use crate::ui::watching::Mode;
use crate::ui::{out, reviewing};

pub fn run(arguments: &Review) -> Result<ExitStatus, Failure> {
    let opener = opener(arguments.edit)?;
    // The worker that will hold answers starts from a process that knows nothing of the bank.
    let judge = if arguments.list { None } else { Some(start_judge(Preload::Common)?) };
    let bank = banks::open(&arguments.banks)?;
    let record = practice::open()?;
    let progress = practice::progress(&bank, &record)?;
    let due = askable(&progress, arguments.again);
    let choice = choose(&due, arguments.minutes);
    let look = Look::of_stdout();
    if arguments.json {
        out::data(&due_json::render(&progress, arguments.minutes, &choice.asked, &choice.left, bank.hash()));
        return Ok(ExitStatus::Success);
    }
    if choice.asked.is_empty() {
        let coming = coming(&progress.questions, progress.today);
        out::remark(reviewing::nothing(!progress.days.is_empty(), &coming).trim_end());
        return Ok(ExitStatus::Success);
    }
    let Some(judge) = judge else {
        out::data(&due_list::list(look, &choice.asked, &choice.left, progress.today));
        return Ok(ExitStatus::Success);
    };
    let folder = folder(arguments, progress.today)?;
    let questions = choice
        .asked
        .iter()
        .map(|question| Ok((banks::entry(&bank, &question.slug)?, answer_file(&folder, question, progress.today))));
    let (asked, checker) = prepare(judge, questions.collect::<Result<Vec<_>, Failure>>()?)?;
    let sources = listen()?;
    let (demos, checker) = sources.demos(checker);
    let around = Around {
        desk: sources.desk(checker),
        demos,
        sources: &sources,
        recorder: &mut Recorder::new(Source::Review),
        look,
        mode: Mode::Review,
        opener: opener.or_else(opener_if_any),
        opens_at_once: arguments.edit,
    };
    out::data(&reviewing::begun(look, &choice.asked, choice.left.len(), &folder.display().to_string()));
    Round { around, bank: &bank, record: &record, today: progress.today }.ask(&asked)
}

/// One review.
struct Round<'a> {
    around: Around<'a>,
    bank: &'a Bank,
    record: &'a PracticeRecord,
    today: Day,
}

impl Round<'_> {
    fn ask(&mut self, asked: &[Asked]) -> Result<ExitStatus, Failure> {
        let clock = SystemClock::new();
        let begun = clock.now();
        let look = self.around.look;
        let mut grades: Vec<Grade> = Vec::new();
        let mut left = Left::Next;
        for (place, question) in asked.iter().enumerate() {
            out::data(&reviewing::next(look, place + 1, asked.len()));
            left = self.ask_one(place, question)?;
            if left == Left::GaveUp {
                show_answer(look, &question.entry);
            }
            let outcome = self.outcome(&question.entry.question.slug)?;
            grades.extend(outcome.map(|(grade, _)| grade));
            out::data(&reviewing::result(look, outcome, self.today));
            // A script's next line is meant for the next question.
            if left == Left::GaveUp && place + 1 < asked.len() && self.around.sources.has_keys() {
                out::data(&reviewing::goes_on(look));
                left = wait(&mut self.around).unwrap_or(left);
            }
            if matches!(left, Left::Quit | Left::Interrupted) {
                break;
            }
        }
        let progress = practice::progress(self.bank, self.record)?;
        let time = elapsed(begun, clock.now()).time;
        let coming = coming(&progress.questions, progress.today);
        out::data(&reviewing::ended(look, &grades, asked.len(), time, &coming));
        Ok(if left == Left::Interrupted { ExitStatus::Interrupted } else { ExitStatus::Success })
    }

    fn ask_one(&mut self, place: usize, asked: &Asked) -> Result<Left, Failure> {
        if asked.entry.question.kind == Kind::Explain {
            return Ok(explained(&mut self.around, place, &asked.entry));
        }
        let is_new = begin(&asked.file, &asked.entry)?;
        attempt(&mut self.around, place, asked, is_new)
    }

    /// What today showed of a question, and when it comes back.
    fn outcome(&self, slug: &str) -> Result<Option<(Grade, Day)>, Failure> {
        let progress = practice::progress(self.bank, self.record)?;
        let now = progress.questions.into_iter().find(|question| question.slug == slug);
        let graded = now.filter(|now| now.graded >= Some(self.today));
        Ok(graded.and_then(|now| Some((now.grade?, now.due?))))
    }
}

fn show_answer(look: Look, entry: &Entry) {
    let question = &entry.question;
    let end = End::Answer(texts_of_answer(entry));
    out::data(&card(look, &Card { question, samples: String::new(), snippet: entry.snippet(), end }));
}

/// The folder of the answers: a new one for each day, so that no answer of before lies in it.
fn folder(arguments: &Review, today: Day) -> Result<PathBuf, Failure> {
    let folder = arguments.dir.clone().unwrap_or_else(|| format!("greenroom-review-{today}").into());
    std::fs::create_dir_all(&folder)
        .map_err(|error| Failure::usage(format!("cannot create the folder `{}`: {error}", folder.display())))?;
    Ok(folder)
}

/// The file for an answer. What was graded today is answered in a new one.
fn answer_file(folder: &Path, question: &Standing, today: Day) -> PathBuf {
    let extension = extension(question.kind);
    let name = |number: usize| match number {
        1 => folder.join(format!("{}.{extension}", question.slug)),
        _ => folder.join(format!("{}-{number}.{extension}", question.slug)),
    };
    let is_again = question.graded == Some(today);
    let is_free = |path: &PathBuf| !is_again || path.symlink_metadata().is_err();
    (1..1_000).map(name).find(is_free).unwrap_or_else(|| name(1))
}
