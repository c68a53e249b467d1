#!/bin/sh
# outbox-trial.sh [SIGNUPS]: 10,000 sign-ups (or so many, a multiple of 40) over HTTP while the
# database of analytics is closed and opened twice, and a look whether each was counted exactly once.
# By module 05's OutageTest, on a server of its own; a minute or so.
set -eu
exec sh "$(dirname -- "$0")/maven.sh" test -pl workshop/05_users_and_analytics -am -DskipSharedTests \
  -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest=OutageTest -Doutage.signups="${1:-10000}"
