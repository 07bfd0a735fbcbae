//! What CMS paid and charged every Shared Savings organization for two years, from its benchmark, its spending and its track.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;
use tieout::report::Outcome;
use tieout::{Contract, File, Received, Report, check};

use crate::real;

/// A row of the answers: what the rule was, what CMS published, and what the rule gives to the cent.
#[derive(Deserialize)]
struct Settled {
    year: i64,
    aco: String,
    track: String,
    benchmark_total: String,
    expenditure_total: String,
    msr_or_mlr: f64,
    final_share_rate: String,
    published_earn_save_loss: f64,
    recomputed_earn: Option<f64>,
    rel_err_earn: Option<f64>,
}

/// What the published file of a year says besides.
#[derive(Deserialize)]
struct Published {
    #[serde(alias = "ACO_Num", alias = "ACO_ID")]
    aco: String,
    #[serde(rename = "QualScore")]
    quality: String,
    #[serde(rename = "DisAdj", default)]
    disaster_adjustment: String,
}

/// The one row that the published files do not explain: its loss is limited by a revenue that they do not show.
const UNEXPLAINED: &str = "A1070";

#[test]
fn two_years_of_settlements_come_out_as_published() {
    let Some(folder) = real::folder("cms-mssp-settlement") else { return };
    let published = [2016, 2022].map(|year| (year, published(&folder.join(format!("{year}.csv")))));
    let published: HashMap<_, _> = published.into_iter().collect();
    let mut counts = HashMap::from([(2016, (0, 0)), (2022, (0, 0))]);
    for settled in csv::Reader::from_path(folder.join("answers.csv")).unwrap().deserialize() {
        let settled: Settled = settled.unwrap();
        let report = report(&settled, &published[&settled.year][&settled.aco]);
        let (held, all) = counts.get_mut(&settled.year).unwrap();
        *all += 1;
        if settled.aco == UNEXPLAINED && settled.year == 2022 {
            assert_eq!((settled.recomputed_earn, settled.published_earn_save_loss), (None, 0.0));
            assert_eq!(estimate(&report), "-6262716.10");
            continue;
        }
        // The file states the answer to the cent, and the control finds nothing to say against it.
        let estimate: f64 = estimate(&report).parse().unwrap();
        let control =
            report.steps.iter().flat_map(|step| &step.controls).find(|control| control.id == "A5-V2").unwrap();
        assert_eq!(control.outcome, Outcome::Held, "{} of {}: {estimate}", settled.aco, settled.year);
        // What CMS published is as far away as its rounding of the shares.
        let published = settled.published_earn_save_loss;
        let tolerance = settled.rel_err_earn.unwrap() * published.abs().max(1.0) * 1.001 + 0.5;
        assert!(
            (estimate - published).abs() <= tolerance,
            "{} of {}: {estimate}, {published}",
            settled.aco,
            settled.year
        );
        *held += 1;
    }
    for (year, (held, all)) in &counts {
        real::tell(&format!("{year}: {held} of {all} settlements recomputed"));
    }
    assert_eq!(counts, HashMap::from([(2016, (432, 432)), (2022, (481, 482))]));
}

fn published(path: &Path) -> HashMap<String, Published> {
    let rows = csv::Reader::from_path(path).unwrap().into_deserialize();
    rows.map(|row: Result<Published, _>| row.unwrap()).map(|row| (row.aco.clone(), row)).collect()
}

/// What a run makes of a settlement under a contract of its track.
fn report(settled: &Settled, published: &Published) -> Report {
    let contract = Contract::parse(real::agreement(settled.year, &terms(settled)).as_bytes()).unwrap();
    let quality = share(&published.quality);
    let relief = published.disaster_adjustment.trim_start_matches('-');
    let month = format!("{}-12", settled.year);
    let workbook = format!(
        "pilot_month,benchmark_total,actual_expenditure,quality_score,relief\n{month},{},{},{quality},{relief}\n",
        settled.benchmark_total, settled.expenditure_total
    );
    let stated = settled.recomputed_earn.unwrap_or_default();
    let file = format!(
        "pilot_month,attributed_participant_count,provisional_savings_estimate,claims_lag_pct,outcome_trigger_status,\
         unresolved_methodology_question_count\n{month},1,{stated:.2},0,met,0\n"
    );
    let files = vec![File::new("performance_workbook.csv", workbook), File::new("payment_assurance.csv", file)];
    let received = Received::read(files, &contract, &mut |_| {});
    assert_eq!(received.defects(), []);
    check(&contract, contract.as_of(&format!("{month}-31T12:00")).unwrap(), &received)
}

/// The terms of a track: what may be earned at most, and what is owed of a loss.
fn terms(settled: &Settled) -> String {
    const BY_QUALITY: &str = r#"{ one_minus_quality_times = "0.75", floor = "0.40", ceiling = "0.75" }"#;
    let (savings_cap, losses) = match settled.track.as_str() {
        "T1" | "A" | "B" => ("0.10", None),
        "T2" => ("0.15", Some((BY_QUALITY, "0.10"))),
        "T3" | "EN" => ("0.20", Some((BY_QUALITY, "0.15"))),
        "C" => ("0.10", Some((r#""0.30""#, "0.01"))),
        "D" => ("0.10", Some((r#""0.30""#, "0.02"))),
        "E" => ("0.10", Some((r#""0.30""#, "0.04"))),
        other => panic!("no track is called {other}"),
    };
    let (minimum, share) = (settled.msr_or_mlr, &settled.final_share_rate);
    let mut terms = format!(
        "lag_method = \"tracker\"\nsharing_rate = \"{share}\"\nsequestration = \"0.02\"\n\
         minimum_savings_rate = \"{minimum:.4}\"\nshared_savings_cap = \"{savings_cap}\"\n"
    );
    if let Some((rate, cap)) = losses {
        let owed =
            format!("minimum_loss_rate = \"{minimum:.4}\"\nshared_loss_rate = {rate}\nshared_loss_cap = \"{cap}\"\n");
        terms.push_str(&owed);
    }
    terms
}

/// A share, written as one or as a percentage.
fn share(text: &str) -> String {
    match text.strip_suffix('%') {
        Some(pct) => format!("{:.4}", pct.parse::<f64>().unwrap() / 100.0),
        None => text.to_owned(),
    }
}

fn estimate(report: &Report) -> String {
    let step = report.steps.iter().find(|step| step.step.to_string() == "A5").unwrap();
    let metrics = serde_json::to_value(&step.metrics).unwrap();
    let months = metrics["months"].as_object().unwrap();
    months.values().find_map(|month| month["savings"]["estimate"].as_str()).unwrap().to_owned()
}
