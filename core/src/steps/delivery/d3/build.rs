//! The responses that the qualified events call for, with whoever can go out, the highest score first.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::contract::Tier;
use crate::dataset::Dataset::{
    BundleActions, EventDecisions, Referrals, ResponseBundles, RiskTracker, Staff, StaffingCapacity, Triage,
};
use crate::derive::Run;
use crate::derive::delivery::{Crisis, Lead, Offer};
use crate::misuse::Misuse;
use crate::record::Record;
use crate::table::Row;
use crate::value::sort_by;

/// A response that is proposed.
struct Proposal<'r> {
    event: u32,
    referral: Row,
    /// None without a risk profile.
    tier: Option<&'r Tier>,
    responder: Option<&'r Lead<'r>>,
}

/// One response for each qualified event, released at the as-of instant.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let (referrals, triage, proposals) = (run.source(Referrals)?, run.source(Triage)?, proposals(run)?);
    let now = run.clock().written(run.as_of.instant());
    let mut record = Record::new(ResponseBundles, proposals.len());
    let (id, participant) = (referrals.column("event_id"), referrals.column("participant_id"));
    for Proposal { event, referral, tier, responder } in proposals {
        let triaged = run.triaged().and_then(|rows| rows.get(event));
        let threshold = tier.and_then(|tier| tier.response.as_ref()).map(|response| &response.escalation_threshold);
        record.push([
            id.id(referral),
            participant.id(referral),
            Cow::Borrowed(tier.map_or("", |tier| &tier.tier)),
            triaged.map(|row| triage.column("safety_status").text(row)).unwrap_or_default(),
            responder.map(|lead| lead.id.clone()).unwrap_or_default(),
            Cow::Borrowed(threshold.map_or("", String::as_str)),
            Cow::Owned(now.clone()),
        ]);
    }
    Ok(record)
}

/// The actions that each of those responses calls for, all by whoever leads it.
pub(crate) fn build_actions<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let (referrals, proposals) = (run.source(Referrals)?, proposals(run)?);
    let id = referrals.column("event_id");
    let components = |proposal: &Proposal<'r>| proposal.tier.and_then(|tier| tier.response.as_ref());
    let mut record = Record::new(BundleActions, proposals.len());
    for proposal in &proposals {
        for component in components(proposal).iter().flat_map(|response| &response.components) {
            let responder = proposal.responder.map(|lead| lead.id.clone()).unwrap_or_default();
            record.push([id.id(proposal.referral), Cow::Borrowed(component), responder]);
        }
    }
    Ok(record)
}

/// The responses in the order in which responders are given out: by score, then event time, then id.
fn proposals<'r>(run: &'r Run<'_>) -> Result<Vec<Proposal<'r>>, Misuse> {
    let referrals = run.source(Referrals)?;
    for dataset in [EventDecisions, RiskTracker, StaffingCapacity, Staff] {
        run.source(dataset)?;
    }
    let derived = (run.decisions(), run.events(), Crisis::of(run), run.leads());
    let (Some(decisions), Some(events), Some(crisis), Some(leads)) = derived else {
        return Err(Misuse::new(format!("A response needs {EventDecisions}, {RiskTracker} and {StaffingCapacity}.")));
    };
    let (now, id) = (run.as_of.instant(), referrals.column("event_id"));
    let admitted = decisions.all_current(now).filter(|(_, decided)| decided.admits());
    let mut ranked: Vec<_> = admitted
        .filter_map(|(event, _)| {
            let (known, score) = (events.get(event)?, crisis.score(event, now));
            let total = score.as_ref().map(|score| score.total);
            Some(((Reverse(total), known.at, id.id(known.row)), event, known.row, score.map(|score| score.tier)))
        })
        .collect();
    sort_by(&mut ranked, |(a, ..), (b, ..)| a.cmp(b));
    let offer = offer(run);
    let kind_of = |tier: &Tier| run.contract.tiers.iter().position(|known| known.tier == tier.tier);
    // A response that is complete takes nobody's time any more.
    let is_open = |event: u32| run.is_complete(event) != Some(true);
    let kinds: Vec<_> =
        ranked.iter().map(|&(_, event, _, tier)| tier.and_then(kind_of).filter(|_| is_open(event))).collect();
    let assigned = offer.assign(&kinds);
    let proposal = |((_, event, referral, tier), assigned): ((_, u32, Row, Option<&'r Tier>), Option<usize>)| {
        let first = || offer.choices.get(tier.and_then(kind_of)?)?.first().copied();
        let responder = assigned.or_else(|| if is_open(event) { None } else { first() });
        Proposal { event, referral, tier, responder: responder.map(|lead| &leads.all()[lead]) }
    };
    Ok(ranked.into_iter().zip(assigned).map(proposal).collect())
}

/// What the responders offer to each tier on the day.
fn offer(run: &Run<'_>) -> Offer {
    let (tiers, day) = (&run.contract.tiers, run.as_of.day());
    let slots = run.leads().into_iter().flat_map(|leads| leads.all().iter().map(Lead::room));
    Offer {
        slots: slots.collect(),
        choices: tiers.iter().map(|tier| run.who_may(std::slice::from_ref(&tier.tier), day, day)).collect(),
    }
}
