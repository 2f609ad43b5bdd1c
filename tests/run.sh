#!/usr/bin/env bash
# Builds, checks and tests Truceline. Ends with the line "N passed, N failed" and exits non-zero when anything failed.
#
#   tests/run.sh          everything
#   tests/run.sh --fast   the inner loop: build, unit, functional and architecture tests
#
# Needs the .NET 10 SDK. buf (lint of the protos) and helm (tests of the chart) come from npm, and some tests start PostgreSQL or Redis; what is missing is
# said, and what needs it is not run. With CI=true that is a failure.
set -uo pipefail
cd "$(dirname "$0")/.."

fast=false
[ "${1:-}" = "--fast" ] && fast=true
passed=0
failed=0
results=$(mktemp -d)
trap 'end_postgresql; rm -rf "$results"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

check() { # name, command...
  local name=$1 began=$SECONDS
  shift
  printf '== %s\n' "$name"
  if "$@"; then
    passed=$((passed + 1))
    printf '   ok, %d s\n' $((SECONDS - began))
  else
    failed=$((failed + 1))
    printf '   FAILED: %s\n' "$name"
    return 1
  fi
}

not_run() { # name, why
  printf '== not run: %s: %s\n' "$1" "$2"
  if [ "${CI:-}" = true ]; then
    failed=$((failed + 1))
  fi
}

finish() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
  exit
}

buf_lint() {
  local home=${XDG_CACHE_HOME:-$HOME/.cache}/truceline/buf
  if [ ! -x "$home/node_modules/.bin/buf" ]; then
    mkdir -p "$home"
    npm install --silent --no-audit --no-fund --prefix "$home" @bufbuild/buf@1.75.0 >/dev/null || return 1
  fi
  tests/proto-deps.sh && (cd protos && "$home/node_modules/.bin/buf" lint && "$home/node_modules/.bin/buf" format --diff --exit-code)
}

# Adds the counts of every test project's closing line: "Failed: 0, Passed: 12, Skipped: 0, Total: 12".
count() { # log, exit code
  local ok bad skipped
  ok=$(grep -oE 'Passed: +[0-9]+' "$1" | awk '{s += $2} END {print s + 0}')
  bad=$(grep -oE 'Failed: +[0-9]+' "$1" | awk '{s += $2} END {print s + 0}')
  skipped=$(grep -oE 'Skipped: +[0-9]+' "$1" | awk '{s += $2} END {print s + 0}')
  passed=$((passed + ok))
  failed=$((failed + bad + skipped))
  [ "$skipped" -eq 0 ] || printf '   FAILED: %d skipped tests; a skipped test is no test\n' "$skipped"
  # A runner that crashed, or found no test, says nothing that could be counted.
  if { [ "$2" -ne 0 ] && [ "$bad" -eq 0 ]; } || [ $((ok + bad)) -eq 0 ]; then
    failed=$((failed + 1))
    printf '   FAILED: the test run ended with %d and counted %d tests\n' "$2" $((ok + bad))
  fi
}

has_postgresql() {
  command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

# Leaves out what needs a program that is not installed: a test says so with [Trait("Needs", "postgresql")], "redis", "gdal" or "qgis".
filter=""
need() { # program, package
  filter="${filter:+$filter&}Needs!=$1"
  not_run "tests that need $1" "it is not installed (apt-get install $2)"
}

# A PostgreSQL of its own for this run, on a free port of 127.0.0.1; it does not run as root.
start_postgresql() {
  local bin as=()
  bin=$(dirname "$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
  pg_home=$(mktemp -d)
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$pg_home" || return 1
    as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
  fi
  "${as[@]}" "$bin/initdb" -D "$pg_home/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$results/initdb.log" 2>&1 || return 1
  for _ in 1 2 3 4 5; do
    pg_port=$((20000 + RANDOM % 10000))
    "${as[@]}" "$bin/postgres" -D "$pg_home/data" -h 127.0.0.1 -p "$pg_port" -k '' -F -c max_connections=400 >"$results/postgresql.log" 2>&1 &
    pg_pid=$!
    for _ in $(seq 100); do
      kill -0 "$pg_pid" 2>/dev/null || break
      grep -q 'ready to accept connections' "$results/postgresql.log" && return 0
      sleep 0.1
    done
  done
  return 1
}

end_postgresql() {
  [ -z "${pg_pid:-}" ] || { kill -INT "$pg_pid" 2>/dev/null && wait "$pg_pid" 2>/dev/null; }
  [ -z "${pg_home:-}" ] || rm -rf "$pg_home"
}

# Test projects run two at a time: they wait more than they compute, and share nothing but the machine. What one says is printed when it has ended.
running=() # logs; FILE.code is there, with the exit code, when a run has ended
lanes=2
where=""
run_tests() { # project names...
  local project log
  for project in "$@"; do
    [ ${#running[@]} -lt "$lanes" ] || end_one
    log="$results/$project$where.log"
    {
      dotnet test "tests/$project" --no-build --nologo ${filter:+--filter "$filter"} --logger 'console;verbosity=minimal' >"$log" 2>&1
      echo $? >"$log.ended" && mv "$log.ended" "$log.code"
    } &
    running+=("$log")
  done
}

end_one() {
  local log others=() ended=""
  while [ -z "$ended" ]; do
    others=()
    for log in "${running[@]}"; do
      if [ -z "$ended" ] && [ -e "$log.code" ]; then ended=$log; else others+=("$log"); fi
    done
    [ -n "$ended" ] || sleep 0.2
  done
  running=("${others[@]}")
  printf '== %s\n' "$(basename "$ended" .log)"
  grep -vE '^(Test run for|VSTest version|Starting test|A total of|Microsoft \(R\)|Copyright|$)' "$ended" | tail -n 60
  count "$ended" "$(cat "$ended.code")"
}

end_all() {
  while [ ${#running[@]} -gt 0 ]; do end_one; done
}

has_postgresql || need postgresql postgresql
command -v redis-server >/dev/null || need redis redis-server
command -v ogrinfo >/dev/null || need gdal gdal-bin
/usr/bin/python3 -c 'import qgis.core' 2>/dev/null || need qgis python3-qgis

check "build, warnings as errors" dotnet build Microservices.sln -v quiet --nologo || finish

all=$(cd tests && for p in */*.csproj; do grep -q Microsoft.NET.Test.Sdk "$p" && dirname "$p"; done)
quick=$(printf '%s\n' "$all" | grep -E '(UnitTests|FunctionalTests|Architecture\.Tests)$')
slow=$(printf '%s\n' "$all" | grep -vE '(UnitTests|FunctionalTests|Architecture\.Tests)$')

if ! $fast; then
  # Style and analyzers are the build's; what it does not look at is the layout.
  check "format" dotnet format whitespace . --folder --verify-no-changes --exclude '**/Migrations/**' '**/obj/**' '**/bin/**'
  if command -v npm >/dev/null; then
    check "buf lint and format" buf_lint
  else
    not_run "buf lint and format" "npm is not installed"
    not_run "Charts.Tests, and the chart's environment in System.Tests" "npm, from which helm comes, is not installed"
    filter="${filter:+$filter&}Needs!=npm"
    slow=$(printf '%s\n' "$slow" | grep -vx 'Charts\.Tests')
  fi
fi

# Those that take longest begin, so that the last one does not run alone.
longest_first() {
  grep -E '^Ingest\.Func' <<<"$1"
  grep -vE '^Ingest\.Func' <<<"$1"
}

# shellcheck disable=SC2046
run_tests $(longest_first "$quick")
if ! $fast && has_postgresql; then
  # The functional tests of whatever stores something, once more.
  stores=$(grep -lE 'Testing\.Shared' tests/*.FunctionalTests/*.csproj | xargs -n 1 dirname | xargs -n 1 basename | grep -v '^Gateway')
  if start_postgresql; then
    where=" on PostgreSQL"
    export TRUCELINE_TEST_POSTGRESQL="Host=127.0.0.1;Port=$pg_port;Username=postgres;Database=postgres"
    everywhere=$filter
    filter="${filter:+$filter&}Store!=embedded"
    # shellcheck disable=SC2046
    run_tests $(longest_first "$stores")
    filter=$everywhere
    unset TRUCELINE_TEST_POSTGRESQL
    where=""
  else
    printf '== PostgreSQL\n   FAILED: it could not be started\n'
    tail -n 20 "$results"/initdb.log "$results"/postgresql.log
    failed=$((failed + 1))
  fi
fi
if ! $fast && [ -n "$slow" ]; then
  # shellcheck disable=SC2046
  run_tests $(grep -vx 'System\.Tests' <<<"$slow")
  # It starts, kills and starves whole systems: nothing runs beside it.
  end_all
  if grep -qx 'System\.Tests' <<<"$slow"; then run_tests System.Tests; fi
fi
end_all
finish
