# What every module's Makefile includes. The module is the folder whose Makefile includes it.

# Targets of one command line run in the order given, also with -j.
.NOTPARALLEL:
.PHONY: help run test upgrade downgrade current history reset verify

# The last word: a path with spaces has several, a module's name has none.
MODULE := $(notdir $(lastword $(CURDIR)))
DB = ../../db
LAUNCH = ../../shared-db/launch
export SAY_JDK := 1

help:
	@echo "$(MODULE): its own schema, its own history, its own API"
	@echo
	@echo '  make run         migrate the schema and serve the API on PORT (8080)'
	@echo '  make test        build this module and run its tests, on a throw-away Postgres'
	@echo
	@echo '  make upgrade     apply the migrations that are pending'
	@echo '  make downgrade   undo the newest one'
	@echo '  make current     which version the schema is at'
	@echo '  make history     what was applied when, by whom'
	@echo '  make reset       drop the schema and build it anew (asks first)'
	@echo '  make verify      the checklist: is everything as it should be?'
	@echo
	@echo 'The server:        make -C ../.. db-start, db-status, db-stop'

run:
	@exec sh $(LAUNCH)/module.sh run "$(MODULE)"

test:
	@sh $(LAUNCH)/test.sh -pl "workshop/$(MODULE)" -am -DskipSharedTests -DexcludedGroups=

upgrade downgrade history reset verify:
	@$(DB) $@ "$(MODULE)"

# 3 says that something is pending, which is no failure of make's.
current:
	@$(DB) $@ "$(MODULE)" || [ $$? -eq 3 ]
