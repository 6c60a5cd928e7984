# shellcheck shell=bash
# What some renders need and the farm does not: filter lists, an AVIF encoder, fonts, and npm packages of which only files
# are read. Where one cannot be had, those renders fail and say why; all others go on.

readonly FILTER_LISTS=/usr/share/chromium/extensions/ublock-origin/assets/thirdparties/easylist/easylist.txt
readonly NODE_SOURCE=$YARD_HOME/deploy/yard/node NODE_FOLDER=$BUILD_FOLDER/node

# Families that pages ask for most often. None becomes the machine's default: what names no family looks as before. That is
# why Noto is only here for Chinese, Japanese, Korean and emoji.
readonly WEB_FONTS=(fonts-roboto-unhinted fonts-roboto-slab fonts-open-sans fonts-lato fonts-inter fonts-paratype
  fonts-karla fonts-cabin fonts-quicksand fonts-comfortaa fonts-play fonts-league-spartan fonts-dancingscript
  fonts-lobstertwo fonts-ebgaramond fonts-vollkorn fonts-inconsolata fonts-firacode fonts-jetbrains-mono
  fonts-courier-prime fonts-crosextra-carlito fonts-crosextra-caladea)

# Scripts that would be boxes: Indic, Sinhala, Thai, Khmer, Burmese, Ethiopic.
readonly SCRIPT_FONTS=(fonts-lohit-deva fonts-lohit-beng-bengali fonts-lohit-gujr fonts-lohit-guru fonts-lohit-knda
  fonts-lohit-mlym fonts-lohit-orya fonts-lohit-taml fonts-lohit-telu fonts-lklug-sinhala fonts-tlwg-loma-ttf
  fonts-khmeros fonts-sil-padauk fonts-sil-abyssinica)

has_filter_lists() {
  [ -r "$FILTER_LISTS" ]
}

# missing_fonts: Debian's names of the fonts that are not here; nothing where there is no dpkg to ask.
missing_fonts() {
  local installed package
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' 'fonts-*' 2>/dev/null) || return 0
  for package in "${WEB_FONTS[@]}" "${SCRIPT_FONTS[@]}"; do
    [[ $installed == *"$package installed"* ]] || printf '%s\n' "$package"
  done
}

# missing_extras: Debian's names, one per line.
missing_extras() {
  has_filter_lists || printf 'webext-ublock-origin-chromium\n'
  command -v avifenc >/dev/null || printf 'libavif-bin\n'
  command -v fc-list >/dev/null || printf 'fontconfig\n'
  missing_fonts
}

# ensure_extras: tries once; what this machine's distribution does not have is not asked for again.
ensure_extras() {
  local missing tried=$BUILD_FOLDER/extras.tried
  mapfile -t missing < <(missing_extras)
  if [ ${#missing[@]} -gt 0 ] && may_install && [ "${missing[*]}" != "$(cat "$tried" 2>/dev/null)" ]; then
    install_packages "${missing[@]}"
    missing_extras | paste -sd ' ' >"$tried"
  fi
  ensure_node_packages
}

# node_packages_current: whether those that the lock file names are here.
node_packages_current() {
  [ -f "$NODE_FOLDER/package-lock.json" ] && [ -d "$NODE_FOLDER/node_modules" ] &&
    cmp -s "$NODE_SOURCE/package-lock.json" "$NODE_FOLDER/package-lock.json"
}

# The lock file holds a hash of every package, which npm checks; none of their scripts is run.
ensure_node_packages() {
  local log=$BUILD_FOLDER/log/node.log
  if node_packages_current || [ "${RENDERYARD_INSTALL:-on}" = off ] || ! command -v npm >/dev/null; then
    return 0
  fi
  mkdir -p "$BUILD_FOLDER/log"
  exclusively "$BUILD_FOLDER/node.lock"
  if ! node_packages_current; then
    with_progress "Installing npm packages" "$log" install_node_packages ||
      say "No npm packages this time (renders with Twemoji or without consent banners will fail, others go on); see $log"
  fi
  give_back
}

# Beside its place, then swapped in.
install_node_packages() {
  rm -rf "$NODE_FOLDER.new"
  mkdir -p "$NODE_FOLDER.new" &&
    cp "$NODE_SOURCE/package.json" "$NODE_SOURCE/package-lock.json" "$NODE_FOLDER.new" &&
    npm ci --prefix "$NODE_FOLDER.new" --ignore-scripts --no-audit --no-fund --fetch-retries=1 &&
    rm -rf "$NODE_FOLDER" &&
    mv "$NODE_FOLDER.new" "$NODE_FOLDER"
}

# ensure_npm: only the tests insist on it; Debian's package is large.
ensure_npm() {
  if ! command -v npm >/dev/null && may_install; then
    install_packages npm
  fi
}

# packages_environment: tells the worker where they are.
packages_environment() {
  ENVIRONMENT+=("RENDERYARD_WORKER_NODEPACKAGES=$NODE_FOLDER/node_modules")
}

# --- doctor

doctor_extras() {
  local missing
  if has_filter_lists; then
    good "filter lists" "${FILTER_LISTS%/thirdparties/*}"
  else
    weak "filter lists" "renders that block advertisements fail" "$(apt_line webext-ublock-origin-chromium)"
  fi
  if command -v avifenc >/dev/null; then
    good AVIF "$(command -v avifenc)"
  else
    weak AVIF "no avifenc: AVIF pictures cannot be made" "$(apt_line libavif-bin)"
  fi
  mapfile -t missing < <(missing_fonts)
  if [ ${#missing[@]} -eq 0 ]; then
    good "web fonts" "the usual families"
  else
    weak "web fonts" "${#missing[@]} packages are missing: their families are loaded each time or look different" \
      "$(apt_line "${missing[*]}")"
  fi
  doctor_node
}

doctor_node() {
  if node_packages_current; then
    good "npm packages" "$NODE_FOLDER/node_modules"
  elif command -v npm >/dev/null; then
    weak "npm packages" "not installed yet: renders with Twemoji or without consent banners fail" "./yard up installs them"
  else
    weak "npm packages" "no npm: renders with Twemoji or without consent banners fail" "install npm ($(apt_line npm)); ./yard up does the rest"
  fi
}
