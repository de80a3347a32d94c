//! The sorts of identities.

use std::ops::Range;

/// What identifies a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    NhsNumber,
    ChiNumber,
    HealthAndCareNumber,
    NationalInsuranceNumber,
    DateOfBirth,
    Name,
    Postcode,
    Phone,
    Email,
}

impl Sort {
    /// What registers call it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Sort::NhsNumber => "nhs-number",
            Sort::ChiNumber => "chi-number",
            Sort::HealthAndCareNumber => "health-and-care-number",
            Sort::NationalInsuranceNumber => "national-insurance-number",
            Sort::DateOfBirth => "date-of-birth",
            Sort::Name => "name",
            Sort::Postcode => "postcode",
            Sort::Phone => "phone",
            Sort::Email => "email",
        }
    }
}

/// One identity and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) sort: Sort,
    pub(super) range: Range<usize>,
}
