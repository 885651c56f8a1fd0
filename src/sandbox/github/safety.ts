// How safe a repository of the sandbox is: rules, protected branches, environments, secrets, what Actions may.

export interface Ruleset {
  readonly id: number
  readonly name: string
  readonly enforcement: 'active' | 'evaluate' | 'disabled'
  /** Branches by name; `~DEFAULT_BRANCH` for whichever is the default one. */
  readonly branches: readonly string[]
  readonly rules: readonly ('deletion' | 'non_fast_forward' | 'update' | 'pull_request' | 'required_signatures')[]
  /** Approvals that `pull_request` demands. */
  readonly approvals: number
  readonly bypass: readonly {
    readonly type: 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'Team' | 'DeployKey' | 'User'
    readonly id: number | null
    readonly mode: 'always' | 'pull_request' | 'exempt'
  }[]
}

export interface Environment {
  readonly id: number
  readonly name: string
  /** `every`: any branch may deploy; `protected`: those with protection; a list: these alone. */
  readonly branches: 'every' | 'protected' | readonly string[]
  readonly reviewers: boolean
}

export interface Safety {
  readonly rulesets: readonly Ruleset[]
  /** Classic protection, by branch. */
  readonly protection: Readonly<Record<string, { readonly approvals: number | null; readonly admins: boolean }>>
  readonly environments: readonly Environment[]
  /** Names of the repository's own secrets. */
  readonly secrets: readonly string[]
  readonly actions: {
    readonly pinned: boolean
    readonly token: 'read' | 'write'
    readonly approves: boolean
  }
  /** Workflows that do not run, by path. */
  readonly disabled: Readonly<Record<string, 'disabled_inactivity' | 'disabled_manually'>>
}

/** A new repository, as GitHub makes it: nothing is protected. */
export const unprotected: Safety = {
  rulesets: [],
  protection: {},
  environments: [],
  secrets: [],
  actions: { pinned: false, token: 'read', approves: false },
  disabled: {},
}
