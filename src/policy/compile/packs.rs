//! To which pack each file belongs: the one that it names itself, or else the pack of its folder.

use super::super::pack::PackText;
use super::super::raw::{RawFile, RawPack};
use super::rules::one_line;
use super::{PackFile, Problems};
use crate::diagnostic::Problem;
use crate::model::Vocabulary;
use crate::source::{Text, TextRange};
use std::collections::BTreeMap;

/// The documents that packs judge when they do not say.
const AGREEMENT: &str = "agreement";

/// The packs of all files.
pub(super) struct Packs<'a> {
    /// By file: the kind of document that is judged, and the place of its pack.
    files: BTreeMap<usize, (&'a str, usize)>,
    texts: Vec<PackText>,
}

impl<'a> Packs<'a> {
    pub(super) fn new(files: &[PackFile], raw: &'a [(usize, RawFile)], vocabulary: &Vocabulary, problems: &mut Problems) -> Self {
        let folder = |file: usize| files[file].path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut of_folders: BTreeMap<&str, (&'a str, usize)> = BTreeMap::new();
        let mut packs = Packs { files: BTreeMap::new(), texts: Vec::new() };
        for (file, raw) in raw {
            let Some(pack) = &raw.pack else { continue };
            let judges = pack.judges.as_ref().map_or(AGREEMENT, |judges| judges.get_ref().as_str());
            if let Some(judges) = pack.judges.as_ref().filter(|judges| vocabulary.find(judges.get_ref()).is_none()) {
                let range = TextRange::new(judges.span().start, judges.span().end);
                let problem = Problem::new("POL-02", "rule-not-complete", format!("nothing of the language is called `{}`", judges.get_ref()), range);
                problems.add(*file, problem.helping("A pack judges `agreement`, `disclosure` or `policy`."));
            }
            let own = (judges, packs.place(text(pack)));
            packs.files.insert(*file, own);
            // A file with no rules of its own speaks for its folder; where there is none, the first file that names a pack does.
            if raw.question.is_empty() && raw.rule.is_empty() {
                of_folders.insert(folder(*file), own);
            } else {
                of_folders.entry(folder(*file)).or_insert(own);
            }
        }
        for (file, _) in raw.iter().filter(|(_, raw)| raw.pack.is_none()) {
            let own = of_folders.get(folder(*file)).copied().unwrap_or_else(|| {
                let name = folder(*file).rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("rules");
                (AGREEMENT, packs.place(PackText { name: name.into(), title: name.into(), about: "".into() }))
            });
            packs.files.insert(*file, own);
        }
        packs
    }

    /// The place of a pack. Files of one name are one pack.
    fn place(&mut self, text: PackText) -> usize {
        self.texts.iter().position(|known| known.name == text.name).unwrap_or_else(|| {
            self.texts.push(text);
            self.texts.len() - 1
        })
    }

    /// The kinds of document that are judged, agreements first.
    pub(super) fn kinds(&self) -> Vec<&'a str> {
        let mut kinds: Vec<&str> = self.files.values().map(|(judges, _)| *judges).filter(|kind| *kind != AGREEMENT).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.insert(0, AGREEMENT);
        kinds
    }

    /// The kind of document that the questions and rules of a file judge.
    pub(super) fn judges(&self, file: usize) -> &'a str {
        self.files.get(&file).map_or(AGREEMENT, |(judges, _)| judges)
    }

    /// The place of a file's pack.
    pub(super) fn of(&self, file: usize) -> usize {
        self.files.get(&file).map_or(0, |(_, place)| *place)
    }

    /// What people read of them.
    pub(super) fn into_texts(self) -> Vec<PackText> {
        self.texts
    }
}

fn text(pack: &RawPack) -> PackText {
    PackText { name: pack.name.as_str().into(), title: pack.title.as_deref().map_or_else(|| pack.name.as_str().into(), Text::from), about: one_line(&pack.about) }
}
