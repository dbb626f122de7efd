/**
 * A module of a user's library, compiled with its declarations: the compiler infers types of the client and of a version package in what it
 * exports, and has to name them.
 */
export function surfaceProgram(version: string): string {
  const value = version.replaceAll(".", "_");
  return `import { ${value} } from "@nectar-sdk/api-${version}";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(${value});
export const list = (company: string) => nectar.documents.listByCompany(company);
export const retrieve = (id: string) => nectar.documents.retrieve(id);
export const methods = { list: nectar.sites.listByCompany, update: nectar.sites.update };
`;
}
