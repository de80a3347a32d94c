//! Questions and rules, compiled: their conditions are typed, and what a rule must have is asked for.

use super::super::condition::{Expr, ExprId, Names, PathId, Scope, Target, check, check_guards};
use super::super::decision::Decisions;
use super::super::interview::Interview;
use super::super::pack::Policy;
use super::super::pack::{PhraseBook, Pool, RuleSet};
use super::super::raw::{RawCitation, RawFile, RawQuestion, RawRule};
use super::super::register::Registers;
use super::super::rule::title::named_parts;
use super::super::rule::{Example, Part, Question, QuestionText, Rule, RuleText, Subjects, Touch};
use super::packs::Packs;
use super::{Compiled, PackFile, Problems, decisions, interview, ymd};
use crate::diagnostic::{Citation, Problem, Severity, did_you_mean, list_words};
use crate::model::Vocabulary;
use crate::source::{Text, TextRange};
use serde_spanned::Spanned;
use smallvec::{SmallVec, smallvec};
use std::collections::BTreeSet;
use std::ops::Range;

/// A flow's two ends under one name.
const SIDE: (&str, [&str; 2]) = ("side", ["discloser", "recipient"]);

pub(super) fn build(files: &[PackFile], raw: &[(usize, RawFile)], compiled: &mut Compiled, problems: &mut Problems) {
    let packs = Packs::new(files, raw, &compiled.policy.vocabulary, problems);
    let mut seen = BTreeSet::new();
    let mut texts = (Vec::new(), Vec::new());
    for kind in packs.kinds() {
        let of_kind = || raw.iter().filter(|(file, _)| packs.judges(*file) == kind);
        let mut pool = Pool::default();
        let Policy { vocabulary, registers, phrases, .. } = &mut compiled.policy;
        let mut builder = Builder { files, packs: &packs, vocabulary, registers, judges: kind, pool: &mut pool, phrases, problems, seen: &mut seen };
        let (questions, rules) = builder.set(of_kind());
        let (questions, of_questions): (Vec<_>, Vec<_>) = questions.into_iter().unzip();
        let (rules, of_rules): (Vec<_>, Vec<_>) = rules.into_iter().unzip();
        let mut own = Pool::default();
        let mut builder = Builder { files, packs: &packs, vocabulary, registers, judges: kind, pool: &mut own, phrases, problems, seen: &mut seen };
        let decisions = decisions::build(&mut builder, of_kind()).map(|decisions| Decisions { pool: own, ..decisions });
        let decisions = decisions.into_iter().collect();
        let mut own = Pool::default();
        let mut builder = Builder { files, packs: &packs, vocabulary, registers, judges: kind, pool: &mut own, phrases, problems, seen: &mut seen };
        let interview = interview::build(&mut builder, of_kind()).map(|interview| Interview { pool: own, ..interview });
        let set = RuleSet { judges: kind.into(), pool, questions, rules, decisions, first_question: texts.0.len(), first_rule: texts.1.len() };
        texts.0.extend(of_questions);
        texts.1.extend(of_rules);
        compiled.policy.judged.push(set.judges.clone());
        compiled.policy.sets.push(set);
        if let Some(interview) = interview {
            compiled.policy.interviewed.push(kind.into());
            compiled.policy.interviews.push(interview);
        }
    }
    (compiled.texts.questions, compiled.texts.rules) = (texts.0.into_iter().collect(), texts.1.into_iter().collect());
    compiled.texts.packs = packs.into_texts();
}

/// A code with its numbers as numbers, so that `CHK-Q02.10` follows `CHK-Q02.9`.
fn natural(code: &str) -> Vec<(String, u32)> {
    code.split(['.', '-']).map(|part| (part.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned(), part.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0))).collect()
}

/// Reads and checks a condition, or its conjuncts.
type Check<T> = fn(&str, &Names<'_>, &Scope, &mut Target<'_>) -> Result<T, Vec<Problem>>;

pub(super) struct Builder<'a> {
    files: &'a [PackFile],
    packs: &'a Packs<'a>,
    pub(super) vocabulary: &'a Vocabulary,
    registers: &'a Registers,
    judges: &'a str,
    pool: &'a mut Pool,
    phrases: &'a mut PhraseBook,
    pub(super) problems: &'a mut Problems,
    seen: &'a mut BTreeSet<String>,
}

/// The questions and rules of a set with what people read of them, sorted.
type Set = (Vec<(Question, QuestionText)>, Vec<(Rule, RuleText)>);

impl Builder<'_> {
    fn set<'r>(&mut self, files: impl Iterator<Item = &'r (usize, RawFile)> + Clone) -> Set {
        let mut questions: Vec<(Question, QuestionText)> = Vec::new();
        let mut rules = Vec::new();
        for (file, raw) in files.clone() {
            for question in &raw.question {
                self.unique(*file, &question.get_ref().code, &question.get_ref().id, question.span());
                questions.extend(self.question(*file, question));
            }
        }
        for (file, raw) in files {
            for rule in &raw.rule {
                self.unique(*file, &rule.get_ref().code, &rule.get_ref().id, rule.span());
                if let Some(code) = &rule.get_ref().question {
                    let codes = || questions.iter().map(|(question, _)| question.code.as_str());
                    if !codes().any(|known| known == code.get_ref()) {
                        let help = did_you_mean(code.get_ref(), codes()).map_or_else(String::new, |meant| format!("Did you mean `{meant}`?"));
                        self.add(*file, format!("no question has the code `{}`", code.get_ref()), code.span(), help);
                    }
                }
                rules.extend(self.rule(*file, rule));
            }
        }
        questions.sort_by(|(left, _), (right, _)| (left.number, &left.code).cmp(&(right.number, &right.code)));
        rules.sort_by_key(|(rule, _)| natural(&rule.code));
        (questions, rules)
    }

    fn add(&mut self, file: usize, headline: String, span: Range<usize>, help: String) {
        self.problems.add(file, Problem::new("POL-02", "rule-not-complete", headline, TextRange::new(span.start, span.end)).helping(help));
    }

    fn unique(&mut self, file: usize, code: &str, id: &str, span: Range<usize>) {
        let at = span.start..self.first_line(file, &span);
        for name in [code, id] {
            if !self.seen.insert(name.to_owned()) {
                self.add(file, format!("`{name}` is already the name of another rule"), at.clone(), "Codes and ids are unique for ever; choose another.".to_owned());
            }
        }
        if !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            self.add(file, format!("the id `{id}` is not in kebab-case"), at, "Use small letters, digits and hyphens.".to_owned());
        }
    }

    pub(super) fn first_line(&self, file: usize, span: &Range<usize>) -> usize {
        let text = &self.files[file].text;
        text[span.start..].find('\n').map_or(text.len(), |length| span.start + length)
    }

    pub(super) fn condition(&mut self, file: usize, text: &Spanned<String>, subjects: &Subjects) -> Option<ExprId> {
        self.checked(file, text, subjects, check)
    }

    /// The conjuncts of a guard.
    fn guards(&mut self, file: usize, text: &Spanned<String>, subjects: &Subjects) -> Vec<ExprId> {
        self.checked(file, text, subjects, check_guards).unwrap_or_default()
    }

    fn checked<T>(&mut self, file: usize, text: &Spanned<String>, subjects: &Subjects, check: Check<T>) -> Option<T> {
        let names = Names { vocabulary: self.vocabulary, registers: self.registers };
        let scope = Scope { subject: (subjects.name.to_string(), subjects.kinds.to_vec()), document: (self.judges.to_owned(), self.vocabulary.find(self.judges)) };
        let start = content_start(&self.files[file].text, &text.span());
        let mut target = Target { pool: &mut *self.pool, phrases: &mut *self.phrases };
        match check(text.get_ref(), &names, &scope, &mut target) {
            Ok(checked) => Some(checked),
            Err(found) => {
                for mut problem in found {
                    problem.range = TextRange::new(start + problem.range.start as usize, start + problem.range.end as usize);
                    self.problems.add(file, problem);
                }
                None
            }
        }
    }

    fn subjects(&mut self, file: usize, name: &Spanned<String>) -> Option<Subjects> {
        let word = name.get_ref();
        let ids: Vec<&str> = if word == SIDE.0 { SIDE.1.to_vec() } else { vec![word] };
        let kinds: Option<SmallVec<_>> = ids.iter().map(|id| self.vocabulary.find(id)).collect();
        let Some(kinds) = kinds else {
            let known = self.vocabulary.kinds.iter().map(|kind| kind.id.as_str());
            let help = did_you_mean(word, known).map_or_else(|| "It is a keyword of the language, or `side`.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
            self.add(file, format!("nothing of the language is called `{word}`"), name.span(), help);
            return None;
        };
        Some(Subjects { kinds, name: word.into() })
    }

    /// The document itself as the subject; nothing where the language does not know it, which was told.
    pub(super) fn document(&self) -> Option<Subjects> {
        self.vocabulary.find(self.judges).map(|kind| Subjects { kinds: smallvec![kind], name: self.judges.into() })
    }

    fn question(&mut self, file: usize, spanned: &Spanned<RawQuestion>) -> Option<(Question, QuestionText)> {
        let raw = spanned.get_ref();
        let at = spanned.span().start..self.first_line(file, &spanned.span());
        for topic in &raw.topics {
            if !self.vocabulary.kinds.iter().any(|kind| kind.word == *topic || kind.id == *topic) {
                self.add(file, format!("the topic `{topic}` is no keyword"), at.clone(), String::new());
            }
        }
        self.texts(file, &at, &[("asks", &raw.asks), ("why", &raw.why), ("help", &raw.help), ("decides", &raw.decides), ("bad", &raw.bad), ("good", &raw.good)], &raw.cite);
        if raw.floor > raw.severity {
            self.floor(file, at.clone());
        }
        let mut parts = Vec::new();
        for part in &raw.part {
            let subjects = self.subjects(file, &part.subject)?;
            let only = part.only.as_ref().map(|text| self.condition(file, text, &subjects));
            let holds = self.condition(file, &part.holds, &subjects);
            parts.push(Part { id: part.id.as_str().into(), only: only.flatten(), holds: holds?, missing: part.missing.as_str().into(), subjects });
        }
        let mut touches = Vec::new();
        for touch in &raw.touch {
            let subjects = self.subjects(file, &touch.subject)?;
            let only = touch.only.as_ref().map(|text| self.condition(file, text, &subjects));
            let holds = self.condition(file, &touch.holds, &subjects)?;
            touches.push(Touch { subjects, only: only.flatten(), holds, says: touch.says.as_str().into() });
        }
        let question = Question {
            number: raw.number,
            code: raw.code.as_str().into(),
            id: raw.id.as_str().into(),
            title: raw.title.as_str().into(),
            belongs: raw.belongs,
            topics: raw.topics.iter().map(Text::from).collect(),
            severity: raw.severity,
            floor: raw.floor,
            parts,
            touches,
        };
        let text = QuestionText {
            pack: self.packs.of(file),
            asks: one_line(&raw.asks),
            group: raw.group.as_str().into(),
            why: one_line(&raw.why),
            help: one_line(&raw.help),
            decides: one_line(&raw.decides),
            cite: raw.cite.iter().map(citation).collect(),
            bad: Example { text: raw.bad.as_str().into() },
            good: Example { text: raw.good.as_str().into() },
        };
        Some((question, text))
    }

    fn rule(&mut self, file: usize, spanned: &Spanned<RawRule>) -> Option<(Rule, RuleText)> {
        let raw = spanned.get_ref();
        let at = spanned.span().start..self.first_line(file, &spanned.span());
        self.texts(file, &at, &[("title", &raw.title), ("why", &raw.why), ("help", &raw.help), ("decides", &raw.decides), ("bad", &raw.bad), ("good", &raw.good)], &raw.cite);
        if raw.cite.iter().all(|cite| cite.confidence == "recalled") && *raw.severity.get_ref() > Severity::Info {
            self.add(file, "a rule whose sources are all recalled can only advise".to_owned(), raw.severity.span(), "Give a source that was read, or make the severity `info`.".to_owned());
        }
        if raw.floor > *raw.severity.get_ref() {
            self.floor(file, raw.severity.span());
        }
        if raw.effort.is_some_and(|effort| !(1..=5).contains(&effort)) {
            self.add(file, "the effort is not between 1 and 5".to_owned(), at.clone(), "1 is to write down what is so already, 5 is not to share.".to_owned());
        }
        let subjects = self.subjects(file, &raw.subject)?;
        let when = raw.when.as_ref().map_or_else(SmallVec::new, |text| self.guards(file, text, &subjects).into());
        let require = self.condition(file, &raw.require, &subjects);
        if let Some(require) = require {
            self.named_parts(file, &raw.title, require, at.clone());
        }
        let place = raw.at.as_ref().map(|text| self.place(file, text, &subjects));
        let rule = Rule {
            code: raw.code.as_str().into(),
            id: raw.id.as_str().into(),
            question: raw.question.as_ref().map(|code| code.get_ref().into()),
            title: raw.title.as_str().into(),
            severity: *raw.severity.get_ref(),
            floor: raw.floor,
            from: raw.from.as_ref().and_then(ymd),
            until: raw.until.as_ref().and_then(ymd),
            subjects,
            when,
            require: require?,
            at: place.flatten(),
        };
        let text = RuleText {
            pack: self.packs.of(file),
            why: one_line(&raw.why),
            help: one_line(&raw.help),
            effort: raw.effort,
            decides: one_line(&raw.decides),
            status: raw.status.as_str().into(),
            since: raw.since.as_str().into(),
            cite: raw.cite.iter().map(citation).collect(),
            when: raw.when.as_ref().map(|text| one_line(text.get_ref())),
            require: one_line(raw.require.get_ref()),
            example_day: raw.example_day.as_ref().and_then(ymd),
            bad: Example { text: raw.bad.as_str().into() },
            good: Example { text: raw.good.as_str().into() },
        };
        Some((rule, text))
    }

    /// A title that tells parts apart has a name for each conjunct of the condition.
    fn named_parts(&mut self, file: usize, title: &str, require: ExprId, at: Range<usize>) {
        let named = named_parts(title).len();
        let parts = self.pool.exprs.conjuncts(require).len();
        if named > 0 && named != parts {
            let help = "Between the curly marks of the title stands one text for each part of `require` that `and` joins, in the same order.".to_owned();
            self.add(file, format!("the title names {named} parts of the condition, which has {parts}"), at, help);
        }
    }

    fn floor(&mut self, file: usize, at: Range<usize>) {
        self.add(file, "the floor is higher than the severity".to_owned(), at, "The floor is the lowest that a local setting may make it.".to_owned());
    }

    /// A path is checked as the condition that it is stated.
    fn place(&mut self, file: usize, text: &Spanned<String>, subjects: &Subjects) -> Option<PathId> {
        let path = text.get_ref().trim();
        let condition = Spanned::new(text.span(), format!("{path} is stated"));
        let id = self.condition(file, &condition, subjects)?;
        if let Expr::Test(path, _) = self.pool.exprs.get(id) {
            return Some(*path);
        }
        self.add(file, format!("`{path}` is not a path"), text.span(), "Write a path such as `flow.channel`.".to_owned());
        None
    }

    /// What must not be empty, and citations.
    fn texts(&mut self, file: usize, at: &Range<usize>, texts: &[(&str, &str)], cite: &[RawCitation]) {
        for (name, text) in texts {
            if text.trim().is_empty() {
                self.add(file, format!("`{name}` is empty"), at.clone(), "Every rule owns its headline, its reasons, its help and its two examples.".to_owned());
            }
        }
        if cite.is_empty() {
            self.add(file, "nothing is cited".to_owned(), at.clone(), "Say where the rule comes from: source, clause, link, the day it was read, confidence.".to_owned());
        }
        for cite in cite {
            if !matches!(cite.confidence.as_str(), "verified" | "recalled") {
                let help = format!("It is {}.", list_words(["verified", "recalled"]));
                self.add(file, format!("the confidence `{}` of a citation is not known", cite.confidence), at.clone(), help);
            }
        }
    }
}

pub(super) fn citation(raw: &RawCitation) -> Citation {
    Citation {
        source: raw.source.as_str().into(),
        clause: raw.clause.as_str().into(),
        link: raw.link.as_ref().map(Text::from),
        read: raw.read.as_ref().map(|read| read.to_string().into()),
        confidence: raw.confidence.as_str().into(),
    }
}

/// Text of several lines of TOML as one line.
pub(super) fn one_line(text: &str) -> Text {
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// Where the characters of a string of TOML begin.
fn content_start(text: &str, span: &Range<usize>) -> usize {
    let raw = &text[span.clone()];
    let marks = if raw.starts_with("'''") || raw.starts_with("\"\"\"") { 3 } else { 1 };
    let newline = if marks == 3 { raw[3..].len() - raw[3..].trim_start_matches('\r').strip_prefix('\n').map_or(raw[3..].len(), str::len) } else { 0 };
    span.start + marks + newline
}
