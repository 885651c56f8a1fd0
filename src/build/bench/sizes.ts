// How large the bundle is, and what of it the Action's commands load.

import { type Bench, type BuiltFile, megabytes, told } from './row.ts'

const sum = (files: readonly BuiltFile[], of: (file: BuiltFile) => number): number =>
  files.reduce((total, file) => total + of(file), 0)

export const sizes: Bench = async ({ bundle }) => {
  const files = bundle.files.filter(({ path }) => path.endsWith('.js'))
  const [largest] = [...files].sort((a, b) => b.bytes - a.bytes)
  if (largest === undefined) throw new Error('the bundle is empty')
  return [
    told('bundle', `${megabytes(sum(files, ({ bytes }) => bytes))}, packed ${megabytes(sum(files, ({ packed }) => packed))}, in ${files.length} files`),
    told('… its largest file', `${largest.path}, ${megabytes(largest.bytes)}: ${largest.packages.slice(0, 6).join(', ')}`),
  ]
}
