# Whether the API could listen on its port: asked before a build of minutes, not after. Sourced;
# expects $root, the checkout.
# shellcheck shell=sh
: "${root:?}"

# check_port exports the PORT that is set in the environment or in .env, and ends the script where it
# is no port, or where another process listens there.
check_port() {
  _from=
  if [ -z "${PORT:-}" ]; then
    PORT=$(_port_of_env_file)
    _from=' (from .env)'
  fi
  if [ -n "$PORT" ]; then export PORT; else unset PORT; fi
  _port=${PORT:-8080}
  if ! _is_port "$_port"; then
    echo "PORT is \"$_port\"$_from, which is no port: a number from 1 to 65535
next:  PORT=8081 make run" >&2
    exit 2
  fi
  if _is_listened_to "$_port"; then
    _other=$((_port < 65535 ? _port + 1 : _port - 1))
    echo "port $_port is in use by another process; nothing was built or started
next:  PORT=$_other make run" >&2
    exit 1
  fi
}

# The last PORT=… of the file, without its quotes and comment, as the tool reads its settings there.
_port_of_env_file() {
  [ -r "$root/.env" ] || return 0
  sed -n "s/^[[:blank:]]*\(export[[:blank:]]\{1,\}\)\{0,1\}PORT[[:blank:]]*=[[:blank:]]*//p" \
    "$root/.env" | sed -e 's/[[:blank:]]#.*//' -e "s/[\"'[:space:]]//g" | tail -n 1
}

_is_port() {
  case $1 in
    '' | *[!0-9]* | ??????*) return 1 ;;
  esac
  [ "$1" -ge 1 ] && [ "$1" -le 65535 ]
}

# Whether a process listens on the port of 127.0.0.1, or of every address. Linux tells it in a file,
# macOS by lsof; elsewhere the API itself finds out.
_is_listened_to() {
  if [ -r /proc/net/tcp ]; then
    # The second column is address:port, in hexadecimal digits; state 0A is "listening".
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v port="$(printf '%04X' "$1")" '
      $4 == "0A" && $2 ~ ":" port "$" && $2 ~ /^(0100007F|0+|0+FFFF00000100007F):/ { found = 1 }
      END { exit !found }'
  else
    PATH=$PATH:/usr/sbin lsof -nP -iTCP:"$1" -sTCP:LISTEN >/dev/null 2>&1
  fi
}
