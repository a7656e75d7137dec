#!/usr/bin/env bash
# The one list of checks, for a laptop and for CI alike.
#   scripts/check.sh               all of them
#   scripts/check.sh words test    only these
#   scripts/check.sh --list        their names
# A check whose tools are missing is skipped and says so; with CI=true that is a failure. The release binary takes
# minutes to build: it is checked with CI=true, CHECK_RELEASE=1 or when named.
set -uo pipefail
cd "$(dirname "$0")/.."

STEPS=(format words directions sbom build test docs release_build wire pages api oracles release)
OUT=.check
SKIPPED=77

check_format() { # layout and habits by swift format
    swift format lint --strict -p -r Sources Tests Package.swift
}

check_words() { # forbidden constructs, long files, personal data, machine paths
    python3 scripts/lib/words.py
}

check_directions() { # who may depend on whom
    python3 scripts/lib/directions.py
}

check_sbom() { # what the binary is made of, every dependency pinned
    scripts/sbom "$OUT/sbom.json"
}

check_build() { # everything builds, warnings are errors, imports are declared
    swift build --build-tests --explicit-target-dependency-import-check error | without_progress
}

check_test() { # all tests on SQLite and PostgreSQL
    local status=0 postgres
    if postgres=$(scripts/postgres start "$OUT/postgres"); then
        export "${postgres?}"
    else
        [ "${CI:-}" != true ] || return 1
        echo "PostgreSQL fehlt (scripts/setup --test): Tests laufen nur auf SQLite."
    fi
    swift test --skip-build --disable-xctest || status=$?
    scripts/postgres stop "$OUT/postgres"
    return "$status"
}

check_docs() { # links, commands and settings of the documents exist
    python3 scripts/lib/docs.py
}

check_release_build() { # starts building the release in the background, beside the checks of pages
    wants_release || return $SKIPPED
    swift build -c release --product lueckenlos >"$OUT/release-build.log" 2>&1 &
    echo $! >"$OUT/release-build.pid"
}

check_wire() { # broken HTTP on the raw socket, stopping in the middle, wrong settings, damaged data
    python3 scripts/wire --binary .build/debug/lueckenlos
}

check_pages() { # every page: valid HTML, accessible, narrow, without foreign requests, without JavaScript
    has_tools || return $SKIPPED
    local status=0 # both are run, whatever the first one finds
    scripts/pages --binary .build/debug/lueckenlos --out "$OUT/pages" || status=1
    scripts/printed --binary .build/debug/lueckenlos --out "$OUT/printed" || status=1
    return "$status"
}

check_api() { # the API keeps what its description says
    has_tools || return $SKIPPED
    scripts/api --binary .build/debug/lueckenlos
}

check_oracles() { # independent recomputations of our algorithms
    has_tools || return $SKIPPED
    local script status=0
    for script in scripts/oracle/*.py; do
        [ -e "$script" ] || { echo "noch keine Vergleichsrechnung vorhanden" && return 0; }
        echo "$script"
        .venv/bin/python "$script" --check || status=1
    done
    return "$status"
}

check_release() { # the release binary starts, answers and stops
    wants_release || return $SKIPPED
    local pid
    pid=$(cat "$OUT/release-build.pid" 2>/dev/null)
    if [ -n "$pid" ]; then
        rm "$OUT/release-build.pid"
        wait "$pid" || { tail -n 40 "$OUT/release-build.log" && return 1; }
        tail -n 3 "$OUT/release-build.log"
    else
        swift build -c release --product lueckenlos | without_progress || return 1
    fi
    python3 scripts/lib/smoke.py .build/release/lueckenlos
}

has_tools() {
    [ -x .venv/bin/python ] && command -v chromium chromium-browser >/dev/null && command -v java >/dev/null ||
        { echo "Werkzeuge fehlen: scripts/setup --test" && false; }
}

without_progress() {
    grep -vE --line-buffered '^\[[0-9]+/[0-9]+\] ' || true
}

wants_release() {
    [ "${CI:-}" = true ] || [ "${CHECK_RELEASE:-}" = 1 ] || [ "$named" = yes ] ||
        { echo "nur mit CI=true oder CHECK_RELEASE=1" && false; }
}

main() {
    local step status started total=$SECONDS passed=0 failed=() skips=()
    named=no
    if [ "${1:-}" = --list ]; then list && exit 0; fi
    if [ $# -gt 0 ]; then STEPS=("$@") && named=yes; fi
    mkdir -p "$OUT"
    rm -f "$OUT/release-build.pid"
    trap clean_up EXIT
    for step in "${STEPS[@]}"; do
        declare -F "check_$step" >/dev/null || { echo "Unbekannte Prüfung: $step" >&2 && list >&2 && exit 2; }
        printf '\n== %s\n' "$step"
        started=$SECONDS
        "check_$step" > >(tee "$OUT/$step.log") 2>&1
        status=$?
        sleep 0.1 # until tee has written the last line
        case $status in
        0) passed=$((passed + 1)) && printf -- '-- %s: gut, %s s\n' "$step" $((SECONDS - started)) ;;
        "$SKIPPED")
            if [ "${CI:-}" = true ]; then failed+=("$step (übersprungen)"); else skips+=("$step"); fi
            printf -- '-- %s: übersprungen\n' "$step"
            ;;
        *) failed+=("$step") && printf -- '-- %s: FEHLER, %s s\n' "$step" $((SECONDS - started)) ;;
        esac
    done
    for step in "${failed[@]}"; do # what matters once more at the end, where everyone looks first
        printf '\n== noch einmal die letzten Zeilen von %s\n' "$step"
        tail -n 12 "$OUT/${step%% *}.log"
    done
    printf '\n%s s. ' $((SECONDS - total))
    [ ${#skips[@]} = 0 ] || printf 'Übersprungen: %s. ' "${skips[*]}"
    if [ ${#failed[@]} -gt 0 ]; then printf 'Fehler in: %s.' "${failed[*]}"; fi
    printf '\nchecks: %s passed, %s failed, %s skipped\n' "$passed" ${#failed[@]} ${#skips[@]}
    [ ${#failed[@]} = 0 ]
}

clean_up() {
    [ ! -f "$OUT/release-build.pid" ] || kill "$(cat "$OUT/release-build.pid")" 2>/dev/null
    scripts/postgres stop "$OUT/postgres"
}

list() {
    sed -n 's/^check_\([a-z_]*\)() { # \(.*\)/\1\t\2/p' "$0" | expand -t 16
}

main "$@"
