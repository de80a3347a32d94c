//! Words put on lines.

use super::columns::columns;
use super::tokens::{Kind, Token, head_end, is_carry_on};

/// What is before a remark that stands at the end of a line.
const BEFORE_REMARK: &str = "   ";

/// One level of blocks.
const STEP: usize = 2;

/// Lays out the words of a text.
pub(super) fn print(tokens: &[Token<'_>], line_end: &str) -> String {
    let length = tokens.last().map_or(0, |token| token.range.end as usize);
    let mut page = Page { tokens, line_end, targets: columns(tokens), out: String::with_capacity(length + length / 8), depth: 0 };
    let mut at = 0;
    while at < tokens.len() {
        at = page.piece(at);
    }
    if !page.out.is_empty() {
        page.out.push_str(line_end);
    }
    page.out
}

struct Page<'a> {
    tokens: &'a [Token<'a>],
    line_end: &'a str,
    /// Where words are to stand.
    targets: Vec<Option<usize>>,
    out: String,
    depth: usize,
}

impl Page<'_> {
    /// Prints a statement, a brace or a remark; where the next one begins.
    fn piece(&mut self, at: usize) -> usize {
        let token = &self.tokens[at];
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        let blank = token.breaks > 1 && before.is_some_and(|before| before.kind != Kind::Open);
        match token.kind {
            Kind::Comment if token.breaks == 0 && before.is_some() => {
                self.out.push_str(BEFORE_REMARK);
                self.out.push_str(&token.text);
            }
            Kind::Comment => {
                self.line(blank);
                self.out.push_str(&token.text);
            }
            Kind::Open => {
                if before.is_some_and(|before| before.kind == Kind::Comment) {
                    self.line(false);
                } else {
                    self.out.push(' ');
                }
                self.out.push('{');
                self.depth += 1;
            }
            Kind::Close => {
                self.depth = self.depth.saturating_sub(1);
                self.line(false);
                self.out.push('}');
            }
            Kind::Keyword | Kind::Part(_) => {
                // On the next line such a word would carry on the statement before.
                let would_join = is_carry_on(token) && before.is_some_and(|before| before.is_part() || before.kind == Kind::Keyword || before.kind == Kind::Comment && before.breaks == 0 && at > 1);
                self.line(blank || would_join);
                return self.head(at);
            }
        }
        at + 1
    }

    /// Begins a line, after an empty one if that is asked for.
    fn line(&mut self, blank: bool) {
        if !self.out.is_empty() {
            self.out.push_str(self.line_end);
            if blank {
                self.out.push_str(self.line_end);
            }
        }
        self.space(self.depth * STEP);
    }

    fn space(&mut self, width: usize) {
        self.out.extend(std::iter::repeat_n(' ', width));
    }

    /// Prints keyword and parts; lines that go on stand under the first part.
    fn head(&mut self, keyword: usize) -> usize {
        let tokens = self.tokens;
        let end = head_end(tokens, keyword);
        let mut hang = self.depth * STEP + 2 * STEP;
        self.out.push_str(&tokens[keyword].text);
        let mut width = tokens[keyword].text.chars().count();
        // Whether the word before begins a line.
        let mut begun = false;
        for (at, token) in tokens.iter().enumerate().take(end + 1).skip(keyword + 1) {
            let before = &tokens[at - 1];
            let breaks = token.breaks > 0 && (before.kind == Kind::Comment || token.kind == Kind::Comment || before.is_comma() || (!(begun && is_carry_on(before)) && self.may_begin_line(at, end)));
            if breaks {
                self.out.push_str(self.line_end);
                self.space(hang);
            } else if token.kind == Kind::Comment {
                self.out.push_str(BEFORE_REMARK);
            } else if !token.is_comma() {
                let gap = self.targets[at].map_or(1, |column| column.saturating_sub(width).max(1));
                self.space(gap);
                width += gap;
                if at == keyword + 1 {
                    hang = self.depth * STEP + width;
                }
            } else if begun && is_carry_on(before) {
                // With a comma at its side the word would not carry on.
                self.out.push(' ');
            }
            self.out.push_str(&token.text);
            width += token.text.chars().count();
            begun = breaks;
        }
        end + 1
    }

    /// Whether a word that began a line may begin one again: it carries the statement on, and something follows it on its line.
    fn may_begin_line(&self, at: usize, end: usize) -> bool {
        let next = self.tokens.get(at + 1);
        let followed = if at < end { next.is_some_and(|next| !next.is_comma()) } else { next.is_some_and(|next| next.kind == Kind::Open) };
        is_carry_on(&self.tokens[at]) && followed
    }
}
