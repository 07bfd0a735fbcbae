//! A file as it is seen before a run: its first rows, and of the rest only whether it is the same sort of text.

use tieout::intake::Room;
use tieout::intake::text::Looked;
use tieout::mapping::{Encoding, Form, Quote, Sample};
use tieout::{Digest, File};

use super::{dataset, reading, tell};
use crate::protocol::{Delivered, Given, News, Said, Sighting, Unseen};

/// How much of a file is read to see what it is.
const HEAD_BYTES: usize = 1 << 20;
/// How much of one in a payer's own format is read to see its words: some formats say nothing before their end.
const DELIVERED_BYTES: usize = 16 << 20;
/// How many of its rows are looked at.
pub(super) const ROWS: usize = 5_000;

/// How archives, workbooks among them, and the workbooks of old begin.
const PACKED: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"];

/// One of the user's files, looked at.
#[derive(Debug)]
pub(super) struct Sight {
    /// The page's number for it.
    pub(super) id: u32,
    /// Its name and its first bytes, which end with a whole line.
    pub(super) file: File,
    /// What somebody says about it and has not confirmed.
    pub(super) draft: Option<Said>,
    /// What its rest says of its encoding, where its beginning would tell another.
    encoding: Option<Encoding>,
    /// Whether its first bytes are all of it.
    pub(super) is_whole: bool,
    /// Whether the file's name tells what this part is.
    bears_files_name: bool,
    /// Whether its bytes cannot be had.
    is_gone: bool,
    /// What it is where it is no table: a file in a payer's own format, a workbook or an archive.
    pub(super) other: Option<Sighting>,
    /// Of a file in a payer's own format, the rows in which the payer's own words stand.
    words: Option<Sample>,
    /// What was seen, and the form in which it was.
    seen: (Form, Result<Looked, String>),
}

impl Sight {
    /// Looks at a file.
    pub(super) fn of(given: Given) -> Self {
        let Given { id, file: handle, part, dataset: by_hand, draft } = given;
        let name = handle.name();
        let dataset = by_hand.as_deref().and_then(dataset);
        let part = part.map(|part| part.name);
        let file = |bytes: Vec<u8>| File { dataset, part: part.clone(), ..File::new(name.clone(), bytes) };
        let nothing = |why| Self {
            id,
            file: file(Vec::new()),
            draft: None,
            encoding: None,
            is_whole: true,
            bears_files_name: false,
            // A run says the same of a file that is too large; one that cannot be had is left out of it.
            is_gone: Room::EMPTY.holds(&name, handle.size() as u64).is_ok(),
            other: None,
            words: None,
            seen: (Form::default(), Err(why)),
        };
        match read(id, &handle) {
            Ok((head, encoding, is_whole)) => {
                let form = Form { encoding, ..Form::default() };
                let mut file = file(head);
                let other = other(&mut file, &handle).transpose();
                let seen = match other {
                    Some(_) => Err(String::new()),
                    None => tieout::intake::look(file.bytes.clone(), form, ROWS),
                };
                let seen = (form, seen);
                let unseen = |why| Sighting::Unseen(Unseen { why, dataset: None, is_gone: true });
                let other = other.map(|other| other.unwrap_or_else(unseen));
                let (bears_files_name, is_gone, words) = (false, false, None);
                Self { id, file, draft, encoding, is_whole, bears_files_name, is_gone, other, words, seen }
            }
            Err(why) => nothing(why),
        }
    }

    /// The name that tells what it is: of a part its own, unless it is the only one and its own tells nothing.
    pub(super) fn own_name(&self) -> &str {
        self.file.part.as_ref().filter(|_| !self.bears_files_name).unwrap_or(&self.file.name)
    }

    /// Says whether it is the only part of its file.
    pub(super) fn be_only_part(&mut self, is_only: bool) {
        let tells = |part: &String| tieout::recognize(part, &self.file.bytes).is_some();
        self.bears_files_name = is_only && self.file.part.as_ref().is_some_and(|part| !tells(part));
    }

    /// What is seen in a form; what is left out of it is told by looking.
    pub(super) fn seen_as(&mut self, form: Form) -> Result<&Looked, String> {
        let form = Form { encoding: form.encoding.or(self.encoding), ..form };
        if self.seen.0 != form && self.other.is_none() && !self.file.bytes.is_empty() {
            self.seen = (form, tieout::intake::look(self.file.bytes.clone(), form, ROWS));
        }
        self.seen.1.as_ref().map_err(Clone::clone)
    }
}

impl Sight {
    /// The rows that are looked at in a form, from which is proposed what they mean.
    pub(super) fn sample_as(&mut self, form: Form) -> Result<Sample, String> {
        if self.is_delivered() {
            return self.words.clone().ok_or_else(String::new);
        }
        let Looked { headers, rows, .. } = self.seen_as(form)?.clone();
        let (file, part, dataset) = (self.own_name().to_owned(), self.file.part.clone(), self.file.dataset);
        Ok(Sample { file, part, dataset, format: None, headers, rows })
    }

    /// Whether it is in a payer's own format.
    pub(super) const fn is_delivered(&self) -> bool {
        matches!(self.other, Some(Sighting::Delivered(_)))
    }

    /// Takes the rows in which a payer's own words stand for what is seen of it.
    pub(super) fn be_seen_as(&mut self, sample: Option<Sample>) {
        let looked = |sample: &Sample| Looked {
            encoding: Encoding::Utf8,
            delimiter: ',',
            quote: Quote::Doubled,
            header_line: 0,
            headers: sample.headers.clone(),
            rows: sample.rows.clone(),
            top: Vec::new(),
            notes: Vec::new(),
        };
        self.seen.1 = sample.as_ref().map(looked).ok_or_else(String::new);
        self.words = sample;
    }

    /// Why the file is not seen. A file without a beginning is empty, or cannot be had.
    pub(super) fn unseen(&self, why: String) -> Unseen {
        let dataset = self.file.dataset.or_else(|| tieout::recognize(self.own_name(), &[]));
        Unseen { why, dataset: dataset.map(|dataset| dataset.name().to_owned()), is_gone: self.is_gone }
    }
}

/// What a file is that is no table. Of its bytes those stay that are looked at further.
fn other(file: &mut File, handle: &web_sys::File) -> Result<Option<Sighting>, String> {
    if file.part.is_none() && PACKED.iter().any(|start| file.bytes.starts_with(start)) {
        let mut all = Vec::new();
        reading::read_into(&mut all, handle, handle.size() as usize, |_| {})?;
        file.bytes = Vec::new();
        return Ok(Some(Sighting::Packed(Digest::of(&all).bytes())));
    }
    let Some(format) = tieout::intake::delivered_as(file) else { return Ok(None) };
    let size = (handle.size() as usize).min(DELIVERED_BYTES);
    if size > file.bytes.len() {
        reading::read_into(&mut file.bytes, handle, size, |_| {})?;
    }
    Ok(Some(Sighting::Delivered(Delivered { format: format.to_owned(), words: None })))
}

/// A file's beginning; the encoding, where the rest of it tells another; and whether that is all.
fn read(id: u32, handle: &web_sys::File) -> Result<(Vec<u8>, Option<Encoding>, bool), String> {
    Room::EMPTY.holds(&handle.name(), handle.size() as u64)?;
    let size = handle.size() as usize;
    let mut head = Vec::new();
    reading::read_into(&mut head, handle, HEAD_BYTES.min(size), |_| {})?;
    if head.len() == size {
        return Ok((head, None, true));
    }
    head.truncate(whole_lines(&head));
    let is_in_doubt = |encoding| matches!(encoding, Encoding::Utf8 | Encoding::Windows1252);
    let progress = |done: usize| tell(News::Looking { id, percent: (done as u64 * 100 / size as u64) as u32 });
    let told = tieout::intake::look(head.clone(), Form::default(), 1).map(|looked| looked.encoding);
    if !told.is_ok_and(is_in_doubt) || reading::is_utf8(handle, progress)? {
        return Ok((head, None, false));
    }
    let mut all = Vec::new();
    reading::read_into(&mut all, handle, size, progress)?;
    let encoding = tieout::intake::look(all, Form::default(), 1)?.encoding;
    Ok((head, Some(encoding), false))
}

/// Where the last whole line ends. In UTF-16 with the low byte first, a zero follows the line break.
fn whole_lines(head: &[u8]) -> usize {
    match head.iter().rposition(|&byte| byte == b'\n').map(|place| place + 1) {
        Some(end) if head.get(end) == Some(&0) => end + 1,
        Some(end) => end,
        None => head.len() & !1,
    }
}
