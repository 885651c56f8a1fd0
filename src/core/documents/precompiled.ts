// Which documents' schemas are compiled beforehand: none here; src/build/precompiled.ts fills this in inside the bundle.

import type { Shapes } from './shapes.ts'

/** `true` = the value has the document's shape; `false` says nothing about why. For the table of kinds `KINDS` alone. */
export const PRECOMPILED: { readonly [Name in keyof Shapes]?: (value: unknown) => value is Shapes[Name] } = {}
