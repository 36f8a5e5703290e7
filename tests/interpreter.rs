//! The worker runs the interpreter that greenroom was built with, or refuses; it never runs another one. Each surrounding
//! here has been seen to bring up a wrong interpreter when CPython is embedded without care.

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::support::{Bench, PROBE, ran};

/// What the embedded interpreter says of itself, in an environment that `arrange` has prepared.
fn interpreter_in(arrange: impl FnOnce(&Bench, &mut Command)) -> String {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, "def f():\n    return 1\n");
    let answer = "import sys\n\ndef f():\n    import math\n    return '.'.join(map(str, sys.version_info[:3])) + ' ' + sys.base_prefix + ' ' + sys.prefix\n";
    let file = bench.write("answer.py", answer);
    let mut command = bench.command(["check", "probe", "--json", "--bank"]);
    command.arg(bank).arg(file);
    arrange(&bench, &mut command);
    let ran = ran(&mut command).expect(1);
    ran.json()["answers"][0]["cases"][0]["failure"]["got"]
        .as_str()
        .unwrap_or_else(|| panic!("{}", ran.whole()))
        .to_owned()
}

fn usual() -> String {
    interpreter_in(|_, _| {})
}

#[test]
fn a_clean_path_changes_nothing() {
    let clean = interpreter_in(|bench, command| {
        let home = bench.path("home");
        command.env_clear().env("PATH", "/usr/bin:/bin").env("GREENROOM_HOME", home);
    });
    assert_eq!(clean, usual());
}

#[test]
fn a_python_first_on_the_path_changes_nothing() {
    let shimmed = interpreter_in(|bench, command| {
        for name in ["python", "python3"] {
            let shim = bench.write(&format!("shims/{name}"), "#!/bin/sh\necho a shim was asked >&2\nexit 1\n");
            fs::set_permissions(shim, fs::Permissions::from_mode(0o755)).unwrap();
        }
        command.env("PATH", bench.path("shims"));
    });
    assert_eq!(shimmed, usual());
}

#[test]
fn a_library_path_with_another_libpython_changes_nothing() {
    // The same soname from elsewhere, where this machine has one; an empty folder is the same question otherwise.
    let other = interpreter_in(|_, command| {
        command.env("LD_LIBRARY_PATH", "/usr/lib/x86_64-linux-gnu:/usr/lib/aarch64-linux-gnu:/usr/lib64:/usr/lib");
    });
    assert_eq!(other, usual());
}

#[test]
fn python_variables_and_virtual_environments_change_nothing() {
    let inside = interpreter_in(|bench, command| {
        let venv = bench.path("venv");
        bench.write("venv/pyvenv.cfg", "home = /nowhere\nversion = 3.99.0\n");
        bench.write("venv/bin/python3", "");
        bench.write("site/sitecustomize.py", "raise SystemExit('sitecustomize ran')\n");
        command
            .env("VIRTUAL_ENV", &venv)
            .env("PATH", venv.join("bin"))
            .env("PYTHONHOME", "/nowhere")
            .env("PYTHONPATH", bench.path("site"))
            .env("PYTHONSTARTUP", bench.path("site/sitecustomize.py"));
    });
    assert_eq!(inside, usual());
}

#[test]
#[expect(clippy::print_stdout, reason = "says why the test could not be made")]
fn a_worker_with_another_libpython_refuses() {
    // Without the parent's care: the worker itself, started with a library path that leads to another CPython.
    let folder = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64"].into_iter().find(|folder| {
        let name = Path::new(env!("GREENROOM_PYTHON_LIBRARY")).file_name().unwrap();
        let other = Path::new(folder).join(name);
        other.exists()
            && other.canonicalize().unwrap() != Path::new(env!("GREENROOM_PYTHON_LIBRARY")).canonicalize().unwrap()
    });
    let Some(folder) = folder else {
        println!("this machine has no second libpython of the same name");
        return;
    };
    let script = "import socket, subprocess, sys\nours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)\nnear, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)\nworker = subprocess.Popen([sys.argv[1], 'worker', '--preload', 'nothing', '--level', 'full'], stdin=theirs)\ntheirs.close()\nsocket.send_fds(ours, [bytes(1)], [far.fileno()])\nfar.close()\nprint(near.recv(65536).decode('latin-1'))\nours.close()\nworker.wait()\n";
    let told = ran(Command::new("python3").args(["-c", script, support::GREENROOM]).env("LD_LIBRARY_PATH", folder));
    assert!(told.stdout.contains("greenroom was built for"), "{}", told.whole());
}
