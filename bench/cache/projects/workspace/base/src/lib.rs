//! What the other crates share.

/// A word and the number that it stands for.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Word {
    pub text: &'static str,
    pub value: u64,
}
