#!/bin/sh
# test.sh ARGUMENT...: all tests, or those of the projects that the arguments choose; a line for
# each class. What the tests themselves print goes to target/surefire-reports/*-output.txt.
set -eu
# Two projects side by side where neither needs the other.
sh "$(dirname -- "$0")/maven.sh" test -T 2 -Dmaven.test.redirectTestOutputToFile=true \
  -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info "$@"
echo "All tests passed."
