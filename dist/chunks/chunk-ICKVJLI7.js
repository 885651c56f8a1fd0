import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  id,
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

// src/edges/disk/documents.ts
import { hash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
var MAX_BYTES = 1048576;
var blobOf = (bytes) => hash("sha1", Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]), "hex");
var decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var textOf = (bytes) => {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
};
function readOne(root, path) {
  const full = join(root, path);
  const stat = lstatSync(full);
  if (stat.isSymbolicLink()) {
    const bytes2 = Buffer.from(readlinkSync(full));
    return { path, mode: "120000", blob: id(blobOf(bytes2)), bytes: bytes2.length, text: null };
  }
  if (!stat.isFile())
    return { path, mode: (stat.mode >>> 0).toString(8), blob: id("0".repeat(40)), bytes: 0, text: null };
  const mode = (stat.mode & 73) === 0 ? "100644" : "100755";
  if (stat.size > MAX_BYTES) return { path, mode, blob: id("0".repeat(40)), bytes: stat.size, text: null };
  const bytes = readFileSync(full);
  return { path, mode, blob: id(blobOf(bytes)), bytes: bytes.length, text: textOf(bytes) };
}
var pathsBelow = (root, folder) => readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
  const path = `${folder}/${entry.name}`;
  return entry.isDirectory() ? pathsBelow(root, path) : [path];
});
async function documentsOnDisk(root, directory) {
  try {
    return known([...pathsBelow(root, directory)].sort().map((path) => readOne(root, path)));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const kind = error instanceof Error && "code" in error && error.code === "ENOENT" ? "not-found" : "denied";
    return unknown({ kind, call: `reading ${directory}`, said });
  }
}

export {
  documentsOnDisk
};
