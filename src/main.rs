//! The `greenroom` command.

use greenroom::judge::judge::Judge;
use greenroom::model::limits::Limits;
use greenroom::model::wire::{CheckJob, Launch};
use greenroom::worker::start::{Settings, run};

static PAGE: [u8; 3 * 65536] = [1; 3 * 65536];

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if args.get(1).is_some_and(|a| a == "worker") {
        let start = (PAGE.as_ptr() as usize + 65535) & !65535;
        let code =
            run(Settings { hash_seed: 0, loader: args.iter().any(|a| a == "--loader") }, (start as *const u8, 65536));
        std::process::exit(code);
    }
    let t = std::time::Instant::now();
    let mut judge = match Judge::start(None) {
        Ok(j) => j,
        Err(e) => {
            println!("start: {e}");
            return;
        }
    };
    println!("{:?} {:?} {:?}", t.elapsed(), judge.isolation(), judge.interpreter());
    let check = std::fs::read_to_string(&args[1]).unwrap();
    let t = std::time::Instant::now();
    let parsed = match judge.parse(&check) {
        Ok(p) => p,
        Err(e) => {
            println!("parse: {e}");
            return;
        }
    };
    println!("parsed {:?}\n{}", t.elapsed(), parsed.setup);
    for path in &args[2..] {
        let answer = std::fs::read_to_string(path).unwrap();
        let t = std::time::Instant::now();
        let job = CheckJob {
            answer,
            execute: true,
            setup: parsed.setup.clone(),
            seed: 7,
            cases: parsed.cases.iter().map(|c| c.examples.iter().map(|e| e.source.clone()).collect()).collect(),
        };
        let launch = Launch { limits: Limits::default(), processes: std::env::var("PROC").is_ok(), loopback: std::env::var("LOOP").is_ok() };
        let r = judge.attempt(&launch, &job, &mut |i, t| println!("  {} {:?}", parsed.cases[i].name, t));
        println!("{path} {:?} {r:?}", t.elapsed());
    }
}
