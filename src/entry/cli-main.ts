#!/usr/bin/env node
// Where the command line begins.

import { cli } from './cli.ts'

// Whoever read our output has gone (`daypass … | head`): the work goes on.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

process.exitCode = await cli(process.argv.slice(2), {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
})
