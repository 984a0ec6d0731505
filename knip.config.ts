import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'server/*/events.ts',
    'server/*/tables.ts',
    'migrations/*.ts',
    'server/start.mjs',
    'server/{main,demo,cli}.ts',
    'test/run.mjs',
    'test/bench/run.ts',
    'kiosk-ui/src/screens/*/main.tsx'
  ],
  project: ['server/**/*.{ts,mjs}', 'migrations/**/*.ts', 'test/**/*.ts', 'kiosk-ui/src/**/*.{ts,tsx}'],
  ignoreBinaries: ['playwright']
}

export default config
