# shellcheck shell=bash
# Processes of a data folder. DIR/run/NAME.pid holds a pid and the process's start time, so that a number which the
# system has given to somebody else is never taken for ours; NAME.port and NAME.log lie beside it. Nothing is ever
# found or ended by name.

STOP_SECONDS=35

# start_time PID: prints it; fails when the process is gone or only its entry is left.
start_time() {
  local stat fields
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  read -r -a fields <<<"${stat##*) }"
  [ "${fields[0]}" != Z ] && [ "${fields[0]}" != X ] || return 1
  printf '%s' "${fields[19]}"
}

# remember RUN NAME PID
remember() {
  local started
  started=$(start_time "$3") || started=gone
  printf '%s %s\n' "$3" "$started" >"$1/$2.pid"
}

# pid_of RUN NAME: prints the pid of the living process; fails when there is none.
pid_of() {
  local pid started
  read -r pid started 2>/dev/null <"$1/$2.pid" || return 1
  [ "$(start_time "$pid")" = "$started" ] || return 1
  printf '%s' "$pid"
}

alive() {
  pid_of "$1" "$2" >/dev/null
}

# What the next process is told, as NAME=VALUE; never on a command line, where everybody could read it.
ENVIRONMENT=()

# with_environment COMMAND...: becomes it; call it in a subshell. The launcher's own settings are not the applications',
# which refuse to start on settings they do not know.
with_environment() {
  unset RENDERYARD_MAVEN_OPTS RENDERYARD_JAVA_OPTS RENDERYARD_INSTALL RENDERYARD_AOT RENDERYARD_DATABASE_URI \
    RENDERYARD_RABBITMQ_URI RENDERYARD_TEST_RABBITMQ_URI
  [ ${#ENVIRONMENT[@]} -eq 0 ] || export "${ENVIRONMENT[@]?}"
  exec "$@"
}

# launch RUN NAME COMMAND...: starts it with ENVIRONMENT in a session of its own (Ctrl-C must reach us, not it) and
# remembers it.
launch() {
  local run=$1 name=$2 pid
  shift 2
  turn_log "$run/$name.log"
  (
    give_back # or the process would hold the lock for its whole life
    with_environment setsid "$@"
  ) >>"$run/$name.log" 2>&1 </dev/null &
  pid=$!
  remember "$run" "$name" "$pid"
}

turn_log() {
  if [ -f "$1" ] && [ "$(stat -c %s "$1")" -gt 10000000 ]; then
    mv -f "$1" "$1.1"
  fi
}

# signal_to RUN NAME SIGNAL
signal_to() {
  local pid
  pid=$(pid_of "$1" "$2") || return 0
  kill -s "$3" "$pid" 2>/dev/null || true
}

# stop_process RUN NAME: TERM, wait, then KILL; says which it was.
stop_process() {
  local run=$1 name=$2 start=$SECONDS
  if ! alive "$run" "$name"; then
    rm -f "$run/$name.pid"
    return
  fi
  signal_to "$run" "$name" TERM
  while alive "$run" "$name" && [ $((SECONDS - start)) -lt $STOP_SECONDS ]; do
    progress "Stopping $name" $((SECONDS - start))
    sleep 0.1
  done
  if alive "$run" "$name"; then
    signal_to "$run" "$name" KILL
    progress_end "Stopping $name" $((SECONDS - start)) "had to be killed"
  else
    progress_end "Stopping $name" $((SECONDS - start)) stopped
  fi
  rm -f "$run/$name.pid"
}

# listening PORT: whether somebody answers there.
listening() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# free_port: one nobody listens on, below the range the kernel gives to outgoing connections.
free_port() {
  local port attempt
  for ((attempt = 0; attempt < 100; attempt++)); do
    port=$((15000 + (RANDOM * 32768 + RANDOM) % 17000))
    listening "$port" || {
      printf '%s' "$port"
      return
    }
  done
  die "found no free port"
}

# port_of RUN NAME: the one it had, or a new one; remembered.
port_of() {
  local port
  port=$(cat "$1/$2.port" 2>/dev/null) || port=
  if [ -z "$port" ]; then
    port=$(free_port)
    printf '%s\n' "$port" >"$1/$2.port"
  fi
  printf '%s' "$port"
}

# status_line RUN NAME: "worker-1 pid 4711 port 8091 up"; fails when it is down.
status_line() {
  local pid port
  port=$(cat "$1/$2.port" 2>/dev/null) || port=-
  if pid=$(pid_of "$1" "$2"); then
    printf '%s pid %s port %s up\n' "$2" "$pid" "$port"
  else
    printf '%s pid - port %s down\n' "$2" "$port"
    return 1
  fi
}

# http_ready PORT
http_ready() {
  curl -fsS -o /dev/null --noproxy '*' --max-time 2 "http://127.0.0.1:$1/actuator/health/readiness" 2>/dev/null
}

# wait_ready RUN NAME PORT [SECONDS]: until it says so itself; fails at once when the process ends.
wait_ready() {
  local run=$1 name=$2 port=$3 limit=${4:-120} start=$SECONDS
  while ! http_ready "$port"; do
    if ! alive "$run" "$name"; then
      progress_end "Starting $name" $((SECONDS - start)) failed
      return 1
    fi
    if [ $((SECONDS - start)) -ge "$limit" ]; then
      progress_end "Starting $name" $((SECONDS - start)) "not ready in time"
      return 1
    fi
    progress "Starting $name" $((SECONDS - start))
    sleep 0.1
  done
  progress_end "Starting $name" $((SECONDS - start)) ready
}

# did_not_start RUN NAME: ends us with what it said.
did_not_start() {
  show_end "$1/$2.log"
  die "$2 did not start; its whole log is $1/$2.log"
}

# exclusively FILE: one launcher at a time does this, until give_back.
EXCLUSIVE_FD=
exclusively() {
  exec {EXCLUSIVE_FD}>"$1"
  flock -n "$EXCLUSIVE_FD" && return
  say "Waiting for another ./yard ($1)"
  flock "$EXCLUSIVE_FD"
}

give_back() {
  [ -z "$EXCLUSIVE_FD" ] && return
  exec {EXCLUSIVE_FD}>&-
  EXCLUSIVE_FD=
}
