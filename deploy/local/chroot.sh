# Builds or copies the chroot with RabbitMQ 4, PostgreSQL 18, DocumentDB and an empty database cluster. Sourced by up.

chroot_is_ready() { [[ $(cat "$CHROOT/.pipeline-local" 2>/dev/null) == "$CHROOT_VERSION" ]]; }

# Built beside its place and renamed when complete, so that a broken build is never mistaken for a finished one.
build_chroot() {
    local building=$CACHE/forky.building
    require_tools
    end $(inside_chroot "$CHROOT") $(inside_chroot "$building")
    remove_chroot "$CHROOT"
    say "building the chroot, once; takes two to three minutes (log: $CACHE/build.log)"
    {
        twice bootstrap "$building" &&
            mount_proc "$building" &&
            twice install_packages "$building" &&
            create_template "$building"
    } >"$CACHE/build.log" 2>&1 9>&- || { unmount_proc "$building"; tail -n 20 "$CACHE/build.log" >&2; fail "building the chroot failed, see $CACHE/build.log"; }
    unmount_proc "$building"
    echo "$CHROOT_VERSION" >"$building/.pipeline-local"
    mv -T "$building" "$CHROOT"
    say "chroot is ready: $(du -sh "$CHROOT" | cut -f1)"
}

# Another cache's chroot without what runs in it: seconds instead of minutes, and no network.
copy_chroot() {
    local from=${PIPELINE_LOCAL_COPY_FROM:-} building=$CACHE/forky.building
    [[ $from && $(cat "$from/forky/.pipeline-local" 2>/dev/null) == "$CHROOT_VERSION" ]] || return 1
    remove_chroot "$building"
    remove_chroot "$CHROOT"
    mkdir -p "$building"
    say "copying the chroot from $from"
    tar -C "$from/forky" --one-file-system --exclude="./${DATA#/}/rabbitmq" --exclude="./${DATA#/}/postgres" --exclude='./tmp/*' \
        --exclude='./dev/shm/*' -cf - . | tar -C "$building" -xf - || { remove_chroot "$building"; return 1; }
    mv -T "$building" "$CHROOT"
}

require_tools() {
    ((EUID == 0)) || fail "chroot and mount need root: run as root, or start RabbitMQ 4 and MongoDB 8 yourself and set PIPELINE_TEST_RABBITMQ and PIPELINE_TEST_MONGODB"
    command -v debootstrap >/dev/null && return
    command -v apt-get >/dev/null || fail "debootstrap is missing and there is no apt-get: install debootstrap, or start RabbitMQ 4 and MongoDB 8 yourself"
    say "installing debootstrap"
    twice install_debootstrap >"$CACHE/build.log" 2>&1 || fail "apt-get could not install debootstrap, see $CACHE/build.log"
}

install_debootstrap() { apt-get update && apt-get install -y --no-install-recommends debootstrap debian-archive-keyring; }

# The Debian mirror this machine already uses.
mirror() {
    local site=${PIPELINE_LOCAL_MIRROR:-}
    [[ -n $site ]] || site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' 2>/dev/null | grep -v security | head -n 1)
    [[ -n $site ]] || return 1
    echo "$site"
}

bootstrap() {
    local script=/usr/share/debootstrap/scripts/forky site
    site=$(mirror) || { echo "no Debian mirror in apt's sources: set PIPELINE_LOCAL_MIRROR"; return 1; }
    [[ -e $script ]] || script=/usr/share/debootstrap/scripts/sid # older debootstraps have not heard of forky
    remove_chroot "$1"
    debootstrap --variant=minbase --include=ca-certificates forky "$1" "$site" "$script"
}

install_packages() {
    printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d" && chmod +x "$1/usr/sbin/policy-rc.d" &&
        mkdir -p "$1/etc/postgresql-common" "$1$DATA" &&
        echo 'create_main_cluster = false' >"$1/etc/postgresql-common/createcluster.conf" &&
        same_date_checks >"$1/etc/apt/apt.conf.d/90date-checks" &&
        DEBIAN_FRONTEND=noninteractive chroot "$1" apt-get update &&
        DEBIAN_FRONTEND=noninteractive chroot "$1" apt-get install -y --no-install-recommends postgresql-18-documentdb rabbitmq-server &&
        chroot "$1" apt-get clean && rm -rf "$1"/var/lib/apt/lists/*
}

# A machine on a frozen mirror tells its apt not to mind the age of the package lists; the chroot's apt then must not either.
# Signatures are checked all the same.
same_date_checks() {
    local key value
    for key in Acquire::Check-Valid-Until Acquire::Check-Date; do
        eval "$(apt-config shell value "$key")"
        [[ -z ${value:-} ]] || echo "$key \"$value\";"
        value=
    done
}

# An initialised, empty cluster: every run gets a copy, because making one takes longer than copying it.
# Without the jobs that build indexes every two seconds, because the gateway has them built at once.
create_template() {
    local bin=/usr/lib/postgresql/18/bin data=$DATA/template
    local postgres=(chroot --userspec=postgres:postgres "$1" env -i HOME=/tmp LANG=C.UTF-8)
    mkdir -p "$1$data" && chroot "$1" chown postgres:postgres "$data" && chmod 700 "$1$data" &&
        "${postgres[@]}" $bin/initdb -D $data -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 &&
        cp "$HERE/postgresql.conf" "$1$data/postgresql.auto.conf" && chroot "$1" chown postgres:postgres "$data/postgresql.auto.conf" &&
        "${postgres[@]}" $bin/pg_ctl -w -D $data -l /tmp/template.log -o "-c listen_addresses='' -c unix_socket_directories=/tmp" start &&
        "${postgres[@]}" $bin/psql -X -h /tmp -U postgres -v ON_ERROR_STOP=1 -c 'CREATE EXTENSION documentdb CASCADE' \
            -c "SELECT cron.unschedule(jobid) FROM cron.job WHERE command LIKE '%build_index_concurrently%'" -c 'CHECKPOINT'
    local made=$?
    "${postgres[@]}" $bin/pg_ctl -w -D $data -m fast stop
    rm -f "$1/tmp/template.log"
    return $made
}

twice() { "$@" || { say "trying once more: $1"; sleep 3; "$@"; }; }
