//! The worker's side: it asks the core and keeps the answer, and hands out what the page wants to see of it.
//!
//! It decides nothing. One worker serves one run, so that its memory ends with it.

mod evidence;
mod export;
mod intake;
mod ledger;
mod reading;
mod run;
mod sample;
mod view;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::global;
use tieout::Dataset;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::protocol::{ContractSource, ContractView, Export, News, Reply, Request, Telltale, pack, unpack};
use run::Run;

/// Answers the page from now on. The first thing that it says is that it is there.
pub fn serve() {
    std::panic::set_hook(Box::new(|panic| tell(News::Died(panic.to_string()))));
    let run = Rc::default();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| answer(&run, unpack(event.data())));
    worker().set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    tell(News::Ready(view::known_tables()));
}

fn worker() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}

fn tell(news: News) {
    let requests = worker().performance().map_or(0, |times| times.get_entries_by_type("resource").length());
    // A page that has gone away has no use for the news.
    let _ = worker().post_message(&pack(&Reply { news, requests }));
}

fn answer(kept: &Rc<RefCell<Option<Run>>>, request: Request) {
    match request {
        Request::Recognize { id, file } => tell(News::Recognized { id, told: recognize(&file) }),
        Request::ReadContract(source) => tell(News::Contract(introduce(&source))),
        Request::Check(job) => begin(kept, Run::of(job)),
        Request::TrySample(sample) => begin(kept, async move { Run::of_sample(sample) }),
        Request::Window { ask, query, from, len } => with(kept, |run| {
            let (total, rows) = run.window(&query, from, len);
            tell(News::Window { ask, total, from, rows });
        }),
        Request::Open { query, position } => with(kept, |run| {
            if let Some(opened) = run.open(&query, position) {
                tell(News::Opened(Box::new(opened)));
            }
        }),
        Request::WhyTier { step, id } => with(kept, |run| tell(News::Tier(run.why_tier(&step, id)))),
        Request::Export(wanted) => with(kept, |run| tell(export(run, &wanted))),
    }
}

/// Runs, tells and keeps. What was kept before is given back first.
fn begin(kept: &Rc<RefCell<Option<Run>>>, run: impl Future<Output = Result<Run, String>> + 'static) {
    let kept = Rc::clone(kept);
    wasm_bindgen_futures::spawn_local(async move {
        kept.take();
        match run.await {
            Ok(run) => {
                tell(News::Checked(Box::new(run.verdict())));
                kept.replace(Some(run));
            }
            Err(why) => tell(News::NotRun(why)),
        }
    });
}

/// The page asks about a run only after it was told of one, unless it has begun another since.
fn with(kept: &RefCell<Option<Run>>, then: impl FnOnce(&mut Run)) {
    if let Some(run) = kept.borrow_mut().as_mut() {
        then(run);
    }
}

fn recognize(file: &web_sys::File) -> Result<Option<(String, Telltale)>, String> {
    let head = reading::head(file)?;
    let Some(dataset) = tieout::recognize(&file.name(), &head) else { return Ok(None) };
    let by_name = tieout::recognize(&file.name(), &[]) == Some(dataset);
    Ok(Some((dataset.name().to_owned(), if by_name { Telltale::Name } else { Telltale::Headers })))
}

fn introduce(source: &ContractSource) -> Result<ContractView, String> {
    let (bytes, as_of) = match source {
        ContractSource::Sample(sample) => (sample.contract().to_vec(), Some(sample.as_of().to_owned())),
        ContractSource::File(file) => (reading::contract(file)?, None),
    };
    let contract = tieout::Contract::parse(&bytes).map_err(|error| error.to_string())?;
    Ok(view::contract(&contract, as_of))
}

fn export(run: &mut Run, wanted: &Export) -> News {
    let made = match wanted {
        Export::Findings(query) => Ok(("findings.csv".to_owned(), "text/csv", run.findings_csv(query))),
        Export::Record(step) => run.record_csv(step).map(|(name, text)| (name, "text/csv", text)),
        Export::Report => Ok(("report.json".to_owned(), "application/json", run.report_json())),
    };
    match made.and_then(|(name, kind, text)| Ok((name, export::blob(kind, &text)?))) {
        Ok((name, blob)) => News::Exported { name, blob },
        Err(why) => News::NotExported(why),
    }
}

/// The table of this name; the page only knows names that the worker told it.
fn dataset(name: &str) -> Option<Dataset> {
    Dataset::named(name)
}
