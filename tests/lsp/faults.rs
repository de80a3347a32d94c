//! What goes wrong with one request harms no other.

use crate::editor::{Editor, able};
use crate::workspace::{CAR, Folder, position};
use serde_json::{Value, json};

const INVALID_PARAMETERS: i32 = -32602;
const UNKNOWN_METHOD: i32 = -32601;
const INTERNAL: i32 = -32603;
const FAILED: i32 = -32803;
const CANCELLED: i32 = -32800;

fn hover(folder: &Folder) -> Value {
    json!({ "textDocument": { "uri": folder.uri("car.isa") }, "position": position(CAR, "UK GDPR", 1) })
}

#[test]
fn a_bad_request_is_answered_with_the_reason_and_the_next_one_as_ever() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &able());
    editor.open(&folder.uri("car.isa"), CAR);
    let mut far = hover(&folder);
    far["position"] = json!({ "line": 4_000_000_000_u32, "character": 4_000_000_000_u32 });
    assert_eq!(editor.request("textDocument/hover", far), Ok(Value::Null), "a position outside is the end");
    let bad: Vec<(&str, Value, i32, &str)> = vec![
        ("textDocument/hover", json!({ "textDocument": 7 }), INVALID_PARAMETERS, "textDocument/hover"),
        ("textDocument/hover", json!([]), INVALID_PARAMETERS, "textDocument/hover"),
        ("textDocument/formattingOfPoems", json!({}), UNKNOWN_METHOD, "formattingOfPoems"),
        ("textDocument/hover", json!({ "textDocument": { "uri": folder.uri("nowhere.isa") }, "position": { "line": 0, "character": 0 } }), FAILED, "nowhere.isa"),
        ("textDocument/hover", json!({ "textDocument": { "uri": "not an address" }, "position": { "line": 0, "character": 0 } }), INVALID_PARAMETERS, "hover"),
        ("workspace/executeCommand", json!({ "command": "sharewright.sing" }), FAILED, "sharewright.sing"),
        ("workspace/executeCommand", json!({ "command": "sharewright.explain", "arguments": [{}] }), FAILED, "CHK-Q03"),
        ("workspace/executeCommand", json!({ "command": "sharewright.explain", "arguments": ["nothing-has-this-name"] }), FAILED, "nothing-has-this-name"),
    ];
    for (method, params, code, says) in bad {
        let (given, why) = editor.request(method, params).expect_err(method);
        assert_eq!(given, code, "{method}: {why}");
        assert!(why.contains(says), "{method}: {why}");
        assert!(editor.request("textDocument/hover", hover(&folder)).expect("as ever").to_string().contains("2018-05-25"));
    }
    editor.notify("textDocument/didChange", json!({ "nonsense": true }));
    editor.notify("nonsense", json!(null));
    editor.change(&folder.uri("never-opened.isa"), 2, &json!([{ "text": "x" }]));
    assert_eq!(editor.text(&folder.uri("car.isa")), CAR);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn a_fault_of_the_server_is_told_to_whoever_asked() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &able());
    editor.open(&folder.uri("car.isa"), CAR);
    for _ in 0..3 {
        let fault = editor.request("sharewright/fall", json!({}));
        if cfg!(debug_assertions) {
            let (code, why) = fault.expect_err("it fell");
            assert_eq!(code, INTERNAL, "{why}");
        } else {
            // Programs for use end at once on a fault and have no way to ask for one.
            assert_eq!(fault.expect_err("not known").0, UNKNOWN_METHOD);
        }
        assert!(editor.request("textDocument/hover", hover(&folder)).is_ok());
    }
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn every_request_is_answered_once_also_one_that_is_taken_back() {
    let folder = Folder::new();
    for number in 0..40 {
        folder.write(&format!("more-{number}.isa"), &CAR.replace("agreement car", &format!("agreement car-{number}")));
    }
    let mut editor = Editor::start(folder.path(), &able());
    editor.open(&folder.uri("car.isa"), CAR);
    let mut ids = vec![editor.ask("workspace/diagnostic", json!({ "previousResultIds": [] }))];
    for _ in 0..30 {
        ids.push(editor.ask("textDocument/hover", hover(&folder)));
    }
    for id in 2..=31 {
        // The first request of a client is that for the handshake.
        if id % 2 == 1 {
            editor.notify("$/cancelRequest", json!({ "id": id + 1 }));
        }
    }
    let (mut answered, mut cancelled) = (0, 0);
    for id in &ids {
        match editor.answer(id) {
            Ok(_) => answered += 1,
            Err((code, why)) => {
                assert_eq!(code, CANCELLED, "{why}");
                cancelled += 1;
            }
        }
    }
    assert_eq!(answered + cancelled, 31);
    assert!(cancelled > 0 && answered >= 16, "{answered} answered, {cancelled} taken back");
    editor.notify("$/cancelRequest", json!({ "id": 99_999 }));
    assert!(editor.request("textDocument/hover", hover(&folder)).is_ok());
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn nothing_is_done_after_the_end_was_agreed() {
    let folder = Folder::new();
    let mut editor = Editor::start(folder.path(), &able());
    editor.request("shutdown", Value::Null).expect("agreed");
    let (_, why) = editor.request("textDocument/hover", hover(&folder)).expect_err("too late");
    assert!(why.contains("end"), "{why}");
}
