//! The conversation: start, messages one after the other, end. A fault in one answer is told to whoever asked and harms no other.

use super::client::Client;
use super::features::{Feature, features};
use super::notices::NOTICES;
use super::server::{Refusal, Server};
use super::settings::SECTION;
use super::wire::{Out, greeted, incoming};
use crate::ide::Analysis;
use crate::policy::{Policy, Texts};
use crate::workspace::{Line, today};
use jiff::civil::Date;
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{CancelParams, InitializeParams, InitializeResult, NumberOrString, ServerCapabilities, ServerInfo, Uri};
use serde_json::Value;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

/// How long somebody who is typing must pause before other files than the one at hand are judged.
const PAUSE: Duration = Duration::from_millis(30);

/// Why the server could not go on.
#[derive(Debug)]
pub struct ServeFault(pub String);

/// Serves one client until it says that it has enough; whether it ended as agreed. `day` is answered for in the place of today.
pub fn serve(policy: &Policy, texts: &Texts, day: Option<Date>) -> Result<bool, ServeFault> {
    let incoming = incoming();
    let mut out = Out::default();
    let features = features();
    let answer = |params: &InitializeParams| {
        let capabilities = capabilities(&features, &Client::new(&params.capabilities));
        let result = InitializeResult { capabilities, server_info: Some(ServerInfo { name: SECTION.to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) }) };
        serde_json::to_value(result).unwrap_or_default()
    };
    let Some(params) = greeted(&incoming, &mut out, answer) else { return Err(ServeFault("the client never said `initialize`".to_owned())) };
    let client = Client::new(&params.capabilities);
    let mut server = Server::new(Analysis::new(policy, texts, day.unwrap_or_else(today)), client, out, &roots(&params), day);
    if let Some(options) = &params.initialization_options {
        server.set(options);
    }
    server.ask_for_settings();
    server.ask_to_watch();
    server.look_around();
    Ok(Talk { server, features, incoming, next: VecDeque::new(), cancelled: Vec::new() }.run())
}

/// What the server can do, row by row.
fn capabilities(features: &[Feature], client: &Client) -> ServerCapabilities {
    let mut all = ServerCapabilities { position_encoding: Some(client.encoding.kind()), ..ServerCapabilities::default() };
    for notice in NOTICES {
        (notice.advertise)(&mut all);
    }
    for feature in features {
        (feature.advertise)(&mut all);
    }
    all
}

/// The folders that the client has open.
fn roots(params: &InitializeParams) -> Vec<Uri> {
    #[expect(deprecated, reason = "older clients name one folder in this way")]
    let old = &params.root_uri;
    match &params.workspace_folders {
        Some(folders) => folders.iter().map(|folder| folder.uri.clone()).collect(),
        None => old.iter().cloned().collect(),
    }
}

/// The messages of one client.
struct Talk<'p> {
    server: Server<'p>,
    features: Vec<Feature>,
    incoming: Line<Message>,
    /// What has come and is not taken in yet.
    next: VecDeque<Message>,
    /// Requests that nobody waits for any more.
    cancelled: Vec<RequestId>,
}

/// What the client wants next.
enum Next {
    /// This.
    Message(Message),
    /// Nothing for now.
    Nothing,
    /// It has gone.
    Gone,
}

impl Talk<'_> {
    /// Until the client ends it; whether it asked to before.
    fn run(&mut self) -> bool {
        let mut is_typing = false;
        let mut is_ending = false;
        loop {
            if self.server.out.flush().is_err() {
                return is_ending;
            }
            match self.next(is_typing) {
                Next::Gone => return is_ending,
                Next::Nothing => {
                    // A document that is typed in is judged at once; then comes the pause, then the others.
                    is_typing &= !self.server.urgent.is_empty();
                    self.judge();
                }
                Next::Message(Message::Request(request)) if request.method == "shutdown" => {
                    is_ending = true;
                    self.server.out.answer(Response::new_ok(request.id, Value::Null));
                }
                Next::Message(Message::Request(request)) => self.request(request, is_ending),
                Next::Message(Message::Notification(notice)) if notice.method == "exit" => return is_ending,
                Next::Message(Message::Notification(notice)) => {
                    is_typing |= notice.method == "textDocument/didChange";
                    self.notice(notice);
                }
                Next::Message(Message::Response(response)) => self.response(response),
            }
        }
    }

    /// The next message. While there is work to do, it is not waited for; while somebody types, a little.
    fn next(&mut self, is_typing: bool) -> Next {
        self.next.extend(std::iter::from_fn(|| self.incoming.now()));
        if let Some(message) = self.next.pop_front() {
            return Next::Message(message);
        }
        if !self.server.unread.is_empty() || !self.server.urgent.is_empty() {
            self.server.catch_up();
            return Next::Nothing;
        }
        if self.server.waiting.is_empty() {
            return self.incoming.wait().map_or(Next::Gone, Next::Message);
        }
        if is_typing {
            return self.incoming.within(PAUSE).map_or(Next::Nothing, Next::Message);
        }
        Next::Nothing
    }

    /// Judges one file.
    fn judge(&mut self) {
        if let Err(refusal) = self.guard(|talk| talk.server.judge_next()) {
            eprintln!("{}", refusal.why);
        }
        if self.server.waiting.is_empty() && self.server.urgent.is_empty() {
            self.server.tell_stale();
        }
    }

    /// Does something that may meet a fault of this program. Where programs end at once on such a fault there is nothing to catch.
    fn guard<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> Result<T, Refusal> {
        let caught = catch_unwind(AssertUnwindSafe(|| work(self)));
        caught.map_err(|_| Refusal { code: ErrorCode::InternalError, why: "the server met a fault of its own while answering this; other requests are not touched by it".to_owned() })
    }

    fn request(&mut self, request: Request, is_ending: bool) {
        let Request { id, method, params } = request;
        self.note_cancelled();
        let answer = if is_ending {
            Err(Refusal { code: ErrorCode::InvalidRequest, why: "the server was asked to end".to_owned() })
        } else if let Some(place) = self.cancelled.iter().position(|cancelled| *cancelled == id) {
            self.cancelled.remove(place);
            Err(Refusal { code: ErrorCode::RequestCanceled, why: "it was taken back".to_owned() })
        } else if let Some(row) = self.features.iter().position(|feature| feature.method == method) {
            self.guard(|talk| {
                talk.server.follow_the_day();
                talk.server.catch_up();
                (talk.features[row].answer)(&mut talk.server, params)
            })
            .and_then(|answer| answer)
        } else {
            Err(Refusal { code: ErrorCode::MethodNotFound, why: format!("this server does not know `{method}`") })
        };
        let response = match answer {
            Ok(answer) => Response::new_ok(id, answer),
            Err(refusal) => refusal.answer(id),
        };
        self.server.out.answer(response);
    }

    /// Looks through what has come for requests that are taken back.
    fn note_cancelled(&mut self) {
        self.next.extend(std::iter::from_fn(|| self.incoming.now()));
        let taken_back = self.next.iter().filter_map(|message| match message {
            Message::Notification(notice) if notice.method == "$/cancelRequest" => cancelled(notice),
            _ => None,
        });
        self.cancelled = taken_back.collect();
    }

    fn notice(&mut self, notice: Notification) {
        let Some(row) = NOTICES.iter().find(|known| known.method == notice.method) else { return };
        let method = row.method;
        match self.guard(|talk| (row.take)(&mut talk.server, notice.params)) {
            Ok(Ok(())) => {}
            Ok(Err(error)) => eprintln!("`{method}` cannot be read and was left out: {error}"),
            Err(refusal) => eprintln!("`{method}`: {}", refusal.why),
        }
    }

    /// What the client answers; only its settings matter.
    fn response(&mut self, response: Response) {
        let Ok(Value::Array(items)) = response.response_result else { return };
        if let Some(settings) = items.first().filter(|settings| settings.is_object()) {
            self.server.set(settings);
        }
    }
}

/// The request that a notice takes back.
fn cancelled(notice: &Notification) -> Option<RequestId> {
    let params: CancelParams = serde_json::from_value(notice.params.clone()).ok()?;
    Some(match params.id {
        NumberOrString::Number(number) => number.into(),
        NumberOrString::String(text) => text.into(),
    })
}
