# shellcheck shell=bash
# What a person sees. Progress and words go to stderr, results to stdout.

say() {
  printf '%s\n' "$*" >&2
}

die() {
  printf 'yard: %s\n' "$*" >&2
  exit 1
}

usage() {
  printf 'yard: %s; ./yard help shows what there is\n' "$*" >&2
  exit 2
}

on_terminal() {
  [ -t 2 ]
}

LAST_PROGRESS=
# progress TEXT SECONDS: one line that changes on a terminal, a line every ten seconds elsewhere.
progress() {
  local text=$1 seconds=$2
  [ "$LAST_PROGRESS" != "$text $seconds" ] || return 0
  LAST_PROGRESS="$text $seconds"
  if on_terminal; then
    printf '\r\033[K%s … %ds' "$text" "$seconds" >&2
  elif [ "$seconds" -gt 0 ] && [ $((seconds % 10)) -eq 0 ]; then
    say "$text … ${seconds}s"
  fi
}

# progress_end TEXT SECONDS [OUTCOME]
progress_end() {
  on_terminal && printf '\r\033[K' >&2
  say "$1: ${3:-done} (${2}s)"
}

# with_progress TEXT LOG COMMAND...: runs it with its output in LOG; on failure shows the end of LOG.
with_progress() {
  local text=$1 log=$2 pid code=0 start=$SECONDS
  shift 2
  on_terminal || say "$text …"
  "$@" >>"$log" 2>&1 </dev/null &
  pid=$!
  at_exit kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do
    progress "$text" $((SECONDS - start))
    sleep 0.2
  done
  wait "$pid" || code=$?
  forget_cleanups $((${#CLEANUPS[@]} - 1))
  if [ "$code" -ne 0 ]; then
    progress_end "$text" $((SECONDS - start)) failed
    show_end "$log"
    return "$code"
  fi
  progress_end "$text" $((SECONDS - start))
}

# The last lines of a log.
show_end() {
  say "--- end of $1"
  tail -n 40 "$1" >&2 || true
  say "---"
}

# at_exit COMMAND...: done in reverse order however we end; Ctrl-C and TERM end us through it.
CLEANUPS=()
at_exit() {
  CLEANUPS+=("$(printf '%q ' "$@")")
}

run_cleanups() {
  local code=$? index
  trap '' INT TERM HUP
  for ((index = ${#CLEANUPS[@]} - 1; index >= 0; index--)); do
    eval "${CLEANUPS[index]}" || true
  done
  CLEANUPS=()
  exit "$code"
}

# forget_cleanups COUNT: keeps only the first COUNT; what the others would stop shall live on.
forget_cleanups() {
  CLEANUPS=("${CLEANUPS[@]:0:$1}")
}

trap run_cleanups EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
