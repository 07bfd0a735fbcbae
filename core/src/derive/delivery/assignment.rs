//! Who is served by whom: nobody of a higher rank goes without where any distribution of the work could serve
//! them; never first come, first served.
//!
//! Those who can be served together are the independent sets of a matroid, so that taking people in the order
//! of their rank, and keeping whoever can still be served beside all before them, is exact. Whoever is kept stays
//! served; only the lead may change, along a path of others who make room. People of one kind may take the same
//! leads, so that a path runs over kinds and leads and never over people.

/// The work that there is, and those who can take it.
#[derive(Debug)]
pub(crate) struct Offer {
    /// How many each lead can take.
    pub(crate) slots: Vec<u64>,
    /// For each kind of people, the leads who may serve it, the preferred one first.
    pub(crate) choices: Vec<Vec<usize>>,
}

impl Offer {
    /// The lead of each of these people, who stand in the order of their rank, each with their kind.
    pub(crate) fn assign(&self, ranked: &[Option<usize>]) -> Vec<Option<usize>> {
        let mut board = Board::new(self);
        for (person, kind) in ranked.iter().enumerate() {
            if let Some(kind) = *kind {
                board.serve(person, kind);
            }
        }
        board.leads_of(ranked.len())
    }
}

/// Who serves whom so far.
struct Board<'o> {
    choices: &'o [Vec<usize>],
    /// How many more each lead can take. Once none, none for good: whoever leaves makes room for another.
    free: Vec<u64>,
    /// For each lead and kind, the people whom the lead serves.
    served: Vec<Vec<Vec<usize>>>,
    /// For each kind, the first of its choices who may still be free.
    next: Vec<usize>,
    /// The kinds of whom nobody more can be served, whatever comes.
    full: Vec<bool>,
}

/// How a search came to a kind: this lead could make room for another by giving one of it away.
type Came = Option<(usize, usize)>;

impl<'o> Board<'o> {
    fn new(offer: &'o Offer) -> Self {
        let kinds = offer.choices.len();
        Self {
            choices: &offer.choices,
            free: offer.slots.clone(),
            served: vec![vec![Vec::new(); kinds]; offer.slots.len()],
            next: vec![0; kinds],
            full: vec![false; kinds],
        }
    }

    /// Serves one more of a kind, where that is possible beside all who are served.
    fn serve(&mut self, person: usize, kind: usize) {
        if self.full[kind] {
            return;
        }
        let (mut came, mut seen) = (vec![Came::None; self.choices.len()], vec![false; self.free.len()]);
        let mut waiting = vec![kind];
        let mut next = 0;
        while let Some(&moving) = waiting.get(next) {
            if let Some(lead) = self.free_lead(moving) {
                return self.make_room(person, kind, moving, lead, &came);
            }
            for &lead in &self.choices[moving] {
                if std::mem::replace(&mut seen[lead], true) {
                    continue;
                }
                for (other, people) in self.served[lead].iter().enumerate() {
                    if !people.is_empty() && came[other].is_none() && other != kind {
                        came[other] = Some((lead, moving));
                        waiting.push(other);
                    }
                }
            }
            next += 1;
        }
        // No lead that any of these kinds can reach is free, and none will be.
        for kind in waiting {
            self.full[kind] = true;
        }
    }

    /// The preferred lead of a kind who can take one more.
    fn free_lead(&mut self, kind: usize) -> Option<usize> {
        let next = &mut self.next[kind];
        let open = self.choices[kind][*next..].iter().position(|&lead| self.free[lead] > 0);
        *next = open.map_or(self.choices[kind].len(), |skipped| *next + skipped);
        self.choices[kind].get(*next).copied()
    }

    /// Moves one of each kind along the path that ended at a free lead, and gives the first place to this person.
    fn make_room(&mut self, person: usize, kind: usize, last: usize, free: usize, came: &[Came]) {
        self.free[free] -= 1;
        let (mut moving, mut lead) = (last, free);
        while let Some((from, wanted_by)) = came[moving].filter(|_| moving != kind) {
            if let Some(moved) = self.served[from][moving].pop() {
                self.served[lead][moving].push(moved);
            }
            (moving, lead) = (wanted_by, from);
        }
        self.served[lead][kind].push(person);
    }

    fn leads_of(self, people: usize) -> Vec<Option<usize>> {
        let mut leads = vec![None; people];
        for (lead, served) in self.served.into_iter().enumerate() {
            for person in served.into_iter().flatten() {
                leads[person] = Some(lead);
            }
        }
        leads
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether all of these can be served at once, tried in every way.
    fn servable(offer: &Offer, free: &mut [u64], kinds: &[usize]) -> bool {
        let Some((&kind, rest)) = kinds.split_first() else { return true };
        offer.choices[kind].iter().any(|&lead| {
            free[lead] > 0 && {
                free[lead] -= 1;
                let served = servable(offer, free, rest);
                free[lead] += 1;
                served
            }
        })
    }

    /// Of all sets that can be served at once, the one that a higher rank prefers, as bits from the highest rank down.
    fn preferred(offer: &Offer, ranked: &[Option<usize>]) -> Vec<bool> {
        let sets = (0..1_u32 << ranked.len()).rev().map(|bits| {
            (0..ranked.len()).map(|person| bits >> (ranked.len() - 1 - person) & 1 == 1).collect::<Vec<_>>()
        });
        let fits = |set: &Vec<bool>| {
            let kinds = ranked.iter().zip(set).filter(|(_, served)| **served).map(|(kind, _)| *kind);
            let kinds: Option<Vec<_>> = kinds.collect();
            kinds.is_some_and(|kinds| servable(offer, &mut offer.slots.clone(), &kinds))
        };
        sets.into_iter().find(fits).unwrap()
    }

    fn offers() -> impl Strategy<Value = Offer> {
        let leads = prop::collection::vec(0..3_u64, 1..5);
        leads.prop_flat_map(|slots| {
            let all: Vec<_> = (0..slots.len()).collect();
            let some = 0..=all.len();
            let choices = prop::collection::vec(prop::sample::subsequence(all, some).prop_shuffle(), 4);
            choices.prop_map(move |choices| Offer { slots: slots.clone(), choices })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nobody_goes_without_whom_any_distribution_could_serve(
            offer in offers(),
            ranked in prop::collection::vec(prop::option::weighted(0.9, 0..4_usize), 0..8),
        ) {
            let leads = offer.assign(&ranked);
            let served: Vec<_> = leads.iter().map(Option::is_some).collect();
            prop_assert_eq!(served, preferred(&offer, &ranked));
            for (lead, slots) in offer.slots.iter().enumerate() {
                let taken = leads.iter().filter(|taken| **taken == Some(lead)).count() as u64;
                prop_assert!(taken <= *slots);
            }
            for (kind, lead) in ranked.iter().zip(&leads) {
                prop_assert!(lead.is_none_or(|lead| kind.is_some_and(|kind| offer.choices[kind].contains(&lead))));
            }
        }
    }

    #[test]
    fn the_preferred_lead_comes_first_and_makes_room_where_a_lower_rank_depends_on_it() {
        // Kind 0 may take both leads, kind 1 the first alone.
        let offer = Offer { slots: vec![1, 1], choices: vec![vec![0, 1], vec![0]] };
        assert_eq!(offer.assign(&[Some(0)]), [Some(0)]);
        assert_eq!(offer.assign(&[Some(0), Some(1), Some(0), None]), [Some(1), Some(0), None, None]);
    }
}
