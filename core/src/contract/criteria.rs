//! A criterion: a field, a test and the code of whoever fails it. It compares; it never computes.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::field::Field;
use crate::notation::fault::Faults;
use crate::notation::reading::{Read, refuse, section};
use crate::notation::words::words;
use crate::value::Day;

section! {
    /// One condition of being in.
    pub struct Criterion {
        /// Its name in the contract.
        pub id: String,
        /// What it looks at.
        pub field: Field,
        /// What it makes of an empty value.
        pub missing: Missing = Missing::Fail,
        /// The exclusion code of whoever fails it.
        pub exclusion_code: String,
    }
    with {
        /// What must be true of the value.
        pub test: Test,
    }
}

section! {
    /// A comparison with an agreed value.
    pub struct Test {
        /// How the two are compared.
        pub op: Operator,
        /// What is agreed: a whole number, a text or a date, or a list of them.
        pub value: Operand,
    }
}

words! {
    /// What a criterion makes of an empty value.
    pub enum Missing {
        /// It does not hold.
        Fail = "fail",
        /// It holds.
        Pass = "pass",
    }
}

words! {
    /// How a value is compared with what is agreed.
    pub enum Operator {
        /// Equal to it.
        Equal = "==",
        /// Anything else.
        NotEqual = "!=",
        /// Below it.
        Less = "<",
        /// Below it or equal.
        AtMost = "<=",
        /// Above it.
        Greater = ">",
        /// Above it or equal.
        AtLeast = ">=",
        /// One of a list.
        OneOf = "one_of",
        /// None of a list.
        NotOneOf = "not_one_of",
    }
}

impl Operator {
    /// Whether it asks which of two is greater.
    #[must_use]
    pub const fn orders(self) -> bool {
        matches!(self, Self::Less | Self::AtMost | Self::Greater | Self::AtLeast)
    }

    /// Whether it compares with a list.
    #[must_use]
    pub const fn lists(self) -> bool {
        matches!(self, Self::OneOf | Self::NotOneOf)
    }

    /// Whether it holds of a value that compares so with the agreed one.
    #[must_use]
    pub fn accepts(self, ordering: Ordering) -> bool {
        match self {
            Self::Equal | Self::OneOf => ordering.is_eq(),
            Self::NotEqual | Self::NotOneOf => ordering.is_ne(),
            Self::Less => ordering.is_lt(),
            Self::AtMost => ordering.is_le(),
            Self::Greater => ordering.is_gt(),
            Self::AtLeast => ordering.is_ge(),
        }
    }
}

/// The agreed side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// One value.
    One(Scalar),
    /// A list of values.
    List(Vec<Scalar>),
}

/// One agreed value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scalar {
    /// A number.
    Number(Decimal),
    /// A day.
    Day(Day),
    /// A text, compared exactly.
    Text(String),
}

impl Operand {
    /// Whether it is a list, be it of one value.
    #[must_use]
    pub const fn is_list(&self) -> bool {
        matches!(self, Self::List(_))
    }

    /// Its values, be they one or many.
    #[must_use]
    pub fn scalars(&self) -> &[Scalar] {
        match self {
            Self::One(scalar) => std::slice::from_ref(scalar),
            Self::List(scalars) => scalars,
        }
    }
}

impl Test {
    /// Whether it holds of a text.
    #[must_use]
    pub fn holds_text(&self, value: &str) -> bool {
        self.holds(|scalar| matches!(scalar, Scalar::Text(agreed) if agreed == value).then_some(Ordering::Equal))
    }

    /// Whether it holds of a number.
    #[must_use]
    pub fn holds_number(&self, value: Decimal) -> bool {
        self.holds(|scalar| if let Scalar::Number(agreed) = scalar { Some(value.cmp(agreed)) } else { None })
    }

    /// Whether it holds of a day.
    #[must_use]
    pub fn holds_date(&self, value: Day) -> bool {
        self.holds(|scalar| if let Scalar::Day(agreed) = scalar { Some(value.cmp(agreed)) } else { None })
    }

    /// A value that cannot be compared equals nothing and is neither below nor above.
    fn holds(&self, compare: impl Fn(&Scalar) -> Option<Ordering>) -> bool {
        let accepted = |scalar| match compare(scalar) {
            Some(ordering) => self.op.accepts(ordering),
            None => matches!(self.op, Operator::NotEqual | Operator::NotOneOf),
        };
        match self.op {
            Operator::NotOneOf => self.value.scalars().iter().all(accepted),
            _ => self.value.scalars().iter().any(accepted),
        }
    }
}

impl Read for Operand {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match value {
            DeValue::Array(_) => Read::read(value, faults).map(Self::List),
            _ => Read::read(value, faults).map(Self::One),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [Scalar::schema(), Vec::<Scalar>::schema()] })
    }
}

impl Read for Scalar {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match value {
            DeValue::String(_) => Read::read(value, faults).map(Self::Text),
            DeValue::Integer(_) => Read::read(value, faults).map(Self::Number),
            DeValue::Datetime(_) => Read::read(value, faults).map(Self::Day),
            _ => refuse(
                faults,
                value,
                "a value that a field can have",
                "write a whole number, a text in quotes or a date",
            ),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": ["string", "integer"] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(op: Operator, scalars: &[Scalar]) -> Test {
        let value = if op.lists() { Operand::List(scalars.to_vec()) } else { Operand::One(scalars[0].clone()) };
        Test { op, value }
    }

    #[test]
    fn each_operator_compares_as_it_reads() {
        use Operator::{AtLeast, AtMost, Equal, Greater, Less, NotEqual};
        let (below, same, above) = (17.into(), 18.into(), 19.into());
        let expected = [
            (Equal, [false, true, false]),
            (NotEqual, [true, false, true]),
            (Less, [true, false, false]),
            (AtMost, [true, true, false]),
            (Greater, [false, false, true]),
            (AtLeast, [false, true, true]),
        ];
        for (op, holds) in expected {
            let test = test(op, &[Scalar::Number(same)]);
            assert_eq!([below, same, above].map(|age| test.holds_number(age)), holds, "{}", op.name());
        }
    }

    #[test]
    fn lists_hold_of_their_members_only() {
        let agreed = ["dual", "medicaid"].map(|text| Scalar::Text(text.to_owned()));
        for (text, is_member) in [("dual", true), ("medicaid", true), ("Dual", false), ("", false)] {
            assert_eq!(test(Operator::OneOf, &agreed).holds_text(text), is_member, "{text}");
            assert_eq!(test(Operator::NotOneOf, &agreed).holds_text(text), !is_member, "{text}");
        }
    }

    #[test]
    fn days_are_ordered_by_the_calendar() {
        let day = |month, day| Day::from_ymd_opt(2026, month, day).unwrap();
        let test = test(Operator::Less, &[Scalar::Day(day(10, 1))]);
        assert!(test.holds_date(day(9, 30)) && !test.holds_date(day(10, 1)));
    }
}
