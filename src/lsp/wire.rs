//! What passes between server and client: messages in, one after the other, and messages out.
//!
//! Messages are read and written by `lsp-server`; findings, which go out at every key, are written at once and not made a tree of values first.

use crate::workspace::Line;
use lsp_server::{ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{Notification as _, PublishDiagnostics};
use lsp_types::{Diagnostic, InitializeParams, MessageType, ShowMessageParams, Uri};
use serde::Serialize;
use serde_json::value::{RawValue, Value, to_raw_value};
use std::io::{self, Write, stdin, stdout};

/// A message to the client.
enum Outgoing {
    /// Any.
    Message(Message),
    /// What is found in a file, as it is sent.
    Findings(String),
}

/// What goes to the client, in order.
#[derive(Default)]
pub(super) struct Out(Vec<Outgoing>);

impl Out {
    /// Sends a response.
    pub(super) fn answer(&mut self, response: Response) {
        self.0.push(Outgoing::Message(response.into()));
    }

    /// Sends a request; its answer comes with this id.
    pub(super) fn ask<R: lsp_types::request::Request>(&mut self, id: &str, params: R::Params) {
        self.0.push(Outgoing::Message(Request::new(id.to_owned().into(), R::METHOD.to_owned(), params).into()));
    }

    /// Shows the user a message.
    pub(super) fn tell(&mut self, typ: MessageType, message: &str) {
        let params = ShowMessageParams { typ, message: message.to_owned() };
        self.0.push(Outgoing::Message(Notification::new(lsp_types::notification::ShowMessage::METHOD.to_owned(), params).into()));
    }

    /// Tells what is found in a file.
    pub(super) fn publish(&mut self, uri: &Uri, version: Option<i32>, findings: &Written) {
        let params = Published { uri, version, diagnostics: &findings.0 };
        let notice = Notice { jsonrpc: "2.0", method: PublishDiagnostics::METHOD, params };
        // Nothing in it has keys that are no text, which is all that could fail.
        let text = serde_json::to_string(&notice).unwrap_or_default();
        // Standard output is written up to a line end in one go: with one at the end of the message the client is woken once.
        self.0.push(Outgoing::Findings(format!("Content-Length: {}\r\n\r\n{text}\n", text.len() + 1)));
    }

    /// Writes what there is to be sent.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut out = stdout().lock();
        for outgoing in self.0.drain(..) {
            match outgoing {
                Outgoing::Message(message) => message.write(&mut out)?,
                Outgoing::Findings(text) => out.write_all(text.as_bytes())?,
            }
        }
        out.flush()
    }
}

/// Findings in the words of the protocol.
pub(super) struct Written(Box<RawValue>);

impl Written {
    /// Writes a list of findings.
    pub(super) fn new(diagnostics: &[Diagnostic]) -> Self {
        // Nothing in it has keys that are no text, which is all that could fail.
        Written(to_raw_value(diagnostics).unwrap_or_default())
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        self.0.get()
    }
}

#[derive(Serialize)]
struct Notice<'t> {
    jsonrpc: &'static str,
    method: &'static str,
    params: Published<'t>,
}

/// As `PublishDiagnosticsParams`, with findings that are written already.
#[derive(Serialize)]
struct Published<'t> {
    uri: &'t Uri,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
    diagnostics: &'t RawValue,
}

/// What the client sends.
pub(super) fn incoming() -> Line<Message> {
    Line::new(|| Message::read(&mut stdin().lock()).ok().flatten())
}

/// Waits for the client to introduce itself, answers with what the server can do, and waits until the client has taken that in. Nothing when
/// it goes away before, or introduces itself in words that cannot be read.
pub(super) fn greeted(incoming: &Line<Message>, out: &mut Out, answer: impl Fn(&InitializeParams) -> Value) -> Option<InitializeParams> {
    let mut known = None;
    loop {
        match incoming.wait()? {
            Message::Request(request) if request.method == "initialize" && known.is_none() => match serde_json::from_value::<InitializeParams>(request.params) {
                Ok(params) => {
                    out.answer(Response::new_ok(request.id, answer(&params)));
                    known = Some(params);
                }
                Err(error) => out.answer(Response::new_err(request.id, ErrorCode::InvalidParams as i32, error.to_string())),
            },
            Message::Request(request) => {
                let why = format!("`{}` came before the conversation had begun", request.method);
                out.answer(Response::new_err(request.id, ErrorCode::ServerNotInitialized as i32, why));
            }
            Message::Notification(notice) if notice.method == "initialized" && known.is_some() => return known,
            Message::Notification(notice) if notice.method == "exit" => return None,
            Message::Notification(_) | Message::Response(_) => {}
        }
        out.flush().ok()?;
    }
}
