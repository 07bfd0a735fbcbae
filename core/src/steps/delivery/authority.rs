//! Whether whoever leads a piece of work has a role that may lead it.

use crate::control::Findings;
use crate::dataset::Dataset;
use crate::derive::Run;

/// Holds the people whom one column of a record names against the work that another states.
pub(super) fn check(
    run: &Run<'_>,
    dataset: Dataset,
    who: &'static str,
    work: &'static str,
    findings: &mut Findings<'_>,
) {
    let Some(table) = run.table(dataset) else { return };
    let (named, works) = (table.column(who), table.column(work));
    table.for_each_row(|row| {
        let Some(work) = works.code(row).filter(|_| !named.is_empty(row)) else { return };
        let person = named.id(row);
        if run.may_lead(&person, &work) == Some(false) {
            let roles = run.contract.authority.get(work.as_ref());
            let message = match roles {
                Some(roles) => {
                    format!("{work} takes the role {}; the staff list gives {person} no such role.", roles.join(" or "))
                }
                None => format!("The contract gives nobody authority for {work}."),
            };
            let draft = findings.at(table, row).field(who).stated(person);
            draft.expected_if(roles.map(|roles| roles.join(" | "))).says(message);
        }
    });
}
