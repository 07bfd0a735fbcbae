//! What a word probably means, given the values that are agreed: its own letters, or what the field writes for it.

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
    ("eligible", &["elig", "covered", "enrolled", "active", "y", "yes", "1", "true"]),
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

/// What of a word is compared: its letters and digits, whatever stands between them.
fn core(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The one agreed value that a part of a longer name stands for, as in `MCD HMO`, where no other part stands for another.
pub(super) fn within<'a>(name: &str, agreed: &'a [String]) -> Option<&'a str> {
    let parts: Vec<_> = name.split(|c: char| !c.is_alphanumeric()).map(core).filter(|part| part.len() > 1).collect();
    if parts.iter().any(|part| TURNING.contains(&part.as_str())) {
        return None;
    }
    let known = WRITTEN.iter().filter(|(value, words)| {
        parts.iter().any(|part| core(value) == *part || words.iter().any(|word| core(word) == *part))
    });
    let own = agreed.iter().map(String::as_str).filter(|value| parts.contains(&core(value)));
    let mut meant: Vec<_> = known.map(|&(value, _)| value).chain(own).collect();
    meant.dedup_by_key(|value| core(value));
    match meant[..] {
        [only] => agreed.iter().map(String::as_str).find(|value| core(value) == core(only)),
        _ => None,
    }
}

/// The one agreed value that a word probably stands for.
pub(super) fn value<'a>(word: &str, agreed: &'a [String]) -> Option<&'a str> {
    let written = core(word);
    let only = |is_it: &dyn Fn(&str) -> bool| {
        let mut fits = agreed.iter().filter(|value| is_it(value));
        fits.next().filter(|_| fits.next().is_none()).map(String::as_str)
    };
    let known = |value: &str| {
        let known = WRITTEN.iter().find(|(agreed, _)| core(agreed) == core(value));
        known.is_some_and(|(_, words)| words.iter().any(|known| core(known) == written))
    };
    // The field's shorthand comes first: `N` is not the beginning of a value that happens to begin so.
    only(&|value| core(value) == written)
        .or_else(|| only(&known))
        .or_else(|| only(&|value| !written.is_empty() && core(value).starts_with(&written)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_one_value_or_none() {
        let agreed = ["active", "pending", "denied", "cancelled"].map(str::to_owned);
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
        let products = ["medicaid", "dual", "idd"].map(str::to_owned);
        for (name, means) in [
            ("MCD HMO", Some("medicaid")),
            ("DUALS SNP", Some("dual")),
            ("Medicare-Medicaid Plan", None),
            ("MCARE ADV", None),
            ("Non-Medicaid", None),
            ("COMM PPO", None),
        ] {
            assert_eq!(within(name, &products), means, "{name}");
        }
        assert_eq!(value("I/DD", &products), Some("idd"));
        let two = ["ed", "elective"].map(str::to_owned);
        assert_eq!(value("el", &two), Some("elective"));
        assert_eq!(value("q", &two), None);
    }
}
