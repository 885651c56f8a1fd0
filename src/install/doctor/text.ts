// What the doctor found, for a terminal.

import { plain } from '../../core/report/escape.ts'
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
      `  ${plain(credential)}`,
      `      ${palette.faint(`${plain(lives)}; limited by ${plain(limited, 500)}`)}`,
      `      ${plain(worst, 800)}`,
    ]),
    '',
    `${palette.strong('Reached:')} ${tone(TIER[tier.tier])}. ${tier.says}`,
    ...tier.next.map((one) => `      → ${plain(one, 500)}`),
  ].join('\n')
}
