//! One screen for two: the candidate turns it to the interviewer, who sees the private card in place of everything else until
//! they leave it. The clock runs on meanwhile, and what is shown to the candidate in that time waits.

use std::time::Duration;

use crate::engine::session::Phase;
use crate::model::partner::PartnerEvent;
use crate::model::partner_wire::News;
use crate::room::message::Message;
use crate::room::partner_seat::Told;
use crate::room::room::{Prompt, Room, Stage};
use crate::store::home;
use crate::ui::input::Input;
use crate::ui::partner_keys::Act;
use crate::ui::partner_message;
use crate::ui::partner_view::View;

/// What the partner types at a second terminal to join this session.
pub fn join_command(session: &str) -> String {
    let home = std::env::var_os(home::VARIABLE).filter(|home| !home.is_empty());
    // From another folder a relative path leads elsewhere.
    let home = home.map(|home| std::path::absolute(&home).unwrap_or_else(|_| home.into()).display().to_string());
    partner_message::join_command(session, home.as_deref())
}

impl Room {
    /// The candidate wants an interviewer: at the other terminal from now on, or at this one.
    pub(super) fn offer_turn(&mut self) {
        self.let_interviewer_in();
        let command = join_command(&self.session.started().session);
        if self.partner.outbox.is_some() {
            return self.say(&partner_message::sits_there_already());
        }
        self.say(&format!("{}\n", partner_message::how_to_join_now(&command)));
        if self.furniture.has_keys {
            self.say(&partner_message::turn_the_screen());
            self.prompt = Prompt::TurnScreen;
        }
    }

    /// All is graded: Enter is the interviewer's who marks what is left, or ends the wait for the one who sits elsewhere.
    pub(super) fn marking_key(&mut self, key: char) {
        match (key, self.partner.outbox.is_some()) {
            ('\n' | '\r', false) => self.begin_turn(),
            (_, false) | ('\n' | '\r', true) => self.finish(),
            _ => {}
        }
    }

    /// After the offer: Enter is the interviewer's.
    pub(super) fn turn_key(&mut self, key: char) {
        match key {
            '\n' | '\r' => self.begin_turn(),
            _ => self.typed(key),
        }
    }

    fn begin_turn(&mut self) {
        let mut view = View::new(self.welcome(), self.state());
        let look = self.furniture.screen.look();
        for news in Told::default().news(self.state(), &self.session) {
            view.take(look, &news);
        }
        self.record_of_interviewer(PartnerEvent::Joined);
        self.partner.was_turned = true;
        self.partner.turn = Some((view, String::new()));
    }

    /// Whether the screen is turned; then the page on it is brought up to date.
    pub(super) fn show_turn(&mut self) -> bool {
        let Some((mut view, later)) = self.partner.turn.take() else { return false };
        let (look, rows) = (self.furniture.screen.look(), self.furniture.screen.rows());
        // There is one process: everything is known anew each time.
        for news in Told::default().news(self.state(), &self.session) {
            view.take(look, &news);
        }
        let page = view.page(look, rows, Duration::ZERO);
        self.furniture.screen.page(Some(&page));
        self.partner.turn = Some((view, later));
        true
    }

    /// What is left of an input after the interviewer had it.
    pub(super) fn input_of_turn(&mut self, input: Input) -> Option<Input> {
        let Some((view, _)) = &mut self.partner.turn else { return Some(input) };
        if let Input::Paste(text) = &input {
            view.paste(text);
        }
        if let Input::Key(key) = input {
            match view.key(key) {
                Act::Ask(request) => {
                    let said = self.interviewer_asks(request);
                    let look = self.furniture.screen.look();
                    if let Some((view, _)) = &mut self.partner.turn {
                        view.take(look, &News::Said(said));
                    }
                }
                Act::Leave if self.stage == Stage::Marking => self.finish(),
                Act::Leave => self.end_turn(),
                Act::Nothing | Act::Show | Act::Unknown => {}
            }
        }
        None
    }

    /// The candidate gets the screen back before anything happens that ends the hour or the process.
    pub(super) fn end_turn_before(&mut self, message: &Message) {
        let now = self.now();
        let ends = matches!(message, Message::Interrupted | Message::Stopped | Message::Input(Input::End));
        if ends || self.session.is_bell_due(now) || self.session.phase() == Phase::Grace {
            self.end_turn();
        }
    }

    /// Clear the private card, and show the candidate's with what was said meanwhile.
    pub(super) fn end_turn(&mut self) {
        let Some((view, later)) = self.partner.turn.take() else { return };
        self.furniture.screen.page(None);
        if let Some(note) = view.note_begun() {
            self.interviewer_asks(note);
        }
        self.record_of_interviewer(PartnerEvent::Left);
        self.say(&partner_message::your_screen_again());
        if self.stage == Stage::Working {
            self.show_card();
        }
        if !later.is_empty() {
            self.show(&later);
        }
    }
}
