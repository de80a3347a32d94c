//! What every command needs first: the policies, and the day.

use super::args::PackOptions;
use super::fault::Fault;
use super::settings::Settings;
use crate::model::parse_day;
use crate::policy::{Compiled, PROVISIONS, PackFile, Policy, Register, Texts, compile};
use crate::shipped;
use crate::workspace::{Discovered, discover, read_packs, today};
use jiff::civil::Date;

/// The policies of a run.
pub(super) enum Policies {
    /// Those that ship with the tool, not yet decoded.
    Shipped,
    /// Compiled at start, with local packs, from these files.
    Local(Box<Compiled>, Vec<PackFile>),
}

impl Policies {
    /// Loads what the flags ask for, or the settings of the folder in which the tool runs.
    pub(super) fn load(options: &PackOptions) -> Result<Self, Fault> {
        Self::load_for(options, &[])
    }

    /// The same with the settings of some paths.
    pub(super) fn load_for(options: &PackOptions, paths: &[String]) -> Result<Self, Fault> {
        Self::of(&Settings::find(options, paths)?.packs(options).value, options.only_packs.as_deref())
    }

    /// Loads local packs beside those that ship, or only some packs.
    pub(super) fn of(packs: &[String], only: Option<&str>) -> Result<Self, Fault> {
        let mut files = match only {
            Some(_) => shipped::sources().into_iter().filter(|file| file.path.starts_with("grammar/")).collect(),
            None if packs.is_empty() => return Ok(Policies::Shipped),
            None => shipped::sources(),
        };
        let packs: &[String] = if only.is_some() { &[] } else { packs };
        for folder in packs.iter().map(String::as_str).chain(only) {
            let more = read_packs(folder)
                .map_err(|error| Fault::new(&format!("the packs in `{}` cannot be read: {}", error.path, error.why), "Give a folder of TOML files after `--packs`, or in `packs` of the settings."))?;
            if more.is_empty() {
                return Err(Fault::new(&format!("there is no pack in `{folder}`"), "A pack is a folder of TOML files; docs/rules.md describes them."));
            }
            // A folder may bring its own vocabulary, in the place of the shipped one.
            if only.is_some() && more.iter().any(|file| file.text.contains("[[keywords]]")) {
                files.retain(|file| !file.path.starts_with("grammar/"));
            }
            files.extend(more);
        }
        match compile(&files) {
            Ok(compiled) => Ok(Policies::Local(Box::new(compiled), files)),
            Err(problems) => Err(Fault::packs(&files, problems)),
        }
    }

    /// What a run needs.
    pub(super) fn policy(&self) -> &Policy {
        match self {
            Policies::Shipped => shipped::policy(),
            Policies::Local(compiled, _) => &compiled.policy,
        }
    }

    /// The files that it was compiled from when the program started; none when it ships with the program.
    pub(super) fn local(&self) -> &[PackFile] {
        match self {
            Policies::Shipped => &[],
            Policies::Local(_, files) => files,
        }
    }

    /// What people read.
    pub(super) fn texts(&self) -> &Texts {
        match self {
            Policies::Shipped => shipped::texts(),
            Policies::Local(compiled, _) => &compiled.texts,
        }
    }
}

/// The files under some paths; what cannot be looked into is told.
pub(super) fn found_under(paths: &[String]) -> Discovered {
    let found = discover(paths);
    tell_faults(&found);
    found
}

/// Tells what cannot be looked into.
pub(super) fn tell_faults(found: &Discovered) {
    for (path, why) in &found.faults {
        Fault::new(&format!("`{path}` cannot be read: {why}"), "Check the path, and that you may read it.").print();
    }
}

/// The register of the law.
pub(super) fn provisions(policy: &Policy) -> Result<&Register, Fault> {
    let found = policy.register_named(PROVISIONS).map(|(_, register)| register);
    found.ok_or_else(|| Fault::new("these packs hold no law", "The register is called `provisions`; docs/rules.md describes registers."))
}

/// A warning, when the packs were checked more than a year before the day asked about.
pub(super) fn old_packs(policy: &Policy, today: Date) -> Option<String> {
    let (year, month, day) = policy.as_of;
    let limit = Date::new(year, month, day).ok()?.checked_add(jiff::Span::new().years(1)).ok()?;
    (today > limit).then(|| format!("the packs were checked up to {}, more than a year before {today}: law that changed since is not known here", policy.checked_to()))
}

/// The day asked about.
pub(super) fn day(given: Option<&str>) -> Result<Date, Fault> {
    let Some(text) = given else { return Ok(today()) };
    // The flag takes a day in full, and nothing after it.
    let is_full = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match parse_day(text) {
        Ok(day) if day.first == day.last && is_full => Ok(day.first),
        Ok(_) => Err(Fault::new(&format!("`{text}` is not one day"), "Give a day such as 2026-04-01 after `--as-of`.")),
        Err(why) => Err(Fault::new(&format!("`{text}` is not a day of the calendar"), &format!("Give a day such as 2026-04-01 after `--as-of`; here {why}."))),
    }
}
