import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  id
} from "./chunk-B6HC74MA.js";

// src/core/report/escape.ts
var HIDDEN = (
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked for by itself
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\u{e0100}-\u{e01ef}]/gu
);
var SPACES = /[\s\u0085]+/gu;
var nameOf = (character) => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`;
function cut(text, length) {
  if (text.length <= length) return text;
  const head = text.slice(0, Math.max(0, length - 1));
  return `${/[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head}…`;
}
var plain = (text, length = 300) => cut(
  cut(text, 2 * length).replace(SPACES, " ").trim().replace(HIDDEN, nameOf),
  length
);
var BREAK = "​";
var IN_MARKDOWN = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "@": `@${BREAK}`,
  "#": `\\#${BREAK}`
};
var markdown = (text, length = 300) => plain(text, length).replace(/[\\`*_~[\]|$]/g, "\\$&").replace(/[&<>@#]/g, (character) => IN_MARKDOWN[character] ?? character).replace(/:\/\//g, `:${BREAK}//`).replace(/www\./gi, `$&${BREAK}`).replace(/gh-(?=\d)/gi, `$&${BREAK}`).replace(/^[-+]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2");
var code = (text, length = 200) => `\`${plain(text, length).replace(/`/g, "‹U+0060›") || " "}\``;
function prose(text, length = 300) {
  const parts = plain(text, length).split("`");
  if (parts.length % 2 === 0) return markdown(text, length);
  const shown = parts.map((part, at) => {
    if (at % 2 === 1) return part === "" ? "" : code(part, length);
    const spaced = [/^ /.test(part) ? " " : "", / $/.test(part) && part.trim() !== "" ? " " : ""];
    return `${spaced[0]}${markdown(part, length)}${spaced[1]}`;
  });
  return shown.join("");
}
function fence(lines, language = "", length = 2e3) {
  const shown = lines.map(
    (line) => cut(line, length).replace(/\t/g, "  ").replace(/[\s\u0085]/gu, " ").replace(HIDDEN, nameOf).replace(/`{3,}/g, (ticks) => "‹U+0060›".repeat(ticks.length))
  );
  return [`\`\`\`${language}`, ...shown, "```"].join("\n");
}
var terminal = (text, length = 300) => plain(text, length).replace(/^::/, ": :").replace(/##\[/g, "## [");
var commandData = (lines, length = 1e3) => lines.map((line) => terminal(line, length).replace(/%/g, "%25")).filter((line) => line !== "").join("%0A");
var commandProperty = (text, length = 300) => terminal(text, length).replace(/%/g, "%25").replace(/:/g, "%3A").replace(/,/g, "%2C");
var asEscape = (character) => [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
var jsonText = (value) => `${JSON.stringify(value, null, 2).split("\n").map((line) => line.replace(HIDDEN, asEscape).replace(/##\[/g, "#\\u0023[")).join("\n")}
`;
function linkTo(web, commit, file, line) {
  if (web === null || commit === null || !/^https?:\/\/[\w.:-]+(\/[\w.-]+)*$/.test(web)) return null;
  if (!/^[0-9a-f]{7,64}$/.test(commit) || !file.isWellFormed()) return null;
  const path = file.split("/").map(encodeURIComponent).join("/");
  return `${web}/blob/${commit}/${path.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}#L${line}`;
}

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
  const [, year, month, day2, hour, minute, second] = found.map((part) => Number(part ?? 0));
  const zone = found[7];
  if (year === void 0 || month === void 0 || day2 === void 0) return { is: "impossible" };
  const utc = Date.UTC(year, month - 1, day2, hour, minute, second);
  const back = new Date(utc);
  const whole = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day2;
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
var plain2 = (value) => typeof value === "string" ? value : canonicalJson(value);
var digest = (value) => id(hash("sha256", plain2(value), "hex"));
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

// src/core/report/words.ts
var BECAUSE = {
  expired: "its time is over",
  withdrawn: "its request was deleted",
  denied: "a rule now denies it",
  held: "it is on hold",
  changed: "the person, account or thing is no longer the one it was given for",
  closing: "the account is leaving Daypass",
  stray: "no request stands behind it",
  refused: "how its request was merged could not be accepted",
  undone: "somebody took part of it away by hand",
  asked: "it was asked for and approved",
  renewed: "another request keeps it going",
  drift: "somebody changed it by hand"
};
var REFUSED = {
  "no-pull-request": {
    says: "It reached the default branch without a pull request.",
    cure: "Ask again in a pull request."
  },
  "other-base": {
    says: "Its pull request was merged into another branch or repository.",
    cure: "Ask again in a pull request to the default branch."
  },
  "not-this-landing": {
    says: "Its pull request was merged as another commit.",
    cure: "Ask again; merge with the button of the pull request."
  },
  "changes-differ": {
    says: "What reached the default branch is not what the pull request changed.",
    cure: "Ask again; squash or merge without changing anything on the way."
  },
  edited: {
    says: "The file was there before, and merged requests do not change.",
    cure: "Write another request for the same thing; delete this one to end it early."
  },
  mixed: {
    says: "Its pull request changes requests together with other files.",
    cure: "Put the request into a pull request of its own."
  },
  "bytes-differ": {
    says: "The file is not the one that was reviewed.",
    cure: "Have the last version reviewed, then merge."
  },
  "author-unknown": {
    says: "The author of the pull request is not in the people file.",
    cure: "Ask an owner to add them, then ask again."
  },
  "beneficiary-unknown": {
    says: "The person it is for is not in the people file.",
    cure: "Ask an owner to add them, then ask again."
  },
  "author-not-requester": {
    says: "The author of the pull request may not ask for this person.",
    cure: "Let the person ask, or somebody whom a rule allows to ask for them."
  },
  "ambiguous-person": {
    says: "A GitHub account stands for several people in the people file.",
    cure: "Ask an owner to leave one person for each account, then ask again."
  },
  "approvals-missing": {
    says: "The approvals that the rules demand were not there when it was merged.",
    cure: "Ask again and merge after the approvals."
  },
  "changes-requested": {
    says: "An approver asked for changes and did not take that back.",
    cure: "Settle it with the approver, then ask again."
  },
  "rules-at-landing": {
    says: "The rules that held when it was merged do not allow it.",
    cure: "Ask for what a rule allows."
  },
  "rules-now": { says: "The rules that hold now do not allow it.", cure: "Ask for what a rule allows." },
  "rules-at-head": {
    says: "The rules as they are written at the head of the default branch do not allow it.",
    cure: "Ask for what a rule allows."
  },
  "resolves-otherwise": {
    says: "A name in it stands for something else than when it was merged.",
    cure: "Check what the name stands for, then ask again."
  },
  clock: {
    says: "The commit is dated too far from its merge.",
    cure: "Ask again; merge with the button of the pull request."
  },
  "form-issue": {
    says: "The issue it was written from does not say the same, or was edited by somebody else.",
    cure: "Fill in the form again."
  },
  bootstrap: {
    says: "There are no settings in force that could allow anything.",
    cure: "Ask an owner to run daypass doctor."
  }
};
var EDGE = {
  denied: "Daypass may not do that there",
  "not-found": "it is not there",
  conflict: "somebody else changed it at the same time, or the name is taken",
  throttled: "too many calls at once; tried again later",
  quota: "a quota is used up",
  invalid: "the other side did not accept the call",
  unreachable: "no answer",
  garbage: "an answer that makes no sense"
};
var ENDS = {
  always: "by itself",
  depends: "for new sessions only",
  never: "only when taken away"
};
var DOES = { grant: "give", adjust: "change", revoke: "take away" };
var SKIPPED = {
  "too-late": "too late for it now",
  "out-of-time": "the run was out of time; the next one goes on",
  "not-opened": "the record could not be opened, so nothing is given"
};
var STATES = {
  blocked: { sign: "🔴", word: "Blocked", urgency: 8 },
  refused: { sign: "🔴", word: "Not allowed", urgency: 7 },
  "partly ready": { sign: "🟠", word: "Partly ready", urgency: 6 },
  waiting: { sign: "🟡", word: "Waiting", urgency: 5 },
  granting: { sign: "🔵", word: "Being given", urgency: 4 },
  asked: { sign: "⚪", word: "Asked", urgency: 3 },
  allowed: { sign: "🟢", word: "Allowed", urgency: 2 },
  ending: { sign: "🟠", word: "Ending soon", urgency: 2 },
  ready: { sign: "🟢", word: "Ready", urgency: 1 },
  ended: { sign: "⚫", word: "Ended", urgency: 0 }
};
var day = (at) => `${writeInstant(at).slice(0, 16).replace("T", " ")} UTC`;
var several = (count, one, many = `${one}s`) => `${String(count).replace(/\B(?=(\d{3})+$)/g, ",")} ${count === 1 ? one : many}`;

// src/core/report/record.ts
var grantedKey = (grant, version) => `${grant} ${version}`;

export {
  plain,
  markdown,
  code,
  prose,
  fence,
  terminal,
  commandData,
  commandProperty,
  jsonText,
  linkTo,
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
  BECAUSE,
  REFUSED,
  EDGE,
  ENDS,
  DOES,
  SKIPPED,
  STATES,
  day,
  several,
  grantedKey,
  canonicalJson,
  digest,
  blobName,
  shortDigest
};
