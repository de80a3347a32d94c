//! The document as it is read: the JSON that `sharewright build --format json` writes.
//!
//! The same shape goes on to the template. What the template needs besides is worked out in [`super::prepare`] and stands in fields
//! that are never read.

use serde::{Deserialize, Serialize};

/// A document.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Document {
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) subtitle: String,
    #[serde(default)]
    pub(crate) language: String,
    /// The day that it was made for, such as `2026-11-21`.
    pub(crate) date: String,
    #[serde(default)]
    pub(crate) reference: String,
    #[serde(default)]
    pub(crate) version: String,
    #[serde(default)]
    pub(crate) marking: String,
    #[serde(default)]
    pub(crate) draft: bool,
    #[serde(default)]
    pub(crate) draft_words: String,
    #[serde(default)]
    pub(crate) warning: String,
    #[serde(default)]
    pub(crate) stamps: Vec<(String, String)>,
    #[serde(default)]
    pub(crate) contents: bool,
    /// Meant to stand on one page: set closer.
    #[serde(default)]
    pub(crate) one_page: bool,
    pub(crate) blocks: Vec<Block>,
    /// What the page needs besides.
    #[serde(skip_deserializing)]
    pub(crate) page: Page,
}

/// What stands on every page and in the properties of the file: short, however long the document's own words are.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Page {
    pub(crate) title: String,
    pub(crate) subject: String,
    pub(crate) header: String,
    pub(crate) marking: String,
    pub(crate) language: String,
    pub(crate) region: Option<String>,
    /// Year, month, day.
    pub(crate) date: [u16; 3],
    /// The room that the numbers of clauses take, in ems.
    pub(crate) indent: f64,
    /// Whether some characters are shown by their numbers.
    pub(crate) has_strange: bool,
}

/// Text with marks.
pub(crate) type Inlines = Vec<Inline>;

/// A stretch of text.
#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "is", content = "of", rename_all = "kebab-case")]
pub(crate) enum Inline {
    Text(String),
    Strong(Inlines),
    Emphasis(Inlines),
    Code(String),
    Link { to: String, text: Inlines },
    Missing(String),
}

/// A part of a document.
#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(crate) enum Block {
    Heading {
        level: u8,
        #[serde(default)]
        name: String,
        #[serde(default)]
        number: String,
        text: Inlines,
        #[serde(skip_deserializing)]
        anchor: Option<String>,
        /// Short enough to be a bookmark.
        #[serde(skip_deserializing)]
        listed: bool,
    },
    Clause {
        #[serde(default)]
        name: String,
        #[serde(default)]
        number: String,
        text: Inlines,
        #[serde(skip_deserializing)]
        anchor: Option<String>,
    },
    Paragraph {
        text: Inlines,
    },
    List {
        #[serde(default)]
        ordered: bool,
        items: Vec<Inlines>,
    },
    Definitions {
        rows: Vec<(Inlines, Vec<Inlines>)>,
        #[serde(skip_deserializing)]
        setting: Setting,
    },
    Table {
        #[serde(default)]
        caption: Inlines,
        head: Vec<Inlines>,
        rows: Vec<Vec<Inlines>>,
        #[serde(skip_deserializing)]
        setting: Setting,
    },
    Note {
        #[serde(default)]
        tone: String,
        text: Inlines,
    },
    Prompt {
        #[serde(default)]
        name: String,
        text: Inlines,
        #[serde(default)]
        remark: String,
        #[serde(skip_deserializing)]
        anchor: Option<String>,
    },
    Signature {
        party: Inlines,
        office: Inlines,
        #[serde(default)]
        date: String,
        /// Short enough to stay on one page.
        #[serde(skip_deserializing)]
        whole: bool,
    },
    Diagram {
        #[serde(default)]
        caption: Inlines,
        #[serde(skip_deserializing)]
        drawing: Option<Picture>,
    },
    PageBreak {
        /// What follows, up to the next new page, is meant to stand on one page.
        #[serde(default)]
        one_page: bool,
    },
}

/// How a table is set.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Setting {
    /// The share of the width that each column takes.
    pub(crate) widths: Vec<f64>,
    /// For each row, whether it stays on one page.
    pub(crate) whole: Vec<bool>,
    /// Whether all of it stays on one page.
    pub(crate) small: bool,
}

/// A diagram, ready for the page.
#[derive(Debug, Serialize)]
pub(crate) struct Picture {
    /// Its drawings; none when one of them could not be read at the size at which it fits on a page.
    pub(crate) sheets: Vec<Sheet>,
    /// The same in sentences.
    pub(crate) said: Vec<String>,
}

/// A drawing of a diagram, ready for the page.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    pub(crate) svg: String,
    /// What it says, for those who do not see it.
    pub(crate) alt: String,
    /// The share of the page's width that it takes, so that its height fits.
    pub(crate) width: f64,
}

/// The plain text of some inlines.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Missing(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => out.push_str(&plain(inner)),
        }
    }
    out
}
