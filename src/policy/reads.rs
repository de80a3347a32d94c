//! What rules and questions may look at in a document, told from the paths of their conditions: where none of it has changed, neither has
//! what they say.

use super::condition::{Access, Expr, ExprId, Joins, PathId, Steps, Test};
use super::pack::{Pool, RuleSet};
use super::rule::{Question, Rule, Subjects};
use crate::model::{Derived, KindId, Vocabulary};
use rustc_hash::FxHashSet;

/// What one rule or question may look at.
#[derive(Debug, Default)]
pub struct Reads {
    kinds: FxHashSet<KindId>,
    derived: FxHashSet<Derived>,
    /// It goes outwards, to blocks of any kind.
    anything: bool,
}

/// What the rules and questions of a set may look at, in their order.
#[derive(Debug)]
pub struct SetReads {
    /// The questions.
    pub questions: Vec<Reads>,
    /// The rules.
    pub rules: Vec<Reads>,
}

impl SetReads {
    /// Looks through the conditions of a set.
    pub fn new(vocabulary: &Vocabulary, set: &RuleSet) -> Self {
        // The kinds with a keyword, wherever they stand.
        let named = |words: &[&str]| -> Vec<KindId> { vocabulary.kinds.iter().zip(0..).filter(|(kind, _)| words.contains(&kind.word.as_str())).map(|(_, id)| KindId(id)).collect() };
        let looking = Looking { vocabulary, pool: &set.pool, members: named(&["group", "members"]), around: named(&["question", "inherits", "unseen"]) };
        let question = |question: &Question| {
            let topics: Vec<&str> = question.topics.iter().map(crate::source::Text::as_str).collect();
            looking.question(question, named(&topics))
        };
        SetReads { questions: set.questions.iter().map(question).collect(), rules: set.rules.iter().map(|rule| looking.rule(rule)).collect() }
    }
}

impl Reads {
    /// Whether some of it is among what changed: kinds of statements, and derived fields.
    pub fn meets(&self, kinds: &FxHashSet<KindId>, derived: &FxHashSet<Derived>) -> bool {
        let any = |changed: bool| changed && self.anything;
        any(!kinds.is_empty() || !derived.is_empty()) || kinds.iter().any(|kind| self.kinds.contains(kind)) || derived.iter().any(|field| self.derived.contains(field))
    }
}

/// On the way through conditions.
struct Looking<'a> {
    vocabulary: &'a Vocabulary,
    pool: &'a Pool,
    /// What decides whom a group stands for.
    members: Vec<KindId>,
    /// Statements that set a question aside, leave it to a parent, or tell that its answer was not seen.
    around: Vec<KindId>,
}

impl Looking<'_> {
    fn rule(&self, rule: &Rule) -> Reads {
        let mut reads = Reads::default();
        self.subjects(&rule.subjects, &mut reads);
        rule.when.iter().chain([&rule.require]).for_each(|condition| self.condition(*condition, &mut reads));
        reads
    }

    /// What decides how a question is answered: its parts, what touches it, statements on its topics, and those that set it aside.
    fn question(&self, question: &Question, topics: Vec<KindId>) -> Reads {
        let mut reads = Reads::default();
        reads.kinds.extend(self.around.iter().copied().chain(topics));
        let touches = question.touches.iter().map(|touch| (&touch.subjects, touch.only, touch.holds));
        let parts = question.parts.iter().map(|part| (&part.subjects, part.only, part.holds));
        for (subjects, only, holds) in touches.chain(parts) {
            self.subjects(subjects, &mut reads);
            only.into_iter().chain([holds]).for_each(|condition| self.condition(condition, &mut reads));
        }
        reads
    }

    fn subjects(&self, subjects: &Subjects, reads: &mut Reads) {
        reads.kinds.extend(subjects.kinds.iter().copied());
        let fields: &[Derived] = match subjects.name.as_str() {
            "role" => &[Derived::SenderRoles, Derived::ReceiverRoles],
            "item" => &[Derived::Items],
            _ => &[],
        };
        for field in fields {
            self.field(*field, reads);
        }
    }

    fn condition(&self, condition: ExprId, reads: &mut Reads) {
        self.part(self.pool.exprs.get(condition), reads);
    }

    fn part(&self, part: &Expr, reads: &mut Reads) {
        let exprs = &self.pool.exprs;
        match part {
            Expr::And(parts) | Expr::Or(parts) => exprs.parts(*parts).iter().for_each(|part| self.part(part, reads)),
            Expr::Not(inner) => self.condition(*inner, reads),
            Expr::Quantified { path, filter, body, join, .. } => {
                self.path(*path, reads);
                self.joins(*join, reads);
                filter.iter().chain(body).for_each(|condition| self.condition(*condition, reads));
            }
            Expr::Count(path, ..) => self.path(*path, reads),
            Expr::Test(path, test) => {
                self.path(*path, reads);
                self.test(test, reads);
            }
        }
    }

    fn joins(&self, joins: Joins, reads: &mut Reads) {
        for join in self.pool.exprs.joins(joins) {
            self.path(join.path, reads);
            self.members(reads);
        }
    }

    fn test(&self, test: &Test, reads: &mut Reads) {
        match test {
            Test::IsPath(other, _) | Test::Among(other, _) | Test::Concerns(other) => {
                self.path(*other, reads);
                self.members(reads);
            }
            Test::Dated(_, other) | Test::Within(_, other) | Test::Spans(other) | Test::Keeps(_, other) => self.path(*other, reads),
            Test::State(..) | Test::Is(..) | Test::Mentions(_) | Test::DatedAt(..) | Test::Sized(..) | Test::SizedPeriod(..) => {}
        }
    }

    /// Where things are compared, a group stands for its members.
    fn members(&self, reads: &mut Reads) {
        reads.kinds.extend(&self.members);
    }

    fn path(&self, path: PathId, reads: &mut Reads) {
        let steps: Steps<'_> = self.pool.paths.steps(self.pool.paths.path(path));
        for step in (0..).map_while(|at| steps.get(at)) {
            reads.kinds.extend(step.follow());
            for (kind, access) in step.own().iter().chain(step.via()) {
                reads.kinds.insert(*kind);
                match access {
                    Access::Child(child) => {
                        reads.kinds.insert(*child);
                    }
                    Access::Derived(field) => self.field(*field, reads),
                    Access::Parent => reads.anything = true,
                    Access::Clause(_) | Access::Name | Access::Label | Access::KindWord => {}
                }
            }
        }
    }

    fn field(&self, field: Derived, reads: &mut Reads) {
        reads.derived.insert(field);
        reads.kinds.extend(field.yields(self.vocabulary));
    }
}
