// What the tests of git share: a bare repository that the sandbox writes, and the edge that reads it.

import { join } from 'node:path'
import type { Answer } from '../../src/core/model/edge-error.ts'
import { fetchDefaultBranch, type GitRepository, type Remote } from '../../src/edges/git/repository.ts'
import {
  type BareRepository,
  type FileChange,
  makeRepository,
  commit as write,
} from '../../src/sandbox/git/repository.ts'
import { freshFolder } from '../sandbox/github-ground.ts'

export const ME = { name: 'marta', email: 'marta@example.com' }

export const value = <T>(answer: Answer<T> | undefined): T => {
  if (answer?.is !== 'known') throw new Error(`unknown: ${JSON.stringify(answer?.because)}`)
  return answer.value
}

export const said = (answer: Answer<unknown> | undefined): string =>
  answer?.is === 'unknown' ? answer.because.kind : 'known'

interface Ground {
  readonly bare: BareRepository
  readonly remote: Remote
  add(branch: string, files: Readonly<Record<string, FileChange>>, parents?: readonly string[]): string
  fetched(): Promise<GitRepository>
}

export function ground(): Ground {
  const bare = makeRepository(join(freshFolder(), 'r.git'))
  const remote: Remote = { url: bare.gitDirectory, token: null, protocols: 'file' }
  let at = 1_800_000_000
  return {
    bare,
    remote,
    add: (branch, files, parents) => {
      at += 10
      return write(bare, {
        branch,
        files,
        message: 'x',
        author: ME,
        at,
        ...(parents === undefined ? {} : { parents }),
      })
    },
    fetched: async () => value(await fetchDefaultBranch(remote, 'refs/heads/main', null)),
  }
}
