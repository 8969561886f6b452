FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production FOOTNOTE_DATA_DIR=/data
COPY package.json package-lock.json .npmrc PRIVACY.md ./
# The image brings Node itself, so the pinned copies in the optional packages stay out.
RUN npm ci --omit=dev --omit=optional
COPY bin bin
COPY commands commands
COPY config config
COPY src src
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=1024", "bin/footnote.mjs"]
