// Which addresses lie on this machine: the only ones that may stand in for a vendor's.

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname)
