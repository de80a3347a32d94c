//! What a notice is compiled from: what one party shares with whom, why, under which law, for how long, whom to reach, and which of the
//! items that people must be told are due and can be said.

use super::Facts;
use crate::emit::wording::is_said;
use crate::lint::Footing;
use crate::model::{Derived, NodeId, names_party, once};
use crate::policy::{Policy, Ymd};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// The register of what people must be told.
const ITEMS: &str = "privacy-items";

/// One end of a flow at which the party stands.
struct OwnEnd<'f> {
    flow: NodeId,
    label: String,
    is_crime: bool,
    ends: Vec<&'f crate::lint::End>,
}

impl Facts<'_> {
    /// The facts of a party's notice.
    pub fn notice(&self, party: NodeId, policy: &Policy, footing: &Footing, today: Ymd) -> Json {
        let own = self.arrangement.derived(self.model, party, Derived::PartyNotices).first().copied();
        let ends = self.own_ends(party, footing);
        let partners = self.partners(party);
        let reasons = reasons(&ends);
        let keeps = self.keeps(party);
        let desk = own.and_then(|notice| self.reference(notice, "contact")).or_else(|| self.desk(party)).map_or(Json::Null, |contact| self.contact(contact));
        let mut notice = Map::new();
        let has_crime = ends.iter().any(|end| end.is_crime);
        let has_other = ends.iter().any(|end| !end.is_crime);
        notice.insert("own".into(), own.map_or(Json::Null, |notice| self.fact(notice)));
        notice.insert("dpo".into(), self.office(party, "dpo"));
        notice.insert("guardian".into(), self.office(party, "guardian"));
        notice.insert("part_3".into(), has_crime.into());
        notice.insert("uk_gdpr".into(), (has_other || !has_crime).into());
        let labels: Vec<&str> = partners.iter().filter_map(|partner| partner["label"].as_str()).collect();
        notice.insert("partner_names".into(), listed(&labels).into());
        notice.insert("flows".into(), once(ends.iter().map(|end| end.flow)).into_iter().map(|flow| self.flow_in_words(flow)).collect());
        notice.insert("law".into(), law(&ends));
        notice.insert("roles".into(), self.arrangement.derived(self.model, party, Derived::PartyRoles).iter().map(|role| self.fact(*role)).collect());
        notice.insert(
            "purposes".into(),
            json!(once(ends.iter().flat_map(|end| self.arrangement.derived(self.model, end.flow, Derived::Purposes).to_vec())).into_iter().map(|purpose| self.label(purpose)).collect::<Vec<_>>()),
        );
        notice.insert("opt_out".into(), self.opt_out(&ends).into());
        let told = self.items(party, own, policy, today, &Said { ends: &ends, partners: &partners, reasons: &reasons, keeps: &keeps, desk: !desk.is_null() });
        notice.insert("items".into(), told.iter().map(|item| (super::key(item["id"].as_str().unwrap_or_default()), item.clone())).collect::<Map<_, _>>().into());
        notice.insert("told".into(), told.into());
        notice.insert("desk".into(), desk);
        notice.insert("partners".into(), partners.into());
        notice.insert("reasons".into(), reasons.into());
        notice.insert("keeps".into(), keeps.into());
        Json::Object(notice)
    }

    fn own_ends<'f>(&self, party: NodeId, footing: &'f Footing) -> Vec<OwnEnd<'f>> {
        let ends = footing.ends_of(self.model, self.arrangement, party).into_iter();
        ends.map(|(flow, side, ends)| {
            let sides = self.model.children_named(flow, side).iter();
            let is_crime = sides.flat_map(|side| self.model.children_named(*side, "regime")).any(|regime| self.model.has_word(*regime, "law-enforcement"));
            OwnEnd { flow, label: self.label(flow), is_crime, ends }
        })
        .collect()
    }

    /// The other parties, each with what it is told and what it tells.
    fn partners(&self, party: NodeId) -> Vec<Json> {
        let derived = |flow: NodeId, field: Derived| self.arrangement.derived(self.model, flow, field).to_vec();
        let others = self.arrangement.flows.iter().flat_map(|flow| {
            let (from, to) = (derived(*flow, Derived::Senders), derived(*flow, Derived::Receivers));
            let is_own = from.contains(&party) || to.contains(&party);
            if is_own { [from, to].concat() } else { Vec::new() }
        });
        let others: Vec<NodeId> = once(others).into_iter().filter(|other| *other != party).collect();
        let items = |from: NodeId, to: NodeId| {
            let flows = self.arrangement.flows.iter().filter(|flow| derived(**flow, Derived::Senders).contains(&from) && derived(**flow, Derived::Receivers).contains(&to));
            once(flows.flat_map(|flow| derived(*flow, Derived::Items))).into_iter().map(|item| self.label(item)).collect::<Vec<_>>()
        };
        let partner = |other: &NodeId| (self.label(*other), items(party, *other), items(*other, party));
        others.iter().map(partner).filter(|(_, give, get)| !give.is_empty() || !get.is_empty()).map(|(label, give, get)| json!({ "label": label, "give": give, "get": get })).collect()
    }

    /// The rules by which the party keeps its records.
    fn keeps(&self, party: NodeId) -> Vec<Json> {
        let all = self.arrangement.working().flat_map(|document| self.model.children_named(document, "retention"));
        let own = all.filter(|rule| self.model.clause_named(**rule, "for").is_none_or(|clause| names_party(self.model, self.model.targets_of(clause), party)));
        own.map(|rule| {
            let mut fact = self.fact(*rule);
            fact["of_flow"] = self.model.targets(*rule).next().is_some().into();
            fact
        })
        .collect()
    }

    fn opt_out(&self, ends: &[OwnEnd<'_>]) -> &'static str {
        let said: Vec<NodeId> = ends.iter().flat_map(|end| self.model.children_named(end.flow, "opt-out").iter().copied()).collect();
        match said.as_slice() {
            [] => "",
            all if all.iter().all(|node| self.model.has_word(*node, "not-applied")) => "not-applied",
            _ => "applied",
        }
    }

    /// What a statement refers to.
    pub(super) fn reference(&self, place: NodeId, word: &str) -> Option<NodeId> {
        self.model.children_named(place, word).iter().flat_map(|node| self.model.targets(*node)).next()
    }

    /// The contact of a party for complaints, or for requests.
    fn desk(&self, party: NodeId) -> Option<NodeId> {
        let contacts = self.model.children_named(party, "contact");
        let is_for = |contact: &&NodeId, word: &str| self.model.children_named(**contact, "for").iter().any(|node| self.model.has_word(*node, word));
        ["complaints", "subject-access", "privacy"].iter().find_map(|word| contacts.iter().find(|contact| is_for(contact, word))).copied()
    }

    /// A flow, with its purposes in a few words.
    fn flow_in_words(&self, flow: NodeId) -> Json {
        let mut fact = self.flow(flow);
        let purposes = self.arrangement.derived(self.model, flow, Derived::Purposes);
        fact["purpose"] = purposes.iter().map(|purpose| self.label(*purpose)).collect::<Vec<_>>().join(", ").into();
        fact
    }

    /// What people must and should be told, by word, with whether it is due here and whether there are words for it.
    fn items(&self, party: NodeId, own: Option<NodeId>, policy: &Policy, today: Ymd, said: &Said<'_>) -> Vec<Json> {
        let Some((_, register)) = policy.register_named(ITEMS) else { return Vec::new() };
        let is = |word: &str| self.model.children_named(party, "kind").iter().any(|kind| self.model.has_word(*kind, word));
        let tells = |word: &str| own.is_some_and(|notice| self.model.children_named(notice, "tells").iter().any(|tells| self.model.has_word(*tells, word)));
        let states = |word: &str| own.is_some_and(|notice| self.model.children_named(notice, word).iter().any(|node| self.model.node(*node).state == crate::model::State::Stated));
        let cites = |citation: &str| said.ends.iter().flat_map(|end| &end.ends).flat_map(|end| &end.cited).any(|cited| cited.canonical == citation);
        let consents = cites("UK GDPR Art 6(1)(a)") || cites("UK GDPR Art 9(2)(a)");
        let gets = said.partners.iter().any(|partner| partner["get"].as_array().is_some_and(|get| !get.is_empty()));
        let mut items = Vec::new();
        for index in 0..register.entries.len() {
            let row = register.row(index as u32);
            let text = |column: &str| row.text(column).unwrap_or_default();
            let id = row.texts("id").next().unwrap_or_default().to_owned();
            let due = row.texts("due").next().unwrap_or_default();
            let in_force = row.day("from").is_none_or(|from| from <= today);
            let is_due = in_force
                && match due {
                    "always" | "if-dpo" => true,
                    "if-shared" => !said.partners.is_empty(),
                    "if-from-elsewhere" => gets,
                    "if-legitimate-interests" => cites("UK GDPR Art 6(1)(f)"),
                    "if-consent" => consents,
                    "if-portable" => consents || cites("UK GDPR Art 6(1)(b)"),
                    "if-guardian" => self.model.children_named(party, "guardian").iter().any(|node| self.model.node(*node).state != crate::model::State::NoneBecause) || is("caldicott-body"),
                    "if-health-england" => (is("health-body") || is("care-body")) && self.is_of_england(),
                    // The language has no word for these; the notice itself may say that it tells them.
                    _ => tells(&id),
                };
            let is_said = match id.as_str() {
                "identity" | "complain-to-controller" => said.desk,
                "dpo" => !self.office(party, "dpo").is_null(),
                "guardian" => !self.office(party, "guardian").is_null(),
                "purposes" => states("purposes") || said.ends.iter().any(|end| !self.arrangement.derived(self.model, end.flow, Derived::Purposes).is_empty()),
                "lawful-basis" => !said.reasons.is_empty() && said.reasons.iter().all(|reason| reason["known"] == true) && said.ends.iter().all(OwnEnd::has_basis),
                "categories" | "recipients" => !said.partners.is_empty(),
                "where-from" => gets,
                "retention" => !said.keeps.is_empty(),
                "partner-explained" => states("shared") && states("choices"),
                "sharing-without-telling" => states("advance-warning"),
                "opt-out" => !self.opt_out(said.ends).is_empty(),
                "review-date" => states("revised"),
                "access" | "rectification" | "erasure" | "restriction" | "right-to-object" | "complain-to-regulator" | "portability" | "withdraw-consent" => true,
                _ => false,
            };
            items.push(json!({ "id": id, "label": text("label"), "level": row.texts("level").next(), "articles": text("articles"), "condition": text("condition"), "due": is_due, "said": is_said }));
        }
        items
    }

    fn is_of_england(&self) -> bool {
        let said = self.model.children_named(self.arrangement.document, "jurisdiction");
        said.is_empty() || said.iter().any(|node| self.model.has_word(*node, "england"))
    }
}

impl OwnEnd<'_> {
    fn has_basis(&self) -> bool {
        self.ends.iter().flat_map(|end| &end.cited).any(|cited| cited.keyword == "basis")
    }
}

/// Names as a sentence lists them.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// What there is to say, for the items.
struct Said<'s> {
    ends: &'s [OwnEnd<'s>],
    partners: &'s [Json],
    reasons: &'s [Json],
    keeps: &'s [Json],
    desk: bool,
}

/// The bases of the party, each once, with the key of their plain words.
fn reasons(ends: &[OwnEnd<'_>]) -> Vec<Json> {
    let cited = ends.iter().flat_map(|end| &end.ends).flat_map(|end| &end.cited).filter(|cited| cited.keyword == "basis" && !cited.canonical.is_empty());
    let keys = once(cited.map(|cited| cited.canonical.as_str()));
    keys.into_iter()
        .map(|citation| {
            let words: Vec<String> = citation.to_lowercase().split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
            let key = format!("reason.{}", words.join("-"));
            json!({ "citation": citation, "known": is_said(&key), "key": key })
        })
        .collect()
}

/// All law at the party's ends: the law, what it is used as, and in which flows.
fn law(ends: &[OwnEnd<'_>]) -> Json {
    let mut rows: Vec<(&str, Vec<&str>, Vec<&str>)> = Vec::new();
    for end in ends {
        for cited in end.ends.iter().flat_map(|end| &end.cited).filter(|cited| !cited.canonical.is_empty()) {
            let known = rows.iter().position(|(citation, ..)| *citation == cited.canonical);
            let place = known.unwrap_or(rows.len());
            if known.is_none() {
                rows.push((&cited.canonical, Vec::new(), Vec::new()));
            }
            let row = &mut rows[place];
            let used = if cited.keyword == "with" { "condition" } else { cited.keyword.as_str() };
            for (list, word) in [(&mut row.1, used), (&mut row.2, end.label.as_str())] {
                if !list.contains(&word) {
                    list.push(word);
                }
            }
        }
    }
    let order: BTreeMap<&str, usize> = [("basis", 0), ("condition", 1), ("offence-condition", 2), ("power", 3)].into();
    rows.sort_by_key(|(_, used, _)| used.iter().map(|used| order.get(used).copied().unwrap_or(9)).min());
    rows.into_iter().map(|(citation, used, flows)| json!({ "citation": citation, "used": used.join(", ").replace('-', " "), "flows": flows })).collect()
}
