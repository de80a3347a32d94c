//! The one look at the clock.

use jiff::civil::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Today in UTC. Used only where the day is not given: rules take the day as an input.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
    let days = i32::try_from(seconds / 86_400).unwrap_or(0);
    Date::new(1970, 1, 1).ok().and_then(|epoch| epoch.checked_add(jiff::Span::new().days(days)).ok()).unwrap_or_default()
}
