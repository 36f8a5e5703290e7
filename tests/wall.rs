//! The wall, from outside: what needs more than a file of `tests/escape/`, because the test looks for a text of its own
//! choice or at more than a verdict.

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
fn an_answer_that_loops_forever_gets_timeout() {
    let checked = verdict_of("def f():\n    while True:\n        pass\n", "timeout");
    assert_eq!(checked["cases"][1]["verdict"], "not-run");
    let cpu = checked["cpu_ms"].as_u64().unwrap();
    assert!((1900..2600).contains(&cpu), "{cpu} ms of CPU");
}

#[test]
fn a_memory_bomb_gets_memory_and_the_next_case_goes_on() {
    let checked =
        verdict_of("def f():\n    hoard = []\n    while True:\n        hoard.append('x' * 10_000_000)\n", "memory");
    assert_eq!(checked["cases"][1]["verdict"], "pass");
}

#[test]
fn endless_recursion_is_an_error_with_the_answers_own_lines() {
    let checked = verdict_of("def f():\n    return f()\n", "error");
    assert_eq!(checked["cases"][0]["failure"]["raised"]["exception"], "RecursionError");
}

#[test]
fn a_mark_of_byte_order_and_carriage_returns_do_no_harm() {
    verdict_of("\u{feff}def f():\r\n    return 1\r\n", "pass");
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
