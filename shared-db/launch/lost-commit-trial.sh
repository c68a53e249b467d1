#!/bin/sh
# lost-commit-trial.sh [LOSSES [SEED]]: loses 30 COMMITs (or so many), or the server's answers to them, of
# reset, restore, upgrade, downgrade, tenants add, upgrade, downgrade and remove, and move; looks each
# time whether what the tool says is true, and goes every way back. By the class LostCommitTrial among
# the tests of the tool, on a throw-away server; a few minutes.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
. "$root/shared-db/launch/build.sh"
find_jdk
build_cli_tests

folder=$(mktemp -d "${TMPDIR:-/tmp}/lost-commit-trial-XXXXXX")
chmod 755 "$folder"
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
cd "$root"
"$JDK_HOME/bin/java" -Xmx512m ${2:+"-Dworkshop.seed=$2"} -cp "$CLI_TESTS" \
  shareddb.cli.LostCommitTrial "$folder" "${1:-30}"
