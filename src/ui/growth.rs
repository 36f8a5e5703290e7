//! How the cost of an answer grows, for a person: the class that was counted, the author's, and the counts themselves.

use crate::model::escape::inert;
use crate::model::growth::{Growth, Point};
use crate::ui::paint::{Look, Tone};
use crate::ui::width::{width, wrap};

/// The most sizes that a table shows.
const ROWS: usize = 6;

/// The widest bar.
const WIDEST_BAR: usize = 24;

/// What stands before each line.
const INDENT: &str = "  ";

/// What was counted, with a line break at its end. An empty line comes first.
pub fn render(look: Look, growth: &Growth) -> String {
    let columns = look.width - INDENT.len();
    let (tone, text) = verdict(growth);
    let mut lines: Vec<String> = wrap(&text, columns).iter().map(|line| look.paint(tone, line)).collect();
    if !growth.points.is_empty() {
        lines.push(String::new());
        lines.extend(table(look, &growth.points, columns));
        lines.push(String::new());
        lines.extend(wrap(&look.line(&footnote(growth)), columns).iter().map(|line| look.dim(line)));
    }
    lines.iter().map(|line| format!("\n{}", inert(&format!("{INDENT}{line}")).trim_end())).collect::<String>() + "\n"
}

/// What the count says, and whether the author agrees.
fn verdict(growth: &Growth) -> (Tone, String) {
    let author = growth.author.map(|author| format!("the author's answer is {author}"));
    match (growth.class, growth.author) {
        (Some(class), Some(author)) if class == author => {
            (Tone::Good, format!("Grows as {class}: counted, and {author} is the author's class too."))
        }
        (Some(class), Some(author)) if class > author => (
            Tone::Caution,
            format!(
                "Grows as {class}: counted. The author's answer is {author}: yours does more work for large inputs."
            ),
        ),
        (Some(class), Some(author)) => {
            (Tone::Good, format!("Grows as {class}: counted. That is less work than the author's {author}."))
        }
        (Some(class), None) => (Tone::Plain, format!("Grows as {class}: counted.")),
        (None, _) => {
            let undecided = match growth.nearest[..] {
                [best, next, ..] => format!("Growth undecided: {} is as likely as {}", best.min(next), best.max(next)),
                _ if growth.points.is_empty() => {
                    let reason = growth.stopped.as_deref().unwrap_or("there is nothing to count");
                    return (Tone::Dim, format!("Growth not counted: {}.", crate::model::escape::line(reason)));
                }
                _ => "Growth undecided: too few sizes could be counted".to_owned(),
            };
            (Tone::Dim, author.map_or_else(|| format!("{undecided}."), |author| format!("{undecided}; {author}.")))
        }
    }
}

/// Sizes with their steps, and the steps for each item as bars: level when a count grows as its input does.
fn table(look: Look, points: &[Point], columns: usize) -> Vec<String> {
    let shown = spaced(points);
    let each = |point: &Point| point.steps as f64 / f64::from(point.size.max(1));
    let most = shown.iter().map(each).fold(f64::MIN_POSITIVE, f64::max);
    let cells: Vec<[String; 3]> = shown
        .iter()
        .map(|point| [point.size.to_string(), point.steps.to_string(), format!("{:.1}", each(point))])
        .collect();
    let heads = ["size", "steps", "per item"];
    let wide: Vec<usize> = (0..3)
        .map(|column| cells.iter().map(|row| width(&row[column])).fold(heads[column].len(), usize::max))
        .collect();
    let row = |cells: &[String]| {
        cells.iter().zip(&wide).map(|(cell, wide)| format!("{cell:>wide$}")).collect::<Vec<_>>().join("  ")
    };
    let room = columns.saturating_sub(wide.iter().sum::<usize>() + 6).min(WIDEST_BAR);
    let mut lines = vec![look.dim(&row(&heads.map(str::to_owned)))];
    for (point, cells) in shown.iter().zip(&cells) {
        let length = (each(point) / most * room as f64).round() as usize;
        let bar = if look.unicode { "█" } else { "#" }.repeat(length.max(1).min(room));
        lines.push(format!("{}  {bar}", row(cells)).trim_end().to_owned());
    }
    lines
}

/// At most [`ROWS`] of the points, evenly spaced, the last one among them.
fn spaced(points: &[Point]) -> Vec<Point> {
    let step = points.len().div_ceil(ROWS).max(1);
    let mut shown: Vec<Point> = points.iter().rev().step_by(step).copied().collect();
    shown.reverse();
    shown
}

fn footnote(growth: &Growth) -> String {
    let mut notes = Vec::new();
    if let (Some(_), Some(next)) = (growth.class, growth.nearest.get(1)) {
        notes.push(format!("Next best: {next}."));
    }
    notes.extend(growth.stopped.as_ref().map(|stopped| format!("Not further: {stopped}.")));
    notes.push("Steps are counted by the answer itself, not timed: advice, never a verdict.".to_owned());
    notes.join(" ")
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::model::growth::Class;

    const WIDE: Look = Look { width: 80, colour: false, unicode: true };

    fn growth(class: Option<Class>, nearest: &[Class], steps: impl Fn(u64) -> u64) -> Growth {
        let points = [16, 32, 64, 128, 256, 512, 1024].map(|size| Point { size, steps: steps(u64::from(size)) });
        let author = Some(Class::Linear);
        Growth { points: points.to_vec(), class, nearest: nearest.to_vec(), stopped: None, author }
    }

    #[test]
    fn a_count_that_the_author_shares_has_level_bars() {
        let growth = growth(Some(Class::Linear), &[Class::Linear, Class::Linearithmic], |n| 5 * n + 4);
        assert_snapshot!(render(WIDE, &growth), @r"

          Grows as O(n): counted, and O(n) is the author's class too.

          size  steps  per item
            16     84       5.2  ████████████████████████
            64    324       5.1  ███████████████████████
           256   1284       5.0  ███████████████████████
          1024   5124       5.0  ███████████████████████

          Next best: O(n log n). Steps are counted by the answer itself, not timed:
          advice, never a verdict.
        ");
    }

    #[test]
    fn a_dearer_count_says_so_and_why_it_ended() {
        let mut growth = growth(Some(Class::Quadratic), &[Class::Quadratic, Class::Cubic], |n| n * n / 2);
        growth.stopped = Some("size 1536 takes more than 500000 steps".to_owned());
        let look = Look { width: 40, unicode: false, ..WIDE };
        let shown = render(look, &growth);
        assert!(shown.lines().all(|line| line.chars().count() <= 40), "{shown}");
        assert_snapshot!(shown, @r"

          Grows as O(n^2): counted. The author's
          answer is O(n): yours does more work
          for large inputs.

          size   steps  per item
            16     128       8.0  #
            64    2048      32.0  #
           256   32768     128.0  ####
          1024  524288     512.0  ##############

          Next best: O(n^3). Not further: size
          1536 takes more than 500000 steps.
          Steps are counted by the answer
          itself, not timed: advice, never a
          verdict.
        ");
    }

    #[test]
    fn an_undecided_count_names_both_classes_and_nothing_counted_names_the_reason() {
        let undecided = growth(None, &[Class::Linearithmic, Class::Linear], |n| 5 * n);
        let undecided = render(WIDE, &undecided);
        let expected = "Growth undecided: O(n) is as likely as O(n log n); the author's answer is";
        assert_eq!(undecided.lines().nth(1).unwrap().trim(), expected);
        let nothing = Growth::not_counted("size 4 raised E: \u{1b}[31m", None);
        assert_eq!(render(WIDE, &nothing), "\n  Growth not counted: size 4 raised E: \\x1b[31m.\n");
    }
}
