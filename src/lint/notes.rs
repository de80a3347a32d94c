//! What is remembered while one document is judged: rules ask for the same things again and again. The model does not change in
//! the meantime, so what is remembered is never wrong.

use super::eval::{Context, Slots, eval, items};
use super::evidence::Evidence;
use super::item::{Item, Items};
use super::test::{Key, keys};
use crate::law::Cited;
use crate::model::Model;
use crate::policy::condition::{ExprId, PathId, Root};
use crate::policy::{Mentioned, PhraseSet, Policy, day_number, ymd_of};
use crate::source::{FileId, TextRange};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// How many right-hand sides are kept: those of one condition over a register.
const RECENT: usize = 4;

/// What one text cites.
type Citations = Arc<[Cited]>;

/// What one side of a comparison holds.
type Side<'a> = Rc<[Key<'a>]>;

/// The memory of one document.
#[derive(Default)]
pub(super) struct Notes<'a> {
    /// Right-hand sides: the path, the thing that it began at, what it holds.
    recent: RefCell<SmallVec<[(PathId, Item, Side<'a>); RECENT]>>,
    /// Guards and whether they hold, by subject.
    guards: RefCell<FxHashMap<(u32, Item), bool>>,
    /// What paths of several steps lead to, by the thing that they begin at: a part of `reached`.
    walks: RefCell<FxHashMap<(PathId, Item), (u32, u32)>>,
    /// The things that those paths lead to, one path after the other.
    reached: RefCell<Vec<Item>>,
    /// What texts cite.
    cited: RefCell<FxHashMap<(FileId, TextRange), Citations>>,
}

impl<'a> Context<'a> {
    /// What the things that a path yields hold. A condition over the entries of a register asks for it once an entry.
    pub(super) fn recall(&self, path: PathId, slots: &Slots) -> Side<'a> {
        let find = || items(self, path, slots).iter().flat_map(|item| keys(self, *item)).collect();
        let Root::Slot(slot) = self.pool.paths.path(path).root else { return find() };
        let Some(root) = slots.get(slot as usize).copied() else { return Rc::new([]) };
        let known = self.notes.recent.borrow().iter().find(|(known, from, _)| *known == path && *from == root).map(|(.., side)| Rc::clone(side));
        known.unwrap_or_else(|| {
            let found = find();
            let mut recent = self.notes.recent.borrow_mut();
            if recent.len() == RECENT {
                recent.remove(0);
            }
            recent.push((path, root, Rc::clone(&found)));
            found
        })
    }

    /// What a path leads to from a thing, walked once: the place of the first, and the place after the last.
    pub(super) fn walked(&self, path: PathId, root: Item, walk: impl FnOnce(&mut dyn FnMut(Item) -> bool) -> bool) -> (u32, u32) {
        if let Some(known) = self.notes.walks.borrow().get(&(path, root)) {
            return *known;
        }
        let mut found = Items::new();
        walk(&mut |item| {
            found.push(item);
            false
        });
        let mut reached = self.notes.reached.borrow_mut();
        let first = reached.len() as u32;
        reached.extend_from_slice(&found);
        let range = (first, reached.len() as u32);
        self.notes.walks.borrow_mut().insert((path, root), range);
        range
    }

    /// A thing that a walked path leads to.
    pub(super) fn reached(&self, place: u32) -> Item {
        self.notes.reached.borrow()[place as usize]
    }

    /// Whether a guard holds for a subject. Many rules have the same guards.
    pub(super) fn holds(&self, guard: ExprId, subject: Item, slots: &mut Slots) -> bool {
        if let Some(known) = self.notes.guards.borrow().get(&(guard.0, subject)) {
            return *known;
        }
        let holds = eval(self, guard, slots, &mut Evidence::none()) == Some(true);
        self.notes.guards.borrow_mut().insert((guard.0, subject), holds);
        holds
    }

    /// What a text of a document cites.
    pub(super) fn cited(&self, file: FileId, range: TextRange) -> Citations {
        let mut known = self.notes.cited.borrow_mut();
        Arc::clone(known.entry((file, range)).or_insert_with(|| self.law.cited(&self.model.words_of(file, range))))
    }

    /// Whether a text of a document mentions a phrase of a set. Each text is read once for all sets.
    pub(super) fn text_mentions(&self, file: FileId, range: TextRange, set: PhraseSet) -> bool {
        self.mentions.says(self.policy, self.model, self.today, file, range, set)
    }
}

/// A day as phrases compare it.
pub(super) fn number(day: Date) -> u32 {
    day_number(ymd_of(day))
}

/// What texts mention, kept from one judgement to the next: an editor has most texts judged again and again. It is kept by the text
/// itself, for one policy and one day, so it is never wrong.
#[derive(Default)]
pub(super) struct Said {
    day: u32,
    by_text: FxHashMap<Box<str>, Mentioned>,
}

/// How many texts are kept; then all are forgotten, so that memory stays flat.
const MOST: usize = 32_768;

impl Said {
    fn recall(said: &RefCell<Said>, text: &str, day: u32, find: impl FnOnce() -> Mentioned) -> Mentioned {
        let mut said = said.borrow_mut();
        if said.day != day || said.by_text.len() >= MOST {
            *said = Said { day, by_text: FxHashMap::default() };
        }
        if let Some(known) = said.by_text.get(text) {
            return known.clone();
        }
        let found = find();
        said.by_text.insert(text.into(), found.clone());
        found
    }
}

/// The phrases that the texts of a model mention, found once a text.
#[derive(Default)]
pub(super) struct Mentions<'m> {
    here: RefCell<FxHashMap<(FileId, TextRange), Mentioned>>,
    said: Option<&'m RefCell<Said>>,
}

impl<'m> Mentions<'m> {
    /// With what is known from before.
    pub(super) fn remembering(said: &'m RefCell<Said>) -> Self {
        Mentions { here: RefCell::default(), said: Some(said) }
    }

    /// Whether a text mentions a phrase of a set.
    pub(super) fn says(&self, policy: &Policy, model: &Model<'_>, today: Date, file: FileId, range: TextRange, set: PhraseSet) -> bool {
        let mut known = self.here.borrow_mut();
        let mentioned = known.entry((file, range)).or_insert_with(|| {
            let (words, day) = (model.words_of(file, range), number(today));
            let find = || policy.phrases.phrases.mentioned(&words, day);
            self.said.map_or_else(find, |said| Said::recall(said, &words, day, find))
        });
        mentioned.contains(&set)
    }
}
