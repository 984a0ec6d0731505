# Two stages: the first builds the screens, the second holds what runs.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/server server
COPY --from=build /app/migrations migrations
COPY --from=build /app/printer-templates printer-templates
COPY --from=build /app/kiosk-ui/src/text kiosk-ui/src/text
COPY --from=build /app/kiosk-ui/src/styles kiosk-ui/src/styles
COPY --from=build /app/kiosk-ui/voice/pack kiosk-ui/voice/pack
COPY --from=build /app/kiosk-ui/dist kiosk-ui/dist
RUN mkdir data && chown node data
USER node
VOLUME /app/data
EXPOSE 3000
CMD ["node", "server/start.mjs", "serve"]
