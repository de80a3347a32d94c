//! Conditions over a register that only entries can meet which have something in common with the document: `some c in channels :
//! c.id is flow.channel`. Such entries are looked up by their words when the condition is evaluated, instead of trying every one.

use super::tree::{Expr, ExprId, Exprs, Join, PathId, Paths, Quantifier, Root, Test};
use crate::policy::register::{ColumnType, Registers};

/// What is known where a condition is compiled.
pub(super) struct Joining<'a> {
    pub(super) exprs: &'a Exprs,
    pub(super) paths: &'a Paths,
    pub(super) registers: &'a Registers,
    /// Where the entry at hand is kept.
    pub(super) slot: u8,
}

impl Joining<'_> {
    /// The ways in which an entry must meet the document; none when entries matter that do not.
    pub(super) fn find(&self, quantifier: Quantifier, path: PathId, filter: Option<ExprId>, body: Option<ExprId>) -> Vec<Join> {
        let path = self.paths.path(path);
        let Root::Register(register) = path.root else { return Vec::new() };
        if self.paths.steps(path).get(0).is_some() {
            return Vec::new();
        }
        // An entry that fails the filter says nothing. One that fails the body says nothing either, unless every one must meet it.
        let of_body = body.filter(|_| quantifier != Quantifier::Every);
        let ways = filter.into_iter().chain(of_body).find_map(|condition| self.ways(self.exprs.get(condition)));
        let is_of_words = |join: &Join| {
            let (_, column) = &self.registers.get(register).columns[join.column as usize];
            matches!(column, ColumnType::Word | ColumnType::Words | ColumnType::Text)
        };
        ways.filter(|ways| ways.iter().all(is_of_words)).unwrap_or_default()
    }

    /// The ways that a condition leaves open; nothing when it may hold of an entry that has nothing in common.
    fn ways(&self, expr: &Expr) -> Option<Vec<Join>> {
        match expr {
            Expr::And(parts) => self.exprs.parts(*parts).iter().find_map(|part| self.ways(part)),
            Expr::Or(parts) => {
                let all: Option<Vec<Vec<Join>>> = self.exprs.parts(*parts).iter().map(|part| self.ways(part)).collect();
                all.map(|all| all.concat()).filter(|all| !all.is_empty())
            }
            Expr::Test(left, Test::IsPath(right, false)) => {
                let (left, right) = (*left, *right);
                self.way(left, right).or_else(|| self.way(right, left)).map(|join| vec![join])
            }
            Expr::Test(..) | Expr::Not(_) | Expr::Quantified { .. } | Expr::Count(..) => None,
        }
    }

    fn way(&self, cell: PathId, other: PathId) -> Option<Join> {
        let (own, far) = (self.paths.path(cell), self.paths.path(other));
        let steps = self.paths.steps(own);
        let is_cell = own.root == Root::Slot(self.slot) && steps.get(1).is_none();
        let column = steps.get(0).filter(|_| is_cell)?.column()?;
        // What the entry is compared with must not itself hang on the entry.
        let is_settled = match far.root {
            Root::Slot(slot) => slot < self.slot,
            Root::Today => true,
            Root::Register(_) => false,
        };
        is_settled.then_some(Join { column, path: other })
    }
}
