#!/bin/sh
# bench.sh FOLDER: measures the API of a folder of workshop/, by the class Bench among its tests.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
. "$root/shared-db/launch/build.sh"
find_jdk
say_jdk

folder=$1
package=$(echo "$folder" | tr -d '0-9_')
classpath=$root/workshop/$folder/target/bench.classpath
lock_build
build "workshop/$folder" test-compile dependency:build-classpath -pl "workshop/$folder" -am \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath
unlock_build
cd "$root"
exec "$JDK_HOME/bin/java" \
  -cp "workshop/$folder/target/test-classes:workshop/$folder/target/classes:$(cat "$classpath")" \
  "workshop.$package.bench.Bench"
