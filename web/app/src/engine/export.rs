//! Files to keep, made by the core and handed to the page as they are.

use js_sys::Array;
use tieout::Pilot;
use tieout::workbook::{Sheet, template_sheets};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag};

use super::run::Run;
use crate::protocol::{Export, News, Sample};

/// What a run gives to keep.
pub(super) fn news(run: &mut Run, wanted: &Export) -> News {
    let made = match wanted {
        Export::Findings(query) => text("findings.csv", "text/csv", &run.findings_csv(query)),
        Export::Record(name) => run.record_csv(name).and_then(|(name, csv)| text(&name, "text/csv", &csv)),
        Export::Report => text("report.json", "application/json", &run.report_json()),
        Export::FindingsBook(query) => Ok(sheets("findings.xlsx", &[run.findings_sheet(query)])),
        Export::RecordBook(name) => run.record_sheet(name).map(|(name, sheet)| sheets(&name, &[sheet])),
        Export::Templates(sample) => Ok(templates(*sample)),
    };
    made.unwrap_or_else(News::NotExported)
}

/// A workbook to be filled in.
pub(super) fn templates(sample: Sample) -> News {
    let (name, pilot) = match sample {
        Sample::Attribution => ("attribution-templates.xlsx", Pilot::Attribution),
        Sample::Diversion => ("diversion-templates.xlsx", Pilot::Diversion),
    };
    sheets(name, &template_sheets(pilot))
}

fn sheets(name: &str, sheets: &[Sheet]) -> News {
    let sheets = serde_wasm_bindgen::to_value(sheets).unwrap_or_default().unchecked_into();
    News::Sheets { name: name.to_owned(), sheets }
}

/// The text as a file that the page can offer, without a copy of it on the page's side.
fn text(name: &str, kind: &str, text: &str) -> Result<News, String> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)
        .map_err(|_| "The file could not be made: the browser has no room for it.".to_owned())?;
    Ok(News::Exported { name: name.to_owned(), blob })
}
