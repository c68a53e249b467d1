#!/bin/sh
# bench-patterns.sh TENANTS: what the modules 02, 03 and 04 cost with the same tenants, by the class
# Bench of shareddb.tenants.bench among the tests of tenants. On the workshop's own server, in databases of
# their own.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
. "$root/shared-db/launch/build.sh"
find_jdk

"$root/db" start >/dev/null
build_tenants_tests
folder=$(mktemp -d "${TMPDIR:-/tmp}/bench-patterns-XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
cd "$root"
"$JDK_HOME/bin/java" -Xmx256m -Djava.io.tmpdir="$folder" -cp "$TENANTS_TESTS" \
  shareddb.tenants.bench.Bench "$@"
