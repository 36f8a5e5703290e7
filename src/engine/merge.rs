//! Several runs made one: the parts of a class that were graded apart, or classes that belong together.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use crate::model::shard::Shard;
use crate::report::result_row::ResultRow;
use crate::report::run_json::{RUN, Run};
use crate::store::results::{RESULTS, Results, each_line};

/// A folder of results, and what it says of itself.
#[derive(Debug)]
pub struct Part {
    pub folder: PathBuf,
    pub run: Run,
}

#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    #[error("`{}` holds no run of greenroom: {why}", .folder.display())]
    NoRun { folder: PathBuf, why: String },
    #[error("these results must not be mixed: {what} is {one_value} in `{}` and {other_value} in `{}`", .one.display(), .other.display())]
    Mixed { what: &'static str, one: PathBuf, one_value: String, other: PathBuf, other_value: String },
    #[error("shard {shard} is there twice: in `{}` and in `{}`", .one.display(), .other.display())]
    Twice { shard: Shard, one: PathBuf, other: PathBuf },
    #[error("the answer of `{candidate}` to `{question}` is graded in `{}` and in `{}`", .one.display(), .other.display())]
    SameAnswer { candidate: String, question: String, one: PathBuf, other: PathBuf },
    #[error("line {line} of `{}` is no result of this greenroom: {why}", .path.display())]
    NoRow { path: PathBuf, line: u64, why: String },
    #[error("cannot read `{}`: {reason}", .path.display())]
    Read { path: PathBuf, reason: io::Error },
    #[error("cannot write the results: {0}")]
    Write(io::Error),
}

/// What is not there of the whole.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    pub missing: Vec<Shard>,
    /// Folders whose run was not finished, or has lost lines since.
    pub unfinished: Vec<PathBuf>,
}

/// Where a row stands.
type Place = (usize, u64, usize);

impl Part {
    pub fn open(folder: &Path) -> Result<Part, MergeError> {
        let no_run = |why: String| MergeError::NoRun { folder: folder.to_owned(), why };
        let bytes = std::fs::read(folder.join(RUN)).map_err(|error| no_run(format!("`{RUN}`: {error}")))?;
        let run = serde_json::from_slice(&bytes).map_err(|error| no_run(format!("`{RUN}`: {error}")))?;
        Ok(Part { folder: folder.to_owned(), run })
    }

    fn results(&self) -> PathBuf {
        self.folder.join(RESULTS)
    }
}

/// Whether the parts fit together, and what is missing of them. There is at least one.
pub fn fit(parts: &[Part]) -> Result<Gaps, MergeError> {
    let mut gaps = Gaps::default();
    let mut shards: BTreeMap<Shard, &Part> = BTreeMap::new();
    for part in parts {
        if let Some((what, one_value, other_value)) = parts[0].run.differs_from(&part.run) {
            let (one, other) = (parts[0].folder.clone(), part.folder.clone());
            return Err(MergeError::Mixed { what, one, one_value, other, other_value });
        }
        if let Some(shard) = part.run.shard
            && let Some(first) = shards.insert(shard, part)
        {
            return Err(MergeError::Twice { shard, one: first.folder.clone(), other: part.folder.clone() });
        }
        if part.run.results.is_none() {
            gaps.unfinished.push(part.folder.clone());
        }
    }
    if let Some(of) = parts.first().and_then(|part| part.run.shard).map(|shard| shard.of) {
        gaps.missing = (1..=of).map(|index| Shard { index, of }).filter(|shard| !shards.contains_key(shard)).collect();
    }
    Ok(gaps)
}

/// Write the rows of all parts in order of candidates and questions, and give each to `on_row`. A part that has fewer rows
/// than it says is added to the gaps.
pub fn merge(
    parts: &[Part],
    gaps: &mut Gaps,
    results: &mut Results,
    on_row: &mut dyn FnMut(&ResultRow),
) -> Result<u64, MergeError> {
    let mut places: BTreeMap<(String, String), Place> = BTreeMap::new();
    for (number, part) in parts.iter().enumerate() {
        let rows = index(parts, number, &mut places)?;
        if part.run.results.is_some_and(|results| results != rows) {
            gaps.unfinished.push(part.folder.clone());
        }
    }
    let read = |part: &Part, reason| MergeError::Read { path: part.results(), reason };
    let mut files: BTreeMap<usize, File> = BTreeMap::new();
    for (number, offset, length) in places.values() {
        let part = &parts[*number];
        if !files.contains_key(number) {
            files.insert(*number, File::open(part.results()).map_err(|reason| read(part, reason))?);
        }
        let mut bytes = vec![0; *length];
        files[number].read_exact_at(&mut bytes, *offset).map_err(|reason| read(part, reason))?;
        let row: ResultRow = serde_json::from_slice(&bytes).map_err(|error| read(part, error.into()))?;
        results.add(&row.line()).map_err(MergeError::Write)?;
        on_row(&row);
    }
    results.sync().map_err(MergeError::Write)?;
    Ok(places.len() as u64)
}

/// Note where the rows of a part stand; gives how many there are.
fn index(parts: &[Part], number: usize, places: &mut BTreeMap<(String, String), Place>) -> Result<u64, MergeError> {
    let path = parts[number].results();
    let (mut rows, mut failure) = (0, None);
    let read = each_line(&path, &mut |line| {
        if line.torn {
            return Ok(true);
        }
        let row: ResultRow = match serde_json::from_slice(&line.bytes) {
            Ok(row) => row,
            Err(error) => {
                failure = Some(MergeError::NoRow { path: path.clone(), line: line.number, why: error.to_string() });
                return Ok(false);
            }
        };
        rows += 1;
        let place = (number, line.offset, line.bytes.len());
        if let Some((first, _, _)) = places.insert((row.candidate.clone(), row.question.clone()), place) {
            let (one, other) = (parts[first].folder.clone(), parts[number].folder.clone());
            let (candidate, question) = (row.candidate, row.question);
            failure = Some(MergeError::SameAnswer { candidate, question, one, other });
            return Ok(false);
        }
        Ok(true)
    });
    read.map_err(|reason| MergeError::Read { path: path.clone(), reason })?;
    failure.map_or(Ok(rows), Err)
}

/// What is said of the whole.
pub fn whole(parts: &[Part], gaps: &Gaps, rows: u64) -> Run {
    let sum = |count: &dyn Fn(&Run) -> u64| parts.iter().map(|part| count(&part.run)).sum();
    let complete = *gaps == Gaps::default();
    Run {
        shard: None,
        answers: sum(&|run| run.answers),
        not_graded: sum(&|run| run.not_graded),
        results: complete.then_some(rows),
        ..parts[0].run.clone()
    }
}
