#!/bin/sh
# warm.sh: fetches and builds all that a room without internet needs, then builds and tests once more
# with Maven offline.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
. "$root/shared-db/launch/build.sh"
find_jdk
say_jdk
cd "$root"

echo "1 of 4: every module and its tests are built"
lock_build
build "the whole checkout" package -DskipTests
unlock_build

echo "2 of 4: what a run of tests and the formatter need"
sh "$root/shared-db/launch/test.sh" -pl shared-db/base -Dgroups=no-server
sh "$root/shared-db/launch/maven.sh" spotless:check

echo "3 of 4: the server and its programs"
SAY_JDK='' "$root/db" start

echo "4 of 4: the same with Maven offline"
first=$(find "$root/workshop" -maxdepth 2 -path '*/[0-9][0-9]_*/pom.xml' | sort | head -n 1)
first=${first%/pom.xml}
lock_build
build "workshop/${first##*/}, offline" -o test-compile -pl "workshop/${first##*/}" -am
unlock_build
sh "$root/shared-db/launch/test.sh" -o -pl shared-db/base -Dgroups=no-server

echo "This checkout needs no network now. The same once more without one:  make test-quick"
