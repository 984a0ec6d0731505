/** Which addresses and ports a printer may have: a range as `10.0.0.0/8`, or one address alone as `192.168.1.50/32`. */
export interface PrinterNetwork {
  ranges: readonly string[]
  ports: readonly number[]
}

/**
 * Never a printer, whatever range an office allows: this machine itself, what hands out secrets to machines in a cloud
 * (169.254.169.254), addresses that mean many.
 */
const NEVER = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3']

/** The one address behind which clouds keep their secrets is not a printer even where it is named alone. */
const METADATA = '169.254.169.254'

/**
 * Whether the server may open a connection to this address and port. Only a literal IPv4 address counts, as a name could lead
 * elsewhere between the check and the connection; it must lie in an allowed range. A range does not open this machine
 * itself or link-local addresses: such an address must be named alone.
 */
export function mayConnect(
  { address, port }: { address: string; port: number },
  { ranges, ports }: PrinterNetwork
): boolean {
  if (!ports.includes(port) || address === METADATA) return false
  const number = findIpv4(address)
  if (number === undefined) return false
  if (ranges.includes(`${address}/32`)) return true
  return ranges.some((range) => isIn(number, range)) && !NEVER.some((range) => isIn(number, range))
}

/** A literal IPv4 address as a number, or `undefined`: four parts from 0 to 255 in decimal, without leading zeros. */
function findIpv4(text: string): number | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) {
    return undefined
  }
  return parts.reduce((number, part) => number * 256 + Number(part), 0)
}

function isIn(address: number, range: string): boolean {
  const [base = '', length = ''] = range.split('/')
  const from = findIpv4(base)
  if (from === undefined || !/^\d{1,2}$/.test(length) || Number(length) > 32) return false
  const size = 2 ** (32 - Number(length))
  return Math.floor(address / size) === Math.floor(from / size)
}
