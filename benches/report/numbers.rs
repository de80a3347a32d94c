//! The numbers that budgets are set for, and numbers as people read them.

/// What was measured; nothing where it could not be.
#[derive(Default)]
pub struct Numbers {
    /// Seconds for one file.
    pub start: Option<f64>,
    /// The smaller number of files, by the clock, in S.
    pub small_wall_in_units: Option<f64>,
    /// All files, by the clock, in S.
    pub full_wall_in_units: Option<f64>,
    /// Seconds for all files of which one has changed, the rest being kept.
    pub changed: Option<f64>,
    /// Seconds to the first finding.
    pub first_finding: Option<f64>,
    /// Most memory, in megabytes.
    pub peak: Option<f64>,
    /// CPU time a file: all files against a quarter of them.
    pub growth: Option<f64>,
    /// CPU time a rule: all rules against half of them.
    pub rules: Option<f64>,
}

/// 10,000.
pub fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count, to reckon with.
#[expect(clippy::cast_precision_loss, reason = "nothing counted here comes near to 2 to the power of 52")]
pub fn number(count: usize) -> f64 {
    count as f64
}

/// Millions of bytes.
pub fn megabytes(bytes: usize) -> f64 {
    number(bytes) / 1e6
}

/// 1.234 s.
pub fn seconds(seconds: f64) -> String {
    format!("{seconds:.3} s")
}

/// 1.23 ms.
pub fn milliseconds(seconds: f64) -> String {
    format!("{:.2} ms", seconds * 1e3)
}

/// 123.4 µs.
pub fn microseconds(seconds: f64) -> String {
    format!("{:.1} µs", seconds * 1e6)
}

/// 1.23.
pub fn ratio(ratio: f64) -> String {
    format!("{ratio:.2}")
}
