import { type ApiDocument, readDocument, type VersionFacts } from "../../../src/document/read-document.ts";
import { BIKE_VERSIONS, type BikeVersion, createBikeHire } from "./document.ts";

/** The version value that a package of the invented API would export. */
export function bikeHireVersion(version: BikeVersion): VersionFacts {
  const bike = version === "v0.1" ? "/bike/{id}/details" : "/bike/{bike_id}/details";
  return {
    version,
    baseUrl: `https://bikes.example/${version}`,
    operations: {
      "ping.retrieve": { method: "GET", path: "/ping" },
      "stations.list": { method: "GET", path: "/station", page: { items: "stations", total: "totalStations" } },
      "stations.create": { method: "POST", path: "/station" },
      "stations.retrieve": { method: "GET", path: "/station/{station_id}" },
      "stations.update": { method: "PATCH", path: "/station/{station_id}" },
      "stations.delete": { method: "DELETE", path: "/station/{station_id}" },
      "bikes.listByStation": {
        method: "GET",
        path: "/bike/station/{station_id}",
        page: { items: "bikes", total: "totalBikes" },
      },
      "bikes.retrieve": { method: "GET", path: bike },
      "jobs.submit": { method: "POST", path: "/import" },
      "jobs.retrieve": { method: "GET", path: "/import/{job_id}" },
    },
  };
}

/** Reads the document of a version of the invented API. */
export function readBikeHire(version: BikeVersion): ApiDocument {
  return readDocument(bikeHireVersion(version), createBikeHire(version));
}

/** All versions with their documents, the oldest first. */
export const BIKE_HIRES: readonly ApiDocument[] = BIKE_VERSIONS.map(readBikeHire);
