//! A packed bank: one index, and entries that are read when they are asked for.

use std::collections::BTreeMap;

use crate::bank::document::Document;
use crate::bank::entry::Entry;
use crate::bank::error::BankError;
use crate::bank::pack::Index;
use crate::bank::pack::PackedEntry;
use crate::bank::pack::Span;
use crate::bank::pack::unpack;
use crate::model::plan::Plan;
use crate::model::question::FORMAT;
use crate::model::question::Summary;
use crate::model::seed::Seed;

/// The pack that is built into this program. It was judged before it was packed; what is read from it is trusted.
#[derive(Debug)]
pub struct Packed<'a> {
    index: Index<Summary>,
    contents: &'a [u8],
}

impl<'a> Packed<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Packed<'a>, BankError> {
        let (index, contents) = unpack(bytes).map_err(|reason| BankError::BuiltIn { reason })?;
        Ok(Packed { index, contents })
    }

    pub fn summaries(&self) -> Vec<Summary> {
        self.index.entries.iter().map(|entry| entry.summary.clone()).collect()
    }

    pub fn hash(&self) -> &str {
        &self.index.hash
    }

    pub fn plans(&self) -> Result<Vec<Plan>, BankError> {
        let plans = self.index.others.iter().filter(|(path, _)| path.starts_with("questions/plans/"));
        plans.map(|(path, span)| Ok(self.document(path, *span)?.parse(FORMAT)?)).collect()
    }

    pub fn seeds(&self) -> Result<Vec<Seed>, BankError> {
        let path = "questions/seeds.json";
        match self.index.others.get(path) {
            Some(span) => Ok(self.document(path, *span)?.parse_any()?),
            None => Ok(Vec::new()),
        }
    }

    pub fn entry(&self, slug: &str) -> Result<Entry, BankError> {
        let found = self.index.entries.iter().find(|entry| entry.summary.slug == slug);
        let entry = found.ok_or_else(|| BankError::BuiltIn { reason: format!("it has no `{slug}`") })?;
        let json_path = json_path(&entry.summary);
        let checks_path = checks_path(&entry.summary);
        let mut files = BTreeMap::new();
        for (name, span) in &entry.checks {
            files.insert(name.clone(), self.document(&format!("{checks_path}/{name}"), *span)?.text);
        }
        let question = self.document(&json_path, entry.question)?.parse(FORMAT)?;
        Ok(Entry { question, files, json_path, checks_path })
    }

    /// Every file by its path, as it was before it was packed.
    pub fn files(&self) -> Result<BTreeMap<String, Vec<u8>>, BankError> {
        let entries = self.index.entries.iter().flat_map(|entry| {
            let PackedEntry { summary, question, checks } = entry;
            let checks = checks.iter().map(|(name, span)| (format!("{}/{name}", checks_path(summary)), *span));
            checks.chain([(json_path(summary), *question)])
        });
        let others = self.index.others.iter().map(|(path, span)| (path.clone(), *span));
        entries.chain(others).map(|(path, span)| Ok((path, self.bytes(span)?.to_vec()))).collect()
    }

    fn document(&self, path: &str, span: Span) -> Result<Document, BankError> {
        Ok(Document::decode(path, self.bytes(span)?)?)
    }

    fn bytes(&self, span: Span) -> Result<&'a [u8], BankError> {
        span.of(self.contents).ok_or_else(|| BankError::BuiltIn { reason: "it is cut off".to_owned() })
    }
}

fn json_path(summary: &Summary) -> String {
    format!("questions/{}/{}.json", summary.topic, summary.slug)
}

fn checks_path(summary: &Summary) -> String {
    format!("checks/{}/{}", summary.topic, summary.slug)
}
