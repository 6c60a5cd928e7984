# shellcheck shell=bash
# One picture, from the command line.

readonly RENDER_SECONDS=180

render() {
  local format data body output
  parse "output format width height scale selector data port" "full-page" -- "$@"
  [ ${#ARGUMENTS[@]} -eq 1 ] || usage "render takes one FILE, URL or - (standard input)"
  require_number width 1 20000
  require_number height 1 20000
  require_number port 1 65535
  format=$(picture_format)
  output=$(option output "picture.${format/jpeg/jpg}")
  RENDER_TEMPORARY=$(mktemp -d)
  at_exit rm -rf "$RENDER_TEMPORARY"
  body=$RENDER_TEMPORARY/request.json
  request_body "${ARGUMENTS[0]}" "$format" >"$body"
  data=$(running_data)
  if ! credentials_file "$data" >/dev/null || ! http_ready "$(port_number "$data")"; then
    start_for_render "$data"
  fi
  draw "$data" "$body" "Drawing"
  fetch "$PICTURE" "$output"
  say "$output ($(stat -c %s "$output") bytes)"
}

# The option, else what the output's name says, else PNG.
picture_format() {
  local format
  format=$(option format)
  if [ -z "$format" ]; then
    case $(option output) in
      *.jpg | *.jpeg) format=jpeg ;;
      *.webp) format=webp ;;
      *) format=png ;;
    esac
  fi
  case $format in
    png | jpeg | webp) printf '%s' "$format" ;;
    jpg) printf 'jpeg' ;;
    *) usage "--format must be png, jpeg or webp, not \"$format\"" ;;
  esac
}

port_number() {
  local base
  base=$(base_url "$1")
  printf '%s' "${base##*:}"
}

# On a free port, so that it never gets in the way, and gone when we are.
start_for_render() {
  local port
  say "No yard is running; starting one for this picture"
  ensure_tools
  build
  port=$(free_port)
  set_option port "$port"
  at_exit rm -f "$1/run/standalone.port" # an address that ends with us
  start_standalone "$1" "$port"
}

# request_body SOURCE FORMAT: the submission as JSON.
request_body() {
  local output field
  printf '{"source":'
  source_json "$1"
  output="\"format\":\"$2\""
  for field in width height; do
    [ -z "$(option $field)" ] || output+=",\"$field\":$((10#$(option $field)))"
  done
  if [ -n "$(option scale)" ]; then
    [[ $(option scale) =~ ^[0-9]+(\.[0-9]+)?$ ]] || usage "--scale must be a number such as 2 or 1.5"
    output+=",\"deviceScale\":$(option scale)"
  fi
  printf ',"output":{%s},"capture":{%s}}' "$output" "$(capture_json)"
}

source_json() {
  local file=$1
  case $1 in
    http://* | https://*)
      printf '{"url":%s}' "$(json_string "$1")"
      return
      ;;
    -)
      file=$RENDER_TEMPORARY/input
      cat >"$file"
      ;;
    *) [ -f "$1" ] || die "there is no file $1" ;;
  esac
  printf '{"html":"'
  as_utf8 "$file" | json_text
  printf '"}'
}

capture_json() {
  local capture=()
  [ -z "$(option selector)" ] || capture+=("\"selector\":$(json_string "$(option selector)")")
  [ -z "$(option full-page)" ] || capture+=('"fullPage":true')
  local IFS=,
  printf '%s' "${capture[*]:-}"
}

# api DATA [CURL OPTIONS...]: becomes a curl with the tenant's key, which stays out of the process list; call it in a
# subshell. Prints the answer's body, a line's end, and its status.
api() {
  local data=$1
  shift
  exec curl -sS --noproxy '*' --max-time 75 -w '\n%{http_code}' \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$(credential "$data" apiKey)") "$@"
}

# api_with_progress TEXT START DATA [CURL OPTIONS...]: the answer lands in ANSWER.
ANSWER=
api_with_progress() {
  local text=$1 start=$2 file pid
  shift 2
  file=$(mktemp)
  at_exit rm -f "$file"
  api "$@" >"$file" 2>&1 &
  pid=$!
  at_exit kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do
    progress "$text" $((SECONDS - start))
    sleep 0.05
  done
  wait "$pid" || true
  ANSWER=$(<"$file")
  rm -f "$file"
  forget_cleanups $((${#CLEANUPS[@]} - 2))
}

# draw DATA BODYFILE TEXT: submits and waits; the picture's address lands in PICTURE. On failure it repeats what the
# farm said.
PICTURE=
draw() {
  local base query start=$SECONDS
  base=$(base_url "$1")
  query=(-H 'Content-Type: application/json' -H 'Prefer: wait=30' --data-binary "@$2" "$base/api/v1/jobs")
  while :; do
    api_with_progress "$3" "$start" "$1" "${query[@]}"
    case $(outcome "$ANSWER") in
      done)
        progress_end "$3" $((SECONDS - start))
        PICTURE=$(picture_url "$base" "$ANSWER")
        return
        ;;
      waiting)
        [ $((SECONDS - start)) -lt $RENDER_SECONDS ] || break
        query=("$base/api/v1/jobs/$(json_value id <<<"$ANSWER")?wait=30")
        ;;
      *) break ;;
    esac
  done
  progress_end "$3" $((SECONDS - start)) failed
  explain "$ANSWER"
  return 1
}

# outcome ANSWER: done, waiting or failed.
outcome() {
  local state
  case ${1##*$'\n'} in
    2??) ;;
    *)
      printf 'failed'
      return
      ;;
  esac
  state=$(json_value state <<<"$1")
  case ${state,,} in
    succeeded) printf 'done' ;;
    queued | running) printf 'waiting' ;;
    *) printf 'failed' ;;
  esac
}

picture_url() {
  local url
  url=$(json_value artifact <<<"$2")
  case $url in
    http*) printf '%s' "$url" ;;
    *) printf '%s%s' "$1" "$url" ;;
  esac
}

# explain ANSWER: what the farm said, in its words.
explain() {
  local name value told=no
  for name in title detail code message; do
    value=$(json_value "$name" <<<"$1")
    if [ -n "$value" ]; then
      say "  $name: $value"
      told=yes
    fi
  done
  [ "$told" = yes ] || say "  ${1:0:2000}"
}

# fetch URL FILE: beside its place, then renamed.
fetch() {
  local part=$2.part
  curl -fsS --noproxy '*' --max-time 60 -o "$part" "$1" || {
    rm -f "$part"
    die "cannot fetch $1"
  }
  mv -f "$part" "$2"
}
