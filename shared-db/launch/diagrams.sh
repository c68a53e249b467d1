#!/bin/sh
# diagrams.sh: draws the picture of every lesson anew, from the migrations alone, on a throw-away server.
set -eu
cd "$(dirname "$0")/../.."

for migrations in workshop/[0-9]*/migrations; do
  module=${migrations%/migrations}
  parts=
  for part in "$migrations"/*/; do
    [ ! -d "$part" ] || parts="$parts $(basename "$part")"
  done
  if [ -z "$parts" ]; then
    ./db diagram "${module#workshop/}" --offline --out "$module/schema.svg"
  fi
  for part in $parts; do
    ./db diagram "${module#workshop/}/$part" --offline --out "$module/schema-$part.svg"
  done
done
