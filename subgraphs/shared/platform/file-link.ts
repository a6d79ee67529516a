import { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import { sealingBy } from './sealing.ts';

/** A link by which whoever holds it fetches one file, for a few minutes. */
export interface FileLink {
  /** Address below that of the gateway. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** What a link stands for. */
export interface LinkedFile {
  readonly companyId: string;
  /** Kind of the file, as the subgraph calls it. */
  readonly kind: string;
  /** What the file is about, for example ids; checked by the kind. */
  readonly parameters: unknown;
}

export interface FileLinks {
  make(file: LinkedFile): FileLink;
  /**
   * What a token stands for.
   * @throws DomainError NOT_FOUND for a token that was not made here, LINK_EXPIRED for one that was and is too old.
   */
  read(token: string): LinkedFile;
}

const LIFETIME_SECONDS = 5 * 60;
/** Where the gateway answers links. */
export const FILES_PATH = '/files/';
/** Longer ones are not even looked at. */
export const MOST_TOKEN_CHARACTERS = 2_048;

const sealedFile = z.object({
  companyId: z.uuid(),
  kind: z.string(),
  parameters: z.unknown(),
  expires: z.number().int(),
});

/**
 * Links of one subgraph. A token is the name of the subgraph, by which the gateway finds it, and what the link stands
 * for, sealed: it can neither be read nor changed nor made by anybody without the secret, and every process of the
 * subgraph has that. Who holds the link needs no other right, so it is told only to who has the right to the file.
 */
export function createFileLinks(
  secret: Uint8Array,
  subgraph: string,
  now: () => Date = () => new Date(),
): FileLinks {
  const sealing = sealingBy(secret, `files ${subgraph}`);
  return {
    make(file) {
      const expires = Math.floor(now().getTime() / 1000) + LIFETIME_SECONDS;
      const sealed = sealing.seal(JSON.stringify({ ...file, expires }), subgraph);
      return { url: `${FILES_PATH}${subgraph}.${sealed}`, expiresAt: new Date(expires * 1000) };
    },
    read(token) {
      const [name, sealed, ...rest] = token.split('.');
      if (
        name !== subgraph ||
        sealed === undefined ||
        rest.length > 0 ||
        token.length > MOST_TOKEN_CHARACTERS
      )
        throw noSuchLink();
      const { expires, ...file } = opened(() => sealing.open(sealed, subgraph));
      if (expires <= now().getTime() / 1000)
        throw new DomainError('LINK_EXPIRED', 'The link has expired; ask for a new one.');
      return file;
    },
  };
}

/** The subgraph whose link it says to be. */
export function subgraphOfToken(token: string): string {
  return token.slice(0, Math.max(0, token.indexOf('.')));
}

/** Says nothing of the token: what it holds is as good as the file. */
export function noSuchLink(): DomainError {
  return new DomainError('NOT_FOUND', 'There is no file at this address.');
}

function opened(open: () => string): z.infer<typeof sealedFile> {
  try {
    return sealedFile.parse(JSON.parse(open()));
  } catch {
    // Forged, cut or of another secret: all are as nowhere.
    throw noSuchLink();
  }
}
