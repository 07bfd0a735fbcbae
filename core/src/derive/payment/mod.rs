//! What may be claimed, and said: savings or avoided escalations, the lag that stands against them, and the ceiling over both.

mod papers;
mod unknown;
mod months;
mod questions;
mod trigger;
mod savings;
mod avoided;
mod committee;
mod position;
pub(crate) mod lag;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rust_decimal::Decimal;

use super::Run;
use crate::contract::{self, AvoidedEscalation, Contract, Method, Model, Payment};
use crate::dataset::Dataset;
use crate::table::Row;
use crate::value::{Day, Month};

pub(crate) use avoided::{Aftermath, Avoided};
pub(crate) use committee::{Committee, Decision, ReviewLimit};
pub(crate) use papers::{LAG_NOTE, Papers};
pub(crate) use position::{Ceiling, Position};
pub(crate) use questions::Questions;
pub(crate) use savings::{Earned, Outcome, Owed, Savings};
pub(crate) use trigger::{Status, Trigger};
pub(crate) use unknown::Unknown;

use lag::{Lag, Lags};

/// What is recomputed of this room, each part when it is first asked for.
#[derive(Default)]
pub(super) struct Parts<'r> {
    file: OnceLock<Option<BTreeMap<Month, Row>>>,
    workbook: OnceLock<Option<BTreeMap<Month, Row>>>,
    locked: OnceLock<Option<BTreeMap<Month, u64>>>,
    questions: OnceLock<Option<Questions>>,
    committee: OnceLock<Option<Committee>>,
    outcomes: OnceLock<Option<trigger::Outcomes<'r>>>,
    lags: OnceLock<Option<Lags<'r>>>,
    followed: OnceLock<Option<Aftermath<'r>>>,
    avoided: OnceLock<Result<avoided::Months, Unknown>>,
}

/// A figure that the contract's own terms decide how to compute, and from which tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    /// What is claimed.
    Amount,
    /// The amount that decisions and statements are held against.
    Exposure,
    Lag,
    Trigger,
    /// The most that may be said.
    Ceiling,
}

/// The amount that decisions and statements are held against.
pub(crate) enum Amount {
    Is(Decimal),
    /// The file leaves it open.
    Unstated,
    /// The contract puts no value on what it counts.
    None,
    Unknown(Unknown),
}

impl Figure {
    /// The tables that it is computed from.
    pub(crate) fn sources(self, contract: &Contract) -> Vec<Dataset> {
        let Some(payment) = &contract.payment else { return Vec::new() };
        match (self, &payment.model, &payment.lag) {
            (Self::Amount, Model::SharedSavings(_), _) => vec![Dataset::PerformanceWorkbook],
            (Self::Amount, Model::AvoidedEscalation(model), _) => {
                let mut sources = vec![Dataset::LockedEvents, Dataset::Referrals, Dataset::DownstreamUtilization];
                sources.extend_from_slice(match model.method {
                    Method::EventLevel => &[Dataset::Completions, Dataset::OutcomeRegister],
                    Method::BaselineRate => &[Dataset::Triage],
                });
                sources
            }
            // The file states it, or the contract puts no value on what it counts.
            (Self::Exposure, Model::SharedSavings(_), _) => Vec::new(),
            (Self::Exposure, Model::AvoidedEscalation(model), _) if model.method == Method::BaselineRate => Vec::new(),
            (Self::Exposure, Model::AvoidedEscalation(_), _) => Self::Amount.sources(contract),
            (Self::Lag, _, contract::Lag::ChainLadder(_)) => vec![Dataset::Claims],
            (Self::Lag, _, contract::Lag::Tracker(_)) => vec![Dataset::ClaimsLagTracker],
            (Self::Trigger, ..) if payment.triggers.is_empty() => Vec::new(),
            (Self::Trigger, ..) => vec![Dataset::OutcomeReport],
            (Self::Ceiling, ..) => {
                let mut sources = Self::Lag.sources(contract);
                sources.extend(Self::Trigger.sources(contract));
                sources.push(Dataset::MethodologyQuestions);
                sources
            }
        }
    }
}

impl<'r> Run<'r> {
    pub(crate) const fn papers(&self) -> &'static Papers {
        Papers::of(self.contract.pilot)
    }

    /// The terms of payment, if the contract has any.
    pub(crate) const fn terms(&self) -> Option<&'r Payment> {
        self.contract.payment.as_ref()
    }

    /// The day on which the file was made.
    pub(crate) fn file_day(&self) -> Day {
        self.record_day(self.papers().step)
    }

    /// The months that the file has a row for.
    pub(crate) fn file_months(&self) -> impl Iterator<Item = Month> + use<> {
        months::finished(self.contract.effective_from, self.file_day())
    }

    /// The rows of the file that was submitted, by month.
    pub(crate) fn file(&self) -> Option<&BTreeMap<Month, Row>> {
        self.by_month(&self.payment.file, self.papers().file)
    }

    /// How many people or events are locked in for a month.
    pub(crate) fn locked(&self, month: Month) -> Option<u64> {
        let made = || self.table(self.papers().locked).map(months::rows_counted);
        let counts = self.payment.locked.get_or_init(made).as_ref()?;
        Some(counts.get(&month).copied().unwrap_or_default())
    }

    /// The questions about all months.
    pub(crate) fn questions(&self) -> Option<&Questions> {
        let made = || self.table(Dataset::MethodologyQuestions).map(Questions::of);
        self.payment.questions.get_or_init(made).as_ref()
    }

    /// What the committee decided.
    pub(crate) fn committee(&self) -> Option<&Committee> {
        let made = || self.table(self.papers().decisions).map(Committee::of);
        self.payment.committee.get_or_init(made).as_ref()
    }

    /// By when a month must be decided; none where no meeting is left and nothing material is at stake.
    pub(crate) fn review_limit(&self, month: Month) -> Option<ReviewLimit> {
        let at_stake = if let Amount::Is(amount) = self.amount(month) { Some(amount) } else { None };
        committee::review_limit(self, month, at_stake)
    }

    /// The outcome trigger of a month.
    pub(crate) fn trigger(&self, month: Month) -> Result<Trigger<'r>, Unknown> {
        let agreed = &self.terms().ok_or(Unknown::NotGiven)?.triggers;
        let made = || trigger::Outcomes::of(self.table(Dataset::OutcomeReport), agreed);
        let outcomes = self.payment.outcomes.get_or_init(made).as_ref().ok_or(Unknown::NotGiven)?;
        Ok(outcomes.trigger(month, agreed))
    }

    /// Where lags come from.
    pub(crate) fn lags(&self) -> Option<&Lags<'r>> {
        let made = || Lags::of(self, &self.terms()?.lag);
        self.payment.lags.get_or_init(made).as_ref()
    }

    /// The claims lag of a month on the file day.
    pub(crate) fn lag(&self, month: Month) -> Result<Lag, Unknown> {
        self.lags().ok_or(Unknown::NotGiven)?.lag(month)
    }

    /// The shared savings of a month.
    pub(crate) fn savings(&self, month: Month) -> Result<Savings, Unknown> {
        let (Some(Model::SharedSavings(model)), Some(table)) =
            (self.terms().map(|payment| &payment.model), self.table(Dataset::PerformanceWorkbook))
        else {
            return Err(Unknown::NotGiven);
        };
        let rows = self.by_month(&self.payment.workbook, Dataset::PerformanceWorkbook);
        let row = rows.and_then(|rows| rows.get(&month).copied());
        let row = row.ok_or_else(|| Unknown::because(format!("The performance workbook has no row for {month}.")))?;
        Savings::of(model, &savings::Workbook { table, row }, self.locked(month))
    }

    /// How avoided escalations are counted and paid, if the contract pays for them.
    pub(crate) fn avoided_model(&self) -> Option<&'r AvoidedEscalation> {
        match &self.terms()?.model {
            Model::AvoidedEscalation(model) => Some(model),
            Model::SharedSavings(_) => None,
        }
    }

    /// What followed the pilot's events, if there is a record of it.
    pub(crate) fn followed(&self) -> Option<&Aftermath<'r>> {
        let made = || Aftermath::of(self, self.avoided_model()?);
        self.payment.followed.get_or_init(made).as_ref()
    }

    /// The avoided escalations of a month; none where nothing is locked in.
    pub(crate) fn avoided(&self, month: Month) -> Result<Avoided, Unknown> {
        let made = || self.followed().ok_or(Unknown::NotGiven)?.by_month(self);
        let months = self.payment.avoided.get_or_init(made).as_ref().map_err(Clone::clone)?;
        months
            .get(&month)
            .cloned()
            .unwrap_or_else(|| Ok(self.followed().map_or_else(Avoided::default, Aftermath::nothing)))
    }

    /// What the file claims for a month, or should claim: the figure that its amount column states.
    pub(crate) fn claimed(&self, month: Month) -> Result<Decimal, Unknown> {
        match self.terms().map(|payment| &payment.model) {
            Some(Model::SharedSavings(_)) => self.savings(month).map(|savings| savings.estimate),
            Some(Model::AvoidedEscalation(_)) => self.avoided(month).map(|avoided| avoided.count),
            None => Err(Unknown::NotGiven),
        }
    }

    /// The amount of money that a month's file stands for.
    pub(crate) fn amount(&self, month: Month) -> Amount {
        match self.terms().map(|payment| &payment.model) {
            Some(Model::SharedSavings(_)) => {
                let row = self.file().and_then(|file| file.get(&month).copied());
                let stated = self.table(self.papers().file).zip(row);
                let stated = stated.and_then(|(file, row)| file.column(self.papers().amount).money(row));
                stated.map_or(Amount::Unstated, Amount::Is)
            }
            Some(Model::AvoidedEscalation(model)) if model.method == Method::BaselineRate => Amount::None,
            Some(Model::AvoidedEscalation(_)) => match self.avoided(month) {
                Ok(Avoided { value: Some(value), .. }) => Amount::Is(value),
                Ok(_) => Amount::None,
                Err(unknown) => Amount::Unknown(unknown),
            },
            None => Amount::Unstated,
        }
    }

    /// The most that may be said of a month, by what is known of it.
    pub(crate) fn ceiling(&self, month: Month) -> Option<Ceiling> {
        self.terms().map(|payment| Ceiling::of(self, payment, month))
    }

    fn by_month<'s>(
        &self,
        cell: &'s OnceLock<Option<BTreeMap<Month, Row>>>,
        dataset: Dataset,
    ) -> Option<&'s BTreeMap<Month, Row>> {
        cell.get_or_init(|| self.table(dataset).map(months::one_row_each)).as_ref()
    }
}
