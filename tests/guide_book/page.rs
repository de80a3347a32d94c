//! A page of the guide, read as mdBook reads it.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A page.
pub struct Page {
    /// From the root of the repository, with forward slashes.
    pub path: String,
    pub text: String,
    pub blocks: Vec<Block>,
    pub links: Vec<Link>,
    /// What a link may name after `#`.
    pub anchors: BTreeSet<String>,
}

/// A block of code between two lines of three marks.
pub struct Block {
    /// What stands after the first marks.
    pub info: String,
    pub content: String,
    /// Where the content stands in the page.
    pub range: Range<usize>,
    pub line: usize,
}

pub struct Link {
    pub to: String,
    pub line: usize,
}

impl Block {
    /// The language.
    pub fn kind(&self) -> &str {
        self.info.split_whitespace().next().unwrap_or("")
    }

    /// What is said after `NAME=`.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.info.split_whitespace().skip(1).find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }
}

impl Page {
    fn new(path: String, text: String) -> Self {
        let mut page = Page { path, text, blocks: Vec::new(), links: Vec::new(), anchors: BTreeSet::new() };
        let text = page.text.as_str();
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        let mut heading: Option<String> = None;
        for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => page.links.push(Link { to: dest_url.to_string(), line: line(range.start) }),
                Event::Start(Tag::CodeBlock(kind)) => {
                    let info = if let CodeBlockKind::Fenced(info) = kind { info.to_string() } else { "indented".to_owned() };
                    let start = range.start + text[range.clone()].find('\n').map_or(range.len(), |end| end + 1);
                    page.blocks.push(Block { info, content: String::new(), range: start..start, line: line(range.start) });
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    let anchor = anchor(&heading.take().unwrap_or_default());
                    let numbered = (1..).map(|number| format!("{anchor}-{number}"));
                    let free = std::iter::once(anchor.clone()).chain(numbered).find(|anchor| !page.anchors.contains(anchor));
                    page.anchors.extend(free);
                }
                Event::Text(words) | Event::Code(words) if heading.is_some() => heading.iter_mut().for_each(|heading| heading.push_str(&words)),
                Event::Text(words) => {
                    if let Some(block) = page.blocks.last_mut().filter(|block| block.range.end == range.start && text[..range.start].ends_with('\n')) {
                        block.content.push_str(&words);
                        block.range.end = range.end;
                    }
                }
                _ => {}
            }
        }
        page
    }

    /// Whether a program makes the page.
    pub fn is_made(&self) -> bool {
        self.text.lines().take(5).any(|line| line.starts_with("<!-- Made from "))
    }

    /// What a link of this page means, from the root.
    pub fn beside(&self, link: &str) -> String {
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
        for step in link.split('/').filter(|step| !step.is_empty() && *step != ".") {
            if step == ".." {
                steps.pop();
            } else {
                steps.push(step);
            }
        }
        steps.join("/")
    }
}

/// A heading as mdBook and GitHub name it.
fn anchor(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ')).map(|c| if c == ' ' { '-' } else { c }).collect()
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The pages of the guide, and the README.
pub fn pages() -> Vec<Page> {
    let mut paths = vec!["README.md".to_owned()];
    collect("docs", &mut paths);
    paths.sort();
    paths.into_iter().map(|path| Page::new(path.clone(), fs::read_to_string(root().join(path)).expect("the page is read"))).collect()
}

fn collect(folder: &str, paths: &mut Vec<String>) {
    for entry in fs::read_dir(root().join(folder)).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&path, paths);
        } else if std::path::Path::new(&path).extension().is_some_and(|ending| ending == "md") {
            paths.push(path);
        }
    }
}
