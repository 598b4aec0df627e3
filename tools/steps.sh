# Sourced by ./demo and ./test: steps that say their name and their time.

# A clone in another folder finds what was compiled before.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1

# step NAME COMMAND...: runs the command, prints its output only when it fails, and its seconds. Ends the script on failure.
step() {
  name=$1
  shift
  printf '%-46s' "$name"
  begun=$(date +%s)
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    printf '%4d s\n' $(($(date +%s) - begun))
    rm -f "$log"
  else
    status=$?
    printf 'failed after %d s\n' $(($(date +%s) - begun))
    tail -n 60 "$log" >&2
    rm -f "$log"
    exit "$status"
  fi
}
