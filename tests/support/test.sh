#!/usr/bin/env bash
# `npm test`: types, lint, tests, journeys. The journeys' build is made beside the tests, which leave part of two cores idle.
set -euo pipefail
# A job in a group of its own can be ended with all that it began.
set -m

bash tests/support/install.sh
npm run lint

said=$(mktemp)
npm run build >"$said" 2>&1 &
build=$!
trap 'kill -- -$build 2>/dev/null || true; rm -f "$said"' EXIT
vitest run
wait "$build" || { cat "$said"; exit 1; }
playwright test
