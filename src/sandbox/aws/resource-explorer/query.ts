// What a query of Resource Explorer means, as far as filters go (Resource Explorer user guide, search query syntax).

import type { IndexedResource } from './world.ts'

type Test = (resource: IndexedResource) => boolean

const fits = (pattern: string, text: string): boolean =>
  pattern.endsWith('*')
    ? text.toLowerCase().startsWith(pattern.slice(0, -1).toLowerCase())
    : text.toLowerCase() === pattern.toLowerCase()

const FILTERS: Readonly<Record<string, (value: string) => Test>> = {
  region: (value) => (one) => fits(value, one.region),
  service: (value) => (one) => fits(value, one.service),
  resourcetype: (value) => (one) => fits(value, one.type),
  accountid: (value) => (one) => fits(value, one.arn.split(':')[4] ?? ''),
  id: (value) => (one) => fits(value, one.arn),
  'tag.key': (value) => (one) => Object.keys(one.tags).some((key) => fits(value, key)),
  'tag.value': (value) => (one) => Object.values(one.tags).some((text) => fits(value, text)),
  tag: (value) => {
    if (value === 'none') return ({ tags }) => Object.keys(tags).length === 0
    if (value === 'all') return ({ tags }) => Object.keys(tags).length > 0
    const [key = '', ...rest] = value.split('=')
    return ({ tags }) => Object.entries(tags).some(([name, text]) => fits(key, name) && fits(rest.join('='), text))
  },
}

const TERM = /(-?)(?:([\w.]+):)?("[^"]*"|\S+)/g

/** null: a filter that does not exist. Filters must all hold; of free words one is enough, and `filters` takes none. */
export function queryOf(text: string, words: 'words' | 'filters'): Test | null {
  const tests: Test[] = []
  const free: Test[] = []
  for (const [, minus, name, quoted = ''] of text.matchAll(TERM)) {
    const value = quoted.replace(/^"|"$/g, '')
    if (name === undefined) {
      if (words === 'filters') return null
      free.push(({ arn, type, tags }) =>
        [arn, type, ...Object.entries(tags).flat()].some((one) => one.toLowerCase().includes(value.toLowerCase())),
      )
      continue
    }
    const test = Object.hasOwn(FILTERS, name) ? FILTERS[name]?.(value) : undefined
    if (test === undefined) return null
    tests.push(minus === '-' ? (one) => !test(one) : test)
  }
  return (one) => tests.every((test) => test(one)) && (free.length === 0 || free.some((test) => test(one)))
}
