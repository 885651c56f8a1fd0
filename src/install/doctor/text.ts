// What the doctor found, for a terminal.

import { terminal } from '../../core/report/escape.ts'
import type { Palette } from '../../core/report/palette.ts'
import { checkLines } from '../verify/text.ts'
import type { Diagnosis } from './diagnosis.ts'

const TIER = { none: 'NO TIER', basic: 'basic tier', hardened: 'hardened tier' } as const

export function doctorText({ parts, tier, thefts }: Diagnosis, palette: Palette): string {
  const tone = tier.tier === 'none' ? palette.bad : palette.good
  return [
    ...parts.flatMap(({ title, checks }) => [
      palette.strong(title),
      ...checks.flatMap((check) => checkLines(check, palette)),
      '',
    ]),
    palette.strong('What the theft of each credential allows at worst'),
    ...thefts.flatMap(({ credential, lives, worst, limited }) => [
      `  ${terminal(credential)}`,
      `      ${palette.faint(`${terminal(lives)}; limited by ${terminal(limited, 500)}`)}`,
      `      ${terminal(worst, 800)}`,
    ]),
    '',
    `${palette.strong('Reached:')} ${tone(TIER[tier.tier])}. ${tier.says}`,
    ...tier.next.map((one) => `      → ${terminal(one, 500)}`),
  ].join('\n')
}
