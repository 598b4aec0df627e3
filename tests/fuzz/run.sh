#!/bin/sh
# Runs every fuzz target for some seconds, one after the other. Usage: tests/fuzz/run.sh SECONDS [TARGET...]
# Needs clang 19 with libFuzzer. Grown corpora stay in build/fuzz/corpus; an input that breaks a target is left in
# build/fuzz/broken, and the run ends with 1. Put its smallest form into tests/fuzz/corpus once it is understood.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-}
case $seconds in
  '' | *[!0-9]*) echo "usage: tests/fuzz/run.sh SECONDS [TARGET...]" >&2; exit 64 ;;
esac
shift
targets=${*:-read_member records sql archive sqlite xlsx identify tokens findings likeness clusters training rdap looks case law items}

cmake --preset fuzz >/dev/null
mkdir -p build/fuzz/broken
broken=0
for target in $targets; do
  cmake --build build/fuzz --target "${target}_fuzz" -j1
  mkdir -p "build/fuzz/corpus/$target"
  echo "$target for $seconds s"
  "build/fuzz/tests/fuzz/${target}_fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 -max_len=4096 \
    -dict="tests/fuzz/$target.dict" -print_final_stats=1 -verbosity=1 -artifact_prefix="build/fuzz/broken/$target-" \
    "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target" 2>"build/fuzz/$target.log" || broken=1
  grep -E '^stat::|broken claim|ERROR:|SUMMARY:|Test unit written' "build/fuzz/$target.log" || true
done
exit "$broken"
