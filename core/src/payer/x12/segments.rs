//! X12 as segments: the separators are those that the interchange declares, and a terminator that is missing is told.

/// The four characters by which an interchange is cut up.
#[derive(Debug, Clone, Copy)]
struct Separators {
    element: char,
    component: char,
    repetition: char,
    terminator: char,
}

/// One segment of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment<'t> {
    /// Its number in the file, from one.
    pub(super) number: u32,
    text: &'t str,
    separators: Separators,
}

impl<'t> Segment<'t> {
    /// What it is: its first element.
    pub(super) fn id(self) -> &'t str {
        self.get(0)
    }

    /// An element by its number, trimmed; one that is not there is empty.
    pub(super) fn get(self, element: usize) -> &'t str {
        self.text.split(self.separators.element).nth(element).unwrap_or_default().trim()
    }

    /// A component of an element, from one.
    pub(super) fn component(self, element: usize, component: usize) -> &'t str {
        self.get(element).split(self.separators.component).nth(component - 1).unwrap_or_default().trim()
    }

    /// The repetitions of an element; none where it is empty.
    pub(super) fn repeated(self, element: usize) -> impl Iterator<Item = &'t str> {
        let text = self.get(element);
        text.split(self.separators.repetition).map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether it is this segment with this qualifier in its first element.
    pub(super) fn is(self, id: &str, qualifier: &str) -> bool {
        self.id() == id && self.get(1) == qualifier
    }
}

/// The segments of a text, and where terminators are missing.
#[derive(Debug, Default)]
pub(super) struct Segments<'t> {
    pub(super) all: Vec<Segment<'t>>,
    pub(super) unterminated: Vec<u32>,
}

impl<'t> Segments<'t> {
    /// Cuts up a text that begins with `ISA`. Each further interchange declares its own separators.
    pub(super) fn of(text: &'t str) -> Self {
        let (mut segments, mut rest) = (Self::default(), text.trim_start());
        let mut separators = None;
        while !rest.is_empty() {
            if rest.starts_with("ISA") {
                separators = Separators::of(rest).or(separators);
            }
            let Some(known) = separators else { break };
            let end = rest.find(known.terminator);
            let (piece, next) =
                end.map_or((rest, ""), |end| (&rest[..end], &rest[end + known.terminator.len_utf8()..]));
            segments.cut(piece, known, end.is_some());
            rest = next.trim_start_matches(['\r', '\n', ' ', '\t']);
        }
        segments
    }

    /// Adds a piece between two terminators: one segment, or several where line breaks show that terminators are missing.
    fn cut(&mut self, piece: &'t str, separators: Separators, is_terminated: bool) {
        let mut lines = Vec::<&str>::new();
        let mut start = 0;
        for (at, _) in piece.match_indices(['\n', '\r']) {
            if begins(&piece[at + 1..], separators.element) {
                lines.push(&piece[start..at]);
                start = at + 1;
            }
        }
        lines.push(&piece[start..]);
        let last = lines.len() - 1;
        for (at, line) in lines.into_iter().enumerate() {
            let text = line.trim_matches(['\r', '\n']);
            if text.trim().is_empty() {
                continue;
            }
            let number = self.all.last().map_or(1, |last| last.number + 1);
            if at < last || !is_terminated {
                self.unterminated.push(number);
            }
            self.all.push(Segment { number, text, separators });
        }
    }
}

/// Whether a text begins with the id of a segment and an element behind it.
fn begins(text: &str, element: char) -> bool {
    let end = text.char_indices().take(4).find(|&(_, c)| c == element).map_or(0, |(end, _)| end);
    let id = &text.as_bytes()[..end];
    id.len() >= 2 && id[0].is_ascii_uppercase() && id.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

impl Separators {
    /// What an interchange header declares: the character behind `ISA`, its eleventh and sixteenth elements, and what follows them.
    fn of(header: &str) -> Option<Self> {
        let element = header[3..].chars().next().filter(|c| !c.is_alphanumeric() && !c.is_whitespace())?;
        let mut elements = header.splitn(17, element);
        let repetition = elements.nth(11)?.chars().next()?;
        let mut rest = elements.nth(4)?.chars();
        let component = rest.next()?;
        let terminator = rest.next()?;
        // Windows writes its line breaks as two characters; the second is trimmed away.
        let terminator = if terminator == '\r' { '\n' } else { terminator };
        let parts = [element, component, terminator];
        let plain = |c: char| !c.is_alphanumeric() && c != ' ';
        (parts.into_iter().all(plain) && element != terminator && element != component).then_some(Self {
            element,
            component,
            repetition,
            terminator,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260101*0800*^*00501*000000001*0*P*:";

    #[test]
    fn separators_are_those_that_the_interchange_declares() {
        let text = format!("{HEADER}~EB*1**30^MH*a:b~").replace('*', "|").replace('~', "\r\n");
        let segments = Segments::of(&text);
        let last = segments.all[1];
        assert_eq!((last.number, last.id(), last.component(4, 2)), (2, "EB", "b"));
        assert_eq!(last.repeated(3).collect::<Vec<_>>(), ["30", "MH"]);
        assert!(segments.unterminated.is_empty());
    }

    #[test]
    fn a_missing_terminator_is_told_and_loses_no_segment() {
        let text = format!("{HEADER}~\nINS*Y*18\nREF*0F*1~\nSE*2*1");
        let segments = Segments::of(&text);
        assert_eq!(segments.all.iter().map(|s| s.id()).collect::<Vec<_>>(), ["ISA", "INS", "REF", "SE"]);
        assert_eq!(segments.unterminated, [2, 4]);
        for cut in 0..text.len() {
            let _ = Segments::of(&text[..cut]);
        }
    }
}
