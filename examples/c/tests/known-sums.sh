#!/bin/sh
# Compares treesum with sums that are known (FIPS 180-4 examples) and with itself in one thread.
set -eu
treesum=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
printf abc >"$dir/abc"
: >"$dir/empty"
i=0
while [ $i -lt 200 ]; do
  printf '%0*d' $((i * 331)) 0 >"$dir/file-$i"
  i=$((i + 1))
done
"$treesum" "$dir" >"$dir.many"
"$treesum" -j 1 "$dir" >"$dir.one"
cmp "$dir.many" "$dir.one"
grep -q "^ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  $dir/abc\$" "$dir.many"
grep -q "^e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  $dir/empty\$" "$dir.many"
sha256sum --check --quiet "$dir.many"
rm -f "$dir.many" "$dir.one"
