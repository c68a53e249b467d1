#!/bin/sh
# test.sh ARGUMENT...: all tests, or those of the projects that the arguments choose; a line for
# each class. What the tests themselves print goes to target/surefire-reports/*-output.txt.
set -eu
# Three projects side by side where none needs the other: for two processors, as tests wait a lot.
sh "$(dirname -- "$0")/maven.sh" test -T 3 -Dmaven.test.redirectTestOutputToFile=true \
  -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info "$@"
echo "All tests passed."
