//! Work on several things, each on a thread of its own where there are threads; what it makes never depends on them.

/// What `work` makes of each item, in their order. `hear` is told how far it is, and with which.
///
/// The items are asked for one by one, so that work on the first begins before the last is made.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn side_by_side<T: Send, R: Send>(
    items: impl Iterator<Item = T>,
    work: impl Fn(T, &mut dyn FnMut(u32)) -> R + Sync,
    hear: &mut dyn FnMut(usize, u32),
) -> Vec<R> {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let work = &work;
        let start = |(index, item)| {
            let tell = tell.clone();
            // It is heard to its end below, so that telling cannot fail.
            scope.spawn(move || work(item, &mut |done| _ = tell.send((index, done))))
        };
        let threads: Vec<_> = items.enumerate().map(start).collect();
        drop(tell);
        for (index, done) in told {
            hear(index, done);
        }
        let joined = threads.into_iter().map(std::thread::ScopedJoinHandle::join);
        joined.map(|made| made.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

/// The same, one after another.
#[cfg(target_family = "wasm")]
pub(crate) fn side_by_side<T, R>(
    items: impl Iterator<Item = T>,
    work: impl Fn(T, &mut dyn FnMut(u32)) -> R,
    hear: &mut dyn FnMut(usize, u32),
) -> Vec<R> {
    items.enumerate().map(|(index, item)| work(item, &mut |done| hear(index, done))).collect()
}
