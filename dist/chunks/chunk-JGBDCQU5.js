import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  openAws
} from "./chunk-3NV5BP74.js";
import {
  isLoopback
} from "./chunk-LWMWOLBU.js";
import {
  membersOf
} from "./chunk-LBUGDQTA.js";
import {
  ENDS
} from "./chunk-OC2ZAY6M.js";
import {
  OktaRefusal,
  canonicalJson,
  digest,
  errorOf,
  instantOf,
  kindOf,
  policyJson,
  scopesOf,
  targetsByName,
  writeDuration
} from "./chunk-FUBWPIKP.js";
import {
  known,
  unknown
} from "./chunk-BRETIE5A.js";

// src/core/plan/plan.ts
var RANK = { takes: 0, prepares: 1, gives: 2 };
var inOrder = (steps) => [...steps].sort(
  (a, b) => RANK[a.effect] - RANK[b.effect] || (a.holding < b.holding ? -1 : a.holding > b.holding ? 1 : 0)
);
var digestOf = (steps) => digest(
  canonicalJson(
    steps.map(({ id, effect, notAfter, calls }) => ({
      id,
      effect,
      notAfter,
      calls: calls.map((call) => ({ ...call }))
    }))
  )
);
var sorted = (blocked) => {
  const byText = new Map(blocked.map((one) => [`${one.grants.join(" ")} ${one.because}`, one]));
  return [...byText].sort(([a], [b]) => a < b ? -1 : 1).map(([, one]) => one);
};
var makePlan = (parts) => {
  const steps = inOrder(parts.steps);
  return { ...parts, steps, blocked: sorted(parts.blocked), digest: digestOf(steps) };
};
var revokingOnly = (plan) => makePlan({
  ...plan,
  steps: plan.steps.filter((step) => step.do === "revoke" && step.effect === "takes"),
  unrecorded: []
});
var explainedOnly = (plan) => {
  const { steps } = revokingOnly(plan);
  return makePlan({ ...plan, unrecorded: [], steps: steps.filter(({ because }) => because !== "stray") });
};
var endedOnly = (plan) => {
  const { steps } = revokingOnly(plan);
  const ended = steps.filter(({ until }) => until !== null && until <= plan.now);
  return makePlan({ ...plan, unrecorded: [], vanished: [], steps: ended });
};

// src/core/report/story-of-request.ts
var exactly = (permissions) => {
  switch (permissions.form) {
    case "statements":
      return JSON.stringify(policyJson(permissions.document), null, 2).split("\n");
    case "policy":
      return [permissions.policy.value];
    case "narrowed":
      return [`${permissions.policy.value} cut down to`, ...permissions.to];
    case "existing":
      return [permissions.thing.value];
  }
};
function itemStory({ item, routing }, settings) {
  const account = targetsByName(settings).get(item.target);
  return {
    says: item.entitlement.says,
    target: item.target,
    account: account?.id ?? "unknown account",
    bundle: item.bundle,
    // What is not known yet is told as the graver case: nobody should wave it through.
    risk: routing.risk === "unknown" ? "high" : routing.risk,
    escalating: routing.escalating.map((one) => one.because),
    ends: ENDS[routing.lapse ?? "never"],
    exact: exactly(item.entitlement.permissions)
  };
}
function missingStory(missing, settings) {
  const rule = settings.rules.find((one) => one.name === missing.rule);
  const way = rule?.ways.find((one) => one.is === "approvedBy");
  const who = way?.is === "approvedBy" && way.who.is === "some" ? way.who : null;
  const names = who === null ? [] : [
    ...who.groups.map((group) => group.value),
    ...who.people.map((person) => person.value),
    ...who.manager ? ["the manager"] : []
  ];
  return {
    approvals: missing.more,
    of: names.length === 0 ? missing.people.join(", ") : names.join(" or "),
    people: missing.people,
    rule: missing.rule,
    at: rule?.at ?? null
  };
}
function glassOf({ decision }) {
  if (decision.is !== "allowed" || decision.afterwards === null) return null;
  const { by, within } = decision.afterwards;
  return `Nobody approves this beforehand: ${by.join(", ")} must review it within ${writeDuration(within)}. An approval before the merge makes that needless.`;
}
function waysByItem(decision, settings) {
  const items = /* @__PURE__ */ new Map();
  for (const missing of decision.missing)
    for (const item of missing.items) items.set(item, [...items.get(item) ?? [], missing]);
  const groups = new Map(
    [...items.values()].map((ways) => [ways.map((way) => decision.missing.indexOf(way)).join(), ways])
  );
  return [...groups.values()].map((ways) => ways.map((way) => missingStory(way, settings)));
}
function decisionStory(judgement, settings, waitsUntil) {
  const { decision } = judgement;
  if (decision.is === "refused" && !judgement.undecided)
    return {
      is: "refused",
      objections: decision.reasons.map((reason) => ({
        says: reason.sentence,
        cure: judgement.problems.find((problem) => problem.because === reason.sentence)?.cure ?? "",
        rule: null,
        at: reason.at
      }))
    };
  if (judgement.undecided) return { is: "undecided", because: "what a policy contains is only known after the merge" };
  if (decision.is === "waiting") return { is: "waiting", missing: waysByItem(decision, settings), until: waitsUntil };
  if (decision.is !== "allowed") throw new Error("a refused decision was told above");
  const rule = settings.rules.find((one) => one.name === decision.rule);
  return { is: "allowed", approvers: decision.approvers, rule: decision.rule, at: rule?.at ?? null };
}
function whenStory(telling) {
  const { request, window, landedAt } = telling;
  if (landedAt !== null || request.when.is === "until") return { is: "window", ...window };
  const from = request.when.is === "duration" ? request.when.from : null;
  return { is: "after merge", seconds: window.until - window.from, from };
}
function emergencyOf({ request, judgement, tentative, settings, requester }) {
  const { decision, items } = tentative ?? judgement;
  const person = request.for.value;
  if (decision.is !== "waiting" || requester !== person) return null;
  const may = ({ routing, decision: one }) => one.is === "allowed" || routing.ways.some(({ way }) => way.is === "breakGlass" && membersOf(way.who, settings).has(person));
  return items.every(may) ? "In an emergency that cannot wait, add the line `breakGlass: true` to the file: it is then given at once, told loudly, and reviewed afterwards." : null;
}
var PROVIDED = "What the policies contain is looked at after the merge; if they could do more than the rules allow, nothing is given.";
var requestStory = (telling) => ({
  id: telling.request.id,
  path: telling.request.path,
  person: telling.request.for.value,
  requester: telling.requester,
  reason: telling.request.reason?.value ?? null,
  ticket: telling.request.ticket?.value ?? null,
  window: whenStory(telling),
  items: telling.judgement.items.map((item) => itemStory(item, telling.settings)),
  decision: decisionStory(telling.tentative ?? telling.judgement, telling.settings, telling.waitsUntil),
  breakGlass: glassOf(telling.tentative ?? telling.judgement),
  emergency: emergencyOf(telling),
  provided: telling.tentative === null ? null : PROVIDED,
  state: telling.state,
  reach: telling.reach
});

// src/entry/clouds.ts
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

// src/edges/okta/credential.ts
import { createPrivateKey } from "node:crypto";
var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var wrong = (said) => unknown({
  kind: "invalid",
  call: "reading the key to Okta",
  said: `${said}; it must be {"host": "…", "clientId": "…", "privateKey": …} or {"host": "…", "token": "…"}`
});
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
function keyOf(written) {
  const text = typeof written === "string" ? written.trim() : "";
  const jwk = isRecord(written) ? written : text.startsWith("{") ? parsed(text) : null;
  try {
    const plain = jwk ?? {};
    const key = jwk === null ? createPrivateKey(text) : createPrivateKey({ key: plain, format: "jwk" });
    const curve = key.asymmetricKeyDetails?.namedCurve;
    return key.asymmetricKeyType === "rsa" || curve === "prime256v1" ? key : null;
  } catch {
    return null;
  }
}
var textIn = (value, name) => {
  const found = value[name];
  return typeof found === "string" && found.trim() !== "" ? found.trim() : null;
};
function readCredential(text, host) {
  const value = parsed(text);
  if (value === null) return wrong("it is not JSON");
  const named = textIn(value, "host")?.replace(/^https:\/\//, "").replace(/\/+$/, "");
  if (named !== host) return wrong(`it is for ${named ?? "no organisation"}, and settings name ${host}`);
  const token = textIn(value, "token");
  if (token !== null) return known({ is: "token", value: token.replace(/^SSWS\s+/, "") });
  const client = textIn(value, "clientId");
  if (client === null) return wrong("it names no clientId");
  const key = keyOf(value["privateKey"]);
  if (key === null) return wrong("its privateKey is no RSA or P-256 key in JWK or PEM form");
  const jwk = value["privateKey"];
  const keyId = textIn(value, "keyId") ?? (isRecord(jwk) ? textIn(jwk, "kid") : null);
  return known({ is: "client", id: client, key, keyId });
}

// src/edges/okta/rooms.ts
function bucketOf(path) {
  const [, , , kind = "", id, below] = path.split("/");
  if (kind === "apps") return id === void 0 || below !== void 0 ? "apps" : "app";
  if (below !== void 0) return "rest";
  return id === void 0 ? kind : `${kind}/id`;
}
var numberIn = (headers, name) => {
  const text = headers.get(name);
  return text === null || !/^\d+$/.test(text) ? null : Number(text);
};
var LONGEST = 61;
function waitIn(headers, now) {
  const reset = numberIn(headers, "x-rate-limit-reset");
  return reset === null ? null : Math.min(LONGEST, Math.max(1, reset - now + 1));
}
function openRooms() {
  const rooms = /* @__PURE__ */ new Map();
  return {
    note(path, headers, now) {
      const left = numberIn(headers, "x-rate-limit-remaining");
      const until = numberIn(headers, "x-rate-limit-reset");
      if (left === null || until === null || until < now || numberIn(headers, "x-rate-limit-limit") === 0) return;
      rooms.set(bucketOf(path), { left, until });
    },
    take(path, now) {
      const bucket = bucketOf(path);
      const room = rooms.get(bucket);
      if (room === void 0 || now >= room.until) return 0;
      if (room.left === 0) return Math.min(LONGEST, room.until - now + 1);
      rooms.set(bucket, { ...room, left: room.left - 1 });
      return 0;
    }
  };
}

// src/edges/okta/sending.ts
var AT_ONCE = 4;
var TIMEOUT = 3e4;
var TRIES = 5;
var PATIENCE = 300;
function openGate() {
  let free = AT_ONCE;
  const waiting = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === void 0) free += 1;
      else next();
    }
  };
}
function openSending(asked) {
  const rooms = openRooms();
  const gate = openGate();
  let ahead = 0;
  let first = null;
  const now = () => asked.runner() + ahead;
  const wait = async (seconds, spent, said) => {
    if (spent + seconds > PATIENCE) throw new OktaRefusal("throttled", said);
    if (seconds >= 1) asked.waiting(Math.ceil(seconds));
    await asked.pause.sleep(seconds * 1e3);
    return spent + seconds;
  };
  const attempt = async ({ url, method, headers, body }) => {
    asked.count(`okta:${method.toUpperCase()}`);
    const answer = await fetch(url, {
      method: method.toUpperCase(),
      headers,
      ...body === void 0 ? {} : { body },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT)
    });
    const date = Date.parse(answer.headers.get("date") ?? "");
    if (!Number.isNaN(date)) {
      ahead = date - asked.runner();
      first ??= date;
    }
    return answer;
  };
  const send = async (request) => {
    const path = new URL(request.url).pathname.slice(new URL(asked.base).pathname.replace(/\/$/, "").length);
    let spent = 0;
    for (let turn = 1; ; turn++) {
      for (let full = rooms.take(path, now() / 1e3); full > 0; full = rooms.take(path, now() / 1e3))
        spent = await wait(full, spent, "its limit of calls a minute is used up");
      const again = Math.min(8, 0.5 * 2 ** turn) * (0.5 + asked.pause.random() / 2);
      try {
        const answer = await gate(() => attempt(request));
        rooms.note(path, answer.headers, now() / 1e3);
        const passes = answer.status === 429 || answer.status >= 500;
        if (!passes || turn === TRIES) return answer;
        const told = answer.status === 429 ? waitIn(answer.headers, now() / 1e3) : null;
        spent = await wait(told ?? again, spent, `status ${answer.status}`);
      } catch (error) {
        if (error instanceof OktaRefusal) throw error;
        const said = error instanceof Error ? causeOf(error) : String(error);
        if (turn === TRIES) throw new OktaRefusal("unreachable", said);
        spent = await wait(again, spent, said);
      }
    }
  };
  return { fetch: send, now, firstDate: () => first };
}
var causeOf = (error) => error.cause instanceof Error ? error.cause.message : error.message;

// src/edges/okta/token.ts
import { sign } from "node:crypto";
var LIFE = 300;
var SKEW = 3e4;
var part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
function assertionOf({ id, key, keyId }, audience, now, unique) {
  const elliptic = key.asymmetricKeyType === "ec";
  const issued = Math.floor(now / 1e3);
  const header = { alg: elliptic ? "ES256" : "RS256", typ: "JWT", ...keyId === null ? {} : { kid: keyId } };
  const claims = { iss: id, sub: id, aud: audience, iat: issued, exp: issued + LIFE, jti: `${id}-${issued}-${unique}` };
  const signed = `${part(header)}.${part(claims)}`;
  const signature = sign("sha256", Buffer.from(signed), elliptic ? { key, dsaEncoding: "ieee-p1363" } : key);
  return `${signed}.${signature.toString("base64url")}`;
}
var CURES = {
  invalid_client: "the key or the client id is not (or no longer) that of the service app",
  invalid_scope: "grant the scope to the service app (Okta API Scopes)",
  invalid_dpop_proof: 'the service app demands DPoP, which Daypass does not speak: turn off "Require Demonstrating Proof of Possession"',
  use_dpop_nonce: "the service app demands DPoP, which Daypass does not speak: turn it off"
};
async function refusalOf(answer) {
  const text = await answer.text();
  const told = tryJson(text) ?? {};
  const code = typeof told.error === "string" ? told.error : `status ${answer.status}`;
  const said = [told.error_description, told.errorSummary].find((one) => typeof one === "string") ?? "";
  const cure = CURES[code];
  const kind = answer.status === 400 ? "denied" : kindOf(answer.status);
  return new OktaRefusal(kind, `no access token: ${code} (${String(said)})${cure === void 0 ? "" : `; ${cure}`}`);
}
function tryJson(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
function openTokens(asked) {
  const { client, host, base, scopes, sending } = asked;
  let token = null;
  let made = 0;
  const ask2 = () => {
    made += 1;
    const assertion = assertionOf(client, `https://${host}/oauth2/v1/token`, sending.now(), String(made));
    return sending.fetch({
      url: `${base}/oauth2/v1/token`,
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        scope: scopes.join(" "),
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: assertion
      }).toString()
    });
  };
  const get = async () => {
    const before = sending.now();
    const first = await ask2();
    const answer = !first.ok && Math.abs(sending.now() - before) > SKEW ? await ask2() : first;
    if (!answer.ok) throw await refusalOf(answer);
    const value = tryJson(await answer.text())?.["access_token"];
    if (typeof value !== "string" || value === "")
      throw new OktaRefusal("garbage", "the token service answered without a token");
    asked.setSecret(value);
    return { access_token: value };
  };
  return {
    isDPoP: false,
    getAccessToken() {
      token ??= get().catch((error) => {
        token = null;
        throw error;
      });
      return token;
    },
    clearCachedAccessToken() {
      token = null;
    }
  };
}

// src/edges/okta/okta.ts
function baseOf({ host, environment }) {
  const instead = environment["OKTA_ENDPOINT_URL"] ?? "";
  if (instead === "") return `https://${host}`;
  if (URL.canParse(instead) && isLoopback(new URL(instead))) return instead.replace(/\/+$/, "");
  throw new OktaRefusal("invalid", "OKTA_ENDPOINT_URL may only name a loopback address");
}
async function open(asked, count) {
  const base = baseOf(asked);
  const text = await asked.secret();
  if (text.is === "unknown") throw new OktaRefusal(text.because.kind, `${text.because.call}: ${text.because.said}`);
  const credential = readCredential(text.value, asked.host);
  if (credential.is === "unknown") throw new OktaRefusal(credential.because.kind, credential.because.said);
  const { pause: pause2, runner, waiting } = asked;
  const sending = openSending({ pause: pause2, runner, base, count, waiting });
  return { http: await httpFor(asked, credential.value, sending, base), sending, base };
}
async function httpFor(asked, credential, sending, base) {
  const { Http } = (await import("./http-6NMMF3ZH.js")).default;
  const { host, scopes, setSecret } = asked;
  if (credential.is === "client") {
    const oauth = openTokens({ client: credential, host, base, scopes, sending, setSecret });
    return new Http({ requestExecutor: sending, oauth, cacheMiddleware: null });
  }
  setSecret(credential.value);
  const http = new Http({ requestExecutor: sending, cacheMiddleware: null });
  http.defaultHeaders = { Authorization: `SSWS ${credential.value}` };
  return http;
}
var filled = (path, parameters) => path.replace(/\{(\w+)\}/g, (_whole, name) => {
  const value = parameters[name];
  if (value === void 0 || value === "") throw new Error(`${path} was given no ${name}`);
  return encodeURIComponent(value);
});
function nextIn(headers, base) {
  const link = headers.get("link") ?? "";
  const next = /<([^>]+)>\s*;\s*rel="next"/.exec(link)?.[1];
  if (next === void 0) return null;
  if (!next.startsWith(`${base}/api/v1/`)) throw new OktaRefusal("garbage", "the next page lies on another host");
  return next;
}
var JSON_TYPE = { accept: "application/json" };
var PAGES = 5e3;
async function ask({ http }, url) {
  const answer = await http.http(url, { method: "get", headers: JSON_TYPE });
  try {
    return { headers: answer.headers, body: await answer.json() };
  } catch {
    throw new OktaRefusal("garbage", "the answer is no JSON");
  }
}
async function everyItem(okta, { path, limit, read }, parameters, query) {
  const words = new URLSearchParams({ ...query, ...limit === null ? {} : { limit: String(limit) } });
  const items = [];
  let next = `${okta.base}${filled(path, parameters)}${words.size === 0 ? "" : `?${words}`}`;
  for (let page = 0; next !== null; page++) {
    if (page === PAGES) throw new OktaRefusal("garbage", "its pages go on for ever");
    const { headers, body } = await ask(okta, next);
    if (!Array.isArray(body)) throw new OktaRefusal("garbage", "the answer is no list");
    items.push(...body.map(read));
    next = nextIn(headers, okta.base);
  }
  return items;
}
function openOkta(asked) {
  const counted = /* @__PURE__ */ new Map();
  const count = (call) => {
    counted.set(call, (counted.get(call) ?? 0) + 1);
  };
  let opened = null;
  const opening = () => {
    opened ??= open(asked, count);
    return opened;
  };
  async function answering(call, work) {
    try {
      return known(await work(await opening()));
    } catch (error) {
      return unknown(errorOf(call, error));
    }
  }
  return {
    host: asked.host,
    calls: () => counted,
    get: ({ op, path, read }, parameters) => answering(`okta:${op}`, async (okta) => read((await ask(okta, `${okta.base}${filled(path, parameters)}`)).body)),
    list: (operation, parameters, query = {}) => answering(`okta:${operation.op}`, (okta) => everyItem(okta, operation, parameters, query)),
    send: ({ op, method, path }, parameters) => answering(`okta:${op}`, async ({ http, base }) => {
      await http.http(`${base}${filled(path, parameters)}`, { method, headers: JSON_TYPE });
      return null;
    }),
    serverTime: () => answering("okta:time", async ({ http, sending, base }) => {
      if (sending.firstDate() === null)
        await http.http(`${base}/api/v1/groups?limit=1`, { method: "get", headers: JSON_TYPE });
      const date = sending.firstDate();
      if (date === null) throw new OktaRefusal("garbage", "its answers say no time");
      return instantOf(Math.floor(date / 1e3));
    })
  };
}

// src/entry/clouds.ts
var pause = {
  sleep: (milliseconds) => sleep(milliseconds),
  random: () => randomInt(1e6) / 1e6
};
async function keyTo({ credential }, { environment }, aws) {
  const call = "reading the key to Okta";
  if (credential.in === "environment") {
    const text = environment["OKTA_CREDENTIAL"] ?? "";
    return text === "" ? unknown({ kind: "denied", call, said: "the job has no OKTA_CREDENTIAL: give it the secret of its environment" }) : known(text);
  }
  return aws === null ? unknown({ kind: "denied", call, said: "a secret of AWS needs integrations/aws.yaml" }) : aws.secret(credential.arn);
}
function openClouds(asked) {
  const opened = [];
  const known2 = /* @__PURE__ */ new Map();
  const { job, run, environment, setSecret, stage, ticks } = asked;
  const awsFor = ({ aws, installation }) => aws === null ? null : openAws({ integration: aws, installation, job, run, environment, setSecret, pause, ticks });
  const oktaFor = ({ okta }, aws) => okta === null ? null : openOkta({
    host: okta.host,
    secret: () => keyTo(okta, asked, aws),
    scopes: scopesOf(job),
    environment,
    setSecret,
    pause,
    runner: () => Date.now(),
    waiting: (seconds) => stage(`Okta’s calls for this minute are used up; going on in ${seconds} s`)
  });
  return {
    open(settings) {
      const key = JSON.stringify([settings.installation, settings.aws, settings.okta?.host, settings.okta?.credential]);
      const there = known2.get(key);
      if (there !== void 0) return there;
      const aws = awsFor(settings);
      const okta = oktaFor(settings, aws);
      opened.push(...[aws, okta].flatMap((one) => one ?? []));
      known2.set(key, { aws, okta });
      return { aws, okta };
    },
    calls() {
      const all = /* @__PURE__ */ new Map();
      for (const one of opened) for (const [call, count] of one.calls()) all.set(call, (all.get(call) ?? 0) + count);
      return all;
    }
  };
}
async function timeOf({ aws, okta }) {
  const first = aws === null ? null : await aws.serverTime();
  if (first?.is === "known") return first.value;
  const second = okta === null ? null : await okta.serverTime();
  return second?.is === "known" ? second.value : null;
}

export {
  inOrder,
  makePlan,
  revokingOnly,
  explainedOnly,
  endedOnly,
  decisionStory,
  requestStory,
  openClouds,
  timeOf
};
