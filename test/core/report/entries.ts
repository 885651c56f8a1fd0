// One entry of every sort, as runs write them.

import { id } from '../../../src/core/model/id.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import type { Entry } from '../../../src/core/report/record.ts'

export const at = (hours: number) => instantOf(Date.UTC(2026, 10, 22, hours) / 1000)
export const about = {
  holding: id<'holding'>('111122223333/user/marta@example.com/daypass-orders'),
  mode: id<'mode'>('iam-user'),
  target: id<'target'>('orders-prod'),
  account: '111122223333',
}
export const version = (letter: string) => id<'version'>(letter.repeat(64))
export const grant = id<'grant'>('orders-queue-stuck/marta/orders-prod/sqs')

type Sorts = { readonly [K in Entry['is']]: Extract<Entry, { readonly is: K }> }
export const ENTRIES: Sorts = {
  opened: { is: 'opened', head: id<'commit'>('a'.repeat(40)), plan: id<'digest'>('b'.repeat(64)), job: 'apply' },
  proved: {
    is: 'proved',
    version: version('1'),
    request: 'orders-queue-stuck',
    blob: 'c'.repeat(40),
    landing: id<'commit'>('d'.repeat(40)),
    pull: 7,
    reviews: [1001, 1002],
    way: 'approvedBy',
    rule: 'production',
    settingsAtLanding: 'e'.repeat(40),
    settingsNow: 'e'.repeat(40),
  },
  refused: {
    is: 'refused',
    version: version('2'),
    request: 'reports',
    because: 'approvals-missing',
    says: 'one approval of orders-leads was missing',
  },
  claimed: { is: 'claimed', ...about, versions: [version('1')], existedBefore: false },
  granted: {
    is: 'granted',
    ...about,
    grants: [{ grant, version: version('1') }],
    identity: 'AIDAMARTA',
    content: id<'digest'>('f'.repeat(64)),
    until: at(10),
    reach: ['https://console.example.com'],
    confirmed: at(8),
  },
  ended: { is: 'ended', ...about, because: 'expired', versions: ['1111'], until: at(10), confirmed: at(11) },
  failed: { is: 'failed', ...about, does: 'takes', versions: [version('1')], says: 'throttled' },
  blocked: {
    is: 'blocked',
    version: version('1'),
    request: 'asked',
    because: 'marta has no IAM user',
    cure: 'make one',
  },
  had: { is: 'had', version: version('1'), request: 'asked', says: 'the group readers: held before Daypass' },
  withdrawn: { is: 'withdrawn', version: version('1') },
  brokeGlass: { is: 'brokeGlass', version: version('1'), request: 'asked', pull: 7, by: [id('priya')], until: at(20) },
  reviewed: {
    is: 'reviewed',
    version: version('1'),
    request: 'asked',
    by: id('priya'),
    review: 11,
    verdict: 'approved',
  },
  told: { is: 'told', through: 3, untold: [version('1')] },
  closed: { is: 'closed', exit: 0, done: 1, failed: 0, skipped: 0 },
}
