# Finds a Python with Alembic in it, to measure against. Sourced.
# shellcheck shell=sh

# Sets $python. Alembic may belong to another python3 than the first one on the PATH: the system's.
find_python() {
  for python in ${PYTHON:-python3 /usr/bin/python3}; do
    ! "$python" -c 'import alembic, psycopg2' 2>/dev/null || return 0
  done
  return 1
}
