import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  DIRECTORY,
  LEDGER,
  NO_CLONE,
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  CHECKS,
  FILE,
  directoryIn,
  historyOf,
  proveVersions,
  settingsReader
} from "./chunk-KJZDNTLM.js";
import {
  LEDGER_BRANCH,
  gitLedger,
  inWorkspace
} from "./chunk-JMK5VHSZ.js";
import {
  remoteFrom,
  witnessOf
} from "./chunk-GWQYVHM3.js";
import {
  withDirectory
} from "./chunk-PPIAGT6I.js";
import {
  allVersions
} from "./chunk-UJQ553KK.js";
import "./chunk-HBBCUIXN.js";
import {
  carriesOf
} from "./chunk-7JT6UJO5.js";
import {
  NOTHING_READ
} from "./chunk-GXPNGJAR.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-HR7GG2YN.js";
import {
  loadAllKnowledge
} from "./chunk-ONGHTM6G.js";
import "./chunk-MWT5QNRM.js";
import {
  readRequest
} from "./chunk-SNQCUXD5.js";
import {
  REFUSED,
  WITHDRAWN
} from "./chunk-RPDRASIN.js";
import {
  KINDS,
  MODE_NAMES,
  readSettings
} from "./chunk-RYEE6VUW.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-WZHV26AT.js";
import {
  instantOf,
  writeInstant
} from "./chunk-66F3A4I2.js";
import {
  filesAt,
  textOfBlob
} from "./chunk-XHVTBLDS.js";
import "./chunk-624KHEYP.js";
import {
  openRepository,
  readBlobs
} from "./chunk-SMRKEGFD.js";
import {
  id,
  known,
  unknown,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonText,
  terminal
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/core/report/explain.ts
var MARKS = {
  yes: { sign: "✓", paint: "good" },
  no: { sign: "✗", paint: "bad" },
  unknown: { sign: "?", paint: "warn" }
};
function concerns(line, version) {
  const { entry } = line;
  switch (entry.is) {
    case "opened":
    case "told":
    case "closed":
      return false;
    case "granted":
      return entry.grants.some((one) => one.version === version.id);
    case "failed":
      return entry.versions.includes(version.id);
    case "ended":
    case "claimed":
      return entry.versions.some((one) => version.id.startsWith(one));
    default:
      return entry.version === version.id;
  }
}
function linesAbout(record, version) {
  if (record.is === "unknown") return [];
  const holdings = /* @__PURE__ */ new Set();
  return record.value.lines.filter((line) => {
    const { entry } = line;
    if (entry.is === "granted" && concerns(line, version)) holdings.add(entry.holding);
    return concerns(line, version) || entry.is === "ended" && holdings.has(entry.holding);
  });
}
var FAILED = { gives: "given", takes: "taken away", prepares: "prepared" };
var SAYS = {
  proved: ({ pull, rule, reviews }) => `proved: pull request #${pull}, rule ${rule}, reviews ${reviews.join(", ") || "none needed"}`,
  refused: ({ says }) => `refused: ${says}`,
  granted: ({ target, until }) => `given in ${target} until ${writeInstant(until)}`,
  ended: ({ target, because }) => `ended in ${target}: ${because}`,
  claimed: ({ target }) => `claimed in ${target}`,
  failed: ({ does, target, says }) => `could not be ${FAILED[does]} in ${target}: ${says}`,
  blocked: ({ because }) => `not given for now: ${because}`,
  had: ({ says }) => `nothing to give: ${says}`,
  withdrawn: () => `nothing was given: ${WITHDRAWN}`,
  brokeGlass: ({ pull, by, until }) => `glass broken by pull request #${pull}: ${by.join(", ")} must review it until ${writeInstant(until)}`,
  reviewed: ({ by, verdict }) => `reviewed afterwards: ${by} ${verdict}`
};
var sayOf = (entry) => SAYS[entry.is](entry);
var recordText = ({ at, entry }) => `${writeInstant(at)} ${sayOf(entry)}`;
function checkLines({ pull, checks }, palette) {
  const head = pull === null ? [] : [palette.strong(`  pull request #${pull}`)];
  return [
    ...head,
    ...checks.map((check) => {
      const { sign, paint } = MARKS[check.answer];
      return `    ${palette[paint](sign)} ${CHECKS[check.name]} ${palette.faint(terminal(check.says, 400))}`;
    })
  ];
}
function verdictText(verdict, palette) {
  if (verdict.is === "proved")
    return palette.good(`proved by pull request #${verdict.proof.pull} under rule ${terminal(verdict.proof.rule)}`);
  if (verdict.is === "unknown") return palette.warn(`not known: ${terminal(verdict.because, 400)}`);
  return palette.bad(`refused: ${terminal(verdict.says, 400)}`);
}
function editionText({ version, atHead, examination, verdict }, record, palette) {
  const cure = verdict.is === "refused" ? [`  → ${REFUSED[verdict.because].cure}`] : [];
  return [
    palette.strong(`${terminal(version.path)}${atHead ? "" : " (not at the head any more)"}`),
    `  landed ${writeInstant(version.landedAt)} by commit ${version.landing}`,
    `  bytes  ${version.blob}   edition ${version.id.slice(0, 16)}…`,
    ...(examination?.examined ?? []).flatMap((one) => checkLines(one, palette)),
    `  ${verdictText(verdict, palette)}`,
    ...cure,
    ...linesAbout(record, version).map((line) => palette.faint(`  record ${terminal(recordText(line), 400)}`))
  ].join("\n");
}
function explainText(explained, palette) {
  const { editions, record, remarks } = explained;
  const none = editions.length === 0 ? [palette.warn(`No request named ${terminal(explained.id)} ever landed.`)] : [];
  const unread = record.is === "unknown" ? [palette.warn(`The record was not read: ${terminal(writeEdgeError(record.because), 400)}`)] : [];
  return `${[...none, ...editions.map((one) => editionText(one, record, palette)), ...unread, ...remarks.map((one) => palette.warn(terminal(one, 600)))].join("\n\n")}
`;
}
var explainJson = ({ id: id2, editions, record, remarks }) => jsonText({
  id: id2,
  editions: editions.map(({ version, atHead, examination, verdict }) => ({
    version: version.id,
    path: version.path,
    blob: version.blob,
    landing: version.landing,
    landedAt: writeInstant(version.landedAt),
    atHead,
    verdict,
    checks: (examination?.examined ?? []).map(({ pull, checks }) => ({ pull, checks })),
    record: linesAbout(record, version)
  })),
  remarks: [...remarks, ...record.is === "unknown" ? [writeEdgeError(record.because)] : []]
});

// src/entry/explain.ts
import { join } from "node:path";
async function editionsOf(repository, versions) {
  const blobs = await readBlobs(
    repository,
    versions.map((version) => version.blob)
  );
  if (blobs.is === "unknown") return blobs;
  return known(
    versions.flatMap((version) => {
      const bytes = blobs.value.get(version.blob);
      if (bytes === void 0) return [];
      const file = {
        path: version.path,
        mode: "100644",
        blob: version.blob,
        bytes: bytes.length,
        text: bytes.toString("utf8")
      };
      const { request } = readRequest(file, KINDS);
      return request === null ? [] : [{ request, version }];
    })
  );
}
async function directoryOf({ environment, ledgerBranch }) {
  const remote = remoteFrom(environment, environment["GITHUB_TOKEN"] ?? null);
  if (remote === null) return null;
  return inWorkspace(environment, async (folder) => {
    const beside = await gitLedger({ remote, branch: ledgerBranch, directory: join(folder, "ledger.git") }).beside(FILE);
    return beside.is === "known" ? directoryIn(beside.value) : null;
  });
}
async function recordOf(asked) {
  const remote = remoteFrom(asked.environment, asked.environment["GITHUB_TOKEN"] ?? null);
  if (remote === null)
    return unknown({
      kind: "not-found",
      call: "reading the record",
      said: "GITHUB_REPOSITORY and GITHUB_SERVER_URL are not set"
    });
  return inWorkspace(
    asked.environment,
    (folder) => gitLedger({ remote, branch: asked.ledgerBranch, directory: join(folder, "ledger.git") }).read()
  );
}
async function explainRequest(asked) {
  const { directory, environment } = asked;
  asked.stage("Reading the history");
  const repository = await openRepository(asked.folder, asked.at);
  if (repository.is === "unknown") return repository;
  const history = await historyOf(repository.value, directory);
  if (history.is === "unknown") return history;
  const versions = allVersions(history.value, directory).filter((version) => version.request === asked.id);
  const editions = await editionsOf(repository.value, versions);
  if (editions.is === "unknown") return editions;
  const files = await filesAt(repository.value, repository.value.head, directory);
  if (files.is === "unknown") return files;
  const plain = readSettings(files.value, directory, KINDS, MODE_NAMES).settings;
  const kept = await directoryOf(asked);
  const head = plain === null || kept === null ? plain : withDirectory(plain, kept);
  const settingsAt = settingsReader(repository.value, directory);
  asked.stage("Asking GitHub who approved what");
  const proved = await proveVersions(
    {
      history: history.value,
      directory,
      start: asked.start === "" ? null : id(asked.start),
      versions: editions.value,
      heads: /* @__PURE__ */ new Map(),
      head,
      deciding: { knowledge: await loadAllKnowledge(), carries: carriesOf(), ...NOTHING_READ },
      now: instantOf(Date.now() / 1e3)
    },
    {
      evidence: witnessOf(environment, repository.value),
      textOf: (blob) => textOfBlob(repository.value, blob),
      directory: async (settings) => known(kept === null ? settings : withDirectory(settings, kept)),
      settingsAt: async (commits) => new Map(await Promise.all(commits.map(async (commit) => [commit, await settingsAt(commit)])))
    }
  );
  return known({
    id: asked.id,
    editions: versions.map((version) => ({
      version,
      atHead: files.value.some((file) => file.path === version.path && file.blob === version.blob),
      examination: proved.examinations.get(version.id) ?? null,
      verdict: proved.verdicts.get(version.id) ?? {
        is: "unknown",
        because: "the file of this edition cannot be read any more"
      }
    })),
    record: await recordOf(asked),
    remarks: [...proved.alarms, ...proved.reminders]
  });
}

// src/entry/commands/explain.ts
var explain = {
  tells: 'Prints every edition of a request that ever landed, how each was judged, check by check, and what the record says was given. Works in any full clone; GitHub is asked only when GITHUB_REPOSITORY and GITHUB_TOKEN are set, otherwise those checks read "could not be asked".',
  argument: "<request id>",
  options: {
    directory: DIRECTORY,
    at: { type: "string", says: "commit or branch that is read (default: HEAD)" },
    start: { type: "string", says: "pinned start of the settings (a full commit SHA)" },
    "ledger-branch": LEDGER
  },
  async run(invocation) {
    const { terminal: terminal2 } = invocation;
    const [name] = invocation.positionals;
    if (name === void 0)
      return comeToNothing(invocation, EXIT.findings, "Which request? daypass explain <request id>");
    const start = textOf(invocation, "start", "");
    if (start !== "" && !/^[0-9a-f]{40}$/.test(start))
      return comeToNothing(invocation, EXIT.findings, `--start is not a full commit SHA: ${JSON.stringify(start)}.`);
    const explained = await explainRequest({
      id: name,
      folder: process.cwd(),
      at: textOf(invocation, "at", "HEAD"),
      directory: textOf(invocation, "directory", "config"),
      start,
      ledgerBranch: textOf(invocation, "ledger-branch", LEDGER_BRANCH),
      environment: invocation.environment,
      stage: terminal2.stage
    });
    if (explained.is === "unknown")
      return comeToNothing(invocation, EXIT.failed, writeEdgeError(explained.because), NO_CLONE);
    terminal2.out(
      (invocation.values["json"] === true ? explainJson(explained.value) : explainText(explained.value, paletteFor(terminal2))).trimEnd()
    );
    return explained.value.editions.length === 0 ? EXIT.findings : EXIT.done;
  }
};
export {
  explain
};
