import { readdirSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'
import packageJson from '../package.json' with { type: 'json' }

const root = import.meta.dirname
const pages = readdirSync(root).filter((file) => file.endsWith('.html'))
const server = 'http://127.0.0.1:3000'

/** `/admin/…` is answered with `admin.html`, as the server does with the built pages. */
const screenPaths: Plugin = {
  name: 'screen-paths',
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      const screen = /^\/([a-z]+)(?=[/?]|$)/.exec(request.url ?? '')?.[1]
      const page = `${screen}.html`
      if (pages.includes(page)) request.url = `/${page}`
      next()
    })
  }
}

/**
 * The script of a ticket's own page: one small file beside the screens, which the server names in the page, written for the
 * phones that people have.
 */
const ticketScript: Plugin = {
  name: 'ticket-script',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      build: {
        outDir: 'dist',
        emptyOutDir: false,
        target: 'chrome51',
        lib: {
          entry: 'src/screens/ticket/main.ts',
          formats: ['iife'],
          name: 'ticket',
          fileName: () => 'ticket.js'
        }
      }
    })
  }
}

/**
 * Every screen is a page of its own. Nothing is put inline, neither scripts nor small fonts and pictures as data
 * addresses, so that the server can forbid both.
 */
export default defineConfig({
  root,
  base: '/',
  define: { 'import.meta.env.VERSION': JSON.stringify(packageJson.version) },
  plugins: [react(), screenPaths, ticketScript],
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    target: 'chrome109',
    rolldownOptions: { input: pages.map((page) => path.join(root, page)) }
  },
  server: {
    proxy: {
      '/api': { target: server, ws: true },
      '/thu-tuc': server,
      '/q': server,
      '/ticket.js': server
    }
  }
})
