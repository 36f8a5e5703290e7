//! The embedded CPython: start it, run jobs in it, encode what they give. Only `worker` uses it.

pub mod code;
pub mod count;
pub mod encode;
pub mod fork;
pub mod heap;
pub mod hooks;
pub mod interpreter;
pub mod load;
pub mod mutate;
pub mod raised;
pub mod recorder;
pub mod run;
pub mod type_name;
pub mod warm;
