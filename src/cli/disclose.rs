//! `sharewright disclose`: the guided interview. Reads answers from the terminal or from a file, and keeps the record after each one.

mod talk;

use super::args::DiscloseOptions;
use super::fault::Fault;
use super::load::{Policies, day};
use super::{Exit, print};
use crate::diagnostic::Severity;
use crate::emit::questions_json;
use crate::guide::{Guide, Pace, Record, Script, fresh, record_name};
use crate::law::Law;
use crate::lint::Judge;
use crate::report::safe_line;
use crate::workspace::{Reading, discover, exists, read_source, store, sweep};
use std::fmt::Write;
use std::io::{self, IsTerminal};

/// How the files of records end.
const ENDING: &str = ".disclosure";

pub(super) fn run(options: &DiscloseOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let policies = Policies::load(&options.packs)?;
    let policy = policies.policy();
    let law = Law::new(policy);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: false };
    let guide = Guide::new(&judge, if options.urgent { Pace::Now } else { Pace::Whole })
        .ok_or_else(|| Fault::new("these packs hold no interview", "Interviews are written in packs as steps; docs/disclosures.md describes them."))?;
    if options.questions {
        print(&questions_json(&guide))?;
        return Ok(Exit::Clean);
    }
    let path = options.file.as_deref().unwrap_or_default();
    if !path.ends_with(ENDING) {
        return Err(Fault::new(&format!("`{path}` is not called like a disclosure record"), "The file of a record ends in .disclosure, such as case-14.disclosure."));
    }
    let text = if exists(path) { on_disk(path)? } else { fresh(&record_name(path)) };
    let record = read(guide, path, &text)?;
    sweep(path);
    if let Some(answers) = &options.answers {
        let script = script(&guide, answers)?;
        let answered = script.run(&record).map_err(|problem| Fault::new(&format!("{answers}:{}: {}", problem.line, problem.what), "Nothing was written."))?;
        for warning in &answered.warnings {
            eprintln!("warning: {}", safe_line(&format!("{answers}:{}: {}", warning.line, warning.what)));
        }
        keep(path, &answered.text)?;
    } else {
        let coloured = options.color.shows(io::stdout().is_terminal());
        if !talk::talk(guide, path, coloured)? {
            return Ok(Exit::Clean);
        }
    }
    print(&ending(&judge, guide, path)?)?;
    Ok(Exit::Clean)
}

fn read<'g>(guide: Guide<'g>, path: &str, text: &str) -> Result<Record<'g>, Fault> {
    Record::read(guide, path, text).map_err(|why| Fault::new(&why, "Nothing was changed. `sharewright lint` on the file says more; or choose another name for the record."))
}

/// What the file holds.
fn on_disk(path: &str) -> Result<String, Fault> {
    let (source, problem) = read_source(path);
    match problem {
        Some(problem) => Err(Fault::new(&problem.headline, &problem.help)),
        None => Ok(source.text.clone()),
    }
}

fn keep(path: &str, text: &str) -> Result<(), Fault> {
    store(path, text).map_err(|why| Fault::new(&format!("`{path}` cannot be written: {why}"), "Check the folder, and that you may write in it. What was kept before is still there."))
}

fn script(guide: &Guide<'_>, path: &str) -> Result<Script, Fault> {
    let text = on_disk(path)?;
    Script::read(guide, &text).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(|problem| format!("{path}:{}: {}", problem.line, problem.what)).collect();
        for line in &lines[..lines.len().saturating_sub(1)] {
            Fault::new(line, "").print();
        }
        Fault::new(lines.last().map_or("", String::as_str), "Nothing was written. Mend the answers and run again.")
    })
}

/// Where the record is, what was found in it, and what is still open.
fn ending(judge: &Judge<'_>, guide: Guide<'_>, path: &str) -> Result<String, Fault> {
    let mut counts = [0_usize; 3];
    let found = discover(&[path.to_owned()]);
    Reading::new(&found).check(judge, &mut |checked| {
        for finding in checked.findings().into_iter().filter(|finding| finding.is_active()) {
            counts[match finding.severity {
                Severity::Error => 0,
                Severity::Warning => 1,
                Severity::Info => 2,
            }] += 1;
        }
        true
    });
    let text = on_disk(path)?;
    let record = read(guide, path, &text)?;
    let mut out = format!("\nThe record is in {path}.\n");
    let left = record.left();
    if guide.pace == Pace::Now && left > 0 {
        let questions = if left == 1 { "1 question follows".to_owned() } else { format!("at least {left} questions follow") };
        let _ = writeln!(out, "What cannot wait is asked and kept; {questions}. When there is time: sharewright disclose {path}");
        let _ = writeln!(out, "`sharewright trace {path}` shows where the guidance leads and what is still missing.");
        return Ok(out);
    }
    let _ = writeln!(out, "It was checked. Errors: {}, warnings: {}, advice: {}. `sharewright lint {path}` lists them.", counts[0], counts[1], counts[2]);
    let open = record.open_points();
    if open.is_empty() {
        out.push_str("Nothing is open.\n");
    } else {
        let points: Vec<String> = open.iter().map(|(line, keyword)| format!("{keyword} (line {line})")).collect();
        let _ = writeln!(out, "Still open: {}. Run the same command again when you know.", points.join(", "));
    }
    let stale = record.not_asked_any_more();
    if !stale.is_empty() {
        let _ = writeln!(out, "Kept, though nothing asks for it any more: {}. Remove what does not belong.", stale.join(", "));
    }
    let _ = writeln!(out, "`sharewright trace {path}` explains the decision.");
    Ok(out)
}
