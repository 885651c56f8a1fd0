#!/usr/bin/env node
// Where the command line begins: on Node 24 or later, and whoever reads its output may leave before it ends.

// Whoever read our output has gone (`daypass … | head`): the work goes on.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`daypass needs Node 24 or later; this is ${process.version}.\n`)
  process.exitCode = 1
} else {
  // An older Node could not even read the rest.
  const { cli } = await import('./cli.ts')
  process.exitCode = await cli(process.argv.slice(2), {
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
  })
}
