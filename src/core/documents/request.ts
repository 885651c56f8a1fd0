// What the author of a request asks for: one file of requests/ read.

import type { Kinds } from '../entitlements/kind.ts'
import type { Finding } from '../model/finding.ts'
import type { SourceFile } from '../model/history.ts'
import type { Line, Request, WhenAsked } from '../model/request.ts'
import { readItem } from './bundles.ts'
import { requestIdOf } from './paths.ts'
import { complain, durationAt, instantAt, type Reader, readerOf } from './reader.ts'
import { readShape } from './schema.ts'
import type { RequestFile } from './shapes.ts'

export interface RequestRead {
  /** Null when anything in the file is wrong: a request is understood as a whole or not at all. */
  readonly request: Request | null
  readonly findings: readonly Finding[]
}

function linesOf(shape: RequestFile, reader: Reader, kinds: Kinds): readonly Line[] {
  return shape.access.flatMap((raw, index): readonly Line[] => {
    const path = ['access', index]
    const at = reader.tree.place(path)
    const account = 'account' in raw ? raw.account : undefined
    const targets =
      typeof account === 'string'
        ? [{ value: account, at: reader.tree.place([...path, 'account']) }]
        : (account ?? []).map((value, position) => ({ value, at: reader.tree.place([...path, 'account', position]) }))
    if ('bundle' in raw) {
      const bundle = { value: raw.bundle, at: reader.tree.place([...path, 'bundle']) }
      return [{ targets, asked: { is: 'bundle', bundle }, at }]
    }
    const entitlement = readItem(raw, path, reader, kinds)
    return entitlement === null ? [] : [{ targets, asked: { is: 'entitlement', entitlement }, at }]
  })
}

function whenOf(shape: RequestFile, reader: Reader): WhenAsked {
  const from = shape.from === undefined ? null : instantAt(reader, shape.from, ['from'])
  const contradiction = (key: string, message: string, cure: string): void =>
    complain(reader, 'time-contradiction', reader.tree.keyPlace([key]), message, cure)
  if (shape.until !== undefined) {
    if (shape.duration !== undefined)
      contradiction('duration', '`duration` and `until` both say when the access ends.', 'Keep one of them.')
    const until = instantAt(reader, shape.until, ['until'])
    return until === null ? { is: 'default' } : { is: 'until', until, from }
  }
  if (shape.duration !== undefined) {
    const seconds = durationAt(reader, shape.duration, ['duration'])
    return seconds === null ? { is: 'default' } : { is: 'duration', seconds, from }
  }
  if (shape.from !== undefined)
    contradiction(
      'from',
      '`from` says when the access begins, and nothing says when it ends.',
      'Add `duration` or `until`.',
    )
  return { is: 'default' }
}

/** The file's path must be a request's (`isRequestPath`). References to other files are left to `checkRequest`. */
export function readRequest(file: SourceFile, kinds: Kinds): RequestRead {
  const shaped = readShape('request', file, kinds)
  if ('findings' in shaped) return { request: null, findings: shaped.findings }
  const { value: shape, tree } = shaped
  const reader = readerOf(tree)
  const lines = linesOf(shape, reader, kinds)
  const when = whenOf(shape, reader)
  const proxied = [shape.issue, shape.comment].filter((one) => one !== undefined).length
  if (proxied > 1 || (shape.comment === undefined) !== (shape.extends === undefined))
    complain(
      reader,
      'bot-lines',
      reader.tree.place([shape.comment === undefined ? 'extends' : 'comment']),
      '`issue` stands alone, and `comment` and `extends` stand together.',
      'These lines are written by the bot: leave them out.',
    )
  const end = (['until', 'duration'] as const).find((key) => shape[key] !== undefined)
  if (reader.findings.length > 0) return { request: null, findings: reader.findings }
  return {
    findings: [],
    request: {
      id: requestIdOf(file.path),
      path: file.path,
      blob: file.blob,
      for: { value: shape.for, at: tree.place(['for']) },
      reason: shape.reason === undefined ? null : { value: shape.reason, at: tree.place(['reason']) },
      ticket: shape.ticket === undefined ? null : { value: shape.ticket, at: tree.place(['ticket']) },
      when,
      ...(end === undefined ? {} : { endAt: tree.place([end]) }),
      lines,
      breakGlass: shape.breakGlass === undefined ? null : tree.place(['breakGlass']),
      issue: shape.issue ?? null,
      extension:
        shape.comment === undefined || shape.extends === undefined
          ? null
          : { comment: shape.comment, of: shape.extends },
      at: tree.place([]),
    },
  }
}
