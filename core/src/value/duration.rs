//! A limit is so many clock hours or so many business days; never a bare number, whose unit each side would guess.

use std::fmt;
use std::str::FromStr;

/// How long something may take, as a contract writes it: `48h` or `2bd`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Hours on the clock, weekends and holidays among them.
    Hours(u16),
    /// Days on which both parties work.
    BusinessDays(u16),
}

/// The text is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotALimit;

impl FromStr for Limit {
    type Err = NotALimit;

    fn from_str(text: &str) -> Result<Self, NotALimit> {
        let unit = text.find(|c: char| !c.is_ascii_digit()).ok_or(NotALimit)?;
        let (number, unit) = text.split_at(unit);
        let number = number.parse().map_err(|_| NotALimit)?;
        match unit {
            "h" => Ok(Self::Hours(number)),
            "bd" => Ok(Self::BusinessDays(number)),
            _ => Err(NotALimit),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hours(hours) => write!(f, "{hours}h"),
            Self::BusinessDays(days) => write!(f, "{days}bd"),
        }
    }
}

impl fmt::Display for NotALimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("write hours as 48h or business days as 2bd")
    }
}

impl std::error::Error for NotALimit {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        for text in ["48h", "0h", "2bd"] {
            assert_eq!(text.parse::<Limit>().unwrap().to_string(), text);
        }
        for text in ["", "48", "h", "48 h", "-2bd", "1.5h", "2d", "70000h", "٣h"] {
            assert_eq!(text.parse::<Limit>(), Err(NotALimit), "{text}");
        }
    }
}
