import type { ApiTypes } from "@nectar-sdk/api-v2.2";
import type { NectarClient } from "@nectar-sdk/client";

/** The fields of a bill that this program stores. */
export interface Bill {
  readonly id: string;
  readonly date: string | undefined;
  readonly charges: string | undefined;
}

/** Lists the bills of a company that changed since a day (`2026-01-31`, UTC). */
export async function changedBills(nectar: NectarClient<ApiTypes>, companyId: string, since: string): Promise<Bill[]> {
  const bills: Bill[] = [];
  const changed = nectar.documents.listByCompany(companyId, { dateType: "UPDATED_DATE", startDate: since });
  for await (const { id, billDate, totalCharges } of changed)
    bills.push({ id, date: billDate ?? undefined, charges: totalCharges ?? undefined });
  return bills;
}
