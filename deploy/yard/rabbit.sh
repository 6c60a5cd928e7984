# shellcheck shell=bash
# A private RabbitMQ node of the machine's own binaries: own ports, cookie, data and logs, nothing shared with a broker
# that may already run here. Its name, ports and password lie in DIR/run and outlive a wiped data folder, so that
# clients find it again.

readonly RABBIT_SERVER=/usr/lib/rabbitmq/bin/rabbitmq-server
readonly RABBIT_USER=renderyard

rabbit() {
  local action=${1:-} folder=${2:-}
  [ $# -eq 2 ] || usage "rabbit takes up DIR or down DIR"
  mkdir -p "$folder"
  folder=$(cd "$folder" && pwd -P)
  case $action in
    up)
      has_rabbit || ensure_tools rabbitmq
      start_rabbit "$folder"
      forget_cleanups 0
      rabbit_uri "$folder"
      ;;
    down) stop_rabbit "$folder" ;;
    *) usage "rabbit takes up DIR or down DIR" ;;
  esac
}

rabbit_uri() {
  printf 'amqp://%s:%s@127.0.0.1:%s\n' "$RABBIT_USER" "$(cat "$1/run/rabbitmq.password")" "$(cat "$1/run/rabbitmq.port")"
}

# start_rabbit DIR: takes connections when it returns; stopped when the launcher ends, unless that is forgotten.
start_rabbit() {
  local run=$1/run port start=$SECONDS ENVIRONMENT=()
  mkdir -p "$run"
  if alive "$run" rabbitmq; then
    return
  fi
  stop_process "$run" rabbitmq-epmd
  [ -s "$run/rabbitmq.password" ] || (
    umask 077
    random_text >"$run/rabbitmq.password"
  )
  port=$(port_of "$run" rabbitmq)
  if listening "$port"; then
    die "port $port of the private RabbitMQ in $1 is taken; end that program or delete $run/rabbitmq.port"
  fi
  rabbit_files "$1" "$port"
  rabbit_environment "$1"
  launch "$run" rabbitmq-epmd epmd
  at_exit stop_rabbit "$1"
  launch "$run" rabbitmq "${RABBIT_PREFIX[@]}" "$RABBIT_SERVER"
  while ! speaks_amqp "$port"; do
    alive "$run" rabbitmq || {
      progress_end "Starting RabbitMQ" $((SECONDS - start)) failed
      show_end "$run/rabbitmq.log"
      die "RabbitMQ did not start; its logs are in $1/rabbitmq/log"
    }
    [ $((SECONDS - start)) -lt 120 ] || die "RabbitMQ was not ready after two minutes; its logs are in $1/rabbitmq/log"
    progress "Starting RabbitMQ" $((SECONDS - start))
    sleep 0.2
  done
  progress_end "Starting RabbitMQ" $((SECONDS - start)) ready
}

stop_rabbit() {
  stop_process "$1/run" rabbitmq
  stop_process "$1/run" rabbitmq-epmd
}

random_text() {
  LC_ALL=C tr -dc 'A-Za-z0-9' < <(head -c 512 /dev/urandom) | head -c 32
}

# rabbit_files DIR PORT
rabbit_files() {
  local home=$1/rabbitmq
  mkdir -p "$home/data" "$home/log" "$home/config"
  chmod 711 "$home"
  (
    umask 077
    {
      printf 'listeners.tcp.local = 127.0.0.1:%s\n' "$2"
      printf 'default_user = %s\ndefault_pass = %s\n' "$RABBIT_USER" "$(cat "$1/run/rabbitmq.password")"
      printf 'disk_free_limit.absolute = 100MB\nlog.file.level = warning\n'
    } >"$home/config/rabbitmq.conf"
    printf '[].\n' >"$home/config/enabled_plugins"
    [ -s "$home/.erlang.cookie" ] || random_text >"$home/.erlang.cookie"
    chmod 400 "$home/.erlang.cookie"
  )
  rabbit_owner "$home"
}

# Root gives the node to the package's user if that one can get there; else the node stays ours.
RABBIT_PREFIX=()
rabbit_owner() {
  RABBIT_PREFIX=()
  if is_root && has_user rabbitmq; then
    chown -R rabbitmq: "$1"
    if setpriv --reuid=rabbitmq --regid=rabbitmq --clear-groups test -x "$1"; then
      RABBIT_PREFIX=(setpriv --reuid=rabbitmq --regid=rabbitmq --clear-groups)
    else
      chown -R root: "$1"
    fi
  fi
}

# rabbit_environment DIR: fills ENVIRONMENT; "under systemd" makes the script become the node, so that its pid is the node's.
rabbit_environment() {
  local home=$1/rabbitmq
  # shellcheck disable=SC2034 # launch reads it
  ENVIRONMENT=(
    "HOME=$home"
    "RUNNING_UNDER_SYSTEMD=true"
    "RABBITMQ_CONF_ENV_FILE=/dev/null"
    "RABBITMQ_NODENAME=renderyard@localhost"
    "RABBITMQ_DIST_PORT=$(port_of "$1/run" rabbitmq-dist)"
    "ERL_EPMD_PORT=$(port_of "$1/run" rabbitmq-epmd)"
    "ERL_EPMD_ADDRESS=127.0.0.1"
    # Its schedulers sleep when there is nothing to do instead of spinning for a while: the cores are shared.
    "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none"
    "RABBITMQ_CONFIG_FILE=$home/config/rabbitmq.conf"
    "RABBITMQ_ADVANCED_CONFIG_FILE=$home/config/advanced.config"
    "RABBITMQ_ENABLED_PLUGINS_FILE=$home/config/enabled_plugins"
    "RABBITMQ_MNESIA_BASE=$home/data"
    "RABBITMQ_MNESIA_DIR=$home/data/node"
    "RABBITMQ_LOG_BASE=$home/log"
    "RABBITMQ_PID_FILE=$home/data/node.pid"
    "ERL_CRASH_DUMP=$home/log/crash.dump"
  )
}

# speaks_amqp PORT: greets and looks whether a method frame comes back.
speaks_amqp() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'AMQP\0\0\011\001' >&3
    LC_ALL=C read -r -t 2 -N 1 -u 3 first && [ "$first" = $'\001' ]
  ) 2>/dev/null
}
