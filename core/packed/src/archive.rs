//! An archive's members, as they are; a workbook or an archive among them is opened too, and nothing below that.

use crate::directory::{Directory, is_zip};
use crate::limits::Budget;
use crate::{Member, Refusal, is_packed, workbook};

/// How many archives may lie in one another.
const DEPTH: usize = 2;

/// Everything that a packed file holds; `depth` is how many archives it lies in.
pub(crate) fn open(what: &str, bytes: &[u8], depth: usize, budget: &mut Budget<'_>) -> Result<Vec<Member>, Refusal> {
    if !is_zip(bytes) {
        return workbook::open_compound(what, bytes, budget);
    }
    let mut directory = Directory::open(what, bytes, budget)?;
    if let Some(format) = workbook::Format::of(&mut directory, budget)? {
        return workbook::open(what, bytes, format, directory, budget);
    }
    if depth == DEPTH {
        return Err(Refusal::new(
            what,
            "is an archive in an archive in an archive. Unpack it, and give what is in it.",
        ));
    }
    let mut members = Vec::new();
    let entries: Vec<_> = directory.entries.iter().filter(|entry| !is_clutter(&entry.name)).cloned().collect();
    let (stretch, all) = (budget.pace.stretch(), entries.iter().fold(0, |all, entry| entry.size.saturating_add(all)));
    let mut done = 0_u64;
    for entry in entries {
        let end = done.saturating_add(entry.size);
        budget.pace.enter(stretch.between([done, end], all));
        done = end;
        budget.pace.begin(&entry.name);
        let bytes = directory.read(&entry, budget)?;
        if is_packed(&bytes) {
            let inner = open(&format!("{what}: {}", entry.name), &bytes, depth + 1, budget)?;
            let outside = |member: Member| Member { name: format!("{}/{}", entry.name, member.name), ..member };
            members.extend(inner.into_iter().map(outside));
        } else {
            budget.write(what, bytes.len() as u64)?;
            members.push(Member { name: entry.name, bytes, notes: Vec::new() });
        }
    }
    if members.is_empty() {
        let says = "is an archive with no file in it. Pack the tables into it, or give them as they are.";
        return Err(Refusal::new(what, says));
    }
    Ok(members)
}

/// What a computer adds to an archive by itself.
fn is_clutter(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/") || matches!(file, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
