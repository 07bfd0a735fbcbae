//! Figures laid out as a sheet that a person reads from top to bottom; none is computed and none is left out.

use super::glossary::{self, HEADLINES};
use super::number::{Unit, written};
use crate::protocol::{Figure, FigureValue};

/// A wider table is harder to read than a list.
const WIDEST: usize = 8;
/// A text of more words is a sentence, and needs a line of its own.
const WORDS: usize = 3;

/// Lines, and then whatever needs a heading of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) lines: Vec<Line>,
    pub(super) parts: Vec<Part>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) label: String,
    pub(super) text: String,
    /// What it follows from.
    pub(super) how: &'static str,
    pub(super) is_sentence: bool,
}

/// What needs a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) title: String,
    pub(super) body: Body,
}

/// What can stand under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Body {
    /// Lines.
    Sheet(Sheet),
    /// Groups of one shape.
    Table(Table),
    /// Groups of several shapes: the figures that matter most side by side, then each as a sheet.
    Series(Table, Vec<(String, Sheet)>),
}

/// Rows of figures under common heads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// What is in each row.
    pub(super) corner: &'static str,
    pub(super) heads: Vec<Head>,
    /// The rows.
    pub(super) rows: Vec<Row>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) label: String,
    /// What the eye takes from the table's title.
    pub(super) unit: &'static str,
    /// What it follows from.
    pub(super) how: &'static str,
}

/// One row of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Whose figures these are, as the report has it.
    pub(super) name: String,
    pub(super) label: String,
    pub(super) cells: Vec<String>,
}

impl Head {
    fn of(group: &str, column: &str) -> Self {
        let how = glossary::entry(group, column).map_or("", |(_, entry)| entry.how);
        Self { label: glossary::label(group, column), unit: if is_number(column) { " points" } else { "" }, how }
    }
}

impl Row {
    fn of(group: &str, name: &str, cells: impl Iterator<Item = String>) -> Self {
        Self { name: name.to_owned(), label: glossary::label(group, name), cells: cells.collect() }
    }
}

impl Sheet {
    /// The figures of this group.
    pub(super) fn of(group: &str, figures: &[Figure]) -> Self {
        let mut sheet = Self::default();
        for figure in ordered(group, by_age(figures)) {
            match &figure.value {
                FigureValue::One(text) if !is_end_of_range(&figure.name, figures) => {
                    sheet.lines.push(Line::of(group, &figure.name, text, figures));
                }
                FigureValue::Many(own) if !own.is_empty() => {
                    let title = glossary::label(group, &figure.name);
                    sheet.parts.push(Part { title, body: Body::of(&figure.name, own) });
                }
                FigureValue::Many(_) => sheet.lines.push(Line::of(group, &figure.name, "none", figures)),
                FigureValue::One(_) => {}
            }
        }
        sheet
    }
}

impl Line {
    fn of(group: &str, name: &str, text: &str, all: &[Figure]) -> Self {
        let how = glossary::entry(group, name).map_or("", |(_, entry)| entry.how);
        let text = cell(group, name, text, all);
        let is_sentence = text.split(' ').count() > WORDS;
        Self { label: glossary::label(group, name), text, how, is_sentence }
    }
}

impl Body {
    fn of(group: &str, figures: &[Figure]) -> Self {
        let Some(groups) = groups(figures) else { return Self::Sheet(Sheet::of(group, figures)) };
        Table::of(group, &groups).map_or_else(|| Self::series(group, &groups), Self::Table)
    }

    fn series(group: &str, groups: &[(&str, &[Figure])]) -> Self {
        let sheets = groups.iter().map(|(name, own)| (glossary::label(group, name), Sheet::of(group, own)));
        Self::Series(Table::of_headlines(group, groups), sheets.collect())
    }
}

impl Table {
    /// The groups as rows, where none has a group of its own and their columns have room.
    fn of(group: &str, groups: &[(&str, &[Figure])]) -> Option<Self> {
        let mut columns: Vec<&Figure> = Vec::new();
        for figure in groups.iter().flat_map(|(_, own)| own.iter()) {
            if matches!(figure.value, FigureValue::Many(_)) {
                return None;
            }
            if !columns.iter().any(|column| column.name == figure.name) {
                columns.push(figure);
            }
        }
        let columns: Vec<_> = ordered(group, columns.into_iter().cloned().collect());
        let columns: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
        let row = |(name, own): &(&str, &[Figure])| {
            let text =
                |column: &&str| found(own, column).map_or_else(String::new, |text| cell(group, column, text, own));
            Row::of(group, name, columns.iter().map(text))
        };
        let heads = columns.iter().map(|column| Head::of(group, column)).collect();
        (columns.len() <= WIDEST).then(|| Self {
            corner: glossary::rows_of(group),
            heads,
            rows: groups.iter().map(row).collect(),
        })
    }

    /// The figures that matter most, however deep they lie.
    fn of_headlines(group: &str, groups: &[(&str, &[Figure])]) -> Self {
        let found: Vec<_> = groups.iter().map(|(name, own)| (*name, headlines(group, own))).collect();
        let used = |headline: &&str| found.iter().any(|(_, lines)| lines.iter().any(|(of, _)| of == headline));
        let used: Vec<_> = HEADLINES.iter().copied().filter(|headline| used(headline)).collect();
        let row = |(name, lines): &(&str, Vec<(&str, String)>)| {
            let text =
                |headline: &&str| lines.iter().find(|(of, _)| of == headline).map_or("–", |(_, text)| text).to_owned();
            Row::of(group, name, used.iter().map(text))
        };
        let heads = used.iter().map(|headline| {
            let (group, name) = headline.split_once('/').unwrap_or((group, headline));
            Head { how: "", ..Head::of(group, name) }
        });
        Self { corner: glossary::rows_of(group), heads: heads.collect(), rows: found.iter().map(row).collect() }
    }
}

/// The headlines among these figures and all below them.
fn headlines(group: &str, figures: &[Figure]) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    for Figure { name, value } in figures {
        match value {
            FigureValue::One(text) => {
                let entry = glossary::entry(group, name).map(|(_, entry)| entry.name);
                let headline = entry.filter(|entry| HEADLINES.contains(entry));
                lines.extend(headline.map(|headline| (headline, cell(group, name, text, &[]))));
            }
            FigureValue::Many(own) => lines.extend(headlines(name, own)),
        }
    }
    lines
}

/// The figures as groups, if each is one.
fn groups<'f>(figures: &'f [Figure]) -> Option<Vec<(&'f str, &'f [Figure])>> {
    let group = |figure: &'f Figure| match &figure.value {
        FigureValue::Many(own) => Some((figure.name.as_str(), own.as_slice())),
        FigureValue::One(_) => None,
    };
    figures.iter().map(group).collect()
}

/// A figure in its unit, with the range in which it lies, where that is one.
fn cell(group: &str, name: &str, text: &str, all: &[Figure]) -> String {
    let unit = glossary::entry(group, name).map_or(Unit::Plain, |(_, entry)| entry.unit);
    let end = |end: &str| found(all, &format!("{name}{end}")).filter(|&end| end != text).map(|end| written(end, unit));
    match end(LOW).zip(end(HIGH)) {
        Some((low, high)) => format!("{}\u{a0}({low}\u{a0}to\u{a0}{high})", written(text, unit)),
        None => written(text, unit),
    }
}

const LOW: &str = "_low";
const HIGH: &str = "_high";

fn is_end_of_range(name: &str, all: &[Figure]) -> bool {
    let of = name.strip_suffix(LOW).or_else(|| name.strip_suffix(HIGH));
    of.is_some_and(|of| found(all, of).is_some())
}

fn found<'f>(figures: &'f [Figure], name: &str) -> Option<&'f str> {
    figures.iter().find(|figure| figure.name == name).and_then(|figure| match &figure.value {
        FigureValue::One(text) => Some(text.as_str()),
        FigureValue::Many(_) => None,
    })
}

/// In the order of reading; the user's own names come last, in theirs, numbers by their value.
fn ordered(group: &str, mut figures: Vec<Figure>) -> Vec<Figure> {
    figures.sort_by_cached_key(|Figure { name, .. }| {
        (glossary::entry(group, name).map_or(usize::MAX, |(place, _)| place), name.parse::<u64>().unwrap_or(u64::MAX))
    });
    figures
}

/// What several lists that go by number become.
const BY_AGE: &str = "by_age";

/// Several lists that go by number become one table that does.
fn by_age(figures: &[Figure]) -> Vec<Figure> {
    let goes_by_number = |figure: &&Figure| match &figure.value {
        FigureValue::Many(own) => {
            !own.is_empty()
                && own.iter().all(|figure| is_number(&figure.name) && matches!(figure.value, FigureValue::One(_)))
        }
        FigureValue::One(_) => false,
    };
    let (lists, mut others): (Vec<&Figure>, Vec<&Figure>) = figures.iter().partition(goes_by_number);
    if lists.len() < 2 {
        return figures.to_vec();
    }
    let mut ages: Vec<Figure> = Vec::new();
    for list in lists {
        let FigureValue::Many(own) = &list.value else { continue };
        for Figure { name, value } in own {
            let cell = Figure { name: list.name.clone(), value: value.clone() };
            match ages.iter_mut().find(|age| age.name == *name) {
                Some(Figure { value: FigureValue::Many(cells), .. }) => cells.push(cell),
                _ => ages.push(Figure { name: name.clone(), value: FigureValue::Many(vec![cell]) }),
            }
        }
    }
    let ages = FigureValue::Many(ordered(BY_AGE, ages));
    let by_age = Figure { name: BY_AGE.to_owned(), value: ages };
    others.push(&by_age);
    others.into_iter().cloned().collect()
}

fn is_number(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit())
}
