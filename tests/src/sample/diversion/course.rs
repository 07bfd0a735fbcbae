//! The course of an event: recorded, ruled on, answered and completed, each within its limit, as far as
//! it has come by now. A response is thought out for every event, and told only where it was given.

use super::agreement::{
    COMPLETION_MINUTES, DOWNSTREAM_MINUTES, REASONS, RELEASE_MINUTES, RESPONSE_WINDOW_MINUTES, UNIT_VALUES,
};
use super::clock::Moment;
use super::event::Event;
use crate::sample::calendar::at;
use crate::sample::draw::Draw;

/// What a ruling makes of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Qualified,
    Pending,
    Rejected,
}

impl Class {
    /// As the site writes it.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Qualified => "YES",
            Self::Pending => "OPEN",
            Self::Rejected => "NO",
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Qualified => "qualified",
            Self::Pending => "pending",
            Self::Rejected => "rejected",
        }
    }
}

/// One decision on an event, and when the register showed it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ruling {
    pub(super) class: Class,
    pub(super) at: Moment,
    pub(super) registered: Moment,
}

/// How a response ended.
#[derive(Debug, Clone)]
pub(super) struct Completion {
    pub(super) status: &'static str,
    pub(super) escalated: bool,
    pub(super) reviewed: Moment,
    pub(super) validated: Moment,
    /// The place of the action that was not done, and why not.
    pub(super) undone: Option<(usize, &'static str)>,
    pub(super) dependencies: u32,
}

impl Event {
    /// Under the ruling that counts.
    pub(super) fn class(&self) -> Option<Class> {
        self.rulings.last().map(|ruling| ruling.class)
    }

    pub(super) fn is_qualified(&self) -> bool {
        self.class() == Some(Class::Qualified)
    }
}

/// Lets an event take its course.
pub(super) fn run(event: &mut Event, draw: &mut Draw) {
    let recorded = event.received.plus(quick_or(draw, 4, 40, 178).into());
    if recorded > Moment::now() {
        return;
    }
    event.recorded = Some(recorded);
    event.rulings = rulings(event, recorded, draw);
    event.escalation = escalation(event, draw);
    let Some(ruling) = event.rulings.last().filter(|ruling| ruling.class != Class::Pending) else { return };
    let released = ruling.at.plus(i64::from(quick_or(draw, 20, 60, RELEASE_MINUTES as u32)));
    if released > Moment::now() {
        return;
    }
    event.released = Some(released);
    event.completion = completion(event, released, draw);
    event.claim = claim(event, draw);
}

/// Half of all work is done at once, the rest by the limit.
fn quick_or(draw: &mut Draw, least: u32, quick: u32, most: u32) -> u32 {
    let most = if draw.percent(50) { quick } else { most };
    draw.between(least, most)
}

fn rulings(event: &Event, recorded: Moment, draw: &mut Draw) -> Vec<Ruling> {
    let ruling = |class, at: Moment, minutes: u32| Ruling { class, at, registered: at.plus(minutes.into()) };
    let rejected = event.rule_code.or(event.manual_code).is_some();
    let class = if rejected { Class::Rejected } else { Class::Qualified };
    let soon = recorded.plus(quick_or(draw, 10, 60, 600).into());
    let clarifiable = Moment::now().minutes_since(event.at) < RESPONSE_WINDOW_MINUTES - 60;
    let (waits, waited, next_day) = (draw.percent(60), draw.percent(12), draw.percent(10));
    let minutes = draw.between(1, 19);
    let mut all = if clarifiable && waits && !rejected {
        vec![ruling(Class::Pending, recorded.plus(12), minutes)]
    } else if waited {
        let first = ruling(Class::Pending, recorded.plus(12), 6);
        vec![first, ruling(class, first.at.plus(draw.between(60, 900).into()), minutes)]
    } else if next_day {
        vec![ruling(class, Moment::local(at(recorded.next_business_day(), 16, 30)), minutes)]
    } else {
        vec![ruling(class, soon, minutes)]
    };
    all.retain(|ruling| ruling.registered <= Moment::now());
    all
}

/// Some crises escalate after all; only of those that stand alone can it be said which one did.
fn escalation(event: &Event, draw: &mut Draw) -> Option<(&'static str, Moment)> {
    let window = DOWNSTREAM_MINUTES as u32;
    let minutes = if draw.percent(10) { window } else { draw.between(30, window) };
    let (kind, _) = draw.pick(&UNIT_VALUES);
    let at = event.at.plus(minutes.into());
    (draw.percent(16) && event.alone && at <= Moment::now()).then_some((kind, at))
}

fn completion(event: &Event, released: Moment, draw: &mut Draw) -> Option<Completion> {
    let minutes =
        if draw.percent(4) { COMPLETION_MINUTES } else { draw.between(300, COMPLETION_MINUTES as u32).into() };
    let reviewed = released.plus(minutes);
    let status = draw.weighted(&[(66, "stabilized"), (23, "partially_stabilized"), (11, "escalated_out")]);
    let stabilized = status == "stabilized";
    let actions = event.tier().components().len() as u32;
    let (skipped, reason) = (draw.below(actions) as usize, draw.pick(&REASONS));
    let undone = (!stabilized && draw.percent(60)).then_some((skipped, reason));
    let dependencies = if stabilized { 0 } else { draw.weighted(&[(45, 0), (35, 1), (20, 2)]) };
    let escalated = status == "escalated_out" || (!stabilized && draw.percent(15));
    let close = reviewed.next_huddle_close();
    let validated = reviewed.plus(draw.between(10, 90).into()).min(close).min(Moment::now());
    (reviewed <= Moment::now()).then_some(Completion { status, escalated, reviewed, validated, undone, dependencies })
}

/// What is claimed as avoided. What was not yet known when the file was made is not claimed.
fn claim(event: &Event, draw: &mut Draw) -> Option<&'static str> {
    let kind = draw.weighted(&[(70, UNIT_VALUES[0].0), (12, UNIT_VALUES[1].0), (18, UNIT_VALUES[2].0)]);
    let (likely, unlikely) = (draw.percent(85), draw.percent(6));
    let completion = event.completion.as_ref()?;
    let claimed = if completion.status == "stabilized" { likely } else { unlikely };
    let known_in_time = completion.reviewed <= super::file_day_end() || !super::outcome::is_settled(event);
    (claimed && known_in_time && event.is_qualified() && event.escalation.is_none()).then_some(kind)
}
