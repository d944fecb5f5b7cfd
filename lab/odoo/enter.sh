# Sourced by the scripts that run the servers: enters a mount, PID and IPC namespace of its own and binds
# the read-only root ($1) and the instance's folder ($2, seen as /lab). Everything in it ends with its
# first process, killed or not, and the kernel takes the mounts away with it: nothing can stay behind.
root=$1
data=$2

if [ -z "${LAB_IN_NAMESPACE:-}" ]; then
	LAB_IN_NAMESPACE=1 exec unshare --mount --pid --ipc --fork --kill-child --propagation private \
		bash "$0" "$@"
fi

mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount --bind "$data" "$root/lab"
install -d -m 1777 "$root/run/postgresql"

# as <user> <command>...: replaces the current (sub)shell, so use it as `as ... &` or `(as ...)`.
as() {
	local user=$1
	shift
	exec chroot "$root" setpriv --reuid="$user" --regid="$user" --init-groups \
		env HOME="/lab/home" LC_ALL=C.UTF-8 TZ=UTC PATH=/usr/lib/postgresql/17/bin:/usr/bin:/bin "$@"
}

start_postgres() {
	as postgres postgres -D /lab/postgres -p "$1" -c listen_addresses="${2:-}" \
		-c fsync="${LAB_FSYNC:-off}" -c full_page_writes="${LAB_FSYNC:-off}" &
	postgres=$!
	local i
	for i in $(seq 600); do
		(as postgres pg_isready -q -p "$1") && return 0
		kill -0 "$postgres" || return 1
		sleep 0.1
	done
	return 1
}
