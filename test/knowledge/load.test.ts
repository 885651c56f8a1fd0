// The snapshot of AWS's authorization data: fresh, complete enough, and late to load.
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { authorizationText } from '../../src/build/authorization.ts'
import { knowledgeOf, loadKnowledge } from '../../src/knowledge/load.ts'

describe('the authorization snapshot', () => {
  it('is what the generator makes of the installed data', async () => {
    const file = await readFile(new URL('../../src/knowledge/authorization.json', import.meta.url), 'utf8')
    expect(file).toBe(await authorizationText())
  })
  it('knows the services and levels that the rules rest on', async () => {
    const knowledge = await loadKnowledge()
    const level = (service: string, name: string) => knowledge.actions(service).find((one) => one.name === name)?.level
    expect(knowledge.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(knowledge.services().length).toBeGreaterThan(400)
    expect([...knowledge.services()].sort()).toEqual(knowledge.services())
    expect(level('s3', 'GetObject')).toBe('Read')
    expect(level('s3', 'ListBucket')).toBe('List')
    expect(level('iam', 'PassRole')).toBe('Write')
    expect(level('iam', 'TagUser')).toBe('Tagging')
    expect(level('iam', 'AttachUserPolicy')).toBe('Permissions management')
  })
  it('lists the actions of a service by name, and none of one it does not know', async () => {
    const knowledge = await loadKnowledge()
    const names = knowledge.actions('ec2').map(({ name }) => name)
    expect([...names].sort()).toEqual(names)
    expect(new Set(names).size).toBe(names.length)
    expect(knowledge.actions('nope')).toEqual([])
    expect(knowledge.actions('__proto__')).toEqual([])
  })
  it('that is broken is our own bug', () => {
    expect(() => knowledgeOf({ asOf: '2026-01-01', services: { a: 'Frob: X' } }).actions('a')).toThrow('access level')
  })
})
