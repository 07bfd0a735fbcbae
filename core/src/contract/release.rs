//! The version of Tieout that a contract is agreed for; never a version of the contract.

use std::fmt;

use toml::de::DeValue;

use crate::notation::fault::Faults;
use crate::notation::reading::{Read, refuse};

/// A version of Tieout, as far as it tells what contracts may say and what is decided of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    major: u32,
    minor: u32,
}

/// The one that is running.
const THIS: &str = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));

impl Release {
    fn named(text: &str) -> Option<Self> {
        let (major, minor) = text.split_once('.')?;
        let release = Self { major: major.parse().ok()?, minor: minor.parse().ok()? };
        // A sign or a leading zero would be a second way to write the same.
        (release.to_string() == text).then_some(release)
    }

    /// Whether another decides as this one does: within a major version, before 1.0 a minor one, nothing is taken away.
    const fn is_served_by(self, other: Self) -> bool {
        let is_known = if self.major == 0 { self.minor == other.minor } else { self.minor <= other.minor };
        self.major == other.major && is_known
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl Read for Release {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let needed = if let DeValue::String(text) = value { Self::named(text) } else { None };
        let Some(needed) = needed else {
            return refuse(faults, value, "a version of Tieout", "write its first two numbers in quotes, as \"0.1\"");
        };
        if Self::named(THIS).is_some_and(|this| needed.is_served_by(this)) {
            return Some(needed);
        }
        // What that version reads and this one does not is no fault of the file.
        faults.note_alone(
            format!("the contract needs Tieout {needed}, and this is Tieout {}", env!("CARGO_PKG_VERSION")),
            format!("use Tieout {needed}, or write \"{THIS}\" once both sides agree that it decides"),
        );
        None
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_takes_nothing_away_serves() {
        let named = |text| Release::named(text).unwrap();
        for (needed, serving, others) in
            [("0.1", ["0.1", "0.1"], ["0.0", "0.2", "1.1"]), ("1.4", ["1.4", "1.12"], ["1.3", "0.4", "2.4"])]
        {
            let serves = |other| named(needed).is_served_by(named(other));
            assert!(serving.into_iter().all(serves) && !others.into_iter().any(serves), "{needed}");
        }
    }
}
