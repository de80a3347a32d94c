//! Changes made to a text.

use super::Fix;

/// Makes those of some changes to a text that do not touch each other, the first of those that do, and says which were made.
pub fn apply(text: &str, fixes: &[&Fix]) -> (String, Vec<usize>) {
    let mut order: Vec<usize> = (0..fixes.len()).collect();
    order.sort_by_key(|at| (fixes[*at].span.range, *at));
    let mut out = String::with_capacity(text.len());
    let mut made: Vec<usize> = Vec::new();
    let mut end = 0;
    for at in order {
        let range = fixes[at].span.range.as_range();
        let touches = made.last().is_some_and(|last| fixes[*last].span.range.start as usize == range.start);
        if range.start < end || touches || text.get(range.clone()).is_none() {
            continue;
        }
        out.push_str(&text[end..range.start]);
        out.push_str(&fixes[at].replacement);
        end = range.end;
        made.push(at);
    }
    out.push_str(&text[end..]);
    (out, made)
}

#[cfg(test)]
mod tests {
    use super::super::FixSafety;
    use super::*;
    use crate::source::{FileId, Span, TextRange};

    fn fix(start: usize, end: usize, replacement: &str) -> Fix {
        Fix { title: String::new(), span: Span { file: FileId(0), range: TextRange::new(start, end) }, replacement: replacement.to_owned(), safety: FixSafety::Safe }
    }

    #[test]
    fn changes_that_touch_wait() {
        let fixes = [fix(4, 5, "E"), fix(0, 2, "x"), fix(1, 3, "y"), fix(2, 2, "+"), fix(2, 3, "z"), fix(9, 12, "")];
        let (text, made) = apply("abcdef", &fixes.iter().collect::<Vec<_>>());
        assert_eq!((text.as_str(), made.as_slice()), ("x+cdEf", &[1, 3, 0][..]));
    }
}
