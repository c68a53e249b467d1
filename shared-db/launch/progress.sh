# Shows how far Maven is: which part of how many, and the seconds. Sourced.
# shellcheck shell=sh

# begin_progress WHAT LOG: says that WHAT is built now, and from then on which part Maven has come to
# according to its log; to a terminal in one line that is written over, else in a line for each part.
begin_progress() {
  _built=$1 _begun=$(date +%s)
  : >"$2"
  echo "building $_built ... (details: ${2#"$PWD"/})" >&2
  _style=lines
  [ ! -t 2 ] || _style=terminal
  watch_build "$2" "$_style" "$_begun" >/dev/null &
  _watcher=$!
}

# end_progress [STATUS]: ends the watcher; a build that went well is said to be done.
end_progress() {
  [ -n "${_watcher:-}" ] || return 0
  # KILL: until it has dropped the traps of this shell, the watcher would take TERM for nothing. What the
  # shell says about the end of its child goes nowhere.
  { kill -KILL "$_watcher" && wait "$_watcher"; } 2>/dev/null || :
  _watcher=
  [ "$_style" != terminal ] || printf '\r%78s\r' '' >&2
  [ "${1:-1}" -ne 0 ] || echo "built $_built in $(($(date +%s) - _begun)) s" >&2
}

# watch_build LOG STYLE BEGUN: writes to the errors where the build of this log is, until it is ended
# or the shell that started it is gone.
watch_build() {
  _told=
  while kill -0 $$ 2>/dev/null; do
    _seconds=$(($(date +%s) - $3))
    # [INFO] Building shared-db-base 1.0-SNAPSHOT      [2/15]
    _part=$(sed -n 's,^\[INFO\] Building \(.*[^ ]\)  *[^ ][^ ]*  *\[\([0-9]*\)/\([0-9]*\)\]$,\2 of \3:\1,p' "$1" |
      tail -n 1)
    _line="  ${_seconds} s"
    [ -z "$_part" ] || _line="  part ${_part%%:*}, $_seconds s: ${_part#*:}"
    if [ "$2" = terminal ]; then
      printf '\r%-78.78s' "$_line" >&2
    elif [ "$_part" != "$_told" ]; then
      echo "$_line" >&2
      _told=$_part
    fi
    # It may outlive this loop by a second: it must not keep a pipe open for so long.
    sleep 1 >/dev/null 2>&1
  done
}

# show_parts: passes on what Maven prints, but of its own steps only which part of how many begins.
show_parts() {
  _begun=$(date +%s) _reset=$(printf '\033[0m')
  while IFS= read -r _line || [ -n "$_line" ]; do
    # Some builds of Maven reset the colours where they begin and end, though there are none.
    case $_line in
      "$_reset"*)
        _line=${_line##*"$_reset"}
        [ -n "$_line" ] || continue
        ;;
    esac
    case $_line in
      '[INFO] Building '*\[[0-9]*/[0-9]*\])
        _part=${_line##*\[} _name=${_line#'[INFO] Building '}
        _part=${_part%]} _name=${_name%\[*}
        _name=${_name%"${_name##*[! ]}"}
        echo "part ${_part%/*} of ${_part#*/}, $(($(date +%s) - _begun)) s: ${_name% *}"
        ;;
      '[INFO]' | '[INFO] ' | '[INFO] Scanning for projects...' | '[INFO] --'* | '[INFO] Reactor Build Order:'*) ;;
      '[INFO] '*' [pom]' | '[INFO] '*' [jar]' | '[INFO] '*' [maven-plugin]') ;;
      *) printf '%s\n' "$_line" ;;
    esac
  done
}
