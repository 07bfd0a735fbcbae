//! Files that people write, in TOML: how they are read, fault by fault; never what any of them means.

pub(crate) mod reading;
pub(crate) mod words;
pub(crate) mod fault;
#[cfg(feature = "schema")]
pub(crate) mod schema;

use toml::de::DeTable;

use crate::value::Pilot;
use fault::Faults;
use reading::Section;

pub use fault::{Fault, FileError};

/// A sort of file that people write.
pub(crate) struct Sort {
    /// Of a file whose notation is broken all over: what it is not, and what to give instead.
    pub(crate) stranger: [&'static str; 2],
    /// The line that such a file always has.
    pub(crate) mark: &'static str,
    /// The kind of pilot that it names, before the rest of it is read.
    pub(crate) pilot: fn(&DeTable<'_>) -> Option<Pilot>,
}

/// How much broken notation a file may have before it is asked whether it is of its sort at all.
const MANY: usize = 5;

/// Reads a whole file as one section, which `check` then holds against itself.
///
/// # Errors
/// The error names every fault of the file with its line, or, where the notation itself is broken,
/// every fault of the notation.
pub(crate) fn read<S: Section>(
    bytes: &[u8],
    sort: &Sort,
    check: impl FnOnce(&S, &mut Faults<'_>),
) -> Result<S, FileError> {
    let text = str::from_utf8(bytes).map_err(|error| {
        let sound = str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        let fault =
            Fault::of_notation(sound, sound.len(), "the file is not UTF-8 from here on", "save it as UTF-8 text");
        FileError::new(vec![fault])
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (tree, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        if errors.len() > MANY && !text.lines().any(|line| line.trim() == sort.mark) {
            let [what, mend] = sort.stranger;
            return Err(FileError::new(vec![Fault::of_notation(text, 0, what, mend)]));
        }
        let faults = errors.iter().map(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            Fault::of_notation(text, offset, error.message(), "correct the TOML there")
        });
        return Err(FileError::new(faults.collect()));
    }
    let mut faults = Faults::new(text, tree.get_ref(), (sort.pilot)(tree.get_ref()));
    let section = reading::read_table::<S>(tree.get_ref(), &mut faults);
    if let Some(section) = &section {
        check(section, &mut faults);
    }
    faults.verdict(section)
}
