// What we use of a package that comes without types.

declare module "@adobe/structured-data-validator" {
  /** Something that a search engine would miss. */
  export interface Issue {
    issueMessage: string;
    severity: "ERROR" | "WARNING";
  }

  export default class Validator {
    validate(data: { jsonld: Record<string, object[]> }): Promise<Issue[]>;
  }
}
