import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  git,
  gitError
} from "./chunk-3QGBH64G.js";
import {
  id,
  known,
  unknown
} from "./chunk-B6HC74MA.js";

// src/edges/git/repository.ts
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

export {
  isObjectName,
  fetchDefaultBranch,
  openRepository,
  fetchPullHeads
};
