//! Texts of strangers as every report shows them, before they are quoted for its format.

use crate::model::escape::{self, inert};

/// On one line: what cannot be seen becomes a visible escape, and nothing commands a CI.
pub fn line(text: &str) -> String {
    inert(&escape::line(text))
}

/// On as many lines as it has.
pub fn block(text: &str) -> String {
    escape::terminal(text).split('\n').map(inert).collect::<Vec<_>>().join("\n")
}

/// On one line and no longer than this many characters; `…` says that something is missing.
pub fn short(text: &str, most: usize) -> String {
    // A character gives at most ten, so that a long text is not escaped whole.
    let text: String = text.chars().take(most + 1).collect();
    let text = line(&text);
    if text.chars().count() <= most {
        return text;
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// A share as a whole percentage. Only everything is 100, and only nothing is 0.
pub fn percent(share: f64) -> String {
    let rounded = (share * 100.0).round();
    let percentage = if share < 1.0 && share > 0.0 { rounded.clamp(1.0, 99.0) } else { rounded };
    format!("{percentage} %")
}

/// A count with its noun.
pub fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Milliseconds as a person reads them.
pub fn duration(ms: u64) -> String {
    match ms {
        0..1000 => format!("{ms} ms"),
        1000..60_000 => format!("{:.1} s", ms as f64 / 1000.0),
        _ => format!("{} min {} s", ms / 60_000, ms / 1000 % 60),
    }
}

/// Seconds as a clock shows them: `24:10`.
pub fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A rough length in seconds: `12 s`, `3 min`, `2 h 05 min`.
pub fn span(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3_600 => format!("{} min", seconds / 60),
        _ => format!("{} h {:02} min", seconds / 3_600, seconds % 3_600 / 60),
    }
}

/// Milliseconds as XML and Gradescope want them: in seconds.
pub fn seconds(ms: u64) -> String {
    format!("{}.{:03}", ms / 1000, ms % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_text_commands_a_ci() {
        assert_eq!(line("::error::x"), r"\x3a:error::x");
        assert_eq!(block("a\n ::error::x\n##[b]"), "a\n \\x3a:error::x\n##\\x5bb]");
    }

    #[test]
    fn only_everything_is_a_hundred() {
        assert_eq!([0.0, 0.0001, 0.454, 0.9999, 1.0].map(percent), ["0 %", "1 %", "45 %", "99 %", "100 %"]);
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(short("abcde", 5), "abcde");
        assert_eq!(short("abcdef", 5), "abcd…");
        assert_eq!(short("\u{1b}\u{1b}", 5), "\\x1b…");
    }

    #[test]
    fn times_are_readable() {
        assert_eq!([7, 1500, 125_000].map(duration), ["7 ms", "1.5 s", "2 min 5 s"]);
        assert_eq!([7, 61_250].map(seconds), ["0.007", "61.250"]);
        assert_eq!([9, 3_605].map(clock), ["0:09", "60:05"]);
        assert_eq!([59, 60, 7_500].map(span), ["59 s", "1 min", "2 h 05 min"]);
    }
}
