//! What Word counts by itself, so that a number that Word would count otherwise is written out.

/// The numbers of headings and clauses as Word counts them.
#[derive(Default)]
pub(super) struct Counter {
    counts: [u32; 6],
}

impl Counter {
    /// The level, from 0, at which Word gives this number next; nothing when it would give another.
    pub(super) fn level(&mut self, number: &str) -> Option<u32> {
        let level = number.split('.').count() - 1;
        if number.is_empty() || level > 4 {
            return None;
        }
        let mut next = self.counts;
        next[level] += 1;
        next[level + 1..].fill(0);
        // A level above that was not counted yet is shown as 1.
        let shown: Vec<String> = next[..=level].iter().map(|count| (*count).max(1).to_string()).collect();
        if shown.join(".") != number {
            return None;
        }
        self.counts = next;
        Some(level as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_that_word_counts() {
        let mut counter = Counter::default();
        assert_eq!(["1", "1.1", "1.2", "1.2.1", "2", "2.1"].map(|number| counter.level(number)), [Some(0), Some(1), Some(1), Some(2), Some(0), Some(1)]);
        assert_eq!(counter.level("2.3"), None);
        assert_eq!(counter.level("2.2"), Some(1));
        assert_eq!(Counter::default().level("0.1"), None);
        assert_eq!(Counter::default().level(""), None);
    }
}
