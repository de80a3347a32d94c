//! Decision procedures, compiled: conditions typed, ids looked up, and the way through checked: no circle, nothing out of reach.

use super::super::decision::{Branch, Decisions, Expects, Leaf, Need, Onward, Procedure};
use super::super::raw::{RawBranch, RawCitation, RawFile, RawLeaf, RawNeed};
use super::super::rule::Subjects;
use super::rules::{Builder, citation, one_line};
use crate::diagnostic::{Problem, did_you_mean};
use crate::source::TextRange;
use serde_spanned::Spanned;
use std::collections::BTreeMap;
use std::ops::Range;

/// Where something was written: its file and its first line there.
type At = (usize, Range<usize>);

/// What an id stands for, and where it was written.
type Known = BTreeMap<String, (Onward, At)>;

/// The procedures of the files of one kind of document.
pub(super) fn build<'r>(builder: &mut Builder<'_>, files: impl Iterator<Item = &'r (usize, RawFile)> + Clone) -> Option<Decisions> {
    let branches: Vec<(usize, &Spanned<RawBranch>)> = files.clone().flat_map(|(file, raw)| raw.branch.iter().map(|branch| (*file, branch))).collect();
    let leaves: Vec<(usize, &Spanned<RawLeaf>)> = files.clone().flat_map(|(file, raw)| raw.leaf.iter().map(|leaf| (*file, leaf))).collect();
    let needs = files.clone().flat_map(|(file, raw)| raw.needs.iter().map(|needs| (*file, needs)));
    let shared: BTreeMap<&str, (usize, &[RawNeed])> = needs.map(|(file, needs)| (needs.get_ref().id.as_str(), (file, needs.get_ref().need.as_slice()))).collect();
    let procedures: Vec<_> = files.flat_map(|(file, raw)| raw.procedure.iter().map(|procedure| (*file, procedure))).collect();
    if branches.is_empty() && leaves.is_empty() && procedures.is_empty() {
        return None;
    }
    let subjects = builder.document()?;
    let mut compiler = Compiler { builder, subjects, known: Known::new() };
    for (place, (file, branch)) in branches.iter().enumerate() {
        compiler.name(*file, &branch.get_ref().id, &branch.span(), Onward::Branch(place as u16));
    }
    for (place, (file, leaf)) in leaves.iter().enumerate() {
        compiler.name(*file, &leaf.get_ref().id, &leaf.span(), Onward::Leaf(place as u16));
    }
    let mut decisions = Decisions::default();
    for (file, branch) in &branches {
        decisions.branches.extend(compiler.branch(*file, branch));
    }
    for (file, leaf) in &leaves {
        decisions.leaves.extend(compiler.leaf(*file, leaf, &shared));
    }
    for (file, procedure) in procedures {
        let raw = procedure.get_ref();
        let when = raw.when.as_ref().map(|text| compiler.condition(file, text));
        let start = compiler.onward(file, &raw.start);
        decisions.procedures.extend(start.map(|start| Procedure { id: raw.id.as_str().into(), title: raw.title.as_str().into(), when: when.flatten(), start }));
    }
    decisions.procedures.sort_by_key(|procedure| procedure.when.is_some());
    // What could not be read was told; the way through is looked at when there is one.
    if decisions.branches.len() == branches.len() && decisions.leaves.len() == leaves.len() {
        compiler.ways(&decisions);
    }
    Some(decisions)
}

struct Compiler<'b, 'a> {
    builder: &'b mut Builder<'a>,
    subjects: Subjects,
    known: Known,
}

impl Compiler<'_, '_> {
    fn add(&mut self, (file, span): At, headline: String, help: &str) {
        self.builder.problems.add(file, Problem::new("POL-10", "procedure-not-complete", headline, TextRange::new(span.start, span.end)).helping(help));
    }

    /// Keeps what an id stands for.
    fn name(&mut self, file: usize, id: &str, span: &Range<usize>, stands_for: Onward) {
        let at = (file, span.start..self.builder.first_line(file, span));
        if self.known.contains_key(id) {
            self.add(at, format!("`{id}` is already the id of another branch or leaf"), "Ids are unique over all files of the procedures; choose another.");
        } else {
            self.known.insert(id.to_owned(), (stands_for, at));
        }
    }

    fn condition(&mut self, file: usize, text: &Spanned<String>) -> Option<super::super::condition::ExprId> {
        self.builder.condition(file, text, &self.subjects)
    }

    /// What an id stands for.
    fn onward(&mut self, file: usize, id: &Spanned<String>) -> Option<Onward> {
        let known = self.known.get(id.get_ref()).map(|(onward, _)| *onward);
        if known.is_none() {
            let help = did_you_mean(id.get_ref(), self.known.keys().map(String::as_str)).map_or_else(|| "Name a branch or a leaf by its id.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
            self.add((file, id.span()), format!("no branch and no leaf has the id `{}`", id.get_ref()), &help);
        }
        known
    }

    /// What people read must be there, and so must the guidance.
    fn texts(&mut self, at: &At, texts: &[(&str, &str)], cite: &[RawCitation]) {
        for (name, _) in texts.iter().filter(|(_, text)| text.trim().is_empty()) {
            self.add(at.clone(), format!("`{name}` is empty"), "A reader goes by these words alone.");
        }
        if cite.is_empty() {
            self.add(at.clone(), "nothing is cited".to_owned(), "Say which guidance it rests on: source, clause, link, the day it was read, confidence.");
        }
    }

    fn branch(&mut self, file: usize, spanned: &Spanned<RawBranch>) -> Option<Branch> {
        let raw = spanned.get_ref();
        let at = (file, spanned.span().start..self.builder.first_line(file, &spanned.span()));
        self.texts(&at, &[("ask", &raw.ask)], &raw.cite);
        let holds = self.condition(file, &raw.holds);
        let known = raw.known.as_ref().map(|text| self.condition(file, text));
        let (yes, no) = (self.onward(file, &raw.yes), self.onward(file, &raw.no));
        Some(Branch { id: raw.id.as_str().into(), ask: one_line(&raw.ask), holds: holds?, known: known.flatten(), yes: yes?, no: no?, cite: raw.cite.iter().map(citation).collect() })
    }

    fn leaf(&mut self, file: usize, spanned: &Spanned<RawLeaf>, shared: &BTreeMap<&str, (usize, &[RawNeed])>) -> Option<Leaf> {
        let raw = spanned.get_ref();
        let at = (file, spanned.span().start..self.builder.first_line(file, &spanned.span()));
        self.texts(&at, &[("title", &raw.title), ("requires", &raw.requires), ("decides", &raw.decides)], &raw.cite);
        let expects = match &raw.expects {
            Some(expects) => Some(Expects { says: one_line(&expects.says), fits: self.condition(file, &expects.fits)?, either: expects.either }),
            None => None,
        };
        let mut needs = self.needs(file, &raw.need)?;
        for id in &raw.with {
            if let Some((file, more)) = shared.get(id.get_ref().as_str()) {
                needs.extend(self.needs(*file, more)?);
            } else {
                let help = did_you_mean(id.get_ref(), shared.keys().copied()).map_or_else(|| "Name a `[[needs]]` by its id.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
                self.add((file, id.span()), format!("no needs have the id `{}`", id.get_ref()), &help);
            }
        }
        Some(Leaf {
            id: raw.id.as_str().into(),
            title: one_line(&raw.title),
            requires: one_line(&raw.requires),
            decides: one_line(&raw.decides),
            expects,
            needs,
            cite: raw.cite.iter().map(citation).collect(),
        })
    }

    fn needs(&mut self, file: usize, raw: &[RawNeed]) -> Option<Vec<Need>> {
        let needs: Vec<Option<Need>> = raw
            .iter()
            .map(|need| {
                let when = need.when.as_ref().map(|text| self.condition(file, text));
                let holds = self.condition(file, &need.holds);
                Some(Need { when: when.flatten(), holds: holds?, missing: one_line(&need.missing) })
            })
            .collect();
        needs.into_iter().collect()
    }

    /// Every branch and leaf is reached from some procedure, and no way leads back to where it was.
    fn ways(&mut self, decisions: &Decisions) {
        let mut seen = Seen { branches: vec![Visit::Never; decisions.branches.len()], leaves: vec![false; decisions.leaves.len()], circle: None };
        for procedure in &decisions.procedures {
            seen.walk(decisions, procedure.start);
        }
        let place = |known: &Known, id: &str| known.get(id).map(|(_, at)| at.clone());
        if let Some(back) = seen.circle
            && let Some(at) = place(&self.known, &decisions.branch(back).id)
        {
            let headline = format!("the procedure goes in a circle and comes back to `{}`", decisions.branch(back).id);
            self.add(at, headline, "Each way must come to a leaf.");
        }
        let branches = decisions.branches.iter().zip(&seen.branches).filter(|(_, visit)| **visit == Visit::Never).map(|(branch, _)| &branch.id);
        let leaves = decisions.leaves.iter().zip(&seen.leaves).filter(|(_, seen)| !**seen).map(|(leaf, _)| &leaf.id);
        for id in branches.chain(leaves) {
            if let Some(at) = place(&self.known, id) {
                self.add(at, format!("no way leads to `{id}`"), "Name it after `yes`, `no` or `start`, or remove it.");
            }
        }
    }
}

/// How far a branch was looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Never,
    OnTheWay,
    Done,
}

/// What was met on the way.
struct Seen {
    branches: Vec<Visit>,
    leaves: Vec<bool>,
    /// The first branch that a way came back to.
    circle: Option<u16>,
}

impl Seen {
    /// Goes on from a place. Deep procedures are gone through without the stack of the program.
    fn walk(&mut self, decisions: &Decisions, start: Onward) {
        let mut stack = vec![(start, false)];
        while let Some((onward, leaving)) = stack.pop() {
            match onward {
                Onward::Leaf(place) => self.leaves[place as usize] = true,
                Onward::Branch(place) if leaving => self.branches[place as usize] = Visit::Done,
                Onward::Branch(place) => match self.branches[place as usize] {
                    Visit::Done => {}
                    Visit::OnTheWay => self.circle = self.circle.or(Some(place)),
                    Visit::Never => {
                        self.branches[place as usize] = Visit::OnTheWay;
                        let branch = decisions.branch(place);
                        stack.extend([(onward, true), (branch.no, false), (branch.yes, false)]);
                    }
                },
            }
        }
    }
}
