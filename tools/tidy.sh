#!/bin/sh
# clang-tidy-19 over the sources, warnings are errors. Usage: tools/tidy.sh [--changed [BASE]]
# Without an argument everything is looked at, which takes some minutes; --changed looks at the .cpp files that differ from BASE
# (default: the last commit). The preset `tidy` must build with clang-19, so the compile commands come from there.
set -eu
cd "$(dirname "$0")/.."
cmake --preset tidy -DCMAKE_CXX_CLANG_TIDY= >/dev/null
if [ "${1:-}" = --changed ]; then
  files=$({ git diff --name-only --diff-filter=d "${2:-HEAD}" -- '*.cpp'; git ls-files --others --exclude-standard -- '*.cpp'; } | sort -u)
else
  files=$(git ls-files --cached --others --exclude-standard -- 'src/*.cpp' 'apps/*.cpp' 'tests/*.cpp')
fi
[ -n "$files" ] || { echo "tidy: no file to look at"; exit 0; }
# Packs are embedded by a generated source that must exist before anything is read.
printf '%s\n' $files | sed 's/[.[\*^$+?]/\\&/g; s/$/$/' | xargs run-clang-tidy-19 -quiet -p build/tidy -j "$(nproc)"
