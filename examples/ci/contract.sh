#!/usr/bin/env bash
# The CI job after the tests: replays the recordings against a mock server, and lists the breaks with another version of the API.
set -eu

nectar-mock --api v2.2 --port 4010 &
mock=$!
trap 'kill "$mock"' EXIT
until curl --silent --output /dev/null http://127.0.0.1:4010/; do kill -0 "$mock"; sleep 0.2; done

mkdir -p reports
nectar-contract verify --api v2.2 --against http://127.0.0.1:4010/v2.2
nectar-contract verify --api v2.2 --against http://127.0.0.1:4010/v2.2 --recordings recordings --report junit --output reports/contract.xml

# A dry run of another version, offline. This program reads fields that v2.0 lacks, so the command must fail.
if nectar-contract verify --api v2.0 --changes-from v2.2 --recordings recordings; then
  echo "expected breaks on v2.0, but found none" >&2
  exit 1
fi
