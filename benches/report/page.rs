//! The whole page.

use super::machine::machine;
use super::table::Table;

/// The figures as a page of Markdown.
pub fn markdown(tables: &[Table], date: Option<&str>, what: &str, is_released: bool) -> String {
    let linked = if is_released { "as it is released (`.ci/release`, without PDF): all libraries are part of it" } else { "as `cargo build --release` links it" };
    let date = date.map_or_else(|| "on a day that was not given".to_owned(), |date| format!("on {date}"));
    let mut page = format!(
        "# How fast it is\n\n<!-- Made from a run of the benchmark -->\n\n\
         Measured {date} by `cargo bench --bench speed`, which writes this page. Machine: {}. The program is measured {linked}.\n\n\
         {what} They are invented by a generator and come out the same on every run: two to six parties (one in twenty: up to 30), two or three flows with the\n\
         law at both ends, items, posts, purposes, consent and the work from day to day. About a third has slips, such as a misspelt word or a brace that is not\n\
         closed; the others are sound in language, though short agreements leave questions of the checklist open, and that is found too. Every fifth uses a file\n\
         beside it. No file has a procedure or a notice of its own, which real agreements often have: judging those together takes longer.\n\n\
         Times by the clock depend on the machine and on what else it does. CPU times are those that the system counts, in hundredths of a second; short\n\
         runs are repeated. The numbers of one run may differ from the next by some per cent; the budgets are for reading, and no test fails by them.\n",
        machine()
    );
    for table in tables {
        page.push('\n');
        page.push_str(&table.markdown());
    }
    page
}
