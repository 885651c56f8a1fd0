import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

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
  ["protocol.version", "2"]
];
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
function start(parameters, options) {
  const place = options.directory === null ? [] : ["--git-dir", options.directory];
  return spawn("git", [...place, ...parameters], { env: environmentOf(options), stdio: "pipe", windowsHide: true });
}
function gitStream(parameters, options) {
  const child = start(parameters, options);
  let stderr = "";
  let late = false;
  const timer = setTimeout(
    () => {
      late = true;
      child.kill("SIGKILL");
    },
    (options.timeout ?? 600) * 1e3
  );
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
        late ? { code: 124, stderr: `git was ended after ${options.timeout ?? 600} s` } : { code: code ?? 128, stderr }
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

export {
  git,
  gitError
};
