//! Long loops in short calls. A browser first runs code that was compiled in haste and takes the optimized
//! code only at a function's next call: a loop over a million rows in one call would stay slow to its end.

use std::ops::Range;

/// How many steps one call makes.
const STRETCH: usize = 2048;

/// Visits `0..len` in stretches, each in a call of its own.
pub(crate) fn in_stretches(len: usize, mut visit: impl FnMut(Range<usize>)) {
    let mut start = 0;
    while start < len {
        let end = len.min(start + STRETCH);
        one_call(&mut visit, start..end);
        start = end;
    }
}

/// Never inlined, or there would be one call again.
#[inline(never)]
fn one_call(visit: &mut impl FnMut(Range<usize>), stretch: Range<usize>) {
    visit(stretch);
}
