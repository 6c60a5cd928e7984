# shellcheck shell=bash
# What the machine must have: found, installed where we may, named where we may not.

readonly JAVA_MINIMUM=25
readonly JAVA_HINT="a JDK $JAVA_MINIMUM or newer: install one (Debian 13+, Ubuntu: openjdk-$JAVA_MINIMUM-jdk-headless; elsewhere any vendor's, for example Temurin $JAVA_MINIMUM) and set JAVA_HOME if it lies in an unusual place"

# java_version HOME: the major version of a whole JDK; fails for anything else.
java_version() {
  local line
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  line=$(grep -m1 '^JAVA_VERSION=' "$1/release" 2>/dev/null) || return 1
  line=${line#*\"}
  line=${line%%[.\"+-]*}
  [[ $line =~ ^[0-9]+$ ]] && printf '%s' "$line"
}

java_candidates() {
  local on_path
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  if on_path=$(command -v java); then
    on_path=$(readlink -f "$on_path")
    printf '%s\n' "${on_path%/bin/java}"
  fi
  shopt -s nullglob
  printf '%s\n' /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/java/* /opt/*jdk* /usr/local/*jdk* \
    "${HOME:-/nonexistent}"/.jdks/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/*
  shopt -u nullglob
}

# find_java: exports JAVA_HOME of the first JDK that is new enough; fails when there is none.
find_java() {
  local home version
  while IFS= read -r home; do
    version=$(java_version "$home") || continue
    if [ "$version" -ge "$JAVA_MINIMUM" ]; then
      export JAVA_HOME=$home
      return
    fi
  done < <(java_candidates 2>/dev/null)
  return 1
}

first_executable() {
  local candidate
  for candidate in "$@"; do
    if [ -n "$candidate" ] && candidate=$(command -v "$candidate"); then
      printf '%s' "$candidate"
      return
    fi
  done
  return 1
}

find_browser() {
  if [ -n "${RENDERYARD_WORKER_BROWSER_BINARY:-}" ]; then
    first_executable "$RENDERYARD_WORKER_BROWSER_BINARY"
  else
    first_executable /usr/lib/chromium/chromium-headless-shell chromium-headless-shell chrome-headless-shell \
      /opt/chrome-headless-shell/chrome-headless-shell
  fi
}

find_driver() {
  if [ -n "${RENDERYARD_WORKER_BROWSER_DRIVER:-}" ]; then
    first_executable "$RENDERYARD_WORKER_BROWSER_DRIVER"
  else
    first_executable chromedriver /usr/lib/chromium/chromedriver
  fi
}

# has_font PATTERN...: a file of that name among the fonts.
has_font() {
  local pattern
  for pattern in "$@"; do
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.fonts" \
      "${HOME:-/nonexistent}/.local/share/fonts" -iname "$pattern" -print -quit 2>/dev/null)" ] && return
  done
  return 1
}

has_emoji() {
  has_font 'NotoColorEmoji*' 'NotoEmoji*' 'Twemoji*'
}

has_cjk() {
  has_font 'NotoSansCJK*' 'NotoSerifCJK*' 'SourceHanSans*' 'wqy-*' 'NotoSans?C-*'
}

has_latin() {
  has_font 'LiberationSans-*' 'DejaVuSans*'
}

has_rabbit() {
  [ -x "$RABBIT_SERVER" ] && [ -n "$(command -v epmd)" ]
}

is_root() {
  [ "$(id -u)" -eq 0 ]
}

# as_root COMMAND...
as_root() {
  if is_root; then
    "$@"
  else
    sudo -n "$@"
  fi
}

may_install() {
  [ "${RENDERYARD_INSTALL:-on}" != off ] && [ -n "$(command -v apt-get)" ] || return 1
  is_root || sudo -n true 2>/dev/null
}

has_package() {
  local candidate
  candidate=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *//p')
  [ -n "$candidate" ] && [ "$candidate" != "(none)" ]
}

# missing_packages [rabbitmq]: Debian's names of what is not here, one per line.
missing_packages() {
  find_java || printf 'openjdk-%s-jdk-headless\n' "$JAVA_MINIMUM"
  command -v mvn >/dev/null || printf 'maven\n'
  find_browser >/dev/null || printf 'chromium-headless-shell\n'
  find_driver >/dev/null || printf 'chromium-driver\n'
  has_emoji || printf 'fonts-noto-color-emoji\n'
  has_cjk || printf 'fonts-noto-cjk\n'
  has_latin || printf 'fonts-liberation\nfonts-dejavu-core\n'
  command -v curl >/dev/null || printf 'curl\n'
  [ -n "$(command -v setpriv)" ] && [ -n "$(command -v unshare)" ] && [ -n "$(command -v flock)" ] ||
    printf 'util-linux\n'
  [ "${1:-}" != rabbitmq ] || has_rabbit || printf 'rabbitmq-server\n'
}

# ensure_tools [rabbitmq]: everything is here, or we end and say what is not.
ensure_tools() {
  local missing
  mapfile -t missing < <(missing_packages "${1:-}")
  if [ ${#missing[@]} -gt 0 ] && may_install; then
    install_packages "${missing[@]}"
    mapfile -t missing < <(missing_packages "${1:-}")
  fi
  if [ ${#missing[@]} -gt 0 ]; then
    name_missing "${missing[@]}"
    exit 1
  fi
  find_java || die "needs $JAVA_HINT"
  ensure_users
  ensure_extras
}

# name_missing PACKAGE...
name_missing() {
  local package packages=()
  say "yard: this machine lacks what Renderyard needs:"
  for package in "$@"; do
    case $package in
      openjdk-*) say "  $JAVA_HINT" ;;
      chromium-*)
        if has_package "$package"; then
          say "  $package"
          packages+=("$package")
        else
          say "  $package: $(browser_hint)"
        fi
        ;;
      *)
        say "  $package"
        packages+=("$package")
        ;;
    esac
  done
  [ ${#packages[@]} -eq 0 ] || say "On Debian or Ubuntu: sudo apt-get update && sudo apt-get install --no-install-recommends ${packages[*]}"
}

browser_hint() {
  printf '%s' "not among this machine's packages (Debian has it, perhaps after apt-get update; Ubuntu's Chromium is a" \
    " snap, which cannot be driven from here). Put any chrome-headless-shell and the chromedriver of the same version" \
    " on this machine and name them: RENDERYARD_WORKER_BROWSER_BINARY=/path/to/chrome-headless-shell" \
    " RENDERYARD_WORKER_BROWSER_DRIVER=/path/to/chromedriver"
}

# browser_line PACKAGE: how to get it.
browser_line() {
  if has_package "$1"; then
    apt_line "$1"
  else
    printf '%s: ' "$1"
    browser_hint
  fi
}

install_packages() {
  local log=$BUILD_FOLDER/log/install.log package wanted=()
  mkdir -p "$BUILD_FOLDER/log"
  with_progress "Looking up packages" "$log" as_root apt-get update -q || true
  for package in "$@"; do
    if has_package "$package"; then
      wanted+=("$package")
    fi
  done
  [ ${#wanted[@]} -gt 0 ] || return 0
  say "Installing ${wanted[*]}"
  with_progress "Installing packages" "$log" apt_install "${wanted[@]}" || true
}

readonly SERVICE_POLICY=/usr/sbin/policy-rc.d

# Ctrl-C does not cut an installation in the middle: it goes on without us.
apt_install() {
  local code=0
  trap '' TERM
  [[ " $* " != *" rabbitmq-server "* ]] || forbid_services
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" || code=$?
  [[ " $* " != *" rabbitmq-server "* ]] || allow_services
  return "$code"
}

# The broker's package would start a broker of its own on the usual port: a policy file forbids services meanwhile.
# Killed half-way it stays in place; its second line says whose it is, and the next installation puts the old one back.
forbid_services() {
  allow_services
  [ ! -e "$SERVICE_POLICY" ] || as_root mv "$SERVICE_POLICY" "$SERVICE_POLICY.before-renderyard"
  printf '#!/bin/sh\n# Renderyard: here while ./yard installs packages; may be deleted.\nexit 101\n' |
    as_root tee "$SERVICE_POLICY" >/dev/null
  as_root chmod 755 "$SERVICE_POLICY"
}

allow_services() {
  if grep -q '^# Renderyard:' "$SERVICE_POLICY" 2>/dev/null; then
    as_root rm -f "$SERVICE_POLICY"
  fi
  if [ -e "$SERVICE_POLICY.before-renderyard" ]; then
    as_root mv "$SERVICE_POLICY.before-renderyard" "$SERVICE_POLICY"
  fi
}

# As root, PostgreSQL and the browser run as system users without rights.
ensure_users() {
  local user
  is_root || return 0
  for user in renderyard renderyard-browser; do
    has_user "$user" || add_user "$user" || die "cannot create the system user $user"
  done
}

has_user() {
  id -u "$1" >/dev/null 2>&1
}

add_user() {
  useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$1"
}

# --- doctor

DOCTOR_FAILED=no

good() {
  printf '  ok       %-14s %s\n' "$1" "$2"
}

# bad NAME WHAT MEND
bad() {
  DOCTOR_FAILED=yes
  printf '  MISSING  %-14s %s\n           %-14s -> %s\n' "$1" "$2" "" "$3"
}

# weak NAME WHAT MEND
weak() {
  printf '  weak     %-14s %s\n           %-14s -> %s\n' "$1" "$2" "" "$3"
}

apt_line() {
  printf 'apt-get install --no-install-recommends %s' "$1"
}

doctor() {
  parse "port" "" -- "$@"
  no_arguments
  require_number port 1 65535
  printf 'This machine, as ./yard sees it:\n'
  doctor_java
  doctor_browser
  doctor_fonts
  doctor_extras
  doctor_system
  doctor_services
  if [ "$DOCTOR_FAILED" = yes ]; then
    may_install && printf 'Something is missing; ./yard up installs what the distribution has.\n' ||
      printf 'Something is missing; mend it as shown.\n'
    return 1
  fi
  printf 'All that is essential is here.\n'
}

doctor_java() {
  if find_java; then
    good JDK "$(java_version "$JAVA_HOME") in $JAVA_HOME"
  else
    bad JDK "none that is new enough" "$JAVA_HINT"
  fi
  if command -v mvn >/dev/null; then
    good Maven "$(command -v mvn)"
  else
    bad Maven "no mvn on the PATH" "$(apt_line maven)"
  fi
}

doctor_browser() {
  local browser driver
  if browser=$(find_browser); then
    good Chrome "$(version_line "$browser") ($browser)"
  else
    bad Chrome "no headless shell" "$(browser_line chromium-headless-shell)"
  fi
  if driver=$(find_driver); then
    good chromedriver "$(version_line "$driver") ($driver)"
  else
    bad chromedriver "not found" "$(browser_line chromium-driver)"
  fi
  if [ -n "$browser" ] && [ -n "$driver" ] && [ "$(major "$browser")" != "$(major "$driver")" ]; then
    bad versions "Chrome and chromedriver differ in their major version" "install both from the same source"
  fi
}

version_line() {
  { "$1" --version 2>/dev/null || printf 'unknown version'; } | sed -n 's/ built on.*//; s/ (.*//; 1p'
}

major() {
  version_line "$1" | sed -n 's/^[^0-9]*\([0-9]*\)\..*/\1/p'
}

doctor_fonts() {
  doctor_font emoji has_emoji "a colour emoji font" "emoji become boxes" fonts-noto-color-emoji
  doctor_font CJK has_cjk "a Chinese, Japanese and Korean font" "such text becomes boxes" fonts-noto-cjk
  doctor_font Latin has_latin "metric twins of the usual web fonts" "pages look different from elsewhere" \
    "fonts-liberation fonts-dejavu-core"
}

# doctor_font NAME CHECK WHAT WITHOUT PACKAGES
doctor_font() {
  if "$2"; then
    good "$1" "$3"
  else
    weak "$1" "no such font: $4" "$(apt_line "$5")"
  fi
}

doctor_system() {
  local shared user port
  shared=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 {print int($2 / 1024)}')
  if [ "${shared:-0}" -ge 256 ]; then
    good /dev/shm "$shared MB"
  else
    weak /dev/shm "only ${shared:-0} MB: large pages crash the browser" "mount -o remount,size=1g /dev/shm (in a container: --shm-size=1g)"
  fi
  if [ -n "$(command -v setpriv)" ] && [ -n "$(command -v unshare)" ] && [ -n "$(command -v flock)" ]; then
    good util-linux "setpriv, unshare, flock"
  else
    bad util-linux "setpriv, unshare or flock is missing" "$(apt_line util-linux)"
  fi
  if command -v curl >/dev/null; then good curl "$(command -v curl)"; else bad curl "not found" "$(apt_line curl)"; fi
  if is_root; then
    for user in renderyard renderyard-browser; do
      if has_user "$user"; then
        good user "$user"
      else
        weak user "$user does not exist yet" "./yard up creates it; by hand: useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin $user"
      fi
    done
  fi
  port=$(option port "$DEFAULT_PORT")
  if listening "$port"; then
    weak "port $port" "something listens there ($(alive "$DEFAULT_DATA/run" standalone && printf 'our own yard' || printf 'not our own yard'))" "./yard up --port P with another number"
  else
    good "port $port" free
  fi
}

doctor_services() {
  if has_rabbit; then
    good RabbitMQ "$RABBIT_SERVER (only for ./yard farm and ./yard test)"
  else
    weak RabbitMQ "not installed; only ./yard farm and ./yard test need it" "$(apt_line rabbitmq-server), or give --rabbitmq-uri"
  fi
}
