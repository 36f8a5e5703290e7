//! Which editor the user has named, and whether it is there.

use std::env;
use std::ffi::OsString;
use std::path::Path;

/// What the environment says of an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Editor {
    Found {
        variable: &'static str,
        command: String,
    },
    /// It is named, and no such program can be run.
    Missing {
        variable: &'static str,
        command: String,
    },
    Unset,
}

/// The editor of this process: `$VISUAL` before `$EDITOR`, as other programs have it.
pub fn find() -> Editor {
    find_in(|name| env::var_os(name))
}

fn find_in(variable: impl Fn(&str) -> Option<OsString>) -> Editor {
    for name in ["VISUAL", "EDITOR"] {
        let command = variable(name).unwrap_or_default().to_string_lossy().trim().to_owned();
        // It may have arguments, as `code --wait` has.
        let Some(program) = command.split_whitespace().next() else { continue };
        let folders = variable("PATH").unwrap_or_default();
        let is_there = if program.contains('/') {
            Path::new(program).is_file()
        } else {
            env::split_paths(&folders).any(|folder| folder.join(program).is_file())
        };
        return if is_there {
            Editor::Found { variable: name, command }
        } else {
            Editor::Missing { variable: name, command }
        };
    }
    Editor::Unset
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(visual: &str, editor: &str) -> Editor {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("vim"), "").unwrap();
        let path = folder.path().as_os_str().to_owned();
        find_in(|name| match name {
            "VISUAL" => Some(visual.into()),
            "EDITOR" => Some(editor.into()),
            "PATH" => Some(path.clone()),
            _ => None,
        })
    }

    #[test]
    fn the_visual_editor_goes_first_and_may_have_arguments() {
        let vim = |variable, command: &str| Editor::Found { variable, command: command.to_owned() };
        assert_eq!(found("vim --wait", "other"), vim("VISUAL", "vim --wait"));
        assert_eq!(found("  ", "vim"), vim("EDITOR", "vim"));
    }

    #[test]
    fn an_editor_that_is_not_there_is_named() {
        let missing = Editor::Missing { variable: "EDITOR", command: "/no/such/vim".to_owned() };
        assert_eq!(found("", "/no/such/vim"), missing);
        assert_eq!(found("", ""), Editor::Unset);
    }
}
