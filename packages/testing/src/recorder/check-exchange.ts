import type { CapturedExchange } from "../capture/captured-exchange.ts";
import { checkLocated } from "../check/check-request.ts";
import { checkResponse } from "../check/check-response.ts";
import { locate } from "../check/locate.ts";
import type { Severity, Violation, ViolationCode } from "../check/violation.ts";
import type { ApiDocument } from "../document/read-document.ts";
import type { Interaction } from "../recording/recording.ts";
import { toMethod, toRequestUrl } from "../recording/request-syntax.ts";

/** Severities by code that replace the usual ones; `off` drops a violation. */
export type Severities = Readonly<Partial<Record<ViolationCode, Severity | "off">>>;

/** Checks a call and adds its violations. The result is not redacted yet and may contain the key. */
export function checkExchange(
  document: ApiDocument,
  { request: sent, response, failure }: CapturedExchange,
  basePath: string,
  severities: Severities,
): Interaction {
  const request = { ...sent, method: toMethod(sent.method), url: toRequestUrl(sent.url) };
  const located = locate(document, request.method, request.url, basePath);
  const { operation } = located;
  const found = [
    ...checkLocated(document, request, located),
    ...(operation === undefined || response === undefined ? [] : checkResponse(document, operation, response)),
  ];
  const wrongBase = located.violations.some(({ code }) => code === "wrong-base-path");
  const { method, url, headers, body } = request;
  const whole = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/#.*$/s, "");
  return {
    ...(operation === undefined ? {} : { operation: operation.name }),
    request: {
      method,
      path: wrongBase ? whole : whole.slice(basePath.length),
      headers,
      ...(body === undefined ? {} : { body }),
    },
    ...(response === undefined ? {} : { response }),
    ...(failure === undefined ? {} : { failure }),
    violations: found.flatMap((violation) => applySeverity(violation, severities)),
  };
}

function applySeverity(violation: Violation, severities: Severities): Violation[] {
  const severity = severities[violation.code] ?? violation.severity;
  return severity === "off" ? [] : [{ ...violation, severity }];
}
