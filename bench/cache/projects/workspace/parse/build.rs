//! Makes a table of the words in `data/`. It does not say what it reads, so that cargo looks at every file of the package.
use std::{env, fs, path::Path};

fn main() {
    let words = fs::read_to_string("data/words.txt").expect("data/words.txt is there");
    let rows = words.lines().enumerate().map(|(value, text)| format!("base::Word {{ text: {text:?}, value: {value} }},"));
    let table = format!("&[{}]", rows.collect::<String>());
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("words.rs"), table).expect("OUT_DIR can be written");
}
