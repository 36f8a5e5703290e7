//! A session behind an editor that has its terminal.

use crate::room::screen::Held;
use crate::room::table::Table;

fn lent() -> Table {
    let table = Table::new(true);
    table.shown.borrow_mut().held = Some(Vec::new());
    table.text();
    table
}

fn held(table: &Table) -> String {
    let shown = table.shown.borrow();
    let texts = shown.held.iter().flatten().map(|held| match held {
        Held::Text(text) | Held::Check { text, .. } | Held::Report(text) => text.as_str(),
    });
    texts.collect()
}

#[test]
fn saves_behind_an_editor_are_checked_and_the_newest_check_is_told() {
    let mut table = lent();
    for answer in ["0", "1", "2"] {
        table.save(1, answer);
        table.settle();
    }
    assert_eq!(table.text(), "");
    let told = held(&table);
    assert_eq!(told.matches("Q2 saved").count(), 1, "{told}");
    assert!(told.contains("samples 2 of 2"), "{told}");
}

#[test]
fn who_edits_hears_the_last_minutes_and_the_bell() {
    let mut table = lent();
    table.tick(569);
    assert_eq!(table.shown.borrow().rings, 0);
    table.tick(570);
    assert_eq!(table.shown.borrow().rings, 1);
    table.tick(600);
    assert_eq!(table.shown.borrow().rings, 2);
    assert_eq!(table.text(), "");
}

#[test]
fn who_looks_at_the_session_is_not_rung_at_before_the_bell() {
    let mut table = Table::new(true);
    table.tick(570);
    assert_eq!(table.shown.borrow().rings, 0);
    table.tick(600);
    assert_eq!(table.shown.borrow().rings, 1);
}

#[test]
fn a_report_that_is_finished_behind_an_editor_is_kept_for_its_end() {
    let mut table = lent();
    table.save(1, "9");
    table.tick(600);
    table.tick(615);
    table.settle();
    assert!(table.status.is_some());
    assert!(table.text().is_empty() && table.shown.borrow().report.is_empty());
    assert!(held(&table).contains("Report"), "{}", held(&table));
}
