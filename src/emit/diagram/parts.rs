//! Who takes which part: those that send and receive the same flows may share a box.

use super::super::document::Arrow;

/// Some organisations with the flows that they send and receive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// What they are called.
    pub(super) names: Vec<String>,
    sent: Vec<usize>,
    received: Vec<usize>,
}

impl Part {
    /// The flows that they send.
    pub(super) fn sent(&self) -> &[usize] {
        &self.sent
    }

    /// The flows that they receive.
    pub(super) fn received(&self) -> &[usize] {
        &self.received
    }
}

/// Everybody with a part; those of one part together when they are to be grouped.
pub(super) fn parts(flows: &[Arrow], grouped: bool) -> Vec<Part> {
    let mut all: Vec<Part> = Vec::new();
    for name in super::names(flows) {
        let where_in = |list: fn(&Arrow) -> &Vec<String>| flows.iter().enumerate().filter(|(_, flow)| list(flow).iter().any(|own| own == name)).map(|(index, _)| index).collect::<Vec<_>>();
        let (sent, received) = (where_in(|flow| &flow.from), where_in(|flow| &flow.to));
        match all.iter_mut().find(|part| grouped && part.sent == sent && part.received == received) {
            Some(part) => part.names.push(name.to_owned()),
            None => all.push(Part { names: vec![name.to_owned()], sent, received }),
        }
    }
    all
}
