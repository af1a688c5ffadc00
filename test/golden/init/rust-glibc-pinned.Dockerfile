# Builds treesum for x86_64-linux-gnu.2.17, aarch64-linux-musl, armv7-linux-musl: cross compiled, on a builder of any architecture.
# Written by `portable-build init --dockerfile`, portable-build 0.1.0; it is yours now, change what you like.
#
#   docker buildx build --platform linux/amd64,linux/arm64,linux/arm/v7 --tag IMAGE .
#   docker buildx build --target artifacts --output type=local,dest=dist .   # dist/amd64/...
#
# Whether they run everywhere: portable-build verify --targets x86_64-linux-gnu.2.17,aarch64-linux-musl,armv7-linux-musl dist

# The images that it starts from; a mirror or a digest: --build-arg NAME=mirror.example/image@sha256:...
ARG RUST_IMAGE=rust:1-bookworm
ARG PYTHON_IMAGE=python:3.13-slim-bookworm
ARG RUNTIME_IMAGE=debian:13-slim

# The tools, by version and sha256: for builders that are x86_64 or aarch64.
FROM --platform=$BUILDPLATFORM ${PYTHON_IMAGE} AS tools
COPY <<'EOF' /requirements.txt
ziglang==0.15.2 --hash=sha256:806316453d1ede7174ed3fefb8e5348154629089c3bb5fe812dfd0e172fac130 --hash=sha256:edc0aa60ec964a4cf462d40f68d7de242ddf37fd9a80f2afaee6397059463230
cargo-zigbuild==0.24.0 --hash=sha256:484412e39e4c6039474535ce97ee75a22bab22d58233056f8ec8a8f9034bb957 --hash=sha256:6942e4320f7b05d8fb29e0a8ce5670bcbb3d254275100b85b5b7c86552f9a744
EOF
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --no-deps --only-binary :all: --require-hashes --target /opt/tools --requirement /requirements.txt

FROM --platform=$BUILDPLATFORM ${RUST_IMAGE} AS chef
ENV CARGO_HOME=/usr/local/cargo \
    PATH=/opt/tools/bin:/usr/local/cargo/bin:$PATH
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git \
    cargo install --locked cargo-chef@0.1.78
RUN rustup toolchain install --profile minimal 1.85 && \
    rustup target add --toolchain 1.85 x86_64-unknown-linux-gnu aarch64-unknown-linux-musl armv7-unknown-linux-musleabihf
ENV RUSTUP_TOOLCHAIN=1.85
COPY --from=tools /opt/tools /opt/tools
ENV ZIG_GLOBAL_CACHE_DIR=/var/cache/zig \
    ZIG_LOCAL_CACHE_DIR=/build/zig \
    CARGO_ZIGBUILD_ZIG_PATH=/opt/tools/ziglang/zig \
    CARGO_ZIGBUILD_CACHE_DIR=/build/zigbuild \
    CARGO_INCREMENTAL=0 \
    PKG_CONFIG_LIBDIR_x86_64_unknown_linux_gnu=/nowhere \
    PKG_CONFIG_LIBDIR_aarch64_unknown_linux_musl=/nowhere \
    AARCH64_UNKNOWN_LINUX_MUSL_JEMALLOC_SYS_WITH_LG_PAGE=16 \
    PKG_CONFIG_LIBDIR_armv7_unknown_linux_musleabihf=/nowhere

# The project without its sources and its own versions: the same recipe until a dependency changes.
FROM chef AS planner
WORKDIR /src
COPY . .
RUN cargo chef prepare --recipe-path /recipe.json

FROM chef AS build
# The crates from outside, all targets in one call. Beside the sources, so that nothing that was compiled of placeholders is
# ever taken for the project; and by our own call, because cargo-chef loses its way where a target has a glibc (cargo-chef#367).
WORKDIR /recipe
COPY --from=planner /recipe.json .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git \
    --mount=type=cache,target=/var/cache/zig \
    cargo chef cook --no-build --recipe-path recipe.json && \
    cargo zigbuild --target x86_64-unknown-linux-gnu.2.17 --target aarch64-unknown-linux-musl --target armv7-unknown-linux-musleabihf --target-dir /build/target --profile dist --bins --features tls,json --locked --config 'profile.dist.lto='\''fat'\'''
# The project.
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git \
    --mount=type=cache,target=/var/cache/zig \
    cargo zigbuild --target x86_64-unknown-linux-gnu.2.17 --target aarch64-unknown-linux-musl --target armv7-unknown-linux-musleabihf --target-dir /build/target --profile dist --bins --features tls,json --locked --config 'profile.dist.lto='\''fat'\'''
RUN mkdir -p /out/amd64 && \
    cp /build/target/x86_64-unknown-linux-gnu/dist/treesum /out/amd64/
RUN mkdir -p /out/arm64 && \
    cp /build/target/aarch64-unknown-linux-musl/dist/treesum /out/arm64/
RUN mkdir -p /out/armv7 && \
    cp /build/target/armv7-unknown-linux-musleabihf/dist/treesum /out/armv7/

# The files of all targets, for --output type=local.
FROM scratch AS artifacts
COPY --from=build /out/ /

# For a program that speaks TLS: COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
FROM ${RUNTIME_IMAGE}
# Set by BuildKit for each platform.
ARG TARGETARCH
ARG TARGETVARIANT
COPY --from=build /out/${TARGETARCH}${TARGETVARIANT}/ /usr/local/bin/
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/treesum"]
