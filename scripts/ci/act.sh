#!/usr/bin/env bash
# nektos/act, which runs workflows without GitHub, into ${PB_CI_CACHE:-~/.cache/portable-build-ci}/act-<version>; needs Go. Does
# nothing when it is there. The suite `act` looks for it in this place.
set -euo pipefail
version=0.2.89
dir=${PB_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/portable-build-ci}/act-$version
[ -x "$dir/act" ] && exit 0
mkdir -p "$dir"
GOBIN=$dir/.new go install "github.com/nektos/act@v$version"
mv "$dir/.new/act" "$dir/act"
rmdir "$dir/.new"
