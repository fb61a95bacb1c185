// figures.js REPORT ADDRESS: what Lighthouse says of a page, a line each: what, measured, promised, unit. Fails where another page was measured,
// such as a way to the sign-in.
const [file, address] = process.argv.slice(2);
const { categories, audits, finalDisplayedUrl } = JSON.parse(require("node:fs").readFileSync(file));
if (finalDisplayedUrl !== address) throw new Error(`${finalDisplayedUrl} was measured`);
const say = (...line) => console.log(line.join("\t"));

for (const [id, promise] of Object.entries({ accessibility: 100, "best-practices": 100, seo: 100, performance: 98 })) {
  const { title, score, auditRefs } = categories[id];
  say(title === "SEO" ? title : title.toLowerCase(), Math.round(score * 100), promise, "points");
  // The points for speed are computed from five figures; the advice beside them costs none.
  const enough = id === "performance" ? 0.9 : 1;
  for (const { id: audit, weight } of auditRefs) {
    const { score, title, displayValue = "" } = audits[audit];
    if (weight > 0 && score !== null && score < enough) say("lost", `${title} ${displayValue}`);
  }
}

const requests = audits["network-requests"].details.items.filter(({ url }) => url.startsWith("http"));
say("KB", (requests.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000).toFixed(1));
say("requests", requests.length, 6, "requests");
const others = requests.filter(({ url }) => new URL(url).host !== new URL(address).host);
if (others.length) say("lost", `${others.length} requests to other hosts`);
const moved = audits["cumulative-layout-shift"].numericValue;
if (moved) say("lost", `layout shift ${moved}`);
