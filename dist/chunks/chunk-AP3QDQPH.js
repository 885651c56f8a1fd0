import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lintSettings
} from "./chunk-6ENG7B67.js";
import {
  carriesOf
} from "./chunk-WHMRM7DL.js";
import {
  decisionStory,
  inOrder,
  openAws,
  requestStory
} from "./chunk-67MBVKDL.js";
import {
  checkRequest,
  headlineOf,
  readDocuments,
  timeFindings
} from "./chunk-VLJ45CM5.js";
import {
  areaOf,
  judgeAgain,
  judgeRequest,
  windowOf
} from "./chunk-M6L74HX7.js";
import {
  loadKnowledge
} from "./chunk-JX7IDBJN.js";
import {
  KINDS,
  MODE_NAMES,
  id,
  isRequestPath,
  later,
  modesOf,
  readSettings,
  several,
  severityOf,
  sortFindings
} from "./chunk-53WH4NYR.js";
import {
  EXIT
} from "./chunk-3LZXKVQR.js";

// src/core/plan/foresee.ts
var MOST = 50;
var NO_VERSION = id("0".repeat(64));
function grantsOf({ judgement, window }, settings) {
  return judgement.items.flatMap(({ item, routing }) => {
    const person = settings.people.get(item.person);
    const account = settings.aws?.accounts.find((one) => one.name === item.target);
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
        claimUntil: later(window.from, settings.limits.claimWithin),
        directAttachment: routing.directAttachment
      }
    ];
  });
}
function foreseen(requests, settings, modes, now) {
  const promising = requests.filter(({ judgement, tentative }) => (tentative ?? judgement).decision.is !== "refused").slice(0, MOST);
  const grants = promising.flatMap((one) => grantsOf(one, settings));
  return inOrder(
    modes.flatMap(
      (mode) => mode.foresee(
        grants.filter((grant) => grant.mode === mode.mode),
        now
      )
    )
  );
}

// src/core/plan/preview.ts
function mixedIn({ added, removed, edited, settings, outside }) {
  const [request] = [...added, ...edited, ...settings.length > 0 ? removed : []];
  const [setting] = settings;
  const [other] = request === void 0 ? outside : [...settings, ...outside];
  if (other === void 0) return [];
  const mixed = (at, what) => [
    {
      code: "change-mixed",
      at,
      message: `this change holds ${what} (${other}) together`,
      cure: "put them into two pull requests"
    }
  ];
  if (request !== void 0)
    return mixed(request.at, setting === void 0 ? "requests and other files" : "requests and settings");
  return setting === void 0 ? [] : mixed({ file: setting, line: 1, column: 1 }, "settings and other files");
}
function findingsOf(change) {
  const changed = change.edited.map(
    (request) => ({
      code: "request-edited",
      at: request.at,
      message: `${request.path} was merged before, and merged requests do not change`,
      cure: "add another request for the same thing to extend it (there is no gap), or delete this one to end it early"
    })
  );
  return [...changed, ...mixedIn(change)];
}
var HARMLESS = { version: "2012-10-17", statements: [] };
var harmless = ({ items }) => new Map(
  items.flatMap(({ item }) => {
    const { permissions } = item.entitlement;
    return permissions.form === "policy" ? [[`${item.target} ${permissions.policy.value}`, HARMLESS]] : [];
  })
);
function preview(asked) {
  const requests = asked.change.added.flatMap((request) => {
    const window = windowOf(request, asked.settings, asked.now);
    if (window === null) return [];
    const author = asked.author ?? id(request.for.value);
    const opinions = asked.opinions(request.path);
    const judged = { ...asked.deciding, request, settings: asked.settings, window, author, opinions };
    const judgement = judgeRequest(judged);
    const tentative = judgement.undecided ? judgeAgain({ ...judged, documents: harmless(judgement) }, judgement) : null;
    return [{ request, judgement, tentative, window }];
  });
  return {
    requests,
    removed: asked.change.removed,
    findings: findingsOf(asked.change),
    settings: asked.change.settings
  };
}

// src/core/report/story-of-preview.ts
var STATE = {
  allowed: "allowed",
  waiting: "waiting",
  refused: "refused",
  undecided: "asked",
  settled: "ready"
};
function storyOf(told, { request, judgement, tentative, window }) {
  const { settings } = told;
  return requestStory({
    request,
    judgement,
    tentative,
    settings,
    window,
    landedAt: null,
    waitsUntil: told.openedAt === null ? null : later(told.openedAt, settings.limits.waitingTime),
    requester: told.author ?? request.for.value,
    state: STATE[decisionStory(tentative ?? judgement, settings, null).is],
    reach: []
  });
}
var settingsLine = ({ preview: preview2, settings }) => preview2.settings.length === 0 ? [] : [
  `This changes settings (${preview2.settings.join(", ")}): ${settings.owners.approvals} owners other than the author must approve it (${settings.owners.people.map((one) => one.value).join(", ")})`
];
function quietHeadline({ preview: preview2, settings }) {
  if (preview2.requests.length > 0) return null;
  const { approvals } = settings.owners;
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
    alarms: [...settingsLine(told), ...ended],
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

// src/entry/foreseeing-modes.ts
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
function foreseeingModes(settings, knowledge) {
  if (settings.aws === null) return [];
  const aws = openAws({
    integration: settings.aws,
    installation: settings.installation,
    job: "apply",
    run: "preview",
    environment: {},
    setSecret: () => void 0,
    pause: { sleep: (milliseconds) => sleep(milliseconds), random: () => randomInt(1e6) / 1e6 },
    ticks: () => 0
  });
  return modesOf({ settings, knowledge, edges: { aws } });
}

// src/entry/preview.ts
function readBoth({ directory, base, files, touched }) {
  const settings = [...touched.keys()].filter((path) => ["settings", "holds"].includes(areaOf(directory, path))).sort();
  let settled = null;
  const read = () => {
    settled ??= readSettings(base, directory, KINDS, MODE_NAMES);
    return settled;
  };
  const before = base.filter(({ path }) => !isRequestPath(path, directory) || touched.has(path));
  const head = readDocuments(files, directory, KINDS, MODE_NAMES, settings.length === 0 ? read : void 0);
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
async function previewOf(asked) {
  const { now } = asked;
  const both = readBoth(asked);
  const { base, head } = both;
  const { settings } = base;
  if (settings === null) return null;
  const knowledge = await loadKnowledge();
  const change = changeOf(asked, both);
  const author = asked.author(settings);
  const previewed = preview({
    change,
    settings,
    deciding: { knowledge, carries: carriesOf(), documents: /* @__PURE__ */ new Map() },
    author,
    opinions: await asked.opinions(
      settings,
      change.added.map((request) => request.path)
    ),
    now
  });
  const steps = foreseen(previewed.requests, settings, foreseeingModes(settings, knowledge), now);
  const findings = [
    // Findings in files that the change does not touch are not its author's business.
    ...head.findings.filter((finding) => asked.touched.has(finding.at.file)),
    ...change.added.flatMap(
      (request) => (
        // Under the same settings all else was said when it was read.
        head.settings === settings ? timeFindings(request, settings, now) : checkRequest(request, settings, now)
      )
    ),
    ...change.settings.length > 0 && head.settings !== null ? lintSettings(head.settings, knowledge) : []
  ];
  const story = storyOfPreview({
    preview: previewed,
    steps,
    settings,
    author,
    findings,
    now,
    openedAt: asked.openedAt,
    head: asked.head,
    web: asked.web
  });
  const broken = story.findings.some((finding) => severityOf(finding) === "error");
  const refused = story.requests.some((request) => request.decision.is === "refused");
  return { story, author, exit: broken ? EXIT.findings : refused ? EXIT.blocked : EXIT.done };
}

export {
  previewOf
};
