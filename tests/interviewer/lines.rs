//! Both ends by lines: what reaches the other one, who is let in, and what is refused.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::thread::sleep;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::seat::{ANSWER, PRIVATE, Seat, candidate, interviewer, report, socket, start, texts};
use crate::support::{Bench, PROBE_OK, wait_for};

#[test]
fn what_an_interviewer_does_reaches_the_candidate_and_the_report() {
    let bench = Bench::new();
    let mut candidate = candidate(&bench, &["--interviewer"]);
    candidate.hears("greenroom interviewer ");
    let mut partner = interviewer(&bench, "partner");
    partner.hears("SECRET model answer");
    partner.hears("> 1 [   ] SECRET point one (2)");
    candidate.hears("Your interviewer is here.");
    fs::write(bench.path(ANSWER), PROBE_OK).unwrap();
    partner.hears("Q1 samples: pass 1 of 1");
    candidate.say("check\n");
    partner.hears("Q1 check: pass 2 of 2");
    partner.say("1\np 2 half\nf 1\nm 5\nn calm <b>, asked well\nf 1 0\ns\n");
    partner.hears("   2     return 1");
    candidate.hears("Follow-up to Q1, from your interviewer: And what of two?");
    candidate.hears("Your interviewer adds 5 minutes for Q1: 1");
    assert!(PRIVATE.iter().all(|text| !texts(&bench.path("room")).contains(text)), "nothing of it is in the folder");
    let seen = candidate.text();
    assert!(PRIVATE.iter().all(|text| !seen.contains(text)) && !seen.contains("calm"), "{seen}");
    partner.say("q\n");
    let told = partner.ends(0);
    for said in ["5 minutes added", "follow-up 1 is asked", "marked", "noted", "comes back"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    candidate.hears("Your interviewer has left");
    candidate.say("finish\n");
    let shown = candidate.ends(0);
    for line in [
        "Interviewer (",
        "2.5 of 3 points; 5 minutes added",
        "1/2 two (weight 1)",
        "0   follow-up 1: And what of two?",
        "calm <b>, asked well",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let report = report(&bench);
    let marks = &report["interviewer"]["questions"][0];
    assert_eq!((&report["interviewer"]["minutes_added"], &report["minutes"]), (&5.into(), &11.into()));
    assert_eq!((&marks["key_points"][0]["score"], &marks["key_points"][1]["score"]), (&1.0.into(), &0.5.into()));
    assert_eq!(
        (&marks["follow_ups"][0]["score"], &marks["notes"][0]["text"]),
        (&0.0.into(), &"calm <b>, asked well".into())
    );
    let question = &report["questions"][0];
    assert_eq!((&question["verdict"], &question["key_points"][0]["self_rated"]), (&"pass".into(), &Value::Null));
    let page = fs::read_to_string(bench.path("room/report.html")).unwrap();
    assert!(page.contains("calm &lt;b&gt;, asked well") && page.contains("2.5 of 3 points"));
    let notes = fs::read_to_string(bench.path("room/report.md")).unwrap();
    assert!(notes.contains("## Interviewer") && !notes.contains("<b>"));
    bench.run(["audit"]).expect(0);
    assert!(!socket(&bench).exists());
}

#[test]
fn an_interviewer_may_come_before_the_session_and_sees_it_through_a_crash() {
    let bench = Bench::new();
    let mut partner = interviewer(&bench, "partner");
    partner.hears("Waiting for a session to let an interviewer in");
    let first = candidate(&bench, &["--interviewer"]);
    partner.hears("SECRET point one");
    partner.say("1\n");
    partner.hears("marked");
    first.kill();
    partner.hears("Your candidate has left; `greenroom resume");
    // The socket that the dead process left is in nobody's way.
    assert!(socket(&bench).exists());
    let mut again = Seat::spawn(&bench, "again", &mut bench.command(["resume"]));
    again.hears("greenroom interviewer ");
    again.hears("Your interviewer is here.");
    partner.say("p 2 1\nc\n");
    partner.hears("3 of 3 points given");
    again.say("quit\n");
    again.ends(0);
    wait_for(|| partner.text().matches("Your candidate has left").count() == 2);
    let mut last = Seat::spawn(&bench, "last", &mut bench.command(["resume"]));
    last.hears("Your interviewer is here.");
    last.say("finish\n");
    last.ends(0);
    let told = partner.ends(0);
    assert!(told.contains("The interview is over. Your marks stand in its report"), "{told}");
    let marks = &report(&bench)["interviewer"]["questions"][0]["key_points"];
    assert_eq!((&marks[0]["score"], &marks[1]["score"]), (&1.0.into(), &1.0.into()));
}

#[test]
fn one_interviewer_has_the_seat_until_they_are_gone() {
    let bench = Bench::new();
    let mut candidate = candidate(&bench, &["--interviewer"]);
    let first = interviewer(&bench, "first");
    first.hears("SECRET point one");
    let told = interviewer(&bench, "second").ends(2);
    assert!(told.contains("an interviewer sits at another terminal already") && !told.contains("SECRET"), "{told}");
    first.kill();
    candidate.hears("Your interviewer has left");
    let mut third = interviewer(&bench, "third");
    third.say("m 1\nq\n");
    assert!(third.ends(0).contains("1 minute added"));
    candidate.say("quit\n");
    candidate.ends(0);
}

#[test]
fn what_is_no_request_does_no_harm() {
    let bench = Bench::new();
    let mut candidate = candidate(&bench, &["--interviewer"]);
    candidate.hears("greenroom interviewer ");
    wait_for(|| socket(&bench).exists());
    assert_eq!(fs::metadata(socket(&bench)).unwrap().permissions().mode() & 0o777, 0o600);
    let hello = format!("{{\"do\":\"hello\",\"greenroom\":\"{}\"}}\n", env!("CARGO_PKG_VERSION"));
    let called = |bytes: &[u8]| {
        let mut stream = UnixStream::connect(socket(&bench)).unwrap();
        // It may hang up before all is written.
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut told = Vec::new();
        let _ = stream.read_to_end(&mut told);
        String::from_utf8_lossy(&told).into_owned()
    };
    assert!(called(b"\0\xff\xfe garbage\n").contains("not-understood"));
    called(&vec![b'x'; 5_000_000]);
    assert!(called(b"{\"do\":\"hello\",\"greenroom\":\"0.0.0\"}\n").contains("other-version"));
    assert!(called(b"{\"do\":\"add-minutes\",\"minutes\":5}\n").contains("not-understood"));
    assert_eq!(called(b""), "");
    // Let in, and then not one word of sense.
    for line in [
        "{\"do\":\"hello\",\"greenroom\":\"x\"}\n",
        "{\"do\":\"mark\",\"question\":99999999999999999999,\"point\":0,\"score\":\"full\"}\n",
        "[[[[[[\n",
    ] {
        assert!(called((hello.clone() + line).as_bytes()).contains("SECRET point one"), "{line}");
    }
    let told = called(
        (hello.clone()
            + "{\"do\":\"mark\",\"question\":7,\"point\":0,\"score\":\"full\"}\n"
            + "{\"do\":\"mark\",\"question\":0,\"point\":7,\"score\":\"full\"}\n"
            + "{\"do\":\"mark-follow-up\",\"question\":0,\"follow_up\":0,\"score\":\"full\"}\n"
            + "{\"do\":\"add-minutes\",\"minutes\":4000000000}\n"
            + &format!("{{\"do\":\"note\",\"question\":0,\"text\":\"{}\"}}\n", "x".repeat(600)))
            .as_bytes(),
    );
    for said in ["no-such-thing", "not-asked", "bad-minutes", "long-note"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    // Many who say nothing keep nobody out for long.
    let idle: Vec<UnixStream> = (0..30).map(|_| UnixStream::connect(socket(&bench)).unwrap()).collect();
    let mut partner = interviewer(&bench, "partner");
    drop(idle);
    partner.say("1\nq\n");
    assert!(partner.ends(0).contains("marked"));
    candidate.say("finish\n");
    candidate.ends(0);
    let report = report(&bench);
    assert_eq!(report["minutes"], 6);
    assert_eq!(report["interviewer"]["questions"][0]["notes"], Value::Array(Vec::new()));
}

#[test]
fn minutes_have_bounds_and_a_strict_clock_gets_none() {
    let bench = Bench::new();
    let mut candidate = candidate(&bench, &["--interviewer"]);
    let mut partner = interviewer(&bench, "partner");
    partner.say("m 0\nm 16\nm 15\nm 15\nm 15\nm 14\nm 2\nm x\nq\n");
    let told = partner.ends(0);
    assert_eq!(told.matches("from 1 to 15 minutes").count(), 2, "{told}");
    assert!(told.contains("1 is left") && told.contains("There is no command `m x`"), "{told}");
    candidate.say("finish\n");
    candidate.ends(0);
    assert_eq!(report(&bench)["interviewer"]["minutes_added"], 59);

    let bench = Bench::new();
    let mut candidate = self::candidate(&bench, &["--interviewer", "--strict"]);
    let mut partner = interviewer(&bench, "partner");
    partner.say("m 5\nq\n");
    assert!(partner.ends(0).contains("the clock is strict"));
    candidate.say("finish\n");
    candidate.ends(0);
    assert_eq!(report(&bench)["minutes"], 6);
}

#[test]
fn a_session_that_runs_lets_an_interviewer_in_when_its_candidate_says_so() {
    let bench = Bench::new();
    let mut candidate = candidate(&bench, &[]);
    let partner = interviewer(&bench, "partner");
    partner.hears("Waiting for a session");
    sleep(Duration::from_millis(700));
    assert!(!partner.text().contains("SECRET"));
    candidate.say("interviewer\n");
    candidate.hears("greenroom interviewer ");
    partner.hears("SECRET point one");
    candidate.say("finish\n");
    candidate.ends(0);
    partner.ends(0);
    assert_eq!(report(&bench)["interviewer"]["questions"], Value::Array(Vec::new()));
}

#[test]
fn a_session_that_cannot_be_joined_is_named_with_a_remedy() {
    let bench = Bench::new();
    let told = bench.run(["interviewer", "zzzz"]).expect(2);
    assert!(told.stderr.contains("there is no session `zzzz`"), "{}", told.whole());
    let told = bench.run(["interviewer"]).expect(2);
    assert!(told.stderr.contains("hint: `greenroom start --interviewer` lets one in"), "{}", told.whole());
    let mut candidate = candidate(&bench, &["--interviewer"]);
    candidate.say("finish\n");
    candidate.ends(0);
    let report = report(&bench);
    let name = report["session"].as_str().unwrap();
    let told = bench.run(["interviewer", name]).expect(2);
    assert!(told.stderr.contains("is finished") && told.stderr.contains("greenroom report"), "{}", told.whole());
    assert_eq!(report["interviewer"], Value::Null, "nobody came");
}

#[test]
fn a_home_with_a_long_path_has_a_door_too() {
    let bench = Bench::new();
    let home = bench.path("home").join("long/".repeat(30));
    let mut candidate =
        Seat::spawn(&bench, "candidate", start(&bench, &["--interviewer"]).env("GREENROOM_HOME", &home));
    candidate.hears(&format!("GREENROOM_HOME={}", home.display()));
    let partner = Seat::spawn(&bench, "partner", bench.command(["interviewer"]).env("GREENROOM_HOME", &home));
    partner.hears("SECRET point one");
    candidate.say("quit\n");
    candidate.ends(0);
    partner.kill();
}

#[test]
fn an_interviewer_who_sleeps_holds_nobody_up() {
    let bench = Bench::new();
    let mut candidate = candidate(&bench, &["--interviewer"]);
    let partner = interviewer(&bench, "partner");
    partner.hears("SECRET point one");
    kill_process(Pid::from_child(&partner.child), Signal::STOP).unwrap();
    // More than any buffer between the two holds.
    for round in 0..80 {
        fs::write(bench.path(ANSWER), format!("# {round}\n{}", "#\n".repeat(30_000))).unwrap();
        candidate.say("next\n");
        sleep(Duration::from_millis(20));
    }
    let start = std::time::Instant::now();
    candidate.say("finish\n");
    candidate.ends(0);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    kill_process(Pid::from_child(&partner.child), Signal::CONT).unwrap();
    partner.kill();
}

#[test]
fn marks_are_not_replayed_to_a_candidate_before_the_bell() {
    let bench = Bench::new();
    let mut candidate = candidate(&bench, &["--interviewer"]);
    let mut partner = interviewer(&bench, "partner");
    partner.say("1\nn quick\nm 2\nq\n");
    partner.ends(0);
    candidate.say("quit\n");
    candidate.ends(0);
    let told = bench.run(["replay"]).expect(0).stdout;
    assert!(told.contains("the interviewer added 2 minutes") && !told.contains("marked"), "{told}");
    assert!(!told.contains("note"), "{told}");
    let mut again = Seat::spawn(&bench, "again", &mut bench.command(["resume"]));
    again.say("finish\n");
    again.ends(0);
    let told = bench.run(["replay"]).expect(0).stdout;
    assert!(told.contains("the interviewer marked one: 1") && told.contains("the interviewer wrote a note"), "{told}");
}
