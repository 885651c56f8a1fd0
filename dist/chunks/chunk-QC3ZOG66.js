import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/core/report/escape.ts
var HIDDEN = (
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked for by itself
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\u{e0100}-\u{e01ef}]/gu
);
var SPACES = /[\s\u0085]+/gu;
var nameOf = (character) => `‹U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0")}›`;
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
var escaped = (text, length) => plain(text, length).replace(/[\\`*_~[\]|$]/g, "\\$&").replace(
  /[&<>@#]/g,
  /* v8 ignore next -- @preserve: the pattern means the keys of the table and nothing else */
  (character) => IN_MARKDOWN[character] ?? character
).replace(/:\/\//g, `:${BREAK}//`).replace(/www(?=\.)/gi, `$&${BREAK}`).replace(/gh-(?=\d)/gi, `$&${BREAK}`).replace(/^[-+]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2");
var EMPTY = "‹empty›";
var markdown = (text, length = 300) => escaped(text, length) || EMPTY;
var visible = (text) => text.replace(HIDDEN, nameOf);
var code = (text, length = 200) => `\`${plain(text, length).replace(/`/g, "‹U+0060›") || " "}\``;
var codeInLink = (text, length = 200) => code(text, length).replaceAll("]", "‹U+005D›");
function prose(text, length = 300) {
  const parts = plain(text, length).split("`");
  if (parts.length % 2 === 0) return markdown(text, length);
  const shown = parts.map((part, at) => {
    if (at % 2 === 1) return part === "" ? "" : code(part, length);
    const spaced = [/^ /.test(part) ? " " : "", / $/.test(part) && part.trim() !== "" ? " " : ""];
    return `${spaced[0]}${escaped(part, length)}${spaced[1]}`;
  });
  return shown.join("") || EMPTY;
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
var spelled = (json) => json.replace(HIDDEN, asEscape).replace(/##\[/g, "#\\u0023[");
var jsonLine = (value) => spelled(JSON.stringify(value));
var jsonText = (value) => `${JSON.stringify(value, null, 2).split("\n").map(spelled).join("\n")}
`;
function linkTo(web, commit, file, line) {
  if (web === null || commit === null || !/^https?:\/\/[\w.:-]+(\/[\w.-]+)*$/.test(web)) return null;
  if (!/^[0-9a-f]{7,64}$/.test(commit) || !file.isWellFormed()) return null;
  const path = file.split("/").map(encodeURIComponent).join("/");
  return `${web}/blob/${commit}/${path.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}#L${line}`;
}

// src/entry/exit.ts
var EXIT = { done: 0, findings: 1, blocked: 2, failed: 3, bug: 70 };

export {
  plain,
  markdown,
  visible,
  code,
  codeInLink,
  prose,
  fence,
  terminal,
  commandData,
  commandProperty,
  jsonLine,
  jsonText,
  linkTo,
  EXIT
};
