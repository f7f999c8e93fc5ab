# Shared by up and down: where things are, what is ours, how to end it. Sourced, never run.

readonly CHROOT_VERSION=1 # raise it when the recipe in chroot.sh changes: an older chroot is rebuilt
CACHE=$(realpath -m "${PIPELINE_LOCAL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/paper-pipeline}")
readonly CACHE
readonly CHROOT=$CACHE/forky
readonly RUN=$CACHE/run
readonly STATE=$CACHE/local.env
readonly DATA=/srv/pipeline # inside the chroot: the data of one run

say() { printf 'local: %s\n' "$*" >&2; }
fail() { printf 'local: error: %s\n' "$*" >&2; exit 1; }

# One up or down at a time. Every daemon is started with descriptor 9 closed, or it would keep the lock.
# `down --purge` deletes the lock file, so whoever waited for it must look whether it is still the same file.
take_lock() {
    while :; do
        mkdir -p "$CACHE"
        exec 9>"$CACHE/lock"
        flock -n 9 || { say "waiting for another up or down"; flock 9; }
        [[ $(stat -Lc %i /proc/self/fd/9) == $(stat -c %i "$CACHE/lock" 2>/dev/null) ]] && return
    done
}

# A pid alone may have been given to a stranger since; with its start time it is one process for ever.
# Nothing is printed for a process that has ended, even if nobody has collected it yet (state Z).
start_time() {
    local -a stat
    read -ra stat < <(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null)
    [[ ${stat[0]:-Z} == [ZX] ]] || echo "${stat[19]}"
}

remember() { echo "$2 $(start_time "$2")" >"$RUN/$1.pid"; }

# Prints the pid of a part if the process that `remember` noted is still there.
alive() {
    local pid started
    [[ -r $RUN/$1.pid ]] && read -r pid started <"$RUN/$1.pid" || return 1
    [[ -n $started && $(start_time "$pid") == "$started" ]] && echo "$pid"
}

# Processes whose root directory is our chroot are ours, whatever they are called.
inside_chroot() {
    local link
    for link in /proc/[0-9]*/root; do
        [[ $(readlink "$link" 2>/dev/null) == "$1" ]] && basename "${link%/root}"
    done
    return 0
}

gone() {
    local pid
    for pid in "$@"; do [[ -z $(start_time "$pid") ]] || return 1; done
}

# Processes of a part by its user, which is named as the part is.
of_user() {
    local pid user
    user=$(chroot "$CHROOT" id -u "$1")
    for pid in $(inside_chroot "$CHROOT"); do
        [[ $(stat -c %u "/proc/$pid" 2>/dev/null) == "$user" ]] && echo "$pid"
    done
    return 0
}

# Waits for the given processes to end, at most 15 s.
wait_gone() {
    local tries
    for ((tries = 0; tries < 150; tries++)); do gone "$@" && return; sleep 0.1; done
    return 1
}

# Ends the given processes: politely, and after 15 s not.
end() {
    (($#)) || return 0
    kill -TERM "$@" 2>/dev/null
    wait_gone "$@" && return
    kill -KILL "$@" 2>/dev/null
    sleep 0.2
}

in_chroot() { local user=$1; shift; chroot --userspec="$user:$user" "$CHROOT" env -i HOME=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }

mount_proc() { mountpoint -q "$1/proc" || mount -t proc proc "$1/proc"; }
unmount_proc() { if mountpoint -q "$1/proc"; then umount "$1/proc" || umount -l "$1/proc"; fi; }

# Deletes a chroot, but only with nothing mounted in it.
remove_chroot() {
    [[ -d $1 ]] || return 0
    unmount_proc "$1"
    ! grep -qF " $(realpath "$1")/" /proc/self/mounts || fail "something is still mounted below $1; unmount it and try again"
    rm -rf --one-file-system "$1"
}
