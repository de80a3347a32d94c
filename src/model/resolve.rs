//! From names to things: within a block, outwards to the file, then in the files brought in with `use`, then in the
//! agreement that a procedure or a notice implements.

use super::arena::{Model, NodeId, Value};
use super::lower::{Pending, SpecAt};
use super::vocabulary::KindId;
use crate::diagnostic::{Diagnostic, Problem, did_you_mean, with_article};
use crate::source::{FileId, Span};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The keyword that lets a procedure or a notice see inside an agreement.
pub(super) const IMPLEMENTS: &str = "implements";

/// For how many names that are not found a guess is made: a file with more has another fault.
const MOST_GUESSES: usize = 40;

type Named = SmallVec<[NodeId; 1]>;

/// Documents and the agreements that they implement.
type Implemented = BTreeMap<NodeId, SmallVec<[NodeId; 1]>>;

struct Names<'m> {
    by_scope: FxHashMap<(NodeId, &'m str), Named>,
}

/// Resolves all references of a model and reports names that are given twice.
pub(super) fn resolve(model: &mut Model<'_>, pending: &[Pending], visible: &[Vec<FileId>]) {
    let mut problems = Vec::new();
    let mut found: Vec<(u32, NodeId)> = Vec::with_capacity(pending.len());
    {
        let model = &*model;
        let names = index(model, &mut problems);
        let is_first = |pending: &Pending| model.kind(pending.node).word == IMPLEMENTS;
        let mut implemented: Implemented = BTreeMap::new();
        let resolver = Resolver { model, names: &names, visible, inside: OnceCell::new() };
        for pending in pending.iter().filter(|pending| is_first(pending)) {
            if let Some(target) = resolver.one(pending, &BTreeMap::new(), &mut problems) {
                found.push((pending.value, target));
                implemented.entry(model.node(pending.node).parent).or_default().push(target);
            }
        }
        for pending in pending.iter().filter(|pending| !is_first(pending)) {
            if let Some(target) = resolver.one(pending, &implemented, &mut problems) {
                found.push((pending.value, target));
            }
        }
    }
    for (value, target) in found {
        if let Value::Ref(_, slot) = &mut model.values[value as usize] {
            *slot = Some(target);
        }
    }
    model.problems.append(&mut problems);
}

/// What things of some kinds (any, when none is given) can be called inside a block, each name once.
pub fn names_seen_from(model: &Model<'_>, block: NodeId, visible: &[Vec<FileId>], allowed: &[KindId]) -> Vec<(String, NodeId)> {
    let names = index(model, &mut Vec::new());
    let mut implemented: Implemented = BTreeMap::new();
    for (place, node) in (0..).map(NodeId).zip(&model.nodes) {
        if model.vocabulary.kind(node.kind).word == IMPLEMENTS {
            implemented.entry(node.parent).or_default().extend(model.targets(place));
        }
    }
    let resolver = Resolver { model, names: &names, visible, inside: OnceCell::new() };
    let mut seen = resolver.candidates(&resolver.scopes(block, &implemented), allowed);
    seen.sort();
    seen.dedup_by(|left, right| left.0 == right.0);
    seen
}

fn index<'m>(model: &'m Model<'_>, problems: &mut Vec<Diagnostic>) -> Names<'m> {
    let mut by_scope: FxHashMap<(NodeId, &'m str), Named> = FxHashMap::default();
    for index in 0..model.nodes.len() {
        let id = NodeId(index as u32);
        let node = model.node(id);
        if node.name.is_empty() {
            continue;
        }
        let same = by_scope.entry((node.parent, node.name.of(model.text(node.file)))).or_default();
        if let Some(first) = same.iter().find(|other| model.node(**other).kind == node.kind) {
            let first = model.node(*first);
            problems.push(
                Problem::new("SYN-31", "name-given-twice", format!("the name `{}` is given to two things of one kind", model.name(id)), node.name)
                    .saying("again here")
                    .helping("Give each thing its own name; names are local to their block.")
                    .and_at(first.name, "first here")
                    .in_file(node.file),
            );
        }
        same.push(id);
    }
    Names { by_scope }
}

struct Resolver<'m, 'v> {
    model: &'m Model<'v>,
    names: &'m Names<'m>,
    visible: &'m [Vec<FileId>],
    /// Names by the block that holds them, for guesses; made when the first one is wanted.
    inside: OnceCell<FxHashMap<NodeId, Vec<(&'m str, &'m Named)>>>,
}

impl<'m> Resolver<'m, '_> {
    fn allowed(&self, pending: &Pending) -> &'m [KindId] {
        let vocabulary = self.model.vocabulary;
        let spec = match pending.spec {
            SpecAt::Values(kind) => vocabulary.kind(kind).values.as_ref(),
            SpecAt::Clause(kind, index) => Some(&vocabulary.kind(kind).clauses[index as usize].values),
        };
        spec.and_then(|spec| spec.refers_to()).unwrap_or(&[])
    }

    fn fits(&self, allowed: &[KindId], node: NodeId) -> bool {
        allowed.is_empty() || allowed.contains(&self.model.node(node).kind)
    }

    fn one(&self, pending: &Pending, implemented: &Implemented, problems: &mut Vec<Diagnostic>) -> Option<NodeId> {
        let node = self.model.node(pending.node);
        let range = self.model.values[pending.value as usize].range();
        let path = range.of(self.model.text(node.file));
        let allowed = self.allowed(pending);
        let mut segments = path.split('.');
        let first = segments.next().unwrap_or(path);
        let rest: SmallVec<[&str; 2]> = segments.collect();
        let mut wrong_kind = None;
        let scopes = self.scopes(pending.node, implemented);
        for scope in &scopes {
            let Some(candidates) = self.names.by_scope.get(&(*scope, first)) else { continue };
            for candidate in candidates {
                let Some(target) = self.descend(*candidate, &rest, allowed) else { continue };
                if self.fits(allowed, target) {
                    return Some(target);
                }
                wrong_kind = wrong_kind.or(Some(target));
            }
        }
        problems.push(self.unresolved(Span { file: node.file, range }, path, allowed, wrong_kind, &scopes, problems.len()));
        None
    }

    /// The blocks in which a name is looked for, the nearest first.
    fn scopes(&self, from: NodeId, implemented: &Implemented) -> SmallVec<[NodeId; 12]> {
        let mut scopes: SmallVec<[NodeId; 12]> = SmallVec::new();
        let mut agreements: SmallVec<[NodeId; 2]> = SmallVec::new();
        let mut at = from;
        loop {
            scopes.push(at);
            agreements.extend(implemented.get(&at).into_iter().flatten().copied());
            let parent = self.model.node(at).parent;
            if parent == at {
                break;
            }
            at = parent;
        }
        scopes.extend(agreements);
        let file = self.model.node(from).file;
        scopes.extend(self.visible[file.0 as usize].iter().map(|file| self.model.file_node(*file)));
        // An agreement may name what stands in its procedures and notices, which see it and not the other way round.
        for (document, targets) in implemented {
            let holds_agreement = targets.iter().any(|target| scopes.contains(target));
            if holds_agreement && !scopes.contains(document) {
                let top = self.model.file_node(self.model.node(*document).file);
                scopes.push(*document);
                if !scopes.contains(&top) {
                    scopes.push(top);
                }
            }
        }
        scopes
    }

    fn descend(&self, from: NodeId, rest: &[&str], allowed: &[KindId]) -> Option<NodeId> {
        let Some((next, after)) = rest.split_first() else { return Some(from) };
        let inside = self.names.by_scope.get(&(from, *next))?;
        let fitting = inside.iter().find(|node| self.fits(allowed, **node)).or_else(|| inside.first())?;
        self.descend(*fitting, after, allowed)
    }

    /// What things of some kinds can be called where these blocks are looked into.
    fn candidates(&self, scopes: &[NodeId], allowed: &[KindId]) -> Vec<(String, NodeId)> {
        let inside = self.inside.get_or_init(|| {
            let mut inside: FxHashMap<NodeId, Vec<(&str, &Named)>> = FxHashMap::default();
            for ((owner, name), nodes) in &self.names.by_scope {
                inside.entry(*owner).or_default().push((name, nodes));
            }
            inside
        });
        let reachable = |scope: NodeId| inside.get(&scope).into_iter().flatten();
        let mut candidates: Vec<(String, NodeId)> = Vec::new();
        for scope in scopes {
            for (name, nodes) in reachable(*scope) {
                candidates.extend(nodes.iter().find(|node| self.fits(allowed, **node)).map(|node| ((*name).to_owned(), *node)));
                for (inner, within) in nodes.iter().flat_map(|node| reachable(*node)) {
                    candidates.extend(within.iter().find(|node| self.fits(allowed, **node)).map(|node| (format!("{name}.{inner}"), *node)));
                }
            }
        }
        candidates
    }

    fn unresolved(&self, at: Span, path: &str, allowed: &[KindId], wrong_kind: Option<NodeId>, scopes: &[NodeId], problems_so_far: usize) -> Diagnostic {
        let wanted: Vec<&str> = allowed.iter().map(|kind| self.model.vocabulary.kind(*kind).word.as_str()).collect();
        let wanted = if wanted.is_empty() { "thing of this document".to_owned() } else { wanted.join(" or ") };
        if let Some(other) = wrong_kind {
            let is = &self.model.kind(other).word;
            return Problem::new("SYN-32", "name-of-wrong-kind", format!("`{path}` is {}; {} is wanted here", with_article(is), with_article(&wanted)), at.range)
                .helping(format!("Name {}, or define one.", with_article(&wanted)))
                .in_file(at.file)
                .pointing(self.model.span(other), format!("this is the {is}"));
        }
        let problem = Problem::new("SYN-30", "name-not-found", format!("no {wanted} is called `{path}`"), at.range);
        if problems_so_far >= MOST_GUESSES {
            return problem.helping("Define it, bring it in with `use`, or write `?`.").in_file(at.file);
        }
        let mut candidates: Vec<String> = self.candidates(scopes, allowed).into_iter().map(|(name, _)| name).collect();
        candidates.sort_unstable();
        let last = path.rsplit('.').next().unwrap_or(path);
        let meant = did_you_mean(path, candidates.iter().map(String::as_str)).or_else(|| candidates.iter().map(String::as_str).find(|candidate| candidate.rsplit('.').next() == Some(last)));
        match meant {
            Some(meant) => problem.helping(format!("Did you mean `{meant}`?")).fixing(format!("write `{meant}`"), at.range, meant),
            None => problem.helping(format!("Define it (`{} {last} \"...\" {{ }}`), bring it in with `use`, or write `?`.", wanted.split(' ').next().unwrap_or("party"))),
        }
        .in_file(at.file)
    }
}
