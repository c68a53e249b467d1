# Builds what is older than its sources. Sourced after jdk.sh; expects $root, the checkout.
# shellcheck shell=sh
: "${root:?}"
. "$root/shared-db/launch/progress.sh"

# is_stale MARKER PATH...: whether anything below the paths is newer than the marker. Folders count
# too: their time changes when a file goes.
is_stale() {
  _file=$1
  shift
  [ -f "$_file" ] || return 0
  _is_readable_classpath "$_file" || return 0
  find "$@" -name target -prune -o -newer "$_file" -print 2>/dev/null | read -r _
}

# A class path names folders of the time when it was written: of a checkout that has been moved since,
# or of another user's home.
_is_readable_classpath() {
  case $1 in *.classpath) ;; *) return 0 ;; esac
  while IFS= read -r _entries || [ -n "$_entries" ]; do
    while [ -n "$_entries" ]; do
      _entry=${_entries%%:*}
      [ -r "$_entry" ] || return 1
      [ "$_entry" != "$_entries" ] || break
      _entries=${_entries#*:}
    done
  done <"$1"
}

# build_if_stale WHAT MARKER PHASE PROJECT PATH...: builds a project and what it needs up to a phase
# of Maven, if a path is newer than the marker, a file that this phase writes.
build_if_stale() {
  _what=$1 _marker=$2 _phase=$3 _project=$4
  shift 4
  is_stale "$_marker" "$@" || return 0
  lock_build
  # Another command may have built it while this one waited.
  if is_stale "$_marker" "$@"; then
    # Where Maven will write: made now, as what is made during the build counts as newer.
    find "$root/shared-db" "$root/workshop" -name target -prune -o -name pom.xml -print |
      while IFS= read -r _pom; do mkdir -p "${_pom%/*}/target"; done
    mkdir -p "$(dirname "$_marker")"
    # The time from before the build: what is edited during it counts as newer.
    : >"$_marker.begun"
    build "$_what" "$_phase" -pl "$_project" -am -DskipTests
    touch -r "$_marker.begun" "$_marker"
    rm -f "$_marker.begun"
  fi
  unlock_build
}

# build WHAT ARGUMENT...: runs Maven and shows how far it is. All that Maven says goes to a log; of a
# build that fails the errors are shown, and the warnings, which the compiler takes for errors.
build() {
  _title=$1 _log=$root/localdev/build.log
  shift
  begin_progress "$_title" "$_log"
  if maven "$@" -Dspotless.check.skip=true >"$_log" 2>&1; then
    end_progress 0
  else
    end_progress
    # Some builds of Maven reset the colours where they begin and end, though there are none.
    sed -e "s/$(printf '\033')\[0m//g" -e '/^\[INFO\]/d' -e '/^$/d' "$_log" >&2
    echo "The build of $_title failed; all that Maven said: $_log" >&2
    exit 1
  fi
}

# maven ARGUMENT...: runs Maven with the JDK that was found: on the whole checkout, or on $maven_root.
maven() {
  if ! command -v mvn >/dev/null; then
    echo "Maven is not found: there is no mvn on PATH.
What to do: install it, then type the same command again:
  sudo apt install maven      (macOS: brew install maven)" >&2
    return 1
  fi
  [ -n "${maven_root:-}" ] || _check_modules || return 1
  # Maven's own libraries make newer JDKs print warnings that do not matter here.
  _options=${MAVEN_OPTS:-}
  [ "$JDK_VERSION" -lt 24 ] ||
    _options="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED $_options"
  JAVA_HOME=$JDK_HOME MAVEN_OPTS=$_options mvn -B -ntp \
    -f "${maven_root:-$root}/pom.xml" "$@"
}

# Maven builds nothing while a list of its names a folder that is gone.
_check_modules() {
  [ -f "$root/workshop/pom.xml" ] || return 0
  # Names of modules have no spaces.
  # shellcheck disable=SC2013
  for _module in $(sed -n 's,^ *<module>\([0-9][0-9]_.*\)</module>.*,\1,p' "$root/workshop/pom.xml"); do
    [ -d "$root/workshop/$_module" ] || {
      echo "The folder workshop/$_module is gone, and workshop/pom.xml still names it.
What to do: bring it back (git checkout -- workshop/$_module), or remove what is left of it:
  ./db new --remove $_module" >&2
      return 1
    }
  done
}

# build_tenants_tests: the rooms up to tenants and their tests; their class path is in TENANTS_TESTS then.
build_tenants_tests() {
  _build_tests tenants
  # shellcheck disable=SC2034
  TENANTS_TESTS=$_tests
}

# build_cli_tests: the same of the tool, in CLI_TESTS.
build_cli_tests() {
  _build_tests cli
  # shellcheck disable=SC2034
  CLI_TESTS=$_tests
}

_build_tests() {
  _module=$root/shared-db/$1/target
  lock_build
  build "shared-db/$1" test-compile dependency:build-classpath -pl "shared-db/$1" -am \
    -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath
  unlock_build
  _tests=$_module/test-classes:$_module/classes:$(cat "$_module/bench.classpath")
}

# One build at a time in a checkout. The lock is a symbolic link to the number of
# its process: made in one step on every system, and one that was killed is known by its number.
lock_build() {
  [ -z "${WORKSHOP_BUILDING:-}" ] || return 0
  _lock=$root/localdev/build.lock
  if ! mkdir -p "$root/localdev" 2>/dev/null || [ ! -w "$root/localdev" ]; then
    echo "Nothing can be built here: this user may not write to $root/localdev.
What to do: type it as the user to whom the checkout belongs, or make a clone of your own." >&2
    exit 1
  fi
  _waited=0
  until ln -s "$$" "$_lock" 2>/dev/null; do
    _owner=$(readlink "$_lock") || continue
    if ! kill -0 "$_owner" 2>/dev/null; then
      _take_over "$_owner"
      continue
    fi
    [ "$_waited" -ne 5 ] || echo "waiting for another build in this checkout (process $_owner) ..." >&2
    if [ "$_waited" -ge "${WORKSHOP_BUILD_PATIENCE:-3000}" ]; then
      echo "Another build in this checkout (process $_owner) did not end within $((_waited / 5)) s.
What to do: end it; or, where process $_owner is something else:  rm '$_lock'" >&2
      exit 1
    fi
    sleep 0.2
    _waited=$((_waited + 1))
  done
  trap unlock_build EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

# Only one of those who wait removes the lock of a process that is gone, and only that one's.
_take_over() {
  if ln -s "$$" "$_lock.over" 2>/dev/null; then
    [ "$(readlink "$_lock")" != "$1" ] || rm -f "$_lock"
    rm -f "$_lock.over"
  else
    sleep 0.2
    # Left by one that was killed in this very moment.
    kill -0 "$(readlink "$_lock.over")" 2>/dev/null || rm -f "$_lock.over"
  fi
}

unlock_build() {
  end_progress
  [ "$(readlink "$root/localdev/build.lock" 2>/dev/null)" != "$$" ] || rm -f "$root/localdev/build.lock"
  trap - EXIT HUP INT TERM
}
