//! The embedded CPython: start it, run jobs in it, encode what they give. Only `worker` uses it.

pub mod encode;
pub mod fork;
pub mod hooks;
pub mod interpreter;
pub mod load;
pub mod mutate;
pub mod raised;
pub mod recorder;
pub mod run;
