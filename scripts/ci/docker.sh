#!/usr/bin/env bash
# A Docker engine for the suites `engine` and `container`, from Debian's packages: newer than bookworm's own, whose privileged
# containers do not start everywhere. With it come buildx, a registry, QEMU 11 and what makes images of Debian's packages.
# Needs root and a kernel that lets it make namespaces. Does nothing when all of it is there and a daemon answers; ends with 1
# and a reason when none can be had, which leaves those suites out.
set -euo pipefail
state=${PB_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/portable-build-ci}/docker
answers() { docker version >/dev/null 2>&1; }
installed() {
  command -v dockerd && command -v docker-registry && command -v mmdebstrap && docker buildx version && [ -e "$state/qemu/done" ]
} >/dev/null 2>&1

answers && installed && exit 0
[ "$(id -u)" = 0 ] || { echo "no Docker engine: only root can start one"; exit 1; }
export DEBIAN_FRONTEND=noninteractive
mkdir -p "$state"

if ! installed; then
  sources=/etc/apt/sources.list.d
  mirror=$(sed -n 's/^URIs: \(.*\/debian\)$/\1/p' $sources/debian.sources | head -n 1)
  [ -n "$mirror" ] || { echo "no Docker engine: $sources/debian.sources names no mirror"; exit 1; }
  printf 'Types: deb\nURIs: %s\nSuites: forky trixie-backports\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
    "$mirror" >$sources/portable-build-forky.sources
  # nothing else comes from there
  printf 'Package: *\nPin: release n=%s*\nPin-Priority: 40\n\n' forky trixie >/etc/apt/preferences.d/portable-build-forky
  apt-get update -qq
  # runc stays bookworm's: forky's needs a newer C library
  apt-get install -y -qq --no-install-recommends runc iptables docker.io/forky containerd/forky docker-cli/forky \
    docker-buildx/forky docker-registry mmdebstrap >/dev/null
  # QEMU's programs are static: unpacked they need nothing, and nothing of them is on PATH
  rm -rf "$state/qemu"
  mkdir -p "$state/qemu"
  (cd "$state/qemu" && apt-get -o APT::Sandbox::User=root download -qq qemu-user/trixie-backports && dpkg-deb -x qemu-user_*.deb . && rm qemu-user_*.deb)
  touch "$state/qemu/done"
fi

answers && exit 0
setsid nohup dockerd --data-root "$state/data" --feature containerd-snapshotter=true --log-level warn \
  >"$state/dockerd.log" 2>&1 </dev/null &
for _ in $(seq 150); do
  answers && exit 0
  kill -0 $! 2>/dev/null || break
  sleep 0.2
done
echo "no Docker engine: dockerd does not answer"
tail -n 5 "$state/dockerd.log"
exit 1
