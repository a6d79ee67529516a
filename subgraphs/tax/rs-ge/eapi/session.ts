/** A sign-in that holds for a while. */
export interface Session {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A sign-in that waits for the code sent to a telephone. */
export interface PendingPin {
  readonly pinToken: string;
  readonly maskedMobile: string | null;
}

export interface SessionState {
  readonly session: Session | null;
  readonly pendingPin: PendingPin | null;
}

/** Where the sign-in is kept, so that several processes use one and a PIN is asked for once. */
export interface SessionStore {
  read(): Promise<SessionState>;
  write(state: SessionState): Promise<void>;
}

/** A store within this process. */
export function ownSession(): SessionStore {
  let state: SessionState = { session: null, pendingPin: null };
  return {
    read: () => Promise.resolve(state),
    write(next) {
      state = next;
      return Promise.resolve();
    },
  };
}
