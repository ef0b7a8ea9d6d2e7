#!/bin/bash
# Starts Regatta once on a trial PostgreSQL and records what the Java machine learned of its classes (regatta.aot).
# Used while the image is built: the folder, the jars and the Java machine must be those of the image.
# usage: train.sh <folder of the extracted jar> <JDBC address of an empty database> <user> <password>
set -euo pipefail
cd "$1"
SPRING_DATASOURCE_URL=$2 SPRING_DATASOURCE_USERNAME=$3 SPRING_DATASOURCE_PASSWORD=$4 \
NEXTAUTH_URL=http://localhost NEXTAUTH_SECRET=$(head -c 32 /dev/urandom | base64) \
MINIO_ENDPOINT=http://localhost:1 MINIO_ACCESS_KEY=training MINIO_SECRET_KEY=training-only \
SMTP_HOST=localhost EMAIL_FROM=training@localhost \
  java -XX:AOTCacheOutput=regatta.aot -XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError \
  -Djavax.xml.accessExternalSchema=jar:file,file --enable-native-access=ALL-UNNAMED \
  -Dspring.context.exit=onRefresh -jar regatta.jar
test -s regatta.aot
