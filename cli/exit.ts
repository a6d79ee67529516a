/** What the process answers to the shell. */
export const EXIT = {
  ok: 0,
  /** The command ran, and something was refused or found broken. */
  refused: 1,
  /** The command could not run: wrong usage, or the system is not there. */
  failed: 2,
  /** Stopped by Ctrl-C, as shells number it. */
  interrupted: 130,
} as const;

/** A reason to stop that the user can act on; told in one line, without a stack. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}
