// What was read, short enough to be written down: places as line:column, patterns as their text, maps as objects.

const isPlace = (value: object): value is { readonly line: number; readonly column: number } =>
  'file' in value && 'line' in value && 'column' in value

/** What is not said (null, an empty list or map) is left out. */
const isSilent = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)

export function asRead(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isPlace(value)) return `${value.line}:${value.column}`
  if (Array.isArray(value)) return value.map(asRead)
  if (value instanceof Map) return asRead(Object.fromEntries(value))
  if ('is' in value && 'text' in value) return value.text
  const keys = Object.keys(value).join()
  if ('value' in value && 'at' in value && keys === 'value,at') return `${value.value} at ${asRead(value.at)}`
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, asRead(part)] as const)
      .filter(([, part]) => !isSilent(part)),
  )
}
