#!/bin/sh
# servers-trial.sh [TENANTS]: 200 tenants (or so many, an even number) with a database each on two
# Postgres servers, of which one is stopped and started again while their APIs are asked and the
# fleet is upgraded. By module 04's TwoServersTest, on servers of its own; some minutes.
set -eu
exec sh "$(dirname -- "$0")/maven.sh" test -pl workshop/04_requirements_database_per_tenant -am \
  -DskipSharedTests -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest=TwoServersTest -Dservers.real=true -Dservers.tenants="${1:-200}"
