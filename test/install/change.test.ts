// What the comment on a change of settings tells an owner to do in AWS.

import { describe, expect, it } from 'vitest'
import { id } from '../../src/core/model/id.ts'
import { installationChange } from '../../src/install/change.ts'
import { anAccount } from '../support/builders.ts'
import { ACCOUNTS, installable, TRUST } from './ground.ts'

const base = installable()
const shop = anAccount('shop', { id: '333344445555', mode: id('iam-user') })

describe('a change of settings', () => {
  it('that AWS has nothing to do with says nothing of it', () => {
    expect(installationChange(base, base)).toEqual([])
    expect(installationChange(base, { ...base, limits: { ...base.limits, strays: 3 } })).toEqual([])
  })

  it('that adds an account says what to run, and how to see that it worked', () => {
    expect(installationChange(base, installable({ accounts: [...ACCOUNTS, shop] }))).toEqual([
      'To install in AWS: shop (333344445555). Run `daypass setup --account shop --out aws`, deploy it, and see `daypass verify --account shop` turn green',
    ])
  })

  it('that changes what may be handed out says where to deploy again', () => {
    expect(
      installationChange(base, installable({ handsOut: { groups: ['readers', 'writers'], policies: [] } })),
    ).toEqual([
      expect.stringMatching(
        /^To deploy again in AWS: orders \(111122223333\)\. Run `daypass setup --account orders --out aws`/,
      ),
    ])
  })

  it('that changes whom the roles trust says to deploy the hub again', () => {
    const [line] = installationChange(base, installable({ trust: { ...TRUST, branch: 'trunk' } }))
    expect(line).toMatch(/^To deploy again in AWS: 999900001111\./)
  })

  it('that changes who administers says to put up the service control policy again', () => {
    const roles = { apply: 'daypass/give', expire: 'daypass/expire', inventory: 'daypass/inventory' }
    expect(installationChange(base, installable({ roles })).some((line) => line.includes('protect.sh'))).toBe(true)
  })

  it('that lets an account close says what happens then', () => {
    const accounts = ACCOUNTS.map((one) => (one.name === 'orders' ? { ...one, closing: true } : one))
    expect(installationChange(base, installable({ accounts }))).toEqual([
      'orders is closing: what Daypass gave there is taken away, and nothing new is given. Take it out of the file in a later change, when nothing is left',
    ])
  })

  it('that takes an account out says what to delete, and warns where it was not closing', () => {
    const closing = installable({ accounts: ACCOUNTS.map((one) => ({ ...one, closing: one.name === 'orders' })) })
    const without = installable({ accounts: ACCOUNTS.filter(({ name }) => name !== 'orders') })
    expect(installationChange(closing, without)).toEqual([
      expect.stringMatching(/^orders \(111122223333\) leaves: when .* delete the stack `daypass-harbor`/),
    ])
    expect(installationChange(base, without)).toEqual([
      expect.stringMatching(/leaves without having been `closing`: keep its roles until/),
    ])
  })

  it('that leaves out what the roles need says so', () => {
    expect(installationChange(base, installable({ trust: null }))).toEqual([
      expect.stringContaining('does not say whose jobs the roles trust'),
    ])
  })

  it('of hundreds of accounts names some of them', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      anAccount(`a${at}`, { id: String(100_000_000_000 + at), mode: id('iam-user') }),
    )
    const [line] = installationChange(base, installable({ accounts: [...ACCOUNTS, ...many] }))
    expect(line).toMatch(/^To install in AWS: a0 \(100000000000\), .* and 292 more\. Run `daypass setup --out aws`/)
  })
})
