import { expect, test } from "vitest";
import { readSecretKind } from "./secret-names.ts";

test.each([
  [
    "credential",
    [
      "password",
      "X-API-KEY",
      "api_key",
      "apiKey",
      "connectionMagicLinkSecret",
      "X-Amz-Signature",
      "X-Amz-Credential",
      "sig",
      "access_token",
      "securityQuestions",
      "Set-Cookie",
      "PIN",
      "otp",
    ],
  ],
  ["link", ["invitationUrl", "auditTrailUrl", "magic_link", "portal_uri", "stripePortalURL"]],
  ["address", ["url", "URL", "href", "link"]],
  ["personal", ["users", "email", "connectionOwnerEmail", "serviceAddress", "accountNumber", "firstName"]],
  [
    undefined,
    [
      "name",
      "id",
      "keyword",
      "tokyo",
      "status",
      "shipping",
      "opinion",
      "emailed",
      "userCount",
      "publicCompanyId",
      "linkedAt",
    ],
  ],
])("%s: %j", (kind, names) => {
  expect(names.map(readSecretKind)).toEqual(names.map(() => kind));
});
