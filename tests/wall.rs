//! The wall, from outside: what answers try, run by the real binary, and what must not come of it.

mod support;

use serde_json::Value;

use crate::support::{Bench, PROBE, PROBE_OK};

/// What `f()` of an answer gave, as it was shown.
fn got(answer: &Value) -> String {
    answer["cases"][0]["failure"]["got"].as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn verdict_of(answer: &str, verdict: &str) -> Value {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let checked = bench.check_probe(&bank, answer);
    assert_eq!(checked["verdict"], verdict, "{checked:#}");
    checked
}

/// The answer that searches its own memory, made to search for `needle`.
fn search(needle: &str) -> String {
    let numbers = format!("{:?}", needle.as_bytes());
    include_str!("escape/search_memory.py").replace("NEEDLE_BYTES", &numbers)
}

/// What followed each hit of `needle`.
fn found_by_search(answer: &Value) -> Vec<String> {
    let got = got(answer);
    let pages: u64 =
        got.trim_start_matches('[').split(',').next().and_then(|pages| pages.trim().parse().ok()).unwrap_or(0);
    assert!(pages > 2000, "the search read its memory: {answer:#}");
    let hex = got.split('\'').skip(1).step_by(2);
    hex.map(|text| {
        let bytes =
            text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap());
        String::from_utf8_lossy(&bytes.collect::<Vec<_>>()).into_owned()
    })
    .collect()
}

#[test]
fn expected_output_of_a_bank_is_in_no_memory_of_an_answer() {
    let bench = Bench::new();
    let check = PROBE.replace("    1\n    \"\"\"", "    'canary:5f3a9c17d2e84b60'\n    \"\"\"");
    assert_ne!(check, PROBE);
    let bank = bench.bank(&check, "def f():\n    return 'canary:5f3a9c17d2e84b60'\n");
    // Twice: the second run has the parsed check in the parent's cache and the bank in the parent's memory all the same.
    for _ in 0..2 {
        let checked = bench.check_probe(&bank, search("canary:"));
        let found = found_by_search(&checked);
        assert!(found.iter().all(|text| !text.contains("5f3a9c")), "{found:?}");
    }
}

#[test]
fn the_search_finds_what_is_there() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let answer = search("canary:") + "\nKEPT = 'cana' + str(7) \nKEPT = KEPT.replace('7', 'ry:') + 'found-me'\n";
    let found = found_by_search(&bench.check_probe(&bank, answer));
    assert!(found.iter().any(|text| text.starts_with("found-me")), "{found:?}");
}

#[test]
fn the_built_in_bank_is_in_no_memory_of_an_answer() {
    // A sentence of a built-in question, of which the search knows the beginning only.
    let question: Value =
        serde_json::from_str(include_str!("../questions/data-structures-and-algorithms/merge-sorted-lists.json"))
            .unwrap();
    let sentence = question["wrong"][0]["says"].as_str().unwrap();
    let (known, unknown) = sentence.split_at(20);
    let binary = std::fs::read(support::GREENROOM).unwrap();
    let in_binary = binary.windows(sentence.len()).filter(|window| *window == sentence.as_bytes()).count();
    assert_eq!(in_binary, 1, "the sentence stands in the binary once");
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let found = found_by_search(&bench.check_probe(&bank, search(known)));
    assert!(found.iter().all(|text| !text.starts_with(&unknown[..10])), "{found:?}");
}

#[test]
fn an_answer_changes_no_limit_of_the_next_one() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let honest = bench.write("honest.py", "def f():\n    return len([0] * 1_000_000) // 1_000_000\n");
    for resource in ["DATA", "AS", "CPU", "STACK", "FSIZE", "NPROC", "NOFILE"] {
        let poison = format!(
            "import ctypes, resource\n\ndef f():\n    limit = (ctypes.c_uint64 * 2)(1, 1)\n    \
             return -ctypes.CDLL(None).prlimit(1, resource.RLIMIT_{resource}, limit, None)\n"
        );
        let poison = bench.write("poison.py", poison);
        let arguments = ["check", "probe", "--bank"].iter().map(|text| text.as_ref()).chain([bank.as_os_str()]);
        // The call fails with -1, so the poison itself gives 1.
        bench.run(arguments.chain([poison.as_os_str(), honest.as_os_str()])).expect(0);
    }
}

#[test]
fn an_answer_that_does_not_load_twice_is_its_own_fault() {
    let answer = "import os\nif os.getpid() % 2:\n    raise ValueError\n\ndef f():\n    os._exit(0)\n";
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    for _ in 0..4 {
        let verdict = bench.check_probe(&bank, answer)["verdict"].clone();
        assert!(verdict == "crash" || verdict == "error", "{verdict}");
    }
}

#[test]
fn an_answer_that_loops_forever_gets_timeout() {
    let checked = verdict_of("def f():\n    while True:\n        pass\n", "timeout");
    assert_eq!(checked["cases"][1]["verdict"], "not-run");
    let cpu = checked["cpu_ms"].as_u64().unwrap();
    assert!((1900..2600).contains(&cpu), "{cpu} ms of CPU");
}

#[test]
fn ignoring_signals_and_catching_everything_does_not_outlive_the_limit() {
    let answer = "import signal\nfor number in range(1, 65):\n    try:\n        signal.signal(number, signal.SIG_IGN)\n    except (OSError, ValueError):\n        pass\n\ndef f():\n    while True:\n        try:\n            while True:\n                pass\n        except BaseException:\n            pass\n";
    verdict_of(answer, "timeout");
}

#[test]
fn a_memory_bomb_gets_memory_and_the_next_case_goes_on() {
    let checked =
        verdict_of("def f():\n    hoard = []\n    while True:\n        hoard.append('x' * 10_000_000)\n", "memory");
    assert_eq!(checked["cases"][1]["verdict"], "pass");
}

#[test]
fn endless_printing_gets_output_limit() {
    verdict_of("def f():\n    while True:\n        print('x' * 1000)\n", "output-limit");
}

#[test]
fn endless_recursion_is_an_error_with_the_answers_own_lines() {
    let checked = verdict_of("def f():\n    return f()\n", "error");
    assert_eq!(checked["cases"][0]["failure"]["raised"]["exception"], "RecursionError");
}

#[test]
fn leaving_early_never_passes() {
    for (leave, verdict) in [
        ("import os\n\ndef f():\n    os._exit(0)\n", "crash"),
        ("def f():\n    raise SystemExit(0)\n", "error"),
        ("import sys\nsys.exit(0)\n", "error"),
        ("import os, signal\n\ndef f():\n    os.kill(os.getpid(), signal.SIGKILL)\n", "crash"),
        ("import ctypes\n\ndef f():\n    return ctypes.string_at(0)\n", "crash"),
        ("import atexit\natexit.register(print, 1)\n\ndef f():\n    exit()\n", "error"),
    ] {
        verdict_of(leave, verdict);
    }
}

#[test]
fn lying_values_do_not_pass() {
    for lie in [
        "class One(int):\n    pass\n\ndef f():\n    return One(1)\n",
        "class Same:\n    def __eq__(self, other):\n        return True\n    def __repr__(self):\n        return '1'\n    __class__ = int\n\ndef f():\n    return Same()\n",
        "def f():\n    return True\n",
        "def f():\n    return 1.0\n",
        "def f():\n    print(1)\n",
        "def f():\n    return '1'\n",
        "def f():\n    one = [1]\n    one.append(one)\n    return one\n",
        "def f():\n    deep = 1\n    for _ in range(10_000):\n        deep = [deep]\n    return deep\n",
        "def f():\n    return '\\ud800'\n",
        "def f():\n    return list(range(300_000))\n",
    ] {
        verdict_of(lie, "fail");
    }
}

#[test]
fn replaced_builtins_prove_nothing() {
    let answer = "import builtins, sys\nbuiltins.compile = builtins.exec = builtins.eval = None\nbuiltins.repr = lambda value: '1'\nbuiltins.len = lambda value: 1\nsys.stdout = None\n\ndef f():\n    return 2\n";
    verdict_of(answer, "fail");
}

#[test]
fn frames_written_by_an_answer_do_not_pass() {
    for forged in [
        "import os\n\ndef f():\n    os.write(3, b'\\xff\\xff\\xff\\xff')\n    return 1\n",
        "import os\n\ndef f():\n    os.write(3, b'\\x02\\x00\\x00\\x00\\x03\\x00')\n    return 1\n",
        "import os\n\ndef f():\n    os.write(3, b'\\x05\\x00\\x00\\x00')\n    os._exit(0)\n",
        "import os\n\ndef f():\n    for number in range(64):\n        try:\n            os.write(number, b'garbage' * 10)\n        except OSError:\n            pass\n    return 1\n",
        "import os\n\ndef f():\n    os.closerange(0, 64)\n    return 1\n",
    ] {
        verdict_of(forged, "crash");
    }
}

#[test]
fn forbidden_calls_are_refused_or_end_the_answer() {
    for refused in [
        "import os\n\ndef f():\n    return os.fork()\n",
        "import subprocess\n\ndef f():\n    return subprocess.run(['/bin/true'])\n",
        "import socket\n\ndef f():\n    return socket.socket()\n",
        "def f():\n    return open('/etc/passwd').read()\n",
        "import os\n\ndef f():\n    return os.listdir('/')\n",
        "import os\n\ndef f():\n    os.kill(1, 9)\n    os.kill(os.getppid(), 15)\n",
    ] {
        verdict_of(refused, "error");
    }
    verdict_of("import ctypes\n\ndef f():\n    return ctypes.CDLL(None).ptrace(0, 0, 0, 0)\n", "blocked");
}

#[test]
fn nothing_is_left_for_the_next_answer() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let leave = bench.write("leave.py", "import os\n\ndef f():\n    os.makedirs('/tmp/a/b/c')\n    open('/tmp/a/b/c/file', 'w').close()\n    os.chmod('/tmp/a/b', 0)\n    os.chmod('/tmp/a', 0)\n    return 1\n");
    let look = bench
        .write("look.py", "import os\n\ndef f():\n    return 1 if os.listdir('/tmp') == [] else os.listdir('/tmp')\n");
    let files = [leave.as_os_str(), look.as_os_str(), leave.as_os_str(), look.as_os_str()];
    let arguments =
        ["check", "probe"].iter().map(|text| text.as_ref()).chain(files).chain(["--bank".as_ref(), bank.as_os_str()]);
    bench.run(arguments).expect(0);
}

#[test]
fn odd_but_honest_answers_pass() {
    for honest in [
        "def f():\n    print('thinking')\n    return 1\n",
        "import threading, time\n\ndef f():\n    threads = [threading.Thread(target=time.sleep, args=(0.05,)) for _ in range(200)]\n    for thread in threads:\n        thread.start()\n    for thread in threads:\n        thread.join()\n    return 1\n",
        "import asyncio\n\nasync def one():\n    await asyncio.sleep(0.01)\n    return 1\n\ndef f():\n    return asyncio.run(one())\n",
        "import tempfile\n\ndef f():\n    with tempfile.TemporaryFile('w+') as file:\n        file.write('1')\n        file.seek(0)\n        return int(file.read())\n",
        "import logging\nlogging.basicConfig(level=logging.DEBUG)\n\ndef f():\n    logging.info('here')\n    return 1\n",
        "from dataclasses import dataclass\n\n@dataclass\nclass One:\n    value: int = 1\n\ndef f():\n    return One().value\n\nif __name__ == '__main__':\n    input('go? ')\n",
        "import sys\n\ndef f():\n    sys.stdout.buffer.write(b'bytes')\n    sys.stdout.flush()\n    return 1\n",
        "def ö():\n    return 1\n\nf = ö\n",
        "import json, decimal, sqlite3, ssl, hashlib, ctypes, zoneinfo, uuid, multiprocessing, unittest.mock\n\ndef f():\n    return 1\n",
    ] {
        verdict_of(honest, "pass");
    }
    verdict_of("\u{feff}def f():\r\n    return 1\r\n", "pass");
}

#[test]
fn reading_standard_input_meets_its_end() {
    let checked = verdict_of("def f():\n    return input()\n", "error");
    assert_eq!(checked["cases"][0]["failure"]["raised"]["exception"], "EOFError");
}

#[test]
fn sources_that_are_no_text_are_errors_that_say_so() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    for (bytes, word) in [
        (b"def f():\n    return 1\0\n".to_vec(), "NUL"),
        (b"\xff\xfed\0e\0f\0".to_vec(), "UTF-16"),
        (b"x = '\xe9'\n".to_vec(), "UTF-8"),
        (vec![b'#'; 300_000], "300000 bytes"),
        (b"def f(:\n    pass\n".to_vec(), "does not compile"),
        ("(".repeat(5000).into_bytes(), "does not compile"),
    ] {
        let checked = bench.check_probe(&bank, bytes);
        assert_eq!(checked["verdict"], "error", "{checked:#}");
        assert!(checked["load"]["note"].as_str().is_some_and(|note| note.contains(word)), "{checked:#}");
    }
}

#[test]
fn questions_that_need_processes_or_a_loopback_get_them() {
    let bench = Bench::new();
    let bank = bench.bank_with(PROBE, PROBE_OK, r#"{"needs": ["processes", "loopback"]}"#);
    let processes = "import multiprocessing\n\ndef square(number):\n    return number * number\n\ndef f():\n    with multiprocessing.get_context('fork').Pool(3) as pool:\n        return sum(pool.map(square, [0, 1, 0]))\n";
    assert_eq!(bench.check_probe(&bank, processes)["verdict"], "pass");
    let loopback = "import socket, threading\n\ndef f():\n    server = socket.create_server(('127.0.0.1', 0))\n    threading.Thread(target=lambda: server.accept()[0].sendall(b'1')).start()\n    with socket.create_connection(server.getsockname()) as client:\n        return int(client.recv(10))\n";
    assert_eq!(bench.check_probe(&bank, loopback)["verdict"], "pass");
    let left_behind = "import os, time\n\ndef f():\n    for _ in range(3):\n        if os.fork() == 0:\n            time.sleep(600)\n    return 1\n";
    assert_eq!(bench.check_probe(&bank, left_behind)["verdict"], "pass");
    let bomb =
        "import os, time\n\ndef f():\n    while True:\n        if os.fork() == 0:\n            time.sleep(600)\n";
    assert_eq!(bench.check_probe(&bank, bomb)["verdict"], "error");
}
