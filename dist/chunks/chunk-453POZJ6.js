import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isObjectName
} from "./chunk-H4Q554E3.js";
import {
  git,
  gitError
} from "./chunk-3QGBH64G.js";
import {
  id,
  known,
  unknown
} from "./chunk-B6HC74MA.js";

// src/edges/git/raw-changes.ts
var RAW = /^:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([ADMT])$/;
var side = (mode, blob) => mode === "000000" ? null : { blob: id(blob), mode };
function readRawChange(entry, path) {
  const found = RAW.exec(entry);
  if (found === null || path === "") return null;
  const [, oldMode = "", newMode = "", oldBlob = "", newBlob = ""] = found;
  return { path, before: side(oldMode, oldBlob), after: side(newMode, newBlob) };
}
var decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function textOf(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return bytes.toString("latin1").replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(56320 + byte.charCodeAt(0)));
  }
}
function readParts(answer) {
  try {
    return decoder.decode(answer).split("\0");
  } catch {
    const parts = [];
    for (let at = 0; at <= answer.length; ) {
      const end = answer.indexOf(0, at);
      const stop = end < 0 ? answer.length : end;
      parts.push(textOf(answer.subarray(at, stop)));
      at = stop + 1;
    }
    return parts;
  }
}

// src/edges/git/objects.ts
var ENTRY = /^(\d{6}) (blob|commit) ([0-9a-f]{40,64}) +(\d+|-)\t([\s\S]+)$/;
var garbage = (call, said) => unknown({ kind: "garbage", call: `git: ${call}`, said });
async function treeAt(repository, commit, directory) {
  const answer = await git(
    ["ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", ...directory === "" ? [] : [directory]],
    { directory: repository.directory }
  );
  if (answer.code !== 0) return unknown(gitError(`ls-tree ${commit}`, answer));
  const parts = readParts(answer.stdout);
  const entries = [];
  const seen = /* @__PURE__ */ new Set();
  for (const part of parts) {
    if (part === "") continue;
    const found = ENTRY.exec(part);
    if (found === null) return garbage("ls-tree", `unexpected: ${part.slice(0, 100)}`);
    const [, mode = "", type = "", blob = "", bytes = "", path = ""] = found;
    if (seen.has(path)) return garbage("ls-tree", `${path} is there twice`);
    seen.add(path);
    entries.push({
      path,
      mode,
      type: type === "commit" ? "commit" : "blob",
      blob: id(blob),
      bytes: bytes === "-" ? 0 : Number(bytes)
    });
  }
  return known(entries);
}
async function readBlobs(repository, blobs) {
  const wanted = [...new Set(blobs)];
  const found = /* @__PURE__ */ new Map();
  if (wanted.length === 0) return known(found);
  const answer = await git(["cat-file", "--batch", "--buffer"], {
    directory: repository.directory,
    input: `${wanted.join("\n")}
`
  });
  if (answer.code !== 0) return unknown(gitError("cat-file", answer));
  let at = 0;
  for (const blob of wanted) {
    const line = answer.stdout.indexOf(10, at);
    const header = answer.stdout.toString("latin1", at, Math.max(line, at));
    const size = new RegExp(`^${blob} blob (\\d+)$`).exec(header)?.[1];
    const end = line + 1 + Number(size);
    if (line < 0 || size === void 0 || end >= answer.stdout.length)
      return garbage("cat-file", `unexpected: ${header.slice(0, 100)}`);
    found.set(blob, answer.stdout.subarray(line + 1, end));
    at = end + 1;
  }
  return known(found);
}
async function blobSizes(repository, blobs) {
  const wanted = [...new Set(blobs)];
  if (wanted.length === 0) return known(/* @__PURE__ */ new Map());
  const answer = await git(["cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)", "--buffer"], {
    directory: repository.directory,
    input: `${wanted.join("\n")}
`
  });
  if (answer.code !== 0) return unknown(gitError("cat-file", answer));
  const sizes = /* @__PURE__ */ new Map();
  for (const line of answer.stdout.toString().split("\n")) {
    const [name = "", type, size] = line.split(" ");
    if (type === "blob") sizes.set(id(name), Number(size));
  }
  return known(sizes);
}
async function presentCommits(repository, commits) {
  const wanted = [...new Set(commits)].filter(isObjectName);
  if (wanted.length === 0) return known(/* @__PURE__ */ new Set());
  const answer = await git(["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"], {
    directory: repository.directory,
    input: `${wanted.join("\n")}
`
  });
  if (answer.code !== 0) return unknown(gitError("cat-file", answer));
  const lines = answer.stdout.toString().split("\n");
  if (lines.length !== wanted.length + 1) return garbage("cat-file", "not one line for each object");
  return known(new Set(wanted.filter((commit, line) => lines[line] === `${commit} commit`)));
}
async function blobsAt(repository, spots) {
  const present = await presentCommits(repository, new Set(spots.map((spot) => spot.commit)));
  if (present.is === "unknown") return spots.map(() => present);
  const askable = (spot) => present.value.has(spot.commit) && !/[\n\0]/.test(spot.path) && spot.path !== "";
  const asked = spots.filter(askable);
  const answer = await git(["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"], {
    directory: repository.directory,
    input: asked.map((spot) => `${spot.commit}:${spot.path}
`).join("")
  });
  if (answer.code !== 0) return spots.map(() => unknown(gitError("cat-file", answer)));
  const lines = answer.stdout.toString().split("\n");
  if (lines.length !== asked.length + 1) return spots.map(() => garbage("cat-file", "not one line for each object"));
  const found = new Map(asked.map((spot, line) => [spot, readCheck(lines[line] ?? "")]));
  return spots.map(
    (spot) => found.get(spot) ?? unknown({ kind: "not-found", call: "git: cat-file", said: `${spot.commit} is not here` })
  );
}
function readCheck(line) {
  const found = /^([0-9a-f]{40,64}) (blob|tree|commit)$/.exec(line);
  if (found !== null) return known(found[2] === "blob" && found[1] !== void 0 ? id(found[1]) : null);
  return line.endsWith(" missing") ? known(null) : garbage("cat-file", `unexpected: ${line.slice(0, 100)}`);
}

// src/edges/git/files.ts
var MAX_FILE_BYTES = 1048576;
var MAX_TOTAL_BYTES = 268435456;
var decoder2 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function readText(bytes) {
  if (bytes === void 0) return null;
  try {
    return decoder2.decode(bytes);
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
  readRawChange,
  readParts,
  treeAt,
  readBlobs,
  blobSizes,
  presentCommits,
  blobsAt,
  textsOf,
  textOfBlob,
  filesAt
};
