//! CSV that a spreadsheet opens without running anything.

use std::io::{self, Write};

use csv::{QuoteStyle, WriterBuilder};

use crate::report::text;

/// A table that is being written.
pub struct Table<W: Write>(csv::Writer<W>);

/// A field.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// A text of whoever.
    Text(String),
    Count(u64),
    /// With four digits; empty when there is none.
    Share(Option<f64>),
}

impl<W: Write> Table<W> {
    pub fn new(to: W) -> Table<W> {
        // Quoted, a text cannot be split by a spreadsheet that takes semicolons or tabs for separators.
        Table(WriterBuilder::new().quote_style(QuoteStyle::NonNumeric).from_writer(to))
    }

    pub fn row(&mut self, fields: impl IntoIterator<Item = Field>) -> io::Result<()> {
        let fields = fields.into_iter().map(|field| match field {
            Field::Text(text) => defused(&text),
            Field::Count(count) => count.to_string(),
            Field::Share(share) => share.map(|share| share.to_string()).unwrap_or_default(),
        });
        self.0.write_record(fields).map_err(into_io)
    }

    pub fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A text that no spreadsheet takes for a formula.
fn defused(text: &str) -> String {
    let text = text::line(text);
    // The wide forms are formulas too, in spreadsheets for East Asia.
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula { format!("'{text}") } else { text }
}

fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &[u8]) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    fn written(fields: Vec<Field>) -> Vec<u8> {
        let mut to = Vec::new();
        let mut table = Table::new(&mut to);
        table.row(fields).unwrap();
        table.finish().unwrap();
        to
    }

    #[test]
    fn formulas_are_texts_and_numbers_stay_numbers() {
        let fields = vec![
            Field::Text("=1+1".to_owned()),
            Field::Text(" @SUM(A1)".to_owned()),
            Field::Text("\t=1".to_owned()),
            Field::Text("＝1".to_owned()),
            Field::Text("a,\"b\"".to_owned()),
            Field::Share(Some(-0.25)),
            Field::Share(None),
            Field::Count(3),
        ];
        let text = String::from_utf8(written(fields)).unwrap();
        assert_eq!(text, "\"'=1+1\",\"' @SUM(A1)\",\"\\t=1\",\"'＝1\",\"a,\"\"b\"\"\",-0.25,\"\",3\n");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_as_it_is_shown(texts in proptest::collection::vec(any::<String>(), 1..5)) {
            let rows = read(&written(texts.iter().cloned().map(Field::Text).collect()));
            let shown: Vec<String> = texts.iter().map(|text| defused(text)).collect();
            prop_assert!(shown.iter().all(|text| !text.trim_start().starts_with(['=', '+', '-', '@'])));
            prop_assert_eq!(rows, [shown]);
        }
    }
}
