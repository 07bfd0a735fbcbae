//! A person's authorization on a day, out of all rows of the register; never out of one of them alone.

use crate::table::{Row, Table};
use crate::value::Day;

/// What the register makes of a person, from the weakest claim to the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    None,
    Expired,
    Pending,
    Active,
}

impl Status {
    pub(crate) const ALL: [Self; 4] = [Self::Active, Self::Pending, Self::Expired, Self::None];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Expired => "expired",
            Self::Pending => "pending",
            Self::Active => "active",
        }
    }
}

/// A status and the row of the register that gives it; of several the newest, wherever it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Authorization {
    pub(crate) status: Status,
    pub(crate) evidence: Option<Row>,
}

/// Each person's authorization on a day.
pub(super) fn fold(register: &Table, day: Day, people: usize) -> Vec<Authorization> {
    let id = register.column("authorization_id");
    let (status, from, to) = (register.column("status"), register.column("start_date"), register.column("end_date"));
    let mut all = vec![Authorization { status: Status::None, evidence: None }; people];
    register.for_each_row(|row| {
        let Some(known) = all.get_mut(register.person(row) as usize) else { return };
        let ended = to.day(row).is_some_and(|end| end < day);
        let shown = match status.text(row).as_ref() {
            "active" => match from.day(row) {
                Some(start) if start > day => Status::Pending,
                _ if ended => Status::Expired,
                Some(_) => Status::Active,
                None => Status::None,
            },
            "pending" if !ended => Status::Pending,
            _ => Status::None,
        };
        let newer = |than: Row| (from.day(row), id.text(row)) > (from.day(than), id.text(than));
        if shown > known.status || (shown == known.status && known.evidence.is_some_and(newer)) {
            *known = Authorization { status: shown, evidence: Some(row) };
        }
    });
    all
}
