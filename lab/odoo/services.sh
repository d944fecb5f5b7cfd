#!/usr/bin/env bash
# Runs the servers of one instance: root $1, its folder $2, then any of `postgres`, `redis`, `odoo`.
# TERM stops them in order; if one of them ends by itself, all end, but for an Odoo that was killed.
set -euo pipefail
. "$(dirname "$0")/enter.sh"
shift 2
postgres= redis= odoo=

stop() {
	trap - TERM INT
	[ -z "$odoo" ] || { kill -TERM "$odoo" && wait "$odoo"; } 2>/dev/null || true
	[ -z "$redis" ] || { kill -TERM "$redis" && wait "$redis"; } 2>/dev/null || true
	# INT is PostgreSQL's fast shutdown: sessions are cut, data is written.
	[ -z "$postgres" ] || { kill -INT "$postgres" && wait "$postgres"; } 2>/dev/null || true
	exit "${1:-0}"
}
trap 'stop 0' TERM INT

# As under a supervisor: an Odoo that was killed is started again. If it ends in another way, all end.
keep_odoo() {
	local child status
	trap 'kill -TERM "$child"; wait "$child"; exit 0' TERM
	trap - INT
	while :; do
		as odoo odoo -c /lab/odoo.conf &
		child=$! status=0
		wait "$child" || status=$?
		[ "$status" -eq 137 ] || exit "$status"
	done
}

for service in "$@"; do
	case $service in
	postgres)
		start_postgres "$LAB_POSTGRES_PORT" 127.0.0.1 >>"$root/lab/logs/postgres.log" 2>&1
		[ -z "${LAB_SQL:-}" ] || (as postgres psql -q -v ON_ERROR_STOP=1 -p "$LAB_POSTGRES_PORT" <<<"$LAB_SQL")
		;;
	redis)
		as redis redis-server --bind 127.0.0.1 --port "$LAB_REDIS_PORT" --save '' --appendonly no \
			--dir /tmp --maxmemory-policy noeviction >>"$root/lab/logs/redis.log" 2>&1 &
		redis=$!
		;;
	odoo)
		keep_odoo >>"$root/lab/logs/odoo.log" 2>&1 &
		odoo=$!
		;;
	esac
done
touch "$root/lab/ready"
wait -n || true
echo "a server ended by itself" >&2
stop 1
