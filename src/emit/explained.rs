//! Everything about whatever has a name: a rule, a question, a keyword, a word, a register, or something that the tool finds by itself.

use super::{explain_identity, explain_keyword, explain_question, explain_rule};
use crate::policy::{Cell, Policy, Register, Texts};
use std::fmt::Write;

/// All that there is to tell of a name, as text; nothing when nothing has it.
pub fn explain(policy: &Policy, texts: &Texts, wanted: &str) -> Result<Option<String>, String> {
    // `3`, `Q3` and `q03` are the third question.
    let number: Option<u16> = wanted.trim_start_matches(['q', 'Q']).parse().ok();
    let is = |code: &str, id: &str| code.eq_ignore_ascii_case(wanted) || id.eq_ignore_ascii_case(wanted);
    let mut told = Vec::new();
    let rules = policy.rules_in_sets().zip(texts.rules.iter());
    for ((set, rule), text) in rules.filter(|((_, rule), _)| is(&rule.code, &rule.id)) {
        told.push(explain_rule(rule, text, &set.judges)?);
    }
    let questions = policy.questions_in_sets().zip(texts.questions.iter());
    for ((set, question), text) in questions.filter(|((_, question), _)| is(&question.code, &question.id) || number == Some(question.number)) {
        let rules: Vec<_> = set.rules.iter().filter(|rule| rule.question.as_ref() == Some(&question.code)).collect();
        told.push(explain_question(question, text, &rules, &set.judges)?);
    }
    // A word may be a keyword too; the language comes first.
    let keywords: Vec<_> = texts.keywords.iter().filter(|doc| policy.vocabulary.find(&doc.id).is_some_and(|kind| policy.vocabulary.kind(kind).word == wanted)).collect();
    if !keywords.is_empty() {
        told.insert(0, explain_keyword(&policy.vocabulary, &keywords)?);
    }
    told.extend(words(texts, wanted));
    told.extend(policy.register_named(wanted).map(|(_, register)| entries(register, texts)));
    told.extend(explain_identity(policy, wanted).transpose()?);
    told.extend(built_in(wanted).map(str::to_owned));
    Ok((!told.is_empty()).then(|| told.join("\n")))
}

/// A list of words, or a word in each list that has it.
fn words(texts: &Texts, wanted: &str) -> Option<String> {
    let mut out = String::new();
    if let Some((name, about)) = texts.lists.iter().find(|(name, _)| name == wanted) {
        let _ = writeln!(out, "{name}  (a list of words)\n\n  {about}\n");
        for word in texts.words.iter().filter(|word| word.list == *name) {
            let _ = writeln!(out, "  {:<28} {}", word.id, word.means);
        }
    }
    for word in texts.words.iter().filter(|word| word.id == wanted) {
        let _ = writeln!(out, "{}  (a word of `{}`)\n\n  {}", word.id, word.list, word.means);
    }
    (!out.is_empty()).then_some(out)
}

/// A register: what it is about, the first words of each entry, and its status where it has one.
fn entries(register: &Register, texts: &Texts) -> String {
    let about = texts.registers.iter().find(|(name, _)| *name == register.name).map_or("", |(_, about)| about.as_str());
    let mut out = format!("{}  (a register)\n\n  {about}\n\n", register.name);
    let shown: Vec<u16> = ["id", "label", "phrase", "status"].iter().filter_map(|name| register.column(name)).collect();
    for entry in register.entries.iter() {
        let cells: Vec<String> = shown
            .iter()
            .filter_map(|column| match &entry[*column as usize] {
                Cell::Words(words) => Some(words.join(", ")),
                Cell::Text(text) => Some(text.to_string()),
                _ => None,
            })
            .collect();
        let _ = writeln!(out, "  {}", cells.join("  "));
    }
    out
}

/// What the tool finds without a rule: faults of text, of files, of packs and of waivers, and findings that stand for several.
fn built_in(code: &str) -> Option<&'static str> {
    let code = code.to_ascii_uppercase();
    Some(match code.split('-').next().unwrap_or(&code) {
        "SYN" => {
            "SYN codes are faults of the text itself: a word that is not known, a name that is not found, a brace that is missing.\nThe message says what to write. Mend these first: what cannot be read cannot be judged.\n"
        }
        "IO" => "IO codes are files that cannot be read. The other files are still checked.\n",
        "WAI" => {
            "WAI codes are waivers that set nothing aside: one that lacks its reason, owner or day, one whose day has passed, one that names no rule, or one that names what nothing sets aside.\nA waiver reads: waive RULE because \"...\" owner NAME until DATE\n"
        }
        "POL" => "POL codes are faults of a pack of rules. docs/rules.md describes packs.\n",
        "CIT" => {
            "CIT codes are citations that cannot be looked up in the law register: unknown, malformed, misnamed, or of no named Act.\n`sharewright law show` shows what the register says of a citation.\n"
        }
        "TERM" => "TERM-01 is a name that is out of date on the day asked about. `sharewright explain stale-terms` lists them all.\n",
        "OPEN" => {
            "OPEN-01 counts the answers that are left open with `?`, OPEN-02 the lines that are still marked `# confirm`, as starters mark what is usual.\nThose of parties and other definitions are told with their file, those of a document with the document.\n"
        }
        "CHK" if code == "CHK-UNANSWERED" => {
            "CHK-UNANSWERED stands for all questions that nothing in the document answers. Each line begins with the question's own code;\n`sharewright explain` tells more of each, and `--each` shows them one by one.\n"
        }
        "CHK" if code == "CHK-STANDARD" => {
            "CHK-STANDARD stands for all conditions that do not hold for questions that are answered. Each line stands for a question, with its\nweightiest condition and the codes of the others. `sharewright checklist FILE` shows them all, `sharewright explain` tells more of\neach, and `--each` shows them one by one.\n"
        }
        _ => return None,
    })
}
