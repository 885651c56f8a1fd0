// Where a token may be sent.

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Why a token must not be sent to an address; null where it may. */
export function unsafeAddress(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null) return 'it is no address'
  if (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))) return null
  return `${url.host} is neither https nor a loopback address`
}
