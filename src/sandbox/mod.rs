//! The lockdown: policy as data, and the steps that apply it. Only `worker` uses it, in processes with one thread.

pub mod filter;
pub mod lockdown;
pub mod policy;
pub mod proof;
pub mod root;
pub mod slot;
pub mod sys;
