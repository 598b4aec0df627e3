#!/bin/sh
# Installs what a stock Debian 12 lacks to build, run and test Sidik. Usage: tools/setup.sh [build|test]
# Safe to repeat: when everything is there it is one dpkg-query. Needs root or sudo, and the network, only when something is missing.
set -eu

build="ccache cmake ninja-build g++ python3 python3-jsonschema pkg-config libarchive-dev libicu-dev
  libuchardet-dev libexpat1-dev libsodium-dev libssl-dev libfmt-dev libcli11-dev nlohmann-json3-dev libtomlplusplus-dev
  libgtest-dev libhwy-dev libisal-dev libsqlite3-dev libcurl4-openssl-dev libtlsh-dev zlib1g-dev libbz2-dev liblzma-dev libzstd-dev libseccomp-dev ca-certificates"
test="clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev chromium valgrind"

case "${1:-build}" in
  build) wanted=$build ;;
  test) wanted="$build $test" ;;
  *) echo "setup: unknown set '$1'; use build or test" >&2; exit 64 ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "setup: this is no Debian; install these yourself (names as in Debian 12), then run again: $(echo $wanted)" >&2
  exit 1
fi

# Packages of $wanted that are not installed. dpkg-query fails for a name that it does not know; that is what is looked for.
missing_of() {
  installed=$(dpkg-query -W -f='${binary:Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/\(:[a-z0-9]*\)\{0,1\} installed$//p')
  for package in "$@"; do
    printf '%s\n' "$installed" | grep -qxF "$package" || printf '%s ' "$package"
  done
}

missing=$(missing_of $wanted)
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
  root=""
elif command -v sudo >/dev/null 2>&1; then
  root="sudo"
else
  echo "setup: these packages are missing, and this is neither root nor is there sudo. Ask an administrator for:" >&2
  echo "  apt-get install $missing" >&2
  exit 1
fi

echo "setup: installing $missing"
if ! { $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing; } >/tmp/sidik-setup.$$ 2>&1; then
  tail -n 15 "/tmp/sidik-setup.$$" >&2
  rm -f "/tmp/sidik-setup.$$"
  echo "setup: apt-get failed (its last lines are above). Is there a network and is this Debian 12? Missing: $missing" >&2
  exit 1
fi
rm -f "/tmp/sidik-setup.$$"
