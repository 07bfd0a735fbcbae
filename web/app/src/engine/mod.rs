//! The worker's side: it asks the core and keeps the answer, and hands out what the page wants to see of it.
//!
//! It decides nothing. One worker serves one run, so that its memory ends with it.

mod evidence;
mod export;
mod intake;
mod ledger;
mod look;
mod reading;
mod run;
mod said;
mod sample;
mod seen;
mod survey;
mod view;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::global;
use tieout::{Contract, Dataset, Mapping};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::protocol::{ContractSource, Export, News, Reply, Request, pack, unpack};
use run::Run;
use survey::Survey;

/// Answers the page from now on. The first thing that it says is that it is there.
pub fn serve() {
    std::panic::set_hook(Box::new(|panic| tell(News::Died(panic.to_string()))));
    let (run, mut survey) = (Rc::default(), Survey::default());
    let hear = move |event: MessageEvent| answer(&run, &mut survey, unpack(event.data()));
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(hear);
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

fn answer(kept: &Rc<RefCell<Option<Run>>>, survey: &mut Survey, request: Request) {
    match request {
        Request::Look(given) => look(survey, |survey| survey.look(given)),
        Request::PutAside(ids) => look(survey, |survey| survey.put_aside(&ids)),
        Request::Say { id, dataset, draft } => look(survey, |survey| survey.hear(id, dataset.as_deref(), draft)),
        Request::UseMapping(source) => look(survey, |survey| survey.use_mapping(source)),
        Request::Choose(choices) => look(survey, |survey| survey.choose(choices)),
        Request::Confirm { id } => look(survey, |survey| survey.confirm(id).into_iter().for_each(tell)),
        Request::ReadToml(file) => tell(toml(file)),
        Request::ReadContract(source) => look(survey, |survey| {
            let contract = read_contract(&source);
            if let Ok((contract, _)) = &contract {
                survey.agree(contract.clone());
            }
            tell(News::Contract(contract.map(|(contract, as_of)| view::contract(&contract, as_of))));
        }),
        Request::Check(job) => {
            let mapping = survey.for_run();
            begin(kept, survey, Run::of(job, mapping));
        }
        Request::TrySample(sample) => begin(kept, survey, async move { Run::of_sample(sample) }),
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
        // Empty tables need no run.
        Request::Export(Export::Templates(sample)) => tell(export::templates(sample)),
        Request::Export(wanted) => with(kept, |run| tell(export::news(run, &wanted))),
    }
}

/// Changes what is known about the files, and tells how they are seen then.
fn look(survey: &mut Survey, change: impl FnOnce(&mut Survey)) {
    change(survey);
    survey.news().into_iter().for_each(tell);
}

/// Runs, tells and keeps. What was kept before is given back first, the first looks at the files with it.
fn begin(
    kept: &Rc<RefCell<Option<Run>>>,
    survey: &mut Survey,
    run: impl Future<Output = Result<Run, String>> + 'static,
) {
    *survey = Survey::default();
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

/// A TOML file is a mapping or an agreement: what it says first tells which.
fn toml(file: web_sys::File) -> News {
    let text = reading::contract(&file).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let is_mapping = |text: &&String| text.lines().map(str::trim).any(|line| matches!(line, "[[file]]" | "[[table]]"));
    match text.as_ref().filter(is_mapping) {
        Some(text) => {
            let told = Mapping::parse(text.as_bytes()).map(|_| text.clone()).map_err(|faults| faults.to_string());
            News::TomlIsMapping { name: file.name(), told }
        }
        None => News::TomlIsContract(file),
    }
}

fn read_contract(source: &ContractSource) -> Result<(Contract, Option<String>), String> {
    let (bytes, as_of) = match source {
        ContractSource::Sample(sample) => (sample.contract().to_vec(), Some(sample.as_of().to_owned())),
        ContractSource::File(file) => (reading::contract(file)?, None),
    };
    let contract = Contract::parse(&bytes).map_err(|error| error.to_string())?;
    Ok((contract, as_of))
}

/// The table of this name; the page only knows names that the worker told it.
fn dataset(name: &str) -> Option<Dataset> {
    Dataset::named(name)
}
