//! What payers send in their own formats, as rows of the tables that it can fill; never by guessing between two formats.
//!
//! A format is told by looking at the bytes. Its files are read together, because one says what another means:
//! who replaced whom, what was paid for a claim, which list governs. What was understood is told in a note on
//! each file, and so is what was not; no bytes whatever make it fail.

mod day;
mod rows;
mod stamp;
mod terms;
mod told;
mod assignment;
mod cclf;
mod fhir;
mod x12;

use crate::dataset::Dataset;
use crate::note::Note;

use rows::Rows;

pub(crate) use rows::OWN_WORDS;
pub use terms::{Terms, said_of_payers};

/// A file as it was given, or one member of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    /// The file's name.
    pub(crate) name: &'a str,
    /// The member's, where it is one.
    pub(crate) member: Option<&'a str>,
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
}

impl<'a> Source<'a> {
    /// The name that says most about these bytes, without a path.
    fn own_name(self) -> &'a str {
        let name = self.member.unwrap_or(self.name);
        name.rsplit(['/', '\\']).next().unwrap_or(name)
    }

    /// The bytes as text. What is not UTF-8 stands in no column that is read, and is replaced.
    fn text(self) -> std::borrow::Cow<'a, str> {
        String::from_utf8_lossy(self.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(self.bytes))
    }
}

/// What one file gives to one table, or what it is where it gives nothing to any.
#[derive(Debug)]
pub(crate) struct Part {
    /// Which of the sources it comes from.
    pub(crate) source: usize,
    /// What the source is, as its format's own people call it.
    pub(crate) what: String,
    /// The table; none where the source fills none of this kind of pilot.
    pub(crate) dataset: Option<Dataset>,
    /// The columns of the text.
    pub(crate) columns: &'static [&'static str],
    /// Comma-delimited records without a header. The n-th stands for the source's n-th line, and is blank where that fills no row.
    pub(crate) text: String,
    /// What was understood, and what was not.
    pub(crate) notes: Vec<Note>,
}

impl Part {
    /// A source that gives rows to a table; one that has none to give is no list that happens to be empty.
    fn of(source: usize, what: impl Into<String>, rows: Rows, notes: Vec<Note>) -> Self {
        if rows.len() == 0 {
            return Self::without_rows(source, what, notes);
        }
        let (dataset, columns) = (Some(rows.dataset()), rows.columns());
        Self { source, what: what.into(), dataset, columns, text: rows.into_text(), notes }
    }

    /// A source that was understood and gives no row.
    fn without_rows(source: usize, what: impl Into<String>, notes: Vec<Note>) -> Self {
        Self { source, what: what.into(), dataset: None, columns: &[], text: String::new(), notes }
    }
}

/// The families of formats, each of which is read together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// Medicare's claim and claim line feed.
    Cclf,
    /// Medicare's assignment list reports.
    Assignment,
    /// The transactions of X12.
    X12,
    /// Resources of FHIR R4.
    Fhir,
}

impl Family {
    const ALL: [Self; 4] = [Self::Cclf, Self::Assignment, Self::X12, Self::Fhir];

    /// What people call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Cclf => "Medicare's claim and claim line feed (CCLF)",
            Self::Assignment => "Medicare's assignment list report",
            Self::X12 => "X12",
            Self::Fhir => "FHIR",
        }
    }

    /// The family of a source, as its first bytes say.
    pub(crate) fn of(source: Source<'_>) -> Option<Self> {
        Self::ALL.into_iter().find(|family| match family {
            Self::Cclf => cclf::File::of(source).is_some(),
            Self::Assignment => assignment::Report::of(source).is_some(),
            Self::X12 => x12::is_interchange(source),
            Self::Fhir => fhir::is_resource(source),
        })
    }
}

/// Reads all sources of the payers' formats. Each source, by its place, is told of in at least one part.
pub(crate) fn read(sources: &[(Family, Source<'_>)], terms: &Terms) -> Vec<Part> {
    Family::ALL
        .into_iter()
        .flat_map(|family| {
            let own = sources.iter().enumerate().filter(|(_, (of, _))| *of == family);
            let own: Vec<_> = own.map(|(at, &(_, source))| (at, source)).collect();
            match family {
                _ if own.is_empty() => Vec::new(),
                Family::Cclf => cclf::read(&own, terms),
                Family::Assignment => assignment::read(&own, terms),
                Family::X12 => x12::read(&own, terms),
                Family::Fhir => fhir::read(&own, terms),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Contract;

    /// The claims that some files give: of a run only their sums are left.
    #[track_caller]
    fn claims(files: &[&[u8]], expected: &[&str]) {
        let contract = include_bytes!("../../../tests/cases/intake/payer-claims/contract.toml");
        let terms = Terms::of(&Contract::parse(contract).unwrap(), None);
        let source = |&bytes| Source { name: "", member: None, bytes };
        let sources: Vec<_> = files.iter().map(source).map(|source| (Family::of(source).unwrap(), source)).collect();
        let parts = read(&sources, &terms);
        let part = parts.iter().find(|part| part.dataset == Some(Dataset::Claims)).unwrap();
        assert_eq!(part.text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_remittance_takes_from_its_claim_what_it_lacks() {
        let asked = include_bytes!("../../../tests/cases/intake/payer-claims/claims.837");
        let paid = include_bytes!("../../../tests/cases/intake/payer-claims/remittance.835");
        let rest = ["LHP1/2,M001,2026-02-10,2026-03-05,-400", "LHP1/3,M001,2026-02-10,2026-03-05,350"];
        let [first, second] = ["LHP1,M001,2026-02-10,2026-03-05,400", "LHP2,M002,2026-02-12,2026-03-05,300"];
        claims(&[asked, paid], &[first, second, rest[0], rest[1]]);
        claims(&[paid], &[first, "LHP2,,,2026-03-05,300", rest[0], rest[1]]);
    }

    #[test]
    fn an_explanation_names_its_patient_as_a_payer_would() {
        let people = include_bytes!("../../../tests/cases/intake/payer-list/people.json");
        let paid = include_bytes!("../../../tests/cases/intake/payer-list/explanations.ndjson");
        let first = "CL-1,1EG4TE5MK01,2026-02-03,2026-02-20,120.5";
        claims(&[people, paid], &[first, "e2,M002,2026-02-05,2026-02-21,80", "e5,9,2026-02-03,2026-02-20,10"]);
    }
}
