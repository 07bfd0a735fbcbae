//! Real files that nobody here wrote, read from the folder that `TIEOUT_REAL_DATA` names.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use serde_json::Value;
use tieout::{Contract, Dataset, File, Received, check, recognize};

use crate::case;

/// The term and the criteria under which the beneficiaries of a CMS delivery are looked at.
const CONTRACT: &str = r#"
[contract]
id = "CMS-BENEFICIARIES"
version = "1"
pilot = "attribution"
payer = "Centers for Medicare & Medicaid Services"
provider = "An accountable care organization"
effective_from = 2019-01-01
effective_to = 2025-12-31
timezone = "America/New_York"
[calendar]
business_days = ["mon", "tue", "wed", "thu", "fri"]
[[criteria]]
id = "PRODUCT"
field = "payer_attribution.product"
op = "one_of"
value = ["medicare"]
exclusion_code = "X-PRODUCT"
[[exclusion_codes]]
code = "X-PRODUCT"
label = "Not in Medicare"
"#;

#[test]
fn a_cms_delivery_ties_out_as_its_answers_say() {
    let Some(folder) = folder("cms-roster") else { return };
    let answers: Value = serde_json::from_slice(&fs::read(folder.join("answers.json")).unwrap()).unwrap();
    let contract = Contract::parse(CONTRACT.as_bytes()).unwrap();
    for (day, statuses) in answers["authorization_status_by_day"].as_object().unwrap() {
        let received = Received::read(files(&folder, day), &contract, &mut |_| {});
        assert_eq!(received.defects(), []);
        let report = check(&contract, contract.as_of(&format!("{day}T12:00")).unwrap(), &received);
        let metrics = serde_json::to_value(&report.steps[0].metrics).unwrap();
        assert_eq!(metrics["authorization_status"], *statuses, "{day}");
        assert_eq!(metrics["population"], answers["payer_rows"]);
        assert_eq!(metrics["roster_rows"], answers["previous_roster_rows"]);
        let missing =
            report.findings.iter().filter(|f| f.control == "A1-V1" && f.missing_from == Some(Dataset::Roster)).count();
        assert_eq!(missing as u64, answers["on_payer_file_not_on_previous_roster"].as_u64().unwrap());
    }
}

/// Says something that the captured output of a passing test would hide.
pub(crate) fn tell(text: &str) {
    // Nobody is told where nobody listens; the test itself does not hang on it.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// A folder of real files, where they are at hand.
pub(crate) fn folder(name: &str) -> Option<PathBuf> {
    let all = std::env::var_os("TIEOUT_REAL_DATA").map(PathBuf::from);
    if all.is_none() {
        tell(&format!("skipped: TIEOUT_REAL_DATA names no folder of real files, {name} among them"));
    }
    all.map(|all| all.join(name))
}

/// An agreement on one year's payment, of which only the terms in question matter.
pub(crate) fn agreement(year: i64, terms: &str) -> String {
    format!(
        r#"
[contract]
id = "ONE-YEAR"
version = "1"
pilot = "attribution"
payer = "A payer"
provider = "An accountable care organization"
effective_from = {year}-01-01
effective_to = {year}-12-31
timezone = "America/New_York"
[calendar]
business_days = ["mon", "tue", "wed", "thu", "fri"]
[payment]
model = "shared-savings"
savings_tolerance = "0.01"
lag_tolerance_pct = "0.10"
lag_supportable_pct = "5.0"
lag_provisional_pct = "20.0"
{terms}
"#
    )
}

/// The delivery's tables; the earlier roster is known by its headers. Of a day before the
/// attribution begins, the same people are looked at as if they had been attributed by then.
fn files(folder: &std::path::Path, day: &str) -> Vec<File> {
    let mut files = case::files(folder);
    let roster = files.iter().find(|file| file.name == "roster-previous.csv").unwrap();
    assert_eq!(recognize(&roster.name, &roster.bytes), Some(Dataset::Roster));
    for file in &mut files {
        let dated = ["payer_attribution.csv", "roster-previous.csv"].contains(&file.name.as_str());
        if dated && day < "2025-01-01" {
            file.bytes = String::from_utf8_lossy(&file.bytes).replace("2025-01-01", "2019-01-01").into_bytes();
        }
    }
    files
}
