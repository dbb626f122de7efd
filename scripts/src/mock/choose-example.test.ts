import { expect, test } from "vitest";
import { chooseExample } from "./choose-example.ts";

const get = (url: string) => chooseExample({ method: "GET", url }, 3, new Map());

test("a page of a list is answered with the example of that page", () => {
  expect(get("/document/company/1?page=2")).toBe("page2");
  expect(get("/document/company/1?dateType=BILL_DATE&page=1")).toBe("page1");
});

test("a page past the end is answered with the last page again, as Nectar does it", () => {
  expect(get("/document/company/1?page=9")).toBe("page3");
});

test("a request without a page, or with one that Prism will refuse, is left alone", () => {
  expect(get("/company")).toBeUndefined();
  expect(get("/document/company/1?page=zero")).toBeUndefined();
  expect(get("/document/company/1?page=0")).toBeUndefined();
});

test("each job is pending twice and completed from then on", () => {
  const polls = new Map<string, number>();
  const poll = (id: string) => chooseExample({ method: "GET", url: `/job/${id}` }, 3, polls);
  expect([poll("a"), poll("a"), poll("b"), poll("a"), poll("a")]).toEqual([
    "pending",
    "pending",
    "pending",
    "completed",
    "completed",
  ]);
});

test("submitting a job is not asking for one", () => {
  expect(chooseExample({ method: "POST", url: "/job/company" }, 3, new Map())).toBeUndefined();
});
