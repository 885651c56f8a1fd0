// What previews may know of the accounts that requests name: the inventory, read once, and only where something asks for it.

import { NOTHING_READ } from '../../core/approval/routing.ts'
import { documentKey } from '../../core/approval/subject.ts'
import { policyText, tagsOf } from '../../core/inventory/texts.ts'
import { type KnownPlace, unseenFindings } from '../../core/inventory/unseen.ts'
import { type Answer, known } from '../../core/model/edge-error.ts'
import type { AskedEntitlement } from '../../core/model/entitlement.ts'
import { type Finding, sortFindings } from '../../core/model/finding.ts'
import type { PolicyDocument } from '../../core/model/policy-document.ts'
import type { Request } from '../../core/model/request.ts'
import type { Settings } from '../../core/model/settings.ts'
import { type Tags, tagsKey } from '../../core/model/tags.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Snapshot } from '../../edges/git/data.ts'
import { AWS_PLACE, contentsIn, linesIn } from './store.ts'

/** null: there is no inventory, or it cannot be read; then nothing is known, and nothing is said. */
export type OpenInventory = () => Promise<Snapshot | null>

export const NO_INVENTORY: OpenInventory = async () => null

export const openedOnce = (open: () => Promise<Answer<Snapshot | null>>): OpenInventory => {
  let opened: Promise<Snapshot | null> | null = null
  return () => {
    opened ??= open().then((answer) => (answer.is === 'known' ? answer.value : null))
    return opened
  }
}

export interface LookedUp {
  readonly documents: ReadonlyMap<string, PolicyDocument>
  readonly tags: ReadonlyMap<string, Answer<Tags>>
  readonly findings: readonly Finding[]
  /** How old texts and tags are; null: none are known. */
  readonly asOf: Instant | null
}

const NOTHING: LookedUp = { ...NOTHING_READ, findings: [], asOf: null }

interface Wanted {
  readonly target: string
  readonly asked: AskedEntitlement
}

const wantedBy = (requests: readonly Request[], { bundles }: Settings): readonly Wanted[] =>
  requests.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const items =
        line.asked.is === 'entitlement' ? [line.asked.entitlement] : (bundles.get(line.asked.bundle.value)?.items ?? [])
      return line.targets.flatMap(({ value: target }) => items.map((asked) => ({ target, asked })))
    }),
  )

const policyIn = ({ permissions }: AskedEntitlement): string | null =>
  permissions.form === 'policy' || permissions.form === 'narrowed'
    ? permissions.policy.value
    : permissions.form === 'resource' && permissions.of.is === 'policy'
      ? permissions.of.policy.value
      : null

const asks = ({ asked }: Wanted): boolean => asked.permissions.form !== 'statements' && asked.target === undefined

async function placeIn(snapshot: Snapshot, name: string, settings: Settings): Promise<KnownPlace | null> {
  const contents = await contentsIn(snapshot)
  const state = contents.is === 'known' ? contents.value?.places[name] : undefined
  const account = settings.aws?.accounts.find((one) => one.name === name)
  // Another account under the same name tells nothing of this one.
  if (state === undefined || account?.id !== state.id) return null
  const [own, everywhere] = await Promise.all([linesIn(snapshot, name), linesIn(snapshot, AWS_PLACE)])
  if (own.is === 'unknown') return null
  // AWS's policies that somebody holds stand with the account as well.
  const seen = new Set(own.value.lines.flatMap((line) => ('arn' in line ? [line.arn] : [])))
  const more =
    everywhere.is === 'known' ? everywhere.value.lines.filter((line) => 'arn' in line && !seen.has(line.arn)) : []
  return { name, ...state.sections, lines: [...own.value.lines, ...more] }
}

/** Suggestions only: whatever is given is looked at again by the run that gives it. */
export async function lookUp(open: OpenInventory, requests: readonly Request[], settings: Settings): Promise<LookedUp> {
  const wanted = wantedBy(requests, settings).filter(asks)
  const snapshot = wanted.length === 0 ? null : await open()
  if (snapshot === null) return NOTHING
  const contents = await contentsIn(snapshot)
  const documents = new Map<string, PolicyDocument>()
  const tags = new Map<string, Answer<Tags>>()
  const findings: Finding[] = []
  for (const [target, some] of Map.groupBy(wanted, (one) => one.target)) {
    const place = await placeIn(snapshot, target, settings)
    if (place === null) continue
    for (const { asked } of some) {
      findings.push(...unseenFindings(asked, place))
      const named = policyIn(asked)
      const text = named === null ? null : policyText(named, place.lines)
      if (named !== null && text !== null) documents.set(documentKey(target, named), text)
      const bears = asked.thing === undefined ? null : tagsOf(asked.thing, place.lines)
      if (asked.thing !== undefined && bears !== null) tags.set(tagsKey(target, asked.thing), known(bears))
    }
  }
  const asOf = contents.is === 'known' ? (contents.value?.asOf ?? null) : null
  return { documents, tags, findings: sortFindings(findings), asOf: documents.size + tags.size === 0 ? null : asOf }
}
