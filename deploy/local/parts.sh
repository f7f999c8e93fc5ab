# The three parts: which ports, how each is started, and how to see that it answers. Sourced by up.

# Ports are chosen once per run and kept, so that a second `up` finds what the first one started.
choose_ports() {
    [[ -r $RUN/ports ]] || {
        echo "AMQP_PORT=$(free_port "${PIPELINE_LOCAL_AMQP_PORT:-17672}")"
        echo "MANAGEMENT_PORT=$(free_port "${PIPELINE_LOCAL_MANAGEMENT_PORT:-17673}")"
        echo "PROMETHEUS_PORT=$(free_port "${PIPELINE_LOCAL_PROMETHEUS_PORT:-17674}")"
        echo "DISTRIBUTION_PORT=$(free_port "${PIPELINE_LOCAL_DISTRIBUTION_PORT:-17675}")"
        echo "EPMD_PORT=$(free_port "${PIPELINE_LOCAL_EPMD_PORT:-17676}")"
        echo "POSTGRES_PORT=$(free_port "${PIPELINE_LOCAL_POSTGRES_PORT:-17432}")"
        echo "MONGODB_PORT=$(free_port "${PIPELINE_LOCAL_MONGODB_PORT:-17017}")"
    } >"$RUN/ports"
    source "$RUN/ports"
}

# The wanted port, or the next one that nobody listens on; in steps that keep the seven apart.
free_port() {
    local port=$1
    while listens "$port"; do say "port $port is taken, trying $((port + 10))"; port=$((port + 10)); done
    echo "$port"
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

everything_answers() {
    [[ -r $STATE && -r $RUN/ports ]] && chroot_is_ready || return 1
    source "$RUN/ports"
    alive rabbitmq >/dev/null && alive postgres >/dev/null && alive gateway >/dev/null && rabbitmq_answers && gateway_answers
}

start_rabbitmq() {
    alive rabbitmq >/dev/null && return
    local data=$DATA/rabbitmq
    end_leftovers rabbitmq
    install -d "$CHROOT$data" && chroot "$CHROOT" chown rabbitmq:rabbitmq "$data"
    cat >"$CHROOT$data/rabbitmq.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$AMQP_PORT
management.tcp.ip = 127.0.0.1
management.tcp.port = $MANAGEMENT_PORT
prometheus.tcp.ip = 127.0.0.1
prometheus.tcp.port = $PROMETHEUS_PORT
log.file = false
log.console = true
log.console.level = warning
CONF
    echo '[rabbitmq_management,rabbitmq_prometheus].' >"$CHROOT$data/enabled_plugins"
    say "starting RabbitMQ"
    setsid chroot --userspec=rabbitmq:rabbitmq "$CHROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME="$data" \
        RABBITMQ_NODENAME=pipeline@localhost RABBITMQ_DIST_PORT="$DISTRIBUTION_PORT" \
        RABBITMQ_CONFIG_FILE="$data/rabbitmq.conf" RABBITMQ_CONF_ENV_FILE=/dev/null \
        RABBITMQ_ENABLED_PLUGINS_FILE="$data/enabled_plugins" RABBITMQ_MNESIA_BASE="$data/mnesia" \
        RABBITMQ_LOG_BASE="$data/log" RABBITMQ_PID_FILE="$data/pid" \
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' \
        ERL_EPMD_PORT="$EPMD_PORT" ERL_EPMD_ADDRESS=127.0.0.1 \
        /usr/lib/rabbitmq/bin/rabbitmq-server </dev/null >"$RUN/rabbitmq.log" 2>&1 9>&- &
    remember rabbitmq $!
}

start_postgres() {
    alive postgres >/dev/null && return
    local data=$DATA/postgres bin=/usr/lib/postgresql/18/bin
    end_leftovers postgres
    rm -f "$CHROOT$data/postmaster.pid" "$CHROOT"/tmp/.s.PGSQL.* # of a server that was killed
    [[ -d $CHROOT$data ]] || cp -a "$CHROOT$DATA/template" "$CHROOT$data" || fail "could not copy the empty database"
    cp "$HERE/postgresql.conf" "$CHROOT$data/postgresql.auto.conf"
    say "starting PostgreSQL with DocumentDB"
    in_chroot postgres $bin/pg_ctl -w -t 60 -D "$data" -l "$data/server.log" \
        -o "-p $POSTGRES_PORT -c listen_addresses=127.0.0.1" start </dev/null >&2 9>&- ||
        { tail -n 20 "$CHROOT$data/server.log" >&2; fail "PostgreSQL did not start"; }
    remember postgres "$(head -n 1 "$CHROOT$data/postmaster.pid")"
}

start_gateway() {
    alive gateway >/dev/null && return
    local built=$CACHE/gateway
    build_gateway "$built"
    say "starting the gateway"
    DOTNET_EnableDiagnostics=0 setsid dotnet "$built/bin/Pipeline.LocalMongo/release/Pipeline.LocalMongo.dll" "127.0.0.1:$MONGODB_PORT" "127.0.0.1:$POSTGRES_PORT" \
        </dev/null >"$RUN/gateway.log" 2>&1 9>&- &
    remember gateway $!
}

# Only when a source file has changed since; nothing may stay running afterwards, so without build servers.
build_gateway() {
    local root=$HERE/../.. sum
    sum=$(cd "$root" && find deploy/local/gateway -name obj -prune -o -name bin -prune -o -type f -print0 | sort -z |
        xargs -0 sha256sum Directory.Build.props Directory.Packages.props global.json | sha256sum)
    [[ $(cat "$1/built" 2>/dev/null) == "$sum" ]] && return
    say "building the gateway"
    rm -rf "$1" && mkdir -p "$1"
    dotnet build -c Release "$HERE/gateway" --artifacts-path "$1" -nodeReuse:false -p:UseSharedCompilation=false >"$RUN/build.log" 2>&1 9>&- ||
        { cat "$RUN/build.log" >&2; fail "the gateway does not build"; }
    echo "$sum" >"$1/built"
}

# Logged in, not just connected: the listener is up before the broker is.
rabbitmq_answers() { curl -sf -m 2 -u guest:guest "http://127.0.0.1:$MANAGEMENT_PORT/api/health/checks/local-alarms" -o /dev/null && listens "$AMQP_PORT"; }

# A ping in MongoDB's wire protocol, asking the engine too: { count: "c", $db: "d" }.
gateway_answers() {
    local reply
    reply=$({ exec 3<>"/dev/tcp/127.0.0.1/$MONGODB_PORT" &&
        printf '\x32\0\0\0\1\0\0\0\0\0\0\0\xdd\7\0\0\0\0\0\0\0\x1d\0\0\0\2count\0\2\0\0\0c\0\2$db\0\2\0\0\0d\0\0' >&3 &&
        timeout 10 head -c 16 <&3 | wc -c; } 2>/dev/null)
    [[ $reply == 16 ]]
}

wait_for() {
    local part=$1 seconds=$2 until
    shift 2
    until=$((SECONDS + seconds))
    until "$@"; do
        alive "$part" >/dev/null || { tail -n 20 "$RUN/$part.log" >&2; fail "$part ended while starting"; }
        ((SECONDS < until)) || { tail -n 20 "$RUN/$part.log" >&2; fail "$part did not answer within $seconds s"; }
        sleep 0.2
    done
    say "$part answers"
}

# A part that was killed may have left children behind, and they hold its ports and files.
end_leftovers() { end $(of_user "$1"); }

write_state() {
    cat >"$STATE.new" <<ENV
PIPELINE_TEST_RABBITMQ=amqp://guest:guest@127.0.0.1:$AMQP_PORT/
PIPELINE_TEST_MONGODB=mongodb://127.0.0.1:$MONGODB_PORT/?directConnection=true
PIPELINE_TEST_RABBITMQ_MANAGEMENT=http://guest:guest@127.0.0.1:$MANAGEMENT_PORT/
PIPELINE_TEST_RABBITMQ_METRICS=http://127.0.0.1:$PROMETHEUS_PORT/metrics
ENV
    mv "$STATE.new" "$STATE"
}
