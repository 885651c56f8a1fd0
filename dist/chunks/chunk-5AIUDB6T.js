import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  arnOf,
  fieldsOf,
  nameOf
} from "./chunk-OSJWEVJR.js";
import {
  RE2JS,
  RE2JSException,
  matches
} from "./chunk-66F3A4I2.js";
import {
  nearest
} from "./chunk-RTN5YXCH.js";
import {
  terminal,
  visible
} from "./chunk-QC3ZOG66.js";

// src/core/search/keys.ts
var lastPart = (arn) => arn.slice(Math.max(arn.lastIndexOf("/"), arn.lastIndexOf(":")) + 1);
var kind = (is, says, example) => ({
  says,
  example,
  test({ line }, compared) {
    if (line.is !== is) return null;
    if (compared.text === "*") return `it is a ${says}`;
    return compared.fits(nameOf(line)) || compared.fits(arnOf(line)) ? `${is} ${compared.says}` : null;
  }
});
var texts = (says, example, textsIn) => ({
  says,
  example,
  test(entry, compared) {
    const found = textsIn(entry).find((text) => compared.text === "*" ? text !== "" : compared.fits(text));
    return found === void 0 ? null : `${says} ${found}`;
  }
});
var serviceOf = ({ line }) => {
  const service = arnOf(line).split(":")[2];
  return service === void 0 || service === "" ? [] : [service];
};
function tagTest({ line }, compared) {
  if (!("tags" in line)) return null;
  const written = compared.text.replace(/^"|"$/g, "");
  const at = written.indexOf("=");
  const [wanted, value] = at < 0 ? [written, "*"] : [written.slice(0, at), written.slice(at + 1)];
  const fits = ([key, text]) => /^\/.+\/$/s.test(compared.text) ? compared.fits(`${key}=${text}`) : written === "*" || key.toLowerCase() === wanted.toLowerCase() && matches(value.toLowerCase(), text.toLowerCase());
  const found = Object.entries(line.tags).find(fits);
  return found === void 0 ? null : `tag ${found[0]}=${found[1]}`;
}
var KEYS = {
  resource: kind("resource", "resource", "resource:orders"),
  user: kind("user", "user of IAM", "user:marta"),
  role: kind("role", "role", "role:*"),
  group: kind("group", "group of IAM", "group:readers"),
  policy: kind("policy", "managed policy", "policy:ReadOnlyAccess"),
  set: kind("permissionSet", "permission set of Identity Center", "set:Admin"),
  people: kind("people", "group of Identity Center or Okta", "people:oncall"),
  type: texts("type", "type:s3:bucket", ({ line }) => line.is === "resource" ? [line.type] : []),
  service: texts("service", 'service:"sqs"', serviceOf),
  region: texts("region", "region:eu-", ({ line }) => line.is === "resource" ? [line.region] : []),
  account: texts("account", "account:orders-prod", ({ place, account }) => [place, account]),
  arn: texts("arn", "arn:/:table\\/orders/", ({ line }) => [arnOf(line)]),
  tag: { says: "tag", example: "tag:env=prod", test: tagTest },
  holds: texts(
    "holds",
    "holds:AdministratorAccess",
    ({ line }) => "policies" in line ? [...line.policies.map(lastPart), ...Object.keys(line.inline)] : []
  ),
  member: texts(
    "member",
    "member:marta",
    ({ line }) => line.is === "people" ? line.members : line.is === "user" ? line.groups : []
  )
};
var isKey = (word2) => Object.hasOwn(KEYS, word2);

// src/core/search/find.ts
function anyField(entry, { compared }) {
  if (compared.text === "*") return "it is there";
  const found = fieldsOf(entry).find(([, text]) => compared.fits(text));
  return found === void 0 ? null : `${found[0]} ${compared.says}`;
}
var couldFit = ({ hay, plain }, { compared, key }) => compared.text === "*" || key === "tag" || !plain || compared.couldFit(hay);
function reasonFor(entry, term) {
  const found = !couldFit(entry, term) ? null : term.key === null ? anyField(entry, term) : KEYS[term.key].test(entry, term.compared);
  if (!term.negated) return found;
  return found === null ? `not ${term.key === null ? "" : `${term.key}:`}${term.compared.text}` : null;
}
function reasonsFor(entry, terms) {
  const why = [];
  for (const term of terms) {
    const reason = reasonFor(entry, term);
    if (reason === null) return null;
    why.push(reason);
  }
  return why;
}
var findAll = (entries, { terms }) => entries.flatMap((entry) => {
  const why = reasonsFor(entry, terms);
  return why === null ? [] : [{ entry, why }];
});

// src/core/search/words.ts
var LONGEST = 200;
var LARGEST_PROGRAM = 2e3;
var word = (text) => {
  const folded = text.toLowerCase();
  return {
    text,
    says: `contains ${text}`,
    couldFit: (hay) => hay.includes(folded),
    fits: (candidate) => candidate.toLowerCase().includes(folded)
  };
};
var exact = (text) => {
  const folded = text.toLowerCase();
  return {
    text: `"${text}"`,
    says: `is ${text}`,
    couldFit: (hay) => hay.includes(folded),
    fits: (candidate) => candidate.toLowerCase() === folded
  };
};
function literalIn(body) {
  const plain = body.replace(/\[[^\]]*\]|\([^)]*\)/g, ".");
  if (/[|()[\]\\]|[^\0-\x7f]/.test(plain)) return "";
  const runs = plain.split(/[.^$*+?{}]|[\s\S](?=[*?{])/).map((run) => run.replace(/^[\d,]+$/, ""));
  return runs.reduce((longest, run) => run.length > longest.length ? run : longest, "").toLowerCase();
}
function overlooking(body) {
  if (/\(\?|\\[AzZQE]/.test(body)) return () => true;
  const anywhere = RE2JS.compile(body, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
  const literal = literalIn(body);
  return (hay) => (literal === "" || hay.includes(literal)) && anywhere.test(hay);
}
function expression(body) {
  if (body === "") return { problem: "an empty regular expression says nothing" };
  if (body.length > LONGEST) return { problem: `a regular expression has at most ${LONGEST} characters` };
  try {
    const compiled = RE2JS.compile(body, RE2JS.CASE_INSENSITIVE);
    if (compiled.programSize() > LARGEST_PROGRAM) return { problem: "the regular expression repeats too much" };
    return {
      comparison: {
        text: `/${body}/`,
        says: `matches /${body}/`,
        couldFit: overlooking(body),
        fits: (candidate) => compiled.test(candidate)
      }
    };
  } catch (error) {
    if (error instanceof RE2JSException) return { problem: `not a regular expression: ${error.message}` };
    throw error;
  }
}
function readComparison(text) {
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) return { comparison: exact(text.slice(1, -1)) };
  if (text.length > 1 && text.startsWith("/") && text.endsWith("/")) return expression(text.slice(1, -1));
  return text.length > LONGEST ? { problem: `a word has at most ${LONGEST} characters` } : { comparison: word(text) };
}

// src/core/search/query.ts
var LONGEST2 = 1e3;
var MOST_TERMS = 20;
var ARROWS = ["->", "→", "=>"];
var TOKEN = /!?(?:[a-zA-Z]+:)?(?:"[^"]*"?|\/(?:\\.|[^/\\])*\/(?=\s|$)|\S+)/g;
var tokensOf = (text) => [...text.matchAll(TOKEN)].map((found) => ({ text: found[0], at: found.index + 1 }));
var keyIn = (text) => /^arn:aws/.test(text) ? null : /^([a-zA-Z]+):/.exec(text)?.[1] ?? null;
function termOf({ text, at }) {
  const negated = text.startsWith("!");
  const body = negated ? text.slice(1) : text;
  const word2 = keyIn(body);
  if (word2 !== null && !isKey(word2) && /^[a-z]+$/.test(word2)) {
    const [meant] = nearest(word2, Object.keys(KEYS));
    if (meant !== void 0)
      return { problem: `there is no ${word2}: to search by`, cure: `Did you mean ${meant}: ? Or put it in quotes.`, at };
  }
  const key = word2 !== null && isKey(word2) ? word2 : null;
  const value = key === null ? body : body.slice(key.length + 1);
  if (value === "") return { problem: `${text} says nothing to search for`, cure: "Add a word, or * for all.", at };
  if (value.startsWith('"') && (value.length === 1 || !value.endsWith('"')))
    return { problem: "a quote is not closed", cure: 'Close it with ".', at };
  const read = readComparison(value);
  if ("problem" in read) return { problem: read.problem, cure: "Make it simpler.", at };
  return { term: { key, compared: read.comparison, negated } };
}
function readQuery(text) {
  if (text.length > LONGEST2)
    return { problem: `it has ${text.length} characters, and ${LONGEST2} are read`, cure: "Search for less.", at: 1 };
  const tokens = tokensOf(text);
  if (tokens.length === 0) return { problem: "there is nothing to search for", cure: "Write a word.", at: 1 };
  if (tokens.length > MOST_TERMS)
    return { problem: `it has ${tokens.length} terms, and ${MOST_TERMS} are read`, cure: "Search for less.", at: 1 };
  const sides = [[]];
  for (const token of tokens) {
    if (ARROWS.includes(token.text)) {
      if (sides.length > 1)
        return { problem: "there are two arrows", cure: "Write who, one arrow, and what they reach.", at: token.at };
      sides.push([]);
      continue;
    }
    const read = termOf(token);
    if ("problem" in read) return read;
    sides.at(-1)?.push(read.term);
  }
  const [terms = [], reached = null] = sides;
  if (reached !== null && (terms.length === 0 || reached.length === 0))
    return {
      problem: "the arrow has nothing on one of its sides",
      cure: "Write for instance user:* -> orders, or * on the side that may be anything.",
      at: 1
    };
  return { query: { terms, reached } };
}

// src/core/search/table.ts
var textIn = (row, column) => row[column] ?? "";
var tagsIn = (line) => "tags" in line ? Object.entries(line.tags).map(([key, value]) => `${key}=${value}`).join(" ") : "";
var hitRow = ({ entry: { line, place }, why }) => ({
  account: place,
  kind: line.is === "resource" ? line.type : line.is,
  name: nameOf(line),
  arn: arnOf(line),
  tags: tagsIn(line),
  why: why.join("; ")
});
var sortOf = (line) => line.is !== "assignment" ? line.is : line.principal === "GROUP" ? "people" : "person";
var pathRow = ({ who, through, actions, conditional, what, why }) => ({
  account: what.place,
  who: `${sortOf(who.line)} ${nameOf(who.line)}`,
  through,
  actions: `${actions.join(" ")}${conditional ? " (under conditions)" : ""}`,
  what: arnOf(what.line),
  why: why.join("; ")
});
function csvCell(text) {
  const shown2 = visible(text);
  const safe = /^[=+\-@]/.test(shown2) ? `'${shown2}` : shown2;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
function csvOf(rows) {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => textIn(row, column)))].map((cells) => cells.map(csvCell).join(",")).join("\r\n");
}
var WIDEST = 60;
var short = (text) => {
  const plain = terminal(text, 400);
  return plain.length > WIDEST ? `${plain.slice(0, WIDEST - 1)}…` : plain;
};
var shown = (row, column) => column === "arn" || column === "what" ? terminal(textIn(row, column), 400) : short(textIn(row, column));
function tableOf(rows, palette) {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== "why" && rows.some((row) => textIn(row, name) !== "")).map((name) => ({ name, width: Math.max(name.length, ...rows.map((row) => shown(row, name).length)) }));
  const line = (cellOf) => columns.map(({ name, width }) => cellOf(name).padEnd(width)).join("  ").trimEnd();
  return [
    palette.strong(line((name) => name)),
    ...rows.flatMap((row) => [
      line((name) => shown(row, name)),
      palette.faint(`  ${terminal(textIn(row, "why"), 300)}`)
    ])
  ].join("\n");
}

export {
  reasonsFor,
  findAll,
  readQuery,
  hitRow,
  pathRow,
  csvOf,
  tableOf
};
