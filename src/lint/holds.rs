//! One condition, judged for one document: an interview asks what fits the record so far.

use super::eval::{Context, eval};
use super::evidence::Evidence;
use super::item::Item;
use super::notes::Mentions;
use super::run::Judge;
use crate::model::{Arrangement, Model};
use crate::policy::Pool;
use crate::policy::condition::ExprId;

/// Whether a condition of an interview holds for a document; what is not known does not hold.
pub fn holds(judge: &Judge<'_>, pool: &Pool, model: &Model<'_>, arrangement: &Arrangement, condition: ExprId) -> bool {
    let mentions = Mentions::default();
    let context = Context::new(judge, pool, model, arrangement, &mentions);
    let mut slots = context.slots(Item::Node(arrangement.document));
    eval(&context, condition, &mut slots, &mut Evidence::none()) == Some(true)
}
