# shellcheck shell=bash
# The production topology on one machine: separate processes on a real RabbitMQ and a real PostgreSQL.

farm() {
  local action=${1:-}
  [ $# -gt 0 ] && shift
  case $action in
    up) farm_up "$@" ;;
    status) farm_status "$@" ;;
    down) farm_down "$@" ;;
    *) usage "farm takes up, status or down" ;;
  esac
}

# farm_up starts what is missing, and only that; run again it repairs a farm.
farm_up() {
  local data run names
  parse "port data workers allow database-uri rabbitmq-uri" "detach" -- "$@"
  no_arguments
  require_number port 1 65535
  require_number workers 0 64
  data=$(data_folder "$DEFAULT_FARM_DATA")
  run=$data/run
  mkdir -p "$run" "$data/secrets" "$data/artifacts"
  chmod 700 "$data/secrets"
  farm_shape "$run"
  farm_tools
  build
  exclusively "$run/lock"
  start_postgres "$data"
  start_broker "$data"
  farm_environment "$data"
  restart_strangers "$run"
  set_up "$data"
  start_gateway "$data"
  start_dispatcher "$data"
  start_workers "$data"
  wait_for_started "$run"
  give_back
  farm_announce "$data"
  if [ "$(option detach)" = yes ]; then
    forget_cleanups 0
  else
    at_exit farm_stop "$data"
    say "Ctrl-C stops all of it."
    mapfile -t names < <(farm_names "$run")
    stay "$run" "${names[@]}"
  fi
}

farm_tools() {
  if [ -n "$(option rabbitmq-uri)" ]; then
    ensure_tools
  else
    ensure_tools rabbitmq
  fi
}

# farm_shape RUN: while a farm is up, what it was started with holds for each later "farm up" that does not say
# otherwise, so that a repair changes nothing.
farm_shape() {
  local name file
  for name in port workers allow database-uri rabbitmq-uri; do
    file=$1/option.$name
    if [ -n "$(option "$name")" ]; then
      (umask 077 && option "$name" >"$file")
    elif [ -s "$file" ]; then
      set_option "$name" "$(<"$file")"
    fi
  done
  [ -n "$(option database-uri)" ] || set_option database-uri "${RENDERYARD_DATABASE_URI:-}"
  [ -n "$(option rabbitmq-uri)" ] || set_option rabbitmq-uri "${RENDERYARD_RABBITMQ_URI:-}"
  option port "$DEFAULT_PORT" >"$1/gateway.port"
  option workers 2 >"$1/workers"
}

# farm_names RUN: every process of the farm, in the order of starting.
farm_names() {
  local number highest
  [ ! -e "$1/postgres.own" ] || printf 'postgres\n'
  [ ! -e "$1/rabbitmq.own" ] || printf 'rabbitmq\n'
  printf 'gateway\ndispatcher\n'
  highest=$(cat "$1/workers" 2>/dev/null || printf 0)
  for ((number = 1; number <= highest; number++)); do
    printf 'worker-%s\n' "$number"
  done
}

# --- the two it stands on

start_postgres() {
  local run=$1/run folder=$1/postgres start=$SECONDS ENVIRONMENT=()
  if [ -n "$(option database-uri)" ]; then
    rm -f "$run/postgres.own"
    return
  fi
  : >"$run/postgres.own"
  if alive "$run" postgres; then
    return
  fi
  mkdir -p "$folder"
  rm -f "$folder/connection.env"
  launch "$run" postgres "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx64m -XX:TieredStopAtLevel=1 \
    -cp "$(app_jar standalone)" io.renderyard.db.embedded.PrivatePostgres "$folder"
  at_exit stop_process "$run" postgres
  while [ ! -s "$folder/connection.env" ]; do
    alive "$run" postgres || {
      progress_end "Starting postgres" $((SECONDS - start)) failed
      did_not_start "$run" postgres
    }
    progress "Starting postgres" $((SECONDS - start))
    sleep 0.1
  done
  cat "$folder/port" >"$run/postgres.port" 2>/dev/null || true
  progress_end "Starting postgres" $((SECONDS - start)) ready
}

start_broker() {
  if [ -n "$(option rabbitmq-uri)" ]; then
    rm -f "$1/run/rabbitmq.own"
  else
    : >"$1/run/rabbitmq.own"
    start_rabbit "$1"
  fi
}

# --- what the applications are told

# farm_environment DATA: fills ENVIRONMENT with what all of them need.
farm_environment() {
  local broker
  ENVIRONMENT=()
  if [ -n "$(option database-uri)" ]; then
    database_environment "$(option database-uri)"
  else
    mapfile -t ENVIRONMENT <"$1/postgres/connection.env"
  fi
  broker=$(option rabbitmq-uri)
  [ -n "$broker" ] || broker=$(rabbit_uri "$1")
  ENVIRONMENT+=(
    "RENDERYARD_DOORBELL_KIND=rabbitmq"
    "SPRING_RABBITMQ_ADDRESSES=$broker"
    "RENDERYARD_LEDGER_SECRETS=$1/secrets"
    "RENDERYARD_STORAGE_FOLDER=$1/artifacts"
    "RENDERYARD_WEB_BASEURL=http://localhost:$(cat "$1/run/gateway.port")"
  )
  egress_environment
  packages_environment
}

# database_environment URI: takes JDBC's form as it is and turns postgresql://user:password@host/database into it.
database_environment() {
  if [[ $1 =~ ^postgres(ql)?://(([^:@/]*)(:([^@/]*))?@)?(.+)$ ]]; then
    ENVIRONMENT=("SPRING_DATASOURCE_URL=jdbc:postgresql://${BASH_REMATCH[6]}")
    [ -z "${BASH_REMATCH[3]}" ] || ENVIRONMENT+=("SPRING_DATASOURCE_USERNAME=$(percent_decoded "${BASH_REMATCH[3]}")")
    [ -z "${BASH_REMATCH[5]}" ] || ENVIRONMENT+=("SPRING_DATASOURCE_PASSWORD=$(percent_decoded "${BASH_REMATCH[5]}")")
  else
    ENVIRONMENT=("SPRING_DATASOURCE_URL=$1")
  fi
}

percent_decoded() {
  local text=${1//\\/\\\\}
  printf '%b' "${text//%/\\x}"
}

# restart_strangers RUN: processes that were told other addresses would never find the new ones.
restart_strangers() {
  local told name
  told=$(printf '%s\n' "${ENVIRONMENT[@]}" | sha256sum)
  if [ "$told" != "$(cat "$1/told" 2>/dev/null)" ]; then
    while IFS= read -r name; do
      case $name in
        postgres | rabbitmq) ;;
        *) stop_process "$1" "$name" ;;
      esac
    done < <(farm_names "$1" | tac)
    printf '%s\n' "$told" >"$1/told"
  fi
}

# set_up DATA: schema, queues and the first tenant; safe to repeat.
set_up() {
  with_progress "Preparing ledger and doorbell" "$1/run/setup.log" with_environment \
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$(app_jar gateway)" io.renderyard.db.setup.Setup ||
    die "the set-up failed; the whole log is $1/run/setup.log"
}

# --- the applications

STARTED=()
# start_application DATA NAME APPLICATION PORT SETTING...
start_application() {
  local run=$1/run name=$2 application=$3 port=$4 ENVIRONMENT=("${ENVIRONMENT[@]}")
  shift 4
  ENVIRONMENT+=("SERVER_PORT=$port" "$@")
  if alive "$run" "$name"; then
    return
  fi
  if listening "$port"; then
    die "port $port of $name is taken by another program"
  fi
  printf '%s\n' "$port" >"$run/$name.port"
  java_command "$application"
  launch "$run" "$name" "${JAVA_COMMAND[@]}"
  at_exit stop_process "$run" "$name"
  STARTED+=("$name")
}

start_gateway() {
  local port
  port=$(cat "$1/run/gateway.port")
  start_application "$1" gateway gateway "$port" \
    "RENDERYARD_GATEWAY_DISPATCHERURL=http://127.0.0.1:$(port_of "$1/run" dispatcher)"
}

start_dispatcher() {
  start_application "$1" dispatcher dispatcher "$(port_of "$1/run" dispatcher)"
}

# Each worker gets its share of the cores. There may be none: then those of other machines draw.
start_workers() {
  local run=$1/run workers number slots
  workers=$(cat "$run/workers")
  slots=$(($(nproc) / (workers > 0 ? workers : 1)))
  [ "$slots" -ge 1 ] || slots=1
  for ((number = 1; number <= workers; number++)); do
    start_application "$1" "worker-$number" worker "$(port_of "$run" "worker-$number")" \
      "RENDERYARD_WORKER_SLOTS=$slots" "RENDERYARD_WORKER_NAME=worker-$number"
  done
  stop_surplus_workers "$run" "$workers"
}

# All were started before the first is waited for.
wait_for_started() {
  local name
  for name in "${STARTED[@]}"; do
    wait_ready "$1" "$name" "$(cat "$1/$name.port")" || did_not_start "$1" "$name"
  done
}

# stop_surplus_workers RUN WORKERS: of a farm that was larger before.
stop_surplus_workers() {
  local file name
  for file in "$1"/worker-*.pid; do
    name=$(basename "$file" .pid)
    [ "${name#worker-}" -le "$2" ] 2>/dev/null || [ ! -e "$file" ] || stop_process "$1" "$name"
  done
}

farm_announce() {
  announce "$1"
  print_status "$1/run" || true
}

# --- status and down

print_status() {
  local name code=0
  while IFS= read -r name; do
    status_line "$1" "$name" || code=1
  done < <(farm_names "$1")
  return "$code"
}

farm_status() {
  local data
  parse "data" "" -- "$@"
  no_arguments
  data=$(data_folder "$DEFAULT_FARM_DATA")
  print_status "$data/run"
}

farm_down() {
  local data
  parse "data" "" -- "$@"
  no_arguments
  data=$(data_folder "$DEFAULT_FARM_DATA")
  farm_stop "$data"
}

# farm_stop DATA: workers first, the ground they stand on last. Workers drain side by side.
farm_stop() {
  local run=$1/run name file
  for file in "$run"/worker-*.pid; do
    [ ! -e "$file" ] || signal_to "$run" "$(basename "$file" .pid)" TERM
  done
  for file in "$run"/worker-*.pid; do
    [ ! -e "$file" ] || stop_process "$run" "$(basename "$file" .pid)"
  done
  for name in dispatcher gateway; do
    stop_process "$run" "$name"
  done
  stop_rabbit "$1"
  stop_process "$run" postgres
  rm -f "$run"/option.*
}
