// Where a clone came from, as its remote `origin` says.

import { git } from './run.ts'

export interface Origin {
  /** `https://github.com` */
  readonly server: string
  /** `owner/name` */
  readonly repository: string
}

const HTTPS = /^(https:\/\/)(?:[^/@]*@)?([\w.-]+(?::\d+)?)\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/
const SSH = /^(?:ssh:\/\/)?git@([\w.-]+)[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/

/** null: there is no such remote, or it is no repository on a server. */
export async function originOf(folder: string): Promise<Origin | null> {
  const answer = await git(['-C', folder, 'remote', 'get-url', 'origin'], { directory: null })
  const url = answer.code === 0 ? answer.stdout.toString().trim() : ''
  const [https, ssh] = [HTTPS.exec(url), SSH.exec(url)]
  if (https?.[2] !== undefined && https[3] !== undefined) return { server: `https://${https[2]}`, repository: https[3] }
  return ssh?.[1] !== undefined && ssh[2] !== undefined ? { server: `https://${ssh[1]}`, repository: ssh[2] } : null
}

/** `main`, as the clone remembers of its remote; where it does not, `main` too. */
export async function defaultBranchOf(folder: string): Promise<string> {
  const answer = await git(['-C', folder, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'], {
    directory: null,
  })
  return answer.code === 0
    ? answer.stdout
        .toString()
        .trim()
        .replace(/^origin\//, '')
    : 'main'
}
