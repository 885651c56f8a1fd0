// What `daypass verify` says of an installation as it was printed, and of everything that can be wrong with one.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Company, OIDC, openCompany } from '../../src/entry/commands/demo/company.ts'
import { exitOfVerified, verifying } from '../../src/entry/verifying.ts'
import type { Check } from '../../src/install/check.ts'
import type { Verified } from '../../src/install/verify/verify.ts'
import { inAccount, keyOf, role, trusting, user, withKey } from '../../src/sandbox/aws/build.ts'
import type { Account, Role } from '../../src/sandbox/aws/world.ts'

const NOW = 1_796_115_600
const PROD = '111122223333'
const HUB = '999900001111'
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'

let company: Company
beforeEach(async () => {
  company = await openCompany({ root: process.cwd(), directory: 'config', now: NOW })
})
afterEach(() => company.sandbox.close())

const environment = (job: keyof typeof OIDC = 'inventory') => ({
  AWS_ENDPOINT_URL: `${company.sandbox.url}/aws`,
  ACTIONS_ID_TOKEN_REQUEST_URL: `${company.sandbox.url}/github/oidc?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: OIDC[job],
  OKTA_ENDPOINT_URL: `${company.sandbox.url}/okta`,
})

async function verified(accounts = '', job: keyof typeof OIDC = 'inventory'): Promise<readonly Verified[]> {
  const { settings } = company
  const end = await verifying({
    settings,
    job,
    accounts,
    through: null,
    environment: environment(job),
    setSecret: () => undefined,
    progress: () => undefined,
  })
  if (end.is === 'not') throw new Error(end.says)
  return end.all
}

const edit = (id: string, change: (account: Account) => Account): void =>
  company.sandbox.change((world) => ({ ...world, aws: inAccount(world.aws, id, change) }))

const editRole = (id: string, name: string, change: (role: Role) => Role): void =>
  edit(id, (account) => {
    const found = account.roles[name]
    if (found === undefined) throw new Error(`no role ${name}`)
    return { ...account, roles: { ...account.roles, [name]: change(found) } }
  })

const ofProd = async (): Promise<Verified> => {
  const [only] = await verified('orders-prod')
  if (only === undefined) throw new Error('nothing was verified')
  return only
}

const worst = ({ checks }: Verified): readonly Check[] =>
  checks.filter(({ state }) => state !== 'fine' && state !== 'note')

describe('an installation as it was printed', () => {
  it('is configured, every check fine, and nothing was changed', async () => {
    const before = JSON.stringify(company.sandbox.world().aws.accounts)
    const all = await verified()
    expect(all.map(({ place, state }) => `${place.name} ${state}`).sort()).toEqual([
      'analytics configured',
      'legacy-shop configured',
      'okta configured',
      'orders-prod configured',
      'orders-stage configured',
      'payer verified',
      'sandbox-dev configured',
    ])
    expect(all.flatMap(worst)).toEqual([])
    expect(exitOfVerified(all)).toBe(0)
    expect(JSON.stringify(company.sandbox.world().aws.accounts)).toBe(before)
    expect(company.sandbox.journal.entries().filter(({ writes, part }) => writes && part === 'aws')).toEqual([])
  })

  it('lets the other jobs in, each as itself', async () => {
    for (const job of ['apply', 'expire'] as const) {
      const all = await verified('', job)
      const accounts = all.filter(({ place }) => place.name !== 'okta')
      expect(accounts).toHaveLength(6)
      expect(accounts.flatMap(({ checks }) => checks.map(({ says }) => says))).toEqual(
        accounts.map(() => `let in as daypass/${job}`),
      )
      expect(all).toHaveLength(7)
    }
  })

  it('takes at most 12 calls an account', async () => {
    await verified()
    const made = company.sandbox.journal.entries().filter(({ part }) => part === 'aws').length
    expect(made / 6).toBeLessThanOrEqual(12)
  })
})

describe('an account in which', () => {
  it('nothing was set up is not installed, and what to do is said', async () => {
    edit(PROD, (account) => ({ ...account, roles: {}, policies: {} }))
    const one = await ofProd()
    expect(one.state).toBe('not installed')
    expect(worst(one)).toMatchObject([
      { about: 'entering', state: 'missing', cure: expect.stringContaining('daypass setup') },
    ])
  })

  it('a set-up stopped half-way is staged, with what is missing', async () => {
    edit(PROD, ({ roles, ...account }) => {
      const { expire: _, ...others } = roles
      return { ...account, roles: others }
    })
    const one = await ofProd()
    expect(one.state).toBe('staged')
    expect(worst(one)).toMatchObject([{ about: 'role daypass/expire', says: 'is not there', state: 'missing' }])
  })

  it('a role trusts more than was printed is in danger, and the difference is shown', async () => {
    const wide = JSON.stringify(trusting({ AWS: '*' }))
    editRole(PROD, 'apply', (one) => ({ ...one, trust: wide }))
    const one = await ofProd()
    const [check] = worst(one)
    expect(check).toMatchObject({
      about: 'role daypass/apply: trust',
      state: 'danger',
      says: 'trusts more than was printed',
    })
    expect(check?.difference?.some((line) => line.startsWith('+ ') && line.includes('"AWS":["*"]'))).toBe(true)
    expect(exitOfVerified([one])).toBe(1)
  })

  it('one condition of the trust was dropped is in danger', async () => {
    editRole(PROD, 'apply', (one) => ({
      ...one,
      trust: one.trust.replace(/,"StringEquals":\{"sts:ExternalId":"[^"]*"\}/, ''),
    }))
    expect(worst(await ofProd())).toMatchObject([{ about: 'role daypass/apply: trust', state: 'danger' }])
  })

  it('a role can do more than was printed is in danger', async () => {
    editRole(PROD, 'expire', (one) => ({ ...one, attached: [ADMIN] }))
    expect(worst(await ofProd())).toMatchObject([
      { about: 'role daypass/expire: policies', state: 'danger', says: expect.stringContaining(ADMIN) },
    ])
  })

  it('a role can do less than was printed is staged, without danger', async () => {
    editRole(PROD, 'apply', (one) => {
      const policy = JSON.parse(one.inline['daypass'] ?? '{}')
      return { ...one, inline: { daypass: JSON.stringify({ ...policy, Statement: policy.Statement.slice(1) }) } }
    })
    expect(worst(await ofProd())).toMatchObject([{ about: 'role daypass/apply: policy', state: 'differs' }])
  })

  it('the boundary is gone is in danger, and what the role could do then is found out', async () => {
    editRole(PROD, 'apply', ({ boundary: _, ...one }) => ({ ...one, attached: [ADMIN] }))
    const found = worst(await ofProd())
    expect(found.map(({ about }) => about)).toEqual([
      'role daypass/apply: policies',
      'role daypass/apply: boundary',
      'role daypass/apply: denials',
    ])
    expect(found.at(-1)?.says).toMatch(/^could iam:\w+ on /)
  })

  it('the boundary allows more than was printed is in danger', async () => {
    edit(PROD, (account) => {
      const boundary = account.policies['boundary-harbor']
      const version = boundary?.versions[boundary.default]
      if (boundary === undefined || version === undefined) throw new Error('no boundary')
      const document = JSON.stringify({
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
      })
      const changed = { ...boundary, versions: { [boundary.default]: { ...version, document } } }
      return { ...account, policies: { ...account.policies, 'boundary-harbor': changed } }
    })
    expect(worst(await ofProd())[0]).toMatchObject({ about: 'policy daypass/boundary-harbor', state: 'danger' })
  })

  it('somebody else has a role of our name is told, and the role is not taken for ours', async () => {
    edit(PROD, (account) => ({
      ...account,
      roles: { ...account.roles, expire: role({ trust: trusting('*'), path: '/daypass/' }, 'AROASOMEBODYELSE') },
    }))
    expect(worst(await ofProd())).toMatchObject([
      { about: 'role daypass/expire', state: 'danger', says: expect.stringContaining('does not bear the mark') },
    ])
  })

  it('the inventory role may not look any more is unknown, never fine', async () => {
    editRole(PROD, 'inventory', (one) => ({ ...one, inline: {} }))
    const one = await ofProd()
    expect(one.state).toBe('staged')
    expect(worst(one)).toMatchObject([
      { about: 'what is there', state: 'unknown', says: expect.stringContaining('could not check') },
    ])
    expect(exitOfVerified([one])).toBe(3)
  })

  it('nobody has a user can be given nothing, and stays verified', async () => {
    edit(PROD, (account) => ({ ...account, users: {} }))
    const one = await ofProd()
    expect(one.state).toBe('verified')
    expect(worst(one)).toMatchObject([{ about: 'people', state: 'missing' }])
  })
})

describe('where GitHub’s jobs enter', () => {
  it('a provider that takes other audiences besides ours is fine', async () => {
    edit(HUB, (account) => ({
      ...account,
      oidcProviders: account.oidcProviders.map((one) => ({ ...one, audiences: [...one.audiences, 'x'] })),
    }))
    expect((await verified('payer')).flatMap(worst)).toEqual([])
  })

  it('a hub role that trusts every branch is in danger', async () => {
    editRole(HUB, 'hub-apply', (one) => ({
      ...one,
      trust: one.trust.replace(/"token\.actions\.githubusercontent\.com:ref":"refs\/heads\/main",?/, ''),
    }))
    expect((await verified('payer')).flatMap(worst)).toMatchObject([
      { about: 'role daypass/hub-apply: trust', state: 'danger' },
    ])
  })

  it('without an answer of AWS nothing is fine', async () => {
    await company.sandbox.close()
    const all = await verified()
    expect(all.every(({ state }) => state === 'unknown')).toBe(true)
    expect(exitOfVerified(all)).toBe(3)
    company = await openCompany({ root: process.cwd(), directory: 'config', now: NOW })
  }, 120_000)
})

describe('before GitHub can enter', () => {
  it('an owner looks through a role of their own, with the credentials at hand', async () => {
    company.sandbox.change((world) => {
      const administrator = user({ attached: [ADMIN] }, 'AIDAADMINISTRATOR')
      const entered = inAccount(world.aws, HUB, (one) => ({ ...one, users: { ...one.users, administrator } }))
      const aws = inAccount(entered, PROD, (one) => ({
        ...one,
        roles: {
          ...one.roles,
          Admins: role({ trust: trusting({ AWS: `arn:aws:iam::${HUB}:root` }), attached: [ADMIN] }, 'AROAADMINS'),
        },
      }))
      return { ...world, aws: withKey(aws, HUB, 'administrator') }
    })
    const { accessKeyId, secretAccessKey } = keyOf(HUB, 'administrator')
    const end = await verifying({
      settings: company.settings,
      job: 'inventory',
      accounts: 'orders-prod',
      through: 'Admins',
      environment: {
        AWS_ENDPOINT_URL: `${company.sandbox.url}/aws`,
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
      },
      setSecret: () => undefined,
      progress: () => undefined,
    })
    expect(end.is === 'verified' ? end.all.map(({ state }) => state) : end).toEqual(['configured'])
    expect(end.is === 'verified' ? end.all.flatMap(worst) : end).toEqual([])
  })
})
