//! Text that may come from anywhere, as plain text in XML, HTML and Markdown: nothing in it is markup.

use super::safe::{safe, safe_line};

/// Text within XML and HTML, in an attribute too. What XML cannot hold is replaced.
pub(super) fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in safe(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// Text on one line of Markdown. What stands between backticks stays code; all else is plain.
pub(super) fn markdown(text: &str) -> String {
    let text = safe_line(text);
    let pieces: Vec<&str> = text.split('`').collect();
    // An odd backtick begins nothing.
    if pieces.len().is_multiple_of(2) {
        return plain(&text);
    }
    let mut out = String::with_capacity(text.len());
    for (index, piece) in pieces.iter().enumerate() {
        if index.is_multiple_of(2) {
            out.push_str(&plain(piece));
        } else if piece.trim().is_empty() {
            out.push_str(&plain(&format!("`{piece}`")));
        } else {
            // A bar ends a cell even in code, and cannot be written there in a way that is right outside of a table.
            out.push('`');
            out.push_str(&piece.replace('|', "\u{2758}"));
            out.push('`');
        }
    }
    out
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '|' | '~' | '#' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // At the beginning of a line these open a list.
            '+' | '-' | '=' if at == 0 => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if !text[..at].is_empty() && text[..at].bytes().all(|byte| byte.is_ascii_digit()) => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stays_markup() {
        assert_eq!(markup("<a b='c' d=\"e\">&\u{1}\u{FFFF}\n"), "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;?\u{FFFD}&#10;");
        assert_eq!(markdown("**a** <b> [c](d) | e_f & #1"), "\\*\\*a\\*\\* &lt;b\\> \\[c\\](d) \\| e\\_f &amp; \\#1");
        assert_eq!(markdown("- a"), "\\- a");
        assert_eq!(markdown("12. a"), "12\\. a");
    }

    #[test]
    fn code_stays_code() {
        assert_eq!(markdown("the channel `a_b` is `c|<d>`"), "the channel `a_b` is `c\u{2758}<d>`");
        assert_eq!(markdown("an odd ` and *"), "an odd \\` and \\*");
        assert_eq!(markdown("nothing `` between"), "nothing \\`\\` between");
    }
}
