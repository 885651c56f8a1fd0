// What Okta will most likely answer to a need, told without asking it: for plans made before the merge.

import type { Fact, Need } from '../../core/plan/provisioner.ts'

export const presume = (need: Need): Fact => ({
  need,
  is: 'found',
  id: need.name.replace(/[^0-9A-Za-z]/g, ''),
  name: need.name,
})
