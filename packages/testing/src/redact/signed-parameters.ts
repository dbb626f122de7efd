/** Parameters of URLs that open without a key – of Amazon S3, CloudFront and Azure –, and of logins. As names of properties they may mean anything. */
const SIGNED = /^(auth|code|x-amz-.+|awsaccesskeyid|signature|policy|key-pair-id|expires|sig|se|sp|spr|sr|st|sv)$/i;

/** Whether a parameter of a URL is part of what opens it. */
export function isSignedParameter(name: string): boolean {
  return SIGNED.test(name);
}
