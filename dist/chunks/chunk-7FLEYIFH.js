import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  latenessOf,
  latenessText
} from "./chunk-W7IAHCRU.js";
import {
  COMMENT_MARKER,
  renderComment
} from "./chunk-HIG56UEW.js";
import {
  endedOnly,
  explainedOnly,
  makePlan,
  requestStory,
  revokingOnly
} from "./chunk-PMYHNS3L.js";
import {
  openClouds,
  timeOf
} from "./chunk-BJYXXNPA.js";
import {
  tagsOf
} from "./chunk-LVRSQMLL.js";
import {
  readDocuments,
  renderJson
} from "./chunk-OEFKE5MR.js";
import {
  headlineOf,
  inOrder
} from "./chunk-I35WAWJI.js";
import {
  FILE,
  asking,
  historyOf,
  liveDirectory,
  personOf,
  proveVersions,
  settingsReader,
  writtenDirectory
} from "./chunk-KJZDNTLM.js";
import {
  gitLedger,
  inWorkspace
} from "./chunk-JMK5VHSZ.js";
import {
  PULL_FRAGMENTS,
  aboutRepository,
  aliased,
  allReviews,
  askAll,
  countOf,
  declared,
  fieldsOf,
  githubFrom,
  instantIn,
  listOf,
  openSource,
  pullIn,
  pullsByNumber,
  pullsOf,
  remoteOf,
  textOf,
  wholePull,
  witnessOf
} from "./chunk-GWQYVHM3.js";
import {
  allVersions,
  everyVersion,
  settingsLandings,
  versionsOf
} from "./chunk-UJQ553KK.js";
import {
  NOTHING_READ,
  itemsOf,
  judgeRequest,
  routeItem,
  windowOf
} from "./chunk-GXPNGJAR.js";
import {
  looksAtTags,
  tagsKey
} from "./chunk-UJ3HXRAY.js";
import {
  loadAllKnowledge
} from "./chunk-ONGHTM6G.js";
import {
  readRequest
} from "./chunk-SNQCUXD5.js";
import {
  BECAUSE,
  DOES,
  ENDS,
  REFUSED,
  day,
  several
} from "./chunk-RPDRASIN.js";
import {
  KINDS,
  MODE_NAMES,
  OKTA_MODE,
  asLanded,
  becauseOf,
  carriedBy,
  claimMarks,
  fatesOf,
  grantedKey,
  isSettling,
  isStanding,
  mayStand,
  modesOf,
  mustGo,
  naming,
  needKey,
  predates,
  presumable,
  recordedIn,
  resolve,
  settlementOf,
  severityOf,
  standingHoldings,
  stuckOn,
  targetsByName,
  targetsOf,
  whyNot
} from "./chunk-RYEE6VUW.js";
import {
  DAY,
  HOUR,
  MINUTE,
  canonicalJson,
  digest,
  hasEnded,
  instantOf,
  later,
  writeDuration,
  writeInstant
} from "./chunk-66F3A4I2.js";
import {
  filesAt,
  textOfBlob,
  textsOf
} from "./chunk-XHVTBLDS.js";
import {
  isRequestPath
} from "./chunk-624KHEYP.js";
import {
  blobSizes
} from "./chunk-SMRKEGFD.js";
import {
  known,
  unknown,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT,
  code,
  markdown,
  plain,
  prose,
  terminal
} from "./chunk-QC3ZOG66.js";

// src/core/report/timeline.ts
var MOST = 40;
var order = (live) => live.toSorted(
  (a, b) => compare(a.person, b.person) || a.window.until - b.window.until || compare(a.target, b.target) || compare(a.says, b.says)
);
var compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var named = (text) => plain(text, 60).replace(/[^\p{L}\p{N} ._/-]+/gu, " ").replace(/\s+/g, " ").trim() || "unnamed";
var stamp = (at) => writeInstant(at).slice(0, 16);
function renderGantt(live, now) {
  if (live.length === 0) return "";
  const shown = order(live).slice(0, MOST);
  const rows = [];
  let person = "";
  for (const [at, { person: whose, target, says, window, ends }] of shown.entries()) {
    if (whose !== person) rows.push(`  section ${named(whose)}`);
    person = whose;
    const state = ends === "by itself" ? "active" : "crit";
    rows.push(`  ${named(`${says} in ${target}`)} :${state}, g${at}, ${stamp(window.from)}, ${stamp(window.until)}`);
  }
  const left = live.length - shown.length;
  return [
    "```mermaid",
    "gantt",
    `  title Access that is live or to come (UTC)${left > 0 ? `, first ${MOST} shown` : ""}`,
    "  dateFormat YYYY-MM-DDTHH:mm",
    "  axisFormat %m-%d %H:%M",
    "  todayMarker off",
    `  now :milestone, now, ${stamp(now)}, 0m`,
    ...rows,
    "```"
  ].join("\n");
}
function renderBars(live, now, width) {
  if (live.length === 0) return "";
  const sorted = order(live);
  const first = Math.min(now, ...sorted.map(({ window }) => window.from));
  const last = Math.max(now + 1, ...sorted.map(({ window }) => window.until));
  const columns = Math.max(10, Math.min(200, Math.floor(width)));
  const columnOf = (at) => Math.min(columns - 1, Math.floor((at - first) / (last - first) * columns));
  const nowAt = columnOf(now);
  const bars = sorted.map(({ person, says, target, window }) => ({
    name: terminal(`${person}: ${says} in ${target}`, 48),
    window
  }));
  const wide = Math.max(...bars.map(({ name }) => name.length));
  const rows = bars.map(({ name, window }) => {
    const [from2, until2] = [columnOf(window.from), Math.max(columnOf(window.from), columnOf(window.until - 1))];
    const drawn = Array.from({ length: columns }, (_, column) => {
      if (column >= from2 && column <= until2) return window.from > now ? "░" : column < nowAt ? "·" : "█";
      return column === nowAt ? "│" : " ";
    }).join("");
    const left = window.until <= now ? "over" : `${writeDuration(window.until - now)} left`;
    return `${name.padEnd(wide)} ${drawn} ${left}`;
  });
  const [from, until] = [writeInstant(first), writeInstant(last)];
  return [`${" ".repeat(wide)} ${from} to ${until}, now ${day(now)}`, ...rows].map((row) => `${row.trimEnd()}
`).join("");
}

// src/entry/run-job.ts
import { join } from "node:path";

// src/core/conversation/alarms.ts
var marked = (what) => `<!-- daypass:alarm ${what.replace(/[^\w .-]/g, "")} -->`;
var MOST2 = 50;
var overdueRow = ({ target, holding, until }) => `- ${markdown(target, 80)}: ${code(holding, 160)}, ended ${day(until)}`;
function overdueAlarm(overdue) {
  if (overdue.length === 0) return [];
  const marker = marked("overdue");
  const left = overdue.length - MOST2;
  return [
    {
      marker,
      title: "Daypass: access that should have been taken away is still there",
      body: [
        marker,
        `🔴 **${several(overdue.length, "holding")} should have been taken away**, and by the record ${overdue.length === 1 ? "is" : "are"} still there:`,
        [...overdue.slice(0, MOST2).map(overdueRow), ...left > 0 ? [`- … and ${left} more`] : []].join("\n"),
        "Where AWS ends access by itself it is denied already, and this is tidiness; group memberships and policies attached as they are still work. **What to do:** look at the newest run of `expire.yml`: does the schedule still run, and what does it say? Daypass closes this issue by itself.",
        ""
      ].join("\n\n")
    }
  ];
}
function glassAlarm({ request, pull, by, until, at }, now) {
  const marker = marked(`glass ${request} ${pull}`);
  const over = now >= until;
  return {
    marker,
    title: `Daypass: broken glass to be reviewed: ${request}`,
    body: [
      marker,
      `${over ? "🔴 **The time to review this has passed.**" : "🟠"} The glass was broken for ${code(request, 80)} in #${pull} at ${day(at)}: access was given without approval.`,
      `**What to do:** ${by.map((one) => `**${markdown(one, 60)}**`).join(", ")}: look at what was done with it and review #${pull} until ${day(until)}, approving it or asking for changes. Asking for changes does not end the access: deleting the request's file, or a hold, does.`,
      `${over ? "Every run is red until then. " : ""}Daypass closes this issue by itself once the review is there.`,
      ""
    ].join("\n\n")
  };
}
var openGlass = ({ glass }) => [...glass].flatMap(([version, broken]) => broken.reviewed === null ? [{ ...broken, version }] : []);
var alarmsWanted = (ledger, now) => [
  ...overdueAlarm(latenessOf(ledger, now).overdue),
  ...openGlass(ledger).map((glass) => glassAlarm(glass, now)).toSorted((a, b) => a.marker < b.marker ? -1 : 1)
];
var glassOverdue = (ledger, now) => openGlass(ledger).filter(({ until }) => until <= now).map(
  ({ request, by, until }) => `The glass was broken for ${request}, and nobody reviewed it until ${day(until)}: ${by.join(", ")} must`
);
function alarmGestures(wanted, there) {
  const open = new Map(there.map((alarm) => [alarm.marker, alarm]));
  const kept = /* @__PURE__ */ new Set();
  const told = wanted.flatMap(({ marker, title, body }) => {
    const alarm = open.get(marker);
    if (alarm === void 0) return [{ do: "open issue", title, body }];
    kept.add(alarm.node);
    return alarm.title === title && alarm.body.trim() === body.trim() ? [] : [{ do: "rewrite issue", issue: alarm.node, title, body }];
  });
  const over = there.filter(({ node }) => !kept.has(node)).map(({ node }) => ({ do: "close issue", issue: node }));
  return [...told, ...over];
}

// src/core/conversation/life.ts
var soonAt = ({ from, until }) => later(until, -Math.min(HOUR, Math.max(15 * MINUTE, Math.floor((until - from) / 4))));
var TROUBLED = {
  blocked: "blocked",
  failed: "blocked",
  had: "had before",
  withdrawn: "ended"
};
function lifeOf({ granted, refused: refused2, trouble }, asked, window, now) {
  const standing2 = granted.filter(({ ended }) => ended === null);
  if (refused2 !== null && standing2.length === 0) return "refused";
  if (standing2.length > 0) {
    const there = new Set(standing2.map(({ grant }) => grant));
    if (trouble?.is !== "had" && asked.some((key) => !there.has(key))) return "partly ready";
    const until = instantOf(Math.max(...standing2.map((one) => one.until)));
    if (until <= now) return "partly ready";
    return soonAt({ from: window.from, until }) <= now ? "ending" : "ready";
  }
  if (granted.length > 0) return "ended";
  if (trouble !== null) return TROUBLED[trouble.is];
  return window.from > now ? "allowed" : "granting";
}

// src/core/conversation/news.ts
var STALE = 7 * DAY;
var MOST_TOLD = 200;
function newestOf(ledger, granted, version) {
  const times = [
    ...granted.flatMap((one) => one.ended === null ? [one.confirmed, one.until] : [one.ended.at]),
    ledger.trouble.get(version)?.at,
    ledger.accepted.get(version)?.at,
    ledger.glass.get(version)?.until,
    ledger.glass.get(version)?.reviewed?.at
  ].filter((at) => at !== void 0);
  return times.length === 0 ? null : times.reduce((one, other) => other > one ? other : one);
}
var grantsByVersion = (ledger) => Map.groupBy(ledger.granted.values(), ({ version }) => version);
var endsSoon = ({ telling }, granted, now) => {
  const soon = soonAt({ from: granted.at, until: granted.until });
  return granted.ended === null && soon <= now && now < granted.until && (telling.at === null || telling.at < soon);
};
function newsIn(ledger, now) {
  const byVersion = grantsByVersion(ledger);
  const soon = [...ledger.granted.values()].filter((one) => endsSoon(ledger, one, now)).map(({ version }) => version);
  const { news } = ledger.telling;
  const fresh = [...news].toSorted(([, one], [, other]) => one - other).filter(([version]) => {
    const newest2 = newestOf(ledger, byVersion.get(version) ?? [], version);
    return newest2 === null || later(newest2, STALE) > now;
  });
  const next = fresh[MOST_TOLD];
  const due = [.../* @__PURE__ */ new Set([...soon, ...fresh.slice(0, MOST_TOLD).map(([version]) => version)])];
  return { due, through: next === void 0 ? ledger.lines : next[1] - 1 };
}

// src/core/plan/desire.ts
var SHORTEST = 5 * MINUTE;
var LIVE = { is: "live" };
var refused = (says) => ({ is: "over", because: "refused", says });
function fateOf({ now, settlement, verdicts, refusedBefore }, { grant, over }) {
  if (hasEnded(grant, now)) return { is: "over", because: "expired", says: `ended ${writeInstant(grant.until)}` };
  const verdict = verdicts.get(grant.version);
  if (verdict?.is === "refused") return refused(verdict.says);
  const before = verdict === void 0 ? refusedBefore.get(grant.version) : void 0;
  if (before !== void 0) return refused(before.says);
  if (over !== null) return over;
  if (now < grant.from) return { is: "not-yet", from: grant.from };
  if (later(now, SHORTEST) > grant.until && !mayStand(settlement, grant))
    return { is: "dead", says: `less than ${SHORTEST / MINUTE} minutes are left until ${writeInstant(grant.until)}` };
  return LIVE;
}
function possibleUnder({ settlement }, asked) {
  const given = new Set(asked.filter(({ grant }) => settlement(grant).is !== "new").map(({ grant }) => grant.version));
  return asked.filter(({ whole: whole2, bundle, grant }) => {
    if (mayStand(settlement, grant)) return true;
    if (bundle === "added" && given.has(grant.version)) return false;
    return whole2 && bundle !== "kept";
  });
}
function desire({ asked, blocked }, desiring2) {
  const possible = possibleUnder(desiring2, asked);
  return { wishes: possible.map((one) => ({ grant: one.grant, fate: fateOf(desiring2, one) })), blocked };
}
var liveGrants = (desired) => desired.wishes.flatMap((wish) => wish.fate.is === "live" ? [wish.grant] : []);

// src/core/plan/verdicts.ts
var NOTHING_ASKED = /* @__PURE__ */ new Map();
var isProved = (verdicts, version) => verdicts.get(version)?.is === "proved";

// src/core/plan/permit.ts
var NO_RECORD = "the record could not be read, so nothing is given";
var NO_SETTINGS = "the settings at the head are broken, so nothing is given";
var NO_DIRECTORY = "the directory could not be read, so nothing is given";
var shutOut = (versions, because) => new Map([...versions].map((version) => [version, { is: "unknown", because }]));
function stopped(step, verdicts, now) {
  if (step.notAfter !== null && step.notAfter <= now)
    return { because: `it was not granted before ${writeInstant(step.notAfter)}`, cure: "ask again with a new request" };
  for (const { version } of step.holders) {
    if (isProved(verdicts, version)) continue;
    const verdict = verdicts.get(version);
    const because = verdict?.is === "unknown" ? verdict.because : verdict?.is === "refused" ? verdict.says : "its proof was not asked for in this run";
    return { because: `not proved: ${because}`, cure: "the next run tries again" };
  }
  return null;
}
function permit(plan, verdicts) {
  const blocked = [];
  const allowed = plan.steps.filter((step) => {
    if (step.effect === "takes") return true;
    const why = stopped(step, verdicts, plan.now);
    if (why !== null) blocked.push({ grants: step.holders.map((holder) => holder.grant), ...why });
    return why === null;
  });
  const unrecorded = plan.unrecorded.filter(
    ({ is, holders }) => is === "outdated" || stopped({ holders, notAfter: null }, verdicts, plan.now) === null
  );
  return makePlan({ ...plan, steps: allowed, unrecorded, blocked: [...plan.blocked, ...blocked] });
}

// src/core/plan/withheld.ts
var withholding = ({ settlement, verdicts, stuck, now }) => (grant) => {
  const settled = settlement(grant).is;
  if (settled === "standing" || settled === "undone") return null;
  if (settled === "new" && grant.claimUntil <= now)
    return {
      is: "late",
      because: `it was not granted before ${writeInstant(grant.claimUntil)}`,
      cure: "ask again with a new request",
      told: true
    };
  if (stuck.has(grant.version))
    return { is: "file", because: "another item of its request cannot be given", cure: "see there", told: true };
  const verdict = verdicts?.get(grant.version);
  if (verdicts === null || verdict?.is === "proved") return null;
  return {
    is: "unproved",
    because: `not proved: ${verdict?.is === "unknown" ? verdict.because : "nothing was asked for it"}`,
    cure: "the next run tries again",
    told: verdict !== void 0
  };
};

// src/core/plan/drafting.ts
function commonOf(drawing, looked, desired) {
  const settlement = settlementOf(drawing.ledger);
  const live = liveGrants(desired);
  const recorded = standingHoldings(drawing.ledger);
  const closing = new Set(
    targetsOf(drawing.settings).filter((one) => one.closing).map((one) => one.name)
  );
  const { everyVersion: everyVersion2, now } = drawing;
  const fateOf2 = fatesOf(desired);
  return {
    drawing,
    settlement,
    recorded,
    fateOf: fateOf2,
    claims: claimMarks(drawing.ledger),
    stuck: stuckOn(drawing.ledger),
    // Of what landed after this clone was made nothing is known.
    goes: (granted) => everyVersion2.has(granted.version) && mustGo(fateOf2(granted)),
    told: /* @__PURE__ */ new Set([...drawing.ledger?.claims.keys() ?? [], ...drawing.ledger?.ended.keys() ?? []]),
    believes: naming(everyVersion2),
    whyNot: whyNot({ desired, fateOf: fateOf2, everyVersion: everyVersion2, recorded, closing, now }),
    resolving: drawing.modes.flatMap((mode) => {
      const seen = looked.seen.find((one) => one.mode === mode.mode);
      if (seen === void 0) return [];
      const mine = live.filter((grant) => grant.mode === mode.mode);
      const over = presumable(desired, /* @__PURE__ */ new Map([[mode.mode, mode.carries]]), drawing.ledger, now);
      const ended = resolve(over, mode.needs, seen.facts, settlement).resolved;
      const resolution = asLanded(resolve(mine, mode.needs, seen.facts, settlement), settlement);
      return [{ mode, seen, resolution, ended }];
    })
  };
}
function draftModes(asked, withholds) {
  const withheld = [];
  const drafts = asked.resolving.map(({ seen, resolution, ended }) => {
    const live = [];
    const unproved = [];
    const late = [];
    for (const one of resolution.resolved) {
      const why = withholds(one.grant);
      if (why === null) live.push(one);
      else {
        withheld.push({ grant: one.grant, why });
        if (why.is === "late") late.push(one);
        else unproved.push(one);
      }
    }
    return seen.draft({
      live,
      withheld: { unproved, late, rewritten: resolution.rewritten },
      unsure: resolution.unknown,
      settlement: asked.settlement,
      recorded: asked.recorded,
      whyNot: asked.whyNot,
      claims: asked.claims,
      stuck: asked.stuck,
      goes: asked.goes,
      ended,
      told: asked.told,
      believes: asked.believes
    });
  });
  return { drafts, withheld, blocked: drafts.flatMap((one) => one.blocked) };
}
function waitingFor({ drafts }, verdicts, now) {
  return drafts.flatMap((one) => one.steps).filter((step) => step.effect !== "takes").flatMap((step) => {
    const why = stopped(step, verdicts, now);
    return why === null ? [] : [{ grants: step.holders.map((holder) => holder.grant), ...why }];
  });
}
function draftFiles(asked, verdicts) {
  const { settlement, drawing } = asked;
  const all = asked.resolving.flatMap(({ resolution }) => resolution.asked);
  const unknown2 = new Set(asked.resolving.flatMap(({ resolution }) => resolution.unknown.map((grant) => grant.key)));
  const grants = new Map(all.filter((grant) => !unknown2.has(grant.key)).map((grant) => [grant.key, grant]));
  const standing2 = new Set(all.filter((grant) => isStanding(settlement, grant)).map((grant) => grant.key));
  const stuck = /* @__PURE__ */ new Set();
  const stick = (blocked) => {
    const before = stuck.size;
    for (const grant of blocked.flatMap((one) => one.grants.flatMap((key) => grants.get(key) ?? [])))
      if (!standing2.has(grant.key)) stuck.add(grant.version);
    return stuck.size > before;
  };
  stick(asked.resolving.flatMap(({ resolution }) => resolution.blocked));
  const earlier = [];
  for (; ; ) {
    const drafted = draftModes(asked, withholding({ settlement, verdicts, stuck, now: drawing.now }));
    const blocked = [...drafted.blocked, ...verdicts === null ? [] : waitingFor(drafted, verdicts, drawing.now)];
    if (!stick(blocked)) {
      const unclear = drafted.drafts.flatMap((one) => one.unclear);
      return { ...drafted, blocked: [...earlier, ...drafted.blocked, ...unclear] };
    }
    for (const one of blocked) {
      const left = one.grants.filter((key) => !standing2.has(key));
      earlier.push({ ...one, grants: left });
    }
  }
}

// src/core/plan/asked.ts
function stopped2({ held, denied }) {
  if (held !== null) return { is: "over", because: "held", says: `held: ${held.because}` };
  if (denied !== null) return { is: "over", because: "denied", says: `rule ${denied.rule}: ${denied.sentence}` };
  return null;
}
function overIn({ settings, head, deciding }, item, routing) {
  const over = (settings === head ? null : stopped2(routeItem(item, head, deciding))) ?? stopped2(routing);
  if (over !== null || targetsByName(settings).get(item.target)?.closing !== true) return over;
  return { is: "over", because: "closing", says: `${item.target} is closing` };
}
function bundledItems(items, { request, bundles }, asking2) {
  if (bundles === void 0) return items.map((item) => ({ item, bundle: "same" }));
  const before = itemsOf(request, { ...asking2.settings, bundles }, asking2.deciding.knowledge).items;
  const now = new Set(items.map((item) => item.key));
  const then = new Set(before.map((item) => item.key));
  return [
    ...items.map((item) => ({ item, bundle: then.has(item.key) ? "same" : "added" })),
    ...before.filter((item) => !now.has(item.key)).map((item) => ({ item, bundle: "kept" }))
  ];
}
function grantsOf(asking2, standing2) {
  const { settings, deciding } = asking2;
  const { request, version, bundles } = standing2;
  const window = windowOf(request, bundles === void 0 ? settings : { ...settings, bundles }, version.landedAt);
  const { items, problems } = itemsOf(request, settings, deciding.knowledge);
  const grants = items.map((item) => item.key);
  const blocked = problems.map(({ because, cure, at }) => ({ grants, because, cure, at }));
  if (window === null) {
    const endless = {
      grants,
      because: `${request.path} says no end`,
      cure: "write `duration` or `until` in a new request",
      at: request.at
    };
    return { asked: [], blocked: [...blocked, endless] };
  }
  const claimFrom = request.when.is !== "default" && request.when.from !== null ? request.when.from : version.landedAt;
  const asked = bundledItems(items, standing2, asking2).flatMap(({ item, bundle }) => {
    const person = settings.people.get(item.person);
    const account = targetsByName(settings).get(item.target);
    if (person === void 0 || account === void 0) return [];
    const routing = routeItem(item, settings, deciding);
    const grant = {
      key: item.key,
      version: version.id,
      item,
      email: person.email,
      account: account.id,
      mode: account.mode,
      from: window.from,
      until: window.until,
      landedAt: version.landedAt,
      claimUntil: later(claimFrom, settings.limits.claimWithin),
      directAttachment: routing.directAttachment
    };
    return [{ grant, over: overIn(asking2, item, routing), whole: problems.length === 0, bundle }];
  });
  return { asked, blocked: hasEnded(window, asking2.now) ? [] : blocked };
}
function askedFor(asking2) {
  const read = asking2.standing.map((standing2) => grantsOf(asking2, standing2));
  const asked = read.flatMap((one) => one.asked);
  asked.sort(({ grant: a }, { grant: b }) => a.key < b.key ? -1 : a.key > b.key ? 1 : a.version < b.version ? -1 : 1);
  return { asked, blocked: read.flatMap((one) => one.blocked) };
}
function knowing(before, asking2) {
  const { documents, tags } = asking2.deciding;
  if (documents.size === 0 && tags.size === 0) return before;
  const asked = before.asked.map((one) => {
    const { item } = one.grant;
    const { permissions, thing } = item.entitlement;
    const named2 = permissions.form === "policy" || permissions.form === "narrowed";
    if (!named2 && (thing === void 0 || tags.size === 0)) return one;
    const routing = routeItem(item, asking2.settings, asking2.deciding);
    const grant = { ...one.grant, directAttachment: routing.directAttachment };
    return { ...one, grant, over: overIn(asking2, item, routing) };
  });
  return { ...before, asked };
}

// src/core/plan/look.ts
var desiring = ({ ledger, now }, verdicts) => ({
  settlement: settlementOf(ledger),
  verdicts,
  refusedBefore: ledger?.refused ?? /* @__PURE__ */ new Map(),
  now
});
var carriesOf = (modes) => new Map(modes.map((mode) => [mode.mode, mode.carries]));
function thingsOf(grants) {
  const things = grants.flatMap(
    ({ account, item: { target, entitlement } }) => entitlement.thing === void 0 ? [] : [[tagsKey(target, entitlement.thing), { target, account, arn: entitlement.thing }]]
  );
  return [...new Map(things).values()];
}
async function tagsFor({ settings, head, tags }, grants) {
  const things = looksAtTags(settings) || looksAtTags(head) ? thingsOf(grants) : [];
  return things.length === 0 ? NOTHING_READ.tags : tags(settings, things);
}
async function look(asked, verdicts) {
  const blind = { knowledge: asked.knowledge, carries: carriesOf(asked.modes), ...NOTHING_READ };
  const asking2 = askedFor({ ...asked, deciding: blind });
  const desired = desire(asking2, desiring(asked, verdicts));
  const wanted = [...liveGrants(desired), ...presumable(desired, carriesOf(asked.modes), asked.ledger, asked.now)];
  const recorded = recordedIn(asked.ledger);
  const reading = tagsFor(asked, wanted);
  const seen = await Promise.all(
    asked.modes.map((mode) => {
      const needs = new Map(
        wanted.filter((grant) => grant.mode === mode.mode).flatMap(mode.needs).map((need) => [needKey(need), need])
      );
      return mode.look([...needs.values()], recorded);
    })
  );
  const documents = seen.flatMap((one) => [...one.facts.values()]).flatMap(
    (fact) => fact.is === "found" && fact.document !== void 0 ? [[`${fact.need.target} ${fact.need.name}`, fact.document]] : []
  );
  const deciding = { ...blind, documents: new Map(documents), tags: await reading };
  return { seen, deciding, askedFor: knowing(asking2, { ...asked, deciding }) };
}

// src/core/plan/safeguards.ts
function limitStrays(steps, most) {
  const strays = /* @__PURE__ */ new Map();
  for (const step of steps) if (step.because === "stray") strays.set(step.target, (strays.get(step.target) ?? 0) + 1);
  const over = new Set([...strays].filter(([, count]) => count > most).map(([target]) => target));
  const blocked = [...over].sort().map(
    (target) => ({
      grants: [],
      because: `${strays.get(target)} things in ${target} carry our mark but no request explains them; at most ${most} are removed in one run`,
      cure: "look at them; when they may go, raise limits.strays in daypass.yaml",
      does: "takes"
    })
  );
  return { steps: steps.filter((step) => step.because !== "stray" || !over.has(step.target)), blocked };
}

// src/core/plan/draft.ts
var unreadIn = ({ mode, seen }) => mode.scopes.flatMap(({ scope, target }) => {
  const answer = seen.scopes.get(scope);
  if (answer?.is === "known") return [];
  const because = answer?.because ?? {
    kind: "garbage",
    call: `reading ${target}`,
    said: "nothing was read"
  };
  return [{ scope, target, mode: mode.mode, because }];
});
var targetsRead = ({ mode, seen }) => {
  const dark = new Set(
    mode.scopes.filter(({ scope }) => seen.scopes.get(scope)?.is !== "known").map(({ target }) => target)
  );
  return new Set(mode.scopes.map(({ target }) => target).filter((target) => !dark.has(target)));
};
function vanishedFrom(asked, one) {
  const read = targetsRead(one);
  return [...asked.recorded.values()].flat().flatMap((granted) => {
    if (granted.mode !== one.mode.mode || !read.has(granted.target) || one.seen.present.has(granted.holding)) return [];
    const fate = asked.fateOf(granted);
    if (fate?.is === "live") return [];
    const because = becauseOf(fate);
    const known2 = because === "expired" || because === "withdrawn";
    const unmarked = asked.claims.has(granted.holding);
    if (isSettling(granted, asked.drawing.now) && (unmarked || !known2)) return [];
    return [{ granted, because: known2 ? because : "undone" }];
  });
}
function spentIn({ drawing: { ledger, now }, recorded }, one, { wishes }) {
  const read = targetsRead(one);
  const grants = new Map(wishes.map(({ grant }) => [grant.version, grant]));
  const endedBy = (version, at) => {
    const grant = grants.get(version);
    return grant !== void 0 && hasEnded(grant, at);
  };
  const asked = new Set(
    wishes.flatMap(({ grant, fate }) => fate.is === "live" || fate.is === "not-yet" ? [grant.version] : [])
  );
  const isAsked = (version) => asked.has(version);
  return [...ledger?.claims ?? []].flatMap(([holding, claim]) => {
    if (claim.existedBefore || claim.mode !== one.mode.mode || !read.has(claim.target)) return [];
    if (one.seen.present.has(holding) || recorded.has(holding)) return [];
    const taken = claim.versions.every((version) => endedBy(version, claim.at));
    return taken || !claim.versions.some(isAsked) && !isSettling({ confirmed: claim.at }, now) ? [{ holding, claim }] : [];
  });
}
function changedBefore(asked, steps) {
  return steps.flatMap((step) => {
    const given = step.do === "revoke" ? asked.recorded.get(step.holding) ?? [] : [];
    const changed = given.filter(
      (granted) => granted.content !== step.content && !isSettling(granted, asked.drawing.now)
    );
    return changed.flatMap((granted) => {
      const because = becauseOf(asked.fateOf(granted));
      return because === "expired" || because === "withdrawn" ? [] : [{ granted, because: "undone" }];
    });
  });
}
function beforeProof(asked, { withheld }) {
  const untold = new Set(withheld.flatMap(({ grant, why }) => why.told ? [] : [grant.key]));
  if (untold.size === 0) return [];
  const wanted = draftFiles(asked, null);
  return [...wanted.blocked, ...toldOf(wanted)].filter(({ grants }) => grants.some((grant) => untold.has(grant)));
}
function toldOf({ drafts, withheld, blocked }) {
  const explained = /* @__PURE__ */ new Set([
    ...drafts.flatMap((one) => one.unrecorded.flatMap(({ holders }) => holders.map(({ grant }) => grant))),
    ...drafts.flatMap((one) => one.drift.flatMap(({ is, grants }) => is === "had-before" ? grants : [])),
    ...blocked.flatMap(({ grants }) => grants)
  ]);
  return withheld.flatMap(
    ({ grant, why: { told, because, cure } }) => told && !explained.has(grant.key) ? [{ grants: [grant.key], because, cure, at: grant.item.at }] : []
  );
}
var deadOf = (desired) => desired.wishes.flatMap(
  ({ grant, fate }) => fate.is === "dead" ? [{ grants: [grant.key], because: fate.says, cure: "ask again with a new request", at: grant.item.at }] : []
);
function draftPlan(asked, looked, verdicts) {
  const desired = desire(looked.askedFor, desiring(asked, verdicts));
  const common = commonOf(asked, looked, desired);
  const drafted = draftFiles(common, verdicts);
  const { drafts } = drafted;
  const limited = limitStrays(
    drafts.flatMap((one) => one.steps),
    asked.settings.limits.strays
  );
  return makePlan({
    basis: "live",
    head: asked.commit,
    now: asked.now,
    wishes: desired.wishes,
    steps: limited.steps,
    unrecorded: drafts.flatMap((one) => one.unrecorded),
    vanished: [
      ...common.resolving.flatMap((one) => vanishedFrom(common, one)),
      ...changedBefore(common, limited.steps),
      ...drafts.flatMap((one) => one.undone.map((granted) => ({ granted, because: "undone" })))
    ],
    spent: common.resolving.flatMap((one) => spentIn(common, one, desired)),
    blocked: [
      ...desired.blocked,
      ...deadOf(desired),
      ...common.resolving.flatMap(({ resolution }) => resolution.blocked),
      ...drafted.blocked,
      ...toldOf(drafted),
      ...beforeProof(common, drafted),
      ...limited.blocked
    ],
    drift: drafts.flatMap((one) => one.drift),
    unread: common.resolving.flatMap(unreadIn)
  });
}
function versionsToProve(asked, looked, verdicts = NOTHING_ASKED) {
  const desired = desire(looked.askedFor, desiring(asked, verdicts));
  const settlement = settlementOf(asked.ledger);
  if (liveGrants(desired).every((grant) => isStanding(settlement, grant))) return /* @__PURE__ */ new Set();
  const common = commonOf(asked, looked, desired);
  const versions = /* @__PURE__ */ new Set();
  for (const { steps, unrecorded } of draftFiles(common, null).drafts) {
    for (const { effect, holders } of steps)
      for (const { grant: key, version } of holders)
        if (effect !== "takes" || !isStanding(common.settlement, { key, version })) versions.add(version);
    for (const { version } of unrecorded.flatMap(({ is, holders }) => is === "unknown" ? holders : []))
      versions.add(version);
  }
  return versions;
}

// src/core/plan/remembering.ts
function undoneBy({
  plan,
  ledger
}) {
  const settlement = settlementOf(ledger);
  const seen = new Set(
    plan.vanished.flatMap(
      ({ granted: { grant, version }, because }) => because === "undone" ? [grantedKey(grant, version)] : []
    )
  );
  return (grant) => settlement(grant).is === "undone" || seen.has(grantedKey(grant.key, grant.version));
}
var standing = /* @__PURE__ */ new WeakMap();
function standingIn(ledger) {
  const there = standing.get(ledger) ?? standingHoldings(ledger);
  standing.set(ledger, there);
  return there;
}
function accountOf({ ledger, accounts }, holding, target) {
  const recorded = standingIn(ledger).get(holding)?.[0]?.account;
  const open = ledger.open.find((one) => one.target === target)?.account;
  return recorded ?? accounts.get(target) ?? open ?? target;
}
var standingOn = ({ ledger }, holding) => standingIn(ledger).get(holding) ?? [];
var heldBy = (asked, holding) => [...new Set(standingOn(asked, holding).map(({ version }) => version))].sort();
var versionsOf2 = (step) => [...new Set(step.holders.map(({ version }) => version))].sort();
var aboutStep = (asked, { holding, mode, target }) => ({
  holding,
  mode,
  target,
  account: accountOf(asked, holding, target)
});

// src/core/plan/blocked-entries.ts
function goingOn({
  plan,
  ledger
}) {
  const settlement = settlementOf(ledger);
  const over = /* @__PURE__ */ new Set([
    ...plan.vanished.map(({ granted }) => granted.holding),
    ...plan.steps.flatMap((step) => step.do === "revoke" ? [step.holding] : [])
  ]);
  return (grant) => {
    const settled = settlement(grant);
    return settled.is === "standing" && !over.has(settled.granted.holding);
  };
}
var versionsIn = (entry) => entry.is === "granted" ? entry.grants.map(({ version }) => version) : entry.is === "ended" ? entry.versions.map((version) => version) : [];
function blockedEntries(asked, made, kept) {
  const { plan, ledger, versions, verdicts } = asked;
  const goesOn = goingOn(asked);
  const moved = new Set(made.flatMap(versionsIn));
  const taken = new Set(made.flatMap((entry) => entry.is === "ended" ? [entry.holding] : []));
  const stuck = new Set(
    made.flatMap(
      (entry) => entry.is === "failed" && entry.does === "takes" && !taken.has(entry.holding) ? entry.versions : []
    )
  );
  const reasons = new Map(kept);
  const wishes = Map.groupBy(plan.wishes, ({ grant }) => grant.key);
  const undone = undoneBy(asked);
  for (const blocked of plan.blocked)
    for (const { grant, fate } of blocked.grants.flatMap((key) => wishes.get(key) ?? []))
      if (fate.is !== "over" && !goesOn(grant) && !undone(grant) && !reasons.has(grant.version))
        reasons.set(grant.version, blocked);
  return [...reasons].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([id, { because, cure }]) => {
    const version = versions.get(id);
    const before = ledger.trouble.get(id);
    if (version === void 0 || verdicts.get(id)?.is === "refused" || stuck.has(id)) return [];
    const same = before?.does === "takes" || before?.is === "blocked" && before.says === because && before.cure === cure;
    if (same && !moved.has(id)) return [];
    return [{ is: "blocked", version: id, request: version.request, because, cure }];
  });
}

// src/core/plan/claim-entries.ts
var claimEntries = (asked) => asked.plan.steps.flatMap((step) => {
  if (step.claims !== true) return [];
  const before = asked.ledger.claims.get(step.holding)?.versions ?? [];
  const versions = versionsOf2(step);
  if (versions.every((version) => before.includes(version))) return [];
  return [{ is: "claimed", versions, existedBefore: false, ...aboutStep(asked, step) }];
});
function foundEntries(asked) {
  const { plan, ledger } = asked;
  const wishes = new Map(plan.wishes.map(({ grant }) => [grant.key, grant]));
  return plan.drift.flatMap(({ is, holding, grants, found }) => {
    if (found === void 0 || ledger.claims.has(holding)) return [];
    const asking2 = grants.flatMap((key) => wishes.get(key) ?? []);
    if (is === "had-before" && asking2.some((grant) => predates(grant, ledger, plan.now))) return [];
    const named2 = [...new Set(asking2.map(({ version }) => version))].sort();
    const account = accountOf(asked, holding, found.target);
    return [{ is: "claimed", versions: named2, existedBefore: is !== "presumed-ours", holding, ...found, account }];
  });
}
var spentEntries = ({ plan }) => plan.spent.map(({ holding, claim: { mode, target, account, versions } }) => ({
  is: "ended",
  because: "expired",
  versions,
  until: null,
  confirmed: plan.now,
  holding,
  mode,
  target,
  account
}));
var letGo = (asked, step) => {
  if (step.claims !== true || asked.ledger.claims.has(step.holding)) return [];
  return [
    {
      is: "ended",
      because: "changed",
      versions: versionsOf2(step),
      until: step.until,
      confirmed: asked.plan.now,
      ...aboutStep(asked, step)
    }
  ];
};

// src/core/plan/had-entries.ts
var foundIn = ({ plan }) => new Map(
  plan.drift.flatMap(
    ({ is, grants, says }) => is === "had-before" ? grants.map((key) => [key, says]) : []
  )
);
function hadEntries(asked, stands, moved) {
  const { plan, ledger, versions } = asked;
  const found = foundIn(asked);
  if (found.size === 0) return [];
  const blocked = new Set(plan.blocked.flatMap(({ grants }) => grants));
  const live = plan.wishes.flatMap(({ grant, fate }) => fate.is === "live" ? [grant] : []);
  return [...Map.groupBy(live, ({ version }) => version)].flatMap(([id, grants]) => {
    const version = versions.get(id);
    const says = [...new Set(grants.flatMap(({ key }) => found.get(key) ?? []))].sort();
    if (version === void 0 || says.length === 0) return [];
    if (!grants.every((grant) => found.has(grant.key) && !blocked.has(grant.key) || stands(grant))) return [];
    const before = ledger.trouble.get(id);
    if ((before?.is === "had" || before?.does === "takes") && !moved.has(id)) return [];
    return [{ is: "had", version: id, request: version.request, says: says.join("; ") }];
  });
}

// src/core/plan/liftable.ts
var CURES = {
  held: "once the hold is lifted, what time is left is given",
  denied: "once no rule denies it, what time is left is given; or ask for what a rule allows",
  closing: "ask for it in an account that stays"
};
function liftable({ plan, ledger }, made) {
  const settlement = settlementOf(ledger);
  const taken = new Set(made.flatMap((entry) => entry.is === "ended" ? [entry.holding] : []));
  const undone = undoneBy({ plan, ledger });
  const reasons = /* @__PURE__ */ new Map();
  for (const { grant, fate } of plan.wishes) {
    const cure = fate.is === "over" ? CURES[fate.because] : void 0;
    if (fate.is !== "over" || cure === void 0 || undone(grant)) continue;
    const settled = settlement(grant);
    if (settled.is === "standing" && !taken.has(settled.granted.holding)) continue;
    if (!reasons.has(grant.version)) reasons.set(grant.version, { because: fate.says, cure });
  }
  return reasons;
}

// src/core/plan/withdrawn-entries.ts
function withdrawnEntries({ ledger, versions, everyVersion: everyVersion2 }) {
  const gone = [...ledger.trouble].flatMap(
    ([version, { is, does }]) => (is === "blocked" || is === "failed") && does !== "takes" && everyVersion2.has(version) && !versions.has(version) ? [version] : []
  );
  if (gone.length === 0) return [];
  const stands = new Set(
    [...ledger.granted.values()].flatMap(({ version, ended }) => ended === null ? [version] : [])
  );
  return gone.filter((version) => !stands.has(version)).map((version) => ({ is: "withdrawn", version }));
}

// src/core/plan/entries.ts
function verdictEntries(asked) {
  const used = new Set(
    [...asked.plan.steps, ...asked.plan.unrecorded].flatMap((one) => one.holders.map((holder) => holder.version))
  );
  return [...asked.verdicts].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([id, verdict]) => {
    const version = asked.versions.get(id);
    if (version === void 0) return [];
    const about = { version: id, request: version.request };
    if (verdict.is === "refused")
      return asked.ledger.refused.has(id) ? [] : [{ is: "refused", ...about, because: verdict.because, says: verdict.says }];
    if (verdict.is !== "proved" || !used.has(id)) return [];
    const { pull, reviews, way, rule, settingsAtLanding, settingsNow, afterwards } = verdict.proof;
    const broken = afterwards === null || asked.ledger.glass.has(id) ? [] : [{ is: "brokeGlass", ...about, pull, ...afterwards }];
    return [
      {
        is: "proved",
        ...about,
        blob: version.blob,
        landing: version.landing,
        pull,
        reviews: reviews.map((review) => review.id),
        way,
        rule,
        settingsAtLanding,
        settingsNow
      },
      ...broken
    ];
  });
}
var goneEntries = ({ plan }) => plan.vanished.map(({ granted, because }) => ({
  is: "ended",
  because,
  versions: [granted.version],
  until: granted.until,
  confirmed: plan.now,
  holding: granted.holding,
  mode: granted.mode,
  target: granted.target,
  account: granted.account
}));
function entriesBefore(asked) {
  const { plan } = asked;
  const known2 = [
    ...verdictEntries(asked),
    ...goneEntries(asked),
    ...spentEntries(asked),
    ...claimEntries(asked),
    ...foundEntries(asked)
  ];
  const kept = liftable(asked, []);
  const reasons = [
    ...blockedEntries(asked, [], kept),
    ...hadEntries(asked, goingOn(asked), /* @__PURE__ */ new Set()).filter(({ version }) => !kept.has(version)),
    ...withdrawnEntries(asked)
  ];
  if (plan.steps.length + plan.unrecorded.length + known2.length + reasons.length === 0) return [];
  return [{ is: "opened", head: plan.head, plan: plan.digest, job: asked.job }, ...known2];
}
var mayBeRecorded = ({ ledger, verdicts }, { grant, version }) => isProved(verdicts, version) || isStanding(settlementOf(ledger), { key: grant, version });
function isTaken({ calls }, { call, error }) {
  const takes = ({ effect }) => effect === "takes";
  return error.kind !== "conflict" && calls.some(takes) && !calls.slice(call).some(takes);
}
function endedEntry(asked, step, confirmed) {
  const because = step.because === "asked" || step.because === "renewed" || step.because === "drift" ? "changed" : step.because;
  const about = aboutStep(asked, step);
  return { is: "ended", because, versions: heldBy(asked, step.holding), until: step.until, confirmed, ...about };
}
function failedEntries(asked, step, outcome) {
  const failed2 = {
    is: "failed",
    does: step.effect,
    versions: step.do === "revoke" ? heldBy(asked, step.holding) : versionsOf2(step),
    says: `${outcome.error.call}: ${outcome.error.said}`,
    ...aboutStep(asked, step)
  };
  const over = step.do === "revoke" && asked.accounts.has(step.target) && isTaken(step, outcome);
  return over ? [failed2, endedEntry(asked, step, asked.plan.now)] : [failed2];
}
function leftOut(asked, on) {
  const stays = new Set(on.holders.map(({ grant, version }) => grantedKey(grant, version)));
  const gone = standingOn(asked, on.holding).filter(({ grant, version }) => !stays.has(grantedKey(grant, version)));
  return gone.map((granted) => {
    const { holding, mode, target, account, version, until } = granted;
    const because = becauseOf(asked.fateOf(granted));
    const confirmed = asked.plan.now;
    return { is: "ended", because, versions: [version], until, confirmed, holding, mode, target, account };
  });
}
function stepEntry(asked, step, outcome) {
  const about = aboutStep(asked, step);
  if (outcome.is === "skipped") return letGo(asked, step);
  if (outcome.is === "failed") return failedEntries(asked, step, outcome);
  if (step.do === "revoke") {
    const own = step.because === "changed" ? leftOut(asked, step) : [];
    return [...own, endedEntry(asked, step, outcome.confirmed)];
  }
  const grants = step.holders.filter((holder) => mayBeRecorded(asked, holder));
  if (step.until === null || step.identity === null || grants.length === 0) return [];
  return [
    ...leftOut(asked, step),
    {
      is: "granted",
      grants,
      identity: step.identity,
      content: step.content,
      until: step.until,
      reach: step.reach,
      confirmed: outcome.confirmed,
      ...about
    }
  ];
}
var grantsIn = (entry) => entry.is === "granted" ? entry.grants.map(({ grant, version }) => grantedKey(grant, version)) : [];
function entriesAfter(asked, outcomes, exit) {
  const byStep = new Map(outcomes.map((outcome) => [outcome.step, outcome]));
  const { plan } = asked;
  const writing = { ...asked, fateOf: fatesOf(plan) };
  const made = plan.steps.flatMap((step) => {
    const outcome = byStep.get(step.id);
    return outcome === void 0 ? [] : stepEntry(writing, step, outcome);
  });
  const adopted = plan.unrecorded.flatMap((one) => [
    ...leftOut(writing, one),
    {
      is: "granted",
      grants: one.holders,
      identity: one.identity,
      content: one.content,
      until: one.until,
      reach: one.reach,
      confirmed: plan.now,
      holding: one.holding,
      mode: one.mode,
      target: one.target,
      account: accountOf(asked, one.holding, one.target)
    }
  ]);
  const written2 = [...made, ...adopted];
  const moved = new Set(written2.flatMap(versionsIn));
  const goesOn = goingOn(asked);
  const given = new Set(written2.flatMap(grantsIn));
  const stands = (grant) => goesOn(grant) || given.has(grantedKey(grant.key, grant.version));
  const failed2 = new Set(made.flatMap((entry) => entry.is === "failed" ? entry.versions : []));
  const kept = liftable(asked, written2);
  const count = (is) => outcomes.filter((outcome) => outcome.is === is).length;
  return [
    ...written2,
    ...blockedEntries(asked, written2, kept),
    ...hadEntries(asked, stands, moved).filter(({ version }) => !failed2.has(version) && !kept.has(version)),
    ...withdrawnEntries(asked),
    { is: "closed", exit, done: count("done"), failed: count("failed"), skipped: count("skipped") }
  ];
}

// src/core/plan/perform.ts
var LANES_AT_ONCE = 100;
var byLane = (steps) => {
  const lanes = /* @__PURE__ */ new Map();
  for (const step of steps) lanes.set(step.lane, [...lanes.get(step.lane) ?? [], step]);
  return [...lanes.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, lane]) => lane);
};
async function makeCalls(perform, step, clock) {
  let already = true;
  for (const [index, call] of step.calls.entries()) {
    if (call.effect === "gives" && step.notAfter !== null && clock() >= step.notAfter)
      return { step: step.id, is: "skipped", because: "too-late" };
    const outcome = await perform(call);
    if (outcome.is === "failed") return { step: step.id, is: "failed", call: index, error: outcome.error };
    if (outcome.is === "done") already = false;
  }
  return { step: step.id, is: "done", already, confirmed: clock() };
}
function notBegun(asked, step) {
  const now = asked.clock();
  if (now >= asked.stopAt) return { step: step.id, is: "skipped", because: "out-of-time" };
  if (step.effect === "takes") return null;
  if (!asked.opened) return { step: step.id, is: "skipped", because: "not-opened" };
  if (step.notAfter !== null && now >= step.notAfter) return { step: step.id, is: "skipped", because: "too-late" };
  return null;
}
async function performLane(asked, modes, lane) {
  const outcomes = [];
  for (const step of lane) {
    const mode = modes.get(step.mode);
    if (mode === void 0) throw new Error(`no mode ${step.mode} to perform ${step.id}`);
    const outcome = notBegun(asked, step) ?? await makeCalls((call) => mode.perform(call), step, asked.clock);
    asked.told(outcome, step);
    outcomes.push(outcome);
  }
  return outcomes;
}
async function performPlan(plan, asked) {
  const modes = new Map(asked.modes.map((mode) => [mode.mode, mode]));
  const waiting = [...byLane(plan.steps)];
  const outcomes = /* @__PURE__ */ new Map();
  const worker = async () => {
    for (let lane = waiting.shift(); lane !== void 0; lane = waiting.shift())
      for (const outcome of await performLane(asked, modes, lane)) outcomes.set(outcome.step, outcome);
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(LANES_AT_ONCE, waiting.length) }, worker));
  for (const one of workers) if (one.status === "rejected") throw one.reason;
  return plan.steps.flatMap((step) => outcomes.get(step.id) ?? []);
}

// src/flow.ts
var isLost = (ledger, plan) => ledger.state === "new" && plan.unrecorded.length > 0;
var alarmOf = (ledger, plan) => ledger.is === "unknown" ? [`The record could not be read, so nothing is given: ${writeEdgeError(ledger.because)}`] : isLost(ledger.value, plan) ? ["The record is lost: every holding is proved again."] : [];
var unlisted = ({ unlisted: because }) => because === null ? [] : [`The directory could not be read, so nothing is given: ${writeEdgeError(because)}`];
var TAKING = { fresh: revokingOnly, given: explainedOnly, old: endedOnly };
var shutBy = ({ valid, unlisted: unlisted2 }, record) => record === null ? NO_RECORD : !valid ? NO_SETTINGS : unlisted2 === null ? null : NO_DIRECTORY;
async function draw(ports, reading, ledger) {
  const record = ledger.is === "known" ? ledger.value : null;
  const open = record?.open ?? [];
  ports.stage("Looking at the targets");
  const modes = await ports.modes(reading.settings, open);
  const drawing = {
    ...reading,
    head: reading.settings,
    modes,
    knowledge: ports.knowledge,
    ledger: record,
    tags: ports.tags,
    now: ports.clock()
  };
  const looked = await look(drawing, NOTHING_ASKED);
  const unproved = { verdicts: NOTHING_ASKED, deciding: looked.deciding, modes, alarms: [], reminders: [] };
  const drafted = (verdicts) => permit(draftPlan(drawing, looked, verdicts), verdicts);
  if (ports.job === "expire") return { ...unproved, plan: TAKING[ports.clone](drafted(NOTHING_ASKED)) };
  const versions = versionsToProve(drawing, looked);
  if (versions.size === 0) return { ...unproved, plan: drafted(NOTHING_ASKED) };
  const shut = shutBy(reading, record);
  if (shut !== null) return { ...unproved, plan: drafted(shutOut(versions, shut)) };
  ports.stage("Proving who approved what");
  const prove = (those) => ports.prove(reading, looked.deciding, those, drawing.now, record?.heads ?? /* @__PURE__ */ new Map());
  const first = await prove(versions);
  const all = /* @__PURE__ */ new Set([...versions, ...versionsToProve(drawing, looked, first.verdicts)]);
  const proved = all.size === versions.size ? first : await prove(all);
  if (proved.settings === null || proved.settings === reading.settings)
    return { ...proved, deciding: looked.deciding, modes, plan: drafted(proved.verdicts) };
  ports.stage("Looking again under the settings in force");
  const again = { ...drawing, settings: proved.settings, modes: await ports.modes(proved.settings, open) };
  const second = await look(again, proved.verdicts);
  const plan = permit(draftPlan(again, second, proved.verdicts), proved.verdicts);
  return { ...proved, deciding: second.deciding, modes: again.modes, plan };
}
var refusedNow = (verdicts) => [...verdicts.values()].filter((verdict) => verdict.is === "refused").length;
var exitOf = (run) => run.outcomes.some((outcome) => outcome.is === "failed") ? 3 : run.plan.unread.length + run.alarms.length + run.plan.blocked.length + refusedNow(run.verdicts) > 0 ? 2 : run.reading.valid && !run.reading.findings.some((finding) => severityOf(finding) === "error") ? 0 : 1;
async function reconcile(ports) {
  ports.stage("Reading the repository");
  const read = await ports.read();
  if (read.is === "unknown") return read;
  const { ledger, unlooked } = await lookAfterwards(ports, read.value.settings, await ports.readLedger());
  const drawn = await draw(ports, read.value, ledger);
  const { plan } = drawn;
  const broken = ledger.is === "unknown" ? [] : glassOverdue(ledger.value, plan.now);
  const alarms = [...alarmOf(ledger, plan), ...unlisted(read.value), ...drawn.alarms, ...broken];
  const remembering = ledger.is === "unknown" ? null : {
    plan,
    verdicts: drawn.verdicts,
    versions: read.value.versions,
    everyVersion: read.value.everyVersion,
    ledger: ledger.value,
    job: ports.from === void 0 ? ports.job : `${ports.job} from a clone`,
    accounts: read.value.accounts
  };
  const before = remembering === null ? [] : entriesBefore(remembering);
  const opening = before.length === 0 ? null : await ports.remember(before);
  if (opening?.is === "unknown")
    alarms.push(`The record could not be opened, so nothing is given: ${writeEdgeError(opening.because)}`);
  const opened = opening?.is === "known";
  const performing = { modes: drawn.modes, clock: ports.clock, stopAt: ports.stopAt, opened, told: ports.told };
  const outcomes = await performPlan(plan, performing);
  const { verdicts, deciding } = drawn;
  const reminders = [...drawn.reminders, ...unlooked];
  const run = { reading: read.value, plan, verdicts, deciding, outcomes, alarms, reminders, ledger: null };
  const closing = remembering === null || !opened ? ledger : await close(ports, remembering, run);
  const unclosed = opened && closing.is === "unknown" ? [`The record could not be closed: ${writeEdgeError(closing.because)}`] : [];
  const troubles = closing.is === "unknown" ? [] : await tellNews(ports, run, closing.value);
  return {
    is: "known",
    value: {
      ...run,
      alarms: [...alarms, ...unclosed],
      reminders: [...run.reminders, ...troubles],
      ledger: closing.is === "unknown" ? null : closing.value
    }
  };
}
async function lookAfterwards(ports, settings, ledger) {
  const open = ledger.is === "unknown" ? [] : openGlass(ledger.value);
  if (ports.job !== "apply" || ports.afterwards === null || open.length === 0) return { ledger, unlooked: [] };
  const seen = await ports.afterwards(open, settings);
  if (seen.is === "unknown")
    return { ledger, unlooked: [`Reviews of broken glass could not be read: ${writeEdgeError(seen.because)}`] };
  if (seen.value.length === 0) return { ledger, unlooked: [] };
  const written2 = await ports.remember(seen.value.map((review) => ({ is: "reviewed", ...review })));
  if (written2.is === "known") return { ledger: written2, unlooked: [] };
  return {
    ledger,
    unlooked: [`A review of broken glass could not be written down: ${writeEdgeError(written2.because)}`]
  };
}
var close = (ports, remembering, run) => ports.remember(entriesAfter(remembering, run.outcomes, exitOf(run)));
async function tellNews(ports, run, ledger) {
  const { due, through } = newsIn(ledger, ports.clock());
  if (ports.tell === null || due.length === 0) return [];
  ports.stage("Telling");
  const { untold, troubles } = await ports.tell(run, ledger, due);
  const { news } = ledger.telling;
  if (untold.length === news.size && untold.every((version) => news.has(version))) return troubles;
  const written2 = await ports.remember([{ is: "told", through, untold: untold.toSorted() }]);
  return written2.is === "known" ? troubles : [...troubles, `What was told could not be written down: ${writeEdgeError(written2.because)}`];
}

// src/entry/raise-alarms.ts
async function raiseAlarms(forum, ledger, now) {
  const seen = await forum.watch();
  if (seen.is === "unknown")
    return { open: null, troubles: [`GitHub could not be looked at: ${writeEdgeError(seen.because)}`] };
  const { glance: glance2, alarms } = seen.value;
  const { open } = glance2;
  if (ledger === null) return { open, troubles: [] };
  const made = await forum.make(glance2, alarmGestures(alarmsWanted(ledger, now), alarms));
  const troubles = made.flatMap(
    (one) => one.is === "unknown" ? [`An issue could not be written: ${writeEdgeError(one.because)}`] : []
  );
  return { open, troubles };
}

// src/core/report/reach.ts
var eachOnce = (instructions) => [...new Map(instructions.map((lines) => [lines.join("\n"), lines])).values()].flat();

// src/core/report/story-of-run.ts
function stateOf(told, version, wishes) {
  const refused2 = wishes.some(({ fate }) => fate.is === "over" && fate.because === "refused");
  if (refused2) return "refused";
  if (wishes.some(({ fate }) => fate.is === "dead")) return "refused";
  if (wishes.every(({ fate }) => fate.is === "over")) return "ended";
  if (wishes.every(({ fate }) => fate.is === "not-yet")) return "allowed";
  const keys = new Set(wishes.map(({ grant }) => grant.key));
  const blocked = told.plan.blocked.some((one) => one.grants.some((grant) => keys.has(grant)));
  const steps = told.plan.steps.filter((step) => step.holders.some((holder) => holder.version === version));
  const done = told.outcomes.filter(
    (outcome) => outcome.is === "done" && steps.some((step) => step.id === outcome.step)
  );
  if (steps.length > 0 && done.length === steps.length) return blocked ? "partly ready" : "ready";
  if (done.length > 0) return "partly ready";
  if (blocked) return "blocked";
  return steps.length > 0 ? "granting" : "ready";
}
function waitsOrStopped(told, { grant, fate }) {
  const nothing = fate.is === "not-yet" || fate.is === "dead" || fate.is === "over" && NOT_ALLOWED.has(fate.because);
  if (!nothing) return false;
  const landed = told.standing.find(({ version }) => version.id === grant.version)?.version.landedAt;
  return landed !== void 0 && told.plan.now < later(landed, told.settings.limits.claimWithin);
}
var NOT_ALLOWED = /* @__PURE__ */ new Set(["held", "denied", "closing"]);
function touched(told) {
  const blocked = new Set(told.plan.blocked.flatMap((one) => one.grants));
  return /* @__PURE__ */ new Set([
    ...told.plan.steps.flatMap((step) => step.holders.map((holder) => holder.version)),
    ...told.plan.unrecorded.flatMap(
      ({ is, holders }) => is === "unknown" ? holders.map(({ version }) => version) : []
    ),
    ...told.plan.wishes.filter(({ grant }) => blocked.has(grant.key)).map(({ grant }) => grant.version),
    ...told.plan.wishes.filter((wish) => waitsOrStopped(told, wish)).map(({ grant }) => grant.version),
    ...[...told.verdicts].filter(([, verdict]) => verdict.is !== "proved").map(([version]) => version)
  ]);
}
var UNASKED = {
  stands: { is: "settled", says: "Proved when it was given; nothing new to approve" },
  blocked: { is: "undecided", because: "nothing of it can be given in this run, so nobody was asked who approved it" }
};
function unaskedDecision(state, wishes) {
  const stopped3 = wishes.flatMap(
    ({ fate }) => fate.is === "dead" || fate.is === "over" && NOT_ALLOWED.has(fate.because) ? [fate.says] : []
  );
  if (stopped3.length > 0)
    return {
      is: "refused",
      objections: [...new Set(stopped3)].map((says) => ({ says, cure: "", rule: null, at: null }))
    };
  const begins = wishes.flatMap(({ fate }) => fate.is === "not-yet" ? [fate.from] : [])[0];
  if (begins !== void 0)
    return { is: "undecided", because: `it begins at ${day(begins)}, and who approved it is proved then` };
  return UNASKED[state === "blocked" ? "blocked" : "stands"];
}
function storyOf(told, { request, version }, wishes) {
  const { settings } = told;
  const window = windowOf(request, settings, version.landedAt);
  if (window === null) return [];
  const verdict = told.verdicts.get(version.id);
  const person = request.for.value;
  const judgement = judgeRequest({ ...told.deciding, request, settings, window, author: person, opinions: [] });
  const reach = told.plan.steps.filter((step) => step.holders.some((holder) => holder.version === version.id)).map((step) => step.reach);
  const story = requestStory({
    request,
    judgement,
    tentative: null,
    textsAsOf: null,
    settings,
    window,
    landedAt: version.landedAt,
    waitsUntil: null,
    requester: null,
    state: stateOf(told, version.id, wishes),
    reach: eachOnce(reach)
  });
  if (verdict?.is === "refused")
    return [
      {
        ...story,
        decision: {
          is: "refused",
          objections: [{ says: verdict.says, cure: REFUSED[verdict.because].cure, rule: null, at: null }]
        }
      }
    ];
  if (verdict?.is === "unknown") return [{ ...story, decision: { is: "undecided", because: verdict.because } }];
  if (verdict?.is !== "proved") return [{ ...story, breakGlass: null, decision: unaskedDecision(story.state, wishes) }];
  const reviewers = verdict.proof.reviews.map(
    (review) => [...settings.people.values()].find((one) => one.githubId === review.author)?.handle ?? String(review.author)
  );
  return [
    {
      ...story,
      breakGlass: verdict.proof.way === "breakGlass" ? story.breakGlass : null,
      decision: { is: "allowed", approvers: reviewers, rule: verdict.proof.rule, at: null }
    }
  ];
}
var liveOf = (told) => told.plan.wishes.filter(({ grant, fate }) => {
  const granted = told.granted?.get(grantedKey(grant.key, grant.version));
  return fate.is === "live" && granted !== void 0 && granted.ended === null;
}).map(({ grant }) => ({
  person: grant.item.person,
  target: grant.item.target,
  says: grant.item.entitlement.says,
  window: { from: grant.from, until: grant.until },
  ends: ENDS[told.deciding.carries.get(grant.mode)?.[carriedBy(grant.item.entitlement.permissions)] ?? "never"]
}));
function storyOfRun(told) {
  const wishes = /* @__PURE__ */ new Map();
  for (const wish of told.plan.wishes) wishes.set(wish.grant.version, [...wishes.get(wish.grant.version) ?? [], wish]);
  const versions = touched(told);
  const requests = told.standing.filter(({ version }) => versions.has(version.id)).flatMap((standing2) => storyOf(told, standing2, wishes.get(standing2.version.id) ?? []));
  const unread = told.plan.unread.map((one) => `${one.target} could not be read: ${writeEdgeError(one.because)}`);
  const story = {
    now: told.plan.now,
    basis: told.plan.basis === "live" ? { is: "live" } : { is: "git" },
    head: told.head,
    web: told.web,
    requests,
    steps: told.plan.steps,
    outcomes: told.outcomes,
    blocked: told.plan.blocked,
    findings: told.findings,
    alarms: [
      ...told.alarms,
      ...unread,
      ...told.plan.drift.filter((one) => one.is !== "had-before").map((one) => one.says)
    ],
    lateness: told.lateness,
    live: liveOf(told)
  };
  return { ...story, headline: headlineOf(story) };
}

// src/entry/report.ts
var storyOf2 = (run, web) => storyOfRun({
  plan: run.plan,
  verdicts: run.verdicts,
  outcomes: run.outcomes,
  alarms: [...run.alarms, ...run.reminders],
  findings: run.reading.findings,
  settings: run.reading.settings,
  standing: run.reading.standing,
  deciding: run.deciding,
  head: run.plan.head,
  web,
  granted: run.ledger?.granted ?? null,
  lateness: run.ledger === null ? null : latenessText(latenessOf(run.ledger, run.plan.now))
});

// src/core/plan/reading.ts
function oneForEachId(standing2) {
  const oldestFirst = standing2.toSorted((a, b) => a.version.landedAt - b.version.landedAt);
  const first = /* @__PURE__ */ new Map();
  for (const one of oldestFirst) if (!first.has(one.request.id)) first.set(one.request.id, one);
  return standing2.filter((one) => first.get(one.request.id) === one);
}
function changedSince({ history, directory }, landing) {
  const path = directory === "" ? "bundles.yaml" : `${directory}/bundles.yaml`;
  for (const one of history.landings) {
    if (one.commit === landing) return false;
    if (one.changes.some((change) => change.path === path)) return true;
  }
  return false;
}
async function withBundles(asked, settings, standing2) {
  const { request, version } = standing2;
  const [newest2] = asked.history.landings;
  const longest = later(version.landedAt, settings.limits.maxDuration);
  const over = newest2 !== void 0 && longest < newest2.at && request.when.is === "default";
  if (over || !request.lines.some((line) => line.asked.is === "bundle") || !changedSince(asked, version.landing))
    return standing2;
  const then = await asked.settingsAt(version.landing);
  return then === null ? standing2 : { ...standing2, bundles: then.bundles };
}
async function readingOf(asked) {
  const { directory, files, history } = asked;
  const documents = readDocuments(files, directory, asked.kinds, asked.modes);
  const settings = documents.settings ?? await asked.fallback();
  if (settings === null) return null;
  const readable = new Set(documents.requests.map((request) => request.path));
  const versions = versionsOf(
    history,
    files.filter((file) => isRequestPath(file.path, directory))
  );
  const standing2 = oneForEachId(
    documents.requests.flatMap((request) => {
      const version = versions.get(request.path);
      return version === void 0 ? [] : [{ request, version }];
    })
  );
  return {
    commit: history.head,
    history,
    settings,
    valid: documents.settings !== null,
    unlisted: null,
    standing: await Promise.all(standing2.map((one) => withBundles(asked, settings, one))),
    versions: new Map([...versions.values()].map((version) => [version.id, version])),
    everyVersion: everyVersion(history, directory),
    accounts: new Map(targetsOf(settings).map((target) => [target.name, target.id])),
    findings: documents.findings.filter((finding) => !readable.has(finding.at.file))
  };
}

// src/core/conversation/labels.ts
var NAMES = {
  asked: "daypass: waiting",
  waiting: "daypass: waiting",
  allowed: "daypass: allowed",
  granting: "daypass: being given",
  ready: "daypass: ready",
  ending: "daypass: ending soon",
  "partly ready": "daypass: partly ready",
  blocked: "daypass: blocked",
  refused: "daypass: not allowed",
  "had before": "daypass: had before",
  ended: "daypass: ended"
};
var BREAK_GLASS_LABEL = "daypass: break glass";
var LABELS = /* @__PURE__ */ new Map([
  ["daypass: waiting", { color: "fbca04", description: "Somebody has to approve this" }],
  ["daypass: allowed", { color: "0e8a16", description: "Approved; given when it is merged" }],
  ["daypass: being given", { color: "1d76db", description: "Merged; access is on its way" }],
  ["daypass: ready", { color: "0e8a16", description: "The access is there" }],
  ["daypass: ending soon", { color: "fbca04", description: "The access is about to end" }],
  ["daypass: partly ready", { color: "d93f0b", description: "Some of the access is there" }],
  ["daypass: blocked", { color: "b60205", description: "Cannot be given for now" }],
  ["daypass: not allowed", { color: "b60205", description: "The rules do not allow it" }],
  ["daypass: had before", { color: "6e7681", description: "It was there before: nothing is given, nothing is taken" }],
  ["daypass: ended", { color: "6e7681", description: "The access is over" }],
  [BREAK_GLASS_LABEL, { color: "000000", description: "Given without approval: to be reviewed" }]
]);
var labelOf = (state) => NAMES[state];
function labelChanges(there, wanted) {
  const names = new Set(there.map(({ name }) => name));
  return {
    add: wanted.filter((name) => !names.has(name)),
    remove: there.filter(({ name }) => LABELS.has(name) && !wanted.includes(name)).map(({ node }) => node)
  };
}

// src/edges/github/thread-queries.ts
var ALARM_LABEL = "daypass: alarm";
var PAGE = 25;
var THREAD = `
fragment Thread on PullRequest {
  ...Pull
  id
  title
  state
  isDraft
  labels(first: 20) { nodes { id name } }
  reviewRequests(first: 50) { nodes { requestedReviewer { ... on User { databaseId } } } }
  timelineItems(last: 5, itemTypes: [REOPENED_EVENT, READY_FOR_REVIEW_EVENT]) {
    nodes { ... on ReopenedEvent { createdAt } ... on ReadyForReviewEvent { createdAt } }
  }
  comments(first: 100) { pageInfo { hasNextPage endCursor } nodes { id body viewerDidAuthor } }
}`;
var GLANCE = `    id
    defaultBranchRef { name }
    labels(first: 50, query: "daypass") { nodes { id name } }
    open: pullRequests(first: 1, states: OPEN) { totalCount }`;
var GLANCE_QUERY = aboutRepository("DaypassGlance", "", GLANCE, []);
var WATCH_QUERY = aboutRepository(
  "DaypassWatch",
  "",
  `${GLANCE}
    issues(first: 50, states: OPEN, labels: ["${ALARM_LABEL}"]) { nodes { id number title body viewerDidAuthor } }`,
  []
);
var threadsQuery = (count) => aboutRepository(
  "DaypassThreads",
  declared(count, { number: "Int!" }),
  `${GLANCE}
${aliased(count, (at) => `a${at}: pullRequest(number: $number${at}) { ...Thread }`)}`,
  [THREAD, ...PULL_FRAGMENTS]
);
var OPEN_QUERY = aboutRepository(
  "DaypassOpen",
  ", $after: String",
  `${GLANCE}
    pullRequests(first: ${PAGE}, after: $after, states: OPEN, orderBy: {field: CREATED_AT, direction: ASC}) {
      pageInfo { hasNextPage endCursor }
      nodes { ...Thread }
    }`,
  [THREAD, ...PULL_FRAGMENTS]
);
var commentsQuery = (count) => aboutRepository(
  "DaypassComments",
  declared(count, { number: "Int!", after: "String!" }),
  aliased(
    count,
    (at) => `a${at}: pullRequest(number: $number${at}) { comments(first: 100, after: $after${at}) { pageInfo { hasNextPage endCursor } nodes { id body viewerDidAuthor } } }`
  ),
  []
);
var usersQuery = (count) => `query DaypassUsers(${Array.from({ length: count }, (_, at) => `$login${at}: String!`).join(", ")}) {
${Array.from({ length: count }, (_, at) => `  a${at}: user(login: $login${at}) { id databaseId }`).join("\n")}
}`;

// src/edges/github/gestures.ts
var ANNOTATIONS = 50;
var annotation = (one) => ({
  path: one.path,
  location: {
    startLine: one.start_line,
    endLine: one.end_line,
    // Columns are refused where the lines differ; ours are always on one line.
    startColumn: one.start_column,
    endColumn: one.end_column
  },
  annotationLevel: { failure: "FAILURE", warning: "WARNING", notice: "NOTICE" }[one.annotation_level],
  title: one.title,
  message: one.message
});
var CONCLUSIONS = { success: "SUCCESS", failure: "FAILURE", neutral: "NEUTRAL" };
var labelIds = ({ labels }, names) => names.flatMap((name) => labels.get(name) ?? []);
var TABLE = {
  comment: ({ on, body }) => ({
    field: "addComment",
    input: "AddCommentInput",
    given: { subjectId: on, body },
    back: "clientMutationId"
  }),
  rewrite: ({ comment, body }) => ({
    field: "updateIssueComment",
    input: "UpdateIssueCommentInput",
    given: { id: comment, body },
    back: "clientMutationId"
  }),
  check: ({ head, shown }, { repository }) => ({
    field: "createCheckRun",
    input: "CreateCheckRunInput",
    given: {
      repositoryId: repository,
      headSha: head,
      name: "daypass",
      ...shown.conclusion === "waiting" ? { status: "IN_PROGRESS" } : { status: "COMPLETED", conclusion: CONCLUSIONS[shown.conclusion] },
      output: {
        title: shown.title,
        summary: shown.summary,
        annotations: shown.annotations.slice(0, ANNOTATIONS).map(annotation)
      }
    },
    back: "checkRun { id }"
  }),
  label: ({ on, names }, facts) => ({
    field: "addLabelsToLabelable",
    input: "AddLabelsToLabelableInput",
    given: { labelableId: on, labelIds: labelIds(facts, names) },
    back: "clientMutationId"
  }),
  unlabel: ({ on, labels }) => ({
    field: "removeLabelsFromLabelable",
    input: "RemoveLabelsFromLabelableInput",
    given: { labelableId: on, labelIds: labels },
    back: "clientMutationId"
  }),
  ask: ({ on, people }, { accounts }) => ({
    field: "requestReviews",
    input: "RequestReviewsInput",
    given: { pullRequestId: on, userIds: people.flatMap(({ id }) => accounts.get(id) ?? []), union: true },
    back: "clientMutationId"
  }),
  close: ({ pull }) => ({
    field: "closePullRequest",
    input: "ClosePullRequestInput",
    given: { pullRequestId: pull },
    back: "clientMutationId"
  }),
  merge: ({ pull, head, method, headline }) => ({
    field: "mergePullRequest",
    input: "MergePullRequestInput",
    given: {
      pullRequestId: pull,
      expectedHeadOid: head,
      mergeMethod: method.toUpperCase(),
      ...method === "rebase" ? {} : { commitHeadline: headline, commitBody: "" }
    },
    back: "clientMutationId"
  }),
  "open issue": ({ title, body }, facts) => ({
    field: "createIssue",
    input: "CreateIssueInput",
    given: { repositoryId: facts.repository, title, body, labelIds: labelIds(facts, [ALARM_LABEL]) },
    back: "clientMutationId"
  }),
  "rewrite issue": ({ issue, title, body }) => ({
    field: "updateIssue",
    input: "UpdateIssueInput",
    given: { id: issue, title, body },
    back: "clientMutationId"
  }),
  "close issue": ({ issue }) => ({
    field: "closeIssue",
    input: "CloseIssueInput",
    given: { issueId: issue },
    back: "clientMutationId"
  })
};
function mutationOf(gesture, facts) {
  return TABLE[gesture.do](gesture, facts);
}
var SIZE = 15;
var documentOf = (mutations) => `mutation DaypassGestures(${mutations.map(({ input }, at) => `$input${at}: ${input}!`).join(", ")}) {
${mutations.map(({ field, back }, at) => `  a${at}: ${field}(input: $input${at}) { ${back} }`).join("\n")}
}`;
async function send(where, call, mutations) {
  const sent = [];
  for (let from = 0; from < mutations.length; from += SIZE) {
    const some = mutations.slice(from, from + SIZE);
    const variables = Object.assign({}, ...some.map(({ given }, at) => ({ [`input${at}`]: given })));
    const reply = await where.client.mutate(call, documentOf(some), variables);
    sent.push(
      ...some.map(({ field }, at) => {
        if (reply.is === "unknown") return { made: reply, back: null };
        const wrong = reply.value.errors.find(({ path }) => path[0] === void 0 || path[0] === `a${at}`);
        if (wrong !== void 0)
          return { made: unknown({ ...wrong.error, call: `GitHub GraphQL ${field}` }), back: null };
        return { made: known("made"), back: Reflect.get(Object(reply.value.data), `a${at}`) };
      })
    );
  }
  return sent;
}
var checkIdIn = (back) => {
  const id = Reflect.get(Object(Reflect.get(Object(back), "checkRun")), "id");
  return typeof id === "string" ? id : null;
};
async function sendMoreAnnotations(where, { repository }, pairs) {
  const more = pairs.flatMap(({ gesture: { shown }, back }) => {
    const id = checkIdIn(back);
    const batches = [];
    for (let from = ANNOTATIONS; id !== null && from < shown.annotations.length; from += ANNOTATIONS)
      batches.push({
        field: "updateCheckRun",
        input: "UpdateCheckRunInput",
        given: {
          repositoryId: repository,
          checkRunId: id,
          output: {
            title: shown.title,
            summary: shown.summary,
            annotations: shown.annotations.slice(from, from + ANNOTATIONS).map(annotation)
          }
        },
        back: "clientMutationId"
      });
    return batches;
  });
  await send(where, "more annotations", more);
}
async function sendGestures(where, gestures, facts) {
  const sent = await send(
    where,
    "gestures",
    gestures.map((gesture) => mutationOf(gesture, facts))
  );
  const checks = gestures.flatMap(
    (gesture, at) => gesture.do === "check" ? [{ gesture, back: sent[at]?.back ?? null }] : []
  );
  await sendMoreAnnotations(where, facts, checks);
  return sent.map(({ made }) => made);
}

// src/edges/github/threads.ts
var garbage = (said) => unknown({ kind: "garbage", call: "GitHub GraphQL threads", said });
var SIZE2 = 25;
var MOST_PAGES = 20;
var STATES = { OPEN: "open", CLOSED: "closed", MERGED: "merged" };
var nodesOf = (value) => listOf(fieldsOf(value)?.["nodes"]);
function commentsIn(value) {
  const info = fieldsOf(fieldsOf(value)?.["pageInfo"]);
  const nodes = nodesOf(value);
  if (info === null || nodes === null) return null;
  for (const node of nodes) {
    const fields = fieldsOf(node);
    const [id, body] = [textOf(fields?.["id"]), textOf(fields?.["body"])];
    if (id !== null && body !== null && fields?.["viewerDidAuthor"] === true && body.startsWith(COMMENT_MARKER))
      return { sticky: { node: id, body }, next: null };
  }
  return { sticky: null, next: info["hasNextPage"] === true ? textOf(info["endCursor"]) : null };
}
var numbersIn = (nodes) => nodes.flatMap((node) => countOf(fieldsOf(fieldsOf(node)?.["requestedReviewer"])?.["databaseId"]) ?? []);
var labelsIn = (nodes) => nodes.flatMap((node) => {
  const fields = fieldsOf(node);
  const [id, name] = [textOf(fields?.["id"]), textOf(fields?.["name"])];
  return id === null || name === null ? [] : [{ node: id, name }];
});
var newest = (created, events) => events.flatMap((event) => instantIn(fieldsOf(event)?.["createdAt"]) ?? []).reduce((one, other) => other > one ? other : one, created);
function halfIn(value) {
  const fields = fieldsOf(value);
  const pull = pullIn(value);
  const node = textOf(fields?.["id"]);
  const title = textOf(fields?.["title"]);
  const state = STATES[textOf(fields?.["state"]) ?? ""];
  const labels = nodesOf(fields?.["labels"]);
  const asked = nodesOf(fields?.["reviewRequests"]);
  const events = nodesOf(fields?.["timelineItems"]);
  const comments = commentsIn(fields?.["comments"]);
  if (pull === null || node === null || title === null || state === void 0 || comments === null) return null;
  if (labels === null || asked === null || events === null) return null;
  return {
    pull,
    comments,
    node,
    title,
    state,
    draft: fields?.["isDraft"] === true,
    labels: labelsIn(labels),
    asked: numbersIn(asked),
    since: newest(pull.createdAt, events)
  };
}
var alarmsIn = (nodes) => nodes.flatMap((node) => {
  const fields = fieldsOf(node);
  const [id, title, body] = [textOf(fields?.["id"]), textOf(fields?.["title"]), textOf(fields?.["body"])];
  const number = countOf(fields?.["number"]);
  const marker = body === null ? void 0 : /^<!-- daypass:alarm [^\n>]* -->/.exec(body)?.[0];
  if (fields?.["viewerDidAuthor"] !== true || id === null || title === null || body === null || number === null)
    return [];
  return marker === void 0 ? [] : [{ node: id, number, title, body, marker }];
});
function glanceIn(repository) {
  const node = textOf(repository?.["id"]);
  const id = countOf(repository?.["databaseId"]);
  const defaultBranch = textOf(fieldsOf(repository?.["defaultBranchRef"])?.["name"]);
  const open = countOf(fieldsOf(repository?.["open"])?.["totalCount"]);
  const labels = nodesOf(repository?.["labels"]);
  if (node === null || id === null || defaultBranch === null || open === null) return null;
  if (labels === null) return null;
  return {
    repository: node,
    id,
    defaultBranch,
    labels: new Map(labelsIn(labels).map((label) => [label.name, label.node])),
    open
  };
}
var repositoryIn = (reply) => fieldsOf(fieldsOf(reply.data)?.["repository"]);
function glanceOf(reply) {
  if (reply.is === "unknown") return reply;
  const glance2 = glanceIn(repositoryIn(reply.value));
  if (glance2 !== null) return known(glance2);
  const wrong = reply.value.errors[0];
  return wrong === void 0 ? garbage("a repository of another shape") : unknown(wrong.error);
}
var glance = async (where) => glanceOf(await where.client.graphql("glance", GLANCE_QUERY, { owner: where.owner, name: where.name }));
async function watch(where) {
  const reply = await where.client.graphql("watch", WATCH_QUERY, { owner: where.owner, name: where.name });
  const seen = glanceOf(reply);
  if (reply.is === "unknown" || seen.is === "unknown") return seen.is === "unknown" ? seen : garbage("no answer");
  const issues = nodesOf(repositoryIn(reply.value)?.["issues"]);
  const wrong = reply.value.errors[0];
  if (issues !== null) return known({ glance: seen.value, alarms: alarmsIn(issues) });
  return wrong === void 0 ? garbage("a list of issues of another shape") : unknown(wrong.error);
}
async function stickiesOf(where, halves) {
  const found = new Map(
    halves.map(({ pull, comments }) => [pull.number, known(comments.sticky)])
  );
  let left = halves.flatMap(({ pull, comments: { next } }) => next === null ? [] : [{ number: pull.number, next }]);
  while (left.length > 0) {
    const answers = await askAll(
      where,
      {
        call: "comments",
        size: SIZE2,
        query: commentsQuery,
        variables: ({ number, next }, at) => ({ [`number${at}`]: number, [`after${at}`]: next })
      },
      left
    );
    left = left.flatMap(({ number, next }, at) => {
      const answer = answers[at] ?? garbage("no answer");
      const page = answer.is === "known" ? commentsIn(fieldsOf(answer.value)?.["comments"]) : null;
      if (page === null || page.next === next) {
        found.set(number, answer.is === "unknown" ? answer : garbage("a page of comments of another shape"));
        return [];
      }
      found.set(number, known(page.sticky));
      return page.next === null ? [] : [{ number, next: page.next }];
    });
  }
  return found;
}
async function wholeThreads(where, halves) {
  const [reviews, stickies] = await Promise.all([
    allReviews(where, new Map(halves.map(({ pull }) => [pull.number, pull]))),
    stickiesOf(where, halves)
  ]);
  return new Map(
    halves.map(({ pull: so, comments: _comments, ...half }) => {
      const pull = wholePull(so, reviews);
      const sticky = stickies.get(pull.number) ?? garbage("no comments");
      if (sticky.is === "unknown") return [pull.number, sticky];
      const { number, author, baseRef, baseRepository, head, mergedAt, mergeCommit } = pull;
      const facts = { number, author, baseRef, baseRepository, head, mergedAt, mergeCommit, reviews: pull.reviews };
      return [pull.number, known({ ...half, ...facts, sticky: sticky.value })];
    })
  );
}
async function namedSome(where, numbers) {
  const variables = Object.assign(
    { owner: where.owner, name: where.name },
    ...numbers.map((number, at) => ({ [`number${at}`]: number }))
  );
  const reply = await where.client.graphql("threads", threadsQuery(numbers.length), variables);
  const seen = glanceOf(reply);
  if (reply.is === "unknown" || seen.is === "unknown") return seen.is === "unknown" ? seen : garbage("no answer");
  const fields = repositoryIn(reply.value);
  const threads = /* @__PURE__ */ new Map();
  const halves = numbers.flatMap((number, at) => {
    const wrong = reply.value.errors.find(({ path }) => path[1] === `a${at}`);
    const half = halfIn(fields?.[`a${at}`]);
    if (half?.pull.number === number) return [half];
    const said = half === null ? `pull request ${number} is not there, or of another shape` : `asked for pull request ${number}, GitHub answered ${half.pull.number}`;
    threads.set(number, wrong === void 0 ? garbage(said) : unknown(wrong.error));
    return [];
  });
  for (const [number, thread] of await wholeThreads(where, halves)) threads.set(number, thread);
  return known({ glance: seen.value, threads });
}
async function namedThreads(where, numbers) {
  const asked = [...new Set(numbers)];
  const threads = /* @__PURE__ */ new Map();
  let first = null;
  for (let from = 0; from < Math.max(1, asked.length); from += SIZE2) {
    const seen = await namedSome(where, asked.slice(from, from + SIZE2));
    if (seen.is === "unknown") return seen;
    first ??= seen.value.glance;
    for (const [number, thread] of seen.value.threads) threads.set(number, thread);
  }
  return first === null ? garbage("nothing was asked") : known({ glance: first, threads });
}
async function openThreads(where) {
  const halves = [];
  let [after, first] = [null, null];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const variables = { owner: where.owner, name: where.name, after };
    const reply = await where.client.graphql("open pull requests", OPEN_QUERY, variables);
    const seen = glanceOf(reply);
    if (reply.is === "unknown" || seen.is === "unknown") return seen.is === "unknown" ? seen : garbage("no answer");
    first ??= seen.value;
    const pulls = fieldsOf(repositoryIn(reply.value)?.["pullRequests"]);
    const [info, nodes] = [fieldsOf(pulls?.["pageInfo"]), listOf(pulls?.["nodes"])];
    if (info === null || nodes === null) return garbage("a list of pull requests of another shape");
    halves.push(...nodes.flatMap((node) => halfIn(node) ?? []));
    const next = info["hasNextPage"] === true ? textOf(info["endCursor"]) : null;
    if (next === null || next === after) break;
    after = next;
  }
  return first === null ? garbage("no answer") : known({ glance: first, threads: await wholeThreads(where, halves) });
}

// src/edges/github/forum.ts
var COLOURS = new Map([
  ...LABELS,
  [ALARM_LABEL, { color: "b60205", description: "Daypass needs somebody" }]
]);
var labelsIn2 = (gestures) => gestures.flatMap(
  (gesture) => gesture.do === "label" ? gesture.names : gesture.do === "open issue" ? [ALARM_LABEL] : []
);
async function withLabels(where, seen, gestures) {
  const missing = [...new Set(labelsIn2(gestures))].filter((name) => !seen.labels.has(name));
  if (missing.length === 0) return { known: seen.labels, because: null };
  const mutations = missing.map((name) => {
    const looks = COLOURS.get(name) ?? { color: "ededed", description: "" };
    return {
      field: "createLabel",
      input: "CreateLabelInput",
      given: { repositoryId: seen.repository, name, ...looks },
      back: "label { id }"
    };
  });
  const sent = await send(where, "labels", mutations);
  const made = missing.flatMap((name, at) => {
    const id = textOf(fieldsOf(fieldsOf(sent[at]?.back)?.["label"])?.["id"]);
    return id === null ? [] : [[name, id]];
  });
  const refused2 = sent.find((one) => one.made.is === "unknown")?.made;
  return { known: new Map([...seen.labels, ...made]), because: refused2?.is === "unknown" ? refused2.because : null };
}
async function accountsIn(where, gestures) {
  const people = [
    ...new Map(
      gestures.flatMap((gesture) => gesture.do === "ask" ? gesture.people : []).map((one) => [one.id, one])
    ).values()
  ];
  if (people.length === 0) return /* @__PURE__ */ new Map();
  const variables = Object.assign({}, ...people.map(({ login }, at) => ({ [`login${at}`]: login })));
  const reply = await where.client.graphql("accounts", usersQuery(people.length), variables);
  if (reply.is === "unknown") return /* @__PURE__ */ new Map();
  return new Map(
    people.flatMap(({ id }, at) => {
      const fields = fieldsOf(fieldsOf(reply.value.data)?.[`a${at}`]);
      const node = textOf(fields?.["id"]);
      return node !== null && countOf(fields?.["databaseId"]) === id ? [[id, node]] : [];
    })
  );
}
var NOBODY = unknown({
  kind: "not-found",
  call: "asking for reviews",
  said: "none of these people can be asked on GitHub"
});
var UNLABELLED = { kind: "garbage", call: "making labels", said: "GitHub did not tell the label it made" };
var canBeSent = (gesture, labels, accounts) => gesture.do === "ask" ? gesture.people.some(({ id }) => accounts.has(id)) : labelsIn2([gesture]).every((name) => labels.has(name));
function githubForum(where) {
  const make = async (seen, gestures) => {
    if (gestures.length === 0) return [];
    const { known: labels, because } = await withLabels(where, seen, gestures);
    const accounts = await accountsIn(where, gestures);
    const sendable = gestures.filter((gesture) => canBeSent(gesture, labels, accounts));
    const made = await sendGestures(where, sendable, { repository: seen.repository, labels, accounts });
    const results = new Map(sendable.map((gesture, at) => [gesture, made[at] ?? NOBODY]));
    const unsent = (gesture) => gesture.do === "ask" ? NOBODY : unknown(because ?? UNLABELLED);
    return gestures.map((gesture) => results.get(gesture) ?? unsent(gesture));
  };
  return {
    glance: () => glance(where),
    watch: () => watch(where),
    open: () => openThreads(where),
    named: (numbers) => namedThreads(where, numbers),
    make
  };
}
function forumAt(client, repository) {
  const [owner = "", name = "", ...more] = repository.split("/");
  if (client === null || owner === "" || name === "" || more.length > 0)
    return unknown({ kind: "invalid", call: "asking GitHub", said: "there is no token or no repository to ask" });
  return known(githubForum({ client, owner, name }));
}

// src/entry/besides.ts
function openBeside(ledger, name, text) {
  let last = null;
  return {
    async due() {
      const now = text();
      if (now === null) return /* @__PURE__ */ new Map();
      last ??= ledger.beside(name).then((read) => read.is === "known" ? read.value : null);
      return await last === now ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[name, now]]);
    },
    written: () => {
      last = Promise.resolve(text());
    }
  };
}

// src/entry/clock.ts
function openClock() {
  const started = performance.now();
  let offset = 0;
  const local = () => instantOf(Date.now() / 1e3);
  return {
    now: () => later(local(), offset),
    /** The world's time, as a server told it just now. */
    set: (at) => {
      offset = at - local();
    },
    offset: () => offset,
    ticks: () => performance.now() - started
  };
}

// src/entry/left-behind.ts
async function newestReadable(history, directory, settingsAt, fits = () => true) {
  for (const landing of settingsLandings(history, directory)) {
    const settings = await settingsAt(landing.commit);
    if (settings.is === "known" && settings.value !== null && fits(settings.value)) return settings.value;
  }
  return null;
}
function placesThatLeft(settings, open) {
  const there = new Set(targetsOf(settings).map(({ id, mode }) => `${mode} ${id}`));
  return open.filter(({ account, mode }) => !there.has(`${mode} ${account}`));
}
async function stillNeeded(settings, open, history, directory, settingsAt) {
  const inOkta = open.filter(({ mode }) => mode === OKTA_MODE);
  const before = (fits) => newestReadable(history, directory, settingsAt, fits);
  const needsAws = settings.aws === null && open.length > inOkta.length;
  const needsOkta = settings.okta === null && inOkta.length > 0;
  const aws = needsAws ? (await before((one) => one.aws !== null))?.aws ?? null : null;
  const okta = needsOkta ? (await before((one) => one.okta !== null))?.okta ?? null : null;
  return {
    ...settings,
    ...aws === null ? {} : { aws: { ...aws, accounts: [] } },
    ...okta === null ? {} : { okta: { ...okta, closing: true } }
  };
}

// src/core/approval/afterwards.ts
var VERDICTS = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "objected"
};
function reviewAfterwards(glass, reviews, mergedAt, settings) {
  for (const { id, author, state, submittedAt } of reviews) {
    const verdict = VERDICTS[state];
    if (verdict === void 0 || author?.type !== "User" || submittedAt === null || submittedAt <= mergedAt) continue;
    const found = personOf(settings, author.id);
    if (found.is !== "one" || found.person.out !== null || !glass.by.includes(found.person.handle)) continue;
    return { version: glass.version, request: glass.request, by: found.person.handle, review: id, verdict };
  }
  return null;
}

// src/entry/look-afterwards.ts
async function lookAfterwards2(where, glass, settings, listed) {
  const pulls = await pullsByNumber(
    where,
    glass.map(({ pull }) => pull)
  );
  const said = [...pulls.values()].flatMap(
    (one) => one.is === "known" && one.value.reviews.is === "known" ? one.value.reviews.value : []
  );
  const people = await listed(settings, new Set(said.flatMap(({ author }) => author?.id ?? [])));
  if (people.is === "unknown") return people;
  const reviews = [];
  for (const one of glass) {
    const pull = pulls.get(one.pull);
    if (pull === void 0) continue;
    if (pull.is === "unknown") return pull;
    const { mergedAt, reviews: answer } = pull.value;
    if (answer.is === "unknown") return answer;
    const review = mergedAt === null ? null : reviewAfterwards(one, answer.value, mergedAt, people.value);
    if (review !== null) reviews.push(review);
  }
  return known(reviews);
}

// src/entry/set-names.ts
var FILE2 = "permission-sets.json";
var isText = (pair) => typeof pair[1] === "string";
function namesIn(text) {
  try {
    const read = JSON.parse(text ?? "{}");
    return new Map(Object.entries(Object(read)).filter(isText));
  } catch (error) {
    if (error instanceof SyntaxError) return /* @__PURE__ */ new Map();
    throw error;
  }
}
var written = (names) => `${JSON.stringify(Object.fromEntries(names), null, 1)}
`;
async function openSetNames(ledger) {
  const read = ledger === null ? known(null) : await ledger.beside(FILE2);
  const before = read.is === "known" ? read.value : null;
  const names = namesIn(before);
  let last = before ?? written(/* @__PURE__ */ new Map());
  let now = last;
  return {
    names,
    keep: (kept) => {
      now = written(kept);
    },
    due: () => now === last ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[FILE2, now]]),
    written: () => {
      last = now;
    }
  };
}

// src/core/conversation/sticky.ts
var NOTHING_TOLD = { by: "preview", check: null, asked: [], head: null, lines: [] };
var OPENS = "<!-- daypass:told ";
var CLOSES = " -->";
var MOST_ASKED = 12;
var MOST_LINES = 8;
var textsIn = (value) => Array.isArray(value) ? value.filter((one) => typeof one === "string" && /^[a-z]+:\w{1,40}$/.test(one)) : [];
var numbersIn2 = (value) => Array.isArray(value) ? value.filter((one) => Number.isSafeInteger(one)) : [];
var textIn = (value, shape) => typeof value === "string" && shape.test(value) ? value : null;
function readTold(body) {
  const line = body.split("\n", 2)[1] ?? "";
  if (!line.startsWith(OPENS) || !line.endsWith(CLOSES)) return NOTHING_TOLD;
  try {
    const value = JSON.parse(line.slice(OPENS.length, -CLOSES.length));
    const field = (name) => Reflect.get(Object(value), name);
    return {
      by: field("by") === "record" ? "record" : "preview",
      check: textIn(field("check"), /^[0-9a-f]{8,128}$/),
      asked: numbersIn2(field("asked")),
      head: textIn(field("head"), /^[0-9a-f]{40,64}$/),
      lines: textsIn(field("lines"))
    };
  } catch {
    return NOTHING_TOLD;
  }
}
function writeSticky(words, told) {
  const kept = { ...told, asked: told.asked.slice(-MOST_ASKED), lines: told.lines.slice(-MOST_LINES) };
  return words.replace(COMMENT_MARKER, () => `${COMMENT_MARKER}
${OPENS}${JSON.stringify(kept)}${CLOSES}`);
}
var withoutFooter = (body) => body.trimEnd().replace(/\n<sub>[^\n]*<\/sub>$/, "");
var saysTheSame = (one, other) => withoutFooter(one) === withoutFooter(other);

// src/core/conversation/view.ts
var nothingLearnt = (told) => told;
var toldIn = ({ sticky }) => sticky === null ? NOTHING_TOLD : readTold(sticky.body);
function checkMeant(thread, told, shown) {
  const name = digest(canonicalJson([thread.head, JSON.stringify(shown)]));
  if (told.check === name) return [];
  return [{ gesture: { do: "check", head: thread.head, shown }, learn: (before) => ({ ...before, check: name }) }];
}
function askMeant(thread, told, ask) {
  const before = new Set(told.head === thread.head ? [...told.asked, ...thread.asked] : thread.asked);
  const people = ask.filter(({ id }) => !before.has(id));
  if (people.length === 0) return [];
  return [
    {
      gesture: { do: "ask", on: thread.node, people },
      learn: (then) => ({
        ...then,
        head: thread.head,
        asked: [...then.head === thread.head ? then.asked : [], ...people.map(({ id }) => id)]
      })
    }
  ];
}
function deedsFor(thread, view) {
  const told = toldIn(thread);
  const { add, remove } = labelChanges(thread.labels, view.labels);
  return [
    ...view.check === null ? [] : checkMeant(thread, told, view.check),
    ...add.length === 0 ? [] : [{ gesture: { do: "label", on: thread.node, names: add }, learn: nothingLearnt }],
    ...remove.length === 0 ? [] : [{ gesture: { do: "unlabel", on: thread.node, labels: remove }, learn: nothingLearnt }],
    ...askMeant(thread, told, view.ask),
    ...view.lines.filter(({ key }) => !told.lines.includes(key)).map(
      ({ key, body }) => ({
        gesture: { do: "comment", on: thread.node, body },
        learn: (before) => ({ ...before, lines: [...before.lines, key] })
      })
    ),
    ...view.close && thread.state === "open" ? [{ gesture: { do: "close", pull: thread.node }, learn: nothingLearnt }] : []
  ];
}
function wordsFor(thread, view, told) {
  if (view.words === null) return null;
  const body = writeSticky(view.words, { ...told, by: view.by });
  if (thread.sticky === null) return { do: "comment", on: thread.node, body };
  return saysTheSame(thread.sticky.body, body) ? null : { do: "rewrite", comment: thread.sticky.node, body };
}

// src/core/conversation/converse.ts
var ROUNDS = 3;
var PASSES = /* @__PURE__ */ new Set(["unreachable", "throttled", "garbage"]);
var isGrave = (meant, made) => made.is === "unknown" && meant !== "ask" && (meant !== "label" || PASSES.has(made.because.kind));
var UNANSWERED = unknown({ kind: "garbage", call: "GitHub", said: "no answer to what was asked" });
async function doneBy(forum, glance2, asked, gestureOf) {
  const made = await forum.make(
    glance2,
    asked.flatMap(({ all }) => all.map(gestureOf))
  );
  let next = 0;
  return asked.map(({ whose, all }) => ({
    whose,
    done: all.map((meant) => ({ meant, made: made[next++] ?? UNANSWERED }))
  }));
}
function wordsAfter({ whose: { thread, view }, done }) {
  const told = done.reduce(
    // Who cannot be asked is not asked again with every wake-up.
    (before, { meant, made: { is } }) => is === "known" || meant.gesture.do === "ask" ? meant.learn(before) : before,
    toldIn(thread)
  );
  return [wordsFor(thread, view, told)].filter((gesture) => gesture !== null);
}
async function once(forum, glance2, talks) {
  const deeds = await doneBy(
    forum,
    glance2,
    talks.map((talk) => ({ whose: talk, all: deedsFor(talk.thread, talk.view) })),
    ({ gesture }) => gesture
  );
  const words = await doneBy(
    forum,
    glance2,
    deeds.map((one) => ({ whose: one, all: wordsAfter(one) })),
    (gesture) => gesture
  );
  return words.flatMap(({ whose: { whose, done }, done: said }) => {
    const grave = [...done.filter(({ meant, made }) => isGrave(meant.gesture.do, made)), ...said];
    const failed2 = grave.map(({ made }) => made).find((made) => made.is === "unknown");
    return failed2 === void 0 ? [] : [{ number: whose.thread.number, because: failed2.because }];
  });
}
async function converse(forum, glance2, talks) {
  let failed2 = await once(forum, glance2, talks);
  for (let round = 1; round < ROUNDS && failed2.length > 0; round += 1) {
    const numbers = failed2.map(({ number }) => number);
    const again = await forum.named(numbers);
    if (again.is === "unknown") return failed2.map(({ number }) => ({ number, because: again.because }));
    const { glance: seen, threads } = again.value;
    const lost = [];
    const open = talks.flatMap(({ thread: { number }, view }) => {
      const fresh = numbers.includes(number) ? threads.get(number) : void 0;
      if (fresh?.is === "known") return [{ thread: fresh.value, view }];
      if (fresh !== void 0) lost.push({ number, because: fresh.because });
      return [];
    });
    failed2 = [...lost, ...await once(forum, seen, open)];
  }
  return failed2;
}
var untoldLine = ({ number, because }) => `Pull request #${number} could not be told: ${writeEdgeError(because)}`;

// src/core/conversation/waiting.ts
function waitingOf(since, waitingTime, now) {
  const until = later(since, waitingTime);
  return { until, half: now >= later(since, Math.floor(waitingTime / 2)), over: now >= until };
}
var mention = ({ login }) => /^[\w-]+$/.test(login) ? `@${login}` : markdown(login, 40);
var several2 = (count) => `${count} ${count === 1 ? "approval" : "approvals"}`;
var reminderLine = (since, until, wanted, reviewers) => {
  const missing = wanted.reduce((most, { approvals }) => Math.max(most, approvals), 1);
  const who = reviewers.length === 0 ? "This" : `${reviewers.map(mention).join(" ")}: this`;
  const closed = until === null ? "A" : `It is closed at ${day(until)}; a`;
  return {
    key: `reminder:${since}`,
    body: `⏳ ${who} still waits for ${several2(missing)}. ${closed} review of this pull request is all it takes.
`
  };
};
var closingLine = (since, waitingTime) => ({
  key: `closed:${since}`,
  body: `⚪ Nobody settled this within ${writeDuration(waitingTime)}, so it is closed. Reopen it to ask again: the time begins anew.
`
});

// src/core/conversation/record-view.ts
var nobody = (says, cure) => ({
  is: "refused",
  objections: [{ says, cure, rule: null, at: null }]
});
function approversOf({ thread, settings }, { reviews }) {
  const people = new Map([...settings.people.values()].map((person) => [person.githubId, person.handle]));
  const said = thread.reviews.is === "known" ? thread.reviews.value : [];
  return reviews.map((number) => {
    const review = said.find(({ id }) => id === number);
    if (review === void 0) return `review ${number}`;
    return review.author === null ? "a deleted account" : people.get(review.author.id) ?? review.author.login;
  });
}
function decisionOf(telling, { recorded, accepted }) {
  const { refused: refused2, trouble } = recorded;
  if (refused2 !== null) return nobody(refused2.says, "");
  if (accepted !== null) {
    const rule = telling.settings.rules.find(({ name }) => name === accepted.rule);
    return { is: "allowed", approvers: approversOf(telling, accepted), rule: accepted.rule, at: rule?.at ?? null };
  }
  if (trouble?.is === "had") return { is: "settled", says: trouble.says };
  if (trouble?.is === "withdrawn") return { is: "undecided", because: "nobody asks for it any more" };
  return { is: "undecided", because: trouble?.says ?? "the record says nothing of it yet" };
}
function endOf({ granted, trouble }) {
  const ends = granted.flatMap(({ ended }) => ended === null ? [] : [ended]);
  if (trouble?.is === "withdrawn" && ends.length === 0) return `Nothing was given, because ${trouble.says}.`;
  if (ends.length === 0 || granted.some(({ ended }) => ended === null)) return null;
  const last = ends.reduce((one, other) => other.at >= one.at ? other : one);
  return `It ended at ${day(last.at)}, because ${BECAUSE[last.because]}.`;
}
function glassOf({ glass }) {
  if (glass === null) return null;
  const { by, until, reviewed } = glass;
  if (reviewed === null)
    return `Given without approval: ${by.join(", ")} must review this pull request until ${day(until)}.`;
  const how = reviewed.verdict === "approved" ? "approved" : "objected";
  return `Given without approval; ${reviewed.by} reviewed it at ${day(reviewed.at)} and ${how}.`;
}
function toldOf2(telling, landed) {
  const { settings, deciding, now } = telling;
  const { request, version, recorded } = landed;
  const window = windowOf(request, settings, version.landedAt);
  if (window === null) return [];
  const person = request.for.value;
  const judgement = judgeRequest({ ...deciding, request, settings, window, author: person, opinions: [] });
  const keys = judgement.items.map(({ item }) => item.key);
  const reach = eachOnce(recorded.granted.flatMap((one) => one.ended === null ? [one.reach] : []));
  const story = requestStory({
    textsAsOf: null,
    request,
    judgement,
    tentative: null,
    settings,
    window,
    landedAt: version.landedAt,
    waitsUntil: null,
    requester: null,
    state: lifeOf(recorded, keys, window, now),
    reach
  });
  const provided = endOf(recorded);
  return [
    {
      story: { ...story, decision: decisionOf(telling, landed), breakGlass: glassOf(recorded), provided },
      landed,
      window
    }
  ];
}
var triedUntil = ({ settings }, { window, landed }) => {
  const { when } = landed.request;
  const from = when.is !== "default" && when.from !== null ? when.from : landed.version.landedAt;
  return Math.min(window.until, from + settings.limits.claimWithin);
};
var cureIn = ({ cure }) => cure === "" ? [] : [whole(cure)];
var whole = (sentence) => /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
var troublesOf = (telling, all) => all.flatMap((told) => {
  const { trouble } = told.landed.recorded;
  if (trouble === null || trouble.is === "had" || trouble.is === "withdrawn") return [];
  const again = `Daypass tries again with every run, at least once an hour, until ${day(triedUntil(telling, told))}.`;
  const taking = trouble.does === "takes";
  return [
    {
      grants: [],
      because: taking ? `COULD NOT BE TAKEN AWAY: ${trouble.says}` : trouble.says,
      cure: taking ? "Daypass tries again with every run; an owner should look." : [...cureIn(trouble), again].join(" "),
      does: taking ? "takes" : "gives"
    }
  ];
});
function storyOf3(telling, all) {
  const story = {
    now: telling.now,
    basis: { is: "live" },
    head: telling.thread.mergeCommit,
    web: telling.web,
    requests: all.map((one) => one.story),
    steps: [],
    outcomes: [],
    blocked: troublesOf(telling, all),
    findings: [],
    alarms: [],
    lateness: null,
    live: []
  };
  return { ...story, headline: headlineOf(story) };
}
var SHORT = 12;
function called({ settings }, handles) {
  return handles.map((handle) => {
    const person = settings.people.get(handle);
    return person === void 0 ? markdown(handle, 60) : mention(person);
  }).join(" ");
}
function linesOf(telling, { story, landed, window }) {
  const name = landed.version.id.slice(0, SHORT);
  const who = called(telling, [story.person]);
  const until = day(window.until);
  const { trouble, glass, refused: refused2 } = landed.recorded;
  const lines = [];
  if (story.state === "ready")
    lines.push({
      key: `ready:${name}`,
      body: `🟢 ${who}: your access is there until ${until}. How to use it stands above.
`
    });
  if (story.state === "ending")
    lines.push({
      key: `ending:${name}`,
      body: `🟠 ${who}: this ends at ${until}. Comment \`/extend 2h\` to ask for more time, or \`/end\` when you are done.
`
    });
  if (story.state === "refused" && refused2 !== null)
    lines.push({ key: `refused:${name}`, body: `🔴 ${who}: this is not given. ${markdown(refused2.says, 300)}
` });
  if (story.state === "blocked" && trouble !== null) {
    const key = `blocked:${digest(`${landed.version.id} ${trouble.says}`).slice(0, SHORT)}`;
    const what = cureIn(trouble).map((cure) => ` **What to do:** ${prose(cure, 300)}`);
    lines.push({
      key,
      body: `🔴 ${who}: this cannot be given for now: ${[prose(whole(trouble.says), 300), ...what].join("")}
`
    });
  }
  if (story.state === "had before" && trouble !== null)
    lines.push({
      key: `had:${name}`,
      body: `⚪ ${who}: you had this before Daypass came, so nothing was given, and nothing will be taken. ${markdown(trouble.says, 300)}
`
    });
  if (glass !== null && glass.reviewed === null)
    lines.push({
      key: `glass:${name}`,
      body: `🔴 **BREAK GLASS** ${called(telling, glass.by)}: somebody took this without approval. Review this pull request until ${day(glass.until)}.
`
    });
  return lines;
}
function recordView(telling) {
  const all = telling.landed.flatMap((one) => toldOf2(telling, one));
  if (all.length === 0) return null;
  const story = storyOf3(telling, all);
  const labels = inOrder(story.requests).map(({ state }) => labelOf(state));
  const broken = story.requests.some(({ breakGlass }) => breakGlass !== null) ? [BREAK_GLASS_LABEL] : [];
  return {
    words: renderComment(story),
    by: "record",
    check: null,
    labels: [...labels.slice(0, 1), ...broken],
    ask: [],
    lines: all.flatMap((one) => linesOf(telling, one)),
    close: false
  };
}

// src/entry/tell-record.ts
async function numbersOf(asked, due) {
  const known2 = /* @__PURE__ */ new Map();
  for (const { id, landing } of due) {
    const accepted = asked.ledger.accepted.get(id);
    if (accepted !== void 0) known2.set(landing, accepted.pull);
  }
  const others = [...new Set(due.map(({ landing }) => landing))].filter((landing) => !known2.has(landing));
  for (const [landing, pulls] of await pullsOf(asked.where, others, { waits: [] })) {
    if (pulls.is === "unknown") return pulls;
    const pull = pulls.value.find((one) => one.merged && one.mergeCommit === landing);
    if (pull !== void 0) known2.set(landing, pull.number);
  }
  return { is: "known", value: known2 };
}
async function requestsOf({ repository, reading }, versions) {
  const standing2 = new Map(reading.standing.map(({ version, request }) => [version.id, request]));
  const gone = versions.filter(({ id }) => !standing2.has(id));
  const sizes = await blobSizes(
    repository,
    gone.map(({ blob }) => blob)
  );
  if (sizes.is === "unknown") return sizes;
  const entries = gone.map(({ path, blob }) => ({
    path,
    blob,
    mode: "100644",
    type: "blob",
    bytes: sizes.value.get(blob) ?? 0
  }));
  const texts = await textsOf(repository, entries);
  if (texts.is === "unknown") return texts;
  const read = entries.flatMap(({ path, blob, mode, bytes }, at) => {
    const { request } = readRequest({ path, blob, mode, bytes, text: texts.value.get(blob) ?? null }, KINDS);
    const version = gone[at];
    return request === null || version === void 0 ? [] : [[version.id, request]];
  });
  return { is: "known", value: new Map([...standing2, ...read]) };
}
var failed = (asked, says) => ({
  untold: asked.due,
  troubles: [`What the record says could not be told on GitHub; the next run does it: ${says}`]
});
async function tellRecord(asked) {
  const { reading, ledger, forum } = asked;
  const versions = allVersions(reading.history, asked.directory);
  const wanted = new Set(asked.due);
  const due = versions.filter(({ id }) => wanted.has(id));
  const numbers = await numbersOf(asked, due);
  if (numbers.is === "unknown") return failed(asked, writeEdgeError(numbers.because));
  if (numbers.value.size === 0) return { untold: [], troubles: [] };
  const [seen, requests] = await Promise.all([
    forum.named([...new Set(numbers.value.values())]),
    requestsOf(
      asked,
      versions.filter(({ landing }) => numbers.value.has(landing))
    )
  ]);
  if (seen.is === "unknown") return failed(asked, writeEdgeError(seen.because));
  if (requests.is === "unknown") return failed(asked, writeEdgeError(requests.because));
  const granted = grantsByVersion(ledger);
  const landedBy = (thread) => versions.flatMap((version) => {
    const request = requests.value.get(version.id);
    if (request === void 0 || numbers.value.get(version.landing) !== thread.number) return [];
    return [
      {
        version,
        request,
        accepted: ledger.accepted.get(version.id) ?? null,
        recorded: {
          granted: granted.get(version.id) ?? [],
          refused: ledger.refused.get(version.id) ?? null,
          trouble: ledger.trouble.get(version.id) ?? null,
          glass: ledger.glass.get(version.id) ?? null
        }
      }
    ];
  });
  const lost = /* @__PURE__ */ new Map();
  const talks = [...seen.value.threads].flatMap(([number, thread]) => {
    if (thread.is === "unknown") {
      lost.set(number, `Pull request #${number} could not be read: ${writeEdgeError(thread.because)}`);
      return [];
    }
    const { deciding, now, web } = asked;
    const telling = {
      thread: thread.value,
      landed: landedBy(thread.value),
      settings: reading.settings,
      deciding,
      now,
      web
    };
    const view = recordView(telling);
    return view === null ? [] : [{ thread: thread.value, view }];
  });
  for (const untold of await converse(forum, seen.value.glance, talks)) lost.set(untold.number, untoldLine(untold));
  return {
    untold: due.filter(({ landing }) => lost.has(numbers.value.get(landing) ?? 0)).map(({ id }) => id),
    troubles: [...lost.values()]
  };
}

// src/entry/wiring.ts
var nothingRead = (call) => unknown({ kind: "not-found", call, said: "no settings can be read anywhere on the default branch" });
function whereIn({ environment }, client) {
  const [owner = "", name = ""] = (environment["GITHUB_REPOSITORY"] ?? "").split("/");
  return client === null || owner === "" || name === "" ? null : { client, owner, name };
}
function tellWith({ repository, directory, web }, where, now) {
  return ({ reading, deciding }, ledger, due) => tellRecord({
    forum: githubForum(where),
    where,
    repository,
    directory,
    reading,
    deciding,
    ledger,
    due,
    now: now(),
    web
  });
}
async function wire(wiring) {
  const { directory, environment, job, repository } = wiring;
  const clock = openClock();
  const knowledge = await loadAllKnowledge();
  const run = environment["GITHUB_RUN_ID"] ?? "local";
  const remote = remoteOf(wiring.source);
  const settingsAt = settingsReader(repository, directory);
  const ledger = remote === null ? null : gitLedger({ remote, branch: wiring.ledgerBranch, directory: wiring.ledgerDirectory });
  const client = githubFrom(environment, wiring.token);
  const where = whereIn(wiring, client);
  let names = null;
  let past = null;
  const { setSecret, stage } = wiring;
  const clouds = openClouds({ job, run, environment, setSecret, stage, ticks: clock.ticks });
  const people = liveDirectory((settings) => clouds.open(settings).okta);
  const beside = ledger === null ? null : openBeside(ledger, FILE, () => {
    const kept = people.kept();
    return kept === null ? null : writtenDirectory(kept);
  });
  const due = async () => new Map([...(await names)?.due() ?? [], ...await beside?.due() ?? []]);
  const written2 = async () => {
    beside?.written();
    const kept = await names;
    kept?.written();
  };
  let handles = /* @__PURE__ */ new Set();
  const listing = (settings, accounts) => people.over(settings, handles, accounts);
  const listed = async (reading) => {
    const { settings } = reading;
    if ((settings.okta?.directory ?? null) === null) return reading;
    stage("Asking the directory");
    const time = await timeOf(clouds.open(settings));
    if (time !== null) clock.set(time);
    handles = asking(reading, time);
    const over = await people.over(settings, handles);
    return over.is === "known" ? { ...reading, settings: over.value } : { ...reading, unlisted: over.because };
  };
  const noLedger = unknown({
    kind: "not-found",
    call: "reading the record",
    said: "this clone names no GitHub repository"
  });
  const ports = {
    job,
    clone: wiring.clone,
    ...wiring.clone !== "fresh" ? { from: "clone" } : {},
    clock: clock.now,
    // By the world's clock, which is known only after the first answer of a server.
    get stopAt() {
      return later(clock.now(), wiring.budget - clock.ticks() / 1e3);
    },
    knowledge,
    told: wiring.told,
    stage: wiring.stage,
    async read() {
      const read = await historyOf(repository, directory);
      if (read.is === "unknown") return read;
      const files = await filesAt(repository, repository.head, directory);
      if (files.is === "unknown") return files;
      const fallback = () => newestReadable(read.value, directory, settingsAt);
      past = read.value;
      const reading = await readingOf({
        directory,
        files: files.value,
        history: read.value,
        kinds: KINDS,
        modes: MODE_NAMES,
        fallback,
        settingsAt: async (commit) => {
          const then = await settingsAt(commit);
          return then.is === "known" ? then.value : null;
        }
      });
      return reading === null ? nothingRead(`reading ${directory}`) : known(await listed(reading));
    },
    async readLedger() {
      if (ledger === null) return noLedger;
      const read = await ledger.read();
      return read.is === "unknown" ? read : known(read.value.ledger);
    },
    async remember(entries) {
      if (ledger === null) return noLedger;
      const appended = await ledger.append(entries, clock.now(), run, await due());
      if (appended.is === "unknown") return appended;
      await written2();
      return known(appended.value.ledger);
    },
    async modes(asked, open) {
      const settings = past === null ? asked : await stillNeeded(asked, open, past, directory, settingsAt);
      const edges = clouds.open(settings);
      const time = await timeOf(edges);
      if (time !== null) clock.set(time);
      if (settings.aws?.identityCenter != null) names ??= openSetNames(ledger);
      const setNames = await names;
      const left = placesThatLeft(settings, open);
      return modesOf({ settings, knowledge, edges: { ...edges, ...setNames === null ? {} : { setNames } }, left });
    },
    tags: (settings, things) => tagsOf(clouds.open(settings).aws, things),
    tell: where === null ? null : tellWith(wiring, where, clock.now),
    afterwards: where === null ? null : (glass, settings) => lookAfterwards2(where, glass, settings, listing),
    async prove(reading, deciding, versions, now, heads) {
      const asked = {
        history: reading.history,
        directory,
        start: wiring.start,
        versions: reading.standing.filter(({ version }) => versions.has(version.id)),
        head: reading.valid ? reading.settings : null,
        deciding,
        heads,
        now
      };
      return proveVersions(asked, {
        evidence: witnessOf(environment, repository, wiring.token, client),
        textOf: (blob) => textOfBlob(repository, blob),
        directory: listing,
        settingsAt: async (commits) => new Map(await Promise.all(commits.map(async (commit) => [commit, await settingsAt(commit)])))
      });
    }
  };
  const calls = () => {
    const all = new Map(clouds.calls());
    if (client !== null) all.set("GitHub", client.calls());
    return all;
  };
  const keep = async () => {
    const files = await due();
    if (ledger === null || files.size === 0) return [];
    const appended = await ledger.append([], clock.now(), run, files);
    return appended.is === "known" ? [] : [`What lies beside the record could not be kept: ${writeEdgeError(appended.because)}`];
  };
  return { ports, forum: where === null ? null : githubForum(where), calls, keep };
}

// src/entry/run-job.ts
var NOT_RAISED = { open: null, troubles: [] };
var failedEnd = (says) => ({
  exit: EXIT.failed,
  story: null,
  markdown: `🔴 **Nothing was done.** ${says}
`,
  json: `${JSON.stringify({ exit: EXIT.failed, error: says })}
`,
  says
});
var runJob = (job) => inWorkspace(job.environment, (folder) => runIn(folder, job));
async function runIn(folder, job) {
  job.stage("Fetching the repository");
  const opened = await openSource(job.source, join(folder, "repository.git"));
  if (opened.is === "unknown") return failedEnd(`The repository could not be read: ${writeEdgeError(opened.because)}`);
  const { repository, clone, because } = opened.value;
  const { ports, forum, calls, keep } = await wire({
    ...job,
    repository,
    clone,
    ledgerDirectory: join(folder, "ledger.git")
  });
  const answer = await reconcile(ports);
  if (answer.is === "unknown") return failedEnd(`The repository could not be read: ${writeEdgeError(answer.because)}`);
  const old = because === null ? [] : [
    `The repository could not be fetched, so an earlier clone was read and only what is past its end is taken: ${writeEdgeError(because)}`
  ];
  const ran = answer.value;
  const unkept = await keep();
  const raised = forum === null ? NOT_RAISED : await raiseAlarms(forum, ran.ledger, ports.clock());
  const run = {
    ...ran,
    alarms: [...old, ...ran.alarms],
    reminders: [...ran.reminders, ...raised.troubles, ...unkept]
  };
  const story = storyOf2(run, job.web);
  const made = [...calls()].sort(([a], [b]) => a < b ? -1 : 1).map(([call, count]) => `${call} ${count}`);
  return {
    exit: exitOf(run),
    story,
    markdown: [renderComment(story), renderGantt(story.live, story.now)].filter((part) => part !== "").join("\n"),
    json: renderJson(story),
    says: `${story.headline.says} · calls: ${made.join(", ") || "none"}`,
    // Where nobody could tell, the sweep looks for itself.
    outputs: { open: raised.open === null ? "" : String(raised.open) }
  };
}

// src/entry/step-line.ts
function stepLine(outcome, step) {
  const what = `${DOES[step.do]}: ${step.says}`;
  const line = outcome.is === "failed" ? `FAILED ${what}: ${outcome.error.said}` : outcome.is === "skipped" ? `left for later: ${what}` : `done   ${what}`;
  return terminal(line, 1e3);
}

export {
  renderBars,
  readingOf,
  BREAK_GLASS_LABEL,
  labelOf,
  send,
  githubForum,
  forumAt,
  toldIn,
  converse,
  untoldLine,
  waitingOf,
  reminderLine,
  closingLine,
  failedEnd,
  runJob,
  stepLine
};
