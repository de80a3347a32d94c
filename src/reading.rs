//! How hard a text is to read, and what a saved web page says. Knows no agreement and no document.
//!
//! Sentences are counted here, since legal English is full of dots that end none; the formulas are those of the crate `textstat`.

mod measure;
mod numerals;
mod page;
mod sentences;
mod twins;

pub use measure::Measures;
pub use numerals::{Figures, figures};
pub use page::{Page, page};
pub use sentences::{paragraphs, sentences, words};
pub use twins::{Twins, twins};
