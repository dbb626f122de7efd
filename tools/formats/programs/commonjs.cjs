const { catchErrors, use } = require("./use.cjs");

const packages = {
  "api-v2.2": require("@nectar-sdk/api-v2.2"),
  client: require("@nectar-sdk/client"),
  "client/core": require("@nectar-sdk/client/core"),
  webhooks: require("@nectar-sdk/webhooks"),
  "webhooks/node": require("@nectar-sdk/webhooks/node"),
  "webhooks/testing": require("@nectar-sdk/webhooks/testing"),
  "migrate/runtime": require("@nectar-sdk/migrate/runtime"),
  "openapi/document": require("@nectar-sdk/openapi/document"),
  "openapi/schema": require("@nectar-sdk/openapi/schema"),
  "openapi/overlay": require("@nectar-sdk/openapi/overlay"),
  "openapi/diff": require("@nectar-sdk/openapi/diff"),
  "openapi/report": require("@nectar-sdk/openapi/report"),
  "openapi/normalise": require("@nectar-sdk/openapi/normalise"),
};

exports.packages = packages;

async function main([baseUrl, path]) {
  const errors = await catchErrors(packages, baseUrl);
  console.log(JSON.stringify({ used: await use(packages, baseUrl, path), errors: errors.map(({ name }) => name) }));
}

if (require.main === module) main(process.argv.slice(2));
