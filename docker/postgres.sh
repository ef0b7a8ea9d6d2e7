#!/bin/bash
# Makes the database that DATABASE_URL names, with its user and password, then starts PostgreSQL as its image does.
# The address is said once: POSTGRES_* need not be set.
set -euo pipefail

decoded() {
  local text=${1//\\/\\\\}
  printf '%b' "${text//%/\\x}"
}

rest=${DATABASE_URL#*://}
rest=${rest%%\?*}
people=${rest%%/*} # user:password@host:port
if [[ $people != *:*@* || $rest != */?* ]]; then
  echo "Set DATABASE_URL to postgresql://user:password@postgres:5432/database; .env.example describes it." >&2
  exit 1
fi
people=${people%@*}
POSTGRES_USER=$(decoded "${people%%:*}")
POSTGRES_PASSWORD=$(decoded "${people#*:}")
POSTGRES_DB=$(decoded "${rest#*/}")
# whatever language the image speaks
POSTGRES_INITDB_ARGS=${POSTGRES_INITDB_ARGS:---encoding=UTF8}
export POSTGRES_USER POSTGRES_PASSWORD POSTGRES_DB POSTGRES_INITDB_ARGS
exec docker-entrypoint.sh postgres "$@"
