import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  optionsFor
} from "./chunk-7ZAPLNTP.js";
import {
  canonicalJson,
  readInstant,
  writeInstant
} from "./chunk-66F3A4I2.js";
import {
  git,
  gitError,
  readBlobs,
  treeAt
} from "./chunk-SMRKEGFD.js";
import {
  id,
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

// src/edges/git/data.ts
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
var DATA_BRANCH = "daypass-data";
var WHO = "daypass <daypass@localhost>";
var NAME = /^[\w][\w.-]*$/;
var MOST_BYTES = 1073741824;
function commitOf(ref, files, at) {
  const message = `${files.size} files
`;
  const parts = [
    Buffer.from(
      `reset ${ref}
commit ${ref}
committer ${WHO} ${at} +0000
data ${message.length}
${message}deleteall
`
    )
  ];
  for (const [path, content] of [...files].sort(([a], [b]) => a < b ? -1 : 1)) {
    if ("blob" in content) parts.push(Buffer.from(`M 100644 ${content.blob} ${path}
`));
    else
      parts.push(
        Buffer.from(`M 100644 inline ${path}
data ${content.bytes.length}
`),
        content.bytes,
        Buffer.from("\n")
      );
  }
  parts.push(Buffer.from("done\n"));
  return Buffer.concat(parts);
}
async function snapshotOf(repository) {
  const tree = await treeAt(repository, repository.head, "");
  if (tree.is === "unknown") return tree;
  const files = tree.value.filter(({ type, mode }) => type === "blob" && mode === "100644");
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > MOST_BYTES)
    return unknown({
      kind: "quota",
      call: "git: read of the data",
      said: `it has ${bytes} bytes, and ${MOST_BYTES} are read`
    });
  const byPath = new Map(files.map(({ path, blob, bytes: bytes2 }) => [path, { blob, bytes: bytes2 }]));
  return known({
    commit: repository.head,
    files: byPath,
    async read(paths) {
      const wanted = paths.flatMap((path) => byPath.get(path)?.blob ?? []);
      const blobs = await readBlobs(repository, wanted);
      if (blobs.is === "unknown") return blobs;
      return known(
        new Map(
          paths.flatMap((path) => {
            const found = blobs.value.get(byPath.get(path)?.blob ?? id(""));
            return found === void 0 ? [] : [[path, found]];
          })
        )
      );
    }
  });
}
function dataBranches(place) {
  const { url } = place.remote;
  let options = null;
  async function opened() {
    if (options !== null) return known(options);
    const directory = place.directory ?? await mkdtemp(join(tmpdir(), "daypass-data-"));
    const made = await git(["init", "--quiet", "--bare", "--end-of-options", directory], { directory: null });
    if (made.code !== 0) return unknown(gitError("init", made));
    options = optionsFor(place.remote, directory);
    return known(options);
  }
  async function rows(pattern) {
    const using = await opened();
    if (using.is === "unknown") return using;
    const listed = await git(["ls-remote", "--quiet", "--end-of-options", url, pattern], using.value);
    if (listed.code !== 0) return unknown(gitError("look for the data", listed));
    return known(
      listed.stdout.toString().split("\n").flatMap((line) => {
        const [commit, ref] = line.split("	");
        return commit === void 0 || ref === void 0 ? [] : [[ref.replace(/^refs\/heads\//, ""), commit]];
      })
    );
  }
  async function open(branch) {
    const using = await opened();
    if (using.is === "unknown") return using;
    const there = await rows(`refs/heads/${branch}`);
    if (there.is === "unknown") return there;
    const tip = there.value.find(([name]) => name === branch)?.[1];
    if (tip === void 0) return known(null);
    const here = `refs/daypass/data/${branch}`;
    const flags = ["--quiet", "--no-tags", "--depth=1", "--no-write-fetch-head", "--force", "--end-of-options"];
    const fetched = await git(["fetch", ...flags, url, `+refs/heads/${branch}:${here}`], using.value);
    if (fetched.code !== 0) return unknown(gitError(`fetch of ${branch}`, fetched));
    const parsed2 = await git(["rev-parse", "--verify", "--end-of-options", `${here}^{commit}`], using.value);
    if (parsed2.code !== 0) return unknown(gitError(`fetch of ${branch}`, parsed2));
    return snapshotOf({ directory: using.value.directory ?? "", head: id(parsed2.stdout.toString().trim()) });
  }
  return {
    open,
    async list(prefix) {
      if (!NAME.test(prefix))
        return unknown({ kind: "invalid", call: "git: ls-remote", said: `no branch begins with ${prefix}` });
      const all = await rows(`refs/heads/${prefix}*`);
      return all.is === "unknown" ? all : known(all.value.map(([name]) => name).filter((name) => name.startsWith(prefix)));
    },
    async replace(branch, over, files, at) {
      if (!NAME.test(branch))
        return unknown({ kind: "invalid", call: "git: push", said: `no branch can be called ${branch}` });
      const using = await opened();
      if (using.is === "unknown") return using;
      const ref = `refs/daypass/made/${branch}`;
      const imported = await git(["fast-import", "--quiet", "--done", "--force", "--date-format=raw"], {
        ...using.value,
        input: commitOf(ref, files, at)
      });
      if (imported.code !== 0) return unknown(gitError(`write of ${branch}`, imported));
      const parsed2 = await git(["rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`], using.value);
      if (parsed2.code !== 0) return unknown(gitError(`write of ${branch}`, parsed2));
      const made = parsed2.stdout.toString().trim();
      const name = `refs/heads/${branch}`;
      const lease = `--force-with-lease=${name}:${over ?? ""}`;
      const sent = await git(["push", "--quiet", lease, "--end-of-options", url, `${made}:${name}`], using.value);
      return sent.code === 0 ? known(id(made)) : unknown(gitError(`push of ${branch}`, sent));
    },
    async remove(branches) {
      const using = await opened();
      if (using.is === "unknown") return using;
      if (branches.length === 0) return known("removed");
      const names = branches.filter((branch) => NAME.test(branch)).map((branch) => `:refs/heads/${branch}`);
      const sent = await git(["push", "--quiet", "--end-of-options", url, ...names], using.value);
      return sent.code === 0 ? known("removed") : unknown(gitError("removal of parts", sent));
    }
  };
}

// src/core/inventory/contents.ts
var SECTIONS = ["resources", "access"];
var NEVER = { asOf: null, failed: null, partial: {} };
var isStale = ({ failed }) => failed !== null;
var written = ({ asOf, failed, partial }) => ({
  asOf: asOf === null ? null : writeInstant(asOf),
  failed,
  partial
});
function writeContents({ asOf, places }) {
  const all = Object.entries(places).map(([name, { id: id2, sections, counts, regions }]) => [
    name,
    {
      id: id2,
      sections: { resources: written(sections.resources), access: written(sections.access) },
      counts,
      regions
    }
  ]);
  return `${canonicalJson({ daypass: 1, asOf: writeInstant(asOf), places: Object.fromEntries(all) })}
`;
}
var raw = (value) => typeof value === "object" && value !== null ? value : {};
var parsed = (text2) => {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
};
var instant = (value) => {
  const read = typeof value === "string" ? readInstant(value) : null;
  return read?.is === "instant" ? read.instant : null;
};
var numbers = (value) => Object.fromEntries(
  Object.entries(raw(value)).filter((pair) => Number.isSafeInteger(pair[1]))
);
function sectionIn(value) {
  const { asOf, failed, partial } = raw(value);
  return {
    asOf: instant(asOf),
    failed: typeof failed === "string" ? failed : null,
    partial: Object.fromEntries(
      Object.entries(raw(partial)).filter((pair) => typeof pair[1] === "string")
    )
  };
}
function placeIn(value) {
  const { id: id2, sections, counts, regions } = raw(value);
  return {
    id: typeof id2 === "string" ? id2 : "",
    sections: { resources: sectionIn(raw(sections)["resources"]), access: sectionIn(raw(sections)["access"]) },
    counts: numbers(counts),
    regions: numbers(regions)
  };
}
function readContents(text2) {
  const { daypass, asOf, places } = raw(parsed(text2));
  const at = instant(asOf);
  if (daypass !== 1 || at === null) return null;
  return {
    asOf: at,
    places: Object.fromEntries(Object.entries(raw(places)).map(([name, place]) => [name, placeIn(place)]))
  };
}

// src/core/inventory/read-lines.ts
var isRaw = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var text = (value) => typeof value === "string" ? value : "";
var texts = (value) => Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
var tagsIn = (value) => isRaw(value) ? Object.fromEntries(Object.entries(value).filter((pair) => typeof pair[1] === "string")) : {};
var json = (value) => value === void 0 ? null : value;
var holdsIn = (raw2) => ({
  policies: texts(raw2["policies"]),
  inline: isRaw(raw2["inline"]) ? Object.fromEntries(Object.entries(raw2["inline"]).map(([name, one]) => [name, json(one)])) : {},
  ...typeof raw2["boundary"] === "string" ? { boundary: raw2["boundary"] } : {}
});
var READ = {
  resource: (raw2) => text(raw2["arn"]) === "" ? null : {
    is: "resource",
    arn: text(raw2["arn"]),
    type: text(raw2["type"]),
    region: text(raw2["region"]),
    tags: tagsIn(raw2["tags"])
  },
  user: (raw2) => ({
    is: "user",
    arn: text(raw2["arn"]),
    tags: tagsIn(raw2["tags"]),
    groups: texts(raw2["groups"]),
    ...holdsIn(raw2)
  }),
  group: (raw2) => ({ is: "group", arn: text(raw2["arn"]), ...holdsIn(raw2) }),
  role: (raw2) => ({
    is: "role",
    arn: text(raw2["arn"]),
    tags: tagsIn(raw2["tags"]),
    trust: json(raw2["trust"]),
    ...holdsIn(raw2)
  }),
  policy: (raw2) => ({
    is: "policy",
    arn: text(raw2["arn"]),
    version: text(raw2["version"]),
    document: json(raw2["document"])
  }),
  permissionSet: (raw2) => ({
    is: "permissionSet",
    arn: text(raw2["arn"]),
    name: text(raw2["name"]),
    ...holdsIn(raw2)
  }),
  assignment: (raw2) => ({
    is: "assignment",
    set: text(raw2["set"]),
    account: text(raw2["account"]),
    principal: raw2["principal"] === "GROUP" ? "GROUP" : "USER",
    name: text(raw2["name"])
  }),
  people: (raw2) => ({ is: "people", name: text(raw2["name"]), members: texts(raw2["members"]) })
};
var isKind = (word) => Object.hasOwn(READ, word);
function readLine(line) {
  const raw2 = parsed(line);
  if (!isRaw(raw2)) return null;
  const is = text(raw2["is"]);
  return isKind(is) ? READ[is](raw2) : null;
}
function readLines(written2) {
  const rows = written2.split("\n").filter((row) => row !== "");
  const lines = rows.flatMap((row) => readLine(row) ?? []);
  return { lines, strange: rows.length - lines.length };
}

// src/entry/inventory/store.ts
import { promisify } from "node:util";
import { constants, gunzip, gzip } from "node:zlib";
var INDEX = "index.json";
var SUMMARY = "README.md";
var AWS_PLACE = "@aws";
var fileOf = (place) => `places/${place}.jsonl.gz`;
var pack = promisify(gzip);
var unpack = promisify(gunzip);
var MOST_BYTES2 = 536870912;
var packed = (text2) => pack(text2, { level: constants.Z_BEST_SPEED + 2 });
async function unpacked(bytes) {
  try {
    return (await unpack(bytes, { maxOutputLength: MOST_BYTES2 })).toString("utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}
async function contentsIn(snapshot) {
  if (snapshot === null || !snapshot.files.has(INDEX)) return known(null);
  const read = await snapshot.read([INDEX]);
  if (read.is === "unknown") return read;
  return known(readContents(read.value.get(INDEX)?.toString("utf8") ?? ""));
}
async function linesIn(snapshot, place) {
  const path = fileOf(place);
  if (!snapshot.files.has(path)) return known({ lines: [], strange: 0 });
  const read = await snapshot.read([path]);
  if (read.is === "unknown") return read;
  const text2 = await unpacked(read.value.get(path) ?? new Uint8Array());
  return text2 === null ? unknown({ kind: "garbage", call: `reading ${path}`, said: "it is not packed as the inventory packs" }) : known(readLines(text2));
}

export {
  DATA_BRANCH,
  snapshotOf,
  dataBranches,
  SECTIONS,
  NEVER,
  isStale,
  writeContents,
  readContents,
  readLines,
  INDEX,
  SUMMARY,
  AWS_PLACE,
  fileOf,
  packed,
  unpacked,
  contentsIn,
  linesIn
};
