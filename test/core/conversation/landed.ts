// One request that was merged, and what the record says of it: short ways to write that.

import type { Recorded } from '../../../src/core/conversation/life.ts'
import type { Landed, Telling } from '../../../src/core/conversation/record-view.ts'
import { recordView } from '../../../src/core/conversation/record-view.ts'
import type { View } from '../../../src/core/conversation/view.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Request } from '../../../src/core/model/request.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import type { Accepted, BrokenGlass, Granted, Trouble } from '../../../src/core/report/record.ts'
import { approvedBy, carries, documents, knowledge, person, request, rule, settings } from '../approval/company.ts'
import { actor, MERGED_AS, NOW, review, thread } from './pull.ts'

export const END = later(NOW, 2 * HOUR)
export const COMPANY = settings([rule('production', { ways: [approvedBy('@leads')] })])

export const GIVEN: Granted = {
  grant: id<'grant'>('r1/marta/orders-prod/policy:AmazonS3ReadOnlyAccess'),
  version: id<'version'>('1f'.repeat(32)),
  holding: id<'holding'>('prod/x'),
  mode: id<'mode'>('iam-user'),
  target: id<'target'>('orders-prod'),
  account: '1'.repeat(12),
  identity: 'AIDAMARTA',
  content: id<'digest'>('c'.repeat(64)),
  until: END,
  reach: ['open https://signin', 'take the role'],
  at: NOW,
  confirmed: NOW,
  ended: null,
}
export const ended = (because: NonNullable<Granted['ended']>['because'], at = END, one = GIVEN): Granted => ({
  ...one,
  ended: { because, at },
})
export const ACCEPTED: Accepted = { pull: 7, reviews: [1, 2, 3], way: 'approvedBy', rule: 'production', at: NOW }
export const trouble = (more: Partial<Trouble> = {}): Trouble => ({
  is: 'blocked',
  does: 'gives',
  says: 'marta has no IAM user',
  cure: 'make one with `daypass`',
  at: NOW,
  ...more,
})
export const glass = (more: Partial<BrokenGlass> = {}): BrokenGlass => ({
  request: 'r1',
  pull: 7,
  by: [person('sam'), person('olga')],
  until: later(NOW, 24 * HOUR),
  at: NOW,
  reviewed: null,
  ...more,
})

export interface Says extends Partial<Recorded> {
  readonly accepted?: Accepted
  readonly request?: Request
  readonly version?: string
}

export function landed({ accepted, request: asked = request({}), version = '1f', ...recorded }: Says): Landed {
  const { id: name, path, blob } = asked
  const edition = id<'version'>(version.repeat(32))
  return {
    version: { id: edition, request: name, path, blob, landing: MERGED_AS, landedAt: NOW },
    request: asked,
    recorded: { granted: [], refused: null, trouble: null, glass: null, ...recorded },
    accepted: accepted ?? null,
  }
}

export const telling = (all: readonly Says[], more: Partial<Telling> = {}): Telling => ({
  thread: thread({
    state: 'merged',
    mergedAt: NOW,
    mergeCommit: MERGED_AS,
    reviews: known([
      review(1, actor('lena', 102)),
      review(2, null),
      review(3, actor('stranger', 9)),
      review(4, actor('omar', 103)),
    ]),
  }),
  landed: all.map(landed),
  settings: COMPANY,
  deciding: { knowledge, carries, documents, tags: new Map() },
  now: NOW,
  web: 'https://github.com/acme/access',
  ...more,
})

export function viewOf(all: readonly Says[], more: Partial<Telling> = {}): View {
  const view = recordView(telling(all, more))
  if (view === null) throw new Error('none of it can be told')
  return view
}

const LINK = 'https://github.com/acme/access/blob/abcdefabcdefabcdefabcdefabcdefabcdefabcd/config'
export const RULE = `rule [\`production\`](${LINK}/here.yaml#L1)`
const EXACT = `<details><summary>Exact permissions</summary>

the policy AmazonS3ReadOnlyAccess in orders-prod:
\`\`\`
AmazonS3ReadOnlyAccess
\`\`\`

</details>`
/** What stands in each comment about the request, whatever became of it. */
const ASKED = [
  '<!-- daypass:comment -->',
  '### marta · 2026-12-01 09:00 to 11:00 UTC',
  '> queue is stuck',
  `[\`r1\`](${LINK}/requests/r1.yaml#L1) · \`INC-4211\``,
  '**orders-prod** · `111111111111`\n- the policy AmazonS3ReadOnlyAccess',
  '⏱️ It ends by itself.',
  ...EXACT.split('\n\n'),
]

/** The parts of a comment that say what became of the request, without the footer. */
export function became({ words }: View): readonly string[] {
  const parts = (words ?? '').split('\n\n')
  return [...ASKED.filter((part) => !parts.includes(part)), ...parts.filter((part) => !ASKED.includes(part))].slice(
    0,
    -1,
  )
}
