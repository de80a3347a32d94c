//! The thin scanner: where statements, blocks, comments and texts begin and end. It knows no keyword but `use`.

use crate::diagnostic::Problem;
use crate::source::TextRange;

/// How deep blocks may nest. An agreement needs four or five levels.
pub const MAX_DEPTH: usize = 64;

/// One thing that the scanner met, in the order of the text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Event {
    /// A statement's head, up to its end or its opening brace.
    Head {
        /// Keyword to last part.
        range: TextRange,
        /// A text in it is not closed, or it has no keyword; it was reported.
        broken: bool,
    },
    /// `{`, with its place.
    Open(TextRange),
    /// `}`, with its place.
    Close(TextRange),
}

/// What the scanner returns.
#[derive(Default)]
pub(super) struct Scan {
    pub(super) events: Vec<Event>,
    pub(super) comments: Vec<TextRange>,
    pub(super) problems: Vec<Problem>,
}

/// Words that carry a statement on when they begin a line.
pub const CARRY_ON: [&str; 3] = ["else", "because", "source"];

/// Finds the statements of a text.
pub(super) fn scan(text: &str) -> Scan {
    Scanner { text, bytes: text.as_bytes(), at: 0, out: Scan { events: Vec::with_capacity(text.len() / 30), ..Scan::default() } }.run()
}

/// The paths of the `use` statements at the head of a file, found without parsing it.
pub fn uses(text: &str) -> Vec<&str> {
    head(text).0
}

/// The paths of the `use` statements, and whether something else was met that ends the head of the file.
pub fn head(text: &str) -> (Vec<&str>, bool) {
    let mut paths = Vec::new();
    for line in text.lines() {
        let line = line.trim_start_matches('\u{FEFF}').trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some(rest) = line.strip_prefix("use").filter(|rest| rest.starts_with([' ', '\t', '"'])) else {
            return (paths, true);
        };
        let rest = rest.trim_start();
        let path = rest.strip_prefix('"').and_then(|rest| rest.split('"').next());
        paths.extend(path.or_else(|| rest.strip_prefix('\u{201C}').and_then(|rest| rest.split('\u{201D}').next())));
    }
    (paths, false)
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    out: Scan,
}

impl Scanner<'_> {
    fn run(mut self) -> Scan {
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'#' => self.comment(),
                b'{' => {
                    self.out.events.push(Event::Open(TextRange::new(self.at, self.at + 1)));
                    self.at += 1;
                }
                b'}' => {
                    self.out.events.push(Event::Close(TextRange::new(self.at, self.at + 1)));
                    self.at += 1;
                }
                0xC2 if self.bytes.get(self.at + 1) == Some(&0xA0) => self.at += 2,
                _ => self.head(),
            }
        }
        self.out
    }

    fn comment(&mut self) {
        let end = memchr::memchr(b'\n', &self.bytes[self.at..]).map_or(self.bytes.len(), |length| self.at + length);
        let trimmed = self.text[self.at..end].trim_end().len();
        self.out.comments.push(TextRange::new(self.at, self.at + trimmed));
        self.at = end;
    }

    /// From a first character to the end of the statement.
    fn head(&mut self) {
        let start = self.at;
        let mut last = start;
        let mut broken = false;
        // Whether a text that is not closed stands last: what it ends with is its own.
        let mut unclosed = false;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'"' => {
                    unclosed = !self.quoted();
                    broken |= unclosed;
                    last = self.at;
                }
                0xE2 if self.text[self.at..].starts_with('\u{201C}') => {
                    unclosed = !self.curly();
                    broken |= unclosed;
                    last = self.at;
                }
                b'{' | b'}' => break,
                b'#' => self.comment(),
                b'\n' => {
                    let comma = !unclosed && self.bytes[last - 1] == b',';
                    if !self.carries_on(comma) {
                        break;
                    }
                    // Everything up to the next word was looked at; it need not be looked at again.
                    self.at = self.text.len() - self.text[self.at..].trim_start().len();
                }
                b' ' | b'\t' | b'\r' => self.at += 1,
                _ => {
                    self.at += 1;
                    last = self.at;
                    unclosed = false;
                }
            }
        }
        // `last` may stand within a character only if the text ended there, which it cannot.
        self.out.events.push(Event::Head { range: TextRange::new(start, last), broken });
    }

    /// Whether the statement goes on after this line end.
    fn carries_on(&self, after_comma: bool) -> bool {
        let rest = self.text[self.at..].trim_start();
        if after_comma {
            // A line that begins a block or closes one cannot be the rest of a list.
            return !rest.is_empty() && !rest.starts_with(['}', '{']);
        }
        // Blank lines end a statement whatever follows.
        let next_line = self.text[self.at + 1..].lines().next().unwrap_or("").trim_start();
        CARRY_ON.iter().any(|word| next_line.strip_prefix(word).is_some_and(|after| after.starts_with([' ', '\t', '\u{A0}', '"', '\u{201C}'])))
    }

    /// A text in straight marks; whether it is closed.
    fn quoted(&mut self) -> bool {
        let start = self.at;
        if self.bytes[start..].starts_with(b"\"\"\"") {
            let body = start + 3;
            if let Some(length) = memchr::memmem::find(&self.bytes[body..], b"\"\"\"") {
                self.at = body + length + 3;
                return true;
            }
            return self.unclosed(start, "a text block that opens with three quotation marks is never closed", "Close it with three quotation marks on a line of their own.");
        }
        let mut from = start + 1;
        while let Some(length) = memchr::memchr3(b'"', b'\\', b'\n', &self.bytes[from..]) {
            let found = from + length;
            match self.bytes[found] {
                b'"' => {
                    self.at = found + 1;
                    return true;
                }
                // A mark after a backslash does not close; a line end does, whatever stands before it.
                b'\\' if self.bytes.get(found + 1) != Some(&b'\n') => from = (found + 2).min(self.bytes.len()),
                _ => break,
            }
        }
        self.unclosed(start, "a text is not closed on its line", "Put a quotation mark at its end; a text of several lines opens and closes with three marks.")
    }

    /// A text in curly marks; whether it is closed.
    fn curly(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let line = rest.lines().next().unwrap_or(rest);
        if let Some(length) = line.find('\u{201D}') {
            self.at += length + '\u{201D}'.len_utf8();
            return true;
        }
        self.unclosed(self.at, "a text in curly quotation marks is not closed on its line", "Close it with a curly mark, or use straight marks at both ends.")
    }

    fn unclosed(&mut self, start: usize, headline: &str, help: &str) -> bool {
        let line = self.text[start..].lines().next().unwrap_or("");
        // A brace that ends the line still opens a block.
        let body = line.trim_end();
        let end = start + body.strip_suffix('{').map_or(body, str::trim_end).len().max(1);
        self.out.problems.push(Problem::new("SYN-03", "text-not-closed", headline, TextRange::new(start, end)).saying("opens here").helping(help));
        self.at = end;
        false
    }
}
