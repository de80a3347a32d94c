//! Each change by itself.

use super::folder::Folder;
use sharewright::syntax::parse;

/// A file with one finding that a change answers.
struct Case {
    code: &'static str,
    before: &'static str,
    after: &'static str,
    /// Whether it may be made without being read.
    safe: bool,
}

const CASES: &[Case] = &[
    Case { code: "SYN-35", safe: true, before: "use \"a.isa\"\nparty p \"P\" {\n  kind police-force\n}\n", after: "party p \"P\" {\n  kind police-force\n}\n" },
    Case { code: "SYN-01", safe: false, before: "party p \"P\" {\n  kind: police-force\n}\n", after: "party p \"P\" {\n  kind  police-force\n}\n" },
    Case { code: "SYN-01", safe: false, before: "party p \"P\" {\n  kind police-force;\n}\n", after: "party p \"P\" {\n  kind police-force\n}\n" },
    Case { code: "SYN-01", safe: false, before: "party p \"P\" {\n  kind police\u{2013}force\n}\n", after: "party p \"P\" {\n  kind police-force\n}\n" },
    Case { code: "SYN-01", safe: false, before: "party p \"P\" {\n  kind police-force \u{FEFF}\n}\n", after: "party p \"P\" {\n  kind police-force \n}\n" },
    Case { code: "SYN-02", safe: false, before: "party p \"P\u{202E}\" {\n  kind police-force\n}\n", after: "party p \"P\" {\n  kind police-force\n}\n" },
    Case { code: "SYN-07", safe: false, before: "party p \"P\" {\n  kind police-force\n}\n}\n", after: "party p \"P\" {\n  kind police-force\n}\n\n" },
    Case { code: "SYN-10", safe: false, before: "party p \"P\" {\n  kidn police-force\n}\n", after: "party p \"P\" {\n  kind police-force\n}\n" },
    Case { code: "SYN-13", safe: false, before: "party p \"P\" {\n  kind police-force becuase \"x\"\n}\n", after: "party p \"P\" {\n  kind police-force because \"x\"\n}\n" },
    Case { code: "SYN-19", safe: false, before: "party p \"P\" {\n  kind police-forse\n}\n", after: "party p \"P\" {\n  kind police-force\n}\n" },
    Case { code: "SYN-30", safe: false, before: "party police \"P\" {\n}\ngroup g \"G\" {\n  members polcie\n}\n", after: "party police \"P\" {\n}\ngroup g \"G\" {\n  members police\n}\n" },
    Case {
        code: "CIT-03",
        safe: false,
        before: "agreement a \"A\" {\n  power \"Crime and Disordre Act 1998 s.115\"\n}\n",
        after: "agreement a \"A\" {\n  power \"Crime and Disorder Act 1998 s.115\"\n}\n",
    },
    Case {
        code: "CIT-03",
        safe: false,
        before: "agreement a \"A\" {\n  power \"sections 17 and 115 of the Crime and Disordre Act 1998, and CDA 1999 s.5\"\n}\n",
        after: "agreement a \"A\" {\n  power \"sections 17 and 115 of the Crime and Disorder Act 1998, and CDA 1998 s.5\"\n}\n",
    },
];

#[test]
fn each_change_answers_its_finding_and_brings_no_other() {
    for Case { code, before, after, safe } in CASES {
        let folder = Folder::with(before);
        let first = folder.findings();
        assert!(first.iter().any(|(own, _)| own == code), "{code} is found in {before:?}: {first:?}");
        let ran = folder.lint(&["--fix", "a.isa"]);
        if *safe {
            assert_eq!(folder.read("a.isa"), *after, "{ran:?}");
        } else {
            assert_eq!(folder.read("a.isa"), *before, "{code} is not made without being asked for: {ran:?}");
            let ran = folder.lint(&["--fix", "--unsafe-fixes", "a.isa"]);
            assert_eq!(folder.read("a.isa"), *after, "{ran:?}");
            assert!(ran.err.contains(&format!(": {code}: ")), "what was done is told: {ran:?}");
        }
        assert!(parse(after).problems.is_empty(), "{code}: it parses");
        let then = folder.findings();
        assert!(!then.iter().any(|(own, _)| own == code), "{code} is gone: {then:?}");
        for finding in &then {
            assert!(first.contains(finding), "{code}: {finding:?} was not there before: {first:?}");
        }
    }
}

#[test]
fn what_is_for_a_person_is_never_done() {
    let text = "party p \"P\" {\n  kind health-provider\n  note \"Asked of NHS Digital.\"\n}\n";
    let folder = Folder::with(text);
    assert!(folder.findings().iter().any(|(code, _)| code == "TERM-01"), "{:?}", folder.findings());
    let ran = folder.lint(&["--fix", "--unsafe-fixes", "a.isa"]);
    assert_eq!(folder.read("a.isa"), text);
    assert!(ran.err.contains("0 changes made in 0 files; left: 1 that only a person may make"), "{ran:?}");
}

#[test]
fn citations_are_written_in_their_short_form_only_when_that_is_asked_for() {
    let text = "agreement a \"A\" {\n  power \"section 115 of the Crime and Disorder Act 1998\"\n  power \"Children Act 1989, s47\"\n}\n";
    let folder = Folder::with(text);
    let first = folder.findings();
    assert!(!first.iter().any(|(code, _)| code == "CIT-05"), "{first:?}");
    let ran = folder.lint(&["--fix", "a.isa"]);
    assert_eq!(folder.read("a.isa"), text, "{ran:?}");
    let told = folder.lint(&["--citations", "a.isa"]);
    assert!(told.out.contains("info[CIT-05]: 2 citations are not written in the usual way, such as `section 115 of the Crime and Disorder Act 1998` for `CDA 1998 s.115`"), "{told:?}");
    let ran = folder.lint(&["--citations", "--fix", "a.isa"]);
    assert_eq!(folder.read("a.isa"), "agreement a \"A\" {\n  power \"CDA 1998 s.115\"\n  power \"Children Act 1989 s.47\"\n}\n", "{ran:?}");
    assert!(ran.err.contains("2 changes made in 1 file; ") && !ran.out.contains("CIT-05"), "{ran:?}");
    assert_eq!(folder.findings(), first, "what is found is the same");
}

#[test]
fn a_line_that_says_more_than_that_a_file_uses_itself_is_kept() {
    for text in ["use \"b.isa\", \"a.isa\"\n", "use \"a.isa\" # why\n"] {
        let folder = Folder::with(text);
        folder.put("b.isa", "party p \"P\" {\n}\n");
        assert!(folder.findings().iter().any(|(code, _)| code == "SYN-35"), "{:?}", folder.findings());
        let ran = folder.lint(&["--fix", "--unsafe-fixes", "a.isa"]);
        assert_eq!(folder.read("a.isa"), text, "{ran:?}");
    }
}
