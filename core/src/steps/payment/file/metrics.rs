//! Every factor of each month's figures, and how all claims develop.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::derive::Run;
use crate::derive::payment::lag::{Basis, Ladder, Lag, Lags, Reserve};
use crate::derive::payment::{Avoided, Ceiling, Earned, Outcome, Owed, Savings, Trigger, Unknown};
use crate::metric::Metric;
use crate::value::{Month, gathered, rounded};

/// Figures by name, on their way into a report.
#[derive(Default)]
struct Sheet(BTreeMap<String, Metric>);

/// The figures of each month that has a row or should have one.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let mut sheet = Sheet::default();
    sheet.text("file_day", run.file_day());
    let months: BTreeSet<_> = gathered(run.file_months().chain(super::rows(run).map(|(_, month, _)| month)));
    sheet.group("months", months.into_iter().map(|month| (month.to_string(), of_month(run, month).into())));
    if let Some(Lags::Ladder(ladder)) = run.lags() {
        sheet.0.insert("claims".to_owned(), of_claims(ladder).into());
    }
    sheet.0
}

fn of_month(run: &Run<'_>, month: Month) -> Sheet {
    let mut sheet = Sheet::default();
    if let Some(locked) = run.locked(month) {
        sheet.count(run.papers().count, locked);
    }
    sheet.figure("savings", run.savings(month), of_savings);
    sheet.figure("avoided", run.avoided(month), of_avoided);
    sheet.figure("lag", run.lag(month), of_lag);
    sheet.figure("trigger", run.trigger(month), of_trigger);
    if let Some(questions) = run.questions() {
        let open = questions.open(month, run.file_day());
        sheet.group(
            "open_questions",
            open.map(|question| (question.id.to_owned(), Metric::Text(question.kind.to_owned()))),
        );
    }
    if let Some(ceiling) = run.ceiling(month) {
        sheet.0.extend(self::ceiling(&ceiling));
    }
    sheet
}

/// A ceiling with its reasons, where everything is there that it depends on.
pub(crate) fn ceiling(ceiling: &Ceiling) -> BTreeMap<String, Metric> {
    let mut sheet = Sheet::default();
    if ceiling.is_final {
        sheet.text("ceiling", ceiling.position.name());
        let reasons = ceiling.reasons.iter();
        sheet.group(
            "ceiling_reasons",
            reasons.map(|reason| (reason.topic.to_owned(), Metric::Text(reason.text.clone()))),
        );
    }
    sheet.0
}

fn of_savings(savings: &Savings) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.exact("benchmark", savings.benchmark);
    sheet.exact("actual", savings.actual);
    sheet.exact("gross", savings.gross);
    sheet.exact("savings_rate", savings.rate);
    sheet.exact("minimum_savings_rate", savings.minimum_rate);
    if let Some(assigned) = savings.assigned {
        sheet.count("assigned_count", assigned);
    }
    sheet.exact_if("minimum_loss_rate", savings.minimum_loss_rate);
    match &savings.outcome {
        Outcome::Earned(earned) => of_earned(earned, &mut sheet),
        Outcome::Owed(owed) => of_owed(owed, &mut sheet),
        Outcome::Neither => sheet.text("outcome", "neither"),
    }
    sheet.text("estimate", savings.estimate);
    sheet
}

fn of_earned(earned: &Earned, sheet: &mut Sheet) {
    sheet.text("outcome", "earned");
    sheet.exact_if("quality_score", earned.quality);
    sheet.exact_if("quality_gate", earned.quality_gate);
    sheet.exact("share", earned.share);
    sheet.exact("sequestration", earned.sequestration);
    sheet.exact("earned_before_cap", earned.before_cap);
    sheet.exact_if("cap", earned.cap);
}

fn of_owed(owed: &Owed, sheet: &mut Sheet) {
    sheet.text("outcome", "owed");
    sheet.exact_if("quality_score", owed.quality);
    sheet.exact("loss_rate", owed.loss_rate);
    sheet.exact("owed_before_cap", owed.before_cap);
    sheet.exact_if("cap", owed.cap);
    sheet.exact("relief", owed.relief);
}

fn of_avoided(avoided: &Avoided) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.count("events", avoided.events);
    sheet.count("window_over", avoided.ripe);
    sheet.count("window_over_and_escalated", avoided.escalated);
    sheet.text("avoided", avoided.count);
    if !avoided.is_open {
        sheet.text("avoided_without_waiting", avoided.unripe_count);
    }
    if let Some(value) = avoided.value {
        sheet.text("value", value);
    }
    sheet
}

fn of_lag(lag: &Lag) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.text("lag_pct", lag.pct);
    if let Basis::Ladder { age, product, completion, reserve } = &lag.basis {
        sheet.count("age", *age as u64);
        sheet.exact("factors_product", *product);
        sheet.exact("completion", *completion);
        sheet.range("lag_pct", reserve.as_ref());
    }
    sheet
}

fn of_trigger(trigger: &Trigger<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.text("status", trigger.status.name());
    let measures = trigger.measures.iter().map(|measure| {
        let mut sheet = Sheet::default();
        sheet.text("agreed", format_args!("{} {}", measure.agreed.op.name(), measure.agreed.value));
        sheet.exact_if("rate", measure.rate);
        (measure.agreed.measure.clone(), sheet.into())
    });
    sheet.group("measures", measures);
    sheet
}

/// The development of all claims: by age, by service period, and altogether.
fn of_claims(ladder: &Ladder) -> Sheet {
    let mut sheet = Sheet::default();
    if let Some(valuation) = ladder.triangle.valuation() {
        sheet.text("valuation", valuation);
    }
    sheet.count("counted", ladder.triangle.counted);
    sheet.count("after_valuation", ladder.triangle.later);
    let Ok(development) = &ladder.development else { return sheet };
    let by_age = |figures: &mut dyn Iterator<Item = Option<Decimal>>| {
        let known = figures.enumerate().filter_map(|(age, figure)| Some((age.to_string(), exact(figure?))));
        known.collect::<Vec<_>>()
    };
    sheet.group("factors", by_age(&mut development.steps.iter().map(|step| step.factor)));
    sheet.group("factors_products", by_age(&mut development.products.iter().copied()));
    let services = development.services.iter().enumerate().map(|(nth, service)| {
        let mut own = Sheet::default();
        own.count("age", service.age as u64);
        own.exact("paid", service.paid);
        let product = development.products.get(service.age).copied().flatten();
        own.exact_if("ultimate", product.and_then(|product| product.checked_mul(service.paid)));
        own.standard_error(ladder.reserves.as_ref().and_then(|reserves| reserves.of_services.get(nth)));
        (ladder.triangle.name(service.period), own.into())
    });
    sheet.group("service_periods", services);
    sheet.figure("all_periods", ladder.over_all(), |all| {
        let (mut sheet, reserve) = (Sheet::default(), ladder.reserves.as_ref().map(|reserves| &reserves.total));
        sheet.exact("paid", all.paid);
        sheet.exact("ultimate", all.ultimate);
        sheet.text("lag_pct", all.pct);
        sheet.range("lag_pct", reserve);
        sheet.standard_error(reserve);
        sheet
    });
    sheet
}

impl Sheet {
    fn count(&mut self, name: &str, count: u64) {
        self.0.insert(name.to_owned(), Metric::Count(count));
    }

    fn text(&mut self, name: &str, text: impl std::fmt::Display) {
        self.0.insert(name.to_owned(), Metric::Text(text.to_string()));
    }

    fn exact(&mut self, name: &str, figure: Decimal) {
        self.0.insert(name.to_owned(), exact(figure));
    }

    fn exact_if(&mut self, name: &str, figure: Option<Decimal>) {
        if let Some(figure) = figure {
            self.exact(name, figure);
        }
    }

    fn group(&mut self, name: &str, figures: impl IntoIterator<Item = (String, Metric)>) {
        self.0.insert(name.to_owned(), Metric::Group(gathered(figures)));
    }

    /// A figure with its factors, or why there is none; nothing where its tables were not given.
    fn figure<T>(&mut self, name: &str, figure: Result<T, Unknown>, of: impl Fn(&T) -> Self) {
        match figure {
            Ok(figure) => self.0.insert(name.to_owned(), of(&figure).into()),
            Err(Unknown::Because(why)) => self.0.insert(format!("{name}_unknown"), Metric::Text(why)),
            Err(Unknown::NotGiven) => None,
        };
    }

    /// An estimate, with as many decimals as an amount.
    fn estimate(&mut self, name: &str, estimate: f64) {
        if let Some(exact) = Decimal::from_f64_retain(estimate) {
            self.text(name, rounded(exact, 2).to_string());
        }
    }

    /// Where a lag lies with one standard error less, and one more, still to come.
    fn range(&mut self, name: &str, reserve: Option<&Reserve>) {
        if let Some([low, high]) = reserve.and_then(Reserve::lag_range) {
            self.estimate(&format!("{name}_low"), low);
            self.estimate(&format!("{name}_high"), high);
        }
    }

    fn standard_error(&mut self, reserve: Option<&Reserve>) {
        if let Some(reserve) = reserve {
            self.estimate("standard_error", reserve.error);
        }
    }
}

impl From<Sheet> for Metric {
    fn from(sheet: Sheet) -> Self {
        Self::Group(sheet.0)
    }
}

/// A quotient may have no end: fifteen decimals are more than anybody follows.
fn exact(figure: Decimal) -> Metric {
    Metric::Text(rounded(figure, 15).normalize().to_string())
}
