//! The result of a check, for a person.
use crate::model::record::Checked;
use crate::ui::paint::Look;
pub enum Reveal {
    Everything,
}
pub fn line(_: Look, checked: &Checked) -> String {
    format!("{} {}\n", checked.file, checked.verdict)
}
pub fn render(look: Look, checked: &Checked, _source: Option<&str>, _: Reveal) -> String {
    crate::ui::session_check::result(look, &checked.file, checked, crate::ui::session_check::Reveal::Everything)
}
