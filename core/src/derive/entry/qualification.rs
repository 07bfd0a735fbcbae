//! The contract's criteria on one person: the first that fails gives the code; a person without one qualifies.

use std::borrow::Cow;
use std::rc::Rc;

use chrono::Datelike;
use rust_decimal::Decimal;

use super::{Authorization, Folded, Population};
use crate::contract::{Criterion, Derived, Field, Missing};
use crate::dataset::{Dataset, Kind};
use crate::derive::Run;
use crate::table::{Column, Row};
use crate::value::{Day, Step, parse_count, parse_day, parse_money, parse_pct};

/// What the rules give a person.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ruling<'c> {
    /// Every criterion holds.
    Qualifies,
    /// This criterion is the first that does not.
    Excluded(&'c Criterion),
    /// A criterion reads a table that was not received, and none before it fails.
    Undecided,
}

impl<'c> Ruling<'c> {
    /// The code that the rules give.
    pub(crate) fn code(self) -> Option<&'c str> {
        match self {
            Self::Excluded(criterion) => Some(&criterion.exclusion_code),
            Self::Qualifies | Self::Undecided => None,
        }
    }
}

/// What the rules give each person of the population.
pub(crate) struct Rulings<'r> {
    criteria: &'r [Criterion],
    /// For each person, one more than the criterion that fails, or one of the two below.
    verdicts: Vec<u16>,
}

const QUALIFIES: u16 = 0;
const UNDECIDED: u16 = u16::MAX;

impl<'r> Rulings<'r> {
    /// The rulings of a run's contract on its roster day.
    pub(super) fn of(run: &Run<'r>, population: &Population, people: usize) -> Self {
        let (rules, mut verdicts) = (Rules::of(run), vec![UNDECIDED; people]);
        population.for_each(|person, payer| verdicts[person as usize] = rules.apply(person, payer));
        Self { criteria: &run.contract.criteria, verdicts }
    }

    /// The ruling on a person of the population.
    pub(crate) fn get(&self, person: u32) -> Ruling<'r> {
        match self.verdicts.get(person as usize).copied() {
            Some(QUALIFIES) => Ruling::Qualifies,
            None | Some(UNDECIDED) => Ruling::Undecided,
            Some(failing) => self.criteria.get(usize::from(failing) - 1).map_or(Ruling::Undecided, Ruling::Excluded),
        }
    }
}

/// The criteria with the columns that they read, found once for all people.
struct Rules<'r> {
    criteria: Vec<(&'r Criterion, Option<Source<'r>>)>,
    day: Day,
}

/// Where a criterion's value comes from.
enum Source<'r> {
    /// The payer's row that puts the person in.
    Payer(Column<'r>, Kind),
    /// The person's one row of another table.
    Folded(Rc<Folded<'r>>, Kind),
    Age(Column<'r>),
    AttributedDays(Column<'r>),
    Authorization(&'r [Authorization]),
}

/// A value as a criterion compares it.
enum Value<'r> {
    Text(Cow<'r, str>),
    Number(Decimal),
    Day(Day),
}

impl<'r> Rules<'r> {
    fn of(run: &'r Run<'_>) -> Self {
        let criteria =
            run.contract.criteria.iter().map(|criterion| (criterion, Source::of(&criterion.field, run))).collect();
        Self { criteria, day: run.record_day(Step::A1) }
    }

    /// What they give a person of the population.
    fn apply(&self, person: u32, payer: Row) -> u16 {
        for (failing, (criterion, source)) in (1..UNDECIDED).zip(&self.criteria) {
            let Some(source) = source else { return UNDECIDED };
            let holds = match source.value(person, payer, self.day) {
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
    /// Where a field is read from; none where its table was not received.
    fn of(field: &Field, run: &'r Run<'_>) -> Option<Self> {
        let payer = run.table(Dataset::PayerAttribution);
        match *field {
            Field::Column { dataset: Dataset::PayerAttribution, column, kind } => {
                Some(Self::Payer(payer?.column(column), kind))
            }
            Field::Column { dataset, column, kind } => {
                run.folded(dataset, column).map(|folded| Self::Folded(folded, kind))
            }
            Field::Derived(Derived::AgeYears) => Some(Self::Age(payer?.column("birth_date"))),
            Field::Derived(Derived::AttributedDays) => Some(Self::AttributedDays(payer?.column("attribution_date"))),
            Field::Derived(Derived::AuthorizationStatus) => run.authorizations().map(Self::Authorization),
            Field::Derived(_) => None,
        }
    }

    fn value(&self, person: u32, payer: Row, day: Day) -> Option<Value<'_>> {
        match self {
            Self::Payer(column, kind) => typed(column.text(payer), *kind),
            Self::Folded(folded, kind) => typed(Cow::Borrowed(folded.get(person)?), *kind),
            Self::Age(birth) => Some(Value::Number(whole_years(birth.day(payer)?, day).into())),
            Self::AttributedDays(since) => Some(Value::Number((day - since.day(payer)?).num_days().into())),
            Self::Authorization(all) => Some(Value::Text(Cow::Borrowed(all.get(person as usize)?.status.name()))),
        }
    }
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

/// The table behind a criterion's field.
pub(crate) fn source_of(field: &Field) -> Option<Dataset> {
    match *field {
        Field::Column { dataset, .. } => Some(dataset),
        Field::Derived(Derived::AuthorizationStatus) => Some(Dataset::AuthorizationRegister),
        Field::Derived(Derived::AgeYears | Derived::AttributedDays) => Some(Dataset::PayerAttribution),
        Field::Derived(_) => None,
    }
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
