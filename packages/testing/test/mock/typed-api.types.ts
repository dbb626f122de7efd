/** Compiled but never run: the types of the operations of a version. */

import type { ApiTypes as V0_1 } from "@nectar-sdk/api-v0.1";
import type { ApiTypes, Document, Job, v0_3 } from "@nectar-sdk/api-v0.3";
import type {
  DeclaredStatus,
  ListItem,
  ListOperationName,
  OperationName,
  ResponseBody,
  TestedApi,
} from "../../src/version/typed-api.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Fits<A, B> = A extends B ? true : false;
const yes = <T extends true>(): T | undefined => undefined;

yes<Fits<typeof v0_3, TestedApi<ApiTypes>>>();
yes<Fits<"documents.retrieve", OperationName<ApiTypes>>>();
yes<Fits<"nothing.retrieve", OperationName<ApiTypes>> extends false ? true : false>();
yes<Same<DeclaredStatus<ApiTypes, "sites.create">, 201 | 400 | 401 | 403 | 404 | 429>>();
yes<Fits<ResponseBody<ApiTypes, "jobs.retrieve", 200>, Job>>();
yes<Same<ResponseBody<ApiTypes, "sites.delete", 204>, undefined>>();
yes<Fits<ListItem<ApiTypes, "documents.listByCompany">, Document>>();
yes<Fits<"usageData.listByCompany", ListOperationName<ApiTypes>>>();
yes<Fits<"companies.list", ListOperationName<ApiTypes>> extends false ? true : false>();
yes<Fits<"documents.retrieve", ListOperationName<V0_1>> extends false ? true : false>();
