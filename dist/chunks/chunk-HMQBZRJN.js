import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  documentsOnDisk
} from "./chunk-ICKVJLI7.js";
import {
  KINDS,
  MODE_NAMES,
  readSettings
} from "./chunk-RYEE6VUW.js";
import {
  writeEdgeError
} from "./chunk-RTN5YXCH.js";

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
