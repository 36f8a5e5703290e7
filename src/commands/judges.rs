//! Starting the judge, and saying at once what this machine cannot give.

use crate::commands::failure::Failure;
use crate::judge::judge::Judge;
use crate::model::isolation::Level;
use crate::model::wire::Preload;
use crate::store::home::Home;
use crate::ui::message;
use crate::ui::out;

/// A judge for answers of the user's own: where a layer is missing it says so and goes on.
pub fn start_judge(preload: Preload) -> Result<Judge, Failure> {
    let judge = start_another_judge(preload)?;
    if judge.isolation().level() != Level::Full {
        out::note(&message::weaker_level(judge.isolation()));
    }
    Ok(judge)
}

/// One more judge, for work beside the first one's.
pub fn start_another_judge(preload: Preload) -> Result<Judge, Failure> {
    start_judge_with_hash_seed(preload, 0)
}

/// One more judge, for which sets of texts have another order.
pub fn start_judge_with_hash_seed(preload: Preload, hash_seed: u32) -> Result<Judge, Failure> {
    // Without a home there is no cache: slower, and nothing else.
    let home = Home::locate().ok();
    Ok(Judge::with_hash_seed(preload, hash_seed, home.as_ref().and_then(|home| home.cache().ok()))?)
}
