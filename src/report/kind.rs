//! The kinds of reports, and where each stands in the folder of a run.

use std::path::PathBuf;
use std::str::FromStr;

use clap::ValueEnum;

/// A report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Kind {
    /// Counts, questions and candidates for scripts.
    SummaryJson,
    /// JUnit XML: a test suite for each candidate, a test case for each case.
    Junit,
    /// A short summary of a CI job.
    Markdown,
    /// Annotations of GitHub at the lines of answers.
    Annotations,
    /// A line for each candidate, a column for each question.
    GradesCsv,
    /// A line for each question and case: how hard it is, and whether it tells good answers from weak ones.
    ItemsCsv,
    /// A page with charts.
    Html,
    /// A folder with a `results.json` of Gradescope for each candidate.
    Gradescope,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::SummaryJson,
        Kind::Junit,
        Kind::Markdown,
        Kind::Annotations,
        Kind::GradesCsv,
        Kind::ItemsCsv,
        Kind::Html,
        Kind::Gradescope,
    ];

    /// Its file, or its folder, in the folder of a run.
    pub fn file_name(self) -> &'static str {
        match self {
            Kind::SummaryJson => "summary.json",
            Kind::Junit => "junit.xml",
            Kind::Markdown => "report.md",
            Kind::Annotations => "annotations.txt",
            Kind::GradesCsv => "grades.csv",
            Kind::ItemsCsv => "items.csv",
            Kind::Html => "report.html",
            Kind::Gradescope => "gradescope",
        }
    }
}

/// A report, and where it is wanted: `junit=build/results.xml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub kind: Kind,
    pub path: PathBuf,
}

impl FromStr for Wanted {
    type Err = String;

    fn from_str(text: &str) -> Result<Wanted, String> {
        let names = || Kind::value_variants().iter().filter_map(Kind::to_possible_value);
        let known = || names().map(|name| format!("`{}`", name.get_name())).collect::<Vec<_>>().join(", ");
        let (name, path) = text.split_once('=').ok_or("write `KIND=PATH`")?;
        let kind = Kind::from_str(name, false).map_err(|_| format!("the kinds are {}", known()))?;
        if path.is_empty() {
            return Err("the path is empty".to_owned());
        }
        Ok(Wanted { kind, path: path.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_names_a_kind_and_a_path() {
        let wanted = Wanted { kind: Kind::Junit, path: "out/a=b.xml".into() };
        assert_eq!("junit=out/a=b.xml".parse(), Ok(wanted));
        for (wrong, why) in [("junit", "KIND=PATH"), ("junit=", "empty"), ("pdf=a", "`junit`")] {
            let error = wrong.parse::<Wanted>().unwrap_err();
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn every_kind_is_written() {
        assert_eq!(Kind::ALL, Kind::value_variants());
    }
}
