/** A difference between a request or response and the document of a version. */
export interface Violation {
  /** Stable code; see {@link VIOLATION_CODES} for its meaning. */
  readonly code: ViolationCode;
  readonly side: "request" | "response";
  /** Resource method of the operation, when the request matches one: `documents.listByCompany`. */
  readonly operation?: string;
  /** Place: `path`, `query.datasourceType`, `header.accept`, `body /sites/0/name`, `status`. */
  readonly at: string;
  /** Describes the problem and how to fix it. */
  readonly message: string;
  /** A `note` never fails a test. */
  readonly severity: Severity;
}

export type Severity = "error" | "note";

export type ViolationCode =
  | "wrong-base-path"
  | "unknown-path"
  | "bad-path-segment"
  | "wrong-method"
  | "unknown-query-parameter"
  | "missing-parameter"
  | "wrong-array-style"
  | "repeated-parameter"
  | "empty-parameter"
  | "invalid-parameter"
  | "missing-body"
  | "unexpected-body"
  | "missing-content-type"
  | "wrong-content-type"
  | "malformed-body"
  | "invalid-body"
  | "unknown-body-property"
  | "read-only-body-property"
  | "missing-api-key"
  | "api-key-in-url"
  | "missing-accept"
  | "unchecked-body"
  | "undeclared-status"
  | "missing-response"
  | "undeclared-response-type"
  | "missing-response-body"
  | "unexpected-response-body"
  | "malformed-response-body"
  | "invalid-response-body"
  | "mock-violation"
  | "unknown-response-property"
  | "unchecked-response-body"
  | "status-differs"
  | "removed-response-property"
  | "changed-response-property";

/** The side that broke the contract, the severity, and a sentence. */
export type Meaning = readonly [side: Violation["side"], severity: Severity, meaning: string];

/** Side, severity and meaning of every code. */
export const VIOLATION_CODES: Readonly<Record<ViolationCode, Meaning>> = {
  "wrong-base-path": ["request", "error", "the path does not begin with the base path of the version"],
  "unknown-path": ["request", "error", "no operation has this path"],
  "bad-path-segment": ["request", "error", "a segment of the path is empty, `.` or `..`"],
  "wrong-method": ["request", "error", "the path exists, but not with this method"],
  "unknown-query-parameter": ["request", "error", "the operation does not declare this query parameter"],
  "missing-parameter": ["request", "error", "a required query parameter or header is missing"],
  "wrong-array-style": ["request", "error", "a list is sent as `a,b` or `name[]` instead of a repeated parameter"],
  "repeated-parameter": ["request", "error", "a parameter that takes one value is sent more than once"],
  "empty-parameter": ["request", "error", "a parameter is empty, and an empty value is not allowed"],
  "invalid-parameter": ["request", "error", "the value of a parameter breaks its schema"],
  "missing-body": ["request", "error", "the operation needs a body"],
  "unexpected-body": ["request", "error", "the operation does not accept a body"],
  "missing-content-type": ["request", "error", "the body has no Content-Type"],
  "wrong-content-type": ["request", "error", "the operation does not accept a body of this media type"],
  "malformed-body": ["request", "error", "the body is not what its Content-Type says"],
  "invalid-body": ["request", "error", "the body breaks its schema"],
  "unknown-body-property": ["request", "error", "the document does not declare this property of the body"],
  "read-only-body-property": ["request", "error", "only the server sets this property"],
  "missing-api-key": ["request", "error", "the API key header is missing or empty"],
  "api-key-in-url": [
    "request",
    "error",
    "the API key, or a parameter named like one, is in the URL, which ends up in logs",
  ],
  "missing-accept": ["request", "note", "the Accept header is missing; `fetch` then sends `*/*`"],
  "unchecked-body": ["request", "note", "the body is too large to be checked"],
  "undeclared-status": ["response", "error", "the operation does not declare this status"],
  "missing-response": ["response", "error", "a call of `nectar-contract verify` got no response"],
  "undeclared-response-type": ["response", "error", "the media type of the response is missing or not declared"],
  "missing-response-body": ["response", "error", "the document declares a body, but the response has none"],
  "unexpected-response-body": [
    "response",
    "error",
    "the document declares no body, such as for 204, but the response has one",
  ],
  "malformed-response-body": ["response", "error", "the response body is not what its Content-Type says"],
  "invalid-response-body": ["response", "error", "the response breaks its schema"],
  "mock-violation": ["response", "error", "Prism reports a problem in the `sl-violations` header"],
  "unknown-response-property": ["response", "note", "the response has a property that the document does not declare"],
  "unchecked-response-body": ["response", "note", "the response is too large, or its body did not end"],
  "status-differs": ["response", "note", "a replayed call got a different status than the recorded one"],
  "removed-response-property": [
    "response",
    "error",
    "`--changes-from`: the other version does not declare a property that was received",
  ],
  "changed-response-property": [
    "response",
    "error",
    "`--changes-from`: the other version declares a received property differently",
  ],
};

/** Creates a violation without its operation; {@link assignOperation} adds it. */
export function createViolation(code: ViolationCode, at: string, message: string): Violation {
  const [side, severity] = VIOLATION_CODES[code];
  return { code, side, at, message, severity };
}

/** Adds the operation to violations. */
export function assignOperation(violations: readonly Violation[], operation: string): Violation[] {
  return violations.map(({ code, side, at, message, severity }) => ({ code, side, operation, at, message, severity }));
}
