//! The instant at which everything is judged: given by the asker, never read from a clock.

use std::fmt;

use chrono::{DateTime, FixedOffset, SecondsFormat};

use crate::contract::Contract;
use crate::misuse::Misuse;
use crate::value::{Clock, Day, Instant};

/// An instant inside the contract's term, with the offset in which it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    stated: DateTime<FixedOffset>,
    day: Day,
}

impl AsOf {
    /// The instant itself.
    #[must_use]
    pub fn instant(&self) -> Instant {
        self.stated.to_utc()
    }

    /// Its local day in the contract's zone.
    #[must_use]
    pub const fn day(&self) -> Day {
        self.day
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.stated.to_rfc3339_opts(SecondsFormat::AutoSi, false))
    }
}

impl Contract {
    /// The clock by which this contract's days and times are read.
    #[must_use]
    pub const fn clock(&self) -> Clock {
        Clock::new(self.timezone)
    }

    /// Reads the instant at which a run is to judge, in the contract's zone where it names no offset.
    ///
    /// # Errors
    /// What is no instant, or falls on a day outside the contract's term, is refused.
    pub fn as_of(&self, text: &str) -> Result<AsOf, Misuse> {
        let stated = self.clock().parse_with_offset(text.trim()).ok_or_else(|| {
            Misuse::new(format!("“{text}” is not an instant. Write the day and the time, as {}T17:00 or with an offset as {0}T17:00:00-05:00.", self.effective_from))
        })?;
        let day = self.clock().day(stated.to_utc());
        if day < self.effective_from || day > self.effective_to {
            return Err(Misuse::new(format!(
                "{day} is outside the term of contract {}, which runs from {} to {}. Choose an instant in the term, or the contract that governs that day.",
                self.id, self.effective_from, self.effective_to
            )));
        }
        Ok(AsOf { stated, day })
    }
}
