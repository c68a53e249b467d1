# The whole workshop. A bare `make` prints help; a module's own targets are in workshop/module.mk.
MAVEN := sh shared-db/launch/maven.sh
export SAY_JDK := 1

# Targets of one command line run in the order given, also with -j.
.NOTPARALLEL:
.PHONY: help run test test-long test-all test-quick lessons learn db-start db-stop db-status verify format diagrams bench \
  warm fresh clean

help:
	@echo 'Workshop: one Postgres, a schema for every project'
	@echo
	@echo '  make run         start the server if needed, migrate all modules, serve them on PORT (8080)'
	@echo '  make test        build everything and run the tests, on a throw-away Postgres'
	@echo '  make test-long   the tests that take longest; make test leaves them out'
	@echo '  make test-all    both, and with more kills and more random changes, for the night'
	@echo '  make test-quick  only those tests of the tool that need no server'
	@echo '  make lessons     type what the lessons ask for, and compare what comes out (LESSON=02 for one)'
	@echo
	@echo '  make learn       exercises: work on your own files, which are checked at every save'
	@echo
	@echo '  make db-start    start the shared Postgres (WORKSHOP_DB=docker|embedded|external decides which)'
	@echo '  make db-status   which server it is, where, and what is in it'
	@echo '  make db-stop     stop it; the data stays'
	@echo '  make verify      the checklist for every module'
	@echo
	@echo '  make format      format all sources'
	@echo '  make diagrams    draw the picture of every lesson anew, from its migrations'
	@echo '  make bench       measure how the tool starts, the API against bare JDBC, and many schemas'
	@echo '  make warm        fetch and build all that a room without internet needs'
	@echo '  make fresh       back to a fresh clone, after asking: server, localdev, built files'
	@echo '  make clean       delete what was built; the data stays'
	@echo
	@echo 'One module:        cd workshop/00_personal_todo && make'
	@echo 'The tool itself:   ./db'

run:
	@exec sh shared-db/launch/module.sh run app

test:
	@sh shared-db/launch/test.sh

# All exercises are proven by test-all, or by ./db learn prove.
# Tagged "long": relocation under load and killed, the contract of a second and third pattern.
test-long:
	@sh shared-db/launch/test.sh -Dgroups=long -DexcludedGroups=exercises

# What a test tries some of, or does a few times, is tried in full. A random test prints its seed.
test-all:
	@sh shared-db/launch/test.sh -DexcludedGroups= -Dworkshop.changes=all -Dworkshop.kills=50 -Dworkshop.new=build \
	  -Dmove.kills=12 -Dworkshop.learners=ann,ben

test-quick:
	@sh shared-db/launch/test.sh -pl shared-db/cli,shared-db/web -am -Dgroups=no-server

# WRITE=1 writes what comes out into the pages, where it differs.
lessons:
	@sh shared-db/launch/lessons.sh $(if $(WRITE),write,check) $(LESSON)

learn:
	@./db learn

db-start:
	@./db start

db-stop:
	@./db stop

# 3 says that something is pending, which is no failure of make's.
db-status:
	@./db status || [ $$? -eq 3 ]

verify:
	@./db verify

format:
	@$(MAVEN) spotless:apply

diagrams:
	@sh shared-db/launch/diagrams.sh

bench:
	@sh shared-db/launch/bench-start.sh 00_personal_todo
	@sh shared-db/launch/bench.sh 00_personal_todo
	@sh shared-db/launch/bench-fleet.sh 100 1000
	@exec sh shared-db/launch/bench-patterns.sh 100

warm:
	@exec sh shared-db/launch/warm.sh

fresh:
	@exec sh shared-db/launch/fresh.sh

# Not Maven's: to clean, it wants the build's own plugin built first.
clean:
	@rm -rf target shared-db/target shared-db/*/target workshop/target workshop/*/target

# A module's own targets, typed one folder too high.
MODULE_TARGETS := upgrade downgrade current history reset
FIRST := $(firstword $(sort $(notdir $(patsubst %/Makefile,%,$(wildcard workshop/*/Makefile)))))

.PHONY: $(MODULE_TARGETS)
$(MODULE_TARGETS):
	@echo 'make $@ is for one module, in its folder or by the tool' >&2
	@echo 'next:  make -C workshop/$(FIRST) $@' >&2
	@echo '  or   ./db $@ $(firstword $(subst _, ,$(FIRST)))' >&2
	@exit 2
