//! The files of a workspace as the editor has them. Whatever is asked, only what changed is read again.

use super::outline::Symbol;
use crate::diagnostic::Diagnostic;
use crate::law::Law;
use crate::lint::{Memory, hiding};
use crate::model::{Head, Model, Parsed, Uses, lower, visible};
use crate::policy::{Policy, Texts};
use crate::source::{FileId, SourceFile};
use jiff::civil::Date;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// How many models are kept: those of the files that somebody is at work on.
const MOST_MODELS: usize = 12;

/// A file with what is known of it by itself.
pub(super) struct File {
    pub(super) parsed: Arc<Parsed>,
    /// Why it could not be read.
    pub(super) fault: Option<Diagnostic>,
    /// The things in it, listed when first asked for.
    pub(super) outline: OnceCell<Rc<[Symbol]>>,
}

/// The files, with the policy and the day by which they are judged.
pub struct Analysis<'p> {
    pub(super) policy: &'p Policy,
    pub(super) texts: &'p Texts,
    pub(super) law: Law<'p>,
    pub(super) today: Date,
    pub(super) files: BTreeMap<String, File>,
    pub(super) uses: Uses,
    /// What is known of texts that were judged before.
    pub(super) memory: Memory<'p>,
    models: RefCell<Vec<(String, Rc<Model<'p>>)>>,
}

impl<'p> Analysis<'p> {
    /// No files yet.
    pub fn new(policy: &'p Policy, texts: &'p Texts, today: Date) -> Self {
        Analysis { policy, texts, law: Law::new(policy), today, files: BTreeMap::new(), uses: Uses::default(), memory: Memory::default(), models: RefCell::default() }
    }

    /// The day that is answered for.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Answers for another day.
    pub fn set_day(&mut self, today: Date) {
        self.today = today;
    }

    /// Puts a file in, or another text in its place, with what was wrong with reading it. Returns the files in which something else may be
    /// found now.
    pub fn put(&mut self, path: &str, text: String, fault: Option<Diagnostic>) -> BTreeSet<String> {
        let head = Head::of(path, &text);
        let source = Arc::new(SourceFile::new(path, text));
        let parsed = Arc::new(self.files.get(path).map_or_else(|| Parsed::new(Arc::clone(&source)), |before| Parsed::again(Arc::clone(&source), &before.parsed)));
        let before = self.files.insert(path.to_owned(), File { parsed, fault, outline: OnceCell::new() });
        let same_uses = before.is_some() && self.uses.head(path).map_or(head.uses.is_empty(), |known| *known == head);
        let mut touched = self.uses.rest_on(path);
        if !same_uses {
            self.uses.set(path, head);
            touched.extend(self.uses.rest_on(path));
        }
        self.forget(&touched);
        touched
    }

    /// Takes a file out. Returns the files in which something else may be found now.
    pub fn remove(&mut self, path: &str) -> BTreeSet<String> {
        let mut touched = self.uses.rest_on(path);
        self.files.remove(path);
        self.uses.set(path, Head::default());
        self.forget(&touched);
        touched.remove(path);
        touched
    }

    fn forget(&self, touched: &BTreeSet<String>) {
        self.models.borrow_mut().retain(|(path, _)| !touched.contains(path));
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|file| file.parsed.source.text.as_str())
    }

    /// Every path, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The files that a file uses, directly or through others, and that are not known.
    pub fn unknown_to(&self, path: &str) -> Vec<String> {
        self.uses.bundle(path).into_iter().filter(|used| !self.files.contains_key(used)).collect()
    }

    /// A file and what belongs to it, as far as it is known.
    pub(super) fn bundle(&self, path: &str) -> Vec<Arc<Parsed>> {
        self.uses.bundle(path).iter().filter_map(|file| self.files.get(file)).map(|file| Arc::clone(&file.parsed)).collect()
    }

    /// The model of a file, which is the first of its bundle.
    pub(super) fn model(&self, path: &str) -> Option<Rc<Model<'p>>> {
        if let Some((_, model)) = self.models.borrow().iter().find(|(known, _)| known == path) {
            return Some(Rc::clone(model));
        }
        self.files.get(path)?;
        let bundle = self.bundle(path);
        let sees = sees(&bundle);
        let model = Rc::new(lower(&self.policy.vocabulary, bundle, &sees));
        let mut models = self.models.borrow_mut();
        if models.len() == MOST_MODELS {
            models.remove(0);
        }
        models.push((path.to_owned(), Rc::clone(&model)));
        Some(model)
    }

    /// Looks at the model of a file with what identifies a person hidden: for whatever repeats words of the text.
    pub(super) fn shown<T>(&self, path: &str, look: impl FnOnce(&Model<'_>) -> T) -> Option<T> {
        self.model(path).map(|model| hiding(self.policy, &model, look))
    }
}

/// Which files of a bundle see which.
pub(super) fn sees(bundle: &[Arc<Parsed>]) -> Vec<Vec<FileId>> {
    let named: Vec<(&str, &str)> = bundle.iter().map(|file| (file.source.path.as_str(), file.source.text.as_str())).collect();
    visible(&named)
}
