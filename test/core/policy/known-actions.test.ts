// What actions mean, what opens a path to more rights, and what could write to what is ours: exactly, in a small world.

import { describe, expect, it } from 'vitest'
import type { Statement } from '../../../src/core/model/policy-document.ts'
import { accessLevel, actionsOf, expandActions, serviceOf } from '../../../src/core/policy/actions.ts'
import { escalating, namesMany, unknownInTable } from '../../../src/core/policy/escalation.ts'
import type { Knowledge } from '../../../src/core/policy/knowledge.ts'
import { couldWriteOurs, isOurs, type Ours } from '../../../src/core/policy/reach.ts'
import { hasWildcard } from '../../../src/core/policy/wildcard.ts'
import { knowledgeOf } from '../../../src/knowledge/load.ts'
import { allow, deny, policy, small } from './support.ts'

describe('a pattern of actions', () => {
  it('means what is known, each once, in order', () => {
    expect(expandActions(['s3:Put*', 'S3:PUTOBJECT', 'iam:Get*'], small)).toEqual({
      known: [
        { action: 'iam:GetUser', level: 'Read' },
        { action: 's3:PutObject', level: 'Write' },
        { action: 's3:PutObjectTagging', level: 'Tagging' },
      ],
      unmatched: [],
    })
    expect(expandActions(['?am:GetUser'], small).known).toEqual([{ action: 'iam:GetUser', level: 'Read' }])
  })

  it('that means nothing is told once, with what may have been meant', () => {
    expect(expandActions(['s33:Frob', 's33:getobject', 's33:Frob', 'iam:GetUsers'], small).unmatched).toEqual([
      { pattern: 'iam:GetUsers', meant: ['iam:GetUser', 'iam:ListUsers'] },
      { pattern: 's33:Frob', meant: [] },
      { pattern: 's33:getobject', meant: ['s3:GetObject'] },
    ])
  })

  it('is of the service before its colon, which may be none', () => {
    expect(['S3:Get*', 'sts', ':Get', ''].map(serviceOf)).toEqual(['s3', 'sts', '', ''])
  })

  it('left out by NotAction takes away what it means, and is told where it means nothing', () => {
    const { known, unmatched } = actionsOf({ except: ['s3:*', 'iam:*', 'zoo:Feed'] }, small)
    expect(known.map(({ action }) => action)).toEqual(['sts:AssumeRole', 'sts:GetCallerIdentity'])
    expect(unmatched).toEqual([{ pattern: 'zoo:Feed', meant: [] }])
    expect(actionsOf({ only: ['sts:*'] }, small).known).toHaveLength(2)
  })

  it('with a line break is never taken for two patterns', () => {
    expect(expandActions(['s3:GetObject', 's3:PutObject'], small).known).toHaveLength(2)
    expect(expandActions(['s3:GetObject\ns3:PutObject'], small).known).toEqual([])
    expect(expandActions(['s3:List\nBucket'], small).known).toEqual([])
    expect(expandActions(['iam:GetUser', 's3:ListBucket\nsts:*'], small).known).toHaveLength(1)
    expect(expandActions(['iam:GetUser', 's3:ListBucket', 'sts:*'], small).known).toHaveLength(4)
    expect(expandActions(['iam:GetUser', 's3:ListBucket\nsts:*'], small).known).toHaveLength(1)
    expect(expandActions(['s3:List', 'Bucket'], small).unmatched.map(({ pattern }) => pattern)).toEqual([
      'Bucket',
      's3:List',
    ])
  })

  it('is kept, up to a thousand of them', () => {
    const own: Knowledge = { ...small }
    const asked = (count: number) => expandActions([`s3:Get*${'?'.repeat(count)}`], own)
    for (let count = 0; count < 1000; count++) asked(count)
    const [first, last, further] = [asked(0), asked(999), asked(1000)]
    expect([asked(0) === first, asked(999) === last, asked(1000) === further]).toEqual([true, true, false])
    expect(asked(1000)).toEqual(further)
  })

  it('is asked of the data once, however often it is asked', () => {
    const asked: string[] = []
    const counting: Knowledge = {
      ...small,
      actions: (service) => {
        asked.push(service)
        return small.actions(service)
      },
    }
    for (let time = 0; time < 3; time++) {
      expect(expandActions(['s3:Get*'], counting)).toBe(expandActions(['s3:Get*'], counting))
      expandActions(['S3:get*', 's3:PutObject'], counting)
      accessLevel('s3:GetObject', counting)
    }
    expect(asked).toEqual(['s3'])
    expandActions(['zoo:Feed'], counting)
    accessLevel('zoo:Feed', counting)
    expect(asked.slice(1)).toEqual(['zoo', 'zoo', 'zoo'])
  })
})

describe('a path to more rights', () => {
  const told = (...list: readonly Statement[]) => escalating(policy(...list), small).map(({ because }) => because)

  it('is told with its actions, five at most by name', () => {
    expect(told(allow(['iam:AttachUserPolicy']))).toEqual(['iam:AttachUserPolicy: can write or attach any permissions'])
    const five = policy(
      allow(['iam:PutUserPolicy', 'iam:PutRolePolicy', 'iam:PutGroupPolicy']),
      allow(['iam:AttachRolePolicy', 'iam:AttachUserPolicy', 'iam:PutUserPolicy']),
    )
    expect(escalating(five, small).map(({ because }) => because)).toEqual([
      'iam:AttachRolePolicy, iam:AttachUserPolicy, iam:PutGroupPolicy, iam:PutRolePolicy, iam:PutUserPolicy: can write or attach any permissions',
    ])
    const many = knowledgeOf({
      asOf: '2026-01-31',
      services: {
        iam: 'Permissions management: AttachGroupPolicy AttachRolePolicy AttachUserPolicy PutGroupPolicy PutRolePolicy PutUserPolicy',
      },
    })
    expect(escalating(policy(allow(['iam:*'])), many)[0]).toEqual({
      path: 'changes policies',
      actions: [
        'iam:AttachGroupPolicy',
        'iam:AttachRolePolicy',
        'iam:AttachUserPolicy',
        'iam:PutGroupPolicy',
        'iam:PutRolePolicy',
        'iam:PutUserPolicy',
      ],
      because:
        'iam:AttachGroupPolicy, iam:AttachRolePolicy, iam:AttachUserPolicy, iam:PutGroupPolicy, iam:PutRolePolicy and 1 more: can write or attach any permissions',
      source: 'Rhino Security Labs, AWS IAM privilege escalation methods and mitigation',
    })
  })

  it('by passing a role says to what it could be passed within the policy', () => {
    const passing = 'iam:PassRole: can start something that acts with the role'
    expect(told(allow(['iam:PassRole']))).toEqual([`${passing} (alone, with whatever else the person holds)`])
    const starting = knowledgeOf({
      asOf: '2026-01-31',
      services: { iam: 'Write: PassRole', lambda: 'Write: CreateFunction', ecs: 'Write: RunTask' },
    })
    const both = policy(allow(['iam:PassRole']), allow(['lambda:CreateFunction', 'ecs:RunTask']))
    expect(escalating(both, starting)[0]?.because).toBe(`${passing} (with ecs:RunTask, lambda:CreateFunction)`)
  })

  it('by assuming a role counts where more than one role can be meant', () => {
    const one = 'arn:aws:iam::111122223333:role/a'
    const assume = (...arns: readonly string[]) => allow(['sts:AssumeRole'], arns)
    expect([told(assume(one)), told(assume(one, `${one}b`))]).toEqual([[], []])
    expect([told(assume(`${one}*`)), told(assume(one, '*'))].map(({ length }) => length)).toEqual([1, 1])
    expect([assume(one), assume(`${one}?`), { ...assume(), resources: { except: [one] } }].map(namesMany)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('is none in what only reads, and none in what is denied again', () => {
    expect(told(allow(['iam:ListUsers', 'iam:GetUser']))).toEqual([])
    expect(told(allow(['iam:AttachUserPolicy']), deny(['iam:*']))).toEqual([])
  })

  it('may be any that an unknown pattern could mean', () => {
    expect(told(allow(['iam:AttachSomething']))).toEqual([])
    expect(told(allow(['iam:Put?serPolicy']))).toEqual(['iam:Put?serPolicy: can write or attach any permissions'])
  })
})

describe('the table of paths', () => {
  it('tells each action that the data do not have, and no pattern', () => {
    const unknown = unknownInTable(small)
    expect(unknown).toContain('iam:attachrolepolicy')
    expect(unknown).toContain('lambda:CreateFunction')
    expect(unknown).not.toContain('iam:attachuserpolicy')
    expect(unknown.filter(hasWildcard)).toEqual([])
  })
})

describe('what is ours', () => {
  const role = 'arn:aws:iam::1:role/apply'
  const ours: Ours = { partition: 'aws', account: '1', paths: ['/daypass/'], roleArns: [role] }
  const PATH = 'arn:aws:iam::1:*/daypass/*'
  const reached = (...list: readonly Statement[]) => couldWriteOurs(policy(...list), ours, small)

  it('is reached by each writing action of IAM or STS, through the resource that could mean it', () => {
    expect(
      reached(allow(['iam:GetUser', 'iam:PassRole', 's3:PutObject'], ['arn:aws:s3:::a', 'arn:aws:iam::1:*'])),
    ).toEqual([
      { action: 'iam:PassRole', resource: 'arn:aws:iam::1:*', ours: PATH },
      { action: 'iam:PassRole', resource: 'arn:aws:iam::1:*', ours: role },
    ])
    expect(reached(allow(['iam:PassRole'], ['arn:aws:iam::1:user/daypass/x']))).toEqual([
      { action: 'iam:PassRole', resource: 'arn:aws:iam::1:user/daypass/x', ours: PATH },
    ])
  })

  it('is reached through everything but a list that leaves it out', () => {
    const but = (...except: readonly string[]) => reached({ ...allow(['iam:PassRole']), resources: { except } })
    expect(but('arn:aws:s3:::a', role)).toEqual([
      { action: 'iam:PassRole', resource: `anything but arn:aws:s3:::a, ${role}`, ours: PATH },
    ])
    expect(but('*')).toEqual([])
    expect(but(`arn:aws:iam::1:$\{aws:x}*`).map(({ ours: what }) => what)).toEqual([PATH, role])
  })

  it('is reached by what nobody knows yet of those services alone', () => {
    expect(reached(allow(['iam:Frob', 'zoo:Frob'], [role]))).toEqual([
      { action: 'iam:Frob', resource: role, ours: role },
    ])
    const open = (...except: readonly string[]) =>
      reached(
        allow({ except }, [role]),
        deny(['iam:CreateAccessKey', 'iam:PassRole', 'iam:AttachUserPolicy', 'sts:AssumeRole']),
      )
    expect(open('s3:*').map(({ action }) => action)).toEqual(['iam:*', 'sts:*'])
    expect(open('IAM:*').map(({ action }) => action)).toEqual(['sts:*'])
    expect(open('iam:*', 'sts:*')).toEqual([])
  })

  it('is known by any of its paths or as a role by its name', () => {
    const arns = [
      role,
      `${role}x`,
      'arn:aws:iam::1:policy/daypass/x',
      'arn:aws:iam::2:policy/daypass/x',
      'arn:aws:iam::1:policy/x',
    ]
    expect(arns.map((arn) => isOurs(arn, { ...ours, paths: ['/other/', '/daypass/'] }))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })
})
