//! The questions of the interview as JSON, for other front ends.

use crate::guide::{Guide, RECORD, choices, sorts};
use crate::policy::{Prompt, Step};
use crate::source::Text;
use serde_json::{Value, json};

/// Every step with its prompts, conditions and choices.
pub fn questions_json(guide: &Guide<'_>) -> String {
    let steps: Vec<Value> = guide.interview.steps.iter().map(|step| step_json(guide, step)).collect();
    let whole = json!({ "schema": "sharewright.questions/1", "record": RECORD, "packs_checked": guide.judge.policy.checked_to(), "steps": steps });
    format!("{whole:#}\n")
}

fn step_json(guide: &Guide<'_>, step: &Step) -> Value {
    let vocabulary = &guide.judge.policy.vocabulary;
    let keywords: Vec<&str> = step.kinds.iter().map(|kind| vocabulary.kind(*kind).word.as_str()).collect();
    let writes = keywords.join(".") + &step.fixed.as_ref().map_or_else(String::new, |word| format!(" {word}"));
    let prompts: Vec<Value> = step.prompts.iter().map(|prompt| prompt_json(guide, step, prompt)).collect();
    json!({
        "id": step.id.as_str(),
        "writes": writes,
        "asked_where": step.condition.as_str(),
        "about": step.about.as_str(),
        "repeats": step.repeats.as_deref(),
        "need": step.need,
        "now": step.now,
        "shows_way": step.shows_way,
        "prompts": prompts,
    })
}

fn prompt_json(guide: &Guide<'_>, step: &Step, prompt: &Prompt) -> Value {
    let choices: Vec<Value> = choices(guide, step, prompt.slot).iter().map(|choice| json!({ "word": choice.word, "means": choice.means })).collect();
    json!({
        "slot": step.slot_name(&guide.judge.policy.vocabulary, prompt.slot),
        "asked_with": prompt.only.iter().map(Text::as_str).collect::<Vec<_>>(),
        "asked_where": prompt.condition.as_str(),
        "need": prompt.need,
        "now": step.now && prompt.now,
        "ask": prompt.ask.as_str(),
        "hint": prompt.hint.as_str(),
        "answer": sorts(guide, step, prompt.slot),
        "choices": choices,
    })
}
