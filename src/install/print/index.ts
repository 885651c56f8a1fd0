// The table of forms in which an installation is printed.

import type { Blueprint, Shape } from '../blueprint/blueprint.ts'
import { templates } from './cloudformation.ts'
import { accountScript, organisationScript, protection } from './commands.ts'
import type { PrintedFile } from './files.ts'
import { inventoryScript } from './inventory.ts'
import { terraform } from './terraform.ts'

export const FORMS = {
  cloudformation: (blueprint, shapes) => [
    accountScript(blueprint, shapes),
    ...templates(blueprint, shapes),
    ...protection(blueprint),
    ...inventoryScript(blueprint, shapes),
  ],
  stackset: (blueprint, shapes) => [
    ...organisationScript(blueprint, shapes),
    ...templates(blueprint, shapes),
    ...protection(blueprint),
    ...inventoryScript(blueprint, shapes),
  ],
  terraform: (blueprint, shapes) => [...terraform(blueprint, shapes), ...inventoryScript(blueprint, shapes)],
} as const satisfies Readonly<
  Record<string, (blueprint: Blueprint, shapes: readonly Shape[]) => readonly PrintedFile[]>
>

export type Form = keyof typeof FORMS

export const isForm = (word: string): word is Form => Object.hasOwn(FORMS, word)
