import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  documentsOnDisk
} from "./chunk-ICKVJLI7.js";
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  DIRECTORY,
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  preview
} from "./chunk-LHTDSFUB.js";
import {
  bundledIn
} from "./chunk-RAKDFB7L.js";
import {
  NO_WISH,
  writeRequest
} from "./chunk-HBBCUIXN.js";
import {
  carriesOf
} from "./chunk-7JT6UJO5.js";
import {
  NOTHING_READ
} from "./chunk-GXPNGJAR.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-HR7GG2YN.js";
import {
  loadKnowledgeFor,
  membersOf
} from "./chunk-ONGHTM6G.js";
import "./chunk-MWT5QNRM.js";
import {
  readRequest
} from "./chunk-SNQCUXD5.js";
import {
  several
} from "./chunk-RPDRASIN.js";
import {
  KINDS,
  MODE_NAMES,
  readSettings
} from "./chunk-RYEE6VUW.js";
import "./chunk-WZHV26AT.js";
import {
  instantOf,
  writeDuration
} from "./chunk-66F3A4I2.js";
import "./chunk-624KHEYP.js";
import {
  id,
  nearest,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonText,
  terminal
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/core/plan/catalogue.ts
var offerOf = (listing, account, bundle) => {
  const request = listing.asking(account, bundle);
  const there = listing.settings.bundles.get(bundle);
  if (request === null || there === void 0) return [];
  const change = { added: [request], removed: [], edited: [], settings: [], outside: [] };
  const { settings, deciding, person, now } = listing;
  const [judged] = preview({ change, settings, deciding, author: person, opinions: () => [], now }).requests;
  if (judged === void 0) return [];
  const judgement = judged.tentative ?? judged.judgement;
  return [
    {
      account,
      bundle,
      says: there.says,
      duration: there.duration,
      decision: judgement.decision,
      endsByItself: judgement.items.every(({ routing }) => routing.lapse === "always")
    }
  ];
};
function catalogueOf(listing) {
  const { settings, person } = listing;
  const accounts = (settings.aws?.accounts ?? []).filter(({ closing }) => !closing).map(({ name }) => name);
  const offers = accounts.toSorted().flatMap(
    (account) => [...settings.bundles.keys()].toSorted().flatMap((bundle) => offerOf(listing, account, bundle))
  );
  const rules = settings.rules.filter(({ who }) => membersOf(who, settings).has(person)).map((rule) => ({ rule, denies: rule.deny, ways: rule.ways }));
  return { person, offers, rules };
}

// src/core/report/catalogue.ts
function approvalText(decision) {
  if (decision.is === "allowed") return decision.way === "auto" ? "nobody has to approve it" : "break glass";
  if (decision.is === "refused")
    return `not for you: ${decision.reasons.slice(0, 1).map(({ sentence }) => sentence).join()}`;
  return decision.missing.map(
    ({ more, people }) => `${several(more, "approval")} by ${people.slice(0, 5).join(", ")}${people.length > 5 ? ", …" : ""}`
  ).join(" or ");
}
var isOffered = ({ decision }) => decision.is !== "refused";
function whoText(way) {
  if (way.is === "anyone") return "anyone";
  const names = [...way.groups.map(({ value }) => value), ...way.people.map(({ value }) => value)];
  return [...names, ...way.manager ? ["your manager"] : []].join(" or ");
}
var wayText = (way) => way.is === "auto" ? "nobody" : way.is === "approvedBy" ? `${several(Math.max(1, way.approvals), "approval")} by ${whoText(way.who)}` : `break glass, reviewed by ${whoText(way.reviewedBy)} within ${writeDuration(way.within)}`;
function filterText(filter) {
  const words = [
    ...(filter.account ?? []).map(({ text }) => `account ${text}`),
    ...(filter.ou ?? []).map(({ text }) => `OU ${text}`),
    ...Object.entries(filter.tags).map(([tag, texts]) => `${tag}=${texts.map(({ text }) => text).join("|")}`),
    ...Object.entries(filter.facets).map(([facet, texts]) => `${facet} ${texts.map(({ text }) => text).join("|")}`),
    ...Object.entries(filter.resourceTags).map(
      ([tag, texts]) => `resources tagged ${tag}=${texts.map(({ text }) => text).join("|")}`
    ),
    ...filter.kind ?? [],
    ...(filter.region ?? []).map(({ text }) => `region ${text}`),
    ...(filter.risk ?? []).map((risk) => `${risk} risk`),
    ...filter.escalating === null ? [] : [filter.escalating ? "what could make lasting access" : "what cannot make lasting access"],
    ...filter.endsByItself === null ? [] : [filter.endsByItself ? "what ends by itself" : "what does not end by itself"],
    ...filter.managesPermissions === null ? [] : [filter.managesPermissions ? "what can change permissions" : "what cannot change permissions"]
  ];
  return words.length === 0 ? "everything" : words.join(", ");
}
var ruleLine = ({ rule, denies, ways }, palette) => {
  const what = terminal(
    `${filterText(rule.what)}${rule.not.length === 0 ? "" : `, but not ${rule.not.map(filterText).join("; ")}`}`,
    200
  );
  if (denies !== null) return `  ${palette.bad(rule.name)}  never: ${terminal(denies, 200)} (${what})`;
  const longest = rule.limits.maxDuration === null ? "" : `, at most ${writeDuration(rule.limits.maxDuration)}`;
  const how = ways.length === 0 ? "limits others" : ways.map(wayText).join("; or ");
  return `  ${palette.strong(rule.name)}  ${what}${longest}: ${terminal(how, 300)}`;
};
function catalogueText({ person, offers, rules }, palette) {
  const open = offers.filter(isOffered);
  const rows = open.map(
    (offer) => [
      offer.account,
      offer.bundle,
      offer.duration === null ? "as asked" : writeDuration(offer.duration),
      approvalText(offer.decision),
      offer.endsByItself ? "" : "does not end by itself"
    ].map((cell) => terminal(cell, 120))
  );
  const widths = [0, 1, 2, 3].map(
    (column) => Math.max(0, ...rows.flatMap((row) => row.slice(column, column + 1)).map((cell) => cell.length))
  );
  const lines = rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd());
  return [
    palette.strong(`What ${terminal(person, 80)} may ask for`),
    ...lines.length === 0 ? ["  no bundle"] : lines,
    "",
    palette.strong("Anything else, by these rules"),
    ...rules.length === 0 ? ["  none speaks of them"] : rules.map((rule) => ruleLine(rule, palette))
  ].join("\n");
}
var catalogueJson = ({ person, offers, rules }) => jsonText({
  person,
  offers: offers.map((offer) => ({
    account: offer.account,
    bundle: offer.bundle,
    says: offer.says,
    seconds: offer.duration,
    allowed: isOffered(offer),
    approval: approvalText(offer.decision),
    endsByItself: offer.endsByItself
  })),
  rules: rules.map(({ rule, denies, ways }) => ({
    name: rule.name,
    what: filterText(rule.what),
    not: rule.not.map(filterText),
    ways: ways.map(wayText),
    seconds: rule.limits.maxDuration,
    denies
  }))
});

// src/entry/commands/list.ts
function asking(directory, person) {
  return (account, bundle) => {
    const access = [{ account, what: { bundle } }];
    const text = writeRequest({ ...NO_WISH, for: person, reason: "as listed", ticket: "INC-0000", access });
    const path = `${directory === "" ? "" : `${directory}/`}requests/listed.yaml`;
    const file = { path, mode: "100644", blob: id("0".repeat(40)), bytes: text.length, text };
    return readRequest(file, KINDS).request;
  };
}
var list = {
  tells: "Prints what a person may ask for: every bundle in every account with whose approval it takes and for how long, then the rules for anything else. Judged by the files in this folder, without credentials.",
  argument: null,
  options: {
    directory: DIRECTORY,
    for: {
      type: "string",
      says: "handle of whoever needs it (default: everybody in people.yaml, one after the other)"
    }
  },
  async run(invocation) {
    const { terminal: terminal2 } = invocation;
    const directory = textOf(invocation, "directory", "config");
    const files = await documentsOnDisk(process.cwd(), directory);
    if (files.is === "unknown") return comeToNothing(invocation, EXIT.findings, writeEdgeError(files.because));
    const { settings } = readSettings(files.value, directory, KINDS, MODE_NAMES);
    if (settings === null)
      return comeToNothing(invocation, EXIT.findings, "The settings are broken: daypass validate tells where.");
    const wanted = textOf(invocation, "for", "");
    const people = [...settings.people.keys()].filter((person) => wanted === "" || person === wanted).toSorted();
    if (people.length === 0) {
      const near = nearest(wanted, [...settings.people.keys()]);
      const hint = near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`;
      return comeToNothing(invocation, EXIT.findings, `people.yaml knows no ${JSON.stringify(wanted)}.${hint}`);
    }
    const deciding = {
      knowledge: await loadKnowledgeFor(bundledIn(settings)),
      carries: carriesOf(),
      ...NOTHING_READ
    };
    const now = instantOf(Date.now() / 1e3);
    const all = people.map(
      (person) => catalogueOf({ settings, deciding, person, asking: asking(directory, person), now })
    );
    const [first] = all;
    if (invocation.values["json"] === true)
      terminal2.out(
        (wanted !== "" && first !== void 0 ? catalogueJson(first) : `[${all.map(catalogueJson).join(",")}]`).trimEnd()
      );
    else terminal2.out(all.map((one) => catalogueText(one, paletteFor(terminal2))).join("\n\n"));
    return EXIT.done;
  }
};
export {
  list
};
