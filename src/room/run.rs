//! The loop of a room.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender};

use crate::engine::clock::SystemClock;
use crate::engine::session::Session;
use crate::model::exit_status::ExitStatus;
use crate::model::material::Material;
use crate::model::question::Question;
use crate::room::demos::Demos;
use crate::room::desk::Desk;
use crate::room::editing::Editing;
use crate::room::error::RoomError;
use crate::room::keeper::Keeper;
use crate::room::message::Message;
use crate::room::opener::{Opener, Place};
use crate::room::partner_door::Door;
use crate::room::room::{Furniture, Room};
use crate::room::screen::{Screen, Terminal};
use crate::room::sources::Sources;
use crate::store::follow_ups;
use crate::store::home::Home;
use crate::store::journal::Journal;
use crate::store::session_folder::SessionFolder;
use crate::ui::session_editor;
use crate::ui::session_files;

/// What a session runs on.
pub struct Entrance {
    pub sources: Sources,
    pub screen: Terminal,
    pub journal: Journal,
    pub folder: SessionFolder,
    pub materials: Vec<Material>,
    pub desk: Desk,
    pub demos: Demos,
    pub bank_changed: bool,
    /// An interviewer may join.
    pub interviewer: bool,
    /// Opens the answer files, where that was asked for.
    pub opener: Option<Opener>,
    /// The session is to be finished at once.
    pub finishes: bool,
}

/// Run a session until it is left or over. Its start or resumption is in the journal already.
pub fn run(entrance: Entrance, session: Session) -> Result<ExitStatus, RoomError> {
    let Entrance { sources, mut screen, journal, folder, materials, .. } = entrance;
    let Entrance { desk, demos, bank_changed, interviewer, opener, finishes, .. } = entrance;
    let started = session.started();
    folder.add_overview(&session_files::overview(started))?;
    for (index, drawn) in started.questions.iter().enumerate() {
        let saved = session.newest(index).map(|save| save.content.as_slice());
        folder.add_question(
            index,
            drawn,
            &session_files::sheet(drawn, started.conditions, &materials[index], saved),
        )?;
    }
    let folders: Vec<PathBuf> =
        started.questions.iter().enumerate().map(|(index, drawn)| folder.question_folder(index, drawn)).collect();
    let _watcher = sources.watch(&folders);
    let edits_here = opener.as_ref().is_some_and(|opener| opener.place() == Place::Here);
    // First, so that the question fits into what is left of this terminal.
    if let Some(opener) = opener.as_ref().filter(|_| !edits_here) {
        let answers: Vec<PathBuf> =
            started.questions.iter().enumerate().map(|(index, drawn)| folder.answer_path(index, drawn)).collect();
        // The clock runs: without its editor the session goes on all the same.
        if let Err(error) = opener.open(&answers) {
            screen.show(&session_editor::not_opened(&error.to_string()));
        }
    }
    let questions: Vec<&Question> = materials.iter().map(|material| &material.question).collect();
    let asked_before = follow_ups::asked(&journal, &questions);
    let furniture = Furniture {
        clock: Box::new(SystemClock::new()),
        screen: Box::new(screen),
        keeper: Keeper::new(journal, &started.session),
        folder_name: short_name(folder.root()),
        folder,
        materials,
        desk,
        demos,
        asked_before,
        has_keys: sources.has_keys(),
        bank_changed,
    };
    let mut room = Room::new(furniture, session);
    let sender = sources.sender();
    room.hang_door(Box::new(move || open_door(sender.clone())));
    if interviewer {
        room.let_interviewer_in();
    }
    let mut editing = Editing::new(&sources, opener);
    let mut status = if finishes { room.open_to_finish() } else { room.open() };
    if edits_here {
        room.edit();
    }
    loop {
        editing.obey(&mut room);
        // Whoever still edits when the session is over sees its report when the editor is closed.
        if let Some(status) = status.filter(|_| !editing.is_on()) {
            return Ok(status);
        }
        let message = match sources.messages.recv_timeout(room.patience()) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => Message::Tick,
            // The sources hold a sender themselves; without any there is nothing to wait for.
            Err(RecvTimeoutError::Disconnected) => Message::Interrupted,
        };
        if matches!(message, Message::Stopped) {
            room.fall_asleep();
            sources.sleep();
            room.wake_up();
        }
        match message {
            Message::Editor(news) => {
                editing.hear(news, &mut room);
                // The status line is shown again at once.
                status = status.or_else(|| room.handle(Message::Tick));
            }
            Message::Interrupted => {
                status = status.or_else(|| room.handle(Message::Interrupted));
                editing.dismiss(&mut room);
            }
            message => status = status.or_else(|| room.handle(message)),
        }
    }
}

fn open_door(messages: Sender<Message>) -> Result<Door, String> {
    let home = Home::locate().map_err(|error| error.to_string())?;
    let folder = home.data().map_err(|error| error.to_string())?;
    Door::open(folder, messages).map_err(|error| error.to_string())
}

/// The folder as it is called from where the user is.
pub fn short_name(folder: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let name = folder.strip_prefix(here).unwrap_or(folder);
    if name.as_os_str().is_empty() { ".".to_owned() } else { name.display().to_string() }
}
