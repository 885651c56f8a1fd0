import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  id
} from "./chunk-B6HC74MA.js";

// src/core/model/time.ts
var MINUTE = 60;
var HOUR = 3600;
var DAY = 86400;
var FIRST = -62135596800;
var LAST = 253402300799;
var instantOf = (seconds) => Math.min(LAST, Math.max(FIRST, Math.floor(seconds)));
var isInstant = (seconds) => Number.isSafeInteger(seconds) && seconds >= FIRST && seconds <= LAST;
var hasEnded = (window, now) => window.until <= now;
var later = (at, seconds) => instantOf(at + seconds);
var writeInstant = (at) => `${new Date(at * 1e3).toISOString().slice(0, 19)}Z`;
var ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|z|[+-]\d\d:?\d\d)?$/;
function readInstant(text) {
  const found = ISO.exec(text.trim());
  if (found === null) return { is: "impossible" };
  const [, year, month, day, hour, minute, second] = found.map((part) => Number(part ?? 0));
  const zone = found[7];
  if (year === void 0 || month === void 0 || day === void 0) return { is: "impossible" };
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(utc);
  const whole = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  if (!whole || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return { is: "impossible" };
  if (zone === void 0) return { is: "local", asUtc: instantOf(utc / 1e3) };
  if (zone === "Z" || zone === "z") return { is: "instant", instant: instantOf(utc / 1e3) };
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 14 || minutes > 59) return { is: "impossible" };
  const offset = (hours * HOUR + minutes * MINUTE) * (zone.startsWith("-") ? -1 : 1);
  return { is: "instant", instant: instantOf(utc / 1e3 - offset) };
}
var UNITS = { m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY };
function readDuration(text) {
  if (!/^(\d{1,6}[mhdw])+$/.test(text)) return null;
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)([mhdw])/g)) seconds += Number(count) * (UNITS[unit ?? ""] ?? 0);
  return seconds > 0 ? seconds : null;
}
function writeDuration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < MINUTE) return `${whole}s`;
  const parts = [];
  let rest = whole;
  for (const [unit, size] of [
    ["d", DAY],
    ["h", HOUR],
    ["m", MINUTE]
  ]) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}${unit}`);
  }
  return parts.slice(0, 2).join(" ");
}

// src/core/model/canonical.ts
import { hash } from "node:crypto";
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`no JSON for the number ${value}`);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(",")}}`;
}
var plain = (value) => typeof value === "string" ? value : canonicalJson(value);
var digest = (value) => id(hash("sha256", plain(value), "hex"));
function blobName(text, like) {
  const bytes = Buffer.from(text);
  const whole = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]);
  return id(hash(like.length === 40 ? "sha1" : "sha256", whole, "hex"));
}
var LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
var LONGEST = 51;
function shortDigest(text, length) {
  if (!Number.isInteger(length) || length < 1 || length > LONGEST) throw new Error(`a digest has no ${length} letters`);
  let bits = 0;
  let held = 0;
  let letters = "";
  for (const byte of hash("sha256", text, "buffer")) {
    bits = (bits << 8 | byte) & 4095;
    for (held += 8; held >= 5; held -= 5) letters += LETTERS[bits >> held - 5 & 31];
  }
  return letters.slice(0, length);
}

// src/core/report/record.ts
var grantedKey = (grant, version) => `${grant} ${version}`;

export {
  MINUTE,
  HOUR,
  DAY,
  instantOf,
  isInstant,
  hasEnded,
  later,
  writeInstant,
  readInstant,
  readDuration,
  writeDuration,
  grantedKey,
  canonicalJson,
  digest,
  blobName,
  shortDigest
};
