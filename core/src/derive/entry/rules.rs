//! The contract's criteria over the columns that they read: found once, then tried on one person or event after another.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::Datelike;
use rust_decimal::Decimal;

use super::authorization::Register;
use super::qualification::{QUALIFIES, UNDECIDED};
use super::{Authorization, Eligibility, Events, Folded};
use crate::contract::{Criterion, Derived, Field, Missing};
use crate::dataset::{Dataset, Kind};
use crate::derive::Run;
use crate::table::{Column, Row};
use crate::value::{Day, parse_count, parse_day, parse_money, parse_pct};

/// The criteria, in their order, each with the place from which it reads; none where that table was not received.
pub(super) struct Rules<'r>(Vec<(&'r Criterion, Option<Source<'r>>)>);

/// A person of the population, or an event.
#[derive(Clone, Copy)]
pub(super) struct Case {
    pub(super) number: u32,
    /// The row by which it is in at all: the payer's, or the referral.
    pub(super) row: Row,
    /// The day on which it is judged; none for an event that has no time.
    pub(super) day: Option<Day>,
}

/// Where a criterion's value comes from.
enum Source<'r> {
    /// The row by which the case is in.
    Own(Column<'r>, Kind),
    /// The case's one row of another table.
    Folded(Arc<Folded<'r>>, Kind),
    Age(Column<'r>),
    AttributedDays(Column<'r>),
    Authorization(&'r [Authorization]),
    AuthorizationOnItsDay(Register<'r>),
    Eligibility(&'r [Option<Eligibility>]),
    DaysSincePrevious(&'r Events),
    Events30d(&'r Events),
}

/// A value as a criterion compares it.
enum Value<'r> {
    Text(Cow<'r, str>),
    Number(Decimal),
    Day(Day),
}

impl<'r> Rules<'r> {
    /// The rules for the population of the roster day, whose authorizations are known.
    pub(super) fn on_roster_day(run: &'r Run<'_>) -> Self {
        Self::of(run, || run.authorizations().map(Source::Authorization))
    }

    /// The rules for one person on one day, whichever it is.
    pub(super) fn on_any_day(run: &'r Run<'_>) -> Self {
        Self::of(run, || run.authorization_register().map(Source::AuthorizationOnItsDay))
    }

    /// The rules for events, which have no authorization.
    pub(super) fn on_events(run: &'r Run<'_>) -> Self {
        Self::of(run, || None)
    }

    fn of(run: &'r Run<'_>, authorization: impl Fn() -> Option<Source<'r>>) -> Self {
        let source = |criterion: &'r Criterion| match criterion.field {
            Field::Derived(Derived::AuthorizationStatus) => authorization(),
            field => Source::of(field, run),
        };
        Self(run.contract.criteria.iter().map(|criterion| (criterion, source(criterion))).collect())
    }

    /// One more than the first criterion that fails, or that none does, or that it cannot be told.
    pub(super) fn apply(&self, case: Case) -> u16 {
        for (failing, (criterion, source)) in (1..UNDECIDED).zip(&self.0) {
            let Some(source) = source else { return UNDECIDED };
            let holds = match source.value(case) {
                None => criterion.missing == Missing::Pass,
                Some(Value::Text(text)) => criterion.test.holds_text(&text),
                Some(Value::Number(number)) => criterion.test.holds_number(number),
                Some(Value::Day(day)) => criterion.test.holds_date(day),
            };
            if !holds {
                return failing;
            }
        }
        QUALIFIES
    }
}

impl<'r> Source<'r> {
    /// Where a field is read from, other than the authorization; none where its table was not received.
    fn of(field: Field, run: &'r Run<'_>) -> Option<Self> {
        let payer = || run.table(Dataset::PayerAttribution);
        match field {
            Field::Column { dataset: own @ (Dataset::PayerAttribution | Dataset::Referrals), column, kind } => {
                Some(Self::Own(run.table(own)?.column(column), kind))
            }
            Field::Column { dataset, column, kind } => {
                run.folded(dataset, column).map(|folded| Self::Folded(folded, kind))
            }
            Field::Derived(Derived::AgeYears) => Some(Self::Age(payer()?.column("birth_date"))),
            Field::Derived(Derived::AttributedDays) => Some(Self::AttributedDays(payer()?.column("attribution_date"))),
            Field::Derived(Derived::EligibilityStatus) => run.eligibilities().map(Self::Eligibility),
            Field::Derived(Derived::DaysSincePreviousEvent) => run.events().map(Self::DaysSincePrevious),
            Field::Derived(Derived::Events30d) => run.events().map(Self::Events30d),
            Field::Derived(_) => None,
        }
    }

    fn value(&self, case: Case) -> Option<Value<'_>> {
        let number = |value: u32| Value::Number(value.into());
        match self {
            Self::Own(column, kind) => typed(column.text(case.row), *kind),
            Self::Folded(folded, kind) => typed(Cow::Borrowed(folded.get(case.number)?), *kind),
            Self::Age(birth) => Some(Value::Number(whole_years(birth.day(case.row)?, case.day?).into())),
            Self::AttributedDays(since) => Some(Value::Number((case.day? - since.day(case.row)?).num_days().into())),
            Self::Authorization(all) => Some(word(all.get(case.number as usize)?.status.name())),
            Self::AuthorizationOnItsDay(register) => Some(word(register.on(case.day?, case.number).status.name())),
            Self::Eligibility(all) => Some(word((*all.get(case.number as usize)?)?.coverage.name())),
            Self::DaysSincePrevious(events) => events.get(case.number)?.days_since_previous.map(number),
            Self::Events30d(events) => events.get(case.number)?.events_30d.map(number),
        }
    }
}

const fn word(text: &str) -> Value<'_> {
    Value::Text(Cow::Borrowed(text))
}

fn typed(text: Cow<'_, str>, kind: Kind) -> Option<Value<'_>> {
    match kind {
        _ if text.is_empty() => None,
        Kind::Count => parse_count(&text).map(|count| Value::Number(count.into())),
        Kind::Money => parse_money(&text).map(Value::Number),
        Kind::Pct => parse_pct(&text).map(Value::Number),
        Kind::Date => parse_day(&text).map(Value::Day),
        Kind::OneOf(list) => list.contains(&text.as_ref()).then_some(Value::Text(text)),
        Kind::Id | Kind::Code | Kind::Text | Kind::Month | Kind::Timestamp => Some(Value::Text(text)),
    }
}

/// Whole years from a birth to a day; whoever is born on 29 February comes of age on 1 March.
fn whole_years(birth: Day, day: Day) -> i32 {
    let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
    day.year() - birth.year() - i32::from(!had_birthday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leap_day_s_child_comes_of_age_on_the_first_of_march() {
        let day = |text| parse_day(text).unwrap();
        assert_eq!(whole_years(day("2008-02-29"), day("2026-02-28")), 17);
        assert_eq!(whole_years(day("2008-02-29"), day("2026-03-01")), 18);
        assert_eq!(whole_years(day("2008-03-09"), day("2026-03-09")), 18);
    }
}
