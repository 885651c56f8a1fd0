import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-VSDX2YJW.js";
import {
  paletteFor
} from "./chunk-W3OPDUOW.js";
import {
  documentsOnDisk
} from "./chunk-QUEYHEF3.js";
import {
  DIRECTORY,
  NO_CLONE,
  comeToNothing,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  previewOf
} from "./chunk-2EX7AZ4Z.js";
import "./chunk-VVTXVTWQ.js";
import "./chunk-NEZJEUP2.js";
import "./chunk-3XJGPOCY.js";
import "./chunk-Q7TH5AH4.js";
import "./chunk-4I2NBOY2.js";
import "./chunk-BRHYV7XR.js";
import "./chunk-ORH4TABW.js";
import "./chunk-ACWN32CH.js";
import {
  renderComment
} from "./chunk-3TEZTAY3.js";
import "./chunk-II3QPR52.js";
import "./chunk-P7QLCQC4.js";
import {
  renderJson
} from "./chunk-WCVGKVJT.js";
import "./chunk-BBNYUMFR.js";
import "./chunk-JTKNJNHK.js";
import "./chunk-3DQ5VN5P.js";
import "./chunk-KLSXLYHD.js";
import "./chunk-MKPITSXX.js";
import "./chunk-NCYCS7F2.js";
import "./chunk-UMAUITYW.js";
import "./chunk-2WQOCYBM.js";
import "./chunk-7TVF2A7Z.js";
import {
  filesAt
} from "./chunk-NLVPUNJU.js";
import "./chunk-2UJ2QYFQ.js";
import "./chunk-XSTEMTD2.js";
import {
  instantOf
} from "./chunk-3LHWW6RR.js";
import {
  openRepository
} from "./chunk-JWH2HOWL.js";
import "./chunk-3QGBH64G.js";
import {
  id,
  writeEdgeError
} from "./chunk-BRETIE5A.js";
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
