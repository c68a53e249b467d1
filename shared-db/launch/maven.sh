#!/bin/sh
# maven.sh ARGUMENT...: Maven on the whole checkout, one build at a time, with the JDK that is found.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
. "$root/shared-db/launch/build.sh"
find_jdk
say_jdk
lock_build
WORKSHOP_BUILDING=$$ maven -q "$@"
