//! The text of a saved web page. Tags are taken out, never run: a page that was saved is somebody else's text.

/// What a page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its text, a line a block.
    pub text: String,
    /// The levels of its headings in order, 1 to 6.
    pub headings: Vec<u8>,
    /// The items of its lists and rows of its tables.
    pub items: usize,
    /// The language that it says it is in.
    pub language: String,
}

/// Elements whose content is no part of what a page says: what is not shown, drawings, and what stands around every page of a site.
const UNREAD: [&str; 10] = ["script", "style", "template", "noscript", "svg", "head", "iframe", "object", "nav", "footer"];

/// Elements after which the line goes on.
const INLINE: [&str; 19] = ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup"];

/// Reads a page; what has no tags is plain text or Markdown.
pub fn page(source: &str) -> Page {
    let lower = source.to_ascii_lowercase();
    let is_html = ["<!doctype", "<html", "<body", "<main", "<p>", "<p ", "<h1", "<div"].iter().any(|tag| lower.contains(tag));
    if is_html { html(source, &lower) } else { plain(source) }
}

fn plain(source: &str) -> Page {
    let mut page = Page { text: source.to_owned(), ..Page::default() };
    for line in source.lines().map(str::trim_start) {
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=6).contains(&marks) && line[marks..].starts_with(' ') {
            page.headings.push(marks as u8);
        } else if line.starts_with("- ") || line.starts_with("* ") || line.starts_with("| ") {
            page.items += 1;
        }
    }
    page
}

fn html(source: &str, lower: &str) -> Page {
    let mut page = Page::default();
    let mut at = 0;
    while let Some(open) = source[at..].find('<').map(|found| at + found) {
        unescape(&source[at..open], &mut page.text);
        if source[open..].starts_with("<!--") {
            at = source[open..].find("-->").map_or(source.len(), |end| open + end + 3);
            continue;
        }
        // A lone `<` is text.
        if !source[open + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            page.text.push('<');
            at = open + 1;
            continue;
        }
        let Some(close) = end_of_tag(&source[open..]).map(|end| open + end) else {
            at = source.len();
            break;
        };
        let inner = &lower[open + 1..close];
        let is_end = inner.starts_with('/');
        let name: String = inner.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        at = close + 1;
        if name.is_empty() {
            continue;
        }
        if name == "html" {
            page.language = attribute(&source[open..close], "lang");
        }
        if !is_end && UNREAD.contains(&name.as_str()) && !inner.ends_with('/') {
            let ending = format!("</{name}");
            at = lower[at..].find(&ending).map_or(source.len(), |found| at + found);
            continue;
        }
        if !is_end {
            match name.as_bytes() {
                [b'h', level @ b'1'..=b'6'] => page.headings.push(level - b'0'),
                b"li" | b"tr" | b"dt" => page.items += 1,
                _ => {}
            }
        }
        if !INLINE.contains(&name.as_str()) {
            page.text.push('\n');
        }
    }
    unescape(&source[at..], &mut page.text);
    let lines: Vec<String> = page.text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty()).collect();
    page.text = lines.join("\n\n");
    page
}

/// Where a tag ends: at the first `>` outside of a quoted attribute.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (c, quote) {
            ('"' | '\'', None) if tag[..at].trim_end().ends_with('=') => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            ('>', None) => return Some(at),
            _ => {}
        }
    }
    // A quotation mark that is never closed does not swallow the page.
    tag.find('>')
}

fn attribute(tag: &str, name: &str) -> String {
    let Some((_, rest)) = tag.split_once(&format!("{name}=")) else { return String::new() };
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let value = match quote {
        Some(quote) => rest[1..].split(quote).next(),
        None => rest.split(|c: char| c.is_whitespace() || c == '>').next(),
    };
    value.unwrap_or_default().to_owned()
}

/// Adds text with its character references read.
fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // The longest reference that is read is far shorter than this.
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let (c, length) = end.and_then(|end| Some((reference(&rest[1..end])?, end + 1))).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[length..];
    }
    out.push_str(rest);
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "rsquo" => '’',
        "lsquo" => '‘',
        "rdquo" => '”',
        "ldquo" => '“',
        "ndash" => '–',
        "mdash" => '—',
        "pound" => '£',
        "hellip" => '…',
        "ocirc" => 'ô',
        "ycirc" => 'ŷ',
        "wcirc" => 'ŵ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_people_see_it() {
        let found = page(
            "<!DOCTYPE html><html lang=\"cy\"><head><title>no</title></head><body><h1>Who we are</h1><p>The <b>Force</b>&#39;s desk &amp; &nbsp;team<script>x('<p>')</script></p><ul><li a=\">\">One<li>Two</ul></body>",
        );
        assert_eq!(found.text, "Who we are\n\nThe Force's desk & team\n\nOne\n\nTwo");
        assert_eq!((found.headings.as_slice(), found.items, found.language.as_str()), ([1].as_slice(), 2, "cy"));
    }

    #[test]
    fn broken_pages_end() {
        for text in ["<p>a < b &nosuch; &#xFFFFFFFF; <", "<p a=\"x>y", "<script>never", "<!-- never", "<p>é<ſ>", "<p>\u{130}<İ>x</p><style>"] {
            let _ = page(text);
        }
        assert_eq!(page("<p>a < b").text, "a < b");
    }

    #[test]
    fn plain_text_stays() {
        let found = page("# Title\n\n- one\n- two\n");
        assert_eq!((found.headings.as_slice(), found.items), ([1].as_slice(), 2));
        assert!(found.text.starts_with("# Title"));
    }
}
