//! The figures as plain text.

use std::fmt::Write;

use crate::bars::{self, bars};
use crate::figures::Figures;
use crate::rounds::Batch;
use crate::statistics::Spread;

/// Rows of cells in columns; the first and the last to the left, the others to the right.
struct Table(Vec<Vec<String>>);

impl Table {
    fn render(&self) -> String {
        let columns = self.0.first().map_or(0, Vec::len);
        let width = |column: usize| self.0.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let mut text = String::new();
        for row in &self.0 {
            let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
                if column == 0 || column + 1 == columns { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            text += line.trim_end();
            text.push('\n');
        }
        text
    }
}

/// Everything that was measured.
pub fn render(figures: &Figures) -> String {
    let machine = &figures.machine;
    let mut text = format!(
        "CPython {}, {} cores, load average {:.1} before and {:.1} after. Medians (minimum to maximum).\n\
         CPU is user and system time of all processes of a contender: this program adopts and reaps what a contender\n\
         leaves behind, so killed workers and their children are counted.\n",
        machine.python, machine.cores, machine.load[0], machine.load[1]
    );
    if !figures.rounds.batches.is_empty() {
        section(&mut text, "Grading a batch, per answer", &batches(figures));
        text += "`none`: an answer has your files, your network and no limits; in one process for all it can also break or\n\
                 forge the verdicts of all others. Patched names are no wall: they are meant against accidents.\n";
        if let Some((batch, claimed)) =
            bars::ours(&figures.rounds).and_then(|batch| Some((batch, batch.claimed_cpu_ms?)))
        {
            let _ = writeln!(
                text,
                "Of {:.2} ms greenroom's own report gives {claimed:.2} ms to the children that ran the answers, in whole\n\
                 milliseconds cut off; the rest is zygotes, parent and their start.",
                batch.cpu_ms.median
            );
        }
    }
    if let Some(floor) = &figures.floor {
        let mut rows = vec![row(["", "CPU ms", "faults", ""])];
        rows.extend(
            floor
                .blocks
                .iter()
                .map(|block| row([block.name, &spread(&block.cpu_ms, 3), &format!("{:.0}", block.minor_faults), ""])),
        );
        section(&mut text, "The floor, and what isolation adds", &Table(rows));
        let _ = writeln!(
            text,
            "Floor, fork + compile + run: {:.2} ms. Lockdown and proof cost {:+.0} % in a slot, {:+.0} % against no sandbox at all.",
            floor.sum_ms,
            (floor.lockdown - 1.0) * 100.0,
            (floor.sandbox - 1.0) * 100.0
        );
    }
    let mut moments = vec![row(["", "median ms", "p99", "max", "times"])];
    let mut moment = |name: &str, spread: &Spread| {
        moments.push(vec![
            name.to_owned(),
            format!("{:.1}", spread.median),
            format!("{:.1}", spread.p99),
            format!("{:.1}", spread.max),
            spread.count.to_string(),
        ]);
    };
    if let Some(watch) = &figures.watch_ms {
        moment("watch: from save to verdict", watch);
    }
    if let Some(overshoot) = &figures.overshoot {
        moment("endless answers: beyond the limit, as reported", &overshoot.reported);
        moment("endless answers: beyond the limit, from outside", &overshoot.outside);
    }
    if moments.len() > 1 {
        section(&mut text, "Moments", &Table(moments));
    }
    if let Some(overshoot) = &figures.overshoot {
        let (kind, late) = &overshoot.worst;
        let _ = writeln!(text, "The latest kind of endless answer: {kind}, {late:.1} ms in the median.");
    }
    section(&mut text, "The bars of DESIGN.md, section 7", &bar_table(figures));
    for problem in figures.rounds.broken.iter().chain(&figures.problems) {
        let _ = writeln!(text, "not measured: {problem}");
    }
    text
}

fn section(text: &mut String, title: &str, table: &Table) {
    let _ = write!(text, "\n{title}\n{}", table.render());
}

fn batches(figures: &Figures) -> Table {
    let ours = bars::ours(&figures.rounds).map(|batch| batch.cpu_ms.median);
    let mut rows =
        vec![row(["", "answers", "CPU ms", "x ours", "wall ms", "faults", "MiB own", "MiB all", "isolation"])];
    let mut sorted: Vec<&Batch> = figures.rounds.batches.iter().collect();
    sorted.sort_by(|one, other| other.cpu_ms.median.total_cmp(&one.cpu_ms.median));
    for batch in sorted {
        rows.push(vec![
            batch.name.to_owned(),
            batch.size.to_string(),
            spread(&batch.cpu_ms, 2),
            ours.map_or(String::new(), |ours| format!("{:.2}", batch.cpu_ms.median / ours)),
            format!("{:.2}", batch.wall_ms.median),
            format!("{:.0}", batch.minor_faults),
            memory(batch.own_peak_mib),
            memory(batch.tree_peak_mib),
            batch.isolation.to_owned(),
        ]);
    }
    Table(rows)
}

/// Nothing where nothing was seen.
fn memory(mib: f64) -> String {
    if mib > 0.0 { format!("{mib:.0}") } else { "-".to_owned() }
}

fn bar_table(figures: &Figures) -> Table {
    let mut rows = vec![row(["", "figure", "bar", ""])];
    for bar in bars(figures) {
        let digits = if bar.bar < 1.0 { 3 } else { 2 };
        let verdict = match bar.is_reached() {
            Some(true) => "reached",
            Some(false) => "NOT reached",
            None => "not measured",
        };
        let figure = bar.figure.map_or("-".to_owned(), |figure| format!("{figure:.digits$} {}", bar.unit));
        let sign = if bar.at_least { ">=" } else { "<=" };
        rows.push(vec![bar.what, figure, format!("{sign} {} {}", bar.bar, bar.unit), verdict.to_owned()]);
    }
    Table(rows)
}

fn row<const COLUMNS: usize>(cells: [&str; COLUMNS]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

fn spread(spread: &Spread, digits: usize) -> String {
    format!("{:.digits$} ({:.digits$} to {:.digits$})", spread.median, spread.min, spread.max)
}
