//! Records and agreements with one identity in them, and clean ones that are full of numbers, dates and names of other things.

use super::planted::{Planted, SHAPES, planted};
use super::random::Random;

/// A file with what is planted in it.
pub struct Record {
    pub path: String,
    pub text: String,
    pub planted: Planted,
}

/// Where in a record something may stand; `@` marks the place. Some of the places are faults of text, since messages quote what is wrong.
const IN_RECORDS: [&str; 13] = [
    "person \"@\"",
    "person \"about @, known to both\"",
    "given \"whereabouts: known, safe; @\" to \"the duty desk\" by phone",
    "given \"whereabouts\" to \"@\"",
    "asked-by \"duty desk, @\" on 2026-03-02",
    "decision refused by \"triage nurse\" on 2026-03-02 because \"No risk to anyone: @.\"",
    "decision shared by \"triage nurse\" source \"the log, @\"",
    "reference \"@\"",
    "# asked about @",
    "given \"whereabouts\" # @ is meant",
    "persn \"@\"",
    "person \"@",
    "waive left-open because \"see @\" owner \"@\" until 2027-01-01",
];

/// The same in agreements and in procedures.
const IN_DOCUMENTS: [&str; 11] = [
    "note \"Agreed for @ and others.\"",
    "note \"\"\"\n    Agreed for\n    @ and others.\n  \"\"\"",
    "# first tried with @",
    "version 2 # @",
    "glossary \"the lead case\" means \"@\"",
    "term disputes \"Disputes about @ go to the chief officers.\"",
    "item lead-case \"The case of @\" {\n    class health\n  }",
    "nota \"@\"",
    "status \"@\"",
    "note \"@",
    "owner gone because \"@\" source \"@\"",
];

/// The same in agreements only.
const IN_AGREEMENTS: [&str; 4] = [
    "flow lead-flow \"Share about @\" {\n    from trust\n    to police\n    shares gone\n    why \"@\"\n  }",
    "shares-under \"the Act of @\" for trust",
    "benefit \"@\" because \"@\" source \"@\"",
    "question 5 none because \"@\" by \"@\"",
];

/// A name of a thing in which digits may stand.
const AS_NAME: [&str; 3] = ["item i-@ \"An item\" {\n  }", "review 2027-01-01 by gone-@", "version @"];

/// A thousand files, one identity each. Those of two seeds differ in the identities and in nothing else.
pub fn records(seed: u64) -> Vec<Record> {
    (0..1000).map(|number| record(number, &mut Random::new(number as u64 + 1), &mut Random::new(seed + number as u64))).collect()
}

fn record(number: usize, form: &mut Random, secret: &mut Random) -> Record {
    let shape = number % SHAPES;
    let planted = planted(shape, secret);
    // Names are looked for in records only. Agreements are judged by every rule, so a few of them say enough.
    let (ending, line) = match form.between(0, 9) {
        _ if shape >= 24 => ("disclosure", form.pick(&IN_RECORDS)),
        0..=4 => ("disclosure", form.pick(&IN_RECORDS)),
        5 => ("isa", form.pick(&IN_AGREEMENTS)),
        _ if shape == 0 => ("sop", form.pick(&AS_NAME)),
        6 => ("isa", form.pick(&IN_DOCUMENTS)),
        _ => ("sop", form.pick(&IN_DOCUMENTS)),
    };
    let line = line.replace('@', &planted.text);
    let parties = "party police \"Fenwold Police\" {\n  kind police-force\n}\nparty trust \"Fenwold Trust\" {\n  kind nhs-provider\n}\n";
    let text = match ending {
        "disclosure" => format!("# A record that is made up.\ndisclosure d-2026-{number:03} \"Request of the day\" {{\n  {line}\n}}\n"),
        "isa" => format!("{parties}agreement a-{number} \"An agreement\" {{\n  between police, trust\n  {line}\n  shares-under \"DPA 1998 s.29\" for trust\n  law dpa-1998\n}}\n"),
        _ => format!("{parties}procedure p-{number} \"A procedure\" {{\n  {line}\n  kidn sop\n}}\n"),
    };
    Record { path: format!("{}/{number:04}.{ending}", number / 100), text, planted }
}

/// What must not be taken for an identity. `#` stands for a digit.
const HARMLESS: [&str; 44] = [
    "case 2026-####",
    "Case 2026-##",
    "ISA-00##",
    "occurrence 37/#####/26",
    "crime reference 36/####/26",
    "warrant 2026/W/0##",
    "version 2.# of the form",
    "reviewed on 2026-03-1#",
    "from 1 April 2026 to 31 March 2027",
    "people born after 1 September 2008",
    "the date of birth is checked, and nothing more",
    "within 72 hours, or # working days",
    "£1,234,5##.00",
    "£9434765919",
    "company number 0######1",
    "registered charity 1######",
    "Z#######",
    "https://trust.example/page/9434765919?x=1",
    "www.trust.example/07700900123",
    "see section 115 and Art 6(1)(e)",
    "CDA 1998 s.115, DPA 2018 Sch 1 para 18",
    "desk@fenwold.nhs.uk",
    "mail to duty@fenwold.police.uk",
    "ig.desk@fenwold.gov.uk or desk@nhs.net",
    "call 101, or 999 at once",
    "Samaritans on 116 123",
    "0300 123 4###",
    "0800 111 1111",
    "open 08:00-22:00 on weekdays",
    "fact sheet L1436-1441",
    "ODS code RXX12, practice P81001",
    "NR1 and the districts around it",
    "Band 5, grade S6 2nd year",
    "ISBN 0113228333",
    "the Mental Capacity Act, 1 October 2007",
    "Working Together 15 December 2023",
    "Herbert Protocol, 12/03/2020",
    "Fenwold Police 12 March 2026",
    "Right Care Right Person (26 July 2023)",
    "the triage nurse, Fenwold Mental Health Trust",
    "Detective Inspector, Major Crime",
    "Norwich Safeguarding Hub",
    "Adult A and Child B of the family",
    "Niche RMS 2026/01#",
];

/// A thousand files without an identity.
pub fn clean() -> Vec<(String, String)> {
    (0..1000).map(|number| (format!("{}/{number:04}.{}", number / 100, if number % 2 == 0 { "disclosure" } else { "isa" }), clean_file(number))).collect()
}

fn clean_file(number: u64) -> String {
    let mut random = Random::new(0xC1EA_0000 + number);
    let mut say = || {
        let text = random.pick(&HARMLESS);
        text.chars().map(|c| if c == '#' { random.digits(1) } else { c.to_string() }).collect::<String>()
    };
    let mut near = Random::new(number);
    // Ten digits that fail the check, together and in groups.
    let ten = loop {
        let ten = near.digits(10);
        let check = super::planted::check_digit(&ten[..9]);
        if check.is_none_or(|check| !ten.ends_with(&check.to_string())) {
            break ten;
        }
    };
    let (one, two, three, four) = (say(), say(), say(), say());
    if number % 2 == 0 {
        return format!(
            "# {one}; {ten}\ndisclosure d-2026-{number} \"Request {two}\" {{\n  reference \"{ten}\"\n  person \"{three}\"\n  asked-by \"Fenwold Police, {four}\" on 2026-03-02\n  decision refused by \"triage nurse\" on 2026-03-02 because \"{two}.\"\n  given \"{one}; {} {} {}\" by phone\n}}\n",
            &ten[..3],
            &ten[3..6],
            &ten[6..]
        );
    }
    format!(
        "# {one}\nparty trust \"Fenwold Trust\" {{\n  contact desk \"Duty desk\" {{\n    email \"duty{number}@gmail.com\"\n    phone \"01632 9600{:02}\"\n    post \"1 Station Road, Fenwold NR1 3QG\"\n  }}\n}}\nagreement a-{number} \"{two}\" {{\n  reference \"{ten}\"\n  version {}\n  note \"{three}. {four}.\"\n  signed trust on 2026-03-20 as \"Chief Executive\"\n  flow f \"Flow\" {{\n    from trust\n    channel phone from \"the desk, 01632 960010\" to \"ward, 07700 900010\"\n  }}\n}}\n",
        number % 100,
        &ten[..5]
    )
}
