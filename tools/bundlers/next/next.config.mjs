/** @type {import("next").NextConfig} */
const config = {
  turbopack: { root: `${import.meta.dirname}/..` },
  // The tests build the app only for themselves.
  productionBrowserSourceMaps: false,
};

// biome-ignore lint/style/noDefaultExport: Next needs it
export default config;
