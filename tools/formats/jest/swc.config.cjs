// As in the documentation of @swc/jest.
module.exports = { transform: { "^.+\\.(t|j)sx?$": "@swc/jest" }, testMatch: ["**/jest/*.test.ts"] };
