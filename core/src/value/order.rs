//! Sorting in one copy. The compiler writes the standard sort out again for each kind of thing that is sorted, nine thousand
//! bytes every time; here it sorts places, whatever lies there.

use std::cmp::Ordering;

/// Sorts by an order; what is equal in it stays as it lay.
pub(crate) fn sort_by<T>(things: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let mut places = sorted(things.len(), &|a, b| order(&things[a], &things[b]));
    for start in 0..places.len() {
        // Each thing goes where its place is wanted, until the round is closed.
        let mut at = start;
        while places[at] != start {
            let from = std::mem::replace(&mut places[at], at);
            things.swap(at, from);
            at = from;
        }
        places[at] = at;
    }
}

/// Sorts by a key that is cheap to take.
pub(crate) fn sort_by_key<T, K: Ord>(things: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(things, |a, b| key(a).cmp(&key(b)));
}

/// Sorts in the natural order.
pub(crate) fn sort<T: Ord>(things: &mut [T]) {
    sort_by(things, T::cmp);
}

/// Gathers things one after the other. Collected into a tree, they would be sorted first, in one copy more for each iterator.
pub(crate) fn gathered<T, C: Default + Extend<T>>(things: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(things);
    all
}

/// The places of things in their order: never of one kind of thing, so that it is compiled once.
fn sorted(len: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<_> = (0..len).collect();
    places.sort_by(|&a, &b| order(a, b));
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_does(given: Vec<(u8, u8)>) {
            let (mut ours, mut standard) = (given.clone(), given);
            super::sort_by_key(&mut ours, |thing| thing.0);
            standard.sort_by_key(|thing| thing.0);
            prop_assert_eq!(&ours, &standard);
            super::sort(&mut ours);
            standard.sort_unstable();
            prop_assert_eq!(ours, standard);
        }
    }
}
