# Finds a JDK. Sourced by the launchers, so that `db` and `make` take the same one.
# shellcheck shell=sh

OLDEST_JDK=21

# find_jdk sets JDK_HOME, JDK_VERSION and JDK_FROM: JAVA_HOME and PATH come first, so that one's own
# choice counts; then the usual folders, long-term releases first.
find_jdk() {
  find_jdk_in ''
}

# find_jdk_in HOME...: the same with these folders in place of the usual ones.
find_jdk_in() {
  _seen=
  _try_jdk JAVA_HOME "${JAVA_HOME:-}" && return 0
  _try_jdk PATH "$(_jdk_on_path)" && return 0
  _search_jdk "$@" && return 0
  _no_jdk >&2
  return 1
}

# say_jdk names the JDK where make asks for it, and to a person whose own choice was too old.
say_jdk() {
  if [ -n "${SAY_JDK:-}" ] || { [ "$JDK_FROM" = search ] && [ -t 2 ]; }; then
    echo "JDK $JDK_VERSION: $JDK_HOME" >&2
  fi
}

# Sets $_version: 21 for a JDK 21, nothing for a folder that holds no JDK. (Printed, it would take a
# process of its own for each of the many folders that are looked at.)
_look_at_jdk() {
  _version=
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS='=' read -r _key _value; do
    if [ "$_key" = JAVA_VERSION ]; then
      _value=${_value#\"}
      _version=${_value%%[!0-9]*}
      # The rest is long, and the shell reads it a letter at a time.
      return 0
    fi
  done <"$1/release"
}

_try_jdk() {
  [ -n "$2" ] || return 1
  _look_at_jdk "$2"
  if [ "${_version:-0}" -ge "$OLDEST_JDK" ]; then
    JDK_FROM=$1 JDK_HOME=$2 JDK_VERSION=$_version
    return 0
  fi
  _seen="$_seen
  $1: $2 (${_version:+JDK }${_version:-no JDK with javac})"
  return 1
}

# The folder of the javac on PATH. What is a script there, or the stub of macOS, leads nowhere.
_jdk_on_path() {
  _file=$(command -v javac) || return 0
  while [ -h "$_file" ]; do
    _link=$(readlink "$_file")
    case $_link in
      /*) _file=$_link ;;
      *) _file=${_file%/*}/$_link ;;
    esac
  done
  _file=${_file%/*}
  echo "${_file%/*}"
}

_search_jdk() {
  [ -n "$1" ] || set -- /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/*jdk* \
    /opt/*jdk* /opt/*/*jdk* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* "${HOME:-/}"/.jdk/* \
    "${HOME:-/}"/.asdf/installs/java/* "${HOME:-/}"/.local/share/mise/installs/java/*
  _best=0
  for _home in "$@"; do
    _look_at_jdk "$_home"
    [ "${_version:-0}" -ge "$OLDEST_JDK" ] || continue
    # 21, 25, 29 … are the long-term releases.
    _rank=$_version
    [ $(((_version - 21) % 4)) -ne 0 ] || _rank=$((_version + 1000))
    if [ "$_rank" -gt "$_best" ]; then
      _best=$_rank
      JDK_FROM=search JDK_HOME=$_home JDK_VERSION=$_version
    fi
  done
  [ "$_best" -gt 0 ]
}

_no_jdk() {
  echo "No JDK $OLDEST_JDK or newer is found: not in JAVA_HOME, not on PATH, not in the usual folders.$_seen"
  echo "What to do: install one, then say where it is:"
  case $(uname -s) in
    Darwin) echo "  brew install openjdk@25" ;;
    *) echo "  sudo apt install openjdk-25-jdk    (or 21; or another one from https://adoptium.net)" ;;
  esac
  echo "  export JAVA_HOME=/path/to/jdk-25"
}
