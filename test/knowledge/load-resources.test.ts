// The snapshot of what actions can be done on: fresh, whole, and late to load.

import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { resourcesText } from '../../src/build/resources.ts'
import { canBeDoneOn } from '../../src/core/policy/doable.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { loadResourceKnowledge } from '../../src/knowledge/load-resources.ts'

describe('the snapshot of resources', () => {
  it('is what the generator makes of the installed data, and small', async () => {
    const file = await readFile(new URL('../../src/knowledge/resources.json', import.meta.url), 'utf8')
    expect(file).toBe(await resourcesText())
    expect(gzipSync(file).length).toBeLessThan(300_000)
  })

  it('knows every action that the other snapshot knows', async () => {
    const [knowledge, resources] = [await loadKnowledge(), await loadResourceKnowledge()]
    const unknown = knowledge
      .services()
      .flatMap((service) => knowledge.actions(service).map(({ name }) => `${service}:${name}`))
      .filter((action) => resources.templates(action) === null)
    expect(unknown).toEqual([])
  })

  it('lets every action be done on an example of each of its own resources', async () => {
    const [knowledge, resources] = [await loadKnowledge(), await loadResourceKnowledge()]
    const refused = knowledge.services().flatMap((service) =>
      knowledge.actions(service).flatMap(({ name }) => {
        const action = `${service}:${name}`
        return (resources.templates(action) ?? [])
          .map((template) => template.replace('<name>', 'x').replaceAll('*', 'x'))
          .filter((arn) => !canBeDoneOn(action, arn, resources))
          .map((arn) => `${action} on ${arn}`)
      }),
    )
    expect(refused).toEqual([])
  })

  it('does not take a name from JavaScript for a service or an action', async () => {
    const resources = await loadResourceKnowledge()
    for (const action of ['__proto__:x', 's3:__proto__', 'constructor:constructor', 's3', ':', ''])
      expect(resources.templates(action)).toBeNull()
  })
})
