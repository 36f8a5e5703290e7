//! The worker: the same binary, started by the parent as `greenroom worker`, knowing no bank.
//!
//! Theory of operation. The *nursery* is the process that the parent started. It unmaps the built-in bank and starts CPython,
//! once for all slots. For each slot that is asked for it forks a *holder*, which enters the namespaces and forks the
//! *zygote*: that one shuts the door and waits for orders. For each order it forks a *child*, which locks itself down,
//! proves it, and waits for its job on a channel of which the parent got the other end; it runs the job and streams what
//! that gave. Neither nursery nor zygote ever sees a job, so no child can find another's in the memory that it inherits.

pub mod child;
pub mod descriptors;
pub mod scratch;
pub mod slot;
pub mod start;
pub mod zygote;
