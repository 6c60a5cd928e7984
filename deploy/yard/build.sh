# shellcheck shell=bash
# From sources to extracted applications in .yard/app. The run format is the extracted layout, because it starts much
# faster than the fat jar; a cache of loaded classes made by one training run makes it faster still.

readonly APPLICATIONS=(standalone gateway worker dispatcher)

module_of() {
  case $1 in
    gateway) printf 'api-gateway' ;;
    worker) printf 'render-worker' ;;
    dispatcher) printf 'webhook-dispatcher' ;;
    *) printf '%s' "$1" ;;
  esac
}

jar_of() {
  local module
  module=$(module_of "$1")
  printf '%s' "$YARD_HOME/$module/target/renderyard-$module-0.1.0-SNAPSHOT-app.jar"
}

# app_jar NAME: the thin jar of the extracted application; its manifest names the libraries beside it.
app_jar() {
  local jars
  jars=("$BUILD_FOLDER/app/$1"/*.jar)
  [ -f "${jars[0]}" ] || die "the application $1 is not built; run ./yard build"
  printf '%s' "${jars[0]}"
}

# One hash over everything the applications are made of.
source_stamp() {
  (
    cd "$YARD_HOME" || exit
    printf '%s\n' "$(java_version "$JAVA_HOME")"
    { git ls-files -co --exclude-standard 2>/dev/null || find . -type f -not -path '*/target/*' -not -path './.yard/*' -printf '%P\n'; } |
      grep -E '(^|/)(pom\.xml|src/main/.*)$|^\.mvn/' | LC_ALL=C sort |
      while IFS= read -r file; do
        [ ! -f "$file" ] || printf '%s\0' "$file"
      done | xargs -0 sha256sum
  ) | sha256sum | cut -d ' ' -f 1
}

# build: makes the applications when the sources changed since the last time.
build() {
  local stamp log=$BUILD_FOLDER/log/build.log name
  mkdir -p "$BUILD_FOLDER/log" "$BUILD_FOLDER/app"
  exclusively "$BUILD_FOLDER/build.lock"
  stamp=$(source_stamp)
  if [ "$(cat "$BUILD_FOLDER/app/stamp" 2>/dev/null)" != "$stamp" ]; then
    rm -f "$BUILD_FOLDER/app/stamp"
    : >"$log"
    with_progress "Building (the first time takes minutes)" "$log" maven -q -DskipTests -Dspotless.check.skip package ||
      die "the build failed; the whole log is $log"
    for name in "${APPLICATIONS[@]}"; do
      extract "$name" "$log"
    done
    printf '%s\n' "$stamp" >"$BUILD_FOLDER/app/stamp"
  fi
  give_back
}

# maven ARGUMENTS...: becomes Maven; call it in a subshell.
maven() {
  cd "$YARD_HOME" || exit
  # shellcheck disable=SC2086 # several options
  exec mvn -B ${RENDERYARD_MAVEN_OPTS:-} "$@"
}

# extract NAME LOG: beside its place, then swapped in.
extract() {
  local target=$BUILD_FOLDER/app/$1 jar
  jar=$(jar_of "$1")
  [ -f "$jar" ] || die "the build made no $jar"
  rm -rf "$target.new"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$target.new" >>"$2" 2>&1 ||
    die "cannot extract $jar; see $2"
  rm -rf "$target"
  mv "$target.new" "$target"
}

build_only() {
  parse "" "" -- "$@"
  no_arguments
  ensure_tools
  build
  say "The applications are in $BUILD_FOLDER/app"
}

# java_command NAME: fills JAVA_COMMAND with how that application is started.
JAVA_COMMAND=()
java_command() {
  local cache
  cache=$(start_cache "$1")
  JAVA_COMMAND=("$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED)
  case $1 in
    gateway | dispatcher)
      # They do little for each job: on cores that they share with the browsers, the second compiler takes more from
      # those than it gives back in hundreds of renders. The worker's hashing and copying is worth it.
      JAVA_COMMAND+=(-XX:TieredStopAtLevel=1)
      ;;
  esac
  # shellcheck disable=SC2206 # several options
  JAVA_COMMAND+=(${RENDERYARD_JAVA_OPTS:-})
  if [ -f "$cache" ] && uses_start_cache; then
    JAVA_COMMAND+=("-XX:AOTCache=$cache" "-Xlog:aot*=off" "-Xlog:cds*=off")
  fi
  JAVA_COMMAND+=(-jar "$(app_jar "$1")")
}

uses_start_cache() {
  [ "${RENDERYARD_AOT:-on}" != off ]
}

start_cache() {
  printf '%s' "$BUILD_FOLDER/app/$1/start.aot"
}

# train_standalone: one start in a throw-away data folder that writes the cache. It only saves time: whatever goes
# wrong here is noted in the log and the next starts do without.
train_standalone() {
  local cache marker data log=$BUILD_FOLDER/log/training.log
  cache=$(start_cache standalone)
  marker=$BUILD_FOLDER/app/standalone/trained
  if ! uses_start_cache || [ "${CI:-}" = true ] || [ -f "$marker" ]; then
    return 0
  fi
  exclusively "$BUILD_FOLDER/build.lock"
  if [ ! -f "$marker" ]; then
    : >"$marker"
    data=$(mktemp -d "$BUILD_FOLDER/training.XXXXXX")
    chmod 755 "$data"
    train "$data" "$cache" "$log" || say "No start-up cache this time (starts are slower, nothing else); see $log"
  fi
  give_back
}

# train DATA CACHE LOG
train() {
  local before=${#CLEANUPS[@]} port trained=yes
  # shellcheck disable=SC2034 # stop_process reads it; writing the cache takes its time
  local STOP_SECONDS=180
  at_exit rm -rf "$1"
  at_exit stop_process "$1/run" training
  mkdir -p "$1/run"
  port=$(free_port)
  java_command standalone
  JAVA_COMMAND=("${JAVA_COMMAND[0]}" "-XX:AOTCacheOutput=$2" "${JAVA_COMMAND[@]:1}")
  say "Preparing quick starts (once per build)"
  standalone_environment "$1" "$port"
  launch "$1/run" training "${JAVA_COMMAND[@]}" "--server.port=$port"
  wait_ready "$1/run" training "$port" || trained=no
  stop_process "$1/run" training
  cp -f "$1/run/training.log" "$3" 2>/dev/null || true
  rm -rf "$1"
  forget_cleanups "$before"
  [ "$trained" = yes ] || rm -f "$2"
  [ -f "$2" ]
}
