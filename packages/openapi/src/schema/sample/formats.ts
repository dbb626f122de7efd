import type { Random } from "./random.ts";

/** Makes a value of a format of strings. */
export const FORMATS: Readonly<Record<string, (random: Random) => string>> = {
  uuid: (random) =>
    `${sampleHex(random, 8)}-${sampleHex(random, 4)}-4${sampleHex(random, 3)}-a${sampleHex(random, 3)}-${sampleHex(random, 12)}`,
  date: (random) => sampleDay(random),
  "date-time": (random) => `${sampleDay(random)}T${sampleTime(random)}`,
  time: (random) => sampleTime(random),
  duration: (random) => `P${random.integer(1, 30)}D`,
  decimal: (random) => `${random.integer(0, 99_999)}.${sampleTwoDigits(random, 0, 99)}`,
  email: (random) => `person${random.integer(1, 9_999)}@example.com`,
  "idn-email": (random) => `person${random.integer(1, 9_999)}@example.com`,
  hostname: (random) => sampleHost(random),
  "idn-hostname": (random) => sampleHost(random),
  // RFC 5737 and RFC 3849 keep these addresses for examples.
  ipv4: (random) => `192.0.2.${random.integer(1, 254)}`,
  ipv6: (random) => `2001:db8::${sampleHex(random, 4)}`,
  uri: (random) => sampleUri(random),
  url: (random) => sampleUri(random),
  iri: (random) => sampleUri(random),
  "uri-reference": (random) => `/${sampleHex(random, 8)}`,
  "iri-reference": (random) => `/${sampleHex(random, 8)}`,
  "uri-template": (random) => `/${sampleHex(random, 8)}/{id}`,
  "json-pointer": (random) => `/${sampleHex(random, 8)}`,
  "json-pointer-uri-fragment": (random) => `#/${sampleHex(random, 8)}`,
  "relative-json-pointer": (random) => `${random.integer(0, 9)}/${sampleHex(random, 8)}`,
  regex: (random) => `^${sampleHex(random, 4)}$`,
  byte: (random) => `${sampleHex(random, 8)}`,
};

function sampleDay(random: Random): string {
  return `${random.integer(2023, 2026)}-${sampleTwoDigits(random, 1, 12)}-${sampleTwoDigits(random, 1, 28)}`;
}

function sampleTime(random: Random): string {
  return `${sampleTwoDigits(random, 0, 23)}:${sampleTwoDigits(random, 0, 59)}:${sampleTwoDigits(random, 0, 59)}Z`;
}

function sampleHost(random: Random): string {
  return `${sampleHex(random, 8)}.example.com`;
}

function sampleUri(random: Random): string {
  return `https://example.com/${sampleHex(random, 8)}`;
}

function sampleTwoDigits(random: Random, min: number, max: number): string {
  return String(random.integer(min, max)).padStart(2, "0");
}

function sampleHex(random: Random, length: number): string {
  return Array.from({ length }, () => random.integer(0, 15).toString(16)).join("");
}
