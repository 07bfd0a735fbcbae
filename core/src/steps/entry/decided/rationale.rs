//! Whether each refusal gives a reason that the contract knows and the rules bear out.

use super::Docket;
use crate::contract::Class;
use crate::control::Findings;
use crate::derive::Run;
use crate::derive::entry::{Decided, Ruling};

const FIELD: &str = "exclusion_reason_code";

/// Each refusal has a manual code, or the one that the rules give; `ruling` says what that is.
pub(crate) fn rationale<'r>(
    run: &Run<'_>,
    findings: &mut Findings<'_>,
    ruling: impl Fn(u32, Decided) -> Option<Ruling<'r>>,
) {
    let Some(docket) = Docket::of(run) else { return };
    let stated = docket.table.column(FIELD);
    for (number, decided) in docket.of_class(Class::refuses) {
        let (id, class, code) = (docket.id(decided.row), decided.class_name(), stated.text(decided.row));
        if code.is_empty() {
            let message = format!("{id} is {class} without a reason code.");
            findings.at(docket.table, decided.row).field(FIELD).says(message);
            continue;
        }
        let Some(known) = run.contract.exclusion_code(&code) else {
            let message = format!("{id} is {class} with {code}, which is not one of the contract's exclusion codes.");
            findings.at(docket.table, decided.row).field(FIELD).stated(code).says(message);
            continue;
        };
        let ruling = ruling(number, decided).unwrap_or(Ruling::Undecided);
        let what = match ruling {
            _ if known.manual => continue,
            Ruling::Undecided => continue,
            Ruling::Excluded(criterion) if criterion.exclusion_code == code => continue,
            Ruling::Excluded(criterion) => {
                format!("the first criterion that fails is {}, which gives {}", criterion.id, criterion.exclusion_code)
            }
            Ruling::Qualifies => "every criterion holds: the rules give no code".to_owned(),
        };
        let message = format!("{id} is {class} with {code}, and {what}.");
        let draft = findings.at(docket.table, decided.row).field(FIELD).stated(code);
        draft.expected_if(ruling.code()).says(message);
    }
}
