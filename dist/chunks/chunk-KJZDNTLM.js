import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  directoryNeeds,
  plainEmail,
  withDirectory
} from "./chunk-PPIAGT6I.js";
import {
  allVersions,
  areaOf,
  settingsLandings
} from "./chunk-UJQ553KK.js";
import {
  NO_WISH,
  writeRequest
} from "./chunk-HBBCUIXN.js";
import {
  documentKey,
  itemsOf,
  judgeRequest,
  windowOf
} from "./chunk-GXPNGJAR.js";
import {
  tagsKey
} from "./chunk-UJ3HXRAY.js";
import {
  KINDS,
  LEFT,
  LEVELS,
  MODE_NAMES,
  OUT,
  groupsCalled,
  listGroupUsers,
  readSettings,
  readYaml,
  require_dist,
  targetsByName,
  usersCalled
} from "./chunk-RYEE6VUW.js";
import {
  MINUTE,
  blobName,
  canonicalJson,
  hasEnded,
  instantOf,
  later,
  writeDuration,
  writeInstant
} from "./chunk-66F3A4I2.js";
import {
  filesAt
} from "./chunk-XHVTBLDS.js";
import {
  isHoldsPath,
  isSettingsPath
} from "./chunk-624KHEYP.js";
import {
  git,
  gitError,
  readParts,
  readRawChange
} from "./chunk-SMRKEGFD.js";
import {
  id,
  known,
  unknown,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  __toESM
} from "./chunk-RZGYXAJU.js";

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
  const { tree } = readYaml({ path: extended, text, bytes: text.length });
  if (tree === null) return { is: "wrong", says: ["its file cannot be read"] };
  const asked = fields(tree.value);
  const lines = Array.isArray(asked["access"]) ? asked["access"].map(lineOf) : [];
  const person = textIn(asked["for"]);
  const access = lines.filter((line) => line !== null);
  if (person === null || access.length === 0 || access.length !== lines.length)
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
    answers: new Map([...answers].map(([label, lines]) => [label, lines.join("\n").trim()])),
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
  const level = LEVELS.find((one) => one === first);
  const [resource, from, ...prefix] = rest;
  if (level !== void 0 && resource !== void 0 && (from === void 0 || from === "from" && prefix.length > 0))
    return { resource, level, ...from === void 0 ? {} : { prefix: prefix.join(" ") } };
  return rest.length === 0 && word === void 0 ? { bundle: first } : `\`${line}\` is neither the name of a bundle nor \`policy NAME\`, \`role NAME\`, \`group NAME\`, \`permissionSet NAME\` or \`read ARN\``;
}
function compileForm(body, issue) {
  const { answers, doubles } = answersIn(body);
  const answer = (label) => {
    const text = answers.get(label) ?? "";
    return text === "" || text === NOTHING ? null : text;
  };
  const one = (label) => answer(label)?.replace(/\s+/g, " ") ?? null;
  const accounts = (answer("Accounts") ?? "").split(/[\s,]/).filter((name) => name !== "");
  const things = (answer("What") ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== "").map(thingOf);
  const [person, duration] = [one("For whom"), one("For how long")];
  const account = accounts.length === 1 ? accounts.join() : accounts;
  const access = things.flatMap((what) => typeof what === "string" ? [] : [{ account, what }]);
  const says = [
    ...doubles.map((label) => `**${label}** stands there twice; leave one`),
    ...person === null ? ["**For whom** is empty"] : [],
    ...accounts.length === 0 ? ["**Accounts** is empty"] : [],
    ...things.length === 0 ? ["**What** is empty"] : [],
    ...duration === null ? ["**For how long** is empty"] : [],
    ...things.filter((thing) => typeof thing === "string")
  ];
  if (says.length > 0 || person === null) return { is: "wrong", says };
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
var tooOld = (at, { pull, within }) => pull.mergedAt !== null && later(at, within) < pull.mergedAt;
function authorOfIssue(issue, form, brought) {
  const { request, landed } = brought;
  const name = `issue #${issue.number}`;
  if (issue.number !== request.issue)
    return no("form-issue", `the request names issue #${request.issue}, not #${issue.number}`);
  if (request.id !== `issue-${issue.number}`) return no("form-issue", `its file is not named after ${name}`);
  if (issue.author === null || issue.author.type !== "User")
    return no("form-issue", `nobody is the author of ${name} any more`);
  const author = issue.author.id;
  if (issue.editors.some((editor) => editor?.id !== author)) return no("form-issue", `somebody else edited ${name}`);
  if (form.blob !== landed.blob) return no("form-issue", `${name} does not say what the request says`);
  if (tooOld(issue.createdAt, brought)) return no("form-issue", `${name} is too old`);
  return yes(author, `${issue.author.login}, by ${name}`);
}
function authorOfComment(comment, named, { extended, blob }, brought) {
  const { request, landed } = brought;
  const name = `comment ${comment.id}`;
  if (comment.id !== named.comment) return no("form-issue", `the request does not name ${name}`);
  if (request.id !== `${named.of}-${comment.id}`) return no("form-issue", `its file is not named after ${name}`);
  if (comment.author === null || comment.author.type !== "User")
    return no("form-issue", `nobody is the author of ${name} any more`);
  if (comment.edited) return no("form-issue", `${name} was edited`);
  if (extended === null || comment.landing !== extended.landing)
    return no("form-issue", `${name} does not stand on the pull request that brought ${named.of}`);
  if (blob !== landed.blob) return no("form-issue", `${name} does not ask for what the request says`);
  if (tooOld(comment.createdAt, brought)) return no("form-issue", `${name} is too old`);
  return yes(comment.author.id, `${comment.author.login}, by ${name}`);
}
function byBot(asked, opener) {
  if (asked === null) return no("form-issue", "the settings name no bot that may write requests for people");
  return opener.id === asked.bot ? yes(asked, opener.login) : no("form-issue", `${opener.login} opened it, not the bot that writes requests for people`);
}
function behindForm(form, opener, brought) {
  const asked = byBot(form, opener);
  if (asked.is !== "yes") return asked;
  const issue = fromAnswer(asked.value.issue, "read");
  return issue.is === "yes" ? authorOfIssue(issue.value, asked.value, brought) : issue;
}
function behindComment(named, extension, opener, brought) {
  const asked = byBot(extension, opener);
  if (asked.is !== "yes") return asked;
  const comment = fromAnswer(asked.value.comment, "read");
  return comment.is === "yes" ? authorOfComment(comment.value, named, asked.value, brought) : comment;
}
function requesterOf(request, landed, pull, behind) {
  const { author } = pull;
  if (author === null) return no("author-unknown", "the account that opened it was deleted");
  const brought = { request, landed, pull, within: behind.within };
  if (request.issue !== null) return behindForm(behind.form, author, brought);
  if (request.extension !== null) return behindComment(request.extension, behind.extension, author, brought);
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
  const account = targetsByName(settings).get(name);
  if (account === void 0) return null;
  return { id: account.id, mode: account.mode, match: { ...account.match }, partition: settings.aws?.partition ?? null };
}
function bundleMeaning(name, settings) {
  const bundle = settings.bundles.get(name);
  return bundle === void 0 ? null : [...new Set(bundle.items.map(({ kind, what }) => `${kind} ${what}`))].sort();
}
function meaningOf(request, settings, landedAt, knowledge) {
  const meaning = {};
  meaning[`the person ${request.for.value}`] = personMeaning(request.for.value, settings);
  for (const line of request.lines) {
    for (const target of line.targets) meaning[`the account ${target.value}`] = accountMeaning(target.value, settings);
    if (line.asked.is === "bundle")
      meaning[`the bundle ${line.asked.bundle.value}`] = bundleMeaning(line.asked.bundle.value, settings);
  }
  const window = windowOf(request, settings, landedAt);
  meaning["the time asked for"] = window === null ? null : { from: window.from, until: window.until };
  meaning["the list of items"] = itemsOf(request, settings, knowledge).items.map((item) => item.key);
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
    return [{ review, account: author.id, login: author.login, at: review.submittedAt ?? Number.POSITIVE_INFINITY }];
  });
}
var byTime = (a, b) => a.at === b.at ? a.review.id - b.review.id : a.at < b.at ? -1 : 1;
function approvalOf(opinion, mergedAt, agrees) {
  const { review, account, login, at } = opinion;
  const about = { account, login, review: review.id, age: mergedAt - at };
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
  for (const [, opinions] of [...byAccount2].sort(([a], [b]) => a - b)) {
    const atMerge = opinions.filter(({ at }) => at <= mergedAt).at(-1);
    const last = opinions.at(-1);
    const against = [atMerge, last].find((opinion) => opinion?.review.state === "CHANGES_REQUESTED");
    if (against !== void 0)
      objections.push({ account: against.account, login: against.login, review: against.review.id });
    else if (atMerge?.review.state === "APPROVED") approvals.push(approvalOf(atMerge, mergedAt, agrees));
  }
  return { approvals, objections };
}

// src/core/approval/unread.ts
function textUnread({ target, entitlement: { permissions } }, { documents }) {
  if (permissions.form !== "policy" && permissions.form !== "narrowed") return [];
  const { value } = permissions.policy;
  return documents.has(documentKey(target, value)) ? [] : [`the text of ${value} in ${target}`];
}
function tagsUnread({ target, entitlement: { thing } }, { tags }) {
  if (thing === void 0) return [];
  const read = tags.get(tagsKey(target, thing));
  if (read?.is === "known") return [];
  return [`the tags of ${thing}${read === void 0 ? "" : ` (${writeEdgeError(read.because)})`}`];
}
var unreadIn = ({ items }, read) => [
  ...new Set(
    items.filter(({ routing }) => routing.undecided).flatMap(({ item }) => [...textUnread(item, read), ...tagsUnread(item, read)])
  )
];

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
  const { request, window, knowledge, carries, documents, tags, said } = judging;
  const opinions = opinionsUnder(settings, { approvals: counted(settings, approvals), objections: said.objections });
  return judgeRequest({ request, settings, window, knowledge, carries, documents, tags, author, opinions });
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
    return unsure(`${NAMES[bench.name]} cannot decide before they know ${unreadIn(judgement, judging).join(", ")}`);
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
  if (decision.way !== "approvedBy") return null;
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
    if (accepted.length === 0) return yes([], "agreed");
    const agreed = approvals.filter((approval) => accepted.every((reviews) => reviews.has(approval.review)));
    if (agreed.length === approvals.length) return yes(agreed, "agreed");
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
    (settings) => meaningOf(request, settings, version.landedAt, asked.deciding.knowledge)
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
function amiss({ before }, author, { account, login, age }) {
  const found = personOf(before, account);
  if (found.is === "several") return `${login} approved and is several people of the people map`;
  if (found.is === "one" && found.person.handle === author) return `${login} approved and opened it`;
  if (ownersOf(before, account).length === 0) return `${login} approved and is no owner`;
  return age <= before.limits.reviewAge ? null : `${login} approved ${writeDuration(age)} before the merge, which is too long`;
}
function approvalsIn(asked, said, author) {
  const { before } = asked;
  const against = said.objections.find((one) => ownersOf(before, one.account).some((owner) => owner !== author));
  if (against !== void 0) return no("changes-requested", `${against.login} is an owner and asked for changes`);
  const owners = said.approvals.filter((one) => amiss(asked, author, one) === null);
  const counted2 = owners.filter((one) => one.sameBytes === "yes");
  const needed = Math.max(1, before.owners.approvals);
  const numbers = `${counted2.length} of ${needed} approvals by owners`;
  if (counted2.length >= needed) return yes(counted2, `${numbers}: ${counted2.map((one) => one.login).join(", ")}`);
  const unread = owners.filter((one) => one.sameBytes === "unknown");
  if (unread.length > 0) return unsure(unread.map((one) => one.says).join("; "));
  const others = said.approvals.filter((one) => !counted2.includes(one));
  return no("approvals-missing", [numbers, ...others.map((one) => amiss(asked, author, one) ?? one.says)].join("; "));
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
  const read = asked.settingsAt.get(start.commit);
  if (read === void 0) return { is: "unknown", because: `the settings at the start ${start.commit} were not read` };
  if (read.is === "unknown") return { is: "unknown", because: writeEdgeError(read.because) };
  if (read.value === null) return { is: "none", because: `the settings at the start ${start.commit} do not validate` };
  if (mappedOwners(read.value).length === 0)
    return { is: "none", because: `the settings at the start ${start.commit} name no owner of the people map` };
  return { is: "known", settings: read.value, landing: start.commit };
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
  const read = asked.settingsAt.get(landing.commit);
  if (read === void 0) return unreadable(landing, "its settings were not read");
  if (read.is === "unknown") return unreadable(landing, writeEdgeError(read.because));
  const tree = read.value;
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
  const at = history.landings.findIndex(({ commit }) => commit === now.landing);
  const newer = new Set(history.landings.slice(0, at).map(({ commit }) => commit));
  const open = unproved.filter((one) => newer.has(one.landing));
  return open.map((one) => `The settings change ${one.landing} is not proved and gives nothing: ${one.says}`);
}
function sameRepository(repository, asked) {
  if (repository.head === asked.history.head) return null;
  return `GitHub says the default branch is at ${repository.head}, but ${asked.history.head} was read: somebody pushed meanwhile`;
}
async function listed(state, witnesses, reviewers) {
  if (state.is !== "known") return state;
  const settings = await witnesses.directory(state.settings, reviewers);
  return settings.is === "known" ? { ...state, settings: settings.value } : { is: "unknown", because: `the directory could not be read: ${writeEdgeError(settings.because)}` };
}
function reviewersOf({ versions }, evidence) {
  const accounts = /* @__PURE__ */ new Set();
  for (const { version } of versions) {
    const told = evidence.get(version.landing);
    const pulls = told?.is === "known" && told.value.pulls.is === "known" ? told.value.pulls.value : [];
    for (const { reviews } of pulls)
      for (const { author } of reviews.is === "known" ? reviews.value : []) if (author !== null) accounts.add(author.id);
  }
  return accounts;
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
  const { history, directory, start } = asked;
  const chain = { history, directory, start };
  const repository = await witnesses.evidence.repository();
  if (repository.is === "unknown")
    return unprovable(asked, `GitHub could not be asked: ${writeEdgeError(repository.because)}`);
  const moved = sameRepository(repository.value, asked);
  if (moved !== null) return unprovable(asked, moved);
  const begun = startOf(chain);
  const lost = "missing" in begun ? null : await rewritten(asked, begun, repository.value, witnesses.evidence);
  if (lost !== null) return unprovable(asked, lost);
  const [settingsAt, evidence, behind] = await Promise.all([
    witnesses.settingsAt(settingsToRead(chain)),
    witnesses.evidence.landings(evidenceAsked(asked, chain)),
    readBehind(
      asked.versions.map(({ request, version }) => ({ request, blob: version.blob })),
      witnesses.evidence,
      { versions: allVersions(history, directory), textOf: witnesses.textOf }
    )
  ]);
  const inForce2 = settingsInForce({ ...chain, settingsAt, evidence, repository: repository.value, now: asked.now });
  const notAsked2 = (landing) => unknown({ kind: "garbage", call: "GitHub evidence", said: `nothing was said of ${landing}` });
  const reviewers = reviewersOf(asked, evidence);
  const now = await listed(inForce2.now, witnesses, reviewers);
  const landed = /* @__PURE__ */ new Map();
  const examinations = [];
  for (const { request, version } of asked.versions) {
    const before = inForce2.before(version.landing);
    const atLanding = landed.get(version.landing) ?? await listed(before, witnesses, reviewers);
    landed.set(version.landing, atLanding);
    examinations.push(
      examineRequest({
        request,
        version,
        evidence: evidence.get(version.landing) ?? notAsked2(version.landing),
        repository: repository.value,
        directory,
        settings: { atLanding, now, head: asked.head },
        deciding: asked.deciding,
        behind: behind(request, [known2(before), known2(inForce2.now), asked.head]),
        now: asked.now
      })
    );
  }
  const settings = known2(now);
  return {
    verdicts: new Map(examinations.map((one) => [one.version.id, one.verdict])),
    examinations: new Map(examinations.map((one) => [one.version.id, one])),
    settings: spelled(settings) === spelled(asked.head) ? asked.head : settings,
    alarms: alarmsOf(inForce2, history),
    reminders: remindersOf(inForce2)
  };
}

// src/edges/git/history.ts
var HEADER = /^landing ([0-9a-f]{40,64}) (-?\d*)((?: [0-9a-f]{40,64})*)$/;
var datedOf = (time) => time === "" ? Number.POSITIVE_INFINITY : Number(time);
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
        at: instantOf(datedOf(time)),
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

// src/edges/okta/directory.ts
function accountIn(value) {
  const number = typeof value === "number" ? value : typeof value === "string" && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : 0;
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}
var textIn2 = (value) => typeof value === "string" && value.trim() !== "" ? value.trim() : null;
function listed2({ match, told }, user) {
  const id2 = told.github === null ? null : accountIn(user.profile[told.github.id]);
  const login = told.github === null ? null : textIn2(user.profile[told.github.login]);
  const manager = told.manager === null ? null : textIn2(user.profile[told.manager]);
  return {
    email: plainEmail(match === "login" ? user.login : user.email),
    out: OUT[user.status]?.says ?? null,
    github: id2 === null || login === null ? null : { id: id2, login },
    manager: manager?.includes("@") === true ? plainEmail(manager) : null
  };
}
async function membersOf(asked, name) {
  const groups = await groupsCalled(asked.okta, name);
  if (groups.is === "unknown") return groups;
  const [group, other] = groups.value;
  if (group === void 0 || other !== void 0)
    return unknown({
      kind: "not-found",
      call: "okta:listGroups",
      said: `${group === void 0 ? "there is no group" : "there are several groups"} ${JSON.stringify(name)}, which directory.groups in integrations/okta.yaml names`
    });
  const users = await asked.okta.list(listGroupUsers, { groupId: group.id });
  return users.is === "unknown" ? users : known(users.value.map((user) => listed2(asked, user)));
}
async function personCalled(asked, email) {
  const users = await usersCalled(asked.okta, asked.match, email);
  if (users.is === "unknown") return users;
  const here = users.value.filter(({ status }) => status !== LEFT);
  const [user, other] = here.length === 0 ? users.value : here;
  if (user === void 0) return known(null);
  const one = listed2(asked, user);
  return known(other === void 0 ? one : { ...one, out: "is several people in Okta", github: null });
}
var remembered = (ask) => {
  const kept = /* @__PURE__ */ new Map();
  return (name) => {
    const there = kept.get(name) ?? ask(name);
    kept.set(name, there);
    return there;
  };
};
function openDirectory(asked) {
  const group = remembered((name) => membersOf(asked, name));
  const person = remembered((email) => personCalled(asked, email));
  async function peopleCalled(emails) {
    const found = /* @__PURE__ */ new Map();
    const round = async (some) => {
      for (const answer of await Promise.all(some.map(person))) {
        if (answer.is === "unknown") return answer;
        if (answer.value !== null) found.set(answer.value.email, answer.value);
      }
      return known(null);
    };
    const first = await round(emails);
    if (first.is === "unknown") return first;
    const managers = [...found.values()].flatMap(({ manager }) => manager ?? []).filter((email) => !found.has(email));
    const second = await round([...new Set(managers)]);
    return second.is === "unknown" ? second : known([...found.values()]);
  }
  return {
    async read({ groups, emails }) {
      const people = await peopleCalled(emails);
      if (people.is === "unknown") return people;
      const all = /* @__PURE__ */ new Map();
      const rolls = /* @__PURE__ */ new Map();
      for (const name of groups) {
        const members = await group(name);
        if (members.is === "unknown") return members;
        rolls.set(name, members.value.map(({ email }) => email).sort());
        for (const one of members.value) all.set(one.email, one);
      }
      for (const one of people.value) all.set(one.email, one);
      return known({ people: new Map([...all].sort(([a], [b]) => a < b ? -1 : 1)), groups: rolls });
    }
  };
}

// src/entry/live-directory.ts
var FILE = "directory.json";
var handlesOf = ({ people }, accounts) => [...people.values()].flatMap(({ handle, githubId }) => accounts.has(githubId) ? [handle] : []);
function liveDirectory(oktaOf) {
  const opened = /* @__PURE__ */ new Map();
  let first = null;
  const edgeFor = (settings) => {
    const { okta: integration } = settings;
    const okta = oktaOf(settings);
    if (integration === null || integration.directory === null || okta === null) return null;
    const { github, manager } = integration.directory;
    const key = JSON.stringify([integration.host, integration.match, github, manager]);
    const there = opened.get(key) ?? openDirectory({ okta, match: integration.match, told: { github, manager } });
    opened.set(key, there);
    return there;
  };
  return {
    kept: () => first,
    async over(settings, handles, accounts = /* @__PURE__ */ new Set()) {
      if ((settings.okta?.directory ?? null) === null) return known(settings);
      const edge = edgeFor(settings);
      if (edge === null) return unknown({ kind: "denied", call: "reading the directory", said: "Okta cannot be asked" });
      const directory = await edge.read(
        directoryNeeds(settings, /* @__PURE__ */ new Set([...handles, ...handlesOf(settings, accounts)]))
      );
      if (directory.is === "unknown") return directory;
      first ??= directory.value;
      return known(withDirectory(settings, directory.value));
    }
  };
}
var asking = ({ standing, settings }, now) => new Set(
  standing.flatMap(({ request, version }) => {
    const window = windowOf(request, settings, version.landedAt);
    return now !== null && window !== null && hasEnded(window, now) ? [] : [request.for.value];
  })
);
var writtenDirectory = ({ people, groups }) => `${JSON.stringify({ people: [...people.values()], groups: Object.fromEntries(groups) }, null, 1)}
`;
var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var textOr = (value) => typeof value === "string" ? value : null;
function listedIn(value) {
  if (!isRecord(value) || typeof value["email"] !== "string") return [];
  const github = isRecord(value["github"]) ? value["github"] : {};
  const { id: id2, login } = github;
  return [
    {
      email: value["email"],
      out: textOr(value["out"]),
      github: typeof id2 === "number" && typeof login === "string" ? { id: id2, login } : null,
      manager: textOr(value["manager"])
    }
  ];
}
function directoryIn(text) {
  if (text === null) return null;
  try {
    const read = JSON.parse(text);
    if (!isRecord(read) || !Array.isArray(read["people"]) || !isRecord(read["groups"])) return null;
    const people = read["people"].flatMap(listedIn);
    const groups = Object.entries(read["groups"]).map(([name, members]) => [
      name,
      Array.isArray(members) ? members.filter((one) => typeof one === "string") : []
    ]);
    return { people: new Map(people.map((one) => [one.email, one])), groups: new Map(groups) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

// src/entry/settings-reader.ts
function settingsReader(repository, directory) {
  const read = /* @__PURE__ */ new Map();
  const wanted = (path) => isSettingsPath(path, directory) || isHoldsPath(path, directory);
  return (commit) => {
    const before = read.get(commit);
    if (before !== void 0) return before;
    const reading = filesAt(repository, commit, directory, wanted).then(
      (files) => files.is === "unknown" ? files : known(readSettings(files.value, directory, KINDS, MODE_NAMES).settings)
    );
    read.set(commit, reading);
    return reading;
  };
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
  FILE,
  liveDirectory,
  asking,
  writtenDirectory,
  directoryIn,
  settingsReader
};
