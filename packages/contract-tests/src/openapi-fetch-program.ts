/**
 * A program that uses a version package with bare openapi-fetch. It is compiled, which proves what its types allow, and then run against
 * `BASE_URL`; it prints what it received.
 */
export function openapiFetchProgram(version: string): string {
  return `import createClient from "openapi-fetch";
import type { Document, DocumentPage, DocumentsListByCompanyQuery } from "@nectar-sdk/api-${version}";
import type { paths } from "@nectar-sdk/api-${version}/schema";

const baseUrl = process.env["BASE_URL"] ?? "";
const path = { company_id: "0c4b8a1e-6f0d-4f43-9a53-3f6f3f6f0001" };
const query: DocumentsListByCompanyQuery = { dateType: "UPDATED_DATE", startDate: "2026-01-01", page: 1 };

const api = createClient<paths>({ baseUrl, headers: { "X-API-KEY": "key" } });
const listed = await api.GET("/document/company/{company_id}", { params: { path, query } });
// What openapi-fetch returns can be used where the package's own shapes are expected.
const page: DocumentPage | undefined = listed.data;
const first: Document | undefined = listed.data?.documents[0];

const anonymous = createClient<paths>({ baseUrl });
const refused = await anonymous.GET("/document/company/{company_id}", { params: { path } });
// An error has the type of its documented body.
const detail: string | undefined = refused.error?.detail;

console.log(JSON.stringify({ page, first, error: listed.error, status: refused.response.status, refused: refused.data, detail }));

export const mistakes = () => [
  // @ts-expect-error no such path
  api.GET("/documents"),
  // @ts-expect-error no such method of the path
  api.PUT("/document/company/{company_id}", { params: { path } }),
  // @ts-expect-error the path parameter is missing
  api.GET("/document/company/{company_id}", {}),
];
// @ts-expect-error no such query parameter
export const unknown: DocumentsListByCompanyQuery = { since: "2026-01-01" };
`;
}
