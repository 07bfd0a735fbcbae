//! The agreement that the people are made for: its text, and the words of it that the generator writes.

/// The contract file, as both sides signed it.
pub(super) const CONTRACT: &str = include_str!("contract.toml");
pub(super) const VERSION: &str = "2026.3";
pub(super) const SUPERSEDED_VERSION: &str = "2026.2";

pub(super) const COVERED_PRODUCTS: [&str; 2] = ["medicaid", "dual"];
pub(super) const QUALIFYING_CATEGORIES: [&str; 4] = ["smi", "sud", "idd", "chronic"];
pub(super) const OTHER_CATEGORIES: [&str; 3] = ["none", "perinatal", "wellness"];
pub(super) const ADULT_AGE_YEARS: u32 = 18;
pub(super) const TENURE_DAYS: u32 = 30;

pub(super) const NOT_COVERED: &str = "NOT-COVERED";
pub(super) const UNDER_AGE: &str = "UNDER-18";
pub(super) const SHORT_TENURE: &str = "SHORT-TENURE";
pub(super) const NO_CATEGORY: &str = "NO-CATEGORY";
pub(super) const NO_AUTHORIZATION: &str = "NO-AUTH";
/// The codes that a criterion gives.
pub(super) const RULE_CODES: [&str; 5] = [NOT_COVERED, UNDER_AGE, SHORT_TENURE, NO_CATEGORY, NO_AUTHORIZATION];
/// The codes that only a person may give.
pub(super) const MANUAL_CODES: [&str; 3] = ["OPTED-OUT", "MOVED-AWAY", "DECEASED"];
/// What sites write although nobody agreed on it.
pub(super) const FOREIGN_CODES: [&str; 3] = ["DUPLICATE", "NO-CONTACT", "OTHER"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contract_speaks_the_same_words() {
        let codes = RULE_CODES.iter().chain(&MANUAL_CODES).map(|code| format!("code = \"{code}\""));
        let versions = [
            format!("\nversion = \"{VERSION}\""),
            format!("\nsupersedes = \"{SUPERSEDED_VERSION}\""),
            format!("value = {COVERED_PRODUCTS:?}"),
            format!("value = {QUALIFYING_CATEGORIES:?}"),
            format!("value = {ADULT_AGE_YEARS}\n"),
            format!("value = {TENURE_DAYS}\n"),
        ];
        for words in codes.chain(versions) {
            assert!(CONTRACT.contains(&words), "contract.toml has no {words:?}");
        }
        for code in FOREIGN_CODES {
            assert!(!CONTRACT.contains(code), "{code} is meant to be unknown to contract.toml");
        }
    }
}
