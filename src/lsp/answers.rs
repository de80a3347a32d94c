//! What answers each request: to see, to find, to change.
#![allow(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "the table of features gives every answer the same shape")]

pub(super) mod change;
pub(super) mod find;
pub(super) mod see;

use super::paths::path_of;
use super::server::{Refusal, Server};
use lsp_types::TextDocumentIdentifier;
use lsp_types::request::Request;

/// The text of a document as the server has it, for tests of clients.
pub(super) enum Text {}

impl Request for Text {
    type Params = TextDocumentIdentifier;
    type Result = String;
    const METHOD: &'static str = "sharewright/text";
}

pub(super) fn text(server: &mut Server<'_>, params: TextDocumentIdentifier) -> Result<String, Refusal> {
    server.known(&path_of(&params.uri)).map(|(text, _)| text.to_owned())
}

/// A request that meets a fault of the server, for the test that the others are still answered. Builds for use do not have it.
pub(super) enum Fall {}

impl Request for Fall {
    type Params = serde_json::Value;
    type Result = ();
    const METHOD: &'static str = "sharewright/fall";
}

pub(super) fn fall(_: &mut Server<'_>, _: serde_json::Value) -> Result<(), Refusal> {
    std::panic::resume_unwind(Box::new("asked for"))
}
