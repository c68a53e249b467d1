#!/bin/sh
# fresh.sh: puts the checkout back to a fresh clone, after asking: stops the server, deletes localdev
# and all that was built. YES=1 does not ask.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
cd "$root"

built=$(find . -name target -type d -prune -not -path './.git/*')
echo "This deletes:"
if [ -d localdev ]; then
  echo "  localdev  $(du -sh localdev | cut -f1): the server's data, snapshots, work in exercises, keys of a class"
fi
if [ -n "$built" ]; then
  # Names of these folders have no spaces.
  # shellcheck disable=SC2086
  size=$(du -csh $built | tail -n 1 | cut -f1)
  echo "  target    $size in $(echo "$built" | wc -l | tr -d ' ') folders: what was built"
fi
if [ ! -d localdev ] && [ -z "$built" ]; then
  echo "  nothing: the checkout is as fresh as a clone"
  exit 0
fi
echo "It keeps .env and all files that git knows or does not ignore."

if [ "${YES:-}" != 1 ]; then
  if [ ! -t 0 ]; then
    echo "error: there is no terminal to ask at; nothing was deleted
next:  YES=1 make fresh" >&2
    exit 2
  fi
  printf 'Go on? [y/N] '
  read -r answer
  case $answer in
    y | yes) ;;
    *)
      echo "nothing was deleted"
      exit 1
      ;;
  esac
fi

# A server that runs on while its files are deleted would fail later, in an unclear way.
if [ -d localdev/data ]; then
  ./db stop
fi
rm -rf localdev
# shellcheck disable=SC2086
rm -rf $built
echo "The checkout is as fresh as a clone. Files that were changed:  git status"
