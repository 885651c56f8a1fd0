#!/usr/bin/env node
import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/entry/cli-main.ts
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
if (Number(process.versions.node.split(".")[0]) < 24) {
  process.stderr.write(`daypass needs Node 24 or later; this is ${process.version}.
`);
  process.exitCode = 1;
} else {
  const { cli } = await import("./chunks/cli-7FGZ7SV2.js");
  process.exitCode = await cli(process.argv.slice(2), {
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr
  });
}
