//! The header of an attack: what a person reads at the top of the file, and what the harness holds it to.

use std::fmt;

/// Everything that a file of `tests/escape/` says about itself.
#[derive(Debug)]
pub struct Header {
    /// Verdicts, one of which the file must get.
    pub must: Vec<String>,
    pub not: Vec<Effect>,
    pub needs: Vec<String>,
    /// How the file is called when it is handed in.
    pub name: Option<String>,
    pub generate: Vec<Generate>,
}

/// What must not have happened afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    FileExists(String),
    ProcessLives(String),
    PortListens(u16),
    AbstractSocketExists(String),
    ReportShows(String),
    ReportLineBegins(String),
    ExpectedOutputLeaks,
    LimitsAreOutlived,
    NextAnswerDiffers,
}

/// A word of the file that stands for a longer or unprintable text.
#[derive(Debug)]
pub struct Generate {
    pub word: String,
    pub text: Vec<u8>,
    pub count: usize,
}

/// Verdicts that an attack may ask for. `internal`, `skipped` and `manual` say nothing about an answer.
const VERDICTS: [&str; 8] = ["pass", "fail", "error", "timeout", "memory", "output-limit", "crash", "blocked"];

const NEEDS: [&str; 2] = ["processes", "loopback"];

impl Header {
    /// Read the header of a file, or say what in it is not of the grammar.
    pub fn parse(source: &str, honest: bool) -> Result<Header, String> {
        let mut header = Header { must: vec![], not: vec![], needs: vec![], name: None, generate: vec![] };
        let mut lines = source.lines().map_while(|line| line.strip_prefix("# ")).peekable();
        let mut told = 0;
        while lines.next_if(|line| !line.starts_with("must: ")).is_some() {
            told += 1;
        }
        if told == 0 {
            return Err("the first line does not say what the file tries".to_owned());
        }
        for line in lines {
            let (key, value) = line.split_once(": ").ok_or_else(|| format!("`{line}` is no `key: value`"))?;
            header.read(key, value).map_err(|problem| format!("`{line}`: {problem}"))?;
        }
        header.check(honest).map(|()| header)
    }

    fn read(&mut self, key: &str, value: &str) -> Result<(), String> {
        match key {
            "must" if self.must.is_empty() => self.must = words(value, '|', &VERDICTS)?,
            "needs" if self.needs.is_empty() => self.needs = words(value, ' ', &NEEDS)?,
            "name" if self.name.is_none() => {
                self.name = Some(String::from_utf8(quoted(value)?).map_err(|error| error.to_string())?);
            }
            "not" => self.not.push(effect(value)?),
            "generate" => self.generate.push(generate(value)?),
            _ => return Err("unknown, or said twice".to_owned()),
        }
        Ok(())
    }

    fn check(&self, honest: bool) -> Result<(), String> {
        if self.must.is_empty() {
            return Err("there is no `must`".to_owned());
        }
        if honest && self.must != ["pass"] {
            return Err("an honest answer must pass".to_owned());
        }
        if !honest && self.not.is_empty() {
            return Err("an attack must say what must not come of it".to_owned());
        }
        Ok(())
    }

    /// The bytes to hand in.
    pub fn content(&self, source: &str) -> Result<Vec<u8>, String> {
        let mut content = source.as_bytes().to_vec();
        for Generate { word, text, count } in &self.generate {
            // Only below the header, which names the word itself.
            let header = source.lines().take_while(|line| line.starts_with('#')).map(|line| line.len() + 1).sum();
            let found = find(&content[header..], word.as_bytes()).ok_or_else(|| format!("`{word}` is not used"))?;
            content.splice(header + found..header + found + word.len(), text.repeat(*count));
        }
        Ok(content)
    }
}

fn find(content: &[u8], word: &[u8]) -> Option<usize> {
    content.windows(word.len()).position(|window| window == word)
}

fn words(value: &str, separator: char, known: &[&str]) -> Result<Vec<String>, String> {
    let found: Vec<String> = value.split(separator).map(str::to_owned).collect();
    match found.iter().find(|word| !known.contains(&word.as_str())) {
        Some(word) => Err(format!("`{word}` is not one of {known:?}")),
        None => Ok(found),
    }
}

fn effect(value: &str) -> Result<Effect, String> {
    let text = |quoted_text: &str| quoted(quoted_text).map(|text| String::from_utf8_lossy(&text).into_owned());
    let between = |start: &str, end: &str| value.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    Ok(match value {
        "expected output leaks" => Effect::ExpectedOutputLeaks,
        "limits are outlived" => Effect::LimitsAreOutlived,
        "next answer differs" => Effect::NextAnswerDiffers,
        _ => {
            if let Some(path) = between("file ", " exists").filter(|path| path.starts_with('/')) {
                Effect::FileExists(path.to_owned())
            } else if let Some(name) = between("process ", " lives") {
                // The kernel keeps 15 bytes of a name.
                if name.len() > 15 {
                    return Err("a name of a process has at most 15 bytes".to_owned());
                }
                Effect::ProcessLives(name.to_owned())
            } else if let Some(port) = between("port ", " listens") {
                Effect::PortListens(port.parse().map_err(|_| format!("`{port}` is no port"))?)
            } else if let Some(name) = between("abstract socket ", " exists") {
                Effect::AbstractSocketExists(name.to_owned())
            } else if let Some(shown) = value.strip_prefix("report shows ") {
                Effect::ReportShows(text(shown)?)
            } else if let Some(begins) = value.strip_prefix("report line begins ") {
                Effect::ReportLineBegins(text(begins)?)
            } else {
                return Err("not in the vocabulary of effects".to_owned());
            }
        }
    })
}

/// `WORD = "text" * COUNT`
fn generate(value: &str) -> Result<Generate, String> {
    let (word, rest) = value.split_once(" = ").ok_or("there is no ` = `")?;
    let (text, count) = rest.rsplit_once(" * ").ok_or("there is no ` * `")?;
    let count = count.parse().map_err(|_| format!("`{count}` is no number"))?;
    Ok(Generate { word: word.to_owned(), text: quoted(text)?, count })
}

/// Bytes between double quotes, in which `\xNN` is a byte and `\\` a backslash.
fn quoted(value: &str) -> Result<Vec<u8>, String> {
    let inner = value
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .ok_or_else(|| format!("`{value}` is not in double quotes"))?;
    let mut bytes = Vec::new();
    let mut left = inner.as_bytes();
    while let Some((first, rest)) = left.split_first() {
        left = rest;
        match (first, rest) {
            (b'\\', [b'\\', ..]) => {
                bytes.push(b'\\');
                left = &rest[1..];
            }
            (b'\\', [b'x', high, low, ..]) => {
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).map_err(|error| error.to_string())?;
                bytes.push(u8::from_str_radix(digits, 16).map_err(|error| error.to_string())?);
                left = &rest[3..];
            }
            (b'\\', _) => return Err(format!("`{value}` has an unknown escape")),
            _ => bytes.push(*first),
        }
    }
    Ok(bytes)
}

impl fmt::Display for Effect {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Effect::FileExists(path) => write!(formatter, "file {path} exists"),
            Effect::ProcessLives(name) => write!(formatter, "process {name} lives"),
            Effect::PortListens(port) => write!(formatter, "port {port} listens"),
            Effect::AbstractSocketExists(name) => write!(formatter, "abstract socket {name} exists"),
            Effect::ReportShows(text) => write!(formatter, "report shows {text:?}"),
            Effect::ReportLineBegins(text) => write!(formatter, "report line begins {text:?}"),
            Effect::ExpectedOutputLeaks => formatter.write_str("expected output leaks"),
            Effect::LimitsAreOutlived => formatter.write_str("limits are outlived"),
            Effect::NextAnswerDiffers => formatter.write_str("next answer differs"),
        }
    }
}
