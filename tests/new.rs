//! `greenroom new`: what it writes holds at once, and nothing that stands somewhere is touched.

mod support;

use std::fs;

use crate::support::Bench;

const KINDS: [(&str, &str); 3] = [("code", "15 min"), ("predict", "4 min"), ("explain", "6 min")];

#[test]
fn a_new_question_of_each_kind_holds_with_teeth_and_can_be_shown() {
    let bench = Bench::new();
    for (kind, minutes) in KINDS {
        let slug = format!("my-{kind}");
        let made = bench.run(["new", &slug, "--topic", "mine", "--kind", kind, "--bank", "a bank"]).expect(0);
        assert!(made.stdout.contains(&format!("a bank/questions/mine/{slug}.json\n")), "{}", made.whole());
        for path in made.stdout.lines() {
            assert!(bench.path(path).is_file(), "{}", made.whole());
        }
        let next = format!("greenroom verify {slug} --bank 'a bank'");
        assert!(made.stderr.contains(&next), "{}", made.whole());
        let shown = bench.run(["show", &slug, "--bank", "a bank"]).expect(0);
        assert!(shown.stdout.contains(&format!("{slug} · {kind} · medium · mine · {minutes}")), "{}", shown.whole());
    }
    let held = bench.run(["verify", "--mutate", "--junk", "--bank", "a bank"]).expect(0);
    assert!(held.stdout.contains("All hold: 3 entries"), "{}", held.whole());
    // No remark either.
    assert!(!held.stdout.contains("note"), "{}", held.whole());
}

#[test]
fn what_an_author_says_stands_in_the_question() {
    let bench = Bench::new();
    fs::create_dir(bench.path("questions")).unwrap();
    let options = ["--topic", "lists", "--level", "hard", "--minutes", "25", "--title", "Say \"no\""];
    bench.run(["new", "3-sum"].into_iter().chain(options)).expect(0);
    let text = fs::read_to_string(bench.path("questions/lists/3-sum.json")).unwrap();
    let question: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&question["title"], &question["level"]), (&"Say \"no\"".into(), &"hard".into()));
    assert_eq!(question["minutes"], 25);
    let check = fs::read_to_string(bench.path("checks/lists/3-sum/check.py")).unwrap();
    assert!(check.contains("from answer import answer_3_sum\n"), "{check}");
    bench.run(["verify", "--bank", "."]).expect(0);
}

#[test]
fn nothing_that_stands_there_is_touched() {
    let bench = Bench::new();
    let new = |slug, topic| bench.run(["new", slug, "--topic", topic, "--bank", "bank"]);
    new("two-sum", "lists").expect(0);
    let file = bench.path("bank/questions/lists/two-sum.json");
    let schema = bench.path("bank/questions/schema.json");
    for path in [&file, &schema] {
        fs::write(path, "mine").unwrap();
    }
    for topic in ["lists", "dicts"] {
        let refused = new("two-sum", topic).expect(2);
        let said = "`two-sum` is in this bank already: `bank/questions/lists/two-sum.json`";
        assert!(refused.stderr.contains(said) && refused.stderr.contains("hint: "), "{}", refused.whole());
        assert!(refused.stdout.is_empty(), "{}", refused.whole());
    }
    let made = new("three-sum", "lists").expect(0);
    assert!(!made.stdout.contains("schema.json"), "{}", made.whole());
    for path in [&file, &schema] {
        assert_eq!(fs::read_to_string(path).unwrap(), "mine");
    }
}

#[test]
fn what_cannot_be_begun_is_told_with_a_remedy() {
    let bench = Bench::new();
    fs::write(bench.path("file"), "").unwrap();
    for (arguments, said) in [
        (&["new", "Two_Sum", "--topic", "lists", "--bank", "bank"] as &[&str], "`Two_Sum` is not a name; a name is"),
        (&["new", "two-sum", "--topic", "../lists", "--bank", "bank"], "`../lists` is not a name"),
        (&["new", "two-sum", "--topic", "lists"], "hint: `--bank DIR` names the folder of a bank"),
        (&["new", "two-sum", "--topic", "lists", "--bank", "a", "--bank", "b"], "cannot be used multiple times"),
        (&["new", "two-sum", "--topic", "lists", "--bank", "file"], "cannot write `file/checks/lists/two-sum/"),
        (&["new", "two-sum"], "--topic"),
        (&["new", "two-sum", "--topic", "lists", "--minutes", "0"], "0 is not in 1..=240"),
    ] {
        let refused = bench.run(arguments).expect(2);
        assert!(refused.stderr.contains(said) && refused.stdout.is_empty(), "{}", refused.whole());
    }
    assert!(!bench.path("bank").exists() && !bench.path("questions").exists());
}
