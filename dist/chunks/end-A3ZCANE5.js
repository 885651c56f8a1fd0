import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  documentsOnDisk
} from "./chunk-ICKVJLI7.js";
import {
  DIRECTORY,
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  filesAt
} from "./chunk-XHVTBLDS.js";
import {
  isRequestPath,
  requestIdOf
} from "./chunk-624KHEYP.js";
import {
  openRepository
} from "./chunk-SMRKEGFD.js";
import {
  nearest,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonLine,
  terminal
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/entry/commands/end.ts
import { rm } from "node:fs/promises";
import { join } from "node:path";
async function isCommitted(path, directory) {
  const repository = await openRepository(process.cwd(), "HEAD");
  if (repository.is === "unknown") return false;
  const files = await filesAt(repository.value, repository.value.head, directory);
  return files.is === "known" && files.value.some((file) => file.path === path);
}
var end = {
  tells: "Deletes the file of a request in this folder. Commit that in a pull request: nobody has to approve it, and the access ends with the run after the merge. Until you commit, git checkout brings the file back.",
  argument: "<request id>",
  options: { directory: DIRECTORY },
  async run(invocation) {
    const { terminal: terminal2, values } = invocation;
    const [name] = invocation.positionals;
    if (name === void 0) return comeToNothing(invocation, EXIT.findings, "Which request? daypass end <request id>");
    const directory = textOf(invocation, "directory", "config");
    const files = await documentsOnDisk(process.cwd(), directory);
    if (files.is === "unknown") return comeToNothing(invocation, EXIT.findings, writeEdgeError(files.because));
    const paths = files.value.map(({ path: path2 }) => path2).filter((path2) => isRequestPath(path2, directory));
    const mine = paths.filter((path2) => requestIdOf(path2) === name);
    const [path] = mine;
    if (path === void 0) {
      const near = nearest(name, paths.map(requestIdOf));
      const hint = near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`;
      return comeToNothing(invocation, EXIT.findings, `There is no request ${JSON.stringify(name)} here.${hint}`);
    }
    if (mine.length > 1)
      return comeToNothing(
        invocation,
        EXIT.findings,
        `Several files have that name: ${mine.join(", ")}. Delete the one you mean.`
      );
    if (!await isCommitted(path, directory))
      return comeToNothing(
        invocation,
        EXIT.findings,
        `${path} was never committed, so it asks for nothing yet, and git could not bring it back. Delete it yourself.`
      );
    await rm(join(process.cwd(), path));
    if (values["json"] === true) terminal2.out(jsonLine({ deleted: path }));
    else
      terminal2.out(
        `Deleted ${terminal(path)}. Commit it in a pull request; nobody has to approve that.
Until then: git checkout -- ${terminal(path)} brings it back.`
      );
    return EXIT.done;
  }
};
export {
  end
};
