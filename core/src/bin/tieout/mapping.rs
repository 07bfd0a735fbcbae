//! Mapping files at the command line: found, read and proposed; what they mean is the library's to say.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tieout::mapping::KnownBy;
use tieout::{Contract, File, Mapping, Proposal, Sample, delivered_as, draft, propose, sample, sample_delivered};

use crate::{Failure, files};

/// What a mapping file is called in a folder of tables.
const IN_FOLDER: &str = "mapping.toml";

/// How many rows of a file are looked at: enough for every word of a list, and to count them.
const ROWS: usize = 100_000;

/// The mapping: the file that was named or, where none was, the one that is among the paths. Returns the paths without it.
pub(crate) fn given(named: Option<&Path>, paths: &[PathBuf]) -> Result<(Option<Mapping>, Vec<PathBuf>), Failure> {
    let is_mapping = |path: &&PathBuf| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    let (among, tables): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(is_mapping);
    let in_folders = tables.iter().filter(|path| path.is_dir()).map(|path| path.join(IN_FOLDER));
    let found: Vec<_> = among.into_iter().cloned().chain(in_folders.filter(|path| path.is_file())).collect();
    let tables = tables.into_iter().cloned().collect();
    let path = match (named, &found[..]) {
        (Some(named), _) => named,
        (None, []) => return Ok((None, tables)),
        (None, [only]) => only,
        (None, [first, second, ..]) => {
            let (first, second) = (first.display(), second.display());
            return Err(format!("{first} and {second} could both be the mapping. Name one with --mapping.").into());
        }
    };
    let mapping = Mapping::parse(&files::read(path)?).map_err(|error| format!("{}:\n{error}", path.display()))?;
    eprintln!("tieout: reading as {} says.", path.display());
    Ok((Some(mapping), tables))
}

/// Prints or writes what the files' headers and words probably mean.
pub(crate) fn map(
    contract: &Contract,
    mapping: Option<&Mapping>,
    files: Vec<File>,
    out: Option<&Path>,
) -> Result<ExitCode, Failure> {
    if let Some(out) = out.filter(|out| out.exists()) {
        let out = out.display();
        let why = format!(
            "{out} is there already, and somebody may have confirmed what it says. To go on from it, give it with --mapping and name another file with --out."
        );
        return Err(why.into());
    }
    let (delivered, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| delivered_as(file).is_some());
    let (worded, mut samples) = of_payers(sample_delivered(&delivered.iter().collect::<Vec<_>>(), contract, ROWS));
    for file in files {
        let name = file.name.clone();
        match sample(file, mapping, ROWS) {
            Ok(sample) => samples.push(sample),
            Err(why) => eprintln!("tieout: {name} was left out: {why}"),
        }
    }
    let proposals = propose(&samples, contract, mapping);
    let has_words = proposals.iter().any(|of| of.known_by == KnownBy::Format && !of.is_settled());
    for (place, file) in delivered.iter().enumerate() {
        let needs = if has_words && worded.contains(&place) { "has words to be mapped" } else { "needs no mapping" };
        let format = delivered_as(file).unwrap_or_default();
        eprintln!("tieout: {} {needs}: it is in a payer's own format ({format}).", file.name);
    }
    let text = draft(&proposals, mapping);
    match out {
        Some(out) => files::write_whole(out, text.as_bytes())?,
        None => std::io::stdout().lock().write_all(text.as_bytes())?,
    }
    let count = |is: &dyn Fn(&Proposal) -> bool| proposals.iter().filter(|proposal| is(proposal)).count();
    let (settled, open) = (count(&Proposal::is_settled), count(&Proposal::is_open));
    let left_out = count(&|proposal| proposal.dataset.is_none() && !proposal.is_open());
    let parts = [
        (settled + delivered.len() - worded.len(), "to be read as they are"),
        (proposals.len() - settled - open - left_out, "to be confirmed"),
        (open, "with something to be answered: search for OPEN"),
        (left_out, "like no table and left out"),
    ];
    let told = parts.into_iter().filter(|&(count, _)| count > 0).map(|(count, what)| format!("{count} {what}"));
    let where_to = out.map(|out| format!("{}: ", out.display())).unwrap_or_default();
    eprintln!("tieout: {where_to}{}.", told.collect::<Vec<_>>().join("; "));
    Ok(if open == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The words of all payers' files as those of one: a mapping says the same of all of them. Comes with the places of the files
/// that have any.
fn of_payers(samples: Vec<(usize, Sample)>) -> (BTreeSet<usize>, Vec<Sample>) {
    let worded = samples.iter().map(|(place, _)| *place).collect();
    let one = samples.into_iter().map(|(_, sample)| sample).reduce(|mut all, next| {
        all.file = format!("{}, {}", all.file, next.file);
        all.rows.extend(next.rows);
        all
    });
    (worded, one.into_iter().collect())
}
