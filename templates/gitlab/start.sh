# Starts portable-build in a job of the component: `npm run generate` puts this text into template.yml. Every value that people write
# arrives in a variable; nothing here is made of one.
# shellcheck shell=sh
set -e
pb=$PWD/.portable-build
mkdir -p "$pb/ci/start"
echo '*' > "$pb/.gitignore"
eval "$PB_SETUP" # here, so that a PATH that it sets stays
set -u

# pb_fetch URL#sha256=HEX FILE: nothing is used that is not what it should be
pb_fetch() {
  case $1 in *'#sha256='*) ;; *) echo "error: $1 has no #sha256=<digest>" >&2; return 2 ;; esac
  if command -v curl > /dev/null; then curl -fsSL --retry 3 -o "$2" "${1%%#*}"; else wget -q -O "$2" "${1%%#*}"; fi
  if echo "${1##*#sha256=}  $2" | sha256sum -c - > /dev/null 2>&1; then return 0; fi
  echo "error: ${1%%#*} is not what its sha256 says" >&2
  return 1
}

if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 22 || (a == 22 && b >= 15) ? 0 : 1)' 2> /dev/null; then
  case $(uname -m) in x86_64) pb_machine=linux-x64 ;; aarch64) pb_machine=linux-arm64 ;; *) pb_machine=linux-$(uname -m) ;; esac
  pb_archive=
  set -f
  for pb_one in ${PB_NODE:-}; do
    case ${pb_one%%#*} in *"$pb_machine"*) pb_archive=$pb_one ;; esac
  done
  set +f
  if [ -z "$pb_archive" ]; then
    echo "error: there is no Node 22.15 or newer here: take a job-image that has it, or say where: node: https://…-$pb_machine.tar.gz#sha256=…" >&2
    exit 3
  fi
  pb_fetch "$pb_archive" "$pb/ci/start/node.tar.gz"
  mkdir -p "$pb/ci/start/node"
  tar -xzf "$pb/ci/start/node.tar.gz" --strip-components=1 -C "$pb/ci/start/node"
  PATH=$pb/ci/start/node/bin:$PATH
  export PATH
fi

case $PB_CLI in
  /* | ./*) pb_program=$PB_CLI ;;
  http://* | https://*)
    pb_fetch "$PB_CLI" "$pb/ci/start/cli.tgz"
    tar -xzf "$pb/ci/start/cli.tgz" -C "$pb/ci/start"
    pb_program=$pb/ci/start/package ;;
  *@[0-9]*.[0-9]*.[0-9]*)
    pb_file=$(npm pack --silent --pack-destination "$pb/ci/start" "${PB_CLI%% *}")
    pb_digest=sha512-$(node -p 'crypto.createHash("sha512").update(fs.readFileSync(process.argv[1])).digest("base64")' "$pb/ci/start/$pb_file")
    case $PB_CLI in *' '*) pb_wanted=${PB_CLI##* } ;; *) pb_wanted=$pb_digest ;; esac
    if [ "$pb_digest" != "$pb_wanted" ]; then echo "error: ${PB_CLI%% *} has the digest $pb_digest, not $pb_wanted" >&2; exit 1; fi
    tar -xzf "$pb/ci/start/$pb_file" -C "$pb/ci/start"
    pb_program=$pb/ci/start/package ;;
  *) echo "error: cli is $PB_CLI: neither an exact version (portable-build@1.2.3), nor https://…#sha256=…, nor a path" >&2; exit 2 ;;
esac
if [ -d "$pb_program" ]; then pb_program=$pb_program/dist/cli/index.js; fi
if [ ! -f "$pb_program" ]; then echo "error: there is no portable-build at $pb_program" >&2; exit 2; fi
node "$pb_program" gitlab "$PB_JOB"
