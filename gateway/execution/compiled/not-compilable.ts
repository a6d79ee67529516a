/** Thrown while compiling an operation that must be left to the stock executor. */
export class NotCompilable extends Error {
  constructor(what: string) {
    super(`Not compiled: ${what}.`);
    this.name = 'NotCompilable';
  }
}
