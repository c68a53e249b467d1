#!/bin/sh
# test.sh ARGUMENT...: all tests, or those of the projects that the arguments choose; a line for
# each class. What the tests themselves print goes to target/surefire-reports/*-output.txt.
set -eu
sh "$(dirname -- "$0")/maven.sh" test -Dmaven.test.redirectTestOutputToFile=true \
  -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info "$@"
echo "All tests passed."
