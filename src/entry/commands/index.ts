// The table of commands. Each is loaded when it is asked for: the demo alone is larger than all the others.

import type { Command } from './command.ts'

interface Listed {
  /** One line for the list of commands. */
  readonly says: string
  load(): Promise<Command>
}

export const COMMANDS = {
  validate: {
    says: 'check the files as they lie on disk',
    load: async () => (await import('./validate.ts')).validate,
  },
  plan: {
    says: 'say who would get what, and whose approval is missing',
    load: async () => (await import('./plan.ts')).plan,
  },
  list: {
    says: 'print what somebody may ask for, and whose approval it takes',
    load: async () => (await import('./list.ts')).list,
  },
  request: {
    says: 'write the file of a new request, and the link that opens it on GitHub',
    load: async () => (await import('./request.ts')).request,
  },
  search: {
    says: 'look through what there is in every account, and who reaches it',
    load: async () => (await import('./search.ts')).search,
  },
  end: {
    says: 'delete the file of a request, which ends its access early',
    load: async () => (await import('./end.ts')).end,
  },
  explain: {
    says: 'print the whole chain of proof of a request',
    load: async () => (await import('./explain.ts')).explain,
  },
  expire: {
    says: 'take away what has ended (never gives anything)',
    load: async () => (await import('./expire.ts')).expire,
  },
  init: {
    says: 'write the first files of an installation into this folder',
    load: async () => (await import('./init.ts')).init,
  },
  setup: {
    says: 'print what to create in AWS, and the commands that do it',
    load: async () => (await import('./setup.ts')).setup,
  },
  federate: {
    says: 'show what the apps of Okta lack, and set it with --yes',
    load: async () => (await import('./federate.ts')).federate,
  },
  verify: {
    says: 'compare what stands in AWS with what setup prints (changes nothing)',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  doctor: {
    says: 'look how safe the repository itself is, and whether the record is whole',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  demo: {
    says: 'play the whole story on a sandbox: no account, no network',
    load: async () => (await import('./demo.ts')).demo,
  },
} as const satisfies Readonly<Record<string, Listed>>

export type CommandName = keyof typeof COMMANDS
