//! Run what was graded in a session once more, and compare. Nothing of it changes what was said then.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::engine::checker::Checker;
use crate::engine::session::Session;
use crate::model::event::{CheckSummary, Occasion, Scope};
use crate::model::record::Checked;
use crate::model::session_report::{QuestionReport, SessionReport};
use crate::model::verdict::Verdict;

/// A verdict that somebody stated, with the answer that it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// From 0.
    pub question: usize,
    /// None when the text of the answer is not to be had.
    pub content: Option<Vec<u8>>,
    pub sha256: String,
    pub occasion: Occasion,
    pub verdict: Verdict,
    pub passed: u64,
    pub total: u64,
}

/// What came of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    Same,
    /// What is found now.
    Different {
        verdict: Verdict,
        passed: u64,
        total: u64,
    },
    /// Why it cannot be said.
    Unknown(String),
}

/// What the journal claims, in order. What greenroom could not check then is no claim.
pub fn claims_of_journal(session: &Session) -> Vec<Claim> {
    let of_question = |question: usize| {
        let progress = session.progress(question);
        let checks = progress.checks.iter().map(|check| &check.summary);
        checks.filter(|check| check.verdict != Verdict::Internal).map(move |check| {
            let save = progress.saves.iter().find(|save| save.sha256 == check.sha256);
            claim(check, save.map(|save| save.content.clone()))
        })
    };
    (0..session.count()).flat_map(of_question).collect()
}

fn claim(check: &CheckSummary, content: Option<Vec<u8>>) -> Claim {
    Claim {
        question: check.question,
        content,
        sha256: check.sha256.clone(),
        occasion: check.occasion,
        verdict: check.verdict,
        passed: check.passed as u64,
        total: check.total as u64,
    }
}

/// What a report claims of the answers at the bell. `content` gives the bytes of the answer to a question with this hash.
pub fn claims_of_report(
    report: &SessionReport,
    mut content: impl FnMut(usize, &QuestionReport, &str) -> Option<Vec<u8>>,
) -> Vec<Claim> {
    let judged = report.questions.iter().enumerate().filter(|(_, question)| question.is_judged());
    judged
        .filter_map(|(index, question)| {
            let sha256 = question.answer_sha256.clone()?;
            Some(Claim {
                question: index,
                content: content(index, question, &sha256),
                sha256,
                occasion: Occasion::Bell,
                verdict: question.verdict,
                passed: question.passed,
                total: question.total,
            })
        })
        .collect()
}

/// Run each answer again, the same answer once for all its claims. `told` hears of each claim in turn.
pub fn audit(claims: &[Claim], checker: &mut dyn Checker, mut told: impl FnMut(&Claim, &Finding)) -> Vec<Finding> {
    let mut known: BTreeMap<(usize, &str, Scope), Result<CheckSummary, String>> = BTreeMap::new();
    let mut findings = Vec::with_capacity(claims.len());
    for claim in claims {
        let scope = claim.occasion.scope();
        let finding = match &claim.content {
            None => Finding::Unknown("the text of this answer is not to be had".to_owned()),
            Some(content) => {
                let result = known.entry((claim.question, claim.sha256.as_str(), scope)).or_insert_with(|| {
                    let checked = checker.check(claim.question, content, scope).map_err(|error| error.0)?;
                    Ok(summary(claim, &checked))
                });
                compare(claim, result)
            }
        };
        told(claim, &finding);
        findings.push(finding);
    }
    findings
}

fn summary(claim: &Claim, checked: &Checked) -> CheckSummary {
    CheckSummary::new(claim.question, claim.occasion, checked)
}

fn compare(claim: &Claim, result: &Result<CheckSummary, String>) -> Finding {
    match result {
        Err(reason) => Finding::Unknown(reason.clone()),
        Ok(now) if now.verdict == Verdict::Internal => {
            Finding::Unknown("greenroom could not check it; `greenroom doctor` may say why".to_owned())
        }
        Ok(now) => {
            let found = (now.verdict, now.passed as u64, now.total as u64);
            if found == (claim.verdict, claim.passed, claim.total) {
                return Finding::Same;
            }
            Finding::Different { verdict: found.0, passed: found.1, total: found.2 }
        }
    }
}

/// Where a report says something else than the journal: the question from 0, what it is about, and both texts.
pub fn departures(report: &SessionReport, journal: &SessionReport) -> Vec<(usize, &'static str, String, String)> {
    let mut found = Vec::new();
    for (index, (said, kept)) in report.questions.iter().zip(&journal.questions).enumerate() {
        let hash = |hash: &Option<String>| hash.clone().unwrap_or_else(|| "none".to_owned());
        let time = |question: &QuestionReport| format!("{:?}", Duration::from_secs(question.used_s));
        let facts = [
            ("question", said.slug.clone(), kept.slug.clone()),
            ("verdict", said.verdict.to_string(), kept.verdict.to_string()),
            ("best verdict", said.best.to_string(), kept.best.to_string()),
            (
                "cases passed",
                format!("{} of {}", said.passed, said.total),
                format!("{} of {}", kept.passed, kept.total),
            ),
            ("best cases passed", said.best_passed.to_string(), kept.best_passed.to_string()),
            ("answer", hash(&said.answer_sha256), hash(&kept.answer_sha256)),
            ("hints", said.hints.to_string(), kept.hints.to_string()),
            ("time used", time(said), time(kept)),
        ];
        found.extend(facts.into_iter().filter(|fact| fact.1 != fact.2).map(|fact| (index, fact.0, fact.1, fact.2)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::checker::CheckerError;
    use crate::model::isolation::Level;
    use crate::model::record::{Context, Detail, Usage};
    use crate::model::testing::{at, checked, saved, started};

    /// Every answer passes but one that breaks the checker down; counts its runs.
    struct Passes(usize);

    impl Checker for Passes {
        fn check(&mut self, _: usize, bytes: &[u8], _: Scope) -> Result<Checked, CheckerError> {
            self.0 += 1;
            if bytes == b"boom" {
                return Err(CheckerError("the worker was lost".to_owned()));
            }
            Ok(Checked {
                slug: "merge-sorted-lists".to_owned(),
                file: "answer.py".to_owned(),
                verdict: if bytes == b"odd" { Verdict::Internal } else { Verdict::Pass },
                answer_sha256: String::new(),
                load: None,
                detail: Detail::Manual,
                says: None,
                usage: Usage::default(),
                context: Context { seed: 1, level: Level::Full, python: "3.11.7".to_owned() },
            })
        }
    }

    #[test]
    fn an_answer_is_run_once_for_each_scope_and_every_claim_is_answered() {
        let mut session = Session::new(started(), at(0));
        let events = [
            saved(1, "good"),
            checked(1, "good", Occasion::Request, 0, 0),
            checked(1, "good", Occasion::Request, 0, 0),
            checked(1, "good", Occasion::Save, 0, 0),
            checked(1, "gone", Occasion::Request, 0, 0),
            saved(1, "boom"),
            checked(1, "boom", Occasion::Request, 0, 0),
            saved(1, "odd"),
            checked(1, "odd", Occasion::Request, 0, 0),
            saved(1, "worse"),
            checked(1, "worse", Occasion::Request, 8, 9),
        ];
        for event in &events {
            assert!(session.apply(event, at(1)), "{event:?}");
        }
        let mut checker = Passes(0);
        let mut told = 0;
        let findings = audit(&claims_of_journal(&session), &mut checker, |_, _| told += 1);
        let kinds: Vec<&str> = findings
            .iter()
            .map(|finding| match finding {
                Finding::Same => "same",
                Finding::Different { .. } => "different",
                Finding::Unknown(_) => "unknown",
            })
            .collect();
        let expected = ["same", "same", "same", "unknown", "unknown", "unknown", "different"];
        assert_eq!((kinds.as_slice(), told, checker.0), (&expected[..], 7, 5));
    }
}
