#!/usr/bin/env bash
# A Docker engine for the suite `engine`, from Debian's packages: newer than bookworm's own, whose privileged containers do not
# start everywhere. Needs root and a kernel that lets it make namespaces. Does nothing when a daemon answers; ends with 1 and a
# reason when none can be had, which leaves that suite out.
set -euo pipefail
docker version >/dev/null 2>&1 && exit 0
[ "$(id -u)" = 0 ] || { echo "no Docker engine: only root can start one"; exit 1; }
export DEBIAN_FRONTEND=noninteractive
state=${PB_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/portable-build-ci}/docker
mkdir -p "$state"

if ! command -v dockerd >/dev/null; then
  sources=/etc/apt/sources.list.d
  mirror=$(sed -n 's/^URIs: \(.*\/debian\)$/\1/p' $sources/debian.sources | head -n 1)
  [ -n "$mirror" ] || { echo "no Docker engine: $sources/debian.sources names no mirror"; exit 1; }
  printf 'Types: deb\nURIs: %s\nSuites: forky\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
    "$mirror" >$sources/portable-build-forky.sources
  # nothing else comes from there
  printf 'Package: *\nPin: release n=forky*\nPin-Priority: 40\n' >/etc/apt/preferences.d/portable-build-forky
  apt-get update -qq
  # runc stays bookworm's: forky's needs a newer C library
  apt-get install -y -qq --no-install-recommends runc iptables docker.io/forky containerd/forky docker-cli/forky >/dev/null
fi

setsid nohup dockerd --data-root "$state/data" --feature containerd-snapshotter=true --log-level warn \
  >"$state/dockerd.log" 2>&1 </dev/null &
for _ in $(seq 150); do
  docker version >/dev/null 2>&1 && exit 0
  kill -0 $! 2>/dev/null || break
  sleep 0.2
done
echo "no Docker engine: dockerd does not answer"
tail -n 5 "$state/dockerd.log"
exit 1
