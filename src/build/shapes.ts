// Which TypeScript types the files of schemas/ describe: writes src/core/documents/shapes.ts.

import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { compile } from 'json-schema-to-typescript'

const SCHEMAS = fileURLToPath(new URL('../../schemas/', import.meta.url))
export const SHAPES_FILE = fileURLToPath(new URL('../core/documents/shapes.ts', import.meta.url))

/** Document → its schema's file; the names are those of SCHEMAS in src/core/documents/validator.ts. */
const DOCUMENTS = {
  daypass: 'daypass.schema.json',
  people: 'people.schema.json',
  bundles: 'bundles.schema.json',
  rules: 'rules.schema.json',
  holds: 'holds.schema.json',
  aws: 'integration-aws.schema.json',
  okta: 'integration-okta.schema.json',
  request: 'request.schema.json',
}

const BANNER = `// What the shapes of the documents are: generated from schemas/ by \`npm run types\`, never edited.`

/** The text of shapes.ts. One root schema, so that a shape used by two documents is one type. */
export async function writeShapes(): Promise<string> {
  const root = {
    title: 'Shapes',
    type: 'object',
    required: Object.keys(DOCUMENTS),
    properties: Object.fromEntries(Object.entries(DOCUMENTS).map(([name, file]) => [name, { $ref: file }])),
    additionalProperties: false,
  } as const
  return await compile(structuredClone(root), 'Shapes', {
    cwd: SCHEMAS,
    additionalProperties: false,
    bannerComment: BANNER,
    ignoreMinAndMaxItems: true,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(SHAPES_FILE, await writeShapes())
