//! Short text as two machine words: equal words are equal text, compared without a loop; never an order among texts.

use std::borrow::Cow;

/// The longest text that fits, its length taking the last byte.
const MAX_BYTES: usize = 15;

/// Text of at most fifteen bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word([u64; 2]);

/// Which bytes of sixteen belong to a text of so many bytes.
const KEPT: [[u64; 2]; MAX_BYTES + 1] = {
    let (mut kept, mut len) = ([[0; 2]; MAX_BYTES + 1], 1);
    while len <= MAX_BYTES {
        let [low, high] = kept[len - 1];
        kept[len] = if len <= 8 { [low << 8 | 0xff, 0] } else { [low, high << 8 | 0xff] };
        len += 1;
    }
    kept
};

impl Word {
    /// No text.
    pub(crate) const EMPTY: Self = Self([0; 2]);

    /// The text between two places of a longer one; none where it is too long.
    #[inline]
    pub(crate) fn within(text: &[u8], start: usize, end: usize) -> Option<Self> {
        let len = end.wrapping_sub(start);
        let kept = KEPT.get(len)?;
        let bytes: [u8; 16] = match text.get(start..).and_then(<[u8]>::first_chunk) {
            Some(bytes) => *bytes,
            None => padded(text.get(start..end)?),
        };
        let (halves, _) = bytes.as_chunks::<8>();
        let [low, high] = [0, 1].map(|half: usize| u64::from_le_bytes(halves[half]) & kept[half]);
        Some(Self([low, high | (len as u64) << 56]))
    }

    /// A whole text; none where it is too long.
    pub(crate) fn of(text: &str) -> Option<Self> {
        Self::within(text.as_bytes(), 0, text.len())
    }

    /// What a longer text is looked for by: no short text has this length.
    pub(super) const fn standing_for(hash: u64) -> Self {
        Self([hash, u64::MAX << 56])
    }

    /// Whether it is the text itself, and does not only stand for it.
    #[inline]
    pub(super) const fn is_whole(self) -> bool {
        self.len() <= MAX_BYTES
    }

    /// How many bytes it has; of what only stands for a text, more than any has.
    #[inline]
    pub(super) const fn len(self) -> usize {
        (self.0[1] >> 56) as usize
    }

    /// Its first byte; zero where it has none.
    #[inline]
    pub(super) const fn first(self) -> u8 {
        self.0[0] as u8
    }

    /// It as digits, if it is nothing else.
    pub(super) fn digits(self) -> Option<Digits> {
        let bytes = self.0.map(u64::to_le_bytes);
        let bytes = bytes.as_flattened().get(..self.len()).filter(|bytes| !bytes.is_empty() && self.is_whole())?;
        let value = bytes
            .iter()
            .try_fold(0, |value: u64, byte| byte.is_ascii_digit().then(|| value * 10 + u64::from(byte - b'0')))?;
        Some(Digits { value, len: bytes.len() as u8 })
    }

    /// Whether this text comes before another in the order of their bytes.
    #[inline]
    pub(crate) fn is_below(self, other: Self) -> bool {
        self.0.map(u64::swap_bytes) < other.0.map(u64::swap_bytes)
    }

    /// A number that differs between most words.
    #[inline]
    pub(crate) const fn hash(self) -> u32 {
        let [low, high] = self.0;
        let mixed = (low ^ high.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ mixed >> 29 ^ high).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed >> 32) as u32
    }
}

#[cold]
fn padded(text: &[u8]) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..text.len()].copy_from_slice(text);
    bytes
}

/// An id in the one form in which ids are compared: words where it is short.
#[derive(Debug, Clone)]
pub enum Id<'t> {
    #[expect(private_interfaces, reason = "whoever asks for an id hands it on and never looks into it")]
    /// One that fits.
    Short(Word),
    /// One that does not.
    Long(Cow<'t, str>),
}

impl<'t> From<Cow<'t, str>> for Id<'t> {
    fn from(text: Cow<'t, str>) -> Self {
        Word::of(&text).map_or(Self::Long(text), Self::Short)
    }
}

/// An id that is digits alone: the number that is left where leading zeros are lost, and how many digits it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Digits {
    pub(crate) value: u64,
    pub(crate) len: u8,
}

/// A code that many cells are compared with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Code {
    pub(super) text: &'static str,
    pub(super) word: Option<Word>,
}

impl Code {
    pub(crate) fn of(text: &'static str) -> Self {
        Self { text, word: Word::of(text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_are_equal_text() {
        let texts = ["", "a", "b", "ab", "a\0", "12345678", "123456789", "123456789012345", "1234567890123456", "é"];
        let words = texts.map(Word::of);
        for (i, a) in words.iter().enumerate() {
            assert_eq!(a.is_none(), texts[i].len() > MAX_BYTES);
            assert_eq!(words.iter().filter(|b| *b == a).count(), 1, "{}", texts[i]);
        }
        let long = "12345678,P-0001,123456789012345,x";
        assert_eq!(Word::within(long.as_bytes(), 9, 15), Word::of("P-0001"));
        assert_eq!(Word::within(long.as_bytes(), 16, 31), Word::of("123456789012345"));
        assert_eq!(Word::within(long.as_bytes(), 32, 33), Word::of("x"));
        assert_eq!(Word::within(long.as_bytes(), 9, 40), None);
    }
}
