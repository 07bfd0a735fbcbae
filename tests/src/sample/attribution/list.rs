//! The priority list: whoever was active when it was made, the most urgent first.

use super::agreement::Tier;
use super::fault::{ListFault as F, RankFault};
use super::participant::Participant;
use super::week::Week;
use crate::sample::draw::Draw;
use crate::sample::fault::{Fault, FaultPlan};
use crate::sample::table::{Charge, Row, Table, row};

const ID: usize = 0;
const RANK: usize = 1;
const TIER: usize = 2;
const ED_COUNT: usize = 3;
const VARIANCES: usize = 4;
const STATUS: usize = 5;

/// One row of the list to be.
pub(super) struct Ranked<'p> {
    pub(super) participant: &'p Participant,
    rank: u32,
    /// Whether somebody meddled with the rank of this one or of the neighbour.
    misranked: Option<RankFault>,
    meddled: bool,
}

/// Active, and yet on no row of the list that could be told to be theirs.
pub(super) fn is_left_out(participant: &Participant) -> bool {
    participant.has(F::ListIdEmpty) || participant.has(F::Unlisted)
}

/// Who is on the list, in its order; at its end, whoever should not be.
pub(super) fn ranking<'p>(
    people: &'p [Participant],
    week: Week,
    faults: &FaultPlan,
    draw: &mut Draw,
) -> Vec<Ranked<'p>> {
    let day = week.release.date();
    let listed = |p: &&Participant| p.is_active_on(day) && !p.has(F::Unlisted);
    let mut active: Vec<&Participant> = people.iter().filter(listed).collect();
    active.sort_by_cached_key(|p| (p.risk.urgency().map(std::cmp::Reverse), p.person.id));
    let strays = people.iter().filter(|p| p.has(F::ListedInactive));
    let ranked = active.into_iter().chain(strays).zip(1..);
    let mut ranked: Vec<_> =
        ranked.map(|(participant, rank)| Ranked { participant, rank, misranked: None, meddled: false }).collect();
    for &fault in RankFault::ALL {
        for _ in 0..faults.rows(fault) {
            misrank(&mut ranked, fault, draw);
        }
    }
    ranked
}

/// Puts somebody where the neighbour above belongs; the two differ in their score.
fn misrank(ranked: &mut [Ranked<'_>], fault: RankFault, draw: &mut Draw) {
    let start = draw.below(ranked.len() as u32) as usize;
    let sound = |entry: &Ranked<'_>| !entry.meddled && entry.participant.person.fault.is_none();
    let place = (0..ranked.len()).map(|step| (start + step) % ranked.len()).find(|&place| match &ranked[place..] {
        [above, below, ..] => {
            let falls = above.participant.risk.score() > below.participant.risk.score();
            falls && sound(above) && sound(below)
        }
        _ => false,
    });
    let place = place.expect("a list is long enough to have two neighbours of different scores");
    let (above, below) = (place, place + 1);
    ranked[above].meddled = true;
    (ranked[below].meddled, ranked[below].misranked) = (true, Some(fault));
    ranked[below].rank = ranked[above].rank;
    if fault == RankFault::RankedAbove {
        ranked[above].rank += 1;
        ranked.swap(above, below);
    }
}

/// The list as it was released.
pub(super) fn priority_list(ranked: &[Ranked<'_>]) -> Table {
    let header =
        ["participant_id", "rank", "risk_tier", "recent_ed_count", "unresolved_variance_count", "intervention_status"];
    let mut table = Table::new("priority_list", &header, &[ID]);
    table.extend(ranked.iter().map(listed_row));
    table
}

fn listed_row(entry: &Ranked<'_>) -> Row {
    let (person, risk) = (&entry.participant.person, &entry.participant.risk);
    let status = if person.category.is_some() { person.intervention } else { "none" };
    let mut row = row![person.id, entry.rank, risk.tier().name(), risk.ed_count, risk.unresolved_variances, status]
        .charged(entry.misranked.map(|fault| Charge::new("A3-C1", fault)));
    if super::assignment::is_lost(entry.participant) {
        row.charge(Charge::new("A4-V3", person.fault).missing_from("assignments"));
    }
    let Some(Fault::List(fault)) = person.fault else { return row };
    let charge = |control: &str| Some(Charge::new(control, fault));
    match fault {
        F::ListIdEmpty => row.spoil(ID, "", charge("A3-F1")),
        F::RankEmpty => row.spoil(RANK, "", charge("IN-5")),
        F::TierEmpty => row.spoil(TIER, "", charge("A3-F2")),
        F::EdCountEmpty => row.spoil(ED_COUNT, "", charge("A3-F3")),
        F::VariancesEmpty => row.spoil(VARIANCES, "", charge("A3-F4")),
        F::InterventionStatusEmpty => row.spoil(STATUS, "", charge("A3-F5")),
        F::TierDiffers => row.spoil(TIER, other_tier(risk.tier()).name(), charge("A3-V1")),
        F::EdCountDiffers => row.spoil(ED_COUNT, risk.ed_count + 1, charge("A3-V2")),
        F::VariancesDiffer => row.spoil(VARIANCES, risk.unresolved_variances + 2, charge("A3-V3")),
        F::InterventionStatusDiffers => {
            let other = if status == "engaged" { "outreach" } else { "engaged" };
            row.spoil(STATUS, other, charge("A3-V3"));
        }
        F::ListedInactive => row.charge(Charge::new("A3-L1", fault)),
        // Whoever is not on the list has no row.
        F::Unlisted => {}
    }
    row
}

fn other_tier(tier: Tier) -> Tier {
    match tier {
        Tier::High | Tier::Steady => Tier::Rising,
        Tier::Rising => Tier::High,
    }
}
