import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  clockWasCorrected,
  edgeErrorOf,
  isLoopback,
  kindOf,
  nameOf,
  openClients
} from "./chunk-LWMWOLBU.js";
import {
  instantOf
} from "./chunk-FUBWPIKP.js";
import {
  known,
  unknown
} from "./chunk-BRETIE5A.js";

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
var patienceFor = (error, conflicts) => conflicts === "settle" && SETTLING.has(nameOf(error)) ? SETTLE : PATIENCE[kindOf(error)];
async function withRetry(attempt, pause, conflicts = "settle") {
  let corrected = false;
  let waited = 0;
  for (let turn = 0; ; turn++) {
    try {
      return await attempt();
    } catch (error) {
      if (!corrected && clockWasCorrected(error)) {
        corrected = true;
        continue;
      }
      const patience = patienceFor(error, conflicts);
      if (patience === void 0) throw error;
      const delay = Math.min(patience.longest, patience.first * 2 ** turn) * (0.5 + pause.random() / 2);
      if (waited + delay > patience.total) throw error;
      waited += delay;
      await pause.sleep(delay);
    }
  }
}

// src/edges/aws/caller.ts
function openCaller(asked) {
  const ready = /* @__PURE__ */ new Map();
  const clientFor = async ({ service, account, open }) => {
    const keys = await asked.sessions.of(account);
    if (keys.is === "unknown") return keys;
    const before = ready.get(`${service} ${account}`);
    if (before?.keys === keys.value) return known(before.client);
    const client = await open(keys.value);
    ready.set(`${service} ${account}`, { keys: keys.value, client });
    return known(client);
  };
  const send = async (calling) => {
    const { service, account, op, input, conflicts, pace } = calling;
    const client = await clientFor(calling);
    if (client.is === "unknown") return client;
    const Command = await calling.command();
    const command = new Command(input);
    const output = await withRetry(
      async () => {
        await pace();
        asked.count(`${service}:${op}`);
        return client.value.send(command);
      },
      asked.pause,
      conflicts
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
    const call = `${calling.service}:${calling.op} in ${calling.account}`;
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
async function readSecret({ hub, clients, pause, count }, arn) {
  const call = `secretsmanager:GetSecretValue ${arn}`;
  const keys = await hub();
  if (keys.is === "unknown") return keys;
  try {
    const { commands, open } = await (await clients()).secrets();
    const client = open(keys.value, arn.split(":")[3] ?? "");
    const answer = await withRetry(() => {
      count("secretsmanager:GetSecretValue");
      return client.send(new commands.GetSecretValueCommand({ SecretId: arn }));
    }, pause);
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
var remembered = (ticks, ask) => {
  let kept = null;
  return async () => {
    if (kept === null || kept.until <= ticks()) kept = { until: ticks() + RENEW_AFTER, answer: ask() };
    const mine = kept;
    const answer = await mine.answer;
    if (answer.is === "unknown" && kept === mine) kept = null;
    return answer;
  };
};
function openSessions(asked) {
  const { integration, job, pause, setSecret, ticks } = asked;
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
  const asking = async (call, ask) => {
    try {
      const clients = await asked.clients();
      return await withRetry(() => {
        asked.count(call.split(" ")[0] ?? call);
        return ask(clients);
      }, pause);
    } catch (error) {
      return unknown(edgeErrorOf(call, error));
    }
  };
  const hubByToken = async (role, source2) => {
    const token = await fetchToken(source2);
    if (token.is === "unknown") return token;
    setSecret(token.value);
    const call = `sts:AssumeRoleWithWebIdentity as ${role}`;
    return asking(call, async ({ commands, sts }) => {
      const input = { RoleArn: role, RoleSessionName: name, WebIdentityToken: token.value, DurationSeconds: LIFETIME };
      const answer = await watched(sts(null)).send(new commands.AssumeRoleWithWebIdentityCommand(input));
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
    return asking(call, async ({ commands, sts }) => {
      const answer = await watched(sts(own.value)).send(
        new commands.AssumeRoleCommand({
          RoleArn: role,
          RoleSessionName: name,
          DurationSeconds: LIFETIME,
          ...integration.externalId === null ? {} : { ExternalId: integration.externalId },
          ...asked.entering === "plain" ? {} : marks
        })
      );
      const [, partition, , , there] = answer.AssumedRoleUser?.Arn?.split(":") ?? [];
      if (there !== account || partition !== integration.partition)
        return unknown({ kind: "garbage", call, said: `the session is for ${partition ?? "?"} ${there ?? "?"}` });
      return keysOf(answer.Credentials, call);
    });
  };
  const accounts = /* @__PURE__ */ new Map();
  const of = (account) => {
    const ask = accounts.get(account) ?? remembered(ticks, () => assume(account));
    accounts.set(account, ask);
    return ask();
  };
  const askTime = remembered(ticks, async () => {
    const own = await first();
    const call = "sts:GetCallerIdentity";
    const identity2 = own.is === "unknown" || firstDate !== null ? own : await asking(
      call,
      async ({ commands, sts }) => known(await watched(sts(own.value)).send(new commands.GetCallerIdentityCommand({})))
    );
    if (firstDate !== null) return known(firstDate);
    return identity2.is === "unknown" ? identity2 : unknown({ kind: "garbage", call, said: "no Date in the answer" });
  });
  const identity = async (account) => {
    const keys = await of(account);
    if (keys.is === "unknown") return keys;
    const call = `sts:GetCallerIdentity in ${account}`;
    return asking(call, async ({ commands, sts }) => {
      const { Account, Arn } = await watched(sts(keys.value)).send(new commands.GetCallerIdentityCommand({}));
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
  const { pause, ticks } = asked;
  const paceIam = paceWrites({ perSecond: asked.writesPerSecond ?? WRITES_PER_SECOND, pause, ticks });
  const paceAll = paceWrites({ perSecond: asked.callsPerSecond ?? CALLS_PER_SECOND, pause, ticks });
  const call = openCaller({ sessions, pause, count });
  const home = identityCenter?.home ?? "";
  const region = identityCenter?.region ?? "";
  const around = async () => (await clients()).identityCenter();
  return {
    partition,
    serverTime: () => sessions.serverTime(),
    calls: () => counted,
    identity: (account) => sessions.identity(account),
    secret: (arn) => readSecret({ hub: sessions.hub, clients, pause, count }, arn),
    wait: (milliseconds) => pause.sleep(milliseconds),
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

export {
  openAws
};
