// Whether stories end as if nothing had been, whatever befell one of their calls: a few of the cases that `npm run faults` tries.

import { hash } from 'node:crypto'
import { scenarioNames } from '../support/scenario/read.ts'
import { ends, hastened } from './ends.ts'
import { FOUND } from './found.ts'

/** Stories besides, by a number that says nothing else: the same in every run. */
const number = (text: string): number => Number.parseInt(hash('sha256', text, 'hex').slice(0, 8), 16)
const OTHERS = 5
const others = scenarioNames()
  .filter((name) => FOUND[name] === undefined)
  .toSorted((a, b) => number(a) - number(b))
  .slice(0, OTHERS)

hastened()
for (const name of others) ends(name, ({ id, on }) => number(id) % (on === 'write' ? 60 : 250) === 0)
