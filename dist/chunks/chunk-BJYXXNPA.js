import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  clockWasCorrected,
  edgeErrorOf,
  isLoopback,
  kindOf as kindOf2,
  nameOf,
  openClients
} from "./chunk-KXVJTGQ5.js";
import {
  OktaRefusal,
  errorOf,
  kindOf,
  scopesOf,
  scopesOf2
} from "./chunk-RYEE6VUW.js";
import {
  instantOf
} from "./chunk-66F3A4I2.js";
import {
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

// src/entry/clouds.ts
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

// src/edges/aws/retry.ts
var SETTLING = /* @__PURE__ */ new Set([
  "ConflictException",
  "ConcurrentModification",
  "ConcurrentModificationException",
  "EntityTemporarilyUnmodifiable",
  "EntityTemporarilyUnmodifiableException"
]);
var SETTLE = { first: 1e3, longest: 3e4, total: 18e4 };
var PATIENCE = {
  throttled: { first: 500, longest: 2e4, total: 12e4 },
  unreachable: { first: 500, longest: 8e3, total: 3e4 }
};
var patienceFor = (error, conflicts) => conflicts === "settle" && SETTLING.has(nameOf(error)) ? SETTLE : PATIENCE[kindOf2(error)];
var ATTEMPTS = 45e3;
async function withRetry(attempt, pause2, conflicts = "settle") {
  let corrected = false;
  let waited = 0;
  let spent = 0;
  for (let turn = 0; ; turn++) {
    const began = performance.now();
    try {
      return await attempt();
    } catch (error) {
      if (kindOf2(error) === "unreachable") spent += performance.now() - began;
      if (!corrected && clockWasCorrected(error)) {
        corrected = true;
        continue;
      }
      const patience = patienceFor(error, conflicts);
      if (patience === void 0) throw error;
      const delay = Math.min(patience.longest, patience.first * 2 ** turn) * (0.5 + pause2.random() / 2);
      if (waited + delay > patience.total || spent >= ATTEMPTS) throw error;
      waited += delay;
      await pause2.sleep(delay);
    }
  }
}

// src/edges/aws/silence.ts
var BRIEFLY = 5e3;
function after(failed, attempt) {
  const made = [failed];
  return async () => {
    if (made.length > 0) throw made.pop();
    return attempt();
  };
}
function openAsking() {
  const silent = /* @__PURE__ */ new Set();
  const noted = async (place, answer) => {
    try {
      const value = await answer;
      silent.delete(place);
      return value;
    } catch (error) {
      if (kindOf2(error) === "unreachable") silent.add(place);
      else silent.delete(place);
      throw error;
    }
  };
  return async (place, attempt, patiently) => {
    const asUsual = () => attempt({});
    if (!silent.has(place)) return noted(place, patiently(asUsual));
    try {
      return await noted(place, attempt({ requestTimeout: BRIEFLY }));
    } catch (error) {
      if (kindOf2(error) === "unreachable") throw error;
      return noted(place, patiently(after(error, asUsual)));
    }
  };
}

// src/edges/aws/caller.ts
function openCaller(asked) {
  const asking = openAsking();
  const ready = /* @__PURE__ */ new Map();
  const clientFor = async ({ service, account, region = "", open: open2 }) => {
    const keys = await asked.sessions.of(account);
    if (keys.is === "unknown") return keys;
    const before = ready.get(`${service} ${account} ${region}`);
    if (before?.keys === keys.value) return known(before.client);
    const client = await open2(keys.value);
    ready.set(`${service} ${account} ${region}`, { keys: keys.value, client });
    return known(client);
  };
  const send = async (calling) => {
    const { service, account, region = "", op, input, conflicts, pace } = calling;
    const client = await clientFor(calling);
    if (client.is === "unknown") return client;
    const Command = await calling.command();
    const command = new Command(input);
    const output = await asking(
      `${service} ${account} ${region}`,
      async (sending) => {
        await pace();
        asked.count(`${service}:${op}`);
        return client.value.send(command, sending);
      },
      (attempt) => withRetry(attempt, asked.pause, conflicts)
    );
    if (output.$metadata.requestId === void 0)
      return unknown({
        kind: "garbage",
        call: `${service}:${op} in ${account}`,
        said: "the answer is not one of AWS: it carries no request id"
      });
    return known(output);
  };
  return async (calling) => {
    const where = calling.region === void 0 ? calling.account : `${calling.account} (${calling.region})`;
    const call = `${calling.service}:${calling.op} in ${where}`;
    try {
      return await send(calling);
    } catch (error) {
      if (!nameOf(error).startsWith("ExpiredToken")) return unknown(edgeErrorOf(call, error));
    }
    asked.sessions.drop(calling.account);
    try {
      return await send(calling);
    } catch (error) {
      return unknown(edgeErrorOf(call, error));
    }
  };
}

// src/edges/aws/limiter.ts
var WRITES_PER_SECOND = 5;
var CALLS_PER_SECOND = 15;
function paceWrites(pacing) {
  const free = /* @__PURE__ */ new Map();
  const every = 1e3 / pacing.perSecond;
  return async (lane) => {
    const now = pacing.ticks();
    const due = Math.max(free.get(lane) ?? 0, now - 1e3);
    free.set(lane, due + every);
    if (due > now) await pacing.pause.sleep(due - now);
  };
}

// src/edges/aws/secret.ts
async function readSecret({ hub, clients, pause: pause2, count }, arn) {
  const call = `secretsmanager:GetSecretValue ${arn}`;
  const keys = await hub();
  if (keys.is === "unknown") return keys;
  try {
    const { commands, open: open2 } = await (await clients()).secrets();
    const client = open2(keys.value, arn.split(":")[3] ?? "");
    const answer = await withRetry(() => {
      count("secretsmanager:GetSecretValue");
      return client.send(new commands.GetSecretValueCommand({ SecretId: arn }));
    }, pause2);
    return answer.SecretString === void 0 ? unknown({ kind: "garbage", call, said: "the secret holds no text" }) : known(answer.SecretString);
  } catch (error) {
    return unknown(edgeErrorOf(call, error));
  }
}

// src/edges/aws/oidc.ts
var CALL = "GitHub OIDC token";
var AUDIENCE = "sts.amazonaws.com";
var TIMEOUT = 3e4;
var tokenSource = (environment) => {
  const url = environment["ACTIONS_ID_TOKEN_REQUEST_URL"];
  const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  return url === void 0 || bearer === void 0 || url === "" || bearer === "" ? null : { url, bearer };
};
async function fetchToken(source) {
  const failed = (kind, said) => unknown({ kind, call: CALL, said });
  if (!URL.canParse(source.url)) return failed("invalid", "ACTIONS_ID_TOKEN_REQUEST_URL is no URL");
  const url = new URL(source.url);
  if (url.protocol !== "https:" && !isLoopback(url)) return failed("invalid", "the token service is not https");
  url.searchParams.set("audience", AUDIENCE);
  try {
    const answer = await fetch(url, {
      headers: { authorization: `bearer ${source.bearer}`, accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT)
    });
    if (!answer.ok) return failed(answer.status >= 500 ? "unreachable" : "denied", `status ${answer.status}`);
    const body = await answer.json();
    const token = typeof body === "object" && body !== null ? Reflect.get(body, "value") : void 0;
    return typeof token === "string" && token !== "" ? known(token) : failed("garbage", "the answer holds no token");
  } catch (error) {
    const garbage = error instanceof SyntaxError;
    return failed(garbage ? "garbage" : "unreachable", error instanceof Error ? error.message : String(error));
  }
}

// src/edges/aws/sessions.ts
var LIFETIME = 3600;
var RENEW_AFTER = (LIFETIME - 600) * 1e3;
var plain = (text) => text.replace(/[^\w+=,.@-]/g, "-").slice(0, 64);
var tagged = (text) => text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, "-").slice(0, 256);
var remembered = (ticks, ask2) => {
  let kept = null;
  return async () => {
    if (kept === null || kept.until <= ticks()) kept = { until: ticks() + RENEW_AFTER, answer: ask2() };
    const mine = kept;
    const answer = await mine.answer;
    if (answer.is === "unknown" && kept === mine) kept = null;
    return answer;
  };
};
function openSessions(asked) {
  const { integration, job, pause: pause2, setSecret, ticks } = asked;
  const name = plain(`daypass-${asked.run}`);
  let firstDate = null;
  const watched = (client) => {
    client.middlewareStack.add(
      (next) => async (given) => {
        const output = await next(given);
        const headers = Reflect.get(Object(output.response), "headers");
        const date = Date.parse(String(Reflect.get(Object(headers), "date")));
        if (firstDate === null && !Number.isNaN(date)) firstDate = instantOf(date / 1e3);
        return output;
      },
      { step: "deserialize", priority: "low", name: "daypassServerTime", override: true }
    );
    return client;
  };
  const keysOf = (granted, call) => {
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = granted ?? {};
    if (accessKeyId === void 0 || secretAccessKey === void 0 || sessionToken === void 0)
      return unknown({ kind: "garbage", call, said: "the answer holds no credentials" });
    setSecret(secretAccessKey);
    setSecret(sessionToken);
    return known({ accessKeyId, secretAccessKey, sessionToken });
  };
  const askingSts = openAsking();
  const asking = async (call, ask2) => {
    try {
      const clients = await asked.clients();
      return await askingSts(
        "sts",
        (sending) => {
          asked.count(call.split(" ")[0] ?? call);
          return ask2(clients, sending);
        },
        (attempt) => withRetry(attempt, pause2)
      );
    } catch (error) {
      return unknown(edgeErrorOf(call, error));
    }
  };
  const hubByToken = async (role, source2) => {
    const token = await fetchToken(source2);
    if (token.is === "unknown") return token;
    setSecret(token.value);
    const call = `sts:AssumeRoleWithWebIdentity as ${role}`;
    return asking(call, async ({ commands, sts }, sending) => {
      const input = { RoleArn: role, RoleSessionName: name, WebIdentityToken: token.value, DurationSeconds: LIFETIME };
      const answer = await watched(sts(null)).send(new commands.AssumeRoleWithWebIdentityCommand(input), sending);
      return keysOf(answer.Credentials, call);
    });
  };
  const ambient = () => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken
    } = asked.environment;
    if (!accessKeyId || !secretAccessKey) return null;
    return { accessKeyId, secretAccessKey, ...sessionToken ? { sessionToken } : {} };
  };
  const hubRole = integration.hub[job];
  const source = tokenSource(asked.environment);
  const first = remembered(
    ticks,
    async () => hubRole !== null && source !== null ? hubByToken(hubRole, source) : known(ambient())
  );
  const marks = {
    SourceIdentity: name,
    Tags: Object.entries({ run: asked.run, installation: asked.installation, job }).map(([key, value]) => ({
      Key: `daypass:${key}`,
      Value: tagged(value)
    }))
  };
  const assume = async (account) => {
    const own = await first();
    if (own.is === "unknown") return own;
    const role = `arn:${integration.partition}:iam::${account}:role/${integration.roles[job]}`;
    const call = `sts:AssumeRole as ${role}`;
    return asking(call, async ({ commands, sts }, sending) => {
      const answer = await watched(sts(own.value)).send(
        new commands.AssumeRoleCommand({
          RoleArn: role,
          RoleSessionName: name,
          DurationSeconds: LIFETIME,
          ...integration.externalId === null ? {} : { ExternalId: integration.externalId },
          ...asked.entering === "plain" ? {} : marks
        }),
        sending
      );
      const [, partition, , , there] = answer.AssumedRoleUser?.Arn?.split(":") ?? [];
      if (there !== account || partition !== integration.partition)
        return unknown({ kind: "garbage", call, said: `the session is for ${partition ?? "?"} ${there ?? "?"}` });
      return keysOf(answer.Credentials, call);
    });
  };
  const accounts = /* @__PURE__ */ new Map();
  const of = (account) => {
    const ask2 = accounts.get(account) ?? remembered(ticks, () => assume(account));
    accounts.set(account, ask2);
    return ask2();
  };
  const askTime = remembered(ticks, async () => {
    const own = await first();
    const call = "sts:GetCallerIdentity";
    const identity2 = own.is === "unknown" || firstDate !== null ? own : await asking(
      call,
      async ({ commands, sts }, sending) => known(await watched(sts(own.value)).send(new commands.GetCallerIdentityCommand({}), sending))
    );
    if (firstDate !== null) return known(firstDate);
    return identity2.is === "unknown" ? identity2 : unknown({ kind: "garbage", call, said: "no Date in the answer" });
  });
  const identity = async (account) => {
    const keys = await of(account);
    if (keys.is === "unknown") return keys;
    const call = `sts:GetCallerIdentity in ${account}`;
    return asking(call, async ({ commands, sts }, sending) => {
      const { Account, Arn } = await watched(sts(keys.value)).send(new commands.GetCallerIdentityCommand({}), sending);
      return Account === void 0 || Arn === void 0 ? unknown({ kind: "garbage", call, said: "the answer does not say who" }) : known({ account: Account, arn: Arn });
    });
  };
  return {
    of,
    hub: first,
    identity,
    drop: (account) => {
      accounts.delete(account);
    },
    serverTime: async () => firstDate === null ? askTime() : known(firstDate)
  };
}

// src/edges/aws/aws.ts
function openAws(asked) {
  const counted = /* @__PURE__ */ new Map();
  const count = (call2) => {
    counted.set(call2, (counted.get(call2) ?? 0) + 1);
  };
  let opened = null;
  const clients = () => {
    opened ??= openClients(asked.environment, asked.integration.region);
    return opened;
  };
  const { partition, identityCenter } = asked.integration;
  const sessions = openSessions({ ...asked, clients, count });
  const { pause: pause2, ticks } = asked;
  const paceIam = paceWrites({ perSecond: asked.writesPerSecond ?? WRITES_PER_SECOND, pause: pause2, ticks });
  const paceAll = paceWrites({ perSecond: asked.callsPerSecond ?? CALLS_PER_SECOND, pause: pause2, ticks });
  const call = openCaller({ sessions, pause: pause2, count });
  const home = identityCenter?.home ?? "";
  const region = identityCenter?.region ?? "";
  const around = async () => (await clients()).identityCenter();
  return {
    partition,
    serverTime: () => sessions.serverTime(),
    calls: () => counted,
    identity: (account) => sessions.identity(account),
    secret: (arn) => readSecret({ hub: sessions.hub, clients, pause: pause2, count }, arn),
    wait: (milliseconds) => pause2.sleep(milliseconds),
    iam: (account, op, input) => call({
      service: "iam",
      account,
      op,
      input,
      conflicts: "settle",
      open: async (keys) => (await clients()).iam(keys),
      command: async () => (await clients()).commands.IAM[op],
      pace: () => /^(Get|List)/.test(op) ? Promise.resolve() : paceIam(account)
    }),
    explorer: (account, at, op, input) => call({
      service: "resource-explorer-2",
      account,
      region: at,
      op,
      input,
      conflicts: "tell",
      open: async (keys) => (await (await clients()).inventory()).explorer(keys, at),
      command: async () => (await (await clients()).inventory()).commands.EXPLORER[op],
      pace: () => Promise.resolve()
    }),
    regions: (account, input) => call({
      service: "account",
      account,
      op: "ListRegions",
      input,
      conflicts: "tell",
      open: async (keys) => (await (await clients()).inventory()).account(keys),
      command: async () => (await (await clients()).inventory()).commands.ACCOUNT.ListRegions,
      pace: () => Promise.resolve()
    }),
    tagged: (account, at, input) => call({
      service: "tagging",
      account,
      region: at,
      op: "GetResources",
      input,
      conflicts: "tell",
      open: async (keys) => (await (await clients()).tagging()).open(keys, at),
      command: async () => (await (await clients()).tagging()).commands.TAGGING.GetResources,
      pace: () => Promise.resolve()
    }),
    sso: (op, input, conflicts = "settle") => call({
      service: "sso",
      account: home,
      op,
      input,
      conflicts,
      open: async (keys) => (await around()).sso(keys, region),
      command: async () => (await around()).commands.SSO[op],
      pace: () => paceAll("identity-center")
    }),
    store: (op, input) => call({
      service: "identitystore",
      account: home,
      op,
      input,
      conflicts: "settle",
      open: async (keys) => (await around()).store(keys, region),
      command: async () => (await around()).commands.STORE[op],
      pace: () => paceAll("identity-center")
    }),
    organizations: (op, input) => call({
      service: "organizations",
      account: home,
      op,
      input,
      conflicts: "settle",
      open: async (keys) => (await around()).organizations(keys),
      command: async () => (await around()).commands.ORGANIZATIONS[op],
      pace: () => paceAll("organizations")
    })
  };
}

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
    const plain2 = jwk ?? {};
    const key = jwk === null ? createPrivateKey(text) : createPrivateKey({ key: plain2, format: "jwk" });
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
  const flying = /* @__PURE__ */ new Map();
  const fly = (bucket, more) => {
    const all = Math.max(0, (flying.get(bucket) ?? 0) + more);
    flying.set(bucket, all);
    return all;
  };
  return {
    take(path, now) {
      const bucket = bucketOf(path);
      const room = rooms.get(bucket);
      if (room !== void 0 && now < room.until) {
        if (room.left === 0) return Math.min(LONGEST, room.until - now + 1);
        rooms.set(bucket, { ...room, left: room.left - 1 });
      }
      fly(bucket, 1);
      return 0;
    },
    lost(path) {
      fly(bucketOf(path), -1);
    },
    note(path, headers, now) {
      const bucket = bucketOf(path);
      const others = fly(bucket, -1);
      const left = numberIn(headers, "x-rate-limit-remaining");
      const until = numberIn(headers, "x-rate-limit-reset");
      if (left === null || until === null || until < now || numberIn(headers, "x-rate-limit-limit") === 0) return;
      const room = rooms.get(bucket);
      const mine = Math.max(0, left - others);
      rooms.set(bucket, { until, left: room?.until === until ? Math.min(room.left, mine) : mine });
    }
  };
}

// src/edges/okta/sending.ts
var AT_ONCE = 4;
var TIMEOUT2 = 3e4;
var TRIES = 5;
var HANGING = 45e3;
var BRIEFLY2 = 5e3;
var PATIENCE2 = 300;
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
  let silent = false;
  const now = () => asked.runner() + ahead;
  const wait = async (seconds, spent, said) => {
    if (spent + seconds > PATIENCE2) throw new OktaRefusal("throttled", said);
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
      signal: AbortSignal.timeout(silent ? BRIEFLY2 : TIMEOUT2)
    });
    silent = false;
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
    let hung = 0;
    const timed = async () => {
      const began = performance.now();
      return attempt(request).finally(() => {
        hung += performance.now() - began;
      });
    };
    for (let turn = 1; ; turn++) {
      for (let full = rooms.take(path, now() / 1e3); full > 0; full = rooms.take(path, now() / 1e3))
        spent = await wait(full, spent, "its limit of calls a minute is used up");
      const again = Math.min(8, 0.5 * 2 ** turn) * (0.5 + asked.pause.random() / 2);
      let answer;
      try {
        answer = await gate(timed);
      } catch (error) {
        rooms.lost(path);
        if (error instanceof OktaRefusal) throw error;
        const said = error instanceof Error ? causeOf(error) : String(error);
        if (turn === TRIES || hung >= HANGING || silent) {
          silent = true;
          throw new OktaRefusal("unreachable", said);
        }
        spent = await wait(again, spent, said);
        continue;
      }
      rooms.note(path, answer.headers, now() / 1e3);
      const passes = answer.status === 429 || answer.status >= 500;
      if (!passes || turn === TRIES) return answer;
      const told2 = answer.status === 429 ? waitIn(answer.headers, now() / 1e3) : null;
      spent = await wait(told2 ?? again, spent, `status ${answer.status}`);
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
  const told2 = tryJson(text) ?? {};
  const code = typeof told2.error === "string" ? told2.error : `status ${answer.status}`;
  const said = [told2.error_description, told2.errorSummary].find((one) => typeof one === "string") ?? "";
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
  return { ...await httpFor(asked, credential.value, sending, base), sending, base };
}
async function httpFor({ host, scopes, setSecret }, credential, sending, base) {
  const { Http } = (await import("./http-6NMMF3ZH.js")).default;
  if (credential.is === "client") {
    const oauth = openTokens({ client: credential, host, base, scopes, sending, setSecret });
    return {
      http: new Http({ requestExecutor: sending, oauth, cacheMiddleware: null }),
      enter: async () => {
        await oauth.getAccessToken();
        return credential.id;
      }
    };
  }
  setSecret(credential.value);
  const http = new Http({ requestExecutor: sending, cacheMiddleware: null });
  http.defaultHeaders = { Authorization: `SSWS ${credential.value}` };
  return { http, enter: async () => null };
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
async function told(answer) {
  try {
    return { headers: answer.headers, body: await answer.json() };
  } catch {
    throw new OktaRefusal("garbage", "the answer is no JSON");
  }
}
var ask = async ({ http }, url) => told(await http.http(url, { method: "get", headers: JSON_TYPE }));
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
    text: ({ op, path, accept }, parameters) => answering(`okta:${op}`, async ({ http, base }) => {
      const answer = await http.http(`${base}${filled(path, parameters)}`, { method: "get", headers: { accept } });
      return answer.text();
    }),
    list: (operation, parameters, query = {}) => answering(`okta:${operation.op}`, (okta) => everyItem(okta, operation, parameters, query)),
    send: ({ op, method, path, answers }, parameters, body) => answering(`okta:${op}`, async ({ http, base }) => {
      const content = body === void 0 ? {} : { body: JSON.stringify(body) };
      const headers = body === void 0 ? JSON_TYPE : { ...JSON_TYPE, "content-type": "application/json" };
      const answer = await http.http(`${base}${filled(path, parameters)}`, { method, headers, ...content });
      if (answer.status !== answers) throw new OktaRefusal("garbage", `answered ${answer.status}, not ${answers}`);
      if (answers === 200) await told(answer);
      return null;
    }),
    enter: () => answering("okta:token", ({ enter }) => enter()),
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
var scopesFor = (job, { federation }) => [.../* @__PURE__ */ new Set([...scopesOf(job), ...federation.length === 0 ? [] : scopesOf2(job)])].sort();
var openOktaOf = (asked, integration, aws, scopes) => openOkta({
  host: integration.host,
  secret: () => keyTo(integration, asked, aws),
  scopes,
  environment: asked.environment,
  setSecret: asked.setSecret,
  pause,
  runner: () => Date.now(),
  waiting: (seconds) => asked.stage(`Okta’s calls for this minute are used up; going on in ${seconds} s`)
});
function openClouds(asked) {
  const opened = [];
  const known2 = /* @__PURE__ */ new Map();
  const { job, run, environment, setSecret, ticks } = asked;
  const awsFor = ({ aws, installation }) => aws === null ? null : openAws({ integration: aws, installation, job, run, environment, setSecret, pause, ticks });
  const oktaFor = (settings, aws) => {
    const { okta } = settings;
    return okta === null ? null : openOktaOf(asked, okta, aws, scopesFor(job, okta));
  };
  return {
    open(settings) {
      const key = JSON.stringify([
        settings.installation,
        settings.aws,
        settings.okta?.host,
        settings.okta?.credential,
        settings.okta?.federation.length
      ]);
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
  openAws,
  scopesFor,
  openOktaOf,
  openClouds,
  timeOf
};
