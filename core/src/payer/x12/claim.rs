//! 837: what was asked of the plan to pay. A claim that nobody has paid yet is no paid claim, but it is an encounter.

use std::collections::{HashMap, HashSet};

use super::envelope::Transaction;
use super::lines;
use super::remittance::Paid;
use crate::payer::day::span_of;
use crate::payer::rows::Rows;
use crate::payer::terms::Encounters;
use crate::payer::told::{counted, doubted, read as told};
use crate::payer::{Part, Terms};
use crate::value::Day;

/// One claim as the provider sent it.
#[derive(Debug)]
pub(super) struct Claim<'t> {
    pub(super) source: usize,
    /// The number of its segment.
    line: u32,
    /// The number that the provider gave it.
    pub(super) number: &'t str,
    /// The subscriber's id, unless the patient is somebody else.
    pub(super) patient: Option<&'t str>,
    /// The first day of service.
    pub(super) from: Option<Day>,
    form: Form,
    /// The first two digits of the type of bill.
    bill: &'t str,
    /// Whether it is the original, replaces another or voids it.
    frequency: &'t str,
    revenue: Vec<&'t str>,
}

/// Who bills on which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Professional,
    Institutional,
    Dental,
}

impl Form {
    fn of(guide: &str) -> Self {
        if guide.contains("X223") {
            Self::Institutional
        } else if guide.contains("X224") {
            Self::Dental
        } else {
            Self::Professional
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Professional => "professional",
            Self::Institutional => "institutional",
            Self::Dental => "dental",
        }
    }
}

/// Every claim of some transactions.
pub(super) fn all<'t>(sets: &[&Transaction<'t>]) -> Vec<Claim<'t>> {
    sets.iter().flat_map(|set| of(set)).collect()
}

fn of<'t>(set: &Transaction<'t>) -> Vec<Claim<'t>> {
    let (mut claims, mut patient, mut is_open) = (Vec::<Claim<'t>>::new(), None, false);
    for &segment in &set.segments {
        let claim = claims.last_mut().filter(|_| is_open);
        match (segment.id(), claim) {
            ("HL", _) => {
                is_open = false;
                // A patient who is not the subscriber has no id of their own in this form.
                patient = None;
            }
            ("NM1", None) if segment.get(1) == "IL" || segment.get(1) == "QC" => {
                patient = Some(segment.get(9)).filter(|id| !id.is_empty() && segment.get(8) != "34");
            }
            ("CLM", _) => {
                is_open = true;
                claims.push(Claim {
                    source: set.source,
                    line: segment.number,
                    number: segment.get(1),
                    patient,
                    from: None,
                    form: Form::of(set.guide),
                    bill: segment.component(5, 1),
                    frequency: segment.component(5, 3),
                    revenue: Vec::new(),
                });
            }
            ("DTP", Some(claim)) if ["434", "472"].contains(&segment.get(1)) => {
                let day = span_of(segment.get(3)).0;
                claim.from = [claim.from, day].into_iter().flatten().min();
            }
            ("SV2", Some(claim)) => claim.revenue.push(segment.get(1)),
            _ => {}
        }
    }
    claims
}

impl Claim<'_> {
    /// The kind of encounter, as the contract tells visits to an emergency department and inpatient stays apart.
    /// A visit that ends in a stay is a stay: one encounter is of one kind.
    fn kind<'c>(&self, rule: Option<&'c Encounters>) -> &'c str {
        let Some(rule) = rule.filter(|_| self.form == Form::Institutional) else { return self.form.name() };
        let is_listed = |list: &[String], code: &str| list.iter().any(|listed| same(listed, code));
        let kind = if is_listed(&rule.inpatient_bill_types, self.bill) {
            rule.inpatient_kind.as_ref()
        } else if self.revenue.iter().any(|code| is_listed(&rule.ed_revenue_codes, code)) {
            rule.ed_kind.as_ref()
        } else {
            None
        };
        kind.map_or(self.form.name(), String::as_str)
    }
}

/// Whether two codes are the same but for zeros in front, which many systems leave out.
fn same(listed: &str, code: &str) -> bool {
    listed.trim_start_matches('0') == code.trim_start_matches('0')
}

/// Reads all claims into the utilization feed, one encounter for each that stands.
pub(super) fn read(claims: &[Claim<'_>], remittances: &[Paid<'_>], terms: &Terms) -> Vec<Part> {
    let rule = terms.encounters.as_ref();
    let mut sources: Vec<_> = claims.iter().map(|claim| claim.source).collect();
    sources.dedup();
    let last: HashMap<_, _> = claims.iter().enumerate().map(|(at, claim)| (claim.number, at)).collect();
    let paid: HashSet<_> = remittances.iter().map(|paid| paid.number).collect();
    let parts = sources.into_iter().map(|source| {
        let own: Vec<_> = claims.iter().enumerate().filter(|(_, claim)| claim.source == source).collect();
        // A later claim of the same number replaces an earlier one, or voids it.
        let stands = |at: usize, claim: &Claim<'_>| claim.frequency != "8" && last.get(claim.number) == Some(&at);
        let standing: Vec<_> = own.iter().filter(|(at, claim)| stands(*at, claim)).collect();
        let unpaid = standing.iter().filter(|(_, claim)| !paid.contains(claim.number)).count();
        let mut notes = vec![
            told(format!(
                "An X12 837, health care claims: {}, of which {} and {} no remittance (835) among the files. A claim is paid by its remittance, which fills claims; the 837 gives it the day of service and the patient where the remittance has none.",
                counted(own.len(), "claim", "claims"),
                counted(standing.len(), "stands", "stand"),
                counted(unpaid, "has", "have"),
            )),
            lines(),
        ];
        let Some(rule) = rule else {
            notes.push(told("The contract counts no utilization, so that it fills no table itself."));
            return Part::without_rows(source, "837 claims", notes);
        };
        if rule.ed_revenue_codes.is_empty() {
            notes.push(told("The contract lists no revenue codes of an emergency department (scoring.ed_revenue_codes), so that no visit to one could be told."));
        }
        let mut rows = Rows::utilization();
        let mut nameless = Vec::new();
        for (_, claim) in &standing {
            let Some(patient) = claim.patient else {
                nameless.push(claim.line);
                continue;
            };
            let from = claim.from.map_or_else(String::new, |day| day.to_string());
            rows.put(claim.line, [claim.number, patient, &from, claim.kind(Some(rule))]);
        }
        if let Some(&line) = nameless.first() {
            let count = counted(nameless.len(), "claim is", "claims are");
            notes.push(doubted(nameless.len(), Some(line), format!("{count} of a patient without a member id, as dependents are in this form, and made no encounter.")));
        }
        Part::of(source, "837 claims", rows, notes)
    });
    parts.collect()
}
