//! Whether the board hears what the file says.

use super::super::position;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{SettlementFile, Statements};
use crate::derive::payment::Figure;

control! {
    /// Board statements say no more than the current file supports.
    ///
    /// ## Why
    /// A statement that rests on an older file, or on none, keeps its number after the reasons for it are gone.
    /// ## Remedy
    /// Make the statement again from the file as it is now, with its digest as `sha256sum` prints it after `sha256:`.
    /// ## Example
    /// ```clean
    /// settlement_file: pilot_month | 2026-01
    /// statements: pilot_month issued_on audience asserted_position | 2026-01 2026-03-08 board supportable
    /// ```
    /// ```fault
    /// settlement_file: pilot_month | 2026-01
    /// statements: pilot_month issued_on audience asserted_position | 2026-01 2026-03-09 board restricted <-
    /// ```
    SUPPORTED = "D6-V1" Validation Block,
    needs [Need::Table(Statements), Need::Table(SettlementFile), Need::Figure(Figure::Ceiling), Need::Figure(Figure::Exposure)],
    Decide::Rule(position::board_statements)
}
