// The same cases in every run, so that a red build is a change's doing; DAYPASS_SEED=random (or a number) searches on.

import fc from 'fast-check'

const wanted = process.env['DAYPASS_SEED'] ?? '20261122'
const seed = wanted === 'random' ? Date.now() % 2_147_483_647 : Number(wanted)
if (!Number.isSafeInteger(seed)) throw new Error(`DAYPASS_SEED is neither random nor a number: ${wanted}`)

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })
