//! Writes a result.

/// The sum as JSON.
pub fn json(sum: u64) -> String {
    serde_json::json!({ "sum": sum }).to_string()
}
