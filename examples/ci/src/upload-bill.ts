import type { ApiTypes } from "@nectar-sdk/api-v2.2";
import type { NectarClient } from "@nectar-sdk/client";

/**
 * Uploads a bill and waits for its job; returns the ids of the documents in it.
 *
 * @throws {Error} with Nectar's reason when the bill was not read
 */
export async function uploadBill(
  nectar: NectarClient<ApiTypes>,
  companyId: string,
  bill: Blob,
  interval = 1_000,
): Promise<readonly string[]> {
  const { id } = await nectar.jobs.submit(companyId, { document: bill });
  const { status, job } = await nectar.jobs.wait(id, { interval });
  if (status !== "completed") throw new Error(`the bill was not read: ${status} ${job.terminationReason ?? ""}`.trim());
  return job.parsedDocumentIds ?? [];
}
