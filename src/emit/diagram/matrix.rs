//! A table of dots for many organisations: a row gives, a column receives; the flows are told below.

use super::super::document::Arrow;
use super::text::{LINE, flowed, lines, many, wrapped};
use std::fmt::Write;

/// The most organisations that have a row and a column.
const MOST: usize = 36;

/// The width of the names before the table.
const NAMES: f64 = 230.0;

/// Left edge of everything.
const LEFT: f64 = 8.0;

/// The drawing and its height.
pub(super) fn draw(flows: &[Arrow], before: usize, names: &[&str]) -> (String, f64) {
    let mut out = String::new();
    let mut y = 22.0;
    if names.len() <= MOST {
        y = lines(&mut out, LEFT, y, &["A dot: the organisation of the row gives to that of the column.".to_owned()], " fill=\"#4c6272\" font-size=\"13\"") + 4.0;
        y = table(&mut out, flows, names, y) + 16.0;
    }
    for (index, flow) in flows.iter().enumerate() {
        let width = super::WIDTH - 2.0 * LEFT;
        let who = |side: &[String]| {
            let numbers = |name: &String| names.iter().position(|own| own == name).map_or_else(String::new, |place| (place + 1).to_string());
            if names.len() <= MOST { side.iter().map(numbers).collect::<Vec<_>>().join(", ") } else { side.join(", ") }
        };
        y = lines(&mut out, LEFT, y, &wrapped(&format!("Flow {}: {}", before + index + 1, flow.what), width, 14.0, true), " font-weight=\"bold\"");
        let mut said = vec![format!("From {} to {}.", who(&flow.from), who(&flow.to))];
        said.extend((!flow.purpose.is_empty()).then(|| format!("For: {}.", flow.purpose)));
        said.extend((!flow.power.is_empty()).then(|| format!("Under: {}.", flow.power)));
        y = lines(&mut out, LEFT + 12.0, y, &flowed(&said, width - 12.0, 14.0), "") + 8.0;
    }
    (out, y)
}

fn table(out: &mut String, flows: &[Arrow], names: &[&str], top: f64) -> f64 {
    let step = ((super::WIDTH - 2.0 * LEFT - NAMES) / many(names.len())).min(32.0);
    let left = LEFT + NAMES;
    let middle = |column: usize| left + step * (many(column) + 0.5);
    for column in 0..names.len() {
        let _ = writeln!(out, "<text x=\"{:.0}\" y=\"{top:.0}\" text-anchor=\"middle\" font-size=\"{}\" font-weight=\"bold\">{}</text>", middle(column), if step < 18.0 { 10 } else { 12 }, column + 1);
    }
    let mut y = top + 8.0;
    let right = left + step * many(names.len());
    for (row, name) in names.iter().enumerate() {
        let text = wrapped(&format!("{} {name}", row + 1), NAMES - 10.0, 13.0, false);
        let height = LINE * many(text.len().max(1)) + 2.0;
        if row % 2 == 0 {
            let _ = writeln!(out, "<rect x=\"{LEFT:.0}\" y=\"{y:.0}\" width=\"{:.0}\" height=\"{height:.0}\" fill=\"#f3f4f6\"/>", right - LEFT);
        }
        lines(out, LEFT + 2.0, y + 14.0, &text, " font-size=\"13\"");
        for (column, other) in names.iter().enumerate() {
            if flows.iter().any(|flow| flow.from.iter().any(|from| from == name) && flow.to.iter().any(|to| to == other)) {
                let _ = writeln!(out, "<circle cx=\"{:.0}\" cy=\"{:.0}\" r=\"5\" fill=\"#005eb8\"/>", middle(column), y + height / 2.0);
            }
        }
        y += height;
    }
    for column in 0..=names.len() {
        let x = left + step * many(column);
        let _ = writeln!(out, "<path d=\"M{x:.0} {:.0} V{y:.0}\" stroke=\"#b1b4b6\"/>", top + 8.0);
    }
    y
}
