//! The judge: a slot for answers, a slot for checks, and what to do when one is lost.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::judge::cache::Cache;
use crate::judge::error::JudgeError;
use crate::judge::nursery::Nursery;
use crate::judge::run::{End, Finished, Pace, Terms, run};
use crate::judge::slot::Slot;
use crate::model::check::{CheckProblem, ParsedCheck};
use crate::model::isolation::{Isolation, Layer, Level, MissingLayer};
use crate::model::limits::Limits;
use crate::model::mutant::Mutated;
use crate::model::record::Usage;
use crate::model::wire::{
    CheckJob, Count, CountJob, ExampleReply, Frame, Interpreter, Job, Launch, Load, Preload, Raised, from_bytes,
    to_bytes,
};

/// How many parsed checks a judge keeps in memory.
// Receipt: the 87 checks of the bank take 1.2 MB parsed.
const MAX_PARSED: usize = 256;

/// How many attempts of answers of the bank a judge keeps in memory.
// Receipt: one is 10 KiB at the median of the bank and 400 KiB at most.
const MAX_OF_BANK: usize = 64;

/// Runs answers, one at a time.
#[derive(Debug)]
pub struct Judge {
    answers: Option<Slot>,
    loader: Option<Slot>,
    cache: Option<Cache>,
    /// Where slots come from; other judges may have theirs from the same.
    nursery: Arc<Nursery>,
    isolation: Isolation,
    interpreter: Interpreter,
    /// What comes after an answer.
    pace: Pace,
    /// Modules that the next answers name.
    modules: BTreeSet<&'static str>,
    /// Checks that this judge has parsed or read before, by source.
    parsed: HashMap<String, Arc<ParsedCheck>>,
    /// What answers of the bank gave, by the hash of their terms and job: a class of answers asks for the same again.
    of_bank: HashMap<[u8; 32], Remembered>,
}

/// How one case of an answer went.
#[derive(Debug, Clone)]
pub enum Tried {
    /// The examples of the case gave this.
    Replied(Vec<ExampleReply>),
    /// The process ended in this case.
    Ended(End),
    /// Not reached.
    NotRun,
}

/// What a script printed, and the exception that ended it.
#[derive(Debug)]
pub struct Printed {
    pub text: String,
    pub raised: Option<Raised>,
}

/// How an answer went as a whole.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub loading: Loading,
    pub usage: Usage,
}

/// What an answer counted of itself.
#[derive(Debug, Clone)]
pub struct Counted {
    /// None when the process ended before.
    pub load: Option<Load>,
    /// In the order of the sizes; the last one may not be whole.
    pub counts: Vec<Count>,
    pub end: End,
}

/// What an answer of the bank gave: its cases, and how it went as a whole.
type Remembered = (Vec<(usize, Tried)>, Attempt);

/// What came of loading the answer. Cases were tried only after `Done`.
#[derive(Debug, Clone)]
pub enum Loading {
    Done(Load),
    /// An exception, in the frame.
    Failed(Load),
    /// The process ended.
    Ended(End),
}

impl Judge {
    /// Start a nursery and a slot. The bank need not have been read yet, and had better not be. Parsed checks are kept in
    /// `cache_folder`, if there is one.
    ///
    /// `demanded` is the level that must be reached; a missing layer of it is an error. Without it the strongest level that
    /// this machine gives is taken.
    pub fn start(preload: Preload, demanded: Option<Level>, cache_folder: Option<&Path>) -> Result<Judge, JudgeError> {
        Judge::with_hash_seed(preload, demanded, 0, cache_folder)
    }

    /// As `start`, with another seed for the hashes of texts: sets of them have another order then.
    pub fn with_hash_seed(
        preload: Preload,
        demanded: Option<Level>,
        hash_seed: u32,
        cache_folder: Option<&Path>,
    ) -> Result<Judge, JudgeError> {
        let nursery = Nursery::start(preload, demanded.unwrap_or(Level::Full), hash_seed)?;
        Judge::of(Arc::new(nursery), demanded, cache_folder)
    }

    /// A judge whose slot comes from a nursery that runs already.
    pub fn of(
        nursery: Arc<Nursery>,
        demanded: Option<Level>,
        cache_folder: Option<&Path>,
    ) -> Result<Judge, JudgeError> {
        let answers = Slot::start(&nursery)?;
        let mut isolation = Isolation::strongest(answers.hello.missing.clone());
        if let Some(level) = demanded {
            let missing: Vec<MissingLayer> = isolation.missing_for(level).into_iter().cloned().collect();
            if !missing.is_empty() {
                return Err(JudgeError::Weaker { level, missing });
            }
            isolation.level = level;
        }
        Ok(Judge {
            isolation,
            interpreter: answers.hello.interpreter.clone(),
            answers: Some(answers),
            loader: None,
            cache: cache_folder.map(Cache::new),
            // Whoever preloads has many answers to run: the next child gets ready behind each.
            pace: if nursery.preload == Preload::Common { Pace::Next } else { Pace::One },
            nursery,
            modules: BTreeSet::new(),
            parsed: HashMap::new(),
            of_bank: HashMap::new(),
        })
    }

    /// Where its slot came from.
    pub fn nursery(&self) -> Arc<Nursery> {
        Arc::clone(&self.nursery)
    }

    /// Many answers come one after the other, and nobody waits for one of them: frames may be looked at now and then.
    pub fn expect_many(&mut self) {
        self.expect(Pace::Many);
    }

    /// Answers come one by one, and each time somebody waits for the verdict.
    pub fn expect_pauses(&mut self) {
        self.expect(Pace::Pause);
    }

    fn expect(&mut self, pace: Pace) {
        if self.pace != Pace::One {
            self.pace = pace;
        }
    }

    /// Answers name these modules: a judge that runs many has them imported before it forks the next child.
    pub fn expect_modules(&mut self, modules: impl Iterator<Item = &'static str>) {
        self.modules.extend(modules);
    }

    /// What stands between the answers and this machine.
    pub fn isolation(&self) -> &Isolation {
        &self.isolation
    }

    pub fn interpreter(&self) -> &Interpreter {
        &self.interpreter
    }

    /// Parse the source of a check, in a worker of its own that never runs an answer.
    pub fn parse(&mut self, source: &str) -> Result<Arc<ParsedCheck>, JudgeError> {
        if let Some(parsed) = self.parsed.get(source) {
            return Ok(parsed.clone());
        }
        let cached = self.cache.as_ref().and_then(|cache| cache.get(source, &self.interpreter));
        let parsed = Arc::new(match cached {
            Some(parsed) => parsed,
            None => self.load(source)?,
        });
        if self.parsed.len() >= MAX_PARSED {
            self.parsed.clear();
        }
        self.parsed.insert(source.to_owned(), parsed.clone());
        Ok(parsed)
    }

    fn load(&mut self, source: &str) -> Result<ParsedCheck, JudgeError> {
        // Receipt: the largest check of the bank parses in 20 ms; the limits are for what somebody else's bank may hold.
        let terms = Terms { limits: Limits { memory_mib: 1024, ..Limits::default() }, launch: Launch::default() };
        match self.run_for_one_frame(true, &terms, &Job::Load { source: source.to_owned() })? {
            (Some(Frame::Parsed(bytes)), _) => {
                let parsed: Result<ParsedCheck, CheckProblem> =
                    from_bytes(&bytes).map_err(|error| JudgeError::Lost(format!("a parsed check: {error}")))?;
                let parsed = parsed.map_err(JudgeError::Check)?;
                if let Some(cache) = &self.cache {
                    cache.put(source, &self.interpreter, &parsed);
                }
                Ok(parsed)
            }
            (_, end) => Err(JudgeError::Lost(format!("the check could not be parsed: {end:?}"))),
        }
    }

    /// Make mutants of a right answer of the bank, in the worker that parses checks. The answer is not run.
    pub fn mutate(&mut self, source: &str) -> Result<Mutated, JudgeError> {
        // Receipt: the longest right answer of the bank takes 0.3 s, most of it in `ast.unparse`.
        let limits = Limits { cpu_s: 30.0, wall_s: 120.0, memory_mib: 1024, ..Limits::default() };
        let terms = Terms { launch: Launch::default(), limits };
        let mut mutated = None;
        let finished = self.run(true, &terms, &Job::Mutate { source: source.to_owned() }, &mut |frame| {
            if let Frame::Mutated { base, mutants } = frame {
                mutated = Some(Mutated { base, mutants });
            }
        })?;
        mutated.ok_or_else(|| JudgeError::Lost(format!("mutants could not be made: {:?}", finished.end)))
    }

    /// Start a child that has nothing to do, and give the layers that it proves.
    pub fn probe(&mut self) -> Result<Vec<Layer>, JudgeError> {
        let terms = Terms { limits: Limits::default(), launch: Launch::default() };
        Ok(self.run(false, &terms, &Job::Script { source: String::new() }, &mut |_| ())?.proved)
    }

    /// Run a script and give what it printed, or how its process ended.
    pub fn script(&mut self, terms: &Terms, source: &str) -> Result<Result<Printed, End>, JudgeError> {
        let (frame, end) = self.run_for_one_frame(false, terms, &Job::Script { source: source.to_owned() })?;
        Ok(match frame {
            Some(Frame::Script { printed: text, raised }) => Ok(Printed { text, raised }),
            _ => Err(end),
        })
    }

    /// Count the steps of an answer for inputs of growing size; once more when the worker is lost.
    pub fn count(&mut self, terms: &Terms, job: &CountJob) -> Result<Counted, JudgeError> {
        let job = Job::Count(job.clone());
        let mut once = || {
            let (mut load, mut counts) = (None, Vec::new());
            let finished = self.run(false, terms, &job, &mut |frame| match frame {
                Frame::Loaded(frame) => load = Some(frame),
                Frame::Counted(count) => counts.push(count),
                _ => {}
            })?;
            Ok(Counted { load, counts, end: finished.end })
        };
        match once() {
            Err(error) if JudgeError::is_loss(&error) => once(),
            result => result,
        }
    }

    /// Load an answer and try cases on it. Each case is given to `on_case` with its index in `job.cases`, in order.
    ///
    /// A crash ends its case only: the next ones are tried in a fresh child. Everything else that ends the process ends
    /// the answer, and the wall limit holds for all of it together. When the worker is lost on the way, all of it is tried
    /// once more with a new one: nothing of that is the answer's fault.
    pub fn attempt(
        &mut self,
        terms: &Terms,
        job: &CheckJob,
        on_case: &mut dyn FnMut(usize, Tried),
    ) -> Result<Attempt, JudgeError> {
        for last_try in [false, true] {
            let mut tried = Vec::new();
            match self.attempt_once(terms, job, &mut |case, result| tried.push((case, result))) {
                Ok(mut attempt) => {
                    attempt.usage.retries = u32::from(last_try);
                    tried.into_iter().for_each(|(case, result)| on_case(case, result));
                    return Ok(attempt);
                }
                Err(error) if last_try || !error.is_loss() => return Err(error),
                Err(_) => {}
            }
        }
        unreachable!("the last try returns")
    }

    fn attempt_once(
        &mut self,
        terms: &Terms,
        job: &CheckJob,
        on_case: &mut dyn FnMut(usize, Tried),
    ) -> Result<Attempt, JudgeError> {
        let mut usage = Usage::default();
        let mut first = 0;
        let mut loaded = None;
        loop {
            let mut terms = *terms;
            let used = Duration::from_millis(usage.wall_ms);
            terms.limits.wall_s = terms.limits.wall().saturating_sub(used).as_secs_f64();
            let part = Job::Check(CheckJob { cases: job.cases[first..].to_vec(), ..job.clone() });
            let mut load = None;
            let mut next = first;
            let finished = self.run(false, &terms, &part, &mut |frame| match frame {
                Frame::Loaded(frame) => load = Some(frame),
                Frame::Case { examples } => {
                    on_case(next, Tried::Replied(examples));
                    next += 1;
                }
                _ => {}
            })?;
            usage = add(usage, finished.usage);
            let ended_at_case = |next: usize, end: End, on_case: &mut dyn FnMut(usize, Tried)| {
                on_case(next, Tried::Ended(end));
                next + 1
            };
            let again = match (load, finished.end) {
                (Some(load), _) if load.failed.is_some() && loaded.is_none() => {
                    return Ok(Attempt { loading: Loading::Failed(load), usage });
                }
                (None, end) if loaded.is_none() => return Ok(Attempt { loading: Loading::Ended(end), usage }),
                (Some(load), End::Complete) if load.failed.is_none() => {
                    loaded.get_or_insert(load);
                    false
                }
                // Loading went well before and does not now: the answer is not the same twice.
                (Some(_), End::Complete) => {
                    let end = End::Crash("it loaded before, and does not load again".to_owned());
                    next = ended_at_case(next, end, on_case);
                    false
                }
                (None, end) => {
                    next = ended_at_case(next, end, on_case);
                    false
                }
                (Some(load), end @ End::Crash(_)) => {
                    loaded.get_or_insert(load);
                    next = ended_at_case(next, end, on_case);
                    true
                }
                (Some(load), end) => {
                    loaded.get_or_insert(load);
                    next = ended_at_case(next, end, on_case);
                    false
                }
            };
            if !again || next >= job.cases.len() {
                (next..job.cases.len()).for_each(|case| on_case(case, Tried::NotRun));
                let loading = Loading::Done(loaded.unwrap_or(Load { printed: String::new(), failed: None }));
                return Ok(Attempt { loading, usage });
            }
            first = next;
        }
    }

    /// As [`Judge::attempt`] for an answer of the bank, which gives the same each time: it is run once and remembered.
    pub fn attempt_of_bank(
        &mut self,
        terms: &Terms,
        job: &CheckJob,
        on_case: &mut dyn FnMut(usize, Tried),
    ) -> Result<Attempt, JudgeError> {
        let key: [u8; 32] = Sha256::digest(to_bytes(&(terms.launch, terms.limits, job))).into();
        if !self.of_bank.contains_key(&key) {
            let mut tried = Vec::new();
            let attempt = self.attempt(terms, job, &mut |case, result| tried.push((case, result)))?;
            if self.of_bank.len() >= MAX_OF_BANK {
                self.of_bank.clear();
            }
            self.of_bank.insert(key, (tried, attempt));
        }
        let (tried, attempt) = &self.of_bank[&key];
        tried.iter().for_each(|(case, result)| on_case(*case, result.clone()));
        Ok(attempt.clone())
    }

    /// Run a job. A slot in which something went wrong is ended: whatever state it is in, a new one is in a better one.
    fn run(
        &mut self,
        loader: bool,
        terms: &Terms,
        job: &Job,
        on_frame: &mut dyn FnMut(Frame),
    ) -> Result<Finished, JudgeError> {
        let pace = if loader { Pace::One } else { self.pace };
        let isolation = self.isolation.clone();
        if pace != Pace::One {
            let modules = std::mem::take(&mut self.modules);
            self.slot(loader)?.import(&modules)?;
        }
        let finished = run(self.slot(loader)?, &isolation, terms, job, pace, on_frame);
        if finished.is_err() {
            *(if loader { &mut self.loader } else { &mut self.answers }) = None;
        }
        finished
    }

    /// Run a job that sends one frame; once more when the worker is lost.
    fn run_for_one_frame(
        &mut self,
        loader: bool,
        terms: &Terms,
        job: &Job,
    ) -> Result<(Option<Frame>, End), JudgeError> {
        let mut once = || {
            let mut found = None;
            let finished = self.run(loader, terms, job, &mut |frame| found = Some(frame))?;
            Ok((found, finished.end))
        };
        match once() {
            Err(error) if JudgeError::is_loss(&error) => once(),
            result => result,
        }
    }

    fn slot(&mut self, loader: bool) -> Result<&mut Slot, JudgeError> {
        let slot = if loader { &mut self.loader } else { &mut self.answers };
        match slot {
            Some(slot) => Ok(slot),
            None if loader => {
                let nursery = Nursery::start(Preload::Loader, self.nursery.level, self.nursery.hash_seed)?;
                Ok(slot.insert(Slot::start(&Arc::new(nursery))?))
            }
            None => {
                if !self.nursery.is_there() {
                    self.nursery = Arc::new(self.nursery.again()?);
                }
                Ok(slot.insert(Slot::start(&self.nursery)?))
            }
        }
    }
}

impl Judge {
    /// End the workers in order, so that what they used is known to whoever measures this process.
    pub fn finish(self) {
        self.answers.into_iter().chain(self.loader).for_each(Slot::finish);
    }
}

fn add(one: Usage, other: Usage) -> Usage {
    Usage {
        cpu_ms: one.cpu_ms + other.cpu_ms,
        wall_ms: one.wall_ms + other.wall_ms,
        max_rss_kib: one.max_rss_kib.max(other.max_rss_kib),
        retries: one.retries + other.retries,
    }
}
