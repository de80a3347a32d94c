//! The stages of the work apart, in this process and on one thread.
//!
//! The reader remembers statements, a memory for each thread. So each pass has a thread of its own: a second pass over the
//! same files would measure little but that memory.

use crate::generate::{Corpus, FOLDER};
use sharewright::law::Law;
use sharewright::lint::{Judge, judge};
use sharewright::model::{Model, Parsed, lower, parse_day, visible};
use sharewright::source::SourceFile;
use sharewright::{shipped, syntax};
use std::hint::black_box;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// How long each stage takes over a corpus: the best of three passes.
pub struct Stages {
    /// Bytes of the corpus.
    pub bytes: usize,
    /// Text to tree, one file after the other.
    pub parse: Duration,
    /// The same, as if each file were the only one.
    pub parse_alone: Duration,
    /// Trees to a resolved model.
    pub resolve: Duration,
    /// The model judged.
    pub lint: Duration,
    /// Files without a slip on purpose in which the language finds a fault all the same: should be none.
    pub unsound: usize,
}

impl Stages {
    /// All of them together, one file after the other.
    pub fn all(&self) -> Duration {
        self.parse + self.resolve + self.lint
    }
}

/// Measures the stages. Nothing is measured when `today` is not a day.
pub fn measure(corpus: &Corpus, today: &str) -> Option<Stages> {
    let day = parse_day(today).ok()?.first;
    let files: Vec<_> = corpus.all().collect();
    let bytes = files.iter().map(|file| file.text.len()).sum();
    let read = |text: &str| drop(black_box(syntax::parse(text)));
    let parse = best(|| files.iter().for_each(|file| read(&file.text)));
    let unrelated = (0..60).map(|number| format!("unrelated line-{number} \"{number}\"")).collect::<Vec<_>>().join("\n");
    let alone = |text: &str| on_a_thread(|| read(&unrelated), || read(text));
    let parse_alone = (0..3).map(|_| files.iter().map(|file| alone(&file.text)).sum()).min().unwrap_or_default();

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
    let judged_by = Judge { policy, texts: shipped::texts(), law: &Law::new(policy), today: day, footing: false };
    let lint = best(|| models.iter().for_each(|model| drop(black_box(judge(&judged_by, model)))));
    let has_fault = |model: &Model<'_>| !model.problems.is_empty() || !model.files[0].tree.problems.is_empty();
    let unsound = files.iter().zip(&models).filter(|(file, model)| file.defects.is_empty() && has_fault(model)).count();
    Some(Stages { bytes, parse, parse_alone, resolve, lint, unsound })
}

fn best(pass: impl Fn() + Sync) -> Duration {
    (0..3).map(|_| on_a_thread(|| (), &pass)).min().unwrap_or_default()
}

/// How long something takes on a new thread, after something else that is not timed.
fn on_a_thread(first: impl Fn() + Sync, timed: impl Fn() + Sync) -> Duration {
    let work = || {
        first();
        let start = Instant::now();
        timed();
        start.elapsed()
    };
    thread::scope(|scope| scope.spawn(work).join()).unwrap_or_else(|fell_over| resume_unwind(fell_over))
}
