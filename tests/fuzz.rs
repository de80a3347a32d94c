//! Texts that a good one was spoilt into, by the hundred: nothing falls over, and what must always hold does hold (docs/fuzzing.md).
//!
//! A run tries few cases of each kind. `FUZZ_TIMES=1000` tries a thousand times as many; case 7 is the same text in every run.

#![allow(clippy::duplicate_mod, reason = "the driver, which the library tests as well, brings its own numbers")]

#[path = "fuzz/agreements.rs"]
mod agreements;
#[path = "fuzz/changes.rs"]
mod changes;
#[path = "fuzz/citations.rs"]
mod citations;
#[path = "fuzz/conditions.rs"]
mod conditions;
#[path = "fuzz/driver.rs"]
mod driver;
#[path = "fuzz/layouts.rs"]
mod layouts;
#[path = "fuzz/seeds.rs"]
mod seeds;
#[allow(dead_code, reason = "other tests use more of it")]
#[path = "syntax_properties/sound.rs"]
mod sound;
#[allow(dead_code, reason = "other tests use more of it")]
#[path = "fmt/words.rs"]
mod words;
