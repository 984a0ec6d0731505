import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

describe('settings from the environment', () => {
  let file: string
  beforeEach(() => {
    file = path.join(mkdtempSync(path.join(tmpdir(), 'motcua-config-')), 'keys/secret.key')
  })

  it('are safe on a laptop that sets none', () => {
    expect(readConfig({ SECRET_KEY_FILE: file })).toMatchObject({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: 'sqlite:data/motcua.sqlite',
      publicUrl: 'http://localhost:3000',
      demoPassword: undefined
    })
  })

  it('A-33 make the key once, for the owner alone, and read the same one again', () => {
    const { secretKey } = readConfig({ SECRET_KEY_FILE: file })
    expect(secretKey).toHaveLength(32)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readConfig({ SECRET_KEY_FILE: file }).secretKey).toEqual(secretKey)
    expect(readFileSync(file, 'utf8')).toBe(secretKey.toString('hex'))
  })

  it('refuse a key file that holds no key, rather than make a new one over it', () => {
    readConfig({ SECRET_KEY_FILE: file })
    writeFileSync(file, 'hỏng')
    expect(() => readConfig({ SECRET_KEY_FILE: file })).toThrow(/SECRET_KEY_FILE/)
    expect(readFileSync(file, 'utf8')).toBe('hỏng')
  })

  it.each([
    [{ NODE_ENV: 'production' }, /PUBLIC_URL.*phải đặt/],
    [{ NODE_ENV: 'production', PUBLIC_URL: 'http://motcua.example.vn' }, /https/],
    [{ PUBLIC_URL: 'motcua' }, /PUBLIC_URL/],
    [{ PUBLIC_URL: 'ftp://motcua.example.vn' }, /PUBLIC_URL/],
    [{ PORT: 'ba nghìn' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [{ PRINTER_NETWORK: 'may-in.local' }, /PRINTER_NETWORK/],
    [{ PRINTER_NETWORK: '10.0.0.0/8,192.168.1.0/33' }, /PRINTER_NETWORK/],
    [{ PRINTER_NETWORK: '10.0.0.256/8' }, /PRINTER_NETWORK/],
    [{ PRINTER_PORTS: '9100,ba' }, /PRINTER_PORTS/],
    [{ PRINTER_PORTS: '0' }, /PRINTER_PORTS/]
  ])('%o is refused with the name of what to set', (environment, sentence) => {
    expect(() => readConfig({ SECRET_KEY_FILE: file, ...environment })).toThrow(sentence)
  })

  it('A-52 let printers stand in the networks of buildings on their usual port, unless told otherwise', () => {
    expect(readConfig({ SECRET_KEY_FILE: file }).printerNetwork).toEqual({
      ranges: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
      ports: [9100]
    })
    const told = { PRINTER_NETWORK: '192.168.7.0/24, 203.0.113.9/32', PRINTER_PORTS: '9100,9101' }
    expect(readConfig({ SECRET_KEY_FILE: file, ...told }).printerNetwork).toEqual({
      ranges: ['192.168.7.0/24', '203.0.113.9/32'],
      ports: [9100, 9101]
    })
  })

  it('take https in production, and http on the machine itself', () => {
    const production = { NODE_ENV: 'production', SECRET_KEY_FILE: file }
    expect(readConfig({ ...production, PUBLIC_URL: 'https://motcua.example.vn/' }).publicUrl).toBe(
      'https://motcua.example.vn'
    )
    expect(readConfig({ ...production, PUBLIC_URL: 'http://localhost:3000' }).production).toBe(true)
  })
})
