//! C and assembly inside crates, each made to do something.

fn main() {
    let sqlite: String = rusqlite::Connection::open_in_memory()
        .and_then(|db| db.query_row("select upper('sqlite') || (6 * 7)", [], |row| row.get(0)))
        .expect("sqlite answers");
    let ring = ring::digest::digest(&ring::digest::SHA256, b"abc");
    let packed = zstd::encode_all(&[7u8; 100_000][..], 3).expect("zstd packs");
    assert_eq!(zstd::decode_all(&packed[..]).expect("zstd unpacks"), [7u8; 100_000]);
    println!("{sqlite} {:02x}{:02x}", ring.as_ref()[0], ring.as_ref()[1]);
}
