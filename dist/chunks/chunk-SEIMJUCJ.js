import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  remoteFrom
} from "./chunk-ALDTQKLT.js";
import {
  blobsAt,
  filesAt,
  presentCommits,
  readParts,
  readRawChange,
  treeAt
} from "./chunk-453POZJ6.js";
import {
  fetchPullHeads,
  isObjectName
} from "./chunk-H4Q554E3.js";
import {
  allVersions,
  areaOf,
  settingsLandings
} from "./chunk-NBJ4VTRK.js";
import {
  git,
  gitError
} from "./chunk-3QGBH64G.js";
import {
  NO_WISH,
  writeRequest
} from "./chunk-MGWYZ7NZ.js";
import {
  accountsByName,
  itemsOf,
  judgeRequest,
  windowOf
} from "./chunk-RX2ZHAZH.js";
import {
  KINDS,
  MODE_NAMES,
  readSettings,
  require_dist
} from "./chunk-XZRZ5FBN.js";
import {
  isHoldsPath,
  isSettingsPath
} from "./chunk-KZKSKGXG.js";
import {
  MINUTE,
  blobName,
  canonicalJson,
  instantOf,
  later,
  readInstant,
  writeDuration,
  writeInstant
} from "./chunk-4AAD7YZE.js";
import {
  id,
  known,
  unknown,
  writeEdgeError
} from "./chunk-B6HC74MA.js";
import {
  __toESM
} from "./chunk-BE7JI7H6.js";

// src/core/approval/proof-chain.ts
var CHECKS = {
  "settings-at-landing": "Which settings were in force just before it landed?",
  "settings-now": "Which settings are in force now?",
  "settings-at-head": "Do the settings at the head validate?",
  evidence: "Could what GitHub says about the landing be read?",
  merged: "Did a merged pull request bring it?",
  base: "Was it merged into the default branch of this repository?",
  landing: "Was it merged as this very commit?",
  clock: "Is the landing dated at most five minutes after the merge?",
  changes: "Is what landed exactly what the pull request changed?",
  alone: "Does the pull request hold requests only, or settings only?",
  new: "Was the file absent before?",
  bytes: "Are the bytes those of the head of the pull request?",
  author: "Who asked for it?",
  people: "Is everybody exactly one person of the people map?",
  names: "Does every name mean now what it meant at the landing?",
  reviews: "Could all reviews be read?",
  "rules-at-landing": "Did the rules at the landing allow it?",
  "rules-now": "Do the rules in force now allow it?",
  "rules-at-head": "Do the rules at the head allow it?",
  approvals: "Were all demanded approvals there at the merge?"
};
var yes = (value, says) => ({ is: "yes", value, says });
var no = (because, says) => ({ is: "no", because, says });
var unsure = (says) => ({ is: "unknown", says });
var fromAnswer = (answer, says) => answer.is === "known" ? yes(answer.value, says) : unsure(writeEdgeError(answer.because));
function openChain() {
  const checks = [];
  return {
    checks,
    ask(name, outcome) {
      if (outcome.is === "yes") {
        checks.push({ name, says: outcome.says, answer: "yes" });
        return outcome.value;
      }
      checks.push(
        outcome.is === "no" ? { name, says: outcome.says, answer: "no", because: outcome.because } : { name, says: outcome.says, answer: "unknown" }
      );
      return void 0;
    }
  };
}
function conclude(examined) {
  for (const { value } of examined) if (value !== null) return { is: "proved", value };
  const stopped = examined.flatMap(({ pull, checks }) => {
    const at = checks.findIndex((check2) => check2.answer !== "yes");
    const check = checks[at];
    return check === void 0 ? [] : [{ pull, check, at }];
  });
  const open = stopped.find(({ check }) => check.answer === "unknown");
  if (open !== void 0) return { is: "unknown", because: spoken(open.pull, open.check.says) };
  const [furthest] = stopped.toSorted((a, b) => b.at - a.at);
  if (furthest?.check.answer !== "no") return { is: "unknown", because: "the checks came to no end" };
  return { is: "refused", because: furthest.check.because, says: spoken(furthest.pull, furthest.check.says) };
}
var spoken = (pull, says) => pull === null ? says : `pull request #${pull}: ${says}`;

// src/core/documents/extension.ts
var import_yaml = __toESM(require_dist(), 1);
var COMMAND = /^\/extend\s+((?:\d{1,6}[mhdw])+)$/;
var extensionIn = (body) => COMMAND.exec(body.trim())?.[1] ?? null;
var fields = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
var textIn = (value) => typeof value === "string" ? value : null;
function lineOf(value) {
  const { account, ...what } = fields(value);
  if (typeof account === "string") return { account, what };
  if (!Array.isArray(account)) return null;
  const names = account.filter((one) => typeof one === "string");
  return names.length === account.length ? { account: names, what } : null;
}
function compileExtension(text, extended, duration, comment) {
  const document = (0, import_yaml.parseDocument)(text, { schema: "core", merge: false });
  if (document.errors.length > 0) return { is: "wrong", says: ["its file cannot be read"] };
  const asked = fields(document.toJS({ maxAliasCount: 0 }));
  const lines2 = Array.isArray(asked["access"]) ? asked["access"].map(lineOf) : [];
  const person = textIn(asked["for"]);
  const access = lines2.filter((line) => line !== null);
  if (person === null || access.length === 0 || access.length !== lines2.length)
    return { is: "wrong", says: ["its file cannot be read"] };
  const [reason, ticket] = [textIn(asked["reason"]), textIn(asked["ticket"])];
  const wish = { ...NO_WISH, for: person, reason, ticket, duration, comment, extends: extended, access };
  return { is: "written", text: writeRequest(wish) };
}

// src/core/documents/form.ts
var import_yaml2 = __toESM(require_dist(), 1);
var LABELS = ["For whom", "Accounts", "What", "For how long", "Not before", "Why", "Ticket"];
var NOTHING = "_No response_";
var isLabel = (text) => LABELS.some((label) => label === text);
function answersIn(body) {
  const answers = /* @__PURE__ */ new Map();
  const doubles = [];
  let open = null;
  for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
    const label = /^### (.+)$/.exec(line)?.[1]?.trim() ?? "";
    if (!isLabel(label)) {
      open?.push(line);
      continue;
    }
    if (answers.has(label)) doubles.push(label);
    open = [];
    answers.set(label, open);
  }
  return {
    answers: new Map([...answers].map(([label, lines2]) => [label, lines2.join("\n").trim()])),
    doubles: [...new Set(doubles)]
  };
}
var WORDS = ["bundle", "policy", "role", "group", "permissionSet"];
function thingOf(line) {
  if (line.startsWith("{")) {
    try {
      const item = (0, import_yaml2.parse)(line, { schema: "core", merge: false, maxAliasCount: 0 });
      if (typeof item === "object" && item !== null && !Array.isArray(item) && !("account" in item))
        return Object.fromEntries(Object.entries(item));
    } catch {
    }
    return `\`${line}\` is no item; write it like \`{actions: [...], on: [...]}\`, without an account`;
  }
  const [first = "", ...rest] = line.split(/\s+/);
  const word = WORDS.find((one) => one === first);
  if (word !== void 0 && rest.length > 0) return { [word]: rest.join(" ") };
  return rest.length === 0 && word === void 0 ? { bundle: first } : `\`${line}\` is neither the name of a bundle nor \`policy NAME\`, \`role NAME\`, \`group NAME\` or \`permissionSet NAME\``;
}
function compileForm(body, issue) {
  const { answers, doubles } = answersIn(body);
  const answer = (label) => {
    const text = answers.get(label) ?? "";
    return text === "" || text === NOTHING ? null : text;
  };
  const one = (label) => answer(label)?.replace(/\s+/g, " ") ?? null;
  const accounts = (answer("Accounts") ?? "").split(/[\s,]+/).filter((name) => name !== "");
  const things = (answer("What") ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== "").map(thingOf);
  const [person, duration] = [one("For whom"), one("For how long")];
  const says = [
    ...doubles.map((label) => `**${label}** stands there twice; leave one`),
    ...person === null ? ["**For whom** is empty"] : [],
    ...accounts.length === 0 ? ["**Accounts** is empty"] : [],
    ...things.length === 0 ? ["**What** is empty"] : [],
    ...duration === null ? ["**For how long** is empty"] : [],
    ...things.filter((thing) => typeof thing === "string")
  ];
  if (says.length > 0 || person === null) return { is: "wrong", says };
  const account = accounts.length === 1 ? accounts[0] ?? "" : accounts;
  const access = things.flatMap((what) => typeof what === "string" ? [] : [{ account, what }]);
  const asked = { reason: one("Why"), ticket: one("Ticket"), duration, from: one("Not before") };
  return { is: "written", text: writeRequest({ ...NO_WISH, for: person, ...asked, issue, access }) };
}

// src/core/approval/behind.ts
var blobOf = (compiled, like) => compiled?.is === "written" ? blobName(compiled.text, like) : null;
var notAsked = unknown({ kind: "garbage", call: "GitHub evidence", said: "nothing was said of it" });
var botOf = (settings) => {
  const [first, ...rest] = settings.map((one) => one?.formBot ?? null);
  return first != null && rest.every((one) => one === first) ? first : null;
};
function formBlob(issue, like) {
  return issue.is === "known" ? blobOf(compileForm(issue.value.body, issue.value.number), like) : null;
}
async function readBehind(asked, evidence, library) {
  const issues = asked.flatMap(({ request }) => request.issue ?? []);
  const comments = asked.flatMap(({ request }) => request.extension?.comment ?? []);
  const [forms, extensions] = await Promise.all([
    issues.length === 0 ? /* @__PURE__ */ new Map() : evidence.issues(issues),
    comments.length === 0 ? /* @__PURE__ */ new Map() : evidence.comments(comments)
  ]);
  const texts = /* @__PURE__ */ new Map();
  for (const { request } of asked) {
    const of = request.extension?.of;
    const version = of === void 0 ? void 0 : library.versions.find((one) => one.request === of);
    if (of !== void 0 && version !== void 0) texts.set(of, { version, text: await library.textOf(version.blob) });
  }
  return (request, settings) => {
    const bot = botOf(settings);
    const blob = asked.find((one) => one.request === request)?.blob ?? request.blob;
    const within = Math.min(
      ...settings.flatMap((one) => one === null ? [] : [one.limits.waitingTime + one.limits.reviewAge])
    );
    if (bot === null) return { form: null, extension: null, within };
    const issue = request.issue === null ? null : forms.get(request.issue) ?? notAsked;
    const { extension } = request;
    const comment = extension === null ? null : extensions.get(extension.comment) ?? notAsked;
    const extended = extension === null ? null : texts.get(extension.of) ?? null;
    const duration = comment?.is === "known" ? extensionIn(comment.value.body) : null;
    const written = extension === null || duration === null || extended?.text == null ? null : compileExtension(extended.text, extension.of, duration, extension.comment);
    return {
      form: issue === null ? null : { bot, issue, blob: formBlob(issue, blob) },
      extension: comment === null ? null : { bot, comment, extended: extended?.version ?? null, blob: blobOf(written, blob) },
      within
    };
  };
}

// src/core/approval/proof-author.ts
var tooOld = (at, within, pull) => pull.mergedAt !== null && later(at, within) < pull.mergedAt;
function authorOfIssue(issue, request, landed, pull, form, within) {
  const name = `issue #${issue.number}`;
  if (issue.number !== request.issue)
    return no("form-issue", `the request names issue #${request.issue}, not #${issue.number}`);
  if (request.id !== `issue-${issue.number}`) return no("form-issue", `its file is not named after ${name}`);
  if (issue.author === null || issue.author.type !== "User")
    return no("form-issue", `nobody is the author of ${name} any more`);
  const author = issue.author.id;
  if (issue.editors.some((editor) => editor?.id !== author)) return no("form-issue", `somebody else edited ${name}`);
  if (form.blob !== landed.blob) return no("form-issue", `${name} does not say what the request says`);
  if (tooOld(issue.createdAt, within, pull)) return no("form-issue", `${name} is too old`);
  return yes(author, `${issue.author.login}, by ${name}`);
}
function authorOfComment(comment, request, landed, pull, { extended, blob }, within) {
  const name = `comment ${comment.id}`;
  const { extension } = request;
  if (extension === null || comment.id !== extension.comment)
    return no("form-issue", `the request does not name ${name}`);
  if (request.id !== `${extension.of}-${comment.id}`) return no("form-issue", `its file is not named after ${name}`);
  if (comment.author === null || comment.author.type !== "User")
    return no("form-issue", `nobody is the author of ${name} any more`);
  if (comment.edited) return no("form-issue", `${name} was edited`);
  if (extended === null || comment.landing !== extended.landing)
    return no("form-issue", `${name} does not stand on the pull request that brought ${extension.of}`);
  if (blob !== landed.blob) return no("form-issue", `${name} does not ask for what the request says`);
  if (tooOld(comment.createdAt, within, pull)) return no("form-issue", `${name} is too old`);
  return yes(comment.author.id, `${comment.author.login}, by ${name}`);
}
function behindBot(request, landed, pull, { form, extension, within }) {
  const bot = request.issue === null ? extension?.bot : form?.bot;
  if (bot === void 0) return no("form-issue", "the settings name no bot that may write requests for people");
  if (pull.author?.id !== bot)
    return no("form-issue", `${pull.author?.login ?? "nobody"} opened it, not the bot that writes requests for people`);
  if (request.issue !== null && form !== null) {
    const issue = fromAnswer(form.issue, "");
    return issue.is === "yes" ? authorOfIssue(issue.value, request, landed, pull, form, within) : issue;
  }
  if (extension === null) return no("form-issue", "nothing is known of the comment that it names");
  const comment = fromAnswer(extension.comment, "");
  return comment.is === "yes" ? authorOfComment(comment.value, request, landed, pull, extension, within) : comment;
}
function requesterOf(request, landed, pull, behind) {
  const { author } = pull;
  if (author === null) return no("author-unknown", "the account that opened it was deleted");
  if (request.issue !== null || request.extension !== null) return behindBot(request, landed, pull, behind);
  return author.type === "User" ? yes(author.id, author.login) : no("author-unknown", `${author.login} opened it, which is no person`);
}

// src/core/approval/proof-merge.ts
var LATEST_LANDING = 5 * MINUTE;
var FUTURE = 2 * MINUTE;
var sameSide = (one, other) => one === null || other === null ? one === other : one.blob === other.blob && one.mode === other.mode;
var sameChange = (one, other) => other !== void 0 && sameSide(one.before, other.before) && sameSide(one.after, other.after);
function differentPath(some, others) {
  const [mine, theirs] = [some, others].map((changes) => new Map(changes.map((change) => [change.path, change])));
  const differing = [
    ...some.filter((change) => !sameChange(change, theirs?.get(change.path))),
    ...others.filter((change) => !sameChange(change, mine?.get(change.path)))
  ];
  return differing.map((change) => change.path).sort()[0] ?? null;
}
function mergedAtOf({ pull }) {
  return pull.merged && pull.mergedAt !== null ? yes(pull.mergedAt, `merged at ${writeInstant(pull.mergedAt)}`) : no("no-pull-request", "it was never merged");
}
function baseOf({ pull, repository }) {
  if (pull.baseRepository !== repository.id) return no("other-base", "it was merged into another repository");
  return pull.baseRef === repository.defaultBranch ? yes(true, pull.baseRef) : no("other-base", `it was merged into ${pull.baseRef}, not ${repository.defaultBranch}`);
}
function commitOf({ pull, evidence }) {
  if (pull.mergeCommit === evidence.landing) return yes(true, evidence.landing);
  const other = pull.mergeCommit === null ? "no commit" : pull.mergeCommit;
  return no(
    "not-this-landing",
    `GitHub merged it as ${other}, not ${evidence.landing} (squash instead of rebasing several commits)`
  );
}
function clockOf({ evidence, now }, mergedAt) {
  const { at } = evidence;
  const after = at - mergedAt;
  if (after > LATEST_LANDING)
    return no(
      "clock",
      `the landing is dated ${writeInstant(at)}, ${writeDuration(after)} after the merge at ${writeInstant(mergedAt)}`
    );
  if (at > now + FUTURE)
    return no("clock", `the landing is dated ${writeInstant(at)}, and it is only ${writeInstant(now)}`);
  return yes(true, `landed ${writeInstant(at)}`);
}
function changesOf({ evidence, pull }) {
  const landed = fromAnswer(evidence.changes, "");
  if (landed.is !== "yes") return landed;
  const own = fromAnswer(pull.changes, "");
  if (own.is !== "yes") return own;
  const bases = own.value.mergeBases.length;
  if (bases !== 1)
    return no(
      "changes-differ",
      `its branch and the default branch ${bases === 0 ? "never met" : "met in several places"}, so what it changes is not one thing`
    );
  const path = differentPath(landed.value, own.value.paths);
  if (path !== null) return no("changes-differ", `${path} did not land as the pull request has it`);
  if (own.value.paths.length === 0) return no("changes-differ", "it changes nothing");
  return yes(
    new Map(own.value.paths.map((change) => [change.path, change])),
    `${own.value.paths.length} changed, all alike`
  );
}
function examineMerge(chain, merging) {
  const mergedAt = chain.ask("merged", mergedAtOf(merging));
  if (mergedAt === void 0) return void 0;
  if (chain.ask("base", baseOf(merging)) === void 0) return void 0;
  if (chain.ask("landing", commitOf(merging)) === void 0) return void 0;
  if (chain.ask("clock", clockOf(merging, mergedAt)) === void 0) return void 0;
  const changes = chain.ask("changes", changesOf(merging));
  return changes === void 0 ? void 0 : { mergedAt, changes };
}

// src/core/approval/proof-names.ts
function personMeaning(handle, settings) {
  const person = settings.people.get(id(handle));
  return person === void 0 ? null : { githubId: person.githubId, email: person.email };
}
function accountMeaning(name, settings) {
  const account = accountsByName(settings).get(name);
  if (account === void 0) return null;
  return { id: account.id, mode: account.mode, match: { ...account.match }, partition: settings.aws?.partition ?? null };
}
function bundleMeaning(name, settings) {
  const bundle = settings.bundles.get(name);
  return bundle === void 0 ? null : [...new Set(bundle.items.map(({ kind, what }) => `${kind} ${what}`))].sort();
}
function meaningOf(request, settings, landedAt) {
  const meaning = {};
  meaning[`the person ${request.for.value}`] = personMeaning(request.for.value, settings);
  for (const line of request.lines) {
    for (const target of line.targets) meaning[`the account ${target.value}`] = accountMeaning(target.value, settings);
    if (line.asked.is === "bundle")
      meaning[`the bundle ${line.asked.bundle.value}`] = bundleMeaning(line.asked.bundle.value, settings);
  }
  const window = windowOf(request, settings, landedAt);
  meaning["the time asked for"] = window === null ? null : { from: window.from, until: window.until };
  meaning["the list of items"] = itemsOf(request, settings).items.map((item) => item.key);
  return meaning;
}
function differentName(one = {}, other = {}) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return names.find((name) => canonicalJson(one[name] ?? null) !== canonicalJson(other[name] ?? null)) ?? null;
}

// src/core/approval/people-of.ts
var byAccount = /* @__PURE__ */ new WeakMap();
function peopleByAccount(settings) {
  const before = byAccount.get(settings);
  if (before !== void 0) return before;
  const people = Map.groupBy(settings.people.values(), (person) => person.githubId);
  byAccount.set(settings, people);
  return people;
}
function personOf(settings, account) {
  const people = peopleByAccount(settings).get(account) ?? [];
  const [person] = people;
  if (person === void 0) return { is: "nobody" };
  return people.length === 1 ? { is: "one", person } : { is: "several", people };
}

// src/core/approval/proof-people.ts
function onePerson(settings, account, who) {
  const found = personOf(settings, account);
  if (found.is === "one") return yes(found.person, found.person.handle);
  if (found.is === "nobody") return no("author-unknown", `${who} is nobody of the people map`);
  return no(
    "ambiguous-person",
    `${who} is ${found.people.map((person) => person.handle).sort().join(" and ")} in the people map`
  );
}
function peopleUnder(settings, request, author) {
  const requester = onePerson(settings, author, `the GitHub account ${author} that asked`);
  if (requester.is !== "yes") return requester;
  const name = request.for.value;
  const beneficiary = settings.people.get(id(name));
  if (beneficiary === void 0) return no("beneficiary-unknown", `${name} is nobody of the people map`);
  const alone = onePerson(settings, beneficiary.githubId, `the GitHub account of ${name}`);
  return alone.is === "yes" ? requester : alone;
}
function askPeople(all, request, author) {
  const benches = [];
  const seats = [
    ["rules-at-landing", all.atLanding.settings],
    ["rules-now", all.now.settings],
    ["rules-at-head", all.head]
  ];
  for (const [name, settings] of seats) {
    const person = peopleUnder(settings, request, author);
    if (person.is !== "yes") return person;
    benches.push({ name, settings, author: person.value.handle });
  }
  const handles = [...new Set(benches.map((bench) => bench.author))];
  return handles.length === 1 ? yes({ author, benches }, `asked by ${handles[0]}, for ${request.for.value}`) : no("resolves-otherwise", `the GitHub account ${author} is ${handles.join(" and then ")}`);
}

// src/core/approval/proof-reviews.ts
var OPINIONS = ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"];
function opinionsOf(reviews) {
  return reviews.flatMap((review) => {
    const { author } = review;
    if (author === null || author.type !== "User" || !OPINIONS.includes(review.state)) return [];
    return [{ review, account: author.id, login: author.login }];
  });
}
var when = (review) => review.submittedAt ?? Number.POSITIVE_INFINITY;
var byTime = (a, b) => when(a.review) === when(b.review) ? a.review.id - b.review.id : when(a.review) < when(b.review) ? -1 : 1;
function approvalOf(opinion, mergedAt, agrees) {
  const { review, account, login } = opinion;
  const about = { account, login, review: review.id, age: mergedAt - (review.submittedAt ?? mergedAt) };
  if (review.commit === null) return { ...about, sameBytes: "no", says: `${login} approved a commit that is gone` };
  const same = agrees(review);
  if (same.is === "unknown")
    return {
      ...about,
      sameBytes: "unknown",
      says: `what ${login} approved could not be read: ${writeEdgeError(same.because)}`
    };
  return same.value ? { ...about, sameBytes: "yes", says: `${login} approved ${writeDuration(about.age)} before the merge` } : { ...about, sameBytes: "no", says: `${login} approved other bytes than those that landed` };
}
function whatWasSaid(reviews, mergedAt, agrees) {
  const approvals = [];
  const objections = [];
  const byAccount2 = Map.groupBy([...opinionsOf(reviews)].sort(byTime), (opinion) => opinion.account);
  for (const opinions of [...byAccount2.values()].sort((a, b) => (a[0]?.account ?? 0) - (b[0]?.account ?? 0))) {
    const atMerge = opinions.filter(({ review }) => when(review) <= mergedAt).at(-1);
    const last = opinions.at(-1);
    const against = [atMerge, last].find((opinion) => opinion?.review.state === "CHANGES_REQUESTED");
    if (against !== void 0)
      objections.push({ account: against.account, login: against.login, review: against.review.id });
    else if (atMerge?.review.state === "APPROVED") approvals.push(approvalOf(atMerge, mergedAt, agrees));
  }
  return { approvals, objections };
}

// src/core/approval/proof-rules.ts
var NAMES = {
  "rules-at-landing": "the settings in force at the landing",
  "rules-now": "the settings in force now",
  "rules-at-head": "the settings at the head"
};
function opinionsUnder(settings, said) {
  const approved = said.approvals.flatMap((approval) => {
    const found = personOf(settings, approval.account);
    return found.is === "one" ? [{ person: found.person.handle, state: "approved", review: approval.review }] : [];
  });
  const against = said.objections.flatMap((objection) => {
    const found = personOf(settings, objection.account);
    const people = found.is === "one" ? [found.person] : found.is === "several" ? found.people : [];
    return people.map(({ handle }) => ({ person: handle, state: "changes-requested", review: objection.review }));
  });
  return [...approved, ...against];
}
var isFresh = (settings) => (approval) => approval.age <= settings.limits.reviewAge;
var counted = (settings, approvals) => approvals.filter((approval) => approval.sameBytes === "yes").filter(isFresh(settings));
function judge(bench, judging, approvals) {
  const { settings, author } = bench;
  const { request, window, knowledge, carries, documents, said } = judging;
  const opinions = opinionsUnder(settings, { approvals: counted(settings, approvals), objections: said.objections });
  return judgeRequest({ request, settings, window, knowledge, carries, documents, author, opinions });
}
var PASSING = ["held", "closing"];
function refusalOf(decision, bench) {
  const code = decision.reasons[0]?.code;
  return code === "changes-requested" ? "changes-requested" : code === "on-behalf" ? "author-not-requester" : bench;
}
var uncounted = (settings, approvals) => approvals.flatMap((approval) => {
  if (approval.sameBytes !== "yes") return [approval.says];
  if (!isFresh(settings)(approval))
    return [`${approval.login} approved ${writeDuration(approval.age)} before the merge, which is too long`];
  const found = personOf(settings, approval.account);
  return found.is === "one" ? [] : [`${approval.login} approved and is ${found.is === "nobody" ? "nobody" : "several people"} of the people map`];
});
function askRules(bench, judging) {
  const judgement = judge(bench, judging, judging.said.approvals);
  const { decision } = judgement;
  if (judgement.undecided)
    return unsure(`${NAMES[bench.name]} cannot decide before the texts of all policies are known`);
  if (decision.is === "allowed") {
    const keys = judgement.items.map(({ item }) => item.key);
    const { way, rule, afterwards } = decision;
    return yes({ way, rule, keys, afterwards }, decision.because.join("; "));
  }
  const says = `${decision.because.join("; ")} (${NAMES[bench.name]})`;
  if (decision.is === "refused") {
    if (bench.name !== "rules-at-landing" && decision.reasons.every((reason) => PASSING.includes(reason.code)))
      return unsure(says);
    return no(refusalOf(decision, bench.name), says);
  }
  return lacking(judging.said, [says, ...uncounted(bench.settings, judging.said.approvals)].join("; "));
}
function lacking({ approvals }, says) {
  const unread = approvals.filter((approval) => approval.sameBytes === "unknown");
  return unread.length > 0 ? unsure(unread.map((approval) => approval.says).join("; ")) : no("approvals-missing", says);
}
var decisionFor = (judgement, key) => judgement.items.find(({ item }) => item.key === key)?.decision;
function reviewsOf(bench, decision, approvals) {
  if (decision.is !== "allowed" || decision.way !== "approvedBy") return null;
  const approvers = new Set(decision.approvers);
  return new Set(
    approvals.flatMap((approval) => {
      const found = personOf(bench.settings, approval.account);
      return found.is === "one" && approvers.has(found.person.handle) ? [approval.review] : [];
    })
  );
}
function judgeOnce(judging) {
  const judged = /* @__PURE__ */ new Map();
  return (bench, approvals) => {
    const known3 = judged.get(bench) ?? /* @__PURE__ */ new Map();
    judged.set(bench, known3);
    const judgement = known3.get(approvals) ?? judge(bench, judging, approvals);
    known3.set(approvals, judgement);
    return judgement;
  };
}
function agreeOn(key, benches, judging, judged) {
  let approvals = judging.said.approvals;
  for (; ; ) {
    const accepted = [];
    for (const bench of benches) {
      const decision = decisionFor(judged(bench, approvals), key);
      if (decision?.is !== "allowed") {
        const because = decision?.because.join("; ") ?? "there is no such item";
        return lacking(
          judging.said,
          `${because}, counting only approvers who may approve at the landing and now (${NAMES[bench.name]})`
        );
      }
      const reviews = reviewsOf(bench, decision, approvals);
      if (reviews !== null) accepted.push(reviews);
    }
    if (accepted.length === 0) return yes([], "no approval is demanded");
    const agreed = approvals.filter((approval) => accepted.every((reviews) => reviews.has(approval.review)));
    if (agreed.length === approvals.length) return yes(agreed, agreed.map((approval) => approval.login).join(", "));
    approvals = agreed;
  }
}
function askApprovals(keys, benches, judging) {
  const all = /* @__PURE__ */ new Map();
  const judged = judgeOnce(judging);
  for (const key of keys) {
    const agreed = agreeOn(key, benches, judging, judged);
    if (agreed.is !== "yes") return agreed;
    for (const approval of agreed.value) all.set(approval.review, approval);
  }
  const approvals = [...all.values()].sort((a, b) => a.review - b.review);
  return yes(
    approvals,
    approvals.length === 0 ? "none is demanded" : approvals.map((approval) => approval.says).join("; ")
  );
}

// src/core/approval/proof.ts
function inForce(state) {
  if (state.is === "known") return yes(state, state.landing);
  return state.is === "none" ? no("bootstrap", state.because) : unsure(state.because);
}
function askSettings(chain, asked) {
  const { settings } = asked;
  const atLanding = chain.ask("settings-at-landing", inForce(settings.atLanding));
  if (atLanding === void 0) return void 0;
  const now = chain.ask("settings-now", inForce(settings.now));
  if (now === void 0) return void 0;
  const atHead = settings.head === null ? unsure("the settings at the head do not validate") : yes(settings.head, "they validate");
  const head = chain.ask("settings-at-head", atHead);
  return head === void 0 ? void 0 : { atLanding, now, head };
}
function askEvidence(chain, asked) {
  const { version } = asked;
  const evidence = chain.ask("evidence", fromAnswer(asked.evidence, "read"));
  if (evidence === void 0) return void 0;
  if (evidence.landing !== version.landing || evidence.at !== version.landedAt)
    return chain.ask("evidence", unsure("the evidence is about another landing"));
  const told = fromAnswer(evidence.pulls, "");
  if (told.is !== "yes") return chain.ask("merged", told);
  if (told.value.length === 0)
    return chain.ask("merged", no("no-pull-request", "no merged pull request brought it to the default branch"));
  return { evidence, pulls: [...told.value].sort((a, b) => a.number - b.number) };
}
function aloneIn(asked, merge) {
  const other = [...merge.changes.keys()].sort().find((path) => areaOf(asked.directory, path) !== "requests");
  return other === void 0 ? yes(true, "requests only") : no("mixed", `it changes ${other} as well, which is no request`);
}
function newIn({ version }, merge) {
  const change = merge.changes.get(version.path);
  if (change === void 0) return no("changes-differ", `it does not touch ${version.path}`);
  return change.before === null ? yes(true, "it is new") : no("edited", `${version.path} existed before: merged requests do not change`);
}
function bytesIn({ version, request }, pull, merge) {
  const after = merge.changes.get(version.path)?.after;
  if (after?.mode !== "100644") return no("bytes-differ", `${version.path} did not land as a plain file`);
  if (after.blob !== version.blob || request.blob !== version.blob || request.path !== version.path)
    return no("bytes-differ", `${version.path} is not at the head what landed`);
  const atHead = fromAnswer(pull.headBlobs, "");
  if (atHead.is !== "yes") return atHead;
  return atHead.value.get(version.path) === version.blob ? yes(true, version.blob) : no("bytes-differ", `${version.path} is other bytes at the head of the pull request`);
}
function askNames(asked, all) {
  const { request, version } = asked;
  const [landing, now, head] = [all.atLanding.settings, all.now.settings, all.head].map(
    (settings) => meaningOf(request, settings, version.landedAt)
  );
  const name = differentName(landing, now) ?? differentName(landing, head);
  if (name !== null) return no("resolves-otherwise", `${name} means something else now than at the landing`);
  const window = windowOf(request, all.atLanding.settings, version.landedAt);
  return window === null ? no("rules-at-landing", "it says no end") : yes(window, "all the same");
}
function askAll(chain, all, evidence, pull, asked) {
  const { version, request, repository, now } = asked;
  const merge = examineMerge(chain, { evidence, pull, repository, now });
  if (merge === void 0) return void 0;
  if (chain.ask("alone", aloneIn(asked, merge)) === void 0) return void 0;
  if (chain.ask("new", newIn(asked, merge)) === void 0) return void 0;
  if (chain.ask("bytes", bytesIn(asked, pull, merge)) === void 0) return void 0;
  const author = chain.ask("author", requesterOf(request, version, pull, asked.behind));
  if (author === void 0) return void 0;
  const people = chain.ask("people", askPeople(all, request, author));
  if (people === void 0) return void 0;
  const window = chain.ask("names", askNames(asked, all));
  if (window === void 0) return void 0;
  const reviews = chain.ask("reviews", fromAnswer(pull.reviews, "all pages"));
  if (reviews === void 0) return void 0;
  const said = whatWasSaid(
    reviews,
    merge.mergedAt,
    (review) => review.blobs.is === "unknown" ? review.blobs : { is: "known", value: review.blobs.value.get(version.path) === version.blob }
  );
  const judging = { ...asked.deciding, request, window, said };
  const allowed = people.benches.map((bench) => chain.ask(bench.name, askRules(bench, judging)));
  const [atLanding] = allowed;
  if (atLanding === void 0 || allowed.includes(void 0)) return void 0;
  const approvals = chain.ask("approvals", askApprovals(atLanding.keys, people.benches, judging));
  if (approvals === void 0) return void 0;
  return {
    version: version.id,
    pull: pull.number,
    author,
    reviews: approvals.map((approval) => ({ id: approval.review, author: approval.account })),
    mergedAt: merge.mergedAt,
    window,
    way: atLanding.way,
    rule: atLanding.rule,
    afterwards: atLanding.afterwards === null ? null : { by: atLanding.afterwards.by, until: later(merge.mergedAt, atLanding.afterwards.within) },
    settingsAtLanding: all.atLanding.landing,
    settingsNow: all.now.landing
  };
}
function examineAll(asked) {
  const shared = openChain();
  const all = askSettings(shared, asked);
  const told = all === void 0 ? void 0 : askEvidence(shared, asked);
  if (all === void 0 || told === void 0) return [{ pull: null, checks: shared.checks, value: null }];
  return told.pulls.map((pull) => {
    const own = openChain();
    const value = askAll(own, all, told.evidence, pull, asked) ?? null;
    return { pull: pull.number, checks: [...shared.checks, ...own.checks], value };
  });
}
function examineRequest(asked) {
  const examined = examineAll(asked);
  const concluded = conclude(examined);
  const verdict = concluded.is === "proved" ? { is: "proved", proof: concluded.value } : concluded;
  return { version: asked.version, verdict, examined };
}

// src/core/approval/proof-settings.ts
function aloneIn2({ directory }, merge) {
  const other = [...merge.changes.keys()].sort().find((path) => ["requests", "outside"].includes(areaOf(directory, path)));
  return other === void 0 ? yes(true, "settings only") : no("mixed", `it changes ${other} as well, which is no setting`);
}
function comparedIn({ directory }, merge) {
  const holds = [...merge.changes.keys()].some((path) => areaOf(directory, path) === "holds");
  return (path) => areaOf(directory, path) === "settings" || holds && areaOf(directory, path) === "holds";
}
function differentFile(landed, other, compared) {
  const paths = [.../* @__PURE__ */ new Set([...landed.keys(), ...other.keys()])].filter(compared).sort();
  return paths.find((path) => (landed.get(path) ?? null) !== (other.get(path) ?? null)) ?? null;
}
function bytesIn2(evidence, pull, compared) {
  if (evidence.settings === null) return unsure("the settings at the landing were not asked for");
  const landed = fromAnswer(evidence.settings, "");
  if (landed.is !== "yes") return landed;
  const head = fromAnswer(pull.headBlobs, "");
  if (head.is !== "yes") return head;
  const path = differentFile(landed.value, head.value, compared);
  return path === null ? yes(landed.value, `${[...landed.value.keys()].filter(compared).length} files, all alike`) : no(
    "bytes-differ",
    `${path} is other bytes at the head of the pull request: update the branch and have it reviewed again`
  );
}
function authorOf({ before }, pull) {
  const { author } = pull;
  if (author === null || author.type !== "User") return no("author-unknown", "no person opened it");
  const found = personOf(before, author.id);
  if (found.is === "one") return yes(found.person.handle, found.person.handle);
  return found.is === "nobody" ? no("author-unknown", `${author.login} is nobody of the people map`) : no("ambiguous-person", `${author.login} is several people of the people map`);
}
function ownersOf(before, account) {
  const owners = new Set(before.owners.people.map((owner) => owner.value));
  const found = personOf(before, account);
  const people = found.is === "one" ? [found.person] : found.is === "several" ? found.people : [];
  return people.map((person) => person.handle).filter((handle) => owners.has(handle));
}
function approvalsIn({ before }, said, author) {
  const against = said.objections.find((one) => ownersOf(before, one.account).some((owner) => owner !== author));
  if (against !== void 0) return no("changes-requested", `${against.login} is an owner and asked for changes`);
  const byOwner = (approval) => {
    const found = personOf(before, approval.account);
    return found.is === "one" && found.person.handle !== author && ownersOf(before, approval.account).length === 1;
  };
  const owners = said.approvals.filter((one) => one.age <= before.limits.reviewAge && byOwner(one));
  const counted2 = owners.filter((one) => one.sameBytes === "yes");
  const needed = Math.max(1, before.owners.approvals);
  const numbers2 = `${counted2.length} of ${needed} approvals by owners`;
  if (counted2.length >= needed) return yes(counted2, `${numbers2}: ${counted2.map((one) => one.login).join(", ")}`);
  const unread = owners.filter((one) => one.sameBytes === "unknown");
  if (unread.length > 0) return unsure(unread.map((one) => one.says).join("; "));
  return no(
    "approvals-missing",
    [numbers2, ...said.approvals.filter((one) => !counted2.includes(one)).map((one) => one.says)].join("; ")
  );
}
function askAll2(chain, asked, pull) {
  const { evidence, repository, now } = asked;
  const merge = examineMerge(chain, { evidence, pull, repository, now });
  if (merge === void 0) return void 0;
  if (chain.ask("alone", aloneIn2(asked, merge)) === void 0) return void 0;
  const compared = comparedIn(asked, merge);
  const landed = chain.ask("bytes", bytesIn2(evidence, pull, compared));
  if (landed === void 0) return void 0;
  const author = chain.ask("author", authorOf(asked, pull));
  if (author === void 0) return void 0;
  const reviews = chain.ask("reviews", fromAnswer(pull.reviews, "all pages"));
  if (reviews === void 0) return void 0;
  const said = whatWasSaid(
    reviews,
    merge.mergedAt,
    (review) => review.blobs.is === "unknown" ? review.blobs : { is: "known", value: differentFile(landed, review.blobs.value, compared) === null }
  );
  const approvals = chain.ask("approvals", approvalsIn(asked, said, author));
  if (approvals === void 0) return void 0;
  return { pull: pull.number, author, reviews: approvals.map((one) => ({ id: one.review, author: one.account })) };
}
function examineSettings(asked) {
  const shared = openChain();
  const pulls = fromAnswer(asked.evidence.pulls, "");
  const told = pulls.is === "yes" && pulls.value.length === 0 ? no("no-pull-request", "no merged pull request brought it to the default branch") : pulls;
  if (told.is !== "yes") {
    shared.ask("merged", told);
    const examined2 = [{ pull: null, checks: shared.checks, value: null }];
    return { examined: examined2, concluded: conclude(examined2) };
  }
  const examined = [...told.value].sort((a, b) => a.number - b.number).map((pull) => {
    const own = openChain();
    const value = askAll2(own, asked, pull) ?? null;
    return { pull: pull.number, checks: own.checks, value };
  });
  return { examined, concluded: conclude(examined) };
}
var mappedOwners = (settings) => settings.owners.people.map((owner) => id(owner.value)).filter((handle) => settings.people.has(handle));

// src/core/approval/settings-in-force.ts
function startOf({ history, directory, start }) {
  if (start !== null)
    return history.landings.some((landing) => landing.commit === start) ? { commit: start, pinned: true } : {
      missing: `the pinned start ${start} is no commit of the default branch's first-parent chain that changed ${directory || "the repository"}`
    };
  const path = directory === "" ? "daypass.yaml" : `${directory}/daypass.yaml`;
  const oldest = history.landings.findLast(
    (landing) => landing.changes.some((change) => change.path === path && change.after !== null)
  );
  return oldest === void 0 ? { missing: `${path} never landed` } : { commit: oldest.commit, pinned: false };
}
function changesAfter(chain) {
  const start = startOf(chain);
  if ("missing" in start) return [];
  const at = chain.history.landings.findIndex((landing) => landing.commit === start.commit);
  const later2 = new Set(chain.history.landings.slice(0, at).map((landing) => landing.commit));
  return settingsLandings(chain.history, chain.directory).filter((landing) => later2.has(landing.commit)).toReversed();
}
function settingsToRead(chain) {
  const start = startOf(chain);
  return "missing" in start ? [] : [start.commit, ...changesAfter(chain).map((landing) => landing.commit)];
}
var settingsToProve = (chain) => changesAfter(chain).map(({ commit, parent, at }) => ({
  landing: commit,
  parent,
  at,
  paths: [],
  settingsUnder: chain.directory
}));
var holdKey = (hold) => canonicalJson({ ...hold.what });
function withHolds(settings, holds) {
  const there = new Set(settings.holds.map(holdKey));
  const missing = holds.filter((hold) => !there.has(holdKey(hold)));
  return missing.length === 0 ? settings : { ...settings, holds: [...settings.holds, ...missing] };
}
function started(asked, start) {
  const read2 = asked.settingsAt.get(start.commit);
  if (read2 === void 0) return { is: "unknown", because: `the settings at the start ${start.commit} were not read` };
  if (read2.is === "unknown") return { is: "unknown", because: writeEdgeError(read2.because) };
  if (read2.value === null) return { is: "none", because: `the settings at the start ${start.commit} do not validate` };
  if (mappedOwners(read2.value).length === 0)
    return { is: "none", because: `the settings at the start ${start.commit} name no owner of the people map` };
  return { is: "known", settings: read2.value, landing: start.commit };
}
var unreadable = (landing, because) => ({
  state: { is: "unknown", because: `the change of settings ${landing.commit}: ${because}` },
  unproved: null,
  examination: null
});
function ignored(state, tree, landing, directory) {
  const touchesHolds = landing.changes.some((change) => areaOf(directory, change.path) === "holds");
  return touchesHolds && tree !== null ? { ...state, settings: withHolds(state.settings, tree.holds) } : state;
}
function judge2(asked, state, landing) {
  const { directory, repository, now } = asked;
  const read2 = asked.settingsAt.get(landing.commit);
  if (read2 === void 0) return unreadable(landing, "its settings were not read");
  if (read2.is === "unknown") return unreadable(landing, writeEdgeError(read2.because));
  const tree = read2.value;
  const held = ignored(state, tree, landing, directory);
  const areas = new Set(landing.changes.map((change) => areaOf(directory, change.path)));
  const lifts = tree === null || state.settings.holds.some((hold) => !tree.holds.some((one) => holdKey(one) === holdKey(hold)));
  if (!areas.has("settings") && !lifts) return { state: held, unproved: null, examination: null };
  const evidence = asked.evidence.get(landing.commit);
  if (evidence === void 0) return unreadable(landing, "its evidence was not asked for");
  if (evidence.is === "unknown") return unreadable(landing, writeEdgeError(evidence.because));
  const examination = examineSettings({ before: state.settings, evidence: evidence.value, repository, directory, now });
  const { concluded } = examination;
  if (concluded.is === "unknown") return { ...unreadable(landing, concluded.because), examination };
  if (concluded.is === "refused")
    return {
      state: held,
      unproved: { landing: landing.commit, because: concluded.because, says: concluded.says },
      examination
    };
  if (tree === null)
    return {
      state: held,
      unproved: { landing: landing.commit, because: "invalid", says: "it was approved, but does not validate" },
      examination
    };
  const settings = areas.has("holds") ? tree : withHolds(tree, state.settings.holds);
  return { state: { is: "known", settings, landing: landing.commit }, unproved: null, examination };
}
function settingsInForce(asked) {
  const start = startOf(asked);
  if ("missing" in start) {
    const none = { is: "none", because: start.missing };
    return { before: () => none, now: none, start: null, unproved: [], examined: /* @__PURE__ */ new Map() };
  }
  const after = /* @__PURE__ */ new Map([[start.commit, started(asked, start)]]);
  const unproved = [];
  const examined = /* @__PURE__ */ new Map();
  let state = started(asked, start);
  for (const landing of changesAfter(asked)) {
    if (state.is !== "known") break;
    const judged = judge2(asked, state, landing);
    state = judged.state;
    after.set(landing.commit, state);
    if (judged.unproved !== null) unproved.push(judged.unproved);
    if (judged.examination !== null) examined.set(landing.commit, judged.examination);
  }
  return { before: (landing) => stateBefore(asked, start, after, landing), now: state, start, unproved, examined };
}
function stateBefore(asked, start, after, landing) {
  const { landings } = asked.history;
  const at = landings.findIndex((one) => one.commit === landing);
  if (at < 0) return { is: "unknown", because: `${landing} is no landing of the default branch` };
  for (const older of landings.slice(at + 1)) {
    const state = after.get(older.commit);
    if (state !== void 0) return state;
  }
  return { is: "none", because: `${landing} landed before the start ${start.commit}` };
}

// src/core/approval/proving.ts
var known2 = (state) => state.is === "known" ? state.settings : null;
function unprovable(asked, because) {
  const verdicts = asked.versions.map(({ version }) => [version.id, { is: "unknown", because }]);
  return { verdicts: new Map(verdicts), examinations: /* @__PURE__ */ new Map(), settings: null, alarms: [because], reminders: [] };
}
function evidenceAsked(asked, chain) {
  const parents = new Map(asked.history.landings.map((landing) => [landing.commit, landing]));
  const requests = /* @__PURE__ */ new Map();
  for (const { version } of asked.versions) {
    const landing = parents.get(version.landing);
    if (landing === void 0) continue;
    const before = requests.get(version.landing);
    const paths = [...before?.paths ?? [], version.path].sort();
    requests.set(version.landing, {
      landing: landing.commit,
      parent: landing.parent,
      at: landing.at,
      paths,
      settingsUnder: null
    });
  }
  for (const one of settingsToProve(chain))
    requests.set(one.landing, { ...one, paths: requests.get(one.landing)?.paths ?? one.paths });
  return [...requests.values()];
}
var spelled = (settings) => JSON.stringify(settings, (_key, value) => value instanceof Map ? [...value] : value);
var remindersOf = ({ start }) => start === null || start.pinned ? [] : [`The start of the settings is not pinned: give the input \`start\` the value ${start.commit}`];
function alarmsOf({ now, unproved }, history) {
  if (now.is !== "known") return [`No settings are in force: ${now.because}`];
  const age = new Map(history.landings.map((landing, index) => [landing.commit, index]));
  const open = unproved.filter((one) => (age.get(one.landing) ?? 0) < (age.get(now.landing) ?? 0));
  return open.map((one) => `The settings change ${one.landing} is not proved and gives nothing: ${one.says}`);
}
function sameRepository(repository, asked) {
  if (repository.head === asked.history.head) return null;
  return `GitHub says the default branch is at ${repository.head}, but ${asked.history.head} was read: somebody pushed meanwhile`;
}
var CURE = "Nothing is given until owners have looked at the settings and requests and pinned a newer `start`";
function headsSince({ history, heads }, start) {
  const since = start.pinned ? history.landings.find(({ commit }) => commit === start.commit)?.at : void 0;
  return [...heads].filter(([, at]) => since === void 0 || at > since).map(([head]) => head);
}
async function rewritten(asked, start, repository, evidence) {
  const unread = (because) => `what lies beside the default branch could not be read: ${writeEdgeError(because)}`;
  const beside = await evidence.beside(headsSince(asked, start));
  if (beside.is === "unknown") return unread(beside.because);
  const [head] = beside.value;
  if (head !== void 0)
    return `A run found the default branch at ${head}, and its first-parent chain does not lead there any more: somebody rewrote the branch, or merged the wrong way round. ${CURE}`;
  const dropped = await evidence.dropped({ repository, directory: asked.directory, start: start.commit });
  if (dropped.is === "unknown") return unread(dropped.because);
  const [first] = dropped.value;
  if (first === void 0) return null;
  return `The settings change ${first.commit} was merged as pull request #${first.pull}, and the first-parent chain of the default branch does not lead there any more: somebody merged the wrong way round. ${CURE}`;
}
async function proveVersions(asked, witnesses) {
  const { history, directory, start, now } = asked;
  const chain = { history, directory, start };
  const repository = await witnesses.evidence.repository();
  if (repository.is === "unknown")
    return unprovable(asked, `GitHub could not be asked: ${writeEdgeError(repository.because)}`);
  const moved = sameRepository(repository.value, asked);
  if (moved !== null) return unprovable(asked, moved);
  const begun = startOf(chain);
  const lost = "missing" in begun ? null : await rewritten(asked, begun, repository.value, witnesses.evidence);
  if (lost !== null) return unprovable(asked, lost);
  const [settingsAt2, evidence, behind] = await Promise.all([
    witnesses.settingsAt(settingsToRead(chain)),
    witnesses.evidence.landings(evidenceAsked(asked, chain)),
    readBehind(
      asked.versions.map(({ request, version }) => ({ request, blob: version.blob })),
      witnesses.evidence,
      { versions: allVersions(history, directory), textOf: witnesses.textOf }
    )
  ]);
  const inForce2 = settingsInForce({ ...chain, settingsAt: settingsAt2, evidence, repository: repository.value, now });
  const notAsked2 = (landing) => unknown({ kind: "garbage", call: "GitHub evidence", said: `nothing was said of ${landing}` });
  const examinations = asked.versions.map(
    ({ request, version }) => examineRequest({
      request,
      version,
      evidence: evidence.get(version.landing) ?? notAsked2(version.landing),
      repository: repository.value,
      directory,
      settings: { atLanding: inForce2.before(version.landing), now: inForce2.now, head: asked.head },
      deciding: asked.deciding,
      behind: behind(request, [known2(inForce2.before(version.landing)), known2(inForce2.now), asked.head]),
      now
    })
  );
  const settings = inForce2.now.is === "known" ? inForce2.now.settings : null;
  const asHead = settings !== null && asked.head !== null && spelled(settings) === spelled(asked.head);
  return {
    verdicts: new Map(examinations.map((one) => [one.version.id, one.verdict])),
    examinations: new Map(examinations.map((one) => [one.version.id, one])),
    settings: asHead ? asked.head : settings,
    alarms: alarmsOf(inForce2, history),
    reminders: remindersOf(inForce2)
  };
}

// src/edges/git/history.ts
var HEADER = /^landing ([0-9a-f]{40,64}) (-?\d+)((?: [0-9a-f]{40,64})*)$/;
var garbage = (said) => unknown({ kind: "garbage", call: "git: log", said });
async function historyOf(repository, directory) {
  const answer = await git(
    [
      "log",
      "--first-parent",
      "-m",
      "--raw",
      "-r",
      "--no-renames",
      "--no-abbrev",
      "--no-ext-diff",
      "--no-textconv",
      "--no-color",
      "--no-decorate",
      "--no-notes",
      "--no-mailmap",
      "-z",
      "--format=landing %H %ct %P",
      repository.head,
      "--",
      ...directory === "" ? [] : [directory]
    ],
    { directory: repository.directory }
  );
  if (answer.code !== 0) return unknown(gitError(`log of ${directory}`, answer));
  const parts = readParts(answer.stdout);
  const landings = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = (parts[at] ?? "").replace(/^\n/, "");
    if (part === "") continue;
    const header = HEADER.exec(part.trimEnd());
    if (header !== null) {
      const [, commit = "", time = "", parents = ""] = header;
      const parent = parents.trim().split(" ")[0] ?? "";
      landings.push({
        commit: id(commit),
        parent: parent === "" ? null : id(parent),
        at: instantOf(Number(time)),
        changes: []
      });
      continue;
    }
    const change = readRawChange(part, parts[at + 1] ?? "");
    const landing = landings.at(-1);
    if (change === null || landing === void 0) return garbage(`unexpected: ${part.slice(0, 100)}`);
    landing.changes.push(change);
    at += 1;
  }
  return known({ head: repository.head, landings });
}

// src/entry/settings-reader.ts
function settingsReader(repository, directory) {
  const read2 = /* @__PURE__ */ new Map();
  const wanted = (path) => isSettingsPath(path, directory) || isHoldsPath(path, directory);
  return (commit) => {
    const before = read2.get(commit);
    if (before !== void 0) return before;
    const reading = filesAt(repository, commit, directory, wanted).then(
      (files) => files.is === "unknown" ? files : known(readSettings(files.value, directory, KINDS, MODE_NAMES).settings)
    );
    read2.set(commit, reading);
    return reading;
  };
}

// src/edges/github/client.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/edges/github/address.ts
var LOOPBACK = /* @__PURE__ */ new Set(["127.0.0.1", "localhost", "[::1]"]);
function unsafeAddress(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return "it is no address";
  if (url.protocol === "https:" || url.protocol === "http:" && LOOPBACK.has(url.hostname)) return null;
  return `${url.host} is neither https nor a loopback address`;
}

// src/edges/github/client.ts
var TIMEOUT = 3e4;
var TRIES = 4;
var PATIENCE = 6e4;
var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function failureOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (!isRecord(error)) return { status: 500, headers: {}, message };
  const response = isRecord(error["response"]) ? error["response"] : {};
  const headers = isRecord(response["headers"]) ? response["headers"] : {};
  return { status: typeof error["status"] === "number" ? error["status"] : 500, headers, message };
}
var isLimit = ({ status, headers, message }) => status === 429 || status === 403 && (headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0 || /rate limit/i.test(message));
var KINDS2 = {
  400: "invalid",
  401: "denied",
  403: "denied",
  404: "not-found",
  409: "conflict",
  422: "invalid"
};
var kindOf = (failed) => isLimit(failed) ? "throttled" : KINDS2[failed.status] ?? "unreachable";
function waitAfter(failed, tried) {
  const after = Number(failed.headers["retry-after"]);
  if (Number.isFinite(after) && after >= 0) return after * 1e3;
  const reset = Number(failed.headers["x-ratelimit-reset"]) * 1e3;
  const now = Date.parse(String(failed.headers["date"]));
  if (failed.headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset - now))
    return Math.max(1e3, reset - now);
  return isLimit(failed) ? PATIENCE : backOff(tried);
}
var backOff = (tried) => 500 * 2 ** tried;
var GRAPHQL_KINDS = {
  NOT_FOUND: "not-found",
  FORBIDDEN: "denied",
  INSUFFICIENT_SCOPES: "denied",
  RATE_LIMITED: "throttled",
  RATE_LIMIT: "throttled",
  UNPROCESSABLE: "invalid",
  UNPROCESSABLE_ENTITY: "invalid"
};
function bodyErrors(call, errors) {
  if (errors === void 0 || errors === null) return [];
  if (!Array.isArray(errors)) return [{ path: [], error: { kind: "garbage", call, said: "errors are no list" } }];
  return errors.map((error) => {
    const said = isRecord(error) ? error : {};
    const type = typeof said["type"] === "string" ? said["type"] : "";
    const message = typeof said["message"] === "string" ? said["message"] : "no message";
    const path = Array.isArray(said["path"]) ? said["path"] : [];
    return { path, error: { kind: GRAPHQL_KINDS[type] ?? "unreachable", call, said: message.slice(0, 500) } };
  });
}
function readBody(call, body) {
  const garbage9 = (said) => unknown({ kind: "garbage", call, said });
  if (!isRecord(body)) return garbage9("the answer is no JSON object");
  const errors = bodyErrors(call, body["errors"]);
  const [first] = errors;
  if (!isRecord(body["data"])) return first === void 0 ? garbage9("the answer has no data") : unknown(first.error);
  return known({ data: body["data"], errors });
}
var WAITS = {
  throttled: () => PATIENCE,
  unreachable: backOff,
  garbage: backOff
};
function githubClient(place) {
  const pause = place.pause ?? sleep;
  let calls = 0;
  let seen = null;
  let limit = null;
  let opened2 = null;
  const open = async () => {
    const { getOctokit } = await import("./github-DHEWSUTE.js");
    const octokit = getOctokit(place.token);
    return (route, parameters) => octokit.request(route, parameters);
  };
  const note = (headers) => {
    const date = isRecord(headers) ? Date.parse(String(headers["date"])) : Number.NaN;
    if (seen === null && Number.isFinite(date)) seen = instantOf(date / 1e3);
  };
  const once = async (asked, tried) => {
    const { call, route, parameters, read: read2 } = asked;
    opened2 ??= open();
    const request = await opened2;
    calls += 1;
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      const answer = await request(route, { ...parameters, request: { signal, redirect: "error" } });
      note(answer.headers);
      const value = read2(call, answer.data);
      const wait = value.is === "unknown" ? WAITS[value.because.kind]?.(tried) : void 0;
      return { answer: value, wait: wait ?? null };
    } catch (error) {
      const failed = failureOf(error);
      note(failed.headers);
      const answer = unknown({ kind: kindOf(failed), call, said: failed.message.slice(0, 500) });
      return { answer, wait: isLimit(failed) || failed.status >= 500 ? waitAfter(failed, tried) : null };
    }
  };
  const ask = async (asked) => {
    const unsafe = unsafeAddress(asked.address);
    if (unsafe !== null) return unknown({ kind: "invalid", call: asked.call, said: unsafe });
    if (limit !== null) return unknown({ ...limit, call: asked.call });
    let waited = 0;
    for (let tried = 0; ; tried += 1) {
      const { answer, wait } = await once(asked, tried);
      const again = !asked.changes || answer.is === "unknown" && answer.because.kind === "throttled";
      if (wait === null || tried + 1 >= TRIES || waited + wait > PATIENCE || !again) {
        if (answer.is === "unknown" && answer.because.kind === "throttled") limit = answer.because;
        return answer;
      }
      waited += wait;
      await pause(wait);
    }
  };
  const graphqlQuestion = (named, query, variables) => ({
    call: `GitHub GraphQL ${named}`,
    address: place.graphqlUrl,
    route: `POST ${place.graphqlUrl}`,
    parameters: { query, variables },
    read: readBody
  });
  return {
    calls: () => calls,
    serverTime: () => seen,
    graphql: (named, query, variables) => ask({ ...graphqlQuestion(named, query, variables), changes: false }),
    mutate: (named, document, variables) => ask({ ...graphqlQuestion(named, document, variables), changes: true }),
    rest: (named, method, path, body = {}) => ask({
      call: `GitHub ${named}`,
      address: place.apiUrl,
      route: `${method} ${place.apiUrl}${path}`,
      parameters: body,
      read: (_call, data) => known(data),
      changes: method !== "GET"
    })
  };
}

// src/edges/git/aside.ts
var garbage2 = (said) => unknown({ kind: "garbage", call: "git: log", said });
async function lines(repository, parameters) {
  const answer = await git(["rev-list", "--first-parent", ...parameters, repository.head], {
    directory: repository.directory
  });
  if (answer.code !== 0) return unknown(gitError("rev-list", answer));
  return known(
    answer.stdout.toString().split("\n").filter((line) => line !== "")
  );
}
async function besideChain(repository, commits) {
  if (commits.length === 0) return known([]);
  const chain = await lines(repository, []);
  if (chain.is === "unknown") return chain;
  const onChain = new Set(chain.value);
  return known(commits.filter((commit) => !onChain.has(commit)).toSorted());
}
async function settingsAside(repository, directory, start) {
  const merges = await lines(repository, ["--min-parents=2", "--max-count=1"]);
  if (merges.is === "unknown" || merges.value.length === 0) return merges.is === "unknown" ? merges : known([]);
  const chain = await lines(repository, []);
  if (chain.is === "unknown") return chain;
  const answer = await git(
    [
      "log",
      "--full-history",
      "--diff-merges=first-parent",
      "--raw",
      "-r",
      "--root",
      "--no-renames",
      "--no-abbrev",
      "--no-ext-diff",
      "--no-textconv",
      "--no-color",
      "--no-decorate",
      "--no-notes",
      "--no-mailmap",
      "-z",
      "--format=%H",
      repository.head,
      `^${start}`,
      "--",
      ...directory === "" ? [] : [directory]
    ],
    { directory: repository.directory }
  );
  if (answer.code !== 0) return unknown(gitError(`log of ${directory}`, answer));
  const onChain = new Set(chain.value);
  const parts = readParts(answer.stdout);
  const aside = /* @__PURE__ */ new Set();
  let commit = "";
  for (let at = 0; at < parts.length; at += 1) {
    const part = (parts[at] ?? "").replace(/^\n/, "");
    if (part === "") continue;
    if (isObjectName(part.trimEnd())) {
      commit = part.trimEnd();
      continue;
    }
    const path = parts[at + 1] ?? "";
    if (commit === "" || readRawChange(part, path) === null) return garbage2(`unexpected: ${part.slice(0, 100)}`);
    at += 1;
    if (!onChain.has(commit) && ["settings", "holds"].includes(areaOf(directory, path))) aside.add(id(commit));
  }
  return known([...aside].sort());
}

// src/edges/git/changes.ts
var spanKey = (span) => `${span.from ?? ""}..${span.to}`;
var garbage3 = (said) => unknown({ kind: "garbage", call: "git: diff-tree", said });
async function changesOf2(repository, spans) {
  const named = spans.flatMap((span) => span.from === null ? [span.to] : [span.from, span.to]);
  const present = await presentCommits(repository, named);
  if (present.is === "unknown") return spans.map(() => present);
  const here = (commit) => commit === null || present.value.has(commit);
  const asked = new Map(spans.filter((span) => here(span.from) && here(span.to)).map((span) => [spanKey(span), span]));
  const ordered = [...asked.values()].sort((a, b) => Number(a.from !== null) - Number(b.from !== null));
  const found = await diffTree(repository, ordered);
  return spans.map((span) => {
    if (found.is === "unknown") return found;
    const changes = found.value.get(spanKey(span));
    if (changes !== void 0) return known(changes);
    const missing = here(span.to) ? span.from : span.to;
    return unknown({ kind: "not-found", call: "git: diff-tree", said: `commit ${missing ?? ""} is not here` });
  });
}
async function diffTree(repository, spans) {
  const found = /* @__PURE__ */ new Map();
  if (spans.length === 0) return known(found);
  const answer = await git(
    [
      "diff-tree",
      "--stdin",
      "-r",
      "-z",
      "--raw",
      "--root",
      "--always",
      "--no-renames",
      "--no-abbrev",
      "--no-ext-diff",
      "--no-textconv"
    ],
    {
      directory: repository.directory,
      input: spans.map((span) => `${span.to}${span.from === null ? "" : ` ${span.from}`}
`).join("")
    }
  );
  if (answer.code !== 0) return unknown(gitError("diff-tree", answer));
  const parts = readParts(answer.stdout);
  let next = 0;
  let changes = null;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    if (part === "") continue;
    if (isObjectName(part)) {
      const span = spans[next];
      if (span?.to !== part) return garbage3(`unexpected: ${part}`);
      changes = [];
      found.set(spanKey(span), changes);
      next += 1;
      continue;
    }
    const change = readRawChange(part, parts[at + 1] ?? "");
    if (change === null || changes === null) return garbage3(`unexpected: ${part.slice(0, 100)}`);
    changes.push(change);
    at += 1;
  }
  return next === spans.length ? known(found) : garbage3("fewer answers than questions");
}
var AT_ONCE = 8;
async function mergeBases(repository, pairs) {
  const answers = [];
  for (let at = 0; at < pairs.length; at += AT_ONCE) {
    const some = pairs.slice(at, at + AT_ONCE);
    answers.push(...await Promise.all(some.map(([one, other]) => mergeBasesOf(repository, one, other))));
  }
  return answers;
}
async function mergeBasesOf(repository, one, other) {
  const call = "merge-base";
  if (!isObjectName(one) || !isObjectName(other))
    return unknown({ kind: "invalid", call: `git: ${call}`, said: "not the name of a commit" });
  const answer = await git(["merge-base", "--all", one, other], { directory: repository.directory });
  if (answer.code === 1 && answer.stdout.length === 0) return known([]);
  if (answer.code !== 0) return unknown(gitError(call, answer));
  const names = answer.stdout.toString().split("\n").filter((line) => line !== "");
  if (names.length === 0 || !names.every(isObjectName))
    return unknown({ kind: "garbage", call: `git: ${call}`, said: names.join(" ").slice(0, 100) });
  return known(names.sort().map((name) => id(name)));
}
async function firstParent(repository, commit) {
  const call = `rev-parse of the parent of ${commit}`;
  if (!isObjectName(commit)) return unknown({ kind: "invalid", call: `git: ${call}`, said: "not the name of a commit" });
  const answer = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${commit}^1`], {
    directory: repository.directory
  });
  const name = answer.stdout.toString().trim();
  if (answer.code !== 0 || !isObjectName(name)) return unknown(gitError(call, answer));
  return known(id(name));
}

// src/edges/github/pulls.ts
import { setTimeout as sleep2 } from "node:timers/promises";

// src/edges/github/shapes.ts
var read = (value) => ({ value });
var fieldsOf = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
var listOf = (value) => Array.isArray(value) ? value : null;
var textOf = (value) => typeof value === "string" ? value : null;
var countOf = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
var bigCountOf = (value) => typeof value === "string" && /^\d{1,16}$/.test(value) ? countOf(Number(value)) : countOf(value);
var instantIn = (value) => {
  const found = typeof value === "string" ? readInstant(value) : null;
  return found?.is === "instant" ? found.instant : null;
};
var commitIn = (value) => {
  const oid = fieldsOf(value)?.["oid"];
  return typeof oid === "string" && isObjectName(oid) ? id(oid) : null;
};
function optional(value, reader) {
  if (value === null) return read(null);
  const found = reader(value);
  return found === null ? null : read(found);
}
var TYPES = { User: "User", Bot: "Bot", Mannequin: "Mannequin" };
function actorIn(value) {
  const fields2 = fieldsOf(value);
  const login = textOf(fields2?.["login"]);
  const type = textOf(fields2?.["__typename"]);
  if (login === null || type === null) return null;
  const number = countOf(fields2?.["databaseId"]);
  const known3 = TYPES[type];
  if (known3 === "User" && number === null) return null;
  return { type: known3 ?? "other", id: number ?? 0, login };
}
var STATES = ["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"];
var stateIn = (value) => STATES.find((state) => state === value) ?? null;

// src/edges/github/batches.ts
function answerAt(call, reply, at) {
  const alias = `a${at}`;
  const wrong = reply.errors.find(({ path }) => path[1] === void 0 || path[1] === alias);
  if (wrong !== void 0) return unknown(wrong.error);
  const value = fieldsOf(fieldsOf(reply.data)?.["repository"])?.[alias];
  return value === void 0 ? unknown({ kind: "garbage", call, said: `the answer has no ${alias}` }) : known(value);
}
async function askAll3(where, batch, things) {
  const answers = [];
  const call = `GitHub GraphQL ${batch.call}`;
  for (let from = 0; from < things.length; from += batch.size) {
    const some = things.slice(from, from + batch.size);
    const variables = Object.assign({ owner: where.owner, name: where.name }, ...some.map(batch.variables));
    const reply = await where.client.graphql(batch.call, batch.query(some.length), variables);
    answers.push(...some.map((_, at) => reply.is === "unknown" ? reply : answerAt(call, reply.value, at)));
  }
  return answers;
}

// src/edges/github/query-parts.ts
var ACTOR = `
fragment Account on Actor {
  __typename
  login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
}`;
var REVIEW = `
fragment Opinion on PullRequestReview {
  fullDatabaseId
  state
  submittedAt
  author { ...Account }
  commit { oid }
}`;
var PULL = `
fragment Pull on PullRequest {
  number
  createdAt
  merged
  mergedAt
  baseRefName
  headRefOid
  baseRepository { databaseId }
  mergeCommit { oid }
  author { ...Account }
  reviews(first: 100) { pageInfo { hasNextPage endCursor } nodes { ...Opinion } }
}`;
var PULL_FRAGMENTS = [PULL, REVIEW, ACTOR];
var MOST_PULLS = 5;
var numbers = (count) => Array.from({ length: count }, (_, at) => at);
var declared = (count, names) => numbers(count).flatMap((at) => Object.entries(names).map(([name, type]) => `, $${name}${at}: ${type}`)).join("");
var aliased = (count, field) => numbers(count).map((at) => `    ${field(at)}`).join("\n");
var aboutRepository = (name, variables, fields2, fragments) => `
query ${name}($owner: String!, $name: String!${variables}) {
  repository(owner: $owner, name: $name) {
    databaseId
${fields2}
  }
}
${fragments.map((fragment) => fragment.trim()).join("\n")}`.trim();

// src/edges/github/queries.ts
var REPOSITORY = aboutRepository("DaypassRepository", "", "    defaultBranchRef { name target { oid } }", []);
var landingsQuery = (count) => aboutRepository(
  "DaypassLandings",
  declared(count, { oid: "GitObjectID!" }),
  aliased(
    count,
    (at) => `a${at}: object(oid: $oid${at}) { ... on Commit { oid associatedPullRequests(first: ${MOST_PULLS}) { totalCount nodes { ...Pull } } } }`
  ),
  PULL_FRAGMENTS
);
var pullsQuery = (count) => aboutRepository(
  "DaypassPulls",
  declared(count, { number: "Int!" }),
  aliased(count, (at) => `a${at}: pullRequest(number: $number${at}) { ...Pull }`),
  PULL_FRAGMENTS
);
var reviewsQuery = (count) => aboutRepository(
  "DaypassReviews",
  declared(count, { number: "Int!", after: "String!" }),
  aliased(
    count,
    (at) => `a${at}: pullRequest(number: $number${at}) { number reviews(first: 100, after: $after${at}) { pageInfo { hasNextPage endCursor } nodes { ...Opinion } } }`
  ),
  [REVIEW, ACTOR]
);
var blobsQuery = (count) => aboutRepository(
  "DaypassBlobs",
  declared(count, { at: "String!" }),
  aliased(count, (at) => `a${at}: object(expression: $at${at}) { __typename oid }`),
  []
);
var treesQuery = (count) => aboutRepository(
  "DaypassTrees",
  declared(count, { at: "String!" }),
  aliased(
    count,
    (at) => `a${at}: object(expression: $at${at}) { __typename ... on Tree { entries { name type oid } } }`
  ),
  []
);
var issuesQuery = (count) => aboutRepository(
  "DaypassIssues",
  declared(count, { number: "Int!" }),
  aliased(
    count,
    (at) => `a${at}: issue(number: $number${at}) { number body createdAt author { ...Account } editor { ...Account } userContentEdits(first: 100) { pageInfo { hasNextPage } nodes { editor { ...Account } } } }`
  ),
  [ACTOR]
);

// src/edges/github/reviews.ts
var garbage4 = (said) => unknown({ kind: "garbage", call: "GitHub GraphQL reviews", said });
function reviewIn(value) {
  const fields2 = fieldsOf(value);
  const number = bigCountOf(fields2?.["fullDatabaseId"]);
  const state = stateIn(fields2?.["state"]);
  const author = optional(fields2?.["author"], actorIn);
  const submittedAt = optional(fields2?.["submittedAt"], instantIn);
  const commit = optional(fields2?.["commit"], commitIn);
  if (number === null || state === null || author === null || submittedAt === null || commit === null) return null;
  return { id: number, state, author: author.value, submittedAt: submittedAt.value, commit: commit.value };
}
function pageIn(value) {
  const fields2 = fieldsOf(value);
  const info = fieldsOf(fields2?.["pageInfo"]);
  const nodes = listOf(fields2?.["nodes"]);
  if (info === null || nodes === null || typeof info["hasNextPage"] !== "boolean") return null;
  const reviews = nodes.map(reviewIn);
  if (reviews.includes(null)) return null;
  const next = info["hasNextPage"] ? textOf(info["endCursor"]) : null;
  if (info["hasNextPage"] && next === null) return null;
  return { reviews: reviews.filter((review) => review !== null), next };
}
async function allReviews(where, pulls) {
  const done = /* @__PURE__ */ new Map();
  let open = [...pulls.values()].map(({ number, page }) => ({ number, ...page }));
  while (open.length > 0) {
    for (const { number, reviews, next } of open) if (next === null) done.set(number, known(reviews));
    const more = open.flatMap(({ number, reviews, next }) => next === null ? [] : [{ number, reviews, next }]);
    const batch = {
      call: "reviews",
      size: 40,
      query: reviewsQuery,
      variables: ({ number, next }, at) => ({
        [`number${at}`]: number,
        [`after${at}`]: next
      })
    };
    const answers = await askAll3(where, batch, more);
    open = more.flatMap(({ number, reviews, next }, at) => {
      const answer = answers[at] ?? garbage4("no answer");
      const page = answer.is === "known" ? pageIn(fieldsOf(answer.value)?.["reviews"]) : null;
      if (page !== null && page.next !== next)
        return [{ number, reviews: [...reviews, ...page.reviews], next: page.next }];
      done.set(number, answer.is === "unknown" ? answer : garbage4("a page of reviews of another shape"));
      return [];
    });
  }
  return done;
}

// src/edges/github/pulls.ts
var garbage5 = (said) => unknown({ kind: "garbage", call: "GitHub GraphQL pull requests", said });
function pullFields(fields2) {
  const number = countOf(fields2["number"]);
  const createdAt = instantIn(fields2["createdAt"]);
  const baseRef = textOf(fields2["baseRefName"]);
  const baseRepository = countOf(fieldsOf(fields2["baseRepository"])?.["databaseId"]);
  const head = commitIn({ oid: fields2["headRefOid"] });
  const author = optional(fields2["author"], actorIn);
  const mergedAt = optional(fields2["mergedAt"], instantIn);
  const mergeCommit = optional(fields2["mergeCommit"], commitIn);
  const merged2 = fields2["merged"];
  if (number === null || createdAt === null || baseRef === null || baseRepository === null || head === null || typeof merged2 !== "boolean")
    return null;
  if (author === null || mergedAt === null || mergeCommit === null) return null;
  return {
    number,
    createdAt,
    baseRef,
    baseRepository,
    head,
    merged: merged2,
    author: author.value,
    mergedAt: mergedAt.value,
    mergeCommit: mergeCommit.value
  };
}
function pullIn(value) {
  const fields2 = fieldsOf(value);
  const pull = fields2 === null ? null : pullFields(fields2);
  const page = pageIn(fields2?.["reviews"]);
  return pull === null || page === null ? null : { ...pull, page };
}
function pullsIn(value) {
  const fields2 = fieldsOf(value);
  if (fields2 === null)
    return unknown({ kind: "not-found", call: "GitHub GraphQL landings", said: "GitHub does not know the commit" });
  const associated = fieldsOf(fields2["associatedPullRequests"]);
  const total = countOf(associated?.["totalCount"]);
  const nodes = listOf(associated?.["nodes"]);
  if (total === null || nodes === null) return garbage5("a commit without a list of pull requests");
  if (total > MOST_PULLS || nodes.length !== total)
    return garbage5(`${total} pull requests are tied to one commit, of which ${nodes.length} came`);
  const pulls = nodes.map(pullIn);
  return pulls.includes(null) ? garbage5("a pull request of another shape") : known(pulls.filter((pull) => pull !== null));
}
var byTime2 = (a, b) => (a.submittedAt ?? Number.MAX_SAFE_INTEGER) - (b.submittedAt ?? Number.MAX_SAFE_INTEGER) || a.id - b.id;
var LATE = 300;
var mayComeLate = ({ client }, { landedAt }, commit) => {
  const [at, now] = [landedAt?.get(commit), client.serverTime()];
  return at === void 0 || now === null || now - at < LATE;
};
async function pullsOf(where, commits, patience) {
  const batch = {
    call: "landings",
    size: 40,
    query: landingsQuery,
    variables: (commit, at) => ({ [`oid${at}`]: commit })
  };
  const found = /* @__PURE__ */ new Map();
  let asked = [...new Set(commits)];
  for (const wait of [0, ...patience.waits]) {
    if (asked.length === 0) break;
    if (wait > 0) await (patience.pause ?? sleep2)(wait * 1e3);
    const answers = await askAll3(where, batch, asked);
    for (const [at, commit] of asked.entries()) {
      const answer = answers[at] ?? garbage5("no answer");
      found.set(commit, answer.is === "unknown" ? answer : pullsIn(answer.value));
    }
    asked = asked.filter((commit) => {
      const pulls2 = found.get(commit);
      return pulls2?.is === "known" && pulls2.value.length === 0 && mayComeLate(where, patience, commit);
    });
  }
  const pulls = new Map(
    [...found.values()].flatMap((answer) => answer.is === "known" ? answer.value : []).map((pull) => [pull.number, pull])
  );
  const reviews = await allReviews(where, pulls);
  return new Map(
    [...found].map(([commit, answer]) => [
      commit,
      answer.is === "unknown" ? answer : known(answer.value.map((pull) => wholePull(pull, reviews)))
    ])
  );
}
function wholePull({ page: _page, ...pull }, reviews) {
  const all = reviews.get(pull.number) ?? garbage5("no reviews");
  return { ...pull, reviews: all.is === "unknown" ? all : known([...all.value].sort(byTime2)) };
}
async function pullsByNumber(where, numbers2) {
  const asked = [...new Set(numbers2)];
  const batch = {
    call: "pull requests",
    size: 40,
    query: pullsQuery,
    variables: (number, at) => ({ [`number${at}`]: number })
  };
  const answers = await askAll3(where, batch, asked);
  const read2 = asked.map((number, at) => {
    const answer = answers[at] ?? garbage5("no answer");
    if (answer.is === "unknown") return [number, answer];
    const pull = pullIn(answer.value);
    return [number, pull === null ? garbage5(`pull request ${number} is not there, or of another shape`) : known(pull)];
  });
  const reviews = await allReviews(
    where,
    new Map(read2.flatMap(([number, pull]) => pull.is === "known" ? [[number, pull.value]] : []))
  );
  return new Map(
    read2.map(([number, pull]) => [number, pull.is === "unknown" ? pull : known(wholePull(pull.value, reviews))])
  );
}

// src/edges/github/comments.ts
var garbage6 = (said) => unknown({ kind: "garbage", call: "GitHub comment", said });
var TYPES2 = { User: "User", Bot: "Bot", Mannequin: "Mannequin" };
function accountIn(user) {
  const [number, login, type] = [countOf(user?.["id"]), textOf(user?.["login"]), textOf(user?.["type"])];
  return number === null || login === null || type === null ? null : { id: number, login, type: TYPES2[type] ?? "other" };
}
async function commentById(where, id2) {
  const path = `/repos/${where.owner}/${where.name}/issues/comments/${id2}`;
  const reply = await where.client.rest(`comment ${id2}`, "GET", path);
  if (reply.is === "unknown") return reply;
  const fields2 = fieldsOf(reply.value);
  const [body, node] = [textOf(fields2?.["body"]), textOf(fields2?.["node_id"])];
  const [createdAt, updatedAt] = [instantIn(fields2?.["created_at"]), instantIn(fields2?.["updated_at"])];
  const number = Number(/\/(\d+)$/.exec(textOf(fields2?.["issue_url"]) ?? "")?.[1]);
  if (countOf(fields2?.["id"]) !== id2 || body === null || node === null || createdAt === null || updatedAt === null)
    return garbage6("a comment of another shape");
  if (!Number.isSafeInteger(number)) return garbage6("a comment that stands nowhere");
  const author = accountIn(fieldsOf(fields2?.["user"]));
  return known({ comment: { id: id2, author, body, createdAt, edited: updatedAt !== createdAt }, number, node });
}
async function commentsOf(where, ids) {
  const said = /* @__PURE__ */ new Map();
  for (const id2 of new Set(ids)) said.set(id2, await commentById(where, id2));
  const numbers2 = [...said.values()].flatMap((one) => one.is === "known" ? [one.value.number] : []);
  const pulls = await pullsByNumber(where, numbers2);
  return new Map(
    [...said].map(([id2, one]) => {
      if (one.is === "unknown") return [id2, one];
      const pull = pulls.get(one.value.number);
      if (pull?.is === "unknown") return [id2, pull];
      const landing = pull?.value.merged === true ? pull.value.mergeCommit : null;
      return [id2, known({ ...one.value.comment, landing })];
    })
  );
}

// src/edges/github/contents.ts
var garbage7 = (said) => unknown({ kind: "garbage", call: "GitHub GraphQL objects", said });
var isSettings = (directory, path) => ["settings", "holds"].includes(areaOf(directory, path));
async function settingsAt(repository, commit, directory) {
  const tree = await treeAt(repository, commit, directory);
  if (tree.is === "unknown") return tree;
  return known(
    new Map(tree.value.filter((entry) => isSettings(directory, entry.path)).map((entry) => [entry.path, entry.blob]))
  );
}
function blobIn(value) {
  if (value === null) return known(null);
  const oid = textOf(fieldsOf(value)?.["oid"]);
  if (oid === null || !isObjectName(oid)) return garbage7("an object without a name");
  return known(fieldsOf(value)?.["__typename"] === "Blob" ? id(oid) : null);
}
async function remoteBlobs(where, spots) {
  const batch = {
    call: "objects",
    size: 100,
    query: blobsQuery,
    variables: (spot, at) => ({ [`at${at}`]: `${spot.commit}:${spot.path}` })
  };
  const answers = await askAll3(where, batch, spots);
  return answers.map((answer) => answer.is === "unknown" ? answer : blobIn(answer.value));
}
function entriesIn(value, folder) {
  if (value === null || fieldsOf(value)?.["__typename"] !== "Tree") return known([]);
  const entries = listOf(fieldsOf(value)?.["entries"])?.map((entry) => {
    const [name, type, oid] = ["name", "type", "oid"].map((key) => textOf(fieldsOf(entry)?.[key]));
    if (name == null || type == null || oid == null || !isObjectName(oid)) return null;
    return { path: folder.path === "" ? name : `${folder.path}/${name}`, type, oid };
  });
  if (entries === void 0 || entries.includes(null)) return garbage7("a folder of another shape");
  return known(entries.filter((entry) => entry !== null));
}
var DEEPEST = 6;
async function remoteSettings(where, commits, directory) {
  const found = new Map(commits.map((commit) => [commit, /* @__PURE__ */ new Map()]));
  const failed = /* @__PURE__ */ new Map();
  const batch = {
    call: "folders",
    size: 40,
    query: treesQuery,
    variables: (folder, at) => ({ [`at${at}`]: `${folder.commit}:${folder.path}` })
  };
  let folders = commits.map((commit) => ({ commit, path: directory }));
  for (let depth = 0; folders.length > 0; depth += 1) {
    if (depth > DEEPEST) {
      for (const { commit, path } of folders) failed.set(commit, garbage7(`${path} lies too deep`));
      break;
    }
    const answers = await askAll3(where, batch, folders);
    folders = folders.flatMap((folder, at) => {
      const answer = answers[at] ?? garbage7("no answer");
      const entries = answer.is === "unknown" ? answer : entriesIn(answer.value, folder);
      if (entries.is === "unknown") {
        failed.set(folder.commit, entries);
        return [];
      }
      for (const { path, type, oid } of entries.value)
        if (type !== "tree" && isSettings(directory, path)) found.get(folder.commit)?.set(path, id(oid));
      const below = entries.value.filter(({ path, type }) => type === "tree" && isSettings(directory, `${path}/x`));
      return below.map(({ path }) => ({ commit: folder.commit, path }));
    });
  }
  return new Map(commits.map((commit) => [commit, failed.get(commit) ?? known(found.get(commit) ?? /* @__PURE__ */ new Map())]));
}
var spotKey = (spot) => `${spot.commit}:${spot.path}`;
async function contentsAt(where, repository, wanted) {
  const present = await presentCommits(
    repository,
    wanted.map((one) => one.commit)
  );
  if (present.is === "unknown") return wanted.map(() => present);
  const spots = new Map(
    wanted.flatMap(({ commit, paths }) => paths.map((path) => ({ commit, path }))).map((spot) => [spotKey(spot), spot])
  );
  const here = [...spots.values()].filter((spot) => present.value.has(spot.commit));
  const there = [...spots.values()].filter((spot) => !present.value.has(spot.commit));
  const [local, remote] = [await blobsAt(repository, here), await remoteBlobs(where, there)];
  const blobs = new Map([
    ...here.map((spot, at) => [spotKey(spot), local[at]]),
    ...there.map((spot, at) => [spotKey(spot), remote[at]])
  ]);
  const settings = await settingsOfAll(where, repository, wanted, present.value);
  return wanted.map((one) => together(one, blobs, settings));
}
var settingsKey = (commit, directory) => `${commit} ${directory}`;
async function settingsOfAll(where, repository, wanted, present) {
  const found = /* @__PURE__ */ new Map();
  const directories = new Set(wanted.flatMap(({ settingsUnder }) => settingsUnder === null ? [] : [settingsUnder]));
  for (const directory of directories) {
    const commits = new Set(wanted.flatMap((one) => one.settingsUnder === directory ? [one.commit] : []));
    for (const commit of commits)
      if (present.has(commit))
        found.set(settingsKey(commit, directory), await settingsAt(repository, commit, directory));
    const remote = await remoteSettings(
      where,
      [...commits].filter((commit) => !present.has(commit)),
      directory
    );
    for (const [commit, contents] of remote) found.set(settingsKey(commit, directory), contents);
  }
  return found;
}
function together({ commit, paths, settingsUnder }, blobs, settings) {
  const all = /* @__PURE__ */ new Map();
  if (settingsUnder !== null) {
    const contents = settings.get(settingsKey(commit, settingsUnder)) ?? garbage7("no settings");
    if (contents.is === "unknown") return contents;
    for (const [path, blob] of contents.value) all.set(path, blob);
  }
  for (const path of paths) {
    const blob = blobs.get(spotKey({ commit, path })) ?? garbage7("no answer");
    if (blob.is === "unknown") return blob;
    all.set(path, blob.value);
  }
  return known(all);
}

// src/edges/github/dropped.ts
async function droppedOf(place, asked) {
  const aside = await settingsAside(place.repository, asked.directory, asked.start);
  if (aside.is === "unknown" || aside.value.length === 0) return aside.is === "unknown" ? aside : known([]);
  const said = await pullsOf(place, aside.value, { waits: [] });
  const dropped = [];
  for (const [commit, pulls] of said) {
    if (pulls.is === "unknown") return pulls;
    const here = pulls.value.find(
      (pull) => pull.merged && pull.mergeCommit === commit && pull.baseRef === asked.repository.defaultBranch && pull.baseRepository === asked.repository.id
    );
    if (here !== void 0) dropped.push({ commit, pull: here.number });
  }
  return known(dropped);
}

// src/edges/github/issues.ts
var garbage8 = (said) => unknown({ kind: "garbage", call: "GitHub GraphQL issues", said });
function issueIn(value) {
  if (value === null)
    return unknown({ kind: "not-found", call: "GitHub GraphQL issues", said: "there is no such issue" });
  const fields2 = fieldsOf(value);
  const number = countOf(fields2?.["number"]);
  const body = textOf(fields2?.["body"]);
  const createdAt = instantIn(fields2?.["createdAt"]);
  const author = optional(fields2?.["author"], actorIn);
  const last = optional(fields2?.["editor"], actorIn);
  const edits = fieldsOf(fields2?.["userContentEdits"]);
  if (number === null || body === null || createdAt === null || author === null || last === null)
    return garbage8("an issue of another shape");
  if (fields2?.["userContentEdits"] === null)
    return known({ number, body, createdAt, author: author.value, editors: last.value === null ? [] : [last.value] });
  const nodes = listOf(edits?.["nodes"]);
  const more = fieldsOf(edits?.["pageInfo"])?.["hasNextPage"];
  if (nodes === null || more !== false) return garbage8(`the edits of issue #${number} are not all there`);
  const editors = nodes.map((node) => optional(fieldsOf(node)?.["editor"], actorIn));
  if (editors.includes(null)) return garbage8(`an edit of issue #${number} of another shape`);
  const all = editors.flatMap((editor) => editor === null ? [] : [editor.value]);
  return known({
    number,
    body,
    createdAt,
    author: author.value,
    editors: last.value === null ? all : [...all, last.value]
  });
}
async function issuesOf(where, numbers2) {
  const asked = [...new Set(numbers2)];
  const batch = {
    call: "issues",
    size: 40,
    query: issuesQuery,
    variables: (number, at) => ({ [`number${at}`]: number })
  };
  const answers = await askAll3(where, batch, asked);
  return new Map(
    asked.map((number, at) => {
      const answer = answers[at] ?? garbage8("no answer");
      return [number, answer.is === "unknown" ? answer : issueIn(answer.value)];
    })
  );
}

// src/edges/github/evidence.ts
var PATIENCE2 = { waits: [1, 2, 4] };
function opened(place) {
  const { client, repository, remote, patience = PATIENCE2 } = place;
  const closed = (said) => unknown({ kind: "invalid", call: "GitHub evidence", said });
  const [owner = "", name = "", ...more] = (place.environment["GITHUB_REPOSITORY"] ?? "").split("/");
  if (owner === "" || name === "" || more.length > 0) return closed("GITHUB_REPOSITORY names no repository");
  if (client === null) return closed("there is no token to ask GitHub with");
  if (remote === null) return closed("there is no address to fetch pull requests from");
  return known({ client, owner, name, repository, remote, patience });
}
var GARBAGE = { kind: "garbage", call: "GitHub GraphQL repository", said: "a repository of another shape" };
async function repositoryOf({ client, owner, name }) {
  const reply = await client.graphql("repository", REPOSITORY, { owner, name });
  if (reply.is === "unknown") return reply;
  const wrong = reply.value.errors[0];
  if (wrong !== void 0) return unknown(wrong.error);
  const fields2 = fieldsOf(fieldsOf(reply.value.data)?.["repository"]);
  const branch = fieldsOf(fields2?.["defaultBranchRef"]);
  const number = countOf(fields2?.["databaseId"]);
  const defaultBranch = textOf(branch?.["name"]);
  const head = commitIn(branch?.["target"]);
  return number === null || defaultBranch === null || head === null ? unknown(GARBAGE) : known({ id: number, defaultBranch, head });
}
function merged(asked) {
  const byLanding = Map.groupBy(asked, (one) => one.landing);
  return [...byLanding.values()].flatMap((all) => {
    const [first] = all;
    if (first === void 0) return [];
    const paths = [...new Set(all.flatMap((one) => one.paths))].sort();
    return [{ ...first, paths, settingsUnder: all.find((one) => one.settingsUnder !== null)?.settingsUnder ?? null }];
  });
}
async function ownChanges(repository, tied) {
  const pairs = tied.flatMap(({ asked, pull }) => asked.parent === null ? [] : [[asked.parent, pull.head]]);
  const met = await mergeBases(repository, pairs);
  let next = 0;
  const bases = tied.map(
    ({ asked }) => asked.parent === null ? known([]) : met[next++] ?? unknown(GARBAGE)
  );
  const only = (at) => {
    const base = bases[at];
    return base?.is === "known" && base.value.length === 1 ? base.value[0] ?? null : null;
  };
  const spans = tied.flatMap(({ pull }, at) => only(at) === null ? [] : [{ from: only(at), to: pull.head }]);
  const changes = await changesOf2(repository, spans);
  let nth = 0;
  return tied.map((_, at) => {
    const base = bases[at] ?? unknown(GARBAGE);
    if (base.is === "unknown") return base;
    if (only(at) === null) return known({ mergeBases: base.value, paths: [] });
    const paths = changes[nth++] ?? unknown(GARBAGE);
    return paths.is === "unknown" ? paths : known({ mergeBases: base.value, paths: paths.value });
  });
}
async function contentsOf(place, tied) {
  const wanted = /* @__PURE__ */ new Map();
  const key = (asked, commit) => `${asked.landing} ${commit}`;
  for (const { asked, pull } of tied) {
    const reviewed = pull.reviews.is === "known" ? pull.reviews.value : [];
    const commits = reviewed.flatMap(
      (review) => review.commit !== null && review.state === "APPROVED" ? [review.commit] : []
    );
    for (const commit of [pull.head, ...commits])
      wanted.set(key(asked, commit), { commit, paths: asked.paths, settingsUnder: asked.settingsUnder });
  }
  const contents = await contentsAt(place, place.repository, [...wanted.values()]);
  const found = new Map([...wanted.keys()].map((name, at) => [name, contents[at]]));
  return (asked, commit) => found.get(key(asked, commit)) ?? NOT_ASKED;
}
var NOT_ASKED = unknown({ kind: "invalid", call: "GitHub GraphQL objects", said: "not asked for" });
function reviewsOf2(reviews, contents) {
  return reviews.map((review) => ({
    ...review,
    blobs: review.commit === null ? known(/* @__PURE__ */ new Map()) : contents(review.commit)
  }));
}
async function landingsOf(place, all) {
  const asked = merged(all);
  if (asked.length === 0) return /* @__PURE__ */ new Map();
  const { repository } = place;
  const said = await pullsOf(
    place,
    asked.map((one) => one.landing),
    { ...place.patience, landedAt: new Map(asked.map((one) => [one.landing, one.at])) }
  );
  const tied = asked.flatMap((one) => {
    const pulls = said.get(one.landing);
    return pulls?.is === "known" ? pulls.value.filter((pull) => pull.mergeCommit === one.landing).map((pull) => ({ asked: one, pull })) : [];
  });
  const fetched = await fetchPullHeads(repository, place.remote, [...new Set(tied.map(({ pull }) => pull.number))]);
  const landed = await changesOf2(
    repository,
    asked.map((one) => ({ from: one.parent, to: one.landing }))
  );
  const own = fetched.is === "unknown" ? tied.map(() => fetched) : await ownChanges(repository, tied);
  const contents = await contentsOf(place, tied);
  const changes = new Map(tied.map(({ asked: one, pull }, at) => [`${one.landing} ${pull.number}`, own[at]]));
  const found = /* @__PURE__ */ new Map();
  for (const [at, one] of asked.entries()) {
    const pulls = said.get(one.landing) ?? unknown(GARBAGE);
    found.set(
      one.landing,
      known({
        landing: one.landing,
        parent: one.parent,
        at: one.at,
        changes: landed[at] ?? unknown(GARBAGE),
        settings: one.settingsUnder === null ? null : await settingsAt(repository, one.landing, one.settingsUnder),
        pulls: pulls.is === "unknown" ? pulls : known(
          pulls.value.map(
            (pull) => ({
              ...pull,
              changes: changes.get(`${one.landing} ${pull.number}`) ?? NOT_ASKED,
              headBlobs: contents(one, pull.head),
              reviews: pull.reviews.is === "unknown" ? pull.reviews : known(reviewsOf2(pull.reviews.value, (commit) => contents(one, commit)))
            })
          )
        )
      })
    );
  }
  return found;
}
function githubEvidence(place) {
  const open = opened(place);
  return {
    repository: async () => open.is === "unknown" ? open : repositoryOf(open.value),
    landings: async (asked) => open.is === "unknown" ? new Map(asked.map((one) => [one.landing, open])) : landingsOf(open.value, asked),
    beside: async (commits) => open.is === "unknown" ? open : besideChain(open.value.repository, commits),
    dropped: async (asked) => open.is === "unknown" ? open : droppedOf(open.value, asked),
    comments: async (ids) => open.is === "unknown" ? new Map(ids.map((one) => [one, open])) : commentsOf(open.value, ids),
    issues: async (numbers2) => open.is === "unknown" ? new Map(numbers2.map((number) => [number, open])) : issuesOf(open.value, numbers2)
  };
}

// src/entry/witness.ts
var githubFrom = (environment, token) => token === null || token === "" ? null : githubClient({
  token,
  graphqlUrl: environment["GITHUB_GRAPHQL_URL"] ?? "https://api.github.com/graphql",
  apiUrl: environment["GITHUB_API_URL"] ?? "https://api.github.com"
});
function witnessOf(environment, repository, token = environment["GITHUB_TOKEN"] ?? null, client = githubFrom(environment, token)) {
  return githubEvidence({ client, repository, remote: remoteFrom(environment, token), environment });
}

export {
  extensionIn,
  compileExtension,
  compileForm,
  readBehind,
  CHECKS,
  requesterOf,
  personOf,
  whatWasSaid,
  proveVersions,
  historyOf,
  PULL_FRAGMENTS,
  declared,
  aliased,
  aboutRepository,
  fieldsOf,
  listOf,
  textOf,
  countOf,
  instantIn,
  commitIn,
  askAll3 as askAll,
  allReviews,
  pullIn,
  pullsOf,
  wholePull,
  pullsByNumber,
  settingsReader,
  changesOf2 as changesOf,
  mergeBases,
  firstParent,
  commentById,
  commentsOf,
  remoteBlobs,
  issuesOf,
  githubFrom,
  witnessOf
};
