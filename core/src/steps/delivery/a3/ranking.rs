//! Whether rank follows risk, so that nobody stands above somebody whose score is higher.

use std::cmp::Reverse;

use super::super::tally::is_scored;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{CohortDecisions, PriorityList};
use crate::derive::Run;
use crate::derive::delivery::Standing;
use crate::table::{Row, Table};
use crate::value::sort_by_key;

control! {
    /// Nobody stands above a higher score, and no two share a rank.
    ///
    /// ## Why
    /// Once preference can lift one person, the list says nothing about any of them.
    /// ## Remedy
    /// Rank by the score alone, and give each rank once.
    /// ## Example
    /// ```clean
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN | P2 IN
    /// utilization_feed: participant_id service_date kind | P2 2026-03-02 ed
    /// priority_list: participant_id rank | P1 2 | P2 1
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN | P2 IN
    /// utilization_feed: participant_id service_date kind | P2 2026-03-02 ed
    /// priority_list: participant_id rank | P1 1 <- | P2 2
    /// ```
    BY_RISK = "A3-C1" Conduct Block,
    needs [Need::Table(PriorityList), Need::Table(CohortDecisions), Need::Factors],
    Decide::Rule(check)
}

/// A row of the list that has a rank.
#[derive(Clone, Copy)]
struct Ranked {
    rank: u64,
    row: Row,
    /// None for somebody who is not active, or where the score cannot be known.
    score: Option<u64>,
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    // Even without a score, no two may share a rank.
    is_scored(run, findings);
    let Some(list) = run.table(PriorityList) else { return };
    let ranked = ranked(run, list);
    let mut highest: Option<Ranked> = None;
    for same in ranked.chunk_by(|a, b| a.rank == b.rank).rev() {
        for (nth, &one) in same.iter().enumerate() {
            if let Some(higher) = highest.filter(|higher| one.score.is_some() && higher.score > one.score) {
                stands_too_high(list, one, higher, findings);
            } else if nth > 0 {
                shares_its_rank(list, one, same[0].row, findings);
            }
        }
        // Of equal scores the best rank is told, and of equal ranks the lower id.
        let id = |row: Row| Reverse(list.column("participant_id").id(row));
        let best = same.iter().max_by(|a, b| a.score.cmp(&b.score).then_with(|| id(a.row).cmp(&id(b.row))));
        highest = highest.filter(|higher| best.is_none_or(|best| best.score < higher.score)).or(best.copied());
    }
}

/// The rows that have a rank, from the first, those of one rank in the order of the file.
fn ranked(run: &Run<'_>, list: &Table) -> Vec<Ranked> {
    let (rank, scored) = (list.column("rank"), run.active().zip(Standing::of(run)));
    let mut ranked = Vec::with_capacity(list.len() as usize);
    list.for_each_row(|row| {
        let person = list.person(row);
        let score = scored.filter(|(active, _)| active.get(person).is_some());
        let score = score.map(|(_, standing)| standing.total(person));
        ranked.extend(rank.count(row).map(|rank| Ranked { rank, row, score }));
    });
    sort_by_key(&mut ranked, |one| (one.rank, one.row));
    ranked
}

#[cold]
fn stands_too_high(list: &Table, one: Ranked, higher: Ranked, findings: &mut Findings<'_>) {
    let id = |row: Row| list.column("participant_id").text(row);
    let message = format!(
        "{} stands at rank {} with a score of {}; {} scores {} and stands at rank {}.",
        id(one.row),
        one.rank,
        one.score.unwrap_or_default(),
        id(higher.row),
        higher.score.unwrap_or_default(),
        higher.rank
    );
    let draft = findings.at(list, one.row).field("rank").stated(one.rank.to_string());
    draft.other(Some(list.place(higher.row))).says(message);
}

#[cold]
fn shares_its_rank(list: &Table, one: Ranked, first: Row, findings: &mut Findings<'_>) {
    let message = format!("Rank {} is given to {} already.", one.rank, list.column("participant_id").text(first));
    let draft = findings.at(list, one.row).field("rank").stated(one.rank.to_string());
    draft.other(Some(list.place(first))).says(message);
}
