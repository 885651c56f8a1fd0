// The tables of modes: one row in each for each way in which people come to hold access.

import type { ModeId, TargetId } from '../core/model/id.ts'
import type { Settings } from '../core/model/settings.ts'
import { bindMode, type Mode } from '../core/plan/mode.ts'
import type { Knowledge } from '../core/policy/knowledge.ts'
import type { Aws } from '../edges/aws/aws.ts'
import type { Okta } from '../edges/okta/okta.ts'
import type { Operation } from './aws/operation.ts'
import type { Ready, ReadyAsked } from './aws/ready.ts'
import { OPERATIONS as IAM_USER_OPERATIONS } from './iam-user/calls.ts'
import { CARRIES as IAM_USER } from './iam-user/needs.ts'
import { iamUser } from './iam-user/provisioner.ts'
import { ready as iamUserReady } from './iam-user/ready.ts'
import { OPERATIONS as IDENTITY_CENTER_OPERATIONS } from './identity-center/calls.ts'
import { CARRIES as IDENTITY_CENTER } from './identity-center/needs.ts'
import { identityCenter } from './identity-center/provisioner.ts'
import { ready as identityCenterReady } from './identity-center/ready.ts'
import type { KnownNames } from './identity-center/sets.ts'
import { CARRIES as OKTA_GROUP } from './okta-group/needs.ts'
import { oktaGroup } from './okta-group/provisioner.ts'
import { OPERATIONS as OKTA_SAML_OPERATIONS } from './okta-saml/calls.ts'
import { CARRIES as OKTA_SAML } from './okta-saml/needs.ts'
import { oktaSaml } from './okta-saml/provisioner.ts'
import { ready as oktaSamlReady } from './okta-saml/ready.ts'

/** null: settings name no such place. */
export interface Edges {
  readonly aws: Aws | null
  readonly okta: Okta | null
  readonly setNames?: KnownNames
}

export interface ModesAsked {
  readonly settings: Settings
  readonly knowledge: Knowledge
  readonly edges: Edges
  /** Where settings do not lead any more while something of ours may still be there. */
  readonly left?: readonly PlaceThatLeft[]
}

export interface PlaceThatLeft {
  readonly target: TargetId
  readonly account: string
  readonly mode: ModeId
}

/** Where nothing is kept from run to run. */
const NOTHING_KNOWN: KnownNames = { names: new Map(), keep: () => undefined }

export const MODES = {
  'iam-user': ({ settings, knowledge, edges: { aws }, left = [] }) =>
    aws === null
      ? null
      : bindMode(iamUser({ settings, knowledge, aws, left: left.filter(({ mode }) => mode === 'iam-user') })),
  'identity-center': ({ settings, edges: { aws, setNames }, left = [] }) =>
    aws === null
      ? null
      : bindMode(
          identityCenter({
            settings,
            aws,
            names: setNames ?? NOTHING_KNOWN,
            left: left.filter(({ mode }) => mode === 'identity-center'),
          }),
        ),
  'okta-saml': ({ settings, edges: { aws, okta }, left = [] }) =>
    aws === null
      ? null
      : bindMode(oktaSaml({ settings, aws, okta, left: left.filter(({ mode }) => mode === 'okta-saml') })),
  'okta-group': ({ settings, edges: { okta }, left = [] }) => {
    const hosts = left.flatMap(({ mode, account }) => (mode === 'okta-group' ? [account] : []))
    return okta === null && hosts.length === 0 ? null : bindMode(oktaGroup({ settings, okta, left: hosts }))
  },
} as const satisfies Readonly<Record<string, (asked: ModesAsked) => Mode | null>>

export type ModeName = keyof typeof MODES

export const modesOf = (asked: ModesAsked): readonly Mode[] => Object.values(MODES).flatMap((make) => make(asked) ?? [])

/** How each mode ends what it carries, told without making one: for judging where no cloud is called. */
export const CARRIES = {
  'iam-user': IAM_USER,
  'identity-center': IDENTITY_CENTER,
  'okta-saml': OKTA_SAML,
  'okta-group': OKTA_GROUP,
} as const satisfies Readonly<Record<ModeName, Mode['carries']>>

/** Modes that an account of AWS can have. */
export type AccountMode = Exclude<ModeName, 'okta-group'>

/** Every operation each of them may make: the roles that owners install permit these and nothing else. */
export const OPERATIONS = {
  'iam-user': Object.values(IAM_USER_OPERATIONS),
  'identity-center': Object.values(IDENTITY_CENTER_OPERATIONS),
  'okta-saml': Object.values(OKTA_SAML_OPERATIONS),
} as const satisfies Readonly<Record<AccountMode, readonly Operation[]>>

/** Whether people could be given access there, asked by `daypass verify`. */
export const READY = {
  'iam-user': iamUserReady,
  'identity-center': identityCenterReady,
  'okta-saml': oktaSamlReady,
} as const satisfies Readonly<Record<AccountMode, (asked: ReadyAsked) => Promise<readonly Ready[]>>>
