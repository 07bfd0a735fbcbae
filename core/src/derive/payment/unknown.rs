//! A figure that cannot be computed, with the reason; never a zero in its place.

/// Why a figure is not known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unknown {
    /// A table that it follows from was not received; the control says which.
    NotGiven,
    /// What was received does not give it. A sentence says why.
    Because(String),
}

impl Unknown {
    pub(crate) fn because(sentence: impl Into<String>) -> Self {
        Self::Because(sentence.into())
    }

    /// A sum or product that has more digits than an exact decimal holds.
    pub(crate) fn too_large() -> Self {
        Self::because("Its figures have too many digits to be computed exactly.")
    }

    /// The sentence, if what was received is the reason.
    pub(crate) fn reason(&self) -> Option<&str> {
        match self {
            Self::NotGiven => None,
            Self::Because(sentence) => Some(sentence),
        }
    }
}
