//! What the tool may take at most, and what is aimed for. This is the one place to change them.

use super::numbers::{Numbers, ratio};
use super::table::Table;

struct Budget {
    what: &'static str,
    unit: &'static str,
    /// At most, or at least.
    limit: Limit,
    /// The aim, better than the budget.
    aim: f64,
    /// What one unit is in the numbers: 1,000 where they are seconds and the budget is in milliseconds.
    scale: f64,
    measured: fn(&Numbers) -> Option<f64>,
}

enum Limit {
    AtMost(f64),
    AtLeast(f64),
}

const BUDGETS: [Budget; 11] = [
    Budget { what: "one file, from start to end", unit: " ms", limit: Limit::AtMost(25.0), aim: 10.0, scale: 1e3, measured: |numbers| numbers.start },
    Budget { what: "smaller corpus, clock", unit: " S", limit: Limit::AtMost(30.0), aim: 15.0, scale: 1.0, measured: |numbers| numbers.small_wall_in_units },
    Budget { what: "whole corpus, clock", unit: " S", limit: Limit::AtMost(30.0), aim: 15.0, scale: 1.0, measured: |numbers| numbers.full_wall_in_units },
    Budget { what: "whole corpus, CPU", unit: " S", limit: Limit::AtMost(50.0), aim: 25.0, scale: 1.0, measured: |numbers| numbers.full_cpu_in_units },
    Budget { what: "first finding in the whole corpus", unit: " ms", limit: Limit::AtMost(500.0), aim: 200.0, scale: 1e3, measured: |numbers| numbers.first_finding },
    Budget { what: "most memory, whole corpus", unit: " MB", limit: Limit::AtMost(150.0), aim: 60.0, scale: 1.0, measured: |numbers| numbers.peak },
    Budget { what: "CPU a file, whole corpus against a quarter", unit: "", limit: Limit::AtMost(1.15), aim: 1.05, scale: 1.0, measured: |numbers| numbers.growth },
    Budget { what: "CPU a rule, all rules against half", unit: "", limit: Limit::AtMost(1.25), aim: 1.1, scale: 1.0, measured: |numbers| numbers.rules },
    Budget { what: "parse, one thread", unit: " MB/s", limit: Limit::AtLeast(15.0), aim: 30.0, scale: 1.0, measured: |numbers| numbers.parse },
    Budget { what: "resolve, one thread", unit: " MB/s", limit: Limit::AtLeast(15.0), aim: 30.0, scale: 1.0, measured: |numbers| numbers.resolve },
    Budget { what: "lint, one thread", unit: " MB/s", limit: Limit::AtLeast(5.0), aim: 15.0, scale: 1.0, measured: |numbers| numbers.lint },
];

/// The budgets with what was measured.
pub fn table(numbers: &Numbers) -> Table {
    let mut table = Table::new("Budgets", &["what", "budget", "aim", "measured", "kept"]);
    for budget in &BUDGETS {
        let show = |value: f64| format!("{}{}", ratio(value), budget.unit);
        let measured = (budget.measured)(numbers).map(|value| value * budget.scale);
        let (sign, limit) = match budget.limit {
            Limit::AtMost(limit) => ("at most", limit),
            Limit::AtLeast(limit) => ("at least", limit),
        };
        let within = |value: f64, bound: f64| if sign == "at most" { value <= bound } else { value >= bound };
        let kept = match measured {
            None => "not known",
            Some(value) if !within(value, limit) => "no",
            Some(value) if !within(value, budget.aim) => "yes, aim missed",
            Some(_) => "yes, aim met",
        };
        table.row(&[budget.what, &format!("{sign} {}", show(limit)), &show(budget.aim), &measured.map_or_else(|| "not known".to_owned(), show), kept]);
    }
    table.note("S: the CPU time of `sha256sum` over the same files in the same run, so that machines of different speed compare.");
    table
}
