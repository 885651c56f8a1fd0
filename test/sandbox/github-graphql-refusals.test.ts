// What GraphQL refuses, and in which words.

import { describe, expect, it } from 'vitest'
import { ask, here, inside, merged, raw } from './github-graphql-ground.ts'
import { company } from './github-ground.ts'

describe('GraphQL', () => {
  it.each([
    ['reviews { totalCount }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['reviews(first: 101) { totalCount }', 'EXCESSIVE_PAGINATION'],
    ['reviews(first: 1, after: "nonsense") { totalCount }', 'INVALID_CURSOR_ARGUMENTS'],
  ])('refuses %s', async (field, type) => {
    const { data, errors } = await ask(merged(), inside(`pullRequest(number: 1) { number ${field} }`), here)
    expect(errors).toMatchObject([{ type, path: ['repository', 'pullRequest', 'reviews'] }])
    expect(data?.['repository']).toEqual({ pullRequest: { number: 1, reviews: null } })
  })

  it.each([
    [
      'an unknown field',
      '{ repository(owner: "acme", name: "access") { stars } }',
      "Field 'stars' doesn't exist on type 'Repository'",
    ],
    [
      'an unknown field of an empty list',
      inside('pullRequests(first: 1) { nodes { nope } }'),
      "Field 'nope' doesn't exist on type 'PullRequest'",
    ],
    ['an unknown argument', '{ repository(owner: "acme", nam: "access") { name } }', "doesn't accept argument 'nam'"],
    [
      'a missing variable',
      'query A($n: Int!) { repository(owner: "acme", name: "access") { pullRequest(number: $n) { number } } }',
      'Variable $n',
    ],
    [
      'an undeclared variable',
      '{ repository(owner: "acme", name: $n) { name } }',
      'Variable $n is used but not declared',
    ],
    [
      'an impossible fragment',
      '{ repository(owner: "acme", name: "access") { ... on User { login } } }',
      "Fragment on User can't be spread inside Repository",
    ],
    [
      'a missing fragment',
      '{ repository(owner: "acme", name: "access") { ...Gone } }',
      'Fragment Gone was used, but not defined',
    ],
    [
      'a fragment in itself',
      '{ repository(owner: "acme", name: "access") { ...A } } fragment A on Repository { ...A }',
      'infinite loop',
    ],
    ['no fields of an object', '{ repository(owner: "acme", name: "access") }', 'Field must have selections'],
    ['no GraphQL', '{ repository(', 'Parse error'],
  ])('refuses %s, and names it', async (_sentence, query, message) => {
    const { errors, data } = await raw(company(), query, here)
    expect(errors?.map((error) => error.message).join('\n')).toContain(message)
    expect(data).toBeUndefined()
  })

  it('an unknown repository or number is null with NOT_FOUND; what a token may not read is FORBIDDEN', async () => {
    expect(await ask(merged(), inside('name'), { owner: 'acme', name: 'none' })).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
    })
    expect(await ask(merged(), inside('pullRequest(number: 99) { number }'), here)).toMatchObject({
      data: { repository: { pullRequest: null } },
      errors: [{ type: 'NOT_FOUND' }],
    })
    const weak = merged()
    const tokens = [
      { token: 'ghs_weak', actor: 41898282, permissions: { contents: 'read' }, repositories: 'all' },
    ] as const
    const answer = await ask(
      { github: { ...weak.github, tokens } },
      inside('defaultBranchRef { name } pullRequest(number: 1) { number }'),
      here,
      'ghs_weak',
    )
    expect(answer).toMatchObject({
      data: { repository: { defaultBranchRef: { name: 'main' }, pullRequest: null } },
      errors: [{ type: 'FORBIDDEN' }],
    })
  })
})
