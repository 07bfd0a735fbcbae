//! How unstable a person's care is: counts that are decided first, and for which rows are then written.

use super::agreement::{ED_STEPS, INCIDENT_STEPS, INPATIENT_STEPS, SEVERITIES, Tier, VARIANCE_STEPS, points};
use crate::sample::draw::Draw;

/// What counts for a person, in the window of the list.
#[derive(Debug, Clone)]
pub(super) struct Risk {
    pub(super) ed_count: u32,
    pub(super) inpatient_count: u32,
    /// Places in the contract's list of severities.
    pub(super) incidents: Vec<usize>,
    pub(super) unresolved_variances: u32,
}

impl Risk {
    pub(super) fn drawn(draw: &mut Draw) -> Self {
        let incidents = draw.weighted(&[(62, 0), (22, 1), (10, 2), (6, 3)]);
        Self {
            ed_count: draw.weighted(&[(40, 0), (21, 1), (14, 2), (11, 3), (6, 4), (5, 5), (3, 7)]),
            inpatient_count: draw.weighted(&[(68, 0), (20, 1), (9, 2), (3, 3)]),
            incidents: (0..incidents).map(|_| draw.weighted(&[(60, 0), (28, 1), (12, 2)])).collect(),
            unresolved_variances: draw.weighted(&[(60, 0), (22, 1), (10, 2), (6, 3), (2, 5)]),
        }
    }

    pub(super) fn score(&self) -> u32 {
        let incident_points = self.incidents.iter().map(|&place| SEVERITIES[place].1).sum();
        points(ED_STEPS, self.ed_count)
            + points(INPATIENT_STEPS, self.inpatient_count)
            + points(INCIDENT_STEPS, incident_points)
            + points(VARIANCE_STEPS, self.unresolved_variances)
    }

    pub(super) fn tier(&self) -> Tier {
        Tier::of(self.score())
    }

    /// What puts one person before another: the score, then the counts, each from the highest down.
    pub(super) fn urgency(&self) -> [u32; 4] {
        [self.score(), self.ed_count, self.inpatient_count, self.unresolved_variances]
    }
}
