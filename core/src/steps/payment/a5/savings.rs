//! Whether the file states the savings that the contract's model gives.

use super::super::file::{differs, not_known, rows, terms};
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{PaymentAssurance, PerformanceWorkbook};
use crate::derive::Run;
use crate::derive::payment::{Figure, Outcome, Savings};

control! {
    /// Provisional savings follow the contract's savings model.
    ///
    /// ## Why
    /// An estimate that cannot be followed from benchmark, spending and the agreed shares is a hope, and hopes get reported.
    /// ## Remedy
    /// State what the workbook and the contract give. The metrics name every factor; check the workbook if one looks wrong.
    /// ## Example
    /// ```clean
    /// performance_workbook: pilot_month benchmark_total actual_expenditure quality_score | 2026-01 100000.00 95000.00 0.80
    /// payment_assurance: pilot_month provisional_savings_estimate | 2026-01 1960.00
    /// ```
    /// ```fault
    /// performance_workbook: pilot_month benchmark_total actual_expenditure quality_score | 2026-01 100000.00 95000.00 0.80
    /// payment_assurance: pilot_month provisional_savings_estimate | 2026-01 2500.00 <-
    /// ```
    FOLLOW = "A5-V2" Validation Block,
    needs [Need::Table(PaymentAssurance), Need::Figure(Figure::Amount)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    const FIELD: &str = "provisional_savings_estimate";
    let Some(terms) = terms(run, findings) else { return };
    for (file, month, row) in rows(run) {
        let Some(stated) = file.column(FIELD).money(row) else { continue };
        match run.savings(month) {
            Ok(savings) if differs(stated, savings.estimate, terms.savings_tolerance) => {
                let message = format!("The file estimates {stated} for {month}; {}.", account(&savings));
                let evidence = run.table(PerformanceWorkbook).map(|workbook| workbook.place(savings.row));
                let draft = findings.at(file, row).field(FIELD).stated(file.column(FIELD).text(row));
                draft.expected(savings.estimate).other(evidence).says(message);
            }
            Ok(_) => {}
            Err(unknown) => not_known(month, &unknown, findings),
        }
    }
}

/// How the estimate comes about, in a clause.
fn account(savings: &Savings) -> String {
    let Savings { benchmark, actual, gross, estimate, .. } = savings;
    let outcome = match savings.outcome {
        Outcome::Earned(_) => format!("of which {estimate} is earned"),
        Outcome::Owed(_) => format!("of which {} is owed", -estimate),
        Outcome::Neither => "too little to share in either direction".to_owned(),
    };
    format!("benchmark {benchmark} less spending {actual} is {gross}, {outcome}")
}
