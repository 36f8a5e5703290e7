//! A table to play sessions at: a clock that tests set, a screen that remembers, and the room between them.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, channel};

use tempfile::TempDir;

use crate::engine::session::{Phase, Session};
use crate::engine::testing::FakeClock;
use crate::model::conditions::Conditions;
use crate::model::event::Event;
use crate::model::exit_status::ExitStatus;
use crate::model::material::Material;
use crate::model::question::Question;
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::model::testing::{at, materials, started};
use crate::room::demos::Demos;
use crate::room::desk::{Counted, Desk, Job, Outcome, Work};
use crate::room::keeper::Keeper;
use crate::room::message::Message;
use crate::room::resume;
use crate::room::room::{Furniture, Room};
use crate::room::screen::{Held, Screen, hold_check};
use crate::room::table_checker::{check, growth};
use crate::store::journal::Journal;
use crate::store::session_folder::SessionFolder;
use crate::ui::input::Input;
use crate::ui::paint::Look;
use crate::ui::session_files;

/// A room, and everything around it that a test holds.
pub struct Table {
    pub room: Room,
    pub clock: FakeClock,
    pub work: Receiver<Work>,
    /// The questions whose demos are wanted.
    pub demos: Receiver<usize>,
    pub shown: Rc<RefCell<Shown>>,
    pub status: Option<ExitStatus>,
    pub place: Rc<TempDir>,
    /// What was changed of the questions that all tests share.
    change: fn(&mut [Material]),
}

#[derive(Default)]
pub struct Shown {
    pub text: String,
    pub status: String,
    pub page: Option<String>,
    pub report: String,
    /// Something, while the terminal is lent.
    pub held: Option<Vec<Held>>,
    pub rings: usize,
}

struct Paper(Rc<RefCell<Shown>>);

impl Screen for Paper {
    fn look(&self) -> Look {
        Look { width: 80, colour: false, unicode: true }
    }

    fn report_look(&self) -> Look {
        self.look()
    }

    fn show(&mut self, text: &str) {
        let mut shown = self.0.borrow_mut();
        match &mut shown.held {
            Some(held) => held.push(Held::Text(text.to_owned())),
            None => shown.text.push_str(text),
        }
    }

    fn status(&mut self, line: &str, _cursor: usize) {
        self.0.borrow_mut().status = line.to_owned();
    }

    fn page(&mut self, page: Option<&str>) {
        self.0.borrow_mut().page = page.map(str::to_owned);
    }

    fn rows(&self) -> usize {
        24
    }

    fn clear_status(&mut self) {
        self.0.borrow_mut().status.clear();
    }

    fn report(&mut self, text: &str) {
        let mut shown = self.0.borrow_mut();
        match &mut shown.held {
            Some(held) => held.push(Held::Report(text.to_owned())),
            None => shown.report.push_str(text),
        }
    }

    fn check(&mut self, question: usize, text: &str) {
        let mut shown = self.0.borrow_mut();
        match &mut shown.held {
            Some(held) => hold_check(held, question, text),
            None => shown.text.push_str(text),
        }
    }

    fn ring(&mut self) {
        self.0.borrow_mut().rings += 1;
    }

    fn settle(&mut self) {}

    fn lend(&mut self) {
        self.0.borrow_mut().held = Some(Vec::new());
    }

    fn take_back(&mut self) -> Vec<Held> {
        self.0.borrow_mut().held.take().unwrap_or_default()
    }

    fn is_lent(&self) -> bool {
        self.0.borrow().held.is_some()
    }
}

/// How a room is entered.
type Open = fn(&mut Room) -> Option<ExitStatus>;

impl Table {
    /// A session that starts at second 0, on a terminal or fed by a script.
    pub fn new(has_keys: bool) -> Table {
        Table::with(Conditions::default(), has_keys)
    }

    /// As `new`, held to these conditions.
    pub fn with(conditions: Conditions, has_keys: bool) -> Table {
        Table::changed(conditions, has_keys, |_| {})
    }

    /// As `with`, with other questions.
    pub fn changed(conditions: Conditions, has_keys: bool, change: fn(&mut [Material])) -> Table {
        let place = Rc::new(tempfile::tempdir().unwrap());
        let root = place.path().join("room");
        SessionFolder::create(&root).unwrap();
        let mut started = started();
        started.folder = root;
        started.conditions = conditions;
        let mut journal = Journal::open(place.path()).unwrap();
        journal.append(&started.session, at(0), &Event::Started(Box::new(started.clone()))).unwrap();
        Table::set(place, journal, Session::new(started, at(0)), FakeClock::at(0), has_keys, change, Room::open)
    }

    /// What a new process finds after this one died or left, at this second.
    pub fn resumed(self, second: u64) -> Table {
        self.come_back(second, Room::open)
    }

    /// As `resumed`, of somebody who comes to finish.
    pub fn finished(self, second: u64) -> Table {
        self.come_back(second, Room::open_to_finish)
    }

    fn come_back(self, second: u64, open: Open) -> Table {
        let (place, change) = (self.place.clone(), self.change);
        drop(self.room);
        let mut journal = Journal::open(place.path()).unwrap();
        let mut materials = materials();
        change(&mut materials);
        let questions: Vec<Option<&Question>> = materials.iter().map(|material| Some(&material.question)).collect();
        let mut session = resume::find(&journal, None).unwrap().settle(&questions);
        if matches!(session.phase(), Phase::Running | Phase::Suspended(_)) {
            journal.append("k7qd", at(second), &Event::Resumed).unwrap();
            assert!(session.apply(&Event::Resumed, at(second)));
        }
        Table::set(place, journal, session, FakeClock::at(second), false, change, open)
    }

    fn set(
        place: Rc<TempDir>,
        journal: Journal,
        session: Session,
        clock: FakeClock,
        has_keys: bool,
        change: fn(&mut [Material]),
        open: Open,
    ) -> Table {
        let folder = SessionFolder::reopen(&session.started().folder).unwrap();
        let mut materials = materials();
        change(&mut materials);
        for (index, (drawn, material)) in session.started().questions.iter().zip(&materials).enumerate() {
            let saved = session.newest(index).map(|save| save.content.as_slice());
            folder
                .add_question(index, drawn, &session_files::sheet(drawn, session.started().conditions, material, saved))
                .unwrap();
        }
        let (sender, work) = channel();
        let (wanting, demos) = channel();
        let shown = Rc::new(RefCell::new(Shown::default()));
        let furniture = Furniture {
            clock: Box::new(clock.clone()),
            screen: Box::new(Paper(shown.clone())),
            keeper: Keeper::new(journal, &session.started().session),
            folder,
            folder_name: "room".to_owned(),
            materials,
            desk: Desk::new(sender),
            demos: Demos::new(wanting),
            asked_before: vec![Default::default(); session.count()],
            has_keys,
            bank_changed: false,
        };
        let mut room = Room::new(furniture, session);
        let status = open(&mut room);
        Table { room, clock, work, demos, shown, status, place, change }
    }

    pub fn send(&mut self, message: Message) {
        assert_eq!(self.status, None, "the room is over");
        self.status = self.room.handle(message);
    }

    pub fn line(&mut self, line: &str) {
        self.send(Message::Input(Input::Line(line.to_owned())));
    }

    /// Type without a rest in between, and rest then.
    pub fn keys(&mut self, keys: &str) {
        for key in keys.chars() {
            self.send(Message::Input(Input::Key(key)));
        }
        if self.status.is_none() {
            self.send(Message::Tick);
        }
    }

    /// Let the time run out, and the moments after it.
    pub fn ring(&mut self) {
        self.tick(600);
        self.tick(615);
    }

    pub fn tick(&mut self, second: u64) {
        self.clock.set(second);
        self.send(Message::Tick);
    }

    pub fn answer(&self, question: usize) -> PathBuf {
        let drawn = &started().questions[question];
        SessionFolder::reopen(&self.place.path().join("room")).unwrap().answer_path(question, drawn)
    }

    /// Write an answer and let the room hear of it.
    pub fn save(&mut self, question: usize, content: &str) {
        std::fs::write(self.answer(question), content).unwrap();
        self.send(Message::FilesChanged);
    }

    /// Do all the work, as a checker would.
    pub fn settle(&mut self) {
        while self.status.is_none()
            && let Ok(work) = self.work.try_recv()
        {
            self.send(match work {
                Work::Check(job) => Message::Checked(Box::new(Outcome { result: check(&job), job })),
                Work::Count(count) => Message::Counted(Box::new(Counted { result: Ok(growth(&count)), count })),
            });
        }
    }

    /// The job that runs, once.
    pub fn job(&mut self) -> Job {
        let Work::Check(job) = self.work.try_recv().unwrap() else { panic!("it is counted") };
        job
    }

    /// What was shown since the last time.
    pub fn text(&self) -> String {
        std::mem::take(&mut self.shown.borrow_mut().text)
    }

    pub fn journal(&self) -> Journal {
        Journal::open(self.place.path()).unwrap()
    }

    pub fn events(&self) -> Vec<Event> {
        self.journal().records("k7qd").unwrap().into_iter().map(|record| record.event).collect()
    }

    pub fn report(&self) -> SessionReport {
        let path = self.place.path().join("room/report.json");
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    }

    pub fn reported(&self, question: usize) -> QuestionReport {
        self.report().questions.swap_remove(question)
    }
}
