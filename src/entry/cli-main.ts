#!/usr/bin/env node
// Where the command line begins.

import { cli } from './cli.ts'

process.exitCode = await cli(process.argv.slice(2), {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
})
