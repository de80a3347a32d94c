//! What keeps a paper from being written.

/// A fault, told in two sentences: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub what: String,
    /// What to do next.
    pub help: String,
}

impl Fault {
    pub(crate) fn new(what: impl Into<String>, help: impl Into<String>) -> Self {
        Fault { what: what.into(), help: help.into() }
    }

    /// A fault that no document should be able to cause.
    pub(crate) fn of_the_tool(what: impl Into<String>) -> Self {
        Fault::new(what, "This is a fault of the tool; please report it.")
    }
}
