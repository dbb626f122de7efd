// As in the documentation of ts-jest.
module.exports = { preset: "ts-jest", testMatch: ["**/jest/*.test.ts"] };
