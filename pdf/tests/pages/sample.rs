//! A document with every block, and text that tries to break out of it.

use serde_json::{Value, json};
use sharewright_pdf::Drawing;

fn text(words: &str) -> Value {
    json!([{ "is": "text", "of": words }])
}

/// A document with every block and every mark.
pub fn whole() -> Value {
    let marks = json!([
        { "is": "text", "of": "Text\nof two lines, " },
        { "is": "strong", "of": [{ "is": "text", "of": "weighty " }, { "is": "emphasis", "of": [{ "is": "text", "of": "and stressed" }] }] },
        { "is": "code", "of": "risk-summary" },
        { "is": "link", "of": { "to": "#parties", "text": text("the parties") } },
        { "is": "link", "of": { "to": "#nowhere", "text": text("a place that is not there") } },
        { "is": "link", "of": { "to": "https://example.org/a?b=c", "text": text("the web") } },
        { "is": "missing", "of": "the date" },
    ]);
    json!({
        "kind": "agreement", "title": "An agreement", "subtitle": "Police and Trust", "language": "en-GB", "date": "2026-11-21", "reference": "REF-1", "version": "2.0",
        "marking": "OFFICIAL", "draft": true, "warning": "2 errors found.", "stamps": [["Made with", "sharewright"]], "numbered": true, "contents": true,
        "blocks": [
            { "is": "heading", "level": 1, "name": "parties", "number": "1", "text": text("Parties") },
            { "is": "clause", "name": "parties", "number": "1.1", "text": marks },
            { "is": "heading", "level": 3, "name": "deep", "number": "1.1.1", "text": text("A level left out") },
            { "is": "paragraph", "text": marks },
            { "is": "list", "ordered": false, "items": [text("one"), text("two")] },
            { "is": "list", "ordered": true, "items": [text("one"), text("two")] },
            { "is": "definitions", "rows": [[text("Term"), [text("Meaning"), text("More of it")]], [text("Empty"), []]] },
            { "is": "heading", "level": 1, "name": "tables", "number": "2", "text": text("Tables") },
            { "is": "table", "caption": text("Who sees what"), "head": [text("Role"), text("Sees")], "rows": [[text("Nurse"), marks], [[], text("All")]] },
            { "is": "note", "tone": "info", "text": text("A note") },
            { "is": "note", "tone": "warning", "text": text("A warning") },
            { "is": "prompt", "name": "flow.channel", "text": text("Which channel?"), "remark": "CHK-Q03: no channel is named." },
            { "is": "heading", "level": 1, "name": "signatures", "number": "3", "text": text("Signatures") },
            { "is": "signature", "party": text("Police"), "office": text("Chief Constable"), "date": "20 March 2026" },
            { "is": "diagram", "caption": text("Who sends what"), "flows": [] },
            { "is": "page-break" },
            { "is": "paragraph", "text": text("The end.") },
        ],
    })
}

/// A drawing of two organisations.
pub fn drawing() -> Drawing {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 100\" width=\"760\" height=\"100\" font-family=\"Arial, Liberation Sans, sans-serif\" font-size=\"14\"><rect x=\"8\" y=\"8\" width=\"200\" height=\"40\" fill=\"#ffffff\" stroke=\"#0b0c0c\"/><text x=\"18\" y=\"30\" font-weight=\"bold\">Police</text></svg>";
    Drawing { svgs: vec![svg.to_owned()], said: vec!["Police give the plan to the Trust".to_owned()] }
}

/// Texts that try to be something else.
pub fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = [
        "#set page(width: 1cm) #import \"x.typ\" #read(\"/etc/passwd\") *b* _i_ `c` $x^2$ <label> @ref // c /* d */ = head \\ ~ -- --- ... ' \"",
        "\") #panic() (\"",
        "\u{0}\u{1}\u{7}\u{8}\u{b}\u{1b}[31m\u{7f}\u{85}\u{9f}\r\n\t",
        "\u{202e}gnp.exe\u{202c} \u{2066}x\u{2069} \u{200f}שלום\u{200e} مرحبا \u{2028} \u{2029}",
        "😀👍🏽 👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 \u{fe0f}\u{20e3} 漢字かな 한국어 ไทย",
        "\u{e000}\u{e001}\u{f8ff}\u{fdd0}\u{fffe}\u{ffff}\u{fffd}\u{feff}\u{10ffff}\u{1ffff}",
        "a\u{301}\u{302}\u{303}\u{304} \u{301}\u{301} ﬁ ﬂ ß İ ı ŵ ŷ",
        "</script><!-- ]]> & &amp; {{ x }} {% y %} %PDF-1.7 endobj (a) <</S/JavaScript>> \\",
        "",
        " ",
        "\n\n\n",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("long.".repeat(800));
    texts.push("w".repeat(4_000));
    texts.push("\u{301}".repeat(1_000));
    texts
}

/// The document with a text in the place of every text.
pub fn with_text(document: &Value, text: &str) -> Value {
    match document {
        Value::String(_) => json!(text),
        Value::Array(all) => all.iter().map(|value| with_text(value, text)).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), if ["is", "date", "tone"].contains(&key.as_str()) { value.clone() } else { with_text(value, text) })).collect(),
        other => other.clone(),
    }
}
