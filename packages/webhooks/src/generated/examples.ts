// Generated from specs/v2.2/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

import type { WebhookEvents } from "./payloads.ts";

/** Payloads as they may arrive, at least one for every event. */
export const payloadExamples: {
  readonly [Type in keyof WebhookEvents]: readonly [WebhookEvents[Type], ...WebhookEvents[Type][]];
} = {
  "connection.created.v2": [
    {
      "eventType": "connection.created.v2",
      "id": "e7a8c7ed-3dd8-4796-8f51-8c87a002c5e2",
      "company": {
        "id": "5de41ce2-ca22-4b65-866a-e46ae037737e",
        "name": "Harbourlight Hotels",
        "externalId": "HLH"
      },
      "datasource": {
        "name": "National Grid",
        "url": "https://national-grid.example.com"
      },
      "url": "https://national-grid.example.com",
      "country": "US",
      "created": "2026-04-14T09:30:27",
      "updated": "2026-04-14T09:30:27",
      "status": "PENDING",
      "accounts": [],
      "initialSites": [
        "b9ecdb8d-362d-4399-8f18-27c5620f7443"
      ],
      "initialDatasourceTypes": [
        "GAS"
      ],
      "username": "harbourlight-ny",
      "workflowOwnerEmail": "energy@harbourlight.example.com",
      "dataCollectionStartDate": "2025-01-01",
      "multiplyByOccupancy": false
    }
  ],
  "connection.updated.v2": [
    {
      "id": "e05373f9-ff5e-4948-8093-cba758868862",
      "company": {
        "id": "5de41ce2-ca22-4b65-866a-e46ae037737e",
        "name": "Harbourlight Hotels",
        "externalId": "HLH"
      },
      "datasource": {
        "name": "Octopus Energy",
        "url": "https://octopus-energy.example.com"
      },
      "url": "https://octopus-energy.example.com",
      "country": "GB",
      "created": "2026-01-08T10:11:52",
      "updated": "2026-04-13T05:03:10",
      "status": "MFA_TOKEN_EXPIRED",
      "accounts": [],
      "initialSites": [
        "70a3788e-6b66-4091-b506-5f0086ecc99f"
      ],
      "initialDatasourceTypes": [
        "ELECTRICITY"
      ],
      "username": "harbourlight-london",
      "workflowOwnerEmail": "energy@harbourlight.example.com",
      "dataCollectionStartDate": "2025-01-01",
      "multiplyByOccupancy": false,
      "eventType": "connection.updated.v2",
      "protectedChanges": [
        "status"
      ],
      "old": {
        "status": "CONNECTED"
      }
    }
  ],
  "connection.validated.v2": [
    {
      "id": "e05373f9-ff5e-4948-8093-cba758868862",
      "company": {
        "id": "5de41ce2-ca22-4b65-866a-e46ae037737e",
        "name": "Harbourlight Hotels",
        "externalId": "HLH"
      },
      "datasource": {
        "name": "Octopus Energy",
        "url": "https://octopus-energy.example.com"
      },
      "url": "https://octopus-energy.example.com",
      "country": "GB",
      "created": "2026-01-08T10:11:52",
      "updated": "2026-04-13T05:03:10",
      "status": "MFA_TOKEN_EXPIRED",
      "accounts": [],
      "initialSites": [
        "70a3788e-6b66-4091-b506-5f0086ecc99f"
      ],
      "initialDatasourceTypes": [
        "ELECTRICITY"
      ],
      "username": "harbourlight-london",
      "workflowOwnerEmail": "energy@harbourlight.example.com",
      "dataCollectionStartDate": "2025-01-01",
      "multiplyByOccupancy": false,
      "eventType": "connection.validated.v2"
    }
  ],
  "document.created.v2": [
    {
      "id": "60a5751f-64f7-4d5a-b614-d91984bd1355",
      "company": "5de41ce2-ca22-4b65-866a-e46ae037737e",
      "billDate": "2026-04-09",
      "dueDate": "2026-05-07",
      "chargesUnits": "GBP",
      "totalCharges": "3647.05",
      "updated": "2026-04-13T05:02:36Z",
      "fileName": "thames-water-2026-04-09.pdf",
      "notes": "",
      "sourceType": "INVOICE",
      "isFlagged": false,
      "invoiceId": "TW-30119475",
      "previousCloseBalance": "3412.08",
      "afterPreviousTotalPayment": "3412.08",
      "afterPreviousCharges": "0.00",
      "afterPreviousCredits": "0.00",
      "currentOpenBalance": "0.00",
      "currentCharges": "3647.05",
      "credits": "0.00",
      "taxCharges": "0.00",
      "interestCharges": "0.00",
      "usageData": [
        {
          "startDate": "2026-01-06",
          "endDate": "2026-04-05",
          "updated": "2026-04-13T05:02:36Z",
          "isEstimated": true,
          "isImplied": false,
          "currentReading": "48811",
          "previousReading": "47527",
          "multiplier": "1",
          "exclusion": false,
          "tariff": "Business metered",
          "utilityName": "Thames Water",
          "country": "GB"
        }
      ],
      "lineItems": [
        {
          "accountIds": [
            "59ddb534-337a-4342-9f89-d259f7c124d5"
          ],
          "multipliers": [],
          "billingPeriod": "CURRENT",
          "description": "Clean water",
          "quantity": "1284",
          "quantityUnits": "cubic m",
          "rate": "1.6870",
          "totalCharge": "2166.11"
        },
        {
          "accountIds": [
            "59ddb534-337a-4342-9f89-d259f7c124d5"
          ],
          "multipliers": [],
          "billingPeriod": "CURRENT",
          "description": "Wastewater",
          "quantity": "1284",
          "quantityUnits": "cubic m",
          "rate": "1.1245",
          "totalCharge": "1443.86"
        },
        {
          "accountIds": [
            "59ddb534-337a-4342-9f89-d259f7c124d5"
          ],
          "multipliers": [],
          "billingPeriod": "CURRENT",
          "description": "Fixed charge",
          "quantity": "90",
          "quantityUnits": "days",
          "rate": "0.4120",
          "totalCharge": "37.08"
        }
      ]
    }
  ],
  "document.deleted.v2": [
    {
      "id": "60a5751f-64f7-4d5a-b614-d91984bd1355",
      "company": "5de41ce2-ca22-4b65-866a-e46ae037737e",
      "billDate": "2026-04-09",
      "dueDate": "2026-05-07",
      "chargesUnits": "GBP",
      "totalCharges": "3647.05",
      "updated": "2026-04-13T05:02:36Z",
      "fileName": "thames-water-2026-04-09.pdf",
      "notes": "",
      "sourceType": "INVOICE",
      "isFlagged": false,
      "invoiceId": "TW-30119475",
      "previousCloseBalance": "3412.08",
      "afterPreviousTotalPayment": "3412.08",
      "afterPreviousCharges": "0.00",
      "afterPreviousCredits": "0.00",
      "currentOpenBalance": "0.00",
      "currentCharges": "3647.05",
      "credits": "0.00",
      "taxCharges": "0.00",
      "interestCharges": "0.00",
      "usageData": [
        {
          "startDate": "2026-01-06",
          "endDate": "2026-04-05",
          "updated": "2026-04-13T05:02:36Z",
          "isEstimated": true,
          "isImplied": false,
          "currentReading": "48811",
          "previousReading": "47527",
          "multiplier": "1",
          "exclusion": false,
          "tariff": "Business metered",
          "utilityName": "Thames Water",
          "country": "GB"
        }
      ],
      "lineItems": [
        {
          "accountIds": [
            "59ddb534-337a-4342-9f89-d259f7c124d5"
          ],
          "multipliers": [],
          "billingPeriod": "CURRENT",
          "description": "Clean water",
          "quantity": "1284",
          "quantityUnits": "cubic m",
          "rate": "1.6870",
          "totalCharge": "2166.11"
        },
        {
          "accountIds": [
            "59ddb534-337a-4342-9f89-d259f7c124d5"
          ],
          "multipliers": [],
          "billingPeriod": "CURRENT",
          "description": "Wastewater",
          "quantity": "1284",
          "quantityUnits": "cubic m",
          "rate": "1.1245",
          "totalCharge": "1443.86"
        },
        {
          "accountIds": [
            "59ddb534-337a-4342-9f89-d259f7c124d5"
          ],
          "multipliers": [],
          "billingPeriod": "CURRENT",
          "description": "Fixed charge",
          "quantity": "90",
          "quantityUnits": "days",
          "rate": "0.4120",
          "totalCharge": "37.08"
        }
      ]
    }
  ],
  "document.updated.v2": [
    {
      "id": "60a5751f-64f7-4d5a-b614-d91984bd1355",
      "company": "5de41ce2-ca22-4b65-866a-e46ae037737e",
      "billDate": "2026-04-09",
      "dueDate": "2026-05-07",
      "chargesUnits": "GBP",
      "totalCharges": "3647.05",
      "updated": "2026-04-13T05:02:36Z",
      "fileName": "thames-water-2026-04-09.pdf",
      "notes": "",
      "sourceType": "INVOICE",
      "isFlagged": false,
      "invoiceId": "TW-30119475",
      "previousCloseBalance": "3412.08",
      "afterPreviousTotalPayment": "3412.08",
      "afterPreviousCharges": "0.00",
      "afterPreviousCredits": "0.00",
      "currentOpenBalance": "0.00",
      "currentCharges": "3647.05",
      "credits": "0.00",
      "taxCharges": "0.00",
      "interestCharges": "0.00",
      "usageData": [
        {
          "startDate": "2026-01-06",
          "endDate": "2026-04-05",
          "updated": "2026-04-13T05:02:36Z",
          "isEstimated": true,
          "isImplied": false,
          "currentReading": "48811",
          "previousReading": "47527",
          "multiplier": "1",
          "exclusion": false,
          "tariff": "Business metered",
          "utilityName": "Thames Water",
          "country": "GB"
        }
      ],
      "lineItems": [
        {
          "accountIds": [
            "59ddb534-337a-4342-9f89-d259f7c124d5"
          ],
          "multipliers": [],
          "billingPeriod": "CURRENT",
          "description": "Clean water",
          "quantity": "1284",
          "quantityUnits": "cubic m",
          "rate": "1.6870",
          "totalCharge": "2166.11"
        },
        {
          "accountIds": [
            "59ddb534-337a-4342-9f89-d259f7c124d5"
          ],
          "multipliers": [],
          "billingPeriod": "CURRENT",
          "description": "Wastewater",
          "quantity": "1284",
          "quantityUnits": "cubic m",
          "rate": "1.1245",
          "totalCharge": "1443.86"
        },
        {
          "accountIds": [
            "59ddb534-337a-4342-9f89-d259f7c124d5"
          ],
          "multipliers": [],
          "billingPeriod": "CURRENT",
          "description": "Fixed charge",
          "quantity": "90",
          "quantityUnits": "days",
          "rate": "0.4120",
          "totalCharge": "37.08"
        }
      ],
      "old": {
        "notes": "Waiting for the meter to be matched."
      }
    }
  ],
};
