/** @type {import("next").NextConfig} */
const config = {
  turbopack: { root: `${import.meta.dirname}/..` },
  // The tests build twice at most, and nothing is served to users.
  productionBrowserSourceMaps: false,
};

// biome-ignore lint/style/noDefaultExport: Next asks for it
export default config;
