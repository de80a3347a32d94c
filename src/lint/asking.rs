//! Conditions asked one by one of one document, for those who tell how it stands and do not judge it.

use super::eval::{Context, eval, prefixes};
use super::evidence::Evidence;
use super::item::Item;
use super::notes::Mentions;
use super::open_points::open_statements;
use super::run::Judge;
use crate::model::{Arrangement, Model};
use crate::policy::Pool;
use crate::policy::condition::{Expr, ExprId, PathId, Root};
use crate::source::Span;

/// A document that can be asked.
pub struct Asking<'c, 'a> {
    context: &'c Context<'a>,
}

/// What a document answers to a condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Whether it holds; nothing where that hangs on something that is left open.
    pub holds: Option<bool>,
    /// What makes it hold; where it does not, what the document says on the point instead.
    pub places: Vec<Span>,
    /// What was left open with `?` on the point.
    pub open: Vec<Span>,
}

/// Asks a document, by conditions that share a pool.
pub fn asking<T>(judge: &Judge<'_>, pool: &Pool, model: &Model<'_>, arrangement: &Arrangement, ask: impl FnOnce(&Asking<'_, '_>) -> T) -> T {
    let mentions = Mentions::default();
    let mut context = Context::new(judge, pool, model, arrangement, &mentions);
    context.open_is_unknown = true;
    ask(&Asking { context: &context })
}

impl Asking<'_, '_> {
    /// Asks whether a condition holds of the document.
    pub fn ask(&self, condition: ExprId) -> Asked {
        let document = Item::Node(self.context.arrangement.document);
        let mut slots = self.context.slots(document);
        let mut evidence = Evidence::places();
        let holds = eval(self.context, condition, &mut slots, &mut evidence);
        let mut asked = Asked { holds, places: if holds == Some(true) { evidence.into_spans() } else { Vec::new() }, open: Vec::new() };
        let mut paths = Vec::new();
        self.paths(self.context.pool.exprs.get(condition), &mut paths);
        let mut said = Evidence::places();
        let mut open = Evidence::places();
        for path in paths {
            let found = prefixes(self.context, path, &slots);
            found.iter().flatten().filter(|item| item.is_open(self.context)).for_each(|item| open.note(self.context, *item));
            // Where the last step finds nothing, the statement that it would belong to says what there is.
            let is_statement = |item: &&Item| matches!(item, Item::Node(node) if !self.context.model.kind(*node).item);
            match found.as_slice() {
                [.., before, last] if last.is_empty() => before.iter().filter(is_statement).for_each(|item| said.note(self.context, *item)),
                [.., last] => last.iter().for_each(|item| said.note(self.context, *item)),
                [] => {}
            }
        }
        asked.open = open.into_spans();
        if asked.places.is_empty() && holds.is_some() {
            asked.places = said.into_spans();
        }
        asked
    }

    /// Every statement of the document that is left open.
    pub fn open(&self) -> Vec<Span> {
        open_statements(self.context).into_iter().map(|(_, span)| span).collect()
    }

    /// The paths of a condition that begin at the document.
    fn paths(&self, expr: &Expr, paths: &mut Vec<PathId>) {
        let exprs = &self.context.pool.exprs;
        match expr {
            Expr::And(parts) | Expr::Or(parts) => exprs.parts(*parts).iter().for_each(|part| self.paths(part, paths)),
            Expr::Not(inner) => self.paths(exprs.get(*inner), paths),
            Expr::Quantified { path, .. } | Expr::Count(path, ..) | Expr::Test(path, _) => {
                if matches!(self.context.pool.paths.path(*path).root, Root::Slot(0 | 1)) && !paths.contains(path) {
                    paths.push(*path);
                }
            }
        }
    }
}
