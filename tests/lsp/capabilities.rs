//! Every capability that the server advertises is asked for, and answers with something of use. One that is advertised and not asked for
//! here fails the test, and so does one that is asked for here and not advertised.

use crate::editor::{Editor, able};
use crate::workspace::{CAR, Folder, position};
use serde_json::{Value, json};

/// What is advertised, the request that belongs to it, its parameters, and words that the answer must hold.
type Row = (&'static str, &'static str, Value, &'static str);

fn rows(folder: &Folder) -> Vec<Row> {
    let document = json!({ "uri": folder.uri("car.isa") });
    let at = |words: &str| json!({ "textDocument": document, "position": position(CAR, words, 1) });
    let with = |mut base: Value, key: &str, value: Value| {
        base[key] = value;
        base
    };
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let of = json!({ "textDocument": document });
    let misspelt = json!({ "start": position(CAR, "helth", 0), "end": position(CAR, "helth", 2) });
    vec![
        ("/hoverProvider", "textDocument/hover", at("UK GDPR"), "law since 2018-05-25"),
        ("/completionProvider", "textDocument/completion", at("trust as"), "police"),
        ("/definitionProvider", "textDocument/definition", at("police, trust"), "organisations.isa"),
        ("/referencesProvider", "textDocument/references", with(at("police, trust"), "context", json!({ "includeDeclaration": true })), "organisations.isa"),
        ("/documentSymbolProvider", "textDocument/documentSymbol", of.clone(), "\"children\""),
        ("/workspaceSymbolProvider", "workspace/symbol", json!({ "query": "fenwold" }), "\"trust\""),
        ("/codeActionProvider", "textDocument/codeAction", with(with(of.clone(), "range", misspelt), "context", json!({ "diagnostics": [] })), "write `health`"),
        ("/renameProvider", "textDocument/rename", with(at("police, trust"), "newName", json!("force")), "organisations.isa"),
        ("/renameProvider/prepareProvider", "textDocument/prepareRename", at("police, trust"), "\"placeholder\":\"police\""),
        ("/documentLinkProvider", "textDocument/documentLink", of.clone(), "https://www.legislation.gov.uk/eur/2016/679/article/6"),
        ("/documentFormattingProvider", "textDocument/formatting", with(of.clone(), "options", json!({ "tabSize": 2, "insertSpaces": true })), "newText"),
        ("/foldingRangeProvider", "textDocument/foldingRange", of.clone(), "comment"),
        ("/executeCommandProvider", "workspace/executeCommand", json!({ "command": "sharewright.explain", "arguments": ["CHK-Q03"] }), "secure"),
        ("/semanticTokensProvider/full", "textDocument/semanticTokens/full", of.clone(), "data"),
        ("/semanticTokensProvider/range", "textDocument/semanticTokens/range", with(of.clone(), "range", whole.clone()), "data"),
        ("/inlayHintProvider", "textDocument/inlayHint", with(of.clone(), "range", whole), "in 129 days"),
        ("/diagnosticProvider", "textDocument/diagnostic", of, "SYN-19"),
        ("/diagnosticProvider/workspaceDiagnostics", "workspace/diagnostic", json!({ "previousResultIds": [] }), "organisations.isa"),
    ]
}

/// What is advertised and is no request: what it is, and what asks for it.
const NO_REQUESTS: [(&str, &str); 3] = [("/positionEncoding", "edits"), ("/textDocumentSync", "edits"), ("/workspace", "diagnostics::folders_come_and_go")];

#[test]
fn every_capability_is_answered() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &able());
    editor.open(&folder.uri("car.isa"), CAR);
    let rows = rows(&folder);
    let advertised = editor.capabilities.clone();
    for (key, value) in advertised.as_object().expect("capabilities") {
        let pointer = format!("/{key}");
        let is_known = rows.iter().any(|(known, ..)| *known == pointer || known.starts_with(&format!("{pointer}/"))) || NO_REQUESTS.iter().any(|(known, _)| *known == pointer);
        assert!(is_known, "`{key}` is advertised and nothing here asks for it: {value}");
    }
    for (pointer, method, params, holds) in rows {
        let advertised = advertised.pointer(pointer).unwrap_or_else(|| panic!("`{pointer}` is not advertised"));
        assert!(*advertised != Value::Bool(false), "{pointer}");
        let answer = editor.request(method, params).unwrap_or_else(|error| panic!("{method}: {error:?}"));
        let answer = answer.to_string();
        assert!(answer.contains(holds), "{method} does not answer with `{holds}`: {answer}");
    }
    for (pointer, _) in NO_REQUESTS {
        assert!(advertised.pointer(pointer).is_some(), "{pointer}");
    }
    assert_eq!(advertised["executeCommandProvider"]["commands"], json!(["sharewright.explain"]), "every command is asked for");
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn the_source_has_no_other_request_than_those_asked_for() {
    let folder = Folder::new();
    let features = include_str!("../../src/lsp/features.rs");
    let asked = rows(&folder).len();
    // Those for tests of clients are not advertised.
    assert_eq!(features.matches("feature::<").count(), asked + 2);
}

#[test]
fn what_a_plain_client_cannot_show_is_left_out() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &json!({}));
    assert_eq!(editor.capabilities["positionEncoding"], "utf-16");
    editor.open(&folder.uri("car.isa"), CAR);
    let document = json!({ "uri": folder.uri("car.isa") });
    let range = json!({ "start": position(CAR, "helth", 0), "end": position(CAR, "helth", 2) });
    let actions = editor.request("textDocument/codeAction", json!({ "textDocument": document, "range": range, "context": { "diagnostics": [] } })).expect("actions");
    let actions = actions.as_array().expect("a list");
    assert!(!actions.is_empty() && actions.iter().all(|action| action["command"].is_string()), "commands only: {actions:?}");
    let symbols = editor.request("textDocument/documentSymbol", json!({ "textDocument": document })).expect("symbols");
    assert!(symbols[0]["location"].is_object(), "a flat list");
    let written = editor.request("textDocument/completion", json!({ "textDocument": document, "position": position(CAR, "  role", 0) })).expect("words");
    assert!(!written.to_string().contains("${1"), "no snippets");
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn a_new_name_leaves_the_files_as_sound_as_they_were() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &able());
    let (car, organisations) = (folder.uri("car.isa"), folder.uri("organisations.isa"));
    editor.open(&car, CAR);
    let before = editor.diagnostics(&car).len();
    let answer = editor.request("textDocument/rename", json!({ "textDocument": { "uri": car }, "position": position(CAR, "police, trust", 0), "newName": "constabulary" })).expect("changes");
    let changes = answer["changes"].as_object().expect("by file");
    assert_eq!((changes[&car].as_array().map(Vec::len), changes[&organisations].as_array().map(Vec::len)), (Some(2), Some(1)));
    let made = |uri: &String| {
        // From the last to the first, so that none moves another.
        let mut edits = changes[uri].as_array().expect("edits").clone();
        edits.reverse();
        json!(edits.iter().map(|edit| json!({ "range": edit["range"], "text": edit["newText"] })).collect::<Vec<_>>())
    };
    editor.open(&organisations, crate::workspace::ORGANISATIONS);
    editor.change(&organisations, 2, &made(&organisations));
    editor.change(&car, 2, &made(&car));
    assert_eq!(editor.text(&organisations), crate::workspace::ORGANISATIONS.replace("party police", "party constabulary"));
    let all = editor.request("workspace/diagnostic", json!({ "previousResultIds": [] })).expect("all");
    let of_car = all["items"].as_array().expect("files").iter().find(|item| item["uri"] == car.as_str()).expect("the agreement").clone();
    assert_eq!(of_car["items"].as_array().map(Vec::len), Some(before));
    let refused = editor.request("textDocument/rename", json!({ "textDocument": { "uri": car }, "position": position(CAR, "police, trust", 0), "newName": "two words" })).expect_err("no name");
    assert!(refused.1.contains("not a name"), "{refused:?}");
    assert_eq!(editor.end(), Some(0));
}
