import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  blobSizes,
  readBlobs,
  treeAt
} from "./chunk-SMRKEGFD.js";
import {
  known
} from "./chunk-RTN5YXCH.js";

// src/edges/git/files.ts
var MAX_FILE_BYTES = 1048576;
var MAX_TOTAL_BYTES = 268435456;
var decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function readText(bytes) {
  if (bytes === void 0) return null;
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
function withinBudget(entries) {
  const sizes = new Map(
    entries.filter((entry) => entry.type === "blob" && entry.bytes <= MAX_FILE_BYTES).map((entry) => [entry.blob, entry.bytes])
  );
  let left = MAX_TOTAL_BYTES;
  const readable = /* @__PURE__ */ new Set();
  for (const [blob, bytes] of [...sizes].sort(([, one], [, other]) => one - other)) {
    if (bytes > left) break;
    left -= bytes;
    readable.add(blob);
  }
  return readable;
}
async function textsOf(repository, entries) {
  const blobs = await readBlobs(repository, withinBudget(entries));
  if (blobs.is === "unknown") return blobs;
  return known(new Map([...blobs.value].map(([blob, bytes]) => [blob, readText(bytes)])));
}
async function textOfBlob(repository, blob) {
  const sizes = await blobSizes(repository, [blob]);
  const bytes = sizes.is === "known" ? sizes.value.get(blob) : void 0;
  if (bytes === void 0) return null;
  const texts = await textsOf(repository, [{ path: "", mode: "100644", type: "blob", blob, bytes }]);
  return texts.is === "known" ? texts.value.get(blob) ?? null : null;
}
async function filesAt(repository, commit, directory, wanted = () => true) {
  const tree = await treeAt(repository, commit, directory);
  if (tree.is === "unknown") return tree;
  const entries = tree.value.filter(({ path }) => wanted(path));
  const texts = await textsOf(repository, entries);
  if (texts.is === "unknown") return texts;
  return known(
    entries.map(({ path, mode, blob, bytes }) => ({ path, mode, blob, bytes, text: texts.value.get(blob) ?? null }))
  );
}

export {
  textsOf,
  textOfBlob,
  filesAt
};
