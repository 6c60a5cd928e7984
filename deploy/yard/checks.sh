# shellcheck shell=bash
# Tests, measurements, formatting.

check() {
  ensure_npm
  case ${1:-all} in
    all) check_all ;;
    fast)
      ensure_tools
      (maven test)
      ;;
    *) usage "test takes nothing or \"fast\"" ;;
  esac
}

# Everything CI runs. The journeys start ./yard themselves, so the applications are built before.
check_all() {
  ensure_broker_for_tests
  build
  (maven verify)
}

# In this order: the broker that was named, Docker, the machine's own.
ensure_broker_for_tests() {
  local folder
  if [ -n "${RENDERYARD_TEST_RABBITMQ_URI:-}" ]; then
    ensure_tools
    say "RabbitMQ for the tests: the one in RENDERYARD_TEST_RABBITMQ_URI"
  elif timeout 10 docker info >/dev/null 2>&1; then
    ensure_tools rabbitmq
    say "RabbitMQ for the tests: Testcontainers"
  else
    ensure_tools rabbitmq
    folder=$(mktemp -d)
    at_exit rm -rf "$folder"
    start_rabbit "$folder"
    RENDERYARD_TEST_RABBITMQ_URI=$(rabbit_uri "$folder")
    export RENDERYARD_TEST_RABBITMQ_URI
    say "RabbitMQ for the tests: a private node of this machine"
  fi
}

bench() {
  [ -d "$YARD_HOME/bench" ] || die "there is no module bench yet"
  ensure_tools rabbitmq
  build
  bench_jar
  case ${1:-} in
    ledger) bench_alone ledger.LedgerBench "${@:2}" ;;
    prompts) bench_alone prompt.PromptBench "${@:2}" ;;
    expression) bench_alone expression.ExpressionBench "${@:2}" ;;
    *) (cd "$YARD_HOME" && exec "$JAVA_HOME/bin/java" -jar "$BENCH_JAR" "$@") ;;
  esac
}

# bench_alone CLASS [OPTION...]: extracted, since one of them starts workers that draw nothing from its own class path.
bench_alone() {
  extract bench "$BUILD_FOLDER/log/bench.log"
  (cd "$YARD_HOME" && exec "$JAVA_HOME/bin/java" -cp "$(app_jar bench)" "io.renderyard.bench.$1" "${@:2}")
}

# bench_jar: builds the module; where its jar is lands in BENCH_JAR.
BENCH_JAR=
bench_jar() {
  local jars
  mkdir -p "$BUILD_FOLDER/log"
  with_progress "Building the benchmarks" "$BUILD_FOLDER/log/bench.log" maven -o -q -DskipTests -pl bench -am package ||
    die "cannot build the benchmarks; see $BUILD_FOLDER/log/bench.log"
  jars=("$YARD_HOME"/bench/target/renderyard-bench-*-app.jar)
  [ -f "${jars[0]}" ] || die "the build made no benchmark jar in bench/target"
  BENCH_JAR=${jars[0]}
}

format() {
  ensure_tools
  (maven -q spotless:apply)
}
