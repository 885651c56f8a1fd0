import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/core/model/tags.ts
var tagsKey = (target, arn) => `${target} ${arn}`;
var looksAtTags = ({ rules }) => rules.some(({ what, not }) => [what, ...not].some(({ resourceTags }) => Object.keys(resourceTags).length > 0));

export {
  tagsKey,
  looksAtTags
};
