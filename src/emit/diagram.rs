//! Who sends what to whom, as a drawing: SVG for pages and papers, Mermaid for those who want the text.
//!
//! Few organisations stand in columns, senders left and receivers right, with a card for each flow between them. Where there are
//! many, those that take the same part share a box; where that leaves too many boxes, a table of dots takes their place.

mod columns;
mod matrix;
mod mermaid;
mod parts;
mod text;

pub(super) use mermaid::mermaid;

use super::document::{Arrow, Block, Inline, plain};
use super::html::escaped;
use super::markdown::arrow;
use crate::model::once;
use parts::{Part, parts};
use std::fmt::Write;
use text::shown;

/// The width of every drawing, in pixels: a page of A4 holds it at a size that can be read.
const WIDTH: f64 = 760.0;

/// The most organisations that each have a box of their own.
const SINGLE: usize = 8;

/// The most boxes on one side.
const BOXES: usize = 8;

/// A drawing.
pub struct Drawing {
    /// As SVG.
    pub svg: String,
    /// Width, in pixels.
    pub width: f64,
    /// Height, in pixels.
    pub height: f64,
}

/// A diagram as SVG, cut into several drawings where one does not fit on a page, as long as one has more than a flow. Nothing
/// for a block that is no diagram, or that has no arrows.
pub fn drawings(block: &Block, fits: impl Fn(&Drawing) -> bool) -> Vec<Drawing> {
    let Block::Diagram { flows, caption } = block else { return Vec::new() };
    let mut drawn = Vec::new();
    let mut first = 0;
    while first < flows.len() {
        let mut count = flows.len() - first;
        let fitting = loop {
            let tried = drawing(&flows[first..first + count], first, caption);
            if count == 1 || fits(&tried) {
                break tried;
            }
            count = count.div_ceil(2);
        };
        drawn.push(fitting);
        first += count;
    }
    drawn
}

/// Draws flows; the first of them has as many before it as is said.
fn drawing(flows: &[Arrow], before: usize, caption: &[Inline]) -> Drawing {
    let all = names(flows);
    let groups = parts(flows, all.len() > SINGLE);
    let sides = |side: fn(&Part) -> &[usize]| groups.iter().filter(|group| !side(group).is_empty()).count();
    let (body, height) = if sides(Part::sent) <= BOXES && sides(Part::received) <= BOXES { columns::draw(flows, before, &groups) } else { matrix::draw(flows, before, &all) };
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {WIDTH:.0} {height:.0}\" width=\"{WIDTH:.0}\" height=\"{height:.0}\" font-family=\"Arial, Liberation Sans, Helvetica, sans-serif\" font-size=\"14\" fill=\"#0b0c0c\">\n<title>{}</title>\n<desc>{}</desc>\n<rect width=\"{WIDTH:.0}\" height=\"{height:.0}\" fill=\"#ffffff\"/>\n",
        escaped(&shown(&plain(caption))),
        escaped(&shown(&flows.iter().map(arrow).collect::<Vec<_>>().join(". ")))
    );
    svg.push_str(&body);
    svg.push_str("</svg>\n");
    Drawing { svg, width: WIDTH, height }
}

/// Everybody who gives or receives, each once.
fn names(flows: &[Arrow]) -> Vec<&str> {
    once(flows.iter().flat_map(|flow| flow.from.iter().chain(&flow.to)).map(String::as_str))
}

#[cfg(test)]
mod tests;
