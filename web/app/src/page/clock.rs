//! The one clock of the page. It fills in the instant that most people mean; the core is only ever told one.

use js_sys::{Date, Object, Reflect};

use crate::protocol::ContractView;

/// This minute in the contract's zone, or nothing where it is outside the contract's term.
#[must_use]
pub(super) fn now_within(contract: &ContractView) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"timeZone".into(), &contract.timezone.as_str().into());
    // The Swedish form of a date and time is the one that forms and contracts use: 2026-03-09 17:00:00.
    let local = String::from(Date::new_0().to_locale_string("sv-SE", &options));
    let minute = local.get(..16).unwrap_or_default().replace(' ', "T");
    let day = minute.get(..10).unwrap_or_default();
    if (contract.effective_from.as_str()..=contract.effective_to.as_str()).contains(&day) {
        minute
    } else {
        String::new()
    }
}
