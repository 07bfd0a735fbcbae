//! What may be said about a month's figures: a ceiling with its reasons, under which every decision and statement stays.

use crate::contract::Payment;
use crate::derive::Run;
use crate::value::Month;

use super::trigger::Status;
use super::unknown::Unknown;

/// How firmly a figure may be stated, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Position {
    Restricted,
    Provisional,
    Supportable,
}

impl Position {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::Provisional => "provisional",
            Self::Supportable => "supportable",
        }
    }

    /// The position of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Restricted, Self::Provisional, Self::Supportable].into_iter().find(|position| position.name() == name)
    }
}

/// The most that may be said of a month, on the file day.
#[derive(Debug)]
pub(crate) struct Ceiling {
    pub(crate) position: Position,
    /// What keeps it from being higher.
    pub(crate) reasons: Vec<Reason>,
    /// Whether everything that it depends on was received; otherwise it can only be lower.
    pub(crate) is_final: bool,
}

/// Why no more may be said.
#[derive(Debug)]
pub(crate) struct Reason {
    pub(crate) topic: &'static str,
    at_most: Position,
    /// As a clause.
    pub(crate) text: String,
}

impl Ceiling {
    /// The ceiling of a month, by what is known of it.
    pub(super) fn of(run: &Run<'_>, payment: &Payment, month: Month) -> Self {
        let doubts =
            [("lag", lag(run, payment, month)), ("questions", questions(run, month)), ("trigger", trigger(run, month))];
        let is_final = doubts.iter().all(|(_, doubt)| doubt.is_ok());
        let reasons = doubts.into_iter().filter_map(|(topic, doubt)| {
            let (at_most, text) = doubt.ok()??;
            Some(Reason { topic, at_most, text })
        });
        let reasons: Vec<_> = reasons.collect();
        let position = reasons.iter().map(|reason| reason.at_most).min().unwrap_or(Position::Supportable);
        Self { position, reasons, is_final }
    }

    /// The reasons in a sentence's middle.
    pub(crate) fn because(&self) -> String {
        let at_fault = self.reasons.iter().filter(|reason| reason.at_most == self.position);
        at_fault.map(|reason| reason.text.as_str()).collect::<Vec<_>>().join("; ")
    }
}

/// How much a doubt leaves, and why; no doubt; or that nobody knows for want of a table.
type Doubt = Result<Option<(Position, String)>, Unknown>;

fn lag(run: &Run<'_>, payment: &Payment, month: Month) -> Doubt {
    let lag = match run.lag(month) {
        Ok(lag) => lag.pct,
        Err(Unknown::NotGiven) => return Err(Unknown::NotGiven),
        Err(Unknown::Because(why)) => {
            let why = why.trim_end_matches('.');
            return Ok(Some((Position::Restricted, format!("claims lag cannot be computed ({why})"))));
        }
    };
    let limits =
        [(payment.lag_provisional_pct, Position::Restricted), (payment.lag_supportable_pct, Position::Provisional)];
    let passed = limits.into_iter().find(|&(limit, _)| lag > limit);
    Ok(passed.map(|(limit, at_most)| (at_most, format!("claims lag is {lag} %, above {limit} %"))))
}

fn questions(run: &Run<'_>, month: Month) -> Doubt {
    let questions = run.questions().ok_or(Unknown::NotGiven)?;
    let open: Vec<_> = questions.open(month, run.file_day()).map(|question| question.id).collect();
    let text = match &open[..] {
        [] => return Ok(None),
        [one] => format!("question {one} is open"),
        many => format!("{} questions are open", many.len()),
    };
    Ok(Some((Position::Provisional, text)))
}

fn trigger(run: &Run<'_>, month: Month) -> Doubt {
    let trigger = run.trigger(month)?;
    let named = |of: Option<bool>| {
        let measures = trigger.measures.iter().filter(|measure| measure.holds() == of);
        measures.map(|measure| measure.agreed.measure.as_str()).collect::<Vec<_>>().join(", ")
    };
    Ok(match trigger.status {
        Status::Met => None,
        Status::NotMet => {
            Some((Position::Provisional, format!("the outcome trigger is not met by {}", named(Some(false)))))
        }
        Status::NotEvaluable => {
            Some((Position::Restricted, format!("the outcome trigger cannot be evaluated for want of {}", named(None))))
        }
    })
}
