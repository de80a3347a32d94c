//! Identities that are made up: of each sort, in each way of writing. Two of one shape differ in their characters and in nothing else.

use super::random::Random;

/// One identity.
pub struct Planted {
    /// As it stands in the file.
    pub text: String,
    /// The code of the finding that it must raise.
    pub code: &'static str,
    /// What no report may show: the identity, or the parts of it that say who it is.
    pub secrets: Vec<String>,
}

/// How many shapes there are.
pub const SHAPES: usize = 26;

/// The check digit of nine digits, where they have one.
pub fn check_digit(nine: &str) -> Option<u32> {
    let sum: u32 = nine.bytes().zip((2..=10).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    Some((11 - sum % 11) % 11).filter(|check| *check < 10)
}

/// Ten digits that begin so and have their check digit.
pub fn ten_digits(random: &mut Random, begins: impl Fn(&mut Random) -> String) -> String {
    loop {
        let head = begins(random);
        let nine = format!("{head}{}", random.digits(9 - head.len()));
        if let Some(check) = check_digit(&nine) {
            return format!("{nine}{check}");
        }
    }
}

fn spaced(digits: &str, gap: &str) -> String {
    format!("{}{gap}{}{gap}{}", &digits[..3], &digits[3..6], &digits[6..])
}

fn nhs(random: &mut Random) -> String {
    ten_digits(random, |random| random.pick(&["4", "6", "7", "9"]).to_owned())
}

fn chi(random: &mut Random) -> String {
    ten_digits(random, |random| format!("{:02}{:02}{:02}", random.between(1, 28), random.between(1, 12), random.between(0, 99)))
}

fn insurance(random: &mut Random) -> [String; 5] {
    let mut pair = || random.digits(2);
    let (one, two, three) = (pair(), pair(), pair());
    let letters = random.pick(&["AB", "CE", "JG", "MA", "PX", "SE", "WM"]);
    [letters.to_owned(), one, two, three, random.pick(&["A", "B", "C", "D"]).to_owned()]
}

fn day(random: &mut Random) -> (String, String, String) {
    (format!("{:02}", random.between(10, 28)), format!("{:02}", random.between(1, 12)), format!("{}", random.between(1930, 2019)))
}

/// A first name and a surname of five letters each; the surnames are nobody's in particular.
fn name(random: &mut Random) -> (String, String) {
    (random.pick(&["Sarah", "James", "Aisha", "Megan", "Peter", "Rhian", "Imran"]).to_owned(), random.pick(&["Smith", "Jones", "Begum", "Quill", "Zorbo", "Patel", "Evans", "Drake"]).to_owned())
}

fn postcode(random: &mut Random, gap: &str) -> String {
    let letter = |random: &mut Random| random.pick(&["A", "B", "D", "E", "F", "G", "H", "J", "L", "N", "P", "Q", "R", "S", "T"]).to_owned();
    format!("{}{}{gap}{}{}{}", random.pick(&["NR", "PE", "CB", "IP", "LE"]), random.between(10, 19), random.between(1, 9), letter(random), letter(random))
}

/// An identity of a shape.
pub fn planted(shape: usize, random: &mut Random) -> Planted {
    let whole = |text: String, code| Planted { secrets: vec![text.clone()], text, code };
    let within = |before: &str, text: String, after: &str, code| Planted { text: format!("{before}{text}{after}"), secrets: vec![text], code };
    match shape {
        0 => whole(nhs(random), "IDN-01"),
        1 => whole(spaced(&nhs(random), " "), "IDN-01"),
        2 => whole(spaced(&nhs(random), "-"), "IDN-01"),
        3 => within("NHS", nhs(random), "", "IDN-01"),
        4 => whole(spaced(&nhs(random), "\u{A0}"), "IDN-01"),
        5 => whole(chi(random), "IDN-02"),
        6 => {
            let digits = chi(random);
            whole(format!("{} {}", &digits[..6], &digits[6..]), "IDN-02")
        }
        7 => whole(ten_digits(random, |random| format!("3{}", random.between(21, 99))), "IDN-03"),
        8 => whole(insurance(random).concat(), "IDN-04"),
        9 => whole(insurance(random).join(" "), "IDN-04"),
        10 => {
            let (day, month, year) = day(random);
            within("born on ", format!("{day}/{month}/{year}"), "", "IDN-05")
        }
        11 => {
            let (day, month, year) = day(random);
            within("date of birth: ", format!("{year}-{month}-{day}"), "", "IDN-05")
        }
        12 => {
            let (day, _, year) = day(random);
            within("(DOB ", format!("{day} March {year}"), ")", "IDN-05")
        }
        13 => {
            let (day, month, year) = day(random);
            within("", format!("{day}.{month}.{}", &year[2..]), " (d.o.b.)", "IDN-05")
        }
        14 => {
            let ((day, month, year), (given, surname)) = (day(random), name(random));
            let date = format!("{day}/{month}/{year}");
            Planted { text: format!("{given} {surname}, {date}"), code: "IDN-05", secrets: vec![format!("{given} {surname}"), date] }
        }
        15 => {
            let ((day, _, year), (_, surname)) = (day(random), name(random));
            let date = format!("{day} June {year}");
            Planted { text: format!("Mrs {surname} ({date})"), code: "IDN-05", secrets: vec![format!("Mrs {surname}"), date] }
        }
        16 => whole(postcode(random, " "), "IDN-07"),
        17 => whole(postcode(random, ""), "IDN-07"),
        // Numbers that are kept for stories, so that they are nobody's.
        18 => whole(format!("07700 900{}", random.digits(3)), "IDN-08"),
        19 => whole(format!("01632 960{}", random.digits(3)), "IDN-08"),
        20 => whole(format!("+44 7700 900{}", random.digits(3)), "IDN-08"),
        21 => within("(", format!("01632) 960{}", random.digits(3)), "", "IDN-08"),
        22 => {
            let (given, surname) = name(random);
            whole(format!("{}.{}{}@gmail.com", given.to_lowercase(), surname.to_lowercase(), random.digits(2)), "IDN-09")
        }
        23 => {
            let (_, surname) = name(random);
            whole(format!("{surname}_{}@Hotmail.co.uk", random.digits(2)), "IDN-09")
        }
        // Names are looked for where references belong, so these two go into records only.
        24 => {
            let (_, surname) = name(random);
            whole(format!("Mr {surname}"), "IDN-06")
        }
        _ => {
            let (given, surname) = name(random);
            whole(format!("{given} {surname}"), "IDN-06")
        }
    }
}
