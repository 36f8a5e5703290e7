//! Starting the judge, and saying at once what this machine cannot give.

use std::sync::Arc;

use crate::commands::failure::Failure;
use crate::judge::error::JudgeError;
use crate::judge::judge::Judge;
use crate::judge::nursery::Nursery;
use crate::model::isolation::Level;
use crate::model::wire::Preload;
use crate::store::home::Home;
use crate::ui::message;
use crate::ui::out;

/// A judge for answers of the user's own: where a layer is missing it says so and goes on.
pub fn start_judge(preload: Preload) -> Result<Judge, Failure> {
    let judge = judge(preload, None)?;
    if judge.isolation().level != Level::Full {
        out::remark(&message::weaker_level(judge.isolation()));
    }
    Ok(judge)
}

/// One more judge for work beside the first one's, with a slot from the same nursery.
pub fn another_judge(nursery: &Arc<Nursery>, level: Option<Level>) -> Result<Judge, JudgeError> {
    let home = Home::locate().ok();
    Judge::of(Arc::clone(nursery), level, home.as_ref().and_then(|home| home.cache().ok()))
}

/// A judge at exactly this level, or at the strongest that there is.
pub fn judge(preload: Preload, level: Option<Level>) -> Result<Judge, JudgeError> {
    judge_with_hash_seed(preload, level, 0)
}

/// As `judge`, with another seed for the hashes of texts: sets of them have another order.
pub fn judge_with_hash_seed(preload: Preload, level: Option<Level>, hash_seed: u32) -> Result<Judge, JudgeError> {
    // Without a home there is no cache: slower, and nothing else.
    let home = Home::locate().ok();
    Judge::with_hash_seed(preload, level, hash_seed, home.as_ref().and_then(|home| home.cache().ok()))
}
