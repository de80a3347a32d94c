//! A remark between every two words where the language allows one.

use super::texts::{examples, generated};
use super::words::{Word, laid_out, meaning, remarks, words};
use sharewright::fmt::{Refusal, format};
use sharewright::syntax::{CARRY_ON, PartKind};
use std::fmt::Write;

/// The text with a remark of its own wherever one may stand: how many there are.
fn remarked(text: &str, words: &[Word]) -> (String, usize) {
    let mut out = String::new();
    let mut count = 0;
    let mut end = 0;
    let mut remark = |out: &mut String| {
        let _ = writeln!(out, " # remark {count} of its own, {{ \"");
        count += 1;
    };
    remark(&mut out);
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &words[before]);
        match before.filter(|before| before.statement == word.statement) {
            Some(before) if may_stand(text, before, word) => {
                remark(&mut out);
                out.push_str("    ");
            }
            Some(_) => out.push_str(&text[end..word.start]),
            None => between(&text[end..word.start], &mut out, &mut remark, before.is_some()),
        }
        out.push_str(&word.text);
        end = word.end;
    }
    between(&text[end..], &mut out, &mut remark, true);
    (out, count)
}

/// What stands between two statements, with a remark behind the first and behind every brace. Remarks that were there are left out.
fn between(gap: &str, out: &mut String, remark: &mut impl FnMut(&mut String), behind: bool) {
    if behind {
        remark(out);
    }
    for line in gap.split_inclusive('\n') {
        let kept = line.split('#').next().unwrap_or(line);
        for c in kept.chars() {
            out.push(c);
            if matches!(c, '{' | '}') {
                remark(out);
            }
        }
        if kept.len() < line.len() && line.ends_with('\n') {
            out.push('\n');
        }
    }
}

/// Whether a remark, and the end of the line with it, may stand between two words of a statement.
fn may_stand(text: &str, before: &Word, word: &Word) -> bool {
    let carries_on = CARRY_ON.contains(&word.text.as_str()) && text[word.end..].starts_with([' ', '"']);
    before.kind == Some(PartKind::Comma) || carries_on
}

fn holds(name: &str, text: &str) -> usize {
    let Some(words) = words(text) else {
        assert!(matches!(format(text), Err(Refusal::Unreadable(_))), "{name} cannot be read and is left alone");
        return 0;
    };
    laid_out(name, text);
    let (with, count) = remarked(text, &words);
    assert_eq!(meaning(&with), meaning(text), "{name}: remarks may stand there");
    assert_eq!(remarks(&with).len(), count, "{name}: every remark is one");
    let new = laid_out(name, &with);
    for (at, remark) in remarks(&new).iter().enumerate() {
        assert!(remark.starts_with(&format!("# remark {at} of")), "{name}: remark {at} stands in its place");
    }
    count
}

#[test]
fn every_remark_is_kept_in_every_example() {
    let count: usize = examples().iter().map(|(name, text)| holds(name, text)).sum();
    assert!(count > 10_000, "there are many places for remarks: {count}");
}

#[test]
fn every_remark_is_kept_in_every_generated_file() {
    let counts: Vec<usize> = generated().map(|(name, text)| holds(&name, &text)).collect();
    let readable = counts.iter().filter(|count| **count > 0).count();
    assert!(readable > 200 && readable < counts.len(), "most can be read, and some cannot: {readable}");
}
