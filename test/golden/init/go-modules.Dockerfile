# Builds lookup for x86_64-linux, aarch64-linux: cross compiled, on a builder of any architecture.
# Written by `portable-build init --dockerfile`, portable-build 0.1.0; it is yours now, change what you like.
#
#   docker buildx build --platform linux/amd64,linux/arm64 --tag IMAGE .
#   docker buildx build --target artifacts --output type=local,dest=dist .   # dist/amd64/...
#
# Whether they run everywhere: portable-build verify --targets x86_64-linux,aarch64-linux dist

# The images that it starts from; a mirror or a digest: --build-arg NAME=mirror.example/image@sha256:...
ARG GO_IMAGE=golang:1-bookworm

FROM --platform=$BUILDPLATFORM ${GO_IMAGE} AS build
# Should another module have C (`portable-build plan` says it): `env: CGO_ENABLED=1` in portable-build.yml, and write this again.
ENV CGO_ENABLED=0 \
    GOMODCACHE=/var/cache/go/mod \
    GOCACHE=/var/cache/go/build \
    GOTOOLCHAIN=auto
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/var/cache/go/mod \
    go mod download
COPY . .
RUN --mount=type=cache,target=/var/cache/go/mod \
    --mount=type=cache,target=/var/cache/go/build \
    GOOS=linux GOARCH=amd64 GOAMD64=v1 go build -trimpath -buildvcs=false -tags=osusergo,netgo '-ldflags=-s -w -X '\''main.name=a b'\''' -o /out/amd64/lookup .
RUN --mount=type=cache,target=/var/cache/go/mod \
    --mount=type=cache,target=/var/cache/go/build \
    GOOS=linux GOARCH=arm64 GOARM64=v8.0 go build -trimpath -buildvcs=false -tags=osusergo,netgo '-ldflags=-s -w -X '\''main.name=a b'\''' -o /out/arm64/lookup .

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
