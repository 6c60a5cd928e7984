#!/usr/bin/env bash
#
# hcti-clients.sh BASE_URL API_ID API_KEY
#
# Drives an HTML/CSS to Image server with the requests that its clients put on the wire, and looks at each answer for
# what that client needs. Prints a line for each call, "ok" or "NOT OK" with what was wrong; fails when any call did.
#
# Needs bash, curl and openssl.
#
# shellcheck disable=SC2317 # the checks are called by their names

set -uo pipefail

if [ $# -ne 3 ]; then
  echo "usage: $0 BASE_URL API_ID API_KEY" >&2
  exit 2
fi

readonly BASE=${1%/} ID=$2 KEY=$3
FOLDER=$(mktemp -d)
readonly FOLDER
trap 'rm -rf "$FOLDER"' EXIT

FAILED=0
CLIENT=''
# Of the last call.
STATUS='' BODY='' HEAD=''

# --- calls

# call METHOD PATH [CURL OPTION...]: with the credential, following no redirects.
call() {
  ask "$1" "$BASE$2" --config "$FOLDER/credential" "${@:3}"
}

# ask METHOD URL [CURL OPTION...]: without the credential. The credential is not on curl's command line, where all see it.
ask() {
  STATUS=$(curl --silent --show-error --globoff --path-as-is --max-time 60 --request "$1" \
    --dump-header "$FOLDER/head" --output "$FOLDER/body" --write-out '%{http_code}' "${@:3}" "$2" 2>"$FOLDER/said") ||
    STATUS="none: $(cat "$FOLDER/said")"
  [ -e "$FOLDER/body" ] || : >"$FOLDER/body"
  BODY=$(tr -d '\0' <"$FOLDER/body")
  HEAD=$(tr -d '\r' <"$FOLDER/head" 2>/dev/null)
}

json() {
  call POST "$1" --header 'Content-Type: application/json' --data-binary "$2" "${@:3}"
}

# member NAME: the text or number of a member of the answer, the first of that name.
member() {
  grep -oE "\"$1\"[[:space:]]*:[[:space:]]*(\"[^\"]*\"|[0-9]+)" <<<"$BODY" | head -n 1 |
    sed -E 's/^"[^"]*"[[:space:]]*:[[:space:]]*"?//; s/"$//'
}

# token TEXT: HMAC-SHA256 with the API key, lower-case hex.
token() {
  printf '%s' "$1" | openssl dgst -sha256 -hmac "$KEY" | sed 's/.*= *//'
}

# --- judging

# report CALL WRONG
report() {
  if [ -z "$2" ]; then
    printf 'ok      %-12s %s\n' "$CLIENT" "$1"
  else
    printf 'NOT OK  %-12s %s: %s\n' "$CLIENT" "$1" "$2"
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

success() {
  [[ $STATUS == 2?? ]] || echo 'status is not 2xx'
}

# One JSON object and nothing after it.
object() {
  [[ $BODY == '{'*'}' ]] || echo 'the body is no JSON object'
  [ "$(tail -c 1 "$FOLDER/body")" = '}' ] || echo 'there are bytes after the JSON object'
  grep -qi '^content-type: application/json' <<<"$HEAD" || echo 'the content type is not JSON'
}

# Of a picture: what all clients read of it.
created() {
  success
  object
  grep -qE '"id":"[0-9a-f-]{36}"' <<<"$BODY" || echo 'id is missing'
  grep -qE '"url":"https?://[^/"]+/v1/image/[^"]+"' <<<"$BODY" || echo 'url is not absolute'
}

# A client adds the extension itself.
extensionless() {
  [[ $(member url) =~ /v1/image/[0-9a-f-]{36}$ ]] || echo 'url has an extension'
}

# extension NAME
extension() {
  [[ $(member url) == *".$1" ]] || echo "url does not end in .$1"
}

# images COUNT
images() {
  success
  object
  grep -qE '^\{"images":\[' <<<"$BODY" || echo 'images is no list'
  [ "$(grep -oE '"id":"[0-9a-f-]{36}"' <<<"$BODY" | wc -l)" -eq "$1" ] || echo "there are not $1 images"
}

empty() {
  [ ! -s "$FOLDER/body" ] || echo 'the body is not empty'
}

# Numbers must be numbers: one client takes nothing else.
template() {
  success
  object
  grep -qE '"template_id":"t-[^"]{1,38}"' <<<"$BODY" || echo 'template_id is missing'
  grep -qE '"template_version":[1-9][0-9]*[,}]' <<<"$BODY" || echo 'template_version is no number'
}

templates() {
  success
  object
  grep -qE '"data":\[\{' <<<"$BODY" || echo 'data is no list of templates'
  grep -qE '"version":[1-9][0-9]*[,}]' <<<"$BODY" || echo 'version is no number'
  grep -qE '"render_count":[0-9]+' <<<"$BODY" || echo 'render_count is no number'
  grep -qE '"next_page_start":(null|[0-9]+)' <<<"$BODY" || echo 'next_page_start is neither null nor a number'
  grep -qE '"google_fonts":(null|")' <<<"$BODY" || echo 'google_fonts is neither null nor a string'
  grep -qE '"created_at":"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})"' <<<"$BODY" ||
    echo 'created_at is no RFC 3339 time'
}

# Every client reads these, and one of them takes no null.
refused() {
  object
  grep -q '"error":"' <<<"$BODY" || echo 'error is missing'
  grep -q '"statusCode":[45]' <<<"$BODY" || echo 'statusCode is missing'
  grep -q '"message":"' <<<"$BODY" || echo 'message is missing'
  ! grep -q ':null' <<<"$BODY" || echo 'a member is null'
}

both_lists() {
  grep -q '"validation_errors":\[{' <<<"$BODY" || echo 'validation_errors is missing'
  grep -q '"validationErrors":\[{' <<<"$BODY" || echo 'validationErrors is missing'
}

# magic FORMAT: what the file begins with.
magic() {
  local begins
  begins=$(head -c 12 "$FOLDER/body" | LC_ALL=C tr -c '[:print:]' '.')
  case $1 in
    png) [[ $begins == .PNG* ]] ;;
    jpg) [[ $begins == ......JFIF* ]] ;;
    webp) [[ $begins == RIFF????WEBP ]] ;;
    pdf) [[ $begins == %PDF* ]] ;;
  esac || echo "these are not the bytes of a $1"
}

# moved CALL: a redirect to a picture, which a browser then reads.
moved() {
  local target
  answered "$1" 'status 301'
  target=$(grep -i '^location: ' <<<"$HEAD" | sed 's/^[^ ]* //')
  [[ $target == http* ]] || target=$BASE$target
  ask GET "$target"
  answered "$1, followed" 'status 200' "magic ${2:-png}"
}

# signed CALL QUERY [FORMAT]: of markup or a page.
signed() {
  ask GET "$BASE/v1/image/create-and-render/$ID/$(token "$2")${3:+/$3}?$2"
  moved "$1" "${3:-png}"
}

# signed_template CALL TEMPLATE QUERY [MARK]
signed_template() {
  ask GET "$BASE/v1/image/$2/$(token "$3")${3:+?$3}${4:-}"
  moved "$1"
}

printf 'user = "%s:%s"\n' "$ID" "$KEY" >"$FOLDER/credential"
chmod 600 "$FOLDER/credential"

# Small, so that it is quick.
readonly BOX='<b style=\"display:block;width:30px;height:20px\">'
readonly FORM_BOX='%3Cb+style%3D%22display%3Ablock%3Bwidth%3A30px%3Bheight%3A20px%22%3E'

# --- curl, as in the documents

CLIENT=curl
call POST /v1/image --data-urlencode "html=<b style='display:block;width:30px;height:20px'>curl</b>" \
  --data-urlencode 'css=b { color: red; }' -d 'google_fonts=Roboto|Open+Sans'
answered 'form' created extensionless
ask GET "$(member url)"
answered 'picture' 'status 200' 'magic png'
call POST /v1/image -d "{\"html\":\"$BOX curl\"}"
answered 'JSON called a form' created
json /v1/image "{\"html\":\"$BOX curl\",\"css\":\"b{}\"}"
answered 'JSON' created
DRAWN=$(member url)
ask GET "$DRAWN.jpg?width=15&dl=1"
answered 'picture as a small jpg to keep' 'status 200' 'magic jpg'
ask GET "$DRAWN?x_1=33%&x_2=66%25"
answered 'part of a picture with a bare percent sign' 'status 200' 'magic png'
call POST /v1/image -d 'css=b{}'
answered 'nothing to draw' 'status 400' refused
ask POST "$BASE/v1/image" --user nobody:nothing -d 'html=x'
answered 'wrong key' 'status 401' refused
call GET /v1/usage
answered 'usage' 'status 200' object
call GET '/v1/images?count=1'
answered 'list' 'status 200' object

# --- TypeScript

CLIENT=TypeScript
json /v1/image "{\"html\":\"$BOX ts\",\"css\":\"b{}\",\"google_fonts\":\"Open+Sans|Roboto\"}"
answered createImage created extensionless
TS_IMAGE=$(member id)
json /v1/image/batch "{\"default_options\":{\"css\":\"b{}\"},\"variations\":[{\"html\":\"$BOX 1\"},{\"html\":\"$BOX 2\"}]}"
answered createImageBatch 'images 2'
TS_BATCH=$(grep -oE '"id":"[^"]*"' <<<"$BODY" | sed 's/"id"://' | paste -sd, -)
json /v1/template "{\"html\":\"$BOX{{title}} {{count}}\",\"name\":\"clients\"}"
TEMPLATE=$(member template_id)
VERSION=$(member template_version)
json /v1/image "{\"template_id\":\"$TEMPLATE\",\"template_values\":{\"title\":\"ts\"},\"__type\":\"templated\"}"
answered 'createImage of a template' created extensionless
json /v1/image "{\"template_id\":\"$TEMPLATE\",\"template_values\":{\"title\":\"ts\"},\"template_version\":$VERSION}"
answered 'createImage of a version of a template' created
call DELETE "/v1/image/$TS_IMAGE"
answered deleteImage success empty
ask GET "$BASE/v1/image/$TS_IMAGE"
answered 'deleted image' 'status 410' refused
call DELETE /v1/image/batch -H 'Content-Type: application/json' -d "{\"ids\":[$TS_BATCH]}"
answered deleteImageBatch success empty
signed_template generateTemplatedImageUrl "$TEMPLATE" "template_version=$VERSION&count=5&title=it%27s+%7Ea*b"
signed generateCreateAndRenderUrl "html=$FORM_BOX%7Ets*&device_scale=1"
signed 'generateCreateAndRenderUrl, opaque' "html=$FORM_BOX%7Ets*&transparent_background=false"
json /v1/image "{\"html\":\"x\",\"device_scale\":9}"
answered 'error' 'status 400' refused both_lists

# --- Ruby

CLIENT=Ruby
json '/v1/image?includeId=true' "{\"html\":\"$BOX rb\",\"css\":\"b{}\",\"google_fonts\":\"Roboto\"}"
answered create_image created extensionless
RB_IMAGE=$(member id)
json '/v1/image?includeId=true' "{\"template_id\":\"$TEMPLATE\",\"template_values\":{\"title\":\"rb\"}}"
answered create_templated_image created
json '/v1/image/batch' "{\"variations\":[{\"html\":\"$BOX rb\"}]}"
answered create_image_batch 'images 1'
json /v1/template "{\"html\":\"$BOX{{title}}\",\"name\":\"rb\",\"max_render_once\":true,\"selector\":\"b\"}"
answered create_template template
RB_TEMPLATE=$(member template_id)
json "/v1/template/$RB_TEMPLATE" "{\"html\":\"$BOX{{title}}!\",\"name\":\"rb\"}"
answered create_template_version template
RB_VERSION=$(member template_version)
call GET '/v1/template?count=1' -H 'Content-Type: application/json'
answered list_templates templates
call GET "/v1/template/$RB_TEMPLATE?count=1&max_version=$RB_VERSION" -H 'Content-Type: application/json'
answered list_template_versions templates
signed_template generate_templated_image_url "$RB_TEMPLATE" "template_version=$RB_VERSION&title=Flexbox+for+life%21"
signed_template 'create_image_from_template (old)' "$RB_TEMPLATE" 'title=Flexbox+for+life%21'
ask GET "$BASE/v1/image/$RB_TEMPLATE/$(token 'title=Flexbox for life!')?title=Flexbox+for+life%21"
moved '0.1 signs what it decoded'
signed generate_create_and_render_url "html=$FORM_BOX+rb%21"
call DELETE "/v1/image/$RB_IMAGE" -H 'Content-Type: application/json'
answered delete_image 'status 202' empty
call DELETE "/v1/image/batch" -H 'Content-Type: application/json' -d "{\"ids\":[\"$RB_IMAGE\"]}"
answered delete_image_batch 'status 202' empty
call DELETE "/v1/image/$RB_IMAGE" -H 'Content-Type: application/json'
answered 'delete_image again' success empty
call DELETE /v1/image/0193f0aa-0000-7000-8000-000000000000 -H 'Content-Type: application/json'
answered 'delete_image of an unknown one' 'status 404' refused

# --- Python

CLIENT=Python
PY=(-H 'User-Agent: HCTIPython/1.0.0' -H 'Accept: application/json')
json /v1/image "{\"html\":\"$BOX py\",\"metadata\":{\"a\":\"b\"},\"pdf_options\":{\"page_width\":\"100px\",\"page_height\":\"80px\",\"margins\":[\"10px\",\"10px\",\"10px\",\"10px\"]}}" "${PY[@]}"
answered create_image created
PY_IMAGE=$(member id)
ask GET "$BASE/v1/image/$PY_IMAGE.pdf"
answered 'image_url pdf' 'status 200' 'magic pdf'
ask GET "$BASE/v1/image/$PY_IMAGE.webp?width=20&crop_width=50%25&x_origin=center&dpi=300"
answered 'image_url webp' 'status 200' 'magic webp'
json /v1/image/batch "{\"default_options\":{\"device_scale\":1},\"variations\":[{\"html\":\"$BOX py\"}]}" "${PY[@]}"
answered create_image_batch 'images 1'
signed_template generate_templated_image_url "$TEMPLATE" 'count=5&title=py+%7E*&__ro_width=20&dpi=300'
signed generate_create_and_render_url "html=$FORM_BOX+py%7E&width=20&crop_height=50%25"
call DELETE "/v1/image/$PY_IMAGE" "${PY[@]}"
answered delete_image success empty

# --- PHP

CLIENT=PHP
json /v1/image "{\"html\":\"$BOX php\",\"device_scale\":1.5,\"format\":\"webp\"}" -H 'Accept: application/json'
answered createImage created 'extension webp'
PHP_IMAGE=$(member id)
ask GET "$(member url)"
answered 'picture' 'status 200' 'magic webp'
json /v1/image/batch "{\"variations\":[{\"html\":\"$BOX php\"},{\"html\":\"$BOX php 2\"}]}"
answered createImageBatch 'images 2'
json /v1/image/batch/templated \
  "{\"default_options\":{\"template_id\":\"$TEMPLATE\"},\"variations\":[{\"template_values\":{\"title\":\"1\"}},{\"template_values\":{\"title\":\"2\"}}]}"
answered createTemplatedImageBatch 'images 2'
signed_template generateTemplatedImageUrl "$TEMPLATE" 'title=php+%7E*%2Fx'
signed generateCreateAndRenderUrl "html=$FORM_BOX+php"
ask GET "$BASE/v1/image/$PHP_IMAGE"
answered imageUrl 'status 200' 'magic png'

# --- Go

CLIENT=Go
GO=(-H 'User-Agent: HCTIGo/1.0.0' -H 'Accept: application/json')
json /v1/image "{\"html\":\"$BOX go\",\"full_screen\":false,\"render_when_ready\":false,\"transparent_background\":false}" "${GO[@]}"
answered CreateImage created
GO_IMAGE=$(member id)
json "/v1/image/$TEMPLATE" '{"template_values":{"title":"go"}}' "${GO[@]}"
answered 'CreateImage of a template' created
json "/v1/image/$TEMPLATE/$VERSION" '{"template_values":{"title":"go"},"format":"jpg"}' "${GO[@]}"
answered 'CreateImage of a version of a template' created 'extension jpg'
json /v1/image "{\"template_id\":\"$TEMPLATE\",\"template_version\":$VERSION,\"template_values\":{\"title\":\"go\"}}" "${GO[@]}"
answered 'CreateImage of a template (old)' created
json /v1/image/batch "{\"default_options\":{\"device_scale\":1},\"variations\":[{\"html\":\"$BOX go\"}]}" "${GO[@]}"
answered CreateImageBatch 'images 1'
json /v1/image/batch/templated \
  "{\"default_options\":{\"template_id\":\"$TEMPLATE\",\"template_version\":$VERSION},\"variations\":[{\"template_values\":{\"title\":\"go\"}}]}" "${GO[@]}"
answered CreateTemplatedImageBatch 'images 1'
json /v1/template "{\"html\":\"$BOX{{title}}\",\"name\":\"go\",\"google_fonts\":\"Roboto\"}" "${GO[@]}"
answered CreateTemplate template
GO_TEMPLATE=$(member template_id)
json "/v1/template/$GO_TEMPLATE" "{\"html\":\"$BOX{{title}}\",\"name\":\"go\",\"google_fonts\":\"Roboto\"}" "${GO[@]}"
answered CreateTemplateVersion template
call GET '/v1/template?count=2' "${GO[@]}"
answered ListTemplates templates
call GET "/v1/template/$GO_TEMPLATE" "${GO[@]}"
answered ListTemplateVersions templates
signed_template GenerateTemplatedImageURL "$GO_TEMPLATE" 'count=5&template_version='"$(member version)"'&title=go+~%2A'
signed GenerateCreateAndRenderURL "full_screen=false&html=$FORM_BOX+go~%2A&render_when_ready=false" jpg
call DELETE "/v1/template/$GO_TEMPLATE" "${GO[@]}"
answered DeleteTemplate success empty
call GET "/v1/images/$GO_IMAGE" "${GO[@]}"
answered 'GetImage (management)' 'status 200' object
call DELETE "/v1/image/$GO_IMAGE" "${GO[@]}"
answered DeleteImage success empty
call DELETE /v1/image/batch "${GO[@]}" -H 'Content-Type: application/json' -d "{\"ids\":[\"$GO_IMAGE\"]}"
answered DeleteImageBatch success empty
json /v1/image '{"html":"x","viewport_width":9}' "${GO[@]}"
answered 'error' 'status 400' refused both_lists

# --- .NET

CLIENT=.NET
NET=(-H 'User-Agent: HCTIDotNet/0.8.0')
json '/v1/image?includeId=true' "{\"html\":\"$BOX net\",\"pdf_options\":{\"page_width\":\"50%\",\"margins\":[\"5mm\",\"5mm\",\"5mm\",\"5mm\"]}}" "${NET[@]}" \
  -H 'Content-Type: application/json; charset=utf-8'
answered CreateImageAsync created extensionless
NET_IMAGE=$(member id)
json '/v1/image/batch?includeId=true' "{\"variations\":[{\"html\":\"$BOX net\"}]}" "${NET[@]}"
answered CreateImageBatchAsync 'images 1'
json /v1/template "{\"html\":\"$BOX{{title}}\",\"name\":\"net\"}" "${NET[@]}"
answered CreateTemplateAsync template
NET_TEMPLATE=$(member template_id)
json "/v1/template/$NET_TEMPLATE" "{\"html\":\"$BOX{{title}}\"}" "${NET[@]}"
answered CreateTemplateVersionAsync template
call GET '/v1/template?count=10' "${NET[@]}"
answered ListTemplatesAsync templates
call GET "/v1/template/$NET_TEMPLATE?count=100" "${NET[@]}"
answered ListTemplateVersionsAsync templates
signed_template CreateTemplatedImageUrl "$NET_TEMPLATE" 'title=%22net%20%5Cu00E9%22&count=5'
signed_template 'CreateTemplatedImageUrl without values' "$NET_TEMPLATE" '' '?'
signed CreateAndRenderUrl "html=${FORM_BOX//+/%20}%20net~%2A" png
ask GET "$BASE/v1/image/$NET_IMAGE.png?crop_width=50%25&x_origin=center&width=20"
answered ImageUrl 'status 200' 'magic png'
call DELETE "/v1/image/$NET_IMAGE" "${NET[@]}"
answered DeleteImageAsync success empty
call DELETE /v1/image/batch "${NET[@]}" -H 'Content-Type: application/json; charset=utf-8' -d "{\"ids\":[\"$NET_IMAGE\"]}"
answered DeleteImageBatchAsync success empty
call DELETE "/v1/template/$NET_TEMPLATE" "${NET[@]}"
answered DeleteTemplateAsync success
json '/v1/image?includeId=true' '{"html":"","css":"b{}"}' "${NET[@]}"
answered 'error' 'status 400' refused

# --- n8n

CLIENT=n8n
call GET /v1/ping
answered 'credential test' 'status 200'
ask GET "$BASE/v1/ping" --user nobody:nothing
answered 'credential test of a wrong key' 'status 401' refused
json /v1/image "{\"html\":\"$BOX n8n\"}"
answered 'create' created extensionless
N8N_URL=$(member url)
for format in png jpg webp pdf; do
  ask GET "$N8N_URL.$format"
  answered "download as $format" 'status 200' "magic $format"
done
json /v1/image "{\"template_id\":\"$TEMPLATE\",\"template_values\":{\"title\":\"n8n\"}}"
answered 'create of a template' created extensionless

# --- GitHub Action

CLIENT='GitHub'
call POST /v1/image -H 'Content-Type: text/plain;charset=UTF-8' \
  --data-binary "{\"html\":\"$BOX action\",\"css\":\"b{}\",\"google_fonts\":\"Roboto\"}"
answered 'action' created
call POST /v1/image -H 'Content-Type:' --data-binary "{\"html\":\"$BOX action\"}"
answered 'action without a content type' created
call POST /v1/image -H 'Content-Type: text/plain;charset=UTF-8' --data-binary '{"html":""}'
answered 'failure' 'status 400' refused

call DELETE "/v1/template/$TEMPLATE"
exit "$FAILED"
