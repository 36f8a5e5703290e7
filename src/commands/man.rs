//! `greenroom man`: manual pages, printed or written into a folder where `man` finds them.

use clap::CommandFactory;
use clap_mangen::{Man, generate_to};

use crate::cli::{Cli, ManPages};
use crate::commands::failure::Failure;
use crate::model::exit_status::ExitStatus;
use crate::ui::{message, out};

pub fn run(arguments: &ManPages) -> Result<ExitStatus, Failure> {
    let Some(folder) = &arguments.folder else {
        let mut page = Vec::new();
        Man::new(Cli::command())
            .render(&mut page)
            .map_err(|error| Failure::new(ExitStatus::Incomplete, format!("cannot make the page: {error}")))?;
        out::data(&String::from_utf8_lossy(&page));
        return Ok(ExitStatus::Success);
    };
    std::fs::create_dir_all(folder)
        .and_then(|()| generate_to(Cli::command(), folder))
        .map_err(|error| Failure::usage(format!("cannot write manual pages into `{}`: {error}", folder.display())))?;
    out::note(&message::man_pages(&folder.display().to_string()));
    Ok(ExitStatus::Success)
}
