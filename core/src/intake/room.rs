//! How much a memory with addresses of 32 bits holds, as a browser and Node give one: told before it is taken, since what
//! takes too much of it dies without a word.

/// The most bytes of files: what is made of them takes as much again, and there are four thousand million addresses.
const MOST_BYTES: u64 = 1_500_000_000;

/// What is left of such a memory for files.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    left: u64,
}

impl Room {
    /// One in which nothing lies yet.
    pub const EMPTY: Self = Self { left: MOST_BYTES };

    /// Whether a file of so many bytes finds room.
    ///
    /// # Errors
    /// The sentence says which file does not, and what to do.
    pub fn holds(self, name: &str, bytes: u64) -> Result<(), String> {
        if bytes <= self.left {
            return Ok(());
        }
        let gigabytes = |bytes: u64| format!("{}.{} GB", bytes / 1_000_000_000, bytes / 100_000_000 % 10);
        let size = match self.left {
            MOST_BYTES => format!("has {}", gigabytes(bytes)),
            _ => format!("has {} beside the other files", gigabytes(bytes)),
        };
        Err(format!(
            "“{name}” {size}, and there is room for {} of files at most here. Check it with the command line, which has no such limit, or split it, by month for example, and check each part.",
            gigabytes(MOST_BYTES)
        ))
    }

    /// Takes the room of so many bytes.
    ///
    /// # Errors
    /// As [`Self::holds`].
    pub fn take(&mut self, name: &str, bytes: u64) -> Result<(), String> {
        self.holds(name, bytes)?;
        self.left -= bytes;
        Ok(())
    }
}
