#!/bin/sh
# test.sh ARGUMENT...: all tests, or those of the projects that the arguments choose; a line for
# each class. What the tests themselves print goes to target/surefire-reports/*-output.txt.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/progress.sh"

# Three projects side by side where none needs the other: for two processors, as tests wait a lot.
run_tests() {
  sh "$root/shared-db/launch/maven.sh" test -T 3 -Dmaven.test.redirectTestOutputToFile=true \
    -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info \
    -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.compiler=warn \
    -Dorg.slf4j.simpleLogger.log.org.apache.maven.cli.event.ExecutionEventLogger=info "$@"
}

# The pipe's own status would be the filter's: Maven's goes past it.
exec 3>&1
status=$({ { run_tests "$@" || echo $? >&4; } | show_parts >&3; } 4>&1)
[ -z "$status" ] || exit "$status"
echo "All tests passed."
