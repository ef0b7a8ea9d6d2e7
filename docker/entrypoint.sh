#!/bin/bash
# Waits for the database, then starts Regatta, which migrates the database (Flyway) before it takes a request.
set -euo pipefail

# host and port of postgresql://user:password@host:port/database?parameters; the first of several hosts
database_address() {
  local rest=${DATABASE_URL#*://}
  rest=${rest%%[/?]*}        # what stands before the path
  rest=${rest##*@}           # without user and password
  rest=${rest%%,*}
  local port=5432 host=$rest
  if [[ $rest =~ ^(.*):([0-9]+)$ ]]; then
    host=${BASH_REMATCH[1]} port=${BASH_REMATCH[2]}
  fi
  host=${host#[} host=${host%]}
  printf '%s %s\n' "$host" "$port"
}

wait_for_database() {
  local host port limit=${DATABASE_WAIT_SECONDS:-60}
  read -r host port < <(database_address)
  SECONDS=0
  until (exec 3<>"/dev/tcp/$host/$port") 2>/dev/null; do
    if ((SECONDS >= limit)); then
      echo "The database at $host:$port did not answer for $limit seconds. Is it running, and is DATABASE_URL right?" >&2
      exit 1
    fi
    sleep 1
  done
}

if [[ -n ${DATABASE_URL:-} ]]; then
  wait_for_database
fi

cd "$(dirname "$0")"
# shellcheck disable=SC2054 # the comma belongs to the option
options=(
  -XX:MaxRAMPercentage=75
  # what a start fills, fetched at once and in large pages: else the kernel and the collector take a fifth of the start
  -Xms384m
  -XX:+AlwaysPreTouch
  -XX:+UseTransparentHugePages
  -XX:+UseCompressedOops # the heap stays where the cache below fits, on the largest machine too
  -XX:+ExitOnOutOfMemoryError
  -Djavax.xml.accessExternalSchema=jar:file,file
  --enable-native-access=ALL-UNNAMED
)
# made with the image by a start on a trial database: classes are read, checked and linked already
if [[ -f regatta.aot ]]; then
  options+=(-XX:AOTCache=regatta.aot)
fi
# JAVA_OPTS may hold several options
# shellcheck disable=SC2086
exec java "${options[@]}" ${JAVA_OPTS:-} -jar regatta.jar "$@"
