//! The sheet: what a template renders. One statement a line.
//!
//! ```text
//! :title Information sharing agreement      :subtitle ...   :reference ...   :version ...   :marking ...   :language en-GB
//! :numbered     :contents     :draft [words]     :one-page     :warning text
//! :section purposes | Purposes              a heading of level 1 with the name `purposes`; :subsection, :part are levels 2 and 3
//! :clause purpose.crisis-care | text        a numbered paragraph; a name, or nothing, before the bar
//! A line of its own is a paragraph; lines that follow one another are one paragraph.
//! - item          1. item                   lists
//! :term Reference | FEN-ISA-0042            terms in a row are one list; further bars begin further paragraphs
//! :table Who may see what                   :head Role | Sees      :row Nurse | Risk summary     :end
//! :note warning | text                      :prompt flow.channel | text | the finding
//! :sign Fenwold Police | Chief Constable | 20 March 2026
//! :flow from, from | to | what | purpose | power     arrows in a row are one diagram; :diagram caption goes before
//! :page                                     a new page; :page one-page sets what follows, up to the next, to stand on one
//! ```

use super::super::document::{Arrow, Block, DATA_END, DATA_START, Document, Inlines};
use super::inline::{bare, inlines, unmarked};

/// Something in a sheet that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFault {
    /// The line of the sheet, from 1.
    pub line: usize,
    /// What is wrong, in a sentence.
    pub what: String,
}

/// Reads a sheet.
pub fn read_sheet(kind: &str, sheet: &str) -> Result<Document, SheetFault> {
    let mut reader = Reader { document: Document { kind: kind.to_owned(), language: "en-GB".to_owned(), ..Document::default() }, paragraph: String::new(), table: None };
    for (index, line) in sheet.lines().enumerate() {
        reader.line(line).map_err(|what| SheetFault { line: index + 1, what })?;
    }
    reader.close_paragraph();
    if reader.table.is_some() {
        return Err(SheetFault { line: sheet.lines().count(), what: "a table is not closed with `:end`".to_owned() });
    }
    let mut document = reader.document;
    if document.numbered {
        number(&mut document.blocks);
    }
    Ok(document)
}

struct Reader {
    document: Document,
    paragraph: String,
    table: Option<(Inlines, Vec<Inlines>, Vec<Vec<Inlines>>)>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), String> {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix(':') {
            self.close_paragraph();
            let (word, rest) = rest.split_once(' ').unwrap_or((rest, ""));
            return self.statement(word, rest.trim());
        }
        if self.table.is_some() && !line.is_empty() {
            return Err("a table holds `:head`, `:row` and `:end` only".to_owned());
        }
        if let Some(item) = line.strip_prefix("- ") {
            self.item(false, item);
        } else if let Some((_, item)) = line.split_once(". ").filter(|(number, _)| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())) {
            self.item(true, item);
        } else if line.is_empty() {
            self.close_paragraph();
        } else {
            if !self.paragraph.is_empty() {
                self.paragraph.push(' ');
            }
            self.paragraph.push_str(line);
        }
        Ok(())
    }

    fn statement(&mut self, word: &str, rest: &str) -> Result<(), String> {
        let cells = || split(rest);
        let cell = |index: usize| split(rest).into_iter().nth(index).unwrap_or_default();
        let document = &mut self.document;
        match word {
            "title" => document.title = unmarked(rest),
            "subtitle" => document.subtitle = unmarked(rest),
            "reference" => document.reference = unmarked(rest),
            "version" => document.version = unmarked(rest),
            "marking" => document.marking = unmarked(rest),
            "language" => document.language = bare(rest),
            "warning" => document.warning = unmarked(rest),
            "stamp" => document.stamps.push((unmarked(&cell(0)), unmarked(&cell(1)))),
            "numbered" => document.numbered = true,
            "contents" => document.contents = true,
            "draft" => document.mark_draft(unmarked(rest)),
            "one-page" => document.one_page = true,
            "section" | "subsection" | "part" => {
                let level = ["section", "subsection", "part"].iter().position(|known| *known == word).map_or(1, |place| place as u8 + 1);
                let (name, text) = named(rest);
                if text.is_empty() {
                    return Err(format!("`:{word}` needs a name, a bar and its words"));
                }
                self.push(Block::Heading { level, name, number: String::new(), text: inlines(&text) });
            }
            "clause" => {
                let (name, text) = named(rest);
                if !text.is_empty() {
                    self.push(Block::Clause { name, number: String::new(), text: inlines(&text) });
                }
            }
            "term" => {
                let mut cells = cells().into_iter();
                let term = inlines(&cells.next().unwrap_or_default());
                let meaning: Vec<Inlines> = cells.filter(|cell| !cell.is_empty()).map(|cell| inlines(&cell)).collect();
                if let Some(Block::Definitions { rows }) = document.blocks.last_mut() {
                    rows.push((term, meaning));
                } else {
                    self.push(Block::Definitions { rows: vec![(term, meaning)] });
                }
            }
            "table" => self.table = Some((inlines(rest), Vec::new(), Vec::new())),
            "head" | "row" | "end" => return self.table_line(word, rest),
            "note" => self.push(Block::Note { tone: cell(0), text: inlines(&cell(1)) }),
            "prompt" => self.push(Block::Prompt { name: bare(&cell(0)), text: inlines(&cell(1)), remark: bare(&cell(2)) }),
            "sign" => self.push(Block::Signature { party: inlines(&cell(0)), office: inlines(&cell(1)), date: unmarked(&cell(2)) }),
            "diagram" => self.push(Block::Diagram { flows: Vec::new(), caption: inlines(rest) }),
            "flow" => {
                let many = |text: String| split_at(&text, ',').iter().map(|name| unmarked(name)).filter(|name| !name.is_empty()).collect();
                let arrow = Arrow { from: many(cell(0)), to: many(cell(1)), what: unmarked(&cell(2)), purpose: unmarked(&cell(3)), power: unmarked(&cell(4)) };
                match document.blocks.last_mut() {
                    Some(Block::Diagram { flows, .. }) => flows.push(arrow),
                    _ => return Err("`:flow` stands after `:diagram`".to_owned()),
                }
            }
            "page" => match rest {
                "" | "one-page" => self.push(Block::PageBreak { one_page: rest == "one-page" }),
                _ => return Err("`:page` stands alone, or before `one-page`".to_owned()),
            },
            _ => return Err(format!("`:{}` is no statement of a sheet", bare(word))),
        }
        Ok(())
    }

    fn table_line(&mut self, word: &str, rest: &str) -> Result<(), String> {
        let cells: Vec<Inlines> = split(rest).iter().map(|cell| inlines(cell)).collect();
        let Some((_, head, rows)) = &mut self.table else { return Err(format!("`:{word}` stands outside of a table")) };
        match word {
            "head" => *head = cells,
            "row" if cells.len() != head.len() => return Err(format!("a row has {} cells and its table {} columns", cells.len(), head.len())),
            "row" => rows.push(cells),
            _ => {
                if let Some((caption, head, rows)) = self.table.take()
                    && !rows.is_empty()
                {
                    self.push(Block::Table { caption, head, rows });
                }
            }
        }
        Ok(())
    }

    fn item(&mut self, is_ordered: bool, item: &str) {
        self.close_paragraph();
        match self.document.blocks.last_mut() {
            Some(Block::List { ordered, items }) if *ordered == is_ordered => items.push(inlines(item)),
            _ => self.push(Block::List { ordered: is_ordered, items: vec![inlines(item)] }),
        }
    }

    fn push(&mut self, block: Block) {
        self.document.blocks.push(block);
    }

    fn close_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            let text = inlines(&std::mem::take(&mut self.paragraph));
            self.push(Block::Paragraph { text });
        }
    }
}

/// The cells between bars; a bar within data is text.
fn split(line: &str) -> Vec<String> {
    split_at(line, '|')
}

/// The parts between marks of a kind that stand outside data.
fn split_at(line: &str, mark: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut in_data = false;
    for c in line.chars() {
        match c {
            c if c == mark && !in_data => cells.push(String::new()),
            c => {
                in_data = c == DATA_START || in_data && c != DATA_END;
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// A name, and the words after the first bar.
fn named(rest: &str) -> (String, String) {
    let cells = split(rest);
    match cells.as_slice() {
        [name, text, ..] => (bare(name), text.clone()),
        _ => (String::new(), rest.to_owned()),
    }
}

/// Numbers headings and clauses: 1, 1.1, 1.1.1. A clause is numbered one level below the heading that it stands under.
fn number(blocks: &mut [Block]) {
    let mut counts = [0_u32; 6];
    let mut under = 0;
    let mut next = |level: usize| {
        counts[level - 1] += 1;
        counts[level..].fill(0);
        counts[..level].iter().map(u32::to_string).collect::<Vec<_>>().join(".")
    };
    for block in blocks {
        match block {
            Block::Heading { level, number, .. } => {
                under = usize::from(*level);
                *number = next(under);
            }
            Block::Clause { number, .. } => *number = next((under + 1).min(5)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_becomes_a_document() {
        let sheet = ":title T\n:numbered\n:section parties | Parties\n:clause a | One\n:clause b | Two\n:subsection x | X\n:clause c | Three\n\nwords\nmore words\n\n- a\n- b\n:table Caption\n:head A | B\n:row 1 | 2\n:end\n";
        let document = read_sheet("agreement", sheet).expect("a document");
        let numbers: Vec<&str> =
            document.blocks.iter().filter_map(|block| if let Block::Heading { number, .. } | Block::Clause { number, .. } = block { Some(number.as_str()) } else { None }).collect();
        assert_eq!(numbers, ["1", "1.1", "1.2", "1.3", "1.3.1"]);
        assert!(matches!(&document.blocks[5], Block::Paragraph { text } if super::super::plain(text) == "words more words"));
        assert!(matches!(&document.blocks[6], Block::List { items, .. } if items.len() == 2));
        assert!(matches!(&document.blocks[7], Block::Table { rows, .. } if rows.len() == 1));
    }

    #[test]
    fn data_cannot_add_a_cell_or_a_statement() {
        let sheet = format!(":term Name | {DATA_START}a | b\u{E002}:title hacked{DATA_END}\n");
        let document = read_sheet("x", &sheet).expect("a document");
        assert_eq!(document.title, "");
        assert!(matches!(&document.blocks[0], Block::Definitions { rows } if rows[0].1.len() == 1));
    }

    #[test]
    fn a_comma_within_a_name_does_not_make_two_senders() {
        let sheet = format!(":diagram D\n:flow {DATA_START}Health, Safety and Care{DATA_END}, {DATA_START}Police{DATA_END} | Trust, Council | risk\n");
        let document = read_sheet("x", &sheet).expect("a document");
        let Block::Diagram { flows, .. } = &document.blocks[0] else { panic!("a diagram") };
        assert_eq!((flows[0].from.as_slice(), flows[0].to.as_slice()), (["Health, Safety and Care", "Police"].map(str::to_owned).as_slice(), ["Trust", "Council"].map(str::to_owned).as_slice()));
    }

    #[test]
    fn faults_name_their_line() {
        assert_eq!(read_sheet("x", ":title T\n:tabel x\n").expect_err("a fault").line, 2);
        assert!(read_sheet("x", ":table t\n:head A | B\n:row 1\n:end").expect_err("a fault").what.contains("1 cells"));
        assert!(read_sheet("x", ":table t\n:head A").is_err());
    }
}
