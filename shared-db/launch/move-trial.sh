#!/bin/sh
# move-trial.sh [REQUIREMENTS [CLIENTS [KILLS]]]: 20 people write and read a project of 200,000
# requirements, twice as many changes in their history, over HTTP, while it moves from pattern to
# pattern and home; then the tool is killed, or loses its sessions, 30 times at any moment of a move.
# The tests of workshop/app/src/test/java/workshop/app/moving with larger numbers; about ten minutes.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
find_jdk
cd "$root"
JAVA_HOME=$JDK_HOME mvn -B -ntp test -pl workshop/app -am -DskipSharedTests \
  -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false -Dtest='MovingUnderLoadTest' \
  -Dmove.requirements="${1:-200000}" -Dmove.clients="${2:-20}" -Dmove.fence=2000
JAVA_HOME=$JDK_HOME mvn -B -ntp test -pl workshop/app -am -DskipSharedTests \
  -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false -Dtest='MovingKilledTest' \
  -Dmove.requirements=20000 -Dmove.kills="${3:-30}"
