import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
} from "./chunk-WVQJG7N6.js";
import "./chunk-WLZ7PA37.js";
import "./chunk-XHC3WW32.js";
import "./chunk-SZR76Z43.js";
import "./chunk-RZGYXAJU.js";
export {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
};
