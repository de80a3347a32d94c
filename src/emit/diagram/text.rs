//! Text of a drawing: how wide it is, where it breaks, and how it is written.

use super::super::html::escaped;
use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// The height of a line, in pixels.
pub(super) const LINE: f64 = 18.0;

/// The most characters of one text that a drawing shows. The list beside it has all of them.
const MOST: usize = 240;

/// A text as a drawing may show it: one line, without what cannot be seen, and not without end.
pub(super) fn shown(text: &str) -> String {
    let visible = |c: char| !c.is_control() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
    let words: Vec<String> = text.split_whitespace().map(|word| word.chars().filter(|c| visible(*c)).collect()).collect();
    words.join(" ")
}

/// The lines of a text that is to be no wider than some pixels. A word that is too long is broken.
pub(super) fn wrapped(text: &str, width: f64, size: f64, bold: bool) -> Vec<String> {
    let text: String = shown(text);
    let text = if text.chars().count() > MOST { text.chars().take(MOST - 1).chain(['…']).collect() } else { text };
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    let space = character(' ', size, bold);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide: f64 = word.chars().map(|c| character(c, size, bold)).sum();
        if !line.is_empty() && used + space + wide <= width {
            line.push(' ');
            line.push_str(word);
            used += space + wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        for c in word.chars() {
            let wide = character(c, size, bold);
            if !line.is_empty() && used + wide > width {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push(c);
            used += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Several texts one after the other, each as long as it is, on lines no wider than some pixels.
pub(super) fn flowed(texts: &[String], width: f64, size: f64) -> Vec<String> {
    let wide = |text: &str| text.chars().map(|c| character(c, size, false)).sum::<f64>();
    let mut found: Vec<String> = Vec::new();
    for part in texts.iter().flat_map(|text| wrapped(text, width, size, false)) {
        match found.last_mut() {
            Some(line) if wide(line) + wide(" ") + wide(&part) <= width => {
                line.push(' ');
                line.push_str(&part);
            }
            _ => found.push(part),
        }
    }
    found
}

/// How wide a character is in Arial or its like, rather too wide than too narrow.
fn character(c: char, size: f64, bold: bool) -> f64 {
    let em = match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | 'f' | 't' | '(' | ')' | '[' | ']' | '/' | 'r' | '-' => 0.35,
        'm' | 'M' | 'W' | '@' | '%' => 0.95,
        'w' | 'G' | 'O' | 'Q' => 0.8,
        'A'..='Z' | '&' | '#' | '<' | '>' | '=' | '+' | '~' => 0.72,
        c if c.is_ascii() => 0.58,
        c => match c.width() {
            Some(0) | None => 0.0,
            Some(1) => 0.75,
            Some(_) => 1.25,
        },
    };
    em * size * if bold { 1.07 } else { 1.0 }
}

/// Lines of text from a place downwards; the place of the next line.
pub(super) fn lines(out: &mut String, x: f64, y: f64, lines: &[String], attributes: &str) -> f64 {
    let mut at = y;
    for line in lines {
        let _ = writeln!(out, "<text x=\"{x:.0}\" y=\"{at:.0}\"{attributes}>{}</text>", escaped(line));
        at += LINE;
    }
    at
}

/// A count as a measure.
pub(super) fn many(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
