// Who stands behind requests that the bot wrote: the issues and comments they name, read once, and what those come to.

import { compileExtension, extensionIn } from '../documents/extension.ts'
import { type Compiled, compileForm } from '../documents/form.ts'
import { blobName } from '../model/canonical.ts'
import { type Answer, unknown } from '../model/edge-error.ts'
import type { Version } from '../model/grant.ts'
import type { BlobId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import type { AskingComment, EvidenceSource, FormIssue } from './evidence.ts'
import type { Behind } from './proof-author.ts'

export interface BehindAsked {
  readonly request: Request
  /** What compiles to other bytes was written by somebody else. */
  readonly blob: BlobId
}

export interface Library {
  /** Every edition that ever landed, newest first. */
  readonly versions: readonly Version[]
  /** Its text; null: it cannot be read. */
  textOf(blob: BlobId): Promise<string | null>
}

export type BehindOf = (request: Request, settings: readonly (Settings | null)[]) => Behind

const blobOf = (compiled: Compiled | null, like: BlobId): BlobId | null =>
  compiled?.is === 'written' ? blobName(compiled.text, like) : null

const notAsked = unknown({ kind: 'garbage', call: 'GitHub evidence', said: 'nothing was said of it' })

/** Every settings that judges must pin the same account. */
const botOf = (settings: readonly (Settings | null)[]): number | null => {
  const [first, ...rest] = settings.map((one) => one?.formBot ?? null)
  return first != null && rest.every((one) => one === first) ? first : null
}

function formBlob(issue: Answer<FormIssue>, like: BlobId): BlobId | null {
  return issue.is === 'known' ? blobOf(compileForm(issue.value.body, issue.value.number), like) : null
}

/** Costs a question only where a request names an issue or a comment. */
export async function readBehind(
  asked: readonly BehindAsked[],
  evidence: Pick<EvidenceSource, 'issues' | 'comments'>,
  library: Library,
): Promise<BehindOf> {
  const issues = asked.flatMap(({ request }) => request.issue ?? [])
  const comments = asked.flatMap(({ request }) => request.extension?.comment ?? [])
  const [forms, extensions] = await Promise.all([
    issues.length === 0 ? new Map<number, Answer<FormIssue>>() : evidence.issues(issues),
    comments.length === 0 ? new Map<number, Answer<AskingComment>>() : evidence.comments(comments),
  ])
  const texts = new Map<string, { readonly version: Version; readonly text: string | null }>()
  for (const { request } of asked) {
    const of = request.extension?.of
    const version = of === undefined ? undefined : library.versions.find((one) => one.request === of)
    if (of !== undefined && version !== undefined) texts.set(of, { version, text: await library.textOf(version.blob) })
  }
  return (request, settings) => {
    const bot = botOf(settings)
    const blob = asked.find((one) => one.request === request)?.blob ?? request.blob
    const within = Math.min(
      ...settings.flatMap((one) => (one === null ? [] : [one.limits.waitingTime + one.limits.reviewAge])),
    )
    if (bot === null) return { form: null, extension: null, within }
    const issue = request.issue === null ? null : (forms.get(request.issue) ?? notAsked)
    const { extension } = request
    const comment = extension === null ? null : (extensions.get(extension.comment) ?? notAsked)
    const extended = extension === null ? null : (texts.get(extension.of) ?? null)
    const duration = comment?.is === 'known' ? extensionIn(comment.value.body) : null
    const written =
      extension === null || duration === null || extended?.text == null
        ? null
        : compileExtension(extended.text, extension.of, duration, extension.comment)
    return {
      form: issue === null ? null : { bot, issue, blob: formBlob(issue, blob) },
      extension:
        comment === null ? null : { bot, comment, extended: extended?.version ?? null, blob: blobOf(written, blob) },
      within,
    }
  }
}
