//! What things are called in a message.

use super::arena::{Model, NodeId};

/// What a reader would call a node: its name, or the words of its head.
pub fn label_of(model: &Model<'_>, id: NodeId) -> String {
    let name = model.name(id);
    if !name.is_empty() {
        return name.to_owned();
    }
    let node = model.node(id);
    if model.is_file(id) {
        return model.files[node.file.0 as usize].source.path.clone();
    }
    // Without a name of its own a thing is known by the one around it.
    let kind = model.kind(id);
    if kind.item || kind.values.is_none() {
        let around = model.name(node.parent);
        if !around.is_empty() {
            return format!("{} of {around}", kind.word);
        }
    }
    let head = node.head.of(model.text(node.file)).lines().next().unwrap_or("").trim();
    if head.chars().count() > 48 {
        return format!("{}...", head.chars().take(45).collect::<String>().trim_end());
    }
    head.to_owned()
}

/// Names for a headline: `` `a` ``, `` `a` and `b` ``, `` `a`, `b` and 3 more ``.
pub fn quoted_list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [one, two] => format!("`{one}` and `{two}`"),
        [one, two, three] => format!("`{one}`, `{two}` and `{three}`"),
        [one, two, rest @ ..] => format!("`{one}`, `{two}` and {} more", rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_cut() {
        let names: Vec<String> = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        assert_eq!(quoted_list(&names[..3]), "`a`, `b` and `c`");
        assert_eq!(quoted_list(&names), "`a`, `b` and 2 more");
    }
}
