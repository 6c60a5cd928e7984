# shellcheck shell=bash
# An example of every option, and of every starter template, drawn and judged.

readonly GALLERY_MAIN=io.renderyard.bench.gallery.Gallery

gallery() {
  local data base key
  parse "out base key" "" -- "$@"
  no_arguments
  base=$(option base)
  key=$(option key)
  if [ -n "$base" ]; then
    [ -n "$key" ] || usage "--base needs --key: ./yard credentials shows the API key"
  fi
  ensure_tools
  build
  bench_jar
  if [ -z "$base" ]; then
    data=$(mktemp -d "$BUILD_FOLDER/gallery.XXXXXX")
    chmod 755 "$data" # the database runs as a user of its own
    at_exit rm -rf "$data"
    start_for_gallery "$data"
    base=$(base_url "$data")
    key=$(credential "$data" apiKey)
  fi
  exhibit "$base" "$key" "$(option out "$BUILD_FOLDER/gallery")"
}

# start_for_gallery DATA: on a free port, with the address open at which the examples' own pages are.
start_for_gallery() {
  local port
  port=$(free_port)
  set_option port "$port"
  set_option allow 127.0.0.2/32
  start_standalone "$1" "$port"
}

# exhibit BASE KEY OUT
exhibit() {
  GALLERY_BASE=$1 GALLERY_KEY=$2 "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$BENCH_JAR" \
    "-Dloader.main=$GALLERY_MAIN" org.springframework.boot.loader.launch.PropertiesLauncher \
    "$YARD_HOME/bench/gallery" "$YARD_HOME/api-gateway/src/main/resources/io/renderyard/gateway/starter" "$3"
}
