//! A person's authorization on a day, out of all rows of the register; never out of one of them alone.

use crate::pairing::ManyEach;
use crate::table::{Column, Row, Table};
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

impl Authorization {
    const NONE: Self = Self { status: Status::None, evidence: None };
}

/// Each person's authorization on a day, in one pass over the register.
pub(super) fn of_everybody(register: &Table, day: Day, people: usize) -> Vec<Authorization> {
    let (claims, mut all) = (Claims::of(register), vec![Authorization::NONE; people]);
    register.for_each_row(|row| {
        if let Some(known) = all.get_mut(register.person(row) as usize) {
            claims.add(row, day, known);
        }
    });
    all
}

/// The register, ready to be asked about one person on one day, whichever it is.
pub(super) struct Register<'r> {
    pub(super) claims: Claims<'r>,
    pub(super) rows_of: &'r ManyEach,
}

impl Register<'_> {
    /// A person's authorization on a day.
    pub(super) fn on(&self, day: Day, person: u32) -> Authorization {
        let mut known = Authorization::NONE;
        self.rows_of.get(person).iter().for_each(|&row| self.claims.add(row, day, &mut known));
        known
    }
}

/// The columns of the register that make a claim.
pub(super) struct Claims<'r> {
    id: Column<'r>,
    status: Column<'r>,
    from: Column<'r>,
    to: Column<'r>,
}

impl<'r> Claims<'r> {
    pub(super) fn of(register: &'r Table) -> Self {
        let column = |name| register.column(name);
        Self {
            id: column("authorization_id"),
            status: column("status"),
            from: column("start_date"),
            to: column("end_date"),
        }
    }

    /// Lets a row of the person's count, where it claims more than those before it.
    #[inline]
    fn add(&self, row: Row, day: Day, known: &mut Authorization) {
        let shown = self.shown(row, day);
        let newer = |than: Row| (self.from.day(row), self.id.text(row)) > (self.from.day(than), self.id.text(than));
        if shown > known.status || (shown == known.status && known.evidence.is_some_and(newer)) {
            *known = Authorization { status: shown, evidence: Some(row) };
        }
    }

    #[inline]
    fn shown(&self, row: Row, day: Day) -> Status {
        let ended = self.to.day(row).is_some_and(|end| end < day);
        match self.status.text(row).as_ref() {
            "active" => match self.from.day(row) {
                Some(start) if start > day => Status::Pending,
                _ if ended => Status::Expired,
                Some(_) => Status::Active,
                None => Status::None,
            },
            "pending" if !ended => Status::Pending,
            _ => Status::None,
        }
    }
}
