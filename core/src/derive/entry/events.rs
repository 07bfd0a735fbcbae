//! The events of a crisis-diversion pilot: each referral with its place in its participant's history, whoever decided what on it.

use chrono::TimeDelta;

use crate::table::{NOBODY, Row, Subject, Table};
use crate::value::{Clock, Day, Instant, sort_by};

/// How far back earlier events of a participant are counted.
const LOOK_BACK: TimeDelta = TimeDelta::hours(720);

/// What the referrals say of each event, by its number.
#[derive(Debug)]
pub(crate) struct Events {
    all: Vec<Option<Event>>,
    len: usize,
}

/// One event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Event {
    /// Its row of the referrals.
    pub(crate) row: Row,
    /// The number of its participant.
    pub(crate) person: u32,
    /// When it happened; none where the referral does not say.
    pub(crate) at: Option<Instant>,
    /// The local day of that.
    pub(crate) day: Option<Day>,
    /// Days since the participant's event before this one; none for the first.
    pub(crate) days_since_previous: Option<u32>,
    /// The participant's earlier events in the thirty days before this one; none without a time or a participant.
    pub(crate) events_30d: Option<u32>,
}

/// A dated event of a participant.
struct Dated {
    person: u32,
    at: Instant,
    event: u32,
    row: Row,
}

impl Events {
    /// The events that the referrals bring.
    pub(super) fn of(referrals: &Table, events: usize, clock: Clock) -> Self {
        let happened = referrals.column("event_timestamp");
        let (mut all, mut dated) = (vec![None; events], Vec::with_capacity(referrals.len() as usize));
        let mut len = 0;
        referrals.for_each_row(|row| {
            let (event, person) = (referrals.number(Subject::Event, row), referrals.person(row));
            let Some(slot) = all.get_mut(event as usize) else { return };
            let at = happened.instant(row, clock);
            let day = at.map(|at| clock.day(at));
            *slot = Some(Event { row, person, at, day, days_since_previous: None, events_30d: None });
            len += 1;
            if let Some(at) = at.filter(|_| person != NOBODY) {
                dated.push(Dated { person, at, event, row });
            }
        });
        let mut events = Self { all, len };
        events.look_back(dated, referrals);
        events
    }

    /// An event, where a referral brought it.
    pub(crate) fn get(&self, event: u32) -> Option<&Event> {
        self.all.get(event as usize)?.as_ref()
    }

    /// Every event with its number, in no order that means anything.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &Event)> {
        (0..).zip(&self.all).filter_map(|(number, event)| Some((number, event.as_ref()?)))
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// Goes through each participant's events from the first to the last; of two at once, the lesser id comes first.
    fn look_back(&mut self, mut dated: Vec<Dated>, referrals: &Table) {
        let id = referrals.column("event_id");
        sort_by(&mut dated, |a, b| {
            (a.person, a.at).cmp(&(b.person, b.at)).then_with(|| id.id(a.row).cmp(&id.id(b.row)))
        });
        for history in dated.chunk_by(|a, b| a.person == b.person) {
            let (mut within, mut previous) = (history, None);
            for (earlier, this) in history.iter().enumerate() {
                while within.first().is_some_and(|oldest| this.at - oldest.at > LOOK_BACK) {
                    within = &within[1..];
                }
                let too_old = history.len() - within.len();
                let Some(Some(event)) = self.all.get_mut(this.event as usize) else { continue };
                event.events_30d = Some((earlier - too_old) as u32);
                event.days_since_previous = previous.zip(event.day).map(|(day, this)| days_between(day, this));
                previous = event.day;
            }
        }
    }
}

/// Days from one event to a later one.
fn days_between(earlier: Day, later: Day) -> u32 {
    (later - earlier).num_days().unsigned_abs() as u32
}

#[cfg(test)]
mod tests {
    use crate::contract::Contract;
    use crate::dataset::Dataset;
    use crate::derive::Run;
    use crate::intake::{File, Received};

    /// Each event as `id days_since_previous events_30d`, of the rows `id,participant,time`.
    fn histories(rows: &[&str]) -> Vec<String> {
        let contract = Contract::parse(include_bytes!("../../../tests/contracts/diversion-examples.toml")).unwrap();
        let header = "event_id,participant_id,event_timestamp,referral_received_at,event_source\n".to_owned();
        let csv = rows.iter().fold(header, |csv, row| csv + row + ",2026-03-09T09:00,crisis_line\n");
        let received = Received::read(vec![File::new("referrals.csv", csv)], &contract, &mut |_| {});
        let run = Run::new(&contract, contract.as_of("2026-03-09T17:00").unwrap(), &received);
        let (events, referrals) = (run.events().unwrap(), run.table(Dataset::Referrals).unwrap());
        let shown = |figure: Option<u32>| figure.map_or("-".to_owned(), |figure| figure.to_string());
        let mut all: Vec<_> = events
            .iter()
            .map(|(_, event)| {
                let id = referrals.column("event_id").text(event.row);
                format!("{id} {} {}", shown(event.days_since_previous), shown(event.events_30d))
            })
            .collect();
        all.sort();
        all
    }

    #[test]
    fn thirty_days_end_to_the_minute_and_days_are_the_calendars() {
        let rows = ["E3,P1,2026-02-01T00:01Z", "E2,P1,2026-02-01T00:00Z", "E1,P1,2026-01-02T00:00Z"];
        // In New York the first is on New Year's Day, and the two others are on 31 January.
        assert_eq!(histories(&rows), ["E1 - 0", "E2 30 1", "E3 0 1"]);
    }

    #[test]
    fn of_two_events_at_once_the_lesser_id_comes_first_wherever_it_stands() {
        let rows = ["E2,P1,2026-03-01T09:00", "E10,P1,2026-03-01T09:00", "E1,P2,2026-03-01T09:00"];
        assert_eq!(histories(&rows), ["E1 - 0", "E10 - 0", "E2 0 1"]);
    }

    #[test]
    fn an_event_without_a_time_or_a_participant_is_in_no_history() {
        let rows = ["E1,P1,2026-03-01T09:00", "E2,P1,", "E3,,2026-03-01T09:00", "E4,P1,2026-03-03T09:00"];
        assert_eq!(histories(&rows), ["E1 - 0", "E2 - -", "E3 - -", "E4 2 1"]);
    }
}
