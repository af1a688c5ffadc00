# Builds lookup for x86_64-linux-musl, aarch64-linux-musl: cross compiled, on a builder of any architecture.
# Written by `portable-build init --dockerfile`, portable-build 0.1.0; it is yours now, change what you like.
#
#   docker buildx build --platform linux/amd64,linux/arm64 --tag IMAGE .
#   docker buildx build --target artifacts --output type=local,dest=dist .   # dist/amd64/...
#
# Whether they run everywhere: portable-build verify --targets x86_64-linux-musl,aarch64-linux-musl dist

# The images that it starts from; a mirror or a digest: --build-arg NAME=mirror.example/image@sha256:...
ARG GO_IMAGE=golang:1-bookworm
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

# The tools, by version and sha256: for builders that are x86_64 or aarch64.
FROM --platform=$BUILDPLATFORM ${PYTHON_IMAGE} AS tools
COPY <<'EOF' /requirements.txt
ziglang==0.15.2 --hash=sha256:806316453d1ede7174ed3fefb8e5348154629089c3bb5fe812dfd0e172fac130 --hash=sha256:edc0aa60ec964a4cf462d40f68d7de242ddf37fd9a80f2afaee6397059463230
EOF
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --no-deps --only-binary :all: --require-hashes --target /opt/tools --requirement /requirements.txt

FROM --platform=$BUILDPLATFORM ${GO_IMAGE} AS build
ENV CGO_ENABLED=1 \
    GOMODCACHE=/var/cache/go/mod \
    GOCACHE=/var/cache/go/build \
    GOTOOLCHAIN=auto \
    ZIG_GLOBAL_CACHE_DIR=/var/cache/zig \
    ZIG_LOCAL_CACHE_DIR=/build/zig \
    PKG_CONFIG_LIBDIR=/nowhere
COPY --from=tools /opt/tools /opt/tools
COPY --chmod=755 <<'EOF' /opt/cc/amd64/cc
#!/bin/sh
exec /opt/tools/ziglang/zig cc -target x86_64-linux-musl -fno-sanitize=undefined "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/amd64/c++
#!/bin/sh
exec /opt/tools/ziglang/zig c++ -target x86_64-linux-musl -fno-sanitize=undefined "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/amd64/ar
#!/bin/sh
exec /opt/tools/ziglang/zig ar "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/amd64/ranlib
#!/bin/sh
exec /opt/tools/ziglang/zig ranlib "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/arm64/cc
#!/bin/sh
exec /opt/tools/ziglang/zig cc -target aarch64-linux-musl -fno-sanitize=undefined "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/arm64/c++
#!/bin/sh
exec /opt/tools/ziglang/zig c++ -target aarch64-linux-musl -fno-sanitize=undefined "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/arm64/ar
#!/bin/sh
exec /opt/tools/ziglang/zig ar "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/arm64/ranlib
#!/bin/sh
exec /opt/tools/ziglang/zig ranlib "$@"
EOF
WORKDIR /src
COPY go.mod ./
RUN --mount=type=cache,target=/var/cache/go/mod \
    go mod download
COPY . .
RUN --mount=type=cache,target=/var/cache/go/mod \
    --mount=type=cache,target=/var/cache/go/build \
    --mount=type=cache,target=/var/cache/zig \
    GOOS=linux GOARCH=amd64 GOAMD64=v1 CC=/opt/cc/amd64/cc CXX=/opt/cc/amd64/c++ AR=/opt/cc/amd64/ar go build -trimpath -buildvcs=false -tags=osusergo,netgo '-ldflags=-s -w -linkmode=external -extldflags=-static' -o /out/amd64/lookup .
RUN --mount=type=cache,target=/var/cache/go/mod \
    --mount=type=cache,target=/var/cache/go/build \
    --mount=type=cache,target=/var/cache/zig \
    GOOS=linux GOARCH=arm64 GOARM64=v8.0 CC=/opt/cc/arm64/cc CXX=/opt/cc/arm64/c++ AR=/opt/cc/arm64/ar go build -trimpath -buildvcs=false -tags=osusergo,netgo '-ldflags=-s -w -linkmode=external -extldflags=-static' -o /out/arm64/lookup .

# The files of all targets, for --output type=local.
FROM scratch AS artifacts
COPY --from=build /out/ /

# For a program that speaks TLS: COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
FROM scratch
# Set by BuildKit for each platform.
ARG TARGETARCH
ARG TARGETVARIANT
COPY --from=build /out/${TARGETARCH}${TARGETVARIANT}/ /
USER 65532:65532
ENTRYPOINT ["/lookup"]
