//! The changes that findings suggest, made: round after round, until none is left that may be made.
//!
//! Nothing is written here. A file that holds what identifies a person is left alone: its findings are told of a text with that hidden.

use super::discover::Discovered;
use super::read::read_source;
use super::run::Reading;
use crate::diagnostic::{Diagnostic, Fix, FixSafety, apply};
use crate::lint::{Checked, Judge};
use crate::source::{FileId, SourceFile};
use crate::syntax::parse;
use std::collections::{BTreeMap, BTreeSet};

/// How often the files are looked at anew.
const MOST_ROUNDS: usize = 10;

/// A file that was changed.
#[derive(Debug)]
pub struct MendedFile {
    /// What it held.
    pub old: String,
    /// What it is to hold.
    pub new: String,
    /// What was done, one line each, in the order in which it was done.
    pub done: Vec<String>,
}

/// Suggested changes that were not made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Safe ones: of files that are left alone, or that still give way to others after the last round.
    pub safe: usize,
    /// Those that may alter the meaning.
    pub unsafe_ones: usize,
    /// Those that only a person may make.
    pub shown: usize,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Mended {
    /// The files that change, by path.
    pub files: BTreeMap<String, MendedFile>,
    /// Files with changes that are left alone, since what identifies a person stands in them.
    pub hidden: BTreeSet<String>,
    /// What is left.
    pub left: Left,
}

/// Makes the changes up to a degree of safety in memory.
pub fn mend(found: &Discovered, judge: &Judge<'_>, reach: FixSafety) -> Mended {
    let mut mended = Mended::default();
    for round in 0..=MOST_ROUNDS {
        let mut next: Vec<(String, Step)> = Vec::new();
        mended.left = Left::default();
        let now = mended.files.iter().map(|(path, file)| (path.as_str(), file.new.as_str()));
        let reading = Reading::new(found).with_texts(now);
        let (mut left, mut hidden) = (Left::default(), BTreeSet::new());
        reading.check(judge, &mut |checked| {
            let wanted = wanted(&checked, reach, &mut left);
            if !wanted.is_empty() {
                let path = &checked.files[0].path;
                let text = mended.files.get(path).map_or_else(|| read_source(path).0.text, |file| file.new.clone());
                if text != checked.files[0].text {
                    hidden.insert(path.clone());
                } else if round < MOST_ROUNDS
                    && let Some(step) = step(&text, &wanted)
                {
                    next.push((path.clone(), step));
                }
            }
            true
        });
        (mended.left, mended.hidden) = (left, hidden);
        if next.is_empty() {
            break;
        }
        for (path, step) in next {
            let file = mended.files.entry(path).or_insert_with(|| MendedFile { old: step.old, new: String::new(), done: Vec::new() });
            file.new = step.new;
            file.done.extend(step.done);
        }
    }
    mended.files.retain(|_, file| file.old != file.new);
    mended
}

/// The changes of a file that may be made, each with its finding. All that are suggested are counted.
fn wanted<'c>(checked: &'c Checked, reach: FixSafety, left: &mut Left) -> Vec<(&'c Diagnostic, &'c Fix)> {
    let mut wanted: Vec<(&Diagnostic, &Fix)> = Vec::new();
    for finding in checked.findings().into_iter().filter(|finding| finding.is_active()) {
        for fix in finding.fixes.iter().filter(|fix| fix.span.file == FileId(0)) {
            *match fix.safety {
                FixSafety::Safe => &mut left.safe,
                FixSafety::Unsafe => &mut left.unsafe_ones,
                FixSafety::DisplayOnly => &mut left.shown,
            } += 1;
            if fix.safety == FixSafety::Safe || (fix.safety == FixSafety::Unsafe && reach == FixSafety::Unsafe) {
                wanted.push((finding, fix));
            }
        }
    }
    wanted
}

/// One round of one file.
struct Step {
    old: String,
    new: String,
    done: Vec<String>,
}

/// Makes changes to a text: all that do not touch each other, or, when the text is then harder to read than before, the first that does not
/// make it so. Nothing when there is none.
fn step(text: &str, wanted: &[(&Diagnostic, &Fix)]) -> Option<Step> {
    let problems = parse(text).problems.len();
    let readable = |new: &str| new != text && parse(new).problems.len() <= problems;
    let fixes: Vec<&Fix> = wanted.iter().map(|(_, fix)| *fix).collect();
    let (new, made) = apply(text, &fixes);
    let (new, made) = if readable(&new) {
        (new, made)
    } else {
        (0..fixes.len()).find_map(|at| {
            let (new, made) = apply(text, &fixes[at..=at]);
            (!made.is_empty() && readable(&new)).then(|| (new, vec![at]))
        })?
    };
    let source = SourceFile::new("", text);
    let told = |at: usize| {
        let (finding, fix) = wanted[at];
        let (line, column) = source.line_column(fix.span.range.start);
        format!("{line}:{column}: {}: {}", finding.code, fix.title)
    };
    Some(Step { old: text.to_owned(), new, done: made.into_iter().map(told).collect() })
}
