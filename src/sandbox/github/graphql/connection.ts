// How GraphQL cuts a list into pages: by cursor, with GitHub's demands on `first` and `last`.
import { FieldProblem, type Given, type Node, type Result } from './execute.ts'

/** GitHub's largest page. */
const largest = 100

const cursorOf = (index: number): string => Buffer.from(`cursor:${index}`).toString('base64')

function indexOf(cursor: unknown, fallback: number): number {
  if (typeof cursor !== 'string') return fallback
  const found = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())
  if (found === null)
    throw new FieldProblem('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`)
  return Number(found[1])
}

/** `mostPerPage` is the world's own limit on a page, null for none. */
export function connection<T>(
  name: string,
  items: readonly T[],
  given: Given,
  mostPerPage: number | null,
  node: (item: T) => Result,
): Node {
  const [first, last] = [given['first'], given['last']]
  const wanted = typeof first === 'number' ? first : typeof last === 'number' ? last : null
  if (wanted === null)
    throw new FieldProblem(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    )
  if (wanted > largest || wanted < 0)
    throw new FieldProblem(
      'EXCESSIVE_PAGINATION',
      `Requesting ${wanted} records on the \`${name}\` connection exceeds the \`first\` limit of ${largest} records.`,
    )
  const size = Math.min(wanted, mostPerPage ?? largest)
  const from = indexOf(given['after'], -1) + 1
  const to = Math.min(items.length, indexOf(given['before'], items.length))
  const start = typeof first === 'number' ? from : Math.max(from, to - size)
  const end = typeof first === 'number' ? Math.min(to, from + size) : to
  const page = items.slice(start, end)
  return {
    type: `${name}Connection`,
    fields: {
      totalCount: () => items.length,
      nodes: () => page.map(node),
      pageInfo: () => ({
        type: 'PageInfo',
        fields: {
          hasNextPage: () => end < items.length,
          hasPreviousPage: () => start > 0,
          startCursor: () => (page.length === 0 ? null : cursorOf(start)),
          endCursor: () => (page.length === 0 ? null : cursorOf(end - 1)),
        },
      }),
    },
  }
}
