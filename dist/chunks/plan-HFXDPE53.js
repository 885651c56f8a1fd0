import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-OEKKDT2P.js";
import {
  openKept
} from "./chunk-OSJWEVJR.js";
import {
  documentsOnDisk
} from "./chunk-ICKVJLI7.js";
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  DIRECTORY,
  NO_CLONE,
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  renderComment
} from "./chunk-HIG56UEW.js";
import {
  openedOnce,
  previewOf
} from "./chunk-KK3ORUH6.js";
import "./chunk-PMYHNS3L.js";
import "./chunk-BJYXXNPA.js";
import "./chunk-KXVJTGQ5.js";
import "./chunk-DOMC5XNT.js";
import "./chunk-LVRSQMLL.js";
import "./chunk-F7HWOFK5.js";
import "./chunk-MLL6COA7.js";
import {
  renderJson
} from "./chunk-OEFKE5MR.js";
import "./chunk-ZGXARGJR.js";
import "./chunk-GCIT4A5K.js";
import "./chunk-I35WAWJI.js";
import "./chunk-LHTDSFUB.js";
import "./chunk-RAKDFB7L.js";
import {
  DATA_BRANCH
} from "./chunk-PW2QCYM6.js";
import "./chunk-PPIAGT6I.js";
import "./chunk-UJQ553KK.js";
import "./chunk-7JT6UJO5.js";
import "./chunk-GXPNGJAR.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-HR7GG2YN.js";
import "./chunk-ONGHTM6G.js";
import "./chunk-MWT5QNRM.js";
import "./chunk-SNQCUXD5.js";
import "./chunk-RPDRASIN.js";
import "./chunk-RYEE6VUW.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-WZHV26AT.js";
import {
  instantOf
} from "./chunk-66F3A4I2.js";
import {
  filesAt
} from "./chunk-XHVTBLDS.js";
import "./chunk-624KHEYP.js";
import {
  openRepository
} from "./chunk-SMRKEGFD.js";
import {
  id,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/entry/commands/plan.ts
var side = (file) => file === void 0 ? null : { blob: file.blob, mode: file.mode };
function touchedBetween(base, files) {
  const [before, after] = [base, files].map((some) => new Map(some.map((file) => [file.path, file])));
  const paths = [...new Set([...base, ...files].map((file) => file.path))].sort();
  const changes = paths.map((path) => ({ path, before: side(before?.get(path)), after: side(after?.get(path)) }));
  return new Map(
    changes.filter(({ before: one, after: other }) => one?.blob !== other?.blob || one?.mode !== other?.mode).map((change) => [change.path, change])
  );
}
var BASES = ["origin/HEAD", "origin/main", "main", "HEAD"];
async function openBase(named) {
  for (const name of named === "" ? BASES : [named]) {
    const repository = await openRepository(process.cwd(), name);
    if (repository.is === "known" || name === "HEAD" || named !== "") return repository;
  }
  throw new Error("HEAD is tried last");
}
var plan = {
  tells: "Compares the files on disk with the default branch and judges every new request by the rules of the default branch. Needs no credentials: the cloud is not looked at, and reviews are only known on GitHub, where the Action prints the same on the pull request.",
  argument: null,
  options: {
    directory: DIRECTORY,
    base: { type: "string", says: "branch or commit to compare with (default: origin/HEAD, then main)" },
    as: { type: "string", says: "handle of whoever will open the pull request (default: each beneficiary)" },
    markdown: { type: "boolean", says: "print the comment as it will stand on the pull request" }
  },
  async run(invocation) {
    const { terminal } = invocation;
    const directory = textOf(invocation, "directory", "config");
    terminal.stage("Reading");
    const [repository, files] = await Promise.all([
      openBase(textOf(invocation, "base", "")),
      documentsOnDisk(process.cwd(), directory)
    ]);
    const base = repository.is === "unknown" ? repository : await filesAt(repository.value, repository.value.head, directory);
    if (base.is === "unknown") return comeToNothing(invocation, EXIT.failed, writeEdgeError(base.because), NO_CLONE);
    if (files.is === "unknown") return comeToNothing(invocation, EXIT.failed, writeEdgeError(files.because));
    const as = textOf(invocation, "as", "");
    const told = await previewOf({
      people: null,
      inventory: openedOnce(() => openKept(process.cwd(), DATA_BRANCH)),
      directory,
      base: base.value,
      files: files.value,
      touched: touchedBetween(base.value, files.value),
      author: ({ people }) => {
        const person = people.get(id(as))?.handle;
        return person === void 0 ? null : { is: "person", person };
      },
      opinions: async () => () => [],
      now: instantOf(Date.now() / 1e3),
      openedAt: null,
      head: null,
      web: null
    });
    if (told === null)
      return comeToNothing(
        invocation,
        EXIT.findings,
        "The settings of the default branch are broken: run daypass validate there."
      );
    const { story, exit, author } = told;
    if (as !== "" && author === null)
      return comeToNothing(invocation, EXIT.findings, `--as names nobody in people.yaml: ${JSON.stringify(as)}.`);
    const { json, markdown } = invocation.values;
    terminal.out(
      (json === true ? renderJson(story) : markdown === true ? renderComment(story) : renderText(story, paletteFor(terminal))).trimEnd()
    );
    return exit;
  }
};
export {
  plan
};
