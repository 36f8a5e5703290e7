//! What `doctor` found: the interpreter, a line a layer, how to get what is missing, and which levels are reached.

use crate::model::escape::terminal;
use crate::model::isolation::{Layer, Level};
use crate::model::limits::{Limits, MAX_SOURCE_BYTES};
use crate::model::wire::Interpreter;
use crate::ui::paint::Look;
use crate::ui::prose::hang;

/// What was found of one layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Examined {
    /// A child tried to break it after its lockdown.
    ProvedByChild,
    /// The worker is in a namespace of another number than this process.
    ProvedBySlot,
    /// Why it could not be entered.
    Missing(String),
}

/// What was found of this machine.
#[derive(Debug)]
pub struct Diagnosis<'a> {
    pub interpreter: &'a Interpreter,
    pub layers: Vec<(Layer, Examined)>,
    /// From strong to weak; of each that is not reached, why.
    pub levels: Vec<(Level, Result<(), String>)>,
}

impl Diagnosis<'_> {
    pub fn reaches(&self, wanted: Level) -> bool {
        self.levels.iter().any(|(level, reached)| *level == wanted && reached.is_ok())
    }
}

/// Render it for a terminal.
pub fn render(look: Look, diagnosis: &Diagnosis<'_>) -> String {
    let Diagnosis { interpreter, layers, levels } = diagnosis;
    let mut text = format!(
        "greenroom {}, {} {}\n  library {}\n  prefix  {}\n\n",
        env!("CARGO_PKG_VERSION"),
        terminal(&interpreter.implementation),
        terminal(&interpreter.version),
        terminal(&interpreter.library),
        terminal(&interpreter.prefix),
    );
    text += &format!("{}\n", look.bold("Layers"));
    let widest = layers.iter().map(|(layer, _)| layer.name().len()).max().unwrap_or(0);
    for (layer, examined) in layers {
        let name = layer.name();
        match examined {
            Examined::ProvedByChild => text += &line(look, &look.good("ok     "), name, widest, "tried by a child"),
            Examined::ProvedBySlot => {
                text += &line(look, &look.good("ok     "), name, widest, "the worker is in one of its own");
            }
            Examined::Missing(reason) => {
                text += &line(look, &look.alert("missing"), name, widest, &terminal(reason));
                text += &hang("           ", &format!("remedy: {}", remedy(*layer)), look.width);
                text.push('\n');
            }
        }
    }
    text += &format!("\n{}\n", look.bold("Levels"));
    for (level, reached) in levels {
        let words = match reached {
            Ok(()) => use_of(*level).to_owned(),
            Err(reason) => terminal(reason),
        };
        let mark = if reached.is_ok() { look.good("ok     ") } else { look.alert("missing") };
        text += &line(look, &mark, level.word(), widest, &words);
    }
    text += &format!("\n{}\n{}\n", look.bold("Limits of an answer, where its question sets none"), limits(look));
    text += &verdict(look, diagnosis);
    text
}

fn line(look: Look, mark: &str, name: &str, widest: usize, words: &str) -> String {
    let begin = format!("  {mark}  {name:<widest$}  ");
    // The mark may hold colours, which take no columns.
    let columns = 2 + "missing".len() + 2 + widest + 2;
    let room = look.width.saturating_sub(columns).max(20);
    let body = hang("", words, room).replace('\n', &format!("\n{:columns$}", ""));
    format!("{begin}{body}\n")
}

fn use_of(level: Level) -> &'static str {
    match level {
        Level::Full => "answers of strangers: `grade` runs",
        Level::NoUserns => "as in a container: `grade --sandbox no-userns` runs",
        Level::OwnCode => "your own answers: `check`, `watch` and `start` run",
    }
}

fn limits(look: Look) -> String {
    let Limits { cpu_s, wall_s, memory_mib, output_kib } = Limits::default();
    let text = format!(
        "{cpu_s} s of CPU a case, {wall_s} s in all, {memory_mib} MiB of memory, {output_kib} KiB of output, {} KiB of source",
        MAX_SOURCE_BYTES / 1024
    );
    hang("  ", &text, look.width) + "\n"
}

fn verdict(look: Look, diagnosis: &Diagnosis<'_>) -> String {
    if diagnosis.reaches(Level::Full) {
        format!("{}\n", look.good("`greenroom grade` runs here."))
    } else if diagnosis.reaches(Level::NoUserns) {
        let words = look.alert("`greenroom grade` refuses here, unless it is told `--sandbox no-userns`.");
        format!("{words}\n")
    } else {
        format!("{}\n", look.alert("`greenroom grade` refuses here, unless it is told `--sandbox own-code`."))
    }
}

/// How to get a layer.
fn remedy(layer: Layer) -> &'static str {
    match layer {
        Layer::UserNamespace
        | Layer::PidNamespace
        | Layer::PrivateRoot
        | Layer::NetworkNamespace
        | Layer::IpcNamespace
        | Layer::UtsNamespace => {
            "allow user namespaces: on Ubuntu `sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`, elsewhere \
             `sysctl -w user.max_user_namespaces=10000`; for a container, `docker run --security-opt seccomp=unconfined \
             --security-opt apparmor=unconfined`; or run on a machine of its own"
        }
        Layer::Landlock => "a kernel from 5.13 on with `landlock` among the names in /sys/kernel/security/lsm",
        Layer::Scopes => "a kernel from 6.12 on; only level `no-userns` needs it",
        Layer::Seccomp => "a kernel with CONFIG_SECCOMP_FILTER, and a container runtime that lets filters be entered",
        Layer::ResourceLimits | Layer::NoNewPrivileges | Layer::NoCapabilities => {
            "every Linux has it: something around greenroom refuses the call; try outside of it"
        }
        Layer::ClosedDescriptors => "a kernel from 5.9 on, for `close_range`",
        Layer::ClearedEnvironment => "this is a fault of greenroom: please report it",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interpreter() -> Interpreter {
        Interpreter {
            version: "3.11.7".to_owned(),
            implementation: "cpython".to_owned(),
            prefix: "/opt/python".to_owned(),
            library: "/opt/python/lib/libpython3.11.so.1.0".to_owned(),
        }
    }

    #[test]
    fn a_missing_layer_has_its_reason_and_a_remedy() {
        let interpreter = interpreter();
        let missing = "unshare: Operation not permitted (os error 1)".to_owned();
        let diagnosis = Diagnosis {
            interpreter: &interpreter,
            layers: vec![
                (Layer::UtsNamespace, Examined::Missing(missing)),
                (Layer::Landlock, Examined::ProvedByChild),
                (Layer::IpcNamespace, Examined::ProvedBySlot),
            ],
            levels: vec![
                (Level::Full, Err("level `full` cannot be reached here".to_owned())),
                (Level::NoUserns, Ok(())),
                (Level::OwnCode, Ok(())),
            ],
        };
        insta::assert_snapshot!(render(Look::new(70, false), &diagnosis), @r#"
        greenroom 0.1.0, cpython 3.11.7
          library /opt/python/lib/libpython3.11.so.1.0
          prefix  /opt/python

        Layers
          missing  uts namespace  unshare: Operation not permitted (os error
                                  1)
                   remedy: allow user namespaces: on Ubuntu `sysctl -w
                   kernel.apparmor_restrict_unprivileged_userns=0`, elsewhere
                   `sysctl -w user.max_user_namespaces=10000`; for a
                   container, `docker run --security-opt seccomp=unconfined
                   --security-opt apparmor=unconfined`; or run on a machine of
                   its own
          ok       landlock       tried by a child
          ok       ipc namespace  the worker is in one of its own

        Levels
          missing  full           level `full` cannot be reached here
          ok       no-userns      as in a container: `grade --sandbox
                                  no-userns` runs
          ok       own-code       your own answers: `check`, `watch` and
                                  `start` run

        Limits of an answer, where its question sets none
          2 s of CPU a case, 10 s in all, 512 MiB of memory, 1024 KiB of
          output, 256 KiB of source

        `greenroom grade` refuses here, unless it is told `--sandbox no-userns`.
        "#);
    }
}
