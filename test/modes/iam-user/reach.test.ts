// What people are told about using what they got.

import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../src/core/plan/provisioner.ts'
import { place } from '../../../src/modes/iam-user/place.ts'
import { reach } from '../../../src/modes/iam-user/reach.ts'
import { ACCOUNT, existing, placing, resolved, seeing, someActions } from './support.ts'

const told = (...live: Parameters<typeof place>[1]) => place(placing, live, seeing()).holdings.flatMap(reach)

describe('the way to it', () => {
  it('is the person’s own user', () => {
    expect(told(resolved(someActions('s3:GetObject')))).toEqual([
      'Sign in to orders-prod as your IAM user marta@example.com: nothing else to do.',
    ])
    expect(told(resolved(existing('group', 'team')))).toEqual([
      'Sign in to orders-prod as your IAM user marta@example.com: nothing else to do.',
    ])
  })

  it.each([
    ['aws', 'https://signin.aws.amazon.com'],
    ['aws-cn', 'https://signin.amazonaws.cn'],
    ['aws-us-gov', 'https://signin.amazonaws-us-gov.com'],
  ])('to a role in %s is a link and a profile', (partition, site) => {
    const arn = `arn:${partition}:iam::${ACCOUNT}:role/teams/orders`
    expect(told(resolved(existing('role', arn)))).toEqual([
      'Sign in to orders-prod as your IAM user marta@example.com, then switch role.',
      `Console: ${site}/switchrole?account=${ACCOUNT}&roleName=teams%2Forders&displayName=orders+%40+orders-prod`,
      `CLI, in ~/.aws/config: [profile orders-prod-orders] role_arn = ${arn}, source_profile = the profile of your IAM user`,
    ])
  })

  it('knows of no role that was not found', () => {
    const one = resolved(existing('role', 'orders'))
    const lost = { ...one, facts: one.facts.map(({ need }): Fact => ({ need, is: 'absent' })) }
    const [holding] = place(placing, [one], seeing()).holdings
    if (holding === undefined) throw new Error('nothing was placed')
    expect(reach({ ...holding, holders: [lost] })).toEqual([
      'Sign in to orders-prod as your IAM user marta@example.com: nothing else to do.',
    ])
  })

  it('to a role in a partition whose console is not known is the profile alone', () => {
    expect(told(resolved(existing('role', `arn:aws-iso:iam::${ACCOUNT}:role/orders`)))).toHaveLength(2)
  })
})
