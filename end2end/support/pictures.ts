import { join } from "node:path";
import type { Page } from "@playwright/test";

const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"] as const;

/** Saves the whole of the page that is open, at every width, light and dark: `apply-360-dark.png`. */
export async function takePictures(page: Page, name: string): Promise<void> {
  const folder = process.env["ABLAUF_SCREENSHOTS"];
  if (!folder) throw new Error("pictures are taken by `make screenshots`");
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
}
