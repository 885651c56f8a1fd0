// How large the bundle is, and what of it the Action's commands load.

import { openGround, SMALL, type Told } from './ground.ts'
import { type Bench, type BuiltFile, megabytes, type Row, told } from './row.ts'
import { ask, ONE_ACTION } from './writes.ts'

const sum = (files: readonly BuiltFile[], of: (file: BuiltFile) => number): number =>
  files.reduce((total, file) => total + of(file), 0)

/** Packages whose size anybody wonders about. */
const LARGE = /^(undici|@actions\/github|@aws-sdk\/client-.*|re2js|yaml|ajv)$/

const loads = (what: string, { loaded }: Told, files: readonly BuiltFile[]): Row => {
  const mine = files.filter(({ path }) => loaded.includes(path))
  const packages = [...new Set(mine.flatMap((file) => file.packages))].filter((one) => LARGE.test(one)).sort()
  return told(
    what,
    `${megabytes(sum(mine, ({ bytes }) => bytes))} in ${mine.length} files; of large packages ${packages.join(', ')}`,
  )
}

export const sizes: Bench = async (tools) => {
  const files = tools.bundle.files.filter(({ path }) => path.endsWith('.js'))
  const [largest] = [...files].sort((a, b) => b.bytes - a.bytes)
  if (largest === undefined) throw new Error('the bundle is empty')
  const ground = await openGround(SMALL, tools)
  try {
    tools.tell('what the Action loads')
    const pull = ask(ground, 'loads', ONE_ACTION, '1h', 'approve')
    const planned = await ground.run('plan', { 'pull-request': String(pull) })
    ask(ground, 'gives', ONE_ACTION, '1h', 'merge')
    const given = await ground.run('apply')
    const quiet = await ground.run('apply')
    return [
      told(
        'bundle',
        `${megabytes(sum(files, ({ bytes }) => bytes))} in ${files.length} files, packed ${megabytes(sum(files, ({ packed }) => packed))}`,
      ),
      told('… its largest file', `${largest.path}, ${megabytes(largest.bytes)}`),
      loads('… plan loads', planned, files),
      loads('… apply that grants loads', given, files),
      loads('… apply with nothing to do loads', quiet, files),
      loads('… expire loads', await ground.run('expire'), files),
    ]
  } finally {
    await ground.close()
  }
}
