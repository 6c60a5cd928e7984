# shellcheck shell=bash
# Just enough JSON: writing strings of any size, and reading single values of documents that we know.

# json_text <TEXT: the text as the inside of a JSON string. Streams, so megabytes are fine. Control characters that
# HTML forbids anyway are dropped; the record separator stands for a line's end in between.
json_text() {
  LC_ALL=C tr -d '\000-\010\013\014\016-\037' | LC_ALL=C tr '\n' '\036' |
    LC_ALL=C sed -e 's/^\xef\xbb\xbf//' -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/\t/\\t/g' -e 's/\r/\\r/g' -e 's/\x1e/\\n/g'
}

# json_string VALUE: quoted.
json_string() {
  printf '"%s"' "$(printf '%s' "$1" | json_text)"
}

# json_value NAME <JSON: the first value of that name that is a string, without its quotes; nothing when absent.
json_value() {
  tr -d '\n' | LC_ALL=C grep -oE "\"$1\"[[:space:]]*:[[:space:]]*\"([^\"\\\\]|\\\\.)*\"" | sed -n '1p' |
    LC_ALL=C sed -E -e 's/^"[^"]*"[[:space:]]*:[[:space:]]*"//' -e 's/"$//' -e 's/\\(["\\/])/\1/g' || true
}

# as_utf8 FILE: its text; what is not UTF-8 is taken for Windows' Western encoding, as browsers do.
as_utf8() {
  if command -v iconv >/dev/null && ! iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1; then
    iconv -f WINDOWS-1252 -t UTF-8 -c "$1"
  else
    cat "$1"
  fi
}
