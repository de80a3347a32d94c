//! One document, whatever it is written as: headings, numbered clauses, lists, tables, prompts, signature blocks and a diagram.
//!
//! Templates render a sheet, a text in a small language of lines; [`read_sheet`] turns it into a [`Document`]; the writers turn that
//! one thing into Markdown, HTML, Word and PDF. No writer knows what a document is about, and no template knows a format.

mod inline;
mod sheet;

pub use sheet::read_sheet;

use serde::Serialize;

/// What begins text that was taken from an agreement. Nothing up to [`DATA_END`] is read as markup.
pub(super) const DATA_START: char = '\u{E000}';
/// What ends it.
pub(super) const DATA_END: char = '\u{E001}';
/// A line break within it.
pub(super) const DATA_BREAK: char = '\u{E002}';

/// What stands for an answer within it that nobody has given yet.
pub(super) const DATA_OPEN: char = '\u{E003}';
/// How that is read.
pub(super) const NOT_KNOWN: &str = "not known yet";

/// What a draft says of itself where its template says no more.
const DRAFT: &str = "Not agreed and not in force.";

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each holds or not, whatever the others do")]
pub struct Document {
    /// Its kind: `agreement`, `procedure`, `notice`.
    pub kind: String,
    /// Title.
    pub title: String,
    /// What stands under the title.
    pub subtitle: String,
    /// The day that it was made for, such as `2026-11-21`.
    pub date: String,
    /// Language tag, such as `en-GB` or `cy`.
    pub language: String,
    /// Reference, as it stands in the header of a page.
    pub reference: String,
    /// Version.
    pub version: String,
    /// Protective marking.
    pub marking: String,
    /// A draft: said on every page.
    pub draft: bool,
    /// What a draft may not be used for, as it stands on the first page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub draft_words: String,
    /// What stands on the first page when the source has errors, or was not checked.
    pub warning: String,
    /// How it was made: content hash, law date, version of the tool. Label and value.
    pub stamps: Vec<(String, String)>,
    /// Whether headings and clauses carry numbers.
    pub numbered: bool,
    /// Whether a table of contents is wanted.
    pub contents: bool,
    /// Whether it is meant to stand on one page: set smaller and closer on paper.
    pub one_page: bool,
    /// What is said.
    pub blocks: Vec<Block>,
}

impl Document {
    /// Marks it as a draft. What the template says of that stands, where it says something.
    pub fn mark_draft(&mut self, words: String) {
        self.draft = true;
        if !words.is_empty() {
            self.draft_words = words;
        } else if self.draft_words.is_empty() {
            DRAFT.clone_into(&mut self.draft_words);
        }
    }
}

/// Text with marks.
pub type Inlines = Vec<Inline>;

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "of", rename_all = "kebab-case")]
pub enum Inline {
    /// As it is. A line break is `\n`.
    Text(String),
    /// Of weight.
    Strong(Inlines),
    /// Stressed, or the title of a work.
    Emphasis(Inlines),
    /// A name of the language, or an address.
    Code(String),
    /// A link to a place of this document (`#name`), a web address (`https:`) or a mailbox (`mailto:`).
    Link {
        /// Where to.
        to: String,
        /// What is read.
        text: Inlines,
    },
    /// Something that nobody has said yet.
    Missing(String),
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Block {
    /// A heading. Level 1 stands under the title.
    Heading {
        /// From 1 to 4.
        level: u8,
        /// Name by which it is found: the name of the clause of the source, where there is one.
        name: String,
        /// Number, such as `3.2`; empty where there is none.
        number: String,
        /// What it says.
        text: Inlines,
    },
    /// A clause: a numbered paragraph.
    Clause {
        /// Name of the statement of the source that it states.
        name: String,
        /// Number, such as `3.2.1`; empty where there is none.
        number: String,
        /// What it says.
        text: Inlines,
    },
    /// A paragraph.
    Paragraph {
        /// What it says.
        text: Inlines,
    },
    /// A list.
    List {
        /// Numbered.
        ordered: bool,
        /// One after the other.
        items: Vec<Inlines>,
    },
    /// Terms with what they mean.
    Definitions {
        /// Term and what is said of it.
        rows: Vec<(Inlines, Vec<Inlines>)>,
    },
    /// A table. The first cell of a row is its heading.
    Table {
        /// What it shows.
        caption: Inlines,
        /// Column headings.
        head: Vec<Inlines>,
        /// Rows, each as long as the head.
        rows: Vec<Vec<Inlines>>,
    },
    /// A remark set apart.
    Note {
        /// `info`, `warning` or `aside`.
        tone: String,
        /// What it says.
        text: Inlines,
    },
    /// Something that is still to be written. In Word the remark becomes a comment.
    Prompt {
        /// Name of the place in the source.
        name: String,
        /// What is asked for.
        text: Inlines,
        /// The finding, in a sentence; empty where there is none.
        remark: String,
    },
    /// A place for a signature.
    Signature {
        /// Who signs.
        party: Inlines,
        /// In which office.
        office: Inlines,
        /// When it was signed; empty for a blank line.
        date: String,
    },
    /// Who sends what to whom.
    Diagram {
        /// The arrows.
        flows: Vec<Arrow>,
        /// What it shows, in a sentence.
        caption: Inlines,
    },
    /// A new page where there are pages.
    PageBreak {
        /// Whether what follows, up to the next new page, is meant to stand on one page: set smaller and closer on paper.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        one_page: bool,
    },
}

/// One arrow of a diagram.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Arrow {
    /// Who gives.
    pub from: Vec<String>,
    /// Who receives.
    pub to: Vec<String>,
    /// What is given.
    pub what: String,
    /// For which purpose.
    pub purpose: String,
    /// Under which power.
    pub power: String,
}

/// The plain text of some inlines.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Missing(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => out.push_str(&plain(inner)),
        }
    }
    out
}
