//! The formatter: nothing is lost, nothing is moved, twice is as once.

#[path = "support/dice.rs"]
mod dice;
#[path = "fmt/remarks.rs"]
mod remarks;
#[path = "fmt/soup.rs"]
mod soup;
#[path = "fmt/texts.rs"]
mod texts;
#[path = "fmt/tool.rs"]
mod tool;
#[path = "fmt/whitespace.rs"]
mod whitespace;
#[path = "fmt/words.rs"]
mod words;
