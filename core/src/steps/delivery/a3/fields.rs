//! The values that each row of the list needs before anybody can act on it.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::PriorityList;

control! {
    /// Each row of the list names its participant.
    PARTICIPANT = "A3-F1" Field Block, needs [Need::Table(PriorityList)], Decide::Filled(PriorityList, "participant_id")
}

control! {
    /// Each row of the list states the risk tier.
    ///
    /// ## Remedy
    /// Enter the tier that the contract's scoring gives on the release day.
    TIER = "A3-F2" Field Block, needs [Need::Table(PriorityList)], Decide::Filled(PriorityList, "risk_tier")
}

control! {
    /// Each row of the list counts recent emergency department visits.
    ///
    /// ## Remedy
    /// Count the visits in the utilization feed, over the window of the contract; none is `0`.
    ED_COUNT = "A3-F3" Field Block, needs [Need::Table(PriorityList)], Decide::Filled(PriorityList, "recent_ed_count")
}

control! {
    /// Each row of the list counts open care-plan variances.
    ///
    /// ## Remedy
    /// Count the variances that are open on the release day; none is `0`.
    VARIANCE_COUNT = "A3-F4" Field Block, needs [Need::Table(PriorityList)],
    Decide::Filled(PriorityList, "unresolved_variance_count")
}

control! {
    /// Each row of the list states where the intervention stands.
    ///
    /// ## Remedy
    /// Take the status from the case management system; write `none` where it has none.
    STATUS = "A3-F5" Field Block, needs [Need::Table(PriorityList)], Decide::Filled(PriorityList, "intervention_status")
}
