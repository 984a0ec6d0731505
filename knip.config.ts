import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    // Declared into the ground floor's interfaces, so nothing imports them by name.
    'server/*/{events,tables}.ts',
    'migrations/*.ts',
    'server/{main,demo,cli}.ts',
    'kiosk-ui/src/screens/*/main.{ts,tsx}',
    'kiosk-ui/voice/make-pack.ts',
    'test/bench/{hello,raw-change}.ts',
    'test/support/postgres-server.ts'
  ],
  project: [
    'server/**/*.{ts,mjs}',
    'printer-templates/**/*.ts',
    'migrations/**/*.ts',
    'test/**/*.ts',
    'kiosk-ui/src/**/*.{ts,tsx}',
    'kiosk-ui/voice/*.ts'
  ],
  // Fonts come from their package by a path in a style sheet or to a file; jsqr is required as CommonJS.
  ignoreDependencies: [
    '@expo-google-fonts/be-vietnam-pro',
    '@expo-google-fonts/noto-sans-khmer',
    '@expo-google-fonts/tinos',
    'jsqr'
  ],
  // Run by hand where the shipped voice is made again.
  ignoreBinaries: ['espeak-ng', 'opusenc'],
  ignoreExportsUsedInFile: { interface: true, type: true }
}

export default config
