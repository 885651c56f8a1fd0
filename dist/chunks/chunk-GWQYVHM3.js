import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  areaOf
} from "./chunk-UJQ553KK.js";
import {
  instantOf,
  readInstant
} from "./chunk-66F3A4I2.js";
import {
  blobsAt,
  fetchDefaultBranch,
  fetchPullHeads,
  git,
  gitError,
  isObjectName,
  openRepository,
  presentCommits,
  readParts,
  readRawChange,
  treeAt
} from "./chunk-SMRKEGFD.js";
import {
  id,
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

// src/entry/repository.ts
async function openSource(source, directory) {
  const fresh = source.is === "remote" ? await fetchDefaultBranch(source.remote, source.what, directory) : await openRepository(source.folder, source.name);
  if (fresh.is === "known")
    return known({ repository: fresh.value, clone: source.is === "remote" ? "fresh" : "given", because: null });
  if (source.is !== "remote" || source.otherwise === void 0) return fresh;
  const old = await openRepository(source.otherwise, "HEAD");
  return old.is === "known" ? known({ repository: old.value, clone: "old", because: fresh.because }) : fresh;
}
var remoteOf = (source) => source.remote;
function remoteFrom(environment, token) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  if (server === void 0 || repository === void 0 || server === "" || repository === "") return null;
  return { url: `${server.replace(/\/$/, "")}/${repository}.git`, token };
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

// src/edges/github/reply.ts
var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
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
  const garbage8 = (said) => unknown({ kind: "garbage", call, said });
  if (!isRecord(body)) return garbage8("the answer is no JSON object");
  const errors = bodyErrors(call, body["errors"]);
  const [first] = errors;
  if (!isRecord(body["data"])) return first === void 0 ? garbage8("the answer has no data") : unknown(first.error);
  return known({ data: body["data"], errors });
}

// src/edges/github/client.ts
var TIMEOUT = 2e4;
var TRIES = 4;
var HANGING = 3e4;
var BRIEFLY = 12e3;
var PATIENCE = 6e4;
function failureOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  const { status, response } = isRecord(error) ? error : {};
  const answered = isRecord(response);
  const headers = answered && isRecord(response["headers"]) ? response["headers"] : {};
  return { status: typeof status === "number" ? status : 500, headers, message, answered };
}
var isLimit = ({ status, headers, message }) => status === 429 || status === 403 && (headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0 || /rate limit/i.test(message));
var KINDS = {
  400: "invalid",
  401: "denied",
  403: "denied",
  404: "not-found",
  409: "conflict",
  422: "invalid"
};
var kindOf = (failed) => isLimit(failed) ? "throttled" : KINDS[failed.status] ?? "unreachable";
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
  let silent = false;
  let opened2 = null;
  const open = async () => {
    const { getOctokit } = await import("./github-7Z2PQWHN.js");
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
      const signal = AbortSignal.timeout(silent ? BRIEFLY : TIMEOUT);
      const answer = await request(route, { ...parameters, request: { signal, redirect: "error" } });
      silent = false;
      note(answer.headers);
      const value = read2(call, answer.data);
      const wait = value.is === "unknown" ? WAITS[value.because.kind]?.(tried) : void 0;
      return { answer: value, wait: wait ?? null };
    } catch (error) {
      const failed = failureOf(error);
      if (failed.answered) silent = false;
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
    let hung = 0;
    for (let tried = 0; ; tried += 1) {
      const began = performance.now();
      const { answer, wait } = await once(asked, tried);
      hung += performance.now() - began;
      const patient = !silent && hung < HANGING;
      if (hung >= HANGING && answer.is === "unknown") silent = true;
      const again = !asked.changes || answer.is === "unknown" && answer.because.kind === "throttled";
      if (wait === null || tried + 1 >= TRIES || waited + wait > PATIENCE || !again || !patient) {
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
var garbage = (said) => unknown({ kind: "garbage", call: "git: log", said });
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
    if (commit === "" || readRawChange(part, path) === null) return garbage(`unexpected: ${part.slice(0, 100)}`);
    at += 1;
    if (!onChain.has(commit) && ["settings", "holds"].includes(areaOf(directory, path))) aside.add(id(commit));
  }
  return known([...aside].sort());
}

// src/edges/git/changes.ts
var spanKey = (span) => `${span.from ?? ""}..${span.to}`;
var garbage2 = (said) => unknown({ kind: "garbage", call: "git: diff-tree", said });
async function changesOf(repository, spans) {
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
      if (span?.to !== part) return garbage2(`unexpected: ${part}`);
      changes = [];
      found.set(spanKey(span), changes);
      next += 1;
      continue;
    }
    const change = readRawChange(part, parts[at + 1] ?? "");
    if (change === null || changes === null) return garbage2(`unexpected: ${part.slice(0, 100)}`);
    changes.push(change);
    at += 1;
  }
  return next === spans.length ? known(found) : garbage2("fewer answers than questions");
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
  const fields = fieldsOf(value);
  const login = textOf(fields?.["login"]);
  const type = textOf(fields?.["__typename"]);
  if (login === null || type === null) return null;
  const number = countOf(fields?.["databaseId"]);
  const known2 = TYPES[type];
  if (known2 === "User" && number === null) return null;
  return { type: known2 ?? "other", id: number ?? 0, login };
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
async function askAll(where, batch, things) {
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
var aboutRepository = (name, variables, fields, fragments) => `
query ${name}($owner: String!, $name: String!${variables}) {
  repository(owner: $owner, name: $name) {
    databaseId
${fields}
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
var garbage3 = (said) => unknown({ kind: "garbage", call: "GitHub GraphQL reviews", said });
function reviewIn(value) {
  const fields = fieldsOf(value);
  const number = bigCountOf(fields?.["fullDatabaseId"]);
  const state = stateIn(fields?.["state"]);
  const author = optional(fields?.["author"], actorIn);
  const submittedAt = optional(fields?.["submittedAt"], instantIn);
  const commit = optional(fields?.["commit"], commitIn);
  if (number === null || state === null || author === null || submittedAt === null || commit === null) return null;
  return { id: number, state, author: author.value, submittedAt: submittedAt.value, commit: commit.value };
}
function pageIn(value) {
  const fields = fieldsOf(value);
  const info = fieldsOf(fields?.["pageInfo"]);
  const nodes = listOf(fields?.["nodes"]);
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
    const answers = await askAll(where, batch, more);
    open = more.flatMap(({ number, reviews, next }, at) => {
      const answer = answers[at] ?? garbage3("no answer");
      const page = answer.is === "known" ? pageIn(fieldsOf(answer.value)?.["reviews"]) : null;
      if (page !== null && page.next !== next)
        return [{ number, reviews: [...reviews, ...page.reviews], next: page.next }];
      done.set(number, answer.is === "unknown" ? answer : garbage3("a page of reviews of another shape"));
      return [];
    });
  }
  return done;
}

// src/edges/github/pulls.ts
var garbage4 = (said) => unknown({ kind: "garbage", call: "GitHub GraphQL pull requests", said });
function pullFields(fields) {
  const number = countOf(fields["number"]);
  const createdAt = instantIn(fields["createdAt"]);
  const baseRef = textOf(fields["baseRefName"]);
  const baseRepository = countOf(fieldsOf(fields["baseRepository"])?.["databaseId"]);
  const head = commitIn({ oid: fields["headRefOid"] });
  const author = optional(fields["author"], actorIn);
  const mergedAt = optional(fields["mergedAt"], instantIn);
  const mergeCommit = optional(fields["mergeCommit"], commitIn);
  const merged2 = fields["merged"];
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
  const fields = fieldsOf(value);
  const pull = fields === null ? null : pullFields(fields);
  const page = pageIn(fields?.["reviews"]);
  return pull === null || page === null ? null : { ...pull, page };
}
function pullsIn(value) {
  const fields = fieldsOf(value);
  if (fields === null)
    return unknown({ kind: "not-found", call: "GitHub GraphQL landings", said: "GitHub does not know the commit" });
  const associated = fieldsOf(fields["associatedPullRequests"]);
  const total = countOf(associated?.["totalCount"]);
  const nodes = listOf(associated?.["nodes"]);
  if (total === null || nodes === null) return garbage4("a commit without a list of pull requests");
  if (total > MOST_PULLS || nodes.length !== total)
    return garbage4(`${total} pull requests are tied to one commit, of which ${nodes.length} came`);
  const pulls = nodes.map(pullIn);
  return pulls.includes(null) ? garbage4("a pull request of another shape") : known(pulls.filter((pull) => pull !== null));
}
var byTime = (a, b) => (a.submittedAt ?? Number.MAX_SAFE_INTEGER) - (b.submittedAt ?? Number.MAX_SAFE_INTEGER) || a.id - b.id;
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
    const answers = await askAll(where, batch, asked);
    for (const [at, commit] of asked.entries()) {
      const answer = answers[at] ?? garbage4("no answer");
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
  const all = reviews.get(pull.number) ?? garbage4("no reviews");
  return { ...pull, reviews: all.is === "unknown" ? all : known([...all.value].sort(byTime)) };
}
async function pullsByNumber(where, numbers2) {
  const asked = [...new Set(numbers2)];
  const batch = {
    call: "pull requests",
    size: 40,
    query: pullsQuery,
    variables: (number, at) => ({ [`number${at}`]: number })
  };
  const answers = await askAll(where, batch, asked);
  const read2 = asked.map((number, at) => {
    const answer = answers[at] ?? garbage4("no answer");
    if (answer.is === "unknown") return [number, answer];
    const pull = pullIn(answer.value);
    return [number, pull === null ? garbage4(`pull request ${number} is not there, or of another shape`) : known(pull)];
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
var garbage5 = (said) => unknown({ kind: "garbage", call: "GitHub comment", said });
var TYPES2 = { User: "User", Bot: "Bot", Mannequin: "Mannequin" };
function accountIn(user) {
  const [number, login, type] = [countOf(user?.["id"]), textOf(user?.["login"]), textOf(user?.["type"])];
  return number === null || login === null || type === null ? null : { id: number, login, type: TYPES2[type] ?? "other" };
}
async function commentById(where, id2) {
  const path = `/repos/${where.owner}/${where.name}/issues/comments/${id2}`;
  const reply = await where.client.rest(`comment ${id2}`, "GET", path);
  if (reply.is === "unknown") return reply;
  const fields = fieldsOf(reply.value);
  const [body, node] = [textOf(fields?.["body"]), textOf(fields?.["node_id"])];
  const [createdAt, updatedAt] = [instantIn(fields?.["created_at"]), instantIn(fields?.["updated_at"])];
  const number = Number(/\/(\d+)$/.exec(textOf(fields?.["issue_url"]) ?? "")?.[1]);
  if (countOf(fields?.["id"]) !== id2 || body === null || node === null || createdAt === null || updatedAt === null)
    return garbage5("a comment of another shape");
  if (!Number.isSafeInteger(number)) return garbage5("a comment that stands nowhere");
  const author = accountIn(fieldsOf(fields?.["user"]));
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
var garbage6 = (said) => unknown({ kind: "garbage", call: "GitHub GraphQL objects", said });
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
  if (oid === null || !isObjectName(oid)) return garbage6("an object without a name");
  return known(fieldsOf(value)?.["__typename"] === "Blob" ? id(oid) : null);
}
async function remoteBlobs(where, spots) {
  const batch = {
    call: "objects",
    size: 100,
    query: blobsQuery,
    variables: (spot, at) => ({ [`at${at}`]: `${spot.commit}:${spot.path}` })
  };
  const answers = await askAll(where, batch, spots);
  return answers.map((answer) => answer.is === "unknown" ? answer : blobIn(answer.value));
}
function entriesIn(value, folder) {
  if (value === null || fieldsOf(value)?.["__typename"] !== "Tree") return known([]);
  const entries = listOf(fieldsOf(value)?.["entries"])?.map((entry) => {
    const [name, type, oid] = ["name", "type", "oid"].map((key) => textOf(fieldsOf(entry)?.[key]));
    if (name == null || type == null || oid == null || !isObjectName(oid)) return null;
    return { path: folder.path === "" ? name : `${folder.path}/${name}`, type, oid };
  });
  if (entries === void 0 || entries.includes(null)) return garbage6("a folder of another shape");
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
      for (const { commit, path } of folders) failed.set(commit, garbage6(`${path} lies too deep`));
      break;
    }
    const answers = await askAll(where, batch, folders);
    folders = folders.flatMap((folder, at) => {
      const answer = answers[at] ?? garbage6("no answer");
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
    const contents = settings.get(settingsKey(commit, settingsUnder)) ?? garbage6("no settings");
    if (contents.is === "unknown") return contents;
    for (const [path, blob] of contents.value) all.set(path, blob);
  }
  for (const path of paths) {
    const blob = blobs.get(spotKey({ commit, path })) ?? garbage6("no answer");
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
var garbage7 = (said) => unknown({ kind: "garbage", call: "GitHub GraphQL issues", said });
function issueIn(value) {
  if (value === null)
    return unknown({ kind: "not-found", call: "GitHub GraphQL issues", said: "there is no such issue" });
  const fields = fieldsOf(value);
  const number = countOf(fields?.["number"]);
  const body = textOf(fields?.["body"]);
  const createdAt = instantIn(fields?.["createdAt"]);
  const author = optional(fields?.["author"], actorIn);
  const last = optional(fields?.["editor"], actorIn);
  const edits = fieldsOf(fields?.["userContentEdits"]);
  if (number === null || body === null || createdAt === null || author === null || last === null)
    return garbage7("an issue of another shape");
  if (fields?.["userContentEdits"] === null)
    return known({ number, body, createdAt, author: author.value, editors: last.value === null ? [] : [last.value] });
  const nodes = listOf(edits?.["nodes"]);
  const more = fieldsOf(edits?.["pageInfo"])?.["hasNextPage"];
  if (nodes === null || more !== false) return garbage7(`the edits of issue #${number} are not all there`);
  const editors = nodes.map((node) => optional(fieldsOf(node)?.["editor"], actorIn));
  if (editors.includes(null)) return garbage7(`an edit of issue #${number} of another shape`);
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
  const answers = await askAll(where, batch, asked);
  return new Map(
    asked.map((number, at) => {
      const answer = answers[at] ?? garbage7("no answer");
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
  const fields = fieldsOf(fieldsOf(reply.value.data)?.["repository"]);
  const branch = fieldsOf(fields?.["defaultBranchRef"]);
  const number = countOf(fields?.["databaseId"]);
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
  const changes = await changesOf(repository, spans);
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
function reviewsOf(reviews, contents) {
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
  const landed = await changesOf(
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
              reviews: pull.reviews.is === "unknown" ? pull.reviews : known(reviewsOf(pull.reviews.value, (commit) => contents(one, commit)))
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
  openSource,
  remoteOf,
  remoteFrom,
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
  askAll,
  allReviews,
  pullIn,
  pullsOf,
  wholePull,
  pullsByNumber,
  changesOf,
  mergeBases,
  firstParent,
  commentById,
  commentsOf,
  remoteBlobs,
  issuesOf,
  githubFrom,
  witnessOf
};
