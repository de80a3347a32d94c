//! CPU time of child processes, as Linux counts it.

use std::fs;
use std::time::Duration;

/// User and system time of all children that have ended so far; nothing where the system does not tell.
///
/// `/proc/self/stat` counts in hundredths of a second, so what is short has to be run several times between two readings.
pub fn of_children() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the name of the program and may hold anything; what follows its bracket is numbers.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(13);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(Duration::from_millis((user + system) * 10))
}
