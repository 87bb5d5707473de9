#!/usr/bin/env bash
# cluster-conf/standalone/daemon.sh master|worker ARGUMENTS: a daemon of a standalone cluster, in the foreground.
#
#   cluster-conf/standalone/daemon.sh master --host "$(hostname -f)"
#   cluster-conf/standalone/daemon.sh worker spark://HOST:7077 --cores 8 --memory 24g --work-dir /var/tmp/galton-worker
#
# With SPARK_HOME set and a bin/spark-class in it, that Spark; otherwise the one that ./galton brings, which has no bin/.
#   SPARK_CONF_DIR       default cluster-conf/spark beside this script: log lines with the run's id, metrics
#   SPARK_DAEMON_MEMORY  heap of the daemon itself (default 1g)
set -euo pipefail

fail() {
  printf 'daemon.sh: %s\n' "$1" >&2
  exit 2
}

case ${1-} in
  master) class=org.apache.spark.deploy.master.Master ;;
  worker) class=org.apache.spark.deploy.worker.Worker ;;
  *) fail "Expected master or worker as the first word, not '${1-}'" ;;
esac
shift

here=$(cd "$(dirname "$0")" && pwd)
export SPARK_CONF_DIR=${SPARK_CONF_DIR:-$here/../spark}

if [ -n "${SPARK_HOME-}" ] && [ -x "$SPARK_HOME/bin/spark-class" ]; then
  exec "$SPARK_HOME/bin/spark-class" "$class" "$@"
fi

export SPARK_HOME=${SPARK_HOME:-$(cd "$here/../.." && pwd)/target/spark-home} SPARK_SCALA_VERSION=2.13
launcher=$(echo "$SPARK_HOME"/jars/spark-launcher_*.jar)
[ -f "$launcher" ] || fail "Cannot find jars/spark-launcher_*.jar in $SPARK_HOME: run ./galton version once, or set SPARK_HOME"

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command=()
{
  # The launcher prints a NUL and a newline, then the command with a NUL after each of its words.
  { IFS= read -r -d '' _ && IFS= read -r _; } || fail "Cannot start Spark from $SPARK_HOME"
  while IFS= read -r -d '' word; do
    command+=("$word")
  done
} < <("$java" -Xmx128m -cp "$launcher" org.apache.spark.launcher.Main "$class" "$@")
exec "${command[@]}"
