//! Drawings with few and many organisations, and with names that try to break out.

use super::*;

fn flow(from: &[&str], to: &[&str], what: &str) -> Arrow {
    let many = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Arrow { from: many(from), to: many(to), what: what.to_owned(), purpose: "Protecting adults at risk".to_owned(), power: "Care Act 2014 s.42".to_owned() }
}

/// A drawing that is not cut; nothing where there is none.
fn uncut(block: &Block) -> String {
    drawings(block, |_| true).into_iter().map(|drawing| drawing.svg).collect()
}

fn drawn(flows: Vec<Arrow>) -> String {
    uncut(&Block::Diagram { flows, caption: vec![super::super::document::Inline::Text("Who sends what".to_owned())] })
}

/// The first number of a name; less than any where there is none.
fn number(tag: &str, name: &str) -> f64 {
    tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()?.parse().ok()).unwrap_or(-1.0)
}

/// The frames of a drawing: left, top, width, height.
fn frames(svg: &str) -> Vec<[f64; 4]> {
    svg.split("<rect").skip(1).filter(|tag| tag.split('>').next().is_some_and(|tag| tag.contains("stroke="))).map(|tag| ["x", "y", "width", "height"].map(|name| number(tag, name))).collect()
}

#[track_caller]
fn sound(svg: &str) {
    let all = frames(svg);
    for (place, [x, y, width, height]) in all.iter().enumerate() {
        for [other_x, other_y, other_width, other_height] in &all[place + 1..] {
            let apart = x + width <= *other_x || other_x + other_width <= *x || y + height <= *other_y || other_y + other_height <= *y;
            assert!(apart, "two frames overlap in {svg}");
        }
    }
    let height = number(svg, "height");
    assert!(height > 0.0, "{svg}");
    for text in svg.split("<text").skip(1) {
        assert!((1.0..=height).contains(&number(text, "y")), "{text} in a drawing {height} high");
    }
    assert!(svg.contains("<title>") && svg.contains("<desc>"));
    assert_eq!(svg.matches("<svg").count(), 1);
}

#[test]
fn two_organisations() {
    let svg = drawn(vec![flow(&["Police"], &["Trust"], "Is this person known?"), flow(&["Trust"], &["Police"], "The nurse briefs the officer")]);
    sound(&svg);
    assert_eq!(frames(&svg).len(), 6);
}

#[test]
fn five_organisations() {
    let names = ["Police", "Trust", "Council", "Ambulance service", "A charity with a name that goes on for rather longer than a box is wide"];
    let flows = names.iter().zip(names.iter().cycle().skip(1)).map(|(from, to)| flow(&[from], &[to], &format!("{from} tells {to}"))).collect();
    let svg = drawn(flows);
    sound(&svg);
    assert_eq!(frames(&svg).len(), 15);
}

#[test]
fn thirty_organisations_of_one_part_share_a_box() {
    let names: Vec<String> = (1..=29).map(|number| format!("General practice number {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let svg = drawn(vec![flow(&names, &["Hub"], "Referral"), flow(&["Hub"], &names, "Answer")]);
    sound(&svg);
    assert!(svg.contains("29 organisations") && svg.contains("Group 1, named below") && svg.contains("number 29."), "{svg}");
    assert_eq!(frames(&svg).len(), 6);
}

#[test]
fn thirty_organisations_of_many_parts_stand_in_a_table() {
    let names: Vec<String> = (1..=30).map(|number| format!("Organisation {number}")).collect();
    let flows: Vec<Arrow> = (0..30).map(|place| flow(&[&names[place]], &[&names[(place * 7 + 1) % 30]], &format!("Item {place}"))).collect();
    let svg = drawn(flows.clone());
    sound(&svg);
    assert!(svg.matches("<circle").count() >= 29);
    assert_eq!(drawn(flows.clone()), drawn(flows));
}

#[test]
fn hostile_names_stay_text() {
    let names = ["</svg><script>alert(1)</script>", "\u{202E}gnp.exe", "🚔🚑🚒 & \"x\"", "a\u{0}b\nc", "اسم طويل", &"W".repeat(5000)];
    let svg = drawn(names.iter().map(|name| flow(&[name], &["]]> --> |\"x\"|"], name)).collect());
    sound(&svg);
    assert!(!svg.contains("<script") && !svg.contains('\u{202E}') && !svg.contains('\u{0}'));
    let text = mermaid(&names.map(|name| flow(&[name], &["a\"] --> b[\"```"], name)));
    assert!(!text.contains("```") && !text.contains("<script") && text.lines().all(|line| line.matches('"').count() % 2 == 0), "{text}");
}

#[test]
fn what_does_not_fit_on_a_page_is_cut_into_drawings_that_do() {
    let flows: Vec<Arrow> = (1..=20).map(|place| flow(&["Police"], &["Trust"], &format!("Item {place}"))).collect();
    let block = Block::Diagram { flows, caption: Vec::new() };
    let all = drawings(&block, |drawing| drawing.height <= 800.0);
    assert!(all.len() > 1 && all.iter().all(|drawing| drawing.height <= 800.0));
    for (place, drawing) in all.iter().enumerate() {
        sound(&drawing.svg);
        assert_eq!(drawing.svg.contains("1. Item 1<"), place == 0);
    }
    let cards: usize = all.iter().map(|drawing| drawing.svg.matches(". Item ").count()).sum();
    assert_eq!(cards, 20, "each flow is drawn once, under its own number");
    assert_eq!(drawings(&block, |_| false).len(), 20);
    assert_eq!(drawings(&block, |_| true).len(), 1);
}

#[test]
fn nothing_is_drawn_of_nothing() {
    assert_eq!(drawn(Vec::new()), "");
    assert_eq!(uncut(&Block::PageBreak { one_page: false }), "");
    assert!(drawings(&Block::PageBreak { one_page: false }, |_| true).is_empty());
}
