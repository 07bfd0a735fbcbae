//! What was read: each file with its rows and the digest that anybody can check with a stock tool.

use leptos::prelude::*;

use super::shown;
use crate::page::words::count;
use crate::protocol::InputView;

/// Lists the files of the run.
#[component]
pub(super) fn Inputs() -> impl IntoView {
    let verdict = shown();
    let rows = verdict.inputs.clone().into_iter().map(|input| view! { <InputRow input/> }).collect_view();
    view! {
        <section class="inputs" aria-labelledby="inputs-title">
            <h2 id="inputs-title">"What was read"</h2>
            <p class="hint">"The SHA-256 of each file’s bytes, as any stock tool computes it. Contract: "<code>{verdict.contract_digest.clone()}</code></p>
            <div class="scroll-x" tabindex="0" role="region" aria-label="Files that were read">
                <table class="plain">
                    <thead><tr><th scope="col">"Table"</th><th scope="col">"File"</th><th scope="col" class="figure">"Rows"</th><th scope="col">"Digest"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn InputRow(input: InputView) -> impl IntoView {
    view! {
        <tr>
            <td>{input.dataset.unwrap_or_else(|| "not recognized, left out".to_owned())}</td>
            <td>{input.file}</td>
            <td class="figure">{count(input.rows)}</td>
            <td><code>{input.digest}</code></td>
        </tr>
    }
}
