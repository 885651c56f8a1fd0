// An account from its first line in the settings to its last, through the built bundle: what to run, verified, closing, gone.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../src/core/documents/settings.ts'
import { KINDS } from '../../src/core/entitlements/index.ts'
import { installedIn } from '../../src/entry/commands/demo/installed.ts'
import { MODE_NAMES } from '../../src/entry/mode-names.ts'
import { account } from '../../src/sandbox/aws/build.ts'
import { explorer } from '../../src/sandbox/aws/resource-explorer/world.ts'
import { type House, inHouse } from './house.ts'
import { approve, merge, propose } from './people.ts'

const SHOP = '333344445555'
const PATH = 'config/integrations/aws.yaml'
const TEXT = readFileSync(PATH, 'utf8')
const LINE = `  - { name: shop, id: "${SHOP}", mode: iam-user, ou: /shop, tags: { env: stage } }\n`
const WITH_SHOP = `${TEXT}${LINE}`
const CLOSING = `${TEXT}${LINE.replace(' }\n', ', closing: true }\n').replace('tags: { env: stage, closing: true }', 'tags: { env: stage }')}`

const settingsWith = (house: House, text: string) => {
  const files = house.company.files.map((file) => (file.path === PATH ? { ...file, text } : file))
  const { settings } = readSettings(files, 'config', KINDS, MODE_NAMES)
  if (settings === null) throw new Error('the changed settings do not validate')
  return settings
}

/** What an owner does with the printed templates. */
function deploy(house: House, text: string): void {
  const settings = settingsWith(house, text)
  const draft = installedIn(settings).get(SHOP) ?? {}
  const users = Object.fromEntries([...settings.people.values()].map(({ email }) => [email, {}]))
  house.change((world) => ({
    ...world,
    aws: {
      ...world.aws,
      accounts: { ...world.aws.accounts, [SHOP]: account(SHOP, { ...draft, users }) },
      explorers: { ...world.aws.explorers, [SHOP]: explorer({}) },
    },
  }))
}

async function changed(house: House, text: string): Promise<string> {
  const pull = propose(house, { by: 'nadia', files: { [PATH]: text } })
  const { summary } = await house.run('plan', { 'pull-request': String(pull) })
  approve(house, pull, 'oscar')
  approve(house, pull, 'priya')
  merge(house, pull)
  return summary
}

describe.concurrent('an account', () => {
  it(
    'is added: the comment says what to run, verify is red, and green once it was done',
    inHouse(async (house) => {
      house.change((world) => ({
        ...world,
        aws: { ...world.aws, accounts: { ...world.aws.accounts, [SHOP]: account(SHOP) } },
      }))
      const summary = await changed(house, WITH_SHOP)
      expect(summary).toContain(`To install in AWS: shop (${SHOP})`)
      expect(summary).toContain('daypass setup --account shop --out aws')

      const red = await house.run('verify')
      expect(red.code, red.text).toBe(1)
      expect(red.summary).toMatch(new RegExp(`\`shop \\(${SHOP}\\)\` \\| iam-user \\| not installed`))
      deploy(house, WITH_SHOP)
      const green = await house.run('verify')
      expect(green.code, green.text).toBe(0)
      expect(green.summary).toMatch(new RegExp(`\`shop \\(${SHOP}\\)\` \\| iam-user \\| configured \\|  \\|`))
      expect(green.writes).toEqual([])
    }),
  )

  it(
    'closes and leaves, and the comment says each time what that means',
    inHouse(async (house) => {
      await changed(house, WITH_SHOP)
      deploy(house, WITH_SHOP)
      expect(await changed(house, CLOSING)).toContain('shop is closing: what Daypass gave there is taken away')
      const closing = await house.run('verify')
      expect(closing.summary).toMatch(/`shop \(333344445555\)` \| iam-user \| closing/)
      const left = await changed(house, TEXT)
      expect(left).toMatch(/shop \(333344445555\) leaves: .*delete the stack `daypass-harbor`/)
      expect((await house.run('verify')).code).toBe(0)
    }),
  )

  it(
    'whose set-up trusts more than was printed turns the job red, with the difference in the log',
    inHouse(async (house) => {
      house.change((world) => {
        const prod = world.aws.accounts['111122223333']
        const apply = prod?.roles['apply']
        if (prod === undefined || apply === undefined) throw new Error('there is no such role')
        const trust = apply.trust.replace('hub-apply', 'anybody')
        const changedRole = { ...prod, roles: { ...prod.roles, apply: { ...apply, trust } } }
        return { ...world, aws: { ...world.aws, accounts: { ...world.aws.accounts, [prod.id]: changedRole } } }
      })
      const ran = await house.run('verify')
      expect(ran.code).toBe(1)
      expect(ran.text).toContain('trusts more than was printed')
      expect(ran.stdout).toMatch(/\+ .*role\/daypass\/anybody/)
    }),
  )
})
