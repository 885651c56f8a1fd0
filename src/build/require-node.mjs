// Says in one sentence that Node is too old where npm could not bring Node 24; plain JavaScript, so that any Node reads it.

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `Daypass needs Node 24: this machine has ${process.version} and the npm registry had no Node 24 for ${process.platform}-${process.arch}, so install Node 24 and try again.\n`,
  )
  process.exit(1)
}
