//! Settings of a repository: `sharewright.toml`, found upwards, and the files that it extends. What the command line says wins.

mod chosen;
mod document;
mod reader;
mod severities;

pub(super) use chosen::{Choice, Chosen, Origin};

use super::args::PackOptions;
use super::fault::{Fault, Misplaced};
use crate::diagnostic::Problem;
use crate::source::{TextRange, sha256};
use crate::workspace::{here, is_document, nearest, read_whole, told, whole, why_not_read};
use document::{Document, Extends};
use std::path::{Path, PathBuf};

/// The name of a settings file.
const NAME: &str = "sharewright.toml";

/// A settings file, read.
struct Layer {
    /// As it is told.
    path: String,
    /// Where its folder is, from the root.
    folder: PathBuf,
    text: String,
    document: Document,
}

/// The settings of a run: the file that was found first, then what it extends, and so on.
#[derive(Default)]
pub(super) struct Settings {
    here: PathBuf,
    layers: Vec<Layer>,
}

impl Settings {
    /// Finds the settings for some paths, or for the folder in which the tool runs.
    pub(super) fn find(options: &PackOptions, paths: &[String]) -> Result<Self, Fault> {
        if options.no_config {
            return Ok(Settings::default());
        }
        let here = here().map_err(|error| Fault::new("the folder in which the tool runs cannot be told", &error.to_string()))?;
        let place = match &options.config {
            Some(path) => Some(whole(&here, path)),
            None => only(&here, paths)?,
        };
        match place {
            None => Ok(Settings { here, layers: Vec::new() }),
            Some(place) => Self::read(here, place),
        }
    }

    fn read(here: PathBuf, place: PathBuf) -> Result<Self, Fault> {
        let bytes = match read_whole(&place) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Err(cannot(&told(&here, &place), "there is no such file")),
            Err(error) => return Err(cannot(&told(&here, &place), &why_not_read(&error))),
        };
        let mut settings = Settings { here, layers: Vec::new() };
        let mut wrong = Vec::new();
        let mut next = Some((place, bytes));
        while let Some((place, bytes)) = next.take() {
            let path = told(&settings.here, &place);
            let Ok(text) = String::from_utf8(bytes) else { return Err(cannot(&path, "it is not UTF-8 text")) };
            let (document, mut problems) = document::read(&text);
            let folder = place.parent().map(Path::to_owned).unwrap_or_default();
            if let Some(extends) = &document.extends {
                match base(&settings.here, &folder, extends) {
                    Ok(base) => next = Some(base),
                    Err(problem) => problems.push(*problem),
                }
            }
            problems.sort_by_key(|problem| problem.range.start);
            wrong.extend(problems.into_iter().map(|problem| Misplaced { path: path.clone(), text: text.clone(), problem }));
            settings.layers.push(Layer { path, folder, text, document });
        }
        if wrong.is_empty() { Ok(settings) } else { Err(Fault::settings(wrong)) }
    }

    /// The settings files that count, as they are told.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.layers.iter().map(|layer| layer.path.as_str())
    }

    /// A path that counts from the folder of the settings that were found, as it is told.
    fn seen_from_first(&self, path: &str) -> String {
        self.layers.first().map_or_else(|| path.to_owned(), |first| told(&self.here, &whole(&first.folder, path)))
    }
}

/// The one settings file of all paths.
fn only(here: &Path, paths: &[String]) -> Result<Option<PathBuf>, Fault> {
    let [first, rest @ ..] = paths else { return Ok(nearest(here, ".", NAME)) };
    let found = nearest(here, first, NAME);
    let mut known = Path::new(first).parent();
    for path in rest {
        // Files of one folder have the same settings; a hook may name hundreds of them.
        let folder = Path::new(path).parent();
        if folder == known && is_document(path) {
            continue;
        }
        known = folder;
        let other = nearest(here, path, NAME);
        if other != found {
            let name = |file: &Option<PathBuf>| file.as_ref().map_or_else(|| "no settings".to_owned(), |file| format!("`{}`", told(here, file)));
            let headline = format!("the paths do not have the same settings: `{first}` has {}, `{path}` has {}", name(&found), name(&other));
            return Err(Fault::new(&headline, "Run the tool once for each, or name the settings with `--config`."));
        }
    }
    Ok(found)
}

/// The file that another one extends, if it is still the one that was pinned.
fn base(here: &Path, folder: &Path, extends: &Extends) -> Result<(PathBuf, Vec<u8>), Box<Problem>> {
    let problem = |code, rule, headline: String, at: TextRange, help: &str| Box::new(Problem::new(code, rule, headline, at).helping(help));
    let place = whole(folder, &extends.file.value);
    let path = told(here, &place);
    let bytes = match read_whole(&place) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Err(problem("CFG-07", "extended-file-missing", format!("`{path}` is not there"), extends.file.range, "The path counts from the folder of this file.")),
        Err(error) => {
            return Err(problem(
                "CFG-07",
                "extended-file-missing",
                format!("`{path}` cannot be read: {}", why_not_read(&error)),
                extends.file.range,
                "Check the path, and that you may read the file.",
            ));
        }
    };
    let is = sha256(&bytes);
    let write = format!("Read what it says. If you agree with it, write `sha256 = \"{is}\"`.");
    match &extends.sha256 {
        None => Err(problem("CFG-08", "extended-file-not-pinned", format!("nothing says which state of `{path}` is meant"), extends.range, &write)),
        Some(pinned) if !pinned.value.eq_ignore_ascii_case(&is) => {
            Err(problem("CFG-08", "extended-file-changed", format!("`{path}` is not what it was when it was pinned here"), pinned.range, &write))
        }
        Some(_) => Ok((place, bytes)),
    }
}

fn cannot(path: &str, why: &str) -> Fault {
    Fault::new(&format!("the settings `{path}` cannot be read: {why}"), "Check the path after `--config`, and that you may read the file; `--no-config` does without.")
}
