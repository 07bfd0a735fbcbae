//! The files that the user gave, each with what the worker saw of it and what the user says. It holds handles, no bytes.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use super::desk::{Agreement, Asked, Desk, Screen};
use super::sheets::Opening;
use crate::protocol::{
    ChoiceView, ContractSource, Delivered, FormView, Given, JobFile, Part, Request, Said, Sample, Seen, Sighting,
    Unseen,
};

/// One of the user's files, or a part of one.
#[derive(Debug, Clone)]
pub(super) struct GivenFile {
    /// Its number on this page.
    pub(super) id: u32,
    /// The file's handle.
    pub(super) file: web_sys::File,
    /// The sheet or member that it is.
    pub(super) part: Option<Part>,
    /// The table that it was set to by hand.
    pub(super) by_hand: Option<String>,
    /// What the user says about it and has not confirmed.
    pub(super) draft: Option<Said>,
    /// What it was taken for.
    pub(super) told: Told,
    /// Whether a check has asked for its columns already.
    was_asked: bool,
}

/// What a file was taken for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Told {
    /// The worker is looking, and has come so many parts of a hundred.
    Looking(u32),
    /// It is a workbook or an archive of this digest, and has been opened so far.
    Packed([u8; 32], Opening),
    /// The worker has seen it.
    Seen(Arc<Seen>),
    /// It is in a payer's own format, of this name, and has words that want a meaning.
    Delivered(String, Option<Arc<Seen>>),
    /// It cannot be read.
    Unseen(Unseen),
}

impl Told {
    /// The table's name.
    #[must_use]
    pub(super) fn dataset(&self) -> Option<&str> {
        match self {
            Self::Looking(_) | Self::Packed(..) | Self::Delivered(..) => None,
            Self::Seen(seen) => seen.dataset.as_deref(),
            Self::Unseen(unseen) => unseen.dataset.as_deref(),
        }
    }

    /// What a mapping can say something about.
    #[must_use]
    pub(super) const fn seen(&self) -> Option<&Arc<Seen>> {
        match self {
            Self::Seen(seen) | Self::Delivered(_, Some(seen)) => Some(seen),
            Self::Looking(_) | Self::Packed(..) | Self::Delivered(_, None) | Self::Unseen(_) => None,
        }
    }
}

impl GivenFile {
    /// The file's name and, of a part, the part's.
    #[must_use]
    pub(super) fn name(&self) -> String {
        let name = self.file.name();
        self.part.as_ref().map_or_else(|| name.clone(), |part| format!("{name} · {}", part.name))
    }

    /// What a mapping calls it.
    #[must_use]
    pub(super) fn label(&self) -> String {
        let name = self.file.name();
        self.part.as_ref().map_or_else(|| name.clone(), |part| format!("{name}#{}", part.name))
    }

    /// Whether it is a workbook's sheet, whose cells nobody parts or quotes.
    #[must_use]
    pub(super) fn is_sheet(&self) -> bool {
        let name = self.file.name().to_lowercase();
        self.part.is_some() && [".xlsx", ".xlsm", ".xls", ".ods"].iter().any(|ending| name.ends_with(ending))
    }

    /// Whether the worker is still looking at it.
    #[must_use]
    pub(super) const fn is_looked_at(&self) -> bool {
        matches!(self.told, Told::Looking(_) | Told::Packed(..))
    }

    /// The file for a run; none where its bytes cannot be had.
    #[must_use]
    pub(super) fn job(&self) -> Option<JobFile> {
        let is_gone = matches!(&self.told, Told::Unseen(unseen) if unseen.is_gone);
        let (file, part, dataset) = (self.file.clone(), self.part.clone(), self.by_hand.clone());
        (!is_gone).then_some(JobFile { file, dataset, part })
    }

    fn given(&self) -> Given {
        let (file, part) = (self.file.clone(), self.part.clone());
        Given { id: self.id, file, part, dataset: self.by_hand.clone(), draft: self.draft.clone() }
    }

    fn must_ask(&self) -> bool {
        !self.was_asked && self.told.seen().is_some_and(|seen| seen.must_ask())
    }
}

impl Desk {
    /// Takes files: a TOML file is a mapping or the agreement, any other holds tables. One of a name that is there
    /// already replaces it.
    pub(super) fn give(self, given: Vec<web_sys::File>) {
        if !matches!(self.screen.get_untracked(), Screen::Gathering(_)) {
            self.gather();
        }
        self.screen.set(Screen::Gathering(None));
        let mut new = Vec::new();
        for file in given {
            if is_toml(&file.name()) {
                self.tomls.update_value(|tomls| tomls.push((file.clone(), self.as_of_is_set.get_untracked())));
                self.as_of_is_set.set(false);
                self.ask(&Request::ReadToml(file));
            } else {
                new.push(self.place(file, None));
            }
        }
        self.ask(&Request::Look(new));
    }

    /// Puts a file on the desk.
    pub(super) fn place(self, file: web_sys::File, part: Option<Part>) -> Given {
        let id = self.last_id.with_value(|last| last + 1);
        self.last_id.set_value(id);
        let (by_hand, draft, told) = (None, None, Told::Looking(0));
        let given = GivenFile { id, file, part, by_hand, draft, told, was_asked: false };
        let is_same = |other: &GivenFile| {
            let part = |given: &GivenFile| given.part.as_ref().map(|part| part.name.clone());
            other.file.name() == given.file.name() && (given.part.is_none() || part(other) == part(&given))
        };
        let replaced = self.files.with_untracked(|files| {
            files.iter().filter(|other| is_same(other)).map(|other| other.id).collect::<Vec<_>>()
        });
        if !replaced.is_empty() {
            self.put_aside(&replaced);
        }
        let asked = given.given();
        self.files.update(|files| files.push(given));
        asked
    }

    /// Has the worker look at everything, in the order in which it was given: it is new, and knows nothing.
    pub(super) fn look_again(self) {
        self.tomls.with_value(|tomls| tomls.iter().for_each(|(file, _)| self.ask(&Request::ReadToml(file.clone()))));
        let is_there = |given: &&GivenFile| !matches!(&given.told, Told::Unseen(unseen) if unseen.is_gone);
        let given = self.files.with_untracked(|files| files.iter().filter(is_there).map(GivenFile::given).collect());
        self.ask(&Request::Look(given));
    }

    /// What the worker was looking at when it died is not shown to the next one, or it would die of the same.
    pub(super) fn give_up_looking(self, last_words: &str) {
        self.files.update(|files| {
            for given in files.iter_mut().filter(|given| given.is_looked_at()) {
                let why = format!("The page could not look at it. It said: {last_words}");
                given.told = Told::Unseen(Unseen { why, dataset: None, is_gone: true });
            }
        });
    }

    /// The worker has come some way.
    pub(super) fn looking(self, id: u32, percent: u32) {
        self.with_file(id, |given| {
            if given.is_looked_at() {
                given.told = Told::Looking(percent);
            }
        });
    }

    /// The worker has seen the files.
    pub(super) fn seen(self, seen: Vec<(u32, Sighting)>) {
        self.files.update(|files| {
            for (id, seen) in seen {
                if let Some(given) = files.iter_mut().find(|given| given.id == id) {
                    given.told = match seen {
                        Sighting::Table(seen) => Told::Seen(Arc::from(seen)),
                        Sighting::Delivered(Delivered { format, words }) => {
                            Told::Delivered(format, words.map(Arc::from))
                        }
                        // It is opened once; what could not be opened stays so.
                        Sighting::Packed(_) if matches!(given.told, Told::Unseen(_) | Told::Packed(..)) => continue,
                        Sighting::Packed(digest) => Told::Packed(digest, Opening::default()),
                        Sighting::Unseen(unseen) => Told::Unseen(unseen),
                    };
                }
            }
        });
        self.unpack_next();
        let sample = self.agreement.with_untracked(|agreement| agreement.source.sample());
        if sample.is_some_and(|sample| sample != self.fitting_sample()) {
            self.hold_against(ContractSource::Sample(self.fitting_sample()));
        }
        self.go_on();
    }

    /// Goes on with a check that waited until every file had been looked at.
    pub(super) fn go_on(self) {
        if self.goes_on.get_value() && !self.is_looking() {
            self.check();
        }
    }

    /// Whether some file has not been told apart yet.
    pub(super) fn is_looking(self) -> bool {
        let is_waiting = self.tomls.with_value(|tomls| !tomls.is_empty());
        is_waiting || self.files.with_untracked(|files| files.iter().any(GivenFile::is_looked_at))
    }

    /// Says by hand which table a file is; an empty name lets the file speak for itself again.
    pub(super) fn say_table(self, id: u32, dataset: &str) {
        self.with_file(id, |given| {
            given.by_hand = (!dataset.is_empty()).then(|| dataset.to_owned());
            // What was said about columns was said about those of another table.
            let form = given.draft.take().map(|said| said.form);
            given.draft = form.filter(|form| *form != FormView::default()).map(|form| Said { form, ..Said::default() });
        });
        self.say(id);
    }

    /// Says something about a file, on top of what is said already.
    pub(super) fn say_more(self, id: u32, change: impl FnOnce(&mut Said)) {
        self.with_file(id, |given| {
            let Some(seen) = given.told.seen() else { return };
            let mut said = given.draft.clone().unwrap_or_else(|| seen.said.clone());
            change(&mut said);
            given.draft = Some(said);
        });
        self.say(id);
    }

    /// Takes back what was said about a file and not confirmed.
    pub(super) fn unsay(self, id: u32) {
        self.with_file(id, |given| (given.draft, given.by_hand) = (None, None));
        self.say(id);
    }

    fn say(self, id: u32) {
        let said = self.file(id).map(|given| (given.by_hand, given.draft));
        if let Some((dataset, draft)) = said {
            self.ask(&Request::Say { id, dataset, draft });
        }
    }

    /// Takes what is shown of a file for right.
    pub(super) fn confirm(self, id: u32) {
        self.with_file(id, |given| given.draft = None);
        self.ask(&Request::Confirm { id });
    }

    /// Goes back to the files; what was said about one is kept, and counts once it is confirmed.
    pub(super) fn back_to_files(self) {
        self.goes_on.set_value(false);
        self.screen.set(Screen::Gathering(None));
    }

    /// The first file whose columns have to be asked for before a check, from now on asked for.
    pub(super) fn next_to_ask(self) -> Option<u32> {
        self.files.with_untracked(|files| files.iter().find(|given| given.must_ask()).map(|given| given.id))
    }

    /// Shows the columns of a file.
    pub(super) fn ask_for_columns(self, id: u32, before_check: bool) {
        self.with_file(id, |given| given.was_asked = true);
        self.screen.set(Screen::Mapping(Asked { id, before_check }));
    }

    /// Chooses which of several files of a table count.
    pub(super) fn choose(self, dataset: String, choice: Option<ChoiceView>) {
        self.choices.update(|choices| {
            choices.retain(|(of, _)| *of != dataset);
            choices.extend(choice.map(|choice| (dataset, choice)));
        });
        self.ask(&Request::Choose(self.choices.get_untracked()));
    }

    /// A TOML file was a mapping: the instant is as it was.
    pub(super) fn map_by(self, name: String, told: Result<String, String>) {
        if self.taken(&name) {
            self.as_of_is_set.set(true);
        }
        match told {
            Ok(text) => {
                self.memory.faults.set(None);
                self.memory.take(name, text);
                self.follow_memory();
            }
            Err(faults) => {
                self.goes_on.set_value(false);
                self.memory.faults.set(Some((name, faults)));
            }
        }
    }

    /// A TOML file was no mapping.
    pub(super) fn agree_by(self, file: web_sys::File) {
        self.taken(&file.name());
        self.hold_against(ContractSource::File(file));
    }

    /// Takes a TOML file from those that wait, and says whether the instant had been set when it came.
    fn taken(self, name: &str) -> bool {
        let mut was_set = false;
        self.tomls.update_value(|tomls| {
            tomls.retain(|(file, is_set)| {
                was_set |= file.name() == name && *is_set;
                file.name() != name
            });
        });
        was_set
    }

    /// The mapping is another: the files are read by it.
    pub(super) fn follow_memory(self) {
        self.ask(&Request::UseMapping(self.memory.source.get_untracked()));
    }

    /// The sample whose agreement fits most of the files, by the pilots that their tables belong to; where none tells, the one
    /// that is on the desk.
    pub(super) fn fitting_sample(self) -> Sample {
        let pilot_of = |name: &str| {
            self.known.with_untracked(|known| {
                let mut tables = known.iter().flat_map(|(_, tables)| tables);
                tables.find(|table| table.name == name).and_then(|table| table.sample)
            })
        };
        let of = |pilot: Sample| {
            self.files.with_untracked(|files| {
                let tables = files.iter().filter_map(|given| given.told.dataset());
                tables.filter(|name| pilot_of(name) == Some(pilot)).count()
            })
        };
        match of(Sample::Diversion).cmp(&of(Sample::Attribution)) {
            Ordering::Greater => Sample::Diversion,
            Ordering::Less => Sample::Attribution,
            Ordering::Equal => self.agreement.with_untracked(Agreement::sample),
        }
    }

    /// Puts files aside; one that is being opened is opened no further.
    pub(super) fn put_aside(self, ids: &[u32]) {
        self.sheets.stop_opening(ids);
        self.files.update(|files| files.retain(|given| !ids.contains(&given.id)));
        self.ask(&Request::PutAside(ids.to_vec()));
    }

    /// The file of this number.
    pub(super) fn file(self, id: u32) -> Option<GivenFile> {
        self.files.with_untracked(|files| files.iter().find(|given| given.id == id).cloned())
    }

    pub(super) fn with_file(self, id: u32, change: impl FnOnce(&mut GivenFile)) {
        self.files.update(|files| {
            if let Some(given) = files.iter_mut().find(|given| given.id == id) {
                change(given);
            }
        });
    }
}

fn is_toml(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("toml"))
}
