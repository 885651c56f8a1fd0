// Whether the people map still means the people it meant: ids, logins, and who has left.

import type { Rule, Who } from '../../core/model/rule.ts'
import type { Person, Settings } from '../../core/model/settings.ts'
import { type Check, fine } from '../check.ts'
import { unseen } from './branches.ts'
import type { Facts } from './facts.ts'

function accountChecks({ settings, logins }: Facts): readonly Check[] {
  const people = [...settings.people.values()]
  const unread = [...logins.values()].find((answer) => answer.is === 'unknown')
  const faults = people.flatMap(({ handle, githubId, login }): readonly Check[] => {
    const answer = logins.get(githubId)
    const about = `GitHub account of ${handle}`
    if (answer?.is !== 'known') return []
    if (answer.value === null)
      return [
        {
          state: 'danger',
          about,
          says: `there is no account with the id ${githubId} any more`,
          cure: 'remove the person, or correct the id in people.yaml',
        },
      ]
    return answer.value.toLowerCase() === login.toLowerCase()
      ? []
      : [
          {
            state: 'differs',
            about,
            says: `the id ${githubId} is called ${answer.value} today, not ${login}`,
            cure: 'correct the login in people.yaml: the id is what counts',
          },
        ]
  })
  if (unread?.is === 'unknown') return [...faults, unseen('GitHub accounts', unread)]
  return faults.length > 0
    ? faults
    : [fine('GitHub accounts', `all ${people.length} ids have the logins of people.yaml`)]
}

const named = (who: Who, people: readonly Person[]): readonly Person[] =>
  who.is === 'anyone'
    ? people
    : people.filter(
        ({ handle, groups }) =>
          who.people.some(({ value }) => value === handle) || who.groups.some(({ value }) => groups.includes(value)),
      )

const approvers = (rule: Rule, people: readonly Person[]): readonly Person[] =>
  rule.ways.flatMap((way) =>
    way.is === 'approvedBy' ? named(way.who, people) : way.is === 'breakGlass' ? named(way.reviewedBy, people) : [],
  )

/** Owners and whoever some rule lets approve. */
function deciding({ people, rules, owners }: Settings): readonly Person[] {
  const all = [...people.values()]
  const wanted = new Set([
    ...rules.flatMap((rule) => approvers(rule, all)).map(({ handle }) => handle),
    ...owners.people.map(({ value }) => value),
  ])
  return all.filter(({ handle }) => wanted.has(handle))
}

/** Somebody who cannot open the repository any more can approve nothing, and should not stand there. */
function leftChecks({ settings, collaborators, repository }: Facts): readonly Check[] {
  if (collaborators.is === 'unknown') return [unseen('approvers who left', collaborators)]
  if (repository.is === 'known' && repository.value.visibility === 'public') return []
  const left = deciding(settings).filter(({ githubId }) => !collaborators.value.has(githubId))
  if (left.length === 0)
    return [fine('approvers who left', 'nobody: all owners and approvers have access to the repository')]
  return [
    {
      state: 'differs',
      about: 'approvers who left',
      says: `${left.map(({ handle }) => handle).join(', ')}: no access to the repository`,
      cure: 'take them out of people.yaml, groups and owners, or let them in',
    },
  ]
}

export const peopleChecks = (facts: Facts): readonly Check[] => [...accountChecks(facts), ...leftChecks(facts)]

/** What the settings themselves say against them: rules that cannot match, or let one person grant to themselves. */
export function ruleChecks({ findings, settings }: Facts): readonly Check[] {
  const checks = findings.map(
    ({ code, at, message, cure }): Check => ({
      state: /self|alone|unreviewed|undercuts/.test(code) ? 'danger' : 'differs',
      about: `${at.file}:${at.line}`,
      says: message,
      cure,
    }),
  )
  const one =
    settings.owners.approvals < 2
      ? [
          {
            state: 'danger' as const,
            about: 'owners',
            says: 'one owner can change the settings alone',
            cure: 'demand two approvals under `owners`',
          },
        ]
      : [
          fine(
            'owners',
            `${settings.owners.approvals} of ${settings.owners.people.length} must approve a change of settings`,
          ),
        ]
  return [
    ...(checks.length === 0 ? [fine('rules', `${settings.rules.length} rules, and nothing against them`)] : checks),
    ...one,
  ]
}
