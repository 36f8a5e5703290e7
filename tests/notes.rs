//! `greenroom export`: what is chosen, where it is written, and that importing cards again finds the same ones.

mod support;

use std::fs;
use std::io::Write;
use std::process::Stdio;
use std::time::Duration;

use serde_json::json;

use crate::support::{Bench, PROBE, PROBE_OK};

/// The identifiers of the cards in a file.
fn cards(file: &str) -> Vec<&str> {
    file.lines().filter_map(|line| line.strip_prefix("\"greenroom-")?.split_once('"').map(|found| found.0)).collect()
}

#[test]
fn questions_are_written_in_every_form_at_once() {
    let bench = Bench::new();
    let ran = bench.run([
        "export",
        "gil",
        "merge-sorted-lists",
        "gil",
        "--html",
        "n.html",
        "--md",
        "n.md",
        "--anki",
        "n.txt",
    ]);
    let ran = ran.expect(0);
    assert_eq!(ran.stdout, "");
    for file in ["n.html", "n.md", "n.txt"] {
        assert!(ran.stderr.contains(&format!("2 questions in `{file}`")), "{}", ran.whole());
    }
    let read = |name: &str| fs::read_to_string(bench.path(name)).unwrap();
    let (page, markdown, anki) = (read("n.html"), read("n.md"), read("n.txt"));
    for text in ["The Global Interpreter Lock", "Merge two sorted lists"] {
        assert!(page.contains(text) && markdown.contains(text) && anki.contains(text), "{text}");
    }
    assert!(
        markdown.contains("def merge(a: list, b: list) -> list:")
            && markdown.contains("Time O(n + m), space O(n + m)."),
        "{markdown}"
    );
    assert!(!page.contains("<script") && !page.contains("http://"), "{page}");
    // As they were asked for, and each once.
    assert_eq!(cards(&anki), ["gil", "merge-sorted-lists"]);
    let again = bench.run(["export", "gil", "merge-sorted-lists", "--anki", "-"]).expect(0);
    assert_eq!(again.stdout, anki);
}

#[test]
fn topic_level_and_kind_choose_and_seeds_order() {
    let bench = Bench::new();
    let chosen = |arguments: &[&str]| {
        let ran = bench.run(["export", "--anki", "-"].iter().chain(arguments)).expect(0);
        cards(&ran.stdout).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let listed = bench.run(["list", "--topic", "memory", "--kind", "predict", "--json"]).expect(0).json();
    let listed = listed["questions"].as_array().unwrap();
    let slugs: Vec<&str> = listed.iter().map(|question| question["slug"].as_str().unwrap()).collect();
    assert_eq!(chosen(&["--topic", "memory", "--kind", "predict"]), slugs);
    let (all, by_seeds) = (chosen(&[]), chosen(&["--seeds"]));
    let sorted = |mut slugs: Vec<String>| {
        slugs.sort();
        slugs
    };
    assert_ne!(all, by_seeds);
    assert_eq!(sorted(all), sorted(by_seeds));
    let page = bench.run(["export", "--seeds", "--topic", "concurrency", "--html", "-"]).expect(0).stdout;
    assert!(page.contains("<b>A13</b>"), "{page}");
}

#[test]
fn what_cannot_be_exported_is_named_with_a_remedy() {
    let bench = Bench::new();
    let table: [(&[&str], &str); 8] = [
        (&["gil"], "--html"),
        (&["gill", "--md", "-"], "`gil`"),
        (&["--topic", "concurency", "--md", "-"], "did you mean `concurrency`?"),
        (&["--topic", "concurrency", "--kind", "explain", "--level", "easy", "--md", "-"], "greenroom list"),
        (&["gil", "--seeds", "--md", "-"], "--seeds"),
        (&["gil", "--md", "-", "--html", "-"], "only one"),
        (&["gil", "--md", "nowhere/n.md"], "`nowhere/n.md`"),
        (&["gil", "--html", "."], "`.`"),
    ];
    for (arguments, said) in table {
        let ran = bench.run(["export"].iter().chain(arguments)).expect(2);
        assert!(ran.stderr.contains(said) && ran.stdout.is_empty(), "`{said}` in {}", ran.whole());
    }
}

#[test]
fn without_a_browser_a_pdf_is_refused_with_another_way() {
    let bench = Bench::new();
    let mut command = bench.command(["export", "gil", "--pdf", "n.pdf"]);
    let ran = support::ran(command.env("PATH", bench.path("none"))).expect(2);
    assert!(ran.stderr.contains("Chromium") && ran.stderr.contains("--html FILE"), "{}", ran.whole());
    // One that fails is our failure to say so, and leaves no file.
    let browser = bench.write("bin/chromium", "#!/bin/sh\nexit 3\n");
    fs::set_permissions(&browser, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let ran = support::ran(command.env("PATH", bench.path("bin"))).expect(3);
    assert!(ran.stderr.contains("could not print the page"), "{}", ran.whole());
    assert!(!bench.path("n.pdf").exists());
}

#[test]
fn what_an_interview_asked_and_was_not_passed_is_missed_until_it_is_passed() {
    let bench = Bench::new();
    let bank = bench.bank(PROBE, PROBE_OK);
    let export_as = |form: &str| bench.run(["export", "--missed", form, "-", "--bank", bank.to_str().unwrap()]);
    let export = || export_as("--md");
    assert!(export().expect(2).stderr.contains("greenroom start"));
    let play = |folder: &str, answer: &str| {
        let mut command = bench.command(["start", "--minutes", "6", "--dir", folder, "--bank", bank.to_str().unwrap()]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let file = bench.path(&format!("{folder}/1-probe/answer.py"));
        while !file.exists() {
            assert!(child.try_wait().unwrap().is_none(), "it begins");
            std::thread::sleep(Duration::from_millis(20));
        }
        fs::write(file, answer).unwrap();
        child.stdin.take().unwrap().write_all(b"finish\n").unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0));
    };
    play("one", "def f():\n    return 2\n");
    let notes = export().expect(0).stdout;
    assert!(notes.contains("**Missed** ") && notes.contains(r"fail at the bell, 1 of 2 (sample\_a)"), "{notes}");
    let cards = export_as("--anki").expect(0).stdout;
    assert!(cards.contains("<b>Missed</b> ") && cards.contains("fail at the bell, 1 of 2 (sample_a)"), "{cards}");
    play("two", PROBE_OK);
    export().expect(2);
}

#[test]
fn a_hostile_bank_gives_inert_notes() {
    let evil = "<script>alert(1)</script> [x](javascript:alert(1)) ![y](http://evil/z.png) \u{1b}[31m\u{202e}";
    let extra = json!({"title": evil, "prompt": evil, "model_answer": evil, "mistakes": [evil], "constraints": [evil],
        "key_points": [{"id": "one", "text": evil, "weight": 1}]});
    let bench = Bench::new();
    let bank = bench.bank_with(PROBE, &format!("{PROBE_OK}# {evil}\n"), &extra.to_string());
    for form in ["--html", "--md", "--anki"] {
        let ran = bench.run(["export", form, "-", "--bank", bank.to_str().unwrap()]).expect(0);
        let shown = ran.stdout;
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'), "{shown}");
        let code_apart: String = shown.split("```").step_by(2).collect();
        // A page has no links that are written so.
        let live: &[&str] =
            if form == "--md" { &["<script", "[x](", "![y]"] } else { &["<script", "<img", "href=\"j"] };
        assert!(live.iter().all(|live| !code_apart.contains(live)), "{shown}");
    }
}
