#!/usr/bin/env bash
# What a CI job does after the tests: replays what they recorded, against the mock server here, and against Nectar's sandbox where a key is
# set; and asks what would change with another version of the API.
set -eu

nectar-mock --api v2.2 --port 4010 &
mock=$!
trap 'kill "$mock"' EXIT
until curl --silent --output /dev/null http://127.0.0.1:4010/; do kill -0 "$mock"; sleep 0.2; done

mkdir -p reports
nectar-contract verify --api v2.2 --against http://127.0.0.1:4010/v2.2
nectar-contract verify --api v2.2 --against http://127.0.0.1:4010/v2.2 --recordings recordings --report junit --output reports/contract.xml

# A dry run of another version, offline: on v2.0 this program would miss what it reads from v2.2, so the command has to fail.
if nectar-contract verify --api v2.0 --changes-from v2.2 --recordings recordings; then
  echo "nothing would break on v2.0?" >&2
  exit 1
fi
