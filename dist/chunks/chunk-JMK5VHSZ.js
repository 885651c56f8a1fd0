import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  WITHDRAWN
} from "./chunk-RPDRASIN.js";
import {
  grantedKey
} from "./chunk-RYEE6VUW.js";
import {
  optionsFor
} from "./chunk-7ZAPLNTP.js";
import {
  canonicalJson,
  digest,
  isInstant,
  writeInstant
} from "./chunk-66F3A4I2.js";
import {
  git,
  gitError
} from "./chunk-SMRKEGFD.js";
import {
  id,
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

// src/edges/git/ledger.ts
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/core/report/chain.ts
var CHAIN_START = id("0".repeat(64));
var writeLine = (line) => canonicalJson(line);
var lineDigest = (line) => digest(writeLine(line));
function chainOn(last, entries, at, run2) {
  const lines = [];
  let prev = last;
  for (const entry of entries) {
    const line = { v: 1, at, run: run2, prev, entry };
    lines.push(line);
    prev = lineDigest(line);
  }
  return lines;
}
function verifyChain(lines) {
  let last = CHAIN_START;
  for (const [index, line] of lines.entries()) {
    if (line.prev !== last) return { is: "broken", line: index + 1 };
    last = lineDigest(line);
  }
  return { is: "whole", last };
}

// src/core/report/fold.ts
var heldOn = (known2, holding) => [...known2.on.get(holding) ?? []].flatMap(
  /* v8 ignore next -- @preserve: `on` holds keys of `granted` alone, and nothing is ever taken out of that */
  (key) => known2.granted.get(key) ?? []
);
var standsOn = (known2, holding) => heldOn(known2, holding).some((one) => one.ended === null);
function endAs(known2, one, because, at) {
  if (one.ended?.because === "undone" || one.ended !== null && because === "changed") return;
  known2.granted.set(grantedKey(one.grant, one.version), { ...one, ended: { because, at } });
}
function noTrouble(known2, version, holding) {
  const there = known2.trouble.get(version);
  if (there?.does !== "takes" || there.holding === holding) known2.trouble.delete(version);
}
var learn = {
  opened: () => void 0,
  closed: () => void 0,
  proved: (known2, { version, pull, reviews, way, rule }, { at, line }) => {
    known2.accepted.set(version, { pull, reviews, way, rule, at });
    known2.news.set(version, line);
  },
  // What another run took meanwhile needs no taking any more.
  failed: (known2, { holding, versions, does, says }, { at, line }) => {
    const over = does === "takes" && !standsOn(known2, holding) ? heldOn(known2, holding).map((one) => one.version) : [];
    for (const version of versions.filter((one) => !over.includes(one))) {
      known2.trouble.set(version, { is: "failed", does, says, cure: "", at, holding });
      known2.news.set(version, line);
    }
  },
  blocked: (known2, { version, because, cure }, { at, line }) => {
    known2.trouble.set(version, { is: "blocked", does: "gives", says: because, cure, at });
    known2.news.set(version, line);
  },
  had: (known2, { version, says }, { at, line }) => {
    known2.trouble.set(version, { is: "had", does: "gives", says, cure: "", at });
    known2.news.set(version, line);
  },
  withdrawn: (known2, { version }, { at, line }) => {
    known2.trouble.set(version, { is: "withdrawn", does: "gives", says: WITHDRAWN, cure: "", at });
    known2.news.set(version, line);
  },
  brokeGlass: (known2, { version, request, pull, by, until }, { at, line }) => {
    known2.glass.set(version, { request, pull, by, until, at, reviewed: known2.glass.get(version)?.reviewed ?? null });
    known2.news.set(version, line);
  },
  reviewed: (known2, { version, by, review, verdict }, { at, line }) => {
    const glass = known2.glass.get(version);
    if (glass === void 0) return;
    known2.glass.set(version, { ...glass, reviewed: { by, review, verdict, at } });
    known2.news.set(version, line);
  },
  told: (known2, { through, untold }, { at, line }) => {
    known2.telling = { through: Math.max(known2.telling.through, through), at };
    for (const [version, newest] of known2.news) if (newest <= through) known2.news.delete(version);
    for (const version of untold) known2.news.set(version, line);
  },
  // Final for that version: the first refusal stands, and whatever it waited for before is over.
  refused: (known2, { version, because, says }, { line }) => {
    known2.trouble.delete(version);
    if (!known2.refused.has(version)) known2.refused.set(version, { because, says });
    known2.news.set(version, line);
  },
  claimed: (known2, { holding, mode, target, account, versions, existedBefore }, { at }) => {
    const before = known2.claims.get(holding);
    known2.claims.set(holding, {
      versions: [.../* @__PURE__ */ new Set([...before?.versions ?? [], ...versions])],
      // The newest knows best: what was there before may have been taken away and been given by us since.
      existedBefore,
      at,
      mode,
      target,
      account
    });
    if (!existedBefore) known2.open.set(holding, { target, account, mode });
  },
  // A line names all who hold it from now on: whoever else held it was cut off, and must hear of it.
  granted: (known2, entry, { line }) => {
    const { holding, mode, target, account, identity, content, until, reach, confirmed } = entry;
    const named = new Set(entry.grants.map(({ grant, version }) => grantedKey(grant, version)));
    for (const one of heldOn(known2, holding)) {
      if (one.ended !== null || named.has(grantedKey(one.grant, one.version))) continue;
      const because = one.until <= confirmed ? "expired" : "changed";
      known2.granted.set(grantedKey(one.grant, one.version), { ...one, ended: { because, at: confirmed } });
      if (known2.trouble.get(one.version)?.does === "takes") noTrouble(known2, one.version, holding);
      known2.news.set(one.version, line);
    }
    for (const { grant, version } of entry.grants) {
      known2.news.set(version, line);
      noTrouble(known2, version, holding);
      const key = grantedKey(grant, version);
      const before = known2.granted.get(key);
      const ended = before?.ended?.because === "undone" ? before.ended : null;
      const at = before?.at ?? confirmed;
      known2.granted.set(key, {
        grant,
        version,
        holding,
        mode,
        target,
        account,
        identity,
        content,
        until,
        reach,
        at,
        confirmed,
        ended
      });
      if (before !== void 0) known2.on.get(before.holding)?.delete(key);
      known2.on.set(holding, (known2.on.get(holding) ?? /* @__PURE__ */ new Set()).add(key));
    }
    known2.ended.delete(holding);
    known2.open.set(holding, { target, account, mode });
  },
  ended: (known2, { holding, because, versions, confirmed }, { line }) => {
    const ended = ({ version, ended: before }) => versions.length === 0 ? before === null : versions.some((one) => version.startsWith(one));
    for (const one of heldOn(known2, holding).filter(ended)) {
      known2.news.set(one.version, line);
      if (one.ended === null) noTrouble(known2, one.version, holding);
      endAs(known2, one, because, confirmed);
    }
    if (standsOn(known2, holding)) return;
    known2.ended.set(holding, { because, at: confirmed });
    known2.claims.delete(holding);
    known2.open.delete(holding);
  }
};
function apply(known2, entry, stands) {
  learn[entry.is](known2, entry, stands);
}
var READ_THE_BRANCH = ["apply", "expire"];
function foldLines(lines) {
  const known2 = {
    granted: /* @__PURE__ */ new Map(),
    on: /* @__PURE__ */ new Map(),
    refused: /* @__PURE__ */ new Map(),
    ended: /* @__PURE__ */ new Map(),
    claims: /* @__PURE__ */ new Map(),
    open: /* @__PURE__ */ new Map(),
    accepted: /* @__PURE__ */ new Map(),
    trouble: /* @__PURE__ */ new Map(),
    glass: /* @__PURE__ */ new Map(),
    telling: { through: 0, at: null },
    news: /* @__PURE__ */ new Map()
  };
  const heads = /* @__PURE__ */ new Map();
  for (const [index, { at, entry }] of lines.entries()) {
    apply(known2, entry, { at, line: index + 1 });
    if (entry.is === "opened" && READ_THE_BRANCH.includes(entry.job)) heads.set(entry.head, at);
  }
  const last = lines.at(-1);
  return {
    granted: known2.granted,
    refused: known2.refused,
    ended: known2.ended,
    claims: known2.claims,
    open: [...new Map([...known2.open.values()].map((one) => [`${one.mode} ${one.account}`, one])).values()],
    accepted: known2.accepted,
    trouble: known2.trouble,
    glass: known2.glass,
    telling: { ...known2.telling, news: known2.news },
    heads,
    since: lines[0]?.at ?? null,
    lastDigest: last === void 0 ? CHAIN_START : lineDigest(last),
    lines: lines.length,
    state: last === void 0 ? "new" : "whole"
  };
}
function unclosedRuns(lines) {
  const open = /* @__PURE__ */ new Set();
  for (const { run: run2, entry } of lines) {
    if (entry.is === "opened") open.add(run2);
    if (entry.is === "closed") open.delete(run2);
  }
  return [...open];
}

// src/core/report/line.ts
var text = (value) => typeof value === "string";
var filled = (value) => typeof value === "string" && value !== "";
var count = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
var instant = (value) => typeof value === "number" && value >= 0 && isInstant(value);
var truth = (value) => typeof value === "boolean";
var hash = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
var object = (value) => typeof value === "string" && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
var orNull = (check) => (value) => value === null || check(value);
var listOf = (check) => (value) => Array.isArray(value) && value.every(check);
var among = (words) => (value) => typeof value === "string" && words.includes(value);
var exactly = (fields) => (value) => {
  if (value === null || value === void 0 || typeof value !== "object" || Array.isArray(value)) return false;
  const found = new Map(Object.entries(value));
  const names = Object.keys(fields);
  return found.size === names.length && names.every((name) => found.has(name) && fields[name]?.(found.get(name)));
};
var ABOUT = { holding: filled, mode: filled, target: filled, account: filled };
var BECAUSE = {
  expired: true,
  withdrawn: true,
  denied: true,
  held: true,
  changed: true,
  closing: true,
  stray: true,
  refused: true,
  undone: true
};
var ENTRIES = {
  opened: { head: object, plan: hash, job: filled },
  proved: {
    version: filled,
    request: filled,
    blob: object,
    landing: object,
    pull: count,
    reviews: listOf(count),
    way: text,
    rule: text,
    settingsAtLanding: text,
    settingsNow: text
  },
  refused: { version: filled, request: filled, because: filled, says: text },
  claimed: { ...ABOUT, versions: listOf(filled), existedBefore: truth },
  granted: {
    ...ABOUT,
    grants: listOf(exactly({ grant: filled, version: filled })),
    identity: text,
    content: hash,
    until: instant,
    reach: listOf(text),
    confirmed: instant
  },
  ended: {
    ...ABOUT,
    because: among(Object.keys(BECAUSE)),
    versions: listOf(filled),
    until: orNull(instant),
    confirmed: instant
  },
  failed: { ...ABOUT, does: among(["gives", "takes", "prepares"]), versions: listOf(filled), says: text },
  blocked: { version: filled, request: filled, because: text, cure: text },
  had: { version: filled, request: filled, says: text },
  withdrawn: { version: filled },
  brokeGlass: { version: filled, request: filled, pull: count, by: listOf(filled), until: instant },
  reviewed: {
    version: filled,
    request: filled,
    by: filled,
    review: count,
    verdict: among(["approved", "objected"])
  },
  told: { through: count, untold: listOf(filled) },
  closed: { exit: count, done: count, failed: count, skipped: count }
};
var CHECKS = new Map(
  Object.entries(ENTRIES).map(([is, fields]) => [is, exactly({ is: among([is]), ...fields })])
);
var isEntry = (value) => {
  if (value === null || value === void 0 || typeof value !== "object" || Array.isArray(value)) return false;
  const is = new Map(Object.entries(value)).get("is");
  return typeof is === "string" && (CHECKS.get(is)?.(value) ?? false);
};
var LINE = exactly({ v: (value) => value === 1, at: instant, run: filled, prev: hash, entry: isEntry });
var isLine = (value) => LINE(value);
function readLine(written) {
  let value;
  try {
    value = JSON.parse(written);
  } catch {
    return { is: "garbage", says: "not JSON" };
  }
  if (!isLine(value)) return { is: "garbage", says: "not a line of a shape this version of Daypass knows" };
  return writeLine(value) === written ? { is: "line", line: value } : { is: "garbage", says: "not in canonical form" };
}

// src/edges/git/ledger-files.ts
var NOTHING_YET = { ledger: foldLines([]), lines: [], commit: null, months: [] };
var garbage = (said) => unknown({ kind: "garbage", call: "git: read of the ledger", said });
async function run(call, parameters, options) {
  const answer = await git(parameters, options);
  return answer.code === 0 ? known(answer.stdout) : unknown(gitError(call, answer));
}
var readTree = (listing) => listing.split("\0").filter((row) => row !== "").map((row) => {
  const [head = "", name = ""] = [row.slice(0, row.indexOf("	")), row.slice(row.indexOf("	") + 1)];
  const [mode = "", type = "", object2 = ""] = head.split(" ");
  return { mode, type, object: object2, name };
});
var MOST_BYTES = 536870912;
var bytesIn = (listing) => listing.split("\0").reduce((sum, row) => sum + Number(/^\d+ blob \w+ +(\d+)\t/.exec(row)?.[1] ?? 0), 0);
var MONTH = /^\d{4}-\d{2}\.jsonl$/;
async function readLedgerCommit(commit, options) {
  const listed = await run("read of the ledger", ["ls-tree", "-z", "-l", `${commit}:record`], options);
  if (listed.is === "unknown") return listed;
  const size = bytesIn(listed.value.toString());
  if (size > MOST_BYTES)
    return unknown({
      kind: "quota",
      call: "git: read of the ledger",
      said: `it has ${size} bytes, and ${MOST_BYTES} are read`
    });
  const files = readTree(listed.value.toString()).toSorted((a, b) => a.name < b.name ? -1 : 1);
  const stranger = files.find((file) => file.mode !== "100644" || !MONTH.test(file.name));
  if (stranger !== void 0) return garbage(`record/${stranger.name} is not a file of the record`);
  const months = [];
  const lines = [];
  for (const file of files) {
    const bytes = await run("read of the ledger", ["cat-file", "blob", file.object], options);
    if (bytes.is === "unknown") return bytes;
    const text2 = bytes.value.toString("utf8");
    if (!text2.endsWith("\n")) return garbage(`record/${file.name} is cut off at its end`);
    for (const [index, written] of text2.slice(0, -1).split("\n").entries()) {
      const read = readLine(written);
      if (read.is === "garbage") return garbage(`record/${file.name}:${index + 1} is ${read.says}`);
      lines.push(read.line);
    }
    months.push({ name: file.name, text: text2 });
  }
  const chain = verifyChain(lines);
  if (chain.is === "broken") return garbage(`the chain is broken at line ${chain.line} of ${lines.length}`);
  return known({ ledger: foldLines(lines), lines, commit, months });
}
var WRITING = "write of the ledger";
var WHO = { name: "daypass", email: "daypass@localhost" };
async function readBeside(commit, name, options) {
  const listed = await run("read beside the ledger", ["ls-tree", "-z", "-l", commit, "--", name], options);
  if (listed.is === "unknown") return listed;
  const [file] = readTree(listed.value.toString());
  if (file === void 0 || bytesIn(listed.value.toString()) > MOST_BESIDE) return known(null);
  const bytes = await run("read beside the ledger", ["cat-file", "blob", file.object], options);
  return bytes.is === "unknown" ? bytes : known(bytes.value.toString("utf8"));
}
var MOST_BESIDE = 8388608;
var NEXT = "refs/daypass/next";
var counted = (text2) => `data ${Buffer.byteLength(text2)}
${text2}
`;
function streamOf(from, at, message, files) {
  const written = [...files].map(([name, text2]) => `M 100644 inline ${name}
${counted(text2)}`);
  return [
    `commit ${NEXT}
mark :1
committer ${WHO.name} <${WHO.email}> ${at} +0000
`,
    counted(message),
    from === null ? "" : `from ${from}
`,
    ...written,
    "\nget-mark :1\n",
    // No ref is left: it would be offered to the remote with the next fetch, which does not know it.
    `reset ${NEXT}
from ${"0".repeat(40)}

done
`
  ].join("");
}
var COMMIT = /^[0-9a-f]{40,64}$/;
async function extendLedger(seen, entries, at, by, options, beside = /* @__PURE__ */ new Map()) {
  const appended = chainOn(seen.ledger.lastDigest, entries, at, by);
  const newest = seen.months.at(-1)?.name ?? "";
  const name = [`${writeInstant(at).slice(0, 7)}.jsonl`, newest].toSorted().at(-1) ?? newest;
  const before = newest === name ? seen.months.at(-1)?.text ?? "" : "";
  const text2 = before + appended.map((line) => `${writeLine(line)}
`).join("");
  const none = entries.length === 0;
  const count2 = entries.length === 1 ? "1 line" : `${entries.length} lines`;
  const message = `${none ? [...beside.keys()].join(", ") : count2} by run ${by}
`;
  const files = new Map([...none ? [] : [[`record/${name}`, text2]], ...beside]);
  const made = await run(WRITING, ["fast-import", "--quiet", "--done", "--force", "--date-format=raw"], {
    ...options,
    input: streamOf(seen.commit, at, message, files)
  });
  if (made.is === "unknown") return made;
  const commit = made.value.toString().trim();
  if (!COMMIT.test(commit)) return unknown({ kind: "garbage", call: `git: ${WRITING}`, said: "git named no commit" });
  const lines = [...seen.lines, ...appended];
  const months = none ? seen.months : [...seen.months.filter((month) => month.name !== name), { name, text: text2 }];
  return known({ ledger: foldLines(lines), lines, commit: id(commit), months, appended });
}

// src/edges/git/ledger.ts
var LEDGER_BRANCH = "daypass-ledger";
var TRIES = 6;
var LONGEST = 18e4;
var HERE = "refs/daypass/ledger";
var REFUSED = /protected branch|hook declined|GH\d{3}|not allowed|shallow update|permission/i;
var pushError = (stderr, code) => {
  const error = gitError("push of the ledger", { code, stderr });
  return REFUSED.test(stderr) ? { ...error, kind: "denied" } : error;
};
async function tipOf(place, options) {
  const name = `refs/heads/${place.branch}`;
  const listed = await git(["ls-remote", "--quiet", "--end-of-options", place.remote.url, name], options);
  if (listed.code !== 0) return unknown(gitError("look for the ledger", listed));
  const row = listed.stdout.toString().split("\n").find((line) => line.endsWith(`	${name}`));
  return known(row === void 0 ? null : id(row.slice(0, row.indexOf("	"))));
}
async function fetchTip(place, options) {
  const what = `+refs/heads/${place.branch}:${HERE}`;
  const flags = ["--quiet", "--no-tags", "--depth=1", "--no-write-fetch-head", "--force", "--end-of-options"];
  const fetched = await git(["fetch", ...flags, place.remote.url, what], options);
  if (fetched.code !== 0) return unknown(gitError("fetch of the ledger", fetched));
  const parsed = await git(["rev-parse", "--verify", "--end-of-options", `${HERE}^{commit}`], options);
  if (parsed.code !== 0) return unknown(gitError("fetch of the ledger", parsed));
  return known(id(parsed.stdout.toString().trim()));
}
var standsAt = (lines, from, mine) => mine.length > 0 && mine.every((line, index) => {
  const there = lines[from + index];
  return there !== void 0 && writeLine(there) === writeLine(line);
});
function gitLedger(place) {
  let options = null;
  let last = null;
  async function opened() {
    if (options !== null) return known(options);
    if (!/^[\w][\w./-]*$/.test(place.branch) || place.branch.includes(".."))
      return unknown({ kind: "invalid", call: "git: ledger", said: `no branch can be called ${place.branch}` });
    const directory = place.directory ?? await mkdtemp(join(tmpdir(), "daypass-ledger-"));
    const made = await git(["init", "--quiet", "--bare", "--end-of-options", directory], { directory: null });
    if (made.code !== 0) return unknown(gitError("init", made));
    options = optionsFor(place.remote, directory);
    return known(options);
  }
  async function fetchedNow(using) {
    const fetched = await fetchTip(place, using);
    return fetched.is === "unknown" ? fetched : readLedgerCommit(fetched.value, using);
  }
  async function current(using) {
    const first = last === null ? await fetchedNow(using) : null;
    if (first !== null && (first.is === "known" || first.because.kind !== "not-found")) return kept(first);
    const tip = await tipOf(place, using);
    if (tip.is === "unknown") return tip;
    if (tip.value === null) return kept(known(NOTHING_YET));
    if (last?.commit === tip.value) return known(last);
    return kept(await fetchedNow(using));
  }
  function kept(seen) {
    if (seen.is === "known") last = seen.value;
    return seen;
  }
  async function push(from, to, using) {
    const name = `refs/heads/${place.branch}`;
    const lease = `--force-with-lease=${name}:${from ?? ""}`;
    const sent = await git(["push", "--quiet", lease, "--end-of-options", place.remote.url, `${to}:${name}`], using);
    return sent.code === 0 ? null : pushError(sent.stderr, sent.code);
  }
  async function append(entries, at, run2, files = /* @__PURE__ */ new Map()) {
    const using = await opened();
    if (using.is === "unknown") return using;
    let failed = null;
    let mine = [];
    let from = 0;
    const changes = entries.length > 0 || files.size > 0;
    const started = performance.now();
    for (let attempt = 0; attempt < TRIES && performance.now() - started <= LONGEST; attempt += 1) {
      if (attempt > 0) await (place.pause ?? sleep)(200 * 2 ** (attempt - 1));
      const seen = changes && last !== null ? known(last) : await current(using.value);
      if (seen.is === "unknown") {
        if (failed === null || seen.because.kind === "garbage") return seen;
        failed = seen.because;
        continue;
      }
      if (standsAt(seen.value.lines, from, mine)) return known({ ...readOf(seen.value), appended: mine });
      const nothing = files.size === 0 || seen.value.commit === null;
      if (entries.length === 0 && nothing) return known({ ...readOf(seen.value), appended: [] });
      if (failed?.kind === "denied") return unknown(failed);
      const next = await extendLedger(seen.value, entries, at, run2, using.value, files);
      if (next.is === "unknown") return next;
      mine = next.value.appended;
      from = seen.value.lines.length;
      failed = await push(seen.value.commit, next.value.commit, using.value);
      last = failed === null ? next.value : null;
      if (failed === null) return known({ ...readOf(next.value), appended: mine });
    }
    return unknown(failed ?? { kind: "conflict", call: "git: push of the ledger", said: "others were always faster" });
  }
  async function read() {
    const using = await opened();
    if (using.is === "unknown") return using;
    const seen = await current(using.value);
    return seen.is === "unknown" ? seen : known(readOf(seen.value));
  }
  async function beside(name) {
    const using = await opened();
    if (using.is === "unknown") return using;
    const seen = last !== null ? known(last) : await current(using.value);
    if (seen.is === "unknown") return seen;
    return seen.value.commit === null ? known(null) : readBeside(seen.value.commit, name, using.value);
  }
  return { read, append, beside };
}
var readOf = ({ ledger, lines, commit }) => ({ ledger, lines, commit });

// src/entry/workspace.ts
import { mkdtemp as mkdtemp2, rm } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join2 } from "node:path";
async function inWorkspace(environment, work) {
  const folder = await mkdtemp2(join2(environment["RUNNER_TEMP"] ?? tmpdir2(), "daypass-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export {
  unclosedRuns,
  readLedgerCommit,
  LEDGER_BRANCH,
  gitLedger,
  inWorkspace
};
