#!/usr/bin/env bash
# Builds a Debian root with Odoo 19, PostgreSQL and Redis in the folder $1.
# Runs in a mount and PID namespace of its own, so that an interrupt leaves no mount and no process behind.
set -euo pipefail
root=$1
mirror=${LAB_DEBIAN_MIRROR:-http://deb.debian.org/debian}

if [ -z "${LAB_IN_NAMESPACE:-}" ]; then
  LAB_IN_NAMESPACE=1 exec unshare --mount --pid --fork --kill-child --propagation private bash "$0" "$root"
fi

echo "== Debian trixie base system"
debootstrap --variant=minbase --include=ca-certificates trixie "$root" "$mirror" | grep -E '^(E|W):|Base system installed' || true
test -x "$root/usr/bin/apt-get"

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"

# trixie's Python 3.13 runs Odoo 19, sid's 3.14 does not: take from sid only the package odoo-19 itself.
cat > "$root/etc/apt/sources.list" <<EOF
deb $mirror trixie main
deb $mirror sid main
EOF
cat > "$root/etc/apt/preferences.d/odoo" <<EOF
Package: *
Pin: release n=sid
Pin-Priority: 1

Package: odoo-19
Pin: release n=sid
Pin-Priority: 990
EOF
cat > "$root/etc/apt/apt.conf.d/99lab" <<EOF
Acquire::Check-Valid-Until "false";
APT::Install-Recommends "false";
Dir::Cache::archives "/tmp";
EOF
# No service may start inside the root.
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
cp /etc/resolv.conf "$root/etc/resolv.conf"

run() { DEBIAN_FRONTEND=noninteractive LC_ALL=C chroot "$root" "$@"; }
echo "== Package lists"
run apt-get -q update
echo "== Odoo 19, PostgreSQL, Redis"
run apt-get -q -y install odoo-19 postgresql redis-server tzdata tzdata-legacy locales fonts-dejavu-core
run apt-get clean
rm -rf "$root"/var/lib/apt/lists/*
mkdir -p "$root/lab"
run odoo --version
