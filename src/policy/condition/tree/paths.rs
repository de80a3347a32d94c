//! Paths of conditions: where they begin and what each step reaches.

mod packed;

use crate::model::{Derived, KindId};
use crate::policy::RegisterId;
use crate::source::{Text, TextRange};
use serde::{Deserialize, Serialize};

/// Where a path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Root {
    /// A thing at hand: 0 the subject, 1 the agreement, then bound names.
    Slot(u8),
    /// The day asked about.
    Today,
    /// The entries of a register.
    Register(RegisterId),
}

/// An index into the paths of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PathId(pub u32);

/// A path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
    /// Where it begins.
    pub root: Root,
    /// Its steps: a range of [`Paths::hops`].
    hops: (u32, u32),
    /// As it is written: a range of [`Paths::text`].
    text: TextRange,
}

impl Path {
    /// How many steps it has.
    pub fn hops(&self) -> u32 {
        self.hops.1 - self.hops.0
    }
}

/// The paths of all conditions. Conditions ask for the same things again and again, so each path and each step is kept once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paths {
    all: Vec<Path>,
    /// All paths as they are written, one after the other.
    text: Text,
    /// Indexes into the steps.
    hops: Vec<u32>,
    steps: Vec<Kept>,
    /// What the steps reach, by the kind that it is reached from.
    reaches: Vec<(KindId, Access)>,
    /// Kinds whose references steps follow.
    kinds: Vec<KindId>,
}

/// A step as it is kept: ranges of [`Paths::reaches`] and [`Paths::kinds`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept {
    own: (u32, u32),
    follow: (u32, u32),
    via: (u32, u32),
    follow_clause: bool,
    cites: bool,
    column: Option<u16>,
}

impl Paths {
    /// A path.
    pub fn path(&self, id: PathId) -> &Path {
        &self.all[id.0 as usize]
    }

    /// A path as it is written, for messages.
    pub fn text(&self, id: PathId) -> &str {
        self.path(id).text.of(&self.text)
    }

    /// The steps of a path.
    pub fn steps(&self, path: &Path) -> Steps<'_> {
        Steps { paths: self, hops: &self.hops[path.hops.0 as usize..path.hops.1 as usize] }
    }

    /// The index of a path with these steps.
    pub(in crate::policy::condition) fn add(&mut self, root: Root, steps: &[OwnedStep], text: &str) -> PathId {
        let same_steps = |path: &Path| self.steps(path).hops.len() == steps.len() && (0..).zip(steps).all(|(at, step)| self.steps(path).get(at).is_some_and(|known| known.is(step)));
        let known = |path: &Path| path.root == root && path.text.of(&self.text) == text && same_steps(path);
        if let Some(index) = self.all.iter().position(known) {
            return PathId(index as u32);
        }
        let start = self.hops.len() as u32;
        for step in steps {
            let known = self.steps.iter().position(|kept| Step { paths: self, kept }.is(step));
            let index = known.unwrap_or_else(|| self.keep(step));
            self.hops.push(index as u32);
        }
        let at = self.text.len();
        self.text.push_str(text);
        self.all.push(Path { root, hops: (start, self.hops.len() as u32), text: TextRange::new(at, self.text.len()) });
        PathId((self.all.len() - 1) as u32)
    }

    fn keep(&mut self, step: &OwnedStep) -> usize {
        let OwnedStep { own, follow, follow_clause, via, cites, column } = step;
        let kept =
            Kept { own: extend(&mut self.reaches, own), follow: extend(&mut self.kinds, follow), via: extend(&mut self.reaches, via), follow_clause: *follow_clause, cites: *cites, column: *column };
        self.steps.push(kept);
        self.steps.len() - 1
    }
}

/// Adds values; where they stand.
fn extend<T: Copy>(all: &mut Vec<T>, more: &[T]) -> (u32, u32) {
    let first = all.len() as u32;
    all.extend_from_slice(more);
    (first, all.len() as u32)
}

/// The steps of one path.
#[derive(Clone, Copy)]
pub struct Steps<'a> {
    paths: &'a Paths,
    hops: &'a [u32],
}

impl<'a> Steps<'a> {
    /// The step at a place; none behind the last.
    pub fn get(self, at: usize) -> Option<Step<'a>> {
        self.hops.get(at).map(|step| Step { paths: self.paths, kept: &self.paths.steps[*step as usize] })
    }
}

/// One step, for each kind that the thing before it may have.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    paths: &'a Paths,
    kept: &'a Kept,
}

impl<'a> Step<'a> {
    /// What a thing of a kind has itself.
    pub fn own(self) -> &'a [(KindId, Access)] {
        &self.paths.reaches[self.kept.own.0 as usize..self.kept.own.1 as usize]
    }

    /// Kinds whose references are followed first.
    pub fn follow(self) -> &'a [KindId] {
        &self.paths.kinds[self.kept.follow.0 as usize..self.kept.follow.1 as usize]
    }

    /// Clauses whose references are followed first: true when any are.
    pub fn follow_clause(self) -> bool {
        self.kept.follow_clause
    }

    /// What the things referred to have.
    pub fn via(self) -> &'a [(KindId, Access)] {
        &self.paths.reaches[self.kept.via.0 as usize..self.kept.via.1 as usize]
    }

    /// The provisions that its citations of law mean.
    pub fn cites(self) -> bool {
        self.kept.cites
    }

    /// The column, where the thing before is an entry of a register.
    pub fn column(self) -> Option<u16> {
        self.kept.column
    }

    fn is(self, step: &OwnedStep) -> bool {
        let OwnedStep { own, follow, follow_clause, via, cites, column } = step;
        self.own() == own && self.follow() == follow && self.follow_clause() == *follow_clause && self.via() == via && self.cites() == *cites && self.column() == *column
    }
}

/// A step while a condition is compiled; see [`Step`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnedStep {
    pub(in crate::policy::condition) own: Vec<(KindId, Access)>,
    pub(in crate::policy::condition) follow: Vec<KindId>,
    pub(in crate::policy::condition) follow_clause: bool,
    pub(in crate::policy::condition) via: Vec<(KindId, Access)>,
    pub(in crate::policy::condition) cites: bool,
    pub(in crate::policy::condition) column: Option<u16>,
}

/// How a kind gives what a step names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// Its children of a kind.
    Child(KindId),
    /// Its clause.
    Clause(u16),
    /// A derived field.
    Derived(Derived),
    /// The block around it.
    Parent,
    /// Its name.
    Name,
    /// Its label.
    Label,
    /// The word for its own kind.
    KindWord,
}
