import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  documentsOnDisk
} from "./chunk-QUEYHEF3.js";
import {
  KINDS,
  MODE_NAMES,
  readSettings
} from "./chunk-3LHWW6RR.js";
import {
  writeEdgeError
} from "./chunk-BRETIE5A.js";

// src/entry/settings-on-disk.ts
async function settingsOnDisk(directory) {
  const files = await documentsOnDisk(process.cwd(), directory);
  if (files.is === "unknown") return writeEdgeError(files.because);
  const { settings } = readSettings(files.value, directory, KINDS, MODE_NAMES);
  return settings ?? "The settings are broken: daypass validate tells where.";
}

export {
  settingsOnDisk
};
