//! All reports of a run from its `results.jsonl`: one entry point for whoever has one.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::report::context::Context;
use crate::report::facts::Facts;
use crate::report::kind::Kind;
use crate::report::result_row::ResultRow;
use crate::report::results::{Results, ResultsError};
use crate::report::{annotations, grades_csv, gradescope, html, items_csv, junit, markdown, summary_json};
use crate::store::atomic;

/// The results of a run, and what is known of them.
#[derive(Debug)]
pub struct Bundle {
    results: Results,
    facts: Facts,
    context: Context,
}

#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    #[error(transparent)]
    Results(#[from] ResultsError),
    #[error("cannot write `{}`: {reason}", .path.display())]
    Write { path: PathBuf, reason: io::Error },
}

impl Bundle {
    /// Read all rows of a `results.jsonl` once.
    pub fn open(results: &Path, context: Context) -> Result<Bundle, BundleError> {
        let results = Results::open(results)?;
        let facts = Facts::of(results.rows())?;
        Ok(Bundle { results, facts, context })
    }

    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Write a report that is one document; of [`Kind::Gradescope`], the documents of all candidates behind one another.
    pub fn render(&self, kind: Kind, to: &mut dyn Write) -> Result<(), ResultsError> {
        let (facts, context) = (&self.facts, &self.context);
        match kind {
            Kind::SummaryJson => summary_json::write(to, facts, context)?,
            Kind::Junit => junit::write(to, facts, context, self.results.rows())?,
            Kind::Markdown => to.write_all(markdown::render(facts, context).as_bytes())?,
            Kind::Annotations => annotations::write(to, facts, context, self.results.rows())?,
            Kind::GradesCsv => grades_csv::write(to, facts)?,
            Kind::ItemsCsv => items_csv::write(to, facts)?,
            Kind::Html => to.write_all(html::render(facts, context).as_bytes())?,
            Kind::Gradescope => {
                self.each_candidate(&mut |rows| Ok(to.write_all(gradescope::render(rows, context).as_bytes())?))?;
            }
        }
        Ok(())
    }

    /// Write a report to a file, whole or not at all; of [`Kind::Gradescope`], a file for each candidate below a folder.
    pub fn write(&self, kind: Kind, path: &Path) -> Result<(), BundleError> {
        let failed = |error| match error {
            ResultsError::Io(reason) => BundleError::Write { path: path.to_owned(), reason },
            other => BundleError::Results(other),
        };
        let parent = if kind == Kind::Gradescope { Some(path) } else { path.parent() };
        parent.map_or(Ok(()), fs::create_dir_all).map_err(|reason| failed(reason.into()))?;
        if kind == Kind::Gradescope {
            return self
                .each_candidate(&mut |rows| {
                    let Some(first) = rows.first() else { return Ok(()) };
                    let folder = path.join(gradescope::folder_name(&first.candidate));
                    fs::create_dir_all(&folder)?;
                    let document = gradescope::render(rows, &self.context);
                    // Made again from the results whenever somebody wants them: not worth a wait for the disk.
                    // Receipt: 2,000 such files took 0.12 s, and 7.7 s with a sync each.
                    Ok(atomic::write_unsynced(&folder.join("results.json"), document.as_bytes())?)
                })
                .map_err(failed);
        }
        atomic::write_with(path, |file| {
            let mut to = BufWriter::with_capacity(1 << 16, file);
            self.render(kind, &mut to)?;
            Ok(to.flush()?)
        })
        .map_err(failed)
    }

    /// Write all reports into the folder of a run.
    pub fn write_all(&self, folder: &Path) -> Result<(), BundleError> {
        Kind::ALL.iter().try_for_each(|kind| self.write(*kind, &folder.join(kind.file_name())))
    }

    fn each_candidate(
        &self,
        with: &mut dyn FnMut(&[ResultRow]) -> Result<(), ResultsError>,
    ) -> Result<(), ResultsError> {
        let mut of_candidate: Vec<ResultRow> = Vec::new();
        for row in self.results.rows() {
            let row = row?;
            if of_candidate.first().is_some_and(|first| first.candidate != row.candidate) {
                with(&of_candidate)?;
                of_candidate.clear();
            }
            of_candidate.push(row);
        }
        with(&of_candidate)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::report::testing::{class, context, hostile_class};

    /// All files of all reports of these rows, by their paths.
    fn files(rows: &[ResultRow]) -> BTreeMap<String, Vec<u8>> {
        fn walk(folder: &Path, root: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
            for entry in folder.read_dir().unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, root, found);
                } else {
                    let name = path.strip_prefix(root).unwrap().display().to_string();
                    found.insert(name, fs::read(&path).unwrap());
                }
            }
        }
        let folder = tempfile::tempdir().unwrap();
        let results = folder.path().join("results.jsonl");
        fs::write(&results, rows.iter().map(ResultRow::line).collect::<String>()).unwrap();
        let out = folder.path().join("out");
        Bundle::open(&results, context()).unwrap().write_all(&out).unwrap();
        let mut found = BTreeMap::new();
        walk(&out, &out, &mut found);
        found
    }

    #[test]
    fn every_report_is_the_same_in_whatever_order_answers_were_graded() {
        let mut backwards = class();
        backwards.reverse();
        assert_eq!(files(&class()), files(&backwards));
    }

    #[test]
    fn every_kind_is_written_and_nothing_else() {
        let names: Vec<String> = files(&class()).into_keys().collect();
        let expected = [
            "annotations.txt",
            "grades.csv",
            "gradescope/ada/results.json",
            "gradescope/bob/results.json",
            "gradescope/cyd/results.json",
            "gradescope/dee/results.json",
            "items.csv",
            "junit.xml",
            "report.html",
            "report.md",
            "summary.json",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn no_file_of_a_hostile_class_draws_commands_or_runs() {
        for (name, bytes) in files(&hostile_class()) {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{2066}', '\u{200b}', '\r', '\0']), "{name}");
            let marked_up = [".html", ".xml", ".md"].iter().any(|ending| name.ends_with(ending));
            assert!(!(marked_up && (text.contains("<script") || text.contains("<img"))), "{name}");
            assert!(!text.contains("##["), "{name}");
            let commands = text.lines().filter(|line| line.trim_start().starts_with("::")).count();
            assert!(commands == 0 || name == "annotations.txt" && commands == 11, "{name}");
        }
    }

    #[test]
    fn a_class_of_nobody_has_reports() {
        assert_eq!(files(&[]).len(), 7);
    }
}
