//! What holds in a run, and who said so: the command line, a settings file, or nobody.

use super::document::Document;
use super::reader::Value;
use super::{Layer, Settings};
use crate::cli::args::{LintOptions, Output, PackOptions, Threshold};
use crate::report::Format;
use crate::source::SourceFile;
use crate::workspace::{told, whole};

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Origin {
    /// A flag of the command line.
    Flag(&'static str),
    /// A line of a settings file.
    File(String, usize),
    /// Nobody.
    Default,
}

/// What was chosen, and by whom.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Choice<T> {
    pub(in crate::cli) value: T,
    pub(in crate::cli) from: Origin,
}

/// A severity that is set.
pub(in crate::cli) struct SetSeverity<'s> {
    /// The patterns of the files for which it is; all when there are none.
    pub(in crate::cli) paths: Option<Vec<String>>,
    pub(in crate::cli) rule: &'s str,
    pub(in crate::cli) severity: &'static str,
    pub(in crate::cli) from: Origin,
}

/// The choices of a run of `lint`.
pub(in crate::cli) struct Chosen {
    pub(in crate::cli) packs: Choice<Vec<String>>,
    pub(in crate::cli) format: Choice<Format>,
    pub(in crate::cli) output: Choice<Vec<Output>>,
    pub(in crate::cli) fail_on: Choice<Threshold>,
    pub(in crate::cli) each: Choice<bool>,
    pub(in crate::cli) baseline: Choice<Option<String>>,
}

impl Settings {
    /// The local packs of a run.
    pub(in crate::cli) fn packs(&self, options: &PackOptions) -> Choice<Vec<String>> {
        let flag = (!options.packs.is_empty()).then(|| options.packs.clone());
        self.choose("--packs", flag, |document| document.packs.as_ref(), Vec::new(), |layer, packs| packs.iter().map(|pack| told(&self.here, &whole(&layer.folder, pack))).collect())
    }

    /// What holds in a run of `lint`.
    pub(in crate::cli) fn chosen(&self, options: &LintOptions) -> Chosen {
        let outputs = |outputs: &[Output]| -> Vec<Output> { outputs.iter().map(|output| self.output(output)).collect() };
        let flag = (!options.output.is_empty()).then(|| options.output.clone());
        Chosen {
            packs: self.packs(&options.packs),
            format: self.choose("--format", options.format, |document| document.format.as_ref(), Format::Rich, |_, format| *format),
            output: self.choose("--output", flag, |document| document.output.as_ref(), Vec::new(), |_, value| outputs(value)),
            fail_on: self.choose("--fail-on", options.fail_on, |document| document.fail_on.as_ref(), Threshold::Error, |_, lowest| *lowest),
            each: self.choose("--each", options.each, |document| document.each.as_ref(), false, |_, each| *each),
            baseline: self.choose("--baseline", options.baseline.clone().map(Some), |document| document.baseline.as_ref(), None, |_, path| Some(self.seen_from_first(path))),
        }
    }

    /// The flag, or else the nearest file that says something, or else what holds when nobody does.
    fn choose<T, U>(&self, flag: &'static str, given: Option<U>, said: impl Fn(&Document) -> Option<&Value<T>>, usual: U, make: impl Fn(&Layer, &T) -> U) -> Choice<U> {
        if let Some(value) = given {
            return Choice { value, from: Origin::Flag(flag) };
        }
        let found = self.layers.iter().find_map(|layer| said(&layer.document).map(|value| (layer, value)));
        found.map_or(Choice { value: usual, from: Origin::Default }, |(layer, value)| Choice { value: make(layer, &value.value), from: layer.line(value.range.start) })
    }

    /// An output of a settings file goes beside the settings that were found; annotations and job summaries go where GitHub looks.
    fn output(&self, output: &Output) -> Output {
        let path = output.path.as_deref().or(if matches!(output.format, Format::Github | Format::GithubSummary) { None } else { Some(output.format.file_name()) });
        Output { format: output.format, path: path.map(|path| self.seen_from_first(path)) }
    }

    /// Each severity that is set, nearest file first.
    pub(in crate::cli) fn severities(&self) -> impl Iterator<Item = SetSeverity<'_>> {
        self.layers.iter().flat_map(|layer| {
            let all = layer.document.severity.iter().map(|setting| (None, setting));
            let some = layer.document.overrides.iter().flat_map(|special| {
                let paths: Vec<String> = special.paths.iter().map(|path| path.value.as_str().to_owned()).collect();
                special.severity.iter().map(move |setting| (Some(paths.clone()), setting))
            });
            all.chain(some).map(move |(paths, setting)| SetSeverity { paths, rule: &setting.rule.value, severity: setting.severity.value.word(), from: layer.line(setting.rule.range.start) })
        })
    }
}

impl Layer {
    fn line(&self, at: u32) -> Origin {
        let (line, _) = SourceFile::new(self.path.clone(), self.text.clone()).line_column(at);
        Origin::File(self.path.clone(), line)
    }
}
