// What settings documents say against each other: Okta, its key, its apps and groups, names that stand twice.

import { describe, expect, it } from 'vitest'
import { FILES, read } from './everything.ts'

const OKTA = 'integrations/okta.yaml'
const AWS = 'integrations/aws.yaml'
const KEY = 'arn:aws:secretsmanager:eu-west-1:999900001111:secret:okta'
const CURE =
  'Keep the secret in the account of the hub roles, or leave `credential` out and give each job OKTA_CREDENTIAL.'

/** Each finding in full, for the whole settings with other texts in some of their files. */
const said = (change: Readonly<Record<string, string>>) =>
  read({ ...FILES, ...change }).findings.map(
    ({ code, at, message, cure }) => `${code} at ${at.file}:${at.line}:${at.column}: ${message} ${cure}`,
  )

const swapped = (file: keyof typeof FILES, from: string | RegExp, to: string): Readonly<Record<string, string>> => {
  const text = FILES[file].replace(from, to)
  if (text === FILES[file]) throw new Error(`${file} does not hold ${from}`)
  return { [file]: text }
}

describe('the key to Okta', () => {
  const at = `okta-key at ${OKTA}:2:22:`

  it('lies in the account of the hub roles, which alone read it', () => {
    expect(said(swapped(OKTA, KEY, KEY.replace('999900001111', '111122223333')))).toEqual([
      `${at} This secret lies in the account 111122223333, and the hub roles that read it in 999900001111. ${CURE}`,
    ])
    expect(
      said(swapped(AWS, 'arn:aws:iam::999900001111:role/daypass/hub-expire', 'arn:aws:iam::111122223333:role/x')),
    ).toEqual([
      `${at} This secret lies in the account 999900001111, and the hub roles that read it in 111122223333. ${CURE}`,
    ])
  })

  it('lies in their partition', () => {
    expect(said(swapped(OKTA, KEY, KEY.replace('arn:aws:', 'arn:aws-cn:')))).toEqual([
      `${at} This secret lies in the partition aws-cn, and the accounts in aws. ${CURE}`,
    ])
  })

  it('can be read by nobody where there are no hub roles', () => {
    const nobody = `${at} Nobody could read this secret: integrations/aws.yaml names no hub roles. ${CURE}`
    expect(said(swapped(AWS, /hub:\n(?: {2}.*\n){3}/, ''))).toEqual([nobody])
    const { [AWS]: _, ...others } = FILES
    const alone = {
      ...others,
      [OKTA]: `org: https://harbor.okta.com\ncredential: {secret: "${KEY}"}\n`,
      'daypass.yaml': FILES['daypass.yaml'].replace('targets: [prod, okta], ', ''),
      'holds.yaml': 'holds: []\n',
    }
    expect(read(alone).findings.map(({ message }) => message)).toEqual([
      'Nobody could read this secret: integrations/aws.yaml names no hub roles.',
    ])
  })

  it('is nobody’s business where each job is given it', () => {
    expect(said(swapped(OKTA, /credential.*\n/, ''))).toEqual([])
  })
})

describe('an account that people enter through Okta', () => {
  it('has an app there', () => {
    expect(said(swapped(OKTA, /federation:\n.*\n/, ''))).toEqual([
      `mode-unready at ${AWS}:28:5: Access through \`okta-saml\` needs an app in Okta, and integrations/okta.yaml names none for shop. ` +
        'Add `federation: [{account: shop, app: …, provider: …}]` there, or choose another mode.',
    ])
  })

  it('has an app of its own', () => {
    const second = '  - {name: depot, id: "777788880000", mode: okta-saml}\n'
    expect(said({ [AWS]: `${FILES[AWS]}${second}` })).toEqual([expect.stringContaining('names none for depot. ')])
  })

  it('is not one of AWS where there is no AWS', () => {
    const { [AWS]: _, ...others } = {
      ...FILES,
      ...swapped(OKTA, /credential.*\n/, ''),
      ...swapped('daypass.yaml', 'targets: [prod, okta], ', ''),
      'holds.yaml': 'holds: []\n',
    }
    expect(read(others).findings.map(({ code, at }) => `${code} at ${at.file}:${at.line}`)).toEqual([
      `unknown-account at ${OKTA}:5`,
    ])
  })

  it('is the only kind of account that has one', () => {
    expect(said(swapped(AWS, 'mode: okta-saml', 'mode: iam-user'))).toEqual([
      `federation-idle at ${OKTA}:6:5: People enter \`shop\` in another way than through Okta. ` +
        'Remove this, or write `mode: okta-saml` at the account in integrations/aws.yaml.',
    ])
  })

  it('has one app, and an app one account', () => {
    const twice = '  - {account: shop, app: 0oa1shop, provider: Okta}\n'
    const cure = 'An account has one app, and an app one account.'
    expect(said(swapped(OKTA, 'closing: true', `${twice}closing: true`))).toEqual([
      `duplicate-name at ${OKTA}:7:15: \`shop\` is named twice. ${cure}`,
      `duplicate-name at ${OKTA}:7:26: \`0oa1shop\` is named twice. ${cure}`,
    ])
  })
})

describe('names', () => {
  it('of accounts are not the one that holds and protections have for Okta', () => {
    const called = swapped(AWS, 'name: stage', 'name: okta')
    expect(said(called)).toEqual([
      `duplicate-name at ${AWS}:27:5: An account is called \`okta\`, and so is Okta itself where holds and protections name it. ` +
        'Give the account another name.',
    ])
    const { [OKTA]: _, ...without } = { ...FILES, ...swapped(AWS, /.*okta-saml.*\n/, '') }
    expect(read({ ...without, [AWS]: without[AWS].replace('name: stage', 'name: okta') }).findings).toEqual([])
    expect(read(without).findings.map(({ message }) => message)).toEqual([
      'The target `okta` is not known: neither an account of integrations/aws.yaml nor okta is called so.',
    ])
  })

  it('of groups that Okta fills are listed for nobody in people.yaml', () => {
    expect(said(swapped('people.yaml', 'groups: [engineers]', 'groups: [engineers, leads]'))).toEqual([
      'group-from-okta at people.yaml:3:3: `oscar` is listed in the group `leads`, which Okta fills. ' +
        'Take the group out of this entry: Okta alone decides who is in it.',
    ])
  })

  it('of groups are known where people have them or Okta fills them', () => {
    const rule = (group: string) => ({
      'rules/a.yaml': `rules: [{name: a, who: {groups: [${group}]}, what: {policy: Reader}, ways: [auto]}]\n`,
    })
    for (const group of ['engineers', 'security', 'leads']) expect(said(rule(group))).toEqual([])
    expect(said(rule('lead'))).toEqual([
      'unknown-group at rules/a.yaml:1:34: The group `lead` is not known: nobody in people.yaml belongs to it. ' +
        'Did you mean `leads`? Correct the name, or add it there first.',
    ])
  })

  it('are not held to be unknown while the file that defines them cannot be read', () => {
    const broken = (file: string) => said({ [file]: '[' }).map((text) => text.split(':')[0])
    const rules = 'rules: [{name: a, who: {people: [nobody], groups: [none]}, what: {policy: Reader}, ways: [auto]}]\n'
    expect(broken('people.yaml')).toEqual(['yaml-syntax at people.yaml'])
    expect(broken(AWS)).toEqual([`yaml-syntax at ${AWS}`])
    expect(broken(OKTA)).toEqual([`yaml-syntax at ${OKTA}`])
    expect(broken('bundles.yaml')).toEqual(['yaml-syntax at bundles.yaml'])
    expect(said({ 'rules/a.yaml': rules, 'people.yaml': '[' }).map((text) => text.split(':')[0])).toEqual([
      'yaml-syntax at people.yaml',
    ])
    expect(read({ ...FILES, 'rules/a.yaml': rules, [OKTA]: '[' }).findings.map(({ code }) => code)).toEqual([
      'yaml-syntax',
      'unknown-person',
    ])
  })

  it('of rules stand once, in whichever file', () => {
    const rule = 'rules:\n  - {name: same, what: {policy: Reader}, ways: [auto]}\n'
    expect(said({ 'rules/b.yaml': rule, 'rules/a.yaml': rule })).toEqual([
      'duplicate-name at rules/b.yaml:2:5: There is another rule `same` in rules/a.yaml, line 2. Give each rule its own name; verdicts name rules.',
    ])
  })

  it('of people, groups, accounts and bundles look like no other', () => {
    const people = FILES['people.yaml']
      .replace('tomas:', 'prlya:')
      .replace('groups: [engineers]', 'groups: [engineers, englneers]')
    const change = {
      'people.yaml': people,
      'daypass.yaml': FILES['daypass.yaml'].replace('tomas', 'prlya'),
      [AWS]: FILES[AWS].replace('name: stage', 'name: pr0d'),
      'bundles.yaml': FILES['bundles.yaml'].replace('reading:', 'onca1l:'),
    }
    expect(said(change).map((text) => text.replace(/\. Choose.*$/, ''))).toEqual([
      'look-alike at bundles.yaml:8:3: The bundle `onca1l` is easily taken for `oncall` (bundles.yaml)',
      `look-alike at ${AWS}:27:5: The account \`pr0d\` is easily taken for \`prod\` (${AWS})`,
      'look-alike at people.yaml:3:3: The group `englneers` is easily taken for `engineers` (people.yaml)',
      'look-alike at people.yaml:5:3: The handle `prlya` is easily taken for `priya` (people.yaml)',
    ])
  })
})

describe('settings with an error', () => {
  it('are not there, and those with a mere warning are', () => {
    expect(read({ ...FILES, 'rules/a.txt': '' }).settings).toBeNull()
    const few = read({ ...FILES, ...swapped('daypass.yaml', 'approvals: 3', 'approvals: 4') })
    expect(few.findings.map(({ code, message, cure }) => `${code}: ${message} ${cure}`)).toEqual([
      'owners-few: Owners: 4, approvals needed: 4. An owner who changes settings cannot approve that too. ' +
        'Name at least 5 owners. When too few are left to change this, only moving the pinned start helps.',
    ])
    expect(few.settings).not.toBeNull()
  })

  it('name the files that are missing, and only those', () => {
    const { 'daypass.yaml': _, 'people.yaml': __, ...rest } = FILES
    const missing = read({ 'bundles.yaml': rest['bundles.yaml'] })
    expect(missing.findings.map(({ at, message, cure }) => `${at.file}: ${message} ${cure}`)).toEqual([
      'daypass.yaml: There is no daypass.yaml. Add it; without it nothing can be given.',
      'people.yaml: There is no people.yaml. Add it; without it nothing can be given.',
    ])
  })
})
