# Completion of the db tool for zsh. In ~/.zshrc, behind compinit:
#   source <(/path/to/checkout/db completion zsh)
# Modules are read from the checkout whose db is typed, each time: a new one is there at once.

# The tracks of the checkout: a folder of workshop/, and each part of it where it has several.
_workshop_db_tracks() {
  local self folder
  local -a tracks parts
  self=${~_workshop_db_typed}
  [[ $self == */* ]] || self=${commands[$self]}
  for folder in ${self:A:h}/workshop/[0-9][0-9]_*(N/); do
    parts=($folder/migrations/*(N/:t))
    tracks+=(${folder:t} ${folder:t}/$^parts)
  done
  compadd -a tracks
}

_workshop_db() {
  local _workshop_db_typed=$words[1] chosen
  local -a typed
  if (( CURRENT == 2 )); then
    typed=(
@COMMANDS@
    )
    _describe command typed
    return
  fi
  shift words
  (( CURRENT-- ))
  chosen=$words[1]
  if [[ $chosen == (tenants|class) ]]; then
    if (( CURRENT == 2 )); then
      case $chosen in
        tenants) typed=(
@TENANTS@
        ) ;;
        class) typed=(
@CLASS@
        ) ;;
      esac
      _describe command typed
      return
    fi
    shift words
    (( CURRENT-- ))
    chosen="$chosen $words[1]"
  fi
  case $chosen in
@OPTIONS@
  esac
}

compdef _workshop_db db
