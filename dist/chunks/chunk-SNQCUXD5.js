import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  complain,
  durationAt,
  instantAt,
  readItem,
  readShape,
  readerOf
} from "./chunk-RYEE6VUW.js";
import {
  requestIdOf
} from "./chunk-624KHEYP.js";

// src/core/documents/request.ts
function linesOf(shape, reader, kinds) {
  return shape.access.flatMap((raw, index) => {
    const path = ["access", index];
    const at = reader.tree.place(path);
    const account = "account" in raw ? raw.account : void 0;
    const targets = typeof account === "string" ? [{ value: account, at: reader.tree.place([...path, "account"]) }] : (account ?? []).map((value, position) => ({ value, at: reader.tree.place([...path, "account", position]) }));
    if ("bundle" in raw) {
      const bundle = { value: raw.bundle, at: reader.tree.place([...path, "bundle"]) };
      return [{ targets, asked: { is: "bundle", bundle }, at }];
    }
    const entitlement = readItem(raw, path, reader, kinds);
    return entitlement === null ? [] : [{ targets, asked: { is: "entitlement", entitlement }, at }];
  });
}
function whenOf(shape, reader) {
  const from = shape.from === void 0 ? null : instantAt(reader, shape.from, ["from"]);
  const contradiction = (key, message, cure) => complain(reader, "time-contradiction", reader.tree.keyPlace([key]), message, cure);
  if (shape.until !== void 0) {
    if (shape.duration !== void 0)
      contradiction("duration", "`duration` and `until` both say when the access ends.", "Keep one of them.");
    const until = instantAt(reader, shape.until, ["until"]);
    return until === null ? { is: "default" } : { is: "until", until, from };
  }
  if (shape.duration !== void 0) {
    const seconds = durationAt(reader, shape.duration, ["duration"]);
    return seconds === null ? { is: "default" } : { is: "duration", seconds, from };
  }
  if (shape.from !== void 0)
    contradiction(
      "from",
      "`from` says when the access begins, and nothing says when it ends.",
      "Add `duration` or `until`."
    );
  return { is: "default" };
}
function readRequest(file, kinds) {
  const shaped = readShape("request", file, kinds);
  if ("findings" in shaped) return { request: null, findings: shaped.findings };
  const { value: shape, tree } = shaped;
  const reader = readerOf(tree);
  const lines = linesOf(shape, reader, kinds);
  const when = whenOf(shape, reader);
  const proxied = [shape.issue, shape.comment].filter((one) => one !== void 0).length;
  if (proxied > 1 || shape.comment === void 0 !== (shape.extends === void 0))
    complain(
      reader,
      "bot-lines",
      reader.tree.place([shape.comment === void 0 ? "extends" : "comment"]),
      "`issue` stands alone, and `comment` and `extends` stand together.",
      "These lines are written by the bot: leave them out."
    );
  const end = ["until", "duration"].find((key) => shape[key] !== void 0);
  if (reader.findings.length > 0) return { request: null, findings: reader.findings };
  return {
    findings: [],
    request: {
      id: requestIdOf(file.path),
      path: file.path,
      blob: file.blob,
      for: { value: shape.for, at: tree.place(["for"]) },
      reason: shape.reason === void 0 ? null : { value: shape.reason, at: tree.place(["reason"]) },
      ticket: shape.ticket === void 0 ? null : { value: shape.ticket, at: tree.place(["ticket"]) },
      when,
      ...end === void 0 ? {} : { endAt: tree.place([end]) },
      lines,
      breakGlass: shape.breakGlass === void 0 ? null : tree.place(["breakGlass"]),
      issue: shape.issue ?? null,
      extension: shape.comment === void 0 || shape.extends === void 0 ? null : { comment: shape.comment, of: shape.extends },
      at: tree.place([])
    }
  };
}

export {
  readRequest
};
