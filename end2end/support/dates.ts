// Dates as a reader sees them, made by `Intl`: nothing of the product's own calendar is used to check it.

/** The calendar day of an instant in Berlin: `2027-03-01`. */
export function berlinDay(instant: Date | string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date(instant));
}

/** The day so many days after today, in Berlin. */
export function inDays(days: number): string {
  const noon = new Date(`${berlinDay(new Date())}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** A day written out in a language: `1 March 2027`, `1. März 2027`, `1 maart 2027`. */
export function writtenOut(day: string, locale = "en-GB"): string {
  const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, form).format(new Date(`${day}T12:00:00Z`));
}
