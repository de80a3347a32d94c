//! Documents to write.

use sharewright::emit::document::{Arrow, Block, Document, Inline, read_sheet};

/// A document of every kind of block.
pub const WHOLE: &str = "\
:title Night car
:subtitle Who may tell whom
:reference FEN-1
:version 2.1
:marking OFFICIAL-SENSITIVE
:stamp Content hash | 0123456789abcdef
:numbered
:contents
:section purposes | Purposes
:clause purpose.care | **Care** of people in _distress_, see [flows](#flows), [the guidance](https://www.gov.uk/a) and [us](mailto:a@b.example).
:clause purpose.harm | Less harm, by [[the date]]; `harm` in the source.
:subsection detail | In detail
:clause detail.a | First.
:part depth | In depth
:clause depth.a | Deeper.
:section flows | Flows
:clause flow.briefing | The nurse briefs the officer.
:prompt flow.channel | Which channel? | CHK-Q03: no channel is named
:prompt flow.hours | At which hours?
- one
- two
1. first
2. second

Between.

1. first again
:table What is shared
:head Item | With whom
:row Risk | The officer
:row Name | The officer
:end
:term Reference | FEN-1
:term Owner | The trust | and the force
:note info | A remark.
:note warning | A warning.
:diagram Who gives what
:flow Trust | Police | risk | care | CDA 1998 s.115
:page
:section signatures | Signatures
:sign Trust | Chief executive | 2 March 2026
:sign Police | Chief constable
:page
:table A table on a page of its own
:head A | B
:row 1 | 2
:end
";

/// Texts that would break out, if they could.
pub const HOSTILE: [&str; 8] = [
    "</w:t></w:r></w:p></w:body></w:document>",
    "<w:p/><!-- & --> ]]> <![CDATA[ \" ' &amp; &#0;",
    "nul\u{0} bell\u{7} escape\u{1B}[31m \u{B} \u{C} \u{7F} \u{85}",
    "\u{FFFE}\u{FFFF}\u{E000}\u{FDD0}",
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{202E}abc\u{202C} \u{645}\u{631}\u{62D}\u{628}\u{627}",
    "\u{1F9D1}\u{200D}\u{2695}\u{FE0F} \u{1F1EC}\u{1F1E7} e\u{301}\u{301}\u{301}",
    "{ DATE } \\* MERGEFORMAT HYPERLINK \"file:///c:/\" DDEAUTO cmd",
    "tab\tline\nbreak\r\nend",
];

/// A document from a sheet.
pub fn document(sheet: &str) -> Document {
    read_sheet("agreement", sheet).expect("a sheet")
}

/// The same text in every place that can hold text.
pub fn everywhere(text: &str) -> Document {
    let own = || text.to_owned();
    let said = || {
        vec![
            Inline::Text(own()),
            Inline::Strong(vec![Inline::Emphasis(vec![Inline::Code(own())])]),
            Inline::Missing(own()),
            Inline::Link { to: own(), text: vec![Inline::Text(own())] },
            Inline::Link { to: format!("https://a.example/{text}"), text: vec![Inline::Text(own())] },
        ]
    };
    let heading = |level: u8| Block::Heading { level, name: own(), number: "1".into(), text: said() };
    Document {
        kind: own(),
        title: own(),
        subtitle: own(),
        date: own(),
        language: own(),
        reference: own(),
        version: own(),
        marking: own(),
        draft: true,
        draft_words: own(),
        warning: own(),
        stamps: vec![(own(), own()), (own(), own()), ("Reference".into(), own())],
        numbered: true,
        contents: true,
        one_page: true,
        blocks: vec![
            heading(1),
            heading(1),
            heading(1),
            heading(9),
            Block::Clause { name: own(), number: own(), text: said() },
            Block::Paragraph { text: said() },
            Block::List { ordered: true, items: vec![said(), said()] },
            Block::List { ordered: false, items: vec![said()] },
            Block::Definitions { rows: vec![(said(), vec![said(), said()]), (said(), Vec::new())] },
            Block::Table { caption: said(), head: vec![said(), said()], rows: vec![vec![said(), said()], vec![said()], Vec::new(), vec![said(); 70]] },
            Block::Table { caption: Vec::new(), head: Vec::new(), rows: Vec::new() },
            Block::Note { tone: own(), text: said() },
            Block::Prompt { name: own(), text: said(), remark: own() },
            Block::Signature { party: said(), office: said(), date: own() },
            Block::Diagram { caption: said(), flows: vec![Arrow { from: vec![own()], to: vec![own()], what: own(), purpose: own(), power: own() }] },
            Block::PageBreak { one_page: true },
            Block::Paragraph { text: said() },
            Block::Prompt { name: own(), text: said(), remark: own() },
        ],
    }
}
