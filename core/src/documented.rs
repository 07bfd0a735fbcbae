//! What is kept of a control's documentation. Its worked example is for those who read the catalogue; whoever fetches the
//! engine over a network does not wait for it.

/// How much of it is kept: the example only with the feature `examples`.
pub(crate) const fn kept(docs: &str) -> usize {
    const EXAMPLE: &[u8] = b"## Example";
    let mut rest = docs.as_bytes();
    while !cfg!(feature = "examples")
        && let Some((_, after)) = rest.split_first()
    {
        if let Some((start, _)) = rest.split_at_checked(EXAMPLE.len())
            && is_same(start, EXAMPLE)
        {
            return docs.len() - rest.len();
        }
        rest = after;
    }
    docs.len()
}

const fn is_same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let (Some((a, ones)), Some((b, others))) = (one.split_first(), other.split_first()) {
        if *a != *b {
            return false;
        }
        (one, other) = (ones, others);
    }
    one.is_empty() && other.is_empty()
}

pub(crate) const fn start_of<const BYTES: usize>(docs: &str) -> [u8; BYTES] {
    *docs.as_bytes().first_chunk().expect("a text is no shorter than a part of it")
}

pub(crate) const fn text(bytes: &'static [u8]) -> &'static str {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("a heading begins at a character"),
    }
}
