//! Two triangles that every actuary knows, as claims under a contract: each factor, completion and ultimate, and Mack's errors.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;
use tieout::{Contract, File, Received, check};

use crate::real;

/// What a triangle must give: its file, the day of its valuation, and the standard errors that Mack published with it
/// (1993 for Taylor and Ashe's, 1994 for the Reinsurance Association's), from the second service period on, then in all.
struct Known {
    name: &'static str,
    first_year: i64,
    errors: [u64; 9],
    total_error: u64,
}

const KNOWN: [Known; 2] = [
    Known {
        name: "raa",
        first_year: 1981,
        errors: [206, 623, 747, 1_469, 2_002, 2_209, 5_358, 6_333, 24_566],
        total_error: 26_909,
    },
    Known {
        name: "genins",
        first_year: 2001,
        errors: [75_535, 121_699, 133_549, 261_406, 411_010, 558_317, 875_328, 971_258, 1_363_155],
        total_error: 2_447_095,
    },
];

#[test]
fn known_triangles_give_their_known_figures() {
    let Some(folder) = real::folder("chainladder") else { return };
    let answers: Value = serde_json::from_slice(&fs::read(folder.join("answers.json")).unwrap()).unwrap();
    for known in KNOWN {
        let claims = claims(&fs::read_to_string(folder.join(format!("{}.csv", known.name))).unwrap());
        for average in ["volume", "simple"] {
            let figures = figures(&known, average, &claims);
            let compared = compare(&figures, &answers[known.name][average]);
            real::tell(&format!(
                "{} {average}: {compared} figures of answers.json, as closely as a float holds them",
                known.name
            ));
            if average == "volume" {
                mack(&figures, &known);
            }
        }
    }
}

/// The claims of a triangle that is given cumulated, by year of development and of origin: its increments, a claim each.
fn claims(csv: &str) -> String {
    let cells = csv.lines().skip(1).map(|line| {
        let [development, origin, value] = line.split(',').collect::<Vec<_>>().try_into().unwrap();
        let value: i64 = value.strip_suffix(".0").unwrap().parse().unwrap();
        (origin.to_owned(), development.to_owned(), value)
    });
    let mut cells: Vec<_> = cells.collect();
    cells.sort();
    assert_eq!(cells.len(), 55);
    let mut claims = String::from("claim_id,participant_id,service_date,paid_date,paid_amount\n");
    let mut before = (String::new(), 0);
    for (origin, development, value) in cells {
        let paid = if before.0 == origin { value - before.1 } else { value };
        writeln!(claims, "{origin}-{development},P1,{origin}-07-01,{development}-12-31,{paid}").unwrap();
        before = (origin, value);
    }
    claims
}

/// What a run makes of the claims.
fn figures(known: &Known, average: &str, claims: &str) -> Value {
    let last_year = known.first_year + 9;
    let terms = format!(
        "sharing_rate = \"0.5\"\nlag_method = \"chain-ladder\"\nlag_grain = \"year\"\nlag_average = \"{average}\"\nlag_history = 9"
    );
    let contract = Contract::parse(real::agreement(last_year, &terms).as_bytes()).unwrap();
    let file = "pilot_month,attributed_participant_count,provisional_savings_estimate,claims_lag_pct,\
                outcome_trigger_status,unresolved_methodology_question_count\n";
    let files = vec![File::new("claims.csv", claims), File::new("payment_assurance.csv", file)];
    let received = Received::read(files, &contract, &mut |_| {});
    assert_eq!(received.defects(), []);
    let report = check(&contract, contract.as_of(&format!("{last_year}-12-31T12:00")).unwrap(), &received);
    let step = report.steps.iter().find(|step| step.step.to_string() == "A5").unwrap();
    let metrics = serde_json::to_value(&step.metrics).unwrap();
    // The month's own lag is that of its year, which is the youngest.
    let month = &metrics["months"][format!("{last_year}-12")]["lag"];
    assert_eq!(month["factors_product"], metrics["claims"]["factors_products"]["0"]);
    metrics["claims"].clone()
}

/// Holds every figure against its answer; so many were compared.
fn compare(figures: &Value, answers: &Value) -> usize {
    let listed = |of: &Value, figure: &str| -> Vec<f64> {
        of.as_object()
            .unwrap()
            .values()
            .map(|value| number(if figure.is_empty() { value } else { &value[figure] }))
            .collect()
    };
    let known = |figure: &str| -> Vec<f64> {
        answers[figure].as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
    };
    let products = listed(&figures["factors_products"], "");
    let mut compared = 0;
    let mut all = |ours: &[f64], theirs: &[f64]| {
        assert_eq!(ours.len(), theirs.len());
        for (ours, theirs) in ours.iter().zip(theirs) {
            assert!((ours - theirs).abs() <= 4.0 * f64::EPSILON * theirs.abs(), "{ours} is not {theirs}");
            compared += 1;
        }
    };
    all(&listed(&figures["factors"], ""), &known("ldf"));
    // Theirs end before the age from which nothing grows.
    all(&products[..products.len() - 1], &known("cdf"));
    let completions: Vec<_> = products.iter().map(|product| 1.0 / product).collect();
    all(&completions[..products.len() - 1], &known("completion_factor"));
    all(&listed(&figures["service_periods"], "paid"), &known("latest"));
    all(&listed(&figures["service_periods"], "ultimate"), &known("ultimate"));
    let total = &figures["all_periods"];
    all(&[number(&total["ultimate"]) - number(&total["paid"])], &[answers["ibnr_total"].as_f64().unwrap()]);
    let lag_pct = format!("{:.2}", 100.0 * answers["claims_lag_pct"].as_f64().unwrap());
    assert_eq!(total["lag_pct"], lag_pct);
    compared + 1
}

/// Holds the standard errors against the published ones, which are whole numbers.
fn mack(figures: &Value, known: &Known) {
    let rounded = |value: &Value| number(value).round().to_string();
    let errors =
        figures["service_periods"].as_object().unwrap().values().map(|period| rounded(&period["standard_error"]));
    let published = std::iter::once(0).chain(known.errors).map(|error| error.to_string());
    assert_eq!(errors.collect::<Vec<_>>(), published.collect::<Vec<_>>());
    assert_eq!(rounded(&figures["all_periods"]["standard_error"]), known.total_error.to_string());
    let [low, high] = ["lag_pct_low", "lag_pct_high"].map(|name| number(&figures["all_periods"][name]));
    let (name, total) = (known.name, known.total_error);
    real::tell(&format!("{name}: Mack's standard errors as published, {total} in all: lag {low} to {high} %"));
}

fn number(value: &Value) -> f64 {
    value.as_str().unwrap().parse().unwrap()
}
