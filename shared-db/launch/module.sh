#!/bin/sh
# module.sh build|run FOLDER: builds a folder of workshop/ if it is stale; `run` serves it then, in
# this very process, so that Ctrl-C and SIGTERM reach it.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
. "$root/shared-db/launch/build.sh"
. "$root/shared-db/launch/port.sh"
find_jdk
say_jdk

action=$1 folder=$2
[ "$action" != run ] || check_port
classpath=$root/workshop/$folder/target/runtime.classpath

# What the folder is built from: pages, pictures, exercises and tests are not among it.
set -- "$root/pom.xml" "$root/workshop/pom.xml"
for project in "$root"/shared-db "$root"/shared-db/* "$root/workshop/requirements" "$root/workshop/$folder"; do
  set -- "$@" "$project/pom.xml" "$project/src/main" "$project/migrations" "$project/undo" "$project/backfill" "$project/types"
done
if [ "$folder" = app ]; then
  for project in "$root"/workshop/[0-9][0-9]_*; do
    set -- "$@" "$project/pom.xml" "$project/src/main" "$project/migrations" "$project/undo" "$project/backfill" "$project/types"
  done
fi
build_if_stale "workshop/$folder" "$classpath" process-classes "workshop/$folder" "$@"

# connect_as_api: what a Main needs that only connects: the server runs, the schema is up to date, and the
# environment names the database with the role of the API.
connect_as_api() {
  # It is about the module's own schema, whatever other one the commands of this shell work on.
  export SAY_JDK='' WORKSHOP_SCHEMA='' TENANT_DB=''
  "$root/db" start
  # 3: the upgrade stopped before a contract, and what is there can be served.
  [ "${UPGRADE:-}" = no ] || "$root/db" upgrade "$folder" || [ $? -eq 3 ]
  _variables=$("$root/db" env "$folder")
  eval "$_variables"
}

if [ "$action" = run ]; then
  IFS= read -r libraries <"$classpath" || [ -n "$libraries" ]
  case $libraries in
    */shared-db/serve/*) ;; # such a Main does all that by itself
    *) connect_as_api ;;
  esac
  # 00_personal_todo is workshop.personaltodo.Main
  package=$(echo "${folder#[0-9][0-9]_}" | tr -d _)
  cd "$root"
  exec "$JDK_HOME/bin/java" -cp "workshop/$folder/target/classes:$libraries" \
    "workshop.$package.Main"
fi
