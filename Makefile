# Lückenlos: alle Befehle. "make" oder "make help" zeigt sie.
#
# make run builds the debug product: it is there after half the time of a release build, shares its work with
# "make test", and one person in front of a demo does not notice the difference. CONFIG=release for the real speed.

CONFIG ?= debug
HOST ?= 127.0.0.1
PORT ?= 8080
DATA ?= data/demo
FILTER ?= .

.DEFAULT_GOAL := help
.PHONY: help setup run test check snapshots lint format docs bench clean

help: ## zeigt diese Liste
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18
	@printf '\nEinstellungen: make run PORT=9000 HOST=0.0.0.0 DATA=data/meine CONFIG=release · make test FILTER=Suche\n'

setup: ## installiert, was zum Bauen fehlt (C-Bibliotheken); sonst sofort fertig
	@scripts/setup

run: setup ## baut, lädt die Beispieldaten und öffnet das Haus auf http://127.0.0.1:8080
	swift build -c $(CONFIG) --product lueckenlos
	.build/$(CONFIG)/lueckenlos demo --host $(HOST) --port $(PORT) --data $(DATA)

test: setup ## baut und prüft alles auf SQLite (und auf PostgreSQL, wenn LUECKENLOS_TEST_POSTGRES gesetzt ist)
	swift build --build-tests
	swift test --skip-build --disable-xctest --filter '$(FILTER)'

check: ## die eine Liste aller Prüfungen (scripts/check.sh --list), wie in der CI
	@scripts/check.sh

snapshots: setup ## schreibt die gespeicherten Seiten der Tests neu; danach mit git diff ansehen
	LUECKENLOS_RECORD_SNAPSHOTS=1 swift test --filter '[Ss]napshot' || true
	git --no-pager diff --stat -- Tests

lint: ## prüft Format und verbotene Ausdrücke, in Sekunden
	@scripts/check.sh format words directions

format: ## bringt allen Swift-Quelltext in Form
	swift format -i -p -r Sources Tests Package.swift

docs: ## prüft, was die Dokumente versprechen: Verweise, Befehle, Einstellungen
	@scripts/check.sh docs

bench: setup ## misst die Geschwindigkeit (Benchmarks/, release); Ziele in docs/PERFORMANCE.md
	swift build -c release --product lueckenlos
	Benchmarks/run.py

clean: ## löscht Gebautes und Zwischenergebnisse, nicht die Daten
	rm -rf .build .check
