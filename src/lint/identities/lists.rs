//! The words of the registers by which identities are told from other things. A register is opened when something that looks like an
//! identity is met, which is rare.

use crate::policy::{Policy, Register, Row};
use std::cell::OnceCell;

/// A register with the column in which words are looked up.
#[derive(Clone, Copy)]
pub(super) enum List {
    /// Words that are no names, and those that show that one follows.
    NameWords,
    GivenNames,
    /// Letters that no National Insurance number begins with.
    InsurancePrefixes,
    PostcodeAreas,
    PhoneBeginnings,
    /// Mail services that anyone can open an account with.
    Webmail,
    /// Words after which ten digits are the number of a thing.
    OtherNumbers,
    /// What is said of an identity, by its sort.
    Identities,
}

/// The register of what identifies a person, and of what is said when it is found.
pub(in super::super) const IDENTITIES: &str = "identities";

/// The names of the registers and of their columns, in the order of [`List`].
const REGISTERS: [(&str, &str); 8] = [
    ("name-words", "words"),
    ("given-names", "words"),
    ("national-insurance-prefixes", "words"),
    ("postcode-areas", "words"),
    ("phone-beginnings", "words"),
    ("public-webmail", "phrase"),
    ("other-numbers", "words"),
    (IDENTITIES, "kind"),
];

/// The registers of a policy. Each is looked for once.
pub(super) struct Lists<'p> {
    pub(super) policy: &'p Policy,
    open: [OnceCell<Option<(&'p Register, u16)>>; REGISTERS.len()],
}

impl<'p> Lists<'p> {
    pub(super) fn new(policy: &'p Policy) -> Self {
        Lists { policy, open: [const { OnceCell::new() }; REGISTERS.len()] }
    }

    /// The entries of a list that have a word. Capital and small letters are the same.
    pub(super) fn entries(&self, list: List, word: &str) -> impl Iterator<Item = Row<'p>> {
        let open = *self.open[list as usize].get_or_init(|| {
            let (register, column) = REGISTERS[list as usize];
            let (_, register) = self.policy.register_named(register)?;
            Some((register, register.column(column)?))
        });
        open.into_iter().flat_map(move |(register, column)| register.entries_with(column, word).map(|entry| register.row(entry)))
    }

    /// Whether a list has a word.
    pub(super) fn has(&self, list: List, word: &str) -> bool {
        self.entries(list, word).next().is_some()
    }

    /// Whether a list has a word of a sort. A word may be of several.
    pub(super) fn has_sort(&self, list: List, sort: &str, word: &str) -> bool {
        self.entries(list, word).any(|row| row.has("sort", sort))
    }
}
