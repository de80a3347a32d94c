//! Links: from a citation to the legislation, as the register gives its address, and from a `use` statement to its file.

use super::analysis::{Analysis, File};
use super::law::citations;
use crate::model::{Model, used_path};
use crate::source::{FileId, TextRange};
use crate::syntax::{NO_STATEMENT, PartKind, unquote};

/// The keyword that brings in a file.
const USE: &str = "use";

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To an address on the web, out of the register.
    Web(String),
    /// To a file.
    File(String),
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What leads there.
    pub range: TextRange,
    /// Where it leads.
    pub target: Target,
    /// What is said of it.
    pub title: String,
}

impl Analysis<'_> {
    /// The links of a file, in the order of the text.
    pub fn links(&self, path: &str) -> Vec<Link> {
        let Some(file) = self.files.get(path) else { return Vec::new() };
        let used = used_paths(file, path).into_iter().filter(|(used, _)| self.files.contains_key(used));
        let mut links: Vec<Link> = used.map(|(used, range)| Link { range, title: "open the file".to_owned(), target: Target::File(used) }).collect();
        links.extend(self.model(path).map_or_else(Vec::new, |model| self.to_law(&model)));
        links
    }

    fn to_law(&self, model: &Model<'_>) -> Vec<Link> {
        let mut links = Vec::new();
        for range in model.subtree(model.file_node(FileId(0))).flat_map(|id| citations(model, id)) {
            let citing = self.citing(model, range);
            for cited in citing.cited.iter() {
                let view = self.provisions(cited).into_iter().next();
                let address = view.as_ref().and_then(|view| view.entry.get("source")).filter(|source| source.starts_with("https://"));
                if let (Some(view), Some(address)) = (&view, address) {
                    links.push(Link { range: citing.place(cited), target: Target::Web(address.clone()), title: format!("{} in the law register", view.citation) });
                }
            }
        }
        links
    }
}

/// The paths of the `use` statements of a file, with the places of the words between the quotation marks.
fn used_paths(file: &File, path: &str) -> Vec<(String, TextRange)> {
    let (text, tree) = (&file.parsed.source.text, &file.parsed.tree);
    let statements = tree.statements.iter().filter(|statement| statement.parent == NO_STATEMENT && statement.keyword.of(text) == USE);
    let parts = statements.flat_map(|statement| tree.parts_of(statement)).filter(|part| part.kind == PartKind::Text);
    parts
        .map(|part| {
            let words = unquote(part.range.of(text));
            let start = part.range.start as usize + part.range.of(text).find(words.as_ref()).unwrap_or(0);
            (used_path(path, &words), TextRange::new(start, start + words.len()))
        })
        .collect()
}

/// The path that a `use` statement at a place means.
pub(super) fn path_used(file: &File, path: &str, offset: u32) -> Option<(String, TextRange)> {
    used_paths(file, path).into_iter().find(|(_, range)| range.start <= offset && offset <= range.end)
}

/// How a file is named in another: the way from its folder.
pub(super) fn relative(from: &str, to: &str) -> String {
    let folder: Vec<&str> = from.split('/').collect();
    let folder = &folder[..folder.len() - 1];
    let parts: Vec<&str> = to.split('/').collect();
    let same = folder.iter().zip(&parts[..parts.len() - 1]).take_while(|(left, right)| left == right).count();
    let up = std::iter::repeat_n("..", folder.len() - same);
    up.chain(parts[same..].iter().copied()).collect::<Vec<_>>().join("/")
}
