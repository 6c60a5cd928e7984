#!/usr/bin/env bash
#
# pictory-clients.sh BASE_URL KEY API_ID API_KEY
#
# Drives a server that speaks Pictory's AI Studio API as that API's clients do: the documented loop over ten prompts, the
# older way with a token, and a Python helper. Prints a line for each call, "ok" or "NOT OK" with what was wrong; fails
# when any call did.
#
# BASE_URL  where the API begins, such as http://localhost:8080/pictoryapis
# KEY       goes into Authorization as it is
# API_ID    client_id, with API_KEY as its client_secret
#
# Needs bash, curl and python3.
#
# shellcheck disable=SC2317 # the checks are called by their names

set -uo pipefail

if [ $# -ne 4 ]; then
  echo "usage: $0 BASE_URL KEY API_ID API_KEY" >&2
  exit 2
fi

readonly BASE=${1%/} KEY=$2 ID=$3 SECRET=$4
FOLDER=$(mktemp -d)
readonly FOLDER
trap 'rm -rf "$FOLDER"' EXIT
readonly HERE=${0%/*}
# The documents say 10 to 30 seconds; a test has less patience.
readonly GAP=${PICTORY_POLL_SECONDS:-0.5}
readonly MOST_POLLS=600

FAILED=0
CLIENT=''
# Of the last call.
STATUS='' BODY=''

# --- calls

# call METHOD PATH [CURL OPTION...]: with whatever credential "with" wrote. It is not on curl's command line, where all
# see it.
call() {
  STATUS=$(curl --silent --show-error --max-time 60 --request "$1" --config "$FOLDER/credential" \
    --output "$FOLDER/body" --write-out '%{http_code}' "${@:3}" "$BASE$2" 2>"$FOLDER/said") ||
    STATUS="none: $(cat "$FOLDER/said")"
  BODY=$(cat "$FOLDER/body" 2>/dev/null)
}

# with KEY [HEADER]: from now on.
with() {
  : >"$FOLDER/credential"
  chmod 600 "$FOLDER/credential"
  printf 'header = "%s"\n' "Authorization: $1" "${@:2}" >"$FOLDER/credential"
}

submit() {
  call POST /v1/aistudio/images --header 'Content-Type: application/json' --data-binary "$1"
}

# member NAME: the text or number of a member of the answer, the first of that name.
member() {
  grep -oE "\"$1\"[[:space:]]*:[[:space:]]*(\"[^\"]*\"|[0-9.]+|true|false)" <<<"$BODY" | head -n 1 |
    sed -E 's/^"[^"]*"[[:space:]]*:[[:space:]]*"?//; s/"$//'
}

# follow JOB: asks again while it is in progress, and for nothing else.
follow() {
  local polls=0
  call GET "/v1/jobs/$1"
  while [ "$(member status)" = in-progress ] && [ "$polls" -lt "$MOST_POLLS" ]; do
    sleep "$GAP"
    polls=$((polls + 1))
    call GET "/v1/jobs/$1"
  done
}

# --- judging

# report CALL WRONG
report() {
  if [ -z "$2" ]; then
    printf 'ok      %-8s %s\n' "$CLIENT" "$1"
  else
    printf 'NOT OK  %-8s %s: %s\n' "$CLIENT" "$1" "$2"
    FAILED=1
  fi
}

# answered CALL CHECK...: each check prints what is wrong, or nothing.
answered() {
  local wrong='' check said
  for check in "${@:2}"; do
    said=$($check)
    [ -z "$said" ] || wrong="$wrong${wrong:+; }$said"
  done
  [ -z "$wrong" ] || wrong="$wrong [$STATUS ${BODY:0:200}]"
  report "$1" "$wrong"
}

status() {
  [ "$STATUS" = "$1" ] || echo "status is not $1"
}

created() {
  status 200
  [ "$(member success)" = true ] || echo 'success is not true'
  [[ $(member jobId) =~ ^[0-9a-f-]{36}$ ]] || echo 'jobId is no UUID'
}

completed() {
  status 200
  [ "$(member success)" = true ] || echo 'success is not true'
  [ "$(member status)" = completed ] || echo 'the job is not completed'
  [[ $(member url) == http*://* ]] || echo 'url is not absolute'
  [[ $(member width) =~ ^[0-9]+$ && $(member height) =~ ^[0-9]+$ ]] || echo 'width and height are no numbers'
  grep -qE '"aiCreditsUsed":[0-9]' <<<"$BODY" || echo 'aiCreditsUsed is no number'
}

refused() {
  status "$1"
  [ -n "$(member message)" ] || echo 'message is missing'
}

# Downloaded without a key.
png() {
  [ "$(head -c 4 "$FOLDER/picture" | tail -c 3)" = PNG ] || echo 'this is no PNG'
}

# --- the documented client

CLIENT=documented
with "$KEY"

# paint PROMPT [MEMBER...]
paint() {
  local body="{\"prompt\":\"$1\"${2:+,$2}}" job url
  submit "$body"
  answered "create: $1" created
  job=$(member jobId)
  follow "$job"
  answered "poll: $1" completed
  url=$(member url)
  curl --silent --max-time 60 --output "$FOLDER/picture" "$url"
  answered "download: $1" png
}

paint 'a lighthouse in fog, low angle'
paint 'a red house beside a lake' '"model":"flux-schnell"'
paint 'three boats at sunset' '"aspectRatio":"16:9"'
paint 'a forest at night with stars' '"aspectRatio":"9:16"'
paint 'a mountain in the snow' '"style":"minimalist"'
paint 'a city street in the rain' '"style":"photorealistic","aspectRatio":"16:9"'
paint 'two trees on a green hill' '"style":"cartoon"'
paint 'a desert with a cactus' '"style":"vintage","model":"nanobanana"'
paint 'a robot under a blue sky' '"style":"futuristic","model":"nanobanana-pro"'
paint 'flowers in a vase' '"style":"artistic","model":"seedream3.0","aspectRatio":"1:1"'
LAST=$(member job_id)

call GET /v1/aistudio/images
answered 'list of images' 'status 200'
call GET /v1/jobs
answered 'list of jobs' 'status 200'
call GET /v1/quota
answered quota 'status 200'
submit '{}'
answered 'nothing to paint' 'refused 400'
call GET /v1/jobs/0193f0aa-0000-7000-8000-000000000000
answered 'unknown job' 'status 404'
with wrong
submit '{"prompt":"a lighthouse"}'
answered 'wrong key' 'refused 401'

# --- the older way

CLIENT=token
with ''
printf '{"client_id":"%s","client_secret":"%s"}' "$ID" "$SECRET" >"$FOLDER/client"
chmod 600 "$FOLDER/client"
call POST /v1/oauth2/token --header 'Content-Type: application/json' --data-binary "@$FOLDER/client"
answered token 'status 200'
TOKEN=$(member access_token)
with "$TOKEN" 'X-Pictory-User-Id: user-7'
submit '{"prompt":"an old harbour","aspectRatio":"16:9"}'
answered create created
follow "$(member jobId)"
answered poll completed

# --- a helper in Python

CLIENT=Python
# helped JOB EXPECTED
helped() {
  local said code
  said=$(PICTORY_API_BASE_URL=$BASE PICTORY_API_KEY=$KEY python3 "$HERE/pictory-poll.py" "$1" "$GAP" 120 2>&1)
  code=$?
  if [ "$code" -eq "$2" ]; then
    report "$3" ''
  else
    report "$3" "exit code $code, not $2: ${said:0:200}"
  fi
}
with "$KEY"
submit '{"prompt":"a bridge over a river"}'
answered create created
helped "$(member jobId)" 0 'poll of a new job'
helped "$LAST" 0 'poll of a completed job'
helped 0193f0aa-0000-7000-8000-000000000000 3 'poll of an unknown job'
call DELETE "/v1/jobs/$LAST/clean"
answered clean 'status 200'
helped "$LAST" 3 'poll of a wiped job'

exit "$FAILED"
