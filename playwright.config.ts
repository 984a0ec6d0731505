import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** The machine's own Chromium where there is one, else the one that Playwright has brought. */
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file))

export default defineConfig({
  testDir: 'test/screens',
  testMatch: '*.browser.ts',
  outputDir: 'test-results',
  workers: 1,
  timeout: 60_000,
  // A story that fails once on a strange machine is told again, and reported as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // The screen that most counters have.
    viewport: { width: 1366, height: 768 },
    launchOptions: {
      ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run'
      ]
    }
  }
})
