/** What is wrong with a request or an answer under the document of a version. */
export interface Violation {
  /** Stable; {@link VIOLATION_CODES} says what each means. */
  readonly code: ViolationCode;
  readonly side: "request" | "response";
  /** Id of the operation, once the request has led to one. */
  readonly operation?: string;
  /** Place: `path`, `query.datasourceType`, `header.accept`, `body /sites/0/name`, `status`. */
  readonly at: string;
  /** A sentence that names the cure. */
  readonly message: string;
  /** A `note` is worth reading and fails nothing. */
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

type Meaning = readonly [side: Violation["side"], severity: Severity, meaning: string];

/** Every code with its side, its severity and its meaning. */
export const VIOLATION_CODES: Readonly<Record<ViolationCode, Meaning>> = {
  "wrong-base-path": ["request", "error", "the path does not begin with the base path of the version"],
  "unknown-path": ["request", "error", "no operation has this path"],
  "bad-path-segment": ["request", "error", "a segment of the path is empty, `.` or `..`"],
  "wrong-method": ["request", "error", "the path is known, the method is not"],
  "unknown-query-parameter": ["request", "error", "the operation does not declare this query parameter"],
  "missing-parameter": ["request", "error", "a required parameter of the query or a required header is absent"],
  "wrong-array-style": ["request", "error", "a list is sent as `a,b` or `name[]` instead of as a repeated parameter"],
  "repeated-parameter": ["request", "error", "a parameter that takes one value is sent more than once"],
  "empty-parameter": ["request", "error", "a parameter is empty, and an empty value is not allowed"],
  "invalid-parameter": ["request", "error", "the value of a parameter breaks its schema"],
  "missing-body": ["request", "error", "the operation needs a body"],
  "unexpected-body": ["request", "error", "the operation takes no body"],
  "missing-content-type": ["request", "error", "there is a body and no Content-Type"],
  "wrong-content-type": ["request", "error", "the operation does not take a body of this media type"],
  "malformed-body": ["request", "error", "the body cannot be read as what its Content-Type says"],
  "invalid-body": ["request", "error", "the body breaks its schema"],
  "unknown-body-property": ["request", "error", "the document does not declare this property of the body"],
  "read-only-body-property": ["request", "error", "only the server sets this property"],
  "missing-api-key": ["request", "error", "the header of the API key is absent or empty"],
  "api-key-in-url": [
    "request",
    "error",
    "the API key, or a parameter named like one, is in the URL, which ends up in logs",
  ],
  "missing-accept": ["request", "note", "there is no Accept header; `fetch` then sends `*/*`"],
  "unchecked-body": ["request", "note", "the body is too large to be checked"],
  "undeclared-status": ["response", "error", "the operation does not declare this status"],
  "missing-response": ["response", "error", "a call of `nectar-contract verify` got no answer"],
  "undeclared-response-type": ["response", "error", "the answer's media type is absent or not declared"],
  "missing-response-body": ["response", "error", "an answer that has a body by the document came without one"],
  "unexpected-response-body": [
    "response",
    "error",
    "an answer without a body by the document, such as 204, came with one",
  ],
  "malformed-response-body": ["response", "error", "the answer cannot be read as what its Content-Type says"],
  "invalid-response-body": ["response", "error", "the answer breaks its schema"],
  "mock-violation": ["response", "error", "Prism itself reports something in the header `sl-violations`"],
  "unknown-response-property": [
    "response",
    "note",
    "the answer has a property that the document does not declare; an API may grow",
  ],
  "unchecked-response-body": ["response", "note", "the answer is too large, or its body did not come to its end"],
  "status-differs": ["response", "note", "a replayed call got another status than the recorded one"],
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

/** Makes a violation of a code. The operation is added by whoever knows it. */
export function createViolation(code: ViolationCode, at: string, message: string): Violation {
  const [side, severity] = VIOLATION_CODES[code];
  return { code, side, at, message, severity };
}

/** The same violations with their operation. */
export function assignOperation(violations: readonly Violation[], operation: string): Violation[] {
  return violations.map(({ code, side, at, message, severity }) => ({ code, side, operation, at, message, severity }));
}
