//! What an urgent interview asks settles the same ways as the whole record, but for ends that only later questions lead to.

use super::{ends, records, view};
use sharewright::model::{KindId, Model, Node, NodeId, Parsed, State, Value, lower, visible};
use sharewright::policy::{Slot, Step};
use sharewright::shipped;
use sharewright::source::SourceFile;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Ends that an urgent interview does not tell apart from others, and why that can wait.
const LATER: [(&str, &str); 4] = [
    ("dead-by-the-wrong-act", "a fault in the law that is cited, and no law is cited at once"),
    ("form-complete", "the form is read again by day; until then it is told that this is not settled"),
    ("form-not-for-footage", "the sort of material is asked by day; a form that nobody needed does no harm"),
    ("teaching-anonymous", "nobody teaches or studies at once"),
];

/// A record without what an urgent interview passes over.
fn at_once(text: &str) -> String {
    let policy = shipped::policy();
    let steps = &policy.interview("disclosure").expect("an interview").steps;
    let model = lower(&policy.vocabulary, vec![Arc::new(Parsed::new(Arc::new(SourceFile::new("x.disclosure", text))))], &visible(&[("x.disclosure", text)]));
    let mut gone: Vec<(usize, usize)> = Vec::new();
    for (place, node) in model.nodes.iter().enumerate() {
        let Some(path) = path(&model, node) else { continue };
        if steps.iter().any(|step| step.now && step.kinds.starts_with(&path) && step.kinds.len() > path.len()) && steps.iter().all(|step| step.kinds != path) {
            // A block that holds what is asked.
            continue;
        }
        let id = NodeId(u32::try_from(place).expect("few nodes"));
        let Some(step) = steps.iter().find(|step| step.kinds == path && begins(&model, id, step, text)).filter(|step| step.now) else {
            gone.push((node.whole.start as usize, node.whole.end as usize));
            continue;
        };
        // The reason is a part of saying that something does not apply.
        let asked = |index: u16| node.state == State::NoneBecause || step.prompts.iter().any(|prompt| prompt.now && prompt.slot == Slot::Clause(index));
        gone.extend(model.clauses(id).iter().filter(|clause| !asked(clause.index)).map(|clause| (clause.range.start as usize, clause.range.end as usize)));
    }
    let mut left = String::new();
    for (at, byte) in text.char_indices() {
        if !gone.iter().any(|(start, end)| (*start..*end).contains(&at)) {
            left.push(byte);
        }
    }
    left
}

/// The kinds from the record down to a statement; nothing for what is not in a record.
fn path(model: &Model<'_>, node: &Node) -> Option<Vec<KindId>> {
    let mut kinds = vec![node.kind];
    let mut parent = node.parent;
    loop {
        let above = model.node(parent);
        if model.kind(parent).word == "disclosure" {
            return Some(kinds);
        }
        if above.parent == parent {
            return None;
        }
        kinds.insert(0, above.kind);
        parent = above.parent;
    }
}

fn begins(model: &Model<'_>, node: NodeId, step: &Step, text: &str) -> bool {
    let first = || model.values(node).first().is_some_and(|value| matches!(value, Value::Word { range, .. } if step.fixed.as_ref().is_some_and(|word| range.of(text) == word.as_str())));
    step.fixed.is_none() || first()
}

#[test]
fn what_is_asked_at_once_leads_where_the_whole_record_leads() {
    let mut elsewhere: BTreeSet<String> = BTreeSet::new();
    for (end, text) in records() {
        let short = at_once(&text);
        if !ends(&view(&short)).contains(&end.as_str()) {
            elsewhere.insert(end);
        }
    }
    let known: BTreeSet<String> = LATER.iter().map(|(end, _)| (*end).to_owned()).collect();
    assert_eq!(elsewhere, known);
}
