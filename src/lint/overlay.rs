//! Overlays: a rule's example is a few lines laid over the complete example, so that it shows what it is about and nothing else.
//!
//! A block of the overlay is matched to a block of the base by keyword and name. Inside it, statements replace all statements
//! of their keyword, named things are merged or added, and `#- keyword` (or `#- keyword name`) removes.

use crate::source::TextRange;
use crate::syntax::{NO_STATEMENT, Part, PartKind, Tree, parse};

/// A base file with the overlay laid over it.
pub(super) struct Overlaid {
    /// The texts of the base files, in their order.
    pub(super) texts: Vec<String>,
    /// What the overlay says of things that the base does not have.
    pub(super) problems: Vec<String>,
}

/// An edit of one base file.
struct Edit {
    file: usize,
    range: TextRange,
    text: String,
}

/// Lays an overlay over base files. What matches nothing is added to the first file.
pub(super) fn overlay(base: &[String], over: &str) -> Overlaid {
    let trees: Vec<Tree> = base.iter().map(|text| parse(text)).collect();
    let top = parse(over);
    let mut edits: Vec<Edit> = Vec::new();
    let mut problems: Vec<String> = top.problems.iter().map(|problem| format!("the overlay: {}", problem.headline)).collect();
    let layer = Layer { base, trees: &trees, over, tree: &top };
    for index in children(&top, NO_STATEMENT) {
        layer.top(index, &mut edits, &mut problems);
    }
    let mut texts = base.to_vec();
    edits.sort_by_key(|edit| (edit.file, std::cmp::Reverse(edit.range.start), std::cmp::Reverse(edit.range.end)));
    for edit in edits {
        texts[edit.file].replace_range(edit.range.as_range(), &edit.text);
    }
    Overlaid { texts, problems }
}

struct Layer<'a> {
    base: &'a [String],
    trees: &'a [Tree],
    over: &'a str,
    tree: &'a Tree,
}

fn children(tree: &Tree, parent: u32) -> Vec<u32> {
    (0..tree.statements.len() as u32).filter(|index| tree.statements[*index as usize].parent == parent).collect()
}

/// A statement's keyword and the name that follows it, when one does.
fn key<'t>(tree: &Tree, text: &'t str, index: u32) -> (&'t str, Option<&'t str>) {
    let statement = &tree.statements[index as usize];
    let first: Option<&Part> = tree.parts_of(statement).first();
    let name = first.filter(|part| part.kind == PartKind::Word && statement.has_block).map(|part| part.range.of(text));
    (statement.keyword.of(text), name)
}

impl Layer<'_> {
    fn top(&self, index: u32, edits: &mut Vec<Edit>, problems: &mut Vec<String>) {
        let wanted = key(self.tree, self.over, index);
        for (file, tree) in self.trees.iter().enumerate() {
            let found = children(tree, NO_STATEMENT).into_iter().find(|candidate| key(tree, &self.base[file], *candidate) == wanted);
            if let Some(target) = found {
                self.merge(index, file, target, edits, problems);
                return;
            }
        }
        let end = self.base[0].len();
        edits.push(Edit { file: 0, range: TextRange::new(end, end), text: format!("\n{}\n", self.whole(index)) });
    }

    fn whole(&self, index: u32) -> &str {
        self.tree.statements[index as usize].whole.of(self.over)
    }

    fn merge(&self, index: u32, file: usize, target: u32, edits: &mut Vec<Edit>, problems: &mut Vec<String>) {
        let tree = &self.trees[file];
        let text = &self.base[file];
        let block = tree.statements[target as usize];
        let over_block = self.tree.statements[index as usize];
        // A head with more than keyword and name is meant to replace the old one.
        let named = usize::from(key(self.tree, self.over, index).1.is_some());
        if self.tree.parts_of(&over_block).len() > named {
            edits.push(Edit { file, range: block.head, text: over_block.head.of(self.over).to_owned() });
        }
        let inside = children(tree, target);
        let mut added = String::new();
        let mut removed: Vec<u32> = Vec::new();
        for (keyword, name) in self.removals(index) {
            let matching: Vec<u32> = inside.iter().copied().filter(|child| key(tree, text, *child).0 == keyword && (name.is_none() || name_of(tree, text, *child) == name)).collect();
            if matching.is_empty() {
                problems.push(format!("the overlay removes `{keyword}`, which the example does not have there"));
            }
            removed.extend(matching);
        }
        let mut replaced: Vec<&str> = Vec::new();
        for child in children(self.tree, index) {
            let (keyword, name) = key(self.tree, self.over, child);
            let blocks = || inside.iter().copied().filter(|candidate| tree.statements[*candidate as usize].has_block);
            let exact = blocks().find(|candidate| key(tree, text, *candidate) == (keyword, name));
            // A block without a name is the one of its keyword.
            let same = exact.or_else(|| blocks().find(|candidate| name.is_none() && key(tree, text, *candidate).0 == keyword));
            let has_block = self.tree.statements[child as usize].has_block;
            if let (Some(same), true) = (same, has_block) {
                self.merge(child, file, same, edits, problems);
                continue;
            }
            if name.is_none() && !replaced.contains(&keyword) {
                removed.extend(inside.iter().copied().filter(|candidate| key(tree, text, *candidate).0 == keyword));
                replaced.push(keyword);
            }
            added.push('\n');
            added.push_str(self.whole(child));
        }
        removed.sort_unstable();
        removed.dedup();
        for child in removed {
            edits.push(Edit { file, range: tree.statements[child as usize].whole, text: String::new() });
        }
        if !added.is_empty() {
            // Just inside the closing brace.
            let at = block.whole.end as usize - 1;
            edits.push(Edit { file, range: TextRange::new(at, at), text: format!("{added}\n") });
        }
    }

    /// `#- keyword name` comments that stand directly in a block.
    fn removals(&self, index: u32) -> Vec<(&str, Option<&str>)> {
        let inside = |comment: &TextRange| {
            let holder = (0..self.tree.statements.len() as u32).rev().find(|candidate| {
                let whole = self.tree.statements[*candidate as usize];
                whole.has_block && whole.head.end <= comment.start && comment.end <= whole.whole.end
            });
            holder == Some(index)
        };
        let removals = self.tree.comments.iter().filter(|comment| inside(comment)).filter_map(|comment| comment.of(self.over).strip_prefix("#-"));
        removals
            .filter_map(|line| {
                let mut words = line.split_whitespace();
                Some((words.next()?, words.next()))
            })
            .collect()
    }
}

/// The first word after the keyword, whether or not a block follows.
fn name_of<'t>(tree: &Tree, text: &'t str, index: u32) -> Option<&'t str> {
    let statement = &tree.statements[index as usize];
    tree.parts_of(statement).first().filter(|part| part.kind == PartKind::Word).map(|part| part.range.of(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "agreement a \"A\" {\n  version 1\n  flow f \"F\" {\n    for p\n    channel spoken\n  }\n}\n";

    fn laid(over: &str) -> String {
        let overlaid = overlay(&[BASE.to_owned()], over);
        assert_eq!(overlaid.problems, Vec::<String>::new());
        overlaid.texts.into_iter().next().expect("one file")
    }

    #[test]
    fn statements_replace_and_comments_remove() {
        let text = laid("agreement a {\n  #- version\n  flow f {\n    channel post\n  }\n}");
        assert!(!text.contains("version") && text.contains("channel post") && !text.contains("spoken") && text.contains("for p"));
        assert!(text.contains("agreement a \"A\""));
    }

    #[test]
    fn new_things_are_added() {
        let text = laid("agreement a {\n  flow g \"G\" {\n    for p\n  }\n}\nparty x \"X\" {\n}");
        assert!(text.contains("flow g \"G\"") && text.contains("flow f \"F\"") && text.contains("party x"));
    }

    #[test]
    fn removing_what_is_not_there_is_told() {
        assert_eq!(overlay(&[BASE.to_owned()], "agreement a {\n  #- signed\n}").problems.len(), 1);
    }
}
