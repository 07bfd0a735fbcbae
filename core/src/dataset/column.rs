//! What one column holds, and who speaks up when a cell of it is empty or foreign.

/// One column: its name, its type, and who speaks up when it is empty.
#[derive(Debug)]
pub struct Column {
    /// The canonical name.
    pub name: &'static str,
    /// How its cells are read.
    pub kind: Kind,
    /// Whether the column must be there, with a value in each row.
    pub required: bool,
    /// The field control that covers an empty or foreign value, so that intake stays silent about it.
    pub covered_by: Option<&'static str>,
}

/// How a cell is read. Every cell is trimmed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text compared exactly after Unicode NFC; never a number.
    Id,
    /// Text from the contract's or the site's list.
    Code,
    /// Text from this closed list.
    OneOf(&'static [&'static str]),
    /// Free text.
    Text,
    /// `YYYY-MM-DD`.
    Date,
    /// A date and a time of day, with or without an offset.
    Timestamp,
    /// `YYYY-MM`.
    Month,
    /// Digits only.
    Count,
    /// An exact decimal without sign of currency or thousands.
    Money,
    /// Percentage points, with or without the sign.
    Pct,
}

impl Column {
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: false, covered_by: None }
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn covered_by(mut self, control: &'static str) -> Self {
        self.covered_by = Some(control);
        self
    }
}

impl Kind {
    /// A value of this kind, for templates and examples.
    #[must_use]
    pub const fn sample(self) -> &'static str {
        match self {
            Self::Id => "P1",
            Self::Code => "code",
            Self::OneOf(list) => list[0],
            Self::Text => "text",
            Self::Date => "2026-01-05",
            Self::Timestamp => "2026-03-09T09:00",
            Self::Month => "2026-03",
            Self::Count => "1",
            Self::Money | Self::Pct => "1.00",
        }
    }

    /// What a cell of this kind looks like, for messages.
    #[must_use]
    pub const fn form(self) -> &'static str {
        match self {
            Self::Id => "an id",
            Self::Code => "a code",
            Self::OneOf(_) => "a code of the list",
            Self::Text => "text",
            Self::Date => "a date as YYYY-MM-DD",
            Self::Timestamp => "a date and time as YYYY-MM-DD hh:mm",
            Self::Month => "a month as YYYY-MM",
            Self::Count => "a whole number, digits only",
            Self::Money => "a plain number such as 1234.50",
            Self::Pct => "a percentage such as 7.5 or 7.5%",
        }
    }
}

macro_rules! kinds {
    ($($function:ident $kind:ident)+) => {
        $(pub(super) const fn $function(name: &'static str) -> Column { Column::new(name, Kind::$kind) })+
    };
}
kinds! { id Id code Code text Text date Date timestamp Timestamp month Month count Count money Money pct Pct }

pub(super) const fn one_of(name: &'static str, list: &'static [&'static str]) -> Column {
    Column::new(name, Kind::OneOf(list))
}
