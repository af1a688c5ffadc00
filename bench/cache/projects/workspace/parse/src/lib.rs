//! Finds numbers in a text.
use base::Word;

const WORDS: &[Word] = include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The numbers of a text, in its order.
pub fn numbers(text: &str) -> Vec<Word> {
    let pattern = regex::Regex::new("[a-z]+").expect("the pattern is a regular expression");
    let words = pattern.find_iter(text).map(|found| found.as_str());
    words.filter_map(|word| WORDS.iter().find(|known| known.text == word).cloned()).collect()
}
