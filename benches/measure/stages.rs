//! The stages of the work apart, in this process and on one thread.

use crate::generate::{Corpus, FOLDER};
use sharewright::lint::{Judge, Phrases, Prose, judge};
use sharewright::model::{Model, Parsed, lower, parse_day, visible};
use sharewright::source::SourceFile;
use sharewright::{shipped, syntax};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long each stage takes over a corpus: the best of three passes.
pub struct Stages {
    /// Bytes of the corpus.
    pub bytes: usize,
    /// Text to tree.
    pub parse: Duration,
    /// Trees to a resolved model.
    pub resolve: Duration,
    /// The model judged.
    pub lint: Duration,
    /// Files without a slip on purpose in which the language finds a fault all the same: should be none.
    pub unsound: usize,
}

impl Stages {
    /// All of them together.
    pub fn all(&self) -> Duration {
        self.parse + self.resolve + self.lint
    }
}

/// Measures the stages. Nothing is measured when `today` is not a day.
pub fn measure(corpus: &Corpus, today: &str) -> Option<Stages> {
    let day = parse_day(today).ok()?.first;
    let files: Vec<_> = corpus.all().collect();
    let bytes = files.iter().map(|file| file.text.len()).sum();
    let parse = best(|| files.iter().for_each(|file| drop(black_box(syntax::parse(&file.text)))));

    let parsed: Vec<Arc<Parsed>> = files.iter().map(|file| Arc::new(Parsed::new(Arc::new(SourceFile::new(file.path.clone(), file.text.clone()))))).collect();
    let policy = shipped::policy();
    let model = |index: usize| -> Model<'static> {
        let mut bundle = vec![Arc::clone(&parsed[index])];
        if files[index].text.contains("\nuse ") {
            bundle.push(Arc::clone(&parsed[index - index % FOLDER]));
        }
        let named: Vec<(&str, &str)> = bundle.iter().map(|file| (file.source.path.as_str(), file.source.text.as_str())).collect();
        let sees = visible(&named);
        lower(&policy.vocabulary, bundle.clone(), &sees)
    };
    let resolve = best(|| (0..files.len()).for_each(|index| drop(black_box(model(index)))));

    let models: Vec<Model<'_>> = (0..files.len()).map(model).collect();
    let phrases = Phrases::new(policy);
    let judged_by = Judge { policy, prose: Prose::Later(shipped::texts), phrases: &phrases, today: day };
    let lint = best(|| models.iter().for_each(|model| drop(black_box(judge(&judged_by, model)))));
    let has_fault = |model: &Model<'_>| !model.problems.is_empty() || !model.files[0].tree.problems.is_empty();
    let unsound = files.iter().zip(&models).filter(|(file, model)| file.defects.is_empty() && has_fault(model)).count();
    Some(Stages { bytes, parse, resolve, lint, unsound })
}

fn best(mut pass: impl FnMut()) -> Duration {
    let timed = (0..3).map(|_| {
        let start = Instant::now();
        pass();
        start.elapsed()
    });
    timed.min().unwrap_or_default()
}
