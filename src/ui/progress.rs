//! A bar for what takes over a second. Hidden when standard error is no terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over answers, with how fast they are graded and when the last one will be.
pub fn rate_bar(length: usize) -> ProgressBar {
    let style =
        ProgressStyle::with_template("{bar:24} {pos}/{len}  {per_sec}  {eta} left").expect("the template is valid");
    let bar = ProgressBar::new(length as u64).with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// A bar over `length` steps that shows what is worked on. It vanishes when it is finished.
pub fn bar(length: usize) -> ProgressBar {
    let style =
        ProgressStyle::with_template("{bar:24} {pos}/{len}  {elapsed}  {wide_msg}").expect("the template is valid");
    let bar = ProgressBar::new(length as u64).with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
