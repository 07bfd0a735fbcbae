//! Whether tier and threshold follow from the risk profile that was current at the release.

use super::super::tally::is_scored;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Referrals, ResponseBundles, RiskTracker};
use crate::derive::Run;
use crate::derive::delivery::Crisis;
use crate::table::{NOBODY, Subject};

control! {
    /// Response tiers follow the participant's current risk profile.
    ///
    /// ## Why
    /// The tier decides who goes out and how fast, so that it has to rest on what was known when the response was released.
    /// ## Remedy
    /// Enter the tier that the score gives on the newest profile before the release; where there is none, assess the
    /// participant first.
    /// ## Example
    /// ```clean
    /// referrals: event_id participant_id | E1 P1
    /// risk_tracker: participant_id assessed_at risk_score | P1 2026-03-08T09:00 75 | P1 2026-03-09T12:00 10
    /// response_bundles: event_id response_tier released_at | E1 immediate 2026-03-09T11:00
    /// ```
    /// ```fault
    /// referrals: event_id participant_id | E1 P1
    /// risk_tracker: participant_id assessed_at risk_score | P1 2026-03-08T09:00 75 | P1 2026-03-09T11:00 10
    /// response_bundles: event_id response_tier released_at | E1 immediate 2026-03-09T11:00 <-
    /// ```
    TIER = "D3-V1" Validation Block,
    needs [Need::Table(ResponseBundles), Need::Table(RiskTracker), Need::Table(Referrals)],
    Decide::Rule(tier)
}

control! {
    /// Escalation threshold codes are the ones that the contract sets for the tier.
    ///
    /// ## Why
    /// The code says from when on somebody higher up is called; a wrong one calls them too late.
    /// ## Remedy
    /// Enter the code of the tier that the score gives.
    /// ## Example
    /// ```clean
    /// referrals: event_id participant_id | E1 P1
    /// risk_tracker: participant_id assessed_at risk_score | P1 2026-03-08T09:00 75
    /// response_bundles: event_id escalation_threshold_code | E1 T-RED
    /// ```
    /// ```fault
    /// referrals: event_id participant_id | E1 P1
    /// risk_tracker: participant_id assessed_at risk_score | P1 2026-03-08T09:00 75
    /// response_bundles: event_id escalation_threshold_code | E1 T-AMBER <-
    /// ```
    THRESHOLD = "D3-V3" Validation Block,
    needs [Need::Table(ResponseBundles), Need::Table(RiskTracker), Need::Table(Referrals)],
    Decide::Rule(threshold)
}

fn tier(run: &Run<'_>, findings: &mut Findings<'_>) {
    if !is_scored(run, findings) {
        return;
    }
    let (Some(table), Some(crisis), Some(events)) = (run.table(ResponseBundles), Crisis::of(run), run.events()) else {
        return;
    };
    let (stated, released) = (table.column("response_tier"), table.column("released_at"));
    let tracker = run.table(RiskTracker);
    table.for_each_row(|row| {
        let (event, stated) = (table.number(Subject::Event, row), stated.text(row));
        let known = events.get(event).filter(|known| known.person != NOBODY);
        let (Some(_), Some(release)) = (known, released.instant(row, run.clock())) else { return };
        let Some(score) = crisis.score(event, release) else {
            let message = format!("The participant has no risk profile up to the release, {}.", released.text(row));
            return findings.at(table, row).field("response_tier").stated(stated).says(message);
        };
        let expected = &score.tier.tier;
        if !stated.is_empty() && stated != *expected {
            let message = format!("The response is {stated}; {}, which is {expected}.", score.explained());
            let profile = crisis.profile(event, release);
            let other = tracker.zip(profile).map(|(tracker, profile)| tracker.place(profile.row));
            let draft = findings.at(table, row).field("response_tier").stated(stated);
            draft.expected(expected).other(other).says(message);
        }
    });
}

fn threshold(run: &Run<'_>, findings: &mut Findings<'_>) {
    if !is_scored(run, findings) {
        return;
    }
    let (Some(table), Some(crisis)) = (run.table(ResponseBundles), Crisis::of(run)) else { return };
    let (stated, released) = (table.column("escalation_threshold_code"), table.column("released_at"));
    table.for_each_row(|row| {
        let Some(stated) = stated.code(row) else { return };
        let release = released.instant(row, run.clock());
        let score = release.and_then(|release| crisis.score(table.number(Subject::Event, row), release));
        let Some(tier) = score.map(|score| score.tier) else { return };
        let Some(response) = tier.response.as_ref().filter(|response| response.escalation_threshold != stated) else {
            return;
        };
        let expected = &response.escalation_threshold;
        let message =
            format!("The code is {stated}; the contract sets {expected} for {}, the tier of the score.", tier.tier);
        let draft = findings.at(table, row).field("escalation_threshold_code").stated(stated);
        draft.expected(expected).says(message);
    });
}
