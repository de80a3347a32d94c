//! What is remembered of one document is forgotten before the next. Alone in its program, so that no other test takes memory.

#[path = "pages/sample.rs"]
#[allow(dead_code, reason = "the other texts are for the other test")]
mod sample;

/// The memory of this program, in megabytes.
#[cfg(target_os = "linux")]
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("the state of this program");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("its memory");
    line.split_whitespace().nth(1).and_then(|size| size.parse::<u64>().ok()).expect("a number") / 1024
}

#[test]
#[cfg(target_os = "linux")]
fn memory_stays_flat_over_fifty_documents() {
    let mut document = sample::whole();
    let mut after_ten = 0;
    for round in 0..50 {
        // Each is another, so that nothing of the one before is of use.
        let blocks: Vec<serde_json::Value> = (0..2).flat_map(|_| sample::whole()["blocks"].as_array().cloned().unwrap_or_default()).collect();
        document["blocks"] = sample::with_text(&serde_json::Value::Array(blocks), &format!("Document {round} says so."));
        sharewright_pdf::write(document.to_string().as_bytes(), &[]).expect("a file");
        if round == 9 {
            after_ten = resident();
        }
    }
    let at_end = resident();
    assert!(at_end <= after_ten + 25, "{after_ten} MB after ten documents, {at_end} MB after fifty");
}
