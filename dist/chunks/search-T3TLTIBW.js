import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  csvOf,
  findAll,
  hitRow,
  pathRow,
  readQuery,
  reasonsFor,
  tableOf
} from "./chunk-5AIUDB6T.js";
import {
  arnOf,
  nameOf,
  openKept,
  readKept
} from "./chunk-OSJWEVJR.js";
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  DATA_BRANCH,
  SECTIONS,
  isStale
} from "./chunk-PW2QCYM6.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-WZHV26AT.js";
import {
  contains,
  foldCase,
  instantOf,
  intersects,
  matches,
  readPolicyValue,
  widest,
  writeDuration,
  writeInstant
} from "./chunk-66F3A4I2.js";
import "./chunk-SMRKEGFD.js";
import {
  nearest,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonLine,
  terminal
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/core/search/near.ts
var SHORTEST = 3;
function nearNames(entries, terms) {
  for (const { compared, negated } of terms) {
    const word = compared.text.replace(/^"|"$/g, "");
    if (negated || word.startsWith("/") || word.length < SHORTEST) continue;
    if (entries.some(({ hay, place }) => hay.includes(word.toLowerCase()) || place.includes(word))) continue;
    const names = new Set(entries.flatMap(({ line, place }) => [nameOf(line), place]));
    const found2 = nearest(word, [...names]);
    if (found2.length > 0) return found2;
  }
  return [];
}

// src/core/search/holders.ts
var lastPart = (arn) => arn.slice(arn.lastIndexOf("/") + 1);
function registerOf(entries) {
  const policies = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  const sets = /* @__PURE__ */ new Map();
  for (const { line, account } of entries) {
    if (line.is === "policy") {
      policies.set(`${account} ${line.arn}`, line);
      policies.set(`${account} ${line.arn.replace(/^arn:[^:]*/, "*")}`, line);
      if (/^arn:[^:]*:iam::aws:/.test(line.arn)) policies.set(line.arn, line);
    } else if (line.is === "group") groups.set(`${account} ${nameOf(line)}`, line);
    else if (line.is === "permissionSet") sets.set(line.arn, line);
  }
  const read = /* @__PURE__ */ new Map();
  return {
    policy(account, arn) {
      const line = policies.get(`${account} ${arn}`) ?? policies.get(arn);
      if (line === void 0) return null;
      const known = read.get(line);
      if (known !== void 0) return known;
      const made = readPolicyValue(line.document);
      const document = "document" in made ? made.document : null;
      read.set(line, document);
      return document;
    },
    group: (account, name) => groups.get(`${account} ${name}`) ?? null,
    set: (arn) => sets.get(arn) ?? null
  };
}
var ownArn = (policy, account) => policy.startsWith("customer:") ? `*:iam::${account}:policy${policy.slice("customer:".length)}` : policy;
function heldBy(holds, account, before, register) {
  const permits = [];
  const missing = [];
  for (const arn of holds.policies) {
    const document = register.policy(account, ownArn(arn, account));
    if (document === null) missing.push(`${before}policy ${lastPart(arn)}`);
    else permits.push({ through: `${before}policy ${lastPart(arn)}`, document });
  }
  for (const [name, text] of Object.entries(holds.inline)) {
    const read = readPolicyValue(text);
    if ("document" in read) permits.push({ through: `${before}inline ${name}`, document: read.document });
    else missing.push(`${before}inline ${name}`);
  }
  return { permits, missing };
}
var together = (all) => ({
  permits: all.flatMap(({ permits }) => permits),
  missing: all.flatMap(({ missing }) => missing)
});
var unknown = (what) => ({ permits: [], missing: [what] });
function heldIn({ line, account }, register) {
  switch (line.is) {
    case "user":
      return together([
        heldBy(line, account, "", register),
        ...line.groups.map((name) => {
          const group = register.group(account, name);
          return group === null ? unknown(`group ${name}`) : heldBy(group, account, `group ${name} / `, register);
        })
      ]);
    case "role":
    case "group":
      return heldBy(line, account, "", register);
    case "assignment": {
      const set = register.set(line.set);
      return set === null ? unknown(`permission set ${lastPart(line.set)}`) : heldBy(set, line.account, `permission set ${set.name} / `, register);
    }
    default:
      return null;
  }
}

// src/core/search/reach.ts
var reaches = (pattern, arn) => {
  const wide = widest(pattern);
  return matches(wide, arn) || intersects(wide, `${arn}/*`) || intersects(wide, `${arn}:*`);
};
var onResource = ({ resources }, arn) => "only" in resources ? resources.only.some((pattern) => reaches(pattern, arn)) : !resources.except.some((pattern) => contains(widest(pattern), arn));
var ofService = (pattern, service) => intersects(foldCase(pattern.replace(/:.*/s, "")), service);
function actionsOn({ actions }, service) {
  if ("except" in actions) return [`everything but ${actions.except.join(", ")}`];
  return actions.only.filter((pattern) => ofService(pattern, service));
}
var isBarred = (document, action, arn) => document.statements.some(
  (statement) => statement.effect === "Deny" && Object.keys(statement.conditions).length === 0 && ("only" in statement.resources ? statement.resources.only.some((pattern) => contains(pattern, arn)) : false) && ("only" in statement.actions ? statement.actions.only.some((pattern) => contains(foldCase(pattern), foldCase(action))) : false)
);
function permittedBy(document, arn) {
  const service = arn.split(":")[2] ?? "";
  const found2 = document.statements.filter((statement) => statement.effect === "Allow" && onResource(statement, arn));
  const statements = found2.map((statement) => ({
    actions: actionsOn(statement, service).filter((action) => !isBarred(document, action, arn)),
    conditional: Object.keys(statement.conditions).length > 0
  })).filter(({ actions }) => actions.length > 0);
  if (statements.length === 0) return null;
  return {
    actions: [...new Set(statements.flatMap(({ actions }) => actions))].sort(),
    conditional: statements.every(({ conditional }) => conditional)
  };
}
var accountOf = ({ line, account }) => line.is === "assignment" ? line.account : account;
function pathsOf(who, permits, what) {
  return permits.flatMap(({ through, document }) => {
    const permitted = permittedBy(document, arnOf(what.line));
    return permitted === null ? [] : [{ who, through, ...permitted, what }];
  });
}
var MOST_PAIRS = 2e6;
function reachedBy(entries, left, right, most = MOST_PAIRS) {
  const register = registerOf(entries);
  const targets = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (entry.line.is !== "resource") continue;
    const why = reasonsFor(entry, right);
    if (why === null) continue;
    const there = targets.get(entry.account);
    if (there === void 0) targets.set(entry.account, [{ entry, why }]);
    else there.push({ entry, why });
  }
  const paths = [];
  const missing = /* @__PURE__ */ new Set();
  let pairs = 0;
  for (const entry of entries) {
    const held = heldIn(entry, register);
    if (held === null) continue;
    const why = reasonsFor(entry, left);
    if (why === null) continue;
    for (const one of held.missing) missing.add(`${entry.place}: ${one}`);
    for (const { entry: what, why: because } of targets.get(accountOf(entry)) ?? []) {
      if (++pairs > most) return { paths, missing: [...missing].sort(), more: true };
      for (const path of pathsOf(entry, held.permits, what)) paths.push({ ...path, why: [...why, ...because] });
    }
  }
  return { paths, missing: [...missing].sort(), more: false };
}

// src/entry/commands/search.ts
var SHOWN = 50;
var DAY = 86400;
var FEW = 5;
var some = (texts) => texts.length > FEW ? `${texts.slice(0, FEW).join(", ")} and ${texts.length - FEW} more` : texts.join(", ");
function found({ entries }, { terms, reached }) {
  if (reached === null) return { rows: findAll(entries, { terms }).map(hitRow), remarks: [] };
  const { paths, missing, more } = reachedBy(entries, terms, reached);
  return {
    rows: paths.map(pathRow),
    remarks: [
      ...missing.length === 0 ? [] : [`Not looked into, since the inventory has no text of it: ${some(missing)}.`],
      ...more ? ["There are more pairs than are looked at: name who or what more closely."] : []
    ]
  };
}
function shortcomings({ contents, strange }, now) {
  const places = Object.entries(contents.places);
  const stale = places.filter(([, { sections }]) => SECTIONS.some((one) => isStale(sections[one])));
  const partial = places.filter(
    ([, { sections }]) => SECTIONS.some((one) => Object.keys(sections[one].partial).length > 0)
  );
  const age = now - contents.asOf;
  return [
    ...age > DAY ? [
      `The inventory is ${writeDuration(age - age % DAY)} old: git fetch origin ${DATA_BRANCH}, or look at the workflow inventory.yml.`
    ] : [],
    ...stale.length === 0 ? [] : [`Kept from before, since they could not be read again: ${some(stale.map(([name]) => name))}.`],
    ...partial.length === 0 ? [] : [`Known to be incomplete: ${some(partial.map(([name]) => name))}.`],
    ...strange === 0 ? [] : [`${strange} lines of the inventory are not Daypass's: somebody else wrote there.`]
  ];
}
var search = {
  tells: `Looks through what there is in every account, as the branch ${DATA_BRANCH} of this clone has it: resources, users, roles, groups and policies.

  daypass search 'orders region:eu-'             whatever holds "orders", in Europe
  daypass search 'type:s3:bucket tag:env=prod'   buckets with that tag
  daypass search 'user:marta -> orders'          what marta reaches, and through which policy

All terms must fit; ! before one turns it round; "exact" and /expression/ compare otherwise. The whole language: src/core/search/README.md. The answer is as old as the branch (git fetch origin ${DATA_BRANCH}).`,
  argument: "'<terms>'",
  options: {
    csv: { type: "boolean", says: "print comma-separated values" },
    limit: { type: "string", says: `how many rows to show (default: ${SHOWN}; 0: all)` },
    branch: { type: "string", says: `branch of the inventory (default: ${DATA_BRANCH})` }
  },
  async run(invocation) {
    const { terminal: terminal2, values, positionals } = invocation;
    const read = readQuery(positionals[0] ?? "");
    if ("problem" in read)
      return comeToNothing(invocation, EXIT.findings, `At character ${read.at}: ${read.problem}. ${read.cure}`);
    const limit = textOf(invocation, "limit", String(SHOWN));
    if (!/^\d{1,9}$/.test(limit))
      return comeToNothing(invocation, EXIT.findings, `--limit wants a number, not ${limit}.`);
    terminal2.stage("Reading the inventory");
    const snapshot = await openKept(process.cwd(), textOf(invocation, "branch", DATA_BRANCH));
    if (snapshot.is === "unknown") return comeToNothing(invocation, EXIT.failed, writeEdgeError(snapshot.because));
    const kept = await readKept(
      snapshot.value,
      (done, all) => terminal2.stage(`Reading the inventory: ${done} of ${all} places`)
    );
    if (kept.is === "unknown") return comeToNothing(invocation, EXIT.failed, writeEdgeError(kept.because));
    terminal2.stage("Searching");
    const now = instantOf(Date.now() / 1e3);
    const { rows, remarks } = found(kept.value, read.query);
    const near = rows.length > 0 ? [] : nearNames(kept.value.entries, [...read.query.terms, ...read.query.reached ?? []]);
    const asOf = writeInstant(kept.value.contents.asOf);
    const told = [...remarks, ...shortcomings(kept.value, now)];
    if (values["json"] === true) {
      terminal2.out(jsonLine({ exit: EXIT.done, asOf, found: rows.length, remarks: told, near, rows }));
      return EXIT.done;
    }
    for (const remark of told) terminal2.note(terminal(remark, 600));
    if (values["csv"] === true) {
      terminal2.out(csvOf(rows));
      return EXIT.done;
    }
    const shown = limit === "0" ? rows : rows.slice(0, Number(limit));
    if (shown.length > 0) terminal2.out(tableOf(shown, paletteFor(terminal2)));
    const left = rows.length - shown.length;
    terminal2.note(
      `${rows.length} found${left > 0 ? `, ${left} of them not shown (--limit 0 shows all)` : ""}, as of ${asOf}.${near.length === 0 ? "" : ` Did you mean ${near.map((name) => terminal(name, 120)).join(" or ")}?`}`
    );
    return EXIT.done;
  }
};
export {
  search
};
