# What npm users get, and nothing else: no shell, no package manager, no root. It writes only where it is told to:
#   docker build -t dedupe .
#   docker run --rm --read-only --network none -v "$PWD/news:/work/news:ro" dedupe news
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY . .
RUN npm ci --no-audit --no-fund \
 && npm pack --ignore-scripts --pack-destination /tmp \
 && npm install --prefix /app --omit=dev --ignore-scripts --no-audit --no-fund /tmp/newsdedupe-*.tgz

FROM gcr.io/distroless/nodejs22-debian12:nonroot
COPY --from=build /app/node_modules /app/node_modules
WORKDIR /work
ENTRYPOINT ["/nodejs/bin/node", "/app/node_modules/newsdedupe/bin/dedupe.js"]
CMD ["--help"]
