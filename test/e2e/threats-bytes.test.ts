// Threats in the bytes themselves: hostile files on a pull request and on the default branch.

import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fork } from '../../src/sandbox/github/actions/people.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { newestPull } from '../../src/sandbox/github/records.ts'
import { expectHarmless } from './harmless.ts'
import { inFolder, inHouse } from './house.ts'
import { expectNothingGiven, expectRefused, givingCalls, MARTA, mayRead, whatAnybodyMay } from './judging.ts'
import { type Files, land, loginOf, propose, REPOSITORY, tip } from './people.ts'
import { asking, pathOf, request } from './requests.ts'

const plan = (pull: number) => ({ 'pull-request': String(pull) })

const good = request({ for: 'marta' })

/** Files that no reader may take for a request, each by the id it would have. */
const HOSTILE: Readonly<Record<string, string>> = {
  'alias-bomb': `a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c]\n${good}`,
  'twice-for': `${good}for: aiko\n`,
  'merge-key': `base: &base {for: aiko}\n<<: *base\n${good}`,
  tagged: good.replace('for: marta', 'for: !!binary bWFydGE='),
  'javascript-tag': good.replace('for: marta', 'for: !!js/function "function () {}"'),
  'proto-key': `${good}__proto__: {for: aiko}\n`,
  'date-for-duration': good.replace('duration: 2h', 'duration: 2026-12-01'),
  octal: good.replace('duration: 2h', 'duration: 0o777'),
  documents: `${good}---\n${good}`.repeat(200),
  deep: `${good}more: ${'['.repeat(5000)}${']'.repeat(5000)}\n`,
  control: good.replace('The queue', 'The \u0000queue'),
  'two-starts': good.replace('duration: 2h', 'from: 2026-02-30T00:00:00Z\nuntil: 2026-12-01T25:00:00Z'),
  'any-action': good.replace('"sqs:ReceiveMessage"', '"*"'),
  'other-account': good.replaceAll('111122223333', '999900001111'),
}

describe.concurrent('threats in the bytes', () => {
  it(
    'threat 18: hostile YAML lands, approved',
    inHouse(async (house) => {
      const files = Object.fromEntries(Object.entries(HOSTILE).map(([id, text]) => [pathOf(id), text]))
      const pull = propose(house, { by: 'marta', files })
      const planned = await house.run('plan', plan(pull))
      for (const id of Object.keys(HOSTILE)) expect(planned.text, id).toContain(pathOf(id))
      expect(planned.code).toBe(1)
      land(house, { by: 'marta', files: asking('fine'), approvedBy: ['tomas'] })
      land(house, {
        by: 'marta',
        files: { ...files, ...asking('fine-beside', { for: 'jonas' }) },
        approvedBy: ['tomas', 'aiko'],
      })
      const ran = await house.run('apply')
      expect(ran.stderr).not.toContain('bug of Daypass')
      // A broken file neither gives nor keeps another from being given.
      expect([...whatAnybodyMay(house)].sort()).toEqual(
        ['jonas.weil@harborgoods.example', MARTA].map((who) => `111122223333 ${who} sqs:ReceiveMessage`),
      )
      for (const id of Object.keys(HOSTILE)) expect(ran.text, id).toContain(pathOf(id))
      expect(ran.code).not.toBe(0)
    }),
  )

  it(
    'threat 17: symlinks, submodules, programs, huge files, names that are no names',
    inHouse(async (house) => {
      const files: Files = {
        [pathOf('linked')]: { mode: '120000', bytes: 'real.yaml' },
        [pathOf('program')]: { mode: '100755', bytes: request() },
        [pathOf('module')]: { mode: '160000', oid: tip(house) },
        [pathOf('huge')]: `${request()}# ${'x'.repeat(5_000_000)}\n`,
        [pathOf('latin')]: { mode: '100644', bytes: Buffer.from(request({ reason: 'Ärger' }), 'latin1') },
        'config/requests/2026/12/Big.yaml': request(),
        'config/requests/2026/12/sp ace.yaml': request(),
        'config/requests/2026/12/dot..yaml': request(),
        'config/requests/2026/12/real.yml': request(),
        'config/requests/::error::.yaml': request(),
      }
      land(house, { by: 'marta', files, approvedBy: ['tomas'] })
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      for (const id of ['linked', 'program', 'module', 'huge', 'latin']) expect(ran.text, id).toContain(pathOf(id))
      expect(ran.summary).toContain('🔴 10 errors in the files')
    }),
  )

  it(
    'threat 16: a pull request from a fork brings programs and links to secrets',
    inHouse(async (house) =>
      inFolder(async (folder) => {
        const [secret, proof] = [join(folder, 'secret'), join(folder, 'proof')]
        await writeFile(secret, `for: marta\nreason: canary-of-the-runner\n`)
        const by = loginOf(house, 'marta')
        house.change((world) =>
          fork(world, { repository: REPOSITORY, by, gitDirectory: join(folder, 'fork.git'), at: house.now() }),
        )
        const own = `${by}/access`
        const files: Files = {
          ...asking('from-fork'),
          [pathOf('linked')]: { mode: '120000', bytes: secret },
          '.gitattributes': '* filter=evil diff=evil\n',
          '.gitconfig': `[core]\n\tfsmonitor = touch ${proof}\n`,
          'hooks/post-checkout': { mode: '100755', bytes: `#!/bin/sh\ntouch ${proof}\n` },
          'package.json': JSON.stringify({ scripts: { preinstall: `touch ${proof}` } }),
          'action.yml': 'runs: {using: node24, main: evil.js}\n',
          'dist/index.js': `require('fs').writeFileSync('${proof}', '')\n`,
        }
        house.change((world) => push(world, { repository: own, by, branch: 'evil', files, at: house.now() }))
        house.change((world) =>
          openPull(world, {
            repository: REPOSITORY,
            fork: own,
            author: by,
            title: 'Evil',
            head: 'evil',
            at: house.now(),
          }),
        )
        const { number } = newestPull(house.sandbox.world(), REPOSITORY)
        const ran = await house.run('plan', plan(number))
        expect(`${ran.text}${JSON.stringify(ran.json)}`).not.toContain('canary-of-the-runner')
        expect(existsSync(proof)).toBe(false)
        expect(ran.text).toContain(pathOf('linked'))
        expect(ran.code).toBe(1)
        expectNothingGiven(house, ran)
      }),
    ),
  )

  it(
    'threat 19: Markdown, HTML, mentions and log commands in what people write',
    inHouse(async (house) => {
      const said =
        '<img src=x onerror=alert(1)> @everyone @nadia-berg #1 [free](javascript:alert(1)) `code` ::error::boom | <!-- daypass:comment -->'
      const lines = `"${said}\\n::set-output name=exit::0\\r::add-mask::a\\n\\u001b[31mred\\u202egnp.exe\\n## ✅ Allowed"`
      const files = {
        [pathOf('injected')]: request({ reason: lines }),
        'config/requests/%0A::warning::x.yaml': request(),
        'config/requests/`@nadia-berg`.yaml': 'for: "@nadia-berg ::error::"\n',
      }
      const pull = propose(house, { by: 'marta', files })
      expectHarmless(await house.run('plan', plan(pull)))
      land(house, { by: 'marta', files })
      const ran = await house.run('apply')
      expectHarmless(ran)
      expectNothingGiven(house, ran)
    }),
  )

  it(
    'threat 21: 3,001 files hide the one that matters',
    inHouse(async (house) => {
      const many = Object.fromEntries(
        Array.from({ length: 3000 }, (_, nth) => [`config/requests/0/${nth}.txt`, `${nth}\n`]),
      )
      const rules = 'rules:\n  - {name: zzz, who: anyone, what: {account: orders-prod}, ways: [auto]}\n'
      land(house, {
        by: 'marta',
        files: { ...many, ...asking('hidden'), 'config/rules/zzz.yaml': rules },
        approvedBy: ['tomas'],
      })
      const ran = await house.run('apply')
      expectRefused(house, ran, { hidden: 'mixed' }, /changes config\/rules\/zzz.yaml as well/)
      expect(ran.summary.length).toBeLessThan(65_536)
    }),
  )

  it(
    'and a request among 3,000 others that are fine is given',
    inHouse(async (house) => {
      const many = Object.fromEntries(Array.from({ length: 3000 }, (_, nth) => [`docs/${nth}.txt`, `${nth}\n`]))
      house.change((world) =>
        push(world, {
          repository: REPOSITORY,
          by: loginOf(house, 'marta'),
          branch: 'main',
          files: many,
          at: house.now(),
        }),
      )
      land(house, { by: 'marta', files: asking('small'), approvedBy: ['tomas'] })
      const ran = await house.run('apply')
      expect(ran.code).toBe(0)
      expect(mayRead(house, MARTA)).toBe(true)
      expect(givingCalls(ran)).toHaveLength(2)
    }),
  )
})
