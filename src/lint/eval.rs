//! Conditions, evaluated. Three values: true, false and not known, which is what a comparison with nothing gives.

use super::evidence::Evidence;
use super::item::{Item, Items};
use super::notes::{Mentions, Notes};
use super::run::Judge;
use super::test::test;
use crate::law::Law;
use crate::model::{Arrangement, Derived, KindId, Model, NodeId, Value};
use crate::policy::Policy;
use crate::policy::Pool;
use crate::policy::condition::{Access, Compare, Expr, ExprId, Joins, PathId, Quantifier, Root, StateTest, Step, Steps, Test};
use jiff::civil::Date;
use smallvec::SmallVec;

/// Everything that a condition may look at.
pub(super) struct Context<'a> {
    pub(super) policy: &'a Policy,
    /// The conditions.
    pub(super) pool: &'a Pool,
    /// What is left open with `?` makes a test not known, where it might settle it.
    pub(super) open_is_unknown: bool,
    pub(super) model: &'a Model<'a>,
    pub(super) arrangement: &'a Arrangement,
    pub(super) law: &'a Law<'a>,
    pub(super) today: Date,
    pub(super) mentions: &'a Mentions<'a>,
    pub(super) notes: Notes<'a>,
}

/// The things at hand: subject, document, bound names.
pub(super) type Slots = SmallVec<[Item; 6]>;

impl<'a> Context<'a> {
    pub(super) fn new(judge: &Judge<'a>, pool: &'a Pool, model: &'a Model<'a>, arrangement: &'a Arrangement, mentions: &'a Mentions<'a>) -> Self {
        Context { policy: judge.policy, pool, open_is_unknown: false, model, arrangement, law: judge.law, today: judge.today, mentions, notes: Notes::default() }
    }

    /// The things at hand where a condition begins.
    pub(super) fn slots(&self, subject: Item) -> Slots {
        SmallVec::from_slice(&[subject, Item::Node(self.arrangement.document)])
    }
}

/// Evaluates a condition; what makes it true is noted.
pub(super) fn eval(context: &Context<'_>, expr: ExprId, slots: &mut Slots, evidence: &mut Evidence) -> Option<bool> {
    eval_part(context, context.pool.exprs.get(expr), slots, evidence)
}

/// The conjuncts of a condition that do not hold, by place. Unlike `eval`, it goes on past the first; the path of a test that does not
/// hold is noted.
pub(super) fn unmet(context: &Context<'_>, expr: ExprId, slots: &mut Slots, evidence: &mut Evidence) -> Vec<usize> {
    let mut unmet = Vec::new();
    for (at, part) in context.pool.exprs.conjuncts(expr).iter().enumerate() {
        if eval_part(context, part, slots, evidence) == Some(true) {
            continue;
        }
        if let Expr::Test(path, _) = part {
            evidence.lacks(*path);
        }
        unmet.push(at);
    }
    unmet
}

fn eval_part(context: &Context<'_>, expr: &Expr, slots: &mut Slots, evidence: &mut Evidence) -> Option<bool> {
    let exprs = &context.pool.exprs;
    match expr {
        Expr::And(parts) => {
            let mut known = Some(true);
            for part in exprs.parts(*parts) {
                let value = eval_part(context, part, slots, evidence);
                if let (Expr::Test(path, _), false) = (part, value == Some(true)) {
                    evidence.lacks(*path);
                }
                match value {
                    Some(true) => {}
                    Some(false) => return Some(false),
                    None => known = None,
                }
            }
            known
        }
        Expr::Or(parts) => {
            let mut known = Some(false);
            for part in exprs.parts(*parts) {
                let mark = evidence.mark();
                match eval_part(context, part, slots, evidence) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => known = None,
                }
                evidence.back_to(mark);
            }
            known
        }
        Expr::Not(inner) => {
            let mark = evidence.mark();
            let value = eval(context, *inner, slots, evidence);
            evidence.back_to(mark);
            if value == Some(true) && evidence.wants_failure() {
                let mut said = Evidence::places();
                eval(context, *inner, slots, &mut said);
                evidence.forbids(said);
            }
            value.map(|value| !value)
        }
        Expr::Quantified { quantifier, slot, path, filter, body, join } => {
            let things = things(context, *path, *join, slots);
            quantified(context, *quantifier, *slot, things, *filter, *body, slots, evidence)
        }
        Expr::Count(path, compare, number) => {
            let items = items(context, *path, slots);
            let open = if context.open_is_unknown { items.iter().filter(|item| item.is_open(context)).count() } else { 0 };
            let there = items.iter().filter(|item| item.is_there(context)).count() - open;
            let holds = compare.holds(i64::try_from(there).unwrap_or(i64::MAX), *number);
            if holds {
                items.iter().for_each(|item| evidence.note(context, *item));
            }
            let is_enough = holds && matches!(compare, Compare::AtLeast | Compare::MoreThan);
            if open > 0 && !is_enough { None } else { Some(holds) }
        }
        Expr::Test(path, what) => {
            let value = test(context, *path, what, slots, evidence);
            if context.open_is_unknown && !is_settled(what, value) && touches_open(context, *path, slots) { None } else { value }
        }
    }
}

/// Whether an answer that is left open cannot change what a test gave: what was found stays found, and asking for the state itself
/// is answered by it.
fn is_settled(what: &Test, value: Option<bool>) -> bool {
    match what {
        Test::State(StateTest::Absent | StateTest::Answered | StateTest::Open, _) => true,
        Test::State(_, negative) | Test::Is(_, negative) | Test::IsPath(_, negative) | Test::Among(_, negative) => value == Some(!*negative),
        _ => value == Some(true),
    }
}

/// Whether something on the way along a path is left open. A thing whose own name is open still says what stands in its block.
fn touches_open(context: &Context<'_>, path: PathId, slots: &Slots) -> bool {
    let along = prefixes(context, path, slots);
    let goes_on = |above: Item, next: Option<&Items>| {
        let Item::Node(above) = above else { return false };
        next.into_iter().flatten().any(|below| matches!(below, Item::Node(node) if context.model.node(*node).parent == above))
    };
    along.iter().enumerate().any(|(at, found)| found.iter().any(|item| item.is_open(context) && !goes_on(*item, along.get(at + 1))))
}

/// What each step of a path yields, the first step first.
pub(super) fn prefixes(context: &Context<'_>, path: PathId, slots: &Slots) -> Vec<Items> {
    let path = context.pool.paths.path(path);
    let Root::Slot(slot) = path.root else { return Vec::new() };
    let Some(root) = slots.get(slot as usize).copied() else { return Vec::new() };
    let steps = context.pool.paths.steps(path);
    let along = (0..).map_while(|at| steps.get(at).map(|_| at + 1)).map(|until| {
        let mut found = Items::new();
        Walker { context, steps, until }.onward(root, 0, &mut |item| {
            found.push(item);
            false
        });
        found
    });
    along.collect()
}

/// The things that a condition goes over: of a register with a join, only the entries that meet the document.
fn things(context: &Context<'_>, path: PathId, join: Joins, slots: &Slots) -> Items {
    let joins = context.pool.exprs.joins(join);
    let Root::Register(id) = context.pool.paths.path(path).root else { return items(context, path, slots) };
    if joins.is_empty() {
        return items(context, path, slots);
    }
    let register = context.policy.register(id);
    let mut entries: SmallVec<[u32; 8]> = SmallVec::new();
    for join in joins {
        for key in context.recall(join.path, slots).iter() {
            key.words(&mut |word| entries.extend(register.entries_with(join.column, word)));
        }
    }
    entries.sort_unstable();
    entries.dedup();
    entries.into_iter().map(|entry| Item::Entry(id, entry)).collect()
}

#[expect(clippy::too_many_arguments, reason = "the fields of one variant, taken apart once")]
fn quantified(context: &Context<'_>, quantifier: Quantifier, slot: u8, things: Items, filter: Option<ExprId>, body: Option<ExprId>, slots: &mut Slots, evidence: &mut Evidence) -> Option<bool> {
    slots.truncate(slot as usize);
    let mut known = Some(quantifier != Quantifier::Some);
    for thing in things {
        slots.push(thing);
        let mark = evidence.mark();
        // A thing that is not meant, or of which that is not known, says nothing.
        if filter.is_some_and(|filter| eval(context, filter, slots, &mut Evidence::none()) != Some(true)) {
            slots.truncate(slot as usize);
            continue;
        }
        let value = body.map_or(Some(true), |body| eval(context, body, slots, evidence));
        if value == Some(true) && body.is_none() {
            evidence.note(context, thing);
        }
        slots.truncate(slot as usize);
        match (quantifier, value) {
            (Quantifier::Some, Some(true)) => return Some(true),
            (Quantifier::Every, Some(true)) | (Quantifier::Some | Quantifier::No, Some(false)) => {}
            (Quantifier::Every, Some(false)) | (Quantifier::No, Some(true)) => {
                evidence.blame(thing);
                return Some(false);
            }
            (_, None) => {
                evidence.blame(thing);
                known = None;
            }
        }
        if quantifier != Quantifier::Every {
            evidence.back_to(mark);
        }
    }
    known
}

/// What a path yields, each thing once.
pub(super) fn items(context: &Context<'_>, path: PathId, slots: &Slots) -> Items {
    let mut found = Items::new();
    walk(context, path, slots, &mut |item| {
        if !found.contains(&item) {
            found.push(item);
        }
        false
    });
    found
}

/// Calls with each thing that a path yields, until a call returns true; whether one did. A thing may come more than once.
pub(super) fn walk(context: &Context<'_>, id: PathId, slots: &Slots, visit: &mut dyn FnMut(Item) -> bool) -> bool {
    let policy = context.policy;
    let paths = &context.pool.paths;
    let path = paths.path(id);
    let walker = Walker { context, steps: paths.steps(path), until: usize::MAX };
    match path.root {
        Root::Slot(slot) => slots.get(slot as usize).is_some_and(|item| {
            // One step is as quick to take as to remember.
            if path.hops() < 2 {
                return walker.one(*item, visit);
            }
            let (first, end) = context.walked(id, *item, |note| walker.onward(*item, 0, note));
            (first..end).any(|place| visit(context.reached(place)))
        }),
        Root::Today => walker.onward(Item::Today, 0, visit),
        Root::Register(register) => (0..policy.register(register).entries.len() as u32).any(|entry| walker.onward(Item::Entry(register, entry), 0, visit)),
    }
}

/// On the way along the steps of a path. Each method returns whether the visitor has seen enough.
struct Walker<'c, 'a> {
    context: &'c Context<'a>,
    steps: Steps<'a>,
    /// How many steps are taken at most.
    until: usize,
}

impl Walker<'_, '_> {
    /// A path of one step at most. Most are children of a thing that is not the document, and those are at hand.
    fn one(&self, item: Item, visit: &mut dyn FnMut(Item) -> bool) -> bool {
        if let (Item::Node(node), Some(step)) = (item, self.steps.get(0))
            && node != self.context.arrangement.document
            && !step.cites()
        {
            let model = self.context.model;
            let kind = model.node(node).kind;
            if let Some((_, Access::Child(child))) = step.own().iter().find(|(own, _)| *own == kind) {
                return model.children(node, *child).iter().any(|child| visit(Item::Node(*child)));
            }
        }
        self.onward(item, 0, visit)
    }

    /// The thing itself at the end of the path, and what the next step yields from it before.
    fn onward(&self, item: Item, at: usize, visit: &mut dyn FnMut(Item) -> bool) -> bool {
        match self.steps.get(at).filter(|_| at < self.until) {
            None => visit(item),
            Some(step) => self.step(item, step, at + 1, visit),
        }
    }

    fn step(&self, item: Item, step: Step<'_>, next: usize, visit: &mut dyn FnMut(Item) -> bool) -> bool {
        let model = self.context.model;
        match item {
            Item::Node(_) | Item::Clause(..) if step.cites() => self.cites(item, next, visit),
            Item::Node(node) => {
                let kind = model.node(node).kind;
                if let Some((_, access)) = step.own().iter().find(|(own, _)| *own == kind) {
                    self.reach(node, *access, next, visit)
                } else {
                    step.follow().contains(&kind) && model.targets(node).any(|target| self.follow(target, step, next, visit))
                }
            }
            Item::Clause(node, index) if step.follow_clause() => {
                let clause = &model.clauses(node)[index as usize];
                model.targets_of(clause).any(|target| self.follow(target, step, next, visit))
            }
            Item::Ghost { kind, parent } => match step.own().iter().find(|(own, _)| *own == kind) {
                Some((_, Access::Derived(field))) => self.ghost(kind, parent, *field, next, visit),
                _ => false,
            },
            Item::Entry(register, entry) => step.column().is_some_and(|column| self.onward(Item::Cell(register, entry, column), next, visit)),
            _ => false,
        }
    }

    /// The provisions that the citations of a statement or a clause mean.
    fn cites(&self, item: Item, next: usize, visit: &mut dyn FnMut(Item) -> bool) -> bool {
        let Some(register) = self.context.law.provisions() else { return false };
        let (file, values) = item.values(self.context);
        values.iter().any(|value| match value {
            Value::Text(range) => {
                let cited = self.context.cited(file, *range);
                let mut entries = cited.iter().flat_map(|cited| &cited.provisions);
                entries.any(|entry| self.onward(Item::Entry(register, *entry), next, visit))
            }
            _ => false,
        })
    }

    fn follow(&self, target: NodeId, step: Step<'_>, next: usize, visit: &mut dyn FnMut(Item) -> bool) -> bool {
        let kind = self.context.model.node(target).kind;
        step.via().iter().find(|(via, _)| *via == kind).is_some_and(|(_, access)| self.reach(target, *access, next, visit))
    }

    fn nodes(&self, nodes: &[NodeId], next: usize, visit: &mut dyn FnMut(Item) -> bool) -> bool {
        nodes.iter().any(|node| self.onward(Item::Node(*node), next, visit))
    }

    fn reach(&self, node: NodeId, access: Access, next: usize, visit: &mut dyn FnMut(Item) -> bool) -> bool {
        let Context { model, arrangement, .. } = self.context;
        match access {
            Access::Child(kind) => self.children(node, kind, next, visit),
            Access::Clause(index) => {
                let clauses = model.clauses(node).iter().enumerate().filter(|(_, clause)| clause.index == index);
                clauses.map(|(place, _)| Item::Clause(node, place as u16)).any(|item| self.onward(item, next, visit))
            }
            Access::Derived(Derived::Sides) => {
                let kinds = ["discloser", "recipient"].into_iter().filter_map(|id| model.vocabulary.find(id));
                kinds
                    .map(|kind| (kind, model.children(node, kind)))
                    .any(|(kind, written)| if written.is_empty() { self.onward(Item::Ghost { kind, parent: node }, next, visit) } else { self.nodes(written, next, visit) })
            }
            Access::Derived(field) => self.nodes(&arrangement.derived(model, node, field), next, visit),
            Access::Parent => {
                let parent = model.node(node).parent;
                !model.is_file(parent) && self.onward(Item::Node(parent), next, visit)
            }
            Access::Name => self.onward(Item::Name(node), next, visit),
            Access::Label => self.onward(Item::Label(node), next, visit),
            Access::KindWord => self.onward(Item::KindWord(node), next, visit),
        }
    }

    /// Children of a node. What is asked of the agreement is also looked for in its procedures, and in its parents when it is
    /// found in neither.
    fn children(&self, node: NodeId, kind: KindId, next: usize, visit: &mut dyn FnMut(Item) -> bool) -> bool {
        let Context { model, arrangement, .. } = self.context;
        let own = model.children(node, kind);
        if node != arrangement.document {
            return self.nodes(own, next, visit);
        }
        let of_procedures = || arrangement.procedures.iter().map(|procedure| model.children(*procedure, kind));
        if own.is_empty() && of_procedures().all(<[NodeId]>::is_empty) {
            let holds = arrangement.parents.iter().map(|parent| model.children(*parent, kind)).find(|children| !children.is_empty());
            return holds.is_some_and(|children| self.nodes(children, next, visit));
        }
        self.nodes(own, next, visit) || of_procedures().any(|children| self.nodes(children, next, visit))
    }

    /// Derived fields of a side that is not written.
    fn ghost(&self, kind: KindId, parent: NodeId, field: Derived, next: usize, visit: &mut dyn FnMut(Item) -> bool) -> bool {
        let Context { model, arrangement, .. } = self.context;
        match field {
            Derived::SideFlow => self.onward(Item::Node(parent), next, visit),
            Derived::SideParties => {
                let end = if model.vocabulary.kind(kind).id == "discloser" { Derived::Senders } else { Derived::Receivers };
                self.nodes(&arrangement.derived(model, parent, end), next, visit)
            }
            _ => false,
        }
    }
}
