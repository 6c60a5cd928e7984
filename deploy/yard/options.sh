# shellcheck shell=bash
# Command line options. Each command names those it knows; the values land in OPTION[name].

declare -A OPTION=()
ARGUMENTS=()

# parse "with-value ..." "switch ..." -- ARGS...: "allow" may be repeated and is joined by commas.
parse() {
  local with_value=" $1 " switches=" $2 " name
  shift 3
  while [ $# -gt 0 ]; do
    case $1 in
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
    esac
    case $1 in
      -o) name=output ;;
      --*) name=${1#--} ;;
      *)
        ARGUMENTS+=("$1")
        shift
        continue
        ;;
    esac
    if [[ $switches == *" $name "* ]]; then
      OPTION[$name]=yes
      shift
    elif [[ $with_value == *" $name "* ]]; then
      [ -n "${2:-}" ] || usage "$1 needs a value"
      if [ "$name" = allow ] && [ -n "${OPTION[allow]:-}" ]; then
        OPTION[allow]="${OPTION[allow]},$2"
      else
        OPTION[$name]=$2
      fi
      shift 2
    else
      usage "the option $1 is not known here"
    fi
  done
}

option() {
  printf '%s' "${OPTION[$1]:-${2:-}}"
}

no_arguments() {
  [ ${#ARGUMENTS[@]} -eq 0 ] || usage "\"${ARGUMENTS[0]}\" does not belong here"
}

set_option() {
  OPTION[$1]=$2
}

# require_number NAME LEAST MOST
require_number() {
  local value=${OPTION[$1]:-}
  [ -z "$value" ] && return
  if ! [[ $value =~ ^[0-9]{1,6}$ ]] || [ "$((10#$value))" -lt "$2" ] || [ "$((10#$value))" -gt "$3" ]; then
    usage "--$1 must be a number from $2 to $3, not \"$value\""
  fi
  OPTION[$1]=$((10#$value))
}

# data_folder DEFAULT: absolute, made if missing.
data_folder() {
  local folder
  folder=$(option data "$1")
  mkdir -p "$folder" || die "cannot make the data folder $folder"
  (cd "$folder" && pwd -P)
}
