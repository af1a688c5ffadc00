//! OpenSSL from its own sources, on jemalloc: big C builds with Perl, Configure and make inside a crate.

#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() {
    let digest = openssl::sha::sha256(b"abc");
    let key = openssl::rsa::Rsa::generate(2048).expect("a key");
    openssl::ssl::SslConnector::builder(openssl::ssl::SslMethod::tls()).expect("a TLS client");
    let version = openssl::version::version();
    println!("{} {} {:02x}{:02x}", version.split('.').next().unwrap_or_default(), key.size(), digest[0], digest[1]);
}
