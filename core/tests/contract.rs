//! What contract files may say, and what is answered to those that contradict themselves; no run of theirs.

use tieout::Contract;

const ATTRIBUTION: &str = include_str!("contracts/attribution.toml");
const DIVERSION: &str = include_str!("contracts/diversion.toml");
/// Blocks of a change to one of the two, as `diff` shows it, and of every fault that it must bring.
const CONTRADICTIONS: &str = include_str!("contracts/contradictions.txt");

fn faults(file: &str) -> String {
    Contract::parse(file.as_bytes()).map_or_else(|error| error.to_string(), |_| "none".to_owned())
}

#[test]
fn both_kinds_are_read_whole() {
    let attribution = Contract::parse(ATTRIBUTION.as_bytes()).unwrap();
    assert_eq!((attribution.id.as_str(), attribution.criteria.len(), attribution.tiers.len()), ("LCH-ATT-07", 4, 2));
    assert_eq!(attribution.digest, tieout::Digest::of(ATTRIBUTION.as_bytes()));
    let diversion = Contract::parse(DIVERSION.as_bytes()).unwrap();
    assert_eq!((diversion.pilot, diversion.supersedes), (tieout::Pilot::Diversion, None));
}

#[test]
fn what_a_roster_alone_does_not_need_may_be_left_out() {
    let (entry, _) = ATTRIBUTION.split_once("[decision_codes]").unwrap();
    let (term, criteria) = entry.split_once("[deadlines]").unwrap();
    let (_, criteria) = criteria.split_once("[[criteria]]").unwrap();
    let (criteria, _) = criteria.split_once("[[barrier_codes]]").unwrap();
    assert_eq!(faults(&format!("{term}[[criteria]]{criteria}")), "none");
}

#[test]
fn a_broken_notation_is_shown_by_line_and_column() {
    assert_eq!(
        faults("id = LCH\nid = \"X\"\n"),
        "line 1, column 6: string values must be quoted, expected literal string. To mend it, correct the TOML there.\n\
         line 2, column 1: duplicate key. To mend it, correct the TOML there."
    );
    let latin1 = Contract::parse(b"[contract]\npayer = \"Caf\xe9\"").unwrap_err();
    assert_eq!(
        latin1.to_string(),
        "line 2, column 13: the file is not UTF-8 from here on. To mend it, save it as UTF-8 text."
    );
    assert!(Contract::parse(b"").is_err());
}

#[test]
fn every_fault_of_a_file_is_named_at_once() {
    let file = ATTRIBUTION
        .replace("provider =", "provder =")
        .replace("\"72h\"", "\"3 days\"")
        .replace("value = 21", "value = 20.5")
        .replace("[confirmations]", "[confirmation]");
    let expected = [
        "line 3, contract.provider: it is missing. To mend it, add it.",
        "line 8, contract.provder: there is no such field. To mend it, write provider if that was meant, or remove it.",
        r#"line 24, deadlines.assign: “3 days” is not a limit of time. To mend it, write clock hours as "48h", or business days as "2bd"."#,
        "line 27, confirmation: there is no such field. To mend it, write confirmations if that was meant, or remove it.",
        "line 45, criteria[1].value: the unquoted decimal 20.5 is not a value that a field can have. To mend it, write a whole number, a text in quotes or a date.",
    ];
    assert_eq!(faults(&file), expected.join("\n"));
}

#[test]
fn a_file_of_the_other_pilot_is_refused_field_by_field() {
    let error = Contract::parse(ATTRIBUTION.replace("\"attribution\"", "\"diversion\"").as_bytes()).unwrap_err();
    let places: Vec<_> = error.faults().iter().map(tieout::contract::Fault::place).collect();
    for place in ["scoring.window_days", "tiers[0].interventions", "tiers[1].components"] {
        assert!(places.contains(&place), "{place} is not among {places:?}");
    }
}

#[test]
fn settings_of_the_other_way_to_know_the_lag_may_stand() {
    assert_eq!(faults(&ATTRIBUTION.replace("\"chain-ladder\"", "\"tracker\"")), "none");
}

#[test]
fn a_contract_of_another_version_is_refused_for_that_alone() {
    let this = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));
    let needing = |version: &str| {
        let line = format!("supersedes = \"2026.2\"\nneeds_tieout = \"{version}\"\n");
        ATTRIBUTION.replace("supersedes = \"2026.2\"\n", &line)
    };
    let read = Contract::parse(needing(this).as_bytes()).unwrap();
    assert_eq!(read.needs_tieout.map(|release| release.to_string()).as_deref(), Some(this));
    // What a later version reads is not called a fault by this one.
    let later = needing("999.1").replace("[calendar]", "[calendar]\nhalf_days = [2026-12-24]");
    let told = format!(
        "line 13, contract.needs_tieout: the contract needs Tieout 999.1, and this is Tieout {}. \
         To mend it, use Tieout 999.1, or write \"{this}\" once both sides agree that it decides.",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(faults(&later), told);
}

#[test]
fn each_contradiction_is_answered_with_its_place_and_mending() {
    for block in CONTRADICTIONS.split("\n\n") {
        let (name, change) = block.split_once('\n').unwrap();
        let good = if name == "attribution" { ATTRIBUTION } else { DIVERSION };
        let side = |mark: &str| {
            let lines = change.lines().filter(|line| line.starts_with("  ") || line.starts_with(mark));
            lines.map(|line| line[2..].to_owned() + "\n").collect::<String>()
        };
        let (was, is) = (side("- "), side("+ "));
        let expected: Vec<_> = change.lines().filter(|line| line.starts_with(|c: char| c.is_alphabetic())).collect();
        assert_eq!(good.matches(&was).count(), 1, "these lines are not once in {name}.toml:\n{was}");
        assert_eq!(faults(&good.replace(&was, &is)), expected.join("\n"), "{block}");
    }
}

#[test]
fn no_bytes_make_it_panic() {
    for good in [ATTRIBUTION, DIVERSION] {
        for at in (0..good.len()).step_by(13) {
            let mut bytes = good.as_bytes().to_vec();
            bytes[at] = b"[]{}\"=.9\n\xff"[at % 10];
            let _ = Contract::parse(&bytes);
            let _ = Contract::parse(&bytes[..at]);
        }
    }
}
