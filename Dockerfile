FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production FOOTNOTE_DATA_DIR=/data
COPY package.json package-lock.json .npmrc PRIVACY.md ./
# The image brings Node itself, so the pinned copies in the optional packages are taken out; what draws pictures is in
# such a package, too, and stays.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/node-darwin-* node_modules/node-win-* node_modules/node-bin-* node_modules/.bin/node
COPY bin bin
COPY commands commands
COPY config config
COPY src src
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=1024", "bin/footnote.mjs"]
