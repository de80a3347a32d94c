//! Judging again after an edit finds what judging for the first time does: whatever is typed, in every example.

#[path = "support/dice.rs"]
mod dice;

use dice::Dice;
use jiff::civil::date;
use sharewright::ide::Analysis;
use sharewright::shipped;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How many edits are made in each file; each is taken back later or not.
const EDITS: usize = 40;

/// What is typed in the place of words: what the language knows, and what it does not.
const PIECES: [&str; 18] = [
    "x",
    "?",
    "none because \"No need.\"",
    "\"\"",
    "}",
    "{",
    "\n",
    "# ",
    "police",
    "monthly",
    "2027-03-31",
    "30 days",
    "inherited",
    "group",
    "from",
    "all",
    "because \"It is said.\"",
    "question 3 none because \"Elsewhere.\"\n",
];

/// The examples of each folder, by path.
fn folders() -> Vec<BTreeMap<String, String>> {
    let mut folders: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).sort_by_file_name() {
        let entry = entry.expect("an entry");
        if entry.path().extension().is_some_and(|extension| extension == "isa") {
            let path = entry.path().to_string_lossy().into_owned();
            let folder = entry.path().parent().expect("a folder").to_string_lossy().into_owned();
            folders.entry(folder).or_default().insert(path.clone(), fs::read_to_string(&path).expect("a file"));
        }
    }
    folders.into_values().collect()
}

fn analysis(files: &BTreeMap<String, String>) -> Analysis<'static> {
    let mut analysis = Analysis::new(shipped::policy(), shipped::texts(), date(2026, 11, 22));
    for (path, text) in files {
        analysis.put(path, text.clone(), None);
    }
    analysis
}

fn edited(text: &str, dice: &mut Dice) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = dice.below(lines.len());
    let mut lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
    match dice.below(8) {
        // A line goes, comes twice, or moves.
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => {
            let moved = lines.remove(at);
            lines.insert(dice.below(lines.len() + 1), moved);
        }
        // A word goes or becomes another; half a word is written.
        how => {
            let words: Vec<(usize, &str)> = lines[at].match_indices(|c: char| c.is_alphanumeric() || c == '"').collect();
            let Some((start, _)) = words.get(dice.below(words.len())).copied() else { return text.to_owned() };
            let rest = &lines[at][start..];
            let end = start + rest.find([' ', '\n', ',']).unwrap_or(rest.len());
            let piece = if how < 5 {
                PIECES[dice.below(PIECES.len())]
            } else if how < 7 {
                "x"
            } else {
                ""
            };
            let until = if how == 5 { start } else { end };
            lines[at].replace_range(start..until, piece);
        }
    }
    lines.concat()
}

#[test]
fn judging_again_finds_what_judging_for_the_first_time_does() {
    let mut dice = Dice(0x2026_1122_5EED);
    let (mut judged, mut found) = (0, 0);
    for mut files in folders() {
        let again = &mut analysis(&files);
        for path in files.keys().cloned().collect::<Vec<_>>() {
            again.check(&path);
            let first = files[&path].clone();
            for _ in 0..EDITS {
                // Half of the edits are made to what others have left, half to the file as it was.
                let from = if dice.below(2) == 0 { &first } else { &files[&path] };
                let text = edited(from, &mut dice);
                again.put(&path, text.clone(), None);
                let before = files.insert(path.clone(), text);
                let anew = analysis(&files).check(&path);
                let told = again.check(&path);
                assert!(format!("{told:#?}") == format!("{anew:#?}"), "{}", difference(&path, &before.unwrap_or_default(), &files[&path], &format!("{told:#?}"), &format!("{anew:#?}")));
                judged += 1;
                found += told.0.len();
            }
        }
    }
    assert!(judged > 500 && found > judged, "{judged} edits, {found} findings");
}

/// The first line in which two texts differ, with those around it.
fn difference(path: &str, before: &str, now: &str, told: &str, anew: &str) -> String {
    let first = |left: &str, right: &str| left.lines().zip(right.lines()).position(|(left, right)| left != right).unwrap_or_else(|| left.lines().count().min(right.lines().count()));
    let around = |text: &str, at: usize| text.lines().skip(at.saturating_sub(6)).take(14).collect::<Vec<_>>().join("\n");
    let (edit, at) = (first(before, now), first(told, anew));
    format!("{path}\nbefore:\n{}\nnow:\n{}\nfound again:\n{}\nfound anew:\n{}", around(before, edit), around(now, edit), around(told, at), around(anew, at))
}
