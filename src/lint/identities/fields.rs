//! In which field of a file a place lies. Read from the tree, so that a statement that could not be read to its end has fields as well.

use super::names::may_hold_name;
use crate::diagnostic::did_you_mean;
use crate::model::{KindId, Vocabulary};
use crate::policy::{Field, FieldPart};
use crate::source::TextRange;
use crate::syntax::{NO_STATEMENT, PartKind, Statement, Tree};
use smallvec::SmallVec;

/// A file as statements with fields.
#[derive(Clone, Copy)]
pub(super) struct Fields<'m> {
    pub(super) vocabulary: &'m Vocabulary,
    pub(super) text: &'m str,
    pub(super) tree: &'m Tree,
    /// Where keywords stand that mean nothing there.
    pub(super) unknown: &'m [TextRange],
}

impl Fields<'_> {
    /// Whether a place lies in one of some fields that holds something.
    pub(super) fn lies_in(self, fields: &[Field], at: usize, holds: &str) -> bool {
        let at = at as u32;
        let behind = |range: &TextRange| range.end <= at;
        let comment = self.tree.comments.get(self.tree.comments.partition_point(behind));
        if comment.is_some_and(|comment| comment.start <= at) {
            return false;
        }
        let after = self.tree.statements.partition_point(|statement| statement.head.start <= at);
        let Some(statement) = after.checked_sub(1).map(|index| &self.tree.statements[index]).filter(|statement| at < statement.head.end) else { return false };
        let Some(kind) = self.kind_of(statement) else { return false };
        let here = self.parts(statement, kind).into_iter().find(|(_, range)| range.start <= at && at < range.end);
        here.is_some_and(|(part, _)| fields.iter().any(|field| field.kind == kind && field.part == part && field.says.iter().any(|word| word == holds)))
    }

    /// Calls with each place of the file that is one of some fields.
    pub(super) fn each<'f>(self, fields: &'f [Field], visit: &mut dyn FnMut(&'f Field, TextRange)) {
        let words: SmallVec<[&str; 16]> = fields.iter().map(|field| self.vocabulary.kind(field.kind).word.as_str()).collect();
        // One bit a length and one a first letter: most keywords are none of these, and one look says so.
        let bit = |of: usize| 1_u32 << (of % 32);
        let (lengths, letters) = words.iter().fold((0, 0), |(lengths, letters), word| (lengths | bit(word.len()), letters | bit(word.as_bytes()[0].into())));
        for statement in &self.tree.statements {
            let range = statement.keyword;
            let first = self.text.as_bytes().get(range.start as usize).copied().unwrap_or_default();
            if lengths & bit(range.as_range().len()) == 0 || letters & bit(first.into()) == 0 {
                continue;
            }
            self.each_of(statement, range.of(self.text), fields.iter().zip(&words), visit);
        }
        // A slip in the keyword hides nothing.
        let starts = |range: &TextRange| self.tree.statements.binary_search_by_key(&range.start, |statement| statement.head.start).ok();
        for statement in self.unknown.iter().filter_map(starts).map(|index| &self.tree.statements[index]) {
            if let Some(meant) = did_you_mean(statement.keyword.of(self.text), words.iter().copied()) {
                self.each_of(statement, meant, fields.iter().zip(&words), visit);
            }
        }
    }

    /// The same for one statement that has, or means, a keyword.
    fn each_of<'f, 'w>(self, statement: &Statement, keyword: &str, fields: impl Iterator<Item = (&'f Field, &'w &'w str)>, visit: &mut dyn FnMut(&'f Field, TextRange)) {
        let mut fields = fields.filter(|(_, word)| **word == keyword).map(|(field, _)| field).filter(|field| may_hold_name(extent(statement, field).of(self.text))).peekable();
        if fields.peek().is_none() {
            return;
        }
        let known = self.kind_of(statement);
        // What stands in the wrong place is read as if it stood in the right one.
        for field in fields.filter(|field| known.is_none_or(|known| known == field.kind)) {
            if field.part == FieldPart::Block || statement.broken {
                visit(field, extent(statement, field));
                continue;
            }
            self.parts(statement, field.kind).into_iter().filter(|(part, _)| *part == field.part).for_each(|(_, range)| visit(field, range));
        }
    }

    /// The kind of a statement, by the blocks around it.
    fn kind_of(self, statement: &Statement) -> Option<KindId> {
        let around = match statement.parent {
            NO_STATEMENT => self.vocabulary.find("file")?,
            parent => self.kind_of(&self.tree.statements[parent as usize])?,
        };
        self.vocabulary.kind(around).child(statement.keyword.of(self.text))
    }

    /// The parts of a statement, each from its first value to its last.
    fn parts(self, statement: &Statement, kind: KindId) -> Vec<(FieldPart, TextRange)> {
        let kind = self.vocabulary.kind(kind);
        let parts = self.tree.parts_of(statement);
        let word = |index: usize| parts.get(index).filter(|part| part.kind == PartKind::Word).map(|part| part.range.of(self.text));
        let mut found: Vec<(FieldPart, TextRange)> = Vec::new();
        let mut now = FieldPart::Values;
        let mut index = 0;
        while let Some(part) = parts.get(index) {
            let one = word(index);
            let two = one.zip(word(index + 1));
            let connective = |words: &str| two.is_some_and(|two| words.split_once(' ') == Some(two));
            let clause = |is: &dyn Fn(&str) -> bool| kind.clauses.iter().position(|clause| is(&clause.words)).map(|place| FieldPart::Clause(place as u16));
            let (clause, used) = match clause(&connective) {
                Some(clause) => (Some(clause), 2),
                None => (one.and_then(|one| clause(&|words| words == one)), 1),
            };
            index += used;
            if let Some(clause) = clause {
                now = clause;
                continue;
            }
            let is_label = now == FieldPart::Values && kind.item && part.kind == PartKind::Text && !found.iter().any(|(part, _)| *part == FieldPart::Label);
            let of = if is_label { FieldPart::Label } else { now };
            match found.last_mut().filter(|(last, _)| *last == of) {
                Some((_, range)) => range.end = part.range.end,
                None => found.push((of, part.range)),
            }
        }
        found
    }
}

/// How far a field may reach: over the statement, or over its block as well.
fn extent(statement: &Statement, field: &Field) -> TextRange {
    let end = if field.part == FieldPart::Block { statement.whole.end } else { statement.head.end };
    TextRange { start: statement.keyword.end, end }
}
