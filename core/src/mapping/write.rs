//! A mapping as a file that people read, keep and compare: always in the same order and the same words.

use toml_writer::TomlWrite;

use super::{Choice, ColumnMapping, Delimiter, Encoding, FileMapping, Quote, TableChoice};

/// The file that says this.
pub(super) fn toml(files: &[FileMapping], tables: &[TableChoice]) -> String {
    let mut page = Page::default();
    for file in files {
        page.file(file);
    }
    for choice in tables {
        page.table(choice);
    }
    page.0
}

/// Text that grows line by line. Writing into a text cannot fail.
#[derive(Default)]
pub(super) struct Page(pub(super) String);

impl Page {
    /// A table's heading, after an empty line unless it is the first.
    pub(super) fn heading(&mut self, heading: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.line(heading);
    }

    pub(super) fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    pub(super) fn pair(&mut self, key: &str, value: &str) {
        let _ = self.0.key(key);
        self.0.push_str(" = ");
        let _ = self.0.value(value);
        self.0.push('\n');
    }

    pub(super) fn list(&mut self, key: &str, values: &[String]) {
        let _ = self.0.key(key);
        self.0.push_str(" = [");
        for (nth, value) in values.iter().enumerate() {
            self.0.push_str(if nth > 0 { ", " } else { "" });
            let _ = self.0.value(value.as_str());
        }
        self.0.push_str("]\n");
    }

    /// What is said about files of one sort.
    pub(super) fn file(&mut self, file: &FileMapping) {
        self.heading("[[file]]");
        self.head(file);
        let headers: Vec<_> = file.columns.iter().filter_map(|c| Some((c.field, c.header.as_deref()?))).collect();
        if !headers.is_empty() {
            self.heading("[file.columns]");
            for (field, header) in headers {
                self.pair(field, header);
            }
        }
        for column in &file.columns {
            self.values(column);
        }
        let dates: Vec<_> = file.columns.iter().filter_map(|c| Some((c.field, c.dates?))).collect();
        if !dates.is_empty() {
            self.heading("[file.dates]");
            for (field, form) in dates {
                self.pair(field, form.name());
            }
        }
    }

    /// How a file is known and read, below its heading.
    pub(super) fn head(&mut self, file: &FileMapping) {
        self.pair("table", file.dataset.name());
        if let Some(other) = file.instead_of {
            self.pair("instead_of", other.name());
        }
        if !file.headers.is_empty() {
            self.list("headers", &file.headers);
        }
        let words = [
            ("sheet", file.sheet.as_deref()),
            ("encoding", file.form.encoding.map(Encoding::name)),
            ("delimiter", file.form.delimiter.map(Delimiter::name)),
            ("quote", file.form.quote.map(Quote::name)),
        ];
        for (key, word) in words {
            if let Some(word) = word {
                self.pair(key, word);
            }
        }
        if let Some(line) = file.form.header_line {
            self.line(&format!("header_line = {line}"));
        }
    }

    /// Which files of a table count.
    pub(super) fn table(&mut self, choice: &TableChoice) {
        self.heading("[[table]]");
        self.pair("table", choice.dataset.name());
        match &choice.files {
            Choice::Join => self.pair("files", "join"),
            Choice::Last => self.pair("files", "last"),
            Choice::Only(names) => self.list("files", names),
        }
    }

    fn values(&mut self, column: &ColumnMapping) {
        if !column.values.is_empty() {
            self.heading(&format!("[file.values.{}]", column.field));
            column.values.iter().for_each(|(word, meaning)| self.pair(word, meaning));
        }
    }
}
