//! `greenroom watch`: an answer is checked whenever its file is saved. The samples at once, the rest when asked for.

use crate::cli::Watch;
use crate::commands::answering::prepare;
use crate::commands::attempt::{Around, Left, attempt, begin, opener, opener_if_any};
use crate::commands::banks::{entry, open};
use crate::commands::failure::Failure;
use crate::commands::judges::start_judge;
use crate::commands::recorder::Recorder;
use crate::engine::class::extension;
use crate::model::exit_status::ExitStatus;
use crate::model::practice::Source;
use crate::model::question::Kind;
use crate::model::wire::Preload;
use crate::room::sources::Sources;
use crate::ui::paint::Look;
use crate::ui::watching::Mode;

pub fn run(arguments: &Watch) -> Result<ExitStatus, Failure> {
    let opener = opener(arguments.edit)?;
    let judge = start_judge(Preload::Common)?;
    let bank = open(&arguments.banks)?;
    let entry = entry(&bank, &arguments.slug)?;
    let question = &entry.question;
    if question.kind == Kind::Explain {
        let failure =
            Failure::usage(format!("`{}` is answered by speaking or writing; there is nothing to run", question.slug));
        return Err(failure.hint(format!("`greenroom show {}` shows it, `--answer` the key points", question.slug)));
    }
    let file =
        arguments.file.clone().unwrap_or_else(|| format!("{}.{}", question.slug, extension(question.kind)).into());
    let is_new = begin(&file, &entry)?;
    let (asked, checker) = prepare(judge, vec![(entry, file)])?;
    let sources = listen()?;
    let (demos, checker) = sources.demos(checker);
    let mut around = Around {
        desk: sources.desk(checker),
        demos,
        sources: &sources,
        recorder: &mut Recorder::new(Source::Watch),
        look: Look::of_stdout(),
        mode: Mode::Watch,
        opener: opener.or_else(opener_if_any),
        opens_at_once: arguments.edit,
    };
    Ok(match attempt(&mut around, 0, &asked[0], is_new)? {
        Left::Interrupted => ExitStatus::Interrupted,
        Left::Next | Left::GaveUp | Left::Quit => ExitStatus::Success,
    })
}

/// Listen to signals and to what is typed.
pub fn listen() -> Result<Sources, Failure> {
    Sources::open().map_err(|error| Failure::new(ExitStatus::Incomplete, format!("cannot listen to signals: {error}")))
}
