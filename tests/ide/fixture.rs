//! Fixtures: files with marks drawn under their text.

use jiff::civil::date;
use sharewright::ide::{Analysis, Place};
use sharewright::shipped;
use sharewright::source::TextRange;
use std::collections::BTreeMap;

/// Files, and the marks in them by name.
pub struct Fixture {
    pub analysis: Analysis<'static>,
    marks: BTreeMap<String, Vec<Place>>,
}

impl Fixture {
    pub fn new(text: &str) -> Self {
        let mut analysis = Analysis::new(shipped::policy(), shipped::texts(), date(2026, 11, 22));
        let mut marks: BTreeMap<String, Vec<Place>> = BTreeMap::new();
        for part in text.split("//- ").skip(1) {
            let (path, text) = part.split_once('\n').expect("a path, then the text");
            analysis.put(path.trim(), text.to_owned(), None);
            let mut above = 0;
            let mut at = 0;
            for line in text.split_inclusive('\n') {
                let start = at;
                at += line.len();
                let Some((from, name)) = mark(line) else {
                    above = start;
                    continue;
                };
                let to = from + line[from..].chars().take_while(|c| *c == '^').count();
                // Columns count characters, so that a mark stands under what it marks.
                let byte = |column: usize| above + text[above..].char_indices().nth(column).map_or(0, |(byte, _)| byte);
                marks.entry(name.to_owned()).or_default().push(Place { path: path.trim().to_owned(), range: TextRange::new(byte(from), byte(to)) });
            }
        }
        Fixture { analysis, marks }
    }

    /// The places of the marks with a name.
    #[track_caller]
    pub fn all(&self, name: &str) -> Vec<Place> {
        self.marks.get(name).cloned().unwrap_or_else(|| panic!("there is no mark `{name}`"))
    }

    /// The place of the only mark with a name.
    #[track_caller]
    pub fn one(&self, name: &str) -> Place {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "one mark `{name}`");
        all.into_iter().next().expect("one")
    }

    /// Every mark of a file in the order of the text: what it is called, and the words that it marks.
    pub fn drawn(&self, path: &str) -> Vec<(String, String)> {
        let mut drawn: Vec<(TextRange, String)> = self.marks.iter().flat_map(|(name, places)| places.iter().filter(|place| place.path == path).map(|place| (place.range, name.clone()))).collect();
        drawn.sort();
        drawn.into_iter().map(|(range, name)| (name, range.of(self.analysis.text(path).expect("a file")).to_owned())).collect()
    }
}

/// The column of the carets of a line of marks, and what follows them.
fn mark(line: &str) -> Option<(usize, &str)> {
    let from = line.find('^')?;
    let name = line[from..].trim_start_matches('^').trim();
    (line.trim_start().starts_with('#') && line[..from].trim().trim_start_matches('#').trim().is_empty()).then_some((from, name))
}
