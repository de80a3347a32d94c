//! Papers: what one costs in each format, and what pandoc takes for the same Markdown.

use crate::measure::Written;
use crate::measure::process::{Cost, run};
use crate::report::{Table, count, milliseconds, number, ratio, seconds};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// The formats of the tool, with the name that pandoc has for each; it needs a further program for PDF.
const FORMATS: [(&str, &str, Option<&str>); 4] = [("md", "Markdown", Some("gfm")), ("html", "HTML", Some("html")), ("docx", "Word", Some("docx")), ("pdf", "PDF", None)];

/// How many papers pandoc is given, at most: it is started for each.
const OF_PANDOC: usize = 100;

/// What the figures of papers need.
pub struct Papers {
    /// The tool.
    pub program: PathBuf,
    /// The day that every run answers for.
    pub today: &'static str,
    /// The files.
    pub corpus: Written,
    /// A folder for what is written.
    pub scratch: PathBuf,
}

/// The agreement of each file in each format, then pandoc.
pub fn tables(papers: &Papers) -> io::Result<Vec<Table>> {
    let mut table = Table::new(
        "Papers (the agreement of each file, written to a folder that is empty)",
        &["format", "papers", "clock", "CPU", "clock a paper", "CPU a paper", "CPU of pandoc a paper", "pandoc / sharewright"],
    );
    let checking = run(Command::new(&papers.program).args(["lint", "--format", "short", "--as-of", papers.today, "."]).current_dir(&papers.corpus.top), 1)?;
    table.row(&["reading and checking alone (`lint`)", "none", &seconds(checking.wall.as_secs_f64()), &cpu(&checking, 1, seconds), "", "", "", ""]);
    let mut of_markdown = Vec::new();
    let mut pandoc = None;
    for (format, name, word) in FORMATS {
        let Some((cost, made)) = papers.build(format)? else {
            table.row(&[name, "none: this program was built without it", "", "", "", "", "", ""]);
            continue;
        };
        if format == "md" {
            of_markdown.clone_from(&made);
            pandoc = version();
        }
        let theirs = match word.filter(|_| pandoc.is_some()) {
            Some(word) => papers.pandoc(word, &of_markdown)?,
            None => None,
        };
        let ours = cost.cpu.map(|cpu| cpu.as_secs_f64() / number(made.len()));
        table.row(&[
            name,
            &count(made.len()),
            &seconds(cost.wall.as_secs_f64()),
            &cpu(&cost, 1, seconds),
            &milliseconds(cost.wall.as_secs_f64() / number(made.len())),
            &cpu(&cost, made.len(), milliseconds),
            &theirs.map_or_else(|| if word.is_none() { "not measured".to_owned() } else { "not there".to_owned() }, milliseconds),
            &theirs.zip(ours).map_or_else(|| "-".to_owned(), |(theirs, ours)| ratio(theirs / ours)),
        ]);
    }
    table.note("Each run reads the files, checks them by all rules, and writes one paper a file; it uses all cores. Clock and CPU are of one run.");
    table.note(&pandoc.map_or_else(
        || "pandoc is not there.".to_owned(),
        |version| {
            format!(
                "{version} reads the Markdown that the tool has written, at most {OF_PANDOC} papers, and is started for each as its users do. It checks nothing. For PDF it needs a further program."
            )
        },
    ));
    Ok(vec![table])
}

impl Papers {
    /// The papers in one format: what they cost, and their paths. Nothing when the program cannot write it.
    fn build(&self, format: &str) -> io::Result<Option<(Cost, Vec<PathBuf>)>> {
        let out = self.scratch.join(format);
        let mut command = Command::new(&self.program);
        command.args(["build", ".", "--kind", "agreement", "--format", format, "--as-of", self.today, "--out"]).arg(&out).current_dir(&self.corpus.top);
        if format == "pdf" && !self.has_pdf()? {
            return Ok(None);
        }
        let cost = run(&mut command, 1)?;
        let mut made: Vec<PathBuf> = fs::read_dir(&out)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        made.sort();
        Ok(Some((cost, made)))
    }

    /// Whether the program was built with PDF: asked of a folder without files, it says that before anything else.
    fn has_pdf(&self) -> io::Result<bool> {
        let empty = self.scratch.join("empty");
        fs::create_dir_all(&empty)?;
        let said = Command::new(&self.program).args(["build", ".", "--format", "pdf", "--out", "none"]).current_dir(&empty).output()?;
        Ok(!String::from_utf8_lossy(&said.stderr).contains("built without PDF"))
    }

    /// The CPU seconds that pandoc takes for a paper.
    fn pandoc(&self, to: &str, markdown: &[PathBuf]) -> io::Result<Option<f64>> {
        let some = &markdown[..markdown.len().min(OF_PANDOC)];
        let mut spent = 0.0;
        for path in some {
            let cost = run(Command::new("pandoc").args(["--from", "gfm", "--to", to, "--standalone", "--output"]).arg(self.scratch.join("pandoc.out")).arg(path), 1)?;
            let Some(cpu) = cost.cpu else { return Ok(None) };
            spent += cpu.as_secs_f64();
        }
        Ok(Some(spent / number(some.len().max(1))))
    }
}

/// What pandoc calls itself; nothing where it is not on the path.
fn version() -> Option<String> {
    let said = Command::new("pandoc").arg("--version").output().ok()?;
    String::from_utf8_lossy(&said.stdout).lines().next().map(str::to_owned)
}

fn cpu(cost: &Cost, papers: usize, written: fn(f64) -> String) -> String {
    cost.cpu.map_or_else(|| "not known".to_owned(), |cpu| written(cpu.as_secs_f64() / number(papers)))
}

/// What the page says of the machine and the files, and the tables.
pub fn page(program: &Path, date: Option<&str>, machine: &str, what: &str, tables: &[Table]) -> String {
    let date = date.map_or_else(|| "on a day that was not given".to_owned(), |date| format!("on {date}"));
    let program = program.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut page = format!(
        "# How fast papers are made\n\n<!-- Made from a run of the benchmark -->\n\nMeasured {date} with `{program}` by `cargo bench --bench speed -- --papers`, which writes this page. Machine: {machine}.\n\n{what} They are those of [performance.md](performance.md).\n"
    );
    for table in tables {
        page.push('\n');
        page.push_str(&table.markdown());
    }
    page
}
