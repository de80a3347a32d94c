//! What stands at a path of keywords below a document, such as `request.received.hours`: registers name statements so.

use crate::model::{Clause, Day, Model, NodeId, State, Value, Word, label_of};

/// A statement, or a connective of one.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) node: NodeId,
    clause: Option<Clause>,
}

/// The places at a path, in the order of the text. What is left open or set aside is none.
pub(super) fn at(model: &Model<'_>, from: NodeId, path: &str) -> Vec<Place> {
    let mut places = vec![Place { node: from, clause: None }];
    for step in path.split('.') {
        places = places.into_iter().flat_map(|place| below(model, place, step)).collect();
    }
    places
}

fn below(model: &Model<'_>, place: Place, step: &str) -> Vec<Place> {
    if place.clause.is_some() {
        return Vec::new();
    }
    if let Some(clause) = model.clause_named(place.node, step) {
        return vec![Place { node: place.node, clause: Some(*clause) }];
    }
    let stated = |node: &&NodeId| model.node(**node).state == State::Stated;
    model.children_named(place.node, step).iter().filter(stated).map(|node| Place { node: *node, clause: None }).collect()
}

impl Place {
    fn values<'m>(&'m self, model: &'m Model<'_>) -> &'m [Value] {
        self.clause.as_ref().map_or_else(|| model.values(self.node), |clause| model.clause_values(clause))
    }

    /// Its first day.
    pub(super) fn day(&self, model: &Model<'_>) -> Option<Day> {
        self.values(model).iter().find_map(|value| if let Value::Date(_, day) = value { Some(*day) } else { None })
    }

    /// Its words.
    pub(super) fn words(&self, model: &Model<'_>) -> Vec<Word> {
        let words = self.values(model).iter().filter_map(|value| if let Value::Word { list, index, .. } = value { Some(model.word(*list, *index).clone()) } else { None });
        words.collect()
    }

    /// Its texts, without quotation marks.
    pub(super) fn texts(&self, model: &Model<'_>) -> Vec<String> {
        let file = model.node(self.node).file;
        let texts = self.values(model).iter().filter_map(|value| if let Value::Text(range) = value { Some(model.words_of(file, *range).into_owned()) } else { None });
        texts.collect()
    }

    /// The things that it refers to.
    pub(super) fn targets(&self, model: &Model<'_>) -> Vec<NodeId> {
        let targets = self.values(model).iter().filter_map(|value| if let Value::Ref(_, target) = value { *target } else { None });
        targets.collect()
    }

    /// Whether it says a word: one that is it or falls under it, or a post or a text of that name.
    fn says(&self, model: &Model<'_>, word: &str) -> bool {
        let name = word.replace('-', " ");
        let named = |text: &str| text.to_lowercase().contains(&name);
        self.words(model).iter().any(|own| own.is(word)) || self.texts(model).iter().any(|text| named(text)) || self.targets(model).into_iter().any(|target| named(&called(model, target)))
    }
}

/// What a thing that is referred to is called: its label, or its name.
pub(super) fn called(model: &Model<'_>, node: NodeId) -> String {
    let own = model.node(node);
    let label = model.words_of(own.file, own.label);
    if label.is_empty() { label_of(model, node) } else { label.into_owned() }
}

/// Whether `path word` holds, or, without a word, whether something stands at the path.
pub(super) fn holds(model: &Model<'_>, from: NodeId, condition: &str) -> bool {
    match condition.split_once(' ') {
        None => !at(model, from, condition).is_empty(),
        Some((path, word)) => at(model, from, path).iter().any(|place| place.says(model, word)),
    }
}
