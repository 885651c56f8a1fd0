// How much a run may take away that it cannot explain.

import type { TargetId } from '../model/id.ts'
import type { Blocked, Step } from './provisioner.ts'

/**
 * Only strays are limited (a mark whose version is not in first-parent history): everything that ended, was withdrawn,
 * denied or held always goes. `most` is per target and run.
 */
export function limitStrays(
  steps: readonly Step[],
  most: number,
): { readonly steps: readonly Step[]; readonly blocked: readonly Blocked[] } {
  const strays = new Map<TargetId, number>()
  for (const step of steps) if (step.because === 'stray') strays.set(step.target, (strays.get(step.target) ?? 0) + 1)
  const over = new Set([...strays].filter(([, count]) => count > most).map(([target]) => target))
  const blocked = [...over].sort().map(
    (target): Blocked => ({
      grants: [],
      because: `${strays.get(target)} things in ${target} carry our mark but no request explains them; at most ${most} are removed in one run`,
      cure: 'look at them; when they may go, raise limits.strays in daypass.yaml',
      does: 'takes',
    }),
  )
  return { steps: steps.filter((step) => step.because !== 'stray' || !over.has(step.target)), blocked }
}
