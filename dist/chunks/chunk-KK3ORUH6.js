import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  decisionStory,
  inOrder,
  requestStory
} from "./chunk-PMYHNS3L.js";
import {
  openClouds
} from "./chunk-BJYXXNPA.js";
import {
  blueprintOf,
  isMissing
} from "./chunk-DOMC5XNT.js";
import {
  lintAccess
} from "./chunk-MLL6COA7.js";
import {
  checkRequest,
  readDocuments,
  timeFindings
} from "./chunk-OEFKE5MR.js";
import {
  lintSettings
} from "./chunk-ZGXARGJR.js";
import {
  headlineOf
} from "./chunk-I35WAWJI.js";
import {
  preview
} from "./chunk-LHTDSFUB.js";
import {
  askedIn,
  bundledIn
} from "./chunk-RAKDFB7L.js";
import {
  AWS_PLACE,
  contentsIn,
  isStale,
  linesIn
} from "./chunk-PW2QCYM6.js";
import {
  withDirectory
} from "./chunk-PPIAGT6I.js";
import {
  areaOf
} from "./chunk-UJQ553KK.js";
import {
  carriesOf
} from "./chunk-7JT6UJO5.js";
import {
  NOTHING_READ,
  documentKey
} from "./chunk-GXPNGJAR.js";
import {
  tagsKey
} from "./chunk-UJ3HXRAY.js";
import {
  loadKnowledgeFor
} from "./chunk-ONGHTM6G.js";
import {
  REFUSED,
  several
} from "./chunk-RPDRASIN.js";
import {
  KINDS,
  MODE_NAMES,
  modesOf,
  readSettings,
  severityOf,
  sortFindings,
  targetsByName
} from "./chunk-RYEE6VUW.js";
import {
  digest,
  hasWildcard,
  later,
  matches,
  readPolicyValue,
  writeInstant
} from "./chunk-66F3A4I2.js";
import {
  isRequestPath
} from "./chunk-624KHEYP.js";
import {
  id,
  known,
  nearest
} from "./chunk-RTN5YXCH.js";
import {
  EXIT
} from "./chunk-QC3ZOG66.js";

// src/core/inventory/texts.ts
var isResource = (line) => line.is === "resource";
var isPolicy = (line) => line.is === "policy";
var nameOf = (arn) => arn.slice(arn.lastIndexOf("/") + 1);
function policyText(named, lines) {
  const found = lines.filter(isPolicy).filter(({ arn }) => named.startsWith("arn:") ? arn === named : nameOf(arn) === named);
  const [only, other] = found;
  if (only === void 0 || other !== void 0) return null;
  const read = readPolicyValue(only.document);
  return "document" in read ? read.document : null;
}
function tagsOf(arn, lines) {
  const line = lines.filter(isResource).find((one) => one.arn === arn);
  if (line === void 0) return null;
  const tags = new Map(Object.entries(line.tags));
  return tags.size === 0 ? null : tags;
}

// src/core/inventory/unseen.ts
var wasRead = (section) => section.asOf !== null;
var isResource2 = (line) => line.is === "resource";
var MOST_PARTS = 6;
function kindOf(arn) {
  const [, , service = "", , , ...rest] = arn.split(":");
  const resource = rest.join(":");
  const kind = /^([a-z][\w-]*)[/:]/i.exec(resource)?.[1] ?? "";
  return service === "s3" ? "s3" : `${service} ${kind}`;
}
function isThere(arn, known2) {
  let rest = arn;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    if (known2.has(rest)) return true;
    const cut = Math.max(rest.lastIndexOf("/"), rest.lastIndexOf(":"));
    if (cut <= 0) return false;
    rest = rest.slice(0, cut);
  }
  return false;
}
function unseen(asked, place, section, what, near) {
  const old = isStale(section) ? " It could not be read again since." : "";
  return {
    code: "resource-unseen",
    at: asked.at,
    message: `The inventory of ${place.name} (${writeInstant(section.asOf)}) knows no ${what}.${old}`,
    cure: near.length === 0 ? "Look for it with daypass search; if it is newer than the inventory, leave it." : `Did you mean ${near.join(" or ")}? If it is newer than the inventory, leave it.`
  };
}
function unseenResource(asked, arn, place) {
  const { resources } = place;
  if (!wasRead(resources)) return [];
  const all = place.lines.filter(isResource2).map((line) => line.arn);
  const alike = all.filter((one) => kindOf(one) === kindOf(arn));
  const there = hasWildcard(arn) ? all.some((one) => matches(arn, one)) : isThere(arn, new Set(all));
  return there || alike.length === 0 ? [] : [unseen(asked, place, resources, arn, nearest(arn, alike))];
}
function namedBy({
  permissions
}) {
  if (permissions.form === "policy" || permissions.form === "narrowed")
    return { is: "policy", name: permissions.policy.value };
  if (permissions.form === "resource")
    return permissions.of.is === "policy" ? { is: "policy", name: permissions.of.policy.value } : null;
  if (permissions.form === "statements" || permissions.thing.what === "permissionSet") return null;
  return { is: permissions.thing.what, name: permissions.thing.value };
}
var lastPart = (text) => text.slice(text.lastIndexOf("/") + 1);
function unseenName(asked, place) {
  const named = namedBy(asked);
  const { access } = place;
  if (named === null || !wasRead(access)) return [];
  const arns = place.lines.flatMap((line) => line.is === named.is ? [line.arn] : []);
  const there = arns.some(
    (arn) => named.name.startsWith("arn:") ? arn === named.name : lastPart(arn) === lastPart(named.name)
  );
  const near = nearest(lastPart(named.name), [...new Set(arns.map(lastPart))]);
  return there || arns.length === 0 ? [] : [unseen(asked, place, access, `${named.is} ${named.name}`, near)];
}
function unseenFindings(asked, place) {
  const { permissions, target } = asked;
  if (target !== void 0) return [];
  return [
    ...permissions.form === "resource" ? unseenResource(asked, permissions.arn, place) : [],
    ...unseenName(asked, place)
  ];
}

// src/entry/inventory/looking.ts
var openedOnce = (open) => {
  let opened = null;
  return () => {
    opened ??= open().then((answer) => answer.is === "known" ? answer.value : null);
    return opened;
  };
};
var NOTHING = { ...NOTHING_READ, findings: [], asOf: null };
var wantedBy = (requests, { bundles }) => requests.flatMap(
  ({ lines }) => lines.flatMap((line) => {
    const items = line.asked.is === "entitlement" ? [line.asked.entitlement] : bundles.get(line.asked.bundle.value)?.items ?? [];
    return line.targets.flatMap(({ value: target }) => items.map((asked) => ({ target, asked })));
  })
);
var policyIn = ({ permissions }) => permissions.form === "policy" || permissions.form === "narrowed" ? permissions.policy.value : permissions.form === "resource" && permissions.of.is === "policy" ? permissions.of.policy.value : null;
var asks = ({ asked }) => asked.permissions.form !== "statements" && asked.target === void 0;
async function placeIn(snapshot, name, settings) {
  const contents = await contentsIn(snapshot);
  const state = contents.is === "known" ? contents.value?.places[name] : void 0;
  const account = settings.aws?.accounts.find((one) => one.name === name);
  if (state === void 0 || account?.id !== state.id) return null;
  const [own, everywhere] = await Promise.all([linesIn(snapshot, name), linesIn(snapshot, AWS_PLACE)]);
  if (own.is === "unknown") return null;
  const seen = new Set(own.value.lines.flatMap((line) => "arn" in line ? [line.arn] : []));
  const more = everywhere.is === "known" ? everywhere.value.lines.filter((line) => "arn" in line && !seen.has(line.arn)) : [];
  return { name, ...state.sections, lines: [...own.value.lines, ...more] };
}
async function lookUp(open, requests, settings) {
  const wanted = wantedBy(requests, settings).filter(asks);
  const snapshot = wanted.length === 0 ? null : await open();
  if (snapshot === null) return NOTHING;
  const contents = await contentsIn(snapshot);
  const documents = /* @__PURE__ */ new Map();
  const tags = /* @__PURE__ */ new Map();
  const findings = [];
  for (const [target, some] of Map.groupBy(wanted, (one) => one.target)) {
    const place = await placeIn(snapshot, target, settings);
    if (place === null) continue;
    for (const { asked } of some) {
      findings.push(...unseenFindings(asked, place));
      const named = policyIn(asked);
      const text = named === null ? null : policyText(named, place.lines);
      if (named !== null && text !== null) documents.set(documentKey(target, named), text);
      const bears = asked.thing === void 0 ? null : tagsOf(asked.thing, place.lines);
      if (asked.thing !== void 0 && bears !== null) tags.set(tagsKey(target, asked.thing), known(bears));
    }
  }
  const asOf = contents.is === "known" ? contents.value?.asOf ?? null : null;
  return { documents, tags, findings: sortFindings(findings), asOf: documents.size + tags.size === 0 ? null : asOf };
}

// src/core/conversation/mergeable.ts
var sameHold = (one, other) => JSON.stringify([one.what, one.because, one.since]) === JSON.stringify([other.what, other.because, other.since]);
function holdsAdded(before, after) {
  if (!before.every((hold) => after.some((one) => sameHold(hold, one)))) return null;
  const added = after.filter((hold) => !before.some((one) => sameHold(hold, one)));
  return added.length === 0 ? null : added;
}
function whyNotMerged({ change, holds, story, author, settings }) {
  const { added, removed, edited, outside } = change;
  if (story.findings.some((finding) => severityOf(finding) === "error")) return "there are findings to mend first";
  if (outside.length > 0) return `it changes ${outside[0]} as well, which is none of Daypass's files`;
  if (edited.length > 0) return "it changes a request that was merged before";
  if (author === null) return "its author is not in the people file";
  if (change.settings.length > 0) {
    if (holds === null || added.length + removed.length > 0) return "changes of settings are merged by people";
    const owner = settings.owners.people.some((one) => one.value === author);
    return owner ? null : "holds are merged by an owner or whoever else may merge; nobody has to approve them";
  }
  if (added.length + removed.length === 0) return "it asks for nothing";
  if (story.requests.length !== added.length) return "not every request could be judged";
  const open = story.requests.find(({ state }) => state !== "allowed");
  return open === void 0 ? null : `${open.id} is not allowed yet`;
}

// src/core/plan/foresee.ts
var MOST = 50;
var NO_VERSION = id("0".repeat(64));
function grantsOf({ judgement, window }, settings, now) {
  return judgement.items.flatMap(({ item, routing }) => {
    const person = settings.people.get(item.person);
    const account = targetsByName(settings).get(item.target);
    if (person === void 0 || account === void 0) return [];
    return [
      {
        key: item.key,
        version: NO_VERSION,
        item,
        email: person.email,
        account: account.id,
        mode: account.mode,
        from: window.from,
        until: window.until,
        // It has not landed, so nothing can have changed since.
        landedAt: now,
        claimUntil: later(window.from, settings.limits.claimWithin),
        directAttachment: routing.directAttachment
      }
    ];
  });
}
function foreseen(requests, settings, modes, now) {
  const promising = requests.filter(({ judgement, tentative }) => (tentative ?? judgement).decision.is !== "refused").slice(0, MOST);
  const grants = promising.flatMap((one) => grantsOf(one, settings, now));
  return inOrder(
    modes.flatMap(
      (mode) => mode.foresee(
        grants.filter((grant) => grant.mode === mode.mode),
        now
      )
    )
  );
}

// src/core/report/story-of-preview.ts
var STATE = {
  allowed: "allowed",
  waiting: "waiting",
  refused: "refused",
  undecided: "asked",
  settled: "ready"
};
var refusedStranger = (says) => ({
  is: "refused",
  objections: [
    {
      says,
      cure: REFUSED["author-unknown"].cure,
      rule: null,
      at: null
    }
  ]
});
function storyOf(told, previewed) {
  const story = judgedStory(told, previewed);
  return told.stranger === null ? story : { ...story, requester: null, state: "refused", breakGlass: null, decision: refusedStranger(told.stranger) };
}
function judgedStory(told, { request, judgement, tentative, window }) {
  const { settings } = told;
  return requestStory({
    request,
    judgement,
    tentative,
    textsAsOf: told.textsAsOf,
    settings,
    window,
    landedAt: null,
    waitsUntil: told.openedAt === null ? null : later(told.openedAt, settings.limits.waitingTime),
    requester: told.author ?? request.for.value,
    state: STATE[decisionStory(tentative ?? judgement, settings, null).is],
    reach: []
  });
}
var settingsLine = ({ preview: preview2, settings, holds, owners }) => {
  if (holds !== null) return holds.map((hold) => `The red button: ${heldWords(hold)} (${hold.because})`);
  if (preview2.settings.length === 0) return [];
  const so = owners.length === 0 ? "" : `; approved so far by ${owners.join(", ")}`;
  return [
    `This changes settings (${preview2.settings.join(", ")}): ${several(settings.owners.approvals, "owner")} other than the author must approve it (${settings.owners.people.map((one) => one.value).join(", ")})${so}`
  ];
};
var HELD = {
  everything: () => "nobody holds anything any more",
  person: ({ person }) => `${person} holds nothing any more`,
  target: ({ target }) => `nobody holds anything in ${target} any more`,
  request: ({ request }) => `what ${request} asked for is not held any more`
};
function wordsOfHeld(what) {
  return HELD[what.is](what);
}
var heldWords = ({ what }) => `${wordsOfHeld(what)}, until an owner lifts the hold`;
function quietHeadline({ preview: preview2, settings, holds, owners }) {
  if (preview2.requests.length > 0) return null;
  const approvals = settings.owners.approvals - owners.length;
  if (holds !== null)
    return { tone: "quiet", says: "The red button: it counts when it is merged; nobody has to approve that" };
  if (preview2.settings.length > 0 && approvals <= 0)
    return { tone: "good", says: `A change of settings, approved by ${owners.join(", ")}: it counts when it is merged` };
  if (preview2.settings.length > 0)
    return {
      tone: "waits",
      says: `A change of settings: ${several(approvals, "owner")} other than the author must approve it`
    };
  if (preview2.removed.length === 0) return null;
  return {
    tone: "quiet",
    says: `Ends early: ${preview2.removed.map((request) => request.id).join(", ")}; nobody has to approve that`
  };
}
function storyOfPreview(told) {
  const findings = sortFindings([...told.findings, ...told.preview.findings]);
  const requests = told.preview.requests.map((one) => storyOf(told, one));
  const ended = told.preview.removed.map((request) => `Ends early: ${request.path} (needs no approval)`);
  const story = {
    now: told.now,
    basis: { is: "git" },
    head: told.head,
    web: told.web,
    requests,
    steps: told.steps,
    outcomes: [],
    blocked: [],
    findings,
    alarms: [...settingsLine(told), ...told.installation, ...ended],
    lateness: null,
    live: []
  };
  const broken = findings.filter((finding) => severityOf(finding) === "error").length;
  if (broken > 0)
    return {
      ...story,
      headline: { tone: "bad", says: `${broken} ${broken === 1 ? "finding" : "findings"} to mend first` }
    };
  return { ...story, headline: quietHeadline(told) ?? headlineOf(story) };
}

// src/install/change.ts
var nameOf2 = ({ id: id2, name }) => name === null ? id2 : `${name} (${id2})`;
var digestOf = ({ boundary, roles, pool, provider }) => {
  const value = {
    boundary: boundary.document,
    roles: roles.map(({ path, name, trust, policy }) => ({ path, name, trust, policy })),
    pool: pool === null ? null : { names: [...pool.names], trust: pool.trust, boundary: pool.boundary.document },
    provider: provider === null ? null : provider.host
  };
  return digest(value);
};
var deployedIn = (blueprint) => new Map(
  blueprint.shapes.flatMap((shape) => {
    const made = digestOf(shape);
    return shape.places.map((place) => [place.id, { place, digest: made }]);
  })
);
var FEW = 8;
var listed = (places) => places.length > FEW ? `${places.slice(0, FEW).map(nameOf2).join(", ")} and ${places.length - FEW} more` : places.map(nameOf2).join(", ");
var selected = (places) => places.length > FEW ? "" : ` --account ${places.map(({ id: id2, name }) => name ?? id2).join(",")}`;
var deploy = (says, places) => places.length === 0 ? [] : [
  `${says}: ${listed(places)}. Run \`daypass setup${selected(places)} --out aws\`, deploy it, and see \`daypass verify${selected(places)}\` turn green`
];
function closing(base, head) {
  const before = new Map((base.aws?.accounts ?? []).map((account) => [account.id, account.closing]));
  const begins = (head.aws?.accounts ?? []).filter(({ id: id2, closing: closes }) => closes && before.get(id2) !== true);
  return begins.map(
    ({ name }) => `${name} is closing: what Daypass gave there is taken away, and nothing new is given. Take it out of the file in a later change, when nothing is left`
  );
}
function leaving(base, blueprint, gone) {
  const closed = new Set((base.aws?.accounts ?? []).flatMap((account) => account.closing ? [account.id] : []));
  return gone.map((place) => {
    const remove = `delete the stack \`daypass-${blueprint.installation}\` in it, or take its module out of Terraform`;
    return closed.has(place.id) ? `${nameOf2(place)} leaves: when \`daypass verify\` and the last report show nothing left there, ${remove}` : `${nameOf2(place)} leaves without having been \`closing\`: keep its roles until a run has taken away what is held there; then ${remove}`;
  });
}
function installationChange(base, head) {
  if (head.aws === null) return [];
  const [before, after] = [blueprintOf(base), blueprintOf(head)];
  if (isMissing(after)) return isMissing(before) ? [] : [`${after.says} ${after.cure}`];
  const [was, is] = [isMissing(before) ? /* @__PURE__ */ new Map() : deployedIn(before), deployedIn(after)];
  const all = [...is.values()];
  const fresh = all.filter(({ place }) => !was.has(place.id)).map(({ place }) => place);
  const changed = all.filter(({ place, digest: made }) => was.has(place.id) && was.get(place.id)?.digest !== made).map(({ place }) => place);
  const gone = isMissing(before) ? [] : [...deployedIn(before).values()].filter(({ place }) => !is.has(place.id));
  const policy = isMissing(before) || digest(before.organisation.document) === digest(after.organisation.document) ? [] : ["The service control policy changes: run `protect.sh` of what `daypass setup` prints again"];
  return [
    ...deploy("To install in AWS", fresh),
    ...deploy("To deploy again in AWS", changed),
    ...fresh.length + changed.length === 0 ? [] : policy,
    ...closing(base, head),
    ...leaving(
      base,
      after,
      gone.map(({ place }) => place)
    )
  ];
}

// src/entry/foreseeing-modes.ts
var nothing = () => void 0;
function foreseeingModes(settings, knowledge) {
  const clouds = openClouds({
    job: "apply",
    run: "preview",
    environment: {},
    setSecret: nothing,
    stage: nothing,
    ticks: () => 0
  });
  return modesOf({ settings, knowledge, edges: clouds.open(settings) });
}

// src/entry/preview.ts
var withPeople = (read, people) => read.settings === null || people === null ? read : { ...read, settings: withDirectory(read.settings, people) };
function readBoth({ directory, base, files, touched, people }) {
  const settings = [...touched.keys()].filter((path) => ["settings", "holds"].includes(areaOf(directory, path))).sort();
  let settled = null;
  const read = () => {
    settled ??= withPeople(readSettings(base, directory, KINDS, MODE_NAMES), people);
    return settled;
  };
  const before = base.filter(({ path }) => !isRequestPath(path, directory) || touched.has(path));
  const changed = () => withPeople(readSettings(files, directory, KINDS, MODE_NAMES), people);
  const head = readDocuments(files, directory, KINDS, MODE_NAMES, settings.length === 0 ? read : changed);
  return { base: readDocuments(before, directory, KINDS, MODE_NAMES, read), head, settings };
}
function changeOf({ touched, directory }, { base, head, settings }) {
  return {
    added: head.requests.filter((request) => touched.get(request.path)?.before === null),
    edited: head.requests.filter((request) => (touched.get(request.path)?.before ?? null) !== null),
    removed: base.requests.filter((request) => touched.get(request.path)?.after === null),
    settings,
    outside: [...touched.keys()].filter((path) => areaOf(directory, path) === "outside").sort()
  };
}
function addedHolds({ settings }, { base, head }, directory) {
  if (settings.length !== 1 || !settings.every((path) => areaOf(directory, path) === "holds")) return null;
  if (base.settings === null || head.settings === null) return null;
  return holdsAdded(base.settings.holds, head.settings.holds);
}
function ownersOf(change, settings, author, opinions) {
  const may = settings.owners.people.map(({ value }) => value).filter((owner) => owner !== author);
  const said = (owner, path) => opinions(path).some(({ person, state }) => person === owner && state === "approved");
  const approved = may.filter((owner) => change.settings.every((path) => said(owner, path)));
  const approvals = settings.owners.approvals - approved.length;
  const people = may.filter((owner) => !approved.includes(owner)).toSorted();
  return { approved, missing: approvals <= 0 ? null : { people, approvals } };
}
async function previewOf(asked) {
  const { now } = asked;
  const both = readBoth(asked);
  const { base, head } = both;
  const { settings } = base;
  if (settings === null) return null;
  const change = changeOf(asked, both);
  const knowledge = await loadKnowledgeFor([...askedIn(change.added), ...bundledIn(settings)]);
  const requester = asked.author(settings);
  const author = requester?.is === "person" ? requester.person : null;
  const opinions = await asked.opinions(settings, [...change.added.map((request) => request.path), ...change.settings]);
  const holds = addedHolds(change, both, asked.directory);
  const owners = change.settings.length === 0 || holds !== null ? null : ownersOf(change, settings, author, opinions);
  const seen = await lookUp(asked.inventory, change.added, settings);
  const previewed = preview({
    change,
    settings,
    deciding: { knowledge, carries: carriesOf(), documents: seen.documents, tags: seen.tags },
    author,
    opinions,
    now
  });
  const steps = foreseen(previewed.requests, settings, foreseeingModes(settings, knowledge), now);
  const bundles = change.settings.length > 0 && head.settings !== null ? bundledIn(head.settings) : [];
  const named = [...askedIn(change.added), ...bundles.filter(({ at }) => asked.touched.has(at.file))];
  const findings = [
    // Findings in files that the change does not touch are not its author's business.
    ...head.findings.filter((finding) => asked.touched.has(finding.at.file)),
    ...change.added.flatMap(
      (request) => (
        // Under the same settings all else was said when it was read.
        head.settings === settings ? timeFindings(request, settings, now) : checkRequest(request, settings, now)
      )
    ),
    ...change.settings.length > 0 && head.settings !== null ? lintSettings(head.settings, knowledge) : [],
    ...await lintAccess(named, knowledge),
    ...seen.findings
  ];
  const story = storyOfPreview({
    preview: previewed,
    steps,
    settings,
    holds,
    installation: change.settings.length > 0 && head.settings !== null ? installationChange(settings, head.settings) : [],
    owners: owners?.approved ?? [],
    stranger: requester?.is === "stranger" ? requester.says : null,
    author,
    findings,
    textsAsOf: seen.asOf,
    now,
    openedAt: asked.openedAt,
    head: asked.head,
    web: asked.web
  });
  const broken = story.findings.some((finding) => severityOf(finding) === "error");
  const refused = story.requests.some((request) => request.decision.is === "refused");
  return {
    story,
    author,
    settings,
    change,
    owners: owners?.missing ?? null,
    unmerged: whyNotMerged({ change, holds, story, author, settings }),
    exit: broken ? EXIT.findings : refused ? EXIT.blocked : EXIT.done
  };
}

export {
  openedOnce,
  previewOf
};
