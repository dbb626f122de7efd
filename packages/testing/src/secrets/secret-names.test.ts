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
      "pass word",
      "Pass-Code",
      "passPhrase",
      "pass_wd",
      "userpassword",
      "clientsecret",
      "accesstoken",
      "securityanswer",
      "privatekey",
      "authcode",
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
      "passenger",
      "bypass",
      "secretary",
      "compass words",
      "tokenized",
      "emailed",
      "userCount",
      "publicCompanyId",
      "linkedAt",
    ],
  ],
])("%s: %j", (kind, names) => {
  expect(names.map(readSecretKind)).toEqual(names.map(() => kind));
});
