//! What a path may yield: things of some kinds, clauses, entries of a register, their cells, a day.

use super::super::tree::{Access, OwnedStep};
use super::Names;
use crate::model::{Atom, KindId, ValueSpec, WordList, derived_field, derived_of};
use crate::policy::PROVISIONS;
use crate::policy::register::RegisterId;

/// The type of what a path yields.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    things: Vec<KindId>,
    clauses: Vec<(KindId, u16)>,
    entries: Option<RegisterId>,
    cell: Option<(RegisterId, u16)>,
    /// Names and labels of things, and the word for a kind: any word will do.
    loose: bool,
    unknown: bool,
}

/// From a citation of law to the provisions in the register.
const CITES: &str = "cites";

/// Fields that everything has.
const EVERYWHERE: [&str; 4] = ["name", "label", "parent", "kind-word"];

impl Shape {
    pub(super) fn things(kinds: Vec<KindId>) -> Self {
        Shape { things: kinds, ..Shape::default() }
    }

    pub(super) fn day() -> Self {
        Shape { loose: true, ..Shape::default() }
    }

    pub(super) fn entries(register: RegisterId) -> Self {
        Shape { entries: Some(register), ..Shape::default() }
    }

    pub(super) fn unknown() -> Self {
        Shape { unknown: true, ..Shape::default() }
    }

    pub(super) fn is_unknown(&self) -> bool {
        self.unknown
    }

    /// The values that stand directly in what this is.
    fn specs<'n>(&'n self, names: &'n Names<'_>) -> impl Iterator<Item = &'n ValueSpec> {
        let of_things = self.things.iter().filter_map(|kind| names.vocabulary.kind(*kind).values.as_ref());
        let of_clauses = self.clauses.iter().map(|(kind, index)| &names.vocabulary.kind(*kind).clauses[*index as usize].values);
        of_things.chain(of_clauses)
    }

    /// The kinds that its references lead to.
    fn referred(&self, names: &Names<'_>) -> Vec<KindId> {
        let all = || (1..names.vocabulary.kinds.len() as u16).map(KindId).collect::<Vec<_>>();
        let mut kinds: Vec<KindId> = self.specs(names).filter_map(ValueSpec::refers_to).flat_map(|kinds| if kinds.is_empty() { all() } else { kinds.to_vec() }).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    pub(super) fn lists<'n>(&self, names: &'n Names<'_>) -> Vec<&'n WordList> {
        let mut lists = Vec::new();
        for spec in self.specs(names) {
            for atom in &spec.atoms {
                if let Atom::Word(list) = atom {
                    lists.push(names.vocabulary.words.list(*list));
                }
            }
        }
        lists
    }

    /// Whether a word of no list may be compared with it.
    pub(super) fn takes_any_word(&self, names: &Names<'_>) -> bool {
        self.unknown || self.loose || self.cell.is_some() || self.specs(names).any(|spec| spec.takes(|atom| matches!(atom, Atom::Name | Atom::Hours)))
    }

    pub(super) fn has_clause(&self, names: &Names<'_>, field: &str) -> bool {
        self.unknown || self.things.iter().any(|kind| names.vocabulary.kind(*kind).clause(field).is_some())
    }

    /// One step further; `None` when nothing has the field.
    pub(super) fn step(&self, names: &Names<'_>, field: &str) -> Option<(OwnedStep, Shape)> {
        let mut step = OwnedStep::default();
        let mut next = Shape::default();
        if let Some(register) = self.entries {
            let index = names.registers.get(register).column(field)?;
            step.column = Some(index);
            next.cell = Some((register, index));
            return Some((step, next));
        }
        if field == CITES && self.has_citations(names) {
            step.cites = true;
            next.entries = names.registers.find(PROVISIONS);
            return next.entries.map(|_| (step, next));
        }
        for kind in &self.things {
            if let Some(access) = access(names, *kind, field, &mut next) {
                step.own.push((*kind, access));
            } else {
                let refers = names.vocabulary.kind(*kind).values.as_ref().and_then(ValueSpec::refers_to);
                if refers.is_some_and(|kinds| kinds.iter().any(|target| access(names, *target, field, &mut Shape::default()).is_some())) {
                    step.follow.push(*kind);
                }
            }
        }
        step.follow_clause = !self.clauses.is_empty();
        if step.follow_clause || !step.follow.is_empty() {
            for target in self.referred(names) {
                if let Some(access) = access(names, target, field, &mut next) {
                    step.via.push((target, access));
                }
            }
        }
        (!step.own.is_empty() || !step.via.is_empty()).then_some((step, next))
    }

    /// Every field that a step could name, for a did-you-mean.
    pub(super) fn fields(&self, names: &Names<'_>) -> Vec<String> {
        if let Some(register) = self.entries {
            return names.registers.get(register).columns.iter().map(|(name, _)| name.to_string()).collect();
        }
        let mut fields = Vec::new();
        for kind in self.things.iter().copied().chain(self.referred(names)) {
            let spec = names.vocabulary.kind(kind);
            fields.extend(spec.children.iter().map(|(word, _)| word.to_string()));
            fields.extend(spec.clauses.iter().map(|clause| clause.field.to_string()));
            fields.extend(derived_of(names.vocabulary, kind).map(str::to_owned));
        }
        fields.extend(EVERYWHERE.map(str::to_owned));
        fields.extend(self.has_citations(names).then(|| CITES.to_owned()));
        fields.sort();
        fields.dedup();
        fields
    }

    fn has_citations(&self, names: &Names<'_>) -> bool {
        self.specs(names).any(|spec| spec.takes(|atom| matches!(atom, Atom::Cite)))
    }

    /// What this is, for a message.
    pub(super) fn describe(&self, names: &Names<'_>) -> String {
        if let Some(register) = self.entries {
            return format!("the register `{}`", names.registers.get(register).name);
        }
        if let Some((register, column)) = self.cell {
            let register = &names.registers.get(register);
            return format!("the column `{}` of `{}` (which holds {})", register.columns[column as usize].0, register.name, super::column_in_words(register.columns[column as usize].1));
        }
        let mut words: Vec<&str> = self.things.iter().map(|kind| names.vocabulary.kind(*kind).word.as_str()).collect();
        words.extend(self.clauses.iter().map(|(kind, index)| names.vocabulary.kind(*kind).clauses[*index as usize].words.as_str()));
        words.sort_unstable();
        words.dedup();
        if words.is_empty() { "this".to_owned() } else { crate::diagnostic::list_words(words) }
    }
}

/// How a kind gives a field; what it yields is added to `next`.
fn access(names: &Names<'_>, kind: KindId, field: &str, next: &mut Shape) -> Option<Access> {
    let spec = names.vocabulary.kind(kind);
    if let Some((derived, kinds)) = derived_field(names.vocabulary, kind, field) {
        add(&mut next.things, kinds);
        return Some(Access::Derived(derived));
    }
    if let Some(child) = spec.child(field) {
        add(&mut next.things, [child]);
        return Some(Access::Child(child));
    }
    if let Some(index) = spec.clause(field) {
        next.clauses.push((kind, index));
        return Some(Access::Clause(index));
    }
    match field {
        "name" | "label" | "kind-word" => {
            next.loose = true;
            Some(match field {
                "name" => Access::Name,
                "label" => Access::Label,
                _ => Access::KindWord,
            })
        }
        "parent" => {
            let parents = (0..names.vocabulary.kinds.len() as u16).map(KindId).filter(|parent| names.vocabulary.kind(*parent).children.iter().any(|(_, child)| *child == kind));
            add(&mut next.things, parents);
            Some(Access::Parent)
        }
        _ => None,
    }
}

fn add(kinds: &mut Vec<KindId>, more: impl IntoIterator<Item = KindId>) {
    kinds.extend(more);
    kinds.sort_unstable();
    kinds.dedup();
}
