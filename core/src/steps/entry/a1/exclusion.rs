//! Whether everybody whom the rules keep out carries the code that they give, and nobody carries another.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{PayerAttribution, Roster};
use crate::derive::Run;
use crate::derive::entry::Ruling;

control! {
    /// Whoever is excluded by the contract's rules carries an exclusion code.
    ///
    /// ## Why
    /// A person who fails a criterion and carries no code passes for a member of the cohort.
    /// ## Remedy
    /// Enter the code that the rules give, or correct the source on which the rule failed.
    /// ## Example
    /// ```clean
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// roster: participant_id exclusion_reason_code | P1 NOT-COVERED
    /// ```
    /// ```fault
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// roster: participant_id exclusion_reason_code | P1 - <-
    /// ```
    CODE_PRESENT = "A1-F5" Field Block,
    needs [Need::Table(Roster), Need::Table(PayerAttribution), Need::Criteria],
    Decide::Rule(code_present)
}

control! {
    /// Exclusion codes are the contract's, and are those that its rules give.
    ///
    /// ## Why
    /// Codes that cannot be derived from the sources are how harder cases quietly leave a cohort.
    /// ## Remedy
    /// Enter the code that the rules give on the roster day. A manual code may stand where the rules give none.
    /// ## Example
    /// ```clean
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// roster: participant_id exclusion_reason_code | P1 NOT-COVERED
    /// ```
    /// ```fault
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// roster: participant_id exclusion_reason_code | P1 UNDER-18 <-
    /// ```
    CODE_CORRECT = "A1-V3" Validation Block,
    needs [Need::Table(Roster), Need::Table(PayerAttribution), Need::Criteria],
    Decide::Rule(code_correct)
}

fn code_present(run: &Run<'_>, findings: &mut Findings<'_>) {
    if run.contract.criteria.is_empty() {
        findings.not_applicable = Some("The contract has no criteria.".to_owned());
        return;
    }
    let (Some(roster), Some(payer)) = (run.table(Roster), run.table(PayerAttribution)) else { return };
    let (Some(population), Some(rulings)) = (run.population(), run.rulings()) else { return };
    let stated = roster.column("exclusion_reason_code");
    roster.for_each_row(|row| {
        let person = roster.person(row);
        let Some(payer_row) = population.get(person).filter(|_| stated.is_empty(row)) else { return };
        if let Ruling::Excluded(criterion) = rulings.get(person) {
            let code = &criterion.exclusion_code;
            let message = format!(
                "No exclusion code is entered, and criterion {} gives {code}: {}.",
                criterion.id,
                run.contract.label_of(code)
            );
            let draft = findings.at(roster, row).field("exclusion_reason_code");
            draft.expected(code).other(Some(payer.place(payer_row))).says(message);
        }
    });
}

fn code_correct(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(roster) = run.table(Roster) else { return };
    let stated = roster.column("exclusion_reason_code");
    roster.for_each_row(|row| {
        let Some(code) = stated.code(row) else { return };
        let person = roster.person(row);
        let payer_row = run.population().and_then(|population| population.get(person));
        let ruling = payer_row.and(run.rulings()).map(|rulings| rulings.get(person));
        let message = match (run.contract.exclusion_code(&code), ruling) {
            (None, _) => format!("{code} is not one of the contract's exclusion codes."),
            (Some(_), None | Some(Ruling::Undecided)) => return,
            (Some(known), Some(Ruling::Qualifies)) if known.manual => return,
            (Some(_), Some(Ruling::Qualifies)) => {
                format!("{code} is entered, and every criterion holds: the rules give no code.")
            }
            (Some(_), Some(Ruling::Excluded(criterion))) if criterion.exclusion_code == code => return,
            (Some(_), Some(Ruling::Excluded(criterion))) => {
                format!(
                    "{code} is entered, and the first criterion that fails is {}, which gives {}.",
                    criterion.id, criterion.exclusion_code
                )
            }
        };
        let expected = ruling.and_then(Ruling::code).map(str::to_owned);
        let other = run.table(PayerAttribution).zip(payer_row).map(|(payer, row)| payer.place(row));
        let draft = findings.at(roster, row).field("exclusion_reason_code").stated(code).other(other);
        match expected {
            Some(expected) => draft.expected(expected).says(message),
            None => draft.says(message),
        }
    });
}
