// How long validate and plan take on many files, against the least that any reader of such files must do.

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { SHARED } from '../bundle.ts'
import { node } from './child.ts'
import { settingsOf, USUAL } from './company.ts'
import { filesOf, requestsOf } from './requests.ts'
import { type Bench, held, median, megabytes, seconds, times, told } from './row.ts'

interface Taken {
  readonly understood: number
  readonly wall: number
  /** Of the main thread alone, seconds. */
  readonly processor: number
  /** Of all threads together: collecting garbage and compiling go on beside the main one. */
  readonly threads: number
  readonly bytes: number
}

export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const folders = new Set(Object.keys(files).map((path) => dirname(join(folder, path))))
  for (const one of folders) await mkdir(one, { recursive: true })
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text)
}

async function run(pass: string, name: 'floor' | 'product', folder: string, count: number): Promise<Taken> {
  const { stdout, stderr, code } = await node([pass, name, folder], { directory: folder })
  if (code !== 0) throw new Error(`the ${name} failed: ${stderr}`)
  const taken: Taken = JSON.parse(stdout)
  if (taken.understood !== count) throw new Error(`the ${name} understood ${taken.understood} of ${count} requests`)
  return taken
}

const COUNTS = [1000, 5000, 10_000, 20_000] as const
const MANY = 10_000
const ROUNDS = 5

/** What else the machine does in the meantime must not count: the promise is judged by this, wall and all threads are told. */
const processor = (some: readonly Taken[]): number => median(some.map((one) => one.processor))
const threads = (some: readonly Taken[]): number => median(some.map((one) => one.threads))
const wall = (some: readonly Taken[]): number => median(some.map((one) => one.wall))

export const files: Bench = async ({ folder, tell }) => {
  await build({
    ...SHARED,
    entryPoints: [fileURLToPath(new URL('pass.ts', import.meta.url))],
    outdir: join(folder, 'pass'),
  })
  const pass = join(folder, 'pass', 'pass.js')
  const taken = new Map<number, { readonly floor: readonly Taken[]; readonly product: readonly Taken[] }>()
  for (const count of COUNTS) {
    const root = join(folder, `files-${count}`)
    await writeFiles(root, { ...settingsOf(USUAL), ...filesOf(requestsOf(USUAL, count, 'mixed', 'duration: 2h')) })
    const [floor, product]: [Taken[], Taken[]] = [[], []]
    for (let round = 0; round < (count === MANY ? ROUNDS : 3); round++) {
      tell(`${count} files, round ${round + 1}`)
      floor.push(await run(pass, 'floor', root, count))
      product.push(await run(pass, 'product', root, count))
    }
    taken.set(count, { floor, product })
  }
  const at = (count: number) => taken.get(count) ?? { floor: [], product: [] }
  const { floor, product } = at(MANY)
  const ratio = processor(product) / processor(floor)
  const memory = median(product.map(({ bytes }) => bytes))
  const each = COUNTS.map((count) => (processor(at(count).product) / count) * 1e6)
  const exponent = Math.log(processor(at(20_000).product) / processor(at(5000).product)) / Math.log(4)
  return [
    held(
      'validate + plan of 10,000 requests ÷ reading, parsing and validating them',
      `${times(ratio)} on the main thread (${seconds(processor(product))} ÷ ${seconds(processor(floor))}), wall ${times(wall(product) / wall(floor))}, all threads ${times(threads(product) / threads(floor))}`,
      '≤ 2×',
      ratio <= 2,
    ),
    held('… memory at its highest', megabytes(memory), '< 400 MB', memory < 400e6),
    held('… growth from 5,000 to 20,000', `n^${exponent.toFixed(2)}`, 'linear (≤ n^1.1)', exponent <= 1.1),
    told('… microseconds each at 1,000 / 5,000 / 10,000 / 20,000', each.map((one) => one.toFixed(0)).join(' / ')),
  ]
}
