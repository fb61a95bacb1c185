// Dates as a reader sees them, made by `Intl`: nothing of the product's own calendar is used to check it.

/** The calendar day of an instant in Berlin: `2027-03-01`. */
export function berlinDay(instant: Date | string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date(instant));
}

/** The day so many days after today, in Berlin. */
export function inDays(days: number): string {
  return dayAfter(berlinDay(new Date()), days);
}

/** A day written out in a language: `1 March 2027`, `1. März 2027`, `1 maart 2027`. */
export function writtenOut(day: string, locale = "en-GB"): string {
  const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, form).format(new Date(`${day}T12:00:00Z`));
}

/** The last day of a period of six months that begins on `day`: the one of the same number, or the last of that month. */
export function lastOfSixMonths(day: string): string {
  const [year = 0, month = 0, number = 0] = day.split("-").map(Number);
  const longest = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 5, Math.min(number, longest))).toISOString().slice(0, 10);
}

/** The day from which nothing is left of what is kept for six months from `day` on. */
export function sixMonthsAfter(day: string): string {
  return dayAfter(lastOfSixMonths(day));
}

/** The day so many days after another. */
export function dayAfter(day: string, days = 1): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}
