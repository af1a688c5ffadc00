# Builds app for x86_64-linux-musl, armv7-linux-musl: cross compiled, on a builder of any architecture.
# Written by `portable-build init --dockerfile`, portable-build 0.1.0; it is yours now, change what you like.
#
#   docker buildx build --platform linux/amd64,linux/arm/v7 --tag IMAGE .
#   docker buildx build --target artifacts --output type=local,dest=dist .   # dist/amd64/...
#
# Whether they run everywhere: portable-build verify --targets x86_64-linux-musl,armv7-linux-musl dist
#
# Not in it, although it is set for this project: env.

# The images that it starts from; a mirror or a digest: --build-arg NAME=mirror.example/image@sha256:...
ARG BUILD_IMAGE=debian:12
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

# The tools, by version and sha256: for builders that are x86_64 or aarch64.
FROM --platform=$BUILDPLATFORM ${PYTHON_IMAGE} AS tools
COPY <<'EOF' /requirements.txt
ziglang==0.15.2 --hash=sha256:806316453d1ede7174ed3fefb8e5348154629089c3bb5fe812dfd0e172fac130 --hash=sha256:edc0aa60ec964a4cf462d40f68d7de242ddf37fd9a80f2afaee6397059463230
EOF
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --no-deps --only-binary :all: --require-hashes --target /opt/tools --requirement /requirements.txt

FROM --platform=$BUILDPLATFORM ${BUILD_IMAGE} AS build
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && \
    apt-get install -y --no-install-recommends cmake ninja-build
COPY --from=tools /opt/tools /opt/tools
ENV ZIG_GLOBAL_CACHE_DIR=/var/cache/zig \
    ZIG_LOCAL_CACHE_DIR=/build/zig \
    PKG_CONFIG_LIBDIR=/nowhere
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
COPY --chmod=755 <<'EOF' /opt/cc/armv7/cc
#!/bin/sh
exec /opt/tools/ziglang/zig cc -target arm-linux-musleabihf -fno-sanitize=undefined "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/armv7/c++
#!/bin/sh
exec /opt/tools/ziglang/zig c++ -target arm-linux-musleabihf -fno-sanitize=undefined "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/armv7/ar
#!/bin/sh
exec /opt/tools/ziglang/zig ar "$@"
EOF
COPY --chmod=755 <<'EOF' /opt/cc/armv7/ranlib
#!/bin/sh
exec /opt/tools/ziglang/zig ranlib "$@"
EOF
COPY <<'EOF' /opt/cc/amd64/toolchain.cmake
set(CMAKE_SYSTEM_NAME "Linux")
set(CMAKE_SYSTEM_PROCESSOR "x86_64")
set(CMAKE_C_COMPILER "/opt/cc/amd64/cc")
set(CMAKE_ASM_COMPILER "/opt/cc/amd64/cc")
set(CMAKE_CXX_COMPILER "/opt/cc/amd64/c++")
set(CMAKE_AR "/opt/cc/amd64/ar")
set(CMAKE_C_COMPILER_AR "/opt/cc/amd64/ar")
set(CMAKE_CXX_COMPILER_AR "/opt/cc/amd64/ar")
set(CMAKE_RANLIB "/opt/cc/amd64/ranlib")
set(CMAKE_C_COMPILER_RANLIB "/opt/cc/amd64/ranlib")
set(CMAKE_CXX_COMPILER_RANLIB "/opt/cc/amd64/ranlib")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -s")
set(CMAKE_BUILD_WITH_INSTALL_RPATH ON)
set(CMAKE_FIND_ROOT_PATH /src /build/amd64)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
EOF
COPY <<'EOF' /opt/cc/armv7/toolchain.cmake
set(CMAKE_SYSTEM_NAME "Linux")
set(CMAKE_SYSTEM_PROCESSOR "armv7-a")
set(CMAKE_C_COMPILER "/opt/cc/armv7/cc")
set(CMAKE_ASM_COMPILER "/opt/cc/armv7/cc")
set(CMAKE_CXX_COMPILER "/opt/cc/armv7/c++")
set(CMAKE_AR "/opt/cc/armv7/ar")
set(CMAKE_C_COMPILER_AR "/opt/cc/armv7/ar")
set(CMAKE_CXX_COMPILER_AR "/opt/cc/armv7/ar")
set(CMAKE_RANLIB "/opt/cc/armv7/ranlib")
set(CMAKE_C_COMPILER_RANLIB "/opt/cc/armv7/ranlib")
set(CMAKE_CXX_COMPILER_RANLIB "/opt/cc/armv7/ranlib")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -s")
set(CMAKE_BUILD_WITH_INSTALL_RPATH ON)
set(CMAKE_FIND_ROOT_PATH /src /build/armv7)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
EOF
COPY --chmod=755 <<'EOF' /opt/take
#!/bin/sh
# take FROM TO [NAME...]: the executables below FROM, or those of these names; none at all is an error.
set -eu
from=$1 to=$2
shift 2
mkdir -p "$to"
find "$from" -type f -perm -u+x ! -name '*.so*' ! -path '*/CMakeFiles/*' > /tmp/found
while IFS= read -r path; do
  [ "$(head -c 4 "$path" | tail -c 3)" = ELF ] || continue
  wanted=$([ $# -eq 0 ] && echo yes || echo no)
  for name do [ "$name" != "${path##*/}" ] || wanted=yes; done
  [ "$wanted" = no ] || cp "$path" "$to/"
done < /tmp/found
for name do [ -e "$to/$name" ] || { echo "no $name was built" >&2; exit 1; }; done
[ -n "$(ls -A "$to")" ] || { echo "no executable was built" >&2; exit 1; }
EOF
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/var/cache/zig \
    cmake -S /src/build/cmake -B /build/amd64 -G Ninja -DCMAKE_TOOLCHAIN_FILE=/opt/cc/amd64/toolchain.cmake -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF '-DNAME=a b' && \
    cmake --build /build/amd64 && \
    /opt/take /build/amd64 /out/amd64 app
RUN --mount=type=cache,target=/var/cache/zig \
    cmake -S /src/build/cmake -B /build/armv7 -G Ninja -DCMAKE_TOOLCHAIN_FILE=/opt/cc/armv7/toolchain.cmake -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF '-DNAME=a b' && \
    cmake --build /build/armv7 && \
    /opt/take /build/armv7 /out/armv7 app

# The files of all targets, for --output type=local.
FROM scratch AS artifacts
COPY --from=build /out/ /

FROM scratch
# Set by BuildKit for each platform.
ARG TARGETARCH
ARG TARGETVARIANT
COPY --from=build /out/${TARGETARCH}${TARGETVARIANT}/ /
USER 65532:65532
ENTRYPOINT ["/app"]
