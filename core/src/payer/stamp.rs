//! What the name of a delivery says of it: its period and when it was made; never more than the name spells out.

use crate::value::Day;

/// The period and the moment that a name bears, in the order in which deliveries replace one another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stamp {
    /// The year for which it was made.
    year: Option<u16>,
    /// Its quarter; a report on the whole year comes after its last quarter.
    quarter: u8,
    /// The digits behind `D`: when it was made.
    day: u32,
    /// The digits behind `T`.
    time: u32,
}

impl Stamp {
    /// The stamp of a name such as `P.A0000.ACO.QALR.2026Q1.D260415.T0100000`, or an empty one.
    pub(super) fn of(name: &str) -> Self {
        let mut stamp = Self::default();
        for word in name.split(['.', '_']) {
            if let Some(day) = word.strip_prefix('D').filter(|digits| digits.len() == 6).and_then(number) {
                stamp.day = day;
            } else if let Some(time) = word.strip_prefix('T').filter(|digits| digits.len() == 7).and_then(number) {
                stamp.time = time;
            } else if let Some((year, quarter)) = word.split_once('Q').filter(|(year, _)| year.len() == 4) {
                if let (Some(year), Some(quarter @ 1..=4)) = (number(year), number(quarter)) {
                    (stamp.year, stamp.quarter) = (Some(year as u16), quarter as u8);
                }
            } else if let Some((before, year)) = word.rsplit_once('Y') {
                let whole = if before.is_empty() && year.len() == 4 { number(year) } else { None };
                let short = if before.starts_with("ZC") && year.len() == 2 { number(year) } else { None };
                if let Some(year) = whole.or(short.map(|year| 2000 + year)) {
                    (stamp.year, stamp.quarter) = (Some(year as u16), 5);
                }
            }
        }
        stamp
    }

    /// The same without the time, in which the files of one delivery differ.
    pub(super) fn of_delivery(self) -> Self {
        Self { time: 0, ..self }
    }

    /// The first day of the year for which it was made.
    pub(super) fn first_day(self) -> Option<Day> {
        Day::from_ymd_opt(self.year?.into(), 1, 1)
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_periods_replace_earlier_ones_and_later_deliveries_of_one_period_too() {
        let names = [
            "enrolment.csv",
            "P.A0000.ACO.AALR.D259999.T0000000",
            "P.A0000.ACO.AALR.Y2024.D259999.T1111111_1-4.csv",
            "P.A0000.ACO.QALR.2025Q3.D259999.T0300000",
            "P.A0000.ACO.QALR.2025Q3.D259999.T0310000",
            "P.A0000.ACO.QALR.2026Q1.D269999.T0100000",
        ];
        let stamps = names.map(Stamp::of);
        assert!(stamps.is_sorted() && stamps[0] == Stamp::default(), "{stamps:?}");
        assert_eq!(stamps[0].first_day(), None);
        assert_eq!(stamps[3].first_day(), Day::from_ymd_opt(2025, 1, 1));
        assert_eq!(Stamp::of("T.BCD.A0001.ZC8Y18.D181120.T1000009").first_day(), Day::from_ymd_opt(2018, 1, 1));
    }
}
