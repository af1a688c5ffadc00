// The difficulty that this example shows: C inside a crate needs a compiler for every target, not only for this machine.
fn main() {
    println!("cargo:rerun-if-changed=csrc/crc32c.c");
    cc::Build::new().file("csrc/crc32c.c").compile("crc32c");
}
