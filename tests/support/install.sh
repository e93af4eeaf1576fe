#!/usr/bin/env bash
# Finds what the tests need beside Node, or installs it where that is possible, and says so.
set -euo pipefail

missing=()
any() { for name in "$@"; do command -v "$name" >/dev/null && return 0; done; return 1; }
any chromium-headless-shell chromium google-chrome || missing+=(chromium-headless-shell)
any redis-server || missing+=(redis-server)
any curl || missing+=(curl)
any ffmpeg || missing+=(ffmpeg)
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)
if ! any apt-get || ! "${as_root[@]}" true 2>/dev/null; then
  echo "The tests need ${missing[*]}. Install them and run npm test again." >&2
  exit 1
fi
echo "Installing for the tests: ${missing[*]}"
"${as_root[@]}" apt-get update -qq >/dev/null
# The browser without its windows is half the size; where it has no package of its own, the whole one does.
apt-cache show chromium-headless-shell >/dev/null 2>&1 || missing=("${missing[@]/chromium-headless-shell/chromium}")
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
