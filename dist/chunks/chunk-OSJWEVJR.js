import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  contentsIn,
  fileOf,
  readLines,
  snapshotOf,
  unpacked
} from "./chunk-PW2QCYM6.js";
import {
  openRepository
} from "./chunk-SMRKEGFD.js";
import {
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

// src/core/search/entry.ts
var lastPart = (arn) => arn.slice(Math.max(arn.lastIndexOf("/"), arn.lastIndexOf(":")) + 1);
function nameOf(line) {
  switch (line.is) {
    case "permissionSet":
    case "people":
    case "assignment":
      return line.name;
    default:
      return lastPart(line.arn);
  }
}
var arnOf = (line) => line.is === "assignment" ? line.set : line.is === "people" ? "" : line.arn;
function fieldsOf({ line, place }) {
  const tags = "tags" in line ? Object.entries(line.tags).map(([key, value]) => [`tag ${key}`, value]) : [];
  const holds = "policies" in line ? line.policies.map((policy) => ["policy", lastPart(policy)]) : [];
  const more = line.is === "resource" ? [
    ["type", line.type],
    ["region", line.region]
  ] : line.is === "user" ? line.groups.map((group) => ["group", group]) : line.is === "people" ? line.members.map((member) => ["member", member]) : [];
  return [["name", nameOf(line)], ["arn", arnOf(line)], ["account", place], ...more, ...tags, ...holds];
}
var serviceOf = (arn) => arn.split(":")[2] ?? "";
function textsOf(line, place, account) {
  const texts = fieldsOf({ line, place }).map(([, text]) => text);
  const more = [account, serviceOf(arnOf(line)), ..."inline" in line ? Object.keys(line.inline) : []];
  return [...texts, ...more].join("\n");
}
var ASCII = /^[\0-\x7f]*$/;
function entryOf(line, place, account) {
  const texts = textsOf(line, place, account);
  return { line, place, account, hay: texts.toLowerCase(), plain: ASCII.test(texts) };
}

// src/entry/inventory/kept.ts
async function openKept(folder, branch) {
  const fetched = await openRepository(folder, `refs/remotes/origin/${branch}`);
  const own = fetched.is === "known" ? fetched : await openRepository(folder, `refs/heads/${branch}`);
  if (own.is === "known") return snapshotOf(own.value);
  if (own.because.kind !== "not-found") return own;
  return unknown({
    ...own.because,
    said: `this clone has no branch ${branch}: run the workflow inventory.yml, then: git fetch origin ${branch}`
  });
}
async function entriesIn(place, account, bytes) {
  const text = bytes === void 0 ? "" : await unpacked(bytes);
  if (text === null) return { entries: [], strange: 1 };
  const { lines, strange } = readLines(text);
  return {
    strange,
    entries: lines.map((line) => entryOf(line, place, account))
  };
}
async function readKept(snapshot, progress) {
  const contents = await contentsIn(snapshot);
  if (contents.is === "unknown") return contents;
  if (contents.value === null)
    return unknown({ kind: "garbage", call: "reading the inventory", said: "the branch holds no index of ours" });
  const places = Object.entries(contents.value.places).filter(([name]) => snapshot.files.has(fileOf(name)));
  const files = await snapshot.read(places.map(([name]) => fileOf(name)));
  if (files.is === "unknown") return files;
  const entries = [];
  let strange = 0;
  for (const [at, [name, { id }]] of places.entries()) {
    const read = await entriesIn(name, id, files.value.get(fileOf(name)));
    for (const entry of read.entries) entries.push(entry);
    strange += read.strange;
    progress(at + 1, places.length);
  }
  return known({ contents: contents.value, entries, strange });
}

export {
  nameOf,
  arnOf,
  fieldsOf,
  openKept,
  readKept
};
