import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  id,
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

// src/edges/git/repository.ts
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/edges/git/run.ts
import { spawn } from "node:child_process";
import { devNull } from "node:os";
var PASSED_ON = [
  "PATH",
  "Path",
  "SystemRoot",
  "TMPDIR",
  "TEMP",
  "TMP",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "GIT_SSL_CAINFO",
  "GIT_EXEC_PATH",
  "http_proxy",
  "https_proxy",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "all_proxy",
  "ALL_PROXY",
  "no_proxy",
  "NO_PROXY"
];
var CONFIGURATION = [
  ["core.hooksPath", devNull],
  ["init.templateDir", ""],
  ["core.fsmonitor", "false"],
  ["core.attributesFile", devNull],
  ["advice.graftFileDeprecated", "false"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["log.follow", "false"],
  ["log.showRoot", "true"],
  ["log.showSignature", "false"],
  ["credential.helper", ""],
  ["http.followRedirects", "false"],
  ["fetch.recurseSubmodules", "false"],
  ["fetch.writeCommitGraph", "false"],
  ["protocol.version", "2"],
  // Two minutes without a byte a second either way. What we push is some kilobytes; what we fetch may be much, and the signs
  // of life that a server sends while it works on that (uploadpack.keepAlive) are too few to count: so no shorter.
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "120"]
];
var LONGEST = 600;
function environmentOf(options) {
  const environment = {};
  for (const name of PASSED_ON) {
    const value = process.env[name];
    if (value !== void 0) environment[name] = value;
  }
  const configuration = [...CONFIGURATION];
  if (options.token !== void 0) {
    const basic = Buffer.from(`x-access-token:${options.token.secret}`).toString("base64");
    configuration.push([`http.${options.token.origin}/.extraHeader`, `Authorization: Basic ${basic}`]);
  }
  for (const [at, [key, value]] of configuration.entries()) {
    environment[`GIT_CONFIG_KEY_${at}`] = key;
    environment[`GIT_CONFIG_VALUE_${at}`] = value;
  }
  return {
    ...environment,
    GIT_CONFIG_COUNT: String(configuration.length),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_GRAFT_FILE: devNull,
    GIT_LITERAL_PATHSPECS: "1",
    GIT_ALLOW_PROTOCOL: options.protocols === "file" ? "https:http:file" : "https:http",
    HOME: devNull,
    LC_ALL: "C",
    ...options.environment
  };
}
var OWN_GROUP = process.platform !== "win32";
function start(parameters, options) {
  const place = options.directory === null ? [] : ["--git-dir", options.directory];
  const env = environmentOf(options);
  return spawn("git", [...place, ...parameters], { env, stdio: "pipe", windowsHide: true, detached: OWN_GROUP });
}
function end(child) {
  try {
    if (child.pid === void 0 || !OWN_GROUP) child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
function gitStream(parameters, options) {
  const child = start(parameters, options);
  let stderr = "";
  let late = false;
  const giveUp = () => {
    late = true;
    end(child);
  };
  const timer = setTimeout(giveUp, (options.timeout ?? LONGEST) * 1e3);
  child.stderr.on("data", (chunk) => {
    if (stderr.length < 65536) stderr += chunk.toString();
  });
  child.stdin.on("error", () => void 0);
  child.stdin.end(options.input ?? "");
  const ended = new Promise((resolve) => {
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ code: 127, stderr: `git could not be started: ${error.message}` });
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(
        late ? { code: 124, stderr: `git was ended after ${options.timeout ?? LONGEST} s` } : { code: code ?? 128, stderr }
      );
    });
  });
  return { stdout: child.stdout, ended };
}
async function git(parameters, options) {
  const running = gitStream(parameters, options);
  const chunks = [];
  try {
    for await (const chunk of running.stdout) chunks.push(chunk);
  } catch (error) {
    const { code: code2, stderr: stderr2 } = await running.ended;
    return { code: code2 === 0 ? 128 : code2, stdout: Buffer.alloc(0), stderr: stderr2 || String(error) };
  }
  const { code, stderr } = await running.ended;
  return { code, stdout: Buffer.concat(chunks), stderr };
}
var SAYINGS = [
  [
    /Authentication failed|could not read Username|HTTP 40[13]|error: 40[13]|access denied|Permission denied/i,
    "denied"
  ],
  [/not found|couldn't find remote ref|does not exist|does not appear to be a git|error: 404/i, "not-found"],
  [
    /not our ref|unadvertised object|bad revision|unknown revision|not a valid (object|commit)|not a tree object|bad object/i,
    "not-found"
  ],
  [/error: 429|rate limit/i, "throttled"],
  [/stale info|non-fast-forward|fetch first|rejected|cannot lock ref/i, "conflict"]
];
function gitError(call, answer) {
  const said = answer.stderr.trim().replace(/Authorization:.*/gi, "Authorization: …").slice(0, 1e3);
  const kind = SAYINGS.find(([pattern]) => pattern.test(said))?.[1] ?? "unreachable";
  return { kind, call: `git: ${call}`, said: said || `exit code ${answer.code}` };
}

// src/edges/git/repository.ts
var OBJECT = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
var LOOPBACK = /* @__PURE__ */ new Set(["127.0.0.1", "localhost", "[::1]"]);
var isObjectName = (text) => OBJECT.test(text);
var invalid = (call, said) => ({ kind: "invalid", call: `git: ${call}`, said });
function originOf(remote) {
  if (remote.protocols === "file" && !/^https?:/.test(remote.url)) return known(null);
  const url = URL.canParse(remote.url) ? new URL(remote.url) : null;
  const safe = url?.protocol === "https:" || url?.protocol === "http:" && LOOPBACK.has(url.hostname);
  if (url === null || !safe || url.username !== "" || url.password !== "")
    return unknown(invalid("fetch", `${url?.host ?? "the address"} is neither https nor a loopback address`));
  return known(url.origin);
}
function optionsOf(remote, origin, directory) {
  return {
    directory,
    protocols: remote.protocols ?? "network",
    ...remote.token === null || origin === null ? {} : { token: { origin, secret: remote.token } }
  };
}
var FETCH = [
  "fetch",
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--no-auto-maintenance",
  "--force",
  "--end-of-options"
];
async function fetchDefaultBranch(remote, what, directory) {
  const origin = originOf(remote);
  if (origin.is === "unknown") return origin;
  if (!isObjectName(what) && what !== "HEAD" && !/^refs\/heads\/[^\s:^~?*[\\]+$/.test(what))
    return unknown(invalid("fetch", "not the name of a branch or commit"));
  const bare = directory ?? await mkdtemp(join(tmpdir(), "daypass-"));
  const made = await git(["init", "--quiet", "--bare", "--end-of-options", bare], { directory: null });
  if (made.code !== 0) return unknown(gitError("init", made));
  const options = optionsOf(remote, origin.value, bare);
  const fetched = await git([...FETCH, remote.url, `+${what}:refs/daypass/head`], options);
  if (fetched.code !== 0) return unknown(gitError(`fetch ${what}`, fetched));
  return headOf(bare, "refs/daypass/head");
}
async function headOf(directory, name) {
  const shallow = await git(["rev-parse", "--is-shallow-repository"], { directory });
  if (shallow.code !== 0) return unknown(gitError("open", shallow));
  if (shallow.stdout.toString().trim() !== "false")
    return unknown(
      invalid("open", "the clone is shallow: its history is cut off (fetch-depth: 0, or git fetch --unshallow)")
    );
  const head = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`], { directory });
  const commit = head.stdout.toString().trim();
  if (head.code !== 0 || !isObjectName(commit))
    return unknown({ kind: "not-found", call: `git: resolve ${name}`, said: "there is no such commit" });
  return known({ directory, head: id(commit) });
}
async function openRepository(folder, name) {
  const found = await git(["-C", folder, "rev-parse", "--absolute-git-dir"], { directory: null });
  if (found.code !== 0) return unknown(gitError("open", found));
  return headOf(found.stdout.toString().replace(/\n$/, ""), name);
}
var MISSING = /couldn't find remote ref refs\/pull\/(\d+)\/head/;
async function fetchPullHeads(repository, remote, numbers) {
  const origin = originOf(remote);
  if (origin.is === "unknown") return origin;
  const left = new Set(numbers.filter((number) => Number.isSafeInteger(number) && number > 0));
  const options = optionsOf(remote, origin.value, repository.directory);
  for (let round = 0; left.size > 0; round += 1) {
    const specs = [...left].sort((a, b) => a - b).map((number) => `+refs/pull/${number}/head:refs/daypass/pull/${number}`);
    const parameters = [...FETCH.slice(0, -1), "--stdin", "--end-of-options", remote.url];
    const fetched = await git(parameters, { ...options, input: `${specs.join("\n")}
` });
    if (fetched.code === 0) break;
    const missing = MISSING.exec(fetched.stderr)?.[1];
    if (missing === void 0 || round === 8) return unknown(gitError("fetch of pull request heads", fetched));
    left.delete(Number(missing));
  }
  return headsOf(repository, left);
}
async function headsOf(repository, numbers) {
  const listed = await git(["for-each-ref", "--format=%(objectname) %(refname)", "refs/daypass/pull/"], {
    directory: repository.directory
  });
  if (listed.code !== 0) return unknown(gitError("list of pull request heads", listed));
  const heads = /* @__PURE__ */ new Map();
  for (const line of listed.stdout.toString().split("\n")) {
    const found = /^([0-9a-f]+) refs\/daypass\/pull\/(\d+)$/.exec(line);
    const number = Number(found?.[2]);
    if (found?.[1] !== void 0 && numbers.has(number)) heads.set(number, id(found[1]));
  }
  return known(heads);
}

// src/edges/git/raw-changes.ts
var RAW = /^:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([ADMT])$/;
var side = (mode, blob) => mode === "000000" ? null : { blob: id(blob), mode };
function readRawChange(entry, path) {
  const found = RAW.exec(entry);
  if (found === null || path === "") return null;
  const [, oldMode = "", newMode = "", oldBlob = "", newBlob = ""] = found;
  return { path, before: side(oldMode, oldBlob), after: side(newMode, newBlob) };
}
var decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function textOf(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return bytes.toString("latin1").replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(56320 + byte.charCodeAt(0)));
  }
}
function readParts(answer) {
  try {
    return decoder.decode(answer).split("\0");
  } catch {
    const parts = [];
    for (let at = 0; at <= answer.length; ) {
      const end2 = answer.indexOf(0, at);
      const stop = end2 < 0 ? answer.length : end2;
      parts.push(textOf(answer.subarray(at, stop)));
      at = stop + 1;
    }
    return parts;
  }
}

// src/edges/git/objects.ts
var ENTRY = /^(\d{6}) (blob|commit) ([0-9a-f]{40,64}) +(\d+|-)\t([\s\S]+)$/;
var garbage = (call, said) => unknown({ kind: "garbage", call: `git: ${call}`, said });
async function treeAt(repository, commit, directory) {
  const answer = await git(
    ["ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", ...directory === "" ? [] : [directory]],
    { directory: repository.directory }
  );
  if (answer.code !== 0) return unknown(gitError(`ls-tree ${commit}`, answer));
  const parts = readParts(answer.stdout);
  const entries = [];
  const seen = /* @__PURE__ */ new Set();
  for (const part of parts) {
    if (part === "") continue;
    const found = ENTRY.exec(part);
    if (found === null) return garbage("ls-tree", `unexpected: ${part.slice(0, 100)}`);
    const [, mode = "", type = "", blob = "", bytes = "", path = ""] = found;
    if (seen.has(path)) return garbage("ls-tree", `${path} is there twice`);
    seen.add(path);
    entries.push({
      path,
      mode,
      type: type === "commit" ? "commit" : "blob",
      blob: id(blob),
      bytes: bytes === "-" ? 0 : Number(bytes)
    });
  }
  return known(entries);
}
async function readBlobs(repository, blobs) {
  const wanted = [...new Set(blobs)];
  const found = /* @__PURE__ */ new Map();
  if (wanted.length === 0) return known(found);
  const answer = await git(["cat-file", "--batch", "--buffer"], {
    directory: repository.directory,
    input: `${wanted.join("\n")}
`
  });
  if (answer.code !== 0) return unknown(gitError("cat-file", answer));
  let at = 0;
  for (const blob of wanted) {
    const line = answer.stdout.indexOf(10, at);
    const header = answer.stdout.toString("latin1", at, Math.max(line, at));
    const size = new RegExp(`^${blob} blob (\\d+)$`).exec(header)?.[1];
    const end2 = line + 1 + Number(size);
    if (line < 0 || size === void 0 || end2 >= answer.stdout.length)
      return garbage("cat-file", `unexpected: ${header.slice(0, 100)}`);
    found.set(blob, answer.stdout.subarray(line + 1, end2));
    at = end2 + 1;
  }
  return known(found);
}
async function blobSizes(repository, blobs) {
  const wanted = [...new Set(blobs)];
  if (wanted.length === 0) return known(/* @__PURE__ */ new Map());
  const answer = await git(["cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)", "--buffer"], {
    directory: repository.directory,
    input: `${wanted.join("\n")}
`
  });
  if (answer.code !== 0) return unknown(gitError("cat-file", answer));
  const sizes = /* @__PURE__ */ new Map();
  for (const line of answer.stdout.toString().split("\n")) {
    const [name = "", type, size] = line.split(" ");
    if (type === "blob") sizes.set(id(name), Number(size));
  }
  return known(sizes);
}
async function presentCommits(repository, commits) {
  const wanted = [...new Set(commits)].filter(isObjectName);
  if (wanted.length === 0) return known(/* @__PURE__ */ new Set());
  const answer = await git(["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"], {
    directory: repository.directory,
    input: `${wanted.join("\n")}
`
  });
  if (answer.code !== 0) return unknown(gitError("cat-file", answer));
  const lines = answer.stdout.toString().split("\n");
  if (lines.length !== wanted.length + 1) return garbage("cat-file", "not one line for each object");
  return known(new Set(wanted.filter((commit, line) => lines[line] === `${commit} commit`)));
}
async function blobsAt(repository, spots) {
  const present = await presentCommits(repository, new Set(spots.map((spot) => spot.commit)));
  if (present.is === "unknown") return spots.map(() => present);
  const askable = (spot) => present.value.has(spot.commit) && !/[\n\0]/.test(spot.path) && spot.path !== "";
  const asked = spots.filter(askable);
  const answer = await git(["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"], {
    directory: repository.directory,
    input: asked.map((spot) => `${spot.commit}:${spot.path}
`).join("")
  });
  if (answer.code !== 0) return spots.map(() => unknown(gitError("cat-file", answer)));
  const lines = answer.stdout.toString().split("\n");
  if (lines.length !== asked.length + 1) return spots.map(() => garbage("cat-file", "not one line for each object"));
  const found = new Map(asked.map((spot, line) => [spot, readCheck(lines[line] ?? "")]));
  return spots.map(
    (spot) => found.get(spot) ?? unknown({ kind: "not-found", call: "git: cat-file", said: `${spot.commit} is not here` })
  );
}
function readCheck(line) {
  const found = /^([0-9a-f]{40,64}) (blob|tree|commit)$/.exec(line);
  if (found !== null) return known(found[2] === "blob" && found[1] !== void 0 ? id(found[1]) : null);
  return line.endsWith(" missing") ? known(null) : garbage("cat-file", `unexpected: ${line.slice(0, 100)}`);
}

export {
  git,
  gitError,
  isObjectName,
  fetchDefaultBranch,
  openRepository,
  fetchPullHeads,
  readRawChange,
  readParts,
  treeAt,
  readBlobs,
  blobSizes,
  presentCommits,
  blobsAt
};
