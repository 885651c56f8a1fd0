import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  BREAK_GLASS_LABEL,
  closingLine,
  converse,
  failedEnd,
  forumAt,
  githubForum,
  labelOf,
  readingOf,
  reminderLine,
  runJob,
  send,
  stepLine,
  toldIn,
  untoldLine,
  waitingOf
} from "./chunks/chunk-7FLEYIFH.js";
import {
  exitOfVerified,
  placesOf,
  verifying,
  viewOf
} from "./chunks/chunk-YQNI5U2R.js";
import "./chunks/chunk-36AXJTKZ.js";
import "./chunks/chunk-W7IAHCRU.js";
import {
  summaryOf,
  verifyMarkdown,
  verifyText
} from "./chunks/chunk-BCRVJKYK.js";
import {
  readDirectory
} from "./chunks/chunk-XWK6VWK7.js";
import {
  COMMENT_MARKER,
  renderComment
} from "./chunks/chunk-HIG56UEW.js";
import {
  openedOnce,
  previewOf
} from "./chunks/chunk-KK3ORUH6.js";
import "./chunks/chunk-PMYHNS3L.js";
import {
  openAws
} from "./chunks/chunk-BJYXXNPA.js";
import "./chunks/chunk-KXVJTGQ5.js";
import "./chunks/chunk-DOMC5XNT.js";
import "./chunks/chunk-LVRSQMLL.js";
import "./chunks/chunk-F7HWOFK5.js";
import "./chunks/chunk-MLL6COA7.js";
import {
  renderJson
} from "./chunks/chunk-OEFKE5MR.js";
import "./chunks/chunk-ZGXARGJR.js";
import "./chunks/chunk-GCIT4A5K.js";
import "./chunks/chunk-I35WAWJI.js";
import "./chunks/chunk-LHTDSFUB.js";
import {
  askedIn,
  bundledIn
} from "./chunks/chunk-RAKDFB7L.js";
import {
  AWS_PLACE,
  DATA_BRANCH,
  INDEX,
  NEVER,
  SECTIONS,
  SUMMARY,
  contentsIn,
  dataBranches,
  fileOf,
  isStale,
  packed,
  readContents,
  readLines,
  unpacked,
  writeContents
} from "./chunks/chunk-PW2QCYM6.js";
import {
  FILE,
  compileExtension,
  compileForm,
  directoryIn,
  extensionIn,
  historyOf,
  personOf,
  readBehind,
  requesterOf,
  settingsReader,
  whatWasSaid
} from "./chunks/chunk-KJZDNTLM.js";
import {
  gitLedger,
  inWorkspace
} from "./chunks/chunk-JMK5VHSZ.js";
import {
  aboutRepository,
  changesOf,
  commentById,
  commentsOf,
  commitIn,
  countOf,
  fieldsOf,
  firstParent,
  githubFrom,
  issuesOf,
  listOf,
  mergeBases,
  remoteBlobs,
  textOf
} from "./chunks/chunk-GWQYVHM3.js";
import "./chunks/chunk-PPIAGT6I.js";
import {
  allVersions,
  areaOf,
  versionsOf
} from "./chunks/chunk-UJQ553KK.js";
import "./chunks/chunk-HBBCUIXN.js";
import {
  carriesOf
} from "./chunks/chunk-7JT6UJO5.js";
import {
  NOTHING_READ,
  itemsOf,
  routeItem,
  windowOf
} from "./chunks/chunk-GXPNGJAR.js";
import "./chunks/chunk-UJ3HXRAY.js";
import "./chunks/chunk-HR7GG2YN.js";
import {
  approversOf,
  loadKnowledgeFor
} from "./chunks/chunk-ONGHTM6G.js";
import "./chunks/chunk-MWT5QNRM.js";
import {
  readRequest
} from "./chunks/chunk-SNQCUXD5.js";
import {
  day,
  several
} from "./chunks/chunk-RPDRASIN.js";
import {
  FINDINGS,
  KINDS,
  MODE_NAMES,
  eachOf,
  everyPage,
  policyJson,
  readAccount,
  readCenter,
  readDefinition,
  readSettings,
  require_dist,
  severityOf,
  sortFindings
} from "./chunks/chunk-RYEE6VUW.js";
import "./chunks/chunk-7ZAPLNTP.js";
import {
  PLAIN
} from "./chunks/chunk-WZHV26AT.js";
import {
  DAY,
  blobName,
  canonicalJson,
  digest,
  instantOf,
  later,
  writeInstant
} from "./chunks/chunk-66F3A4I2.js";
import {
  filesAt,
  textOfBlob,
  textsOf
} from "./chunks/chunk-XHVTBLDS.js";
import {
  documentAt,
  isHoldsPath,
  isRequestPath,
  requestIdOf
} from "./chunks/chunk-624KHEYP.js";
import {
  blobSizes,
  blobsAt,
  fetchDefaultBranch,
  fetchPullHeads
} from "./chunks/chunk-SMRKEGFD.js";
import {
  id,
  known,
  nearest,
  unknown,
  writeEdgeError
} from "./chunks/chunk-RTN5YXCH.js";
import {
  EXIT,
  code,
  commandData,
  commandProperty,
  markdown,
  prose,
  terminal
} from "./chunks/chunk-QC3ZOG66.js";
import {
  __toESM
} from "./chunks/chunk-RZGYXAJU.js";

// src/entry/action.ts
import { mkdtemp, writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join7 } from "node:path";

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
  addCodeBlock(code3, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code3), attrs);
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
var LEVELS = {
  error: "failure",
  warning: "warning",
  note: "notice"
};
var BATCH = 50;
function checkAnnotations(findings) {
  const sorted = sortFindings(findings);
  const all = ["error", "warning", "note"].flatMap(
    (severity) => sorted.filter((finding) => severityOf(finding) === severity).map(checkAnnotation)
  );
  const batches = [];
  for (let from = 0; from < all.length; from += BATCH) batches.push(all.slice(from, from + BATCH));
  return batches;
}
var checkAnnotation = (finding) => ({
  path: finding.at.file,
  start_line: finding.at.line,
  end_line: finding.at.line,
  start_column: finding.at.column,
  end_column: finding.at.column,
  annotation_level: LEVELS[severityOf(finding)],
  title: terminal(FINDINGS[finding.code].title, 255),
  message: [finding.message, finding.cure].filter((text) => text !== "").map((text) => terminal(text, 1e3)).join("\n")
});

// src/entry/actions/close.ts
import { join } from "node:path";

// src/core/report/closing.ts
function closingOf(lines, run) {
  const own = lines.filter((line) => line.run === run);
  const opened = own.findLastIndex(({ entry }) => entry.is === "opened");
  if (opened < 0) return null;
  const since = own.slice(opened + 1).map(({ entry }) => entry.is);
  if (since.includes("closed")) return null;
  const count2 = (...kinds) => since.filter((is) => kinds.includes(is)).length;
  return { is: "closed", exit: 3, done: count2("granted", "ended"), failed: count2("failed"), skipped: 0 };
}

// src/entry/actions/close.ts
var said = (exit, says) => ({
  exit,
  story: null,
  markdown: `${says}
`,
  json: `${JSON.stringify({ exit, says })}
`,
  says
});
var closeRecord = (inputs) => inWorkspace(inputs.environment, async (folder) => {
  const run = inputs.environment["GITHUB_RUN_ID"] ?? "";
  if (run === "") return failedEnd("GITHUB_RUN_ID is not set, so it is not known which run has ended.");
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token };
  const ledger = gitLedger({ remote, branch: inputs.ledgerBranch, directory: join(folder, "ledger.git") });
  const read2 = await ledger.read();
  if (read2.is === "unknown") return failedEnd(`The record could not be read: ${writeEdgeError(read2.because)}`);
  const closing = closingOf(read2.value.lines, run);
  if (closing === null) return said(EXIT.done, `Run ${run} has left nothing open in the record.`);
  const written2 = await ledger.append([closing], instantOf(Date.now() / 1e3), run);
  return written2.is === "unknown" ? failedEnd(`The record could not be closed: ${writeEdgeError(written2.because)}`) : said(
    EXIT.done,
    `Run ${run} died and left the record open; it is closed now. The next run goes on where it stopped.`
  );
});

// src/entry/desk.ts
import { join as join2 } from "node:path";

// src/edges/github/dispatch.ts
async function dispatch(client, repository, workflow, branch) {
  const path = `/repos/${repository}/actions/workflows/${encodeURIComponent(workflow)}/dispatches`;
  const sent = await client.rest(`dispatch of ${workflow}`, "POST", path, { ref: branch });
  return sent.is === "unknown" ? sent : known("dispatched");
}

// src/edges/github/propose.ts
var BRANCH_QUERY = aboutRepository(
  "DaypassBranch",
  ", $ref: String!, $branch: String!",
  `    id
    defaultBranchRef { name }
    ref(qualifiedName: $ref) { id target { oid } }
    pullRequests(first: 5, states: OPEN, headRefName: $branch) {
      nodes { id number headRefOid baseRefName headRepository { databaseId } }
    }`,
  []
);
var garbage = (said3) => unknown({ kind: "garbage", call: "GitHub GraphQL branch", said: said3 });
async function branchOf(where, branch) {
  const variables = { owner: where.owner, name: where.name, ref: `refs/heads/${branch}`, branch };
  const reply = await where.client.graphql("branch", BRANCH_QUERY, variables);
  if (reply.is === "unknown") return reply;
  const fields = fieldsOf(fieldsOf(reply.value.data)?.["repository"]);
  const repository = textOf(fields?.["id"]);
  const defaultBranch = textOf(fieldsOf(fields?.["defaultBranchRef"])?.["name"]);
  const pulls = listOf(fieldsOf(fields?.["pullRequests"])?.["nodes"]);
  if (repository === null || defaultBranch === null || pulls === null) return garbage("a repository of another shape");
  const ref = fieldsOf(fields?.["ref"]);
  const [node, head] = [textOf(ref?.["id"]), commitIn(ref?.["target"])];
  const ours = pulls.map(fieldsOf).find((one) => {
    const from = countOf(fieldsOf(one?.["headRepository"])?.["databaseId"]);
    return one?.["baseRefName"] === defaultBranch && from === countOf(fields?.["databaseId"]);
  });
  const [pull, number2, at] = [
    textOf(ours?.["id"]),
    countOf(ours?.["number"]),
    commitIn({ oid: textOf(ours?.["headRefOid"]) })
  ];
  return known({
    repository,
    defaultBranch,
    ref: node === null || head === null ? null : { node, head },
    pull: pull === null || number2 === null || at === null ? null : { node: pull, number: number2, head: at }
  });
}
async function once(where, call, mutation) {
  const [sent] = await send(where, call, [mutation]);
  if (sent === void 0) return garbage("no answer");
  return sent.made.is === "unknown" ? sent.made : known(sent.back);
}
async function branchAt(where, there, { branch, base }) {
  if (there.pull !== null && there.ref !== null) return known(there.ref.head);
  const made = there.ref === null ? await once(where, "branch", {
    field: "createRef",
    input: "CreateRefInput",
    given: { repositoryId: there.repository, name: `refs/heads/${branch}`, oid: base },
    back: "clientMutationId"
  }) : await once(where, "branch", {
    field: "updateRef",
    input: "UpdateRefInput",
    given: { refId: there.ref.node, oid: base, force: true },
    back: "clientMutationId"
  });
  return made.is === "unknown" ? made : known(base);
}
async function commitOn(where, head, proposal) {
  const files = [...proposal.files];
  const made = await once(where, "commit", {
    field: "createCommitOnBranch",
    input: "CreateCommitOnBranchInput",
    given: {
      branch: { repositoryNameWithOwner: `${where.owner}/${where.name}`, branchName: proposal.branch },
      expectedHeadOid: head,
      message: { headline: proposal.title },
      fileChanges: {
        additions: files.flatMap(
          ([path, text]) => text === null ? [] : [{ path, contents: Buffer.from(text).toString("base64") }]
        ),
        deletions: files.flatMap(([path, text]) => text === null ? [{ path }] : [])
      }
    },
    back: "commit { oid }"
  });
  if (made.is === "unknown") return made;
  const commit = commitIn(fieldsOf(made.value)?.["commit"]);
  return commit === null ? garbage("a commit without a name") : known(commit);
}
async function pullFor(where, there, head, { branch, title, body }) {
  if (there.pull !== null) return known({ ...there.pull, head });
  const opened = await once(where, "pull request", {
    field: "createPullRequest",
    input: "CreatePullRequestInput",
    given: { repositoryId: there.repository, baseRefName: there.defaultBranch, headRefName: branch, title, body },
    back: "pullRequest { id number }"
  });
  if (opened.is === "unknown") return opened;
  const fields = fieldsOf(fieldsOf(opened.value)?.["pullRequest"]);
  const [node, number2] = [textOf(fields?.["id"]), countOf(fields?.["number"])];
  return node === null || number2 === null ? garbage("a pull request of another shape") : known({ node, number: number2, head });
}
async function propose(where, proposal, isThere) {
  const there = await branchOf(where, proposal.branch);
  if (there.is === "unknown") return there;
  const before = await branchAt(where, there.value, proposal);
  if (before.is === "unknown") return before;
  const same = there.value.pull !== null && await isThere(before.value);
  const head = same ? before : await commitOn(where, before.value, proposal);
  return head.is === "unknown" ? head : pullFor(where, there.value, head.value, proposal);
}

// src/entry/desk.ts
var missing = (said3) => unknown({ kind: "not-found", call: "opening the repository", said: said3 });
async function openDesk(inputs, folder) {
  const client = githubFrom(inputs.environment, inputs.token);
  if (client === null) return missing("the input github-token is empty");
  const [owner = "", name = ""] = inputs.repository.split("/");
  const where = { client, owner, name };
  const forum = githubForum(where);
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token };
  const [repository, glance] = await Promise.all([
    fetchDefaultBranch(remote, "HEAD", join2(folder, "repository.git")),
    forum.glance()
  ]);
  if (repository.is === "unknown") return repository;
  if (glance.is === "unknown") return glance;
  const files = await filesAt(repository.value, repository.value.head, inputs.directory);
  if (files.is === "unknown") return files;
  const { settings } = readSettings(files.value, inputs.directory, KINDS, MODE_NAMES);
  if (settings === null) return missing("the settings of the default branch are broken; daypass validate tells where");
  return known({
    inputs,
    where,
    forum,
    glance: glance.value,
    repository: repository.value,
    files: files.value,
    settings,
    now: client.serverTime() ?? instantOf(Date.now() / 1e3)
  });
}
var pathIn = ({ inputs }, below) => inputs.directory === "" ? below : `${inputs.directory}/${below}`;
function proposeAt(desk, proposal) {
  const { repository, where, files } = desk;
  const like = files[0]?.blob;
  const isThere = async (head) => {
    const wanted = [...proposal.files];
    const blobs = await remoteBlobs(
      where,
      wanted.map(([path]) => ({ commit: head, path }))
    );
    return wanted.every(([, text], at) => {
      const blob = blobs[at];
      if (blob?.is !== "known" || like === void 0) return false;
      return blob.value === (text === null ? null : blobName(text, like));
    });
  };
  return propose(where, { ...proposal, base: repository.head }, isThere);
}
async function mergeAt({ forum, glance, inputs }, proposed, headline) {
  const [made] = await forum.make(glance, [
    { do: "merge", pull: proposed.node, head: proposed.head, method: inputs.mergeMethod, headline }
  ]);
  if (made === void 0 || made.is === "known") return null;
  const again = await forum.named([proposed.number]);
  const now = again.is === "known" ? again.value.threads.get(proposed.number) : void 0;
  return now?.is === "known" && now.value.state === "merged" ? null : made.because;
}
async function start({ where, glance, inputs }, workflows) {
  const troubles = [];
  for (const workflow of workflows) {
    const sent = await dispatch(where.client, inputs.repository, workflow, glance.defaultBranch);
    if (sent.is === "unknown")
      troubles.push(
        `The workflow ${workflow} could not be started; its own schedule goes on: ${writeEdgeError(sent.because)}`
      );
  }
  return troubles;
}
var said2 = (exit, says, outputs = {}) => ({
  exit,
  story: null,
  markdown: `${exit === EXIT.done ? "" : "🔴 "}${says}
`,
  json: `${JSON.stringify({ exit, says })}
`,
  says,
  outputs
});
var pullLink = ({ inputs }, { number: number2 }) => `${inputs.serverUrl}/${inputs.repository}/pull/${number2}`;

// src/core/approval/may-end.ts
function mayEnd(person, request, requester, settings, deciding) {
  const beneficiary = id(request.for.value);
  if (person === requester || person === beneficiary) return true;
  if (settings.owners.people.some((owner) => owner.value === person)) return true;
  return itemsOf(request, settings, deciding.knowledge).items.some(
    (item) => routeItem(item, settings, deciding).ways.some(({ way }) => {
      const who = way.is === "approvedBy" ? way.who : way.is === "breakGlass" ? way.reviewedBy : null;
      return who !== null && approversOf(who, settings, beneficiary).includes(person);
    })
  );
}

// src/entry/brought.ts
async function broughtBy(desk, number2) {
  const seen = await desk.forum.named([number2]);
  if (seen.is === "unknown") return seen;
  const thread = seen.value.threads.get(number2);
  if (thread === void 0 || thread.is === "unknown")
    return thread ?? unknown({ kind: "not-found", call: "GitHub GraphQL", said: `pull request ${number2}` });
  const history = await historyOf(desk.repository, desk.inputs.directory);
  if (history.is === "unknown") return history;
  const files = desk.files.filter(({ path }) => isRequestPath(path, desk.inputs.directory));
  const versions = versionsOf(history.value, files);
  const { mergeCommit, author } = thread.value;
  const requests = files.flatMap((file) => {
    if (mergeCommit === null || versions.get(file.path)?.landing !== mergeCommit) return [];
    const { request } = readRequest(file, KINDS);
    return request === null ? [] : [{ request, file }];
  });
  const found = author === null ? null : personOf(desk.settings, author.id);
  return known({ thread: thread.value, requests, requester: found?.is === "one" ? found.person.handle : null });
}

// src/entry/end-early.ts
async function endEarly({ desk, said: said3, person }) {
  const brought = await broughtBy(desk, said3.number);
  if (brought.is === "unknown")
    return { is: "failed", answer: `It could not be read: ${writeEdgeError(brought.because)}` };
  const { thread, requests, requester } = brought.value;
  if (thread.state === "open")
    return { is: "refused", answer: "Nothing was given yet: closing this pull request is enough." };
  if (requests.length === 0) return { is: "refused", answer: "None of its requests is there any more." };
  const asked = [...askedIn(requests.map(({ request }) => request)), ...bundledIn(desk.settings)];
  const deciding = { knowledge: await loadKnowledgeFor(asked), carries: carriesOf(), ...NOTHING_READ };
  const may = requests.every(({ request }) => mayEnd(person, request, requester, desk.settings, deciding));
  if (!may)
    return {
      is: "refused",
      answer: "Only the requester, whoever holds it, whoever may approve it, and owners end it. Anybody may open a pull request that deletes its file."
    };
  const names = requests.map(({ request }) => request.id).join(", ");
  const title = `End ${names}`;
  const proposed = await proposeAt(desk, {
    branch: `daypass/end-${said3.number}`,
    files: new Map(requests.map(({ file }) => [file.path, null])),
    title,
    body: `${person} commented \`/end\` on #${said3.number}. Nobody has to approve that.
`
  });
  if (proposed.is === "unknown")
    return { is: "failed", answer: `It could not be ended: ${writeEdgeError(proposed.because)}` };
  const { number: number2 } = proposed.value;
  const refused2 = await mergeAt(desk, proposed.value, `${title} (#${number2})`);
  const outputs = { pull: String(number2) };
  if (refused2 !== null)
    return {
      is: "failed",
      answer: `GitHub did not let Daypass merge #${number2}, which ends it: somebody who may has to press the button.`,
      outputs
    };
  const troubles = await start(desk, [desk.inputs.workflows.apply]);
  return {
    is: troubles.length > 0 ? "failed" : "done",
    answer: [`Ended by #${number2}; the next run takes it away, within minutes.`, ...troubles].join(" "),
    outputs
  };
}

// src/entry/event.ts
import { readFile } from "node:fs/promises";
var numberIn = (value) => {
  const number2 = Reflect.get(Object(value), "number");
  return typeof number2 === "number" && Number.isSafeInteger(number2) && number2 > 0 ? number2 : null;
};
async function eventFile(environment) {
  const path = environment["GITHUB_EVENT_PATH"] ?? "";
  const text = path === "" ? null : await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
var issueOfEvent = async (environment) => numberIn(Reflect.get(Object(await eventFile(environment)), "issue"));
async function commentOfEvent(environment) {
  const id2 = Reflect.get(Object(Reflect.get(Object(await eventFile(environment)), "comment")), "id");
  return typeof id2 === "number" && Number.isSafeInteger(id2) && id2 > 0 ? id2 : null;
}
var MOST = 50;
async function pullRequestsOfEvent(environment) {
  const event = Object(await eventFile(environment));
  const named2 = numberIn(Reflect.get(event, "pull_request")) ?? numberIn(event);
  if (named2 !== null) return [named2];
  const woken = Reflect.get(Object(Reflect.get(event, "workflow_run")), "pull_requests");
  return Array.isArray(woken) ? woken.slice(0, MOST).flatMap((one) => numberIn(one) ?? []) : [];
}

// src/entry/pulls.ts
import { join as join3 } from "node:path";

// src/edges/git/overlay.ts
var isBelow = (path, directory) => directory === "" || path.startsWith(`${directory}/`);
var broughtBy2 = (changes, directory) => changes.flatMap(
  ({ path, after }) => after === null || !isBelow(path, directory) ? [] : [{ path, mode: after.mode, blob: after.blob, type: after.mode === "160000" ? "commit" : "blob" }]
);
async function overlaid(repository, base, all, directory) {
  const brought = all.map((changes) => broughtBy2(changes, directory));
  const blobs = brought.flat().flatMap(({ type, blob }) => type === "blob" ? [blob] : []);
  const sizes = await blobSizes(repository, blobs);
  if (sizes.is === "unknown") return sizes;
  const entries = brought.map((some) => some.map((one) => ({ ...one, bytes: sizes.value.get(one.blob) ?? 0 })));
  const read2 = await textsOf(repository, entries.flat());
  if (read2.is === "unknown") return read2;
  return known(
    all.map((changes, at) => {
      const files = new Map(base.map((file) => [file.path, file]));
      for (const { path } of changes) files.delete(path);
      for (const { path, mode, blob, bytes } of entries[at] ?? [])
        files.set(path, { path, mode, blob, bytes, text: read2.value.get(blob) ?? null });
      return [...files.values()].toSorted((a, b) => a.path < b.path ? -1 : 1);
    })
  );
}

// src/entry/pulls.ts
var missing2 = (call, said3) => unknown({ kind: "not-found", call, said: said3 });
var remoteOf = (inputs) => ({ url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token });
async function peopleFor(inputs, base, folder) {
  const text = base.find(({ path }) => documentAt(path, inputs.directory) === "okta")?.text ?? "";
  if (!/^directory\s*:/m.test(text ?? "")) return null;
  const ledger = gitLedger({
    remote: remoteOf(inputs),
    branch: inputs.ledgerBranch,
    directory: join3(folder, "ledger.git")
  });
  const read2 = await ledger.beside(FILE);
  return read2.is === "known" ? directoryIn(read2.value) : null;
}
async function openGround(inputs, numbers, folder) {
  const client = githubFrom(inputs.environment, inputs.token);
  const forum = forumAt(client, inputs.repository);
  if (client === null || forum.is === "unknown") return missing2("asking GitHub", "the input github-token is empty");
  const [repository, seen] = await Promise.all([
    fetchDefaultBranch(remoteOf(inputs), "HEAD", join3(folder, "repository.git")),
    numbers.length === 0 ? forum.value.open() : forum.value.named(numbers)
  ]);
  if (repository.is === "unknown") return repository;
  if (seen.is === "unknown") return seen;
  const base = await filesAt(repository.value, repository.value.head, inputs.directory);
  if (base.is === "unknown") return base;
  const now = client.serverTime() ?? instantOf(Date.now() / 1e3);
  return known({
    forum: forum.value,
    client,
    repository: repository.value,
    seen: seen.value,
    base: base.value,
    people: await peopleFor(inputs, base.value, folder),
    inventory: openedOnce(
      () => dataBranches({ remote: remoteOf(inputs), directory: join3(folder, "data.git") }).open(inputs.dataBranch)
    ),
    now
  });
}
async function comparedWith(ground, thread) {
  const { repository } = ground;
  if (thread.state !== "merged") return known(repository.head);
  const { mergeCommit } = thread;
  if (mergeCommit === null) return missing2("GitHub GraphQL", `the merge commit of #${thread.number}`);
  return firstParent(repository, mergeCommit);
}
async function placed(ground, inputs, threads) {
  const numbers = threads.map(({ number: number2 }) => number2);
  const heads = await fetchPullHeads(ground.repository, remoteOf(inputs), numbers);
  return Promise.all(
    threads.map(async (thread) => {
      const { number: number2 } = thread;
      if (heads.is === "unknown") return { number: number2, because: heads.because };
      const head = heads.value.get(number2);
      if (head === void 0) return { number: number2, ...missing2("git fetch", `refs/pull/${number2}/head`) };
      if (head !== thread.head)
        return {
          number: number2,
          because: { kind: "conflict", call: "git fetch", said: "somebody pushed meanwhile; that push wakes Daypass" }
        };
      const against = await comparedWith(ground, thread);
      return against.is === "unknown" ? { number: number2, because: against.because } : { thread, head, against: against.value };
    })
  );
}
var isPlaced = (one) => "thread" in one;
async function readPulls(ground, inputs, threads) {
  const { repository } = ground;
  const all = await placed(ground, inputs, threads);
  const there = all.filter(isPlaced);
  const unread2 = all.filter((one) => !isPlaced(one));
  const met = await mergeBases(
    repository,
    there.map(({ head, against }) => [against, head])
  );
  const spans = there.flatMap((one, at) => {
    const bases = met[at] ?? missing2("git merge-base", "no answer");
    const [from] = bases.is === "known" ? bases.value : [];
    if (from !== void 0) return [{ one, span: { from, to: one.head } }];
    const none = missing2("git merge-base", "it shares no history with the default branch");
    unread2.push({ number: one.thread.number, because: bases.is === "unknown" ? bases.because : none.because });
    return [];
  });
  const changes = await changesOf(
    repository,
    spans.map(({ span }) => span)
  );
  const read2 = spans.flatMap(({ one }, at) => {
    const own = changes[at] ?? missing2("git diff-tree", "no answer");
    if (own.is === "known") return [{ one, changes: own.value }];
    unread2.push({ number: one.thread.number, because: own.because });
    return [];
  });
  const pulls = await Promise.all(
    [...Map.groupBy(read2, ({ one }) => one.against)].map(async ([against, some]) => {
      const base = against === repository.head ? known(ground.base) : await filesAt(repository, against, inputs.directory);
      const files = base.is === "unknown" ? base : await overlaid(
        repository,
        base.value,
        some.map((one) => one.changes),
        inputs.directory
      );
      if (base.is === "unknown" || files.is === "unknown") {
        const because = base.is === "unknown" ? base.because : files.is === "unknown" ? files.because : null;
        if (because !== null) unread2.push(...some.map(({ one }) => ({ number: one.thread.number, because })));
        return [];
      }
      return some.map(({ one, changes: own }, at) => ({
        thread: one.thread,
        base: base.value,
        files: files.value[at] ?? [],
        changes: own
      }));
    })
  );
  return { pulls: pulls.flat().toSorted((a, b) => a.thread.number - b.thread.number), unread: unread2 };
}

// src/entry/pulls-end.ts
var unreadLine = ({ number: number2, because }) => `Pull request ${number2} could not be read: ${writeEdgeError(because)}`;
var isMergeable = ({ thread, judged }) => thread.state === "open" && !thread.draft && judged !== null && judged.previewed.unmerged === null;
function rowOf({ thread, judged, view }) {
  const says = judged?.previewed.story.headline.says ?? (view === null ? "nothing of ours" : "told");
  return `| #${thread.number} | ${markdown(thread.title, 80)} | ${markdown(says, 120)} |`;
}
var tableOf = (looked) => {
  const { told } = looked;
  const rows = told.slice(0, 100).map(rowOf);
  const left = told.length - rows.length;
  return [
    COMMENT_MARKER,
    `## ${several(told.length, "pull request")} looked at`,
    ...rows.length === 0 ? [] : [["| | what | how it stands |", "|---|---|---|", ...rows].join("\n")],
    ...left > 0 ? [`… and ${left} more`] : [],
    `<sub>Daypass · ${day(looked.now)}</sub>`,
    ""
  ].join("\n\n");
};
function endOfPulls(looked) {
  const { told, unread: unread2, troubles, open: open2, calls } = looked;
  const bad = [...unread2.map(unreadLine), ...troubles];
  const [first] = told;
  const judged = told.length === 1 ? first?.judged ?? null : null;
  const story = judged?.previewed.story ?? null;
  const worst = bad.length > 0 ? EXIT.failed : judged?.previewed.exit ?? EXIT.done;
  const words = story === null ? first?.view?.words ?? null : renderComment(story);
  const body = told.length === 1 && words !== null ? words : tableOf(looked);
  const says = [...bad, story?.headline.says ?? `${several(told.length, "pull request")} looked at`].join(" · ");
  return {
    exit: worst,
    story,
    markdown: bad.length === 0 ? body : `${bad.map((line) => `🔴 ${markdown(line, 400)}`).join("\n\n")}

${body}`,
    json: story === null ? `${JSON.stringify({ exit: worst, looked: told.length, troubles: bad })}
` : renderJson(story),
    says: `${says} · GitHub calls: ${calls}`,
    outputs: {
      mergeable: told.filter(isMergeable).map(({ thread }) => thread.number).join(","),
      open: String(open2)
    }
  };
}

// src/core/conversation/landed-view.ts
var QUIET = { by: "preview", check: null, ask: [], lines: [], close: false };
var beginsAfter = (request, now) => request.window.from !== null && request.window.from > now;
var landed = (now) => (request) => {
  if (request.state === "allowed") return { ...request, state: beginsAfter(request, now) ? "allowed" : "granting" };
  return request.state === "waiting" ? { ...request, state: "refused" } : request;
};
function landedStory(story) {
  const requests = story.requests.map(landed(story.now));
  const refused2 = requests.filter(({ state }) => state === "refused");
  const begins = requests.flatMap(
    (one) => one.state === "allowed" && beginsAfter(one, story.now) ? [one.window.from] : []
  );
  const headline = requests.length === 0 ? { tone: "quiet", says: "Merged: it counts from now on" } : refused2.length > 0 ? { tone: "bad", says: "Merged before it was allowed: it is not given" } : begins.length === requests.length ? { tone: "good", says: `Merged: it is given at ${day(instantOf(Math.min(...begins)))}` } : { tone: "waits", says: "Merged: the access is on its way" };
  return { ...story, requests, headline };
}
function mergedView(thread, story) {
  if (toldIn(thread).by === "record") return null;
  const told = landedStory(story);
  const broken = told.requests.some(({ breakGlass }) => breakGlass !== null) ? [BREAK_GLASS_LABEL] : [];
  const labels = told.requests.slice(0, 1).map(({ state }) => labelOf(state));
  return { ...QUIET, words: renderComment(told), labels: [...labels, ...broken] };
}
var plainStory = (story, headline, says) => ({
  ...story,
  headline,
  basis: { is: "git" },
  requests: [],
  steps: [],
  outcomes: [],
  blocked: [],
  findings: [],
  alarms: says === "" ? [] : [says],
  lateness: null,
  live: []
});
var closedView = (thread, about) => thread.sticky === null ? null : {
  ...QUIET,
  words: renderComment(plainStory(about, { tone: "quiet", says: "Closed: nothing is given" }, "")),
  labels: []
};
var otherBaseView = (thread, about, defaultBranch) => ({
  ...QUIET,
  words: renderComment(
    plainStory(
      about,
      { tone: "bad", says: "This goes to another branch, from where nothing is ever given" },
      `It is to be merged into ${thread.baseRef}; requests count on ${defaultBranch} alone`
    )
  ),
  labels: []
});
var brokenView = (about) => ({
  ...QUIET,
  words: renderComment(
    plainStory(
      about,
      { tone: "bad", says: "Nothing can be judged" },
      "The settings of the default branch are broken; `daypass validate` tells where"
    )
  ),
  labels: []
});

// src/core/conversation/check.ts
var SUMMARY2 = 6e4;
var TITLE = 200;
function conclusionOf({ findings, requests, headline }) {
  if (findings.some((finding) => severityOf(finding) === "error")) return "failure";
  if (requests.some(({ state }) => state === "refused" || state === "blocked")) return "failure";
  if (requests.some(({ state }) => state !== "allowed")) return "waiting";
  return headline.tone === "waits" ? "waiting" : headline.tone === "bad" ? "failure" : "success";
}
var withoutTime = (words) => words.replace(COMMENT_MARKER, "").replace(/\n<sub>[^\n]*<\/sub>\n?$/, "").trim();
var checkOf = (story) => ({
  conclusion: conclusionOf(story),
  title: story.headline.says.slice(0, TITLE),
  summary: withoutTime(renderComment(story)).slice(0, SUMMARY2),
  annotations: checkAnnotations(story.findings).flat()
});
var NOTHING_OF_OURS = {
  conclusion: "success",
  title: "Nothing of Daypass changes here",
  summary: "This pull request touches no request and no setting.",
  annotations: []
};

// src/core/conversation/reviewers.ts
var MORE = 2;
var MOST2 = 5;
var wantedOf = (requests) => requests.flatMap(
  ({ decision }) => decision.is !== "waiting" ? [] : decision.missing.flatMap((ways) => {
    const [first] = ways.toSorted((a, b) => b.people.length - a.people.length);
    return first === void 0 ? [] : [{ people: first.people, approvals: first.approvals }];
  })
);
var inTurn = (people, number2) => people.map((person) => ({ person, turn: digest(`${number2} ${person}`) })).toSorted((a, b) => a.turn < b.turn ? -1 : 1).map(({ person }) => person);
function reviewersFor(wanted, settings, number2) {
  const chosen = /* @__PURE__ */ new Set();
  for (const { people, approvals } of wanted) {
    const there = people.filter((person) => chosen.has(person)).length;
    const wants = Math.min(MOST2, approvals + MORE) - there;
    for (const person of inTurn(
      people.filter((one) => !chosen.has(one)),
      number2
    ).slice(0, Math.max(0, wants)))
      if (chosen.size < MOST2) chosen.add(person);
  }
  return [...chosen].toSorted().flatMap((handle) => {
    const person = settings.people.get(handle);
    return person === void 0 ? [] : [{ id: person.githubId, login: person.login }];
  });
}

// src/core/conversation/open-view.ts
var labelsFor = ({ requests, findings, headline }) => {
  const [first] = requests;
  const label = first !== void 0 ? labelOf(headline.tone === "bad" ? "refused" : first.state) : findings.length > 0 && headline.tone === "bad" ? labelOf("refused") : null;
  const broken = requests.some(({ breakGlass }) => breakGlass !== null) ? [BREAK_GLASS_LABEL] : [];
  return [...label === null ? [] : [label], ...broken];
};
var isSettled = ({ requests, headline }) => requests.length === 0 || headline.tone !== "bad" && requests.every(({ state }) => state === "allowed");
function openView(open2) {
  const { thread, story, settings, owners, now } = open2;
  const shown = { words: renderComment(story), by: "preview", check: checkOf(story), labels: labelsFor(story) };
  const waiting = waitingOf(thread.since, settings.limits.waitingTime, now);
  if (thread.draft || isSettled(story) && owners === null) return { ...shown, ask: [], lines: [], close: false };
  const wanted = owners === null ? wantedOf(story.requests) : [owners];
  const ask = reviewersFor(wanted, settings, thread.number);
  if (waiting.over && owners === null)
    return { ...shown, ask: [], lines: [closingLine(thread.since, settings.limits.waitingTime)], close: true };
  const remind = waiting.half && !waiting.over && ask.length > 0;
  const until = owners === null ? waiting.until : null;
  const lines = remind ? [reminderLine(thread.since, until, wanted, ask)] : [];
  return { ...shown, ask, lines, close: false };
}
var unmergedView = (view, thread, because) => ({
  ...view,
  lines: [
    ...view.lines,
    {
      key: `unmerged:${thread.head.slice(0, 12)}`,
      body: `🟠 This is allowed, but GitHub does not let Daypass merge it: ${markdown(because.said, 300)}. Somebody who may has to press the button.
`
    }
  ]
});
var strangersView = {
  words: null,
  by: "preview",
  check: NOTHING_OF_OURS,
  labels: [],
  ask: [],
  lines: [],
  close: false
};

// src/entry/requester.ts
var stranger = (says) => ({ is: "stranger", says });
function accountIn(settings, account, login) {
  const found = personOf(settings, account);
  if (found.is === "one") return { is: "person", person: found.person.handle };
  return stranger(
    found.is === "nobody" ? `${login}, who asks for this, is not in the people file.` : `${login}, who asks for this, is several people in the people file.`
  );
}
function requestsIn({ changes, files }, directory) {
  const brought = new Set(changes.filter(({ after }) => after !== null).map(({ path }) => path));
  return files.filter(({ path }) => brought.has(path) && isRequestPath(path, directory)).flatMap((file) => readRequest(file, KINDS).request ?? []);
}
async function requesterBehind(ground, inputs, pull) {
  const { author, mergedAt } = pull.thread;
  const requests = requestsIn(pull, inputs.directory);
  const proxied = requests.filter(({ issue: issue2, extension }) => issue2 !== null || extension !== null);
  if (proxied.length === 0) {
    if (author === null) return () => stranger("The account that opened this was deleted.");
    return (settings) => accountIn(settings, author.id, author.login);
  }
  const [owner = "", name = ""] = inputs.repository.split("/");
  const where = { client: ground.client, owner, name };
  const history = await historyOf(ground.repository, inputs.directory);
  const behind = await readBehind(
    proxied.map((request) => ({ request, blob: request.blob })),
    { issues: (numbers) => issuesOf(where, numbers), comments: (ids) => commentsOf(where, ids) },
    {
      versions: history.is === "known" ? allVersions(history.value, inputs.directory) : [],
      textOf: (blob) => textOfBlob(ground.repository, blob)
    }
  );
  const opened = { author, mergedAt: mergedAt ?? ground.now };
  return (settings) => {
    if (proxied.length !== requests.length) return stranger("It holds requests of the bot together with others.");
    const accounts = /* @__PURE__ */ new Map();
    for (const request of proxied) {
      const asked = requesterOf(request, { blob: request.blob }, opened, behind(request, [settings]));
      if (asked.is !== "yes") return stranger(`Nobody stands behind this: ${asked.says}.`);
      accounts.set(asked.value, asked.says);
    }
    const [[account, login] = [0, "nobody"]] = accounts;
    return accounts.size === 1 ? accountIn(settings, account, login) : stranger("Several people stand behind this.");
  };
}

// src/entry/judged-pulls.ts
var missing3 = (call, said3) => unknown({ kind: "not-found", call, said: said3 });
async function opinionsOf(repository, { thread, files }, paths, settings, at) {
  if (thread.reviews.is === "unknown") return () => [];
  const commits = [...new Set(thread.reviews.value.flatMap((review) => review.commit ?? []))];
  const spots = commits.flatMap((commit) => paths.map((path) => ({ commit, path })));
  const answers = await blobsAt(repository, spots);
  const blobs = new Map(
    spots.map((spot, index) => [`${spot.commit} ${spot.path}`, answers[index] ?? missing3("git", "no answer")])
  );
  const atHead = new Map(files.map((file) => [file.path, file.blob]));
  const reviews = thread.reviews.value.map((review) => ({ ...review, blobs: known(/* @__PURE__ */ new Map()) }));
  const person = (account) => {
    const found = personOf(settings, account);
    return found.is === "one" ? [found.person.handle] : [];
  };
  return (path) => {
    const said3 = whatWasSaid(reviews, at, (review) => {
      const blob = review.commit === null ? missing3("review", "its commit is gone") : blobs.get(`${review.commit} ${path}`) ?? missing3("git", "not read");
      return blob.is === "unknown" ? blob : known(blob.value === (atHead.get(path) ?? null));
    });
    const fresh = said3.approvals.filter((one) => one.sameBytes === "yes" && one.age <= settings.limits.reviewAge);
    return [
      ...fresh.flatMap(
        (one) => person(one.account).map((who) => ({ person: who, state: "approved", review: one.review }))
      ),
      ...said3.objections.flatMap(
        (one) => person(one.account).map((who) => ({ person: who, state: "changes-requested", review: one.review }))
      )
    ];
  };
}
async function judge(ground, inputs, pull) {
  const { thread, base, files, changes } = pull;
  const now = thread.mergedAt ?? ground.now;
  const requester = await requesterBehind(ground, inputs, pull);
  const previewed = await previewOf({
    people: ground.people,
    inventory: ground.inventory,
    directory: inputs.directory,
    base,
    files,
    touched: new Map(changes.map((change) => [change.path, change])),
    author: requester,
    opinions: (settings, paths) => opinionsOf(ground.repository, pull, paths, settings, now),
    now,
    openedAt: thread.since,
    head: thread.head,
    web: `${inputs.serverUrl}/${inputs.repository}`
  });
  return previewed === null ? null : { pull, previewed };
}

// src/entry/told-pulls.ts
var goesHere = ({ seen: { glance } }, thread) => thread.baseRef === glance.defaultBranch && thread.baseRepository === glance.id;
var isOurs = ({ directory }, { changes }) => changes.some(({ path }) => areaOf(directory, path) !== "outside");
async function toldOf(ground, inputs, pull, named2) {
  const { thread } = pull;
  const about = { now: ground.now, head: thread.head, web: `${inputs.serverUrl}/${inputs.repository}` };
  const { defaultBranch } = ground.seen.glance;
  if (!isOurs(inputs, pull) && thread.sticky === null)
    return { thread, view: named2 && thread.state === "open" ? strangersView : null, judged: null };
  if (!goesHere(ground, thread))
    return { thread, view: thread.state === "open" ? otherBaseView(thread, about, defaultBranch) : null, judged: null };
  const judged = await judge(ground, inputs, pull);
  if (judged === null) return { thread, view: brokenView(about), judged: null };
  const { story, settings, author, owners } = judged.previewed;
  if (thread.state === "merged") return { thread, view: mergedView(thread, story), judged };
  return { thread, view: openView({ thread, story, settings, author, owners, now: ground.now }), judged };
}
async function tellPulls(ground, inputs, threads, named2) {
  const about = { now: ground.now, head: ground.repository.head, web: `${inputs.serverUrl}/${inputs.repository}` };
  const closed = threads.filter((thread) => thread.state === "closed");
  const judgeable = threads.filter((thread) => thread.state !== "closed");
  const { pulls, unread: unread2 } = await readPulls(ground, inputs, judgeable);
  const told = await Promise.all(pulls.map((pull) => toldOf(ground, inputs, pull, named2)));
  const quiet = closed.map((thread) => ({ thread, view: closedView(thread, about), judged: null }));
  return { told: [...told, ...quiet].toSorted((a, b) => a.thread.number - b.thread.number), unread: unread2 };
}

// src/entry/actions/plan.ts
async function planPulls(inputs) {
  const numbers = inputs.pullRequests.length > 0 ? inputs.pullRequests : await pullRequestsOfEvent(inputs.environment);
  return inWorkspace(inputs.environment, (folder) => planIn(folder, inputs, numbers));
}
async function planIn(folder, inputs, numbers) {
  const what = numbers.length === 0 ? "Pull requests" : `Pull request ${numbers.join(", ")}`;
  const ground = await openGround(inputs, numbers, folder);
  if (ground.is === "unknown") return failedEnd(`${what} could not be read: ${writeEdgeError(ground.because)}`);
  const { forum, seen, client } = ground.value;
  const threads = [...seen.threads.values()].flatMap((thread) => thread.is === "known" ? [thread.value] : []);
  const lost = [...seen.threads].flatMap(
    ([number2, thread]) => thread.is === "unknown" ? [{ number: number2, because: thread.because }] : []
  );
  const all = await tellPulls(ground.value, inputs, threads, numbers.length > 0);
  const talks = all.told.flatMap(({ thread, view }) => view === null ? [] : [{ thread, view }]);
  const untold = await converse(forum, seen.glance, talks);
  return endOfPulls({
    told: all.told,
    unread: [...lost, ...all.unread],
    troubles: untold.map(untoldLine),
    open: seen.glance.open,
    now: ground.value.now,
    calls: client.calls()
  });
}

// src/entry/extend.ts
async function extend({ desk, said: said3, person }) {
  const duration = extensionIn(said3.comment.body);
  if (duration === null)
    return { is: "refused", answer: "Write `/extend` and how long, and nothing else: `/extend 2h`." };
  if (desk.settings.formBot === null)
    return { is: "refused", answer: "Requests by comment are not set up here: an owner has to add `forms: {bot: …}`." };
  const brought = await broughtBy(desk, said3.number);
  if (brought.is === "unknown")
    return { is: "failed", answer: `It could not be read: ${writeEdgeError(brought.because)}` };
  const { thread, requests, requester } = brought.value;
  if (thread.state !== "merged") return { is: "refused", answer: "Nothing was given yet that could be extended." };
  if (requests.length === 0)
    return { is: "refused", answer: "None of its requests is there any more: ask with a new one." };
  if (person !== requester && !requests.some(({ request }) => request.for.value === person))
    return { is: "refused", answer: "Only the requester and whoever holds it ask for more time." };
  const files = /* @__PURE__ */ new Map();
  for (const { request, file } of requests) {
    const compiled = compileExtension(file.text ?? "", request.id, duration, said3.comment.id);
    if (compiled.is === "wrong") return { is: "refused", answer: `It cannot be extended: ${compiled.says.join("; ")}.` };
    const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
    files.set(`${folder}${request.id}-${said3.comment.id}.yaml`, compiled.text);
  }
  const proposed = await proposeAt(desk, {
    branch: `daypass/extend-${said3.comment.id}`,
    files,
    title: `Extend ${requests.map(({ request }) => request.id).join(", ")} by ${duration}`,
    body: `${person} commented \`/extend ${duration}\` on #${said3.number}; they are the requester.
`
  });
  if (proposed.is === "unknown")
    return { is: "failed", answer: `It could not be asked for: ${writeEdgeError(proposed.because)}` };
  const { number: number2 } = proposed.value;
  const end = await planPulls({ ...desk.inputs, pullRequests: [number2] });
  return {
    is: "done",
    answer: `Asked for in #${number2}: ${duration} more, counted from its merge, without a gap if that comes in time.`,
    outputs: { ...end.outputs, pull: String(number2) }
  };
}

// src/entry/actions/comment.ts
var refused = (answer2) => Promise.resolve({ is: "refused", answer: answer2 });
var COMMANDS2 = {
  "/end": endEarly,
  "/extend": extend,
  "/approve": () => refused("A comment approves nothing: a review of the pull request does.")
};
var answerComment = (inputs) => inWorkspace(inputs.environment, async (folder) => {
  const id2 = await commentOfEvent(inputs.environment);
  if (id2 === null) return failedEnd("The event names no comment.");
  const desk = await openDesk(inputs, folder);
  if (desk.is === "unknown") return failedEnd(`Comment ${id2} could not be answered: ${writeEdgeError(desk.because)}`);
  const comment = await commentById(desk.value.where, id2);
  return comment.is === "unknown" ? failedEnd(`Comment ${id2} could not be read: ${writeEdgeError(comment.because)}`) : answerAt(desk.value, comment.value);
});
var REACTIONS = { done: "ROCKET", refused: "CONFUSED", failed: "CONFUSED" };
async function react({ where }, node, content) {
  await send(where, "reaction", [
    { field: "addReaction", input: "AddReactionInput", given: { subjectId: node, content }, back: "clientMutationId" }
  ]);
}
async function answerAt(desk, comment) {
  const { author, body, edited } = comment.comment;
  const word = body.trim().split(/\s+/)[0] ?? "";
  const command = Object.hasOwn(COMMANDS2, word) ? COMMANDS2[word] : void 0;
  if (command === void 0) return said2(EXIT.done, "This comment is no command.");
  if (author?.type !== "User") return said2(EXIT.done, "Only people give commands.");
  await react(desk, comment.node, "EYES");
  const found = personOf(desk.settings, author.id);
  const answered = found.is !== "one" ? await refused("You are not in the people file: ask an owner to add you.") : edited ? await refused("This comment was edited, and could have said something else: write a new one.") : await command({ desk, said: comment, person: found.person.handle });
  await react(desk, comment.node, REACTIONS[answered.is]);
  const trouble = answered.answer === null ? null : await tell(desk, comment.number, answered.answer);
  const exit = answered.is === "failed" || trouble !== null ? EXIT.failed : EXIT.done;
  return said2(
    exit,
    [answered.answer ?? "Done.", trouble].filter((one) => one !== null).join(" "),
    answered.outputs ?? {}
  );
}
async function tell(desk, number2, text) {
  const seen = await desk.forum.named([number2]);
  const thread = seen.is === "known" ? seen.value.threads.get(number2) : void 0;
  if (thread?.is !== "known") return "The answer could not be written on the pull request.";
  const [made] = await desk.forum.make(desk.glance, [{ do: "comment", on: thread.value.node, body: `${text}
` }]);
  return made?.is === "unknown" ? `The answer could not be written: ${writeEdgeError(made.because)}` : null;
}

// src/core/conversation/answers.ts
function answerGesture(on, mine, marker, text) {
  const body = `${marker}
${text}
`;
  const before = mine.find((one) => one.body.startsWith(marker));
  if (before === void 0) return { do: "comment", on, body };
  return before.body.trim() === body.trim() ? null : { do: "rewrite", comment: before.node, body };
}

// src/edges/github/issue-thread.ts
var ISSUE_THREAD_QUERY = aboutRepository(
  "DaypassIssueThread",
  ", $number: Int!",
  "    issue(number: $number) { id state comments(first: 100) { nodes { id body viewerDidAuthor } } }",
  []
);
async function issueThread(where, number2) {
  const variables = { owner: where.owner, name: where.name, number: number2 };
  const reply = await where.client.graphql("issue", ISSUE_THREAD_QUERY, variables);
  if (reply.is === "unknown") return reply;
  const issue2 = fieldsOf(fieldsOf(fieldsOf(reply.value.data)?.["repository"])?.["issue"]);
  const node = textOf(issue2?.["id"]);
  const comments = listOf(fieldsOf(issue2?.["comments"])?.["nodes"]);
  if (node === null || comments === null)
    return unknown({ kind: "not-found", call: "GitHub GraphQL issue", said: `there is no issue ${number2}` });
  const mine = comments.flatMap((one) => {
    const fields = fieldsOf(one);
    const [id2, body] = [textOf(fields?.["id"]), textOf(fields?.["body"])];
    return fields?.["viewerDidAuthor"] === true && id2 !== null && body !== null ? [{ node: id2, body }] : [];
  });
  return known({ node, open: issue2?.["state"] === "OPEN", mine });
}

// src/entry/actions/form.ts
var MARKER = "<!-- daypass:form -->";
var askByForm = (inputs) => inWorkspace(inputs.environment, async (folder) => {
  const number2 = await issueOfEvent(inputs.environment);
  if (number2 === null) return failedEnd("The event names no issue.");
  const desk = await openDesk(inputs, folder);
  return desk.is === "unknown" ? failedEnd(`Issue #${number2} could not be read: ${writeEdgeError(desk.because)}`) : askAt(desk.value, number2);
});
async function answer(desk, number2, text) {
  const thread = await issueThread(desk.where, number2);
  if (thread.is === "unknown") return `The issue could not be answered: ${writeEdgeError(thread.because)}`;
  const gesture = answerGesture(thread.value.node, thread.value.mine, MARKER, text);
  if (gesture === null) return null;
  const [made] = await desk.forum.make(desk.glance, [gesture]);
  return made?.is === "unknown" ? `The issue could not be answered: ${writeEdgeError(made.because)}` : null;
}
async function refuse(desk, number2, text) {
  const trouble = await answer(desk, number2, text);
  return said2(trouble === null ? EXIT.done : EXIT.failed, trouble ?? `Issue #${number2} was answered: ${text}`);
}
async function askAt(desk, number2) {
  const read2 = (await issuesOf(desk.where, [number2])).get(number2);
  if (read2 === void 0 || read2.is === "unknown")
    return failedEnd(
      `Issue #${number2} could not be read${read2 === void 0 ? "" : `: ${writeEdgeError(read2.because)}`}`
    );
  const issue2 = read2.value;
  if (desk.settings.formBot === null)
    return refuse(
      desk,
      number2,
      "🔴 Requests by form are not set up here: an owner has to add `forms: {bot: …}` to daypass.yaml."
    );
  if (issue2.author === null || personOf(desk.settings, issue2.author.id).is !== "one")
    return refuse(
      desk,
      number2,
      "🔴 You are not in the people file: ask an owner to add you, then open this issue anew."
    );
  if (issue2.editors.some((editor) => editor?.id !== issue2.author?.id))
    return refuse(
      desk,
      number2,
      "🔴 Somebody else edited this issue, so that it is not your wish any more. Open a new one."
    );
  const compiled = compileForm(issue2.body, number2);
  if (compiled.is === "wrong") {
    const lines = compiled.says.map((one) => `- ${one.startsWith("**") ? one : prose(one, 300)}`);
    return refuse(desk, number2, `🔴 Please mend this and save the issue again:

${lines.join("\n")}`);
  }
  const path = pathIn(desk, `requests/issues/issue-${number2}.yaml`);
  if (desk.files.some((file) => file.path === path))
    return said2(EXIT.done, `Issue #${number2} was merged as a request before.`);
  const proposed = await proposeAt(desk, {
    branch: `daypass/issue-${number2}`,
    files: /* @__PURE__ */ new Map([[path, compiled.text]]),
    title: `Access asked for in #${number2}`,
    body: `Asked for by ${markdown(issue2.author.login, 60)} with the form; they are the requester, and nobody may edit issue #${number2} from now on.

Closes #${number2}
`
  });
  if (proposed.is === "unknown")
    return failedEnd(`No pull request could be opened for issue #${number2}: ${writeEdgeError(proposed.because)}`);
  const pull = proposed.value.number;
  const trouble = await answer(
    desk,
    number2,
    `🟢 Your request is pull request #${pull}; what becomes of it is told there.`
  );
  const end = await planPulls({ ...desk.inputs, pullRequests: [pull] });
  return {
    ...end,
    exit: trouble === null ? end.exit : EXIT.failed,
    says: [trouble, end.says].filter((one) => one !== null).join(" · "),
    outputs: { ...end.outputs, pull: String(pull) }
  };
}

// src/core/documents/write-hold.ts
var import_yaml = __toESM(require_dist(), 1);
var NAMES = {
  everything: () => ({ everything: true }),
  person: ({ person }) => ({ person }),
  target: ({ target }) => ({ target }),
  request: ({ request }) => ({ request })
};
function named(what) {
  return NAMES[what.is](what);
}
function writeHold(text, what, because, since) {
  const document = (0, import_yaml.parseDocument)(text === "" ? "holds: []\n" : text, { schema: "core", merge: false });
  if (document.errors.length > 0 || !(0, import_yaml.isMap)(document.contents)) return null;
  const holds = document.get("holds");
  if (!(0, import_yaml.isSeq)(holds)) return null;
  holds.flow = false;
  holds.add(document.createNode({ ...named(what), because, since: writeInstant(since) }));
  return document.toString({ lineWidth: 0 });
}

// src/entry/actions/hold.ts
var pressHold = (inputs) => inWorkspace(inputs.environment, async (folder) => {
  const desk = await openDesk(inputs, folder);
  return desk.is === "unknown" ? failedEnd(`Nothing is held: ${writeEdgeError(desk.because)}`) : holdAt(desk.value);
});
var unknownName = (what, name, names) => {
  const near = nearest(name, names);
  return {
    is: "wrong",
    says: `There is no ${what} ${JSON.stringify(name)}${near.length === 0 ? "" : `; did you mean ${near.join(" or ")}?`}`
  };
};
var KINDS2 = {
  everything: () => ({ is: "held", what: { is: "everything" } }),
  person: ({ settings }, name) => {
    const names = [...settings.people.keys()];
    const person = names.find((one) => one === name);
    return person === void 0 ? unknownName("person", name, names) : { is: "held", what: { is: "person", person } };
  },
  target: ({ settings }, name) => {
    const names = (settings.aws?.accounts ?? []).map((account) => account.name);
    return names.some((one) => one === name) ? { is: "held", what: { is: "target", target: id(name) } } : unknownName("account", name, names);
  },
  request: ({ files, inputs }, name) => {
    const names = files.filter(({ path }) => isRequestPath(path, inputs.directory)).map(({ path }) => requestIdOf(path));
    return names.some((one) => one === name) ? { is: "held", what: { is: "request", request: name } } : unknownName("request", name, names);
  }
};
function heldOf(desk) {
  const { what, name, because } = desk.inputs.hold;
  const kind = Object.hasOwn(KINDS2, what) ? KINDS2[what] : void 0;
  if (kind === void 0) return { is: "wrong", says: `The input what must be one of ${Object.keys(KINDS2).join(", ")}` };
  if (because === "") return { is: "wrong", says: "The input because is empty: everybody must be able to read why" };
  if (what === "everything" && name !== "")
    return {
      is: "wrong",
      says: "The input name must be empty for everything: or did you mean a person, target or request?"
    };
  return kind(desk, name);
}
async function holdAt(desk) {
  const held = heldOf(desk);
  if (held.is === "wrong") return said2(EXIT.findings, `Nothing is held. ${held.says}.`);
  const { what } = held;
  const label = [desk.inputs.hold.what, desk.inputs.hold.name].filter((word) => word !== "").join(" ");
  const lift = "Only owners lift it, by a change of holds.yaml that they approve.";
  if (desk.settings.holds.some((hold) => JSON.stringify(hold.what) === JSON.stringify(what)))
    return said2(EXIT.done, `A hold on ${label} is there already. ${lift}`);
  const file = desk.files.find(({ path }) => isHoldsPath(path, desk.inputs.directory));
  const text = writeHold(file?.text ?? "", what, desk.inputs.hold.because, desk.now);
  if (text === null) return said2(EXIT.failed, "Nothing is held: holds.yaml cannot be read; mend it first.");
  const title = `Hold ${label}`;
  const proposed = await proposeAt(desk, {
    branch: `daypass/hold-${desk.inputs.environment["GITHUB_RUN_ID"] ?? "local"}`,
    files: /* @__PURE__ */ new Map([[pathIn(desk, "holds.yaml"), text]]),
    title,
    body: `The red button was pressed by a run of the workflow "hold". It counts when this is merged; nobody has to approve it. ${lift}
`
  });
  if (proposed.is === "unknown") return said2(EXIT.failed, `Nothing is held: ${writeEdgeError(proposed.because)}`);
  const refused2 = await mergeAt(desk, proposed.value, `${title} (#${proposed.value.number})`);
  const outputs = { pull: String(proposed.value.number) };
  if (refused2 !== null)
    return said2(
      EXIT.failed,
      `NOT HELD YET: GitHub did not let Daypass merge it (${writeEdgeError(refused2)}). Somebody who may must merge ${pullLink(desk, proposed.value)} now.`,
      outputs
    );
  const { expire, apply } = desk.inputs.workflows;
  const troubles = await start(desk, [expire, apply]);
  const says = [`${label} is held from now on. ${lift}`, ...troubles].join(" ");
  return said2(troubles.length > 0 ? EXIT.failed : EXIT.done, says, outputs);
}

// src/entry/actions/inventory.ts
import { randomInt } from "node:crypto";
import { join as join4 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/core/inventory/parts.ts
var AT_ONCE = 50;
var MOST3 = 200;
var partsFor = (places) => {
  const of = Math.max(1, Math.min(MOST3, Math.ceil(places / AT_ONCE)));
  return Array.from({ length: of }, (_, index) => ({ number: index + 1, of }));
};
var writePart = ({ number: number2, of }) => `${number2}/${of}`;
function readPart(text) {
  const read2 = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text);
  const part = { number: Number(read2?.[1]), of: Number(read2?.[2]) };
  return read2 === null || part.number > part.of ? null : part;
}
var shareOf = (places, { number: number2, of }) => places.filter((_, index) => index % of === number2 - 1);

// src/entry/inventory/part-file.ts
var PART = "part.json";
var partsOf = (branch) => `${branch}-part-`;
var branchOf2 = (branch, { run, attempt }, number2) => `${partsOf(branch)}${run}-${attempt}-${number2}`;
function latestOf(branch, { run }, names) {
  const mine = names.flatMap((name) => {
    const [, attempt, number2] = /^(\d+)-(\d+)$/.exec(name.slice(`${partsOf(branch)}${run}-`.length)) ?? [];
    const ours = name.startsWith(`${partsOf(branch)}${run}-`) && attempt !== void 0;
    return ours ? [{ name, attempt: Number(attempt), number: Number(number2) }] : [];
  });
  const byNumber = Map.groupBy(mine, ({ number: number2 }) => number2);
  return [...byNumber.values()].flatMap((all) => all.toSorted((a, b) => b.attempt - a.attempt)[0]?.name ?? []);
}
var isRaw = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var count = (value) => typeof value === "number" && Number.isSafeInteger(value) ? value : 0;
function writePartFile(read2, now) {
  const contents = { asOf: now, places: Object.fromEntries(read2.map(({ name, state }) => [name, state])) };
  const changes = Object.fromEntries(read2.flatMap(({ name, change }) => change === null ? [] : [[name, change]]));
  return `${JSON.stringify({ contents: writeContents(contents), changes })}
`;
}
function readPartFile(text) {
  try {
    const raw = JSON.parse(text);
    if (!isRaw(raw) || typeof raw["contents"] !== "string" || !isRaw(raw["changes"])) return null;
    const contents = readContents(raw["contents"]);
    if (contents === null) return null;
    const changes = Object.entries(raw["changes"]).flatMap(([name, change]) => {
      if (!isRaw(change)) return [];
      const some = Array.isArray(change["some"]) ? change["some"].filter((one) => typeof one === "string") : [];
      return [
        [
          name,
          { added: count(change["added"]), removed: count(change["removed"]), changed: count(change["changed"]), some }
        ]
      ];
    });
    return { states: contents.places, changes: Object.fromEntries(changes) };
  } catch (error2) {
    if (error2 instanceof SyntaxError) return null;
    throw error2;
  }
}

// src/core/inventory/summary.ts
var WIDEST = 24;
var MOST_ROWS = 15;
var MOST_PLACES = 30;
var code2 = (text) => `\`${text.replace(/[`|\n\r]/g, " ").slice(0, 120)}\``;
var bar = (value, most) => "█".repeat(Math.max(value === 0 ? 0 : 1, Math.round(WIDEST * value / Math.max(1, most))));
var number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, " ");
function picture(title, counts) {
  const rows = [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  if (rows.length === 0) return [];
  const most = Math.max(...counts.values());
  const rest = rows.slice(MOST_ROWS);
  const left = rest.reduce((sum, [, count2]) => sum + count2, 0);
  return [
    "",
    `**By ${title}**`,
    "",
    "| | | |",
    "|---|--:|---|",
    ...rows.slice(0, MOST_ROWS).map(([name, count2]) => `| ${code2(name)} | ${number(count2)} | ${bar(count2, most)} |`),
    // All of them together may be far more than the longest bar stands for.
    ...rest.length === 0 ? [] : [`| and ${rest.length} more | ${number(left)} |  |`]
  ];
}
var summed = (pairs) => {
  const counts = /* @__PURE__ */ new Map();
  for (const [name, count2] of pairs) counts.set(name, (counts.get(name) ?? 0) + count2);
  return counts;
};
var resourcesIn = ({ regions }) => Object.values(regions).reduce((sum, count2) => sum + count2, 0);
var serviceOf = (type) => type.slice(0, type.indexOf(":"));
var age = (asOf) => asOf === null ? "never read" : `as of ${writeInstant(asOf)}`;
function shortcomings(name, { sections }) {
  return SECTIONS.flatMap((section) => {
    const { asOf, failed, partial } = sections[section];
    return [
      ...failed === null ? [] : [`- 🟠 ${code2(name)}, ${section}: ${age(asOf)}, since ${code2(failed)}`],
      ...Object.entries(partial).map(([region, why]) => `- ⚪ ${code2(name)}, ${code2(region)}: ${code2(why)}`)
    ];
  });
}
var plural = (count2, word) => `${number(count2)} ${word}${count2 === 1 ? "" : "s"}`;
function sayContents({ contents, changes }) {
  const places = Object.values(contents.places);
  const sum = (which2) => number(Object.values(changes).reduce((all, change) => all + change[which2], 0));
  const stale = places.filter(({ sections }) => SECTIONS.some((section) => isStale(sections[section]))).length;
  const resources2 = places.reduce((all, place) => all + resourcesIn(place), 0);
  return `${plural(resources2, "resource")} in ${plural(places.length, "place")}: ${sum("added")} added, ${sum("removed")} removed, ${sum("changed")} changed${stale === 0 ? "" : `; ${plural(stale, "place")} kept from before`}`;
}
function summaryOf2(told) {
  const { contents, changes } = told;
  const places = Object.entries(contents.places).toSorted(([a], [b]) => a < b ? -1 : 1);
  const changed = Object.entries(changes).toSorted(([a], [b]) => a < b ? -1 : 1);
  const short = places.flatMap(([name, place]) => shortcomings(name, place));
  const more = (all, what) => all > MOST_PLACES ? [`- … and ${all - MOST_PLACES} more ${what}`] : [];
  return [
    `## ${short.some((line) => line.startsWith("- 🟠")) ? "🟠" : "🟢"} Inventory: ${sayContents(told)}`,
    ...changed.length === 0 ? [] : ["", "| place | added | removed | changed | some of it |", "|---|--:|--:|--:|---|"],
    ...changed.slice(0, MOST_PLACES).map(
      ([name, { added, removed, changed: other, some }]) => `| ${code2(name)} | ${number(added)} | ${number(removed)} | ${number(other)} | ${some.map(code2).join(" ")} |`
    ),
    ...changed.length > MOST_PLACES ? ["", ...more(changed.length, "places with changes")] : [],
    ...short.length === 0 ? [] : ["", "**Old or incomplete**", "", ...short.slice(0, MOST_PLACES), ...more(short.length, "of these")],
    ...picture(
      "place",
      new Map(places.map(([name, place]) => [name, resourcesIn(place)]).filter(([, count2]) => count2 > 0))
    ),
    ...picture(
      "service",
      summed(
        places.flatMap(
          ([, { counts }]) => Object.entries(counts).filter(([type]) => type.includes(":")).map(([type, count2]) => [serviceOf(type), count2])
        )
      )
    ),
    ...picture("region", summed(places.flatMap(([, { regions }]) => Object.entries(regions)))),
    "",
    `<sub>As of ${writeInstant(contents.asOf)}. What is here suggests; nothing is given or taken because of it.</sub>`,
    ""
  ].join("\n");
}

// src/collectors/stored-document.ts
function storedDocument(text) {
  if (text === void 0) return null;
  try {
    const read2 = JSON.parse(decodeURIComponent(text));
    return read2;
  } catch (error2) {
    if (error2 instanceof SyntaxError || error2 instanceof URIError) return text;
    throw error2;
  }
}

// src/collectors/access.ts
var holdsOf = (holder, inline) => {
  const boundary = holder.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    policies: (holder.AttachedManagedPolicies ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? []).toSorted(),
    inline: Object.fromEntries(
      (inline ?? []).map(({ PolicyName, PolicyDocument }) => [PolicyName ?? "", storedDocument(PolicyDocument)])
    ),
    ...boundary === void 0 ? {} : { boundary }
  };
};
var tagsOf = (tags) => Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? "", Value ?? ""]));
function linesOf({ users, groups, roles, policies }) {
  return [
    ...users.map(
      (user) => ({
        is: "user",
        arn: user.Arn ?? "",
        tags: tagsOf(user.Tags),
        groups: (user.GroupList ?? []).toSorted(),
        ...holdsOf(user, user.UserPolicyList)
      })
    ),
    ...groups.map(
      (group) => ({
        is: "group",
        arn: group.Arn ?? "",
        ...holdsOf(group, group.GroupPolicyList)
      })
    ),
    ...roles.map(
      (role) => ({
        is: "role",
        arn: role.Arn ?? "",
        tags: tagsOf(role.Tags),
        trust: storedDocument(role.AssumeRolePolicyDocument),
        ...holdsOf(role, role.RolePolicyList)
      })
    ),
    // Those of AWS's that somebody holds come with the account's own.
    ...policies.map((policy) => {
      const counts = policy.PolicyVersionList?.find((version) => version.IsDefaultVersion === true);
      return {
        is: "policy",
        arn: policy.Arn ?? "",
        version: policy.DefaultVersionId ?? "",
        document: storedDocument(counts?.Document)
      };
    })
  ];
}
var EVERYTHING = ["User", "Group", "Role", "LocalManagedPolicy", "AWSManagedPolicy"];
var access2 = {
  section: "access",
  says: "users, groups, roles and policies",
  async collect({ aws, account }) {
    const read2 = await readAccount(aws, account, [...EVERYTHING]);
    return read2.is === "unknown" ? read2 : known({ lines: linesOf(read2.value), partial: {} });
  }
};

// src/collectors/aws-policies.ts
async function listed(aws, account) {
  const found = [];
  const seen = /* @__PURE__ */ new Set();
  let marker;
  for (; ; ) {
    const page = await aws.iam(account, "ListPolicies", {
      Scope: "AWS",
      MaxItems: 1e3,
      ...marker === void 0 ? {} : { Marker: marker }
    });
    if (page.is === "unknown") return page;
    const { Policies = [], IsTruncated, Marker } = page.value;
    for (const { Arn, DefaultVersionId } of Policies)
      if (Arn !== void 0 && DefaultVersionId !== void 0) found.push({ arn: Arn, version: DefaultVersionId });
    if (IsTruncated !== true) return known(found);
    if (Marker === void 0 || seen.has(Marker))
      return unknown({ kind: "garbage", call: `iam:ListPolicies in ${account}`, said: "its pages go in circles" });
    seen.add(Marker);
    marker = Marker;
  }
}
async function read({ aws, account }, { arn, version }) {
  const text = await aws.iam(account, "GetPolicyVersion", { PolicyArn: arn, VersionId: version });
  if (text.is === "unknown") return text;
  return known({ is: "policy", arn, version, document: storedDocument(text.value.PolicyVersion?.Document) });
}
var awsPolicies = {
  section: "access",
  says: "AWS's managed policies",
  async collect(asked) {
    const there = await listed(asked.aws, asked.account);
    if (there.is === "unknown") return there;
    const before = new Map(
      asked.before().flatMap(
        (line) => line.is === "policy" ? [[`${line.arn} ${line.version}`, line]] : []
      )
    );
    const lines = await eachOf(there.value, async (one) => {
      const same = before.get(`${one.arn} ${one.version}`);
      return same === void 0 ? read(asked, one) : known(same);
    });
    const failed = lines.find((one) => one.is === "unknown");
    if (failed?.is === "unknown") return failed;
    return known({ lines: lines.flatMap((one) => one.is === "known" ? [one.value] : []), partial: {} });
  }
};

// src/collectors/center.ts
var PAGE = 100;
var paged = (next) => ({
  MaxResults: PAGE,
  ...next === void 0 ? {} : { NextToken: next }
});
function together(answers) {
  const failed = answers.find((one) => one.is === "unknown");
  if (failed?.is === "unknown") return failed;
  return known(answers.flatMap((one) => one.is === "known" ? one.value : []));
}
async function usersIn(aws, store) {
  const pages = await everyPage(
    "identitystore:ListUsers",
    (next) => aws.store("ListUsers", { IdentityStoreId: store, ...paged(next) })
  );
  if (pages.is === "unknown") return pages;
  const users = pages.value.flatMap(({ Users }) => Users ?? []);
  return known(new Map(users.map(({ UserId, UserName }) => [UserId ?? "", UserName ?? UserId ?? ""])));
}
async function groupsIn(aws, store, users) {
  const pages = await everyPage(
    "identitystore:ListGroups",
    (next) => aws.store("ListGroups", { IdentityStoreId: store, ...paged(next) })
  );
  if (pages.is === "unknown") return pages;
  const groups = pages.value.flatMap(({ Groups }) => Groups ?? []);
  const read2 = await eachOf(
    groups,
    async ({ GroupId: id2 = "", DisplayName: name = id2 }) => {
      const members = await everyPage(
        "identitystore:ListGroupMemberships",
        (next) => aws.store("ListGroupMemberships", { IdentityStoreId: store, GroupId: id2, ...paged(next) })
      );
      if (members.is === "unknown") return members;
      const ids = members.value.flatMap(
        ({ GroupMemberships }) => (GroupMemberships ?? []).flatMap(({ MemberId }) => MemberId?.UserId ?? [])
      );
      const names = ids.map((one) => users.get(one) ?? one).toSorted();
      return known([{ id: id2, line: { is: "people", name, members: names } }]);
    }
  );
  return together(read2);
}
async function setLine(aws, instance, set) {
  const described = await aws.sso("DescribePermissionSet", { InstanceArn: instance, PermissionSetArn: set });
  if (described.is === "unknown") return described.because.kind === "not-found" ? known([]) : described;
  const definition = await readDefinition(aws, instance, set);
  if (definition.is === "unknown") return definition;
  if (definition.value === null) return known([]);
  const { document, managed, customer } = definition.value;
  return known([
    {
      is: "permissionSet",
      arn: set,
      name: described.value.PermissionSet?.Name ?? "",
      // By path and name: each account has a policy of its own of that name.
      policies: [...managed, ...customer.map((path) => `customer:${path}`)],
      inline: document === null ? { inline: null } : document.statements.length === 0 ? {} : { inline: policyJson(document) }
    }
  ]);
}
async function assignmentsOf(aws, instance, set, names) {
  const asked = { InstanceArn: instance, PermissionSetArn: set };
  const pages = await everyPage(
    "sso:ListAccountsForProvisionedPermissionSet",
    (next) => aws.sso("ListAccountsForProvisionedPermissionSet", { ...asked, ...paged(next) })
  );
  if (pages.is === "unknown") return pages.because.kind === "not-found" ? known([]) : pages;
  const accounts = pages.value.flatMap(({ AccountIds }) => AccountIds ?? []);
  const read2 = await eachOf(accounts, async (account) => {
    const rows = await everyPage(
      "sso:ListAccountAssignments",
      (next) => aws.sso("ListAccountAssignments", { ...asked, AccountId: account, ...paged(next) })
    );
    if (rows.is === "unknown") return rows;
    return known(
      rows.value.flatMap(
        ({ AccountAssignments }) => (AccountAssignments ?? []).map(({ PrincipalType, PrincipalId = "" }) => {
          const principal = PrincipalType === "GROUP" ? "GROUP" : "USER";
          const named2 = principal === "GROUP" ? names.groups : names.users;
          return { is: "assignment", set, account, principal, name: named2.get(PrincipalId) ?? PrincipalId };
        })
      )
    );
  });
  return together(read2);
}
async function linesIn(aws, { instance, store }) {
  const users = await usersIn(aws, store);
  if (users.is === "unknown") return users;
  const groups = await groupsIn(aws, store, users.value);
  if (groups.is === "unknown") return groups;
  const pages = await everyPage(
    "sso:ListPermissionSets",
    (next) => aws.sso("ListPermissionSets", { InstanceArn: instance, ...paged(next) })
  );
  if (pages.is === "unknown") return pages;
  const sets = pages.value.flatMap(({ PermissionSets }) => PermissionSets ?? []);
  const names = { users: users.value, groups: new Map(groups.value.map(({ id: id2, line }) => [id2, line.name])) };
  const held = together(await eachOf(sets, (set) => setLine(aws, instance, set)));
  if (held.is === "unknown") return held;
  const assigned = together(await eachOf(sets, (set) => assignmentsOf(aws, instance, set, names)));
  if (assigned.is === "unknown") return assigned;
  return known([...groups.value.map(({ line }) => line), ...held.value, ...assigned.value]);
}
var center = {
  section: "access",
  says: "permission sets, assignments and groups",
  async collect({ aws, center: home }) {
    if (home === null) return unknown({ kind: "invalid", call: "reading Identity Center", said: "settings name none" });
    const found = await readCenter(aws, home);
    if (found.is === "unknown") return found;
    const lines = await linesIn(aws, found.value);
    return lines.is === "unknown" ? lines : known({ lines: lines.value, partial: {} });
  }
};

// src/collectors/resources/listing.ts
var PAGE2 = 500;
async function filtered({ aws, account, region, view }, filter) {
  const pages = await everyPage(
    `resource-explorer-2:ListResources in ${account} (${region})`,
    (next) => aws.explorer(account, region, "ListResources", {
      ViewArn: view,
      MaxResults: PAGE2,
      ...filter === "" ? {} : { Filters: { FilterString: filter } },
      ...next === void 0 ? {} : { NextToken: next }
    })
  );
  return pages.is === "unknown" ? pages : known(pages.value.flatMap(({ Resources }) => Resources ?? []));
}
async function typesIn({ aws, account, region }) {
  const pages = await everyPage(
    `resource-explorer-2:ListSupportedResourceTypes in ${account}`,
    (next) => aws.explorer(account, region, "ListSupportedResourceTypes", {
      MaxResults: 1e3,
      ...next === void 0 ? {} : { NextToken: next }
    })
  );
  if (pages.is === "unknown") return pages;
  const types = pages.value.flatMap(
    ({ ResourceTypes }) => (ResourceTypes ?? []).flatMap((one) => one.ResourceType ?? [])
  );
  return known([...new Set(types)].sort());
}
async function listed2(viewed) {
  const all = await filtered(viewed, "");
  if (all.is === "known" || all.because.kind === "denied") return all;
  const types = await typesIn(viewed);
  if (types.is === "unknown") return all;
  const found = [];
  for (const type of types.value) {
    const part = await filtered(viewed, `resourcetype:${type}`);
    if (part.is === "unknown") return part;
    found.push(...part.value);
  }
  return known(found);
}

// src/collectors/resources/searching.ts
async function searched({ aws, account, region, view }, query) {
  const pages = await everyPage(
    `resource-explorer-2:Search in ${account} (${region})`,
    (next) => aws.explorer(account, region, "Search", {
      ViewArn: view,
      QueryString: query,
      MaxResults: 1e3,
      ...next === void 0 ? {} : { NextToken: next }
    })
  );
  if (pages.is === "unknown") return pages;
  return known({
    found: pages.value.flatMap(({ Resources }) => Resources ?? []),
    complete: pages.value.every(({ Count }) => Count?.Complete === true)
  });
}
var CUTS = [
  { filter: "region", of: ({ Region }) => Region ?? "" },
  { filter: "accountid", of: ({ OwningAccountId }) => OwningAccountId ?? "" }
];
async function whole(viewed, query, cuts) {
  const first = await searched(viewed, query);
  if (first.is === "unknown") return first;
  if (first.value.complete) return known({ found: first.value.found, cut: [] });
  const [cut, ...rest] = cuts;
  if (cut === void 0) return known({ found: first.value.found, cut: [query] });
  const terms = new Set(query.split(" "));
  const values = [...new Set(first.value.found.map(cut.of))].filter((value) => value !== "" && !terms.has(`-${cut.filter}:${value}`)).sort();
  const queries = [
    ...values.map((value) => `${query} ${cut.filter}:${value}`),
    `${query} ${values.map((value) => `-${cut.filter}:${value}`).join(" ")}`
  ];
  const found = [...first.value.found];
  const left = [];
  for (const [index, part] of queries.entries()) {
    const further = index === queries.length - 1 && values.length > 0 ? cuts : rest;
    const read2 = await whole(viewed, part, further);
    if (read2.is === "unknown") return read2;
    found.push(...read2.value.found);
    left.push(...read2.value.cut);
  }
  return known({ found, cut: left });
}
async function searchedWhole(viewed) {
  const types = await typesIn(viewed);
  if (types.is === "unknown") return types;
  const found = [];
  const cut = [];
  for (const type of types.value) {
    const part = await whole(viewed, `resourcetype:${type}`, CUTS);
    if (part.is === "unknown") return part;
    found.push(...part.value.found);
    cut.push(...part.value.cut);
  }
  return known({ found, cut });
}

// src/collectors/resources/resources.ts
function tagsOf2({ Properties }) {
  const data = Properties?.find(({ Name }) => Name === "tags")?.Data;
  if (!Array.isArray(data)) return {};
  return Object.fromEntries(
    data.flatMap((pair) => {
      const [key, value] = [Reflect.get(Object(pair), "Key"), Reflect.get(Object(pair), "Value")];
      return typeof key === "string" && typeof value === "string" ? [[key, value]] : [];
    })
  );
}
var linesOf2 = (account, found) => found.flatMap((one) => {
  const { Arn: arn, OwningAccountId: owner, Region: region, ResourceType: type } = one;
  if (arn === void 0 || owner !== account) return [];
  return [{ is: "resource", arn, type: type ?? "", region: region ?? "global", tags: tagsOf2(one) }];
});
async function seenThrough(viewed) {
  const list = await listed2(viewed);
  if (list.is === "known") return known({ found: list.value, lacks: null });
  if (list.because.kind !== "denied") return list;
  const search = await searchedWhole(viewed);
  if (search.is === "unknown") return search;
  const { found, cut } = search.value;
  return known({ found, lacks: cut.length === 0 ? null : `more than a search shows: ${cut.join("; ")}` });
}
async function collect(asked) {
  const { aws, account } = asked;
  const places = await placesOf(asked);
  if (places.is === "unknown") return places;
  const lines = [];
  const partial = { ...places.value.partial };
  for (const region of places.value.asked) {
    const view = await viewOf(aws, account, region);
    if (view.is === "unknown") return view;
    const seen = await seenThrough({ aws, account, region, view: view.value.arn });
    if (seen.is === "unknown") return seen;
    const lacks = [view.value.hides, seen.value.lacks].filter((one) => one !== null);
    if (lacks.length > 0) partial[region] = lacks.join("; ");
    lines.push(...linesOf2(account, seen.value.found));
  }
  return known({ lines: [...new Map(lines.map((line) => [line.arn, line])).values()], partial });
}
var resources = { section: "resources", says: "resources", collect };

// src/collectors/index.ts
var COLLECTORS = {
  account: [resources, access2],
  center: [center],
  aws: [awsPolicies]
};

// src/core/inventory/line.ts
function keyOf(line) {
  switch (line.is) {
    case "assignment":
      return `assignment ${line.account} ${line.set} ${line.principal} ${line.name}`;
    case "people":
      return `people ${line.name}`;
    default:
      return `${line.is} ${line.arn}`;
  }
}
function written(line) {
  if (line.is !== "resource") return canonicalJson(line);
  const { arn, is, region, tags, type } = line;
  const names = Object.keys(tags);
  const sorted = names.length < 2 ? tags : Object.fromEntries(names.sort().map((name) => [name, tags[name]]));
  return JSON.stringify({ arn, is, region, tags: sorted, type });
}
var byKey = (a, b) => a[0] < b[0] ? -1 : 1;
function writeLines(lines) {
  return [...new Map(lines.map((line) => [keyOf(line), written(line)]))].sort(byKey).map(([, text]) => `${text}
`).join("");
}

// src/core/inventory/merge.ts
var sectionOf = (line) => line.is === "resource" ? "resources" : "access";
var isResource = (line) => line.is === "resource";
var counted = (names) => Object.fromEntries([...Map.groupBy(names.toSorted(), (name) => name)].map(([name, all]) => [name, all.length]));
function sectionAfter(before, tried, now) {
  if (tried === void 0) return before;
  return tried.is === "known" ? { asOf: now, failed: null, partial: tried.value.partial } : { ...before, failed: writeEdgeError(tried.because) };
}
function placeAfter(id2, before, tried, now) {
  const lines = SECTIONS.flatMap((section) => {
    const read2 = tried[section];
    if (read2?.is === "known") return read2.value.lines;
    return before?.lines().filter((line) => sectionOf(line) === section) ?? [];
  });
  const resources2 = lines.filter(isResource);
  return {
    lines,
    state: {
      id: id2,
      sections: {
        resources: sectionAfter(before?.state.sections.resources ?? NEVER, tried.resources, now),
        access: sectionAfter(before?.state.sections.access ?? NEVER, tried.access, now)
      },
      counts: counted(lines.map((line) => line.is === "resource" ? line.type : line.is)),
      regions: counted(resources2.map(({ region }) => region))
    }
  };
}
var rowsOf = (text) => new Set(text.split("\n"));
var keysOf = (rows) => readLines(rows.join("\n")).lines.map(keyOf).sort();
function changeBetween(before, after) {
  if (before === after) return { added: [], removed: [], changed: [] };
  const [had, has] = [rowsOf(before), rowsOf(after)];
  const gone = keysOf([...had].filter((row) => !has.has(row)));
  const come = keysOf([...has].filter((row) => !had.has(row)));
  const [left, here] = [new Set(gone), new Set(come)];
  return {
    added: come.filter((key) => !left.has(key)),
    removed: gone.filter((key) => !here.has(key)),
    changed: come.filter((key) => left.has(key))
  };
}

// src/entry/inventory/collecting.ts
var FEW = 3;
async function filesBefore({ snapshot }, places) {
  const paths = places.map(({ name }) => fileOf(name)).filter((path) => snapshot?.files.has(path) === true);
  return snapshot === null ? known(/* @__PURE__ */ new Map()) : snapshot.read(paths);
}
async function textBefore(files, name) {
  const bytes = files.get(fileOf(name));
  return bytes === void 0 ? null : unpacked(bytes);
}
var sectionsAt = ({ sort }, sections) => sections.filter((section) => COLLECTORS[sort].some((collector) => collector.section === section));
async function collected(asked, { account, sort }, before) {
  const { aws, region, center: center2 } = asked;
  const collectors = COLLECTORS[sort];
  const tried = await Promise.all(
    collectors.filter(({ section }) => asked.sections.includes(section)).map(async (one) => [one.section, await one.collect({ aws, account, region, center: center2, before })])
  );
  return Object.fromEntries(tried);
}
function changeOf(before, after) {
  const { added, removed, changed } = changeBetween(before, after);
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    some: [...added, ...removed, ...changed].slice(0, FEW)
  };
}
async function readPlace(asked, files, place) {
  const before = await textBefore(files, place.name);
  const state = asked.contents?.places[place.name];
  let parsed = null;
  const lines = () => {
    parsed ??= readLines(before ?? "").lines;
    return parsed;
  };
  const had = before === null || state?.id !== place.id ? null : { state, lines };
  const after = placeAfter(place.id, had, await collected(asked, place, had === null ? () => [] : lines), asked.now);
  const text = writeLines(after.lines);
  const path = fileOf(place.name);
  const there = asked.snapshot?.files.get(path);
  const same = text === before && there !== void 0;
  return {
    name: place.name,
    state: after.state,
    content: same ? { blob: there.blob } : { bytes: await packed(text) },
    change: same ? null : changeOf(before ?? "", text)
  };
}
async function readPlaces(asked, places) {
  const files = await filesBefore(asked, places);
  if (files.is === "unknown") return files;
  let done = 0;
  const read2 = await eachOf(places, async (place) => {
    const one = await readPlace(asked, files.value, place);
    done += 1;
    asked.progress(done, places.length);
    return one;
  });
  return known(read2);
}

// src/entry/inventory/writing.ts
var UNREPORTED = "the job that should have read it did not report";
var unread = (id2) => ({
  id: id2,
  sections: { resources: NEVER, access: NEVER },
  counts: {},
  regions: {}
});
var sectionsBy = (each) => ({
  resources: each("resources"),
  access: each("access")
});
var relieved = (state, collected2) => ({
  ...state,
  sections: sectionsBy(
    (section) => collected2.includes(section) ? state.sections[section] : { ...state.sections[section], failed: null }
  )
});
var unreported = (state) => ({
  ...state,
  sections: sectionsBy((section) => ({
    ...state.sections[section],
    failed: state.sections[section].failed ?? UNREPORTED
  }))
});
function refreshed({ now, places, sections, read: read2, snapshot, contents }) {
  const states = {};
  const changes = {};
  const files = /* @__PURE__ */ new Map();
  const byName = new Map(read2.map((one) => [one.name, one]));
  for (const place of places) {
    const { name, id: id2 } = place;
    const one = byName.get(name);
    const collected2 = sectionsAt(place, sections);
    if (one !== void 0) {
      states[name] = relieved(one.state, collected2);
      files.set(fileOf(name), one.content);
      if (one.change !== null) changes[name] = one.change;
      continue;
    }
    const before = contents?.places[name];
    const there = snapshot?.files.get(fileOf(name));
    const kept = before?.id === id2 && there !== void 0 ? before : null;
    states[name] = relieved(unreported(kept ?? unread(id2)), collected2);
    if (kept !== null && there !== void 0) files.set(fileOf(name), { blob: there.blob });
  }
  const told = { contents: { asOf: now, places: states }, changes };
  files.set(INDEX, { bytes: Buffer.from(writeContents(told.contents)) });
  files.set(SUMMARY, { bytes: Buffer.from(summaryOf2(told)) });
  return { told, files };
}

// src/entry/inventory/refreshing.ts
var CENTER = "@identity-center";
function besidesOf({ inventory, identityCenter, accounts }) {
  const [first] = accounts;
  if (inventory === null || first === void 0) return [];
  return [
    { name: AWS_PLACE, sort: "aws", id: "", account: first.id },
    ...identityCenter === null ? [] : [{ name: CENTER, sort: "center", id: "", account: identityCenter.home }]
  ];
}
var placesOf2 = ({ aws }) => aws === null ? [] : [
  ...besidesOf(aws),
  ...aws.accounts.map(({ name, id: id2 }) => ({ name, sort: "account", id: id2, account: id2 }))
].toSorted((a, b) => a.name < b.name ? -1 : 1);
var sectionsOf = ({ aws }) => SECTIONS.filter((section) => section !== "resources" || (aws?.inventory ?? null) !== null);
async function keptOn({ branches, branch }) {
  const snapshot = await branches.open(branch);
  if (snapshot.is === "unknown") return snapshot;
  const contents = await contentsIn(snapshot.value);
  return contents.is === "unknown" ? contents : known({ snapshot: snapshot.value, contents: contents.value });
}
async function nowOf({ aws, runner }) {
  const time = await aws.serverTime();
  return time.is === "known" ? time.value : runner();
}
var callsOf = (aws) => [...aws.calls()].sort(([a], [b]) => a < b ? -1 : 1).map(([call, count2]) => `${call} ${count2}`).join(", ") || "none";
function endOf(told, aws) {
  const stale = Object.values(told.contents.places).some(
    ({ sections }) => SECTIONS.some((section) => isStale(sections[section]))
  );
  const exit = stale ? EXIT.failed : EXIT.done;
  return {
    exit,
    story: null,
    markdown: summaryOf2(told),
    json: `${JSON.stringify({ exit, changes: told.changes, places: told.contents.places })}
`,
    says: `${sayContents(told)} · calls: ${callsOf(aws)}`
  };
}
var unreadable = (what, answer2) => failedEnd(`${what}: ${writeEdgeError(answer2.because)}`);
async function readShare(asked, kept, places, now) {
  const { aws, region, progress, settings } = asked;
  const sections = sectionsOf(settings);
  const center2 = settings.aws?.identityCenter ?? null;
  return readPlaces({ aws, region, center: center2, sections, now, ...kept, progress }, places);
}
async function refreshWhole(asked) {
  const kept = await keptOn(asked);
  if (kept.is === "unknown") return unreadable("The inventory could not be read", kept);
  const now = await nowOf(asked);
  const places = placesOf2(asked.settings);
  const read2 = await readShare(asked, kept.value, places, now);
  if (read2.is === "unknown") return unreadable("The inventory could not be read", read2);
  return writeDown(asked, kept.value, places, read2.value, now);
}
async function writeDown(asked, kept, places, read2, now) {
  const { told, files } = refreshed({ now, places, sections: sectionsOf(asked.settings), read: read2, ...kept });
  const written2 = await asked.branches.replace(asked.branch, kept.snapshot?.commit ?? null, files, now);
  return written2.is === "unknown" ? unreadable("The inventory could not be written", written2) : endOf(told, asked.aws);
}
async function refreshPart(asked, part) {
  const kept = await keptOn(asked);
  if (kept.is === "unknown") return unreadable("The inventory could not be read", kept);
  const now = await nowOf(asked);
  const places = shareOf(placesOf2(asked.settings), part);
  const read2 = await readShare(asked, kept.value, places, now);
  if (read2.is === "unknown") return unreadable("The inventory could not be read", read2);
  const files = new Map(read2.value.map(({ name, content }) => [fileOf(name), content]));
  files.set(PART, { bytes: Buffer.from(writePartFile(read2.value, now)) });
  const branch = branchOf2(asked.branch, asked.attempt, part.number);
  const written2 = await asked.branches.replace(branch, null, files, now);
  if (written2.is === "unknown") return unreadable("What was read could not be put aside", written2);
  return {
    exit: EXIT.done,
    story: null,
    markdown: "",
    json: `${JSON.stringify({ exit: EXIT.done, part: `${part.number}/${part.of}`, places: places.length })}
`,
    says: `${places.length} accounts read and put aside · calls: ${callsOf(asked.aws)}`
  };
}

// src/entry/inventory/merging.ts
async function partIn(asked, branch) {
  const snapshot = await asked.branches.open(branch);
  if (snapshot.is === "unknown") return snapshot;
  if (snapshot.value === null || !snapshot.value.files.has(PART)) return known([]);
  const { files } = snapshot.value;
  const read2 = await snapshot.value.read([PART]);
  if (read2.is === "unknown") return read2;
  const part = readPartFile(read2.value.get(PART)?.toString("utf8") ?? "");
  return known(
    Object.entries(part?.states ?? {}).flatMap(([name, state]) => {
      const blob = files.get(fileOf(name))?.blob;
      return blob === void 0 ? [] : [{ name, state, content: { blob }, change: part?.changes[name] ?? null }];
    })
  );
}
async function mergeParts(asked) {
  const kept = await keptOn(asked);
  if (kept.is === "unknown") return failedEnd(`The inventory could not be read: ${writeEdgeError(kept.because)}`);
  const branches = await asked.branches.list(partsOf(asked.branch));
  if (branches.is === "unknown") return failedEnd(`The parts could not be listed: ${writeEdgeError(branches.because)}`);
  const mine = latestOf(asked.branch, asked.attempt, branches.value);
  const read2 = [];
  for (const branch of mine) {
    const part = await partIn(asked, branch);
    if (part.is === "known") read2.push(...part.value);
  }
  const end = await writeDown(asked, kept.value, placesOf2(asked.settings), read2, asked.runner());
  const spared = end.exit === EXIT.done ? [] : mine;
  const removed = await asked.branches.remove(branches.value.filter((branch) => !spared.includes(branch)));
  if (removed.is === "known") return end;
  return { ...end, says: `${end.says} · the parts could not be removed: ${writeEdgeError(removed.because)}` };
}

// src/entry/actions/inventory.ts
var STEP = 10;
async function settingsOf(inputs, folder) {
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token };
  const repository = await fetchDefaultBranch(remote, "HEAD", join4(folder, "repository.git"));
  if (repository.is === "unknown") return repository;
  return settingsReader(repository.value, inputs.directory)(repository.value.head);
}
function askedOf(inputs, settings, folder) {
  const { aws: integration } = settings;
  if (integration === null) return null;
  const { environment } = inputs;
  const run = environment["GITHUB_RUN_ID"] ?? "local";
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token };
  return {
    settings,
    branch: inputs.dataBranch,
    attempt: { run, attempt: Number(environment["GITHUB_RUN_ATTEMPT"] ?? "1") },
    region: integration.region,
    branches: dataBranches({ remote, directory: join4(folder, "data.git") }),
    aws: openAws({
      integration,
      installation: settings.installation,
      job: "inventory",
      run,
      environment,
      setSecret,
      pause: { sleep: (milliseconds) => sleep(milliseconds), random: () => randomInt(1e6) / 1e6 },
      ticks: () => performance.now()
    }),
    runner: () => instantOf(Date.now() / 1e3),
    progress: (done, all) => {
      if (done % STEP === 0 || done === all) process.stdout.write(`${done} of ${all} accounts
`);
    }
  };
}
function listParts(asked) {
  const parts = partsFor(placesOf2(asked.settings).length).map(writePart);
  return {
    exit: EXIT.done,
    story: null,
    markdown: "",
    json: `${JSON.stringify({ exit: EXIT.done, parts })}
`,
    says: `The accounts are read in ${parts.length} parts.`,
    outputs: { parts: JSON.stringify(parts) }
  };
}
var refreshInventory = (inputs) => inWorkspace(inputs.environment, async (folder) => {
  const settings = await settingsOf(inputs, folder);
  if (settings.is === "unknown")
    return failedEnd(`The settings could not be read: ${writeEdgeError(settings.because)}`);
  if (settings.value === null)
    return failedEnd("The settings of the default branch are broken; daypass validate tells where.");
  const asked = askedOf(inputs, settings.value, folder);
  if (asked === null) return { ...failedEnd("The settings name no AWS accounts."), exit: EXIT.findings };
  if (inputs.part === "list") return listParts(asked);
  if (inputs.part === "merge") return mergeParts(asked);
  const part = inputs.part === "" ? null : readPart(inputs.part);
  if (part === null && inputs.part !== "")
    return {
      ...failedEnd(
        `The input part is ${JSON.stringify(inputs.part)}; it must be list, 1/4, 2/4 …, merge, or nothing.`
      ),
      exit: EXIT.findings
    };
  return part === null ? refreshWhole(asked) : refreshPart(asked, part);
});

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

// src/entry/actions/merge.ts
async function mergePulls(inputs) {
  const numbers = inputs.pullRequests.length > 0 ? inputs.pullRequests : await pullRequestsOfEvent(inputs.environment);
  return inWorkspace(inputs.environment, (folder) => mergeIn(folder, inputs, numbers));
}
var mergeOf = ({ thread }, method) => ({
  do: "merge",
  pull: thread.node,
  head: thread.head,
  method,
  headline: `${thread.title.slice(0, 200)} (#${thread.number})`
});
async function mergeAll(ground, inputs, all) {
  const { forum, seen } = ground;
  const made = await forum.make(
    seen.glance,
    all.map((told) => mergeOf(told, inputs.mergeMethod))
  );
  const tried = all.map((told, at) => {
    const one = made[at];
    return { told, because: one?.is === "unknown" ? one.because : null };
  });
  const failed = tried.filter(({ because }) => because !== null);
  if (failed.length === 0) return tried;
  const again = await forum.named(failed.map(({ told }) => told.thread.number));
  return tried.map((one) => {
    const now = again.is === "known" ? again.value.threads.get(one.told.thread.number) : void 0;
    const landed2 = now?.is === "known" && now.value.state === "merged" && now.value.head === one.told.thread.head;
    return one.because !== null && landed2 ? { ...one, because: null } : one;
  });
}
var isRefusal = ({ kind }) => ["denied", "invalid", "conflict", "not-found"].includes(kind);
var afterMerge = (thread, now) => ({ ...thread, state: "merged", mergedAt: now });
async function mergeIn(folder, inputs, numbers) {
  const ground = await openGround(inputs, numbers, folder);
  if (ground.is === "unknown") return failedEnd(`GitHub could not be read: ${writeEdgeError(ground.because)}`);
  const { forum, seen, client, now } = ground.value;
  const threads = [...seen.threads.values()].flatMap((thread) => thread.is === "known" ? [thread.value] : []);
  const lost = [...seen.threads].flatMap(
    ([number2, thread]) => thread.is === "unknown" ? [{ number: number2, because: thread.because }] : []
  );
  const all = await tellPulls(ground.value, inputs, threads, numbers.length > 0);
  const tried = await mergeAll(ground.value, inputs, all.told.filter(isMergeable));
  const merged = tried.filter(({ because }) => because === null);
  const sent = merged.length === 0 ? null : await dispatch(client, inputs.repository, inputs.workflows.apply, seen.glance.defaultBranch);
  const outcomes = new Map(tried.map((one) => [one.told.thread.number, one]));
  const talks = all.told.flatMap(({ thread, view, judged }) => {
    const outcome = outcomes.get(thread.number);
    if (outcome === void 0 || judged === null) return view === null ? [] : [{ thread, view }];
    if (outcome.because === null) {
      const after = mergedView(afterMerge(thread, now), judged.previewed.story);
      return after === null ? [] : [{ thread, view: after }];
    }
    return view === null ? [] : [{ thread, view: unmergedView(view, thread, outcome.because) }];
  });
  const untold = await converse(forum, seen.glance, talks);
  const troubles = [
    ...tried.flatMap(
      ({ told, because }) => because === null || isRefusal(because) ? [] : [`Pull request #${told.thread.number} could not be merged: ${writeEdgeError(because)}`]
    ),
    ...sent?.is === "unknown" ? [
      `The workflow ${inputs.workflows.apply} could not be started; its own schedule goes on: ${writeEdgeError(sent.because)}`
    ] : [],
    ...untold.map(untoldLine)
  ];
  const end = endOfPulls({
    told: all.told,
    unread: [...lost, ...all.unread],
    troubles,
    open: seen.glance.open,
    now,
    calls: client.calls()
  });
  const names = merged.map(({ told }) => `#${told.thread.number}`);
  return { ...end, says: `${names.length === 0 ? "Nothing merged" : `Merged ${names.join(", ")}`} · ${end.says}` };
}

// src/entry/actions/tidy.ts
import { join as join5 } from "node:path";

// src/core/plan/tidy.ts
var RESTS = DAY;
var MOST_TIDIED = 500;
function overLongAgo(standing, ledger, settings, now) {
  const left = /* @__PURE__ */ new Set();
  for (const { version, ended } of ledger.granted.values()) if (ended === null) left.add(version);
  for (const [version, { does }] of ledger.trouble) if (does === "takes") left.add(version);
  for (const [version, { reviewed }] of ledger.glass) if (reviewed === null) left.add(version);
  return standing.flatMap(({ request, version }) => {
    const window = windowOf(request, settings, version.landedAt);
    if (window === null || later(window.until, RESTS) > now || left.has(version.id)) return [];
    return [{ path: version.path, request: request.id, until: window.until }];
  }).toSorted((a, b) => a.until - b.until || (a.path < b.path ? -1 : 1)).slice(0, MOST_TIDIED);
}

// src/entry/actions/tidy.ts
var tidyUp = (inputs) => inWorkspace(inputs.environment, async (folder) => {
  const desk = await openDesk(inputs, folder);
  return desk.is === "unknown" ? failedEnd(`Nothing was tidied: ${writeEdgeError(desk.because)}`) : tidyAt(desk.value, folder);
});
var SHOWN2 = 50;
var bodyOf = (over) => {
  const rows = over.slice(0, SHOWN2).map(({ request, until }) => `| ${code(request, 80)} | ${day(until)} |`);
  const left = over.length - rows.length;
  return [
    "These requests are over, and by the record nothing of them is left. `daypass explain` finds them in the history.",
    ["| request | ended |", "|---|---|", ...rows].join("\n"),
    ...left > 0 ? [`… and ${left} more`] : [],
    ""
  ].join("\n\n");
};
async function tidyAt(desk, folder) {
  const { inputs, repository, files, settings, now } = desk;
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token };
  const ledger = gitLedger({ remote, branch: inputs.ledgerBranch, directory: join5(folder, "ledger.git") });
  const [record, history] = await Promise.all([ledger.read(), historyOf(repository, inputs.directory)]);
  if (record.is === "unknown") return failedEnd(`Nothing was tidied: ${writeEdgeError(record.because)}`);
  if (history.is === "unknown") return failedEnd(`Nothing was tidied: ${writeEdgeError(history.because)}`);
  const reading = await readingOf({
    directory: inputs.directory,
    files,
    history: history.value,
    kinds: KINDS,
    modes: MODE_NAMES,
    fallback: async () => null,
    settingsAt: async () => null
  });
  if (reading === null) return failedEnd("Nothing was tidied: the settings cannot be read.");
  const over = overLongAgo(reading.standing, record.value.ledger, settings, now);
  if (over.length === 0) return said2(EXIT.done, "There is nothing to tidy.");
  const title = `Tidy up: ${several(over.length, "request")} that ${over.length === 1 ? "is" : "are"} over`;
  const proposed = await proposeAt(desk, {
    branch: "daypass/tidy",
    files: new Map(over.map(({ path }) => [path, null])),
    title,
    body: bodyOf(over)
  });
  if (proposed.is === "unknown") return failedEnd(`Nothing was tidied: ${writeEdgeError(proposed.because)}`);
  const { number: number2 } = proposed.value;
  const outputs = { pull: String(number2) };
  const refused2 = await mergeAt(desk, proposed.value, `${title} (#${number2})`);
  if (refused2 !== null)
    return said2(
      EXIT.done,
      `GitHub does not let Daypass merge ${pullLink(desk, proposed.value)}: somebody who may has to.`,
      outputs
    );
  const troubles = await start(desk, [inputs.workflows.apply]);
  return said2(
    troubles.length > 0 ? EXIT.failed : EXIT.done,
    [`${title}: merged as #${number2}.`, ...troubles].join(" "),
    outputs
  );
}

// src/entry/actions/verify.ts
import { join as join6 } from "node:path";
var STEP2 = 10;
var verifyAccounts = (inputs) => inWorkspace(inputs.environment, async (folder) => {
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token };
  const repository = await fetchDefaultBranch(remote, "HEAD", join6(folder, "repository.git"));
  if (repository.is === "unknown")
    return failedEnd(`The repository could not be read: ${writeEdgeError(repository.because)}`);
  const settings = await settingsReader(repository.value, inputs.directory)(repository.value.head);
  if (settings.is === "unknown")
    return failedEnd(`The settings could not be read: ${writeEdgeError(settings.because)}`);
  if (settings.value === null)
    return failedEnd("The settings of the default branch are broken; daypass validate tells where.");
  const end = await verifying({
    settings: settings.value,
    job: inputs.verifyAs,
    accounts: "",
    through: null,
    environment: inputs.environment,
    setSecret,
    progress: (done, all) => {
      if (done > 0 && (done % STEP2 === 0 || done === all)) process.stdout.write(`${done} of ${all} accounts
`);
    }
  });
  if (end.is === "not") return { ...failedEnd(end.says), exit: EXIT.findings };
  const exit = exitOfVerified(end.all);
  process.stdout.write(`${verifyText(end.all, PLAIN, "what is not well")}
`);
  return {
    exit,
    story: null,
    markdown: verifyMarkdown(end.all),
    json: `${JSON.stringify({ exit, accounts: end.all })}
`,
    says: summaryOf(end.all)
  };
});

// src/entry/actions/index.ts
var ACTIONS = {
  plan: planPulls,
  merge: mergePulls,
  apply: (inputs) => runJob(actionJob("apply", inputs)),
  expire: (inputs) => runJob(actionJob("expire", inputs)),
  close: closeRecord,
  hold: pressHold,
  form: askByForm,
  comment: answerComment,
  tidy: tidyUp,
  verify: verifyAccounts,
  inventory: refreshInventory
};
var isAction = (word) => Object.hasOwn(ACTIONS, word);

// src/entry/inputs.ts
var JOBS = ["inventory", "apply", "expire"];
var METHODS = ["squash", "merge", "rebase"];
var isWorkflow = (name) => /^[\w][\w.-]{0,99}\.ya?ml$/.test(name);
var wrong = (says) => ({ is: "wrong", says });
var isBranch = (text) => text.length <= 100 && text.split("/").every((step) => /^\w([\w-]|\.(?!\.))*$/.test(step) && !/(\.|\.lock)$/.test(step));
function readInputs(input, environment) {
  const start2 = input("start").trim();
  if (start2 !== "" && !/^[0-9a-f]{40}$/.test(start2))
    return wrong(`The input start is not a full commit SHA: ${JSON.stringify(start2)}.`);
  const folder = input("directory").trim() || "config";
  const directory = readDirectory(folder);
  if (directory === null)
    return wrong(`The input directory is not a folder inside the repository: ${JSON.stringify(folder)}.`);
  const branch = input("ledger-branch").trim() || "daypass-ledger";
  if (!isBranch(branch)) return wrong(`The input ledger-branch is not the name of a branch: ${JSON.stringify(branch)}.`);
  const data = input("data-branch").trim() || DATA_BRANCH;
  if (!isBranch(data) || data.includes("/") || data === branch)
    return wrong(`The input data-branch is not the name of a branch of its own: ${JSON.stringify(data)}.`);
  const minutes = Number(input("time-budget") || "45");
  if (!Number.isFinite(minutes) || minutes <= 0 || minutes > 350)
    return wrong("The input time-budget is not a number of minutes above 0 and up to 350.");
  const number2 = input("pull-request").trim();
  if (number2 !== "" && !/^[1-9]\d{0,9}(,\s?[1-9]\d{0,9}){0,499}$/.test(number2))
    return wrong(`The input pull-request is not a number, or several with commas: ${JSON.stringify(number2)}.`);
  const asked = input("merge-method").trim() || "squash";
  const mergeMethod = METHODS.find((method) => method === asked);
  if (mergeMethod === void 0)
    return wrong(`The input merge-method is ${JSON.stringify(asked)}; it must be one of ${METHODS.join(", ")}.`);
  const as = input("as").trim() || "inventory";
  const verifyAs = JOBS.find((job) => job === as);
  if (verifyAs === void 0)
    return wrong(`The input as is ${JSON.stringify(as)}; it must be one of ${JOBS.join(", ")}.`);
  const apply = input("apply-workflow").trim() || "apply.yml";
  const expire = input("expire-workflow").trim() || "expire.yml";
  for (const name of [apply, expire])
    if (!isWorkflow(name)) return wrong(`This is not the file name of a workflow: ${JSON.stringify(name)}.`);
  const repository = environment["GITHUB_REPOSITORY"] ?? "";
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    return wrong("GITHUB_REPOSITORY does not name a repository: this bundle runs as a GitHub Action.");
  const token = input("github-token").trim();
  return {
    is: "read",
    inputs: {
      command: input("command").trim(),
      directory,
      start: start2 === "" ? null : id(start2),
      token: token === "" ? null : token,
      ledgerBranch: branch,
      dataBranch: data,
      part: input("part").trim(),
      pullRequests: number2 === "" ? [] : number2.split(",").map(Number),
      mergeMethod,
      workflows: { apply, expire },
      verifyAs,
      hold: { what: input("what").trim(), name: input("name").trim(), because: input("because").trim() },
      budget: minutes * 60,
      repository,
      serverUrl: (environment["GITHUB_SERVER_URL"] ?? "https://github.com").replace(/\/$/, ""),
      apiUrl: (environment["GITHUB_API_URL"] ?? "https://api.github.com").replace(/\/$/, ""),
      environment
    }
  };
}

// src/entry/action.ts
async function tell2(end) {
  const folder = await mkdtemp(join7(process.env["RUNNER_TEMP"] ?? tmpdir(), "daypass-report-"));
  const [report, json] = [join7(folder, "report.md"), join7(folder, "report.json")];
  await Promise.all([writeFile2(report, end.markdown), writeFile2(json, end.json)]);
  setOutput("exit", end.exit);
  setOutput("report", report);
  setOutput("json", json);
  for (const [name, value] of Object.entries(end.outputs ?? {})) setOutput(name, value);
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
  await tell2(end);
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
