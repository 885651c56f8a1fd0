// How many cases a property is tried on for each mutant, and that one that fails is enough: nobody reads which.

import fc from 'fast-check'

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 25, endOnFailure: true })
