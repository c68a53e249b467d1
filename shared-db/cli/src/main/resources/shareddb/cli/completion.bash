# Completion of the db tool for bash. In ~/.bashrc:
#   source <(/path/to/checkout/db completion bash)
# Modules are read from the checkout whose db is typed, each time: a new one is there at once.

# The tracks of the checkout: a folder of workshop/, and each part of it where it has several.
_workshop_db_tracks() {
  local self folder part
  self=$(command -v -- "${COMP_WORDS[0]/#\~/$HOME}") && self=$(readlink -f -- "$self") || return
  for folder in "$(dirname -- "$self")"/workshop/[0-9][0-9]_*/; do
    [ -d "$folder" ] || continue
    basename -- "$folder"
    for part in "$folder"migrations/*/; do
      [ -d "$part" ] || continue
      printf '%s/%s\n' "$(basename -- "$folder")" "$(basename -- "$part")"
    done
  done
}

# How many arguments, which are no options, stand between the command and the cursor.
_workshop_db_arguments() {
  local at count=0
  for ((at = first; at < COMP_CWORD; at++)); do
    case "$command ${COMP_WORDS[at]}" in
@WITH_VALUE@) at=$((at + 1)) ;;
      *' -'*) ;;
      *) count=$((count + 1)) ;;
    esac
  done
  [ "$at" -eq "$COMP_CWORD" ] && echo "$count" || echo value
}

_workshop_db() {
  local word=${COMP_WORDS[COMP_CWORD]} words= command=${COMP_WORDS[1]} first=2
  case $command in
    tenants | class) command="$command ${COMP_WORDS[2]}" first=3 ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='@COMMANDS@'
  elif [ "$COMP_CWORD" -lt "$first" ]; then
    case ${COMP_WORDS[1]} in
      tenants) words='@TENANTS@' ;;
      class) words='@CLASS@' ;;
    esac
  elif [ "$(_workshop_db_arguments)" = value ]; then
    words=
  elif [[ $word == -* ]]; then
    case $command in
@OPTIONS@
    esac
  elif [ "$(_workshop_db_arguments)" -eq 0 ]; then
    case $command in
      @WITH_TRACK@) words=$(_workshop_db_tracks) ;;
      completion) words='bash zsh' ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}

complete -F _workshop_db db
