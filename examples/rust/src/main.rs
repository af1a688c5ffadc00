//! `treesum DIR`: one checksum for a directory, from the names and contents of its files, computed by all CPUs.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, io, process, thread};

mod crc {
    extern "C" {
        fn treesum_crc32c(crc: u32, data: *const u8, size: usize) -> u32;
    }

    /// Continues a CRC-32C over `data`.
    pub fn update(crc: u32, data: &[u8]) -> u32 {
        // SAFETY: the C function reads exactly `size` bytes at `data` and keeps no pointer.
        unsafe { treesum_crc32c(crc, data.as_ptr(), data.len()) }
    }
}

const HELP: &str = "usage: treesum [--version | --help | --self-test] [DIRECTORY]

Prints the CRC-32C of each file below the directory (default: .) and one of the whole.";

fn main() {
    let argument = env::args_os().nth(1).unwrap_or_else(|| ".".into());
    match argument.to_str() {
        Some("--version") => println!(
            "treesum {} ({}, {})",
            env!("CARGO_PKG_VERSION"),
            env::consts::ARCH,
            if cfg!(target_env = "musl") {
                "musl"
            } else {
                "glibc"
            }
        ),
        Some("--help") => println!("{HELP}"),
        Some("--self-test") => self_test(),
        _ => sum_tree(Path::new(&argument)).unwrap_or_else(|error| {
            eprintln!("treesum: {}: {error}", argument.to_string_lossy());
            process::exit(1);
        }),
    }
}

/// The check value of the CRC catalogue, in one piece and in two.
fn self_test() {
    let whole = crc::update(0, b"123456789");
    let parts = crc::update(crc::update(0, b"1234"), b"56789");
    assert_eq!((whole, parts), (0xe306_9283, 0xe306_9283));
    println!("ok");
}

fn sum_tree(root: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    collect(root, &mut files)?;
    files.sort();
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, |n| n.get());
    let mut sums: Vec<(usize, io::Result<u32>)> = thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                let Some(file) = files.get(i) else {
                    return done;
                };
                done.push((i, fs::read(file).map(|bytes| crc::update(0, &bytes))));
            }
        };
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .flat_map(|t| t.join().expect("a worker does not panic"))
            .collect()
    });
    sums.sort_by_key(|(i, _)| *i);
    let mut total = 0;
    for (i, sum) in sums {
        let (name, sum) = (
            files[i]
                .strip_prefix(root)
                .unwrap_or(&files[i])
                .to_string_lossy(),
            sum?,
        );
        println!("{sum:08x}  {name}");
        total = crc::update(crc::update(total, name.as_bytes()), &sum.to_le_bytes());
    }
    println!("{total:08x}  in all, {} files", files.len());
    Ok(())
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}
