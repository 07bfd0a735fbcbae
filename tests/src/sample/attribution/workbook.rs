//! The months' figures for the period to date, chosen so that what follows from them can be computed by hand.

use crate::sample::payment::{MONTHS, money};
use crate::sample::table::{Table, row};

/// A month's figures. The rate is what was saved of the benchmark, in parts of ten thousand.
pub(super) struct Figures {
    benchmark: Benchmark,
    rate: i64,
    quality_percent: i64,
    relief_cents: i64,
    assigned: Option<u32>,
}

enum Benchmark {
    PerMemberMonth { cents: i64, member_months: u32 },
    Total { cents: i64 },
}

impl Figures {
    /// The first month: somewhat less was spent than agreed.
    pub(super) fn saved(member_months: u32) -> Self {
        let benchmark = Benchmark::PerMemberMonth { cents: 615_000, member_months };
        Self { benchmark, rate: 420, quality_percent: 82, relief_cents: 0, assigned: Some(member_months) }
    }

    /// The two months to date: more was spent, by much or by very much.
    pub(super) fn overspent(by_much: bool) -> Self {
        Self {
            benchmark: Benchmark::Total { cents: 540_000_000 },
            rate: if by_much { -1800 } else { -700 },
            quality_percent: 79,
            relief_cents: 825_000,
            assigned: None,
        }
    }

    fn benchmark_cents(&self) -> i64 {
        match self.benchmark {
            Benchmark::PerMemberMonth { cents, member_months } => cents * i64::from(member_months),
            Benchmark::Total { cents } => cents,
        }
    }

    fn gross_cents(&self) -> i64 {
        self.benchmark_cents() * self.rate / 10_000
    }

    /// What follows by the contract: half of what was saved times the quality score, less a fiftieth;
    /// or three tenths of what was overspent, less the relief. Neither cap is reached.
    pub(super) fn estimate_cents(&self) -> i64 {
        let gross = self.gross_cents();
        if gross < 0 {
            return -(-gross * 3 / 10 - self.relief_cents);
        }
        // In parts of ten thousand cents, rounded once, halves away from zero.
        let earned = gross * 50 * self.quality_percent * 98 / 100;
        (earned + 5_000) / 10_000
    }
}

/// The workbook, as the actuaries keep it.
pub(super) fn performance_workbook(months: &[Figures; 2]) -> Table {
    let header = [
        "pilot_month",
        "member_months",
        "benchmark_pmpm",
        "benchmark_total",
        "actual_expenditure",
        "quality_score",
        "assigned_count",
        "relief",
    ];
    let mut table = Table::new("performance_workbook", &header, &[0]);
    table.extend(MONTHS.iter().zip(months).map(|(month, figures)| {
        let actual = money(figures.benchmark_cents() - figures.gross_cents());
        let (member_months, pmpm, total) = match figures.benchmark {
            Benchmark::PerMemberMonth { cents, member_months } => {
                (member_months.to_string(), money(cents), String::new())
            }
            Benchmark::Total { cents } => (String::new(), String::new(), money(cents)),
        };
        let quality = format!("0.{}", figures.quality_percent);
        let assigned = figures.assigned.map_or_else(String::new, |people| people.to_string());
        let relief = if figures.relief_cents > 0 { money(figures.relief_cents) } else { String::new() };
        row![month, member_months, pmpm, total, actual, quality, assigned, relief]
    }));
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_is_what_a_person_works_out() {
        // 200 member months at 6150.00 are 1,230,000.00; 4.2 % of that is 51,660.00; half of it, times
        // 0.82, less 2 %, is 20,756.988.
        assert_eq!(Figures::saved(200).estimate_cents(), 2_075_699);
        // 7 % of 5,400,000.00 is 378,000.00; 30 % of that is 113,400.00, less 8,250.00.
        assert_eq!(Figures::overspent(false).estimate_cents(), -10_515_000);
    }
}
