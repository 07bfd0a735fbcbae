//! What the page knows: the files, the agreement, the instant, and the screen that follows from them. Never a row of data.

use std::sync::Arc;

use leptos::prelude::*;

use super::bridge::{Bridge, ENGINE, Program};
use super::given::GivenFile;
use super::known_tables::{self, KnownTables};
use super::ledger::Ledger;
use super::memory::Memory;
use super::sheets::{SHEETS, Sheets};
use super::tier::TierQuestion;
use super::{clock, keep};
use crate::protocol::{
    ChoiceView, ContractSource, ContractView, Export, Job, News, Progress, Reply, Request, Sample, Verdict,
};

/// What the page shows. There is no other state that it can be in.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Screen {
    /// Files are being gathered.
    Gathering(Option<Notice>),
    /// What the columns of one file are.
    Mapping(Asked),
    /// A run is under way.
    Working(Progress),
    /// A run has ended.
    Told(Arc<Verdict>),
}

impl Screen {
    /// Which file it is about, if it is about one.
    #[must_use]
    pub(super) const fn asked(&self) -> Option<Asked> {
        match self {
            Self::Mapping(asked) => Some(*asked),
            Self::Gathering(_) | Self::Working(_) | Self::Told(_) => None,
        }
    }
}

/// Which file's columns are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    /// The page's number for the file.
    pub(super) id: u32,
    /// Whether a check waits for the answer.
    pub(super) before_check: bool,
}

/// What is to be said above the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Notice {
    /// The user ended the run.
    Cancelled,
    /// The run could not begin, and why.
    Refused(String),
    /// The worker died, and its last words.
    Died(String),
}

/// How far the worker's program has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Engine {
    /// It is being fetched.
    Fetching,
    /// It is up, and no request is needed any more.
    Ready,
    /// It could not be fetched, and why.
    Absent(String),
}

/// The agreement that files are held against.
#[derive(Debug, Clone)]
pub(super) struct Agreement {
    /// Where it comes from.
    pub(super) source: ContractSource,
    /// What it says about itself, or every fault in it; nothing while it is being read.
    pub(super) view: Option<Result<ContractView, String>>,
}

impl Agreement {
    /// The sample of its kind of pilot.
    #[must_use]
    pub(super) fn sample(&self) -> Sample {
        let told = self.view.as_ref().and_then(|view| view.as_ref().ok()).map(|contract| contract.sample);
        told.or(self.source.sample()).unwrap_or(Sample::Attribution)
    }
}

/// The page's whole knowledge, as signals. A copy is the same desk.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desk {
    /// What is shown.
    pub(super) screen: RwSignal<Screen>,
    /// The worker's program.
    pub(super) engine: RwSignal<Engine>,
    /// The user's files, in the order in which they were given.
    pub(super) files: RwSignal<Vec<GivenFile>, LocalStorage>,
    /// How often the worker has still to say how it sees them.
    pub(super) unseen: RwSignal<u32>,
    /// Which files count, of tables that have several.
    pub(super) choices: RwSignal<Vec<(String, ChoiceView)>>,
    /// What was said about files like these.
    pub(super) memory: Memory,
    /// The agreement.
    pub(super) agreement: RwSignal<Agreement, LocalStorage>,
    /// The instant, as the field has it.
    pub(super) as_of: RwSignal<String>,
    /// Whether the user set the instant.
    pub(super) as_of_is_set: RwSignal<bool>,
    /// The tables that can be given, by pilot.
    pub(super) known: RwSignal<KnownTables>,
    /// The findings in view.
    pub(super) ledger: Ledger,
    /// Why somebody is in their tier.
    pub(super) tier: TierQuestion,
    /// Requests that the worker has made; it should stay at none.
    pub(super) worker_requests: RwSignal<u32>,
    /// What could not be kept as a file, and why.
    pub(super) not_kept: RwSignal<Option<String>>,
    /// Whether a check waits until every file has been looked at.
    pub(super) goes_on: StoredValue<bool>,
    /// Files that are a mapping or an agreement, and whether the instant had been set when they came.
    pub(super) tomls: StoredValue<Vec<(web_sys::File, bool)>, LocalStorage>,
    /// The program that opens and writes workbooks.
    pub(super) sheets: Sheets,
    program: StoredValue<Option<Program>, LocalStorage>,
    bridge: StoredValue<Option<Bridge>, LocalStorage>,
    is_up: StoredValue<bool>,
    pub(super) last_id: StoredValue<u32>,
}

impl Desk {
    /// An empty desk, with a sample's agreement on it.
    #[must_use]
    pub(super) fn new() -> Self {
        Self {
            screen: RwSignal::new(Screen::Gathering(None)),
            engine: RwSignal::new(Engine::Fetching),
            files: RwSignal::new_local(Vec::new()),
            choices: RwSignal::new(Vec::new()),
            memory: Memory::new(),
            agreement: RwSignal::new_local(Agreement {
                source: ContractSource::Sample(Sample::Attribution),
                view: None,
            }),
            as_of: RwSignal::new(String::new()),
            as_of_is_set: RwSignal::new(false),
            known: RwSignal::new(KnownTables::default()),
            ledger: Ledger::new(),
            unseen: RwSignal::new(0),
            tier: TierQuestion::new(),
            worker_requests: RwSignal::new(0),
            not_kept: RwSignal::new(None),
            goes_on: StoredValue::new(false),
            tomls: StoredValue::new_local(Vec::new()),
            sheets: Sheets::new(),
            program: StoredValue::new_local(None),
            bridge: StoredValue::new_local(None),
            is_up: StoredValue::new(false),
            last_id: StoredValue::new(0),
        }
    }

    /// The desk of this page.
    ///
    /// # Panics
    /// Outside of the page.
    #[must_use]
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// Fetches the programs and starts the engine's; calls back once nothing more is needed from the network.
    pub(super) async fn begin(self, seal: impl FnOnce()) {
        match (Program::fetch(ENGINE).await, Program::fetch(SHEETS).await) {
            (Ok(engine), Ok(sheets)) => {
                seal();
                self.program.set_value(Some(engine));
                self.sheets.load(sheets);
                self.restart();
            }
            (Err(why), _) | (_, Err(why)) => self.engine.set(Engine::Absent(why)),
        }
    }

    /// Ends the worker, whatever it is doing, and starts another with an empty memory.
    fn restart(self) {
        self.bridge.set_value(None);
        self.unseen.set(0);
        self.is_up.set_value(false);
        let start = |program: &Option<Program>| {
            program.as_ref().map(|program| Bridge::start(program, move |reply| self.hear(reply)))
        };
        match self.program.with_value(start).transpose() {
            Ok(bridge) => self.bridge.set_value(bridge),
            Err(why) => self.engine.set(Engine::Absent(why)),
        }
        self.ask(&Request::ReadContract(self.agreement.with_untracked(|agreement| agreement.source.clone())));
        self.ask(&Request::UseMapping(self.memory.source.get_untracked()));
        self.ask(&Request::Choose(self.choices.get_untracked()));
        self.look_again();
    }

    /// Asks the worker; before there is one, nothing is asked.
    pub(super) fn ask(self, request: &Request) {
        self.bridge.with_value(|bridge| {
            if let Some(bridge) = bridge {
                bridge.ask(request);
                if request.changes_what_is_seen() {
                    self.unseen.update(|unseen| *unseen += 1);
                }
            }
        });
    }

    fn hear(self, Reply { news, requests }: Reply) {
        self.worker_requests.set(requests);
        match news {
            News::Ready(tables) => {
                // Every worker knows the same tables; what hangs on them is not built again.
                if self.known.with_untracked(|known| known.is_empty()) {
                    self.known.set(known_tables::by_pilot(tables));
                }
                self.is_up.set_value(true);
                let is_first = self.engine.get_untracked() != Engine::Ready;
                self.engine.set(Engine::Ready);
                if let Some(sample) = sample_at_address().filter(|_| is_first) {
                    self.try_sample(sample);
                }
            }
            News::Looking { id, percent } => self.looking(id, percent),
            News::Seen(seen) => {
                self.unseen.update(|unseen| *unseen = unseen.saturating_sub(1));
                self.seen(seen);
            }
            News::Mapping(text) => self.memory.for_run.set(text),
            News::Remember(text) => self.memory.keep(text),
            News::TomlIsMapping { name, told } => self.map_by(name, told),
            News::TomlIsContract(file) => self.agree_by(file),
            News::Contract(view) => self.introduced(view),
            News::Progress(progress) => self.screen.update(|screen| {
                if let Screen::Working(shown) = screen {
                    *shown = progress;
                }
            }),
            News::Checked(verdict) => {
                self.ledger.begin(verdict.findings);
                self.tier.begin();
                self.screen.set(Screen::Told(Arc::new(*verdict)));
            }
            News::NotRun(why) => self.screen.set(Screen::Gathering(Some(Notice::Refused(why)))),
            News::Window { ask, total, from, rows } => self.ledger.fill(ask, total, from, rows),
            News::Opened(opened) => self.ledger.opened.set(Some(Arc::new(*opened))),
            News::Tier(answer) => self.tier.answer.set(Some(answer)),
            News::Exported { name, blob } => keep::offer(&name, &blob),
            News::Sheets { name, sheets } => self.write_book(name, &sheets),
            News::NotExported(why) => self.not_kept.set(Some(why)),
            News::Died(last_words) => self.mourn(last_words),
        }
    }

    /// What the worker was looking at is not shown to the next one, or it would die of the same.
    fn mourn(self, last_words: String) {
        if !self.is_up.get_value() {
            return self.engine.set(Engine::Absent(last_words));
        }
        self.give_up_looking(&last_words);
        self.restart();
        self.screen.set(Screen::Gathering(Some(Notice::Died(last_words))));
    }

    fn introduced(self, view: Result<ContractView, String>) {
        if let Ok(contract) = &view
            && !self.as_of_is_set.get_untracked()
        {
            self.as_of.set(contract.as_of.clone().unwrap_or_else(|| clock::now_within(contract)));
        }
        self.agreement.update(|agreement| agreement.view = Some(view));
    }

    /// Takes an agreement.
    pub(super) fn agree(self, source: ContractSource) {
        self.as_of_is_set.set(false);
        self.hold_against(source);
    }

    /// Takes an agreement without a change of the instant that somebody set for it.
    pub(super) fn hold_against(self, source: ContractSource) {
        self.agreement.set(Agreement { source: source.clone(), view: None });
        self.ask(&Request::ReadContract(source));
    }

    /// Runs a sample, which needs no file.
    pub(super) fn try_sample(self, sample: Sample) {
        self.run(&Request::TrySample(sample));
    }

    /// Runs the user's files, or says what is missing, or asks first what nobody confirmed.
    pub(super) fn check(self) {
        self.goes_on.set_value(false);
        if self.is_looking() {
            return self.goes_on.set_value(true);
        }
        if let Some(id) = self.next_to_ask() {
            return self.ask_for_columns(id, true);
        }
        let files: Vec<_> = self.files.with_untracked(|files| files.iter().filter_map(GivenFile::job).collect());
        if files.is_empty() {
            let why = "There is no table to check yet. Drop your files above, or try a sample pilot.".to_owned();
            return self.screen.set(Screen::Gathering(Some(Notice::Refused(why))));
        }
        let contract = self.agreement.with_untracked(|agreement| agreement.source.clone());
        self.run(&Request::Check(Job { files, contract, as_of: self.as_of.get_untracked() }));
    }

    fn run(self, request: &Request) {
        self.screen.set(Screen::Working(Progress::default()));
        self.not_kept.set(None);
        self.ask(request);
    }

    /// Ends a run.
    pub(super) fn cancel(self) {
        self.restart();
        self.screen.set(Screen::Gathering(Some(Notice::Cancelled)));
    }

    /// Goes back to the files; the run's memory is given back.
    pub(super) fn gather(self) {
        self.restart();
        self.screen.set(Screen::Gathering(None));
    }

    /// Asks for a file to keep.
    pub(super) fn export(self, wanted: Export) {
        self.not_kept.set(None);
        self.ask(&Request::Export(wanted));
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// The sample that the page's address asks for.
fn sample_at_address() -> Option<Sample> {
    match window().location().hash().ok()?.as_str() {
        "#sample" => Some(Sample::Attribution),
        "#sample-diversion" => Some(Sample::Diversion),
        _ => None,
    }
}
