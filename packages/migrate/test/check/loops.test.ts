import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyFixture } from "../support/copy-fixture.ts";
import { check } from "../support/run-check.ts";

const LOOPS = `import { type UsageData, v0_1 } from "@nectar-sdk/api-v0.1";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v0_1, { apiKey: "key" });
const lists = nectar.usageData;

export async function readAll(id: string, loose: any): Promise<unknown> {
  let sum = 0;
  for await (const { usage } of lists.listByCompany(id)) sum += Number(usage);
  for await (const page of lists.listByCompany(id).pages()) console.log(page);
  const rows = await lists.listByMeter(id).toArray();
  rows.forEach((row) => void console.log(row));
  const units = rows.filter((row) => row.usageUnits === "kWh").map((row) => row.meter);
  const total = rows.reduce((all, row) => all + Number(row.usage), 0);
  const copy: UsageData[] = [...rows];
  const { data } = await nectar.raw.GET("/usage/company/{company_id}", { params: { path: { company_id: id } } });
  for (const row of data?.usageData ?? []) sum += Number(row.usage);
  for await (const row of nectar.raw.paginate("/usage/site/{site_id}", { params: { path: { site_id: id } } })) console.log(row);
  await loose.GET("/usage/company/{company_id}");
  for await (const site of nectar.meters.listByCompany(id)) console.log(site);
  for (const row of [{ usage: "1" }]) sum += Number(row.usage);
  const text = { GET: (path: string) => path }.GET("/usage/company/{company_id}");
  for (let index = 0; index < rows.length; index += 1) sum += Number(rows[index]?.usage);
  while (rows.length > 10) rows.pop();
  const [count, first] = [rows.length, rows[0]?.usage];
  const last = rows.at(-1);
  for (const [index, row] of rows.entries()) console.log(index, row);
  const other = [text.length, units[0], units.length];
  return [sum, units, total, copy, text, count, first, last, other];
}
`;

test("loops over a list that behaves differently are named, and those that read a field of the change are likely", async () => {
  await using fixture = await copyFixture("negative");
  await writeFile(join(fixture.root, "src/loops.ts"), LOOPS);

  const { json } = await check(fixture.root, "--only", "demand-in-usage-lists");

  const places = json.findings.map(({ line, certainty, expression }) => [line, certainty, expression]);
  expect(places.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
    [9, "likely", "for await (const { usage } of lists.listByCompany(id))"],
    [10, "possible", "for await (const page of lists.listByCompany(id).pages())"],
    [11, "possible", "lists.listByMeter(id)"],
    [12, "possible", "rows.forEach"],
    [13, "likely", 'rows.filter((row) => row.usageUnits === "kWh").map'],
    [14, "likely", "rows.reduce"],
    [15, "possible", "...rows"],
    [16, "possible", expect.stringContaining('nectar.raw.GET("/usage/company/{company_id}"')],
    [17, "likely", "for (const row of data?.usageData ?? [])"],
    [18, "possible", expect.stringContaining('for await (const row of nectar.raw.paginate("/usage/site/{site_id}"')],
    [19, "possible", 'loose.GET("/usage/company/{company_id}")'],
    [23, "likely", "for (let index = 0; index < rows.length; index += 1)"],
    [24, "possible", "while (rows.length > 10)"],
    [25, "likely", "rows[0]"],
    [25, "possible", "rows.length"],
    [26, "possible", "rows.at"],
    [27, "possible", "rows.entries"],
  ]);
});
