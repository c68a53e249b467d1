#!/bin/sh
# bench-fleet.sh SIZE...: many schemas of one track, by the class Bench among the tests of tenants: the
# fleet, the same SQL with nothing around it, Flyway's API in a loop and, where Python has it,
# Alembic in one process. On the workshop's own server, in databases of their own.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
. "$root/shared-db/launch/build.sh"
. "$root/shared-db/launch/python.sh"
find_jdk

"$root/db" start >/dev/null
build_tenants_tests
if ! find_python; then
  python=
  echo "Alembic: skipped, as no python3 here has alembic with psycopg2 (or name one in PYTHON)"
fi
folder=$(mktemp -d "${TMPDIR:-/tmp}/bench-fleet-XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
cd "$root"
# The compiler and the collector are those that ./db runs with.
"$JDK_HOME/bin/java" -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
  -Djava.io.tmpdir="$folder" -cp "$TENANTS_TESTS" shareddb.tenants.fleet.bench.Bench "$python" "$@"
