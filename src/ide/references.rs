//! Where a thing is defined, and where it is called, in all files that see it.

use super::analysis::Analysis;
use super::links::path_used;
use super::place::Place;
use super::under::{Under, called, segments, under};
use crate::model::{Model, NodeId, Value};
use crate::source::{FileId, TextRange};

impl Analysis<'_> {
    /// The place of the name of the thing that is called or defined at a place, and where it is called there.
    pub(super) fn thing_at(&self, path: &str, offset: u32) -> Option<(Place, TextRange)> {
        let model = self.model(path)?;
        let (id, what, range) = under(&model, offset)?;
        let (thing, range) = match what {
            Under::Name => (id, range),
            Under::Value(value, _) => called(&model, &value, offset)?,
            Under::Keyword | Under::Connective(_) => return None,
        };
        Some((name_of(&model, thing)?, range))
    }

    /// Where the thing at a place is defined; of a `use` statement, the file that it brings in.
    pub fn definition(&self, path: &str, offset: u32) -> Option<Place> {
        if let Some((used, _)) = path_used(self.files.get(path)?, path, offset) {
            return self.files.contains_key(&used).then(|| Place { path: used, range: TextRange::default() });
        }
        self.thing_at(path, offset).map(|(place, _)| place)
    }

    /// Where the thing at a place is called, its definition first when that is wanted.
    pub fn references(&self, path: &str, offset: u32, with_definition: bool) -> Vec<Place> {
        let Some((definition, _)) = self.thing_at(path, offset) else { return Vec::new() };
        let mut places = self.calls_of(&definition);
        if with_definition {
            places.insert(0, definition);
        }
        places
    }

    /// Where a thing is called, in the order of files and places.
    pub(super) fn calls_of(&self, definition: &Place) -> Vec<Place> {
        let name = definition.range.of(self.text(&definition.path).unwrap_or_default());
        let mut places = Vec::new();
        for path in self.uses.rest_on(&definition.path) {
            // A file that does not hold the name need not be resolved.
            let holds = self.text(&path).is_some_and(|text| memchr::memmem::find(text.as_bytes(), name.as_bytes()).is_some());
            let Some(model) = self.model(&path).filter(|_| holds) else { continue };
            calls(&model, definition, &mut |range| places.push(Place { path: path.clone(), range }));
        }
        places.sort();
        places.dedup();
        places
    }
}

/// The place of the name of a thing.
fn name_of(model: &Model<'_>, thing: NodeId) -> Option<Place> {
    let node = model.node(thing);
    (!node.name.is_empty()).then(|| Place { path: model.files[node.file.0 as usize].source.path.clone(), range: node.name })
}

/// Calls with each place of the first file of a model that calls a thing.
fn calls(model: &Model<'_>, definition: &Place, tell: &mut dyn FnMut(TextRange)) {
    let is_it = |thing: NodeId| {
        let node = model.node(thing);
        node.name == definition.range && model.files[node.file.0 as usize].source.path == definition.path
    };
    let text = model.text(FileId(0));
    for id in model.subtree(model.file_node(FileId(0))) {
        let clauses = model.clauses(id).iter().flat_map(|clause| model.clause_values(clause));
        for value in model.values(id).iter().chain(clauses) {
            let Value::Ref(range, Some(target)) = value else { continue };
            segments(model, text, *range, *target).into_iter().filter(|(_, thing)| is_it(*thing)).for_each(|(range, _)| tell(range));
        }
    }
}
