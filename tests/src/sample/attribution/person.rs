//! Made-up members of a health plan. What is true of a person is decided here, and never computed
//! from the rows that will tell it.

use std::fmt;

use chrono::{Months, NaiveDate};

use super::agreement::{
    ADULT_AGE_YEARS, COVERED_PRODUCTS, MANUAL_CODES, NO_AUTHORIZATION, NO_CATEGORY, NOT_COVERED, OTHER_CATEGORIES,
    QUALIFYING_CATEGORIES, SHORT_TENURE, TENURE_DAYS, UNDER_AGE,
};
use super::authorization::{self, Authorization, Status};
use super::fault::RosterFault;
use crate::sample::calendar::{days_between, first_of_month};
use crate::sample::draw::Draw;
use crate::sample::fault::{Carrier, Fault};

/// A member number, such as `M4821-0937`; its order is the order of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MemberId(pub(super) u32);

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "M{:04}-{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

/// The days on which what is true of people stays true: from the roster's to the one on which it is judged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

impl Term {
    fn days(self) -> u32 {
        days_between(self.first, self.last)
    }
}

/// Where a person stands with the payer on the roster day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Of the population: a row of the payer's file contains the day.
    Attributed,
    /// Once attributed, and no longer.
    Former,
    /// Will be attributed from a later day.
    Announced,
    /// Unknown to the payer; somebody at the provider put the name forward.
    Nominee,
}

/// One attribution, as the payer reports it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) from: NaiveDate,
    pub(super) to: Option<NaiveDate>,
    pub(super) product: &'static str,
}

/// A person: what is true, and the one thing that the files get wrong, if any.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) id: MemberId,
    pub(super) standing: Standing,
    /// Oldest first; the last one counts.
    pub(super) spans: Vec<Span>,
    pub(super) birth_date: NaiveDate,
    pub(super) county: &'static str,
    /// None where case management has no case.
    pub(super) category: Option<&'static str>,
    pub(super) intervention: &'static str,
    pub(super) status: Status,
    pub(super) authorizations: Vec<Authorization>,
    /// The code that the contract's criteria give.
    pub(super) rule_code: Option<&'static str>,
    /// A code that a reviewer gave where the criteria give none.
    pub(super) manual_code: Option<&'static str>,
    pub(super) nominated_on: Option<NaiveDate>,
    pub(super) fault: Option<Fault>,
}

impl Person {
    /// The attribution that counts.
    pub(super) fn span(&self) -> &Span {
        self.spans.last().expect("every person is made with a span")
    }

    /// As a roster writes it.
    pub(super) fn roster_category(&self) -> &'static str {
        self.category.unwrap_or("none")
    }

    /// What the roster, or a source of it, gets wrong about the person.
    pub(super) fn roster_fault(&self) -> Option<RosterFault> {
        match self.fault {
            Some(Fault::Roster(fault)) => Some(fault),
            _ => None,
        }
    }
}

impl Carrier for Person {
    fn suits(&self, fault: Fault) -> bool {
        use RosterFault as F;
        let Fault::Roster(fault) = fault else { return false };
        if self.fault.is_some() {
            return false;
        }
        let attributed = self.standing == Standing::Attributed;
        match fault {
            F::NomineeListed => self.standing == Standing::Nominee,
            F::FormerListed => self.standing == Standing::Former && self.nominated_on.is_none(),
            F::AnnouncedListed => self.standing == Standing::Announced && self.nominated_on.is_none(),
            F::CategoryDiffers => attributed && self.category.is_some(),
            F::LapseUnnoticed => attributed && self.rule_code == Some(NO_AUTHORIZATION),
            F::CodeMissing | F::CodeDiffers | F::CodeOverruled => attributed && self.rule_code.is_some(),
            F::CodeUncalled => attributed && self.rule_code.is_none() && self.manual_code.is_none(),
            _ => attributed,
        }
    }

    fn carry(&mut self, fault: Fault) {
        self.fault = Some(fault);
    }
}

/// The first criterion that a person does not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fails {
    Nothing,
    Product,
    Age,
    Tenure,
    Category,
    Authorization,
}

const POPULATION: [(u32, Fails); 6] = [
    (70, Fails::Nothing),
    (5, Fails::Product),
    (6, Fails::Age),
    (5, Fails::Tenure),
    (6, Fails::Category),
    (8, Fails::Authorization),
];
const STATUSES: [(u32, Status); 4] =
    [(80, Status::Active), (8, Status::Pending), (7, Status::Expired), (5, Status::None)];
const COUNTIES: [&str; 5] = ["Ashby", "Fairmont", "Lakeland", "Millbrook", "Stonegate"];
const INTERVENTIONS: [(u32, &str); 4] = [(55, "engaged"), (25, "outreach"), (12, "referred"), (8, "paused")];

/// Makes the person whose number and standing are given, for these days.
pub(super) fn person(id: MemberId, standing: Standing, term: Term, draw: &mut Draw) -> Person {
    let fails = draw.weighted(&POPULATION);
    let spans = spans(standing, fails, term, draw);
    let category = category(fails, draw);
    let status = match fails {
        Fails::Nothing => Status::Active,
        Fails::Authorization => draw.pick(&[Status::Pending, Status::Expired, Status::None]),
        _ => draw.weighted(&STATUSES),
    };
    Person {
        id,
        standing,
        birth_date: birth_date(fails == Fails::Age, spans[spans.len() - 1].product, term, draw),
        spans,
        county: draw.pick(&COUNTIES),
        category,
        intervention: draw.weighted(&INTERVENTIONS),
        status,
        authorizations: authorization::register(status, term, draw),
        rule_code: match fails {
            Fails::Nothing => None,
            Fails::Product => Some(NOT_COVERED),
            Fails::Age => Some(UNDER_AGE),
            Fails::Tenure => Some(SHORT_TENURE),
            Fails::Category => Some(NO_CATEGORY),
            Fails::Authorization => Some(NO_AUTHORIZATION),
        },
        manual_code: (fails == Fails::Nothing && draw.percent(2)).then(|| draw.pick(&MANUAL_CODES)),
        nominated_on: (standing == Standing::Nominee || draw.percent(3)).then(|| draw.before(term.first, 3, 45)),
        fault: None,
    }
}

fn category(fails: Fails, draw: &mut Draw) -> Option<&'static str> {
    // Criteria that come before the category leave it open; those after it need it to hold.
    let open = matches!(fails, Fails::Product | Fails::Age | Fails::Tenure);
    if fails == Fails::Category || (open && draw.percent(10)) {
        draw.percent(60).then(|| draw.pick(&OTHER_CATEGORIES))
    } else {
        Some(draw.pick(&QUALIFYING_CATEGORIES))
    }
}

fn birth_date(minor: bool, product: &str, term: Term, draw: &mut Draw) -> NaiveDate {
    let of_age = term.first - Months::new(12 * ADULT_AGE_YEARS);
    if minor {
        draw.after(term.last - Months::new(12 * ADULT_AGE_YEARS), 1, 365 * 15)
    } else if product == "dual" && draw.percent(60) {
        draw.before(of_age, 365 * 47, 365 * 70)
    } else {
        draw.before(of_age, 0, 365 * 46)
    }
}

fn spans(standing: Standing, fails: Fails, term: Term, draw: &mut Draw) -> Vec<Span> {
    let day = term.first;
    let product = if fails == Fails::Product {
        "commercial"
    } else {
        draw.weighted(&[(80, COVERED_PRODUCTS[0]), (20, COVERED_PRODUCTS[1])])
    };
    let (from, to) = match standing {
        Standing::Attributed | Standing::Nominee => {
            // As with the category, what an earlier criterion excludes leaves the tenure open.
            let open = matches!(fails, Fails::Product | Fails::Age) && draw.percent(15);
            let from = if open || fails == Fails::Tenure {
                draw.before(day, 0, TENURE_DAYS - 1 - term.days())
            } else if fails == Fails::Nothing && draw.percent(4) {
                draw.before(day, TENURE_DAYS, TENURE_DAYS + 25)
            } else {
                first_of_month(draw.before(day, 60, 900))
            };
            (from, draw.percent(15).then(|| draw.after(term.last, 0, 290)))
        }
        Standing::Former => {
            let to = draw.before(day, 1, 280);
            (first_of_month(draw.before(to, 60, 700)), Some(to))
        }
        Standing::Announced => (draw.after(term.last, 1, 50), None),
    };
    let mut spans = earlier_span(standing, from, day, draw);
    spans.push(Span { from, to, product });
    spans
}

/// Now and then somebody was attributed before: left and came back, or the payer opened a new
/// span and left the old one open, so that two contain the day and the newer one counts.
fn earlier_span(standing: Standing, from: NaiveDate, day: NaiveDate, draw: &mut Draw) -> Vec<Span> {
    let came_back = draw.percent(12);
    let left_open = standing == Standing::Attributed && draw.percent(3);
    let product = draw.weighted(&[(9, "medicaid"), (1, "commercial")]);
    let earlier = first_of_month(draw.before(from, 200, 600));
    let to = draw.before(from.min(day), 2, 120);
    match (left_open, came_back) {
        (true, _) => vec![Span { from: earlier, to: None, product }],
        (_, true) => vec![Span { from: earlier, to: Some(to), product }],
        _ => Vec::new(),
    }
}
