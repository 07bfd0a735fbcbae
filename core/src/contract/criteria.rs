//! A criterion: a field, a test and the code of whoever fails it. It compares; it never computes.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::fault::{Faults, nearest};
use super::reading::{Read, refuse, refuse_text, section};
use super::words::words;
use crate::dataset::{Dataset, Kind};
use crate::value::{Day, Pilot};

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
            _ => refuse(faults, value, "a value that a field can have", "write a whole number, a text in quotes or a date"),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": ["string", "integer"] })
    }
}

/// What a criterion or a factor looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A column of a source.
    Column {
        /// The table.
        dataset: Dataset,
        /// The column's canonical name.
        column: &'static str,
        /// How its cells are read.
        kind: Kind,
    },
    /// A value that follows from several rows.
    Derived(Derived),
}

words! {
    /// A value that follows from several rows, or from a row and a day.
    pub enum Derived {
        /// Whole years since birth.
        AgeYears = "derived.age_years",
        /// Days since the attribution began.
        AttributedDays = "derived.attributed_days",
        /// What the register says about the participant on the day.
        AuthorizationStatus = "derived.authorization_status",
        /// What the payer says about the participant on the day of the event.
        EligibilityStatus = "derived.eligibility_status",
        /// Days since the participant's event before this one.
        DaysSincePreviousEvent = "derived.days_since_previous_event",
        /// The participant's earlier events in the thirty days before this one.
        Events30d = "derived.events_30d",
        /// Visits to an emergency department in the window.
        EdCount = "derived.ed_count",
        /// Inpatient stays in the window.
        InpatientCount = "derived.inpatient_count",
        /// Points of the incidents in the window.
        IncidentPoints = "derived.incident_points",
        /// Variances that are open on the day.
        UnresolvedVariances = "derived.unresolved_variances",
    }
}

/// What can be compared with what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    Number,
    Day,
    Text,
}

impl Field {
    /// What the criteria of a pilot may look at.
    #[must_use]
    pub fn of_criteria(pilot: Pilot) -> Vec<Self> {
        use Derived::{AgeYears, AttributedDays, AuthorizationStatus, DaysSincePreviousEvent, EligibilityStatus, Events30d};
        let (tables, derived): (&[Dataset], _) = match pilot {
            Pilot::Attribution => (
                &[Dataset::PayerAttribution, Dataset::CaseManagement, Dataset::LocalNominations],
                [AgeYears, AttributedDays, AuthorizationStatus],
            ),
            Pilot::Diversion => (&[Dataset::Referrals, Dataset::Triage], [EligibilityStatus, DaysSincePreviousEvent, Events30d]),
        };
        let columns = tables.iter().flat_map(|&dataset| columns(dataset));
        columns.chain(derived.map(Self::Derived)).collect()
    }

    /// What the scoring of a pilot may look at.
    #[must_use]
    pub fn of_scoring(pilot: Pilot) -> Vec<Self> {
        use Derived::{EdCount, Events30d, IncidentPoints, InpatientCount, UnresolvedVariances};
        match pilot {
            Pilot::Attribution => [EdCount, InpatientCount, IncidentPoints, UnresolvedVariances].map(Self::Derived).into(),
            Pilot::Diversion => columns(Dataset::RiskTracker).filter(|field| field.nature() == Nature::Number).chain([Self::Derived(Events30d)]).collect(),
        }
    }

    /// Every field that some contract may look at.
    fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for pilot in [Pilot::Attribution, Pilot::Diversion] {
            all.extend(Self::of_criteria(pilot));
            all.extend(Self::of_scoring(pilot).into_iter().filter(|field| !Self::of_criteria(pilot).contains(field)));
        }
        all
    }

    /// The name that a contract gives.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Column { dataset, column, .. } => format!("{dataset}.{column}"),
            Self::Derived(derived) => derived.name().to_owned(),
        }
    }

    /// How a fault offers these fields: the tables of the columns, and each derived value.
    pub(super) fn offer(fields: &[Self]) -> String {
        let mut names: Vec<_> = fields
            .iter()
            .map(|field| match field {
                Self::Column { dataset, .. } => format!("a column of {dataset}"),
                Self::Derived(derived) => derived.name().to_owned(),
            })
            .collect();
        names.dedup();
        format!("choose {}", names.join(", "))
    }

    pub(super) const fn nature(self) -> Nature {
        match self {
            Self::Column { kind: Kind::Count | Kind::Money | Kind::Pct, .. } => Nature::Number,
            Self::Column { kind: Kind::Date, .. } => Nature::Day,
            Self::Column { .. } | Self::Derived(Derived::AuthorizationStatus | Derived::EligibilityStatus) => Nature::Text,
            Self::Derived(_) => Nature::Number,
        }
    }

    /// The only values that it can have, where they are known.
    pub(super) const fn closed_list(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Column { kind: Kind::OneOf(list), .. } => Some(list),
            Self::Derived(Derived::AuthorizationStatus) => Some(&["active", "pending", "expired", "none"]),
            Self::Derived(Derived::EligibilityStatus) => Some(&["eligible", "suspended", "terminated", "not_found"]),
            _ => None,
        }
    }
}

fn columns(dataset: Dataset) -> impl Iterator<Item = Field> {
    dataset.definition().columns.iter().map(move |column| Field::Column { dataset, column: column.name, kind: column.kind })
}

impl Read for Field {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let text = String::read(value, faults)?;
        let all = Self::all();
        all.iter().copied().find(|field| field.name() == text).or_else(|| {
            let names: Vec<_> = all.iter().map(|field| field.name()).collect();
            let (table, _) = text.split_once('.').unwrap_or_default();
            let siblings: Vec<_> = names.iter().filter(|name| name.split('.').next() == Some(table)).map(String::as_str).collect();
            let mend = match nearest(&text, names.iter().map(String::as_str)) {
                Some(meant) => format!("write {meant} if that was meant"),
                None if siblings.is_empty() => Self::offer(&all),
                None => format!("choose one of {}", siblings.join(", ")),
            };
            refuse_text(faults, &text, "a field that a contract can look at", &mend)
        })
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "enum": Self::all().into_iter().map(Self::name).collect::<Vec<_>>() })
    }
}
