//! Bytes into text: in which encoding they are, told by all of them and never by the first few.
//! What is not text is refused; it is never made to look like some.

use super::super::Refusal;
use crate::mapping::Encoding;

/// A file's text, and what its decoding took.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Encoding,
    /// How many characters were broken, and read as U+FFFD.
    pub(super) broken: u32,
}

/// Code points 0x80 to 0x9F of Windows-1252, as the WHATWG's standard has them; all others are their own number.
const C1: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', //
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// How much of a file is looked at for zero bytes, of which no text in UTF-8 or Windows-1252 has any.
const LOOKED_AT: usize = 4096;

/// Decodes a whole file. UTF-8 is taken as it is.
pub(super) fn decode(bytes: Vec<u8>, forced: Option<Encoding>) -> Result<Decoded, Refusal> {
    let decoded = match forced.map_or_else(|| of_start(&bytes), |encoding| Ok(Some(encoding)))? {
        Some(encoding @ (Encoding::Utf16Le | Encoding::Utf16Be)) => utf16(&bytes, encoding),
        Some(Encoding::Windows1252) => windows_1252(&bytes),
        Some(Encoding::Utf8) => match String::from_utf8(bytes) {
            Ok(text) => return Ok(Decoded { text, encoding: Encoding::Utf8, broken: 0 }),
            Err(error) => return Err(not_utf8(error.as_bytes())),
        },
        None => match String::from_utf8(bytes) {
            Ok(text) => return Ok(Decoded { text, encoding: Encoding::Utf8, broken: 0 }),
            Err(error) => otherwise(error.as_bytes())?,
        },
    };
    if u32::try_from(decoded.text.len()).is_err() { Err(Refusal::TooLarge) } else { Ok(decoded) }
}

/// The text of a file's first bytes, which may end within a character. It tells headers, never the encoding.
pub(super) fn decode_head(head: &[u8], forced: Option<Encoding>) -> Option<String> {
    match forced.map_or_else(|| of_start(head), |encoding| Ok(Some(encoding))).ok()? {
        Some(encoding @ (Encoding::Utf16Le | Encoding::Utf16Be)) => Some(utf16(head, encoding).text),
        Some(Encoding::Windows1252) => Some(windows_1252(head).text),
        Some(Encoding::Utf8) => Some(String::from_utf8_lossy(head).into_owned()),
        None => match str::from_utf8(head) {
            Ok(text) => Some(text.to_owned()),
            Err(error) if error.error_len().is_none() => {
                head.get(..error.valid_up_to()).map(|whole| String::from_utf8_lossy(whole).into_owned())
            }
            Err(_) => Some(windows_1252(head).text),
        },
    }
}

/// What the first bytes give away: UTF-16, by its mark or by the zero bytes in every other place.
fn of_start(bytes: &[u8]) -> Result<Option<Encoding>, Refusal> {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let encoding = match bytes {
        [0xff, 0xfe, ..] => Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => Some(Encoding::Utf16Be),
        _ => {
            let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
            let (high, low) = (zeros(0), zeros(1));
            let most = head.len() / 4;
            match (high, low) {
                (0, 0) => return Ok(None),
                _ if low > most && high * 16 <= low => Some(Encoding::Utf16Le),
                _ if high > most && low * 16 <= high => Some(Encoding::Utf16Be),
                _ => None,
            }
        }
    };
    // Text has no control characters but those that lay it out.
    let is_text = |&encoding: &Encoding| !utf16(head, encoding).text.chars().any(is_control);
    encoding.filter(is_text).map(Some).ok_or(Refusal::Binary)
}

/// What is neither UTF-16 nor UTF-8: Windows-1252, unless it is UTF-8 that was damaged, or no text.
fn otherwise(bytes: &[u8]) -> Result<Decoded, Refusal> {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if sound > broken {
        return Err(not_utf8(bytes));
    }
    let controls = bytes.iter().filter(|&&byte| is_control(char::from(byte)) && byte < b' ').count();
    if controls * 100 > bytes.len() { Err(Refusal::Binary) } else { Ok(windows_1252(bytes)) }
}

fn not_utf8(bytes: &[u8]) -> Refusal {
    let sound = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    Refusal::NotUtf8 { line: 1 + memchr::memchr_iter(b'\n', &bytes[..sound]).count() }
}

fn is_control(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}')
}

fn windows_1252(bytes: &[u8]) -> Decoded {
    let text = bytes.iter().map(|&byte| match byte {
        0x80..=0x9f => C1[usize::from(byte - 0x80)],
        _ => char::from(byte),
    });
    Decoded { text: text.collect(), encoding: Encoding::Windows1252, broken: 0 }
}

/// A surrogate without its other half, and half a unit at the end, are broken characters; both at the end are one.
fn utf16(bytes: &[u8], encoding: Encoding) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let unit = if encoding == Encoding::Utf16Le { u16::from_le_bytes } else { u16::from_be_bytes };
    let mut broken = 0;
    let mut text = String::with_capacity(pairs.len());
    for read in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        broken += u32::from(read.is_err());
        text.push(read.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    let is_half = |&pair: &[u8; 2]| (0xd800..0xdc00).contains(&unit(pair));
    if !rest.is_empty() && !pairs.last().is_some_and(is_half) {
        broken += 1;
        text.push(char::REPLACEMENT_CHARACTER);
    }
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Decoded { text, encoding, broken }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_windows_1252_is_what_browsers_read() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(windows_1252(&all).text, encoding_rs::WINDOWS_1252.decode_without_bom_handling(&all).0);
    }

    proptest::proptest! {
        #[test]
        fn utf_16_is_what_browsers_read(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..80)) {
            for (ours, theirs) in [(Encoding::Utf16Le, encoding_rs::UTF_16LE), (Encoding::Utf16Be, encoding_rs::UTF_16BE)] {
                assert_eq!(utf16(&bytes, ours).text, theirs.decode_with_bom_removal(&bytes).0);
            }
        }
    }

    #[test]
    fn an_encoding_is_told_by_the_whole_file() {
        let told = |bytes: &[u8]| decode(bytes.to_vec(), None).map(|decoded| decoded.encoding);
        let late = [&b"id\n".repeat(20_000)[..], b"Jos\xe9\n"].concat();
        assert_eq!(told(&late), Ok(Encoding::Windows1252), "however late the first such byte comes");
        assert_eq!(told(b"Jos\xc3\xa9, Zo\xc3\xab\nJos\xe9\n"), Err(Refusal::NotUtf8 { line: 2 }), "damaged UTF-8");
        assert_eq!(told(b"i\0d\0\n\0P\x001\0"), Ok(Encoding::Utf16Le), "without a mark");
        assert_eq!(told(b"\0i\0d\0\n\0P\x001"), Ok(Encoding::Utf16Be), "without a mark");
        for binary in
            [&b"\x00\x01\x02"[..], b"\xff\xfe\0\0i\0\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x8b\x08\x01\x02\xff"]
        {
            assert_eq!(told(binary), Err(Refusal::Binary), "{binary:?}");
        }
    }
}
