//! Files come in, and what they are judged by: the contract and the instant.

use leptos::prelude::*;
use tieout_show::button::{Button, Weight};
use tieout_show::file_button::FileButton;

use super::Heading;
use super::files::Files;
use crate::desk::Desk;
use crate::figures;
use crate::told::Screen;

/// Takes files until the user has them checked.
#[component]
pub(super) fn Gathering() -> impl IntoView {
    let desk = Desk::here();
    let notice = move || {
        desk.screen.with(|screen| match screen {
            Screen::Gathering(notice) => notice.clone(),
            Screen::Working(_) | Screen::Told(_) => None,
        })
    };
    let lines = |notice: String| notice.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! {
        <section class="gather">
            <Heading>"Check files"</Heading>
            <div role="alert">
                {move || notice().map(|notice| view! { <div class="note is-bad" part="notice">{lines(notice)}</div> }.into_any())}
            </div>
            <fieldset prop:disabled=move || desk.settings.with(|settings| settings.is_disabled)>
                <legend class="visually-hidden">"What is checked"</legend>
                <div class="drop" part="drop">
                    <p class="drop-title">"Drop your files here"</p>
                    <FileButton label="Choose files" id="choose-files" many=true part="button" take=move |files| desk.give(&files)/>
                </div>
                <Files/>
                <div class="terms">
                    <ContractChoice/>
                    <AsOf/>
                </div>
                <p class="begin">
                    <Button weight=Weight::Main part="button main" press=move |()| desk.judge()>"Check the files"</Button>
                </p>
            </fieldset>
        </section>
    }
}

/// The contract, for the user to choose where the page has given none.
#[component]
fn ContractChoice() -> impl IntoView {
    let desk = Desk::here();
    let is_agreed = Memo::new(move |_| desk.settings.with(|settings| settings.is_agreed));
    let name = move || desk.settings.with(|settings| settings.contract.clone());
    let take = move |files: Vec<web_sys::File>| {
        if let Some(file) = files.first() {
            desk.agree(file);
        }
    };
    view! {
        {move || (!is_agreed.get()).then(|| view! {
            <div class="field">
                <p class="field-name">"Contract"</p>
                <p class="row">
                    <span class="file-told">{move || name().unwrap_or_else(|| "None yet".to_owned())}</span>
                    <FileButton label="Choose a contract" id="choose-contract" accept=".toml" part="button" take/>
                </p>
            </div>
        }.into_any())}
    }
}

/// The instant, for the user to choose where the page has set none.
#[component]
fn AsOf() -> impl IntoView {
    let desk = Desk::here();
    let fixed = Memo::new(move |_| desk.settings.with(|settings| settings.as_of.clone()));
    let written = move |as_of: &str| desk.settings.with(|settings| figures::instant(as_of, &settings.locale));
    view! {
        {move || match fixed.get() {
            Some(as_of) => view! {
                <div class="field"><p class="field-name">"As of"</p><p class="figure">{written(&as_of)}</p></div>
            }.into_any(),
            None => view! {
                <div class="field">
                    <label for="as-of">"As of"</label>
                    <input type="datetime-local" id="as-of" part="input" aria-describedby="as-of-hint"
                        prop:value=move || desk.as_of.get() on:input=move |event| desk.as_of.set(event_target_value(&event))/>
                    <p class="hint" id="as-of-hint">"In the contract’s time zone. Left empty, it is now."</p>
                </div>
            }.into_any(),
        }}
    }
}
