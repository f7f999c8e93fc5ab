#!/usr/bin/env bash
# Starts mongod as a replica set with users. Such a server insists on a key that its members know each other by.
# This set has one member, which talks to nobody but itself, so a key made anew in memory at every start serves,
# and there is no further secret to keep. A second member would need a key that both are given.
set -euo pipefail

key=/run/mongodb/key
umask 0277
rm -f "$key"
head --bytes=96 /dev/urandom | base64 --wrap=0 >"$key"
umask 0022

# The image's own entry point creates the users when the volume is empty, then becomes mongod.
exec docker-entrypoint.sh mongod --replSet rs0 --keyFile "$key" --bind_ip_all --quiet
