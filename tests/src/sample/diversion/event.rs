//! Made-up crises, and what became of each. What is true of an event is decided here, and never
//! computed from the rows that will tell it.

use std::fmt;

use super::agreement::{
    CATEGORIES, MANUAL_CODES, NO_COVER, OTHER_CATEGORIES, OTHER_CRISIS, OTHER_SOURCES, RECENT_MINUTES, SAFETY, SOURCES,
    TOO_LATE, TOO_LATE_SAFETY, TOO_SOON, Tier, WRONG_DOOR,
};
use super::clock::Moment;
use super::course::{self, Completion, Ruling};
use crate::sample::draw::{Draw, scatter};
use crate::sample::fault::Fault;

/// A participant's number, such as `P3310482`; its order is the order of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ParticipantId(pub(super) u32);

impl fmt::Display for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "P{:08}", self.0)
    }
}

/// An event's number, such as `CE-000417`, given in the order in which events were received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EventId(pub(super) u32);

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CE-{:06}", self.0)
    }
}

/// What the payer's file amounts to on the day of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    Eligible,
    Suspended,
    Terminated,
    NotFound,
}

impl Cover {
    /// As a record writes it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Suspended => "suspended",
            Self::Terminated => "terminated",
            Self::NotFound => "not_found",
        }
    }
}

/// One event: what is true, what was done about it, and the one thing that somebody got wrong, if any.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub(super) id: EventId,
    pub(super) participant: ParticipantId,
    pub(super) at: Moment,
    pub(super) received: Moment,
    pub(super) source: &'static str,
    pub(super) category: &'static str,
    pub(super) safety: &'static str,
    pub(super) cover: Cover,
    /// The participant's only event.
    pub(super) single: bool,
    /// No other event of the participant within a week.
    pub(super) alone: bool,
    pub(super) risk_score: u32,
    /// The participant's earlier events within thirty days.
    pub(super) recent_events: u32,
    /// The code that the contract's criteria give.
    pub(super) rule_code: Option<&'static str>,
    /// A code that a reviewer gave where the criteria give none.
    pub(super) manual_code: Option<&'static str>,
    /// None where nobody has, or had, recorded it.
    pub(super) recorded: Option<Moment>,
    /// Oldest first; the last one counts.
    pub(super) rulings: Vec<Ruling>,
    /// When a response was released, or would have been if the event had qualified.
    pub(super) released: Option<Moment>,
    pub(super) completion: Option<Completion>,
    /// What happened after all within the downstream window.
    pub(super) escalation: Option<(&'static str, Moment)>,
    /// The kind of escalation that is claimed as avoided.
    pub(super) claim: Option<&'static str>,
    pub(super) fault: Option<Fault>,
}

impl Event {
    pub(super) fn tier(&self) -> Tier {
        Tier::of(self.risk_score, self.recent_events)
    }

    pub(super) fn has(&self, fault: impl Into<Fault>) -> bool {
        self.fault == Some(fault.into())
    }
}

/// The first criterion that an event does not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fails {
    Nothing,
    Source,
    Cover,
    Category,
    Safety,
}

const EVENTS: [(u32, Fails); 5] =
    [(76, Fails::Nothing), (6, Fails::Source), (7, Fails::Cover), (6, Fails::Category), (5, Fails::Safety)];

/// So many events or one more, in the order in which they were received.
pub(super) fn events(count: u32, seed: u64, draw: &mut Draw) -> Vec<Event> {
    let mut events = Vec::with_capacity(count as usize + 4);
    let in_flight = count / 20 + 6;
    for participant in (0..).map(|number| ParticipantId(scatter(number, seed))) {
        let made = events.len() as u32;
        if made >= count {
            break;
        }
        let times = if made < in_flight { vec![in_the_last_day(draw)] } else { times(draw) };
        of_participant(participant, &times, draw, &mut events);
    }
    events.sort_by_key(|event: &Event| (event.received, event.participant));
    for (event, number) in events.iter_mut().zip(1..) {
        event.id = EventId(number);
    }
    events
}

fn in_the_last_day(draw: &mut Draw) -> Moment {
    Moment::now().plus(-i64::from(draw.between(60, 25 * 60)))
}

/// When the crises of one participant were; some come back within a day, others after weeks.
fn times(draw: &mut Draw) -> Vec<Moment> {
    let length = Moment::now().minutes_since(Moment::first()).unsigned_abs() as u32;
    let mut at = Moment::first().plus(draw.below(length - 120).into());
    let mut times = vec![at];
    while draw.percent(36) {
        let gap =
            if draw.percent(20) { draw.between(60, 22 * 60) } else { draw.between(7 * 24 * 60 + 90, 40 * 24 * 60) };
        at = at.plus(gap.into());
        if Moment::now().minutes_since(at) < 120 {
            break;
        }
        times.push(at);
    }
    times
}

fn of_participant(participant: ParticipantId, times: &[Moment], draw: &mut Draw, into: &mut Vec<Event>) {
    const A_DAY: i64 = 24 * 60;
    let single = times.len() == 1;
    let mut risk_score = draw.between(5, 99);
    for (nth, &at) in times.iter().enumerate() {
        let apart = |other: Option<&Moment>| other.is_none_or(|other| (at.minutes_since(*other)).abs() > 7 * A_DAY);
        let before = nth.checked_sub(1).map(|nth| times[nth]);
        let again = before.is_some_and(|before| at.minutes_since(before) <= A_DAY);
        if !again {
            risk_score = draw.between(5, 99);
        }
        let mut event = event(participant, at, single, draw);
        if again && event.rule_code.is_none() {
            event.rule_code = Some(TOO_SOON);
            event.manual_code = None;
        }
        event.alone = apart(before.as_ref()) && apart(times.get(nth + 1));
        event.risk_score = risk_score;
        let recent = |earlier: &&Moment| at.minutes_since(**earlier) <= RECENT_MINUTES;
        event.recent_events = times[..nth].iter().filter(recent).count() as u32;
        course::run(&mut event, draw);
        into.push(event);
    }
}

fn event(participant: ParticipantId, at: Moment, single: bool, draw: &mut Draw) -> Event {
    let fails = match draw.weighted(&EVENTS) {
        // Spans are written for one day; whoever comes again has cover all along.
        Fails::Cover if !single => Fails::Nothing,
        fails => fails,
    };
    let wait = draw.between(2, 45).into();
    let cover = draw.pick(&[Cover::Suspended, Cover::Terminated, Cover::NotFound]);
    // Criteria that come before another one leave that one open.
    let (no_door, other_crisis, too_late) = (fails == Fails::Source, fails == Fails::Category, fails == Fails::Safety);
    let any_crisis = (no_door || fails == Fails::Cover) && draw.percent(15);
    let any_safety = fails != Fails::Nothing && draw.percent(10);
    Event {
        id: EventId(0),
        participant,
        at,
        received: if at.plus(wait) > Moment::now() { Moment::now() } else { at.plus(wait) },
        source: if no_door { draw.pick(&OTHER_SOURCES) } else { draw.pick(&SOURCES) },
        category: if other_crisis || any_crisis { draw.pick(&OTHER_CATEGORIES) } else { draw.pick(&CATEGORIES) },
        safety: if too_late || any_safety { draw.pick(&TOO_LATE_SAFETY) } else { draw.pick(&SAFETY) },
        cover: if fails == Fails::Cover { cover } else { Cover::Eligible },
        single,
        alone: true,
        risk_score: 0,
        recent_events: 0,
        rule_code: match fails {
            Fails::Nothing => None,
            Fails::Source => Some(WRONG_DOOR),
            Fails::Cover => Some(NO_COVER),
            Fails::Category => Some(OTHER_CRISIS),
            Fails::Safety => Some(TOO_LATE),
        },
        manual_code: (fails == Fails::Nothing && draw.percent(7)).then(|| draw.pick(&MANUAL_CODES)),
        recorded: None,
        rulings: Vec::new(),
        released: None,
        completion: None,
        escalation: None,
        claim: None,
        fault: None,
    }
}
