import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-VZLELGCV.js";
import {
  openKept
} from "./chunk-NDIINBP7.js";
import {
  documentsOnDisk
} from "./chunk-ICKVJLI7.js";
import {
  paletteFor
} from "./chunk-FIVHJIUU.js";
import {
  DIRECTORY,
  NO_CLONE,
  comeToNothing,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderComment
} from "./chunk-DZY5NGYF.js";
import {
  openedOnce,
  previewOf
} from "./chunk-INTG7NLL.js";
import "./chunk-7CGVGK5D.js";
import "./chunk-DAWJO75X.js";
import "./chunk-OIULP6EQ.js";
import "./chunk-TJY5NEY7.js";
import "./chunk-LD3JIO3D.js";
import "./chunk-PQDG43KA.js";
import "./chunk-FRNHMPLS.js";
import {
  renderJson
} from "./chunk-QXFK2I75.js";
import "./chunk-QKASDXWR.js";
import "./chunk-6QPEC5TJ.js";
import "./chunk-3MY5FIOM.js";
import "./chunk-T4R4LDBN.js";
import "./chunk-3VWKRJI2.js";
import {
  DATA_BRANCH
} from "./chunk-6LNS6LGE.js";
import "./chunk-Q2U4YQK2.js";
import "./chunk-P74PPUF5.js";
import "./chunk-ZTHWTGOS.js";
import "./chunk-UUXO3RIX.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-KDUPEEQT.js";
import "./chunk-TBVSBYU5.js";
import "./chunk-WHAAPO5P.js";
import "./chunk-D43YCVMT.js";
import "./chunk-W6ECXA5O.js";
import "./chunk-5B7DYJGG.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-GGJGEAAL.js";
import {
  instantOf
} from "./chunk-M5MJU6YO.js";
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
} from "./chunk-3LZXKVQR.js";
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
    if (base.is === "unknown")
      return comeToNothing(invocation, EXIT.failed, `${writeEdgeError(base.because)}
${NO_CLONE}`);
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
