//! Single values of an agreement: amounts, shares, days, times, zones and kinds of pilot; never a float, never a guess.

use std::str::FromStr;

use chrono::{NaiveTime, Weekday};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use toml::de::DeValue;

use crate::notation::fault::{Faults, nearest};
use crate::notation::reading::{Read, refuse};
use crate::notation::words::read_word;
use crate::value::{Day, Limit, Pilot, parse_money, parse_time};

/// A share of a whole: from 0 to 1, never a percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(Decimal);

impl Rate {
    /// Nothing of the whole.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The share of this size, if it is one.
    #[must_use]
    pub fn new(share: Decimal) -> Option<Self> {
        (Decimal::ZERO..=Decimal::ONE).contains(&share).then_some(Self(share))
    }

    /// The share as an exact decimal.
    #[must_use]
    pub const fn get(self) -> Decimal {
        self.0
    }
}

impl Read for Rate {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let share = Decimal::read(value, faults)?;
        Self::new(share).or_else(|| {
            faults.note(
                format!("{share} is more than the whole"),
                "write a share from 0 to 1, as \"0.05\" for five percent",
            );
            None
        })
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": ["string", "integer"], "pattern": r"^(0(\.[0-9]+)?|1(\.0+)?)$", "minimum": 0, "maximum": 1 })
    }
}

/// Amounts and rates stand in quotes, so that no tool on the way makes them floats.
impl Read for Decimal {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        const WANTED: &str = "an exact decimal of at least zero";
        const MEND: &str = "write plain digits in quotes, as \"1450.00\"";
        let read = match value {
            DeValue::String(text) => parse_money(text),
            DeValue::Integer(number) if number.radix() == 10 => parse_money(number.as_str()),
            _ => None,
        };
        match read {
            Some(decimal) if decimal >= Self::ZERO => Some(decimal),
            _ => refuse(faults, value, WANTED, MEND),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": ["string", "integer"], "pattern": r"^[0-9]+(\.[0-9]+)?$", "minimum": 0 })
    }
}

impl Read for Day {
    /// A term may have no holiday, and no meeting of the committee.
    const LIST_MAY_BE_EMPTY: bool = true;

    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let day = match value {
            DeValue::Datetime(date) if date.time.is_none() => {
                date.date.and_then(|date| Self::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()))
            }
            _ => None,
        };
        day.or_else(|| refuse(faults, value, "a date", "write it as 2026-01-31, without quotes"))
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "format": "date" })
    }
}

impl Read for NaiveTime {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let time = match value {
            DeValue::String(text) if text.len() == 5 => parse_time(text),
            _ => None,
        };
        time.or_else(|| refuse(faults, value, "a time of day", "write it in quotes, from \"00:00\" to \"23:59\""))
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" })
    }
}

impl Read for Limit {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let limit = match value {
            DeValue::String(text) => text.parse().ok(),
            _ => None,
        };
        limit.or_else(|| {
            refuse(faults, value, "a limit of time", "write clock hours as \"48h\", or business days as \"2bd\"")
        })
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[0-9]+(h|bd)$" })
    }
}

impl Read for Tz {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let zone = match value {
            DeValue::String(text) => Self::from_str(text).ok(),
            _ => None,
        };
        zone.or_else(|| {
            let known = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
            let meant = if let DeValue::String(text) = value { nearest(text, known) } else { None };
            let mend = match meant {
                Some(meant) => format!("write \"{meant}\" if that was meant"),
                None => {
                    "write UTC, or region and city of a zone of the United States, as \"America/New_York\"".to_owned()
                }
            };
            refuse(faults, value, "a time zone that is known", &mend)
        })
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "enum": chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).collect::<Vec<_>>() })
    }
}

const PILOTS: [(&str, Pilot); 2] = [("attribution", Pilot::Attribution), ("diversion", Pilot::Diversion)];

/// The kind of pilot that a word stands for.
pub(super) fn pilot_named(word: &str) -> Option<Pilot> {
    PILOTS.into_iter().find(|&(known, _)| known == word).map(|(_, pilot)| pilot)
}

impl Read for Pilot {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        read_word(value, &PILOTS.map(|(word, _)| word), faults).map(|nth| PILOTS[nth].1)
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "enum": PILOTS.map(|(word, _)| word) })
    }
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Read for Weekday {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let nth = read_word(value, &WEEKDAYS, faults)?;
        Self::try_from(u8::try_from(nth).ok()?).ok()
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "enum": WEEKDAYS })
    }
}
