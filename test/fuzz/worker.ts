// One thread that takes orders, puts their inputs through and answers with what came of them.

import { parentPort } from 'node:worker_threads'
import { type Order, type Part, runPart } from './run.ts'
import { targetOf } from './targets.ts'

export interface Job extends Order {
  readonly target: string
}

export type Answer =
  | { readonly is: 'progress'; readonly done: number }
  | { readonly is: 'part'; readonly job: Job; readonly part: Part }

const TELLS_EVERY = 250

parentPort?.on('message', (job: Job) => {
  const say = (answer: Answer): void => parentPort?.postMessage(answer)
  let told = performance.now()
  const part = runPart(targetOf(job.target), job, (done) => {
    if (performance.now() - told < TELLS_EVERY) return
    told = performance.now()
    say({ is: 'progress', done })
  })
  say({ is: 'part', job, part })
})
