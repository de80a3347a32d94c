//! The blocks of one page, tried one after the other in a folder of its own.

use super::page::{Block, Page, root};
use super::placed::placed;
use sharewright::model::{Parsed, lower, visible};
use sharewright::shipped;
use sharewright::source::SourceFile;
use snapbox::IntoData;
use snapbox::filter::NormalizeToExpected;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::ops::Range;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

/// The day for which commands answer that do not say one.
const DAY: &str = "2026-11-21";

/// A page being tried.
pub struct Session<'p> {
    page: &'p Page,
    folder: TempDir,
    /// Whether a command takes a day.
    dated: BTreeMap<String, bool>,
    /// What is to stand in the page instead.
    edits: Vec<(Range<usize>, String)>,
    pub text: String,
    pub faults: Vec<String>,
    pub commands: usize,
    pub files: usize,
}

/// A command in a block: its line, what is typed while it runs, and what is shown below it.
struct Step<'b> {
    command: &'b str,
    typed: String,
    shown: String,
    /// Where that stands in the page.
    range: Range<usize>,
}

impl<'p> Session<'p> {
    pub fn new(page: &'p Page) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&root().join("examples"), &folder.path().join("examples"));
        Session { page, folder, dated: BTreeMap::new(), edits: Vec::new(), text: page.text.clone(), faults: Vec::new(), commands: 0, files: 0 }
    }

    pub fn run(&mut self) {
        let page = self.page;
        for block in &page.blocks {
            self.keep(block);
            match block.kind() {
                "console" => self.console(block),
                "isa" => self.isa(block),
                "toml" => {
                    self.files += 1;
                    if let Err(error) = block.content.parse::<toml::Table>() {
                        self.fault(block, &error.to_string());
                    }
                }
                "yaml" => {
                    let lines = block.content.lines().map(|line| line.trim().trim_start_matches("- ").trim_start_matches("run: "));
                    for command in lines.filter(|line| line.starts_with("sharewright ")) {
                        let ran = self.command(command, "");
                        self.ended(block, command, &ran, None);
                    }
                }
                _ => {}
            }
        }
        for (range, text) in self.edits.iter().rev() {
            self.text.replace_range(range.clone(), text);
        }
    }

    fn fault(&mut self, block: &Block, what: &str) {
        self.faults.push(format!("{}:{}: {what}", self.page.path, block.line));
    }

    /// Writes the files of a block that says so.
    fn keep(&mut self, block: &Block) {
        if let Some(name) = block.option("file") {
            let place = self.folder.path().join(name);
            fs::create_dir_all(place.parent().expect("a folder around it")).expect("the folder is made");
            fs::write(place, &block.content).expect("the file is written");
        }
        if let Some(name) = block.option("add") {
            let place = self.folder.path().join(name);
            let mut text = fs::read_to_string(&place).unwrap_or_else(|_| panic!("{}:{}: there is no {name} yet", self.page.path, block.line));
            let end = text.rfind("\n}").expect("a brace that closes the file") + 1;
            text.insert_str(end, &block.content);
            fs::write(place, text).expect("the file is written");
        }
        if let Some(name) = block.option("change") {
            let place = self.folder.path().join(name);
            let mut text = fs::read_to_string(&place).unwrap_or_else(|_| panic!("{}:{}: there is no {name} yet", self.page.path, block.line));
            for line in block.content.lines() {
                let keyword = |line: &str| line.split_whitespace().next().map(str::to_owned);
                let old = text.lines().find(|old| keyword(old) == keyword(line) && old.contains(" ?")).map(str::to_owned);
                let old = old.unwrap_or_else(|| panic!("{}:{}: nothing in {name} is open for: {line}", self.page.path, block.line));
                text = text.replacen(&old, line, 1);
            }
            fs::write(place, text).expect("the file is written");
        }
    }

    /// A file or a piece of one is read without a fault. Names may stand elsewhere.
    fn isa(&mut self, block: &Block) {
        self.files += 1;
        if block.info.split_whitespace().any(|word| word == "faulty") {
            return;
        }
        let vocabulary = &shipped::policy().vocabulary;
        let home = block.option("in").or_else(|| block.option("add").map(|_| "agreement"));
        let text = match home.map(|word| vocabulary.find(word).unwrap_or_else(|| panic!("`{word}` is no keyword"))) {
            Some(home) => placed(vocabulary, Some(home), &block.content),
            None => block.content.clone(),
        };
        let parsed = Arc::new(Parsed::new(Arc::new(SourceFile::new("block.isa", text.clone()))));
        let mut faults: Vec<String> = parsed.tree.problems.iter().map(|problem| problem.headline.clone()).collect();
        let model = lower(vocabulary, vec![parsed], &visible(&[("block.isa", &text)]));
        faults.extend(model.problems.iter().filter(|problem| problem.code != "SYN-30").map(|problem| format!("{} {} ({})", problem.code, problem.headline, problem.help)));
        for fault in faults {
            self.fault(block, &fault);
        }
    }

    fn console(&mut self, block: &Block) {
        let steps = steps(block);
        let last = steps.len().saturating_sub(1);
        for (index, step) in steps.iter().enumerate() {
            let ran = self.command(step.command, &step.typed);
            self.ended(block, step.command, &ran, block.option("exit").filter(|_| index == last).map(|code| code.parse().expect("a number")));
            let shown = step.shown.trim_end();
            if shown.is_empty() {
                continue;
            }
            let untyped: String = shown.lines().map(|line| if line.starts_with("> ") { ">" } else { line.trim_end() }).collect::<Vec<_>>().join("\n");
            let printed = ran.text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
            let met = NormalizeToExpected::new().redact().normalize(printed.trim_end().into_data(), &untyped.as_str().into_data()).to_string();
            if met == untyped {
                continue;
            }
            self.faults.push(format!("{}:{}: `{}` prints:\n{met}\n\nwhere is shown:\n{untyped}", self.page.path, block.line, step.command));
            if step.typed.is_empty() {
                self.edits.push((step.range.clone(), format!("{met}\n{}", if step.shown.ends_with("\n\n") { "\n" } else { "" })));
            }
        }
    }

    fn ended(&mut self, block: &Block, command: &str, ran: &Ran, wanted: Option<i32>) {
        let as_said = wanted.map_or(matches!(ran.code, Some(0 | 1)), |wanted| ran.code == Some(wanted));
        if !as_said {
            self.fault(block, &format!("`{command}` ends with {:?}:\n{}", ran.code, ran.text));
        }
    }

    /// Runs a line of a shell: words, quotation marks, a remark, and `> FILE` at its end.
    fn command(&mut self, line: &str, typed: &str) -> Ran {
        self.commands += 1;
        let mut words = words(line);
        let into = words.iter().position(|word| word == ">").map(|at| words.split_off(at).pop().expect("a file"));
        assert_eq!(words.first().map(String::as_str), Some("sharewright"), "{}: only sharewright is run: {line}", self.page.path);
        let mut arguments = words.split_off(1);
        if !arguments.iter().any(|word| word == "--as-of") && self.takes_a_day(&arguments) {
            arguments.extend(["--as-of".to_owned(), DAY.to_owned()]);
        }
        let mut child = tool(self.folder.path()).args(&arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the tool starts");
        // A run that asks nothing may have ended by now.
        let _ = child.stdin.take().expect("its input").write_all(typed.as_bytes());
        let ran = child.wait_with_output().expect("the tool runs");
        if let Some(into) = into {
            fs::write(self.folder.path().join(into), &ran.stdout).expect("the file is written");
            return Ran { code: ran.status.code(), text: String::from_utf8_lossy(&ran.stderr).into_owned() };
        }
        Ran { code: ran.status.code(), text: format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr)) }
    }

    /// Whether the help of a command tells of a day.
    fn takes_a_day(&mut self, arguments: &[String]) -> bool {
        let command: Vec<&str> = arguments.iter().map(String::as_str).take_while(|word| word.chars().all(|c| c.is_ascii_lowercase())).take(2).collect();
        // The second word may be a command of its own, or a path.
        for length in (1..=command.len()).rev() {
            let key = command[..length].join(" ");
            if let Some(known) = self.dated.get(&key) {
                return *known;
            }
            let help = tool(self.folder.path()).args(&command[..length]).arg("--help").output().expect("the tool runs");
            let help = String::from_utf8_lossy(&help.stdout).into_owned();
            if help.contains(&format!("Usage: sharewright {key} ")) {
                return *self.dated.entry(key).or_insert(help.contains("--as-of"));
            }
        }
        false
    }
}

/// What a run ended with, and all that it printed.
struct Ran {
    code: Option<i32>,
    text: String,
}

fn tool(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sharewright"));
    command.current_dir(folder).env("NO_COLOR", "1").env_remove("GITHUB_STEP_SUMMARY");
    command
}

fn steps(block: &Block) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    let mut at = block.range.start;
    for line in block.content.split_inclusive('\n') {
        let end = at + line.len();
        if let Some(command) = line.strip_prefix("$ ") {
            steps.push(Step { command: command.trim_end(), typed: String::new(), shown: String::new(), range: end..end });
        } else if let Some(step) = steps.last_mut() {
            if let Some(typed) = line.strip_prefix("> ") {
                step.typed.push_str(typed);
            }
            step.shown.push_str(line);
            step.range.end = end;
        }
        at = end;
    }
    steps
}

/// The words of a command as a shell divides them; a remark is left out.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => words.extend(word.take()),
            '#' if !quoted && word.is_none() => break,
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder is made");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).expect("a file is copied");
        }
    }
}
