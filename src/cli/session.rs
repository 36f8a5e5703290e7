//! The command line of an interview: start, resume, interviewer, and what is made of it afterwards.

use std::path::PathBuf;

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use crate::cli::{Banks, MAX_SEED};
use crate::model::conditions::Conditions;
use crate::model::question::Difficulty;

/// What `finish` does that its sentence does not say.
const FINISHING: &str = "\
The answers are the files as they stand now, graded in full as at the bell; the time that is left is \
not used. With `--strict` the clock ran on: what was written after its end does not count, and that is \
said. On a terminal you may rate what cannot be run before the report comes; any other key leaves that \
out. A session that runs in another terminal is finished there.";

/// What the states of `status` mean, and how it is put elsewhere.
const STANDING: &str = "\
States:
  running     its clock runs, in another terminal
  paused      the clock was stopped by somebody who stayed
  stopped     Ctrl-Z put it to sleep; `fg` wakes it
  suspended   nobody is there; a strict clock runs on
  time is up  a last save counts, or nobody is there
  grading     over, and its answers are being graded
  not graded  over, and left before all was graded
  finished    it has its report

The first line says the most important by itself, for a prompt or a status line:
  greenroom status 2>/dev/null | head -n 1

Nothing is written, and a session that runs is not held up. Where no session is open, that is said \
on standard error.";

#[derive(Debug, Default, Args)]
pub struct Start {
    #[command(flatten)]
    pub banks: Banks,
    /// Follow this plan: its name, or a file; `phone-screen-30`, if neither minutes, topics nor levels are given.
    #[arg(long, value_name = "ID|FILE", conflicts_with_all = ["minutes", "topics", "levels"])]
    pub plan: Option<String>,
    /// Draw questions for an interview of so many minutes, from 5 to 240; 30, if only topics or levels are given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(5..=240))]
    pub minutes: Option<u32>,
    /// Draw from these topics only.
    #[arg(long = "topic", value_name = "T,..", value_delimiter = ',')]
    pub topics: Vec<String>,
    /// Draw from these levels only.
    #[arg(long = "level", value_name = "L,..", value_delimiter = ',')]
    pub levels: Vec<Difficulty>,
    /// Draw the same questions as everybody with this number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=MAX_SEED))]
    pub seed: Option<u64>,
    /// Write the session folder here instead of `greenroom-<date>-<id>`.
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Open the answer files in the editor that `VISUAL` or `EDITOR` names: beside this in tmux, in its window, or the first
    /// one here until it is closed. `edit` opens the others.
    #[arg(long)]
    pub edit: bool,
    /// Let a partner interview you: at a second terminal with `greenroom interviewer`, or by turning this screen.
    #[arg(long)]
    pub interviewer: bool,
    #[command(flatten)]
    pub conditions: Conditions,
}

#[derive(Debug, Default, Args)]
pub struct Resume {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session; the last one that was left, if absent.
    #[arg(value_name = "ID")]
    pub session: Option<String>,
    /// Open the answer files as `start --edit` does; here, the one of the question that you left.
    #[arg(long)]
    pub edit: bool,
}

#[derive(Debug, Default, Args)]
#[command(after_long_help = FINISHING)]
pub struct Finish {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session; the last one that was left, if absent.
    #[arg(value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub session: Option<String>,
}

#[derive(Debug, Default, Args)]
#[command(after_long_help = STANDING)]
pub struct Status {
    /// Which session, finished or not; all that are not finished, if absent.
    #[arg(value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub session: Option<String>,
    /// Print one JSON document instead (its schema is `docs/schemas/status.json`).
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Interviewer {
    /// Which session; the one that runs, or the next one that lets an interviewer in, if absent.
    ///
    /// The card has the model answer, key points, follow-ups and common mistakes of the question that the candidate is at,
    /// their checks and both clocks. It is shown here only. It hides nothing from a candidate who looks for it: both work as
    /// the same user of this machine, and `greenroom show --answer` tells it to anybody.
    #[arg(value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub session: Option<String>,
}

#[derive(Debug, Default, Args)]
pub struct Report {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session; the last one that was finished, if absent.
    #[arg(value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub session: Option<String>,
    /// Write one page, with charts, that needs nothing else. For this, `--md` and `--json`, `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Write Markdown.
    #[arg(long, value_name = "FILE")]
    pub md: Option<PathBuf>,
    /// Write JSON (its schema is `docs/schemas/report.json`).
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Print the page into a PDF; needs Chromium, Chrome, Edge or Brave.
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Replay {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session; the last one, if absent.
    #[arg(value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub session: Option<String>,
    /// How many times faster than it was.
    #[arg(long, value_name = "N", default_value_t = USUAL_SPEED, value_parser = read_speed)]
    pub speed: f64,
}

/// An hour in three minutes.
const USUAL_SPEED: f64 = 20.0;

impl Default for Replay {
    fn default() -> Replay {
        Replay { banks: Banks::default(), session: None, speed: USUAL_SPEED }
    }
}

#[derive(Debug, Args)]
pub struct Audit {
    #[command(flatten)]
    pub banks: Banks,
    /// Which session, or a `report.json`: then what it says is compared with the journal too, or with the answers beside it
    /// where the journal does not have the session. The last finished session, if absent.
    #[arg(value_name = "REPORT.json|ID", value_parser = NonEmptyStringValueParser::new())]
    pub target: Option<String>,
}

/// A number from 0.1 to 10,000.
fn read_speed(text: &str) -> Result<f64, String> {
    let speed = text.strip_suffix('x').unwrap_or(text).parse().ok().filter(|speed| (0.1..=10_000.0).contains(speed));
    speed.ok_or_else(|| "a number from 0.1 to 10000 is wanted".to_owned())
}

#[cfg(test)]
mod tests {
    use super::read_speed;

    #[test]
    fn a_speed_is_a_number_within_reason() {
        assert_eq!([read_speed("20"), read_speed("2.5x")], [Ok(20.0), Ok(2.5)]);
        for wrong in ["", "0", "-1", "NaN", "inf", "fast", "1e9"] {
            assert!(read_speed(wrong).is_err(), "{wrong}");
        }
    }
}
