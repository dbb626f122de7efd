import { expect } from "vitest";
import { uploadBill } from "../src/upload-bill.ts";
import { COMPANY, createClientFor, jobLifecycle, reply, test } from "./nectar-test.ts";

const BILL = new Blob(["%PDF-1.7\na bill"]);

test("an upload returns the documents of the completed job", async ({ mock, recorder }) => {
  mock.use(jobLifecycle(["PENDING", "PENDING", { status: "COMPLETED", parsedDocumentIds: ["d1", "d2"] }]));
  expect(await uploadBill(createClientFor({ mock, recorder }), COMPANY, BILL, 1)).toEqual(["d1", "d2"]);
  recorder.expectNoViolations();
});

test("a bill that cannot be read throws Nectar's reason", async ({ mock, recorder }) => {
  mock.use(jobLifecycle(["PENDING", { status: "TERMINATED", terminationReason: "The file is encrypted" }]));
  const upload = uploadBill(createClientFor({ mock, recorder }), COMPANY, BILL, 1);
  await expect(upload).rejects.toThrow("the bill was not read: terminated The file is encrypted");
});

test("an upload to an inactive company throws the API's error", async ({ mock, recorder }) => {
  mock.use(reply("jobs.submit", 400, { detail: "The company is not active." }));
  const upload = uploadBill(createClientFor({ mock, recorder }), COMPANY, BILL, 1);
  await expect(upload).rejects.toMatchObject({ status: 400, body: { detail: "The company is not active." } });
});
