import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readDirectory
} from "./chunks/chunk-XWK6VWK7.js";
import {
  previewOf
} from "./chunks/chunk-AP3QDQPH.js";
import "./chunks/chunk-6ENG7B67.js";
import "./chunks/chunk-WHMRM7DL.js";
import {
  failedEnd,
  runJob,
  stepLine
} from "./chunks/chunk-7CRE7XAF.js";
import {
  renderComment
} from "./chunks/chunk-67MBVKDL.js";
import {
  renderJson
} from "./chunks/chunk-VLJ45CM5.js";
import {
  changesOf,
  githubFrom,
  inWorkspace,
  mergeBases,
  personOf,
  pullsByNumber,
  whatWasSaid
} from "./chunks/chunk-26CAH4LN.js";
import {
  blobsAt,
  fetchDefaultBranch,
  fetchPullHeads,
  filesAt
} from "./chunks/chunk-M6L74HX7.js";
import {
  commandData,
  commandProperty,
  terminal
} from "./chunks/chunk-JX7IDBJN.js";
import {
  FINDINGS,
  id,
  instantOf,
  known,
  several,
  severityOf,
  sortFindings,
  unknown,
  writeEdgeError
} from "./chunks/chunk-53WH4NYR.js";
import {
  EXIT
} from "./chunks/chunk-3LZXKVQR.js";
import "./chunks/chunk-BE7JI7H6.js";

// src/entry/action.ts
import { mkdtemp, writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

// src/core/report/annotations.ts
var COMMANDS = { error: "error", warning: "warning", note: "notice" };
var SHOWN = 10;
function annotationLines(findings) {
  const sorted = sortFindings(findings);
  return ["error", "warning", "note"].flatMap((severity) => {
    const these = sorted.filter((finding) => severityOf(finding) === severity);
    const shown = these.length > SHOWN ? these.slice(0, SHOWN - 1) : these;
    const left = these.length - shown.length;
    const more = `::${COMMANDS[severity]}::${several(left, "more finding")} of this severity; the report has them all`;
    return [...shown.map(annotationLine), ...left > 0 ? [more] : []];
  });
}
function annotationLine(finding) {
  const { at, message, cure } = finding;
  const where = `file=${commandProperty(at.file)},line=${at.line},col=${at.column}`;
  const title = commandProperty(FINDINGS[finding.code].title);
  return `::${COMMANDS[severityOf(finding)]} ${where},title=${title}::${commandData([message, cure])}`;
}

// src/entry/actions/job.ts
function actionJob(job, inputs) {
  const workspace = inputs.environment["GITHUB_WORKSPACE"] ?? "";
  return {
    job,
    environment: inputs.environment,
    directory: inputs.directory,
    source: {
      is: "remote",
      remote: { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token },
      what: "HEAD",
      // Taking goes on while GitHub is down, from what an earlier step checked out; giving never does.
      ...job === "expire" && workspace !== "" ? { otherwise: workspace } : {}
    },
    token: inputs.token,
    start: inputs.start,
    ledgerBranch: inputs.ledgerBranch,
    budget: inputs.budget,
    setSecret,
    told: (outcome, step) => process.stdout.write(`${stepLine(outcome, step)}
`),
    stage: (says) => process.stdout.write(`${terminal(says)}
`),
    web: `${inputs.serverUrl}/${inputs.repository}`
  };
}

// src/entry/event.ts
import { readFile } from "node:fs/promises";
var numberIn = (value) => {
  const number = Reflect.get(Object(value), "number");
  return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : null;
};
async function pullRequestOfEvent(environment) {
  const path = environment["GITHUB_EVENT_PATH"] ?? "";
  const text = path === "" ? null : await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const event = JSON.parse(text);
    return numberIn(Reflect.get(Object(event), "pull_request")) ?? numberIn(event);
  } catch {
    return null;
  }
}

// src/entry/preview-pull.ts
import { join } from "node:path";
var missing = (call, said) => unknown({ kind: "not-found", call, said });
async function pulled(inputs, number, folder) {
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token };
  const client = githubFrom(inputs.environment, inputs.token);
  if (client === null) return missing("asking GitHub", "the input github-token is empty");
  const [owner = "", name = ""] = inputs.repository.split("/");
  const [repository, pulls] = await Promise.all([
    fetchDefaultBranch(remote, "HEAD", join(folder, "repository.git")),
    pullsByNumber({ client, owner, name }, [number])
  ]);
  if (repository.is === "unknown") return repository;
  const pull = pulls.get(number) ?? missing("GitHub GraphQL", `pull request ${number}`);
  if (pull.is === "unknown") return pull;
  const heads = await fetchPullHeads(repository.value, remote, [number]);
  if (heads.is === "unknown") return heads;
  const head = heads.value.get(number);
  if (head === void 0) return missing("git fetch", `refs/pull/${number}/head`);
  const [bases] = await mergeBases(repository.value, [[repository.value.head, head]]);
  if (bases === void 0 || bases.is === "unknown") return bases ?? missing("git merge-base", "no answer");
  const [mergeBase] = bases.value;
  if (mergeBase === void 0)
    return missing("git merge-base", "the pull request shares no history with the default branch");
  const [[changes], base, files] = await Promise.all([
    changesOf(repository.value, [{ from: mergeBase, to: head }]),
    filesAt(repository.value, repository.value.head, inputs.directory),
    filesAt(repository.value, head, inputs.directory)
  ]);
  if (changes === void 0 || changes.is === "unknown") return changes ?? missing("git diff-tree", "no answer");
  if (base.is === "unknown") return base;
  if (files.is === "unknown") return files;
  const now = client.serverTime() ?? instantOf(Date.now() / 1e3);
  return known({
    repository: repository.value,
    pull: pull.value,
    head,
    base: base.value,
    files: files.value,
    changes: changes.value,
    now
  });
}
async function opinionsOf(all, paths, settings) {
  const { pull, repository, now } = all;
  if (pull.reviews.is === "unknown") return () => [];
  const commits = [...new Set(pull.reviews.value.flatMap((review) => review.commit ?? []))];
  const spots = commits.flatMap((commit) => paths.map((path) => ({ commit, path })));
  const answers = await blobsAt(repository, spots);
  const blobs = new Map(
    spots.map((spot, at) => [`${spot.commit} ${spot.path}`, answers[at] ?? missing("git", "no answer")])
  );
  const atHead = new Map(all.files.map((file) => [file.path, file.blob]));
  const reviews = pull.reviews.value.map((review) => ({ ...review, blobs: known(/* @__PURE__ */ new Map()) }));
  return (path) => {
    const said = whatWasSaid(reviews, now, (review) => {
      const blob = review.commit === null ? missing("review", "its commit is gone") : blobs.get(`${review.commit} ${path}`) ?? missing("git", "not read");
      return blob.is === "unknown" ? blob : known(blob.value === atHead.get(path));
    });
    const person = (account) => {
      const found = personOf(settings, account);
      return found.is === "one" ? [found.person.handle] : [];
    };
    return [
      ...said.approvals.filter((one) => one.sameBytes === "yes").flatMap(
        (one) => person(one.account).map((who) => ({ person: who, state: "approved", review: one.review }))
      ),
      ...said.objections.flatMap(
        (one) => person(one.account).map((who) => ({ person: who, state: "changes-requested", review: one.review }))
      )
    ];
  };
}
var previewPull = (inputs, number) => inWorkspace(inputs.environment, (folder) => previewIn(folder, inputs, number));
async function previewIn(folder, inputs, number) {
  const all = await pulled(inputs, number, folder);
  if (all.is === "unknown") return failedEnd(`Pull request ${number} could not be read: ${writeEdgeError(all.because)}`);
  const { pull, base, files, head, now, changes } = all.value;
  const { directory } = inputs;
  const touched = new Map(changes.map((change) => [change.path, change]));
  const told = await previewOf({
    directory,
    base,
    files,
    touched,
    author: (settings) => {
      const found = pull.author === null ? null : personOf(settings, pull.author.id);
      return found?.is === "one" ? found.person.handle : null;
    },
    opinions: (settings, paths) => opinionsOf(all.value, paths, settings),
    now,
    openedAt: pull.createdAt,
    head,
    web: `${inputs.serverUrl}/${inputs.repository}`
  });
  if (told === null) return failedEnd("The settings of the default branch are broken; daypass validate tells where.");
  const { story, exit } = told;
  return { exit, story, markdown: renderComment(story), json: renderJson(story), says: story.headline.says };
}

// src/entry/actions/plan.ts
async function planPullRequest(inputs) {
  const number = inputs.pullRequest ?? await pullRequestOfEvent(inputs.environment);
  if (number === null)
    return failedEnd("No pull request to plan: the event names none and the input pull-request is empty.");
  return previewPull(inputs, number);
}

// src/entry/actions/index.ts
var ACTIONS = {
  plan: planPullRequest,
  apply: (inputs) => runJob(actionJob("apply", inputs)),
  expire: (inputs) => runJob(actionJob("expire", inputs))
};
var isAction = (word) => Object.hasOwn(ACTIONS, word);

// src/entry/inputs.ts
var wrong = (says) => ({ is: "wrong", says });
var isBranch = (text) => text.length <= 100 && text.split("/").every((step) => /^\w([\w-]|\.(?!\.))*$/.test(step) && !/(\.|\.lock)$/.test(step));
function readInputs(input, environment) {
  const start = input("start").trim();
  if (start !== "" && !/^[0-9a-f]{40}$/.test(start))
    return wrong(`The input start is not a full commit SHA: ${JSON.stringify(start)}.`);
  const folder = input("directory").trim() || "config";
  const directory = readDirectory(folder);
  if (directory === null)
    return wrong(`The input directory is not a folder inside the repository: ${JSON.stringify(folder)}.`);
  const branch = input("ledger-branch").trim() || "daypass-ledger";
  if (!isBranch(branch)) return wrong(`The input ledger-branch is not the name of a branch: ${JSON.stringify(branch)}.`);
  const minutes = Number(input("time-budget") || "45");
  if (!Number.isFinite(minutes) || minutes <= 0 || minutes > 350)
    return wrong("The input time-budget is not a number of minutes from 1 to 350.");
  const number = input("pull-request").trim();
  if (number !== "" && !/^[1-9]\d{0,9}$/.test(number))
    return wrong(`The input pull-request is not a number: ${JSON.stringify(number)}.`);
  const repository = environment["GITHUB_REPOSITORY"] ?? "";
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    return wrong("GITHUB_REPOSITORY does not name a repository: this bundle runs as a GitHub Action.");
  const token = input("github-token").trim();
  return {
    is: "read",
    inputs: {
      command: input("command").trim(),
      directory,
      start: start === "" ? null : id(start),
      token: token === "" ? null : token,
      ledgerBranch: branch,
      pullRequest: number === "" ? null : Number(number),
      budget: minutes * 60,
      repository,
      serverUrl: (environment["GITHUB_SERVER_URL"] ?? "https://github.com").replace(/\/$/, ""),
      environment
    }
  };
}

// src/entry/action.ts
async function tell(end) {
  const folder = await mkdtemp(join2(process.env["RUNNER_TEMP"] ?? tmpdir(), "daypass-report-"));
  const [report, json] = [join2(folder, "report.md"), join2(folder, "report.json")];
  await Promise.all([writeFile2(report, end.markdown), writeFile2(json, end.json)]);
  setOutput("exit", end.exit);
  setOutput("report", report);
  setOutput("json", json);
  for (const line of annotationLines(end.story?.findings ?? [])) process.stdout.write(`${line}
`);
  process.stdout.write(`${terminal(end.says, 1e3)}
`);
  if ((process.env["GITHUB_STEP_SUMMARY"] ?? "") !== "") await summary.addRaw(end.markdown, true).write();
}
async function main() {
  const inputs = readInputs((name) => getInput(name), process.env);
  if (inputs.is === "wrong") {
    error(inputs.says);
    return EXIT.findings;
  }
  const { command } = inputs.inputs;
  if (!isAction(command)) {
    error(`The input command is ${JSON.stringify(command)}; it must be one of ${Object.keys(ACTIONS).join(", ")}.`);
    return EXIT.findings;
  }
  if (inputs.inputs.token !== null) setSecret(inputs.inputs.token);
  const end = await ACTIONS[command](inputs.inputs);
  await tell(end);
  return end.exit;
}
try {
  process.exitCode = await main();
} catch (error2) {
  error(error2 instanceof Error ? error2.message : String(error2));
  const stack = error2 instanceof Error ? error2.stack ?? "" : "";
  const lines = stack.split("\n").map((line) => `    ${terminal(line, 500)}`);
  process.stderr.write(`This is a bug of Daypass, please report it:
${lines.join("\n")}
`);
  process.exitCode = EXIT.bug;
}
