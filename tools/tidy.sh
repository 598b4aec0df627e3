#!/bin/sh
# clang-tidy-19 over the sources, warnings are errors. Usage: [JOBS=n] tools/tidy.sh [--changed [BASE]]
# Without an argument everything is looked at: some 23 minutes of one core the first time; afterwards what did not change is left out.
# --changed looks at the .cpp files that differ from BASE (default: the last commit). The preset `tidy` compiles with clang-19, so the
# compile commands come from there.
set -eu
cd "$(dirname "$0")/.."
cmake --preset tidy -DCMAKE_CXX_CLANG_TIDY= >/dev/null
if [ "${1:-}" = --changed ]; then
  files=$({ git diff --name-only --diff-filter=d "${2:-HEAD}" -- '*.cpp'; git ls-files --others --exclude-standard -- '*.cpp'; } | sort -u)
else
  files=$(git ls-files --cached --others --exclude-standard -- 'src/*.cpp' 'apps/*.cpp' 'tests/*.cpp')
fi
[ -n "$files" ] || { echo "tidy: no file to look at"; exit 0; }
# shellcheck disable=SC2086
python3 tools/tidy_files.py build/tidy "${JOBS:-$(nproc)}" $files
