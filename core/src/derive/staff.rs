//! Who holds which roles: the staff list alone says so, never whoever signs as one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Run;
use crate::dataset::Dataset;

/// The roles of each staff member.
#[derive(Debug)]
pub(crate) struct Staff<'r>(BTreeMap<Cow<'r, str>, Vec<Cow<'r, str>>>);

impl<'r> Staff<'r> {
    pub(super) fn of(run: &Run<'r>) -> Option<Self> {
        let (table, mut roles) = (run.table(Dataset::Staff)?, BTreeMap::<_, Vec<_>>::new());
        let (id, role) = (table.column("staff_id"), table.column("role"));
        for row in table.rows() {
            roles.entry(id.id(row)).or_default().push(role.text(row));
        }
        Some(Self(roles))
    }

    /// Whether a staff member holds a role; a stranger holds none.
    pub(crate) fn holds(&self, staff_id: &str, role: &str) -> bool {
        self.0.get(staff_id).is_some_and(|held| held.iter().any(|held| held == role))
    }

    /// Whether a staff member holds at least one of these roles.
    pub(crate) fn holds_any(&self, staff_id: &str, roles: &[String]) -> bool {
        roles.iter().any(|role| self.holds(staff_id, role))
    }
}
