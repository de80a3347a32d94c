//! What the tool may take at most, and what is aimed for. This is the one place to change them.

use super::numbers::{Numbers, count, ratio};
use super::table::Table;

struct Budget {
    /// `{small}` and `{full}` stand for how many files there are.
    what: &'static str,
    unit: &'static str,
    /// The most that it may be.
    limit: f64,
    /// The aim, below the limit.
    aim: f64,
    /// What one unit is in the numbers: 1,000 where they are seconds and the budget is in milliseconds.
    scale: f64,
    measured: fn(&Numbers) -> Option<f64>,
}

/// The budgets that the project set itself. Stages have none: they are shown above.
const BUDGETS: [Budget; 8] = [
    Budget { what: "one file, from start to end", unit: " ms", limit: 5.0, aim: 2.0, scale: 1e3, measured: |numbers| numbers.start },
    Budget { what: "{small} files, clock", unit: " S", limit: 12.0, aim: 2.0, scale: 1.0, measured: |numbers| numbers.small_wall_in_units },
    Budget { what: "{full} files, clock", unit: " S", limit: 12.0, aim: 2.0, scale: 1.0, measured: |numbers| numbers.full_wall_in_units },
    Budget { what: "first finding of {full} files", unit: " ms", limit: 100.0, aim: 50.0, scale: 1e3, measured: |numbers| numbers.first_finding },
    Budget { what: "one changed file of {full}", unit: " ms", limit: 100.0, aim: 50.0, scale: 1e3, measured: |numbers| numbers.changed },
    Budget { what: "most memory, {full} files", unit: " MB", limit: 104.8, aim: 50.0, scale: 1.0, measured: |numbers| numbers.peak },
    Budget { what: "CPU a file, {full} files against a quarter", unit: "", limit: 1.15, aim: 1.05, scale: 1.0, measured: |numbers| numbers.growth },
    Budget { what: "CPU a rule, all rules against half", unit: "", limit: 1.25, aim: 1.1, scale: 1.0, measured: |numbers| numbers.rules },
];

/// The budgets with what was measured.
pub fn table(numbers: &Numbers, small: usize, full: usize) -> Table {
    let mut table = Table::new("Budgets", &["what", "budget", "aim", "measured", "kept"]);
    for budget in &BUDGETS {
        let show = |value: f64| format!("{}{}", ratio(value), budget.unit);
        let measured = (budget.measured)(numbers).map(|value| value * budget.scale);
        let kept = match measured {
            None => "not known",
            Some(value) if value > budget.limit => "no",
            Some(value) if value > budget.aim => "yes, aim missed",
            Some(_) => "yes, aim met",
        };
        let what = budget.what.replace("{small}", &count(small)).replace("{full}", &count(full));
        table.row(&[&what, &format!("at most {}", show(budget.limit)), &show(budget.aim), &measured.map_or_else(|| "not known".to_owned(), show), kept]);
    }
    table.note("S: the CPU time of `sha256sum` over the same files in the same run, so that machines of different speed compare.");
    table
}
