import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/edges/git/reaching.ts
function optionsFor(remote, directory) {
  const origin = URL.canParse(remote.url) ? new URL(remote.url) : null;
  const tellable = origin?.protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(origin?.hostname ?? "");
  return {
    directory,
    protocols: remote.protocols ?? "network",
    ...remote.token !== null && origin !== null && tellable ? { token: { origin: origin.origin, secret: remote.token } } : {}
  };
}

export {
  optionsFor
};
