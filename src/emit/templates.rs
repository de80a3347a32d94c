//! The templates that ship with the tool.

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

/// Renders one template with one value. The error is a sentence for a person.
pub(super) fn render(name: &str, template: &str, value: &impl Serialize) -> Result<String, String> {
    let mut tera = Tera::default();
    tera.register_filter("md", markdown);
    tera.add_raw_template(name, template).map_err(|error| error.to_string())?;
    let context = Context::from_serialize(value).map_err(|error| error.to_string())?;
    tera.render(name, &context).map_err(|error| error.to_string())
}

/// Text for a cell of a Markdown table: what Markdown would read as markup is escaped, but for `code`; a cell stays one line.
#[expect(clippy::unnecessary_wraps, reason = "the shape that tera asks of a filter")]
fn markdown(text: &str, _: Kwargs, _: &State) -> TeraResult<String> {
    let mut out = String::with_capacity(text.len());
    let spans = text.matches('`').count().is_multiple_of(2);
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '`' if spans => {
                in_code = !in_code;
                out.push(c);
            }
            '|' => out.push_str("\\|"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' if !in_code => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_break_out_of_a_cell() {
        let view = serde_json::json!({ "text": "a | b\n# c <script> `d|e` [x](y) *z*" });
        let out = render("t.md", "{{ text | md }}", &view).expect("it renders");
        assert_eq!(out, "a \\| b \\# c \\<script\\> `d\\|e` \\[x\\](y) \\*z\\*");
    }
}
