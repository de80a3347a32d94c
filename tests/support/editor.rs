//! A small editor: starts the real server, speaks the protocol over its standard input and output, and keeps what comes back.

use lsp_server::{Message, Notification, Request, RequestId, Response, ResponseError};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Longer than any answer takes on a busy machine.
const LONG: Duration = Duration::from_secs(120);

/// The next message. Read as an editor does, in one go: `Message::read` tries each sort of message in turn, which takes a fifth of the time from
/// a key to what is found.
fn read(out: &mut impl BufRead) -> Option<Message> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        out.read_line(&mut line).ok().filter(|read| *read > 0)?;
        match line.trim_end().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut text = vec![0; length];
    out.read_exact(&mut text).ok()?;
    let read: Received = serde_json::from_slice(&text).ok()?;
    Some(match (read.id, read.method) {
        (Some(id), Some(method)) => Request { id, method, params: read.params }.into(),
        (None, Some(method)) => Notification { method, params: read.params }.into(),
        (Some(id), None) => Response { id, response_result: read.error.map_or(Ok(read.result), Err) }.into(),
        (None, None) => return None,
    })
}

/// Any message.
#[derive(serde::Deserialize)]
struct Received {
    id: Option<RequestId>,
    method: Option<String>,
    #[serde(default)]
    params: Value,
    #[serde(default)]
    result: Value,
    error: Option<ResponseError>,
}

/// A client with its server.
pub struct Editor {
    server: Child,
    to: Option<ChildStdin>,
    from: Receiver<Message>,
    /// Notifications that nobody has waited for yet.
    pub told: VecDeque<Notification>,
    /// What the server asked for.
    pub asked: Vec<Request>,
    /// What the server can do.
    pub capabilities: Value,
    next: i32,
}

/// What a client can do that can do everything.
pub fn able() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } },
        "textDocument": {
            "completion": { "completionItem": { "snippetSupport": true } },
            "hover": { "contentFormat": ["markdown"] },
            "codeAction": { "disabledSupport": true, "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "source.fixAll"] } } },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "publishDiagnostics": { "relatedInformation": true },
        },
    })
}

/// The address of a file.
pub fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

impl Editor {
    /// Starts a server on a folder and shakes hands. It answers for one fixed day.
    pub fn start(folder: &Path, capabilities: &Value) -> Self {
        Editor::start_with(folder, capabilities, &json!({ "asOf": "2026-11-22" }))
    }

    /// The same with other options.
    pub fn start_with(folder: &Path, capabilities: &Value, options: &Value) -> Self {
        Editor::of(Path::new(env!("CARGO_BIN_EXE_sharewright")), folder, capabilities, options)
    }

    /// The same with a program of one's own.
    pub fn of(program: &Path, folder: &Path, capabilities: &Value, options: &Value) -> Self {
        let mut server = Command::new(program).arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the server starts");
        let to = server.stdin.take();
        let mut out = BufReader::new(server.stdout.take().expect("its output"));
        let (sender, from) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut out) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let mut editor = Editor { server, to, from, told: VecDeque::new(), asked: Vec::new(), capabilities: Value::Null, next: 0 };
        let folders = json!([{ "uri": uri(folder), "name": "workspace" }]);
        let params = json!({ "processId": null, "capabilities": capabilities, "workspaceFolders": folders, "rootUri": null, "initializationOptions": options });
        editor.capabilities = editor.request("initialize", params).expect("it is ready")["capabilities"].clone();
        editor.notify("initialized", json!({}));
        editor
    }

    fn send(&mut self, message: &Message) {
        let to = self.to.as_mut().expect("the server listens");
        message.write(to).and_then(|()| to.flush()).expect("the server listens");
    }

    /// Sends a request and does not wait.
    pub fn ask(&mut self, method: &str, params: Value) -> RequestId {
        self.next += 1;
        let id = RequestId::from(self.next);
        self.send(&Request::new(id.clone(), method.to_owned(), params).into());
        id
    }

    /// Tells the server something.
    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&Notification::new(method.to_owned(), params).into());
    }

    /// The next message, sorted in; a response is handed back.
    #[track_caller]
    pub fn take(&mut self) -> Option<Response> {
        match self.from.recv_timeout(LONG).expect("the server says something") {
            Message::Response(response) => return Some(response),
            Message::Notification(notice) => self.told.push_back(notice),
            Message::Request(request) => self.asked.push(request),
        }
        None
    }

    /// The answer to a request: what it asked for, or code and words of the error.
    #[track_caller]
    pub fn answer(&mut self, id: &RequestId) -> Result<Value, (i32, String)> {
        loop {
            if let Some(response) = self.take() {
                assert_eq!(response.id, *id, "answers come in the order of requests");
                return response.response_result.map_err(|error| (error.code, error.message));
            }
        }
    }

    /// Asks and waits for the answer.
    #[track_caller]
    pub fn request(&mut self, method: &str, params: Value) -> Result<Value, (i32, String)> {
        let id = self.ask(method, params);
        self.answer(&id)
    }

    /// The next diagnostics of a file.
    #[track_caller]
    pub fn diagnostics(&mut self, uri: &str) -> Vec<Value> {
        loop {
            let found = self.told.iter().position(|notice| notice.method == "textDocument/publishDiagnostics" && notice.params["uri"] == uri);
            if let Some(mut notice) = found.and_then(|place| self.told.remove(place)) {
                let Value::Array(diagnostics) = notice.params["diagnostics"].take() else { panic!("a list") };
                return diagnostics;
            }
            self.take();
        }
    }

    /// Opens a document.
    pub fn open(&mut self, uri: &str, text: &str) {
        self.notify("textDocument/didOpen", json!({ "textDocument": { "uri": uri, "languageId": "sharewright", "version": 1, "text": text } }));
    }

    /// Makes changes to a document.
    pub fn change(&mut self, uri: &str, version: i32, changes: &Value) {
        self.notify("textDocument/didChange", json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes }));
    }

    /// The text of a document as the server has it.
    #[track_caller]
    pub fn text(&mut self, uri: &str) -> String {
        self.request("sharewright/text", json!({ "uri": uri })).expect("the text").as_str().expect("a text").to_owned()
    }

    /// Ends the server as agreed; its exit code.
    pub fn end(mut self) -> Option<i32> {
        self.request("shutdown", Value::Null).expect("it agrees");
        self.notify("exit", Value::Null);
        self.to = None;
        self.server.wait().expect("it ends").code()
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.to = None;
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
