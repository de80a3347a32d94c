//! The condition language: read with pest, typed against the vocabulary, compiled to a small tree that `lint` evaluates.

mod check;
mod join;
mod read;
mod tree;

pub use check::{Names, Scope, Target, check, check_guards};
pub use tree::{Access, Compare, DateOrder, Expr, ExprId, Exprs, Join, Joins, Literal, OwnedStep, PartOfText, Path, PathId, Paths, Quantifier, Root, StateTest, Step, Steps, Test};
