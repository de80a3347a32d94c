//! Paths as rows of numbers, which is how they ship.

use super::super::packed::every;
use super::{Access, Kept, Path, Paths, Root};
use crate::model::{Derived, KindId};
use crate::policy::RegisterId;
use crate::source::{Table, Text, TextRange};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What [`Paths`] ships as.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Packed {
    all: Table<6>,
    text: Text,
    hops: Table<1>,
    steps: Table<8>,
    reaches: Table<3>,
    kinds: Table<1>,
}

impl Serialize for Paths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let packed = Packed {
            all: self.all.iter().map(path_row).collect(),
            text: self.text.clone(),
            hops: self.hops.iter().map(|hop| [*hop]).collect(),
            steps: self.steps.iter().map(step_row).collect(),
            reaches: self.reaches.iter().copied().map(reach_row).collect(),
            kinds: self.kinds.iter().map(|kind| [u32::from(kind.0)]).collect(),
        };
        packed.serialize(serializer)
    }
}

/// Only from bytes that live as long as the program.
impl<'de: 'static> Deserialize<'de> for Paths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Packed { all, text, hops, steps, reaches, kinds } = Deserialize::deserialize(deserializer)?;
        let parts = (every(&all, path), every(&reaches, reach));
        let (Some(all), Some(reaches)) = parts else { return Err(de::Error::custom("a row is no path")) };
        Ok(Paths { all, text, hops: hops.iter().map(|[hop]| hop).collect(), steps: steps.iter().map(step).collect(), reaches, kinds: kinds.iter().map(|[kind]| KindId(kind as u16)).collect() })
    }
}

fn path_row(path: &Path) -> [u32; 6] {
    let (kind, of) = match path.root {
        Root::Slot(slot) => (0, u32::from(slot)),
        Root::Today => (1, 0),
        Root::Register(RegisterId(register)) => (2, u32::from(register)),
    };
    [kind, of, path.hops.0, path.hops.1, path.text.start, path.text.end]
}

fn path([kind, of, first, end, start, stop]: [u32; 6]) -> Option<Path> {
    let root = match kind {
        0 => Root::Slot(of as u8),
        1 => Root::Today,
        2 => Root::Register(RegisterId(of as u16)),
        _ => return None,
    };
    Some(Path { root, hops: (first, end), text: TextRange { start, end: stop } })
}

fn step_row(step: &Kept) -> [u32; 8] {
    let Kept { own, follow, via, follow_clause, cites, column } = *step;
    [own.0, own.1, follow.0, follow.1, via.0, via.1, u32::from(follow_clause) | u32::from(cites) << 1, column.map_or(0, |column| u32::from(column) + 1)]
}

fn step([own, own_end, follow, follow_end, via, via_end, flags, column]: [u32; 8]) -> Kept {
    let column = column.checked_sub(1).map(|column| column as u16);
    Kept { own: (own, own_end), follow: (follow, follow_end), via: (via, via_end), follow_clause: flags & 1 != 0, cites: flags & 2 != 0, column }
}

fn reach_row((kind, access): (KindId, Access)) -> [u32; 3] {
    let (way, of) = match access {
        Access::Child(KindId(kind)) => (0, u32::from(kind)),
        Access::Clause(index) => (1, u32::from(index)),
        Access::Derived(field) => (2, field.number()),
        Access::Parent => (3, 0),
        Access::Name => (4, 0),
        Access::Label => (5, 0),
        Access::KindWord => (6, 0),
    };
    [u32::from(kind.0), way, of]
}

fn reach([kind, way, of]: [u32; 3]) -> Option<(KindId, Access)> {
    let access = match way {
        0 => Access::Child(KindId(of as u16)),
        1 => Access::Clause(of as u16),
        2 => Access::Derived(Derived::numbered(of)?),
        3 => Access::Parent,
        4 => Access::Name,
        5 => Access::Label,
        6 => Access::KindWord,
        _ => return None,
    };
    Some((KindId(kind as u16), access))
}

#[cfg(test)]
mod tests {
    use super::super::OwnedStep;
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let kind = KindId(9);
        let every_way = [Access::Child(kind), Access::Clause(3), Access::Derived(Derived::OwnWords), Access::Parent, Access::Name, Access::Label, Access::KindWord];
        let first = OwnedStep { own: every_way.map(|access| (kind, access)).to_vec(), follow: vec![kind], follow_clause: true, ..OwnedStep::default() };
        let second = OwnedStep { via: vec![(kind, Access::Derived(Derived::Parties))], cites: true, ..OwnedStep::default() };
        let third = OwnedStep { column: Some(0), ..OwnedStep::default() };
        let mut paths = Paths::default();
        paths.add(Root::Slot(2), &[first.clone(), second], "it.a.b");
        paths.add(Root::Today, &[], "today");
        paths.add(Root::Register(RegisterId(300)), &[third, first], "registers.ŵyl.b");
        let bytes: &'static [u8] = postcard::to_stdvec(&paths).unwrap().leak();
        assert_eq!(postcard::from_bytes::<Paths>(bytes).unwrap(), paths);
    }

    #[test]
    fn rows_that_are_no_path_are_refused() {
        assert!(path([3, 0, 0, 0, 0, 0]).is_none() && reach([0, 7, 0]).is_none() && reach([0, 2, u32::MAX]).is_none());
    }
}
