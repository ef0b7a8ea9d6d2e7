#!/bin/bash
# Starts Regatta on a trial PostgreSQL, twice: the first start fills the database, the second, on kept data as almost every
# start is, records what the Java machine learned of its classes (regatta.aot) until its first page was answered. Used while
# the image is built: folder, jars and Java machine must be those of the image.
# usage: train.sh <folder of the extracted jar> <DATABASE_URL of an empty database>
set -euo pipefail
cd "$1"

get() {
  local answer
  exec 3<>"/dev/tcp/127.0.0.1/8080" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
  answer=$(head -n 1 <&3)
  exec 3>&-
  [[ $answer == *" 200"* ]]
}

export DATABASE_URL=$2 NEXTAUTH_URL=http://localhost:8080 MINIO_ENDPOINT=http://localhost:1 MINIO_ACCESS_KEY=training \
  MINIO_SECRET_KEY=training-only SMTP_HOST=localhost SMTP_PORT=1 EMAIL_FROM=training@localhost LOG_LEVEL=warn
NEXTAUTH_SECRET=$(head -c 32 /dev/urandom | base64)
export NEXTAUTH_SECRET

start_and_stop() {
  local second
  JAVA_OPTS=$1 ./entrypoint.sh &
  server=$!
  for ((second = 0; second < 300; second++)); do
    if get /api/health 2>/dev/null; then
      break
    fi
    kill -0 "$server" || { wait "$server"; exit 1; }
    sleep 1
  done
  get /api/health
  get /sign-in
  kill -TERM "$server"
  wait "$server" || [[ $? -eq 143 ]] # ended by the signal
}

start_and_stop ""
start_and_stop -XX:AOTCacheOutput=regatta.aot
test -s regatta.aot
