//! Why a packed file was not opened: one sentence or two that say what, where and how to mend it. Never a panic.

use std::fmt;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(String);

impl Refusal {
    /// Something is wrong with this file, or with this part of it.
    pub(crate) fn new(what: &str, says: impl fmt::Display) -> Self {
        Self(format!("“{what}” {says}"))
    }

    /// It cannot be read to its end.
    pub(crate) fn damaged(what: &str, why: impl fmt::Display) -> Self {
        let mend = "Download or copy it again; if it opens where it came from, save it there anew.";
        Self::new(what, format_args!("is damaged or incomplete ({why}). {mend}"))
    }

    /// It can only be opened with a password.
    pub(crate) fn locked(what: &str) -> Self {
        Self::new(what, "is protected by a password. Open it, save it without one, and give that copy.")
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}
