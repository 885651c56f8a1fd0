import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/edges/aws/errors.ts
var KINDS = {
  AccessDenied: "denied",
  AccessDeniedException: "denied",
  CredentialsProviderError: "denied",
  ExpiredToken: "denied",
  ExpiredTokenException: "denied",
  IDPRejectedClaim: "denied",
  IDPRejectedClaimException: "denied",
  InvalidClientTokenId: "denied",
  InvalidIdentityToken: "denied",
  InvalidIdentityTokenException: "denied",
  RequestExpired: "denied",
  SignatureDoesNotMatch: "denied",
  UnauthorizedException: "denied",
  UnmodifiableEntity: "denied",
  UnmodifiableEntityException: "denied",
  UnrecognizedClientException: "denied",
  AWSOrganizationsNotInUseException: "not-found",
  NoSuchEntity: "not-found",
  ResourceNotFoundException: "not-found",
  NoSuchEntityException: "not-found",
  ConcurrentModification: "conflict",
  ConcurrentModificationException: "conflict",
  ConflictException: "conflict",
  DeleteConflict: "conflict",
  DeleteConflictException: "conflict",
  EntityAlreadyExists: "conflict",
  EntityAlreadyExistsException: "conflict",
  EntityTemporarilyUnmodifiable: "conflict",
  EntityTemporarilyUnmodifiableException: "conflict",
  RequestLimitExceeded: "throttled",
  RequestThrottled: "throttled",
  SlowDown: "throttled",
  Throttling: "throttled",
  ThrottlingException: "throttled",
  TooManyRequestsException: "throttled",
  LimitExceeded: "quota",
  LimitExceededException: "quota",
  PackedPolicyTooLarge: "quota",
  PackedPolicyTooLargeException: "quota",
  ServiceQuotaExceededException: "quota",
  InvalidInput: "invalid",
  InvalidInputException: "invalid",
  InvalidParameterValue: "invalid",
  MalformedPolicyDocument: "invalid",
  MalformedPolicyDocumentException: "invalid",
  RegionDisabledException: "invalid",
  ValidationError: "invalid",
  ValidationException: "invalid",
  IDPCommunicationError: "unreachable",
  IDPCommunicationErrorException: "unreachable",
  InternalFailure: "unreachable",
  InternalServerException: "unreachable",
  RequestTimeout: "unreachable",
  ServiceFailure: "unreachable",
  ServiceFailureException: "unreachable",
  ServiceException: "unreachable",
  ServiceUnavailable: "unreachable",
  TimeoutError: "unreachable"
};
var LONGEST = 300;
var textOf = (value) => typeof value === "string" ? value : "";
var within = (value, key) => typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
var nameOf = (error) => textOf(within(error, "name")) || "Error";
var statusOf = (error) => {
  const status = within(within(error, "$metadata"), "httpStatusCode");
  return typeof status === "number" ? status : 0;
};
var neverAnswered = (error) => textOf(within(error, "code")) !== "" && statusOf(error) === 0;
function kindOf(error) {
  const kind = KINDS[nameOf(error)];
  if (kind !== void 0) return kind;
  const status = statusOf(error);
  if (status === 429) return "throttled";
  if (status >= 500 || neverAnswered(error)) return "unreachable";
  if (status === 401 || status === 403) return "denied";
  return status === 400 ? "invalid" : "garbage";
}
var withoutSession = (message) => message.replace(/(:assumed-role\/[\w+=,.@-]+)\/[\w+=,.@-]+/g, "$1");
var edgeErrorOf = (call, error) => {
  const message = withoutSession(textOf(within(error, "message")).replace(/\s+/g, " ")).slice(0, LONGEST);
  return { kind: kindOf(error), call, said: message === "" ? nameOf(error) : `${nameOf(error)}: ${message}` };
};
var SKEWED = /* @__PURE__ */ new Set([
  "AuthFailure",
  "InvalidSignatureException",
  "RequestExpired",
  "RequestInTheFuture",
  "RequestTimeTooSkewed",
  "SignatureDoesNotMatch"
]);
var clockWasCorrected = (error) => SKEWED.has(nameOf(error)) && within(within(error, "$metadata"), "clockSkewCorrected") === true;

// src/edges/loopback.ts
var LOOPBACK = /* @__PURE__ */ new Set(["127.0.0.1", "localhost", "[::1]"]);
var isLoopback = (url) => LOOPBACK.has(url.hostname);

// src/edges/aws/endpoint.ts
function endpointOf(environment, service) {
  const name = [`AWS_ENDPOINT_URL_${service}`, "AWS_ENDPOINT_URL"].find((key) => (environment[key] ?? "") !== "");
  const url = name === void 0 ? void 0 : environment[name];
  if (name === void 0 || url === void 0) return { is: "vendor" };
  if (URL.canParse(url) && isLoopback(new URL(url))) return { is: "loopback", url };
  return { is: "refused", because: `${name} may only name a loopback address` };
}

// src/edges/aws/clients.ts
var EndpointRefused = class extends Error {
  name = "InvalidInput";
};
var ATTEMPTS = 1;
var TIMEOUTS = { connectionTimeout: 5e3, requestTimeout: 3e4, throwOnRequestTimeout: true };
async function openClients(environment, region) {
  const commands = await import("./commands-3GHKATIY.js");
  const settings = (service) => {
    const endpoint = endpointOf(environment, service);
    if (endpoint.is === "refused") throw new EndpointRefused(endpoint.because);
    const address = endpoint.is === "loopback" ? { endpoint: endpoint.url } : { ignoreConfiguredEndpointUrls: true };
    return { region, maxAttempts: ATTEMPTS, ...address };
  };
  const forSts = settings("STS");
  const forIam = settings("IAM");
  const first = new commands.STSClient({ ...forSts, requestHandler: TIMEOUTS });
  const { requestHandler } = first.config;
  const shared = (service, keys) => ({
    ...settings(service),
    requestHandler,
    credentials: { ...keys }
  });
  return {
    commands,
    sts: (keys) => keys === null ? first : new commands.STSClient({ ...forSts, requestHandler, credentials: { ...keys } }),
    iam: (keys) => new commands.IAMClient({ ...forIam, requestHandler, credentials: { ...keys } }),
    async secrets() {
      const loaded = await import("./secret-commands-43ZQYTQ7.js");
      return {
        commands: loaded,
        open: (keys, at) => new loaded.SecretsManagerClient({
          ...settings("SECRETS_MANAGER"),
          requestHandler,
          region: at,
          ...keys === null ? {} : { credentials: { ...keys } }
        })
      };
    },
    async tagging() {
      const loaded = await import("./tagging-commands-JXRM5IVV.js");
      return {
        commands: loaded,
        open: (keys, at) => new loaded.ResourceGroupsTaggingAPIClient({ ...shared("RESOURCE_GROUPS_TAGGING_API", keys), region: at })
      };
    },
    async inventory() {
      const loaded = await import("./inventory-commands-QHRBASRT.js");
      return {
        commands: loaded,
        explorer: (keys, at) => new loaded.ResourceExplorer2Client({ ...shared("RESOURCE_EXPLORER_2", keys), region: at }),
        account: (keys) => new loaded.AccountClient(shared("ACCOUNT", keys))
      };
    },
    async identityCenter() {
      const loaded = await import("./identity-center-commands-MTPBN3YZ.js");
      return {
        commands: loaded,
        sso: (keys, home) => new loaded.SSOAdminClient({ ...shared("SSO_ADMIN", keys), region: home }),
        store: (keys, home) => new loaded.IdentitystoreClient({ ...shared("IDENTITYSTORE", keys), region: home }),
        organizations: (keys) => new loaded.OrganizationsClient(shared("ORGANIZATIONS", keys))
      };
    }
  };
}

export {
  nameOf,
  kindOf,
  edgeErrorOf,
  clockWasCorrected,
  isLoopback,
  openClients
};
