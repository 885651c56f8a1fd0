// The reference page of the search, made from the tables that it runs on.

import { KEYS } from './keys.ts'

const code = (text: string): string => `\`${text}\``

export const searchReference = (): string =>
  `# How to search the inventory

<!-- Made from src/core/search/keys.ts by \`npm run generate\`; do not edit. -->

\`daypass search '<terms>'\` looks through what the inventory knows of every account. All terms must fit; letters' case never counts.

| term | fits |
|---|---|
| ${code('orders')} | whatever holds this text in a name, ARN, account, type, region, tag, group or policy |
| ${code('"orders"')} | whatever has exactly this text there |
| ${code('/orders-[0-9]+$/')} | whatever this regular expression fits (RE2 syntax, at most 200 characters) |
| ${code('!orders')} | whatever the term after the mark does not fit; before any term |
| ${code('*')} | everything; after a key, everything of that kind |
| ${code('marta -> orders')} | who reaches what: before the arrow who, after it which resources; each row names the policy, group or permission set in between, and the actions |

A key before a colon looks in one place only; what follows is a word, ${code('"exact"')} or ${code('/expression/')} as above:

| key | looks at | for example |
|---|---|---|
${Object.entries(KEYS)
  .map(([key, { says, example }]) => `| ${code(`${key}:`)} | ${says} | ${code(example)} |`)
  .join('\n')}

Each row says why it is there. ${code('--json')} and ${code('--csv')} print the same for programs and spreadsheets, without a limit.

What an arrow tells is read from identity policies within one account. Policies of resources, service control policies and boundaries
are not weighed, so a path may turn out shut; a path "under conditions" depends on time, tags or the like.
`
