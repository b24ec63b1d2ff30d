#!/usr/bin/env bash
# What `make setup` does: missing system libraries, a virtual environment in .venv, the program from the lock.
#   tools/set_up.sh system    install what is missing of Debian's packages; asks for nothing when all is there
#   tools/set_up.sh python    make .venv (with $PYTHON if given) and fill it from requirements.lock
set -euo pipefail
cd "$(dirname "$0")/.."

# Qt needs the first line, a window on X the next two, the tests look at PDFs with the last.
packages=(
    libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-randr0 libxcb-shape0
    libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libx11-xcb1 libxkbcommon-x11-0
    qpdf poppler-utils
)

installed() {  # newer releases add "t64" to the names of some libraries
    local states
    states=$(dpkg-query --show --showformat='${db:Status-Status}\n' "$1" "${1}t64" 2>/dev/null || true)
    grep -qx installed <<<"$states"
}

apt_install() {
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { echo "As root, please: apt-get install $*" >&2; exit 1; }
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    echo "Installing: $*"
    # The lists of a fresh system may be empty or old: only then they are fetched.
    "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
        { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null; }
}

set_up_system() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        return  # not Debian or Ubuntu: the desktop has Qt's libraries, README names the tools of the tests
    fi
    local missing=()
    for package in "${packages[@]}"; do
        installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] || apt_install "${missing[@]}"
}

new_enough() {  # a name on the path is no proof: version managers leave names there that only print an error
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

set_up_python() {
    if ! new_enough .venv/bin/python; then
        local python
        if ! python=$(find_python); then
            [ -z "${PYTHON:-}" ] && command -v apt-get >/dev/null && apt_install python3 python3-venv
            python=$(find_python) || { echo "WPL Desktop needs Python 3.11 or newer." >&2; exit 1; }
        fi
        if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            apt_install "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        fi
        echo "Making .venv with $("$python" --version)"
        "$python" -m venv --clear .venv
    fi
    # Pinned and hashed first, then the program itself: pip refuses hashes for a folder.
    local pip=(.venv/bin/python -m pip --disable-pip-version-check --quiet)
    "${pip[@]}" install --require-hashes -r requirements.lock
    "${pip[@]}" install --no-deps --no-build-isolation --editable .
}

case "${1:-}" in
    system) set_up_system ;;
    python) set_up_python ;;
    *) sed -n '2,4s/^# *//p' "$0" >&2; exit 2 ;;
esac
