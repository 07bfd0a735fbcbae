//! A list that is taller than a browser can draw: where each row stands while a part of it is in view.

/// Browsers stop drawing somewhere above sixteen million pixels; this stays well below.
const TALLEST_PX: f64 = 8e6;
/// Rows that are kept ready above and below the view.
const SPARE_ROWS: u32 = 8;

/// A list of rows of one height, seen through a view of some height.
///
/// Up to the tallest body a browser can draw, a pixel of scrolling is a pixel of list. Beyond that,
/// the scroll bar stands for the whole list and each of its pixels for more than one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Strip {
    /// How many rows there are.
    pub(super) rows: u32,
    /// How tall each is.
    pub(super) row_px: f64,
    /// How much of the list is in view.
    pub(super) view_px: f64,
}

impl Strip {
    fn full_px(&self) -> f64 {
        f64::from(self.rows) * self.row_px
    }

    /// How tall the drawn body is.
    pub(super) fn body_px(&self) -> f64 {
        self.full_px().min(TALLEST_PX)
    }

    /// Pixels of list for a pixel of scrolling.
    fn scale(&self) -> f64 {
        let travel = self.body_px() - self.view_px;
        if travel > 0.0 { (self.full_px() - self.view_px) / travel } else { 1.0 }
    }

    /// The rows to draw, the first and the one after the last.
    pub(super) fn drawn(&self, scroll_px: f64) -> (u32, u32) {
        if self.row_px <= 0.0 {
            return (0, 0);
        }
        let top = scroll_px.max(0.0) * self.scale() / self.row_px;
        let first = (top as u32).saturating_sub(SPARE_ROWS);
        let last = ((top + self.view_px / self.row_px).ceil() as u32).saturating_add(SPARE_ROWS);
        (first.min(self.rows), last.min(self.rows))
    }

    /// Where a row is drawn in the body.
    pub(super) fn top_px(&self, row: u32, scroll_px: f64) -> f64 {
        let full = f64::from(row) * self.row_px;
        if self.full_px() <= TALLEST_PX { full } else { full - scroll_px * self.scale() + scroll_px }
    }

    /// Where to scroll so that a row is in view; nowhere where it is already.
    pub(super) fn scroll_to(&self, row: u32, scroll_px: f64) -> Option<f64> {
        let (top, seen) = (f64::from(row) * self.row_px, scroll_px * self.scale());
        if top < seen {
            Some(top / self.scale())
        } else if top + self.row_px > seen + self.view_px {
            Some((top + self.row_px - self.view_px) / self.scale())
        } else {
            None
        }
    }

    /// How many whole rows are in view.
    pub(super) fn page_rows(&self) -> u32 {
        if self.row_px > 0.0 { ((self.view_px / self.row_px) as u32).max(1) } else { 1 }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "whole pixels are exact")]
mod tests {
    use super::*;

    const SHORT: Strip = Strip { rows: 100_000, row_px: 36.0, view_px: 600.0 };
    const TALL: Strip = Strip { rows: 5_000_000, row_px: 36.0, view_px: 600.0 };

    #[test]
    fn a_pixel_is_a_pixel_while_the_browser_can_draw_the_list() {
        assert_eq!(SHORT.body_px(), 3_600_000.0);
        assert_eq!(SHORT.drawn(36_000.0), (992, 1025));
        assert_eq!(SHORT.top_px(1_000, 36_000.0), 36_000.0);
    }

    #[test]
    fn the_ends_of_the_scroll_bar_are_the_ends_of_the_list() {
        for strip in [SHORT, TALL] {
            let end = strip.body_px() - strip.view_px;
            assert_eq!(strip.drawn(0.0).0, 0);
            assert_eq!(strip.drawn(end).1, strip.rows);
            let last = strip.top_px(strip.rows - 1, end) + strip.row_px;
            assert!((last - strip.body_px()).abs() < 1e-3, "the last row ends where the body does: {last}");
        }
    }

    #[test]
    fn a_row_that_is_gone_to_is_in_view() {
        for strip in [SHORT, TALL] {
            for row in [0, 1, 20, 5_000, strip.rows / 2, strip.rows - 1] {
                let scroll = strip.scroll_to(row, 1_000.0).unwrap_or(1_000.0);
                let (first, last) = strip.drawn(scroll);
                assert!((first..last).contains(&row), "{row} is drawn");
                let top = strip.top_px(row, scroll) - scroll;
                let inside = top > -1e-3 && top + strip.row_px < strip.view_px + 1e-3;
                assert!(inside, "{row} begins {top} px below the top of the view");
            }
        }
    }

    #[test]
    fn a_list_without_a_height_draws_nothing() {
        assert_eq!(Strip::default().drawn(0.0), (0, 0));
    }
}
