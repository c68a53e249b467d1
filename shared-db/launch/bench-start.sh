#!/bin/sh
# bench-start.sh MODULE: how long the tool takes to say where a module's schema stands, against the
# floor of the JVM itself (a class that does nothing, with the same flags) and, where Python has it,
# against `alembic current` on the same database. Runs take turns, so that all meet the same load.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/shared-db/launch/jdk.sh"
. "$root/shared-db/launch/python.sh"
find_jdk

module=$1
runs=${BENCH_RUNS:-15}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT

# It has to be there, built and trained: the first runs see to that.
"$root/db" start >/dev/null
"$root/db" upgrade "$module" >/dev/null
for _ in 1 2; do "$root/db" current "$module" >/dev/null; done

cat >"$work/Floor.java" <<'JAVA'
public final class Floor {
  public static void main(String[] arguments) {
    System.out.println("nothing");
  }
}
JAVA
"$JDK_HOME/bin/javac" -d "$work" "$work/Floor.java"
(cd "$work" && "$JDK_HOME/bin/jar" --create --file floor.jar Floor.class)

floor() {
  "$JDK_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
    -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$work/floor.jsa" -Xlog:disable \
    -cp "$work/floor.jar" Floor
}

tool() {
  "$root/db" current "$module"
}

alembic_current() {
  (cd "$work" && "$python" -m alembic -c "$work/alembic.ini" current)
}

# Where the tool says that the database is, in the words of SQLAlchemy.
database_url() {
  "$root/db" status --json | "$python" -c '
import json, os, sys, urllib.parse
s = json.load(sys.stdin)["server"]
q = lambda text: urllib.parse.quote(text, safe="")
password = os.environ.get("POSTGRES_PASSWORD", "admin123")
print("postgresql+psycopg2://%s:%s@%s:%d/%s"
      % (q(s["user"]), q(password), s["host"], s["port"], q(s["database"])))'
}

# The smallest project that alembic takes.
prepare_alembic() {
  find_python || return 1
  mkdir -p "$work/alembic/versions"
  printf '[alembic]\nscript_location = %s/alembic\n' "$work" >"$work/alembic.ini"
  url=$(database_url)
  cat >"$work/alembic/env.py" <<PYTHON
from alembic import context
from sqlalchemy import create_engine

with create_engine("$url").connect() as connection:
    context.configure(connection=connection, version_table_schema="$module")
    with context.begin_transaction():
        context.run_migrations()
PYTHON
  alembic_current >/dev/null 2>&1
}

# Milliseconds of one run go into a file for each candidate.
measure() {
  _begun=$(date +%s%N)
  "$1" >/dev/null 2>&1
  echo $((($(date +%s%N) - _begun) / 1000000)) >>"$work/$1.ms"
}

median() {
  sort -n "$work/$1.ms" | sed -n "$(((runs + 1) / 2))p"
}

candidates="floor tool"
if prepare_alembic; then
  candidates="$candidates alembic_current"
else
  echo "alembic current: skipped, as no python3 here has alembic with psycopg2 (or name one in PYTHON)"
fi
for candidate in $candidates; do "$candidate" >/dev/null 2>&1; done
i=0
while [ "$i" -lt "$runs" ]; do
  for candidate in $candidates; do measure "$candidate"; done
  i=$((i + 1))
done

tool_ms=$(median tool)
echo "median of $runs runs, taking turns:"
for candidate in $candidates; do
  ms=$(median "$candidate")
  case $candidate in
    tool) name="./db current $module" ;;
    floor) name="the JVM's own floor" ;;
    *) name="alembic current" ;;
  esac
  printf '  %-36s %5d ms   ./db takes %s times as long\n' "$name" "$ms" \
    "$(awk -v a="$tool_ms" -v b="$ms" 'BEGIN { printf "%.2f", a / (b > 0 ? b : 1) }')"
done
