import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

/** Uploads a document, alone and as a batch; returns the outcomes. */
export async function upload(baseUrl, document) {
  const nectar = createNectarClient(v2_2, { apiKey: "bundler-key-1", baseUrl });
  try {
    const { id } = await nectar.jobs.submit("c", { document });
    const outcomes = [(await nectar.jobs.wait(id)).status];
    for await (const { status } of nectar.jobs.submitMany("c", [{ document, key: "again" }])) outcomes.push(status);
    return outcomes;
  } catch (error) {
    return String(error);
  }
}
