//! Whether each response names all actions that its tier calls for.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{BundleActions, ResponseBundles};
use crate::derive::Run;
use crate::table::Subject;

control! {
    /// Each response names every action that its tier calls for.
    ///
    /// ## Why
    /// A general follow-up can be found to have happened whatever happened. A named action either did or did not.
    /// ## Remedy
    /// Add the action that is named here to the response, with whoever carries it out.
    /// ## Example
    /// ```clean
    /// response_bundles: event_id response_tier | E1 immediate
    /// bundle_actions: event_id component | E1 safety_plan | E1 psychiatric_review
    /// ```
    /// ```fault
    /// response_bundles: event_id response_tier | E1 immediate <-
    /// bundle_actions: event_id component | E1 safety_plan | E1 follow_up
    /// ```
    NAMED = "D3-C1" Conduct Block, needs [Need::Table(ResponseBundles), Need::Table(BundleActions)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(table), Some(actions), Some(rows_of)) =
        (run.table(ResponseBundles), run.table(BundleActions), run.actions())
    else {
        return;
    };
    let (tier, named) = (table.column("response_tier"), actions.column("component"));
    table.for_each_row(|row| {
        let rows = rows_of.get(table.number(Subject::Event, row));
        for component in run.components(row).unwrap_or_default() {
            if !rows.iter().any(|&action| named.text(action) == *component) {
                let message = format!("{} calls for {component}, which the response does not name.", tier.text(row));
                findings.at(table, row).field("component").expected(component).says(message);
            }
        }
    });
}
