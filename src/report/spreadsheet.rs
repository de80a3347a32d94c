//! Rows as comma-separated text that a spreadsheet opens without running any of it.

use super::safe::safe_line;

/// Rows, the header first, as CSV in UTF-8. What a spreadsheet would take for a formula begins with an apostrophe.
pub(super) fn comma_separated(rows: &[Vec<String>]) -> Result<String, String> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| plain(cell))).map_err(|error| error.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// A cell on one line that is no formula. Blanks before a sign do not help it, and neither do its wide forms.
fn plain(cell: &str) -> String {
    // Asked of the cell as it came: a tab or a line end at its beginning is a sign, too.
    let is_formula = cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let cell = safe_line(cell);
    if is_formula { format!("'{cell}") } else { cell.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "\u{a0}=1"] {
            assert!(plain(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["FPT-D-2026-0129", "2026-11-21", "", "a=b", "'=1"] {
            assert_eq!(plain(cell), cell);
        }
    }

    #[test]
    fn commas_quotes_and_line_ends_stay_in_their_cell() {
        let rows = [vec!["a,b".to_owned(), "say \"x\"".to_owned()], vec!["one\ntwo".to_owned(), String::new()]];
        assert_eq!(comma_separated(&rows), Ok("\"a,b\",\"say \"\"x\"\"\"\none two,\n".to_owned()));
    }
}
