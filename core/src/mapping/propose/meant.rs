//! What a word probably means, given the values that are agreed: its own letters, or what the field writes for it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What systems write for values that contracts and tables agree on.
const WRITTEN: [(&str, &[&str]); 31] = [
    (
        "active",
        &[
            "act",
            "approved",
            "authorized",
            "current",
            "enrolled",
            "granted",
            "open",
            "in force",
            "y",
            "yes",
            "1",
            "true",
        ],
    ),
    (
        "pending",
        &[
            "pend",
            "pended",
            "in review",
            "under review",
            "submitted",
            "requested",
            "in process",
            "hold",
            "on hold",
            "awaiting",
            "waiting",
            "awaiting decision",
        ],
    ),
    ("denied", &["den", "deny", "rejected", "not approved", "disapproved", "refused", "declined"]),
    ("cancelled", &["canceled", "cancel", "void", "voided", "withdrawn"]),
    ("expired", &["exp", "ended", "lapsed", "inactive"]),
    ("none", &["no", "n", "0", "false", "no auth", "no authorization", "not on file", "not authorized"]),
    ("eligible", &["act", "elig", "covered", "enrolled", "active", "y", "yes", "1", "true"]),
    ("suspended", &["susp", "on hold", "hold"]),
    ("terminated", &["term", "termed", "inactive", "disenrolled", "ineligible", "ended"]),
    ("not_found", &["nf", "unknown", "no match"]),
    ("escalated", &["esc", "y", "yes", "1", "true", "escalate"]),
    ("met", &["y", "yes", "1", "true", "pass", "passed", "achieved"]),
    ("not_met", &["n", "no", "0", "false", "fail", "failed", "unmet", "not achieved"]),
    ("not_evaluable", &["na", "n/a", "not evaluated", "insufficient data", "unknown"]),
    ("supportable", &["supported", "support"]),
    ("provisional", &["prov", "interim", "preliminary"]),
    ("restricted", &["restrict", "withheld"]),
    ("stabilized", &["stable", "resolved"]),
    ("partially_stabilized", &["partial", "partially stable"]),
    ("escalated_out", &["escalated", "transferred", "hospitalized"]),
    ("dependency", &["dep", "dependent"]),
    ("escalation", &["esc"]),
    ("medicaid", &["mcd", "mcaid", "title xix", "t19"]),
    ("medicare", &["mcr", "mcare", "title xviii", "t18"]),
    ("dual", &["duals", "dual eligible", "medicare medicaid", "mmp"]),
    ("smi", &["serious mental illness", "severe mental illness"]),
    ("sud", &["substance use disorder", "substance use", "substance abuse", "addiction"]),
    (
        "idd",
        &[
            "intellectual developmental disability",
            "intellectual and developmental disability",
            "developmental disability",
            "dd",
        ],
    ),
    ("chronic", &["chronic condition", "chronic conditions", "chronic disease", "chronic illness"]),
    ("ed", &["er", "emergency", "emergency department", "emergency room", "e"]),
    ("inpatient", &["ip", "inpt", "hospital", "admission", "acute", "i"]),
];

/// Words that turn another into its opposite.
const TURNING: [&str; 5] = ["no", "non", "not", "without", "former"];

/// The same, as words are compared.
static KNOWN: LazyLock<Vec<(String, Vec<String>)>> = LazyLock::new(|| {
    let known = |(value, words): &(&str, &[&str])| (core(value), words.iter().map(|word| core(word)).collect());
    WRITTEN.iter().map(known).collect()
});

/// What of a word is compared: its letters and digits, whatever stands between them.
fn core(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What words come to, for one list of agreed values: made once, and asked for every cell.
pub(super) struct Meanings {
    /// The agreed values, as words are compared.
    values: Vec<String>,
    /// For each word that stands for one of them, which; none where it could be two.
    known: BTreeMap<String, Option<usize>>,
}

impl Meanings {
    /// For these values, of which some are called otherwise as well: each name comes with its value.
    pub(super) fn of(values: &[String], called: &[(String, String)]) -> Self {
        let values: Vec<_> = values.iter().map(|value| core(value)).collect();
        let place = |value: &str| values.iter().position(|known| *known == core(value));
        let own = values.iter().enumerate().map(|(place, value)| (value.clone(), place));
        let labels = called.iter().filter_map(|(name, value)| Some((core(name), place(value)?)));
        let shorthand = values.iter().enumerate().flat_map(|(place, value)| {
            let words = KNOWN.iter().find(|(known, _)| known == value).map(|(_, words)| words.as_slice());
            words.unwrap_or_default().iter().map(move |word| (word.clone(), place))
        });
        let mut known = BTreeMap::new();
        // What a value is itself comes before what it is called, and that before what the field writes for it.
        for tier in [own.collect::<Vec<_>>(), labels.collect(), shorthand.collect()] {
            let mut of_tier: BTreeMap<String, Option<usize>> = BTreeMap::new();
            for (word, place) in tier {
                let entry = of_tier.entry(word).or_insert(Some(place));
                *entry = entry.filter(|&other| other == place);
            }
            for (word, place) in of_tier {
                known.entry(word).or_insert(place);
            }
        }
        known.remove("");
        Self { values, known }
    }

    /// The place of the one value that a word probably stands for: its own letters, what it is called, or its beginning.
    pub(super) fn whole(&self, word: &str) -> Option<usize> {
        let written = core(word);
        self.known.get(&written).copied().unwrap_or_else(|| {
            let mut begun = (0..self.values.len()).filter(|&at| self.values[at].starts_with(&written));
            begun.next().filter(|_| !written.is_empty() && begun.next().is_none())
        })
    }

    /// The place of the one value that a part of a longer name stands for, as in `MCD HMO`, where no other part stands for
    /// another.
    pub(super) fn within(&self, name: &str) -> Option<usize> {
        let parts: Vec<_> =
            name.split(|c: char| !c.is_alphanumeric()).map(core).filter(|part| part.len() > 1).collect();
        if parts.iter().any(|part| TURNING.contains(&part.as_str())) {
            return None;
        }
        let known =
            KNOWN.iter().filter(|(value, words)| parts.iter().any(|part| part == value || words.contains(part)));
        let own = self.values.iter().filter(|value| parts.contains(value));
        let mut meant: Vec<_> = known.map(|(value, _)| value).chain(own).collect();
        meant.sort_unstable();
        meant.dedup();
        match meant[..] {
            [only] => self.values.iter().position(|value| value == only),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_one_value_or_none() {
        let meanings = |values: &[&str], called: &[(&str, &str)]| {
            let called: Vec<_> = called.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
            Meanings::of(&values.iter().map(|&value| value.to_owned()).collect::<Vec<_>>(), &called)
        };
        let agreed = ["active", "pending", "denied", "cancelled"];
        let value = |word: &str, agreed: &[&'static str]| meanings(agreed, &[]).whole(word).map(|at| agreed[at]);
        for (word, means) in [
            ("Active", Some("active")),
            ("A", Some("active")),
            ("1", Some("active")),
            ("ACT", Some("active")),
            ("In Review", Some("pending")),
            ("Canceled", Some("cancelled")),
            ("X", None),
            ("", None),
        ] {
            assert_eq!(value(word, &agreed), means, "{word}");
        }
        let products = ["medicaid", "dual", "idd"];
        for (name, means) in [
            ("MCD HMO", Some("medicaid")),
            ("DUALS SNP", Some("dual")),
            ("Medicare-Medicaid Plan", None),
            ("MCARE ADV", None),
            ("Non-Medicaid", None),
            ("COMM PPO", None),
        ] {
            assert_eq!(meanings(&products, &[]).within(name).map(|at| products[at]), means, "{name}");
        }
        assert_eq!(value("I/DD", &products), Some("idd"));
        let two = ["ed", "elective"];
        assert_eq!(value("el", &two), Some("elective"));
        assert_eq!(value("q", &two), None);
        let labels = meanings(&["NO-WAY", "LATE"], &[("Came by no agreed way", "NO-WAY"), ("Late", "NO-WAY")]);
        assert_eq!(labels.whole("came by no agreed way"), Some(0));
        assert_eq!(labels.whole("late"), Some(1), "a value's own name comes first");
    }
}
