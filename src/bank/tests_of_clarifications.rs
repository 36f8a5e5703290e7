//! What is said of clarifications that name cases.

use crate::bank::bank::Bank;
use crate::bank::error::BankError;
use crate::bank::sample::{CODE, PREDICT, Sample};

const CHECK: &str = "def sample_one():\n    pass\n\n\ndef case_many_leaks ():\n    pass\n";

fn said(sample: &Sample) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    sample.write(folder.path());
    let errors = Bank::open(&[folder.path().to_owned()]).err().unwrap_or_default();
    let told = errors.into_iter().map(|error| match error {
        BankError::File(problem) => format!("{} {:?}", problem.message, problem.hint),
        other => other.to_string(),
    });
    told.map(|said| said.replace(&format!("{}/", folder.path().display()), "")).collect()
}

fn naming(cases: &str) -> Sample {
    let new = format!("\"not freed.\"], \"cases\": {cases} }}]");
    Sample::new().with("checks/memory/count-leaks/check.py", CHECK).edited(CODE, "\"not freed.\"] }]", &new)
}

#[test]
fn a_clarification_names_hidden_cases_that_are_there() {
    assert_eq!(said(&naming(r#"["case_many_leaks"]"#)), [""; 0]);
    let of = "clarification `What is a leak?` of `count-leaks` names";
    for (cases, wrong) in [
        (
            r#"["case_many_leak"]"#,
            "case `case_many_leak`, and `checks/memory/count-leaks/check.py` has none \
             Some(\"did you mean `case_many_leaks`?\")",
        ),
        (r#"["sample_one"]"#, "`sample_one`, which every candidate sees; name hidden cases only None"),
        (
            r#"["many"]"#,
            "`many`; a hidden case is called `case_*` or `source_*` Some(\"did you mean `case_many_leaks`?\")",
        ),
        (r#"["case_many_leaks", "case_many_leaks"]"#, "case `case_many_leaks` twice None"),
    ] {
        assert_eq!(said(&naming(cases)), [format!("{of} {wrong}")]);
    }
}

#[test]
fn lines_of_a_prediction_have_no_names_to_link() {
    let new = r#""clarify": [{ "ask": "Which?", "answer": "3.11", "cases": ["case_a"] }], "hints""#;
    assert_eq!(
        said(&Sample::new().edited(PREDICT, "\"hints\"", new)),
        [
            "clarification `Which?` of `who-is-freed` names cases, which are for `code`, and this question is `predict` None"
        ]
    );
}
