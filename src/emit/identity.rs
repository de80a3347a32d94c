//! What identifies a person, and what is said when a file holds it: from registers to text.

use super::templates::render;
use crate::policy::{Policy, Row, written};
use serde::Serialize;

/// One kind of identity for a reader.
#[derive(Serialize)]
struct Identity {
    code: String,
    id: String,
    headline: String,
    found: String,
    why: String,
    help: String,
    decides: String,
    may_be_waived: bool,
    source: String,
    confidence: String,
    link: Option<String>,
    read: Option<String>,
}

/// A field in which something is looked for, or may stand.
#[derive(Serialize)]
struct Field {
    keyword: String,
    part: String,
    says: String,
}

#[derive(Serialize)]
struct Explained {
    identities: Vec<Identity>,
}

#[derive(Serialize)]
struct Reference {
    identities: Vec<Identity>,
    contacts: Vec<Field>,
    references: Vec<Field>,
}

/// What a code, an id, or `IDN` for all of them, stands for; nothing when it is none of these.
pub fn explain_identity(policy: &Policy, wanted: &str) -> Option<Result<String, String>> {
    let is = |own: &str| own.eq_ignore_ascii_case(wanted);
    let identities: Vec<Identity> = identities(policy).filter(|identity| is(&identity.code) || is(&identity.id) || identity.code.split('-').next().is_some_and(is)).collect();
    (!identities.is_empty()).then(|| render("identity.txt", include_str!("../../templates/documents/identity.txt.tera"), &Explained { identities }))
}

/// `docs/identities.md`, whole.
pub fn identity_reference(policy: &Policy) -> Result<String, String> {
    let fields = |register: &'static str, column: &'static str| {
        let field = move |row: Row<'_>| Field { keyword: text(row, "keyword"), part: text(row, "part"), says: row.texts(column).collect::<Vec<_>>().join(", ") };
        policy.rows(register).map(field).collect()
    };
    let reference = Reference { identities: identities(policy).collect(), contacts: fields("contact-fields", "holds"), references: fields("reference-fields", "names") };
    render("identities.md", include_str!("../../templates/documents/identities.md.tera"), &reference)
}

fn identities(policy: &Policy) -> impl Iterator<Item = Identity> {
    policy.rows("identities").map(|row| Identity {
        code: text(row, "code"),
        id: text(row, "id"),
        headline: text(row, "headline"),
        found: text(row, "found"),
        why: text(row, "why"),
        help: text(row, "help"),
        decides: text(row, "decides"),
        may_be_waived: row.has("waiver", "allowed"),
        source: text(row, "source"),
        confidence: text(row, "confidence"),
        link: row.text("link").map(str::to_owned),
        read: row.day("read").map(written),
    })
}

fn text(row: Row<'_>, column: &str) -> String {
    row.text(column).unwrap_or_default().to_owned()
}
