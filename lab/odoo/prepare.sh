#!/usr/bin/env bash
# Makes the prepared data in the folder $2 with the root $1: a PostgreSQL cluster with Odoo's databases
# (LAB_TEMPLATE, and LAB_DATABASE as its first copy) and Odoo's filestore. LAB_MODULES: what is installed.
set -euo pipefail
. "$(dirname "$0")/enter.sh"
port=5432

install -d "$root/lab/home" -m 1777
(install -d -o "$(stat -c %u "$root/var/lib/postgresql")" "$root/lab/postgres")
(install -d -o "$(stat -c %u "$root/var/lib/odoo")" "$root/lab/odoo")

echo "== PostgreSQL cluster"
(as postgres initdb -D /lab/postgres --encoding=UTF8 --locale=C.UTF-8 \
	--auth-local=trust --auth-host=scram-sha-256 >/dev/null)
cat >>"$root/lab/postgres/postgresql.conf" <<EOF
unix_socket_directories = '/run/postgresql'
max_connections = 200
shared_buffers = 256MB
EOF
start_postgres "$port"
sql() { (as postgres psql -q -v ON_ERROR_STOP=1 -p "$port" -c "$1"); }
sql "create role odoo login createdb"

echo "== Odoo modules: $LAB_MODULES"
(as odoo odoo --no-http --stop-after-init --with-demo --data-dir /lab/odoo --db_port "$port" \
	-d "$LAB_TEMPLATE" -i "$LAB_MODULES" --max-cron-threads 0 --log-level warn)
sql "create database $LAB_DATABASE owner odoo template $LAB_TEMPLATE"
(as odoo cp -a "/lab/odoo/filestore/$LAB_TEMPLATE" "/lab/odoo/filestore/$LAB_DATABASE")
# Odoo can copy it, but neither its scheduled jobs nor anybody else can open it.
sql "alter database $LAB_TEMPLATE allow_connections false"
kill -INT "$postgres"
wait "$postgres"
echo "== Prepared"
