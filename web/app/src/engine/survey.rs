//! The files on the table before a run: what each was taken for, with what was said. It proposes; the user confirms.

use tieout::mapping::{Choice, FileMapping, Proposal, TableChoice, propose_as};
use tieout::{Contract, Mapping};

use super::look::{ROWS, Sight};
use super::{dataset, said, seen};
use crate::protocol::{ChoiceView, Delivered, Given, MappingSource, News, Said, Sample, Sighting};

/// The files, and what is said about them.
#[derive(Debug, Default)]
pub(super) struct Survey {
    contract: Option<Contract>,
    mapping: Option<Mapping>,
    /// The text of the mapping, where it was given as a file and counts as it is.
    as_given: Option<String>,
    choices: Vec<TableChoice>,
    sights: Vec<Sight>,
    /// Whether the words of the files in payers' own formats were read since anything changed that they rest on.
    has_words: bool,
}

impl Survey {
    /// What a contract agrees on helps to tell what the words of a file mean.
    pub(super) fn agree(&mut self, contract: Contract) {
        self.contract = Some(contract);
        self.has_words = false;
    }

    /// Looks at files.
    pub(super) fn look(&mut self, given: Vec<Given>) {
        self.has_words = false;
        for given in given {
            let sight = Sight::of(given);
            match self.sights.iter_mut().find(|other| other.id == sight.id) {
                Some(other) => *other = sight,
                None => self.sights.push(sight),
            }
        }
    }

    /// Puts files aside.
    pub(super) fn put_aside(&mut self, ids: &[u32]) {
        self.sights.retain(|sight| !ids.contains(&sight.id));
        self.has_words = false;
    }

    /// Hears what somebody says about a file.
    pub(super) fn hear(&mut self, id: u32, by_hand: Option<&str>, draft: Option<Said>) {
        if let Some(sight) = self.sights.iter_mut().find(|sight| sight.id == id) {
            sight.file.dataset = by_hand.and_then(dataset);
            sight.draft = draft;
        }
    }

    /// Reads by a mapping from here on. One that cannot be read is as none: it was refused when it was given.
    pub(super) fn use_mapping(&mut self, source: Option<MappingSource>) {
        let (text, as_given) = match source {
            Some(MappingSource::File(_, text)) => (Some(text.clone()), Some(text)),
            Some(MappingSource::Remembered(text)) => (Some(text), None),
            None => (None, None),
        };
        self.mapping = text.and_then(|text| Mapping::parse(text.as_bytes()).ok());
        self.as_given = as_given;
    }

    /// Hears which of several files of a table count.
    pub(super) fn choose(&mut self, choices: Vec<(String, ChoiceView)>) {
        let choice = |(name, choice): (String, ChoiceView)| {
            let files = match choice {
                ChoiceView::Join => Choice::Join,
                ChoiceView::Last => Choice::Last,
                ChoiceView::Only(name) => Choice::Only(vec![name]),
            };
            Some(TableChoice { dataset: dataset(&name)?, files })
        };
        self.choices = choices.into_iter().filter_map(choice).collect();
    }

    /// Takes what is shown of a file for right. The answer is the whole mapping, to be remembered.
    pub(super) fn confirm(&mut self, id: u32) -> Option<News> {
        let seen = self.seen().into_iter().find(|(of, _)| *of == id)?.1.into_seen()?;
        let mut confirmed = seen::confirmed(&seen)?;
        let sight = self.sights.iter_mut().find(|sight| sight.id == id)?;
        sight.draft = None;
        if sight.is_delivered() {
            confirmed.be_of_payers();
        } else {
            let told = tieout::recognize(sight.own_name(), &sight.file.bytes);
            confirmed.instead_of = told.filter(|&told| told != confirmed.dataset);
        }
        let part = sight.file.part.as_deref();
        let names = |file: &FileMapping| file.fits(&seen.headers, part, Some(confirmed.dataset));
        let weight = names(&confirmed);
        let mut files = self.mapping.as_ref().map(|mapping| mapping.files().to_vec()).unwrap_or_default();
        // Of two that are meant for a file, that with more names wins: the one that was just confirmed must.
        files.retain(|file| names(file).is_none() || names(file) < weight);
        files.push(confirmed);
        let tables = self.mapping.as_ref().map(|mapping| mapping.tables().to_vec()).unwrap_or_default();
        let mapping = Mapping::of(files, tables);
        let text = mapping.to_toml();
        self.mapping = Some(mapping);
        self.as_given = None;
        Some(News::Remember(text))
    }

    /// What is told of all files after anything has changed.
    pub(super) fn news(&mut self) -> [News; 2] {
        [News::Seen(self.seen()), News::Mapping(self.for_run())]
    }

    /// Every file as it is seen. They are looked at together, since their ids are the same people's.
    fn seen(&mut self) -> Vec<(u32, Sighting)> {
        let parts: Vec<_> =
            self.sights.iter().filter(|sight| sight.file.part.is_some()).map(|sight| sight.file.name.clone()).collect();
        for sight in &mut self.sights {
            sight.be_only_part(parts.iter().filter(|name| **name == sight.file.name).count() == 1);
        }
        self.see_words();
        let contract = self.contract.get_or_insert_with(contract_of_sample);
        let mapping = self.mapping.as_ref();
        let said: Vec<_> = self.sights.iter().map(|sight| seen::said_of(sight, mapping)).collect();
        let mut samples = Vec::with_capacity(said.len());
        let mut told = Vec::with_capacity(said.len());
        for (sight, said) in self.sights.iter_mut().zip(&said) {
            told.push(sight.sample_as(said::form(&said.form)).map(|sample| {
                samples.push(sample);
                samples.len() - 1
            }));
        }
        let readable = || told.iter().zip(&said).filter(|(told, _)| told.is_ok()).map(|(_, said)| said);
        let bare: Vec<_> = readable().map(seen::headers_only).collect();
        let proposals = propose_as(&samples, &bare.iter().map(Option::as_ref).collect::<Vec<_>>(), contract);
        let view = |sight: &mut Sight, said: Said, place: usize, proposal: &Proposal| {
            let is_whole = sight.is_whole;
            let is_mapped = mapping.is_some_and(|mapping| seen::entry(sight, mapping).is_some());
            let looked = sight.seen_as(said::form(&said.form))?;
            Ok::<_, String>(seen::view(looked, &samples[place], proposal, said, is_whole, is_mapped))
        };
        let views = self.sights.iter_mut().zip(told).zip(said).map(|((sight, told), said)| {
            let seen = told.and_then(|place| view(sight, said, place, &proposals[place]));
            let sighting = match (&sight.other, seen) {
                (Some(Sighting::Delivered(delivered)), seen) => {
                    let words = seen.ok().and_then(seen::words_only).map(Box::new);
                    Sighting::Delivered(Delivered { words, ..delivered.clone() })
                }
                (Some(other), _) => other.clone(),
                (None, Ok(seen)) => Sighting::Table(Box::new(seen)),
                (None, Err(why)) => Sighting::Unseen(sight.unseen(why)),
            };
            (sight.id, sighting)
        });
        views.collect()
    }

    /// Looks at the words of the files in payers' own formats, which are read together: one says what another means.
    fn see_words(&mut self) {
        if std::mem::replace(&mut self.has_words, true) {
            return;
        }
        let contract = self.contract.get_or_insert_with(contract_of_sample);
        let files: Vec<_> = self.sights.iter().filter(|sight| sight.is_delivered()).map(|sight| &sight.file).collect();
        let mut samples = tieout::sample_delivered(&files, contract, ROWS);
        let delivered = self.sights.iter_mut().filter(|sight| sight.is_delivered());
        for (place, sight) in delivered.enumerate() {
            let own = samples.iter().position(|(of, _)| *of == place);
            sight.be_seen_as(own.map(|own| samples.swap_remove(own).1));
        }
    }

    /// The mapping that a run of these files is read with: as it was given, else what is meant for them.
    pub(super) fn for_run(&self) -> Option<String> {
        if self.choices.is_empty() && self.as_given.is_some() {
            return self.as_given.clone();
        }
        let entries = self.mapping.as_ref().map(Mapping::files).unwrap_or_default();
        let meant = |entry: &&FileMapping| {
            self.as_given.is_some()
                || self.sights.iter().any(|sight| {
                    self.mapping.as_ref().and_then(|mapping| seen::entry(sight, mapping)).is_some_and(|of| of == *entry)
                })
        };
        let files: Vec<_> = entries.iter().filter(meant).cloned().collect();
        let is_chosen = |table: &TableChoice| self.choices.iter().any(|choice| choice.dataset == table.dataset);
        let said = self.mapping.as_ref().filter(|_| self.as_given.is_some()).map(Mapping::tables).unwrap_or_default();
        let tables: Vec<_> = said.iter().filter(|table| !is_chosen(table)).chain(&self.choices).cloned().collect();
        (!files.is_empty() || !tables.is_empty()).then(|| Mapping::of(files, tables).to_toml())
    }
}

/// What stands in for a contract that cannot be read: the files can be looked at all the same.
fn contract_of_sample() -> Contract {
    Contract::parse(Sample::Attribution.contract()).expect("the sample's contract is tested")
}
