//! Diagnostics of the whole workspace, pushed and asked for.

use crate::editor::{Editor, able};
use crate::workspace::{CAR, Folder, ORGANISATIONS, position};
use serde_json::{Value, json};

fn codes(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().filter_map(|diagnostic| diagnostic["code"].as_str()).collect()
}

/// A client that asks for diagnostics.
fn asking() -> Value {
    let mut able = able();
    able["textDocument"]["diagnostic"] = json!({});
    able["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    able["workspace"]["diagnostic"] = json!({ "refreshSupport": true });
    able
}

#[test]
fn files_that_nobody_has_opened_are_told_of_too() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &able());
    let found = editor.diagnostics(&folder.uri("car.isa"));
    let misspelt = found.iter().find(|found| found["code"] == "SYN-19").expect("the misspelt word");
    assert_eq!(misspelt["range"], json!({ "start": position(CAR, "helth", 0), "end": position(CAR, "helth", 5) }));
    assert_eq!((misspelt["severity"].as_i64(), misspelt["source"].as_str()), (Some(1), Some("sharewright")));
    let question = found.iter().find(|found| found["code"] == "CHK-Q01").expect("a question that is not answered");
    assert!(question["message"].as_str().is_some_and(|message| message.contains("next: ")));
    assert!(found.iter().any(|found| found["codeDescription"]["href"].as_str().is_some_and(|link| link.starts_with("https://"))));
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn what_is_mended_goes_and_what_did_not_change_is_not_told_again() {
    let folder = Folder::new();
    folder.write("alone.isa", "party x \"X\" {\n  kind councl\n}\n");
    let mut editor = Editor::start(folder.path(), &able());
    let car = folder.uri("car.isa");
    assert!(codes(&editor.diagnostics(&car)).contains(&"SYN-19"));
    assert!(codes(&editor.diagnostics(&folder.uri("alone.isa"))).contains(&"SYN-19"));
    editor.open(&car, CAR);
    editor.request("workspace/diagnostic", json!({ "previousResultIds": [] })).expect("everything is judged");
    editor.told.clear();
    editor.change(&car, 2, &json!([{ "range": { "start": position(CAR, "helth", 2), "end": position(CAR, "helth", 2) }, "text": "a" }]));
    assert!(!codes(&editor.diagnostics(&car)).contains(&"SYN-19"));
    // A remark at the end changes nothing that is told.
    editor.change(&car, 3, &json!([{ "range": { "start": { "line": 999, "character": 0 }, "end": { "line": 999, "character": 0 } }, "text": "# end\n" }]));
    editor.request("workspace/diagnostic", json!({ "previousResultIds": [] })).expect("everything is judged");
    assert_eq!(editor.told.iter().filter(|notice| notice.method == "textDocument/publishDiagnostics").count(), 0);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn a_change_in_one_file_is_told_of_in_those_that_use_it() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &able());
    let (car, organisations) = (folder.uri("car.isa"), folder.uri("organisations.isa"));
    assert!(!codes(&editor.diagnostics(&car)).contains(&"SYN-30"));
    editor.open(&organisations, ORGANISATIONS);
    editor.change(&organisations, 2, &json!([{ "range": { "start": position(ORGANISATIONS, "trust", 0), "end": position(ORGANISATIONS, "trust", 5) }, "text": "hospital" }]));
    assert!(codes(&editor.diagnostics(&car)).contains(&"SYN-30"), "it names a party that is gone");
    // Closed without being saved, it is what the disk says.
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": organisations } }));
    assert!(!codes(&editor.diagnostics(&car)).contains(&"SYN-30"));
    folder.write("organisations.isa", &ORGANISATIONS.replace("party police", "party force"));
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": organisations, "type": 2 }] }));
    assert!(codes(&editor.diagnostics(&car)).contains(&"SYN-30"));
    folder.remove("organisations.isa");
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": organisations, "type": 3 }] }));
    assert!(codes(&editor.diagnostics(&car)).contains(&"SYN-34"), "the file is gone");
    assert!(editor.asked.iter().any(|request| request.method == "client/registerCapability"), "it asked to be told of files");
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn a_client_that_asks_is_not_told_and_hears_what_is_new() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &asking());
    let car = folder.uri("car.isa");
    editor.open(&car, CAR);
    let of = |id: Value| json!({ "textDocument": { "uri": folder.uri("car.isa") }, "previousResultId": id });
    let full = editor.request("textDocument/diagnostic", of(Value::Null)).expect("a report");
    assert_eq!(full["kind"], "full");
    assert!(codes(full["items"].as_array().expect("a list")).contains(&"SYN-19"));
    let same = editor.request("textDocument/diagnostic", of(full["resultId"].clone())).expect("a report");
    assert_eq!((same["kind"].as_str(), same.get("items")), (Some("unchanged"), None));
    let all = editor.request("workspace/diagnostic", json!({ "previousResultIds": [{ "uri": car, "value": full["resultId"] }] })).expect("all");
    let kinds: Vec<(&str, bool)> = all["items"].as_array().expect("files").iter().filter_map(|item| Some((item["kind"].as_str()?, item["uri"] == car.as_str()))).collect();
    assert_eq!(kinds.len(), 2);
    assert!(kinds.contains(&("unchanged", true)) && kinds.contains(&("full", false)));
    editor.change(&car, 2, &json!([{ "range": { "start": position(CAR, "helth", 2), "end": position(CAR, "helth", 2) }, "text": "a" }]));
    let mended = editor.request("textDocument/diagnostic", of(full["resultId"].clone())).expect("a report");
    assert!(mended["kind"] == "full" && !codes(mended["items"].as_array().expect("a list")).contains(&"SYN-19"));
    assert!(editor.told.iter().all(|notice| notice.method != "textDocument/publishDiagnostics"));
    // What changes in another file, it is asked to look at again.
    let organisations = folder.uri("organisations.isa");
    editor.open(&organisations, "party nobody \"N\" { kind council }\n");
    while !editor.asked.iter().any(|request| request.method == "workspace/diagnostic/refresh") {
        editor.take();
    }
    let broken = editor.request("textDocument/diagnostic", of(mended["resultId"].clone())).expect("a report");
    assert!(codes(broken["items"].as_array().expect("a list")).contains(&"SYN-30"));
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn the_day_is_what_the_settings_say() {
    let folder = Folder::new();
    folder.write("car.isa", &CAR.replace("2027-03-31", "2020-03-31").replace("UK GDPR Art 6(1)(e)", "DPA 1998 Sch 2"));
    let hints = |editor: &mut Editor| {
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
        editor.request("textDocument/inlayHint", json!({ "textDocument": { "uri": folder.uri("car.isa") }, "range": range })).expect("hints").to_string()
    };
    let mut editor = Editor::start_with(folder.path(), &able(), &json!({ "asOf": "2017-03-31" }));
    let old = hints(&mut editor);
    assert!(old.contains("in 1096 days") && !old.contains("no longer"), "{old}");
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": { "sharewright": { "asOf": "2020-04-01" } } }));
    let new = hints(&mut editor);
    assert!(new.contains("yesterday") && new.contains("no longer"), "{new}");
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": { "sharewright": { "asOf": "soon" } } }));
    editor.request("sharewright/text", json!({ "uri": folder.uri("car.isa") })).expect("a text");
    let message = editor.told.iter().find(|notice| notice.method == "window/showMessage").expect("a message");
    assert!(message.params["message"].as_str().is_some_and(|text| text.contains("soon") && text.contains("2026-04-01")));
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn settings_are_asked_for_where_they_can_be() {
    let folder = Folder::new();
    let mut able = able();
    able["workspace"]["configuration"] = json!(true);
    let mut editor = Editor::start(folder.path(), &able);
    editor.text(&folder.uri("car.isa"));
    let asked = editor.asked.iter().find(|request| request.method == "workspace/configuration").expect("the question");
    assert_eq!(asked.params["items"][0]["section"], "sharewright");
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn folders_come_and_go() {
    let (folder, other) = (Folder::new(), Folder::new());
    let mut editor = Editor::start(folder.path(), &able());
    editor.diagnostics(&folder.uri("car.isa"));
    let event = |added: Value, removed: Value| json!({ "event": { "added": added, "removed": removed } });
    let named = json!([{ "uri": crate::editor::uri(other.path()), "name": "other" }]);
    editor.notify("workspace/didChangeWorkspaceFolders", event(named.clone(), json!([])));
    assert!(!editor.diagnostics(&other.uri("car.isa")).is_empty());
    editor.notify("workspace/didChangeWorkspaceFolders", event(json!([]), named));
    assert!(editor.diagnostics(&other.uri("car.isa")).is_empty(), "what is gone is cleared");
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn a_text_that_was_never_saved_is_judged() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &able());
    editor.open("untitled:Untitled-1", "party x \"X\" {\n  kind councl\n}\n");
    assert_eq!(codes(&editor.diagnostics("untitled:Untitled-1")), ["SYN-19"]);
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": "untitled:Untitled-1" } }));
    assert!(editor.diagnostics("untitled:Untitled-1").is_empty());
    assert_eq!(editor.end(), Some(0));
}
