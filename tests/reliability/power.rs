//! Power loss, on a disk that is played: what was not synced may be there or not, each write of its own, or half of the last one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use greenroom::store::journal::Journal;

use crate::faults::{Change, Faults};
use crate::keeping::{keep, records};
use crate::support::memory_dir;

/// What stands in a folder.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A file between two syncs.
#[derive(Debug, Default, Clone)]
struct OnDisk {
    synced: Vec<u8>,
    /// Its name was synced with its folder.
    is_named: bool,
    pending: Vec<Change>,
}

/// A disk that has seen these changes.
#[derive(Debug, Default)]
struct Disk(BTreeMap<PathBuf, OnDisk>);

impl Disk {
    fn take(&mut self, change: &Change) {
        match change {
            Change::Write { path, .. } | Change::Cut { path, .. } => {
                self.0.entry(path.clone()).or_default().pending.push(change.clone());
            }
            Change::Created { path } => drop(self.0.entry(path.clone()).or_default()),
            Change::Sync { path } => match self.0.get_mut(path) {
                Some(file) => {
                    let pending = std::mem::take(&mut file.pending);
                    pending.iter().for_each(|change| apply(&mut file.synced, change, 1));
                }
                None => self.0.values_mut().for_each(|file| file.is_named = true),
            },
            Change::Removed { path } => panic!("`{}` was removed: that is not played", path.display()),
            Change::Said(_) => {}
        }
    }

    /// Every way in which it may look after the power is gone.
    fn after_power_loss(&self) -> BTreeSet<Files> {
        let count = self.0.values().map(|file| file.pending.len()).sum::<usize>();
        // Which pending changes have come through, counted over all files: none, all, one, all but one, the first few.
        let mut chosen: Vec<Box<dyn Fn(usize) -> u64>> = vec![Box::new(|_| 0), Box::new(|_| 1)];
        for at in 0..count {
            chosen.push(Box::new(move |index| u64::from(index == at)));
            chosen.push(Box::new(move |index| u64::from(index != at)));
            chosen.push(Box::new(move |index| u64::from(index < at)));
            // Half of one: 2 stands for a half.
            chosen.push(Box::new(move |index| if index == at { 2 } else { u64::from(index < at) }));
        }
        let mut all = BTreeSet::new();
        for choose in &chosen {
            for has_names in [false, true] {
                let mut files = Files::new();
                let mut index = 0;
                for (path, file) in &self.0 {
                    let mut content = file.synced.clone();
                    for change in &file.pending {
                        match choose(index) {
                            0 => {}
                            part => apply(&mut content, change, part as usize),
                        }
                        index += 1;
                    }
                    if file.is_named || has_names {
                        files.insert(path.clone(), content);
                    }
                }
                all.insert(files);
            }
        }
        all
    }
}

/// Do it, or one part in `part` of it.
fn apply(content: &mut Vec<u8>, change: &Change, part: usize) {
    match change {
        Change::Write { offset, bytes, .. } => {
            let (start, bytes) = (*offset as usize, &bytes[..bytes.len() / part]);
            content.resize(content.len().max(start + bytes.len()), 0);
            content[start..start + bytes.len()].copy_from_slice(bytes);
        }
        Change::Cut { length, .. } => content.resize(*length as usize, 0),
        _ => {}
    }
}

/// Whether the journal that stands in these files opens and holds at least so many events, at most one more, and nothing else.
fn holds(files: &Files, kept: u64) -> Result<(), String> {
    let home = memory_dir();
    for (path, content) in files {
        std::fs::write(home.path().join(path.file_name().unwrap()), content).unwrap();
    }
    let found =
        Journal::open(home.path()).and_then(|journal| journal.records("k7qd")).map_err(|error| error.to_string())?;
    let count = found.len() as u64;
    if !(kept..=kept + 1).contains(&count) || found != records("k7qd", count) {
        return Err(format!("{count} events, and {kept} were said to be kept"));
    }
    Ok(())
}

/// What `count` saves do to a disk, in order, and what is said meanwhile.
fn saves(count: u64) -> Vec<Change> {
    let home = memory_dir();
    let faults = Faults::new(home.path());
    let output = keep(home.path(), "k7qd", count, &faults.with_log()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    faults.log()
}

/// Lose the power after each change. Returns how many different disks were tried, and what went wrong.
fn lose_power_everywhere(changes: &[Change]) -> (usize, Vec<String>) {
    let (mut disk, mut kept, mut tried, mut wrong) = (Disk::default(), 0, BTreeSet::new(), Vec::new());
    for (index, change) in changes.iter().enumerate() {
        disk.take(change);
        if let Change::Said(text) = change {
            kept = text.lines().filter_map(|line| line.strip_prefix("kept ")?.parse().ok()).max().unwrap_or(kept);
        }
        for files in disk.after_power_loss() {
            if tried.insert((kept, files.clone()))
                && let Err(problem) = holds(&files, kept)
            {
                wrong.push(format!("after {index}, {change:?}: {problem}"));
            }
        }
    }
    (tried.len(), wrong)
}

/// Cases 1, 2 and 6: also a journal file whose end is torn, and a folder whose names were not synced.
#[test]
fn power_that_is_lost_at_any_moment_takes_nothing_that_was_kept() {
    let (tried, wrong) = lose_power_everywhere(&saves(4));
    assert!(wrong.is_empty(), "{} of {tried}: {:?}", wrong.len(), wrong.first());
    assert!(tried > 300, "only {tried} disks were tried");
}

/// The played disk can be lost at all: without the syncs of one file it is.
#[test]
fn the_played_disk_notices_a_sync_that_is_missing() {
    let changes = saves(3);
    let is_folder = |path: &Path| !path.display().to_string().contains("journal.sqlite");
    let without = |dropped: &dyn Fn(&Path) -> bool| {
        let left = changes.iter().filter(|change| !matches!(change, Change::Sync { path } if dropped(path)));
        lose_power_everywhere(&left.cloned().collect::<Vec<_>>()).1
    };
    assert!(!without(&|path| path.ends_with("journal.sqlite")).is_empty());
    assert!(!without(&|path| path.ends_with("journal.sqlite-journal")).is_empty());
    assert!(!without(&is_folder).is_empty());
}
