//! A file laid out as all files are.

use super::analysis::Analysis;
use super::place::{Edit, Place};
use crate::fmt::{Refusal, format};
use crate::source::TextRange;

impl Analysis<'_> {
    /// The change that lays a file out, of no more than differs; none where it is as it should be. Or why it is left alone.
    pub fn lay_out(&self, path: &str) -> Result<Option<Edit>, String> {
        let Some(text) = self.text(path) else { return Ok(None) };
        let laid_out = format(text).map_err(|refusal| self.why(path, &refusal))?;
        if laid_out == text {
            return Ok(None);
        }
        let start = same(text.chars(), laid_out.chars());
        let end = same(text[start..].chars().rev(), laid_out[start..].chars().rev());
        let range = TextRange::new(start, text.len() - end);
        Ok(Some(Edit { place: Place { path: path.to_owned(), range }, text: laid_out[start..laid_out.len() - end].to_owned() }))
    }

    fn why(&self, path: &str, refusal: &Refusal) -> String {
        let line = |range: TextRange| self.files.get(path).map_or(0, |file| file.parsed.source.line_column(range.start).0);
        match refusal {
            Refusal::Unreadable(problem) => format!("the file is left as it is, since line {} cannot be read: {}", line(problem.range), problem.headline),
            Refusal::MeansOther(range) => format!("the file is left as it is: laid out, line {} would mean something else. That is a fault of this program; please report it", line(*range)),
        }
    }
}

/// How many bytes two texts have in common at their beginnings.
fn same(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum()
}
