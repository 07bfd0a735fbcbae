//! The agreement that the files are held against, and the instant at which they are judged.

use leptos::prelude::*;
use tieout_show::file_button::FileButton;

use super::button::{Button, Weight};
use super::desk::Desk;
use crate::protocol::{ContractSource, ContractView, Sample};

/// Shows the agreement, and lets the user choose another.
#[component]
pub(super) fn AgreementCard() -> impl IntoView {
    let desk = Desk::here();
    let sample = Memo::new(move |_| desk.agreement.with(|agreement| agreement.source.sample()));
    let told = move || {
        desk.agreement.with(|agreement| match &agreement.view {
            None => view! { <p class="quiet">"Reading…"</p> }.into_any(),
            Some(Ok(contract)) => view! { <Facts contract=contract.clone()/> }.into_any(),
            Some(Err(faults)) => view! { <Faults faults=faults.clone()/> }.into_any(),
        })
    };
    view! {
        <section class="card agreement" aria-labelledby="agreement-title">
            <h2 id="agreement-title">"Agreement"</h2>
            {move || sample.get().map(|sample| view! {
                <p class="note">{format!("This is the {} sample’s agreement. Choose your own contract file before you check your own files.", named(sample))}</p>
            }.into_any())}
            {move || told()}
            <p class="row">
                <FileButton label="Choose a contract" id="choose-contract" accept=".toml" take=move |files| {
                    if let Some(file) = files.into_iter().next() {
                        desk.agree(ContractSource::File(file));
                    }
                }/>
                {move || sample.get().is_none().then(|| view! {
                    <Button weight=Weight::Slight press=move |()| desk.agree(ContractSource::Sample(desk.fitting_sample()))>"Use the sample’s"</Button>
                }.into_any())}
            </p>
            <AsOf/>
        </section>
    }
}

/// What people call a sample.
const fn named(sample: Sample) -> &'static str {
    match sample {
        Sample::Attribution => "attribution",
        Sample::Diversion => "crisis-diversion",
    }
}

#[component]
fn Facts(contract: ContractView) -> impl IntoView {
    view! {
        <dl class="facts">
            <div><dt>"Contract"</dt><dd>{contract.id}" · version "{contract.version}</dd></div>
            <div><dt>"Between"</dt><dd>{contract.payer}" and "{contract.provider}</dd></div>
            <div><dt>"Kind"</dt><dd>{contract.pilot}</dd></div>
            <div><dt>"Term"</dt><dd class="figure"><span class="whole">{contract.effective_from}</span>" to "<span class="whole">{contract.effective_to}</span></dd></div>
        </dl>
    }
}

#[component]
fn Faults(faults: String) -> impl IntoView {
    let lines = faults.lines().map(|fault| view! { <li>{fault.to_owned()}</li> }).collect_view();
    view! {
        <div class="note is-bad" role="alert">
            <p>"This contract cannot be used yet:"</p>
            <ul class="faults">{lines}</ul>
        </div>
    }
}

#[component]
fn AsOf() -> impl IntoView {
    let desk = Desk::here();
    let contract = Memo::new(move |_| desk.agreement.with(|agreement| agreement.view.clone().and_then(Result::ok)));
    let with = move |read: fn(&ContractView) -> String| contract.with(|contract| contract.as_ref().map(read));
    let set = move |event| {
        desk.as_of_is_set.set(true);
        desk.as_of.set(event_target_value(&event));
    };
    view! {
        <div class="field">
            <label for="as-of">"As of"</label>
            <input
                type="datetime-local" id="as-of" aria-describedby="as-of-hint"
                min=move || with(|contract| format!("{}T00:00", contract.effective_from))
                max=move || with(|contract| format!("{}T23:59", contract.effective_to))
                prop:value=move || desk.as_of.get() on:input=set
            />
            <p class="hint" id="as-of-hint">
                "Everything is judged at this instant, in the agreement’s time zone"
                {move || with(|contract| format!(": {}", contract.timezone))}
            </p>
        </div>
    }
}
