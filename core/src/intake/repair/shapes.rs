//! Ids that a country gives out, and that carry their own proof. A column is held to a shape only where most of it has it:
//! made-up and test ids are nobody's fault.

use super::cells::{Cells, plural};

/// A column of fewer ids proves nothing.
const ENOUGH: usize = 4;

/// Whether an id may be meant as one of them and is none.
pub(super) fn is_misshapen(id: &str) -> bool {
    (may_be_npi(id) && !is_npi(id)) || (may_be_mbi(id) && !is_mbi(id))
}

/// Says how many ids of a column are not what the others are.
pub(super) fn judge(cells: &mut Cells<'_>) {
    held(cells, may_be_npi, is_npi, "National Provider Identifiers", "wrong check digit");
    held(cells, may_be_mbi, is_mbi, "Medicare Beneficiary Identifiers", "wrong order of letters and digits");
}

fn held(cells: &mut Cells<'_>, may_be: fn(&str) -> bool, is: fn(&str) -> bool, name: &str, fault: &str) {
    let (ids, sound) = (cells.count(may_be), cells.count(is));
    if ids >= ENOUGH && cells.all(may_be) && sound * 2 > ids {
        cells.doubt(
            |id| !is(id),
            |count, first| {
                format!("The ids look like {name}. {} with a {fault}, the first {first}.", plural(count, "id"))
            },
        );
    }
}

/// Ten digits, of which the first is 1 or 2.
fn may_be_npi(id: &str) -> bool {
    id.len() == 10 && id.starts_with(['1', '2']) && id.bytes().all(|byte| byte.is_ascii_digit())
}

/// The Luhn sum over the prefix 80840, which adds 24, and the ten digits.
fn is_npi(id: &str) -> bool {
    let sum = id.bytes().rev().enumerate().fold(24, |sum, (place, digit)| {
        let digit = u32::from(digit.wrapping_sub(b'0'));
        let doubled = digit << (place % 2);
        sum + doubled / 10 + doubled % 10
    });
    may_be_npi(id) && sum % 10 == 0
}

/// Eleven capital letters and digits that begin with a digit and have a letter after it.
fn may_be_mbi(id: &str) -> bool {
    let bytes = id.as_bytes();
    let are_plain = bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    id.len() == 11 && are_plain && bytes[0].is_ascii_digit() && bytes[1].is_ascii_uppercase()
}

/// The places of letters (A), digits (N, the first C from 1) and either (X); some letters are never used.
fn is_mbi(id: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_uppercase() && !b"SLOIBZ".contains(&byte);
    let fits = |(&byte, place): (&u8, u8)| match place {
        b'C' => (b'1'..=b'9').contains(&byte),
        b'A' => is_letter(byte),
        b'N' => byte.is_ascii_digit(),
        _ => byte.is_ascii_digit() || is_letter(byte),
    };
    id.len() == 11 && id.as_bytes().iter().zip(*b"CAXNAXNAANN").all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_prove_themselves() {
        assert!(is_npi("1234567893"), "the example of the check digit's standard");
        assert!(!is_npi("1234567890") && !is_npi("3234567893") && !is_npi("123456789"));
        assert!(is_mbi("1EG4TE5MK73"), "the example on a Medicare card");
        assert!(!is_mbi("1EG4TE5MKB3") && !is_mbi("0EG4TE5MK73") && !is_mbi("1EG4TE5MK7"));
    }
}
