import { enableCompileCache } from 'node:module'

/**
 * The first file that runs, in plain JavaScript: an older Node cannot read the others, and its native add-ons would
 * end the process without a word. So it looks first, and says in a sentence what is needed.
 */
const [major = 0] = process.versions.node.split('.').map(Number)

if (major < 24) {
  console.error(
    `Một cửa cần Node.js 24 trở lên, máy này đang chạy Node.js ${process.versions.node}. ` +
      'Cài Node.js 24 LTS từ nodejs.org rồi chạy lại «npm ci».'
  )
  process.exit(1)
}

// What was compiled once need not be compiled at the next start.
enableCompileCache()

const [program = 'serve', ...rest] = process.argv.slice(2)
const programs = { serve: './main.ts', demo: './demo.ts', cli: './cli.ts' }
const { run } = await import(programs[program] ?? './cli.ts')
try {
  await run(rest)
} catch (error) {
  console.error(error.code === undefined && error.name === 'Error' ? error.message : error)
  process.exit(1)
}
