#!/usr/bin/env bash
# cluster-conf/cron/nightly.sh SPEC [OPTIONS]: a sweep, and again while it could not finish. Quiet when all went well.
#
#   GALTON_ATTEMPTS  most attempts (default 3)
#   GALTON_PAUSE     seconds between two (default 300)
#   GALTON_CONF      properties for spark-submit (default cluster-conf/standalone.conf)
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 3

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for ((attempt = 1; ; attempt++)); do
  ./galton --properties-file "${GALTON_CONF:-cluster-conf/standalone.conf}" sweep "$@" >"$log" 2>&1
  code=$?
  [ "$code" = 0 ] && exit 0
  printf 'Attempt %d of sweep %s ended with exit code %d:\n' "$attempt" "$1" "$code"
  cat "$log"
  # Codes of its own are final, save 3; one above 128 is a process that was killed.
  if [ "$code" = 1 ] || [ "$code" = 2 ] || [ "$attempt" -ge "${GALTON_ATTEMPTS:-3}" ]; then
    exit "$code"
  fi
  sleep "${GALTON_PAUSE:-300}"
done
