#!/bin/sh
# lessons.sh check|write [LESSON...]: types what README.md and the lessons ask for, in order, in a clone
# of this checkout with a server of its own, and compares what comes out with what the pages show. The
# clone is kept in localdev/lessons, so that the next run builds only what has changed.
set -eu
action=$1
shift
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
pages=$root clone=$root/localdev/lessons/checkout
if [ ! -d "$clone/.git" ]; then
  mkdir -p "${clone%/*}"
  git clone -q "$root" "$clone"
fi
# Left by a run that was killed; the fourth line is the port.
postmaster=$clone/localdev/data/embedded/data/postmaster.pid
if [ -f "$postmaster" ]; then
  WORKSHOP_DB=embedded POSTGRES_PORT=$(sed -n 4p "$postmaster") "$clone/db" stop >/dev/null 2>&1 || :
fi
git -C "$clone" fetch -q "$root" HEAD
git -C "$clone" checkout -q --force --detach FETCH_HEAD
git -C "$clone" clean -qffdx -e target
# What is not committed here is run too; files that git does not know are not.
git -C "$root" diff --binary HEAD >"$clone/.git/uncommitted"
if [ -s "$clone/.git/uncommitted" ]; then
  git -C "$clone" apply --whitespace=nowarn .git/uncommitted
  git -C "$clone" -c user.name=lessons -c user.email=lessons@localhost commit -qam 'Not committed yet'
fi

unset MAKEFLAGS MAKELEVEL MFLAGS
"$clone/db" >/dev/null
sh "$clone/shared-db/launch/module.sh" build app
# That build made all modules: none is built once more when its lesson runs it.
for module in "$clone"/workshop/[0-9][0-9]_*/target/runtime.classpath; do touch "$module"; done

. "$root/shared-db/launch/jdk.sh"
find_jdk
IFS= read -r libraries <"$clone/shared-db/cli/target/runtime.classpath" || [ -n "$libraries" ]
exec "$JDK_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$libraries" \
  shareddb.learn.lesson.LessonsMain "$action" "$pages" "$clone" "$@"
