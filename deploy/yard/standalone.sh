# shellcheck shell=bash
# Everything in one process: up, down, status, credentials.

# standalone_environment DATA PORT: fills ENVIRONMENT.
standalone_environment() {
  ENVIRONMENT=("RENDERYARD_STANDALONE_DATA=$1" "RENDERYARD_WEB_BASEURL=http://localhost:$2")
  [ -z "$(option workers)" ] || ENVIRONMENT+=("RENDERYARD_WORKER_SLOTS=$(option workers)")
  egress_environment
  packages_environment
}

egress_environment() {
  [ -z "$(option allow)" ] || ENVIRONMENT+=("RENDERYARD_EGRESS_ALLOW=$(option allow)")
}

standalone_up() {
  local data port
  parse "port data workers allow" "detach" -- "$@"
  no_arguments
  require_number port 1 65535
  require_number workers 1 64
  data=$(data_folder "$DEFAULT_DATA")
  if alive "$data/run" standalone; then
    say "Already running."
    announce "$data"
    return
  fi
  port=$(option port "$DEFAULT_PORT")
  ensure_tools
  build
  train_standalone
  start_standalone "$data" "$port"
  announce "$data"
  welcome "$data"
  if [ "$(option detach)" = yes ]; then
    forget_cleanups 0
  else
    say "Ctrl-C stops it."
    stay "$data/run" standalone
  fi
}

# start_standalone DATA PORT: ready when it returns; stopped when the launcher ends, unless that is forgotten.
start_standalone() {
  local run=$1/run
  mkdir -p "$run"
  exclusively "$run/lock"
  if alive "$run" standalone; then
    die "another ./yard has just started it"
  fi
  if listening "$2"; then
    die "port $2 is taken by another program; choose one with --port"
  fi
  printf '%s\n' "$2" >"$run/standalone.port"
  standalone_environment "$1" "$2"
  java_command standalone
  launch "$run" standalone "${JAVA_COMMAND[@]}" "--server.port=$2"
  at_exit stop_process "$run" standalone
  wait_ready "$run" standalone "$2" || did_not_start "$run" standalone
  give_back
}

# stay RUN NAME...: until Ctrl-C, TERM, or the last of them is gone.
stay() {
  local run=$1 name gone=() left
  shift
  while :; do
    left=0
    for name in "$@"; do
      if alive "$run" "$name"; then
        left=$((left + 1))
      elif [[ " ${gone[*]} " != *" $name "* ]]; then
        gone+=("$name")
        say "$name has ended; its log is $run/$name.log"
      fi
    done
    [ "$left" -gt 0 ] || return 1
    sleep 0.5
  done
}

standalone_down() {
  local data
  parse "data" "" -- "$@"
  no_arguments
  data=$(data_folder "$DEFAULT_DATA")
  if alive "$data/run" standalone; then
    stop_process "$data/run" standalone
  else
    say "Nothing is running on $data"
  fi
}

standalone_status() {
  local data
  parse "data" "" -- "$@"
  no_arguments
  data=$(data_folder "$DEFAULT_DATA")
  status_line "$data/run" standalone
}

# --- credentials

# credentials_file DATA: of a standalone yard or of a farm.
credentials_file() {
  local file
  for file in "$1/credentials.json" "$1/secrets/credentials.json"; do
    if [ -r "$file" ]; then
      printf '%s' "$file"
      return
    fi
  done
  return 1
}

# base_url DATA
base_url() {
  local port
  port=$(option port)
  [ -n "$port" ] || port=$(cat "$1/run/standalone.port" 2>/dev/null) || port=$(cat "$1/run/gateway.port" 2>/dev/null) ||
    port=$DEFAULT_PORT
  printf 'http://localhost:%s' "$port"
}

# credential DATA NAME
credential() {
  json_value "$2" <"$(credentials_file "$1")"
}

credentials() {
  local data
  parse "data port" "json" -- "$@"
  no_arguments
  require_number port 1 65535
  data=$(running_data)
  credentials_file "$data" >/dev/null ||
    die "no credentials in $data yet (or not readable for you): the first ./yard up makes them"
  if [ "$(option json)" = yes ]; then
    credentials_json "$data"
  else
    credentials_text "$data"
  fi
}

credentials_json() {
  local name
  printf '{"baseUrl":%s' "$(json_string "$(base_url "$1")")"
  for name in apiKey apiId pictoryKey pictoryTestKey webhookSecret; do
    printf ',"%s":%s' "$name" "$(json_string "$(credential "$1" "$name")")"
  done
  printf '}\n'
}

credentials_text() {
  printf 'Address         %s\n' "$(base_url "$1")"
  printf 'API key         %s   (Bearer, or Basic with the API id)\n' "$(credential "$1" apiKey)"
  printf 'API id          %s\n' "$(credential "$1" apiId)"
  printf 'Pictory key     %s\n' "$(credential "$1" pictoryKey)"
  if [ -n "$(credential "$1" pictoryTestKey)" ]; then
    printf 'Pictory test    %s   (previews only, nothing is charged)\n' "$(credential "$1" pictoryTestKey)"
  fi
  printf 'Webhook secret  %s\n' "$(credential "$1" webhookSecret)"
}

# running_data: the folder that was named, else the one that is up, else the default.
running_data() {
  local folder
  if [ -z "$(option data)" ]; then
    for folder in "$DEFAULT_DATA" "$DEFAULT_FARM_DATA"; do
      if alive "$folder/run" standalone || alive "$folder/run" gateway; then
        printf '%s' "$folder"
        return
      fi
    done
  fi
  data_folder "$DEFAULT_DATA"
}

# announce DATA
announce() {
  local base
  base=$(base_url "$1")
  printf '\nRenderyard is up at %s\n\n' "$base"
  credentials_text "$1"
  printf '\nDraw something:\n\n'
  printf "  curl -sS -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' -H 'Prefer: wait=30' -d '{\"source\":{\"html\":\"<h1>Hello</h1>\"}}' %s/api/v1/jobs\n\n" \
    "$(credential "$1" apiKey)" "$base"
}

# welcome DATA: the very first start draws a card through the whole path. A failure is told and not fatal.
welcome() {
  [ ! -e "$1/welcomed" ] || return 0
  set_option width "1200"
  set_option height "630"
  request_body "$YARD_HOME/deploy/yard/welcome.html" png >"$1/run/welcome.json"
  if draw "$1" "$1/run/welcome.json" "Drawing a welcome card"; then
    : >"$1/welcomed"
    printf 'Your first picture: %s\n\n' "$PICTURE"
  fi
  rm -f "$1/run/welcome.json"
}
