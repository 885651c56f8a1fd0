import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readDirectory
} from "./chunk-XWK6VWK7.js";
import {
  EXIT,
  terminal
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/entry/cli.ts
import { parseArgs } from "node:util";

// src/entry/commands/index.ts
var COMMANDS = {
  validate: {
    says: "check the files as they lie on disk",
    load: async () => (await import("./validate-SRF45YD4.js")).validate
  },
  plan: {
    says: "say who would get what, and whose approval is missing",
    load: async () => (await import("./plan-HFXDPE53.js")).plan
  },
  list: {
    says: "print what somebody may ask for, and whose approval it takes",
    load: async () => (await import("./list-A53MBGY7.js")).list
  },
  request: {
    says: "write the file of a new request, and the link that opens it on GitHub",
    load: async () => (await import("./request-EELYN5RA.js")).request
  },
  search: {
    says: "look through what there is in every account, and who reaches it",
    load: async () => (await import("./search-T3TLTIBW.js")).search
  },
  end: {
    says: "delete the file of a request, which ends its access early",
    load: async () => (await import("./end-A3ZCANE5.js")).end
  },
  explain: {
    says: "print the whole chain of proof of a request",
    load: async () => (await import("./explain-3RP535UF.js")).explain
  },
  expire: {
    says: "take away what has ended (never gives anything)",
    load: async () => (await import("./expire-MB4RSPO2.js")).expire
  },
  init: {
    says: "write the first files of an installation into this folder",
    load: async () => (await import("./init-MM7G3K7Z.js")).init
  },
  setup: {
    says: "print what to create in AWS, and the commands that do it",
    load: async () => (await import("./setup-CLOKR267.js")).setup
  },
  federate: {
    says: "show what the apps of Okta lack, and set it with --yes",
    load: async () => (await import("./federate-AJVA2GXC.js")).federate
  },
  verify: {
    says: "compare what stands in AWS with what setup prints (changes nothing)",
    load: async () => (await import("./verify-H3JKTX6M.js")).verifyCommand
  },
  doctor: {
    says: "look how safe the repository itself is, and whether the record is whole",
    load: async () => (await import("./doctor-KC22TGII.js")).doctor
  },
  demo: {
    says: "play the whole story on a sandbox: no account, no network",
    load: async () => (await import("./demo-646VJBAP.js")).demo
  }
};

// src/entry/terminal.ts
var wantsColours = ({ environment, stdout }) => (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb" && stdout.isTTY === true;
var CLEAR = "\r\x1B[2K";
function openTerminal(around) {
  const live = around.stderr.isTTY === true && (around.environment["CI"] ?? "") === "";
  const started = performance.now();
  let shown = false;
  const clear = () => {
    if (shown) around.stderr.write(CLEAR);
    shown = false;
  };
  return {
    colours: wantsColours(around),
    out: (text) => {
      clear();
      around.stdout.write(`${text}
`);
    },
    note: (text) => {
      clear();
      around.stderr.write(`${text}
`);
    },
    stage: (says) => {
      if (!live) return;
      const seconds = ((performance.now() - started) / 1e3).toFixed(1);
      around.stderr.write(`${CLEAR}… ${terminal(says)} (${seconds}s)`);
      shown = true;
    },
    done: clear
  };
}

// src/entry/cli.ts
var EVERYWHERE = {
  json: { type: "boolean", says: "print JSON on standard output" },
  help: { type: "boolean", says: "print this" }
};
var isCommand = (word) => Object.hasOwn(COMMANDS, word);
function usage() {
  const names = Object.keys(COMMANDS);
  const width = Math.max(...names.map((name) => name.length));
  return [
    "daypass: time-bound, least-privilege access to AWS by pull request",
    "",
    "Usage: daypass <command> [options]",
    "",
    ...Object.entries(COMMANDS).map(([name, command]) => `  ${name.padEnd(width)}  ${command.says}`),
    "",
    "daypass <command> --help tells more. Every command knows --json; NO_COLOR is honoured.",
    "Exit: 0 done or waiting, 1 findings, 2 blocked, 3 a call failed, 70 our bug."
  ].join("\n");
}
function help(name, command) {
  const options = { ...command.options, ...EVERYWHERE };
  const rows = Object.entries(options).map(([option, { type, says }]) => [
    `--${option}${type === "string" ? " <value>" : ""}`,
    says
  ]);
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    `daypass ${name}${command.argument === null ? "" : ` ${command.argument}`}`,
    "",
    command.tells,
    "",
    ...rows.map(([left, says]) => `  ${left.padEnd(width)}  ${says}`)
  ].join("\n");
}
function misuse({ directory }, positionals) {
  if (positionals.length > 1) return `One argument is enough; there are ${positionals.length}: ${positionals.join(" ")}`;
  if (typeof directory !== "string" || readDirectory(directory) !== null) return null;
  return `--directory wants a folder inside the repository, written like config or access/config, not ${JSON.stringify(directory)}`;
}
var plainly = (values) => typeof values["directory"] === "string" ? { ...values, directory: readDirectory(values["directory"]) ?? "" } : values;
async function cli(words, around) {
  const terminal2 = openTerminal(around);
  const [name, ...rest] = words;
  if (name === void 0 || name === "--help" || name === "-h" || name === "help") {
    if (name === void 0) terminal2.note(usage());
    else terminal2.out(usage());
    return name === void 0 ? EXIT.findings : EXIT.done;
  }
  if (!isCommand(name)) {
    terminal2.note(`There is no command ${JSON.stringify(name)}.

${usage()}`);
    return EXIT.findings;
  }
  const command = await COMMANDS[name].load();
  try {
    const options = Object.fromEntries(
      Object.entries({ ...command.options, ...EVERYWHERE }).map(([option, { type }]) => [option, { type }])
    );
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: command.argument !== null });
    if (values["help"] === true) {
      terminal2.out(help(name, command));
      return EXIT.done;
    }
    const wrong = misuse(values, positionals);
    if (wrong !== null) {
      terminal2.note(`${wrong}

${help(name, command)}`);
      return EXIT.findings;
    }
    return await command.run({ values: plainly(values), positionals, terminal: terminal2, environment: around.environment });
  } catch (error) {
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      terminal2.note(`${error.message}

${help(name, command)}`);
      return EXIT.findings;
    }
    const stack = error instanceof Error ? error.stack ?? error.message : String(error);
    const lines = stack.split("\n").map((line) => `${/^ */.exec(line)?.[0] ?? ""}${terminal(line, 500)}`);
    terminal2.note(`This is a bug of Daypass, please report it:
${lines.join("\n")}`);
    return EXIT.bug;
  } finally {
    terminal2.done();
  }
}
export {
  cli,
  usage
};
