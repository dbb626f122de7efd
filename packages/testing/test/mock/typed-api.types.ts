/** Compiled but never run: the types of the operations of a version. */

import type { ApiTypes as V2_0 } from "@nectar-sdk/api-v2.0";
import type { ApiTypes, Document, Job, v2_2 } from "@nectar-sdk/api-v2.2";
import type {
  DeclaredStatus,
  ListItem,
  ListOperationId,
  OperationId,
  ResponseBody,
  TestedApi,
} from "../../src/version/typed-api.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Fits<A, B> = A extends B ? true : false;
const yes = <T extends true>(): T | undefined => undefined;

yes<Fits<typeof v2_2, TestedApi<ApiTypes>>>();
yes<Fits<"document_retrieve", OperationId<ApiTypes>>>();
yes<Fits<"nothing_retrieve", OperationId<ApiTypes>> extends false ? true : false>();
yes<Same<DeclaredStatus<ApiTypes, "site_company_create">, 201 | 400 | 401 | 403 | 404 | 429>>();
yes<Fits<ResponseBody<ApiTypes, "job_retrieve", 200>, Job>>();
yes<Same<ResponseBody<ApiTypes, "site_destroy", 204>, undefined>>();
yes<Fits<ListItem<ApiTypes, "document_company_retrieve">, Document>>();
yes<Fits<"usage_company_retrieve", ListOperationId<ApiTypes>>>();
yes<Fits<"company_list", ListOperationId<ApiTypes>> extends false ? true : false>();
yes<Fits<"document_retrieve", ListOperationId<V2_0>> extends false ? true : false>();
