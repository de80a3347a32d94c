//! Three columns: senders, flows, receivers. Lines run between the columns only, so they never cross text.

use super::super::document::Arrow;
use super::parts::Part;
use super::text::{LINE, flowed, lines, many, wrapped};
use std::fmt::Write;

/// Left edge and width of each column.
const SENDERS: (f64, f64) = (8.0, 200.0);
const FLOWS: (f64, f64) = (268.0, 224.0);
const RECEIVERS: (f64, f64) = (552.0, 200.0);

/// Between a frame and its text.
const INSET: f64 = 10.0;

/// Between two frames that stand one below the other.
const GAP: f64 = 14.0;

/// Colours of lines, by sender. Each has a contrast of more than 4.5 to 1 against white.
const COLOURS: [&str; 8] = ["#005eb8", "#8a4a00", "#00703c", "#5a2d82", "#a3004f", "#4c6272", "#0b0c0c", "#7a1f1f"];

/// Names that share a box and are each given a line; more of them are named below the columns.
const LISTED: usize = 4;

/// A frame in a column.
struct Frame {
    top: f64,
    height: f64,
    text: Vec<String>,
    bold: usize,
}

impl Frame {
    fn new(text: Vec<String>, bold: usize) -> Self {
        let height = LINE * many(text.len()) + 2.0 * INSET - 2.0;
        Frame { top: 0.0, height, text, bold }
    }

    fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }
}

/// The drawing and its height.
pub(super) fn draw(flows: &[Arrow], before: usize, parts: &[Part]) -> (String, f64) {
    let head = 34.0;
    let mut cards: Vec<Frame> = flows.iter().enumerate().map(|(index, flow)| card(before + index, flow)).collect();
    let mut bottom = head;
    for card in &mut cards {
        card.top = bottom;
        bottom += card.height + GAP;
    }
    let side = |flows_of: fn(&Part) -> &[usize], cards: &[Frame]| {
        let mut frames: Vec<(usize, Frame)> = parts.iter().enumerate().filter(|(_, part)| !flows_of(part).is_empty()).map(|(index, _)| (index, of_part(parts, index))).collect();
        let wanted = |part: usize| {
            let of = flows_of(&parts[part]);
            of.iter().map(|flow| cards[*flow].middle()).sum::<f64>() / many(of.len())
        };
        frames.sort_by(|left, right| wanted(left.0).total_cmp(&wanted(right.0)).then(left.0.cmp(&right.0)));
        let mut below = head;
        for (part, frame) in &mut frames {
            frame.top = below.max(wanted(*part) - frame.height / 2.0);
            below = frame.top + frame.height + GAP;
        }
        (frames, below)
    };
    let (left, left_bottom) = side(Part::sent, &cards);
    let (right, right_bottom) = side(Part::received, &cards);
    let height = bottom.max(left_bottom).max(right_bottom);
    let mut out = String::new();
    for ((x, _), title) in [(SENDERS, "Who gives"), (FLOWS, "What, why and under which power"), (RECEIVERS, "Who receives")] {
        lines(&mut out, x, 20.0, &[title.to_owned()], " font-weight=\"bold\" fill=\"#4c6272\" font-size=\"13\"");
    }
    for (place, (part, frame)) in left.iter().enumerate() {
        let colour = COLOURS[place % COLOURS.len()];
        for flow in parts[*part].sent() {
            let (from, to) = ((SENDERS.0 + SENDERS.1, frame.middle()), (FLOWS.0, cards[*flow].middle()));
            line(&mut out, from, to, colour);
        }
    }
    for (part, frame) in &right {
        for flow in parts[*part].received() {
            let sender = left.iter().position(|(part, _)| parts[*part].sent().contains(flow)).unwrap_or(0);
            let (from, to) = ((FLOWS.0 + FLOWS.1, cards[*flow].middle()), (RECEIVERS.0, frame.middle()));
            line(&mut out, from, to, COLOURS[sender % COLOURS.len()]);
        }
    }
    for (column, frames) in [(SENDERS, &left), (RECEIVERS, &right)] {
        for (_, frame) in frames {
            frame_of(&mut out, column, frame, "#ffffff");
        }
    }
    for card in &cards {
        frame_of(&mut out, FLOWS, card, "#f3f4f6");
    }
    let height = legend(&mut out, parts, height);
    (out, height)
}

fn card(index: usize, flow: &Arrow) -> Frame {
    let width = FLOWS.1 - 2.0 * INSET;
    let mut text = wrapped(&format!("{}. {}", index + 1, flow.what), width, 14.0, true);
    let bold = text.len();
    for (word, said) in [("For: ", &flow.purpose), ("Under: ", &flow.power)] {
        if !said.is_empty() {
            text.extend(wrapped(&format!("{word}{said}"), width, 14.0, false));
        }
    }
    Frame::new(text, bold)
}

fn of_part(parts: &[Part], place: usize) -> Frame {
    let part = &parts[place];
    let width = SENDERS.1 - 2.0 * INSET;
    if let [name] = part.names.as_slice() {
        let text = wrapped(name, width, 14.0, true);
        let bold = text.len();
        return Frame::new(text, bold);
    }
    let mut text = wrapped(&format!("{} organisations", part.names.len()), width, 14.0, true);
    let bold = text.len();
    if part.names.len() <= LISTED {
        text.extend(part.names.iter().flat_map(|name| wrapped(name, width, 14.0, false)));
    } else {
        text.extend(wrapped(&format!("{}, named below", group(parts, place)), width, 14.0, false));
    }
    Frame::new(text, bold)
}

/// What the group of many at a place is called: such groups are counted, and no others.
fn group(parts: &[Part], place: usize) -> String {
    format!("Group {}", parts[..=place].iter().filter(|part| part.names.len() > LISTED).count())
}

/// The names in groups of many, below the columns; where that ends.
fn legend(out: &mut String, parts: &[Part], top: f64) -> f64 {
    let mut y = top + LINE;
    let mut any = false;
    for (place, part) in parts.iter().enumerate().filter(|(_, part)| part.names.len() > LISTED) {
        any = true;
        y = lines(out, SENDERS.0, y, &[format!("{}:", group(parts, place))], " font-weight=\"bold\"");
        let last = part.names.len() - 1;
        let names: Vec<String> = part.names.iter().enumerate().map(|(at, name)| format!("{}{}", name.chars().take(120).collect::<String>(), if at == last { "." } else { ";" })).collect();
        y = lines(out, SENDERS.0, y, &flowed(&names, super::WIDTH - 2.0 * SENDERS.0, 14.0), "") + 6.0;
    }
    if any { y } else { top }
}

fn frame_of(out: &mut String, (x, width): (f64, f64), frame: &Frame, fill: &str) {
    let _ = writeln!(out, "<rect x=\"{x:.0}\" y=\"{:.0}\" width=\"{width:.0}\" height=\"{:.0}\" rx=\"4\" fill=\"{fill}\" stroke=\"#0b0c0c\"/>", frame.top, frame.height);
    let next = lines(out, x + INSET, frame.top + INSET + 12.0, &frame.text[..frame.bold], " font-weight=\"bold\"");
    lines(out, x + INSET, next, &frame.text[frame.bold..], "");
}

/// A line with a head, which begins and ends level.
fn line(out: &mut String, (x1, y1): (f64, f64), (x2, y2): (f64, f64), colour: &str) {
    let (end, bend) = (x2 - 7.0, f64::midpoint(x1, x2));
    let _ = writeln!(out, "<path d=\"M{x1:.0} {y1:.0} C{bend:.0} {y1:.0} {bend:.0} {y2:.0} {end:.0} {y2:.0}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
    let _ = writeln!(out, "<path d=\"M{x2:.0} {y2:.0} l-9 -5 v10 z\" fill=\"{colour}\"/>");
}
