//! Writes `types.d.ts` from the Rust types, or with `--check` says whether it is fresh. Never part of the package.

use std::process::ExitCode;
use std::{env, fs, io};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/types.d.ts");

fn main() -> io::Result<ExitCode> {
    let declarations = tieout_wasm::typescript::declarations();
    if env::args().all(|argument| argument != "--check") {
        fs::write(PATH, declarations)?;
        return Ok(ExitCode::SUCCESS);
    }
    if fs::read_to_string(PATH)? == declarations {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!(
        "web/npm/types.d.ts is not what the Rust types say. Write it anew: cargo run -p tieout-wasm --features typescript --bin types"
    );
    Ok(ExitCode::FAILURE)
}
