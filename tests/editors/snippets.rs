//! The snippets of VS Code: one for each thing that opens a block, with the example of the language reference in it, and one for each starter.

use serde_json::{Map, Value, json};
use sharewright::emit::starters;
use sharewright::model::Vocabulary;
use sharewright::policy::Texts;

/// The variable of starters that is not asked for, and what VS Code puts there.
const DATE: &str = "date";
const TODAY: &str = "\u{1}CURRENT_YEAR\u{2}-\u{1}CURRENT_MONTH\u{2}-\u{1}CURRENT_DATE\u{2}";

/// The snippets, as they are kept.
pub fn snippets(vocabulary: &Vocabulary, texts: &Texts) -> String {
    let mut made = Map::new();
    for doc in texts.keywords.iter() {
        let id = vocabulary.find(&doc.id).expect("the keyword is in the vocabulary");
        let kind = vocabulary.kind(id);
        if kind.item {
            made.insert(doc.id.to_string(), json!({ "prefix": kind.word.as_str(), "description": doc.doc.as_str(), "body": body(&doc.example) }));
        }
    }
    for starter in starters() {
        // Each variable is asked for once; the next places follow what is typed.
        let values = starter.variables().enumerate().map(|(index, (name, asked))| {
            let value = if name == DATE { TODAY.to_owned() } else { format!("\u{1}{}:{asked}\u{2}", index + 1) };
            (name.to_owned(), value)
        });
        let filled = escaped(&starter.fill(&values.collect::<Vec<_>>())).replace('\u{1}', "${").replace('\u{2}', "}");
        let body: Vec<&str> = filled.lines().collect();
        made.insert(format!("starter {}", starter.name), json!({ "prefix": format!("starter-{}", starter.name), "description": starter.about(), "body": body }));
    }
    let mut text = serde_json::to_string_pretty(&Value::Object(made)).expect("snippets are JSON");
    text.push('\n');
    text
}

/// An example with its texts and its block to be filled in.
fn body(example: &str) -> Vec<String> {
    let example = example.trim();
    let (head, block) = match example.split_once('{') {
        Some((head, rest)) => (head.trim_end(), rest.trim_end().trim_end_matches('}').trim()),
        None => (example, ""),
    };
    let mut lines = vec![format!("{} {{", holes(head))];
    lines.extend(block.lines().map(|line| format!("\t{}", escaped(line.trim()))));
    lines.extend(["\t$0".to_owned(), "}".to_owned()]);
    lines
}

/// The parts of a head after the keyword, as places to fill in: the name and each text.
fn holes(head: &str) -> String {
    let mut count = 0;
    let mut hole = |said: &str| {
        count += 1;
        format!("${{{count}:{}}}", escaped(said))
    };
    let mut out = String::new();
    for (place, part) in head.split('"').enumerate() {
        if place % 2 == 1 {
            out.extend(["\"", &hole(part), "\""]);
        } else if place == 0 {
            let mut words = part.split(' ').filter(|word| !word.is_empty());
            out.push_str(words.next().unwrap_or(""));
            out.extend(words.map(|word| format!(" {}", hole(word))));
            if head.contains('"') {
                out.push(' ');
            }
        } else {
            out.push_str(&escaped(part));
        }
    }
    out
}

/// What stands for itself in a snippet.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}
