//! Characters that nobody sees: in a value that is compared they make a difference that nobody meant.

use super::cells::{Cells, plural};

/// Those that take no room.
const WITHOUT_WIDTH: [char; 8] =
    ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}'];
/// Those that look like a blank.
const BLANKS: [char; 3] = ['\u{a0}', '\u{2007}', '\u{202f}'];

/// Whether a text has any of them below its first character, which may be its mark.
pub(super) fn any_in(text: &str) -> bool {
    let mut may_begin = memchr::memchr3_iter(0xc2, 0xe2, 0xef, text.as_bytes()).filter(|&at| at > 0);
    may_begin.any(|at| text[at..].starts_with(is_unseen))
}

fn is_unseen(c: char) -> bool {
    WITHOUT_WIDTH.contains(&c) || BLANKS.contains(&c)
}

/// Takes out what has no width, and makes every blank the plain one.
pub(super) fn judge(cells: &mut Cells<'_>) {
    let seen = |text: &str| {
        let plain =
            text.chars().filter(|c| !WITHOUT_WIDTH.contains(c)).map(|c| if BLANKS.contains(&c) { ' ' } else { c });
        text.contains(is_unseen).then(|| plain.collect::<String>().trim().to_owned())
    };
    cells.change(seen, |count, _, first| {
        format!(
            "Characters that cannot be seen were taken out of {}, the first of them “{first}”.",
            plural(count, "cell")
        )
    });
}
