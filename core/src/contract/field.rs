//! What a contract can look at: a column with one value per person or event, or a derived value; never a record or a log.

use toml::de::DeValue;

use crate::dataset::{Dataset, Kind};
use crate::notation::fault::{Faults, nearest};
use crate::notation::reading::{Read, refuse_text};
use crate::notation::words::words;
use crate::value::Pilot;

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
        use Derived::{
            AgeYears, AttributedDays, AuthorizationStatus, DaysSincePreviousEvent, EligibilityStatus, Events30d,
        };
        let (tables, derived): (&[Dataset], _) = match pilot {
            Pilot::Attribution => (
                &[Dataset::PayerAttribution, Dataset::CaseManagement, Dataset::LocalNominations],
                [AgeYears, AttributedDays, AuthorizationStatus],
            ),
            Pilot::Diversion => {
                (&[Dataset::Referrals, Dataset::Triage], [EligibilityStatus, DaysSincePreviousEvent, Events30d])
            }
        };
        let columns = tables.iter().flat_map(|&dataset| columns(dataset));
        columns.chain(derived.map(Self::Derived)).collect()
    }

    /// What the scoring of a pilot may look at.
    #[must_use]
    pub fn of_scoring(pilot: Pilot) -> Vec<Self> {
        use Derived::{EdCount, Events30d, IncidentPoints, InpatientCount, UnresolvedVariances};
        match pilot {
            Pilot::Attribution => {
                [EdCount, InpatientCount, IncidentPoints, UnresolvedVariances].map(Self::Derived).into()
            }
            Pilot::Diversion => columns(Dataset::RiskTracker)
                .filter(|field| field.nature() == Nature::Number)
                .chain([Self::Derived(Events30d)])
                .collect(),
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

    /// The table that it is read from, or follows from.
    #[must_use]
    pub const fn source(self) -> Dataset {
        match self {
            Self::Column { dataset, .. } => dataset,
            Self::Derived(derived) => match derived {
                Derived::AgeYears | Derived::AttributedDays => Dataset::PayerAttribution,
                Derived::AuthorizationStatus => Dataset::AuthorizationRegister,
                Derived::EligibilityStatus => Dataset::PayerEligibility,
                Derived::DaysSincePreviousEvent | Derived::Events30d => Dataset::Referrals,
                Derived::EdCount | Derived::InpatientCount => Dataset::UtilizationFeed,
                Derived::IncidentPoints => Dataset::IncidentHistory,
                Derived::UnresolvedVariances => Dataset::CaseVariances,
            },
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
        let last = names.pop().unwrap_or_default();
        format!("choose {} or {last}", names.join(", "))
    }

    pub(super) const fn nature(self) -> Nature {
        match self {
            Self::Column { kind: Kind::Count | Kind::Money | Kind::Pct, .. } => Nature::Number,
            Self::Column { kind: Kind::Date, .. } => Nature::Day,
            Self::Column { .. } | Self::Derived(Derived::AuthorizationStatus | Derived::EligibilityStatus) => {
                Nature::Text
            }
            Self::Derived(_) => Nature::Number,
        }
    }

    /// The only values that it can have, where they are known.
    pub(crate) const fn closed_list(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Column { kind: Kind::OneOf(list), .. } => Some(list),
            Self::Derived(Derived::AuthorizationStatus) => Some(&["active", "pending", "expired", "none"]),
            Self::Derived(Derived::EligibilityStatus) => Some(&["eligible", "suspended", "terminated", "not_found"]),
            _ => None,
        }
    }
}

fn columns(dataset: Dataset) -> impl Iterator<Item = Field> {
    dataset.definition().columns.iter().map(move |column| Field::Column {
        dataset,
        column: column.name,
        kind: column.kind,
    })
}

impl Read for Field {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let text = String::read(value, faults)?;
        let all = Self::all();
        all.iter().copied().find(|field| field.name() == text).or_else(|| {
            let names: Vec<_> = all.iter().map(|field| field.name()).collect();
            let (table, _) = text.split_once('.').unwrap_or_default();
            let siblings: Vec<_> =
                names.iter().filter(|name| name.split('.').next() == Some(table)).map(String::as_str).collect();
            let mend = match nearest(&text, names.iter().map(String::as_str)) {
                Some(meant) => format!("write {meant} if that was meant"),
                None if siblings.is_empty() => {
                    "write table.column of a source with one row per person or event, or a derived value".to_owned()
                }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_name_of_its_own() {
        let mut names: Vec<_> = Field::all().into_iter().map(Field::name).collect();
        names.sort();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
}
