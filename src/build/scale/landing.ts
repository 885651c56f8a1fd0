// How thousands of pull requests come into the sandbox: one after the other as people do it, or the same records and commits at once.

import { approve, merge, propose } from '../../entry/commands/demo/play.ts'
import { commitAll, headOf, type NewCommit } from '../../sandbox/git/repository.ts'
import { git } from '../../sandbox/git/run.ts'
import { must, nextNumber, userNamed, withRepository } from '../../sandbox/github/records.ts'
import type { Pull, Repository, Review } from '../../sandbox/github/world.ts'
import { personAt } from '../bench/company.ts'
import type { Ground } from '../bench/ground.ts'
import type { Wanted } from './asking.ts'

/** Security may approve everything in this company; nobody approves their own. */
const SECURITY = [0, 50, 100].map(personAt)

const approversOf = ({ person }: Wanted): readonly string[] => SECURITY.filter((one) => one !== person).slice(0, 2)

/** Opened, approved twice and squashed, one after the other; about a tenth of a second each. */
export function landSlowly({ company }: Ground, wanted: readonly Wanted[]): void {
  const stage = { company, bundle: '', tell: () => undefined }
  for (const one of wanted) {
    const pull = propose(stage, { by: one.person, path: one.path, text: one.text })
    for (const approver of approversOf(one)) approve(stage, approver, pull)
    merge(stage, one.person, pull)
  }
}

const GITHUB = { name: 'GitHub', email: 'noreply@github.com' }

interface Written {
  readonly wanted: Wanted
  readonly number: number
  readonly title: string
  readonly branch: string
}

/** For each its branch's commit, and the squash on top of all that landed before; marks stand for what is not written yet. */
function commitsOf(written: readonly Written[], main: string, base: string, at: number): readonly NewCommit[] {
  return written.flatMap(({ wanted: { person, path, text }, title, number, branch }, index): readonly NewCommit[] => {
    const parents = [index === 0 ? base : `:${2 * index}`]
    const author = { name: person, email: `${person}@bench.example` }
    const files = { [path]: text }
    return [
      { branch, parents, files, message: title, author, at },
      { branch: main, parents, files, message: `${title} (#${number})\n`, author, committer: GITHUB, at },
    ]
  })
}

/** The same world as `landSlowly` leaves, with one run of git for all: the product is asked to prove it as any other. */
export function landAtOnce({ company: { sandbox, settings } }: Ground, all: readonly Wanted[]): void {
  const world = sandbox.world()
  const repository: Repository = must(world.github.repositories[0], 'repository')
  const { defaultBranch: main, id: home } = repository
  const ids = new Map<string, number | undefined>(
    [...settings.people.values()].map(({ handle, login }) => [handle, userNamed(world.github, login)?.id]),
  )
  const idOf = (handle: string): number => must(ids.get(handle), `user ${handle}`)
  const [at, first] = [sandbox.clock.now(), nextNumber(repository)]
  const written = all.map((wanted, index): Written => {
    const number = first + index
    return { wanted, number, title: `Ask: ${wanted.path}`, branch: `ask-${number}` }
  })
  const base = must(headOf(repository, main), main)
  // Each object a file of its own, as pushes leave them: the sandbox reads such without starting git.
  git(repository.gitDirectory, ['config', 'fastimport.unpackLimit', '1000000'])
  const oids = commitAll(repository, commitsOf(written, main, base, at))
  let id = world.github.nextId
  const pulls = written.map(({ wanted, number, title, branch }, index): Pull => {
    const [head = '', landed = ''] = oids.slice(2 * index, 2 * index + 2)
    const author = idOf(wanted.person)
    const pull = id++
    const reviews = approversOf(wanted).map(
      (one): Review => ({ id: id++, user: idOf(one), state: 'APPROVED', body: '', submittedAt: at, commit: head }),
    )
    return {
      id: pull,
      number,
      title,
      body: '',
      author,
      draft: false,
      state: 'merged',
      base: main,
      head: { repository: home, branch, oid: head },
      baseOid: index === 0 ? base : (oids[2 * index - 1] ?? ''),
      commits: [head],
      landed: [landed],
      createdAt: at,
      updatedAt: at,
      closedAt: at,
      mergedAt: at,
      mergedBy: author,
      mergeCommit: landed,
      reviews,
      requestedReviewers: [],
      labels: [],
      events: [],
    }
  })
  const heads = pulls.map(({ number, head }) => `update refs/pull/${number}/head ${head.oid}\n`)
  git(repository.gitDirectory, ['update-ref', '--stdin'], heads.join(''))
  sandbox.change((before) => {
    const more = withRepository(before, home, {
      pulls: [...repository.pulls, ...pulls],
      refUpdates: repository.refUpdates + 2 * pulls.length,
    })
    return { ...more, github: { ...more.github, nextId: id } }
  })
}
