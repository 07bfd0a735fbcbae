//! Files as somebody chooses them: from a field that looks like a button, or dropped. None is opened here.

use leptos::prelude::*;
use web_sys::FileList;

/// A button that chooses files: a native field under a label that looks like a button.
#[component]
pub fn FileButton(
    /// What it says.
    label: &'static str,
    /// The id of its field.
    id: &'static str,
    /// Whether several files can be chosen at once.
    #[prop(optional)]
    many: bool,
    /// The endings that are offered; all where none is named.
    #[prop(optional)]
    accept: Option<&'static str>,
    /// What a page that embeds it can style it by.
    #[prop(optional)]
    part: Option<&'static str>,
    /// Is given the files.
    take: impl Fn(Vec<web_sys::File>) + 'static,
) -> impl IntoView {
    let field = NodeRef::<leptos::html::Input>::new();
    let taken = move |_| {
        if let Some(field) = field.get_untracked()
            && let Some(files) = field.files()
        {
            take(listed(&files));
            // The same file can be chosen again once it was mended.
            field.set_value("");
        }
    };
    view! {
        <span class="file-button">
            <input type="file" id=id node_ref=field multiple=many accept=accept on:change=taken/>
            <label class="button" part=part for=id>{label}</label>
        </span>
    }
}

/// The files of a list.
#[must_use]
pub fn listed(files: &FileList) -> Vec<web_sys::File> {
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}
