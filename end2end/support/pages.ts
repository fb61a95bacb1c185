// Every page there is, for what is asked of all of them: pictures, and being usable by everybody.

export { DEEDS, openCertificate } from "./pages/deeds.ts";
export { DESK } from "./pages/desk.ts";
export { SITE } from "./pages/site.ts";
export { arrive, type Stop } from "./pages/stop.ts";

/** Pages that are the same for every role: one account looks at them for all. */
export const ALIKE = ["/office/gallery"];

/** Routes that answer no page: files, and texts for programs. */
export const FILES = [
  "/assets/{*file}",
  "/brand/{file}",
  "/feed.atom",
  "/notice.pdf",
  "/healthz",
  "/jobs.json",
  "/readyz",
  "/robots.txt",
  "/sitemap.xml",
  "/office/applications/{id}/documents/{document}",
  "/status/applications/{id}/documents/{document}",
  "/status/applications/{id}/copy.zip",
  "/status/applications/{id}/supplied.zip",
  "/office/audit.csv",
  "/office/audit/checkpoint",
  "/office/audit/key",
  "/office/breaches/{id}/people.csv",
  "/office/employees/{id}/documents/{item}",
  "/office/papers/{id}/document",
  "/office/pool/{id}/documents/{document}",
  "/office/retention/plan.csv",
];
