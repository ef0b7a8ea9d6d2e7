#!/bin/sh
# Starts SeaweedFS with one S3 identity: the keys that Regatta has.
set -eu
umask 077

# as a text in JSON
quoted() {
  printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

keys=${TMPDIR:-/tmp}/s3.json
cat > "$keys" <<JSON
{"identities": [{"name": "regatta",
  "credentials": [{"accessKey": $(quoted "$MINIO_ACCESS_KEY"), "secretKey": $(quoted "$MINIO_SECRET_KEY")}],
  "actions": ["Admin", "Read", "List", "Tagging", "Write"]}]}
JSON
# its own name, not the address of this container, which another start changes
exec weed server -dir=/data -ip=s3 -s3 -s3.port=8333 -s3.config="$keys" -ip.bind=0.0.0.0 -volume.max=0 -master.volumeSizeLimitMB=1024
