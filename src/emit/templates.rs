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

/// Text for a Markdown document: what Markdown would read as markup is escaped, and a table cell stays one line.
#[expect(clippy::unnecessary_wraps, reason = "the shape that tera asks of a filter")]
fn markdown(text: &str, _: Kwargs, _: &State) -> TeraResult<String> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' => {
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
