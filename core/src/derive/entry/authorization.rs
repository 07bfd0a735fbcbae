//! A person's authorization on a day, out of all rows of the register; never out of one of them alone.

use crate::pairing::ManyEach;
use crate::table::{Code, Column, Row, Table};
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
        let shown = claims.shown(row, day);
        // Much of a register claims nothing any more: whose that is need not be looked up.
        if shown > Status::None
            && let Some(known) = all.get_mut(register.person(row) as usize)
        {
            claims.add(row, shown, known);
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
        self.rows_of.get(person).iter().for_each(|&row| self.claims.add(row, self.claims.shown(row, day), &mut known));
        known
    }
}

/// The columns of the register that make a claim.
pub(super) struct Claims<'r> {
    id: Column<'r>,
    status: Column<'r>,
    from: Column<'r>,
    to: Column<'r>,
    active: Code,
    pending: Code,
}

impl<'r> Claims<'r> {
    pub(super) fn of(register: &'r Table) -> Self {
        let column = |name| register.column(name);
        Self {
            id: column("authorization_id"),
            status: column("status"),
            from: column("start_date"),
            to: column("end_date"),
            active: Code::of("active"),
            pending: Code::of("pending"),
        }
    }

    /// Lets a row of the person's count, where it claims more than those before it.
    #[inline]
    fn add(&self, row: Row, shown: Status, known: &mut Authorization) {
        let newer = |than: Row| {
            let by_day = self.from.day(row).cmp(&self.from.day(than));
            by_day.then_with(|| self.id.text(row).cmp(&self.id.text(than))).is_gt()
        };
        if shown > known.status || (shown == known.status && known.evidence.is_some_and(newer)) {
            *known = Authorization { status: shown, evidence: Some(row) };
        }
    }

    #[inline]
    fn shown(&self, row: Row, day: Day) -> Status {
        let ended = || self.to.day(row).is_some_and(|end| end < day);
        if self.status.is(row, self.active) {
            match self.from.day(row) {
                Some(start) if start > day => Status::Pending,
                _ if ended() => Status::Expired,
                Some(_) => Status::Active,
                None => Status::None,
            }
        } else if self.status.is(row, self.pending) && !ended() {
            Status::Pending
        } else {
            Status::None
        }
    }
}
