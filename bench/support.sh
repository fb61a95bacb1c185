# shellcheck shell=bash
# Sourced by the benches: figures, and servers to measure. What a bench starts ends with its process group.

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"
: "${BENCH_DIR:?run this through scripts/bench}"

# The median of the numbers that come in, one on each line.
median() { sort -g | awk '{ n[NR] = $1 } END { print NR % 2 ? n[(NR + 1) / 2] : (n[NR / 2] + n[NR / 2 + 1]) / 2 }'; }

# paired WHAT UNIT: lines of "measured base" come in; prints the line whose ratio is the median.
paired() {
  local measured base
  read -r measured base < <(awk '{ print $1 / $2, $1, $2 }' | sort -g | awk '{ l[NR] = $2 " " $3 } END { print l[int((NR + 1) / 2)] }')
  ratio "$1" "$measured" "$base" "$2"
}

# The server's binary, without the settings of whoever runs the bench.
ablauf=(env)
for name in "${!ABLAUF_@}"; do ablauf+=(-u "$name"); done
ablauf+=("${ABLAUF_BIN:-}")

# serve DIR: starts a demonstration there on a free port, and sets `url` and `pid`.
serve() {
  local tick
  : >"$1.log"
  "${ablauf[@]}" serve --demo --data "$1" --listen 127.0.0.1:0 >>"$1.log" 2>&1 </dev/null &
  pid=$!
  for ((tick = 0; tick < 1200; tick++)); do
    url=$(sed -n 's/^Ablauf serves on \(http:[^ ]*\)$/\1/p' "$1.log")
    [[ -n $url ]] && return
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  die "the server did not start: $(tail -5 "$1.log")"
}

# stop: ends the server that `serve` started last.
stop() {
  kill -TERM "$pid"
  wait "$pid" || true
}

# page PATH [OPTION...]: what the server answers there; fails unless that is a page.
page() { curl --silent --show-error --fail "${@:2}" "$url$1"; }

# sign_in JAR: signs HR in.
sign_in() {
  local status
  status=$(curl --silent --show-error --output /dev/null --write-out '%{http_code}' --cookie-jar "$1" \
    --data-urlencode email=hr@demo.example --data-urlencode password=ablauf-demo "$url/sign-in")
  [[ $status == 303 ]] || die "signing in was answered with $status"
}

# open_jobs: the addresses of the open postings.
open_jobs() { page / | grep -o 'href="/jobs/[^"/?#]*"' | cut -d'"' -f2 | sort -u; }
