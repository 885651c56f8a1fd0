import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  contentsIn,
  fileOf,
  readLines,
  snapshotOf,
  unpacked
} from "./chunk-FQW4UCJP.js";
import {
  openRepository
} from "./chunk-4TZ2X66C.js";
import {
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

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
    entries: lines.map((line) => ({ line, place, account, hay: JSON.stringify(line).toLowerCase() }))
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
  openKept,
  readKept
};
