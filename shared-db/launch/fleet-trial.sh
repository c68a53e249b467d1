#!/bin/sh
# fleet-trial.sh [TENANTS]: kills the tool and the server while a fleet of 1,000 tenants (or so many)
# is made, upgraded and downgraded, and looks afterwards whether every tenant is whole; then bad data,
# a transaction left open, and two operators at once. By the class FleetTrial among the tests of tenants,
# on a server of its own in a temporary folder; a few minutes.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
. "$root/shared-db/launch/build.sh"
find_jdk
build_tenants_tests

folder=$(mktemp -d "${TMPDIR:-/tmp}/fleet-trial-XXXXXX")
chmod 755 "$folder"
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
cd "$root"
"$JDK_HOME/bin/java" -Xmx256m -cp "$TENANTS_TESTS" \
  shareddb.tenants.fleet.trial.FleetTrial "$folder" "${TRIAL_PORT:-55439}" "${1:-1000}"
