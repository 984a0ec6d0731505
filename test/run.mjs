import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * Everything that has to hold before a change lands, in order of how soon it tells: types, lint, dead code, the built
 * screens, use cases on both databases, screens in a real browser. Stops at the first that fails.
 */
const root = path.resolve(import.meta.dirname, '..')
const [major = 0] = process.versions.node.split('.').map(Number)

if (major < 24) {
  console.error(
    `Cần Node.js 24 trở lên để chạy kiểm thử, máy này đang chạy Node.js ${process.versions.node}. ` +
      'Chạy «npm test» sau «npm ci»; trên máy không phải Linux x64 cài Node.js 24 LTS từ nodejs.org.'
  )
  process.exit(1)
}

const STEPS = [
  ['types of the server', 'tsc', '-p', '.'],
  ['types of the screens', 'tsc', '-p', 'kiosk-ui'],
  ['style', 'biome', 'check', '--error-on-warnings'],
  ['dead code', 'knip'],
  ['build of the screens', 'vite', 'build', '--config', 'kiosk-ui/vite.config.ts', '--logLevel', 'warn'],
  ['use cases', 'vitest', 'run', ...process.argv.slice(2)],
  ['screens', 'playwright', 'test']
]

/** Chromium from the machine, else from Debian's packages, else Playwright's own. */
function provideBrowser() {
  if (findBrowser()) return
  if (
    process.getuid?.() === 0 &&
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', 'chromium'])
  ) {
    if (findBrowser()) return
  }
  if (run(tool('playwright'), ['install', 'chromium'])) return
  console.error(
    'Không có Chromium để kiểm thử màn hình. Cài Chromium (Debian/Ubuntu: apt-get install chromium), hoặc đặt ' +
      'CHROMIUM_PATH tới một bản Chromium đã có, rồi chạy lại «npm test».'
  )
  process.exit(1)
}

function findBrowser() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome'
  ]
  return places.find((place) => place && existsSync(place))
}

function tool(name) {
  return path.join(root, 'node_modules/.bin', name)
}

function run(command, args) {
  const shell = process.platform === 'win32'
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell }).status === 0
}

for (const [what, name, ...args] of STEPS) {
  if (name === 'playwright') provideBrowser()
  const start = performance.now()
  const passed = run(tool(name), args)
  console.log(`${passed ? '✓' : '✗'} ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  if (!passed) process.exit(1)
}
